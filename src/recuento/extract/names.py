"""Names of people by their shape: runs of capitalised words that are no place, group, office or ordinary noun.

The statistical names miss one person in three; a run of two capitalised words after a title seldom lies.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from functools import cache
from itertools import pairwise

from recuento.lexicon.fold import fold
from recuento.lexicon.people import people, side_words, things
from recuento.model.annotation import Annotations, Name, Sentence, Token
from recuento.model.document import Language
from recuento.model.lookup import overlapping
from recuento.model.span import Span

__all__ = ["with_people"]

_LINKS = frozenset({"de", "del", "la", "los", "las", "bin", "al", "el", "van", "von", "da", "dos", "san"})
# "Los Vera", "el clan Vera": several.
_OF_SEVERAL = frozenset({"los", "las", "clan", "cartel", "hermanos", "familia"})
_SHORTEST = 4
_SUFFIXES = frozenset({"jr.", "jr", "sr.", "ii", "iii"})


def with_people(annotations: Annotations) -> Annotations:
    """Return the annotations with persons' names found by shape, in place of statistical ones that they overlap."""
    text, places = annotations.text, annotations.places
    surnames = {p.span.start for p in places if not p.locative and " " not in p.span.of(text)}
    shaped = [
        Name(span=span, kind="person")
        for s in annotations.sentences
        if s.tokens
        for span in _runs(s, _blocked(annotations, s.span), surnames, annotations.language)
    ]
    others = [n for n in annotations.names if not overlapping(shaped, n.span)]
    named = sorted([*others, *shaped], key=lambda n: n.span)
    alone = list(_alone(annotations, named)) if annotations.language == "es" else []
    if not shaped and not alone:
        return annotations
    return replace(annotations, names=tuple(sorted([*named, *alone], key=lambda n: n.span)))


def _alone(annotations: Annotations, named: list[Name]) -> Iterator[Name]:
    """Yield a name for each surname that stands alone, of somebody named in full before it: "Vera was sentenced"."""
    told: dict[str, int] = {}
    for name in named:
        words = name.span.of(annotations.text).split() if name.kind == "person" else []
        for word in words[1:]:
            told.setdefault(fold(word), name.span.end)
    for sentence in annotations.sentences if told else ():
        for token in sentence.tokens:
            end = told.get(fold(token.text))
            if end is not None and end < token.span.start and _stands_alone(annotations, sentence, token, named):
                yield Name(span=token.span, kind="person")


def _stands_alone(annotations: Annotations, sentence: Sentence, token: Token, named: list[Name]) -> bool:
    """Tell whether a capitalised word is no part of another name, no place where something happened, and no clan's."""
    if not token.text[:1].isupper() or token.text.isupper() or len(token.text) < _SHORTEST:
        return False
    beside = [sentence.tokens[i] for i in (token.index - 1, token.index + 1) if 0 <= i < len(sentence.tokens)]
    joined = any(other.pos == "PROPN" and other.text[:1].isupper() for other in beside)
    before = fold(sentence.tokens[token.index - 1].text) if token.index else ""
    placed = any(annotations.places[at].locative for at in overlapping(annotations.places, token.span))
    return not (joined or placed or before in _OF_SEVERAL or overlapping(named, token.span))


def _blocked(annotations: Annotations, sentence: Span) -> list[Span]:
    """Return the places and dates of a sentence: no person is called so."""
    places = [annotations.places[at].span for at in overlapping(annotations.places, sentence)]
    return places + [annotations.dates[at].span for at in overlapping(annotations.dates, sentence)]


def _runs(sentence: Sentence, blocked: list[Span], surnames: set[int], language: Language) -> Iterator[Span]:
    if sum([t.text.isupper() for t in sentence.tokens]) * 2 > len(sentence.tokens):
        return  # in capitals every word has the shape of a name
    run: list[Token] = []
    for token, following in pairwise([*sentence.tokens, None]):
        if token is None:
            break
        if not run and not token.text[:1].isupper():
            continue
        if (
            _can_join(token, run, language)
            and not any(b.overlaps(token.span) for b in blocked if not (run and b.start in surnames))
        ) or (
            run
            and (fold(token.text) in _LINKS or token.text == "-")
            and following is not None
            and following.text[:1].isupper()
        ):
            run.append(token)
        else:
            yield from _person(run, language)
            run = []
    yield from _person(run, language)


def _can_join(token: Token, run: list[Token], language: Language) -> bool:
    word = token.text
    if not word[:1].isupper() or not any(c.isalpha() for c in word) or (word.isupper() and len(word) > 2):
        return False
    if not run and token.index == 0 and token.pos != "PROPN":
        return False
    folded = fold(word)
    if folded in people(language) or folded in _side_singles(language):
        return False
    # Surnames are words too ("Luna", "Rivers"): the tagger's word for a name goes before the list of things.
    return token.pos == "PROPN" or folded not in things(language)


@cache
def _side_singles(language: Language) -> frozenset[str]:
    return frozenset(run for run, _ in side_words(language) if " " not in run)


def _person(run: list[Token], language: Language) -> Iterator[Span]:
    while run and (fold(run[-1].text) in _LINKS or run[-1].text == "-"):
        run = run[:-1]
    while run and fold(run[0].text) in _LINKS:
        run = run[1:]
    named = [t for t in run if fold(t.text) not in _LINKS | _SUFFIXES and t.text != "-"]
    if 2 <= len(named) <= 6 and all(
        t.pos not in {"VERB", "AUX", "ADP", "DET", "ADV", "SCONJ"} or t.text[0].isupper() for t in named
    ):
        yield Span(run[0].span.start, run[-1].span.end)
