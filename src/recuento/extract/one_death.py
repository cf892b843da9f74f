"""Nobody dies twice: what a report tells apart of one named person's death is one account.

"Rueda was arrested on Wednesday … over the killing of Mateo Lara on 28 November … Lara was shot at his door": the
second death has no day of its own, and would else be of the day of the arrest.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import timedelta

from msgspec import Struct
from msgspec.structs import replace

from recuento.extract.accounts import Telling, narrower
from recuento.extract.drafts import Draft
from recuento.lexicon.fold import fold
from recuento.model.annotation import Annotations, DateMention, Name
from recuento.model.lookup import begun_within

__all__ = ["with_one_death"]

_DEATHS = frozenset({"killing", "body_found"})
_HARM = frozenset({"attack", "wounding", "abduction", *_DEATHS})
_SUFFERS = frozenset({"target", "beneficiary"})
# Who dies of wounds mostly dies within weeks; a crime that one name suffered long before is another.
_DIES_WITHIN = timedelta(days=45)

_Victim = frozenset[str]


def with_one_death(tellings: Sequence[Telling], annotations: Annotations) -> list[Telling]:
    """Return the tellings, those that name one dead person put together; the day is the first that a crime itself has.

    Only what is news is put together, and only where the days at which it happened lie within 45 days. What inherited
    another day takes the one found.
    """
    people = sorted((name for name in annotations.names if name.kind == "person"), key=lambda name: name.span)
    if not people:
        return list(tellings)
    kept: list[Telling] = []
    fates: dict[int, _Fate] = {}
    for telling in tellings:
        fate = _fate(telling, people, annotations.text)
        home = next((one for one in kept if fate.victims and _one_death(fates[id(one)], fate)), None)
        if home is None:
            kept.append(telling)
            fates[id(telling)] = fate
        else:
            _join(home, telling)
            fates[id(home)] = _fate(home, people, annotations.text)
    return kept


class _Fate(Struct, frozen=True):
    """Whom a telling names as harmed, with whether each died of it, and the day of the harm."""

    victims: dict[_Victim, bool]
    day: DateMention | None = None


def _fate(telling: Telling, people: Sequence[Name], text: str) -> _Fate:
    if telling.stream != "violence" or telling.background or telling.aggregate:
        return _Fate({})
    victims = _victims(telling, people, text)
    return _Fate(victims, _own_day(telling) if victims else None)


def _one_death(one: _Fate, other: _Fate) -> bool:
    mine, theirs = one.victims, other.victims
    same = [(a, b) for a in mine for b in theirs if a <= b or b <= a]
    if not same or (one.day is not None and other.day is not None and not _within(one.day, other.day)):
        return False
    return any(
        (mine[a] or theirs[b])
        # "Lara" is nobody where two of that name are told of
        and sum(a <= name for name in theirs) < 2 and sum(b <= name for name in mine) < 2
        for a, b in same
    )  # fmt: skip


def _victims(telling: Telling, people: Sequence[Name], text: str) -> dict[_Victim, bool]:
    """Return the names of those harmed, as sets of folded words, and whether each died of it."""
    found: dict[_Victim, bool] = {}
    for draft in telling.drafts:
        if draft.event not in _HARM or draft.status != "occurred":
            continue
        for span in (role.span for role in draft.roles if role.role in _SUFFERS):
            inside = begun_within(people, span.start, span.end)
            if (name := next((p.span for p in inside if span.covers(p.span)), None)) is not None:
                words = frozenset(fold(name.of(text)).split())
                found[words] = found.get(words, False) or draft.event in _DEATHS
    return found


def _own_day(telling: Telling) -> DateMention | None:
    """Return the first day that a sentence gives to the crime itself, not to an accusation or a charge."""
    dated = [
        d for d in telling.drafts if d.event in _HARM and d.date is not None and d.date.ranges and d.date is d.told_when
    ]
    return min((d.date for d in dated if d.date is not None), key=_first, default=None)


def _first(day: DateMention) -> tuple[object, int]:
    return min(r.first for r in day.ranges), day.span.start


def _within(a: DateMention, b: DateMention) -> bool:
    return any(
        x.first - _DIES_WITHIN < y.after and y.first < x.after + _DIES_WITHIN for x in a.ranges for y in b.ranges
    )


def _join(home: Telling, other: Telling) -> None:
    days = [day for day in (_own_day(home), _own_day(other)) if day is not None]
    home.when = min(days, key=_first) if days else home.when or other.when
    home.where = narrower(home.where, other.where)
    drafts = sorted([*home.drafts, *other.drafts], key=lambda draft: draft.trigger.start)
    home.drafts = [_on(draft, home.when) if days else draft for draft in drafts]


def _on(draft: Draft, when: DateMention | None) -> Draft:
    return draft if draft.date is not None else replace(draft, told_when=when)
