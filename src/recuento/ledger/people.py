"""How many people single mentions speak of: "a man", "Elmer Quiroz" and "the student" may be one and the same."""

from __future__ import annotations

import re
from collections.abc import Sequence

from recuento.ledger.units import describes, in_one_list, is_generic, says_hit
from recuento.ledger.voices import Voice
from recuento.lexicon.fold import fold
from recuento.model import Span

__all__ = [
    "beside",
    "could_be_one",
    "died_since",
    "different_people",
    "is_single",
    "one_breath",
    "same_name",
    "same_person",
]

_SINGLE = frozenset({"singular", "named", "listed"})
_DEAD = frozenset({"killed", "bodies"})
_HURT = frozenset({"wounded"})
_NAME_WORD = re.compile(r"\w+")
_POSSESSIVE = re.compile(r"['’]s\b|['’]$")
_SENTENCE_END = re.compile(r"[.!?…]['\"”’»)]*\s|\n")


def is_single(voice: Voice) -> bool:
    """Tell whether a figure was read from a singular, a name or a list of names rather than from a number."""
    figure = voice.claim.figure
    # "no arrests" is a number like any other: nobody is one of those whom single mentions tell apart.
    return figure is not None and figure.basis in _SINGLE and figure.count.at_least > 0


def different_people(voices: Sequence[Voice]) -> int:
    """Return how many people single mentions of one report speak of, at the least.

    Different names are different people, and so are those told of in one sentence, a man and a woman, a teacher and a
    shopkeeper; for all else a report calls one person by many words.
    """
    if not voices:
        return 0
    breaths = [_told_apart(breath) for breath in _breaths(voices)]
    breaths += [len(listed) for listed in _of_one_verb(voices)]
    walks = {_walk(v) for v in voices if _basis(v) == "singular"} - {None}
    sexes = {voice.claim.counted.sex for voice in voices} - {None}
    return max(_names(voices), len(sexes), len(walks), *breaths)


def _of_one_verb(voices: Sequence[Voice]) -> list[set[Span]]:
    """Return those who are counted one by one by the same words: "a man and a boy were hurt" are two."""
    told: dict[tuple[str, str, Span], set[Span]] = {}
    for voice in voices:
        claim = voice.claim
        if claim.figure is not None and claim.figure.basis == "singular" and claim.trigger is not None:
            told.setdefault((claim.document, claim.quote.field, claim.trigger.span), set()).add(claim.figure.span)
    return list(told.values())


def _walk(voice: Voice) -> str | None:
    """Return the force, or the walk of life, that tells one person from another; None where only age or kin is said."""
    claim = voice.claim
    return claim.counted.force or (None if describes(claim.unit) else fold(claim.unit or ""))


def _told_apart(breath: Sequence[Voice]) -> int:
    """Return how many different names, or how many different descriptions, one sentence holds."""
    listed = {_words(v): v.count.at_least for v in breath if _basis(v) == "listed"}
    within = {word for words in listed for word in _NAME_WORD.findall(words)}
    names = _names([v for v in breath if _basis(v) == "named" and not _name(v) <= within]) + sum(listed.values())
    told = [v for v in breath if _basis(v) == "singular"]
    clear = [v for v in told if not is_generic(v.claim.unit)]
    # "the man" may be the son of the same sentence, never the woman.
    apart = [v for v in told if v in clear or all(_of_other_sex(v, other) for other in clear)]
    by_word = {_words(v): v.count.at_least for v in apart}
    return max(names, sum(by_word.values()), _longest_list(told))


def _longest_list(voices: Sequence[Voice]) -> int:
    """Return how many people the longest list of single mentions tells of: "a man and a minor" are two."""
    longest = together = 0
    before: Voice | None = None
    for voice in sorted(voices, key=lambda v: _span(v).start):
        words = voice.document.words(voice.claim.quote.field)
        joined = before is not None and in_one_list(words, _span(before), _span(voice))
        together = (together if joined else 0) + voice.count.at_least
        longest = max(longest, together)
        before = voice
    return longest


def _span(voice: Voice) -> Span:
    figure = voice.claim.figure
    return figure.span if figure is not None else voice.claim.quote.span


def same_person(one: Voice, other: Voice) -> bool:
    """Tell whether two single mentions in different sentences of one report can be of one person."""
    if one.document.id != other.document.id or one_breath(one, other):
        return False
    return could_be_one(one, other)


def could_be_one(one: Voice, other: Voice) -> bool:
    """Tell whether nothing in the words of two single mentions speaks against their being of one person."""
    a, b = one.claim.counted, other.claim.counted
    if _basis(one) == _basis(other) == "named":
        return bool(_name(one) & _name(other))
    agree = all(x is None or y is None or x == y for x, y in ((a.sex, b.sex), (a.age_group, b.age_group)))
    return agree and one.claim.scope != "increment" and other.claim.scope != "increment"


def same_name(one: Voice, other: Voice) -> bool:
    """Tell whether both are named and one's name holds the other's: "Quiroz" is "Elmer Quiroz"."""
    if _basis(one) != "named" or _basis(other) != "named":
        return False
    return _name(one) <= _name(other) or _name(other) <= _name(one)


def _of_other_sex(one: Voice, other: Voice) -> bool:
    a, b = one.claim.counted.sex, other.claim.counted.sex
    return a is not None and b is not None and a != b


def died_since(voices: Sequence[Voice]) -> tuple[Voice, ...]:
    """Return the single mentions of wounded whom another sentence of the same report tells dead, or another report.

    Another report counts where each of the two tells of one person alone: the one of nobody dead, the other of nobody
    wounded but the dead. It is a later one, unless the words tell no more than that somebody was hit.
    """
    dead = [v for v in voices if v.claim.tally in _DEAD and is_single(v) and v.count.at_least == 1]
    hurt = [v for v in voices if v.claim.tally == "wounded" and is_single(v) and v.count.at_least == 1]
    here = [one for one in hurt if any(same_person(one, other) or _same_words(one, other) for other in dead)]
    others = [voice for voice in voices if voice not in here]
    lone_hurt, lone_dead = _of_one_person(others, _HURT, _DEAD), _of_one_person(others, _DEAD, _HURT)
    later = [
        one
        for one in hurt
        if one not in here
        and one.document.id in lone_hurt
        and any(_dies_elsewhere(one, other) for other in dead if other.document.id in lone_dead)
    ]
    return tuple(one for one in hurt if one in here or one in later)


def _same_words(one: Voice, other: Voice) -> bool:
    """Tell whether the same words are counted twice: "the mother who was shot has died"."""
    a, b = one.claim, other.claim
    return (a.document, a.quote.field) == (b.document, b.quote.field) and _span(one) == _span(other)


def _of_one_person(voices: Sequence[Voice], fate: frozenset[str], other: frozenset[str]) -> frozenset[str]:
    """Return the reports that tell of one person in the tallies of ``fate``, singly, and of nobody in the ``other``."""
    told: dict[str, list[Voice]] = {}
    for voice in voices:
        if voice.claim.tally in fate:
            told.setdefault(voice.document.id, []).append(voice)
    beyond = {voice.document.id for voice in voices if voice.claim.tally in other}
    return frozenset(
        document
        for document, mine in told.items()
        if document not in beyond and all(map(is_single, mine)) and different_people(mine) == 1
    )


def _dies_elsewhere(hurt: Voice, dead: Voice) -> bool:
    later = hurt.day <= dead.day or says_hit(hurt.claim)
    return hurt.document.id != dead.document.id and later and could_be_one(hurt, dead)


def beside(voices: Sequence[Voice], others: Sequence[Voice]) -> list[Voice]:
    """Return those of ``voices`` that are told in one sentence with one of ``others``: they are not among them."""
    return [voice for voice in voices if any(one_breath(voice, other) for other in others)]


def _names(voices: Sequence[Voice]) -> int:
    """Return the number of different names: "Quiroz" is "Elmer Quiroz"; of a list, as many as it counts."""
    names: list[frozenset[str]] = []
    listed = max((v.count.at_least for v in voices if _basis(v) == "listed"), default=0)
    for voice in sorted((v for v in voices if _basis(v) == "named"), key=lambda v: (-len(_words(v)), v.claim.id)):
        words = _name(voice)
        if not any(words <= known for known in names):
            names.append(words)
    return max(len(names), listed)


def _name(voice: Voice) -> frozenset[str]:
    """Return the words of a name, without marks and without what stands in apposition ("Ana Ruiz, a nurse in Lima")."""
    return frozenset(_NAME_WORD.findall(_POSSESSIVE.sub("", _words(voice).split(",")[0])))


def _basis(voice: Voice) -> str | None:
    return voice.claim.figure.basis if voice.claim.figure else None


def _words(voice: Voice) -> str:
    """Return what tells one from another: the name, or the unit with sex and age."""
    claim, figure = voice.claim, voice.claim.figure
    if figure is not None and figure.basis in {"named", "listed"}:
        start = figure.span.start - claim.quote.span.start
        return fold(claim.quote.text[start : start + len(figure.span)])
    counted = claim.counted
    return " ".join(fold(word or "-") for word in (claim.unit, counted.sex, counted.age_group, counted.occupation))


def _breaths(voices: Sequence[Voice]) -> list[list[Voice]]:
    """Return the voices by sentence."""
    found: list[list[Voice]] = []
    for voice in voices:
        home = next((breath for breath in found if one_breath(breath[0], voice)), None)
        if home is None:
            found.append([voice])
        else:
            home.append(voice)
    return found


def one_breath(a: Voice, b: Voice) -> bool:
    """Tell whether no sentence ends between two figures of one field of one report."""
    one, other = a.claim, b.claim
    if one.figure is None or other.figure is None or one.quote.field != other.quote.field:
        return False
    first, second = sorted((one.figure.span, other.figure.span))
    return not _SENTENCE_END.search(a.document.words(one.quote.field), first.end, second.start)
