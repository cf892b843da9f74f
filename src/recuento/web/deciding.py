"""The addresses to which the forms are sent: one decision each, then back to the page."""

from __future__ import annotations

from typing import TypeVar, get_args

from fastapi import APIRouter
from fastapi.responses import RedirectResponse, Response

from recuento import deciding
from recuento.errors import OptionError, StaleDecision
from recuento.ledger import Ledger
from recuento.model.decision import CorrectionField
from recuento.model.incident import Verdict
from recuento.web.figures import shown_mark
from recuento.web.forms import NAME_COOKIE, Sent, TheForm
from recuento.web.pages import TheLedger

__all__ = ["router"]

router = APIRouter(include_in_schema=False)
Word = TypeVar("Word", bound=str)


@router.post("/incidents/{name}/accept")
def accept(name: str, ledger: TheLedger, sent: TheForm) -> Response:
    """Accept a figure exactly as the page showed it."""
    shown = deciding.figure_held(ledger.incident(name), _which(sent))
    if shown_mark(shown) != sent.text("shown"):
        raise StaleDecision(f"{shown.tally} of {name} has moved since this page was loaded: it is now {shown.best}")
    deciding.accept(ledger, name, shown, by=sent.by, why=sent.why, seen=sent.number("seen"))
    return _done(sent, f"/incidents/{name}")


@router.post("/incidents/{name}/correct")
def correct_incident(name: str, ledger: TheLedger, sent: TheForm) -> Response:
    """Correct a figure, the place or the day of an incident."""
    return _correct(name, ledger, sent, f"/incidents/{name}")


@router.post("/claims/{name}/correct")
def correct_claim(name: str, ledger: TheLedger, sent: TheForm) -> Response:
    """Correct a claim, or say that its words give no figure."""
    return _correct(name, ledger, sent, "/incidents")


@router.post("/incidents/{name}/judge")
def judge(name: str, ledger: TheLedger, sent: TheForm) -> Response:
    """Say that this incident and another are one, or are not."""
    names = (name, sent.text("other"))
    verdict = _one_of("verdict", sent.text("verdict"), get_args(Verdict))
    made = deciding.judge(ledger, names, verdict, by=sent.by, why=sent.why, seen=sent.number("seen"))
    return _done(sent, f"/incidents/{made.incidents[0] if made.incidents else name}")


@router.post("/reports/{name}/withdraw")
def withdraw(name: str, ledger: TheLedger, sent: TheForm) -> Response:
    """Withdraw a report: its claims stay to be seen and leave every tally."""
    deciding.withdraw(ledger, name, by=sent.by, why=sent.why, seen=sent.number("seen"))
    return _done(sent, f"/reports/{name}")


@router.post("/decisions/{number}/undo")
def undo(number: int, ledger: TheLedger, sent: TheForm) -> Response:
    """Undo a decision."""
    deciding.undo(ledger, number, by=sent.by, why=sent.why)
    return _done(sent, "/log")


def _correct(name: str, ledger: Ledger, sent: Sent, otherwise: str) -> Response:
    field = _one_of("field", sent.text("field"), get_args(CorrectionField))
    which = _which(sent)
    deciding.correct(
        ledger, name, field, sent.text("value"), by=sent.by, why=sent.why, which=which, seen=sent.number("seen")
    )
    return _done(sent, otherwise)


def _which(sent: Sent) -> deciding.Which:
    tally, side, unit = (sent.fields.get(name, "").strip() or None for name in ("tally", "side", "unit"))
    return deciding.Which(tally=tally, side=side, unit=unit)


def _one_of(field: str, word: str, known: tuple[Word, ...]) -> Word:
    for one in known:
        if one == word:
            return one
    raise OptionError(f"{field}: {word!r} is none of {', '.join(known)}")


def _done(sent: Sent, otherwise: str) -> Response:
    """Go back by a new request, so that loading the page again decides nothing; and remember the name."""
    answer = RedirectResponse(sent.back(otherwise), status_code=303)
    # A cookie holds no letters beyond ASCII.
    answer.set_cookie(NAME_COOKIE, sent.by.encode("utf-8").hex(), max_age=31_536_000, samesite="strict", httponly=True)
    return answer
