"""Who speaks in a sentence that was never parsed, as far as its plain words show it.

A sentence with no word of any rule has no syntax. It still names the speaker of those around it: "La Fiscalía informó
que la investigación sigue."
"""

from __future__ import annotations

import re
from functools import cache

from recuento.extract.naming import SHORT_FORM
from recuento.extract.speakers import kind_of
from recuento.lexicon.fold import fold
from recuento.lexicon.grammar import saying_verbs, speech
from recuento.lexicon.syntax import syntax
from recuento.model.annotation import Annotations, Sentence
from recuento.model.claim import Speaker
from recuento.model.document import Language
from recuento.model.span import Span

__all__ = ["speaker_at_head"]

_LONGEST_SUBJECT = 90
_INFINITIVE = re.compile(r"[aei]r$|[aei]ndo$|ing$")


@cache
def _head(language: Language) -> re.Pattern[str]:
    """Return a capitalised subject at the head of a sentence, with the verb of saying after it."""
    finite = (verb for verb in saying_verbs(language) if not _INFINITIVE.search(verb))
    words = "|".join(sorted((*finite, *speech(language).said_runs), key=len, reverse=True))
    return re.compile(
        rf"[“\"«]?(?P<who>[A-ZÁÉÍÓÚÑ][^.;:“”\"«»\n]{{2,{_LONGEST_SUBJECT}}}?)(?:{SHORT_FORM})?,?\s(?P<says>{_accented(words)})\b"
    )


def _accented(words: str) -> str:
    """Let every vowel of folded words stand for its accented form as well."""
    return re.sub("[aeioun]", lambda m: f"[{m[0]}{'áéíóúñ'['aeioun'.index(m[0])]}]", words)


def speaker_at_head(annotations: Annotations, sentence: Sentence) -> Speaker | None:
    """Return the speaker with whom the sentence begins, or None where it begins otherwise."""
    match = _head(annotations.language).match(annotations.text, sentence.span.start, sentence.span.end)
    if match is None or match["who"].count(",") > 2 or not _begins_subject(match["who"], annotations.language):
        return None
    kind = kind_of(match["who"], annotations.language)
    if kind == "other":
        return None
    span = Span(match.start("who"), match.start("says") - 1)
    words = span.of(annotations.text).rstrip(" ,")
    return Speaker(text=words, kind=kind, span=Span(span.start, span.start + len(words)))


def _begins_subject(words: str, language: Language) -> bool:
    """Tell whether the words begin as a subject does: an article, a title, a name; not "Nunca pudo el gobierno"."""
    first = words.split(maxsplit=1)[0]
    table = syntax(language)
    articles = table.definite | table.definite_plural | table.indefinite
    return fold(first) in articles or language == "en" or kind_of(first, language) != "other"
