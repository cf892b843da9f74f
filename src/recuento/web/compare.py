"""One incident or two: what linking compared, field by field, before a person joins or splits."""

from __future__ import annotations

import re
from datetime import date, timedelta

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
from recuento.web.pages import Render, TheLedger
from recuento.web.render import tongue_of
from recuento.web.tongue import SIDES, Tongue
from recuento.web.veiling import hidden_from, incident_veil

__all__ = ["compared", "router"]

router = APIRouter(include_in_schema=False)
_FIGURE = re.compile(r"(\w+) (.+), (\w+)")


@router.get("/compare")
def compare(request: Request, ledger: TheLedger, render: Render) -> Response:
    """Return why two incidents, tellings or reports stand as one incident, or as two; and the form that decides."""
    names = [" ".join(request.query_params.get(name, "").split())[:40] for name in ("one", "other")]
    for name, given in zip(("one", "other"), names, strict=True):
        if not given:
            raise OptionError(f"{name}: this field must be filled")
    why = _veiled(ledger, answers.why(ledger, *names), request)
    seen = max((link.decision for link in why.links if link.decision is not None), default="")
    tongue = tongue_of(request)
    values = {field.field: compared(field, tongue) for field in why.unfolded.fields}
    return render.page(request, "compare.html", why=why, values=values, seen=seen)


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
