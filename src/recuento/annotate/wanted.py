"""Which sentences are worth a parse: those in which the words of some rule stand as the rule asks."""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import cache
from itertools import chain
from typing import TypeVar

from recuento.lexicon.fold import fold
from recuento.lexicon.people import people
from recuento.lexicon.syntax import syntax
from recuento.lexicon.triggers import Asks, Begun, Trigger, Word, trigger_index
from recuento.model.document import Language

__all__ = ["speaks_of_events"]


_T = TypeVar("_T")
_WORD = re.compile(r"[^\W_]+(?:['’-][^\W_]+)*")
_JOINT = re.compile(r"['’-]")
# A tokenizer may keep as one word what is counted here as its parts.
_LOOSER = 2
_REMEMBERED = 65536  # words
_COLON = ":"
_OF_SOME = frozenset({"force", "captive"})


def speaks_of_events(
    words: str, language: Language, topics: frozenset[str] = frozenset(), *, accented: bool = False
) -> bool:
    """Tell whether ``words`` hold the words of some rule: all of them, in its order and within its gaps.

    Words that a rule asks for nearby or in its agent must stand in the sentence, too, and what it asks the report to be
    about must be among ``topics``. ``accented``: the report prints its accents, so that a rule begins only with a word
    that carries its own ("de" is no "dé", "último" no "ultimo"); capitals may go without. No rule that the reader would
    apply is ruled out here: whether one applies is for `extract.triggers` to say, which sees tags and tokens.
    """
    known = list(map(_known(language, accented).__getitem__, _WORD.findall(words)))
    if not any(begins for _, _, begins in known):
        return False
    present = set(chain.from_iterable([flat for _, flat, _ in known]))
    if _COLON in words:
        present.add(_COLON)
    going_on = present & trigger_index(language).later
    forms: list[tuple[str, ...]] | None = None  # few sentences need them
    place = 0
    for of_word, _, begins in known:
        for inner, rules in begins:
            for rule in rules.among(going_on):
                about = rule.trigger.about
                if (
                    (about and about not in topics)
                    or not _has_whom_it_counts(rule.trigger, present, topics)
                    or not _has_what_it_asks(rule.trigger, present, topics)
                ):
                    continue
                if not rule.words:
                    return True
                forms = forms or [at for each, _, _ in known for at in each]
                if _in_order(rule, forms, place + inner):
                    return True
        place += len(of_word)
    return False


_Word = tuple[tuple[tuple[str, ...], ...], tuple[str, ...], tuple[tuple[int, Begun], ...]]


class _Known(dict[str, _Word]):
    """What a word's parts can be looked up as, the same in one row, and the rules that begin with which part.

    Each is worked out once.
    """

    def __init__(self, language: Language, accented: bool) -> None:
        super().__init__()
        self._rules = trigger_index(language)
        self._accented = accented

    def __missing__(self, word: str) -> _Word:
        if len(self) >= _REMEMBERED:
            self.clear()
        forms = _forms_of(word)
        if self._accented:
            parts = _of_parts(word, lambda part: (self._rules.begun(part, plain=False),))
            begins = ((inner, rules) for inner, at in enumerate(parts) for rules in at if rules.words)
        else:
            found = ((inner, self._rules.loosely(form)) for inner, at in enumerate(forms) for form in at)
            begins = ((inner, rules) for inner, rules in found if rules)
        self[word] = known = forms, tuple(chain.from_iterable(forms)), tuple(begins)
        return known


@cache
def _known(language: Language, accented: bool) -> _Known:
    return _Known(language, accented)


def _forms_in(words: str) -> list[tuple[str, ...]]:
    """Return what each word can be looked up as, in text order; a compound counts whole and in its parts."""
    return [at for word in _WORD.findall(words) for at in _forms_of(word)]


def _forms_of(word: str) -> tuple[tuple[str, ...], ...]:
    return _of_parts(word, _forms)


def _of_parts(word: str, each: Callable[[str], tuple[_T, ...]]) -> tuple[tuple[_T, ...], ...]:
    """Return what ``each`` gives for a compound's parts in text order; that of the whole stands with the first."""
    if word.isalnum():
        return (each(word),)
    parts = _JOINT.split(word)
    first = each(word) if len(parts) == 1 else (*each(word), *each(parts[0]))
    return (first, *map(each, parts[1:]))


def _forms(word: str) -> tuple[str, ...]:
    exact, folded = word.casefold().replace("’", "'"), fold(word)
    plain = (exact,) if exact == folded else (exact, folded)
    # Archives without ñ write "nn": "dannaron" may be "dañaron".
    return (folded.replace("nn", "n"), *plain) if "nn" in folded else plain


def _in_order(word: Word, forms: list[tuple[str, ...]], place: int) -> bool:
    """Tell whether the rule's other words follow, each within the gap from the one before."""
    at = place
    for wanted in word.words:
        if _COLON in wanted:
            continue  # no word: "indicios: tres fusiles"
        following = range(at + 1, min(at + 2 + word.gap + _LOOSER, len(forms)))
        step = next((i for i in following if not wanted.isdisjoint(forms[i])), None)
        if step is None:
            return False
        at = step
    return True


def _has_whom_it_counts(rule: Trigger, present: set[str], topics: frozenset[str]) -> bool:
    """Tell whether some word can name those of a force, or captives, where the rule counts no others."""
    if rule.patient not in _OF_SOME:
        return True
    language: Language = "es" if rule.id.startswith("es.") else "en"
    if rule.patient == "force":
        return not _of_forces(language).isdisjoint(present)
    return "captivity" in topics or not _captives(language).isdisjoint(present)


@cache
def _of_forces(language: Language) -> frozenset[str]:
    of_them = (word for word, noun in people(language).items() if noun.force and noun.side != "armed_group")
    return syntax(language).force_nouns.union(of_them)


@cache
def _captives(language: Language) -> frozenset[str]:
    held = (word for word, noun in people(language).items() if noun.victim and noun.side == "civilian")
    return syntax(language).taken.union(held, syntax(language).taken_by)


def _has_what_it_asks(rule: Trigger, present: set[str], topics: frozenset[str]) -> bool:
    if rule.asks and not _asked(rule.id.split(".")[0], rule.asks, present):
        return False
    if not rule.near and not rule.agent and not rule.beside:
        return True
    missed = [several for lone, several in _sought(rule, rule.or_about in topics) if lone.isdisjoint(present)]
    return not missed or all(_one_of(several, present) for several in missed)


def _asked(language: str, asks: Asks, present: set[str]) -> bool:
    """Tell whether the words can give what a rule asks besides: a verb that is tried, hands that it is taken from."""
    table = syntax("es" if language == "es" else "en")
    if asks == "tried":
        return language == "es" or "to" in present or not table.aim_case.isdisjoint(present)
    if asks == "to_place":
        return not table.into.isdisjoint(present)
    held = table.prisoners.isdisjoint(present)
    return not held or not (table.away_from.isdisjoint(present) or _holders(language).isdisjoint(present))


@cache
def _holders(language: str) -> frozenset[str]:
    """Return the words for those in whose hands the state has somebody."""
    known: Language = "es" if language == "es" else "en"
    return syntax(known).custody | {word for word, noun in people(known).items() if noun.side == "state"}


_Parts = tuple[frozenset[str], dict[str, list[frozenset[str]]]]


@cache
def _sought(rule: Trigger, told_of: bool) -> tuple[_Parts, ...]:
    """Return what must stand near the rule's words, and what in its agent, of each of which one is enough.

    ``told_of``: the report has the topic that stands for the words near.
    """
    asked = () if told_of or rule.heard else rule.near, rule.beside, _with_plurals(rule.agent)
    return tuple(_parts_of(said) for said in asked if said)


def _one_of(several: dict[str, list[frozenset[str]]], present: set[str]) -> bool:
    return not several.keys().isdisjoint(present) and any(
        words <= present for first in several.keys() & present for words in several[first]
    )


def _parts_of(said: tuple[str, ...]) -> _Parts:
    """Return the words that stand by themselves, and by the first of their words the sets of those that do not."""
    lone: set[str] = set()
    several: dict[str, list[frozenset[str]]] = {}
    for words in said:
        forms = [form for at in _forms_in(words) for form in at[-1:]]
        if len(set(forms)) == 1:
            lone.update(forms)
        elif forms:
            several.setdefault(forms[0], []).append(frozenset(forms))
    return frozenset(lone), several


def _with_plurals(said: tuple[str, ...]) -> tuple[str, ...]:
    return (*said, *(words + "s" for words in said))
