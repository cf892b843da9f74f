"""The codebook: what each event and tally is, whose it is, and what other datasets call it."""

from __future__ import annotations

from functools import cache
from typing import Literal

from recuento.lexicon.toml import Table, read_toml
from recuento.model.claim import RoleName

__all__ = ["Codebook", "Event", "Tally", "codebook", "event_of", "tally_of"]

Family = Literal["violence", "fate", "state_action", "justice", "speech"]


class Crosswalk(Table, frozen=True, kw_only=True):
    """What other datasets call an event; None: they have no counterpart."""

    acled: str | None = None
    ucdp: str | None = None
    gtd: str | None = None
    plover: str | None = None
    sivel: str | None = None


class Event(Table, frozen=True, kw_only=True):
    """One code. ``agent`` and ``patient`` are the roles of who does it and of whom or what it is done to.

    ``tally`` is the count that a figure of this event feeds, None where figures are not kept.
    """

    code: str
    family: Family
    name_en: str
    name_es: str
    definition: str
    agent: RoleName = "perpetrator"
    patient: RoleName = "target"
    tally: str | None = None
    crosswalk: Crosswalk = Crosswalk()


class Tally(Table, frozen=True, kw_only=True):
    """One count. ``of``: people or things; ``sides``: kept apart by side; ``moves``: how later figures change it.

    ``most``: a figure as large as this adds up several incidents; None where one can have any number.
    """

    code: str
    name_en: str
    name_es: str
    of: Literal["people", "things", "units"]
    moves: Literal["up", "up_or_down", "as_stated"]
    most: int | None = None
    definition: str


class Codebook(Table, frozen=True, kw_only=True):
    """All codes, in the order of the file."""

    event: tuple[Event, ...]
    tally: tuple[Tally, ...]


def event_of(code: str) -> Event:
    """Return the event with this code.

    Raises:
        KeyError: the codebook has no such code.
    """
    return _events()[code]


@cache
def _events() -> dict[str, Event]:
    return {event.code: event for event in codebook().event}


def tally_of(code: str) -> Tally:
    """Return the tally with this code.

    Raises:
        KeyError: the codebook has no such code.
    """
    return _tallies()[code]


@cache
def _tallies() -> dict[str, Tally]:
    return {tally.code: tally for tally in codebook().tally}


@cache
def codebook() -> Codebook:
    """Return ``lexicon/shared/codebook.toml``."""
    return read_toml("shared", "codebook.toml", Codebook)
