"""Keep the rows by which incidents are listed: written with the incident, and built afresh for an older ledger."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Connection, and_, delete, func, insert, select, union_all

from recuento.ledger import kept as k
from recuento.ledger import listed as i
from recuento.ledger import tables as t
from recuento.ledger.actor_rows import actor_rows
from recuento.ledger.decisions import accepted, is_what_was_accepted
from recuento.ledger.listings import Listing, listing, rank
from recuento.ledger.records import LeftOut
from recuento.ledger.rows import THESE, batches, documents_in, each_batch, entries_where
from recuento.ledger.sources import outlet_name, sources_of
from recuento.ledger.standing import left_out
from recuento.ledger.tally import current
from recuento.ledger.wire import decode, encode
from recuento.lexicon.sources import Register
from recuento.model import Claim, Document, Entry, FigureKey, Incident
from recuento.model.decision import Accepted
from recuento.model.totals import Total

__all__ = [
    "Reports",
    "accepted_figures",
    "done_of",
    "entries_held",
    "is_done",
    "list_new",
    "listing_row",
    "relist",
    "relist_all",
    "unlist",
]

_said, _held = t.claim.c, t.incident_account.c
_UNLIST = [delete(table).where(table.c.incident.in_(THESE)) for table in i.LISTED]
_LISTED = select(t.incident.c.id, t.incident.c.body, t.incident.c.place_words, t.incident.c.actor_words).where(
    t.incident.c.id.in_(THESE)
)
_TOLD = (
    select(_held.incident, _said.document, _said.body)
    .join_from(t.incident_account, t.claim, _said.account == _held.account)
    .where(_held.incident.in_(THESE))
    .order_by(_said.document, _said.position)
)
_WRITTEN = union_all(
    *(
        select(table.c.incident, func.max(table.c.recorded_from), func.max(table.c.recorded_to))
        .where(table.c.incident.in_(THESE))
        .group_by(table.c.incident)
        for table in (k.incident_history, k.account_history, t.entry)
    )
)


@dataclass(frozen=True, slots=True)
class Reports:
    """Reports, and why those that no longer stand do not, by their ids."""

    documents: Sequence[Document]
    gone: Mapping[str, LeftOut]


def relist(connection: Connection, incidents: Iterable[str]) -> None:
    """Write afresh how these incidents are listed; those that there are not any more are taken off the list."""
    register = sources_of(connection)
    for some in batches(sorted(set(incidents))):
        unlist(connection, some)
        told: dict[str, list[Claim]] = {incident: [] for incident in some}
        for row in each_batch(connection, _TOLD, some):
            told[row.incident].append(decode(row.body, Claim))
        documents = {claim.document for claims in told.values() for claim in claims}
        reports = Reports(documents_in(connection, documents), left_out(connection, documents))
        list_new(connection, told, entries_held(connection, some), reports, register)


def list_new(
    connection: Connection, told: Mapping[str, Sequence[Claim]], held: Mapping[str, Sequence[Entry]], reports: Reports,
    register: Register,
) -> None:  # fmt: skip
    """Write how incidents are listed that no list holds yet.

    ``told`` are the claims of each, in any order; ``held`` is what is held of each today; ``reports`` are all that tell
    of them.
    """
    standing = {document.id: document for document in reports.documents if document.id not in reports.gone}
    for some in batches(sorted(told)):
        _list(connection, some, told, held, standing, register)


def relist_all(connection: Connection) -> None:
    """Write afresh how all incidents are listed."""
    for table in i.LISTED:
        connection.execute(delete(table))
    relist(connection, connection.execute(select(t.incident.c.id)).scalars().all())


def unlist(connection: Connection, incidents: Sequence[str]) -> None:
    """Take incidents off the list; at most as many as fit in one statement."""
    for statement in _UNLIST:
        connection.execute(statement, {"these": incidents})


def entries_held(connection: Connection, incidents: Sequence[str]) -> dict[str, tuple[Entry, ...]]:
    """Return what is held today of each of these incidents, by tally, side and unit."""
    c = t.entry.c
    found: dict[str, list[Entry]] = {}
    for some in batches(incidents):
        for entry in entries_where(connection, and_(c.incident.in_(some), c.recorded_to.is_(None))):
            found.setdefault(entry.incident, []).append(entry)
    return {incident: current(entries) for incident, entries in found.items()}


def accepted_figures(connection: Connection, incident: str) -> tuple[FigureKey, ...]:
    """Return which figures of an incident a person accepted as they stand, or gave."""
    held = entries_held(connection, [incident])
    done = done_of(connection, held).get(incident, ())
    return tuple(entry.key for entry, is_done in zip(held.get(incident, ()), done, strict=True) if is_done)


def is_done(entry: Entry, accepted_as: Accepted | None) -> bool:
    """Tell whether a figure needs no second look: it is a person's own word, or was accepted as it stands."""
    return not entry.rests_on or (accepted_as is not None and is_what_was_accepted(entry, accepted_as))


def listing_row(one: Listing, changed_at: str) -> dict[str, Any]:
    """Return a listing as a row of its table."""
    latitude, longitude = one.point or (None, None)
    return {
        "incident": one.incident,
        "day": one.day.isoformat(),
        "last_day": one.last_day.isoformat(),
        "month": one.month.isoformat()[:7] if one.month else None,
        "background": one.background,
        "aggregate": one.aggregate,
        "certainty": one.certainty,
        "reviewed": one.reviewed,
        "country": one.country,
        "admin1": one.admin1,
        "point": f"{latitude:.2f},{longitude:.2f}" if one.point else None,
        "events": f" {' '.join(one.events)} ",
        "contested": one.contested,
        "totals": " ".join(map(_total, one.totals)),
        "figures": f" {' '.join('/'.join(figure) for figure in one.figures)} ",
        "actors": f" {' '.join(one.actors)} ",
        "sources": "\n".join(("", *one.sources, "")),
        "latitude": latitude,
        "longitude": longitude,
        "documents": one.documents,
        "claims": one.claims,
        "changed_at": changed_at,
        "admin1_name": one.admin1_name,
        "place_words": one.place_words,
        "actor_words": one.actor_words,
    }


def _list(
    connection: Connection, names: Sequence[str], claims: Mapping[str, Sequence[Claim]],
    held: Mapping[str, Sequence[Entry]], known: Mapping[str, Document], register: Register,
) -> None:  # fmt: skip
    told = each_batch(connection, _LISTED, names)
    found = {row.id: decode(row.body, Incident) for row in told}
    done = done_of(connection, {name: held.get(name, ()) for name in found})
    changed = _changed(connection, list(found))
    listings: list[dict[str, Any]] = []
    items: list[dict[str, Any]] = []
    actors: list[dict[str, Any]] = []
    for row in told:
        incident, entries = found[row.id], held.get(row.id, ())
        words = (row.place_words, row.actor_words)
        tellers = {claim.document for claim in claims[row.id]}
        documents = {name: known[name] for name in sorted(tellers & known.keys())}
        outlets = {name: outlet_name(register, document) for name, document in documents.items()}
        one = listing(
            incident, claims[row.id], entries, outlets=outlets, done=done.get(row.id, ()),
            words=words,
        )  # fmt: skip
        if one is not None:
            told_row = listing_row(one, changed[row.id])
            listings.append(told_row | {"digest": _digest(told_row, incident.accounts)})
            actors += actor_rows(incident.id, claims[row.id], documents)
            items += [] if incident.aggregate else _items(incident, entries, done.get(row.id, ()))
    for table, rows in ((i.incident_listing, listings), (i.incident_actor, actors), (i.review_item, items)):
        if rows:
            connection.execute(insert(table), rows)


def _total(one: tuple[str, str, Total]) -> str:
    tally, side, total = one
    return f"{tally}/{side}={total.best}:{total.low}:{'' if total.high is None else total.high}"


def _digest(row: Mapping[str, Any], accounts: Sequence[str]) -> int:
    """Return a number of 63 bits that is another when anything of a row, or the tellings of its incident, moved."""
    told = encode([*row.values(), *accounts])
    return int.from_bytes(hashlib.sha256(told.encode("utf-8")).digest()[:8], "big") >> 1


def _items(incident: Incident, entries: Sequence[Entry], done: Sequence[bool]) -> list[dict[str, Any]]:
    return [
        {
            "incident": incident.id, "tally": entry.tally, "side": entry.side, "unit": entry.unit, "done": one_done,
            "rank": rank(entry, incident), "as_of": entry.as_of.isoformat(),
        }
        for entry, one_done in zip(entries, done, strict=True)
    ]  # fmt: skip


def done_of(connection: Connection, held: Mapping[str, Sequence[Entry]]) -> dict[str, tuple[bool, ...]]:
    """Tell of each figure held of these incidents, in order, whether it needs no second look."""
    keys = {
        (name, n): (f"k-{name[2:]}", entry.tally, entry.side, entry.unit)
        for name, entries in held.items()
        for n, entry in enumerate(entries)
    }
    made = {key: each.what for key, each in accepted(connection, keys.values()).items()}
    found: dict[str, tuple[bool, ...]] = {}
    for name, entries in held.items():
        whats = [made.get(keys[name, n]) for n in range(len(entries))]
        found[name] = tuple(
            is_done(entry, what if isinstance(what, Accepted) else None)
            for entry, what in zip(entries, whats, strict=True)
        )
    return found


def _changed(connection: Connection, names: Sequence[str]) -> dict[str, str]:
    """Return the instant at which something of each incident was last written: its heading, accounts or figures."""
    latest = dict.fromkeys(names, "")
    for row in each_batch(connection, _WRITTEN, names):
        latest[row[0]] = max(latest[row[0]], row[1], row[2] or "")
    return latest
