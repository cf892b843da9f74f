"""A ledger of as many invented incidents as are wanted, the same for the same seed: what lists are measured on.

It is written through the ledger's own rows and counted by its own rules; only reading and linking are left out. Which
reports tell of one incident is said by judgements, as if a person had joined them: decisions can be taken on it.
"""

from __future__ import annotations

import random
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from typing import Any

from sqlalchemy import Connection, Table, insert

from recuento.ledger import Ledger, Reported
from recuento.ledger import kept as k
from recuento.ledger import tables as t
from recuento.ledger.connect import writing
from recuento.ledger.relisting import relist_all
from recuento.ledger.rows import (
    account_row,
    claim_row,
    document_row,
    entry_row,
    incident_row,
    judgement_row,
)
from recuento.ledger.searching import index
from recuento.ledger.tally import tally
from recuento.ledger.wire import encode, instant
from recuento.link import incident_of, load_weights
from recuento.model import (
    Account,
    Claim,
    Count,
    Counted,
    DayRange,
    Document,
    Figure,
    Incident,
    Judgement,
    Place,
    Quote,
    Role,
    Span,
    Speaker,
    When,
    Where,
)
from recuento.model.ids import account_id, claim_id, document_id

__all__ = ["AT", "write_ledger"]

AT = datetime(2026, 1, 1, tzinfo=UTC)
_FIRST_DAY, _DAYS = date(2006, 1, 1), 7300
_STEP = 1000
_STATES = (
    ("MX-SIN", "Sinaloa", 24.8, -107.4), ("MX-CHH", "Chihuahua", 28.6, -106.1), ("MX-GRO", "Guerrero", 17.5, -99.5),
    ("MX-MIC", "Michoacán", 19.2, -101.9), ("MX-TAM", "Tamaulipas", 24.3, -98.6), ("MX-VER", "Veracruz", 19.4, -96.4),
    ("MX-JAL", "Jalisco", 20.6, -103.6), ("MX-ZAC", "Zacatecas", 23.1, -102.7), ("MX-GUA", "Guanajuato", 20.9, -101.0),
    ("MX-BCN", "Baja California", 30.5, -115.1), ("MX-SON", "Sonora", 29.6, -110.7), ("MX-OAX", "Oaxaca", 16.9, -96.4),
    ("CO-ANT", "Antioquia", 6.9, -75.6), ("CO-CAU", "Cauca", 2.4, -76.8), ("EC-G", "Guayas", -2.0, -80.0),
    ("HT-OU", "Ouest", 18.6, -72.3), ("HN-CR", "Cortés", 15.5, -88.0), ("SV-SS", "San Salvador", 13.7, -89.2),
)  # fmt: skip
_SYLLABLES = ("Ama", "Tepe", "Xalo", "Cui", "Oco", "tlán", "pan", "huaca", "llo", "ra", "mita", "co", "nango", "lia")
_OUTLETS = ("Diario", "El Faro", "La Voz", "Noticias", "El Correo", "Radio", "La Prensa", "Semanario")
_GROUPS = ("a-cjng", "a-sinaloa-cartel", "a-zetas", "a-gulf-cartel", "a-la-linea", "a-los-ardillos", "a-los-rojos")
_SIDES = ("civilian", "civilian", "unknown", "armed_group", "state")
# Event, tally, unit, what stands after the number.
_TOLD = (
    ("killing", "killed", "people", "people were killed"), ("clash", "killed", "people", "people died in a gunfight"),
    ("wounding", "wounded", "people", "people were wounded"), ("abduction", "abducted", "people", "people were taken"),
    ("release", "freed", "people", "people were set free"), ("arrest", "arrested", "people", "people were arrested"),
    ("attack", "killed", "people", "people were shot dead"), ("seizure", "seized", "rifle", "rifles were seized"),
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class _Scene:
    """What the reports on one incident share."""

    day: date
    place: Place | None
    told: tuple[tuple[str, str, str, str, str], ...]
    group: str | None
    dated: bool
    background: bool


def write_ledger(path: Path, incidents: int, *, seed: int = 1) -> None:
    """Write a new ledger with so many incidents, in one transaction; the same numbers give the same ledger."""
    dice = random.Random(seed)
    towns = [_town(dice) for _ in range(1200)]
    with Ledger.open(path) as ledger, writing(ledger._engine) as connection:
        connection.exec_driver_sql("PRAGMA cache_size = -600000")  # kilobytes: ids fall anywhere in their indexes
        for start in range(0, incidents, _STEP):
            batch = [_reports(dice, towns, number) for number in range(start, min(start + _STEP, incidents))]
            _write(connection, batch)
        relist_all(connection)
        connection.execute(insert(t.meta), {"key": "last_recorded", "value": instant(AT)})


def _write(connection: Connection, batch: Sequence[Sequence[tuple[Document, Account]]]) -> None:
    rows: dict[Table, list[dict[str, Any]]] = {}
    for told in batch:
        for table, row in _rows(told):
            rows.setdefault(table, []).append(row)
    order = (t.document, t.account, t.claim, t.judgement, t.incident, t.incident_account, t.incident_alias, t.entry,
             k.incident_history, k.account_history)  # fmt: skip
    for table in order:
        if table in rows:
            connection.execute(insert(table), rows[table])
    for told in batch:
        for document, account in told:
            index(connection, document, account.claims)


def _rows(told: Sequence[tuple[Document, Account]]) -> Iterator[tuple[Table, dict[str, Any]]]:
    accounts = [account for _, account in told]
    for document, account in told:
        yield t.document, document_row(document, AT)
        yield t.account, account_row(account, 0)
        for position, claim in enumerate(account.claims):
            yield t.claim, claim_row(claim, position)
    for account in accounts[1:]:
        a, b = sorted((accounts[0].id, account.id))
        word = Judgement(a=a, b=b, verdict="same", score=0.0, parts=(), decided_by="crowd", decided_at=AT)
        yield t.judgement, judgement_row(word, by_person=True)
    incident = incident_of(accounts, load_weights().kinds)
    yield t.incident, incident_row(incident, accounts)
    yield from _belonging(incident)
    reported = [Reported(claim=claim, document=document) for document, account in told for claim in account.claims]
    for entry in tally(incident.id, reported):
        yield t.entry, entry_row(entry, instant(AT), "crowd")


def _belonging(incident: Incident) -> Iterator[tuple[Table, dict[str, Any]]]:
    since = {"cause": "crowd", "recorded_from": instant(AT), "recorded_to": None}
    body = encode(replace(incident, accounts=(), aliases=()))
    yield k.incident_history, {"incident": incident.id, "body": body, **since}
    for account in incident.accounts:
        yield t.incident_account, {"account": account, "incident": incident.id}
        yield k.account_history, {"account": account, "incident": incident.id, **since}
        yield t.incident_alias, {"alias": account, "incident": incident.id}
        yield t.incident_alias, {"alias": f"i-{account[2:]}", "incident": incident.id}


def _reports(dice: random.Random, towns: Sequence[Place], number: int) -> list[tuple[Document, Account]]:
    """Return the reports on one incident, most have one; each with its telling."""
    told = tuple((*dice.choice(_TOLD), dice.choice(_SIDES)) for _ in range(dice.choice((1, 1, 1, 2, 3))))
    scene = _Scene(
        day=_FIRST_DAY + timedelta(days=dice.randrange(_DAYS)),
        place=None if dice.random() < 0.05 else _often(dice, towns),
        told=tuple(dict.fromkeys(told)),
        group=_often(dice, _GROUPS) if dice.random() < 0.4 else None,
        dated=dice.random() > 0.05,
        background=dice.random() < 0.08,
    )
    figures = [min(60, int(dice.paretovariate(1.1))) for _ in scene.told]
    found = []
    for edition in range(dice.choice((1, 1, 1, 1, 2, 3, 5))):
        figures = [figure + dice.choice((0, 0, 1)) for figure in figures]
        found.append(_report(dice, scene, figures, scene.day + timedelta(days=edition), f"{number}-{edition}"))
    return found


def _report(
    dice: random.Random, scene: _Scene, figures: Sequence[int], day: date, name: str
) -> tuple[Document, Account]:
    outlet = f"{_OUTLETS[dice.randrange(len(_OUTLETS))]} {int(dice.paretovariate(0.6)) % 60}"
    town = scene.place.name if scene.place else "the hills"
    sentences = [
        f"{n} {told[3]} in {town}, the prosecutor's office said." for n, told in zip(figures, scene.told, strict=True)
    ]
    text = " ".join((*sentences, f"Neighbours of {town} heard shots in the night. Note {name}."))
    document = Document(id=document_id(outlet, day, text), text=text, published_on=day, publisher=outlet, language="en",
                        title=f"{figures[0]} {scene.told[0][3]} in {town}")  # fmt: skip
    mine = account_id(document.id, "violence", 0)
    when = When(ranges=(DayRange.day(scene.day),), text="the night", span=Span(0, 3)) if scene.dated else None
    where = Where(place=scene.place, text=town, span=Span(0, 3)) if scene.place else None
    claims = []
    start = 0
    for n, told, sentence in zip(figures, scene.told, sentences, strict=True):
        claim = _claim(document, mine, scene, told, (n, start, sentence))
        claims.append(replace(claim, when=when, where=where))
        start += len(sentence) + 1
    account = Account(
        id=mine, document=document.id, published_on=day, family="violence", claims=tuple(claims), when=when,
        where=where, background=scene.background, aggregate=False,
    )  # fmt: skip
    return document, account


def _claim(
    document: Document, account: str, scene: _Scene, told: tuple[str, str, str, str, str], said: tuple[int, int, str]
) -> Claim:
    (event, tally_code, unit, _, side), (number, start, sentence) = told, said
    digits = Span(start, start + len(str(number)))
    figure = Figure(count=Count.exactly(number), basis="numeral", span=digits)
    office = start + sentence.index("the prosecutor's")
    roles = () if scene.group is None else (Role(role="perpetrator", text="gunmen", span=digits, actor=scene.group),)
    return Claim(
        id=claim_id(document.id, "text", start, event, tally_code, digits), document=document.id, account=account,
        event=event, status="occurred", certainty="attributed", tally=tally_code, how=None, figure=figure, scope=None,
        part_of=None, unit=unit, counted=Counted(side=side), roles=roles, when=None, where=None,  # type: ignore[arg-type]
        said_by=(Speaker(text="the prosecutor's office", kind="official", span=Span(office, office + 23)),),
        motive=None, background=scene.background,
        quote=Quote(field="text", text=sentence, span=Span(start, start + len(sentence))), read_by="crowd",
    )  # fmt: skip


def _town(dice: random.Random) -> Place:
    code, state, latitude, longitude = _often(dice, _STATES)
    name = "".join(dice.choice(_SYLLABLES) for _ in range(3)).capitalize()
    return Place(
        name=name, admin1=state, admin1_code=code, country=code[:2], precision="town",
        latitude=round(latitude + dice.gauss(0, 0.8), 4), longitude=round(longitude + dice.gauss(0, 0.8), 4),
    )  # fmt: skip


def _often(dice: random.Random, some: Sequence[Any]) -> Any:
    """Return one of several, the first ones most often."""
    return some[min(len(some) - 1, int(len(some) * dice.random() ** 2))]
