"""Decisions by other programs on this computer: the token of the page in a header, the rules of the page's forms."""

from __future__ import annotations

from dataclasses import replace
from secrets import compare_digest
from typing import Annotated

from fastapi import APIRouter, Depends, Header, Path, Request
from starlette.exceptions import HTTPException

from recuento import deciding
from recuento.errors import OptionError
from recuento.web.api_shapes import AcceptIn, CorrectIn, Decided, JudgeIn, WordIn
from recuento.web.pages import TheLedger
from recuento.web.problems import RESPONSES

__all__ = ["router"]


def _allowed(
    request: Request,
    x_recuento_token: Annotated[str, Header(description="the token that /api/token gives", max_length=100)] = "",
) -> None:
    if request.app.state.settings.read_only:
        raise HTTPException(403, "This page was opened read-only: it takes no decisions.")
    if not compare_digest(x_recuento_token.encode(), request.app.state.token.encode()):
        raise HTTPException(403, "The header X-Recuento-Token must hold the token that /api/token gives.")


_MORE = dict.fromkeys((403, 409, 413), RESPONSES[400])
router = APIRouter(dependencies=[Depends(_allowed)], responses=RESPONSES | _MORE)  # type: ignore[arg-type]
Name = Annotated[str, Path(pattern=r"^[0-9a-z-]{1,40}$", description="an id, or the unique beginning of one")]


@router.post("/incidents/{name}/accept")
def accept(ledger: TheLedger, name: Name, sent: AcceptIn) -> Decided:
    """Accept a figure exactly as it was shown; 409 where it has moved since."""
    figure = sent.figure
    which = deciding.Which(tally=figure.tally, side=figure.side, unit=figure.unit)
    held = deciding.figure_held(ledger.incident(name), which)
    shown = replace(held, best=figure.best, low=figure.low, high=figure.high, rests_on=tuple(figure.rests_on))
    return _decided(deciding.accept(ledger, name, shown, by=sent.by, why=sent.why, seen=sent.seen))


@router.post("/incidents/{name}/correct")
def correct_incident(ledger: TheLedger, name: Name, sent: CorrectIn) -> Decided:
    """Correct a figure, the place or the day of an incident; or the status or side of its claims."""
    if name.startswith("c-"):
        raise OptionError(f"name: {name} is a claim; /api/claims/{name}/correct corrects it")
    return _correct(ledger, name, sent)


@router.post("/claims/{name}/correct")
def correct_claim(ledger: TheLedger, name: Name, sent: CorrectIn) -> Decided:
    """Correct a claim, or say with the value "none" that its words give no figure."""
    if not name.startswith("c-"):
        raise OptionError(f"name: {name!r} is no claim's id; one begins with c-")
    return _correct(ledger, name, sent)


@router.post("/incidents/{name}/judge")
def judge(ledger: TheLedger, name: Name, sent: JudgeIn) -> Decided:
    """Say that this incident and another are one, or are not."""
    return _decided(deciding.judge(ledger, (name, sent.other), sent.verdict, by=sent.by, why=sent.why, seen=sent.seen))


@router.post("/reports/{name}/withdraw")
def withdraw(ledger: TheLedger, name: Name, sent: WordIn) -> Decided:
    """Withdraw a report: its claims stay to be seen and leave every tally."""
    return _decided(deciding.withdraw(ledger, name, by=sent.by, why=sent.why, seen=sent.seen))


@router.post("/decisions/{number}/undo")
def undo(ledger: TheLedger, number: Annotated[int, Path(ge=1, le=2**31)], sent: WordIn) -> Decided:
    """Undo a decision; what it had changed is as if it had never been made."""
    return _decided(deciding.undo(ledger, number, by=sent.by, why=sent.why))


def _correct(ledger: TheLedger, name: str, sent: CorrectIn) -> Decided:
    which = deciding.Which(tally=sent.tally, side=sent.side, unit=sent.unit)
    return _decided(
        deciding.correct(ledger, name, sent.field, sent.value, by=sent.by, why=sent.why, which=which, seen=sent.seen)
    )


def _decided(made: deciding.Decided) -> Decided:
    return Decided(decision=made.decision.id, incidents=list(made.incidents))
