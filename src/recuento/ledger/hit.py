"""How many were hit by shots or blades, whether they lived or not: the dead among them are none of the wounded.

"Five people were shot" says how many were hit. What it says of the wounded depends on how many of them died, which
the same report or a later one tells (``docs/decisions/0017``).
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from recuento.ledger.belief import Belief
from recuento.ledger.people import could_be_one, is_single, one_breath
from recuento.ledger.said import Said
from recuento.ledger.units import says_hit, says_others
from recuento.ledger.voices import Voice
from recuento.model import Count

__all__ = ["Survivors", "is_hit", "prevails", "survivors", "without_hit"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Survivors:
    """The wounded that follow from the number of the hit: bounds, the figure it was taken from, the rule in words.

    ``high`` is that of the hit: the dead may be others than they.
    """

    best: Count
    low: int
    high: int | None
    hit: Said
    rule: str


def is_hit(voice: Voice) -> bool:
    """Tell whether a figure is of people attacked with a weapon, of whom its words do not say what became."""
    return says_hit(voice.claim)


def without_hit(told: Iterable[Voice]) -> tuple[tuple[Voice, ...], tuple[Voice, ...]]:
    """Return the voices that count the wounded or anything else, and those that count the hit.

    Whoever was hit beside somebody else who died ("three others were shot", "a man was killed and a woman shot") is
    wounded.
    """
    told = tuple(told)
    dead = [voice for voice in told if voice.claim.tally == "killed"]
    hit = tuple(v for v in told if is_hit(v) and not _lived(v, [d for d in dead if d.document.id == v.document.id]))
    return tuple(voice for voice in told if voice not in hit), hit


def _lived(hit: Voice, dead: Sequence[Voice]) -> bool:
    """Tell whether a report tells the hit apart from all its ``dead``."""
    if not dead:
        return False
    if hit.claim.scope == "increment" and says_others(hit.claim):
        return True
    if not is_single(hit) or not all(is_single(one) for one in dead):
        return False
    return not any(_may_be(hit, one) for one in dead)


def _may_be(hit: Voice, dead: Voice) -> bool:
    if one_breath(hit, dead):
        return hit.claim.figure is not None and hit.claim.figure == dead.claim.figure
    return could_be_one(hit, dead)


def survivors(belief: Belief, dead: int) -> Survivors | None:
    """Return the wounded among those whom ``belief`` holds to be hit, ``dead`` of them; None if nobody is left."""
    hit = belief.best
    most = None if hit.count.at_most is None else max(0, hit.count.at_most - dead)
    left = Count(max(0, hit.count.at_least - dead), most)
    if left.at_most == 0 or (left.at_least == 0 and dead):
        return None
    rule = f"{hit.count} hit, less the {dead} dead" if dead else "hit; no report says that any of them died"
    return Survivors(best=left, low=max(0, belief.low - dead), high=belief.high, hit=hit, rule=rule)


def prevails(left: Survivors, wounded: Belief | None) -> bool:
    """Tell whether the hit give the figure rather than those whom reports call wounded.

    Whoever was hit and lived is wounded, so that fewer wounded are some of them; but a number of all the wounded that
    is told later stands.
    """
    if wounded is None:
        return True
    best = wounded.best
    older = best.whole and left.hit.day < best.day
    return left.best.at_least > best.count.at_least and not older
