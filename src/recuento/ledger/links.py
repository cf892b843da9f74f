"""Judgements in force that this process knows already: of an account all of them, or none.

Of a long story every account was judged near every other. They are read once, and what a step adds is added here.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from typing import Any

from sqlalchemy import Connection, bindparam, or_, select, union_all

from recuento.ledger import tables as t
from recuento.ledger.rows import THESE, batches

__all__ = ["Links"]

_ACCOUNTS = 16_000  # each with about a dozen others

_j = t.judgement.c
_COUNTS = or_(_j.decided_by == bindparam("by"), _j.by_person) & _j.void_at.is_(None)
_ALL = select(_j.a, _j.b, _j.score, _j.by_person, _j.decision).where(_COUNTS)
# Of a long story nearly every pair was judged: each comes once, though it has two ends.
_JUDGED = union_all(_ALL.where(_j.a.in_(THESE)), _ALL.where(_j.b.in_(THESE), _j.a.not_in(THESE)))

Said = tuple[str, int | None]
"""Another account, and the decision by which a person judged the two; None where it was not logged as one."""


class Links:
    """Judgements by account: the machine's under one name, and persons'. Whatever else wrote some makes it forget."""

    def __init__(self) -> None:
        self._by: str | None = None
        self._as_of = (0, 0)
        self._near: dict[str, dict[str, float]] = {}
        self._said: dict[str, list[Said]] = {}

    def as_of(self, reading: int, last: int) -> None:
        """Forget everything if reports were read again since, or judgements added that this does not know of.

        ``last`` is the number of the last judgement that there is.
        """
        if self._as_of != (reading, last):
            self.clear()
            self._as_of = (reading, last)
        if len(self._near) > _ACCOUNTS:
            newer = list(self._near)[-_ACCOUNTS * 3 // 4 :]
            self._near = {name: self._near[name] for name in newer}
            self._said = {name: said for name, said in self._said.items() if name in self._near}

    def clear(self) -> None:
        """Forget everything."""
        self._near.clear()
        self._said.clear()

    def under(self, by: str) -> None:
        """Keep to the machine's judgements under this name."""
        if self._by not in {None, by}:
            self.clear()
        self._by = by

    def begin(self, accounts: Iterable[str]) -> None:
        """Know of accounts that were not there before that nobody has judged them."""
        for name in accounts:
            self._near[name] = {}

    def knows(self, a: str, b: str) -> bool | None:
        """Tell whether the machine has judged two accounts; None where neither is known."""
        near = self._near.get(a)
        if near is not None:
            return b in near
        near = self._near.get(b)
        return a in near if near is not None else None

    def added(self, rows: Sequence[Mapping[str, Any]], *, new: int) -> None:
        """Take in the rows of judgements of the machine that count from now on, ``new`` of them with a new number."""
        reading, last = self._as_of
        self._as_of = (reading, last + new)
        for row in rows:
            a, b, score = row["a"], row["b"], row["score"]
            if a in self._near:
                self._near[a][b] = score
            if b in self._near:
                self._near[b][a] = score

    def near(self, account: str) -> Mapping[str, float]:
        """Return the score of each account that the machine has judged near this one, which must have been read."""
        return self._near[account]

    def said(self, account: str, off: Collection[int]) -> set[str]:
        """Return the accounts on which persons have judged this one, but for decisions that are ``off``."""
        told = self._said.get(account, ())
        return {other for other, decision in told if decision is None or decision not in off}

    def read(self, connection: Connection, accounts: Iterable[str]) -> None:
        """Read what is not known yet of these accounts."""
        wanted = sorted(name for name in accounts if name not in self._near)
        for name in wanted:
            self._near[name] = {}
        asked = set(wanted)
        for some in batches(wanted):
            for a, b, score, by_person, decision in connection.execute(_JUDGED, {"by": self._by, "these": some}).all():
                for one, other in ((a, b), (b, a)):
                    if one in asked:
                        if not by_person:
                            self._near[one][other] = score
                        elif (other, decision) not in self._said.setdefault(one, []):
                            self._said[one].append((other, decision))
