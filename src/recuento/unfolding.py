"""Part of the pipeline: why two things stand as one incident, or as two. Linking compares, the ledger remembers."""

from __future__ import annotations

from collections import deque
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import product

from recuento.errors import OptionError
from recuento.ledger.pairing import Linked, Pairing
from recuento.ledger.store import Ledger
from recuento.link import Linker, Unfolded
from recuento.model import Account, Document

__all__ = ["Apart", "Scored", "Why", "why"]

_MOST_PAIRS = 10_000  # so many are compared afresh; of more, those that were judged
_OTHERS = 8


@dataclass(frozen=True, slots=True, kw_only=True)
class Scored:
    """The score of one pair of accounts, of the first side and of the second."""

    a: str
    b: str
    score: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Apart:
    """Why two incidents were not joined: what they score as groups, and what forbids it.

    Attributes:
        score: a share of the best pair's and the rest of the average; they join from the threshold on.
        best, mean: the highest score of a pair of theirs, and the average over all pairs, each not below the floor.
        reports: ids of reports that tell of both; two accounts of one report are never one incident.
        said: the pairs that persons call different, by their last word.
    """

    score: float
    best: float
    mean: float
    reports: tuple[str, ...]
    said: tuple[Linked, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Why:
    """Why two accounts stand as one incident, or as two. Where a name stands for several, the best pair is told.

    Attributes:
        names: as asked.
        one, other: the two accounts, with their reports and incidents.
        unfolded: how the two compare.
        threshold: from this score on two groups become one incident; a pair that scores less is not kept either.
        compared: linking looked at the pair. False: one report, a total of a period, or no key that finds the pair.
        links: judgements in force on the pair, oldest first; a person's binds.
        path: the links by which the two hang together in their one incident, from one to other; empty for two.
        apart: what two incidents score; None for one, or where they are too large to compare all.
        pairs: other pairs that the names stand for, best first, at most eight; ``number``: how many pairs there are.
    """

    names: tuple[str, str]
    one: Account
    other: Account
    documents: tuple[Document, Document]
    incidents: tuple[str, str]
    unfolded: Unfolded
    threshold: float
    compared: bool
    links: tuple[Linked, ...]
    path: tuple[Linked, ...]
    apart: Apart | None
    pairs: tuple[Scored, ...]
    number: int


def why(ledger: Ledger, one: str, other: str) -> Why:
    """Return why two incidents, accounts or reports tell of one incident, or do not.

    Raises:
        UnknownId: a name is borne by nothing, or by several.
        OptionError: both names stand for one account, or a report tells of no incident.
    """
    linker = Linker()
    found = _sides(ledger, (one, other), linker.name)
    told = {account.id: account for account in found.accounts}
    scored = sorted(
        _scored(found, told, linker), key=lambda pair: (_one_report(pair, told), -pair.score, pair.a, pair.b)
    )
    best, *others = scored
    a, b = told[best.a], told[best.b]
    documents = {document.id: document for document in found.documents}
    incident = dict(zip(told, found.incidents, strict=True))
    unfolded = linker.unfold(a, b)
    joined = incident[a.id] == incident[b.id]
    return Why(
        names=(one, other),
        one=a,
        other=b,
        documents=(documents[a.document], documents[b.document]),
        incidents=(incident[a.id], incident[b.id]),
        unfolded=unfolded,
        threshold=linker.weights.join,
        compared=bool(unfolded.found_by) and a.document != b.document and not (a.aggregate or b.aggregate),
        links=tuple(link for link in found.links if {link.a, link.b} == {a.id, b.id}),
        path=tuple(_path(a.id, b.id, found.links, incident, linker.weights.join)) if joined else (),
        apart=None if joined else _apart(a.id, b.id, found, incident, linker),
        pairs=tuple(others[:_OTHERS]),
        number=len(scored),
    )


def _sides(ledger: Ledger, names: tuple[str, str], decided_by: str) -> Pairing:
    one, other = (ledger.accounts_named(name) for name in names)
    for name, side in zip(names, (one, other), strict=True):
        if not side:
            raise OptionError(f"{name} tells of no incident: there is nothing to compare ('recuento unread' says why)")
    if set(one) & set(other):  # two names of one incident stand for the accounts that they were made of
        one, other = (_made_of(name, side) for name, side in zip(names, (one, other), strict=True))
    if set(one) & set(other):
        raise OptionError(f"{names[0]} and {names[1]} are one telling; name two of the incident's (k-…, or d-…)")
    return ledger.pairing(one, other, decided_by=decided_by)


def _made_of(name: str, accounts: Sequence[str]) -> tuple[str, ...]:
    """Return the account from which an incident's id was made; all of them where the name does not tell."""
    own = tuple(account for account in accounts if f"i-{account[2:]}".startswith((name, f"i-{name}")))
    return own if len(own) == 1 else tuple(accounts)


def _scored(found: Pairing, told: Mapping[str, Account], linker: Linker) -> Iterable[Scored]:
    """Return the pairs of both sides with their scores; of very many only those that were judged near, and one."""
    if len(found.one) * len(found.other) <= _MOST_PAIRS:
        pairs = set(product(found.one, found.other))
    else:
        first, second = set(found.one), set(found.other)
        near = {pair for link in found.links for pair in ((link.a, link.b), (link.b, link.a))}
        pairs = {(found.one[0], found.other[0]), *((a, b) for a, b in near if a in first and b in second)}
    return [Scored(a=a, b=b, score=linker.compare(told[a], told[b]).score) for a, b in pairs]


def _one_report(pair: Scored, told: Mapping[str, Account]) -> bool:
    return told[pair.a].document == told[pair.b].document


def _path(start: str, end: str, links: Iterable[Linked], incident: Mapping[str, str], join: float) -> Iterator[Linked]:
    """Yield the fewest links that lead from one account of an incident to another, strong ones first."""
    near: dict[str, list[Linked]] = {}
    for link in _holding(links, join):
        if incident[link.a] == incident[link.b] == incident[start]:
            near.setdefault(link.a, []).append(link)
            near.setdefault(link.b, []).append(link)
    came: dict[str, Linked | None] = {start: None}
    queue = deque([start])
    while queue and end not in came:
        here = queue.popleft()
        for link in sorted(
            near.get(here, ()), key=lambda each: (each.score is not None, -(each.score or 0), each.a, each.b)
        ):
            there = link.b if link.a == here else link.a
            if there not in came:
                came[there] = link
                queue.append(there)
    steps: list[Linked] = []
    here = end
    while (last := came.get(here)) is not None:
        steps.append(last)
        here = last.b if last.a == here else last.a
    yield from reversed(steps)


def _holding(links: Iterable[Linked], join: float) -> list[Linked]:
    """Return the links that join: pairs from the threshold on, and those of which a person's last word is *same*."""
    strong = [link for link in links if link.score is not None and link.score >= join]
    return [*(link for link in _last_words(links) if link.verdict == "same"), *strong]


def _last_words(links: Iterable[Linked]) -> list[Linked]:
    """Return the latest judgement of a person on each pair."""
    return list({(link.a, link.b): link for link in links if link.score is None}.values())


def _apart(one: str, other: str, found: Pairing, incident: Mapping[str, str], linker: Linker) -> Apart | None:
    first, second = ([a for a in found.accounts if incident[a.id] == incident[name]] for name in (one, other))
    if len(first) * len(second) > _MOST_PAIRS:
        return None
    weights = linker.weights
    scores = [max(weights.floor, linker.compare(a, b).score) for a, b in product(first, second)]
    best, mean, share = max(scores), sum(scores) / len(scores), weights.numbers.best
    both = {account.document for account in first} & {account.document for account in second}
    across = {incident[one], incident[other]}
    words = (link for link in _last_words(found.links) if {incident[link.a], incident[link.b]} == across)
    return Apart(
        score=round(share * best + (1 - share) * mean, 6),
        best=best,
        mean=round(mean, 6),
        reports=tuple(sorted(both)),
        said=tuple(link for link in words if link.verdict == "different"),
    )
