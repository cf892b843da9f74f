"""How incidents of different reports hang together: by a person named in both, or by a motive that names the dead.

A pair of accounts alone decides, whichever of the two was read first. Only full names count: of two words one must be
rare, for many people are called Juan Pérez.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator

from recuento.lexicon.common import band
from recuento.link.block import Keys
from recuento.link.facets import VIOLENT, Facets, facets, names_in
from recuento.link.ties import AFTERMATH, Tied, is_of_revenge, is_over_before, leading
from recuento.link.weights import Weights
from recuento.model import Account, Claim
from recuento.model.claim import RoleName

__all__ = ["person_keys", "ties_across"]

Seen = Callable[[Account], Facets]


def person_keys(account: Account, weights: Weights) -> Keys:
    """Return the keys by which accounts are found that this one may be tied to, or that may be tied to it."""
    if account.aggregate:
        return Keys(kept=frozenset(), sought=frozenset())
    did, held = _doers(account, weights), _held(account, weights)
    dead, avenged = _targets(account, weights), {name for name, _ in _avenged(account, weights)}
    return Keys(
        kept=_keys("did", did) | _keys("held", held) | _keys("dead", dead) | _keys("avenged", avenged),
        sought=_keys("held", did | held) | _keys("did", held) | _keys("avenged", dead) | _keys("dead", avenged),
    )


def ties_across(a: Account, b: Account, weights: Weights, seen: Seen | None = None) -> tuple[Tied, ...]:
    """Return how two accounts of different reports hang together, at most one tie in each direction.

    ``seen`` gives the facets of an account where they are worked out already.
    """
    if a.document == b.document or a.aggregate or b.aggregate:
        return ()
    seen = seen or (lambda account: facets(account, weights.kinds))
    ties = (next(_ties(one, other, weights, seen), None) for one, other in ((a, b), (b, a)))
    return tuple(tie for tie in ties if tie is not None)


def _ties(later: Account, earlier: Account, weights: Weights, seen: Seen) -> Iterator[Tied]:
    """Yield how the one hangs on the other, if it came after."""
    one, other = seen(later), seen(earlier)
    if not _came_after(one, other):
        return
    for name, motive in _avenged(later, weights):
        if _finds(name, _targets(earlier, weights)):
            reason = f"the report gives as motive: {motive}"
            yield Tied(subject=later.id, tie="retaliation_for", object=earlier.id, reason=reason)
    held = _held(later, weights)
    known = _doers(earlier, weights) | (_held(earlier, weights) if leading(one) != leading(other) else set())
    if leading(one) in AFTERMATH and leading(other) in VIOLENT | {"custody"}:
        for name in sorted(held):
            if _finds(name, known):
                reason = f"names the same person: {name}"
                yield Tied(subject=later.id, tie="follow_up_of", object=earlier.id, reason=reason)


def _came_after(one: Facets, other: Facets) -> bool:
    """Tell whether one may have happened after the other: by their days, else by when they were reported."""
    if is_over_before(one, other):
        return False
    if one.days and other.days:
        return min(day.first for day in other.days) <= min(day.first for day in one.days)
    return other.published_on <= one.published_on and not one.background


def _doers(account: Account, weights: Weights) -> set[str]:
    """Return who did violence, by full name."""
    return _named(account, "perpetrator", VIOLENT, weights)


def _held(account: Account, weights: Weights) -> set[str]:
    """Return whom police, courts or treasuries acted against, by full name."""
    return _named(account, "target", AFTERMATH, weights)


def _targets(account: Account, weights: Weights) -> set[str]:
    """Return who suffered violence or was arrested, by full name: what is avenged."""
    return _named(account, "target", VIOLENT | {"custody"}, weights)


def _named(account: Account, role: RoleName, kinds: frozenset[str], weights: Weights) -> set[str]:
    claims = (c for c in account.claims if c.status == "occurred" and weights.kinds.of(c.event) in kinds)
    return {name for c in claims for each in c.roles if each.role == role for name in _full(each.text, weights)}


def _avenged(account: Account, weights: Weights) -> list[tuple[str, str]]:
    """Return whom a motive of revenge names, with the motive."""
    told: dict[str, str] = {}
    for claim in account.claims:
        if claim.motive is not None and _is_own(claim, weights):
            told |= dict.fromkeys(_full(claim.motive.text, weights), claim.motive.text)
    return sorted(told.items())


def _is_own(claim: Claim, weights: Weights) -> bool:
    """Tell whether a motive is that of this claim, and of violence: its own words tell what it avenges."""
    if claim.motive is None or weights.kinds.of(claim.event) not in VIOLENT or not is_of_revenge(claim, weights):
        return False
    quote, motive = claim.quote.span, claim.motive.span
    return quote.start < motive.start or quote.end > motive.end


def _full(text: str, weights: Weights) -> Iterator[str]:
    """Yield the persons' names in a text that tell one person from another."""
    for name in names_in(text):
        words = name.split()
        tells = len(words) > 2 or (len(words) == 2 and any(not band(word) for word in words))
        if tells and not set(words) & set(weights.ties.group):
            yield name


def _finds(name: str, others: Iterable[str]) -> bool:
    """Tell whether one of the others is the same name, or the same with a surname more or less."""
    return any(f"{x} ".startswith(f"{y} ") for other in others for x, y in ((name, other), (other, name)))


def _keys(what: str, names: Iterable[str]) -> frozenset[str]:
    return frozenset(f"n:{what}:{' '.join(name.split()[:2])}"[:80] for name in names)
