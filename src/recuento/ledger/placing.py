"""Figures summed place by place, on the shelf of all that are listed."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import numpy as np
from numpy.typing import NDArray

from recuento.ledger.records import PlaceSums, Spot
from recuento.ledger.shelf import Column, Flags, Shelf
from recuento.model.totals import Total

__all__ = ["place_sums"]

_NO_CEILING = -1


def place_sums(
    shelf: Shelf, rows: Flags, spots: Sequence[Spot], tallies: Sequence[str], side: str | None
) -> tuple[PlaceSums, ...]:
    """Return the sums of these incidents at each of their points, as the spots come; last of those without a point."""
    points = shelf.texts["point"]
    at = points.numbers[rows]
    found = {tally: _sums(shelf.texts["totals"], rows, at, f"{tally}/{side or ''}=") for tally in tallies}
    incidents = np.bincount(at, minlength=len(points.texts))
    told = [(spot, points.known[spot.point]) for spot in spots]
    unplaced = points.known.get("", -1)
    return tuple(
        PlaceSums(
            spot=spot,
            incidents=int(incidents[number]),
            sums={tally: total for tally in tallies if (total := _total(found[tally], number)) is not None},
        )
        for spot, number in (*told, *([(None, unplaced)] if unplaced >= 0 and incidents[unplaced] else []))
    )


def _sums(totals: Column, rows: Flags, at: NDArray[np.int32], which: str) -> tuple[NDArray[Any], ...]:
    """Return of each point: how many have the figure, sums of best, low and high, and how many have no ceiling."""
    most = len(totals.texts)
    told = np.array([_read(text, which) for text in totals.texts[:most]], np.int64).reshape(-1, 4)
    mine = told[totals.numbers[rows]]
    open_ones = mine[:, 3] == _NO_CEILING
    columns = (mine[:, 0], mine[:, 1], mine[:, 2], np.where(open_ones, 0, mine[:, 3]), open_ones)
    return tuple(np.bincount(at, column, minlength=1) for column in columns)


def _read(text: str, which: str) -> tuple[int, int, int, int]:
    """Return whether a listing's totals hold this one, and its best, low and high."""
    for word in text.split():
        if word.startswith(which):
            best, low, high = word.removeprefix(which).split(":")
            return 1, int(best), int(low), int(high) if high else _NO_CEILING
    return 0, 0, 0, 0


def _total(sums: tuple[NDArray[Any], ...], number: int) -> Total | None:
    have, best, low, high, without = (int(column[number]) for column in sums)
    return Total(best=best, low=low, high=None if without else high) if have else None
