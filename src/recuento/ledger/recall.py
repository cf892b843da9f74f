"""Facts that this process has read from the ledger and may need for the next report.

An account and a report never change but when reports are read again, so they are kept until then: the latest report of
a long story needs all accounts of those before it.
"""

from __future__ import annotations

from typing import NamedTuple, TypeVar

from recuento.ledger.links import Links
from recuento.ledger.resumed import Pasts
from recuento.model import Account, Document

__all__ = ["Live", "Recall"]

_ACCOUNTS = 4_000  # each about ten kilobytes
_DOCUMENTS = 4_000
_LIVE = 60_000  # each about two hundred bytes


class Live(NamedTuple):
    """An account that the present reading of its report tells of: what it takes to know whether two may meet."""

    id: str
    document: str
    aggregate: bool


Fact = TypeVar("Fact", Account, Document, Live)


class Recall:
    """Accounts and reports by id, as of one reading; when there are too many the oldest quarter goes.

    ``live`` are accounts by id with next to nothing of them, many more; ``pasts`` are what incidents came to when they
    were counted last, ``links`` what was judged of accounts.
    """

    def __init__(self) -> None:
        self.accounts: dict[str, Account] = {}
        self.documents: dict[str, Document] = {}
        self.live: dict[str, Live] = {}
        self.pasts = Pasts()
        self.links = Links()
        self._reading = 0

    def as_of(self, reading: int, judgement: int) -> Recall:
        """Return this for a new step, with nothing in it that may be otherwise since.

        ``reading`` is the number of the last report that was read again, ``judgement`` that of the last judgement.
        """
        if reading != self._reading:
            self.forget()
            self._reading = reading
        self.links.as_of(reading, judgement)
        self.accounts, self.documents = _newer(self.accounts, _ACCOUNTS), _newer(self.documents, _DOCUMENTS)
        self.live = _newer(self.live, _LIVE)
        return self

    def forget(self) -> None:
        """Forget everything: the step in which some of it was written has failed."""
        self.accounts, self.documents, self.live, self.pasts = {}, {}, {}, Pasts()
        self.links.clear()


def _newer(facts: dict[str, Fact], most: int) -> dict[str, Fact]:
    return facts if len(facts) <= most else dict(list(facts.items())[-most * 3 // 4 :])
