"""A grid of sentences of our own: every kind of fact in every construction that we know, in changing frames.

``grid/en.toml`` and ``grid/es.toml`` hold the clauses and the frames; ``grid/floors.toml`` what share of a row is read
rightly, for the figure with its kind and for each of doer, day, place and speaker. ``grid/*_wide.toml`` go through
the words of each field, one sentence a clause; ``grid/wide_floors.toml`` says how many facts are read, and false ones.
"""

from __future__ import annotations

import re
import tomllib
from dataclasses import dataclass
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from recuento.model.claim import Claim
from recuento.model.document import Language
from recuento.pipeline import code_text

HERE = Path(__file__).parent / "grid"
TUESDAY = date(2024, 3, 26)
FRIDAY = date(2024, 3, 22)
SLOTS = ("fact", "doer", "day", "place", "speaker", "false")
LANGUAGES: tuple[Language, ...] = ("en", "es")
_FORMS = re.compile(r"<([^|>]*)\|([^>]*)>")
# What a sentence also says by itself: captives were taken, and two men caught beside the guns seized.
_ALSO = {
    ("freed", "abducted"): ("kidnapped", "abducted", "captive", "hostage", "secuestrad", "cautiv", "rehen", "rehén"),
    ("seized", "arrested"): ("two men", "dos hombres"),
    ("extradited", "charged"): ("face", "answer", "enfrentar"),
}
_WORDS = {
    "a": 1, "an": 1, "un": 1, "una": 1, "two": 2, "three": 3, "four": 4, "seven": 7,
    "five": 5, "eight": 8, "nine": 9, "ten": 10,
    "dos": 2, "tres": 3, "cuatro": 4, "siete": 7,
}  # fmt: skip


@dataclass(frozen=True, slots=True, kw_only=True)
class Cell:
    """One sentence and what it tells: ``tally`` with ``count``, or ``event`` with none."""

    text: str
    tally: str | None
    event: str | None
    count: int | None
    doer: str | None
    place: str
    speaker: str

    def wants(self, slot: str) -> bool:
        """Tell whether the cell asks for the slot."""
        return slot != "doer" or self.doer is not None


@cache
def grid(language: Language) -> dict[str, Any]:
    """Return one language's grid."""
    return tomllib.loads((HERE / f"{language}.toml").read_text(encoding="utf-8"))


def rows(language: Language) -> list[dict[str, Any]]:
    """Return the rows of one language's grid, in the file's order."""
    return list(grid(language)["row"])


def cells(language: Language, row: dict[str, Any], *, turns: int = 2) -> list[Cell]:
    """Return the sentences of one row: each clause once with each of two frames, or with ``turns``."""
    whole = grid(language)
    made = []
    for number, clause in enumerate(row["clauses"]):
        for turn in range(turns):
            at = 2 * number + turn + (number // 3)
            people = _pick(row.get("people", [""]), at + turn)
            doer = _pick(row["doers"], at) if "{A}" in clause else None
            count = _count(people)
            told = _FORMS.sub(lambda m, one=count == 1: m[1] if one else m[2], clause)
            told = told.replace("{N}", people).replace("{A}", doer or "")
            place, speaker = _pick(whole["places"], at + number), _pick(whole["speakers"], at)
            text = _pick(whole["frames"], at).replace("{C}", told[0].upper() + told[1:]).replace("{c}", told)
            text = text.replace("{P}", place).replace("{S}", speaker)
            text = row.get("scene", "") + text[0].upper() + text[1:]
            made.append(
                Cell(
                    text=text,
                    tally=row.get("kind"),
                    event=row.get("event"),
                    count=count,
                    doer=doer,
                    place=place,
                    speaker=speaker,
                )
            )
    return made


def _pick(pool: list[str], at: int) -> str:
    return pool[at % len(pool)]


def _count(people: str) -> int | None:
    for word in re.sub(r"(?<=\d)[.,](?=\d)", "", people).split():
        if word.isdigit():
            return int(word)
        if word in _WORDS:
            return _WORDS[word]
    return 1 if people[:1].isupper() else None  # one who is named


@cache
def _claims(text: str) -> tuple[Claim, ...]:
    return code_text(text, published_on=TUESDAY, external_id="grid").claims


def judge(cell: Cell) -> set[str]:
    """Return the slots that are read wrongly; a fact that is missed fails alone, "false" is a figure that is none."""
    told = _claims(cell.text)
    mates = [c for c in told if _tells(c, cell)]
    wrong = {"false"} if any(_is_false(c, cell) for c in told) else set()
    if not mates:
        return wrong | {"fact"}
    claim = mates[0]
    if cell.doer is not None and not any(
        _overlap(r.text, cell.doer) for r in claim.roles if r.role in {"perpetrator", "authority", "claimant"}
    ):
        wrong.add("doer")
    if claim.when is None or not any(r.first <= FRIDAY < r.after for r in claim.when.ranges):
        wrong.add("day")
    if claim.where is None or claim.where.place.name != cell.place:
        wrong.add("place")
    if not any(_overlap(s.text, cell.speaker) for s in claim.said_by):
        wrong.add("speaker")
    return wrong


def _tells(claim: Claim, cell: Cell) -> bool:
    if claim.status in {"planned", "denied", "unknown", "attempted"}:
        return False
    if cell.tally is None:
        return claim.event == cell.event or (cell.event == "attack" and claim.event in {"killing", "clash", "bombing"})
    kinds = {cell.tally} | ({"bodies"} if cell.tally == "killed" else set())
    if claim.tally not in kinds or claim.figure is None:
        return False
    return claim.figure.count.at_least == cell.count


def _is_false(claim: Claim, cell: Cell) -> bool:
    if claim.figure is None or _tells(claim, cell):
        return False
    return not any(word in cell.text for word in _ALSO.get((cell.tally or "", claim.tally or ""), ()))


def _overlap(said: str, wanted: str) -> bool:
    words = {w for w in re.findall(r"\w+", wanted.lower()) if len(w) > 3}
    return bool(words & set(re.findall(r"\w+", said.lower())))


# ------------------------------------------------------------------ the floors
ROWS = [(language, row.get("kind") or row["event"]) for language in LANGUAGES for row in rows(language)]


@cache
def shares(language: Language, name: str) -> dict[str, int]:
    """Return, for each slot, the share of a row's sentences that are read rightly, in percent, rounded down."""
    row = next(row for row in rows(language) if name in {row.get("kind"), row.get("event")})
    judged = [(cell, judge(cell)) for cell in cells(language, row)]
    share = {}
    for slot in SLOTS:
        asked = [wrong for cell, wrong in judged if cell.wants(slot)]
        share[slot] = 100 * sum(slot not in wrong for wrong in asked) // len(asked) if asked else 100
    return share


@pytest.mark.parametrize(("language", "name"), ROWS)
def test_a_row_of_the_grid_is_read_as_well_as_before(language: Language, name: str) -> None:
    floors = tomllib.loads((HERE / "floors.toml").read_text(encoding="utf-8"))[language][name]
    got = shares(language, name)
    assert not {slot: (got[slot], floor) for slot, floor in floors.items() if got[slot] < floor}


@pytest.mark.parametrize("language", LANGUAGES)
def test_most_of_the_grid_is_read(language: Language) -> None:
    judged = [judge(cell) for row in rows(language) for cell in cells(language, row)]
    assert sum("fact" not in wrong for wrong in judged) >= 0.9 * len(judged)
    assert sum("false" in wrong for wrong in judged) <= 0.03 * len(judged)


# ------------------------------------------------------------------ the wide grid
WIDE: dict[Language, list[dict[str, Any]]] = {
    language: tomllib.loads((HERE / f"{language}_wide.toml").read_text(encoding="utf-8"))["row"]
    for language in LANGUAGES
}
WIDE_ROWS = [(language, row) for language in LANGUAGES for row in WIDE[language]]
WIDE_FLOORS = tomllib.loads((HERE / "wide_floors.toml").read_text(encoding="utf-8"))
_AS_GOOD = {
    "attack": {"attack", "killing", "clash", "bombing"},
    "clash": {"clash", "attack"},
    "conviction": {"conviction", "sentence"},
    "home_invasion": {"home_invasion", "robbery"},
}


def _told(cell: Cell, row: dict[str, Any]) -> bool:
    if row.get("status") == "attempted":
        tries = {"rescue", "attack", "clash"}
        return any(c.status == "attempted" and c.event in tries for c in _claims(cell.text))
    if cell.tally is None:
        events = _AS_GOOD.get(cell.event or "", {cell.event})
        return any(c.event in events for c in _claims(cell.text))
    return any(_tells(claim, cell) for claim in _claims(cell.text))


@pytest.mark.parametrize(
    ("language", "row"), WIDE_ROWS, ids=[f"{language}-{row.get('kind') or row['event']}" for language, row in WIDE_ROWS]
)
def test_a_field_of_words_is_read_as_well_as_before(language: Language, row: dict[str, Any]) -> None:
    sentences = cells(language, row, turns=1)
    told = sum(_told(cell, row) for cell in sentences)
    false = sum(any(_is_false(claim, cell) for claim in _claims(cell.text)) for cell in sentences if cell.tally)
    floor = WIDE_FLOORS[language][row.get("kind") or row["event"]]
    got = {"fact": 100 * told // len(sentences), "false": false}
    assert got["fact"] >= floor["fact"] and got["false"] <= floor["false"], got
