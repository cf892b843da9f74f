"""Incidents by month or year as bars, drawn with what is needed to read them: heights, days, a scale."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from recuento.web.step import round_step
from recuento.web.tongue import Tongue

__all__ = ["Bar", "Histogram", "Label", "histogram"]

WIDTH, HEIGHT = 460, 300
_LEFT, _RIGHT, _TOP, _BOTTOM = 42, 8, 16, 30
_MOST_BARS = 60
_MOST_LABELS = 4
_TICKS = 3
_THICKEST = 48


@dataclass(frozen=True, slots=True, kw_only=True)
class Bar:
    """One month or year: where it stands, what it counts, and the view of it alone (``href``, a query).

    It can be hit on ``width``, and is drawn ``thick`` in the middle of that.
    """

    label: str
    number: int
    href: str
    x: float
    width: float
    thick: float
    y: float
    height: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Label:
    """Words at a place of one axis, in the drawing's units."""

    at: float
    words: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Histogram:
    """A drawing of ``width`` by ``height``; the bars stand on ``base``, from ``left`` to ``right``."""

    bars: tuple[Bar, ...]
    months: tuple[Label, ...]
    scale: tuple[Label, ...]
    yearly: bool
    width: int = WIDTH
    height: int = HEIGHT
    left: int = _LEFT
    right: int = WIDTH - _RIGHT
    base: int = HEIGHT - _BOTTOM


def histogram(months: Mapping[date, int], tongue: Tongue, href: Callable[[date, date], str]) -> Histogram | None:
    """Return a bar for each month from the first to the last, or for each year where months would be too many.

    ``href`` gives the address of a first and a last day. None where there is one bar or none: a number says that.
    """
    if len(months) < 2:
        return None
    first, last = min(months), max(months)
    yearly = (last.year - first.year) * 12 + last.month - first.month + 1 > _MOST_BARS
    spans = _years(first, last) if yearly else _months(first, last)
    numbers = [sum(n for month, n in months.items() if a <= month < b) for a, b in spans]
    step = round_step(max(numbers) / _TICKS)
    ticks = range(0, max(numbers) + step, step)
    each = (WIDTH - _LEFT - _RIGHT) / len(spans)
    room = HEIGHT - _TOP - _BOTTOM
    bars = tuple(
        Bar(
            label=str(a.year) if yearly else tongue.month(a),
            number=number,
            href=href(a, date.fromordinal(b.toordinal() - 1)),
            x=round(_LEFT + n * each, 2),
            width=round(each, 2),
            thick=round(min(_THICKEST, 0.84 * each), 2),
            y=round(HEIGHT - _BOTTOM - room * number / ticks[-1], 1),
            height=round(room * number / ticks[-1], 1),
        )
        for n, ((a, b), number) in enumerate(zip(spans, numbers, strict=True))
    )
    return Histogram(
        bars=bars,
        months=_labels([a for a, _ in spans], bars, tongue, yearly=yearly),
        scale=tuple(Label(at=HEIGHT - _BOTTOM - room * n / ticks[-1], words=tongue.number(n)) for n in ticks),
        yearly=yearly,
    )


def _labels(starts: Sequence[date], bars: Sequence[Bar], tongue: Tongue, *, yearly: bool) -> tuple[Label, ...]:
    """Name a few bars, evenly taken; a month says its year."""
    every = -(-len(starts) // _MOST_LABELS)
    return tuple(
        Label(at=round(bar.x + bar.width / 2, 1), words=str(start.year) if yearly else tongue.short_month(start))
        for n, (start, bar) in enumerate(zip(starts, bars, strict=True))
        if n % every == 0
    )


def _months(first: date, last: date) -> list[tuple[date, date]]:
    starts = [date(y, m, 1) for y in range(first.year, last.year + 1) for m in range(1, 13)]
    ends = [*starts[1:], date(last.year + 1, 1, 1)]
    return [(a, b) for a, b in zip(starts, ends, strict=True) if b > first and a <= last]


def _years(first: date, last: date) -> list[tuple[date, date]]:
    return [(date(y, 1, 1), date(y + 1, 1, 1)) for y in range(first.year, last.year + 1)]
