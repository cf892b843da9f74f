"""The day that a claim takes over from elsewhere in its report: the paragraph, the same event told before, the lead."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass, field, replace
from datetime import date, timedelta
from functools import cache, lru_cache
from typing import Literal

from recuento.extract.claimants import SPEECH_ACTS
from recuento.extract.crimes import is_crime, is_wide
from recuento.extract.drafts import Draft
from recuento.extract.in_operation import in_operation
from recuento.extract.times import dates_saying, happening_near, sentence_around
from recuento.lexicon.codebook import event_of
from recuento.lexicon.fold import fold, fold_text
from recuento.lexicon.grammar import scope_words, speech
from recuento.lexicon.runs import FirstRun
from recuento.lexicon.syntax import syntax
from recuento.model.annotation import Annotations, DateMention
from recuento.model.days import DayRange
from recuento.model.document import Language
from recuento.model.lookup import begun_within, paragraph_of
from recuento.model.span import Span

__all__ = ["TAKINGS", "NewsDay", "is_fresh", "news_day"]

# The news is of the last days; what is older needs its own words in its own sentence.
_LEAD_DAYS = 8
_OPENING = 2  # paragraphs
_NEAR = 2  # paragraphs
_WORD = 24  # letters in which the word before a date ends
TAKINGS = frozenset({"abduction", "disappearance"})
_OUTCOMES = frozenset({"release", "rescue", "deployment", "body_found"})
_FREEING = frozenset({"release", "rescue"})
_Kind = Literal["court", "taking", "crime", "arrest", "other"]
_CRIMES = frozenset({"taking", "crime"})


_FIGHTS = frozenset({"attack", "clash", "bombing"})


@dataclass(frozen=True, slots=True)
class NewsDay:
    """What a report says of days beyond each clause.

    ``told`` are the dates of events, without those of statements; ``courts`` are those of them that date only what a
    court or a treasury did, ``events`` those that date only something else, ``outcomes`` those that date only how
    captives came back or were looked for. ``arrests`` are those of arrests alone, where the report tells of an arrest
    for a crime: then the crime was before. ``crimes`` are those of such crimes alone. ``opens_in_court``:
    the news is what a court did, or an arrest for a crime. ``dated``: by event and paragraph the days that the drafts
    give it, with the draft's place and its sentence. ``usable`` and ``leads`` keep what was found.
    """

    annotations: Annotations
    drafts: Sequence[Draft]
    told: tuple[DateMention, ...]
    courts: frozenset[Span]
    events: frozenset[Span]
    outcomes: frozenset[Span]
    arrests: frozenset[Span]
    crimes: frozenset[Span]
    opens_in_court: bool
    fallback: DateMention | None
    dated: dict[tuple[str, int], list[tuple[int, DateMention, Span]]]
    usable: dict[_Kind, Sequence[DateMention]] = field(default_factory=dict)
    leads: dict[_Kind, DateMention | None] = field(default_factory=dict)

    @property
    def _published(self) -> date:
        return self.annotations.document.published_on

    def of(self, draft: Draft) -> DateMention | None:
        """Return the day that ``draft`` takes over, or None: the nearest said before it, else the news' own."""
        if draft.charged and draft.date is None:
            return self._told_elsewhere(draft)
        if draft.charged or (draft.date is not None and not _is_wide(draft.date)):
            return draft.date
        kind = _kind(draft)
        if draft.date is not None:
            return self._within(draft, kind)
        if kind == "crime" and (freed := self._freeing(draft)) is not None:
            return freed
        usable = self._usable(kind)
        near = self._before(draft, usable) or self._same_event(draft) or self._told_after(draft, usable)
        return near or self._lead(kind)

    def _usable(self, kind: _Kind) -> Sequence[DateMention]:
        """Return the days that an event of the kind can take over, in text order; looked for once."""
        if kind not in self.usable:
            barred = self._barred(kind)
            self.usable[kind] = [d for d in self.told if d.span not in barred]
        return self.usable[kind]

    def _lead(self, kind: _Kind) -> DateMention | None:
        """Return the day that the news is about for such an event, or None where the report gives none."""
        if kind not in self.leads:
            self.leads[kind] = self._first_lead(self._usable(kind), kind)
        return self.leads[kind]

    def _barred(self, kind: _Kind) -> frozenset[Span]:
        """The day of a sentence or a plea is not that of the crime, nor the other way round; a release has its own."""
        if kind == "court":
            return self.events
        if kind in _CRIMES:
            barred = self.courts | self.arrests
            return barred | self.outcomes if kind == "taking" else barred
        if kind == "arrest":
            return self.courts | self.crimes
        return self.courts

    def _within(self, draft: Draft, kind: _Kind) -> DateMention | None:
        """Return the day of the news that "this month" or "last week" holds, else those words themselves."""
        own = draft.date
        lead = self._lead(kind) if draft.scope is None else None
        narrower = lead is not None and own is not None and lead is not self.fallback
        return lead if narrower and lead and own and own.ranges[0].overlaps(lead.ranges[0]) else own

    def _told_elsewhere(self, draft: Draft) -> DateMention | None:
        """Return the day that the report gives the crime of an arrest or a trial in another sentence, in its narrowest
        words; None if it gives such an event two days, or counts other people there.
        """
        same = [d for d in self.drafts if d.event == draft.event and d.date is not None and not d.aside]
        days = [d.date for d in same if d.date is not None]
        narrowest = min(days, key=lambda d: (d.ranges[0].days, d.span), default=None)
        apart = narrowest is None or any(not d.ranges[0].overlaps(narrowest.ranges[0]) for d in days)
        figures = {d.figure.count for d in (*same, draft) if d.figure is not None}
        return None if apart or len(figures) > 1 else narrowest

    def _freeing(self, draft: Draft) -> DateMention | None:
        """Return the last day on which captives came free just before, where the draft is of what that cost them.

        "Troops freed 14 on Monday, two days after gunmen had let nine go. A soldier died in the operation."
        """
        if not in_operation(draft.sentence.of(self.annotations.text), self.annotations.language):
            return None
        before = (d for d in reversed(self.drafts) if d.trigger.start < draft.trigger.start and not d.aside)
        # A day that those freed only take over may be that of their taking.
        dated = self.annotations.language == "en"
        near = (d for d in before if draft.paragraph - d.paragraph <= 1 and not d.recalled and (dated or d.date))
        freeing = (d for d in near if d.event in _FREEING and d.scope not in {"total", "part", "aggregate"})
        days = [day for d in freeing if (day := self.of(d)) is not None and is_fresh(day, self._published)]
        return max(days, key=lambda day: day.ranges[0].first, default=None)

    def _before(self, draft: Draft, usable: Sequence[DateMention]) -> DateMention | None:
        """Return the last date of an event that the same paragraph gives before the draft's sentence."""
        same = paragraph_of(self.annotations, draft.paragraph)
        spans = [s.span for s in same if s.span.start < draft.sentence.start]
        back: DateMention | None = None
        for span in reversed(spans):
            told = [d for d in begun_within(usable, span.start, span.end) if span.covers(d.span)]
            if not told:
                continue
            # "Rescued on Monday twelve whom gunmen had taken last week. A marine was shot."
            day = next((d for d in reversed(told) if not is_wide(d)), told[-1])
            if back is not None:
                return day if not is_wide(day) and back.ranges[0].first < day.ranges[0].first else back
            if not self._looks_back(span):
                return day
            back = day  # "Twelve were freed on Friday. The day before 27 had been let go. A guard died."
        return back

    def _looks_back(self, sentence: Span) -> bool:
        """Tell whether a sentence is told in the pluperfect."""
        had = scope_words(self.annotations.language).had
        return any(word in had for word in fold_text(sentence.of(self.annotations.text)).split())

    def _same_event(self, draft: Draft) -> DateMention | None:
        """Return the date of the last claim of the same event that a paragraph just above gave one."""
        published = self.annotations.document.published_on
        near = range(draft.paragraph - _NEAR, draft.paragraph + 1)
        told = [one for p in near for one in self.dated.get((draft.event, p), ())]
        before = [(place, day) for place, day, sentence in told if sentence.start < draft.sentence.start]
        fresh = [(place, day) for place, day in before if is_fresh(day, published)]
        return max(fresh, key=lambda one: one[0])[1] if fresh else None

    def _told_after(self, draft: Draft, usable: Sequence[DateMention]) -> DateMention | None:
        """Return the day of "los hechos ocurrieron el …" in the sentences right after a claim below the opening."""
        if draft.paragraph < _OPENING:
            return None
        behind = paragraph_of(self.annotations, draft.paragraph, draft.paragraph + 1)
        after = [s.span for s in behind if s.span.start > draft.sentence.start]
        near = begun_within(usable, after[0].start, after[-1].end) if after else ()
        told = (d for d in near if any(s.covers(d.span) for s in after))
        return next((d for d in told if happening_near(self.annotations, d.span)), None)

    def _first_lead(self, usable: Sequence[DateMention], kind: _Kind) -> DateMention | None:
        # What arrests and courts are about was before: the news' own day tells nothing of it.
        past = kind in _CRIMES and (self.opens_in_court or bool(self.arrests))
        fresh = [d for d in usable if is_fresh(d, self.annotations.document.published_on)]
        if past:  # a dateline stands before the first sentence
            fresh = [d for d in fresh if sentence_around(self.annotations, d.span) is not None]
        top = paragraph_of(self.annotations, 0, _OPENING - 1)
        opening = [d for d in fresh if any(s.span.covers(d.span) for s in top)]
        happened = [d for d in fresh if happening_near(self.annotations, d.span)]
        first = [d for d in opening if d in happened]
        barred = self._barred(kind)
        last = [self.fallback] if self.fallback is not None and not past and self.fallback.span not in barred else []
        # "This morning" in somebody's mouth is the morning of the day that he spoke.
        found = [*first, *opening, *happened, *fresh]
        own = next((d for d in found if not _is_quoted(self.annotations.text, d.span)), None)
        return own or next(iter([*last, *fresh]), None)


def news_day(annotations: Annotations, drafts: Sequence[Draft], title: Collection[DateMention] = ()) -> NewsDay:
    """Return what the report says of days; ``title`` holds the dates of its headline."""
    # Nothing else happened on the day on which somebody made a claim or an accusation.
    owned = {d.date.span for d in drafts if d.date is not None and not d.aside and d.event not in SPEECH_ACTS}
    owned |= _scene_of_asides(annotations, drafts, owned)
    asides = {d.date.span for d in drafts if d.date is not None} - owned
    posts = _posts(annotations)
    told = tuple(
        d
        for d in annotations.dates
        if d.ranges
        and d.span not in asides
        and not any(post.covers(d.span) for post in posts)  # the day that a post bears is the post's
        and (d.span in owned or not _is_of_telling(annotations, d.span))
    )
    courts = {d.date.span for d in drafts if d.date is not None and _is_court(d)}
    events = {d.date.span for d in drafts if d.date is not None and not _is_court(d)}
    outcomes = {d.date.span for d in drafts if d.date is not None and d.event in _OUTCOMES}
    begun = {d.date.span for d in drafts if d.date is not None and d.event not in _OUTCOMES}
    held = {d.date.span for d in drafts if d.date is not None and d.event == "arrest"}
    others = {d.date.span for d in drafts if d.date is not None and d.event != "arrest" and not _is_court(d)}
    charged = {d.date.span for d in drafts if d.date is not None and d.charged}
    free = {d.date.span for d in drafts if d.date is not None and not d.charged}
    follows_up = any(d.charged for d in drafts)
    return NewsDay(
        annotations=annotations, drafts=drafts, told=told, courts=frozenset(courts - events),
        events=frozenset(events - courts), outcomes=frozenset(outcomes - begun),
        arrests=frozenset(held - others if follows_up else ()), crimes=frozenset(charged - free),
        opens_in_court=_opens_in_court(drafts),
        fallback=_fallback(annotations, title, asides), dated=_dated(drafts),
    )  # fmt: skip


def _posts(annotations: Annotations) -> list[Span]:
    """Return the embedded posts, each up to the end of its line, with the links and the name that it ends with."""
    text, posts = annotations.text, [s.span for s in annotations.sentences if s.kind == "embed"]
    ends = (text.find("\n", post.end) for post in posts)
    return [Span(post.start, len(text) if end < 0 else end) for post, end in zip(posts, ends, strict=True)]


def _scene_of_asides(annotations: Annotations, drafts: Sequence[Draft], owned: Collection[Span]) -> set[Span]:
    """Return the fresh days in the first paragraph of fights that are only named in passing, where no event has one.

    "Saturday's attempt to free a prisoner ended with eight dead. Three officers were hurt."
    """
    opening = [s.span for s in paragraph_of(annotations, 0)]
    if any(s.covers(span) for s in opening for span in owned):
        return set()
    named = (d for d in drafts if d.paragraph == 0 and d.aside and not d.recalled and _is_fight(d))
    days = [d.date for d in named if d.date is not None]
    return {day.span for day in days if is_fresh(day, annotations.document.published_on)}


def _is_fight(draft: Draft) -> bool:
    """Tell whether an event is one in which others are killed or hurt: an attack, a clash, an attempt to free."""
    return draft.event in _FIGHTS or (draft.event == "rescue" and draft.status == "attempted")


def _is_of_telling(annotations: Annotations, span: Span) -> bool:
    """Tell whether a date that no event has is that of saying something, of a funeral, of how the wounded are."""
    sentence = sentence_around(annotations, span)
    if dates_saying(annotations.text, span, annotations.language) or _is_of_condition(annotations, span):
        return True
    return sentence is not None and _is_telling(sentence.span.of(annotations.text), annotations.language)


def _is_of_condition(annotations: Annotations, span: Span) -> bool:
    """Tell whether it says right behind how the wounded are when they were so: "in stable condition Sunday"."""
    before = annotations.text[max(0, span.start - _WORD) : span.start].split()
    condition = syntax(annotations.language).condition
    return bool(before) and fold(before[-1]) in condition and annotations.text[span.start - 1] == " "


@lru_cache(maxsize=256)
def _is_telling(said: str, language: Language) -> bool:
    return _tells(language).find(fold_text(said)) is not None


@cache
def _tells(language: Language) -> FirstRun[bool]:
    conditions = (f"{word} on" for word in syntax(language).condition)
    return FirstRun((fold(words), True) for words in (*speech(language).tells, *conditions))


def _dated(drafts: Sequence[Draft]) -> dict[tuple[str, int], list[tuple[int, DateMention, Span]]]:
    found: dict[tuple[str, int], list[tuple[int, DateMention, Span]]] = {}
    for place, draft in enumerate(drafts):
        if draft.date is not None and not draft.aside:
            found.setdefault((draft.event, draft.paragraph), []).append((place, draft.date, draft.sentence))
    return found


def _kind(draft: Draft) -> _Kind:
    """Return what decides which days of a report an event can take over."""
    if _is_court(draft):
        return "court"
    if is_crime(draft.event):
        return "taking" if draft.event in TAKINGS else "crime"
    return "arrest" if draft.event == "arrest" else "other"


def _is_quoted(text: str, span: Span) -> bool:
    """Tell whether the date stands between quotation marks of its paragraph."""
    before = text[text.rfind("\n", 0, span.start) + 1 : span.start]
    opened = sum(map(before.count, "“«")) - sum(map(before.count, "”»"))
    return opened > 0 or before.count('"') % 2 == 1


def _opens_in_court(drafts: Sequence[Draft]) -> bool:
    """Tell whether the first sentence that tells of anything tells what a court did, or an arrest for a crime."""
    first = (d for d in drafts if d.sentence == drafts[0].sentence)
    return any(_is_court(d) or d.charged for d in first)


def _is_court(draft: Draft) -> bool:
    return event_of(draft.event).family == "justice"


def _is_wide(mention: DateMention) -> bool:
    return len(mention.ranges) == 1 and is_wide(mention) and mention.ranges[0].days <= 31


def is_fresh(mention: DateMention, published: date) -> bool:
    """Tell whether the mention can be the news' own time: a few days wide, of the last week before publication."""
    if len(mention.ranges) != 1 or is_wide(mention):
        return False
    floor = published - timedelta(days=_LEAD_DAYS)
    return mention.ranges[0].after > floor and mention.ranges[0].first <= published


def _fallback(annotations: Annotations, title: Collection[DateMention], asides: Collection[Span]) -> DateMention | None:
    """Return the day of a report whose text dates no event: the headline's, an hour's, a statement's or a post's."""
    published = annotations.document.published_on
    headline = next((d for d in title if is_fresh(d, published)), None)
    if headline is not None:
        return headline
    opening = [s.span for s in annotations.sentences if s.paragraph <= _OPENING + 1]
    hour = next(
        (n for n in annotations.numerals if n.sense == "clock" and any(s.covers(n.span) for s in opening)), None
    )
    if hour is not None:
        # An hour without a day is one of the last day: reports are written the same day or the next.
        return DateMention(span=hour.span, ranges=(_and_before(published),), relative_to="publication")
    recent = [d for d in annotations.dates if d.span not in asides and is_fresh(d, published)]
    said = next((d for d in recent if any(s.covers(d.span) for s in (*opening, *_posts(annotations)))), None)
    if said is None or said.ranges[0].days > 1:
        return None
    return replace(said, ranges=(_and_before(said.ranges[0].first),))


def _and_before(day: date) -> DayRange:
    """Return the day and the one before: what is said on a day happened then or, mostly, the day before."""
    return DayRange(day - timedelta(days=1), day + timedelta(days=1))
