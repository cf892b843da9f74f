"""What a run did, and what is next; the demo."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from shlex import quote
from typing import TYPE_CHECKING, Final

from recuento.cli.words.common import day, many, short

if TYPE_CHECKING:
    from recuento.pipeline import Summary
    from recuento.rereading import Reread

__all__ = [
    "BY_THE_RULES",
    "CORRECTION",
    "DEMO_LEDGER",
    "DENIED",
    "NO_TALLY",
    "STAYS_OUT",
    "STORY",
    "as_of_head",
    "asks",
    "demo_intro",
    "demo_next",
    "lost_line",
    "next_after_read",
    "rejected_head",
    "replayed",
    "reread_line",
    "run_line",
    "unread_line",
]

USUAL_LEDGER: Final = "recuento.db"
DEMO_LEDGER: Final = "a temporary file"
STAYS_OUT: Final = "it was not read again"
BY_THE_RULES: Final = "What moved because of the rules"
STORY: Final = "One incident, as its figures moved"
CORRECTION: Final = "Another, whose figure was corrected downwards"
DENIED: Final = "One that did not happen"
NO_TALLY: Final = "  → denied: kept with its words, and counted nowhere"


def run_line(summary: Summary, db: str) -> str:
    """Return what a run did, in one line."""
    if summary.new == 0 and summary.known:
        already = f"{many(summary.known, 'report')} already in the ledger"
        return f"Nothing new: {already} ({db}, {summary.seconds:.1f} s)."
    if summary.new == 0 and not summary.rejected and not summary.withdrawn:
        return f"No report was found there: name files, or folders that hold some ({db}, {summary.seconds:.1f} s)."
    known = f", {summary.known:,} already there" if summary.known else ""
    return (
        f"{many(summary.new, 'new report')}{known}: {many(summary.claims, 'claim')},"
        f" {many(len(summary.incidents), 'incident')} told or changed,"
        f" {summary.seconds:.1f} s. Ledger: {db}"
    )


def rejected_head(number: int) -> str:
    """Return the line above the reports that could not be used."""
    return f"{many(number, 'report')} could not be used:"


def next_after_read(incidents: Sequence[str], db: str) -> str:
    """Return what to type next, as it must be typed where the ledger is not the usual one."""
    which = asks(db)
    return f"Next: recuento incidents{which}, or: recuento show {short(incidents[0])}{which}"


def asks(db: str) -> str:
    """Return what a command takes to ask this ledger; "" for the usual one."""
    return "" if db == USUAL_LEDGER else f" --db {quote(db)}"


def replayed(number: int) -> str:
    """Return what a replay did."""
    return f"{many(number, 'incident')} derived afresh from the recorded claims."


def reread_line(done: Reread) -> str:
    """Return how many reports are read otherwise now."""
    if not done.changed:
        return f"{many(done.documents, 'report')} read again: nothing is read otherwise."
    kept = f" {many(done.carried, 'correction')} found their words again." if done.carried else ""
    return (
        f"{many(done.documents, 'report')} read again: {done.changed:,} read otherwise,"
        f" {done.claims_before:,} claims before, {done.claims_after:,} now.{kept}"
    )


def lost_line(decisions: Sequence[int]) -> str:
    """Return which decisions correct words that give no claim any more."""
    some = ", ".join(str(one) for one in decisions)
    return f"Corrections whose words give no claim any more (they are kept in the log): decision {some}"


def unread_line(left: str, gave: str) -> str:
    """Return how much of a report was left unread ("2 sentences", "7 claims")."""
    return f"{left} left unread; {gave} read"


def demo_intro(number: int) -> str:
    """Return what the demo is about to do."""
    return (
        f"Reading {number} short dispatches, English and Spanish, that come with Recuento. They retell two events of"
        " 2024 from public facts, or are invented; each says which."
    )


def as_of_head(asked: date, incident: str, db: str | None) -> str:
    """Return the line above a past day's figures, with what asks for them in the ledger that is kept."""
    where = f" --db {quote(db)}" if db else ""
    return f"What was known on {day(asked)}: recuento show {short(incident)} --as-of {asked.isoformat()}{where}"


def demo_next(db: str | None) -> str:
    """Return what to type after the demo."""
    kept = "recuento demo --db demo.db keeps this ledger; then ask it, with --db demo.db"
    ask = f"recuento incidents --db {quote(db)}   recuento show ID --db {quote(db)}" if db else kept
    return f"\nNext: {ask}\nYour own reports: recuento read FOLDER, then recuento incidents"
