"""The words for numbers, what modifies them, and what tells a number of people from a price or an age."""

from __future__ import annotations

from functools import cache

import msgspec

from recuento.lexicon.toml import Table, read_toml
from recuento.model.document import Language

__all__ = ["Modifiers", "NumeralWords", "Ranges", "numeral_words"]


class Modifiers(Table, frozen=True, kw_only=True):
    """Phrases before or after a number, without accents, in lower case.

    Attributes:
        at_least: the number is a floor.
        more_than: the floor lies one above the number.
        up_to: the number is a ceiling.
        fewer_than: the ceiling lies one below the number.
        about: either side of the number.
        nearly: at the number or a little below.
        or_more, or_so, or_fewer: the same, said after the number.
        own_particle: verbs whose own particle a modifier may be: "handed over 12 men" is no more than 12.
        goes_up: verbs that "up to" follows without a ceiling: "the tally went up to 48" is 48.
    """

    at_least: tuple[str, ...]
    more_than: tuple[str, ...]
    up_to: tuple[str, ...]
    fewer_than: tuple[str, ...]
    about: tuple[str, ...]
    nearly: tuple[str, ...]
    or_more: tuple[str, ...]
    or_so: tuple[str, ...]
    or_fewer: tuple[str, ...]
    own_particle: tuple[str, ...] = ()
    goes_up: tuple[str, ...] = ()


class Ranges(Table, frozen=True, kw_only=True):
    """How two numbers make one range, as patterns.

    Attributes:
        heads: words before the first number, each with those that then stand between the two ("between": "and").
        links: between the two without a head ("10 to 15").
        choices: between two neighbouring numbers ("12 or 13").
        changes: words shortly before that make "from 12 to 15" a change, no range.
    """

    heads: dict[str, tuple[str, ...]]
    links: tuple[str, ...]
    choices: tuple[str, ...]
    changes: tuple[str, ...]


class NumeralWords(Table, frozen=True, kw_only=True):
    """One language's numbers. Words are in lower case without accents; patterns match such text.

    Attributes:
        cardinals: whole numbers below 1,000 by word; "hundred" is in ``hundreds``.
        hundreds: words that multiply what precedes by 100.
        magnitudes: words that multiply by a thousand or more.
        alone: magnitudes that stand without a number before them ("mil").
        collectives: nouns that name a number ("docena"); they take a number, an article or "half" before them.
        rough: collectives that are only about their number ("veintena").
        articles: words that mean one before a magnitude or a collective only.
        inner: words that mean one inside a compound only ("treinta y una").
        halves: words for one half before a collective or magnitude.
        conjunctions: words that join the parts of one number.
        joins: words between two numbers that share what follows ("14 y 17 años").
        pairs: phrases for two, three ("both", "a couple of").
        vague: plural nouns that give a floor and no ceiling ("dozens": 24).
        vague_multiples: what "several hundred", "dozens of thousands" multiply by.
        several: words for a small number that is not said ("varios").
        several_floor: the floor of those.
        no_count: phrases with a number that count nothing ("one of the").
        fractions: words for a share, with what it is of one ("la mitad": "1/2").
        whole_marks: words between a share and its whole ("de los").
        all_but: words before those whom a whole is short of ("todos menos").
        ordinals: by word.
        parsed_as: for numbers that the parser takes for verbs or names, others that it knows, both with their accents.
        months, plural_noun_stops: words that betray a date; words in -s that are no plural nouns.
        counted_on: words right behind a number that show it to be a count even behind a weekday ("Friday, 14 of them").
        model_names: letters and names of weapons and vehicles that take a number.
        penalties: nouns before "de N", with years left out (Spanish).
        term_nouns, term_purposes: before and after "N años", tell a term from an age (Spanish).
        age_openings: before "N años", let an age follow (Spanish).
        areas: nouns of areas: the number behind them may count who follows: "a la zona 450 soldados" (Spanish).
        sites: nouns of other places of which the same is true: "hallaron en la casa 14 fusiles" (Spanish).
        pointing: words before those after which no number is theirs: "en esta región 27 asesinatos" (Spanish).
        age_marks: between a name and an age: "Rosa Medina, also 22,".
        aged_after: what begins a phrase on one person, after whose noun a bare number between commas is an age: "a
            teacher, 41,".
        aged_person: nouns in the singular that need no such beginning: "Jalisco boy, 8, dies".
        aged_people: nouns in the plural after which bare numbers between commas are ages: "two men, 17 and 19,".
        before, after: by sense, patterns right before and right after a number; the first sense that matches wins.
    """

    cardinals: dict[str, int]
    hundreds: tuple[str, ...] = ()
    magnitudes: dict[str, int]
    alone: tuple[str, ...] = ()
    collectives: dict[str, int]
    rough: tuple[str, ...] = ()
    articles: tuple[str, ...]
    inner: tuple[str, ...] = ()
    halves: tuple[str, ...]
    conjunctions: tuple[str, ...]
    joins: tuple[str, ...]
    pairs: dict[str, int]
    vague: dict[str, int]
    vague_multiples: dict[str, int]
    several: tuple[str, ...]
    several_floor: int
    no_count: tuple[str, ...]
    fractions: dict[str, str] = msgspec.field(default_factory=dict)
    whole_marks: tuple[str, ...] = ()
    all_but: tuple[str, ...] = ()
    ordinals: dict[str, int]
    parsed_as: dict[str, str] = msgspec.field(default_factory=dict)
    months: tuple[str, ...]
    plural_noun_stops: tuple[str, ...]
    model_names: tuple[str, ...]
    counted_on: tuple[str, ...] = ()
    penalties: tuple[str, ...] = ()
    term_nouns: tuple[str, ...] = ()
    term_purposes: tuple[str, ...] = ()
    age_openings: tuple[str, ...] = ()
    areas: tuple[str, ...] = ()
    sites: tuple[str, ...] = ()
    pointing: tuple[str, ...] = ()
    age_marks: tuple[str, ...]
    aged_after: tuple[str, ...]
    aged_person: tuple[str, ...]
    aged_people: tuple[str, ...]
    modifiers: Modifiers
    ranges: Ranges
    before: dict[str, tuple[str, ...]]
    after: dict[str, tuple[str, ...]]


@cache
def numeral_words(language: Language) -> NumeralWords:
    """Return the numbers of ``language``.

    Raises:
        LexiconError: the file is missing or malformed.
    """
    return read_toml(language, "numerals.toml", NumeralWords)
