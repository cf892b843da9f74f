"""When it happened: the date that a clause gives its event, and the day that the report as a whole is about."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date, timedelta
from functools import cache

from recuento.extract.triggers import Match
from recuento.extract.view import View
from recuento.lexicon.fold import fold
from recuento.lexicon.grammar import speech, verb_set
from recuento.model.annotation import Annotations, DateMention
from recuento.model.document import Language
from recuento.model.span import Span

__all__ = ["NEWS_DAYS", "date_before", "distance", "is_fresh", "lead_date", "own_date"]

# Older than this before publication is context, not the news.
NEWS_DAYS = 31
# The news is of the last days; what is older needs its own words in its own sentence.
_LEAD_DAYS = 8
_WORD = re.compile(r"[^\W\d_]+")
# How far a verb of saying can stand from the day on which it was said: "said in a statement on Friday".
_REACH = 40


def own_date(view: View, match: Match) -> DateMention | None:
    """Return the date that the trigger's sentence gives it: nearest in the tree, never the day of a statement."""
    if view.sentence.kind == "embed":
        return None  # the day that an embedded post bears is the post's
    usable = [d for d in view.dates if d.ranges and not _dates_saying(view.text, d.span, view.language)]
    usable = [d for d in usable if not _below(view, match, d.span)]
    return min(usable, key=lambda d: distance(view, match, d.span), default=None)


def _below(view: View, match: Match, span: Span) -> bool:
    """Tell whether the date belongs to a clause under the trigger: "freeing 16 after 42 left on Friday"."""
    index = view.at(span.start)
    if index is None:
        return False
    governor = next((i for i in (index, *view.ancestors(index)) if view.tokens[i].pos == "VERB"), None)
    if governor is None or governor == match.head:
        return False
    return match.head in view.ancestors(governor) and view.tokens[governor].dep not in {"xcomp", "conj"}


def distance(view: View, match: Match, span: Span) -> tuple[int, int]:
    """Return how far ``span`` is from the trigger: clauses between first, then characters."""
    index = view.at(span.start)
    trigger = view.span(match.head, match.last)
    gap = span.start - trigger.end if span.start >= trigger.end else trigger.start - span.end
    if index is None:
        return (2, abs(gap))
    chain = {index, *view.ancestors(index)}
    own = {match.head, *list(view.ancestors(match.head))[:2]}
    return (0 if match.head in chain else 1 if chain & own else 2, abs(gap))


def is_fresh(mention: DateMention, published: date) -> bool:
    """Tell whether the mention can be the news' own time: a few days wide, of the last week before publication."""
    if len(mention.ranges) != 1 or mention.ranges[0].days > 4:
        return False
    floor = published - timedelta(days=_LEAD_DAYS)
    return mention.ranges[0].after > floor and mention.ranges[0].first <= published


def date_before(annotations: Annotations, sentence: Span, paragraph: int) -> DateMention | None:
    """Return the last date of an event that the same paragraph gives before the sentence, or None."""
    same = [s.span for s in annotations.sentences if s.paragraph == paragraph and s.span.start < sentence.start]
    told = [d for d in annotations.dates if d.ranges and any(s.covers(d.span) for s in same)]
    told = [d for d in told if not _dates_saying(annotations.text, d.span, annotations.language)]
    return told[-1] if told else None


def lead_date(annotations: Annotations) -> DateMention | None:
    """Return the day that the news is about: one with a verb of happening, else the first that dates no statement."""
    published = annotations.document.published_on
    fresh = [d for d in annotations.dates if is_fresh(d, published)]
    told = [d for d in fresh if not _dates_saying(annotations.text, d.span, annotations.language)]
    happened = [d for d in told if _happening_near(annotations, d)]
    return next(iter([*happened, *told]), None)


@cache
def _saying(language: Language) -> frozenset[str]:
    return verb_set(speech(language).verbs, language)


@cache
def _happening(language: Language) -> frozenset[str]:
    return verb_set(speech(language).happening, language)


def _dates_saying(text: str, span: Span, language: Language) -> bool:
    """Tell whether the date stands right beside a verb of saying: "said Friday", "informó este lunes la fiscalía"."""
    before = [fold(w) for w in _words(text[max(0, span.start - _REACH) : span.start])][-5:]
    after = [fold(w) for w in _words(text[span.end : span.end + 20])][:1]
    verbs = _saying(language)
    boundary = re.search(r"[.,;:]", text[max(0, span.start - 12) : span.start])
    close = (
        before[-2:]
        if boundary
        else before[-4:]
        if any(w in {"statement", "comunicado", "conferencia", "conference"} for w in before)
        else before[-2:]
    )
    return any(word in verbs for word in close) or any(word in verbs for word in after)


def _words(text: str) -> Iterator[str]:
    return (match[0] for match in _WORD.finditer(text))


def _happening_near(annotations: Annotations, mention: DateMention) -> bool:
    sentence = next((s for s in annotations.sentences if s.span.covers(mention.span)), None)
    if sentence is None:
        return False
    return any(fold(word) in _happening(annotations.language) for word in _words(sentence.span.of(annotations.text)))
