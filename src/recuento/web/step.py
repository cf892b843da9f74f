"""The figures of one tally over time: what each report said as dots, what was held as steps, low to high as a band."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from itertools import pairwise
from math import log10
from typing import Literal

__all__ = ["Chart", "DayTick", "Dot", "Held", "Point", "Standing", "round_step", "step_chart"]

Standing = Literal["rests", "aside", "stands"]
WIDTH, HEIGHT = 640, 200
_FLAT = 100  # the height of a chart in which every figure is one and the same
_LEFT, _RIGHT, _TOP, _BOTTOM = 44, 16, 14, 34
_AFTER = 48  # what is held on the last day is drawn on for so long
_TICKS = 4
_ROOM = 84  # units that the name of a day takes, also where the drawing is shown small and its letters large


@dataclass(frozen=True, slots=True, kw_only=True)
class Held:
    """What was held from a publication day on; ``high`` None is no ceiling."""

    day: date
    best: int
    low: int
    high: int | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Dot:
    """One claim: its figure, the day of its report, and whether what is held rests on it."""

    day: date
    value: int
    claim: str
    title: str
    standing: Standing


@dataclass(frozen=True, slots=True, kw_only=True)
class Point:
    """A place on the drawing, in its own units, with what to write there."""

    x: float
    y: float
    label: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class DayTick:
    """A day and where it stands."""

    x: float
    day: date


@dataclass(frozen=True, slots=True, kw_only=True)
class PlacedDot:
    """A dot and where it stands."""

    at: Point
    dot: Dot


@dataclass(frozen=True, slots=True, kw_only=True)
class Chart:
    """A drawing of ``width`` by ``height``: paths in SVG's language, ticks with labels."""

    line: str
    band: str
    dots: tuple[PlacedDot, ...]
    days: tuple[DayTick, ...]
    values: tuple[Point, ...]
    height: int
    width: int = WIDTH
    left: int = _LEFT
    right: int = WIDTH - _RIGHT


def step_chart(held: Sequence[Held], dots: Sequence[Dot]) -> Chart | None:
    """Return the drawing, or None where nothing moved in time: a single day is told better in words.

    ``held`` is in order of days. An open ceiling is drawn up to the largest figure that anyone gave.
    """
    days = sorted({each.day for each in held} | {dot.day for dot in dots})
    if len(days) < 2 or not held:
        return None
    numbers = [0, *(n for each in held for n in (each.best, each.low, each.high or 0)), *(dot.value for dot in dots)]
    across = _Across(days[0], days[-1])
    height = _FLAT if len(set(numbers)) <= 2 else HEIGHT  # nought, and the one figure
    up = _Up(max(numbers), height)
    return Chart(
        line=_steps([(each.day, each.best) for each in held], across, up),
        band=_band(held, max(numbers), across, up),
        dots=_spread(dots, across, up),
        days=tuple(DayTick(x=across(day), day=day) for day in _some(days, across)),
        values=tuple(Point(x=_LEFT, y=up(value), label=f"{value:,}") for value in up.ticks),
        height=height,
    )


class _Across:
    """Days to units from the left."""

    def __init__(self, first: date, last: date) -> None:
        self._first, self._days = first, max(1, (last - first).days)

    def __call__(self, day: date) -> float:
        share = (day - self._first).days / self._days
        return round(_LEFT + 8 + share * (WIDTH - _LEFT - _RIGHT - _AFTER), 1)


class _Up:
    """Figures to units from the top."""

    def __init__(self, largest: int, height: int) -> None:
        largest = max(1, largest)  # "no one was hurt" is a figure too
        step = round_step(largest / _TICKS) if height == HEIGHT else largest
        self._height = height
        self.ticks = tuple(range(0, largest + step, step))
        self._top = self.ticks[-1]

    def __call__(self, value: int) -> float:
        return round(self._height - _BOTTOM - value / self._top * (self._height - _TOP - _BOTTOM), 1)


def round_step(least: float) -> int:
    """Return the smallest of 1, 2, 5, 10, 20 … that is no less."""
    power = 10 ** max(0, int(log10(least))) if least >= 1 else 1
    return next(step * power for step in (1, 2, 5, 10) if step * power >= least)


def _steps(values: Sequence[tuple[date, int]], across: _Across, up: _Up) -> str:
    path = f"M{across(values[0][0])},{up(values[0][1])}"
    for _, (day, value) in pairwise(values):
        path += f"H{across(day)}V{up(value)}"
    return f"{path}H{WIDTH - _RIGHT}"


def _band(held: Sequence[Held], top: int, across: _Across, up: _Up) -> str:
    highs = [(each.day, top if each.high is None else each.high) for each in held]
    starts = [*(across(each.day) for each in held), WIDTH - _RIGHT]
    lows = [up(each.low) for each in held]
    back = "".join(f"H{starts[i + 1]}V{lows[i]}H{starts[i]}" for i in reversed(range(len(held))))
    return f"{_steps(highs, across, up)}V{lows[-1]}{back}Z"


def _spread(dots: Sequence[Dot], across: _Across, up: _Up) -> tuple[PlacedDot, ...]:
    """Place dots; those that would hide one another stand side by side."""
    taken: dict[tuple[date, int], int] = {}
    placed = []
    for dot in dots:
        place = taken.get((dot.day, dot.value), 0)
        taken[dot.day, dot.value] = place + 1
        shift = (place + 1) // 2 * (7 if place % 2 else -7)
        placed.append(PlacedDot(at=Point(x=across(dot.day) + shift, y=up(dot.value)), dot=dot))
    return tuple(placed)


def _some(days: Sequence[date], across: _Across) -> list[date]:
    """Return days whose names have room beside one another, the first and the last among them."""
    kept = [days[0]]
    for day in days[1:-1]:
        if across(day) - across(kept[-1]) >= _ROOM and across(days[-1]) - across(day) >= _ROOM:
            kept.append(day)
    return [*kept, days[-1]]
