"""The registry of actors: which names are whose, when and where, and a user's own file."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from recuento.errors import LexiconError
from recuento.lexicon.actors import registry

# words, year, country, actor
NAMES: tuple[tuple[str, int, str | None, str | None], ...] = (
    ("members of the Sinaloa Cartel", 2024, None, "a-sinaloa-cartel"),
    ("PRESUNTOS INTEGRANTES DEL CARTEL DE SINALOA", 2024, None, "a-sinaloa-cartel"),
    ("Cártel Jalisco Nueva Generación (CJNG)", 2024, None, "a-cjng"),
    ("the CJNG", 2024, None, "a-cjng"),
    ("Cjng", 2024, None, None),
    ("police officers linked to the Gulf Cartel", 2024, None, None),
    ("rivals of the Gulf Cartel", 2024, None, None),
    ("la Guardia Nacional", 2024, "MX", "a-mx-national-guard"),
    ("la Guardia Nacional", 2024, "VE", "a-ve-national-guard"),
    ("la Guardia Nacional", 2024, None, None),
    ("la Guardia Nacional", 2012, "MX", None),
    ("elementos de la Policía Federal", 2012, "MX", "a-mx-federal-police"),
    ("elementos de la Policía Federal", 2022, "MX", None),
    ("Los Urabeños", 2013, "CO", "a-clan-del-golfo"),
    ("Los Urabeños", 2024, "CO", None),
    ("Ejército Gaitanista de Colombia", 2024, "CO", "a-clan-del-golfo"),
    ("El grupo", 2024, "MX", None),
    ("soldados del Ejército de Liberación Nacional", 2024, "CO", "a-eln"),
)


@pytest.mark.parametrize(("words", "year", "country", "actor"), NAMES)
def test_names(words: str, year: int, country: str | None, actor: str | None) -> None:
    assert registry().resolve(words, on=date(year, 5, 7), country=country) == actor


def test_every_part_is_of_a_known_group_and_no_group_is_a_part_of_itself() -> None:
    actors = registry().actors
    for actor in actors.values():
        above = [part.id for part in actor.faction_of]
        assert set(above) <= set(actors), actor.id
        while above:
            assert actor.id not in above, actor.id
            above = [part.id for each in above for part in actors[each].faction_of]


def _own(tmp_path: Path, text: str) -> Path:
    path = tmp_path / "groups.toml"
    path.write_text(text, encoding="utf-8")
    return path


def test_a_file_of_ones_own_adds_groups_and_names(tmp_path: Path) -> None:
    path = _own(
        tmp_path,
        '[[group]]\nid = "a-los-pinos"\nname = "Los Pinos"\nkind = "armed_group"\ncountry = "MX"\n'
        'dated = [{ alias = "La Pinada", until = "2021-06" }]\n'
        '[[group]]\nid = "a-sinaloa-cartel"\naliases = ["La Federación de Tepalca"]\n',
    )
    known = registry(path)
    assert known.resolve("sicarios de Los Pinos", on=date(2024, 1, 1), country=None) == "a-los-pinos"
    assert known.resolve("La Pinada", on=date(2021, 6, 30), country=None) == "a-los-pinos"
    assert known.resolve("La Pinada", on=date(2021, 7, 1), country=None) is None
    assert known.resolve("la Federación de Tepalca", on=date(2024, 1, 1), country=None) == "a-sinaloa-cartel"
    assert registry().resolve("sicarios de Los Pinos", on=date(2024, 1, 1), country=None) is None


WRONG: tuple[tuple[str, str], ...] = (
    ('[[group]]\nid = "Los Pinos"\nname = "x"\nkind = "armed_group"\ncountry = "MX"', "lower-case words"),
    ('[[group]]\nid = "a-los-pinos"\nname = "Los Pinos"', "needs kind, country"),
    ('[[group]]\nid = "a-zetas"\nfaction_of = [{ id = "a-nobody" }]', "a-nobody"),
    ('[[group]]\nid = "a-zetas"\nsince = "last year"', "2010-02"),
    ('[[group]]\nid = "a-zetas"\n[[group]]\nid = "a-zetas"', "join them"),
    ('[[group]]\nid = "a-zetas"\nalias = ["x"]', "alias"),
    ('[[group]]\nid = "a-zetas"\naliases = [""]', "empty name"),
    ("[[group]", "groups.toml"),
)


@pytest.mark.parametrize(("text", "told"), WRONG)
def test_a_mistake_is_named_with_its_file(tmp_path: Path, text: str, told: str) -> None:
    with pytest.raises(LexiconError, match=told) as raised:
        registry(_own(tmp_path, text))
    assert "groups.toml" in str(raised.value)


def test_a_missing_file_is_named(tmp_path: Path) -> None:
    with pytest.raises(LexiconError, match=r"nowhere\.toml"):
        registry(tmp_path / "nowhere.toml")
