"""What is held of one tally after each day's reports: one best figure and its rivals."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta

from recuento.ledger.people import different_people, is_single, same_name
from recuento.ledger.said import Said
from recuento.ledger.voices import Voice, speaker_words, speakers
from recuento.model import Count, SetAside

__all__ = ["Belief", "heard"]

# The same increment is told by several papers within this time.
_RETOLD = timedelta(days=3)


@dataclass(frozen=True, slots=True, kw_only=True)
class Belief:
    """The figures that stand (``best`` among them), what was set aside, and the increments that were already added.

    Attributes:
        revised: a figure that stood once was superseded.
        since: the day on which the count held was first reached.
        past: counts that were superseded.
        beyond: figures that may be on top of the best or within it, each with its day; they only raise ``high``.
    """

    standing: tuple[Said, ...]
    aside: tuple[SetAside, ...]
    added: tuple[tuple[int, date], ...]
    revised: bool = False
    since: date | None = None
    past: tuple[Count, ...] = ()
    beyond: tuple[tuple[int, date], ...] = ()

    @property
    def best(self) -> Said:
        """The figure held: no allegation if there is better, then standing, day, name, number of sources."""
        return max(
            self.standing,
            key=lambda s: (
                not s.alleged,
                s.rank,
                s.day,
                s.whole,
                s.official,
                s.named,
                s.standing,
                len(s.lanes),
                s.count.at_least,
                s.rests_on[0].claim.id,
            ),
        )

    @property
    def low(self) -> int:
        return min(said.low for said in self.standing)

    @property
    def high(self) -> int | None:
        """The highest figure that stands; None while the best is a floor without a ceiling."""
        if self.best.count.at_most is None:
            return None
        tops = (said.count.at_least if said.count.at_most is None else said.count.at_most for said in self.standing)
        return max(tops) + sum(amount for amount, _ in self.beyond)

    @property
    def rule(self) -> str:
        """The rule that chose the best figure, in words."""
        words = self._choice
        others = sorted({str(said.count) for said in self.standing if said is not self.best})
        if others:
            words += f"; {', '.join(others)} also {'stands' if len(others) == 1 else 'stand'}"
        return f"{words}; an allegation, nothing better is known" if self.best.alleged else words

    @property
    def _choice(self) -> str:
        """How the best figure was chosen, or what it is where there was nothing to choose."""
        best = self.best
        if best.kind == "increment" and best.things:
            return "on top of others, which are counted apart"
        if best.kind != "total":
            return _RULES[best.kind]
        if len(self.standing) > 1 or self.revised:
            return _RULES["latest"] if self.revised else _RULES["highest"]
        if len(best.lanes) > 1:
            return _RULES["agreed"]
        return next(words for basis, words in _ALONE.items() if basis in best.bases)


_RULES = {
    "latest": "the latest figure by the speaker who stands highest",
    "highest": "the figure by the speaker who stands highest",
    "agreed": "the sources that give a figure agree",
    "sum": "sum of different people or groups; no report gives a total",
    "parts": "sum of the parts; no report gives the total",
    "running": "an earlier figure and what came on top of it",
    "increment": "only what came on top is known: at least that",
}
# What a figure is when no other stands beside it; of several bases the first here.
_ALONE = {
    "numeral": "the one figure given",
    "listed": "counted from a list; no report gives a number",
    "named": "one person, named; no report gives a number",
    "singular": "as the words have it; no report gives a number",
}


def heard(before: Belief | None, figures: Sequence[Said], aside: Sequence[SetAside]) -> Belief | None:
    """Return what is held after one more day, whose reports give ``figures`` and themselves set ``aside``.

    The order of ``figures`` does not matter. None while no figure has been given.
    """
    belief = before or Belief(standing=(), aside=(), added=())
    belief = replace(belief, aside=(*belief.aside, *aside))
    wholes = [said for said in figures if said.kind != "increment"]
    increments = [said for said in figures if said.kind == "increment"]
    if before is not None:
        belief, wholes = _without_recalled(before, belief, wholes)
    for said in sorted(wholes, key=_solid, reverse=True):
        if before is not None and _is_a_step(before, said):
            if said.happened is not None and before.since is not None and said.happened > before.since:
                increments.append(replace(said, kind="increment"))
            else:
                belief = _perhaps_on_top(belief, said)
        else:
            belief = _weigh(belief, said)
    belief = _add(before, belief, sorted(increments, key=_solid, reverse=True))
    if not belief.standing:
        return None
    same = before is not None and before.best.count == belief.best.count
    day = max(said.day for said in figures) if figures else None
    return belief if same or day is None else replace(belief, since=day)


def _without_recalled(before: Belief, belief: Belief, figures: Iterable[Said]) -> tuple[Belief, list[Said]]:
    """Return the belief with whoever is recalled by name set aside, and the figures without them."""
    fresh = []
    for said in figures:
        known = _told_before(before, said)
        belief = replace(belief, aside=(*belief.aside, *_of_voices(known, "already counted by name")))
        if not known:
            fresh.append(said)
        elif len(known) < len(said.rests_on):
            fresh.append(_of_the_new(said, known))
    return belief, fresh


def _told_before(before: Belief, said: Said) -> tuple[Voice, ...]:
    """Return the single people of a later step whom what is held counts by name: an arrest recalled is no new one."""
    if not said.steps or not all(map(is_single, said.rests_on)):
        return ()
    held = [voice for one in before.standing for voice in one.rests_on]
    return tuple(v for v in said.rests_on if any(same_name(v, other) for other in held))


def _of_the_new(said: Said, known: Sequence[Voice]) -> Said:
    rest = tuple(voice for voice in said.rests_on if voice not in known)
    return replace(said, rests_on=rest, count=Count.exactly(different_people(rest)), low=1)


def _is_a_step(before: Belief, said: Said) -> bool:
    """Tell whether a figure counts less than was held the day before of what is done again and again: more arrests."""
    return said.steps and 0 < said.count.at_least < before.best.count.at_least and said.count.exact is not None


def _perhaps_on_top(belief: Belief, said: Said) -> Belief:
    """Return the belief after a step that nothing dates: of those held, or on top of them."""
    amount = said.count.at_least
    told = any(amount == known and said.day - day <= _RETOLD for known, day in (*belief.added, *belief.beyond))
    if said.happened is not None or told:
        return _set_aside(belief, said, f"taken to be among the {belief.best.count} held")
    belief = _set_aside(belief, said, f"among the {belief.best.count} held or on top of them: it is not said which")
    return replace(belief, beyond=(*belief.beyond, (amount, said.day)))


def _solid(said: Said) -> tuple[object, ...]:
    """Best first: so that a weaker figure of the same day is weighed against a stronger one."""
    first = said.rests_on[0]
    return (said.whole, not said.alleged, said.rank, said.official, said.named, said.count.at_least, first.claim.id)


def _weigh(belief: Belief, said: Said) -> Belief:
    """Return the belief after one figure: it supports, replaces, or stands beside what is held."""
    if any(voice.claim.scope == "total" for voice in said.rests_on):
        belief = replace(belief, beyond=())  # it counts all of them
    if _is_outdated(belief, said):
        return _set_aside(belief, said, f"an older figure told again: {belief.best.count} stands since")
    for held in belief.standing:
        joined = _joined(held, said)
        if joined is not None:
            return _replaced(belief, held, joined)
        if _is_floor_under(said, held):
            return _set_aside(belief, said, f"a floor that the {held.count} held satisfies")
        if not said.whole and held.count.at_least >= said.count.at_least and not held.units & said.units:
            return _set_aside(belief, said, f"taken to be among the {held.count} held")
    kept, aside, revised, past = [], list(belief.aside), belief.revised, belief.past
    for held in belief.standing:
        if _supersedes(said, held):
            aside += _reasons(held, f"superseded by {_words(said)}")
            past = (*past, held.count)
            revised = True
        elif _is_floor_under(held, said) and said.rank >= held.rank and not said.alleged:
            aside += _reasons(held, f"a floor that {_words(said)} satisfies")
        else:
            kept.append(held)
    return replace(belief, standing=(*kept, said), aside=tuple(aside), revised=revised, past=past)


def _is_outdated(belief: Belief, said: Said) -> bool:
    """Tell whether a figure goes back to a lower one that was superseded, and nobody in its own words says so.

    Papers repeat what they printed last; an authority who goes back corrects.
    """
    told_so = any(speakers(voice.claim) or voice.claim.scope == "total" for voice in said.rests_on)
    lower = bool(belief.standing) and said.count.at_least < belief.best.count.at_least
    return lower and not told_so and said.count in belief.past


def _supersedes(new: Said, old: Said) -> bool:
    return new.day > old.day and new.rank >= old.rank and (old.alleged or not new.alleged)


def _is_floor_under(floor: Said, figure: Said) -> bool:
    return floor.count.at_most is None and figure.count.at_least >= floor.count.at_least


def _joined(held: Said, said: Said) -> Said | None:
    """Return the two as one figure if they agree and neither leaves the other behind; None otherwise."""
    if held.count == said.count:
        # Retelling refreshes a figure, whoever retells it: rivals that nobody repeats grow old.
        day = max(held.day, said.day)
        kind = held.kind if said.kind != "total" else said.kind
        whole = held.whole or said.whole
        low = max(held.low, said.low)
        return replace(held, kind=kind, whole=whole, low=low, day=day, rests_on=(*held.rests_on, *said.rests_on))
    if not held.count.agrees_with(said.count) or (said.alleged and not held.alleged):
        return None
    narrow, wide = sorted((held, said), key=_width)
    same_floor = narrow.count.at_least == wide.count.at_least
    within_spread = wide.count.at_most is not None
    both_floors = narrow.count.at_most is None
    if both_floors or not (same_floor or within_spread):
        return None
    return replace(narrow, day=max(held.day, said.day), rests_on=(*held.rests_on, *said.rests_on))


def _width(said: Said) -> int:
    return 10**9 if said.count.at_most is None else said.count.at_most - said.count.at_least


def _replaced(belief: Belief, held: Said, joined: Said) -> Belief:
    """Return the belief with ``joined`` for ``held``; a retold figure supersedes older rivals once more."""
    kept, aside, revised = [joined], list(belief.aside), belief.revised
    for other in belief.standing:
        if other is held:
            continue
        if _supersedes(joined, other):
            aside += _reasons(other, f"superseded by {_words(joined)}, told again")
            revised = True
        else:
            kept.append(other)
    return replace(belief, standing=tuple(kept), aside=tuple(aside), revised=revised)


def _add(before: Belief | None, belief: Belief, increments: Sequence[Said]) -> Belief:
    """Return the belief with the day's increments added to what was held the day before."""
    for said in increments:
        amount = said.count.at_least
        if any(amount == known and said.day - day <= _RETOLD for known, day in belief.added):
            belief = _set_aside(belief, said, f"the same {said.count} on top, told again")
            continue
        belief = _add_one(before, belief, said)
        belief = replace(belief, added=(*belief.added, (amount, said.day)))
    return belief


def _add_one(before: Belief | None, belief: Belief, said: Said) -> Belief:
    base = belief.best if belief.standing else None
    if base is None:
        floor = said if said.things else replace(said, count=Count(said.count.at_least))
        return replace(belief, standing=(floor,))
    earlier = before.best.count.at_least if before else 0
    if base.day == said.day and base.kind != "running" and base.count.at_least >= earlier + said.count.at_least:
        return _set_aside(belief, said, f"already within the total of {base.count} of the same day")
    total = replace(
        base, kind="running", count=base.count.plus(said.count), day=said.day, rests_on=(*base.rests_on, *said.rests_on)
    )
    total = replace(total, low=total.count.at_least)
    return replace(belief, standing=tuple(total if held is base else held for held in belief.standing))


def _set_aside(belief: Belief, said: Said, reason: str) -> Belief:
    return replace(belief, aside=(*belief.aside, *_reasons(said, reason)))


def _reasons(said: Said, reason: str) -> tuple[SetAside, ...]:
    return _of_voices(said.rests_on, reason)


def _of_voices(voices: Sequence[Voice], reason: str) -> tuple[SetAside, ...]:
    return tuple(SetAside(claim=voice.claim.id, reason=reason) for voice in voices)


def _words(said: Said) -> str:
    return f"{said.count} ({speaker_words(said.rests_on[0].claim)}, {said.day.isoformat()})"
