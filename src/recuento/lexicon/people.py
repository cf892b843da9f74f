"""Words that name people, and what they tell about them."""

from __future__ import annotations

from functools import cache
from typing import Literal

from msgspec.structs import replace

from recuento.lexicon.fold import fold
from recuento.lexicon.inflect import noun_forms
from recuento.lexicon.toml import Table, read_toml
from recuento.model.claim import AgeGroup, Side, SpeakerKind
from recuento.model.document import Language

__all__ = [
    "Lean",
    "PersonNoun",
    "SideWord",
    "jurors",
    "left_there",
    "lone_doers",
    "people",
    "side_words",
    "things",
    "times",
    "weapons",
]

Lean = Literal["people", "unit", "thing"]


class PersonNoun(Table, frozen=True, kw_only=True):
    """Nouns that name people.

    Attributes:
        lemmas: dictionary forms, one word each ("policeman", "policía").
        side: whose side they are on by the word alone; "unknown" for "person".
        sex, age_group: told by the word ("mujer", "child").
        occupation: the word is an occupation that a monitor keeps ("journalist", "police officer").
        force: the word names a member of a force or an armed group ("soldier", "sicario").
        unit: the word names a body of people counted as one unit ("battalion", "convoy", "family").
        victim: the word itself says that they suffered it ("hostage", "víctima", "corpse").
        size: how many the word means by itself in the singular ("couple": 2), None for one.
        speaker: what kind of speaker the word names ("official" for "governor"), None if no usual speaker.
    """

    lemmas: tuple[str, ...]
    side: Side = "unknown"
    sex: Literal["female", "male"] | None = None
    age_group: AgeGroup | None = None
    occupation: bool = False
    force: bool = False
    unit: bool = False
    victim: bool = False
    size: int | None = None
    speaker: SpeakerKind | None = None


class SideWord(Table, frozen=True, kw_only=True):
    """Words beside a noun that tell its side ("cartel members", "presuntos zetas", "agentes de la AMIC").

    ``words`` are folded words or runs of words.
    """

    side: Side
    words: tuple[str, ...]
    force: bool = False


class _File(Table, frozen=True, kw_only=True):
    noun: tuple[PersonNoun, ...]
    side: tuple[SideWord, ...] = ()
    things: tuple[str, ...] = ()
    weapons: tuple[str, ...] = ()
    left_there: tuple[str, ...] = ()
    times: tuple[str, ...] = ()
    lone_doers: tuple[str, ...] = ()
    jurors: tuple[str, ...] = ()


@cache
def people(language: Language) -> dict[str, PersonNoun]:
    """Return every folded surface form of a noun for people in ``people.toml``."""
    found: dict[str, PersonNoun] = {}
    for noun in read_toml(language, "people.toml", _File).noun:
        for lemma in noun.lemmas:
            for form in noun_forms(lemma, language=language):
                found.setdefault(fold(form), noun)
    return {**_former(found), **found} if language == "es" else found


def _former(nouns: dict[str, PersonNoun]) -> dict[str, PersonNoun]:
    """Return the nouns for what people were before: an "exagente" is of no force and on no side."""
    return {f"ex{form}": replace(noun, side="unknown", force=False) for form, noun in nouns.items() if not noun.victim}


@cache
def side_words(language: Language) -> tuple[tuple[str, SideWord], ...]:
    """Return (folded words, side) pairs, longest first."""
    table = read_toml(language, "people.toml", _File).side
    pairs = [(fold(words), entry) for entry in table for words in entry.words]
    return tuple(sorted(pairs, key=lambda pair: (-len(pair[0]), pair[0])))


@cache
def things(language: Language) -> frozenset[str]:
    """Return folded forms of common nouns that never name people (weapons, vehicles, places, documents, time)."""
    return _forms(read_toml(language, "people.toml", _File).things, language)


@cache
def weapons(language: Language) -> frozenset[str]:
    """Return folded forms of nouns for what harms by itself ("bomb", "granada"): an instrument, never who did it."""
    return _forms(read_toml(language, "people.toml", _File).weapons, language)


@cache
def left_there(language: Language) -> frozenset[str]:
    """Return folded forms of nouns for what is found and stays where it is: houses, graves, clues ("indicios")."""
    return _forms(read_toml(language, "people.toml", _File).left_there, language)


@cache
def times(language: Language) -> frozenset[str]:
    """Return folded forms of nouns for a time that parsers take for who did it ("la víspera")."""
    return _forms(read_toml(language, "people.toml", _File).times, language)


@cache
def lone_doers(language: Language) -> frozenset[str]:
    """Return folded forms of nouns that say of one man what he did ("gunman", "atacante"), whatever became of him."""
    return _forms(read_toml(language, "people.toml", _File).lone_doers, language)


@cache
def jurors(language: Language) -> frozenset[str]:
    """Return folded forms of nouns for a jury, which finds people guilty and sentences nobody."""
    return _forms(read_toml(language, "people.toml", _File).jurors, language)


def _forms(lemmas: tuple[str, ...], language: Language) -> frozenset[str]:
    return frozenset(fold(form) for lemma in lemmas for form in noun_forms(lemma, language=language))
