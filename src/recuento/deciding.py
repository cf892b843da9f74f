"""A person's word: judged, corrected, withdrawn, undone. Each decision and all that follows from it is one step."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime
from itertools import product
from typing import TypeVar, get_args

from recuento.errors import OptionError, StaleDecision
from recuento.ledger import IncidentRecord, Ledger
from recuento.ledger.decider import Decider
from recuento.ledger.decisions import New, accept_subject, is_what_was_accepted
from recuento.ledger.rows import text_hash
from recuento.lexicon.codebook import codebook
from recuento.link import Linker
from recuento.model import Claim, Count, Entry
from recuento.model.claim import Side, Status
from recuento.model.decision import Accepted, Correction, CorrectionField, Decision, Judged, Undone, Withdrawn
from recuento.model.incident import Verdict
from recuento.recording import relink
from recuento.values import count_of, days_of, days_words, place_of, place_words

__all__ = ["NO_FIGURE", "Decided", "Which", "accept", "correct", "figure_held", "judge", "undo", "withdraw"]

Word = TypeVar("Word", bound=str)

NO_FIGURE = "none"
"""As a claim's figure: its words give none."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Decided:
    """A decision that was made; ``incidents`` are those that it touched, by their ids now, the one decided on first."""

    decision: Decision
    incidents: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Which:
    """Which figure, or which claims, of an incident are meant; None for any."""

    tally: str | None = None
    side: str | None = None
    unit: str | None = None
    from_day: date | None = None


def judge(
    ledger: Ledger,
    names: tuple[str, str],
    verdict: Verdict,
    *,
    by: str,
    why: str,
    seen: int | None = None,
    at: datetime | None = None,
) -> Decided:
    """Say that two incidents, accounts or reports tell of the same or of different things, or that it is unsure.

    Two names of one incident stand for the accounts they were made of: *different* parts these.

    Raises:
        StaleDecision: somebody else has judged them meanwhile.
        UnknownId: a name is borne by nothing.
        OptionError: both names stand for the same account.
    """
    with ledger.deciding(at) as decider:
        what = Judged(names=names, verdict=verdict, pairs=_pairs(decider, names, verdict))
        subject = " ".join(sorted(names))
        return _decided(decider, New(kind="judge", subject=subject, what=what, by=by, why=why, seen=seen))


def correct(
    ledger: Ledger,
    name: str,
    field: CorrectionField,
    value: str,
    *,
    by: str,
    why: str,
    which: Which | None = None,
    seen: int | None = None,
    at: datetime | None = None,
) -> Decided:
    """Say what a field of a claim, or of an incident, should be.

    Of an incident: its figure (of one tally, side and unit), place and days; or the status or side of its claims.

    Raises:
        StaleDecision: somebody else has corrected it meanwhile.
        UnknownId: the name is borne by nothing.
        OptionError: the value cannot be read, or it is not clear which figure is meant.
    """
    with ledger.deciding(at) as decider:
        if name.startswith("c-"):
            what = _of_claims(name, [decider.claim(name)], field, value)
        else:
            what = _of_incident(decider.record(name), name, field, value, which or Which())
        subject = " ".join(filter(None, (what.targets[0], field, what.tally, what.counted_side, what.unit)))
        return _decided(decider, New(kind="correct", subject=subject, what=what, by=by, why=why, seen=seen))


def accept(
    ledger: Ledger, name: str, shown: Entry, *, by: str, why: str, seen: int | None = None, at: datetime | None = None
) -> Decided:
    """Say that a figure of an incident is right as it was ``shown``, with the claims it rested on.

    Raises:
        StaleDecision: the figure has moved since it was shown, or somebody else has accepted it meanwhile.
        UnknownId: no incident bears the name.
    """
    with ledger.deciding(at) as decider:
        record = decider.record(name)
        key = (shown.tally, shown.side, shown.unit)
        held = next((entry for entry in record.entries if (entry.tally, entry.side, entry.unit) == key), None)
        what = Accepted(
            account=f"k-{record.incident.id[2:]}", named=name, tally=shown.tally, counted_side=shown.side,
            unit=shown.unit, best=shown.best, low=shown.low, high=shown.high, rests_on=shown.rests_on,
        )  # fmt: skip
        if held is None or not is_what_was_accepted(held, what):
            now = f"{held.best} ({held.rule})" if held else "no figure"
            raise StaleDecision(f"{shown.tally} of {name} has moved since you saw {shown.best}: it is now {now}")
        subject = accept_subject(what.account, *key)
        return _decided(decider, New(kind="accept", subject=subject, what=what, by=by, why=why, seen=seen))


def withdraw(
    ledger: Ledger, report: str, *, by: str, why: str, seen: int | None = None, at: datetime | None = None
) -> Decided:
    """Say that a report was retracted or taken down: its claims leave the tallies, and it does not come back.

    Raises:
        UnknownId: the name is borne by no report.
        LedgerError: it is withdrawn already.
    """
    with ledger.deciding(at) as decider:
        document = decider.document(report)
        what = Withdrawn(document=document.id, sha256=text_hash(document.text))
        return _decided(decider, New(kind="withdraw", subject=document.id, what=what, by=by, why=why, seen=seen))


def undo(ledger: Ledger, number: int, *, by: str, why: str, at: datetime | None = None) -> Decided:
    """Undo a decision; what it had changed is as if it had never been made. An undoing can be undone.

    Raises:
        UnknownId: no decision bears the number.
        LedgerError: it is undone already.
    """
    with ledger.deciding(at) as decider:
        what = Undone(decision=decider.decision(number).id)
        new = New(kind="undo", subject=f"decision {number}", what=what, by=by, why=why)
        return _decided(decider, new)


def _decided(decider: Decider, new: New) -> Decided:
    made = decider.decide(new)
    touched = decider.touched(made)
    found = relink(decider, Linker(), touched)
    first = decider.record(touched[0]).incident.id if touched else None
    return Decided(decision=made, incidents=tuple(sorted(found, key=lambda name: (name != first, name))))


def _pairs(decider: Decider, names: tuple[str, str], verdict: Verdict) -> tuple[tuple[str, str], ...]:
    sides = [decider.accounts_named(name) for name in names]
    if set(sides[0]) & set(sides[1]):
        sides = [decider.alias_accounts(name) for name in names]
    if set(sides[0]) & set(sides[1]):
        raise OptionError(f"{names[0]} and {names[1]} are one telling; name two of the incident's (k-…, or d-…)")
    first, second = sides
    # To join two incidents each telling must hold to one of the other side; to part them, none may meet any.
    pairs = set(product(first, second))
    if verdict == "same":
        _check_one_thing(names, sides)
        pairs = {*product(first[:1], second), *product(first, second[:1])}
    return tuple(sorted((min(pair), max(pair)) for pair in pairs))


def _check_one_thing(names: tuple[str, str], sides: Sequence[Sequence[str]]) -> None:
    for name, accounts in zip(names, sides, strict=True):
        if name.startswith("d-") and len(accounts) != 1:
            raise OptionError(f"{name} tells of {len(accounts)} incidents; say which one: {', '.join(accounts)}")


def _of_claims(named: str, claims: Sequence[Claim], field: CorrectionField, value: str) -> Correction:
    if field == "figure" and any(claim.figure is None for claim in claims):
        raise OptionError(f"{named}: no figure stands in its words; correct the incident's figure instead")
    was = ", ".join(dict.fromkeys(_said(claim, field) for claim in claims))
    return _valued(Correction(field=field, targets=tuple(claim.id for claim in claims), named=named, was=was), value)


def _valued(blank: Correction, value: str) -> Correction:
    match blank.field:
        case "figure":
            return replace(blank, count=None if value.strip().lower() == NO_FIGURE else count_of(value))
        case "place":
            return replace(blank, place=place_of(value))
        case "date":
            return replace(blank, when=days_of(value))
        case "status":
            return replace(blank, status=_literal("status", value, get_args(Status)))
        case "side":
            return replace(blank, side=_literal("side", value, get_args(Side)))


def _of_incident(record: IncidentRecord, named: str, field: CorrectionField, value: str, which: Which) -> Correction:
    incident = record.incident
    if field in {"status", "side"}:
        return _of_claims(named, _meant(record, which), field, value)
    seed = f"k-{incident.id[2:]}"
    if field == "figure":
        return _figure(record, named, seed, which, count_of(value))
    was = place_words(incident.place) if field == "place" else days_words(incident.when)
    return _valued(Correction(field=field, targets=(seed,), named=named, was=was), value)


def _meant(record: IncidentRecord, which: Which) -> list[Claim]:
    """Return the claims of an incident that are to be corrected: its own, of the tally and side asked."""
    own = [claim for claim in record.claims if claim.background == record.incident.background]
    asked = [claim for claim in own if which.tally in {None, claim.tally} and which.side in {None, claim.counted.side}]
    if not asked:
        raise OptionError(f"{record.incident.id}: none of its claims has that tally and side")
    return asked


def figure_held(record: IncidentRecord, which: Which) -> Entry:
    """Return the one figure of an incident that is meant.

    Raises:
        OptionError: no tally is named, nothing is held of it, or several figures are.
    """
    found = _held(record, which)
    if found is None:
        raise OptionError(f"--tally {which.tally}: no such figure of {record.incident.id} is held")
    return found


def _held(record: IncidentRecord, which: Which) -> Entry | None:
    if which.tally is None:
        raise OptionError("--tally: say which figure of the incident is meant, such as --tally killed")
    _literal("tally", which.tally, tuple(tally.code for tally in codebook().tally))
    if which.side is not None:
        _literal("side", which.side, get_args(Side))
    held = [
        entry
        for entry in record.entries
        if entry.tally == which.tally and which.side in {None, entry.side} and which.unit in {None, entry.unit}
    ]
    if len(held) > 1:
        some = "; ".join(f"--side {entry.side} --unit '{entry.unit}' ({entry.best})" for entry in held)
        raise OptionError(f"--tally {which.tally}: {len(held)} figures are held; say which: {some}")
    return held[0] if held else None


def _figure(record: IncidentRecord, named: str, seed: str, which: Which, count: Count) -> Correction:
    entry = _held(record, which)
    return Correction(
        field="figure",
        targets=(seed,),
        named=named,
        was=str(entry.best) if entry else "no figure",
        count=count,
        tally=which.tally,
        counted_side=entry.side if entry else which.side or "unknown",
        unit=entry.unit if entry else which.unit or "people",
        from_day=which.from_day or max((d.published_on for d in record.documents), default=None),
    )


def _literal(field: str, value: str, known: tuple[Word, ...]) -> Word:
    found = next((one for one in known if one == value), None)
    if found is None:
        raise OptionError(f"{value!r} is no {field}; it is one of {', '.join(known)}")
    return found


def _said(claim: Claim, field: CorrectionField) -> str:
    """Return what a claim says of a field until now, in words."""
    match field:
        case "figure":
            return str(claim.figure.count) if claim.figure else "no figure"
        case "place":
            return place_words(claim.where.place if claim.where else None)
        case "date":
            return days_words(claim.when.ranges if claim.when else ())
        case "status":
            return claim.status
        case "side":
            return claim.counted.side
