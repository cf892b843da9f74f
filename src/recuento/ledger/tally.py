"""Claims in, entries out: how many, by which rule, resting on which words, and what was set aside. Pure.

The rules, in the order in which they apply:

1. A claim of something denied, planned, attempted or uncertain, of a figure the report itself withdraws, of a whole
   campaign, or of another incident recalled in passing never sets a tally.
2. Within one report a total includes its increments and parts (`said`).
3. From one publication day to the next a total replaces an older one if its speaker stands at least as high:
   authorities and what a report states as its own knowledge stand above witnesses, groups and other outlets.
   Corrections lower in the same way. A floor ("at least 12") agrees with every figure above it.
4. An increment adds to what was held the day before, unless a total of that day includes it or it was told before.
5. Figures that nobody has superseded stay side by side between low and high. An allegation never sets the best
   figure where a better one exists.
6. A named speaker who denies the very figure held lets its low bound down to what was held before (`denied`).
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import date
from functools import partial
from itertools import groupby

from recuento.ledger.belief import Belief, heard
from recuento.ledger.denied import with_denials
from recuento.ledger.hit import Survivors, prevails, survivors, without_hit
from recuento.ledger.people import died_since
from recuento.ledger.records import Reported
from recuento.ledger.resumed import Counted, Heard, Past
from recuento.ledger.said import Said, said_in
from recuento.ledger.sides import Column, columns
from recuento.ledger.units import is_oneself, unit_key
from recuento.ledger.voices import Voice, voices
from recuento.model import Claim, Count, Entry, SetAside

__all__ = ["current", "tally", "why_unfit"]

_UNFIT = {
    "denied": "denied",
    "planned": "planned, not done",
    "attempted": "attempted, not done",
    "unknown": "the words do not say that it happened",
}

_Told = tuple[object, ...]


def tally(incident: str, reported: Iterable[Reported], past: Past | None = None) -> tuple[Entry, ...]:
    """Return what the reports say of one incident, from each publication day on which that changed.

    Every day's entries are complete: one for each tally, side and kind of thing that is held from that day on. The
    order of ``reported`` does not matter. ``recorded_from`` is left None: the ledger sets it. ``past`` remembers the
    days of this incident from one call to the next, and changes nothing but how long it takes.
    """
    past = past or Past()
    told = [one for one in reported if one.claim.tally is not None and one.claim.figure is not None]
    series: list[Entry] = []
    before: tuple[Entry, ...] = ()
    counted: Counted | None = None
    published = {one.document.published_on for one in told}
    replaced = {one.left_out.since for one in told if one.left_out is not None and one.left_out.since is not None}
    days = sorted(published | replaced)
    new: dict[date, list[Reported]] = {day: [] for day in days}
    for one in told:
        new[one.document.published_on].append(one)
    for day in days:
        counted = past.on(day, new[day], counted, partial(_counted, incident, told, day, before, past.heard))
        now = counted.entries
        if now is not before and [_content(entry) for entry in now] != [_content(entry) for entry in before]:
            series += now
            before = now
    past.heard.counted()
    return tuple(series)


def current(series: Iterable[Entry], day: date | None = None) -> tuple[Entry, ...]:
    """Return the entries in force on ``day``, or the latest; none before the first report."""
    past = [entry for entry in series if day is None or entry.as_of <= day]
    latest = max((entry.as_of for entry in past), default=None)
    return tuple(entry for entry in past if entry.as_of == latest)


def why_unfit(one: Reported, day: date | None = None) -> str | None:
    """Return why a claim cannot set a tally, on ``day`` or by now, in words; None if it can."""
    claim = one.claim
    gone = one.left_out
    if gone is not None and (gone.since is None or day is None or gone.since <= day):
        return f"the report was {gone.reason}"
    if claim.retired:
        return "the report itself withdraws the figure"
    if claim.status in _UNFIT:
        return _UNFIT[claim.status]
    if claim.scope == "aggregate":
        return "a total of a period or an area, not of this incident"
    return "recalled in passing: it speaks of another incident" if one.recalled else None


def _counted(
    incident: str, told: Sequence[Reported], day: date, before: Sequence[Entry], heard: Heard
) -> tuple[Entry, ...]:
    known = [one for one in told if one.document.published_on <= day]
    return _held(incident, known, day, heard) or _emptied(before, known, day)


def _content(entry: Entry) -> tuple[object, ...]:
    return (entry.tally, entry.side, entry.unit, entry.best, entry.low, entry.high, entry.rests_on, entry.set_aside)


def _held(incident: str, known: Sequence[Reported], day: date, before: Heard) -> tuple[Entry, ...]:
    """Return the entries of one day, sorted by tally, side and unit."""
    unfit = [(one.claim, reason) for one in known if (reason := why_unfit(one, day)) is not None]
    told = voices(one for one in known if why_unfit(one, day) is None)
    died = died_since(told)
    unfit += [(voice.claim, "wounded, now dead: counted there") for voice in died]
    fit, hit = without_hit(voice for voice in told if voice not in died)
    held = [(column, belief) for column in columns(fit) if (belief := _belief(column.voices, before)) is not None]
    entries = [
        with_denials(
            _entry(incident, column, belief, _aside(unfit, column), day),
            (claim for claim, _ in unfit if _belongs(claim, column)),
            belief.past,
        )
        for column, belief in held
    ]
    wounded = {column.side: belief for column, belief in held if column.tally == "wounded" and column.unit == "people"}
    for column in columns(hit):
        belief = _belief(column.voices, before)
        left = survivors(belief, _dead_beside(column, entries, fit)) if belief is not None else None
        if belief is not None and left is not None and prevails(left, wounded.get(column.side)):
            entries = [e for e in entries if (e.tally, e.side, e.unit) != (column.tally, column.side, column.unit)]
            rivals = _told_wounded(wounded.get(column.side), f"taken to be among the {left.hit.count} hit")
            entries.append(_of_survivors(incident, column, belief, left, [*_aside(unfit, column), *rivals], day))
        else:
            entries = [_with_aside(e, column.voices) if _same_column(e, column) else e for e in entries]
    return tuple(sorted(entries, key=lambda e: (e.tally, e.side, e.unit)))


def _aside(unfit: Iterable[tuple[Claim, str]], column: Column) -> list[SetAside]:
    return [SetAside(claim=claim.id, reason=reason) for claim, reason in unfit if _belongs(claim, column)]


def _dead_beside(column: Column, entries: Iterable[Entry], told: Iterable[Voice]) -> int:
    """Return how many of those hit the reports may tell dead: of their side or of nobody's.

    Attackers are not among the hit unless it is said, nor is whoever took his own life.
    """
    dead = {e.side: e.best.at_least for e in entries if e.tally == "killed" and e.unit == column.unit}
    for side in {v.claim.counted.side for v in told if v.claim.tally == "killed" and is_oneself(v.claim.unit)}:
        dead[side] = max(0, dead.get(side, 0) - 1)
    if column.side != "unknown":
        return dead.get(column.side, 0) + dead.get("unknown", 0)
    return max(dead.get("unknown", 0), sum(n for side, n in dead.items() if side not in {"unknown", "armed_group"}))


def _told_wounded(belief: Belief | None, reason: str) -> list[SetAside]:
    standing = belief.standing if belief is not None else ()
    return [SetAside(claim=voice.claim.id, reason=reason) for said in standing for voice in said.rests_on]


def _of_survivors(
    incident: str, column: Column, belief: Belief, left: Survivors, unfit: list[SetAside], day: date
) -> Entry:
    entry = _entry(incident, column, belief, unfit, day)
    return replace(entry, best=left.best, low=left.low, high=left.high, rule=left.rule)


def _same_column(entry: Entry, column: Column) -> bool:
    return (entry.tally, entry.unit) == (column.tally, column.unit) and entry.side in {column.side, "unknown"}


def _with_aside(entry: Entry, hit: Iterable[Voice]) -> Entry:
    """Return an entry on the wounded that also names the claims of the hit, which say nothing more of them."""
    known = {*entry.rests_on, *(one.claim for one in entry.set_aside)}
    more = (SetAside(claim=v.claim.id, reason="tells how many were hit, not how many lived") for v in hit)
    aside = (*entry.set_aside, *(one for one in more if one.claim not in known))
    return replace(entry, set_aside=tuple(sorted(aside, key=lambda one: one.claim)))


def _emptied(before: Sequence[Entry], known: Sequence[Reported], day: date) -> tuple[Entry, ...]:
    """Return what is left where no report that stands gives a figure any more: each figure held, now open."""
    reasons = {one.claim.id: why_unfit(one, day) for one in known}
    return tuple(
        replace(
            entry,
            as_of=day,
            best=Count(0),
            low=0,
            high=None,
            rests_on=(),
            set_aside=tuple(
                SetAside(claim=claim, reason=reasons[claim] or "")
                for claim in sorted({*entry.rests_on, *(one.claim for one in entry.set_aside)})
            ),
            rule="no report that still stands gives a figure",
            sources=0,
        )
        for entry in before
    )


def _belongs(claim: Claim, column: Column) -> bool:
    same = claim.tally == column.tally and unit_key(column.tally, claim.unit) == column.unit
    return same and claim.counted.side in {column.side, "unknown"}


def _belief(told: Sequence[Voice], before: Heard) -> Belief | None:
    """Return what one column's voices add up to, day after day; ``before`` keeps what they did up to each day.

    A long story is told on many days, and each begins with all that was heard on those before.
    """
    belief: Belief | None = None
    number = 0
    for _, of_day in groupby(told, key=lambda v: v.day):
        same_day = tuple(of_day)
        number, belief = before.of(number, tuple(map(_told, same_day)), partial(_heard_on, belief, same_day))
    return belief


def _told(voice: Voice) -> _Told:
    """Return all that may differ between two voices of one claim: it is heard again with every later day."""
    claim = voice.claim
    weight = (voice.rank, voice.official, voice.named, voice.standing)
    return (claim.id, claim.tally, claim.unit, claim.counted.side, claim.scope, voice.count, voice.lane, weight)


def _heard_on(belief: Belief | None, same_day: Iterable[Voice]) -> Belief | None:
    """Return what is held after one more day's voices."""
    figures: list[Said] = []
    aside: list[SetAside] = []
    for _, report in groupby(same_day, key=lambda v: v.document.id):
        said, within = said_in(tuple(report))
        figures += said
        aside += within
    return heard(belief, figures, aside)


def _entry(incident: str, column: Column, belief: Belief, unfit: list[SetAside], day: date) -> Entry:
    best = belief.best
    rests_on = tuple(sorted({voice.claim.id for voice in best.rests_on}))
    aside = {one.claim: one for one in (*unfit, *belief.aside) if one.claim not in rests_on}
    return Entry(
        incident=incident,
        tally=column.tally,
        side=column.side,
        unit=column.unit,
        as_of=day,
        best=best.count,
        low=belief.low,
        high=belief.high,
        rests_on=rests_on,
        set_aside=tuple(aside[claim] for claim in sorted(aside)),
        rule=belief.rule,
        sources=len(best.lanes),
    )
