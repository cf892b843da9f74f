"""A blind sample tells the coder nothing of what was read, and agreement is counted as the field counts it."""

from __future__ import annotations

import csv
import io
from pathlib import Path

import pytest
from tests import stories
from tests.builders import report, told

from recuento.errors import OptionError
from recuento.export import agreement, cohen_kappa, read_codes, sample, write_key, write_sample
from recuento.export.sampling import Item
from recuento.model import Count

MANY = report(
    "2024-05-01",
    [
        told("7 people were killed", "killing", "killed", 7, side="civilian"),
        told("3 people were wounded", "wounding", "wounded", Count(3), side="civilian"),
        told("A house was burned", "arson"),
    ],
    on="2024-04-30",
)


def rows(write: object, items: tuple[Item, ...]) -> list[dict[str, str]]:
    out = io.StringIO(newline="")
    write(items, out)
    return list(csv.DictReader(io.StringIO(out.getvalue(), newline="")))


def written(path: Path, *filled: dict[str, str]) -> Path:
    names = ("item", "event", "status", "tally", "at_least", "at_most", "side", "place")
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.DictWriter(file, names, restval="")
        writer.writeheader()
        writer.writerows(filled)
    return path


def test_the_same_seed_draws_the_same_sentences() -> None:
    codings = (stories.FRIDAY, stories.TUESDAY, MANY)
    assert sample(codings, number=3, seed=1) == sample(reversed(codings), number=3, seed=1)
    assert len(sample(codings, number=3, seed=1)) == 3
    assert {sample(codings, number=3, seed=seed) for seed in range(9)} != {sample(codings, number=3, seed=1)}
    everything = sample(codings, number=999, seed=1)
    assert len({(item.document.id, item.span) for item in everything}) == len(everything)


def test_the_sample_is_blind_and_the_key_is_not() -> None:
    items = sample([MANY], number=9, seed=1)
    blind, key = rows(write_sample, items), rows(write_key, items)
    assert {row["sentence"] for row in blind} == {
        "7 people were killed.", "3 people were wounded.", "A house was burned.",
    }  # fmt: skip
    assert all(not row[name] for row in blind for name in ("event", "tally", "at_least", "side", "note"))
    assert "claim" not in blind[0]
    told_of = {row["event"]: row for row in key}
    assert (told_of["killing"]["at_least"], told_of["killing"]["at_most"]) == ("7", "7")
    assert (told_of["wounding"]["at_least"], told_of["wounding"]["at_most"]) == ("3", "")
    assert (told_of["arson"]["tally"], told_of["arson"]["place"]) == ("", "Culiacán")
    assert {row["item"] for row in key} == {row["item"] for row in blind} == {"1", "2", "3"}


def test_a_coder_who_copies_the_key_agrees_on_everything(tmp_path: Path) -> None:
    path = tmp_path / "key.csv"
    with path.open("w", encoding="utf-8", newline="") as file:
        write_key(sample([MANY, stories.TUESDAY], number=99, seed=3), file)
    found = agreement(read_codes(path), read_codes(path))
    assert found.kappa == 1
    assert (found.events, found.exact, found.within_one) == (found.statements, found.figures, found.figures)
    assert all(slot.same == slot.said for slot in found.slots)


def test_agreement_is_counted_statement_by_statement(tmp_path: Path) -> None:
    a = written(
        tmp_path / "a.csv",
        {"item": "1", "event": "killing", "tally": "killed", "at_least": "7", "at_most": "7", "place": "Culiacan"},
        {"item": "1", "event": "wounding", "tally": "wounded", "at_least": "3"},
        {"item": "2", "event": ""},
        {"item": "3", "event": "arson"},
        {"item": "9", "event": "arson"},
    )
    b = written(
        tmp_path / "b.csv",
        {"item": "1", "event": "wounding", "tally": "wounded", "at_least": "4"},
        {"item": "1", "event": "killing", "tally": "killed", "at_least": "7", "at_most": "7", "place": "Culiacán"},
        {"item": "2", "event": ""},
        {"item": "3", "event": "killing", "tally": "killed", "at_least": "2"},
    )
    found = agreement(read_codes(a), read_codes(b))
    assert (found.items, found.statements, found.events) == (3, 4, 3)
    assert (found.figures, found.exact, found.within_one) == (3, 1, 2)
    slots = {slot.name: (slot.same, slot.said) for slot in found.slots}
    assert slots["place"] == (1, 1)
    assert slots["tally"] == (2, 3)
    labels = [("killing", "killing"), ("wounding", "wounding"), ("-", "-"), ("arson", "killing")]
    assert found.kappa == pytest.approx(cohen_kappa(labels))


@pytest.mark.parametrize(
    ("pairs", "kappa"),
    [
        ([("a", "a"), ("b", "b")], 1.0),
        ([("a", "b"), ("b", "a")], -1.0),
        ([("a", "a"), ("a", "a")], None),
        ([], None),
        # The textbook's fifty grants: 20 and 15 agreed, 5 and 10 not.
        ([("y", "y")] * 20 + [("n", "n")] * 15 + [("y", "n")] * 5 + [("n", "y")] * 10, 0.4),
    ],
)
def test_kappa(pairs: list[tuple[str, str]], kappa: float | None) -> None:
    assert cohen_kappa(pairs) == (kappa if kappa is None else pytest.approx(kappa))


def test_what_is_no_sample_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "x.csv"
    path.write_text("a,b\n1,2\n", encoding="utf-8")
    with pytest.raises(OptionError, match="no column item or event"):
        read_codes(path)
    with pytest.raises(OptionError, match="cannot be read"):
        read_codes(tmp_path / "none.csv")


def test_formulas_do_not_run_in_a_spreadsheet() -> None:
    risky = report("2024-05-01", [told("=1+1 people died", "killing", "killed", 1)])
    assert all(
        not cell.startswith("=")
        for row in rows(write_sample, sample([risky], number=9, seed=1))
        for cell in row.values()
    )
