"""Who acts: groups and persons, their ties, and the steps of a person's case."""

from __future__ import annotations

from typing import Literal

from fastapi import APIRouter, Request
from fastapi.responses import JSONResponse, Response

from recuento.errors import OptionError
from recuento.ledger import ActorKind, ActorRecord
from recuento.lexicon.actors import registry
from recuento.web.pages import Render, TheLedger, number_asked
from recuento.web.render import tongue_of
from recuento.web.tongue import Tongue
from recuento.web.veiling import veiled_actor

__all__ = ["network", "router"]

router = APIRouter(include_in_schema=False)
PAGE = 50
_KINDS: tuple[ActorKind, ...] = ("group", "person")


@router.get("/actors")
def actors(request: Request, ledger: TheLedger, render: Render) -> Response:
    """Return the list of actors, those of most incidents first."""
    words = " ".join(request.query_params.get("q", "").split())[:200]
    kind = request.query_params.get("kind") or None
    if kind is not None and kind not in _KINDS:
        raise OptionError(f"kind: there is no {kind!r}; there are {', '.join(_KINDS)}")
    page = max(1, number_asked(request.query_params.get("page")))
    found = ledger.actors(words=words or None, kind=kind, start=(page - 1) * PAGE, most=PAGE)
    pages = max(1, -(-found.total // PAGE))
    return render.page(request, "actors.html", found=found, words=words, kind=kind, at=page, pages=pages)


@router.get("/actors/{key}")
def actor(request: Request, key: str, ledger: TheLedger, render: Render) -> Response:
    """Return one actor: names, incidents, ties, and the case of a person."""
    record = veiled_actor(ledger.actor(key), request)
    return render.page(request, "actor.html", actor=record, known=registry().actors.get(key))


@router.get("/actors/{key}/network")
def as_network(request: Request, key: str, ledger: TheLedger) -> Response:
    """Return the actor's nearest ties as nodes and edges, for a drawing."""
    return JSONResponse(network(veiled_actor(ledger.actor(key), request), tongue_of(request)))


def network(actor: ActorRecord, tongue: Tongue) -> dict[str, list[dict[str, dict[str, str | int]]]]:
    """Return nodes and edges: ties that reports state between actors, and those named in the same incidents."""
    nodes: dict[str, dict[str, str | int]] = {actor.key: _node(actor.key, actor.names[0], actor.kind, "self")}
    edges: dict[tuple[str, str, str], dict[str, str | int]] = {}
    for each in actor.stated:
        ends = (
            each.subject or f"w-{each.relation.subject}",
            each.relation.tie,
            each.object or f"w-{each.relation.object}",
        )
        for key, words in ((ends[0], each.relation.subject), (ends[2], each.relation.object)):
            nodes.setdefault(key, _node(key, words, "group" if key.startswith("a-") else "person", "stated"))
        label = tongue.say(f"relation:{each.relation.tie}")
        edges.setdefault(ends, {"source": ends[0], "target": ends[2], "label": label, "kind": "stated", "weight": 2})
    for peer in actor.peers[:16]:
        nodes.setdefault(peer.key, _node(peer.key, peer.name, peer.kind, "together"))
        told = tongue.many("%(number)s incident", "%(number)s incidents", peer.together)
        edges[actor.key, "together", peer.key] = {
            "source": actor.key, "target": peer.key, "label": told, "kind": "together", "weight": min(6, peer.together),
        }  # fmt: skip
    return {"nodes": [{"data": each} for each in nodes.values()], "edges": [{"data": each} for each in edges.values()]}


def _node(key: str, name: str, kind: str, why: Literal["self", "stated", "together"]) -> dict[str, str | int]:
    leads = f"/actors/{key}" if not key.startswith("w-") and why != "self" else ""
    return {"id": key, "label": name, "kind": kind, "why": why, "href": leads}
