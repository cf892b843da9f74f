"""The words by which a language says where, from ``places.toml`` of its folder and of ``lexicon/shared``."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from typing import Literal

from recuento.annotate.place_fold import fold
from recuento.lexicon.people import side_words
from recuento.lexicon.toml import Table, read_toml
from recuento.model.document import Language

__all__ = ["PlaceWords", "SiteKind", "place_words"]

SiteKind = Literal["quarter", "road", "building", "nature", "area"]


class _LanguageFile(Table, frozen=True):
    locative: list[str]
    directional: list[str]
    between: list[str]
    joined: list[str]
    nouns: list[str]
    of: list[str]
    settled: list[str]
    town_nouns: list[str]
    state_nouns: list[str]
    municipality_nouns: list[str]
    quarters: list[str]
    roads: list[str]
    buildings: list[str]
    nature: list[str]
    areas: list[str]
    after_name: list[str]
    quarters_after: list[str]
    generic: list[str]
    adjectives: list[str]
    seats: list[str]
    seat_before: list[str]
    tail: list[str]
    head: list[str]
    titles: list[str]
    institutions: list[str]
    organisations: list[str]
    speech: list[str]
    never: list[str]
    grammar: list[str]
    given_names: list[str]
    aliases: dict[str, str]
    edges: tuple[str, ...] = ()
    care: tuple[str, ...] = ()
    care_before: tuple[str, ...] = ()
    care_to: tuple[str, ...] = ()
    rulers: tuple[str, ...] = ()
    told_at: tuple[str, ...] = ()
    deeds: tuple[str, ...] = ()
    leads: tuple[str, ...] = ()
    road_ends: tuple[str, ...] = ()
    distances: tuple[str, ...] = ()
    plates: tuple[str, ...] = ()
    several: tuple[str, ...] = ()
    roadside: tuple[str, ...] = ()
    road_nouns: tuple[str, ...] = ()
    other_end: tuple[str, ...] = ()
    aims: tuple[str, ...] = ()
    hamlets: tuple[str, ...] = ()
    origins: tuple[str, ...] = ()
    describing: tuple[str, ...] = ()
    prisons: tuple[str, ...] = ()
    sent_to: tuple[str, ...] = ()
    care_at: tuple[str, ...] = ()
    cared_for: tuple[str, ...] = ()
    villages: tuple[str, ...] = ()
    belonging: tuple[str, ...] = ()
    blocks: tuple[str, ...] = ()
    seas: tuple[str, ...] = ()
    shores: tuple[str, ...] = ()
    article: tuple[str, ...] = ()
    articled: tuple[str, ...] = ()
    compass: tuple[str, ...] = ()
    streets: tuple[str, ...] = ()
    neighborhoods: tuple[str, ...] = ()
    homes: tuple[str, ...] = ()
    this: tuple[str, ...] = ()
    settlements: tuple[str, ...] = ()


class _SharedFile(Table, frozen=True):
    inner: dict[str, list[str]]
    press: dict[str, list[str]]
    agencies: dict[str, list[str]]
    abbreviations: dict[str, list[str]]
    aliases: dict[str, str]
    demonyms: dict[str, list[str]]


@dataclass(frozen=True, slots=True, kw_only=True)
class PlaceWords:
    """Folded words, by what they do; the TOML files say what each list is for.

    Attributes:
        abbreviations: folded abbreviation to the codes of the states it can mean.
        aliases: name as written to the code of the place it means.
        demonyms: folded adjective to the country's code.
        site_nouns: folded noun, of one to three words, to what it is a noun of.
        after_name: nouns of buildings that follow the name. quarters_after: of parts of a town that do.
        site_heads: the first words of those.
        edges: nouns of a way in or out of a town, which "a" puts at the town: "los accesos a X".
        care: nouns of where the hurt and the dead are taken: "a un hospital de X" is no scene.
        care_before: words between them and ``care_to``, the prepositions that say so: "to a nearby hospital".
        rulers: nouns of those who rule from a capital: "the government in X" sets no scene there.
        told_at: words before the place where somebody spoke: "a news conference in X" sets no scene either.
        deeds: nouns of what was done at the place named before them: "the X massacre".
        leads: verbs by which a road leads to a place that it only bears the name of ("que conduce a X").
        distances: units in which one place is said to lie from another ("a 60 kilómetros de X").
        several: plurals after which one name is that of the state that holds them ("tres municipios de Guerrero").
        plates: what a car bears of the state where it is registered ("con placas de X").
        road_ends: words before the first of the towns that a road joins ("the road that links X and Y").
        roadside: prepositions that put something on such a road. road_nouns: nouns for one.
        other_end: words between the two ends of a road ("que une a X con Y").
        aims: prepositions that only say where somebody is bound, whatever noun follows.
        hamlets: nouns of what lies in a state that the report names, or is not the place of that name.
        origins: words before "of" for where somebody or something comes from.
        describing: ends of adjectives that may stand between a town's noun and its name ("la ciudad andina de X").
        prisons: buildings to which a court sends people, and ``sent_to`` the verbs for it: no scene.
        care_at: prepositions that say so behind a word of ``cared_for``: "died at a hospital in X".
        villages: nouns before the name of a village, behind which "de X" says in which municipality it lies.
        belonging: words that say so after a comma: "perteneciente a X", "jurisdicción de X".
        seas: seas by one name; shores: land that lies at one ("the Pacific lowlands").
        blocks: nouns of a piece of a street before "of" and its name. streets: plurals behind two names of streets.
        articled: names of regions that have an article wherever they stand ("el Cauca", "el Zulia").
        article: what may stand before the street's name ("the block of the Alameda").
        compass: the points between them ("the 1500 block of South Trumbull").
        neighborhoods: nouns of a quarter behind its name. homes: nouns of what is somebody's ("Weaver's apartment").
        this: what points at the town of the dateline ("en este puerto"), before one of ``settlements``; with accents.
        inner: small words and marks that stand within names.
        seats: nouns of where an office sits; ``seat_before`` puts something there ("frente a la alcaldía de X").
        harmless: words that may stand capitalised before a name without being part of it.
        press: countries where a namesake is likelier in a text of this language.
        agencies: what stands before the slash of a picture's credit.
        sides: names and nouns of armed groups, forces and offices, of one word or more.
    """

    language: Language
    locative: frozenset[str]
    directional: frozenset[str]
    between: frozenset[str]
    joined: frozenset[str]
    nouns: frozenset[str]
    of: frozenset[str]
    settled: frozenset[str]
    town_nouns: frozenset[str]
    state_nouns: frozenset[str]
    municipality_nouns: frozenset[str]
    site_nouns: dict[str, SiteKind]
    after_name: frozenset[str]
    quarters_after: frozenset[str]
    site_heads: frozenset[str]
    generic: frozenset[str]
    adjectives: frozenset[str]
    edges: frozenset[str]
    care: frozenset[str]
    care_before: frozenset[str]
    care_to: frozenset[str]
    rulers: frozenset[str]
    told_at: frozenset[str]
    deeds: frozenset[str]
    leads: frozenset[str]
    road_ends: frozenset[str]
    distances: frozenset[str]
    plates: frozenset[str]
    several: frozenset[str]
    roadside: frozenset[str]
    road_nouns: frozenset[str]
    other_end: frozenset[str]
    aims: frozenset[str]
    hamlets: frozenset[str]
    origins: frozenset[str]
    describing: tuple[str, ...]
    prisons: frozenset[str]
    sent_to: frozenset[str]
    care_at: frozenset[str]
    cared_for: frozenset[str]
    villages: frozenset[str]
    blocks: frozenset[str]
    seas: frozenset[str]
    shores: frozenset[str]
    article: frozenset[str]
    articled: frozenset[str]
    compass: frozenset[str]
    streets: frozenset[str]
    neighborhoods: frozenset[str]
    homes: frozenset[str]
    this: frozenset[str]
    settlements: frozenset[str]
    belonging: frozenset[str]
    seats: frozenset[str]
    seat_before: frozenset[str]
    inner: frozenset[str]
    press: frozenset[str]
    agencies: frozenset[str]
    sides: frozenset[str]
    harmless: frozenset[str]
    tail: frozenset[str]
    head: frozenset[str]
    titles: frozenset[str]
    institutions: frozenset[str]
    organisations: frozenset[str]
    speech: frozenset[str]
    never: frozenset[str]
    grammar: frozenset[str]
    given_names: frozenset[str]
    abbreviations: dict[str, tuple[str, ...]]
    aliases: dict[str, str]
    demonyms: dict[str, str]


@cache
def place_words(language: Language) -> PlaceWords:
    """Return the words of ``language``, read once a process.

    Raises:
        LexiconError: a file is missing or malformed.
    """
    own = read_toml(language, "places.toml", _LanguageFile)
    shared = read_toml("shared", "places.toml", _SharedFile)
    abbreviations: dict[str, tuple[str, ...]] = {}
    for code, forms in shared.abbreviations.items():
        for form in forms:
            abbreviations[fold(form)] = (*abbreviations.get(fold(form), ()), code)
    return PlaceWords(
        language=language,
        locative=_folded(own.locative),
        directional=_folded(own.directional),
        between=_folded(own.between),
        joined=_folded(own.joined),
        nouns=_folded(own.nouns),
        of=_folded(own.of),
        settled=_folded(own.settled),
        town_nouns=_folded(own.town_nouns),
        state_nouns=_folded(own.state_nouns),
        municipality_nouns=_folded(own.municipality_nouns),
        site_nouns=_site_nouns(own),
        after_name=_folded(own.after_name),
        site_heads=frozenset(noun.split()[0] for noun in _site_nouns(own)),
        generic=_folded(own.generic),
        adjectives=_folded(own.adjectives),
        seats=_folded(own.seats),
        seat_before=_folded(own.seat_before),
        inner=frozenset(shared.inner["words"]),
        press=frozenset(shared.press[language]),
        agencies=_folded(shared.agencies["words"]),
        sides=frozenset(fold(words) for words, _ in side_words(language)),
        quarters_after=_folded(own.quarters_after),
        harmless=_folded([*own.head, *own.grammar, *own.locative, *own.directional, *own.nouns]),
        tail=_folded(own.tail),
        head=_folded(own.head),
        edges=_folded(own.edges),
        care=_folded(own.care),
        care_before=_folded(own.care_before),
        care_to=_folded(own.care_to),
        rulers=_folded(own.rulers),
        told_at=_folded(own.told_at),
        deeds=_folded(own.deeds),
        leads=_folded(own.leads),
        road_ends=_folded(own.road_ends),
        distances=_folded(own.distances),
        plates=_folded(own.plates),
        several=_folded(own.several),
        roadside=_folded(own.roadside),
        road_nouns=_folded(own.road_nouns),
        other_end=_folded(own.other_end),
        aims=_folded(own.aims),
        hamlets=_folded(own.hamlets),
        origins=_folded(own.origins),
        describing=own.describing,
        prisons=_folded(own.prisons),
        sent_to=_folded(own.sent_to),
        care_at=_folded(own.care_at),
        cared_for=_folded(own.cared_for),
        villages=_folded(own.villages),
        belonging=_folded(own.belonging),
        blocks=_folded(own.blocks),
        seas=_folded(own.seas),
        shores=_folded(own.shores),
        article=_folded(own.article),
        articled=_folded(own.articled),
        compass=_folded(own.compass),
        streets=_folded(own.streets),
        neighborhoods=_folded(own.neighborhoods),
        homes=_folded(own.homes),
        this=frozenset(own.this),
        settlements=frozenset(own.settlements),
        titles=_folded(own.titles),
        institutions=_folded(own.institutions),
        organisations=_folded(own.organisations),
        speech=_folded(own.speech),
        never=_folded(own.never),
        grammar=_folded(own.grammar),
        given_names=_folded(own.given_names),
        abbreviations=abbreviations,
        aliases={fold(name): code for name, code in {**shared.aliases, **own.aliases}.items()},
        demonyms={fold(word): code for code, words in shared.demonyms.items() for word in words},
    )


def _site_nouns(own: _LanguageFile) -> dict[str, SiteKind]:
    lists: tuple[tuple[SiteKind, list[str]], ...] = (
        ("area", own.areas),
        ("nature", own.nature),
        ("building", own.buildings),
        ("road", own.roads),
        ("quarter", own.quarters),
    )
    return {fold(noun): kind for kind, nouns in lists for noun in nouns}


def _folded(words: Iterable[str]) -> frozenset[str]:
    return frozenset(fold(word) for word in words)
