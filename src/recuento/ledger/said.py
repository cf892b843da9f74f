"""What one report says of one tally, side and kind of thing: its figures, brought into order."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date
from itertools import combinations
from typing import Literal

from recuento.ledger.people import beside, different_people, is_single
from recuento.ledger.units import THINGS, describes, is_generic, is_of_any_age, says_others, steps_on
from recuento.ledger.voices import Voice, speakers
from recuento.lexicon.fold import fold
from recuento.model import Count, SetAside

__all__ = ["Said", "said_in"]

Kind = Literal["total", "sum", "parts", "running", "increment"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Said:
    """One figure of one report, or of several that agree.

    Attributes:
        kind: total; sum of single people or groups; sum of parts; running (an earlier figure and what came on top);
            increment (on top of an earlier figure that this report does not give).
        low: the least that its words support: for a sum, the largest summand.
        rests_on: the voices that state it.
        whole: it speaks of everyone counted; False for "three women", which cannot lower a larger figure.
    """

    kind: Kind
    count: Count
    low: int
    day: date
    rests_on: tuple[Voice, ...]
    whole: bool = True

    @property
    def units(self) -> frozenset[str]:
        """Units of the figures that are numbers of all, neither single people nor parts."""
        told = (voice.claim for voice in self.rests_on if voice.claim.scope != "part")
        return frozenset(fold(c.unit) for c in told if c.unit and c.figure and c.figure.basis == "numeral")

    @property
    def bases(self) -> frozenset[str]:
        """What its figures were read from: "numeral", "singular", "named", "listed"."""
        return frozenset(voice.claim.figure.basis for voice in self.rests_on if voice.claim.figure)

    @property
    def things(self) -> bool:
        return any(voice.claim.tally in THINGS for voice in self.rests_on)

    @property
    def steps(self) -> bool:
        """It counts what is done again and again, and does not say that it counts all of it."""
        return self.kind != "running" and all(
            steps_on(voice.claim.tally) and voice.claim.scope not in {"total", "increment"} for voice in self.rests_on
        )

    @property
    def happened(self) -> date | None:
        """The first day that its own words can mean; None where another sentence or nothing dates it."""
        told = [voice.claim.when for voice in self.rests_on]
        own = [r.first for when in told if when is not None and not when.inherited for r in when.ranges]
        return min(own, default=None)

    @property
    def rank(self) -> int:
        return max(voice.rank for voice in self.rests_on)

    @property
    def official(self) -> bool:
        return any(voice.official for voice in self.rests_on)

    @property
    def named(self) -> bool:
        return any(voice.named for voice in self.rests_on)

    @property
    def standing(self) -> int:
        return max(voice.standing for voice in self.rests_on)

    @property
    def alleged(self) -> bool:
        return all(voice.alleged for voice in self.rests_on)

    @property
    def lanes(self) -> frozenset[str]:
        return frozenset(voice.lane for voice in self.rests_on)


def said_in(voices: Sequence[Voice]) -> tuple[tuple[Said, ...], tuple[SetAside, ...]]:
    """Return the figures that the report of ``voices`` commits to, and what it says within them.

    All voices are of one document, tally, side and kind of thing, and fit to set a tally.
    """
    voices = [_of_others(voice) for voice in voices]
    totals = [v for v in voices if v.claim.scope == "total"]
    if totals:
        return _under_totals(totals, [v for v in voices if v.claim.scope != "total"])
    increments = [v for v in voices if v.claim.scope == "increment"]
    others = [v for v in voices if v.claim.scope != "increment"]
    figures, aside = _without_totals(others) if others else ((), ())
    if any(figure.whole and _made_of(figure.count.at_least, voices) for figure in figures):
        reason = f"already within the {figures[0].count} of the same report"
        return figures, (*aside, *(SetAside(claim=v.claim.id, reason=reason) for v in increments))
    among = [v for v in increments if any(figure.whole and _of_the_told(v, figure, others) for figure in figures)]
    if among:
        reason = f"taken to be among the {figures[0].count} of the same report"
        aside = (*aside, *(SetAside(claim=v.claim.id, reason=reason) for v in among))
        increments = [v for v in increments if v not in among]
    if increments and any(figure.whole for figure in figures):
        return _running(figures, increments), aside
    return (*figures, *_grouped(increments, "increment")), aside


def _of_the_told(voice: Voice, figure: Said, others: Sequence[Voice]) -> bool:
    """Tell whether "another woman" goes on with a list of single people, all of whom a number told apart counts."""
    numbers = [v for v in figure.rests_on if not is_single(v)]
    if not is_single(voice) or not numbers or figure.count.at_least < 2 or beside([voice], numbers):
        return False
    return any(is_single(other) and not beside([other], numbers) for other in others)


def _of_others(voice: Voice) -> Voice:
    """Return "three others" hurt, where they are others than the dead, as a figure of its own: nothing comes on top."""
    claim = voice.claim
    if claim.tally != "wounded" or claim.scope != "increment" or claim.figure is None or not says_others(claim):
        return voice
    return replace(voice, claim=replace(claim, scope=None))


def _under_totals(totals: list[Voice], others: list[Voice]) -> tuple[tuple[Said, ...], tuple[SetAside, ...]]:
    """A total includes every other figure of its report that is not larger."""
    top = max(total.count.at_least for total in totals)
    beyond = [v for v in others if v.count.at_least > top and v.claim.scope is None]
    within = [v for v in others if v not in beyond]
    same = [v for v in within if v.claim.scope is None and any(v.count == t.count for t in totals)]
    reason = f"already within the total of {top} in the same report"
    aside = tuple(SetAside(claim=v.claim.id, reason=reason) for v in within if v not in same)
    return tuple(_grouped([*totals, *same, *beyond], "total")), aside


def _without_totals(voices: list[Voice]) -> tuple[tuple[Said, ...], tuple[SetAside, ...]]:
    """Figures whose scope the words do not say: a generic one covers narrower ones, else different groups add."""
    covering = [
        v
        for v in voices
        if v.claim.scope != "part" and _counts_everyone(v) and not any(_cannot_be(v, other) for other in voices)
    ]
    top = max(covering, key=lambda v: v.count.at_least, default=None)
    if top is not None and top.count.at_least >= max(v.count.at_least for v in voices):
        rivals = [v for v in voices if v.claim.scope != "part" and _is_rival(v, top)]
        reason = f"taken to be among the {top.count} of the same report"
        aside = tuple(SetAside(claim=v.claim.id, reason=reason) for v in voices if v not in rivals)
        return tuple(_grouped(rivals, "total")), aside
    wholes = {v.claim.id for v in voices}
    parts = [v for v in voices if v.claim.part_of in wholes]  # "three were arrested, two of them in a hospital"
    aside = tuple(SetAside(claim=v.claim.id, reason="part of a larger figure of the same report") for v in parts)
    rest = [v for v in voices if v not in parts]
    again = [v for v in rest if _of_those_said(v, rest)]
    most = max(v.count.at_least for v in rest)
    aside += tuple(SetAside(claim=v.claim.id, reason=f"taken to be among the {most} of the same report") for v in again)
    return (_summed([v for v in rest if v not in again]),), aside


def _of_those_said(voice: Voice, voices: Sequence[Voice]) -> bool:
    """Tell whether a number of "people" is of those whom a larger figure calls by what they are: "230 girls".

    Told in one sentence the two are different: "five people and eight police officers".
    """
    if not _counts_everyone(voice) or voice.claim.scope is not None or is_single(voice):
        return False
    larger = [v for v in voices if not _counts_everyone(v) and v.count.at_least >= voice.count.at_least]
    return bool(larger) and not beside([voice], larger) and not any(_cannot_be(voice, v) for v in larger)


def _cannot_be(one: Voice, other: Voice) -> bool:
    """Tell whether two figures are of different people by their words: "two men and a woman", "a man and a child"."""
    a, b = one.claim.counted, other.claim.counted
    if a.sex is not None and b.sex is not None:
        return a.sex != b.sex
    grown = a.sex is not None and a.age_group is None and not is_of_any_age(one.claim.unit)
    young = b.age_group == "minor"
    return (grown and young) or (b.sex is not None and b.age_group is None and a.age_group == "minor")


def _made_of(total: int, voices: Sequence[Voice]) -> bool:
    """Tell whether two or three other figures of the report, an increment among them, make the total."""
    numbers = {(v.count.at_least, v.claim.scope == "increment") for v in voices if v.count.at_least < total}
    groups = (group for size in (2, 3) for group in combinations(sorted(numbers), size))
    return any(sum(n for n, _ in group) == total and any(more for _, more in group) for group in groups)


def _is_rival(voice: Voice, top: Voice) -> bool:
    """Tell whether a figure stands beside the largest: it starts from the same number, or another speaker says it."""
    if voice.count.at_least == top.count.at_least:
        return True
    told_by = [speaker.text for speaker in speakers(voice.claim)]
    return bool(told_by) and _counts_everyone(voice) and told_by != [s.text for s in speakers(top.claim)]


def _counts_everyone(voice: Voice) -> bool:
    """Tell whether a figure can be of all: of anybody, or of things, which are counted unit by unit."""
    figure = voice.claim.figure
    if figure is None or voice.claim.tally in THINGS:
        return figure is not None
    return figure.basis in {"numeral", "listed"} and is_generic(voice.claim.unit)


def _grouped(voices: Iterable[Voice], kind: Kind) -> list[Said]:
    """Return one figure for each different count."""
    groups: dict[Count, list[Voice]] = {}
    for voice in voices:
        groups.setdefault(voice.count, []).append(voice)
    return [
        Said(kind=kind, count=count, low=count.at_least, day=group[0].day, rests_on=tuple(group))
        for count, group in groups.items()
    ]


def _summed(voices: list[Voice]) -> Said:
    """Return the sum of different people or groups; the same unit twice is one mentioned twice."""
    single = [] if voices[0].claim.tally in THINGS else [v for v in voices if is_single(v)]
    groups: dict[tuple[str, ...], Voice] = {}
    for voice in sorted(voices, key=lambda v: (-v.count.at_least, v.claim.id)):
        if voice not in single:
            groups.setdefault(_who(voice), voice)
    members = [one for one in groups.values() if not any(_told_again(one, other) for other in groups.values())]
    single = [v for v in single if not any(_is_of(v, single, group) for group in members)]
    count = _sum(voice.count for voice in members)
    # One person told of beside a group is not of it; one named in another sentence may well be, unless he cannot.
    near = beside(single, members)
    apart = [v for v in single if v in near or (members and all(_cannot_be(v, group) for group in members))]
    count = count.plus(Count.exactly(different_people(apart)))
    count = count if count.at_least >= different_people(single) else Count.exactly(different_people(single))
    parts = all(voice.claim.scope == "part" for voice in voices)
    alone = len(members) + (different_people(single) if single else 0) == 1
    return Said(
        kind="total" if alone and not parts else "parts" if parts else "sum",
        count=count,
        low=max(v.count.at_least for v in voices),
        day=voices[0].day,
        rests_on=tuple(voices),
        whole=False,
    )


def _told_again(group: Voice, other: Voice) -> bool:
    """Tell whether a group is another one told of in other words, or some of it: "129 girls" and "the 129 students".

    One of the two says no more than age, sex or kin, and no sentence holds both.
    """
    mine, larger = group.count.at_least, other.count.at_least
    if group is other or mine > larger or beside([group], [other]) or _cannot_be(group, other):
        return False
    if "part" in {group.claim.scope, other.claim.scope} and mine < larger:
        return False
    if mine == larger:
        return (describes(group.claim.unit) or describes(other.claim.unit)) and group.claim.id > other.claim.id
    return describes(group.claim.unit) and describes(other.claim.unit)


def _is_of(voice: Voice, single: Sequence[Voice], group: Voice) -> bool:
    """Tell whether single people spell a group out: "the two children, Ana Ruiz and Luis Ruiz"."""
    told = [v for v in beside(single, [group]) if _follows(v, group)]
    if voice not in told or group.count.exact is None or different_people(told) != group.count.exact > 1:
        return False
    return describes(group.claim.unit) and not any(_cannot_be(group, v) for v in told)


def _follows(voice: Voice, group: Voice) -> bool:
    """Tell whether a mention stands behind a group's figure, set off from it."""
    one, other = voice.claim.figure, group.claim.figure
    if one is None or other is None or one.span.start < other.span.end:
        return False
    return any(
        mark in group.document.words(group.claim.quote.field)[other.span.end : one.span.start] for mark in ",:;(–—"
    )


def _sum(counts: Iterable[Count]) -> Count:
    total = Count.exactly(0)
    for count in counts:
        total = total.plus(count)
    return total


def _who(voice: Voice) -> tuple[str, ...]:
    """Return what tells one group from another: a name, or the unit with sex, age and occupation."""
    claim, figure = voice.claim, voice.claim.figure
    if figure is not None and figure.basis in {"named", "listed"}:
        start = figure.span.start - claim.quote.span.start
        return (fold(claim.quote.text[start : start + len(figure.span)]),)
    counted = claim.counted
    return tuple(fold(word or "") for word in (claim.unit, counted.sex, counted.age_group, counted.occupation))


def _running(figures: tuple[Said, ...], increments: list[Voice]) -> tuple[Said, ...]:
    """Return each figure with the report's increments on top of it."""
    extra = _grouped(increments, "increment")
    return tuple(_on_top(figure, extra) for figure in figures)


def _on_top(figure: Said, extra: list[Said]) -> Said:
    count = figure.count
    for increment in extra:
        count = count.plus(increment.count)
    voices = (*figure.rests_on, *(v for increment in extra for v in increment.rests_on))
    return Said(kind="running", count=count, low=figure.low, day=figure.day, rests_on=voices)
