"""What a ledger shows at once of many incidents: lists, counts, the queue, actors."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from functools import cached_property
from typing import TYPE_CHECKING

from sqlalchemy import Engine

from recuento.ledger.actors import ActorKind
from recuento.ledger.casefile import ActorList, ActorRecord, actor_list, actor_record
from recuento.ledger.connect import reading
from recuento.ledger.doubts import doubts
from recuento.ledger.listing import After, incident_page, incident_rows, past_rows, review_queue, rows_named
from recuento.ledger.records import (
    NOW,
    Clocks,
    Counted,
    Doubts,
    Heading,
    IncidentFilter,
    IncidentRow,
    Order,
    PlaceSums,
    Queue,
    Spot,
)
from recuento.ledger.relisting import accepted_figures
from recuento.model import FigureKey

if TYPE_CHECKING:
    from recuento.ledger.shelving import Shelved

__all__ = ["Views"]


class Views:
    """The part of a ledger that lists and counts."""

    def __init__(self, engine: Engine) -> None:
        self._engine = engine

    @cached_property
    def _shelved(self) -> Shelved:
        # numpy takes a while to load: only who counts pays for it.
        from recuento.ledger.shelving import Shelved  # noqa: PLC0415

        return Shelved(self._engine)

    def incidents(
        self, wanted: IncidentFilter | None = None, *, clocks: Clocks = NOW, heading: Heading | None = None
    ) -> tuple[IncidentRow, ...]:
        """Return the incidents that pass, by day and id; ``heading`` is needed to ask what was told by a past day."""
        return tuple(self.each_incident(wanted, clocks=clocks, heading=heading))

    def each_incident(
        self,
        wanted: IncidentFilter | None = None,
        *,
        clocks: Clocks = NOW,
        heading: Heading | None = None,
        order: Order = "oldest",
    ) -> Iterator[IncidentRow]:
        """Yield what `incidents` returns, as one moment knew it, without holding all of it; of today in any order."""
        with reading(self._engine) as connection:
            if clocks == NOW:
                yield from incident_rows(connection, wanted or IncidentFilter(), order)
            else:
                yield from past_rows(connection, wanted or IncidentFilter(), clocks, heading)

    def incident_page(
        self,
        wanted: IncidentFilter,
        *,
        limit: int,
        offset: int = 0,
        after: After | None = None,
        order: Order = "oldest",
    ) -> tuple[IncidentRow, ...]:
        """Return one page of a list: those after the first ``offset``, or those that come ``after`` an incident.

        Raises:
            OptionError: ``wanted.words`` holds no word.
        """
        with reading(self._engine) as connection:
            return incident_page(connection, wanted, limit=limit, offset=offset, after=after, order=order)

    def rows(self, names: Sequence[str], *, reviewed_only: bool = False) -> tuple[IncidentRow, ...]:
        """Return these incidents, by their ids of today, as a list shows them; one that is not listed is left out."""
        with reading(self._engine) as connection:
            return rows_named(connection, names, reviewed_only=reviewed_only)

    def listed(self, wanted: IncidentFilter, order: Order, *, start: int, most: int) -> tuple[IncidentRow, ...]:
        """Return what `incident_page` does; the same from all that is listed, held in memory: quick on any page.

        Raises:
            OptionError: ``wanted.words`` holds no word.
        """
        return self.rows(self._shelved.names(wanted, order, start, most), reviewed_only=wanted.reviewed_only)

    def counted(self, wanted: IncidentFilter) -> Counted:
        """Return how many of the incidents that pass are what.

        Raises:
            OptionError: ``wanted.words`` holds no word.
        """
        return self._shelved.counted(wanted)

    def spots(self, wanted: IncidentFilter) -> tuple[Spot, ...]:
        """Return the points at which incidents that pass stand, each with their number and one of them.

        Raises:
            OptionError: ``wanted.words`` holds no word.
        """
        return self._shelved.spots(wanted)

    def place_sums(
        self, wanted: IncidentFilter, tallies: Sequence[str], side: str | None = None
    ) -> tuple[PlaceSums, ...]:
        """Return what the incidents that pass hold at each point, those with most incidents first; last those without.

        ``side`` None sums over all sides.

        Raises:
            OptionError: ``wanted.words`` holds no word.
        """
        return self._shelved.place_sums(wanted, tallies, side)

    def admin1_names(self, codes: Iterable[str]) -> dict[str, str]:
        """Return what these states and departments are called, with their countries."""
        return self._shelved.admin1_names(tuple(codes))

    def accepted_figures(self, incident: str) -> tuple[FigureKey, ...]:
        """Return which figures of an incident a person accepted as they stand, or gave."""
        with reading(self._engine) as connection:
            return accepted_figures(connection, incident)

    def review(self, *, at: int, limit: int) -> Queue:
        """Return up to ``limit`` figures that wait for a person from the ``at``-th on; past the end, from the last."""
        with reading(self._engine) as connection:
            return review_queue(connection, at=at, limit=limit)

    def doubts(self, *, decided_by: str, held: float, at: int, limit: int) -> Doubts:
        """Return up to ``limit`` doubtful joins from the ``at``-th on; past the end, from the last.

        Of the machine's judgements those under the weights named count. A telling that no link of ``held`` or more
        holds in its incident was only just taken in.
        """
        with reading(self._engine) as connection:
            return doubts(connection, decided_by, held=held, at=at, limit=limit)

    def actors(
        self,
        *,
        words: str | None = None,
        kind: ActorKind | None = None,
        start: int = 0,
        most: int = 50,
        after: tuple[int, str] | None = None,
    ) -> ActorList:
        """Return actors by the number of their incidents; ``words`` somewhere in the name, accents and case aside.

        They begin after the first ``start``, or ``after`` an actor: the number of its incidents, and its key.
        """
        with reading(self._engine) as connection:
            return actor_list(connection, words=words, kind=kind, start=start, most=most, after=after)

    def actor(self, key: str) -> ActorRecord:
        """Return what the ledger tells of one actor, by the key that `actors` gives.

        Raises:
            UnknownId: no incident names it.
        """
        with reading(self._engine) as connection:
            return actor_record(connection, key)
