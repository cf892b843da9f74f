"""Mend what the English parser hangs on a wrong word: a verb's particle on its object, a number on half a compound.

"The ministry rushed in 200 soldiers" rushes nobody into soldiers; of "450 special operations troops" troops are 450.
"""

from __future__ import annotations

from dataclasses import replace
from functools import cache
from itertools import pairwise

from recuento.annotate.retied_names import hung, retied_names
from recuento.annotate.retied_openings import retied_openings
from recuento.annotate.retied_subjects import retied_subjects
from recuento.lexicon.fold import fold
from recuento.lexicon.grammar import saying_verbs
from recuento.lexicon.inflect import verb_forms
from recuento.lexicon.numerals import numeral_words
from recuento.lexicon.people import people, things
from recuento.lexicon.syntax import syntax
from recuento.model.annotation import Token

__all__ = ["retied_en"]

_CLOSES = frozenset({"”"})
_NOUNS = frozenset({"NOUN", "PROPN"})
_PAST = "Tense=Past"
_COUNTS = frozenset({"nummod", "amod", "det", "case"})


def retied_en(tokens: tuple[Token, ...]) -> tuple[Token, ...]:
    """Return the tokens with such words hung on their own; ``tokens`` if there is none."""
    mended = _with_opening_number(tokens)
    for token in tokens:
        mended = retied_openings(mended, token)
    for before, token in pairwise(tokens):
        if token.dep == "case" and before.pos == "VERB" and token.text in syntax("en").particles:
            mended = _as_particle(mended, token.index)
        if before.text in syntax("en").halves and fold(token.text) in people("en"):
            mended = _as_compound(mended, before.index)
        if before.pos == "VERB" and token.head == before.index and fold(before.text) in things("en"):
            mended = _as_thing(mended, before.index)
        if token.pos == "VERB" and token.dep == "obj" and before.head == token.index and before.dep == "compound":
            mended = _as_people(mended, token.index)
        if token.pos == "VERB" and token.text in syntax("en").bodies and before.dep in {"amod", "det"}:
            mended = _as_remains(mended, token.index)
        if before.dep == "advcl" and before.pos == "VERB" and token.dep == "nsubj" and token.head > token.index:
            mended = _as_adjective(mended, before.index)
        if token.dep == "conj" and token.pos == "NOUN" and tokens[token.head].pos == "VERB":
            mended = _as_described(mended, token.index)
        mended = retied_subjects(retied_names(mended, before, token), token)
        if token.dep == "obj":
            mended = _past_quotation(mended, token.index)
        if token.dep == "appos" and tokens[token.head].dep == "obl":
            mended = _as_subject(mended, token.index)
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
    return hung(tokens, changed)


def _as_people(tokens: tuple[Token, ...], word: int) -> tuple[Token, ...]:
    """Let people behind half a compound be a noun, taken for a verb: "freed nine kidnapping victims Monday in Tala".

    What the tagger hangs on that verb is the real one's.
    """
    verb = tokens[word].head
    if fold(tokens[word].text) not in people("en") or tokens[verb].pos != "VERB" or verb > word:
        return tokens
    changed = {word: replace(tokens[word], pos="NOUN", feats="Number=Plur")}
    for token in tokens[word + 1 :]:
        if token.head == word and token.dep in {"obj", "obl", "obl:unmarked", "advmod"}:
            dep = "obl:unmarked" if token.dep == "obj" else token.dep
            changed[token.index] = replace(token, head=verb, dep=dep)
    return hung(tokens, changed)


def _as_adjective(tokens: tuple[Token, ...], word: int) -> tuple[Token, ...]:
    """Let a participle behind "when" describe whoever acts: nobody specialises "when specialised units moved in"."""
    noun = word + 1
    verb = tokens[noun].head
    opens = word and tokens[word - 1].text.lower() in syntax("en").at_once
    own = any(t.head == word and (t.dep.startswith(("nsubj", "aux"))) for t in tokens)
    if not opens or own or tokens[verb].head != word or tokens[verb].dep != "ccomp" or not _can_describe(tokens, word):
        return tokens
    above = tokens[word]
    changed = {
        word: replace(above, pos="ADJ", dep="amod", head=noun),
        verb: replace(tokens[verb], dep=above.dep, head=above.head),
    }
    for token in tokens:
        if token.head == word and token.index not in changed:
            changed[token.index] = replace(token, head=verb)
    return hung(tokens, changed)


def _can_describe(tokens: tuple[Token, ...], word: int) -> bool:
    """Tell whether a participle describes the force behind it, and tells nothing ("when told police were near")."""
    text = tokens[word].text
    noun = people("en").get(fold(tokens[word + 1].text))
    return (
        text.endswith("ed")
        and noun is not None
        and (noun.force or noun.side == "state")
        and text not in saying_verbs("en")
    )


def _as_remains(tokens: tuple[Token, ...], word: int) -> tuple[Token, ...]:
    """Let what is left of people be a noun before "of": in "The burned remains of four people" nobody remains."""
    of = word + 1
    noun = tokens[of].head if of < len(tokens) and tokens[of].text == "of" else word
    if noun <= of:
        return tokens
    changed = {word: replace(tokens[word], pos="NOUN", feats="Number=Plur")}
    changed[noun] = replace(tokens[noun], head=word, dep="nmod")
    return hung(tokens, changed)


def _as_described(tokens: tuple[Token, ...], noun: int) -> tuple[Token, ...]:
    """Let two adjectives describe the people behind them: "two masked and armed men shot a teacher" masks nobody."""
    first = tokens[noun].head
    joint = next((t.index for t in tokens[first + 1 : noun] if t.dep == "cc"), None)
    acts = next((t for t in tokens[noun + 1 :] if t.head == first and t.pos == "VERB" and t.dep == "conj"), None)
    counts = [t.index for t in tokens[:first] if t.head == first and t.dep in {"nummod", "det"}]
    between = tokens[first + 1 : noun]
    if joint != first + 1 or acts is None or not counts or any(t.pos not in {"CCONJ", "ADJ", "VERB"} for t in between):
        return tokens
    if fold(tokens[noun].text) not in people("en"):
        return tokens
    above = tokens[first]
    verb = acts.index
    changed = {i: replace(tokens[i], head=noun) for i in counts}
    changed[noun] = replace(tokens[noun], head=verb, dep="nsubj")
    changed[first] = replace(above, pos="ADJ", dep="amod", head=noun)
    changed[verb] = replace(acts, dep=above.dep, head=verb if above.head == first else above.head)
    for token in tokens:
        if token.head == first and token.index not in changed and token.index > noun:
            changed[token.index] = replace(token, head=verb)
    return hung(tokens, changed)


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
    return hung(tokens, changed)


def _as_subject(tokens: tuple[Token, ...], noun: int) -> tuple[Token, ...]:
    """Let who follows the circumstance that opens a sentence be its subject: "In a video, a gang, …, said"."""
    place = tokens[noun].head
    verb = tokens[place].head
    article = next((t.index for t in tokens if t.head == noun and t.dep == "det"), 0)
    opens = tokens[0].dep == "case" and tokens[0].head == place < article <= noun < verb
    if not opens or tokens[article - 1].text != "," or tokens[verb].pos != "VERB" or tokens[verb - 1].text != ",":
        return tokens
    if any(t.head == verb and t.dep.startswith("nsubj") for t in tokens):
        return tokens
    return hung(tokens, {noun: replace(tokens[noun], head=verb, dep="nsubj")})


def _past_quotation(tokens: tuple[Token, ...], noun: int) -> tuple[Token, ...]:
    """Let who stands behind a quotation be none of its objects: "“They killed three of us,” a farmer recalled."."""
    verb = tokens[noun].head
    if verb >= noun or not any(token.text in _CLOSES for token in tokens[verb:noun]):
        return tokens
    return hung(tokens, {noun: replace(tokens[noun], dep="parataxis")})


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
    return hung(tokens, changed)


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
    return hung(tokens, changed)
