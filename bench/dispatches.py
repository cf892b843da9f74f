"""Dispatches with known truth, as many as are asked for: the same for the same seed. Codings, made without the reader.

Every day some incidents begin, each in one town; several outlets tell of one in the days that follow, in English or
Spanish, with figures that are revised, some by copying one another. A kidnapping has its freeings, and a few go on for
weeks. Some reports recall an earlier incident of their state, or give a total of the year, which is no incident.
"""

from __future__ import annotations

import tomllib
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date, timedelta
from functools import cache
from itertools import accumulate, chain, repeat
from pathlib import Path
from random import Random
from typing import Any

from recuento.extract.passages import with_passages
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
    When,
    Where,
)
from recuento.model.annotation import Annotations, Sentence
from recuento.model.document import Language
from recuento.model.ids import account_id, claim_id, document_id

__all__ = ["Dispatch", "dispatches"]

_FIRST_DAY = date(2015, 1, 1)
_TOWNS = 30  # in each state; incidents crowd in the first ones
_A_STORY = 4.0  # reports, on average


@dataclass(frozen=True, slots=True, kw_only=True)
class Dispatch:
    """One report as it was coded; ``truth`` names the incident that each of its accounts tells of, totals left out."""

    coding: Coding
    truth: Mapping[str, str]


@dataclass(slots=True, kw_only=True)
class _Story:
    """One incident, and what its reports say of it."""

    name: str
    kind: Mapping[str, Any]
    day: date
    town: Place
    number: int
    slots: Mapping[str, Mapping[str, str]]
    told: dict[Language, list[str]] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class _Said:
    """A sentence of a report; with a claim where it has a figure, on a story or (None) on the whole state."""

    text: str
    event: str = ""
    tally: str = ""
    number: int = 0
    unit: str = "people"
    side: str = "unknown"
    story: _Story | None = None
    aggregate: bool = False


def dispatches(number: int, *, seed: int = 0, a_day: int = 40) -> Iterator[Dispatch]:
    """Yield so many dispatches in order of publication, about ``a_day`` of them for each day."""
    due: dict[date, list[tuple[_Story, int]]] = defaultdict(list)
    recent: dict[str, list[_Story]] = defaultdict(list)
    given = 0
    day = _FIRST_DAY
    while given < number:
        dice = Random(f"{seed} {day}")
        for place in range(round(a_day / _A_STORY)):
            story = _story(f"{day}-{place}", day, dice)
            for place_in_story, later in enumerate(_days_of(story, dice)):
                due[day + timedelta(days=later)].append((story, place_in_story))
            recent[story.town.admin1 or ""] = [*recent[story.town.admin1 or ""][-9:], story]
        for story, place_in_story in due.pop(day, []):
            if given < number:
                given += 1
                yield _dispatch(story, day, place_in_story, recent, dice)
        day += timedelta(days=1)


@cache
def _words() -> Mapping[str, Any]:
    return tomllib.loads((Path(__file__).parent / "dispatches.toml").read_text("utf-8"))


@cache
def _towns() -> tuple[Place, ...]:
    words = _words()
    found = []
    for at, state in enumerate(words["states"]):
        dice = Random(state)
        names = [f"{head} {tail}" for head in words["town_heads"] for tail in words["town_tails"]]
        for name in dice.sample(names, _TOWNS):
            found.append(
                Place(
                    name=name, admin1=state, admin1_code=f"XX-{at:02}", country="XX",
                    latitude=16.0 + at // 6 * 3 + dice.random() * 2, longitude=-112.0 + at % 6 * 4 + dice.random() * 3,
                    id=f"made:{at:02}-{len(found)}",
                )
            )  # fmt: skip
    return tuple(found)


@cache
def _crowds() -> tuple[float, ...]:
    return tuple(accumulate(1 / (1 + at % _TOWNS) for at in range(len(_towns()))))


def _state_of(town: Place) -> Place:
    return replace(town, name=town.admin1 or "", precision="admin1", id=f"made:{town.admin1_code}")


def _story(name: str, day: date, dice: Random) -> _Story:
    words = _words()
    kinds = words["kinds"]
    kind = dice.choices(kinds, weights=[each["share"] for each in kinds])[0]
    town = dice.choices(_towns(), cum_weights=_crowds())[0]
    return _Story(
        name=name, kind=kind, day=day, town=town, number=1 + min(int(dice.expovariate(0.4)), kind["most"]),
        slots={
            "one": {
                "victim": _name(dice), "second": _name(dice), "officer": _name(dice),
                "quarter": f"{dice.choice(words['quarter_heads'])} {_last(dice)}", "street": _last(dice),
                "make": dice.choice(words["makes"]), "number": str(dice.randint(6, 90)),
                "hour": str(dice.randint(1, 11)),
            }
        },
    )  # fmt: skip


def _name(dice: Random) -> str:
    return f"{dice.choice(_words()['firsts'])} {_last(dice)} {_last(dice)}"


def _last(dice: Random) -> str:
    return "".join(dice.choice(_words()[part]) for part in ("starts", "middles", "ends"))


def _days_of(story: _Story, dice: Random) -> list[int]:
    """Return after how many days each report of an incident appears, most in the first two."""
    if story.kind["event"] == "abduction" and dice.random() < 0.04:  # a captivity that the press follows
        return sorted(int(dice.triangular(0, 40, 3)) for _ in range(dice.randint(25, 60)))
    return sorted(min(int(dice.expovariate(0.9)), 20) for _ in range(1 + int(dice.expovariate(1 / (_A_STORY - 1.6)))))


def _dispatch(
    story: _Story, day: date, place_in_story: int, recent: Mapping[str, list[_Story]], dice: Random
) -> Dispatch:
    language: Language = "es" if dice.random() < 0.7 else "en"
    sentences = _told(story, day, place_in_story, language, dice)
    older = [each for each in recent[story.town.admin1 or ""] if each.name < story.name]
    if older and dice.random() < 0.15:
        sentences += _recalled(dice.choice(older), language, dice)
    if dice.random() < 0.05:
        text = _said(_words()["totals"][language], dice, n="{n}", state=story.town.admin1 or "")
        number = dice.randint(100, 900)
        sentences.append(_Said(text.format(n=number), "killing", "killed", number, aggregate=True))
    return _report(story, sentences, day, language, dice)


def _told(story: _Story, day: date, place_in_story: int, language: Language, dice: Random) -> list[_Said]:
    """Return the sentences on the incident itself: its figure, what only its reports say, what any report says."""
    words = _words()
    after = (day - story.day).days
    kind = story.kind
    number = story.number + (dice.randint(0, 2) if dice.random() < 0.25 else 0)
    lead = _said(kind[language], dice, n=str(number), town=story.town.name)
    said = [_Said(lead, kind["event"], kind["tally"], number, kind["unit"], kind["side"], story)]
    if kind["event"] == "abduction" and after > 1 and story.number > 1:
        freed = min(story.number, 1 + after // 3)
        text = _said(words["freed"][language], dice, n=str(freed), town=story.town.name)
        said.append(_Said(text, "release", "freed", freed, "people", "civilian", story))
    copied = story.told.get(language)
    if copied and dice.random() < 0.3:  # the same agency's text
        body = copied[: dice.randint(4, len(copied))]
    else:
        details = dice.sample(words["details"][language], dice.randint(3, 6))
        body = [each.format(**story.slots["one"]) for each in details]
        body += dice.sample(words["common"][language], dice.randint(3, 6))
        story.told[language] = body
    return [*said, *(_Said(text) for text in body)]


def _recalled(older: _Story, language: Language, dice: Random) -> list[_Said]:
    kind = older.kind
    lead = _said(kind[language], dice, n=str(older.number), town=older.town.name)
    text = _said(_words()["recalled"][language], dice, lead=lead[0].lower() + lead[1:])
    said = _Said(text, kind["event"], kind["tally"], older.number, kind["unit"], kind["side"], older)
    detail = dice.choice(_words()["details"][language]).format(**older.slots["one"])
    return [said, _Said(detail)]


def _said(forms: Sequence[str], dice: Random, **slots: str) -> str:
    return dice.choice(forms).format(**slots)


def _report(story: _Story, said: Sequence[_Said], day: date, language: Language, dice: Random) -> Dispatch:
    publisher = dice.choice(_words()["outlets"])
    text = " ".join(f"{each.text[0].upper()}{each.text[1:]}." for each in said)
    document = Document(
        id=document_id(publisher, day, text), text=text, published_on=day, publisher=publisher, language=language
    )
    spans = _spans(said)
    groups: dict[str, list[tuple[_Said, Span]]] = defaultdict(list)
    for each, span in zip(said, spans, strict=True):
        if each.event:
            groups["total" if each.story is None else each.story.name].append((each, span))
    # One report in ten does not say the day, one in ten names only the state.
    dated, placed = dice.random() > 0.1, dice.random() > 0.1
    accounts = [_account(document, group, dated=dated, placed=placed) for group in groups.values()]
    sentences = tuple(Sentence(span=span, kind="prose", paragraph=0) for span in spans)
    annotations = Annotations(document=document, field="text", language=language, sentences=sentences)
    accounts = with_passages(accounts, annotations, None)
    truth = {account.id: name for account, name in zip(accounts, groups, strict=True) if name != "total"}
    claims = sorted((claim for account in accounts for claim in account.claims), key=lambda claim: claim.quote.span)
    coding = Coding(document=document, claims=tuple(claims), accounts=tuple(accounts), relations=(), unread=())
    return Dispatch(coding=coding, truth=truth)


def _spans(said: Sequence[_Said]) -> list[Span]:
    found, start = [], 0
    for each in said:
        found.append(Span(start, start + len(each.text)))
        start += len(each.text) + 2  # ". "
    return found


def _account(document: Document, group: Sequence[tuple[_Said, Span]], *, dated: bool, placed: bool) -> Account:
    first, span = group[0]
    story = first.story
    when = where = None
    if story is not None and dated:
        days = (DayRange(story.day, story.day + timedelta(days=1)),)
        when = When(ranges=days, text=document.text[span.start : span.end], span=span)
    if story is not None:
        place = story.town if placed else _state_of(story.town)
        at = document.text.index(story.town.name)
        where = Where(place=place, text=story.town.name, span=Span(at, at + len(story.town.name)), inherited=True)
    name = account_id(document.id, "violence", span.start)
    lent = replace(when, inherited=True) if when is not None else None
    whens = chain([when], repeat(lent))  # the sentence that leads says the day
    claims = tuple(_claim(document, name, each, at, day, where) for (each, at), day in zip(group, whens, strict=False))
    return Account(
        id=name, document=document.id, published_on=document.published_on, family="violence", claims=claims, when=when,
        where=where, aggregate=first.aggregate,
    )  # fmt: skip


def _claim(document: Document, account: str, said: _Said, span: Span, when: When | None, where: Where | None) -> Claim:
    quote = Quote(field="text", text=document.text[span.start : span.end], span=span)
    at = span.start + quote.text.index(str(said.number))
    figure = Figure(count=Count.exactly(said.number), basis="numeral", span=Span(at, at + len(str(said.number))))
    return Claim(
        id=claim_id(document.id, "text", span.start, said.event, said.tally, figure.span), document=document.id,
        account=account, event=said.event, status="occurred", certainty="stated", tally=said.tally, how=None,
        figure=figure, scope="aggregate" if said.aggregate else None, part_of=None, unit=said.unit,
        counted=Counted(side=said.side), roles=_roles(said, quote), when=when, where=where, said_by=(), motive=None,
        background=False, quote=quote, read_by="made",
    )  # fmt: skip


def _roles(said: _Said, quote: Quote) -> tuple[Role, ...]:
    """Return who suffered it, as the sentence says: whom its figure counts."""
    at = quote.text.index(str(said.number))
    words = " ".join(quote.text[at:].split()[:2])
    return (Role(role="target", text=words, span=Span(quote.span.start + at, quote.span.start + at + len(words))),)
