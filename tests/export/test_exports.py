"""What leaves the system: field for field as promised."""

from __future__ import annotations

import csv
import io
import json
from datetime import date
from pathlib import Path

import pytest
from tests import stories
from tests.builders import CULIACAN, MEXICO, report, told

from recuento.errors import InputError, OptionError
from recuento.export import claim_from_json, claim_json, geojson, safe_cell, write_claims, write_csv
from recuento.model import Count, Entry, Incident, Place

FIELDS = [
    "id", "document", "account", "source_path", "event", "status", "certainty", "tally", "how", "count", "scope",
    "part_of", "unit", "counted", "roles", "when", "where", "said_by", "motive", "background", "quote", "read_by",
]  # fmt: skip


def incident(name: str, place: Place | None) -> Incident:
    return Incident(
        id=name, accounts=("k-1",), aliases=(name,), family="violence", events=("killing",), when=(), place=place,
        first_published=date(2024, 3, 26),
    )  # fmt: skip


def figure(best: Count, unit: str = "people") -> Entry:
    return Entry(
        incident="i-1", tally="killed", side="civilian", unit=unit, as_of=date(2024, 3, 26), best=best,
        low=best.at_least, high=best.at_most, rests_on=("c-1",), set_aside=(), rule="the latest total", sources=2,
    )  # fmt: skip


def test_a_claim_has_exactly_the_fields_of_the_interchange_format() -> None:
    claim = stories.CLASH.claims[0]
    wire = json.loads(claim_json(claim, stories.CLASH.document))
    assert list(wire) == FIELDS
    assert wire["count"] == {"at_least": 12, "at_most": 12, "basis": "numeral", "start": 6, "end": 8}
    assert wire["quote"] == {"field": "text", "text": "12 suspected members died", "start": 6, "end": 31}
    assert wire["when"]["ranges"] == [["2024-01-20", "2024-01-21"]]
    assert list(wire["where"]) == [
        "name", "admin1", "country", "latitude", "longitude", "precision", "id", "text", "start", "end", "inherited",
    ]  # fmt: skip
    assert [speaker["kind"] for speaker in wire["said_by"]] == ["official", "outlet"]
    text = stories.CLASH.document.text
    assert text[wire["quote"]["start"] : wire["quote"]["end"]] == wire["quote"]["text"]


def test_retired_is_written_at_the_end_and_only_when_true() -> None:
    coding = report("2024-05-01", [told("129 had been taken", "abduction", "abducted", 129, retired=True)])
    wire = json.loads(claim_json(coding.claims[0], coding.document))
    assert list(wire) == [*FIELDS, "retired"]
    assert wire["retired"] is True


def test_what_is_no_claim_is_refused() -> None:
    for line in ("{}", "not json", '{"id": 7}'):
        with pytest.raises(InputError):
            claim_from_json(line)


def test_claims_are_written_whole_or_not_at_all(tmp_path: Path) -> None:
    assert write_claims([stories.CLASH, stories.FRIDAY], tmp_path / "claims.jsonl") == len(stories.CLASH.claims) + 1
    lines = (tmp_path / "claims.jsonl").read_bytes().splitlines()
    assert [json.loads(line)["id"] for line in lines][:-1] == [claim.id for claim in stories.CLASH.claims]
    assert [path.name for path in tmp_path.iterdir()] == ["claims.jsonl"]
    with pytest.raises(OptionError):
        write_claims([], tmp_path / "no" / "claims.jsonl")


def test_a_table_has_one_row_for_each_incident_and_tally() -> None:
    out = io.StringIO(newline="")
    entries = [figure(Count.exactly(3)), figure(Count(12), unit="=2+5")]
    accepted = [entries[0].key]
    write_csv([(incident("i-1", CULIACAN), entries, accepted), (incident("i-2", None), [], None)], out)
    rows = list(csv.DictReader(io.StringIO(out.getvalue(), newline="")))
    assert [(r["incident"], r["tally"], r["best"], r["high"], r["unit"], r["reviewed"]) for r in rows] == [
        ("i-1", "killed", "3", "3", "people", "yes"),
        ("i-1", "killed", "12+", "", "'=2+5", "no"),
        ("i-2", "", "", "", "", ""),
    ]
    assert rows[0]["longitude"] == "-107.4"


@pytest.mark.parametrize("start", ["=", "+", "-", "@", "\t", "\r"])
def test_no_cell_runs_as_a_formula(start: str) -> None:
    assert safe_cell(f"{start}1") == f"'{start}1"


def test_incidents_without_a_place_are_listed_not_placed() -> None:
    state = Place(name="Sinaloa", admin1="Sinaloa", country="MX", precision="admin1")
    rows = [
        (incident("i-1", CULIACAN), [figure(Count(12))], []),
        (incident("i-2", MEXICO), [], []),
        (incident("i-3", None), [], []),
    ]
    told_of = json.loads(geojson([*rows, (incident("i-4", state), [], None)]))
    assert told_of["type"] == "FeatureCollection"
    (feature,) = told_of["features"]
    assert feature["geometry"] == {"type": "Point", "coordinates": [-107.4, 24.8]}
    assert feature["properties"]["tallies"][0]["best"] == "12+"
    assert feature["properties"]["tallies"][0]["reviewed"] is False
    assert [one["id"] for one in told_of["unlocated"]] == ["i-2", "i-3", "i-4"]
