"""Rows into nouns, and nouns into rows."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import date, datetime
from typing import Any, Literal, get_args

from sqlalchemy import BindParameter, ColumnElement, Connection, Executable, Row, Select, bindparam, select

from recuento.errors import LedgerError
from recuento.ledger import tables as t
from recuento.ledger.address import address
from recuento.ledger.records import LeftOut, Reported
from recuento.ledger.wire import account_from, decode, decode_all, encode, instant, moment
from recuento.lexicon.fold import fold
from recuento.lexicon.sources import Register
from recuento.model import Account, Claim, Document, Entry, Incident, Judgement
from recuento.model.document import Language

__all__ = [
    "THESE",
    "account_row",
    "accounts_where",
    "actor_words",
    "batches",
    "claim_row",
    "document_from",
    "document_row",
    "documents_in",
    "each_batch",
    "entries_where",
    "entry_order",
    "entry_row",
    "incident_row",
    "judgement_from",
    "judgement_row",
    "place_words",
    "reported",
    "text_hash",
]

_OPEN = '"recorded_from":null,"recorded_to":null}'  # how the body of every entry ends: its row says when it was held
_BATCH = 500  # values in one IN (...); databases allow a few thousand
THESE: BindParameter[Any] = bindparam("these", expanding=True)
"""Stands for one batch of ids in a statement that `each_batch` runs."""

_c = t.claim.c
_CLAIMS = select(_c.account, _c.body).where(_c.account.in_(THESE)).order_by(_c.document, _c.position)
_DOCUMENTS = select(t.document).where(t.document.c.id.in_(THESE))


def batches(ids: Sequence[str]) -> Iterator[Sequence[str]]:
    """Yield the ids in groups small enough for one statement."""
    for start in range(0, len(ids), _BATCH):
        yield ids[start : start + _BATCH]


def each_batch(connection: Connection, statement: Executable, ids: Iterable[str]) -> list[Any]:
    """Return the rows of a statement on `THESE`, which stand for each batch of the ids, sorted, in turn.

    The statement is put together once, at import: that takes as long as the database does to run it, and a report that
    is linked asks it many times.
    """
    return [row for some in batches(sorted(set(ids))) for row in connection.execute(statement, {"these": some}).all()]


def text_hash(text: str) -> str:
    """Return the SHA-256 of a report's text, by which a tombstone knows it."""
    return hashlib.sha256(text.encode("utf-8")).hexdigest()


def document_row(document: Document, recorded_at: datetime) -> dict[str, Any]:
    return {
        "id": document.id,
        "sha256": text_hash(document.text),
        "published_on": document.published_on.isoformat(),
        "source": document.source,
        "publisher": document.publisher,
        "language": document.language,
        "title": document.title,
        "dateline": document.dateline,
        "fetched_at": instant(document.fetched_at) if document.fetched_at else None,
        "source_path": document.source_path,
        "external_id": document.external_id,
        "text": document.text,
        "recorded_at": instant(recorded_at),
        "address": address(document.source),
    }


def document_from(row: Row[Any]) -> Document:
    return Document(
        id=row.id,
        text=row.text,
        published_on=date.fromisoformat(row.published_on),
        title=row.title,
        source=row.source,
        publisher=row.publisher,
        language=_language(row.language),
        dateline=row.dateline,
        fetched_at=moment(row.fetched_at) if row.fetched_at else None,
        source_path=row.source_path,
        external_id=row.external_id,
    )


def _language(code: str | None) -> Language | None:
    known: tuple[Language, ...] = get_args(Language)
    found = next((one for one in known if one == code), None)
    if code is not None and found is None:
        raise LedgerError(f"a report in the ledger has language {code!r}, unknown to this Recuento: upgrade it")
    return found


def claim_row(claim: Claim, position: int) -> dict[str, Any]:
    count = claim.figure.count if claim.figure else None
    return {
        "id": claim.id,
        "document": claim.document,
        "account": claim.account,
        "position": position,
        "event": claim.event,
        "status": claim.status,
        "certainty": claim.certainty,
        "tally": claim.tally,
        "at_least": count.at_least if count else None,
        "at_most": count.at_most if count else None,
        "scope": claim.scope,
        "side": claim.counted.side,
        "unit": claim.unit,
        "quote": claim.quote.text,
        "read_by": claim.read_by,
        "body": encode(claim),
    }


def account_row(account: Account, position: int) -> dict[str, Any]:
    return {
        "id": account.id,
        "document": account.document,
        "position": position,
        "published_on": account.published_on.isoformat(),
        "family": account.family,
        "background": account.background,
        "aggregate": account.aggregate,
        "body": encode(replace(account, claims=())),
    }


def incident_row(incident: Incident, accounts: Sequence[Account]) -> dict[str, Any]:
    days = incident.when
    return {
        "id": incident.id,
        "family": incident.family,
        "events": f" {' '.join(incident.events)} ",
        "first_day": min(d.first for d in days).isoformat() if days else None,
        "after_day": max(d.after for d in days).isoformat() if days else None,
        "first_published": incident.first_published.isoformat(),
        "background": incident.background,
        "aggregate": incident.aggregate,
        "place_words": place_words(accounts),
        "actor_words": actor_words(accounts),
        "body": encode(incident),
    }


def place_words(accounts: Sequence[Account]) -> str:
    """Return the names of all places of the accounts, folded, one a line: for searching."""
    words = set()
    for where in (*(a.where for a in accounts), *(c.where for a in accounts for c in a.claims)):
        if where is not None:
            place = where.place
            words |= {fold(name) for name in (place.name, place.admin1, place.country, where.text) if name}
    return "\n".join(sorted(words))


def actor_words(accounts: Sequence[Account]) -> str:
    """Return the words for all who took part, folded, one a line: for searching."""
    return "\n".join(sorted({fold(role.text) for a in accounts for c in a.claims for role in c.roles}))


def accounts_where(connection: Connection, chosen: Select[Any]) -> tuple[Account, ...]:
    """Return the accounts that a selection of `account` rows names, with their claims, by publication day and id."""
    rows = connection.execute(chosen.order_by(t.account.c.published_on, t.account.c.id)).all()
    claims: dict[str, list[Claim]] = {row.id: [] for row in rows}
    for row in each_batch(connection, _CLAIMS, claims):
        claims[row.account].append(decode(row.body, Claim))
    return tuple(account_from(row.body, tuple(claims[row.id])) for row in rows)


def judgement_row(judgement: Judgement, *, by_person: bool) -> dict[str, Any]:
    return {
        "a": judgement.a,
        "b": judgement.b,
        "verdict": judgement.verdict,
        "score": judgement.score,
        "parts": encode(judgement.parts),
        "decided_by": judgement.decided_by,
        "decided_at": instant(judgement.decided_at),
        "by_person": by_person,
    }


def judgement_from(row: Row[Any]) -> Judgement:
    verdicts: tuple[Literal["same", "different", "unsure"], ...] = ("same", "different", "unsure")
    return Judgement(
        a=row.a,
        b=row.b,
        verdict=next(v for v in verdicts if v == row.verdict),
        score=row.score,
        parts=decode(row.parts, tuple[tuple[str, float], ...]),
        decided_by=row.decided_by,
        decided_at=moment(row.decided_at),
    )


def entry_row(entry: Entry, recorded_from: str, cause: str) -> dict[str, Any]:
    return {
        "incident": entry.incident,
        "tally": entry.tally,
        "side": entry.side,
        "unit": entry.unit,
        "as_of": entry.as_of.isoformat(),
        "at_least": entry.best.at_least,
        "at_most": entry.best.at_most,
        "low": entry.low,
        "high": entry.high,
        "sources": entry.sources,
        "rule": entry.rule,
        "body": encode(entry),
        "recorded_from": recorded_from,
        "recorded_to": None,
        "cause": cause,
    }


def entries_where(connection: Connection, chosen: ColumnElement[bool]) -> tuple[Entry, ...]:
    """Return the entries that a condition on `entry` rows names, in `entry_order`, with the times of their holding."""
    c = t.entry.c
    # Three columns of sixteen: an incident may have thousands of entries, and the others say again what the body says.
    rows = connection.execute(select(c.body, c.recorded_from, c.recorded_to).where(chosen)).all()
    return tuple(sorted(decode_all([_held(*row) for row in rows], Entry), key=entry_order))


def _held(body: str, recorded_from: str, recorded_to: str | None) -> str:
    """Return an entry's text with its times in it: to put them into thousands of nouns afterwards takes far longer."""
    if not body.endswith(_OPEN):
        raise LedgerError("an Entry in the ledger cannot be read (its end is another): restore the file from a copy")
    until = "null" if recorded_to is None else f'"{recorded_to}"'
    return f'{body[: -len(_OPEN)]}"recorded_from":"{recorded_from}","recorded_to":{until}}}'


def entry_order(entry: Entry) -> tuple[object, ...]:
    """Return what entries are sorted by: day, incident, tally, side, unit."""
    return (entry.as_of, entry.incident, entry.tally, entry.side, entry.unit)


def documents_in(connection: Connection, ids: Iterable[str]) -> tuple[Document, ...]:
    """Return the reports with these ids, by publication day and id."""
    found = [document_from(row) for row in each_batch(connection, _DOCUMENTS, ids)]
    return tuple(sorted(found, key=lambda d: (d.published_on, d.id)))


def reported(
    accounts: Sequence[Account], documents: Sequence[Document], gone: Mapping[str, LeftOut], sources: Register
) -> list[Reported]:
    """Return the accounts' claims, each with its report, who stands behind it, and why it no longer stands, if so."""
    by_id = {document.id: document for document in documents}
    outlets = {document.id: sources.of(document) for document in documents}
    wires = {document.id: sources.credited(document) for document in documents}
    return [
        Reported(
            claim=claim,
            document=by_id[claim.document],
            recalled=claim.background and not account.background,
            left_out=gone.get(claim.document),
            outlet=outlets[claim.document],
            wire=wires[claim.document],
        )
        for account in accounts
        for claim in account.claims
    ]
