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
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import date
from itertools import groupby

from recuento.ledger.belief import Belief, heard
from recuento.ledger.people import died_since
from recuento.ledger.records import Reported
from recuento.ledger.said import Said, said_in
from recuento.ledger.sides import Column, columns
from recuento.ledger.units import unit_key
from recuento.ledger.voices import Voice, voices
from recuento.model import Claim, Count, Entry, SetAside

__all__ = ["current", "tally", "why_unfit"]

_UNFIT = {
    "denied": "denied",
    "planned": "planned, not done",
    "attempted": "attempted, not done",
    "unknown": "the words do not say that it happened",
}


def tally(incident: str, reported: Iterable[Reported]) -> tuple[Entry, ...]:
    """Return what the reports say of one incident, from each publication day on which that changed.

    Every day's entries are complete: one for each tally, side and kind of thing that is held from that day on. The
    order of ``reported`` does not matter. ``recorded_from`` is left None: the ledger sets it.
    """
    told = [one for one in reported if one.claim.tally is not None and one.claim.figure is not None]
    series: list[Entry] = []
    before: tuple[Entry, ...] = ()
    published = {one.document.published_on for one in told}
    replaced = {one.left_out.since for one in told if one.left_out is not None and one.left_out.since is not None}
    for day in sorted(published | replaced):
        known = [one for one in told if one.document.published_on <= day]
        now = _held(incident, known, day) or _emptied(before, known, day)
        if [_content(entry) for entry in now] != [_content(entry) for entry in before]:
            series += now
            before = now
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


def _content(entry: Entry) -> tuple[object, ...]:
    return (entry.tally, entry.side, entry.unit, entry.best, entry.low, entry.high, entry.rests_on, entry.set_aside)


def _held(incident: str, known: Sequence[Reported], day: date) -> tuple[Entry, ...]:
    """Return the entries of one day, sorted by tally, side and unit."""
    unfit = [(one.claim, reason) for one in known if (reason := why_unfit(one, day)) is not None]
    told = voices(one for one in known if why_unfit(one, day) is None)
    died = died_since(told)
    unfit += [(voice.claim, "wounded, now dead: counted there") for voice in died]
    fit = tuple(voice for voice in told if voice not in died)
    entries = []
    for column in columns(fit):
        aside = [SetAside(claim=c.id, reason=reason) for c, reason in unfit if _belongs(c, column)]
        belief = _belief(column.voices)
        if belief is not None:
            entries.append(_entry(incident, column, belief, aside, day))
    return tuple(entries)


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


def _belief(told: Sequence[Voice]) -> Belief | None:
    """Return what one column's voices add up to, day after day."""
    belief: Belief | None = None
    for _, same_day in groupby(told, key=lambda v: v.day):
        figures: list[Said] = []
        aside: list[SetAside] = []
        for _, report in groupby(same_day, key=lambda v: v.document.id):
            said, within = said_in(tuple(report))
            figures += said
            aside += within
        belief = heard(belief, figures, aside)
    return belief


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
