"""Run every annotator over one field of one document, and parse no sentence that says nothing."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from functools import cache
from itertools import pairwise

from msgspec import Struct, structs

from recuento.annotate.casing import as_prose
from recuento.annotate.dates import find_dates
from recuento.annotate.gazetteer import open_gazetteer
from recuento.annotate.language import detect_language
from recuento.annotate.numerals import find_numerals
from recuento.annotate.places import find_places
from recuento.annotate.pointers import outside_pointers
from recuento.annotate.sentences import split_sentences
from recuento.annotate.syntax import Parsed, parse_each
from recuento.annotate.wanted import speaks_of_events
from recuento.lexicon.accents import is_bare
from recuento.lexicon.fold import fold_text
from recuento.lexicon.grammar import scope_words
from recuento.lexicon.syntax import syntax
from recuento.lexicon.topics import topics_in
from recuento.model.annotation import Annotations, DateMention, Numeral, Sentence
from recuento.model.document import Document, Field, Language
from recuento.model.lookup import begun_within
from recuento.model.span import Span

__all__ = ["annotate", "annotate_each", "title_dates"]

# Who gives the parts of a figure in a sentence of their own does so briefly.
_LIST_LENGTH = 250
# The hour at the top of a report tells how late in the day it was written, in the first four paragraphs.
_OPENING = 3


def annotate(document: Document, field: Field = "text", *, pipeline: str | None = None) -> Annotations:
    """Return what is known of ``field`` before extraction; ``document.language`` is set if it was None.

    Only sentences that hold the words of one of the lexicon's events are parsed, and those right after them that may
    list the parts of a figure; where there is none, nothing else is done and the annotations hold bare sentences.
    """
    return annotate_each([document], field, pipeline=pipeline)[0]


def annotate_each(
    documents: Sequence[Document], field: Field = "text", *, pipeline: str | None = None
) -> list[Annotations]:
    """Return what `annotate` does for each of several documents: read together, they take less time.

    Raises:
        DocumentError: one of them cannot be read; `annotate` tells which.
    """
    plans = [_plan(document, field) for document in documents]
    parsed: dict[int, list[Parsed]] = {}
    for language in {plan.language for plan in plans if plan.to_parse}:
        places = [place for place, plan in enumerate(plans) if plan.to_parse and plan.language == language]
        texts = [(plans[place].spelt, plans[place].to_parse) for place in places]
        parsed |= zip(places, parse_each(texts, language=language, name=pipeline), strict=True)
    return [_annotated(plan, parsed.get(place, [])) for place, plan in enumerate(plans)]


class _Plan(Struct, frozen=True, kw_only=True):
    """One field of a document, what was found without parsing, and what is to be parsed, as prose would spell it."""

    document: Document
    field: Field
    language: Language
    text: str
    sentences: tuple[Sentence, ...]
    numerals: tuple[Numeral, ...] = ()
    spelt: str = ""
    to_parse: tuple[Sentence, ...] = ()


def _plan(document: Document, field: Field) -> _Plan:
    text = document.words(field)
    language = document.language or detect_language(document.text or document.title or "") or "en"
    document = replace(document, language=language)
    sentences = split_sentences(text, single=field == "title")
    about = topics_in(text, language)
    accented = not text.isascii() and not is_bare(text, language)
    wanted = {
        s.span
        for s in sentences
        if s.kind != "related" and speaks_of_events(s.span.of(text), language, about, accented=accented)
    }
    plan = _Plan(document=document, field=field, language=language, text=text, sentences=sentences)
    if not wanted:
        return plan
    read = _without_datelines(_without_others(text, sentences, wanted), sentences)
    numerals = find_numerals(read, language=language)
    told = [s for s in sentences if not s.span.of(text).endswith("?")]  # "32 are free. Who are they? Nineteen adults …"
    wanted |= {
        b.span for a, b in pairwise(told) if a.span in wanted and _may_count_on(b, numerals, b.span.of(text), language)
    }
    to_parse = tuple(s for s in sentences if s.span in wanted)
    spelt = as_prose(text, to_parse, language, title=field == "title")
    return structs.replace(plan, numerals=numerals, spelt=spelt, to_parse=to_parse)


def _annotated(plan: _Plan, parsed: Sequence[Parsed]) -> Annotations:
    known = Annotations(document=plan.document, field=plan.field, language=plan.language, sentences=plan.sentences)
    if not plan.to_parse:
        return known
    text, language = plan.text, plan.language
    by_span = {p.sentence.span: p.sentence for p in parsed}
    names = tuple(name for p in parsed for name in p.names)
    dates = find_dates(text, language=language, published_on=plan.document.published_on)
    places = find_places(text, language=language, gazetteer=open_gazetteer(), names=names)
    return replace(
        known,
        sentences=tuple(by_span.get(s.span, s) for s in plan.sentences),
        numerals=plan.numerals,
        dates=outside_pointers(dates, plan.sentences),
        places=outside_pointers(places, plan.sentences),
        names=names,
    )


def title_dates(document: Document) -> tuple[DateMention, ...]:
    """Return the dates in a headline ("Monday, 3 June: what happened"): they can date what the text tells.

    The document's language must be known, as it is in what `annotate` returns.
    """
    if document.title is None or document.language is None:
        return ()
    return find_dates(document.title, language=document.language, published_on=document.published_on)


def _may_count_on(sentence: Sentence, numerals: tuple[Numeral, ...], words: str, language: Language) -> bool:
    """Tell whether a short sentence lists parts ("Thirty men, 12 women.") or tells a figure again ("had said 129")."""
    if sentence.kind != "prose" or len(sentence.span) > _LIST_LENGTH:
        return False
    near = begun_within(numerals, sentence.span.start, sentence.span.end)
    counted = sum(sentence.span.covers(n.span) for n in near if n.sense == "number")
    if counted != 1:
        return counted > 1
    folded = f" {fold_text(words)} "
    return any(run in folded for run in _counting_on(language))


@cache
def _counting_on(language: Language) -> tuple[str, ...]:
    """Return the words of a sentence that goes on counting: "the number", "had said", "of the dead", "the victims"."""
    words = scope_words(language)
    groups = [group for runs in words.groups.values() for group in runs]
    apart = [f" {of} {group} " for of in ("of", "de") for group in groups]
    listed = [f" {group} {verb} " for group in groups for verb in words.includes]
    return (*(f" {run} " for run in (*syntax(language).numbers, *words.retired)), *apart, *listed)


def _without_others(text: str, sentences: tuple[Sentence, ...], wanted: set[Span]) -> str:
    """Blank the sentences whose numbers nothing asks for: not wanted, nor after one that is, nor at the top."""
    asked = wanted | {b.span for a, b in pairwise(sentences) if a.span in wanted}
    parts: list[str] = []
    at = 0
    for sentence in sentences:
        if sentence.span not in asked and sentence.paragraph > _OPENING:
            parts += [text[at : sentence.span.start], " " * len(sentence.span)]
            at = sentence.span.end
    return "".join([*parts, text[at:]])


def _without_datelines(text: str, sentences: tuple[Sentence, ...]) -> str:
    """Blank what stands before the first sentence of a paragraph: "May 7 - Fourteen people" is no range."""
    for number in (0, 1):
        first = next((s.span.start for s in sentences if s.paragraph == number), None)
        if first is not None:
            start = text.rfind("\n", 0, first) + 1
            text = text[:start] + " " * (first - start) + text[first:]
    return text
