"""Columns of the tally: claims that count the same kind of people or things on the same side."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from recuento.ledger.people import is_single
from recuento.ledger.units import counts_victims, describes, steps_on, unit_key
from recuento.ledger.voices import Voice

__all__ = ["Column", "columns"]

_Key = tuple[str, str, str]


@dataclass(frozen=True, slots=True, kw_only=True)
class Column:
    """All voices on one tally, side and unit, in order of publication."""

    tally: str
    side: str
    unit: str
    voices: tuple[Voice, ...]


def columns(told: Sequence[Voice]) -> tuple[Column, ...]:
    """Return the voices by tally, side and unit, sorted.

    A claim of unknown side joins the one side that says the same.
    """
    groups: dict[_Key, list[Voice]] = {}
    for voice in told:
        groups.setdefault(_key(voice), []).append(voice)
    merged: dict[_Key, list[Voice]] = {}
    for key, members in groups.items():
        for voice in members:
            merged.setdefault(_home(key, voice, groups), []).append(voice)
    order = {voice.claim.id: place for place, voice in enumerate(told)}
    return tuple(
        Column(
            tally=tally,
            side=side,
            unit=unit,
            voices=tuple(sorted(merged[tally, side, unit], key=lambda v: order[v.claim.id])),
        )
        for tally, side, unit in sorted(merged)
    )


def _key(voice: Voice) -> _Key:
    claim = voice.claim
    name = claim.tally or ""
    # Things have no side of their own: rifles of the attackers are rifles.
    side = "unknown" if name == "seized" else claim.counted.side
    return name, side, unit_key(name, claim.unit)


def _home(key: _Key, voice: Voice, groups: dict[_Key, list[Voice]]) -> _Key:
    """Return the column a claim belongs to: its own, or for an unknown side the only one that says the same.

    A part whose whole names no side stands with its whole: "four killed, two of them children" are four.
    """
    if _steps_onto(key, voice, groups):
        return key[0], "unknown", key[2]
    whole = _whole_of(voice, groups)
    if whole is not None:
        return _home(_key(whole), whole, groups)
    tally, side, unit = key
    if side != "unknown":
        return key
    if describes(voice.claim.unit) and any(_one_verb(voice, v) for v in groups.get((tally, "civilian", unit), ())):
        return tally, "civilian", unit
    known = [other for other in groups if other[0] == tally and other[2] == unit and other[1] != "unknown"]
    if len(known) == 1 and counts_victims(tally):
        return known[0]
    test = _lies_within if voice.claim.scope in {"part", "increment"} else _is_told_by
    fitting = [other for other in known if test(voice, groups[other])]
    return fitting[0] if len(fitting) == 1 else key


def _steps_onto(key: _Key, voice: Voice, groups: dict[_Key, list[Voice]]) -> bool:
    """Tell whether somebody arrested is counted with a number of arrests that leaves the side unsaid.

    That number may hold people of every side, and each arrest after it comes on top.
    """
    if not steps_on(key[0]) or counts_victims(key[0]) or not is_single(voice):
        return False
    return any(
        not is_single(other) and other.count.at_least > 0 for other in groups.get((key[0], "unknown", key[2]), ())
    )


def _whole_of(voice: Voice, groups: dict[_Key, list[Voice]]) -> Voice | None:
    if voice.claim.scope != "part" or voice.claim.part_of in {None, voice.claim.id}:
        return None
    wholes = (v for group in groups.values() for v in group if v.claim.id == voice.claim.part_of)
    return next((v for v in wholes if v.claim.counted.side == "unknown" and v.claim.scope != "part"), None)


def _one_verb(one: Voice, other: Voice) -> bool:
    """Tell whether the same words count both: "three adults and a child were hurt" are of one side."""
    a, b = one.claim, other.claim
    if a.trigger is None or b.trigger is None or a.figure == b.figure:
        return False
    return (a.document, a.quote.field, a.trigger.span) == (b.document, b.quote.field, b.trigger.span)


def _is_told_by(voice: Voice, group: Sequence[Voice]) -> bool:
    """Tell whether a side has the same figure, alone or as the sum of the parts that the same report gives."""
    parts = [v.count.at_least for v in group if v.document.id == voice.document.id and v.claim.scope == "part"]
    return any(_says_the_same(voice, one) for one in group) or voice.count.exact == sum(parts) > 0


def _lies_within(voice: Voice, group: Sequence[Voice]) -> bool:
    """Tell whether a side has the total, in the same report, that this part or increment belongs to."""
    same = [v for v in group if v.document.id == voice.document.id]
    if voice.claim.part_of is not None:
        return any(v.claim.id == voice.claim.part_of for v in same)
    return any(v.claim.scope == "total" and v.count.at_least >= voice.count.at_least for v in same)


def _says_the_same(one: Voice, other: Voice) -> bool:
    """Tell whether two figures agree and start from the same number: "at least 12" and "12", not "at least 1"."""
    return one.count.agrees_with(other.count) and one.count.at_least == other.count.at_least
