"""The day that a claim takes over from elsewhere in its report: the paragraph, the same event told before, the lead."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta

from recuento.extract.crimes import is_crime, is_wide
from recuento.extract.drafts import Draft
from recuento.extract.times import dates_saying, happening_near, sentence_around
from recuento.lexicon.codebook import event_of
from recuento.model.annotation import Annotations, DateMention, Sentence
from recuento.model.days import DayRange
from recuento.model.span import Span

__all__ = ["TAKINGS", "NewsDay", "is_fresh", "news_day"]

# The news is of the last days; what is older needs its own words in its own sentence.
_LEAD_DAYS = 8
_OPENING = 2  # paragraphs
_NEAR = 2  # paragraphs
TAKINGS = frozenset({"abduction", "disappearance"})
_OUTCOMES = frozenset({"release", "rescue", "deployment", "body_found"})


@dataclass(frozen=True, slots=True)
class NewsDay:
    """What a report says of days beyond each clause.

    ``told`` are the dates of events, without those of statements; ``courts`` are those of them that date only what a
    court or a treasury did, ``events`` those that date only something else, ``outcomes`` those that date only how
    captives came back or were looked for. ``arrests`` are those of arrests alone, where the report tells of an arrest
    for a crime: then the crime was before. ``crimes`` are those of such crimes alone. ``opens_in_court``:
    the news is what a court did, or an arrest for a crime.
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

    def of(self, draft: Draft) -> DateMention | None:
        """Return the day that ``draft`` takes over, or None: the nearest said before it, else the news' own."""
        if draft.charged and draft.date is None:
            return self._told_elsewhere(draft)
        if draft.charged or (draft.date is not None and not _is_wide(draft.date)):
            return draft.date
        usable = [d for d in self.told if d.span not in self._barred(draft)]
        if draft.date is not None:
            return self._within(draft, usable)
        near = self._before(draft, usable) or self._same_event(draft) or self._told_after(draft, usable)
        return near or self._lead(usable, draft)

    def _barred(self, draft: Draft) -> frozenset[Span]:
        """The day of a sentence or a plea is not that of the crime, nor the other way round; a release has its own."""
        if _is_court(draft):
            return self.events
        if is_crime(draft.event):
            barred = self.courts | self.arrests
            return barred | self.outcomes if draft.event in TAKINGS else barred
        if draft.event == "arrest":
            return self.courts | self.crimes
        return self.courts

    def _within(self, draft: Draft, usable: Sequence[DateMention]) -> DateMention | None:
        """Return the day of the news that "this month" or "last week" holds, else those words themselves."""
        own = draft.date
        lead = self._lead(usable, draft) if draft.scope is None else None
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

    def _before(self, draft: Draft, usable: Sequence[DateMention]) -> DateMention | None:
        """Return the last date of an event that the same paragraph gives before the draft's sentence."""
        same = self._sentences(draft.paragraph, draft.paragraph)
        spans = [s.span for s in same if s.span.start < draft.sentence.start]
        for span in reversed(spans):
            told = [d for d in usable if span.covers(d.span)]
            # "Rescued on Monday twelve whom gunmen had taken last week. A marine was shot."
            if told:
                return next((d for d in reversed(told) if not is_wide(d)), told[-1])
        return None

    def _same_event(self, draft: Draft) -> DateMention | None:
        """Return the date of the last claim of the same event that a paragraph just above gave one."""
        published = self.annotations.document.published_on
        before = [
            d.date
            for d in self.drafts
            if d.event == draft.event and d.sentence.start < draft.sentence.start and not d.aside
            and d.date is not None and draft.paragraph - d.paragraph <= _NEAR
        ]  # fmt: skip
        return next((d for d in reversed(before) if is_fresh(d, published)), None)

    def _told_after(self, draft: Draft, usable: Sequence[DateMention]) -> DateMention | None:
        """Return the day of "los hechos ocurrieron el …" in the sentences right after a claim below the opening."""
        if draft.paragraph < _OPENING:
            return None
        after = [
            s.span for s in self._sentences(draft.paragraph, draft.paragraph + 1) if s.span.start > draft.sentence.start
        ]
        told = (d for d in usable if any(s.covers(d.span) for s in after))
        return next((d for d in told if happening_near(self.annotations, d.span)), None)

    def _lead(self, usable: Sequence[DateMention], draft: Draft) -> DateMention | None:
        """Return the day that the news is about, or None where the report gives none."""
        # What arrests and courts are about was before: the news' own day tells nothing of it.
        past = is_crime(draft.event) and (self.opens_in_court or bool(self.arrests))
        fresh = [d for d in usable if is_fresh(d, self.annotations.document.published_on)]
        if past:  # a dateline stands before the first sentence
            fresh = [d for d in fresh if sentence_around(self.annotations, d.span) is not None]
        opening = [d for d in fresh if any(s.span.covers(d.span) for s in self._sentences(0, _OPENING - 1))]
        happened = [d for d in fresh if happening_near(self.annotations, d.span)]
        first = [d for d in opening if d in happened]
        quoted = [d for d in fresh if _is_quoted(self.annotations.text, d.span)]
        barred = self._barred(draft)
        last = [self.fallback] if self.fallback is not None and not past and self.fallback.span not in barred else []
        # "This morning" in somebody's mouth is the morning of the day that he spoke.
        own = [d for d in [*first, *opening, *happened, *fresh] if d not in quoted]
        return next(iter([*own, *last, *quoted]), None)

    def _sentences(self, first: int, last: int) -> Iterator[Sentence]:
        return (s for s in self.annotations.sentences if first <= s.paragraph <= last)


def news_day(annotations: Annotations, drafts: Sequence[Draft], title: Collection[DateMention] = ()) -> NewsDay:
    """Return what the report says of days; ``title`` holds the dates of its headline."""
    owned = {d.date.span for d in drafts if d.date is not None and not d.aside}
    asides = {d.date.span for d in drafts if d.date is not None} - owned
    told = tuple(
        d
        for d in annotations.dates
        if d.ranges
        and d.span not in asides
        and (d.span in owned or not dates_saying(annotations.text, d.span, annotations.language))
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
        fallback=_fallback(annotations, title, asides),
    )  # fmt: skip


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
    """Return the day of a report whose text dates no event: the headline's, an hour's, a statement's."""
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
    said = next((d for d in recent if any(s.covers(d.span) for s in opening)), None)
    if said is None or said.ranges[0].days > 1:
        return None
    return replace(said, ranges=(_and_before(said.ranges[0].first),))


def _and_before(day: date) -> DayRange:
    """Return the day and the one before: what is said on a day happened then or, mostly, the day before."""
    return DayRange(day - timedelta(days=1), day + timedelta(days=1))
