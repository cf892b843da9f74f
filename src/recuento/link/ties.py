"""How the incidents that one report tells of hang together: response, follow-up, retaliation."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from recuento.lexicon.fold import fold
from recuento.link.facets import VIOLENT, Facets, facets
from recuento.link.weights import Weights
from recuento.model import Account, Claim
from recuento.model.incident import TieKind

__all__ = ["AFTERMATH", "Tied", "is_of_revenge", "is_over_before", "leading", "ties_within"]

AFTERMATH = frozenset({"custody", "justice", "sanction"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Tied:
    """Account ``subject`` is a part of, follow-up of, response to or retaliation for account ``object``."""

    subject: str
    tie: TieKind
    object: str
    reason: str


def ties_within(accounts: Sequence[Account], weights: Weights) -> tuple[Tied, ...]:
    """Return the ties between accounts of one report, at most one for each pair and direction."""
    news = [a for a in accounts if not a.aggregate]
    seen = {a.id: facets(a, weights.kinds) for a in news}
    found = [tie for a in news for b in news if a is not b for tie in _ties(a, b, seen, weights)]
    first: dict[tuple[str, str], Tied] = {}
    for tie in found:
        if (tie.object, tie.subject) not in first:
            first.setdefault((tie.subject, tie.object), tie)
    return tuple(first.values())


def _ties(a: Account, b: Account, seen: dict[str, Facets], weights: Weights) -> Iterator[Tied]:
    """Yield how ``a`` hangs on ``b``, strongest first."""
    one, other = seen[a.id], seen[b.id]
    motive = _retaliation(a, b, weights)
    if motive is not None:
        yield Tied(subject=a.id, tie="retaliation_for", object=b.id, reason=f"the report gives as motive: {motive}")
    if is_over_before(one, other):
        return
    if a.background or b.background:
        yield from _shared_people(one, other, weights)
        return
    lead, onto = leading(one), leading(other)
    if lead == "force" and onto in VIOLENT:
        yield Tied(subject=a.id, tie="response_to", object=b.id, reason="forces sent after what the same report tells")
    if lead == "harm" and onto == "custody" and _tries_to_free(a):
        yield Tied(subject=a.id, tie="response_to", object=b.id, reason="an attempt to free someone in custody")
    if lead == "harm" and onto == "captivity":
        yield Tied(subject=a.id, tie="follow_up_of", object=b.id, reason="violence on the way, told in the same report")
    if lead in AFTERMATH and onto in VIOLENT and not _tries_to_free(b):
        yield Tied(subject=a.id, tie="follow_up_of", object=b.id, reason="what police or courts did, same report")
    yield from _shared_people(one, other, weights)


def is_over_before(one: Facets, other: Facets) -> bool:
    """Tell whether all possible days of the one lie before those of the other: then it answers or follows nothing."""
    return bool(one.days and other.days) and max(d.after for d in one.days) <= min(d.first for d in other.days)


def leading(account: Facets) -> str | None:
    """Return the kind of thing that an account is mainly about; None if it is about none."""
    return account.kinds[0] if account.kinds else None


def _shared_people(one: Facets, other: Facets, weights: Weights) -> Iterator[Tied]:
    """Yield a follow-up where what police or courts did names someone who took part in the other incident."""
    shared = sorted(name for name in one.people & other.people if not set(name.split()) & set(weights.ties.group))
    if (
        shared
        and leading(one) in AFTERMATH
        and leading(other) in VIOLENT | {"custody"}
        and leading(one) != leading(other)
    ):
        yield Tied(subject=one.id, tie="follow_up_of", object=other.id, reason=f"names the same person: {shared[0]}")


def _tries_to_free(account: Account) -> bool:
    return any(claim.event in {"rescue", "release"} and claim.status == "attempted" for claim in account.claims)


def _retaliation(a: Account, b: Account, weights: Weights) -> str | None:
    """Return the motive by which ``a`` was done because of ``b``: words of revenge that lie on those of ``b``."""
    for claim in a.claims:
        if (
            claim.motive is not None
            and is_of_revenge(claim, weights)
            and any(_told_in(claim, other) for other in b.claims)
        ):
            return claim.motive.text
    return None


def is_of_revenge(claim: Claim, weights: Weights) -> bool:
    """Tell whether a claim or its motive speaks of revenge."""
    words = fold(f"{claim.motive.text if claim.motive else ''} {claim.quote.text}").split()
    return any(word.startswith(begin) for word in words for begin in weights.ties.retaliation)


def _told_in(claim: Claim, other: Claim) -> bool:
    return claim.motive is not None and other.id != claim.id and claim.motive.span.overlaps(other.quote.span)
