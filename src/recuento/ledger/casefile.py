"""One actor in the whole ledger: incidents, ties to others, and the steps of a case. For SQLAlchemy Core."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from sqlalchemy import Connection, and_, func, or_, select

from recuento.errors import UnknownId
from recuento.ledger import tables as t
from recuento.ledger.actors import CASE, ActorKind, actor_key, actors_named
from recuento.ledger.listed import incident_actor, incident_listing
from recuento.ledger.relisting import entries_held
from recuento.ledger.rows import batches, documents_in
from recuento.ledger.standing import left_out
from recuento.ledger.wire import decode
from recuento.lexicon.actors import registry
from recuento.lexicon.fold import fold
from recuento.model import Claim, Document, Entry, Incident, Relation

__all__ = ["ActorList", "ActorRecord", "ActorRow", "Peer", "Stated", "Step", "actor_list", "actor_record"]

MOST = 200  # incidents of an actor that are read for its page: the latest
_PEERS = 24


@dataclass(frozen=True, slots=True, kw_only=True)
class ActorRow:
    """One actor in a list; ``incidents`` and ``claims`` are how many name it."""

    key: str
    kind: ActorKind
    name: str
    incidents: int
    claims: int


@dataclass(frozen=True, slots=True, kw_only=True)
class ActorList:
    """A stretch of all actors that fit, those of most incidents first; ``total`` is how many fit."""

    rows: tuple[ActorRow, ...]
    total: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Peer:
    """Another actor, named in ``together`` of the same incidents."""

    key: str
    kind: ActorKind
    name: str
    together: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Stated:
    """A tie that a report states. ``subject`` and ``object`` are keys where the words name an actor, else None."""

    relation: Relation
    document: Document
    subject: str | None
    object: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Step:
    """One step of a case: an arrest, a charge, a sentence. ``day`` is its first possible day, None where not said."""

    claim: Claim
    document: Document
    incident: str
    day: date | None


@dataclass(frozen=True, slots=True, kw_only=True)
class ActorRecord:
    """All that the ledger tells of one actor.

    Attributes:
        names: as reports and the registry write it, the usual one first.
        incidents: the latest of its incidents with what is held of each and the roles taken, newest first.
        total: how many incidents name it; when more than are read here, only the latest are.
        steps: of its case, by day; a step that several reports tell is told once, by the first.
    """

    key: str
    kind: ActorKind
    names: tuple[str, ...]
    incidents: tuple[tuple[Incident, tuple[Entry, ...], tuple[str, ...]], ...]
    total: int
    stated: tuple[Stated, ...]
    peers: tuple[Peer, ...]
    steps: tuple[Step, ...]


def actor_list(
    connection: Connection,
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
    c = incident_actor.c
    fits = [c.kind == kind] if kind else []
    if words:
        fits.append(c.words.contains(fold(words), autoescape=True))
    found = (
        select(
            c.actor, c.kind, func.max(c.name).label("name"), func.count().label("n"), func.sum(c.claims).label("told")
        )
        .where(*fits)
        .group_by(c.actor, c.kind)
    )
    total = connection.execute(select(func.count()).select_from(found.subquery())).scalar_one()
    if after is not None:
        found = found.having(or_(func.count() < after[0], and_(func.count() == after[0], c.actor > after[1])))
    order = found.order_by(func.count().desc(), c.actor).offset(start).limit(most)
    return ActorList(
        rows=tuple(
            ActorRow(key=row.actor, kind=row.kind, name=row.name, incidents=row.n, claims=row.told)
            for row in connection.execute(order)
        ),
        total=total,
    )


def actor_record(connection: Connection, key: str) -> ActorRecord:
    """Return what the ledger tells of the actor with this key.

    Raises:
        UnknownId: no incident names it.
    """
    c, listed = incident_actor.c, incident_listing.c
    query = (
        select(c.incident, c.kind, c.name, c.parts)
        .join_from(incident_actor, incident_listing, listed.incident == c.incident)
        .where(c.actor == key)
        .order_by(listed.day.desc(), c.incident)
        .limit(MOST)
    )
    rows = connection.execute(query).all()
    total = connection.execute(select(func.count()).select_from(incident_actor).where(c.actor == key)).scalar_one()
    if not rows:
        raise UnknownId(f"{key}: no incident names this actor; 'recuento actors' lists those that are named")
    kind: ActorKind = rows[0].kind
    latest = [row.incident for row in rows]
    told = _told(connection, latest, key)
    documents = {one.id: one for one in documents_in(connection, {claim.document for _, claim in told})}
    return ActorRecord(
        key=key,
        kind=kind,
        names=_names(key, [row.name for row in rows], [claim for _, claim in told]),
        incidents=_incidents(connection, {row.incident: tuple(row.parts.split()) for row in rows}),
        total=total,
        stated=tuple(_stated(connection, key, documents)),
        peers=tuple(_peers(connection, key)),
        steps=_steps(told, documents) if kind == "person" else (),
    )


def _told(connection: Connection, incidents: Sequence[str], key: str) -> list[tuple[str, Claim]]:
    """Return the claims of these incidents that name the actor, of reports that stand."""
    held, claim = t.incident_account.c, t.claim.c
    found: list[tuple[str, Claim]] = []
    for some in batches(incidents):
        query = select(held.incident, claim.body).join_from(t.incident_account, t.claim, claim.account == held.account)
        for row in connection.execute(query.where(held.incident.in_(some)).order_by(claim.document, claim.position)):
            one = decode(row.body, Claim)
            if any(actor.key == key for actor in actors_named([one])):
                found.append((row.incident, one))
    gone = left_out(connection, {one.document for _, one in found})
    return [(incident, one) for incident, one in found if one.document not in gone]


def _names(key: str, held: Sequence[str], claims: Sequence[Claim]) -> tuple[str, ...]:
    """Return the names of an actor: a group's as the registry has them, a person's as reports write them."""
    known = registry().actors.get(key)
    if known is not None:
        return tuple(dict.fromkeys([known.name or held[0], *known.aliases, *known.short]))
    said = [actor.name for claim in claims for actor in actors_named([claim]) if actor.key == key]
    return tuple(dict.fromkeys([max(held, key=lambda name: (len(name), name)), *said]))


def _incidents(
    connection: Connection, parts: dict[str, tuple[str, ...]]
) -> tuple[tuple[Incident, tuple[Entry, ...], tuple[str, ...]], ...]:
    found = {
        row.id: decode(row.body, Incident)
        for some in batches(list(parts))
        for row in connection.execute(select(t.incident.c.id, t.incident.c.body).where(t.incident.c.id.in_(some)))
    }
    entries = entries_held(connection, list(parts))
    return tuple((found[name], entries.get(name, ()), taken) for name, taken in parts.items())


def _stated(connection: Connection, key: str, documents: dict[str, Document]) -> Iterable[Stated]:
    """Yield what these reports state of the actor's ties, each tie once, by the first to publish."""
    seen: set[tuple[str, str, str]] = set()
    ordered = sorted(documents.values(), key=lambda one: (one.published_on, one.id))
    for document in ordered:
        c = t.relation.c
        for body in connection.execute(select(c.body).where(c.document == document.id).order_by(c.position)).scalars():
            relation = decode(body, Relation)
            ends = (_end(relation.subject, document), _end(relation.object, document))
            said = (fold(relation.subject), relation.tie, fold(relation.object))
            if key in ends and said not in seen:
                seen.add(said)
                # "A faction of the cartel" bears the cartel's name and is not the cartel.
                subject = None if ends[0] == ends[1] else ends[0]
                yield Stated(relation=relation, document=document, subject=subject, object=ends[1])


def _end(words: str, document: Document) -> str | None:
    return registry().resolve(words, on=document.published_on, country=None) or actor_key(words)


def _peers(connection: Connection, key: str) -> Iterable[Peer]:
    one, other = incident_actor.alias(), incident_actor.alias()
    together = func.count().label("together")
    query = (
        select(other.c.actor, other.c.kind, func.max(other.c.name).label("name"), together)
        .join_from(one, other, one.c.incident == other.c.incident)
        .where(one.c.actor == key, other.c.actor != key)
        .group_by(other.c.actor, other.c.kind)
        .order_by(together.desc(), other.c.actor)
        .limit(_PEERS)
    )
    for row in connection.execute(query):
        yield Peer(key=row.actor, kind=row.kind, name=row.name, together=row.together)


def _steps(told: Iterable[tuple[str, Claim]], documents: dict[str, Document]) -> tuple[Step, ...]:
    """Return the steps of a case by day, those without one last; of one event on one day the first report tells."""
    found: dict[tuple[str, date | None], Step] = {}
    steps = [
        Step(claim=claim, document=documents[claim.document], incident=incident, day=_day(claim))
        for incident, claim in told
        if claim.event in CASE
    ]
    for step in sorted(steps, key=lambda step: (step.document.published_on, step.document.id, step.claim.id)):
        found.setdefault((step.claim.event, step.day), step)
    return tuple(
        sorted(found.values(), key=lambda step: (step.day or date.max, CASE.index(step.claim.event), step.claim.id))
    )


def _day(claim: Claim) -> date | None:
    return min((days.first for days in claim.when.ranges), default=None) if claim.when else None
