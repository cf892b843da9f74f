"""What a person decided, as it is told."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from recuento.cli.words.common import count, day, days, many, place, short, tally_name
from recuento.cli.words.runs import asks
from recuento.model import Decision
from recuento.model.decision import Accepted, Correction, Judged, Undone, Withdrawn

if TYPE_CHECKING:
    from recuento.ledger import Audited, LeftOut

__all__ = [
    "A_PERSONS_WORD",
    "audited",
    "decided",
    "decision_line",
    "decision_said",
    "left_out_note",
    "no_decisions",
]

A_PERSONS_WORD: Final = "A person's word"
_VERDICTS: Final = {
    "same": "tell of the same incident",
    "different": "tell of different incidents",
    "unsure": "may or may not tell of the same incident",
}


def decision_said(decision: Decision) -> str:
    """Return what was decided, in words."""
    match decision.what:
        case Judged() as what:
            return f"{short(what.names[0])} and {short(what.names[1])} {_VERDICTS[what.verdict]}"
        case Correction() as what:
            number = f" ({many(len(what.targets), 'claim')})" if len(what.targets) > 1 else ""
            field = tally_name(what.tally) if what.tally else what.field
            return f"{field} of {short(what.named)}{number}: {what.was} → {_value(what)}"
        case Accepted() as what:
            return f"{tally_name(what.tally)} {count(what.best)} of {short(what.named)} accepted as shown"
        case Withdrawn() as what:
            return f"report {short(what.document)} withdrawn"
        case Undone() as what:
            return f"decision {what.decision} undone"


def _value(what: Correction) -> str:
    if what.count is not None:
        return count(what.count)
    if what.place is not None:
        return place(what.place)
    return days(what.when) if what.when else what.status or what.side or ("no figure" if what.field == "figure" else "")


def decision_line(decision: Decision) -> str:
    """Return one line of the log: its number, day and name, what was decided and why."""
    undone = f"  [undone by {decision.undone_by}]" if decision.undone_by is not None else ""
    return f"{decision.id}  {day(decision.at.date())}, {decision.by}: {decision_said(decision)}; {decision.why}{undone}"


def decided(decision: Decision, incidents: tuple[str, ...], db: str) -> str:
    """Return what was kept, and how to look at it or take it back in the ledger ``db``."""
    where = asks(db)
    look = f" Look: recuento show {short(incidents[0])}{where}." if incidents else ""
    back = f"To take it back: recuento undo {decision.id}{where}"
    return f"Decision {decision.id}: {decision_said(decision)}.{look} {back}"


def not_on_the_map(place: str) -> str:
    """Return what becomes of a place that the gazetteer does not have."""
    return (
        f"The gazetteer has no {place}: it is kept as you typed it, and has no point on the map. Where a town near it"
        " will do, correct it to that one."
    )


def no_decisions(of: str | None) -> str:
    """Return what the log says where there is nothing in it."""
    return f"Nobody has decided anything on {of}." if of else "Nobody has decided anything in this ledger."


def audited(sound: Audited) -> str:
    """Return what an audit found, with the line to note down."""
    return (
        f"Sound: {many(sound.decisions, 'decision')} as written, {many(sound.reports, 'report')} as read.\n"
        f"Head of the log: {sound.decisions}:{sound.head}\n"
        "Note it down; 'recuento audit --expect HEAD' later proves that nothing up to there was changed."
    )


def left_out_note(one: LeftOut) -> str:
    """Return why a report no longer stands."""
    return f" [{one.reason}]"
