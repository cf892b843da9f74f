"""Run every annotator over one field of one document, and parse no sentence that says nothing."""

from __future__ import annotations

import re
from dataclasses import replace

from recuento.annotate.dates import find_dates
from recuento.annotate.gazetteer import open_gazetteer
from recuento.annotate.language import detect_language
from recuento.annotate.numerals import find_numerals
from recuento.annotate.places import find_places
from recuento.annotate.sentences import split_sentences
from recuento.annotate.syntax import parse
from recuento.lexicon.fold import fold
from recuento.lexicon.triggers import trigger_index
from recuento.model.annotation import Annotations, Sentence
from recuento.model.document import Document, Field, Language

__all__ = ["annotate", "speaks_of_events"]

_WORD = re.compile(r"[^\W_]+(?:['’-][^\W_]+)*")


def annotate(document: Document, field: Field = "text", *, pipeline: str | None = None) -> Annotations:
    """Return what is known of ``field`` before extraction; ``document.language`` is set if it was None.

    Only sentences that hold a word of the lexicon's events are parsed; where there is none, nothing else is done
    either and the annotations hold bare sentences.
    """
    text = document.words(field)
    language = document.language or detect_language(document.text) or "en"
    document = replace(document, language=language)
    sentences = split_sentences(text, single=field == "title")
    wanted = {s.span for s in sentences if s.kind != "related" and speaks_of_events(s.span.of(text), language)}
    if not wanted:
        return Annotations(document=document, field=field, language=language, sentences=sentences)
    parsed = list(parse(text, [s for s in sentences if s.span in wanted], language=language, name=pipeline))
    by_span = {p.sentence.span: p.sentence for p in parsed}
    names = tuple(name for p in parsed for name in p.names)
    return Annotations(
        document=document,
        field=field,
        language=language,
        sentences=tuple(by_span.get(s.span, s) for s in sentences),
        numerals=find_numerals(_without_datelines(text, sentences), language=language),
        dates=find_dates(text, language=language, published_on=document.published_on),
        places=find_places(text, language=language, gazetteer=open_gazetteer(), names=names),
        names=names,
    )


def _without_datelines(text: str, sentences: tuple[Sentence, ...]) -> str:
    """Blank what stands before the first sentence of a paragraph: "May 7 - Fourteen people" is no range."""
    for number in (0, 1):
        first = next((s.span.start for s in sentences if s.paragraph == number), None)
        if first is not None:
            start = text.rfind("\n", 0, first) + 1
            text = text[:start] + " " * (first - start) + text[first:]
    return text


def speaks_of_events(words: str, language: Language) -> bool:
    """Tell whether ``words`` hold the surface words of some rule; of a rule of several words, all of them."""
    index = trigger_index(language)
    tokens = _tokens(words)
    present = {word.casefold() for word in tokens} | {fold(word) for word in tokens}
    for word in tokens:
        rules = index.exact.get(word.casefold()) or index.folded.get(fold(word), ())
        if any(all(forms & present for forms in rule.words) for rule in rules):
            return True
    return False


def _tokens(words: str) -> list[str]:
    return [part for match in _WORD.finditer(words) for part in {match[0], *match[0].split("-")}]
