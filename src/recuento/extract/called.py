"""Who "the agency", "la dependencia" or a surname alone is: the fuller words by which the report named them before."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import chain

from msgspec import Struct

from recuento.extract.naming import with_short_form
from recuento.extract.phrases import phrase_span
from recuento.extract.speakers import kind_of
from recuento.extract.view import View
from recuento.lexicon.fold import fold
from recuento.lexicon.grammar import speech
from recuento.lexicon.syntax import syntax
from recuento.model.claim import Speaker
from recuento.model.document import Language

__all__ = ["Talk"]

_FEW = 5
_AUTHORITIES = frozenset({"official", "security_force"})


class Talk(Struct, frozen=True, kw_only=True):
    """Who has spoken in a report so far, and the institutions that it has named, in text order."""

    heard: tuple[Speaker, ...] = ()
    institutions: tuple[Speaker, ...] = ()

    def after(self, speakers: Sequence[Speaker], view: View | None) -> Talk:
        """Return the talk with one sentence more."""
        own = view.once(_institutions) if view is not None else ()
        spoken = tuple(speaker for speaker in speakers if not speaker.inherited)
        return Talk(heard=(*self.heard, *spoken), institutions=(*self.institutions, *own))

    def named(self, speakers: Sequence[Speaker], language: Language) -> tuple[Speaker, ...]:
        """Return the speakers of a sentence by their fullest names; whose document or soldiers speak, as inherited."""
        own = [called_before(speaker, self.heard, self.institutions, language) for speaker in speakers]
        if len(own) == 1 and (fuller := fuller_name(own[0], self.heard, language)) is not None:
            own.append(fuller)
        return tuple(dict.fromkeys(own))


def called_before(
    speaker: Speaker, heard: Sequence[Speaker], institutions: Sequence[Speaker], language: Language
) -> Speaker:
    """Return the earlier speaker whom the words point back to, or the speaker itself where they point to nobody.

    ``heard`` are the speakers before, in text order, ``institutions`` those that the report has named. "the governor"
    is the last governor heard, "la dependencia" the last institution, "Robles" the last speaker of that name.
    """
    same = syntax(language).same
    words = [word for word in fold(speaker.text).split() if word not in same]
    if len(words) > _FEW:
        return speaker
    before = (one for one in reversed(institutions) if one.span.end <= speaker.span.start)
    asked: set[tuple[str, str]] = set()
    for earlier in chain(reversed(heard), before):
        said = (earlier.text, earlier.kind)
        if said in asked:
            continue  # a long report has few speakers, and each many times
        asked.add(said)
        if _points_to(speaker, words, earlier, language):
            return earlier
    return speaker


def _points_to(speaker: Speaker, words: list[str], earlier: Speaker, language: Language) -> bool:
    named = fold(earlier.text).replace(",", " ").split()
    introduced = named[:1] and named[0] in syntax(language).indefinite
    if introduced or earlier.text == speaker.text or not _is_named(earlier.text):
        return False
    if not _is_described(words, language):
        return _is_named(speaker.text) and len(named) > len(words) and set(words) <= set(named)
    table = speech(language)
    if len(words) == 2 and words[-1] in table.wires and not _is_named(speaker.text):
        return earlier.kind in {"outlet", "other"}
    if _is_named(speaker.text) or len(named) < len(words):
        return False
    if set(words[1:]) <= set(named):
        return True
    # "la dependencia federal" may be any institution; "the attorney's office" only one so called.
    noun = words[1] if language == "es" else words[-1]
    if len(words) > (3 if language == "es" else 2):
        return False
    if noun in table.wires:
        return earlier.kind in {"outlet", "other"}
    return noun in table.institutions | table.holders and earlier.kind in _AUTHORITIES


def fuller_name(speaker: Speaker, heard: Sequence[Speaker], language: Language) -> Speaker | None:
    """Return the last named authority heard, as inherited, where a document or "the soldiers" speaks without a name."""
    words = fold(speaker.text).split()
    document = any(word in speech(language).nouns for word in words[:3])
    if _is_named(speaker.text) or not (document or _is_described(words, language)):
        return None
    kinds = _AUTHORITIES if document else {speaker.kind} & _AUTHORITIES
    found = next((one for one in reversed(heard) if one.kind in kinds and _is_named(one.text)), None)
    return replace(found, inherited=True) if found else None


def _institutions(view: View) -> tuple[Speaker, ...]:
    return tuple(institutions_in(view))


def institutions_in(view: View) -> Iterator[Speaker]:
    """Yield the institutions that the sentence names ("la Secretaría de Marina (Semar)"), in text order."""
    for token in view.tokens:
        if token.pos in {"NOUN", "PROPN"} and token.dep not in {"flat", "compound"} and token.text[:1].isupper():
            kind = kind_of(token.text, view.language)
            if kind not in _AUTHORITIES:
                continue
            span = with_short_form(view, phrase_span(view, token.index))
            if _is_named(span.of(view.text)):
                yield Speaker(text=span.of(view.text), kind=kind, span=span)


def _is_described(words: list[str], language: Language) -> bool:
    """Tell whether the words begin with an article that points back ("the agency")."""
    table = syntax(language)
    return len(words) > 1 and words[0] in table.definite | table.definite_plural


def _is_named(words: str) -> bool:
    """Tell whether a word after the first has a capital, or the only one has."""
    said = words.split()
    return any(word[:1].isupper() for word in (said[1:] or said))
