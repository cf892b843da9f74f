"""How far two coders of the same sample agree: kappa for what happened, shares for figures and for everything else."""

from __future__ import annotations

import csv
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from recuento.errors import OptionError
from recuento.export.sampling import CODES
from recuento.lexicon.fold import fold

__all__ = ["Agreement", "Slot", "agreement", "cohen_kappa", "read_codes"]

_NOTHING = "(nothing)"
_SLOTS = tuple(code for code in CODES if code not in {"event", "at_least", "at_most"})

Row = Mapping[str, str]


@dataclass(frozen=True, slots=True, kw_only=True)
class Slot:
    """One column: ``said`` statements in which at least one coder filled it, and in ``same`` of them both alike."""

    name: str
    said: int
    same: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Agreement:
    """What two coders agree on.

    Attributes:
        items: sentences that both were given; one that neither has filled in counts as agreed that nothing is said.
        statements: pairs of statements, and single ones that the other coder does not have.
        kappa: Cohen's kappa of the events over them, "nothing" where one coder has none; None where chance alone would
            agree on everything.
        events: in how many the event is the same.
        figures, exact, within_one: statements in which at least one gives a figure; both bounds the same; the least
            number at most one apart.
        slots: the other columns.
    """

    items: int
    statements: int
    kappa: float | None
    events: int
    figures: int
    exact: int
    within_one: int
    slots: tuple[Slot, ...]


def read_codes(path: Path) -> tuple[Row, ...]:
    """Return the rows of a filled sample or of a key.

    Raises:
        OptionError: the file cannot be read, or is no such table.
    """
    try:
        with path.open(encoding="utf-8-sig", newline="") as file:
            sniffed = file.readline()
            file.seek(0)
            rows = list(csv.DictReader(file, delimiter=max(",;\t", key=sniffed.count)))
    except (OSError, UnicodeDecodeError, csv.Error) as bad:
        raise OptionError(f"{path}: the sample cannot be read ({bad})") from bad
    missing = [name for name in ("item", "event") if not rows or name not in rows[0]]
    if missing:
        raise OptionError(f"{path}: no column {' or '.join(missing)}; is it a sample of 'recuento sample', or its key?")
    return tuple({name: _cell(row.get(name)) for name in ("item", *CODES)} for row in rows)


def _cell(value: str | None) -> str:
    # The apostrophe that keeps a spreadsheet from running a cell is not part of what was coded.
    return (value or "").strip().removeprefix("'")


def agreement(one: Sequence[Row], other: Sequence[Row]) -> Agreement:
    """Return how far two coders agree on the items that both were given."""
    first, second = _by_item(one), _by_item(other)
    shared = [item for item in first if item in second]
    pairs = [pair for item in shared for pair in _paired(first[item], second[item])]
    labels = [(_event(a), _event(b)) for a, b in pairs]
    figures = [(a, b) for a, b in pairs if _number(a) is not None or _number(b) is not None]
    return Agreement(
        items=len(shared),
        statements=len(pairs),
        kappa=cohen_kappa(labels),
        events=sum(a == b for a, b in labels),
        figures=len(figures),
        exact=sum(_bounds(a) == _bounds(b) for a, b in figures),
        within_one=sum(_near(a, b) for a, b in figures),
        slots=tuple(_slot(name, pairs) for name in _SLOTS),
    )


def cohen_kappa(pairs: Sequence[tuple[str, str]]) -> float | None:
    """Return Cohen's kappa of two coders' labels; None where there are none, or only one label in all.

    >>> cohen_kappa([("a", "a"), ("a", "b"), ("b", "b"), ("b", "b")])
    0.5
    """
    number = len(pairs)
    if not number:
        return None
    observed = sum(a == b for a, b in pairs) / number
    first, second = Counter(a for a, _ in pairs), Counter(b for _, b in pairs)
    chance = sum(first[label] * second[label] for label in first) / number**2
    return None if chance == 1 else (observed - chance) / (1 - chance)


def _by_item(rows: Iterable[Row]) -> dict[str, list[Row]]:
    found: dict[str, list[Row]] = {}
    for row in rows:
        mine = found.setdefault(row["item"], [])
        if row["event"]:
            mine.append(row)
    return found


def _paired(first: Sequence[Row], second: Sequence[Row]) -> Iterator[tuple[Row | None, Row | None]]:
    """Yield the statements of one sentence in pairs, those most alike first; what is left over stands alone."""
    if not first and not second:
        yield None, None
    left, right = list(first), list(second)
    while left and right:
        a, b = max(((a, b) for a in left for b in right), key=lambda pair: _likeness(*pair))
        left.remove(a)
        right.remove(b)
        yield a, b
    yield from ((a, None) for a in left)
    yield from ((None, b) for b in right)


def _likeness(a: Row, b: Row) -> tuple[bool, bool, bool, int]:
    same = sum(bool(a[name]) and fold(a[name]) == fold(b[name]) for name in _SLOTS)
    number = _number(a)
    return a["event"] == b["event"], number is not None and number == _number(b), a["tally"] == b["tally"], same


def _event(row: Row | None) -> str:
    return fold(row["event"]) if row is not None else _NOTHING


def _number(row: Row | None) -> int | None:
    told = row["at_least"] if row is not None else ""
    return int(told) if told.isdecimal() else None


def _bounds(row: Row | None) -> tuple[int | None, str]:
    """Return both bounds as they are filled in; an empty second one is a floor."""
    return _number(row), row["at_most"] if row is not None else ""


def _near(a: Row | None, b: Row | None) -> bool:
    one, other = _number(a), _number(b)
    return one is not None and other is not None and abs(one - other) <= 1


def _slot(name: str, pairs: Iterable[tuple[Row | None, Row | None]]) -> Slot:
    both = [(a[name], b[name]) for a, b in pairs if a is not None and b is not None and (a[name] or b[name])]
    return Slot(name=name, said=len(both), same=sum(fold(a) == fold(b) for a, b in both))
