"""Who opens an English sentence that was not parsed: "Marines came by boat.", "The Red Hand sent a leaflet."."""

from __future__ import annotations

import re

from recuento.extract.sides import side_of
from recuento.lexicon.fold import fold
from recuento.lexicon.numerals import numeral_words
from recuento.lexicon.people import people
from recuento.lexicon.syntax import syntax
from recuento.model.span import Span

__all__ = ["opening_name", "opening_people"]

_WORDS = re.compile(r"[^\W_][\w’'-]*")
_FIRST = 5  # words up to the noun: "About a dozen masked men"
_NAME = re.compile(r"(?:The|Los|Las) [A-Z][\w’'-]+(?: (?:of |de |del )?[A-Z][\w’'-]+){0,3}(?= [a-z])")


def opening_people(text: str, sentence: Span) -> Span | None:
    """Return the several people or the force with which the sentence opens, None where it opens with something else."""
    table, numbers = syntax("en"), numeral_words("en")
    opens = table.indefinite | table.definite | table.definite_plural | table.before_party | table.presumed
    for place, word in enumerate(_WORDS.finditer(text, sentence.start, sentence.end)):
        if place == _FIRST:
            return None
        folded = fold(word[0])
        noun = people("en").get(folded)
        following = _WORDS.match(text, word.end() + 1)
        compound = following is not None and fold(following[0]) in people("en")
        span = Span(sentence.start, word.end())
        if folded in table.force_nouns and not compound and side_of(span.of(text), "en") == "state":
            return span
        if noun is not None and not noun.victim and not compound:
            many = folded.endswith(("s", "men", "people"))
            return span if many or (noun.force and side_of(span.of(text), "en") == "state") else None
        known = folded in opens or folded in numbers.cardinals or folded.isdigit() or folded in numbers.collectives
        if not (known or side_of(word[0], "en") != "unknown" or (noun is not None and compound)):
            return None
    return None


def opening_name(text: str, sentence: Span) -> Span | None:
    """Return the name with its article with which the sentence opens: "The Lions of Kebbi put out an audio"."""
    found = _NAME.match(text, sentence.start, sentence.end)
    return None if found is None else Span(found.start(), found.end())
