"""Mend what the English parser makes of titles, names and days between a verb and what belongs to it.

"Mayor Ada Oke" is one person, "was on Monday arrested" a passive, "no fewer than nine" a number.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from recuento.lexicon.dates import date_words
from recuento.lexicon.fold import fold
from recuento.lexicon.people import people
from recuento.lexicon.syntax import syntax
from recuento.model.annotation import Token

__all__ = ["hung", "retied_names"]

_NOT = frozenset({"No", "no", "Not", "not"})
_THAN = frozenset({"fewer", "less", "more"})
_ONE_IS = frozenset({"is", "was", "has"})
_GENERAL = frozenset({"general", "General"})
_WAS = frozenset({"was", "were"})
_WHEN = 6  # tokens between "was" and its participle
_DAY_WORDS = frozenset({"ADP", "PROPN", "NUM", "NOUN", "ADJ", "DET"})
_PARTICLE = 2  # "picked up Luis Rey"
_MOMENTS = frozenset({"minutes", "moments", "hours", "days", "weeks", "months", "years", "seconds"})
_STAND = frozenset({"stand", "stands", "stood", "standing"})
_UNMARKED = "obl:unmarked"  # what tells when, without a preposition: "died Monday"
_THE = frozenset({"the", "The"})
_COUNTS = frozenset({"nummod", "amod", "det", "case"})


def retied_names(tokens: tuple[Token, ...], before: Token, token: Token) -> tuple[Token, ...]:
    """Return the tokens with what stands at ``before`` and ``token``, two in a row, hung on its own."""
    if before.text in syntax("en").beside and token.pos == "PROPN" and token.head == before.index:
        return _as_adjective(tokens, before.index)
    if (
        before.dep == token.dep
        and before.dep in {"nsubj", "nsubj:pass"}
        and before.head == token.head
        and token.pos == "PROPN"
    ):
        return _as_title(tokens, before.index)
    if token.text in _GENERAL and fold(before.text) in syntax("en").generals:
        return _as_title(tokens, before.index)
    if before.text in _WAS and token.pos == "ADP":
        return _split_passive(tokens, before.index)
    if before.dep == _UNMARKED and before.head > before.index and fold(before.text) in people("en"):
        return _as_who_it_befell(tokens, before.index)
    if token.text == "guard" and before.text in _STAND and before.dep == "compound":
        return _as_standing(tokens, before.index)
    if token.text in _MOMENTS and before.pos == "PROPN" and before.head == token.index:
        return _past_moments(tokens, token.index)
    if before.text in _NOT and token.text in _THAN:
        return _as_bound(tokens, before.index)
    if token.dep == "aux" and token.text.isupper() and before.text in _THE and before.head == token.head:
        return _as_acronym(tokens, token.index)
    if token.dep == "nsubj" and token.text == "who" and before.text == ",":
        return _of_the_last(tokens, token.index)
    return tokens


def _as_who_it_befell(tokens: tuple[Token, ...], noun: int) -> tuple[Token, ...]:
    """Let somebody before a verb without a subject be its subject: "A nurse, 28, died on Monday" died in no nurse."""
    above = tokens[tokens[noun].head]
    under = {t.dep for t in tokens if t.head == above.index}
    if above.pos != "VERB" or any(dep.startswith(("nsubj", "csubj")) for dep in under):
        return tokens
    dep = "nsubj:pass" if "aux:pass" in under else "nsubj"
    return hung(tokens, {noun: replace(tokens[noun], dep=dep)})


def _as_standing(tokens: tuple[Token, ...], verb: int) -> tuple[Token, ...]:
    """Let "stand guard" be a verb of who stands before it: "Officers stand guard outside the court" guards no guard."""
    guard, who = verb + 1, tokens[verb + 1].head
    if who >= verb or tokens[who].pos not in {"NOUN", "PROPN"}:
        return tokens
    above = tokens[who]
    changed = {
        who: replace(above, head=verb, dep="nsubj"),
        verb: replace(tokens[verb], pos="VERB", head=verb if above.head == who else above.head, dep=above.dep),
        guard: replace(tokens[guard], head=verb, dep="obj"),
    }
    return hung(tokens, changed)


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
    return hung(tokens, changed)


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
    return hung(tokens, changed)


def _as_title(tokens: tuple[Token, ...], title: int) -> tuple[Token, ...]:
    """Let a title be part of the name or the office behind it: "Mayor Ada Oke", "the attorney general's office"."""
    name = title + 1
    if tokens[title].head == name or tokens[name].head == title:
        return tokens
    if tokens[title].pos == "NOUN" and tokens[name].dep == "nsubj":
        return hung(tokens, {name: replace(tokens[name], head=title, dep="appos")})
    changed = {title: replace(tokens[title], head=name, dep="compound")}
    if tokens[name].pos == "ADJ":
        changed[name] = replace(tokens[name], pos="NOUN")
    for token in tokens:
        if token.head == title and token.index < title and token.dep in _COUNTS:
            changed[token.index] = replace(token, head=name)
    return hung(tokens, changed)


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
    return hung(tokens, changed)


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
    return hung(tokens, changed)


def _of_the_last(tokens: tuple[Token, ...], who: int) -> tuple[Token, ...]:
    """Let a clause in the singular be about the one named last: "two brothers of Luis Rey, who is in prison"."""
    verb, name = tokens[who].head, tokens[who - 2]
    if tokens[verb].dep != "acl:relcl" or name.pos != "PROPN" or not tokens[tokens[verb].head].has("Number=Plur"):
        return tokens
    head = name.head if name.dep == "flat" else name.index
    alone = any(token.text in _ONE_IS for token in tokens[who + 1 : verb + 1])
    if not alone or tokens[head].dep != "nmod" or head <= tokens[verb].head:
        return tokens
    return hung(tokens, {verb: replace(tokens[verb], head=head)})


def _as_acronym(tokens: tuple[Token, ...], name: int) -> tuple[Token, ...]:
    """Let capitals after "the" be a name, where the parser has an auxiliary: "the ULD claimed the attack"."""
    article = tokens[name - 1]
    changed = {
        name: replace(tokens[name], pos="PROPN", dep=article.dep),
        name - 1: replace(article, pos="DET", head=name, dep="det"),
    }
    return hung(tokens, changed)


def hung(tokens: Sequence[Token], changed: dict[int, Token]) -> tuple[Token, ...]:
    """Return the tokens with those that changed, by index, in their places."""
    return tuple(changed.get(token.index, token) for token in tokens)
