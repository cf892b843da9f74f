"""Mend what the Spanish parser hangs on a wrong word: on a place what belongs to the verb, on a doubt its noun.

A counted phrase behind a place is object or subject of the verb: "hallaron en el lugar 14 fusiles". It has a number and
no preposition before it, so it describes nothing. Nor does a clause of time: "cayeron en una caseta, cuando huían".
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from recuento.annotate.inverted import opening_verb, subject_behind
from recuento.annotate.retied_asides import past_saying
from recuento.lexicon.fold import fold
from recuento.lexicon.numerals import numeral_words
from recuento.lexicon.people import people, things
from recuento.lexicon.syntax import syntax
from recuento.model.annotation import Token

__all__ = ["retied"]

_NO_NOUN = frozenset({"NUM", "PRON"})
_NO_NUMBER = frozenset({"VERB", "ADJ"})
_NUMBERS = ("Number=Sing", "Number=Plur")
_ROW = 8  # tokens from a verb of being to the second number of its row
_DESCRIBES = frozenset({"amod", "nmod", "appos", "flat", "nummod"})
_PLAIN = frozenset({"NOUN", "PROPN"})
_BEFORE = frozenset({*_PLAIN, "ADJ"})  # "quedaron asegurados 14 fusiles"


def retied(tokens: tuple[Token, ...]) -> tuple[Token, ...]:
    """Return the tokens with each such word hung on its own, a counted one as object; ``tokens`` if there is none."""
    tokens = mended = opening_verb(_with_nouns(tokens))
    doubtful, returns, unknown = syntax("es").presumed, syntax("es").returns, syntax("es").unknown
    for token in tokens:
        if token.pos == "NOUN" and token.text in doubtful:
            mended = _as_adjective(mended, token.index)
        if token.dep == "mark" and token.pos == "SCONJ" and token.text != "que":
            mended = _as_adverbial(mended, token.head)
        if token.text == "que" and token.pos == "PRON" and token.dep.startswith("nsubj"):
            mended = _as_agrees(mended, token.index)
        if token.pos == "VERB" and token.index > 1 and tokens[token.index - 1].text == ",":
            mended = past_saying(mended, token.index)
        if token.dep == "conj" and token.pos == "VERB":
            mended = _as_joint_subject(mended, token.index)
        if token.pos == "NUM":
            mended = _with_number(mended, tokens, token)
        if token.pos == "VERB" and token.has("VerbForm=Fin") and _opens(tokens, token.index):
            mended = subject_behind(mended, token.index)
        if token.dep == "nmod" and tokens[token.head].pos == "NUM" and token.text in returns:
            mended = _as_state(mended, token.index)
        if token.dep in _DESCRIBES and token.has("VerbForm=Part") and tokens[token.head].dep == "nmod":
            mended = _as_of_people(mended, token.index)
        if token.text in unknown and token.pos != "ADJ" and token.index:
            mended = _as_described(mended, token.index)
    return mended


def _with_number(mended: tuple[Token, ...], tokens: Sequence[Token], token: Token) -> tuple[Token, ...]:
    """Return the tokens with a number hung on what it counts; ``tokens`` are as the parser has them."""
    number = token.index
    if number and tokens[number - 1].pos in _BEFORE:
        mended = _mended(mended, number)
    if number + 1 < len(tokens) and tokens[number + 1].head == number:
        mended = _as_counted(mended, number)
    mended = _as_amount(mended, number)
    return _of_its_noun(_as_noun(mended, token), number) if token.dep == "nummod" else mended


def _as_adjective(tokens: tuple[Token, ...], word: int) -> tuple[Token, ...]:
    """Let the noun behind a word of doubt be the head: "nueve presuntos sicarios" are sicarios."""
    noun = word + 1
    if noun >= len(tokens) or tokens[noun].head != word or tokens[noun].pos not in {"NOUN", "ADJ"}:
        return tokens
    above = tokens[word]
    head = noun if above.head == word else above.head
    changed = {noun: replace(tokens[noun], head=head, dep=above.dep, pos="NOUN")}
    changed[word] = replace(above, head=noun, dep="amod", pos="ADJ")
    for token in tokens:
        if token.head == word and token.index not in changed:
            changed[token.index] = replace(token, head=noun)
    return tuple(changed.get(token.index, token) for token in tokens)


def _opens(tokens: Sequence[Token], verb: int) -> bool:
    """Tell whether an article or a name stands behind the verb, and no pronoun or auxiliary before it."""
    before = tokens[verb - 1].pos if verb else "PUNCT"
    after = tokens[verb + 1].pos if verb + 1 < len(tokens) else "PUNCT"
    return before not in {"PRON", "NUM", "AUX"} and after in {"DET", "PROPN"}


def _with_nouns(tokens: tuple[Token, ...]) -> tuple[Token, ...]:
    """Let nouns for people that the tagger takes for something else be nouns.

    "Pidieron los captores", taken for a number; "según la banda, uniformados de la zona …", for a participle. So are
    those for numbers: "otro centenar", taken for a verb.
    """
    taken = [
        t.index
        for before, t in pairwise(tokens)
        if (t.pos in _NO_NOUN and before.pos == "DET") or (_opens_phrase(before) and _is_bare(t))
    ]
    if tokens and _is_bare(tokens[0]):
        taken.append(0)
    nouns = {i for i in taken if fold(tokens[i].text) in people("es")}
    numbers = numeral_words("es").collectives
    nouns |= {t.index for t in tokens if t.pos in _NO_NUMBER and t.text.islower() and t.text in numbers}
    if not nouns:
        return tokens
    return tuple(replace(t, pos="NOUN") if t.index in nouns else t for t in tokens)


def _opens_phrase(before: Token) -> bool:
    return before.text in {",", ":", ";"} or before.pos == "CCONJ"


def _is_bare(token: Token) -> bool:
    """Tell whether a word taken for a participle names those who act, without an article."""
    return token.pos == "VERB" and fold(token.text) in syntax("es").strangers


def _as_state(tokens: tuple[Token, ...], noun: int) -> tuple[Token, ...]:
    """Hang on the verb what a number is not of: of "tenemos a 43 de regreso" 43 are counted."""
    verb = _verb_above(tokens, noun)
    if verb is None:
        return tokens
    return (*tokens[:noun], replace(tokens[noun], head=verb, dep="obl"), *tokens[noun + 1 :])


def _as_counted(tokens: tuple[Token, ...], number: int) -> tuple[Token, ...]:
    """Let those counted be the head, taken for an adjective of their number: "fueron liberados 29 plagiados y …"."""
    noun = number + 1
    word = fold(tokens[noun].text)
    if tokens[noun].pos not in {"ADJ", "VERB"} or (word not in people("es") and word not in things("es")):
        return tokens
    above = tokens[number]
    changed = {
        noun: replace(tokens[noun], pos="NOUN", dep=above.dep, head=noun if above.head == number else above.head),
        number: replace(above, dep="nummod", head=noun),
    }
    for token in tokens:
        if token.head == number and token.index not in changed:
            changed[token.index] = replace(token, head=noun)
    return tuple(changed.get(token.index, token) for token in tokens)


def _as_noun(tokens: tuple[Token, ...], number: Token) -> tuple[Token, ...]:
    """Let a thing right behind its number be a noun, taken for an adjective: "26 fusiles"."""
    word = number.head
    if word != number.index + 1 or tokens[word].pos != "ADJ" or fold(tokens[word].text) not in things("es"):
        return tokens
    return (*tokens[:word], replace(tokens[word], pos="NOUN"), *tokens[word + 1 :])


def _as_amount(tokens: tuple[Token, ...], number: int) -> tuple[Token, ...]:
    """Hang a number on those behind their article, hung on the verb of being: "suman 26 los jornaleros que"."""
    noun = number + 2
    # "Fueron once los muertos y tres los heridos": the second number shares the verb.
    joined = number and tokens[number - 1].pos == "CCONJ"
    before = tokens[max(0, number - (_ROW if joined else 1)) : number]
    if not any(fold(token.text) in syntax("es").amounts_to for token in before):
        return tokens
    if noun >= len(tokens) or tokens[number + 1].text not in syntax("es").definite_plural or tokens[noun].pos != "NOUN":
        return tokens
    if tokens[number].head == noun or tokens[noun].head == number:
        return tokens
    return (*tokens[:number], replace(tokens[number], head=noun, dep="nummod"), *tokens[number + 1 :])


def _of_its_noun(tokens: tuple[Token, ...], number: int) -> tuple[Token, ...]:
    """Hang on the noun the number that hangs on its article: "los dos autores"."""
    noun = tokens[tokens[number].head].head
    if tokens[tokens[number].head].pos != "DET" or noun <= number or tokens[noun].pos not in _PLAIN:
        return tokens
    return (*tokens[:number], replace(tokens[number], head=noun), *tokens[number + 1 :])


def _as_described(tokens: tuple[Token, ...], word: int) -> tuple[Token, ...]:
    """Let the noun before an unknown way be the head: nobody flees in "huyeron con rumbo desconocido"."""
    noun = word - 1
    if tokens[noun].head != word or tokens[noun].dep not in {"amod", "nmod", "compound"}:
        return tokens
    above = tokens[word]
    dep = "obl" if above.dep in {"obj", "nsubj"} else above.dep
    changed = {
        noun: replace(tokens[noun], head=noun if above.head == word else above.head, dep=dep),
        word: replace(above, head=noun, dep="amod", pos="ADJ"),
    }
    for token in tokens:
        if token.head == word and token.index not in changed:
            changed[token.index] = replace(token, head=noun)
    return tuple(changed.get(token.index, token) for token in tokens)


def _as_of_people(tokens: tuple[Token, ...], word: int) -> tuple[Token, ...]:
    """Hang a participle behind the name of a force on those of it: of "un cabo del Ejército herido" the cabo is."""
    force = tokens[word].head
    noun = tokens[force].head
    if not noun < force < word or tokens[force].pos != "PROPN" or fold(tokens[noun].text) not in people("es"):
        return tokens
    plain = all(t.pos in {"ADP", "DET", "PROPN", "ADJ"} for t in tokens[noun + 1 : word])
    differs = any(tokens[word].has(n) and any(tokens[noun].has(o) for o in _NUMBERS if o != n) for n in _NUMBERS)
    if not plain or differs:
        return tokens
    return (*tokens[:word], replace(tokens[word], head=noun, dep="amod", pos="ADJ"), *tokens[word + 1 :])


def _as_agrees(tokens: tuple[Token, ...], relative: int) -> tuple[Token, ...]:
    """Hang a relative clause on the nearest noun before it of its number: "dos jefes y un menor, que había caído"."""
    verb = tokens[relative].head
    noun = tokens[verb].head
    if not tokens[verb].dep.startswith("acl") or noun >= relative or verb < relative:
        return tokens
    number = _number_of(tokens, verb, relative)
    if number is None or not _differs(tokens[noun], number):
        return tokens
    between = (i for i in range(relative - 1, noun, -1) if tokens[i].pos == "NOUN" and tokens[i].has(number))
    nearer = (i for i in between if not _is_of(tokens, i))
    found = next(nearer, None)
    if found is None:
        return tokens
    return (*tokens[:verb], replace(tokens[verb], head=found), *tokens[verb + 1 :])


def _number_of(tokens: Sequence[Token], verb: int, relative: int) -> str | None:
    """Return the feature of the finite verb's number: its own, or that of its auxiliary."""
    finite = (t for t in tokens[relative : verb + 1] if t.has("VerbForm=Fin") and verb in (t.index, t.head))
    word = next(finite, None)
    return None if word is None else next((n for n in _NUMBERS if word.has(n)), None)


def _differs(noun: Token, number: str) -> bool:
    return any(noun.has(other) for other in _NUMBERS if other != number)


def _is_of(tokens: Sequence[Token], index: int) -> bool:
    """Tell whether a noun only says what another is of: "años" in "un menor de 15 años"."""
    return any(t.dep == "case" and t.head == index for t in tokens[max(0, index - 4) : index])


def _as_joint_subject(tokens: tuple[Token, ...], verb: int) -> tuple[Token, ...]:
    """Join the two halves of a subject: in "tres hombres y una mujer fueron detenidos" four were."""
    first = tokens[verb].head
    second = next((t.index for t in tokens[first + 1 : verb] if t.head == verb and t.dep.startswith("nsubj")), None)
    joint = next((t.index for t in tokens[first + 1 : verb] if t.head == verb and t.dep == "cc"), None)
    if second is None or joint is None or joint > second or tokens[first].pos not in _PLAIN:
        return tokens
    beside = all(t.pos in {"ADJ", "NOUN", "PROPN", "ADP", "DET", "NUM"} for t in tokens[first + 1 : joint])
    if not beside or _number_of(tokens, verb, second) != _NUMBERS[1] or not tokens[second].has(_NUMBERS[0]):
        return tokens
    above = tokens[first]
    head = verb if above.head == first else above.head
    changed = {
        verb: replace(tokens[verb], head=head, dep=above.dep),
        first: replace(above, head=verb, dep=tokens[second].dep),
        second: replace(tokens[second], head=first, dep="conj"),
        joint: replace(tokens[joint], head=second),
    }
    return tuple(changed.get(token.index, token) for token in tokens)


def _as_adverbial(tokens: tuple[Token, ...], clause: int) -> tuple[Token, ...]:
    noun = tokens[clause].head
    if not tokens[clause].dep.startswith("acl") or noun >= clause:
        return tokens
    verb = _verb_above(tokens, noun)
    if verb is None or verb > noun:
        return tokens
    return (*tokens[:clause], replace(tokens[clause], head=verb, dep="advcl"), *tokens[clause + 1 :])


def _mended(tokens: tuple[Token, ...], number: int) -> tuple[Token, ...]:
    head = _counted(tokens, number)
    place = tokens[head].head
    if place >= number or tokens[head].dep not in _DESCRIBES or not _leads(tokens, place):
        return tokens
    verb = _verb_above(tokens, place)
    if verb is None or verb > place:
        return tokens
    noun = "NOUN" if tokens[head].pos == "ADJ" else tokens[head].pos
    changed = {head: replace(tokens[head], head=verb, dep="obj", pos=noun)}
    if head != number:
        changed[number] = replace(tokens[number], head=head, dep="nummod")
    if head == number and (shared := _of_which(tokens, number, place)) is not None:
        changed[shared] = replace(tokens[shared], head=number)
    return tuple(changed.get(token.index, token) for token in tokens)


def _counted(tokens: Sequence[Token], number: int) -> int:
    """Return the noun that the number counts, or the number itself where it stands alone."""
    above, following = tokens[number].head, number + 1
    if tokens[number].dep == "nummod" and above > number:
        return above
    if following < len(tokens) and tokens[following].head == above and tokens[following].pos in _BEFORE:
        return following  # "quedaron asegurados 14 fusiles": number and noun on the participle
    return number


def _verb_above(tokens: Sequence[Token], index: int) -> int | None:
    """Return the verb that the place hangs on, through its participle ("quedaron asegurados en la casa")."""
    seen = {index}
    while tokens[index].head not in seen:
        index = tokens[index].head
        seen.add(index)
        if tokens[index].pos in {"VERB", "AUX"}:
            return index
    return None


def _leads(tokens: Sequence[Token], place: int) -> bool:
    """Tell whether the word is a place with its preposition, or a participle that its verb only carries."""
    if tokens[place].pos == "ADJ":
        return tokens[place - 1].index == tokens[place].head
    case = any(token.head == place and token.dep == "case" for token in tokens[max(0, place - 4) : place])
    return case and tokens[place].pos in _PLAIN


def _of_which(tokens: Sequence[Token], number: int, place: int) -> int | None:
    """Return the noun of "nueve de los plagiados" that the parser hung on the place before."""
    if number + 1 >= len(tokens) or tokens[number + 1].text != "de":
        return None
    of = tokens[number + 1].head
    return of if of > number and tokens[of].head == place else None
