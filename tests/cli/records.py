"""Incident records made of the hand-made stories, as the ledger would give them back."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from recuento.ledger.arithmetic import arithmetic
from recuento.ledger.records import IncidentRecord, Reported
from recuento.ledger.tally import current, tally
from recuento.model import Coding, Incident, Relation
from recuento.model.ids import incident_id

__all__ = ["record_of"]


def record_of(codings: Sequence[Coding], *, as_of: date | None = None) -> IncidentRecord:
    """Return one incident of which all ``codings`` tell."""
    reported = [Reported(claim=claim, document=coding.document) for coding in codings for claim in coding.claims]
    accounts = tuple(account for coding in codings for account in coding.accounts)
    first = accounts[0]
    incident = Incident(
        id=incident_id(first.id),
        accounts=tuple(account.id for account in accounts),
        aliases=(),
        family=first.family,
        events=tuple(dict.fromkeys(claim.event for account in accounts for claim in account.claims)),
        when=first.when.ranges if first.when else (),
        place=first.where.place if first.where else None,
        first_published=first.published_on,
    )
    series = tally(incident.id, reported)
    entries = current(series, as_of)
    return IncidentRecord(
        incident=incident,
        accounts=accounts,
        claims=tuple(one.claim for one in reported),
        documents=tuple(coding.document for coding in codings),
        relations=_relations(codings[0]),
        entries=entries,
        series=series,
        remarks=arithmetic(reported, entries),
        ties=(),
        judgements=(),
        as_of=as_of,
    )


def _relations(coding: Coding) -> tuple[Relation, ...]:
    quote = coding.claims[0].quote
    kin = Relation(
        document=coding.document.id,
        subject="Ana Prueba",
        tie="kin",
        object="Luis Prueba",
        detail="sister",
        certainty="alleged",
        quote=quote,
    )
    return (kin, replace(kin))
