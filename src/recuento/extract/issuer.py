"""Who issues a bulletin: an alert or a communiqué is told by the body that signs it, sentence after sentence."""

from __future__ import annotations

import re
from functools import cache

from recuento.extract.speakers import kind_of
from recuento.lexicon.fold import fold
from recuento.lexicon.grammar import speech
from recuento.model.annotation import Annotations
from recuento.model.claim import Speaker
from recuento.model.document import Language
from recuento.model.span import Span

__all__ = ["issuer_of"]

# How far the kind of text and its issuer stand from its beginning.
_TOP = 160
_OPENING = 900
_BODY = r"(?:El|La|Los|Las|The)\s+[A-ZÁÉÍÓÚÑ][^.,;:()\n]{3,80}?"


def issuer_of(annotations: Annotations) -> Speaker | None:
    """Return the body that a bulletin's opening names as issuing it, marked as inherited; None for any other text."""
    text, language = annotations.text, annotations.language
    top = set(re.findall(r"[^\W\d_]+", fold(text[:_TOP])))
    if top.isdisjoint(speech(language).bulletins):
        return None
    found = _issues(language).search(text, 0, _OPENING)
    if found is None:
        return None
    span = Span(*found.span("who"))
    return Speaker(text=span.of(text), kind=kind_of(span.of(text), language), span=span, inherited=True)


@cache
def _issues(language: Language) -> re.Pattern[str]:
    verbs = "|".join(re.escape(words) for words in speech(language).issues)
    return re.compile(rf"(?P<who>{_BODY})\s+(?:{verbs})\b")
