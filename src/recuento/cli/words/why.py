"""Why two reports tell of one incident, or of two."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Final

from recuento.cli.words.common import day, many, outlet, short
from recuento.link import Field

if TYPE_CHECKING:
    from recuento.ledger.pairing import Linked
    from recuento.model import Account, Document
    from recuento.unfolding import Apart, Why

__all__ = [
    "FIELD_HEADS",
    "OTHER_PAIRS",
    "PATH",
    "PRIOR",
    "SUM",
    "WORDS_ON_IT",
    "apart_lines",
    "field_level",
    "field_values",
    "link_line",
    "log_odds",
    "never_compared",
    "other_pairs",
    "sum_line",
    "telling",
    "why_head",
]

FIELD_HEADS: Final = ("field", "compares", "log-odds", "what was compared")
PRIOR: Final = "to begin with"
SUM: Final = "sum"
WORDS_ON_IT: Final = "Judged"
PATH: Final = "How they hang together"
OTHER_PAIRS: Final = "Other pairs"
_FIELDS: Final = {
    "time": "days",
    "published": "published",
    "place": "place",
    "kind": "kind of event",
    "people": "names",
    "venue": "venue",
    "counts": "figures",
    "passage": "words of the passage",
    "report": "words of the report",
    "background": "news or recalled",
}
_NOTHING: Final = "not said"


def why_head(found: Why) -> str:
    """Return the answer in one sentence."""
    one, other = found.incidents
    if one == other:
        return f"One incident: {short(one)}."
    return f"Two incidents: {short(one)} and {short(other)}."


def telling(account: Account, document: Document) -> str:
    """Return one side: its id, its report, and the first words that tell it."""
    title = f": {document.title}" if document.title else f": {account.claims[0].quote.text}" if account.claims else ""
    return f"{short(account.id)} · {outlet(document)}{title}"


def field_level(field: Field) -> tuple[str, str]:
    """Return the name of a field and how it compares, as in ``link_weights.toml``."""
    return _FIELDS[field.field], field.level.replace("_", " ")


def field_values(field: Field) -> str:
    """Return what was compared: what both say, and else what the one and the other say."""
    if field.field in {"passage", "report"} and field.level == "unsaid":
        return _NOTHING
    if field.field in {"passage", "report"}:
        shared = f"both: {', '.join(field.shared)}" if field.shared else "no uncommon word in both"
        return f"{shared} (cosine {field.measure:.2f})" if field.measure is not None else shared
    if field.shared:
        return f"both: {'; '.join(field.shared)}"
    one, other = ("; ".join(side) or _NOTHING for side in (field.one, field.other))
    if field.field == "people":
        return "no name of more than one word in both"
    apart = f" ({field.measure:g} km)" if field.measure else ""
    return f"{one} / {other}{apart}" if one != other else f"both: {one}"


def log_odds(number: float) -> str:
    """Return "+2.01" or "−0.26"."""
    return f"{'−' if number < 0 else '+'}{abs(number):.2f}"


def sum_line(found: Why) -> str:
    """Return what the sum is measured against."""
    far = "reaches" if found.unfolded.score >= found.threshold else "does not reach"
    return f"{far} the threshold of {log_odds(found.threshold)}"


def never_compared(found: Why) -> Iterator[str]:
    """Yield why linking never looked at a pair; nothing if it did."""
    if found.compared:
        return
    if found.one.document == found.other.document:
        yield "Never compared: one report tells of both, and two tellings of one report are two incidents."
    elif found.one.aggregate or found.other.aggregate:
        yield "Never compared: one of them is a total of a period or an area, which is never linked."
    else:
        yield "Never compared: no block is shared, that is no place and week, rare word, pair of words or large figure."


def link_line(link: Linked) -> str:
    """Return one judgement: who, when, what."""
    if link.score is not None:
        return f"{short(link.a)} and {short(link.b)}: {log_odds(link.score)} ({link.decided_by})"
    when = day(link.decided_at.date()) + (f", decision {link.decision}" if link.decision is not None else "")
    return f"{short(link.a)} and {short(link.b)}: {link.verdict}, says {link.decided_by} ({when})"


def apart_lines(apart: Apart, found: Why) -> Iterator[str]:
    """Yield what keeps two incidents apart."""
    if apart.reports:
        reports = ", ".join(short(name) for name in apart.reports)
        tell = "tells" if len(apart.reports) == 1 else "tell"
        yield f"Kept apart: {many(len(apart.reports), 'report')} {tell} of both ({reports})."
    for link in apart.said:
        yield f"Kept apart: {link_line(link)}."
    yield (
        f"As groups they score {log_odds(apart.score)}: best pair {log_odds(apart.best)},"
        f" average {log_odds(apart.mean)}; they would join from {log_odds(found.threshold)}."
    )


def other_pairs(found: Why) -> str:
    """Return how many pairs the two names stand for."""
    return f"{found.names[0]} and {found.names[1]} stand for {many(found.number, 'pair')}; above is the best."
