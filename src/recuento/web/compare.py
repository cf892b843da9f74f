"""One incident or two: what linking compared, field by field, before a person joins or splits."""

from __future__ import annotations

import re
from datetime import date, timedelta
from typing import Any

from fastapi import APIRouter, Request
from fastapi.responses import Response

from recuento import answers
from recuento.errors import OptionError
from recuento.export import Veil
from recuento.ledger import Ledger
from recuento.lexicon.fold import fold
from recuento.link import Field
from recuento.model import DayRange
from recuento.unfolding import Why
from recuento.web.pages import Render, TheLedger, number_asked
from recuento.web.render import tongue_of
from recuento.web.tongue import SIDES, Tongue
from recuento.web.veiling import hidden_from, incident_veil

__all__ = ["compared", "router"]

router = APIRouter(include_in_schema=False)
_AHEAD = 12
_FIGURE = re.compile(r"(\w+) (.+), (\w+)")


@router.get("/compare")
def compare(request: Request, ledger: TheLedger, render: Render) -> Response:
    """Return why two incidents, tellings or reports stand as one incident, or as two; and the form that decides."""
    names = [" ".join(request.query_params.get(name, "").split())[:40] for name in ("one", "other")]
    for name, given in zip(("one", "other"), names, strict=True):
        if not given:
            raise OptionError(f"{name}: this field must be filled")
    return render.page(request, "compare.html", **_explained(request, ledger, names[0], names[1]))


@router.get("/review/joins")
def joins(request: Request, ledger: TheLedger, render: Render) -> Response:
    """Return the next doubtful join with what was compared, and the way to those after it."""
    queue = answers.doubts(ledger, at=number_asked(request.query_params.get("at")), limit=_AHEAD + 1)
    rows = {row.incident.id: row for row in ledger.rows([name for one in queue.doubts for name in one.incidents])}
    first = queue.doubts[0] if queue.doubts else None
    told: dict[str, Any] = _explained(request, ledger, *first.names) if first else {"why": None}
    return render.page(request, "joins.html", queue=queue, rows=rows, **told)


def _explained(request: Request, ledger: Ledger, one: str, other: str) -> dict[str, Any]:
    """Return what a page shows of two: why they stand so, each field in words, and the latest decision on them."""
    why = _veiled(ledger, answers.why(ledger, one, other), request)
    tongue = tongue_of(request)
    return {
        "why": why,
        "values": {field.field: compared(field, tongue) for field in why.unfolded.fields},
        "seen": max((link.decision for link in why.links if link.decision is not None), default=""),
    }


def _veiled(ledger: Ledger, why: Why, request: Request) -> Why:
    """Return what the reader may see of it; linking compares folded words, so names are hidden folded too."""
    hidden = hidden_from(request)
    names: set[str] = set()
    for incident in dict.fromkeys(why.incidents):
        names |= incident_veil(ledger.incident(incident), hidden).names
    return Veil(frozenset(names | {fold(name) for name in names})).over(why)


def compared(field: Field, tongue: Tongue) -> str:
    """Return what was compared: what both say, and else what the one and the other say."""
    if field.field in {"passage", "report"}:
        return _wording(field, tongue)
    shared, one, other = (
        "; ".join(_told(field.field, word, tongue) for word in side) for side in (field.shared, field.one, field.other)
    )
    if shared:
        return tongue.say("both: %(words)s", words=shared)
    if field.field == "people":
        return tongue.say("no name of more than one word in both")
    one, other = (side or tongue.say("not said") for side in (one, other))
    apart = f" ({tongue.number(field.measure)} km)" if field.measure else ""
    return f"{one} / {other}{apart}" if one != other else tongue.say("both: %(words)s", words=one)


def _told(field: str, word: str, tongue: Tongue) -> str:
    """Return one thing that was compared, in the reader's language: days, kinds and figures are codes."""
    match field:
        case "time" | "published":
            first, _, after = word.partition("/")
            day = date.fromisoformat(first)
            return tongue.days([DayRange(day, date.fromisoformat(after) if after else day + timedelta(days=1))])
        case "kind" | "background":
            return tongue.say(f"compared:{word}")
        case "counts" if (found := _FIGURE.fullmatch(word)) is not None:
            return f"{tongue.tally(found[1])} {found[2]}, {tongue.say(SIDES[found[3]])}"
    return word


def _wording(field: Field, tongue: Tongue) -> str:
    if field.level == "unsaid":
        return tongue.say("not said")
    if not field.shared:
        return tongue.say("no uncommon word in both")
    return tongue.say("both: %(words)s", words=", ".join(field.shared))
