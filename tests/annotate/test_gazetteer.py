"""The built gazetteer: what it holds, how fast it answers, how it fails."""

from __future__ import annotations

import hashlib
import json
from pathlib import Path

import pytest

from recuento.annotate.gazetteer import Gazetteer, Kind, open_gazetteer
from recuento.annotate.place_fold import fold
from recuento.errors import DataError

FOLDER = Path(__file__).parents[2] / "src" / "recuento" / "data" / "gazetteer"


def test_culiacan_without_accent_is_culiacan_sinaloa() -> None:
    place = open_gazetteer().find("Culiacan")[0].place()
    assert (place.name, place.admin1, place.admin1_code, place.country) == ("Culiacán", "Sinaloa", "MX-SIN", "MX")
    assert place.id == "geonames:4012176"
    assert place.precision == "town"
    assert place.latitude == pytest.approx(24.8, abs=0.1)
    assert place.longitude == pytest.approx(-107.4, abs=0.1)


@pytest.mark.parametrize(
    ("name", "code"),
    [
        ("Sinaloa", "MX-SIN"), ("Michoacán", "MX-MIC"), ("Antioquia", "CO-ANT"), ("Quiché", "GT-14"),
        ("Olancho", "HN-OL"), ("Chalatenango", "SV-CH"), ("Guayas", "EC-G"), ("Zulia", "VE-V"), ("Ayacucho", "PE-AYA"),
        ("São Paulo", "BR-SP"), ("Texas", "US-TX"),
    ],
)  # fmt: skip
def test_states_have_iso_codes_and_a_point(name: str, code: str) -> None:
    state = open_gazetteer().by_code(code)
    assert state is not None
    assert state.kind is Kind.ADMIN1
    assert fold(state.name) == fold(name)
    assert state.place().id == f"iso:{code}"
    assert (state.latitude, state.longitude) != (0.0, 0.0)


@pytest.mark.parametrize(
    ("code", "capital"),
    [
        ("geonames:3530597", True), ("geonames:3688689", True), ("geonames:3911925", True), ("MX-CMX", True),
        ("geonames:3903987", True), ("geonames:4012176", False), ("MX-MEX", False), ("MX", False),
    ],
)  # fmt: skip
def test_a_place_says_whether_its_government_sits_there(code: str, capital: bool) -> None:
    candidate = open_gazetteer().by_code(code)
    assert candidate is not None
    assert candidate.place().capital is capital


def test_every_mexican_state_and_municipio_is_there() -> None:
    gazetteer = open_gazetteer()
    municipio = gazetteer.by_code("inegi:25006")
    assert municipio is not None
    assert (municipio.name, municipio.admin1_code, municipio.place().precision) == (
        "Culiacán",
        "MX-SIN",
        "municipality",
    )
    assert municipio.id == "inegi:25006"


def test_spanish_names_of_countries() -> None:
    for name, code in (("Estados Unidos", "US"), ("España", "ES"), ("Brasil", "BR"), ("Haití", "HT"), ("Mexico", "MX")):
        assert open_gazetteer().find(name)[0].country == code


def test_a_state_holds_its_towns_and_a_country_its_states() -> None:
    gazetteer = open_gazetteer()
    mexico, sinaloa = gazetteer.by_code("MX"), gazetteer.by_code("MX-SIN")
    town = gazetteer.by_code("geonames:4012176")
    assert mexico and sinaloa and town
    assert sinaloa.holds(town)
    assert mexico.holds(sinaloa)
    assert not town.holds(sinaloa)


def test_common_words_and_personal_names_are_flagged() -> None:
    gazetteer = open_gazetteer()
    assert gazetteer.is_common("centro", "es")
    assert not gazetteer.is_common("culiacan", "es")
    assert gazetteer.is_personal("alvarado")


def test_an_unknown_name_has_no_candidates() -> None:
    assert open_gazetteer().find("Xyzzyburgo") == ()
    assert open_gazetteer().by_code("XX-YY") is None


@pytest.mark.parametrize("number", [1, 47, 48, 49, 500])
def test_names_asked_for_together_are_found_as_each_alone(number: int) -> None:
    unknown = [f"zzq {place}" for place in range(number - 1)]
    found = open_gazetteer().find_folded([*unknown, "culiacan"])
    assert len(found) == number
    assert found["culiacan"] == open_gazetteer().find("Culiacán")
    assert len(found["culiacan"]) == len({option.number for option in found["culiacan"]})
    assert not any(found[name] for name in unknown)


def test_names_are_looked_up_in_an_index_and_once() -> None:
    gazetteer = Gazetteer(FOLDER / "gazetteer.sqlite")
    asked: list[str] = []
    gazetteer._database.set_trace_callback(asked.append)
    names = ["Culiacán", "Reynosa", "Tumaco", "San Pedro Sula", "Uruapan", "Iguala", "Nogales", "Apopa", "Cali", "Lima"]
    for name in [*names, *names]:
        assert gazetteer.find(name)
    assert len(asked) == len(names)
    gazetteer._database.set_trace_callback(None)
    for query in asked:
        steps = [row[3] for row in gazetteer._database.execute(f"EXPLAIN QUERY PLAN {query}")]
        assert steps
        assert not [step for step in steps if step.startswith("SCAN")]


def test_the_file_is_the_one_in_the_manifest() -> None:
    manifest = json.loads((FOLDER / "manifest.json").read_text("utf-8"))
    built = (FOLDER / "gazetteer.sqlite").read_bytes()
    assert hashlib.sha256(built).hexdigest() == manifest["sha256"]
    assert len(built) < 18_000_000


def test_a_missing_or_broken_file_says_so(tmp_path: Path) -> None:
    with pytest.raises(DataError, match="missing"):
        Gazetteer(tmp_path / "none.sqlite")
    broken = tmp_path / "broken.sqlite"
    broken.write_bytes(b"not a database, but long enough to be read as one" * 40)
    with pytest.raises(DataError, match="not a gazetteer"):
        Gazetteer(broken)


@pytest.mark.parametrize(
    ("name", "state"),
    [
        ("torreon", "MX-COA"),
        ("armeria", "MX-COL"),
        ("tapachula", "MX-CHP"),
        ("delicias", "MX-CHH"),
        ("ahome", "MX-SIN"),
    ],
)
def test_municipios_lie_in_the_state_of_their_inegi_code(name: str, state: str) -> None:
    found = [option for option in open_gazetteer().find(name) if (option.id or "").startswith("inegi:")]
    assert state in {option.admin1_code for option in found}
