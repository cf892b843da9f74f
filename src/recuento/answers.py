"""Questions to a ledger, of today or of a past day. Linking tells what a part of an incident's reports say together."""

from __future__ import annotations

from collections.abc import Sequence

from recuento.ledger import NOW, Clocks, Concern, Doubts, IncidentFilter, IncidentRecord, IncidentRow, Ledger
from recuento.ledger import concerns as concerns_of
from recuento.ledger.pairing import Linked
from recuento.link import Linker, incident_of, load_weights
from recuento.model import Account, Incident
from recuento.unfolding import Why, why

__all__ = [
    "Clocks",
    "Why",
    "concerns",
    "doubts",
    "incident",
    "incidents",
    "near",
    "reviewed_claims",
    "why",
]


def incident(ledger: Ledger, name: str, clocks: Clocks = NOW) -> IncidentRecord:
    """Return one incident as of ``clocks``, by any id it ever had.

    Raises:
        UnknownId: none bears it, or several do.
    """
    return ledger.incident(name, as_of=clocks.as_of, ledger_as_of=clocks.ledger_as_of, heading=_heading)


def incidents(ledger: Ledger, wanted: IncidentFilter | None = None, clocks: Clocks = NOW) -> tuple[IncidentRow, ...]:
    """Return the incidents that pass as of ``clocks``, by day and id."""
    return ledger.incidents(wanted, clocks=clocks, heading=_heading)


def near(ledger: Ledger, incident: str) -> tuple[tuple[IncidentRow, Linked], ...]:
    """Return the incidents that linking found near this one and left apart, each with the strongest link between."""
    found = {one.incident: one.link for one in ledger.near(incident, decided_by=Linker().name)}
    return tuple((row, found[row.incident.id]) for row in ledger.rows(tuple(found)))


def doubts(ledger: Ledger, *, at: int, limit: int) -> Doubts:
    """Return up to ``limit`` joins that a person should look at, from the ``at``-th on, counted from 0.

    First incidents that linking found near one another and left apart, the nearest first; then tellings that only just
    stand in their incident, by no link that linking is sure of, the weakest first.
    """
    linker = Linker()
    return ledger.doubts(decided_by=linker.name, held=linker.weights.numbers.sure, at=at, limit=limit)


def reviewed_claims(ledger: Ledger) -> frozenset[str]:
    """Return the ids of the claims on which figures rest that a person accepted as they stand."""
    rows = ledger.each_incident(IncidentFilter(reviewed_only=True))
    return frozenset(claim for row in rows for entry in row.entries for claim in entry.rests_on)


def concerns(ledger: Ledger) -> tuple[Concern, ...]:
    """Return what a person should look at in the whole ledger, incident by incident."""
    return tuple(one for row in ledger.incidents() for one in concerns_of(ledger.incident(row.incident.id)))


def _heading(accounts: Sequence[Account]) -> Incident:
    return incident_of(accounts, load_weights().kinds)
