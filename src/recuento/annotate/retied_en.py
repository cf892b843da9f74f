"""Mend what the English parser hangs on a wrong word: a verb's particle on its object, a number on half a compound.

"The ministry rushed in 200 soldiers" rushes nobody into soldiers; of "450 special operations troops" troops are 450.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from functools import cache
from itertools import pairwise

from recuento.lexicon.dates import date_words
from recuento.lexicon.fold import fold
from recuento.lexicon.inflect import verb_forms
from recuento.lexicon.numerals import numeral_words
from recuento.lexicon.people import people, things
from recuento.lexicon.syntax import syntax
from recuento.model.annotation import Token

__all__ = ["retied_en"]

_CLOSES = frozenset({"”"})
_NOT = frozenset({"No", "no", "Not", "not"})
_THAN = frozenset({"fewer", "less", "more"})
_NOUNS = frozenset({"NOUN", "PROPN"})
_PAST = "Tense=Past"
_ONE_IS = frozenset({"is", "was", "has"})
_WAS = frozenset({"was", "were"})
_WHEN = 6  # tokens between "was" and its participle
_DAY_WORDS = frozenset({"ADP", "PROPN", "NUM", "NOUN", "ADJ", "DET"})
_PARTICLE = 2  # "picked up Luis Rey"
_MOMENTS = frozenset({"minutes", "moments", "hours", "days", "weeks", "months", "years", "seconds"})
_COUNTS = frozenset({"nummod", "amod", "det", "case"})


def retied_en(tokens: tuple[Token, ...]) -> tuple[Token, ...]:
    """Return the tokens with such words hung on their own; ``tokens`` if there is none."""
    mended = _with_opening_number(tokens)
    for before, token in pairwise(tokens):
        if token.dep == "case" and before.pos == "VERB" and token.text in syntax("en").particles:
            mended = _as_particle(mended, token.index)
        if before.text in syntax("en").halves and fold(token.text) in people("en"):
            mended = _as_compound(mended, before.index)
        if before.pos == "VERB" and token.head == before.index and fold(before.text) in things("en"):
            mended = _as_thing(mended, before.index)
        if fold(before.text) in syntax("en").beside and token.pos == "PROPN" and token.head == before.index:
            mended = _as_adjective(mended, before.index)
        if before.dep == token.dep == "nsubj" and before.head == token.head and token.pos == "PROPN":
            mended = _as_title(mended, before.index)
        if fold(token.text) == "general" and fold(before.text) in syntax("en").generals:
            mended = _as_title(mended, before.index)
        if before.text in _WAS and token.pos == "ADP":
            mended = _split_passive(mended, before.index)
        if token.text in _MOMENTS and before.pos == "PROPN" and before.head == token.index:
            mended = _past_moments(mended, token.index)
        if before.text in _NOT and fold(token.text) in _THAN:
            mended = _as_bound(mended, before.index)
        if token.dep == "nsubj" and token.text == "who" and before.text == ",":
            mended = _of_the_last(mended, token.index)
        if token.dep == "obj":
            mended = _past_quotation(mended, token.index)
        if token.dep == "conj" and token.pos == "VERB" and tokens[token.head].pos in _NOUNS and token.has(_PAST):
            mended = _as_joint_verb(mended, token.index)
    return mended


def _with_opening_number(tokens: tuple[Token, ...]) -> tuple[Token, ...]:
    """Let a number word that opens a sentence be one, whatever the tagger takes it for: "Nineteen more were found"."""
    first = tokens[0] if tokens else None
    if (
        first is None
        or first.pos not in {"VERB", "ADJ", "PROPN"}
        or fold(first.text) not in numeral_words("en").cardinals
    ):
        return tokens
    return (replace(first, pos="NUM"), *tokens[1:])


def _as_bound(tokens: tuple[Token, ...], negation: int) -> tuple[Token, ...]:
    """Let "no fewer than nine" be about the number and nobody: "No fewer than nine men were killed"."""
    more, number = negation + 1, negation + 3
    if number >= len(tokens) or fold(tokens[number - 1].text) != "than" or tokens[number].pos != "NUM":
        return tokens
    noun = tokens[number].head if tokens[number].head > number and tokens[number].dep == "nummod" else number
    changed = {
        negation: replace(tokens[negation], head=more, dep="advmod"),
        more: replace(tokens[more], head=number, dep="advmod"),
        number - 1: replace(tokens[number - 1], head=more, dep="fixed"),
    }
    if tokens[noun].head in {negation, more} and tokens[more].head not in {noun, number}:
        changed[noun] = replace(tokens[noun], head=tokens[more].head, dep=tokens[more].dep)
    return _with(tokens, changed)


def _as_adjective(tokens: tuple[Token, ...], word: int) -> tuple[Token, ...]:
    """Let "neighbouring", taken for a verb, tell of the country behind it: "arrested in neighbouring Niger in May"."""
    above, name = tokens[word], word + 1
    if above.pos != "VERB" or above.head == name:
        return tokens
    led = word and tokens[word - 1].head == word and fold(tokens[word - 1].text) in {"in", "from", "to", "into"}
    changed = {
        word: replace(above, pos="ADJ", head=name, dep="amod"),
        name: replace(tokens[name], head=above.head, dep="obl" if led else above.dep),
    }
    if led:
        changed[word - 1] = replace(tokens[word - 1], head=name, pos="ADP", dep="case")
    for token in tokens:
        if token.head == word and token.index not in changed:
            changed[token.index] = replace(token, head=above.head if above.head != word else name)
    return _with(tokens, changed)


def _as_title(tokens: tuple[Token, ...], title: int) -> tuple[Token, ...]:
    """Let a title be part of the name or the office behind it: "Mayor Ada Oke", "the attorney general's office"."""
    name = title + 1
    if tokens[title].head == name or tokens[name].head == title:
        return tokens
    if tokens[title].pos == "NOUN" and tokens[name].dep == "nsubj":
        return _with(tokens, {name: replace(tokens[name], head=title, dep="appos")})
    changed = {title: replace(tokens[title], head=name, dep="compound")}
    if tokens[name].pos == "ADJ":
        changed[name] = replace(tokens[name], pos="NOUN")
    for token in tokens:
        if token.head == title and token.index < title and token.dep in _COUNTS:
            changed[token.index] = replace(token, head=name)
    return _with(tokens, changed)


def _of_the_last(tokens: tuple[Token, ...], who: int) -> tuple[Token, ...]:
    """Let a clause in the singular be about the one named last: "two brothers of Luis Rey, who is in prison"."""
    verb, name = tokens[who].head, tokens[who - 2]
    if tokens[verb].dep != "acl:relcl" or name.pos != "PROPN" or not tokens[tokens[verb].head].has("Number=Plur"):
        return tokens
    head = name.head if name.dep == "flat" else name.index
    alone = any(token.text in _ONE_IS for token in tokens[who + 1 : verb + 1])
    if not alone or tokens[head].dep != "nmod" or head <= tokens[verb].head:
        return tokens
    return _with(tokens, {verb: replace(tokens[verb], head=head)})


def _split_passive(tokens: tuple[Token, ...], was: int) -> tuple[Token, ...]:
    """Let a day between "was" and its participle say when: "was on Monday arrested", "was in 2018 convicted"."""
    behind = range(was + 1, min(was + 2 + _WHEN, len(tokens)))
    verb = next((i for i in behind if tokens[i].pos == "VERB"), None)
    if verb is None or not tokens[verb].has("VerbForm=Part") or verb < was + 3:
        return tokens
    between = tokens[was + 1 : verb]
    day = tokens[was].head
    if any(t.pos not in _DAY_WORDS for t in between) or not was < day < verb or not _tells_when(between):
        return tokens
    above = tokens[day]
    free = tokens[verb].dep == "ROOT" or tokens[verb].head != day
    changed = {
        was: replace(tokens[was], head=verb, dep="aux:pass"),
        day: replace(above, head=verb, dep="obl"),
        verb: tokens[verb]
        if free
        else replace(tokens[verb], head=verb if above.head == day else above.head, dep=above.dep),
    }
    for token in tokens:
        if token.head == day and token.index not in changed and not was < token.index < verb:
            dep = "nsubj:pass" if token.dep == "nsubj" else token.dep
            changed[token.index] = replace(token, head=verb, dep=dep)
    return _with(tokens, changed)


def _tells_when(words: Sequence[Token]) -> bool:
    """Tell whether a weekday, a month or a year is among the words."""
    known = date_words("en")
    named = known.weekdays.keys() | known.months.keys() | known.units.keys() | known.parts.keys()
    return any(fold(t.text) in named or (t.text.isdigit() and len(t.text) == 4) for t in words)


def _past_moments(tokens: tuple[Token, ...], moments: int) -> tuple[Token, ...]:
    """Let a name be the object before "minutes earlier", no half of a compound: "arrested Luis Rey minutes earlier"."""
    behind = tokens[moments + 1] if moments + 1 < len(tokens) else None
    first = moments
    while first and tokens[first - 1].pos == "PROPN":
        first -= 1
    names = range(first, moments)
    verb = next((i for i in range(first - 1, -1, -1) if tokens[i].pos == "VERB"), None)
    if behind is None or behind.text not in {"earlier", "before", "later"} or verb is None or first - verb > _PARTICLE:
        return tokens
    if any(t.head == verb and t.dep == "obj" and t.index < moments for t in tokens):
        return tokens
    changed = {names[0]: replace(tokens[names[0]], head=verb, dep="obj")}
    for name in names[1:]:
        changed[name] = replace(tokens[name], head=names[0], dep="flat")
    if tokens[moments].dep == "obj":
        changed[moments] = replace(tokens[moments], head=behind.index, dep="obl:unmarked")
    return _with(tokens, changed)


def _as_thing(tokens: tuple[Token, ...], word: int) -> tuple[Token, ...]:
    """Let a thing that the tagger takes for a verb between commas be half a compound: ", camouflage gear, six vans"."""
    noun, opens = word + 1, word and (tokens[word - 1].text == "," or tokens[word - 1].pos == "CCONJ")
    if not opens or tokens[noun].pos != "NOUN" or any(t.head == word and t.dep.startswith("nsubj") for t in tokens):
        return tokens
    above = tokens[word]
    changed = {
        noun: replace(tokens[noun], head=noun if above.head == word else above.head, dep=above.dep),
        word: replace(above, pos="NOUN", head=noun, dep="compound"),
    }
    for token in tokens:
        if token.head == word and token.index not in changed:
            changed[token.index] = replace(token, head=noun)
    return _with(tokens, changed)


def _as_joint_verb(tokens: tuple[Token, ...], verb: int) -> tuple[Token, ...]:
    """Join a verb to the verb before it and not to a noun: "He came out of an alley and fired" fires no alley."""
    noun = tokens[verb].head
    if any(t.head == verb and t.dep.startswith("aux") for t in tokens):
        return tokens
    above = tokens[noun].head
    while above < noun and tokens[above].pos in _NOUNS:
        above = tokens[above].head if tokens[above].head != above else len(tokens)
    changed: dict[int, Token] = {}
    if verb < above < len(tokens) and tokens[above].pos in _NOUNS and tokens[above].head < noun:
        # "into an alley and fired shots": all that precedes the verb is the first noun's, and what follows its object
        behind, above = above, tokens[above].head
        changed |= {t.index: replace(t, head=noun) for t in tokens[:noun] if t.head == behind}
        changed[noun] = replace(tokens[noun], head=above, dep=tokens[behind].dep)
        changed[behind] = replace(tokens[behind], head=verb, dep="obj")
    if above >= noun or tokens[above].pos != "VERB":
        return tokens
    changed[verb] = replace(tokens[verb], head=above, feats=tokens[above].feats)
    return _with(tokens, changed)


def _past_quotation(tokens: tuple[Token, ...], noun: int) -> tuple[Token, ...]:
    """Let who stands behind a quotation be none of its objects: "“They killed three of us,” a farmer recalled."."""
    verb = tokens[noun].head
    if verb >= noun or not any(token.text in _CLOSES for token in tokens[verb:noun]):
        return tokens
    return _with(tokens, {noun: replace(tokens[noun], dep="parataxis")})


def _as_particle(tokens: tuple[Token, ...], particle: int) -> tuple[Token, ...]:
    """Hang the particle on its verb, which has those behind it as its object: "brought in two battalions"."""
    verb, noun = particle - 1, tokens[particle].head
    if noun < particle or tokens[noun].head != verb or fold(tokens[noun].text) not in people("en"):
        return tokens
    if tokens[verb].text not in _brings() or any(t.head == verb and t.dep.endswith("pass") for t in tokens):
        return tokens
    changed = {
        particle: replace(tokens[particle], head=verb, dep="compound:prt"),
        noun: replace(tokens[noun], dep="obj"),
    }
    return _with(tokens, changed)


@cache
def _brings() -> frozenset[str]:
    return frozenset(form for verb in syntax("en").brings for form in verb_forms(verb, language="en"))


def _as_compound(tokens: tuple[Token, ...], half: int) -> tuple[Token, ...]:
    """Let the people behind the first half of a compound be its head, with its number and its preposition."""
    noun = half + 1
    counts = [t.index for t in tokens if t.head == half and t.index < half and t.dep in _COUNTS]
    apart = tokens[half].head != noun
    if not counts and not apart:
        return tokens
    changed = {i: replace(tokens[i], head=noun) for i in counts}
    if apart:
        above = tokens[half]
        head = noun if above.head == half else above.head
        changed[noun] = replace(tokens[noun], head=head, dep=above.dep)
        changed[half] = replace(above, head=noun, dep="compound")
    led = any(tokens[i].dep == "case" for i in counts)
    told = changed.get(noun, tokens[noun])
    if led and told.dep in {"obj", "nsubj"}:
        changed[noun] = replace(told, dep="obl")
    return _with(tokens, changed)


def _with(tokens: Sequence[Token], changed: dict[int, Token]) -> tuple[Token, ...]:
    return tuple(changed.get(token.index, token) for token in tokens)
