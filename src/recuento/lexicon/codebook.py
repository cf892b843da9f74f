"""The codebook: what each event and tally is, whose it is, and what other datasets call it."""

from __future__ import annotations

from typing import Literal

from recuento.lexicon.toml import Table, read_toml
from recuento.model.claim import RoleName

__all__ = ["Codebook", "Event", "Tally", "codebook"]

Family = Literal["violence", "fate", "state_action", "justice", "speech"]


class Crosswalk(Table):
    """What other datasets call an event; None: they have no counterpart."""

    acled: str | None = None
    ucdp: str | None = None
    gtd: str | None = None
    plover: str | None = None
    sivel: str | None = None


class Event(Table):
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


class Tally(Table):
    """One count. ``of``: people or things; ``sides``: kept apart by side; ``moves``: how later figures change it."""

    code: str
    name_en: str
    name_es: str
    of: Literal["people", "things", "units"]
    moves: Literal["up", "up_or_down", "as_stated"]
    definition: str


class Codebook(Table):
    """All codes, in the order of the file."""

    event: tuple[Event, ...]
    tally: tuple[Tally, ...]

    def of(self, code: str) -> Event:
        """Return the event with this code.

        Raises:
            KeyError: the codebook has no such code.
        """
        return _by_code(self)[code]


_INDEX: dict[int, dict[str, Event]] = {}


def _by_code(book: Codebook) -> dict[str, Event]:
    if id(book) not in _INDEX:
        _INDEX[id(book)] = {event.code: event for event in book.event}
    return _INDEX[id(book)]


def codebook() -> Codebook:
    """Return ``lexicon/shared/codebook.toml``."""
    return read_toml("shared", "codebook.toml", Codebook)
