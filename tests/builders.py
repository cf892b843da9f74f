"""Claims, accounts and reports made by hand: short to write, and as valid as what `extract` makes."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date, timedelta
from typing import Any

from recuento.model import (
    Account,
    Claim,
    Coding,
    Count,
    Counted,
    DayRange,
    Document,
    Figure,
    Place,
    Quote,
    Role,
    Span,
    Speaker,
    When,
    Where,
)
from recuento.model.ids import account_id, claim_id, document_id

CULIACAN = Place(
    name="Culiacán", admin1="Sinaloa", admin1_code="MX-SIN", country="MX", latitude=24.8, longitude=-107.4,
    precision="town", id="geonames:4012176",
)  # fmt: skip
SINALOA = Place(
    name="Sinaloa", admin1="Sinaloa", admin1_code="MX-SIN", country="MX", latitude=25.0, longitude=-107.5,
    precision="admin1", id="iso:MX-SIN",
)  # fmt: skip
HERMOSILLO = Place(
    name="Hermosillo", admin1="Sonora", admin1_code="MX-SON", country="MX", latitude=29.07, longitude=-110.96,
    precision="town", id="geonames:4004898",
)  # fmt: skip
MEXICO = Place(name="Mexico", country="MX", latitude=23.0, longitude=-102.0, precision="country", id="iso:MX")


@dataclass(frozen=True, slots=True, kw_only=True)
class Told:
    """One statement to be, in words: `report` lays them out as sentences and computes every offset."""

    words: str
    event: str
    tally: str | None = None
    count: Count | None = None
    figure: str | None = None
    group: str = "news"
    fields: tuple[tuple[str, Any], ...] = ()
    side: str = "unknown"
    said_by: tuple[tuple[str, str], ...] = ()
    actor: tuple[str, ...] | None = None  # role, words, and the registry's id


def told(words: str, event: str, tally: str | None = None, number: int | Count | None = None, **fields: Any) -> Told:
    """Return a statement; ``number`` stands in ``words`` as its digits unless ``figure`` names other words."""
    count = Count.exactly(number) if isinstance(number, int) else number
    own = {name: fields.pop(name) for name in ("figure", "group", "side", "said_by", "actor") if name in fields}
    return Told(words=words, event=event, tally=tally, count=count, fields=tuple(sorted(fields.items())), **own)


def day(text: str) -> date:
    return date.fromisoformat(text)


def report(
    published: str, statements: Iterable[Told], *, publisher: str | None = "Prensa", place: Place | None = CULIACAN,
    on: str | None = None, days: int = 1, family: str = "violence", background: tuple[str, ...] = (),
    aggregate: tuple[str, ...] = (),
    places: tuple[tuple[str, Place], ...] = (), dates: tuple[tuple[str, str], ...] = (),
    note: str = "", url: str | None = None,
) -> Coding:  # fmt: skip
    """Return a coded report of one sentence for each statement; statements of one ``group`` make one account.

    ``background`` and ``aggregate`` name groups; ``places`` and ``dates`` override ``place`` and ``on`` for a group.
    """
    statements = tuple(statements)
    text = " ".join(["Nota." + note, *(f"{s.words}." for s in statements)])
    document = Document(
        id=document_id(publisher or url, day(published), text), text=text, published_on=day(published),
        publisher=publisher, source=url, language="es",
    )  # fmt: skip
    accounts = []
    for group in dict.fromkeys(s.group for s in statements):
        when = dict(dates).get(group, on)
        claims = _claims(document, [s for s in statements if s.group == group], family)
        account = Account(
            id=claims[0].account, document=document.id, published_on=document.published_on, family=family,
            claims=claims,
            when=_when(when, days), where=_where(dict(places).get(group, place)), background=group in background,
            aggregate=group in aggregate,
        )  # fmt: skip
        claims = tuple(
            replace(c, when=account.when, where=account.where, background=account.background or c.background)
            for c in claims
        )
        accounts.append(replace(account, claims=claims))
    ordered = sorted((c for a in accounts for c in a.claims), key=lambda c: c.quote.span)
    return Coding(document=document, claims=tuple(ordered), accounts=tuple(accounts), relations=(), unread=())


def _when(first: str | None, days: int) -> When | None:
    if first is None:
        return None
    start = day(first)
    return When(ranges=(DayRange(start, start + timedelta(days=days)),), text="Nota", span=Span(0, 4), inherited=True)


def _where(place: Place | None) -> Where | None:
    return None if place is None else Where(place=place, text="Nota", span=Span(0, 4), inherited=True)


def _claims(document: Document, statements: list[Told], family: str) -> tuple[Claim, ...]:
    first = document.text.index(statements[0].words)
    account = account_id(document.id, family, first)
    return tuple(_claim(document, account, statement) for statement in statements)


def _claim(document: Document, account: str, told: Told) -> Claim:
    start = document.text.index(told.words)
    quote = Quote(field="text", text=told.words, span=Span(start, start + len(told.words)))
    figure = _figure(told, start)
    fields = {
        "status": "occurred", "certainty": "attributed" if told.said_by else "stated", "how": None, "scope": None,
        "part_of": None, "unit": "people" if figure else None, "motive": None, "background": False,
    } | dict(told.fields)  # fmt: skip
    return Claim(
        id=claim_id(document.id, "text", start, told.event, told.tally, figure.span if figure else None),
        document=document.id, account=account, event=told.event, tally=told.tally, figure=figure,
        counted=Counted(side=told.side), roles=_roles(told, quote), when=None, where=None,
        said_by=tuple(Speaker(text=text, kind=kind, span=Span(0, 4)) for text, kind in told.said_by),
        quote=quote, read_by="hand", **fields,
    )  # fmt: skip


def _figure(told: Told, start: int) -> Figure | None:
    if told.count is None:
        return None
    words = told.figure or str(told.count.at_least)
    at = start + told.words.index(words)
    basis = "numeral" if words.isdigit() else "singular"
    return Figure(count=told.count, basis=basis, span=Span(at, at + len(words)))


def _roles(told: Told, quote: Quote) -> tuple[Role, ...]:
    if told.actor is None:
        return ()
    role, text, *known = told.actor
    at = quote.span.start + quote.text.index(text)
    return (Role(role=role, text=text, span=Span(at, at + len(text)), actor=known[0] if known else None),)
