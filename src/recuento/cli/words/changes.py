"""What moved, as it is told."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from recuento.cli.words.common import SIDES, count, day, short, tally_name

if TYPE_CHECKING:
    from recuento.ledger import Changes, FigureMoved, IncidentMoved

__all__ = ["GONE", "NOTHING_MOVED", "cause", "changes_head", "moved_head", "moved_line"]

NOTHING_MOVED: Final = "Nothing moved."
GONE: Final = "No report is read to tell of it any more"
_CAUSES: Final = {
    "report": "report {}",
    "decision": "a person's word, decision {}",
    "reread": "new rules, reading {}",
    "sources": "the register of sources",
    "replay": "derived afresh",
    "upgrade": "the ledger's upgrade",
}


def changes_head(found: Changes) -> str:
    """Return which clock was asked."""
    if found.day is not None:
        return f"Since {day(found.day)}: what reports published from then on changed, under today's judgements."
    return f"Since {found.since.isoformat(sep=' ', timespec='minutes')}: what this ledger learned."


def moved_head(one: IncidentMoved) -> str:
    """Return what became of an incident."""
    match one.kind:
        case "new":
            return "New"
        case "joined":
            return f"Joined of {' and '.join(short(name) for name in one.joined)}"
        case "split":
            return f"Split from {' and '.join(short(name) for name in one.split_from)}"
        case "changed":
            return "Moved"


def moved_line(figure: FigureMoved) -> str:
    """Return "abducted, civilians: 25 → 66"."""
    unit = f" {figure.unit}" if figure.unit != "people" else ""
    side = f", {SIDES[figure.side]}" if figure.side != "unknown" else ""
    before = " and ".join(count(each) for each in figure.before)
    after = count(figure.after) if figure.after is not None else "no figure"
    still = "still " if figure.before == (figure.after,) else f"{before} → " if before else ""
    return f"{tally_name(figure.tally)}{unit}{side}: {still}{after}"


def cause(step: str) -> str:
    """Return the words for a step ("report:d-…", "decision:7")."""
    kind, _, of = step.partition(":")
    return _CAUSES.get(kind, kind).format(short(of))
