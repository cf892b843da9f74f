"""Place names in a text, and what they mean in it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace as remade
from typing import Any, Literal

from msgspec import Struct
from msgspec.structs import replace

from recuento.annotate.gazetteer import Candidate, Gazetteer, Kind
from recuento.annotate.place_addresses import outside_addresses, quarter_spots
from recuento.annotate.place_around import state_around, town_around
from recuento.annotate.place_context import Setting, credits_in, people_in, setting_of
from recuento.annotate.place_dateline import closes_dateline, opens_as_speaker, opens_line, opens_report
from recuento.annotate.place_deictic import with_this_town
from recuento.annotate.place_fold import fold
from recuento.annotate.place_heads import entry_heads, signatures
from recuento.annotate.place_homes import is_home_of_somebody
from recuento.annotate.place_measured import only_marks
from recuento.annotate.place_pairs import qualifiers_of
from recuento.annotate.place_parts import (
    around_towns,
    called,
    great_town,
    outside_sites,
    part_of,
    part_of_town,
    without_towns,
)
from recuento.annotate.place_resolve import Clues, Report, choose, report_of
from recuento.annotate.place_sites import buildings_in, find_sites
from recuento.annotate.place_spots import Spot, find_spots, with_abbreviations
from recuento.annotate.place_states import states_rather
from recuento.annotate.place_tokens import words_of
from recuento.annotate.place_unlisted import Unlisted, after_unlisted, find_unlisted
from recuento.annotate.place_within import municipalities_of, near
from recuento.annotate.place_words import place_words
from recuento.model import Name, Place, PlaceMention, Span
from recuento.model.document import Language
from recuento.model.lookup import overlapping

__all__ = ["Reading", "find_places", "read_places"]

_STRONG_TOWN = 100_000
_HOME_TOWN = 5_000
_DATELINE_TOWN = 10_000
_SHARE = 0.1
_IN_TOWN: dict[str, Any] = {"position": "locative", "company": "alone"}


class Reading(Struct, frozen=True, kw_only=True):
    """A place mention and how it was read.

    Attributes:
        kind: "place" as the gazetteer has it or as named ("comunidad de X"); "hint" where the name only says whose
            institution is meant ("Sonora's attorney's office"); "site" for a road or a building.
        phrase: the name with its noun ("municipio de X", "calle 5, entre X y Y").
    """

    mention: PlaceMention
    kind: Literal["place", "hint", "site"]
    phrase: Span


def find_places(
    text: str, *, language: Language, gazetteer: Gazetteer, names: tuple[Name, ...] = ()
) -> tuple[PlaceMention, ...]:
    """Return the place names of ``text`` in order, without overlap.

    Spans cover the bare name ("Culiacán" of "in the city of Culiacán"). A name inside the name of a road, a cartel, a
    newspaper or a university is none; inside the name of an authority it is one that is not locative. Of a name that
    the gazetteer does not have, ``place`` holds the words and, where known, the state.

    Args:
        names: the statistical model's names in the same text; they add places and overrule people.
    """
    found = read_places(text, language=language, gazetteer=gazetteer, names=names)
    return with_this_town(text, [reading.mention for reading in found if reading.kind != "site"], language)


def read_places(
    text: str, *, language: Language, gazetteer: Gazetteer, names: tuple[Name, ...] = ()
) -> tuple[Reading, ...]:
    """Return what `find_places` returns and the sites, each with how it was read, in text order."""
    return _Reader(text, language, gazetteer, names).readings()


def _names_country(spot: Spot) -> bool:
    """Tell whether the name is a country's as well: "México, DF." in a dateline makes no town of México elsewhere."""
    return any(option.kind is Kind.COUNTRY for option in spot.options)


class _Reader:
    """One text on its way from words to readings."""

    def __init__(self, text: str, language: Language, gazetteer: Gazetteer, names: tuple[Name, ...]) -> None:
        self.text = text
        self.gazetteer = gazetteer
        self.lexicon = place_words(language)
        self.names = names
        self.words = words_of(text)
        spots = find_spots(text, self.words, gazetteer, self.lexicon)
        self.people = people_in(self.words, self.lexicon) | self._surnames(spots)
        self.report = report_of(self._outside_people(spots), self.words, self.lexicon)
        whole = around_towns(find_sites(self.words, self.lexicon), self.words, spots)
        self.sites = without_towns(whole, self.words, spots)
        self.towns = frozenset(site.after + 1 for site, was in zip(self.sites, whole, strict=True) if site != was)
        heads = entry_heads(text)
        self.entries = frozenset(spot.first for spot in spots if any(head.covers(spot.span) for head in heads))
        self.towns |= self.entries
        spots = self._outside_credits(spots)
        spots = with_abbreviations(text, self.words, spots, gazetteer, self.lexicon)
        self.quarters = quarter_spots(spots, self.words, self.lexicon)
        spots = outside_addresses(spots, self.words, self.lexicon)
        self.spots = outside_sites(spots, self.sites, self.words, self.lexicon)
        self.told = [spot for spot in self._outside_people(self.spots) if not self._begins_a_name(spot)]
        self.before = {spot.after: spot for spot in self.spots}
        self.after = {spot.first: spot for spot in self.spots}
        self.qualifiers = qualifiers_of(self.words, self.spots, self.after, self.lexicon)
        self.qualified: dict[int, Spot] = {}
        for spot in self.spots:
            if (outer := self.qualifiers.get(spot.first)) is not None:
                self.qualified.setdefault(outer.first, spot)
        self.buildings = buildings_in(self.words, spots, self.sites, self.lexicon)
        self.enclosing = after_unlisted(self.words, self.after, self.lexicon)
        self.parts: dict[int, Place] = {}
        self.within = municipalities_of(self.words, self.spots, self.after, self.lexicon)

    def _surnames(self, spots: Sequence[Spot]) -> frozenset[str]:
        """Return the last words of Spanish names of people that the model finds, folded: of "Duván Cortés" Cortés.

        A name that the gazetteer has as a whole ("Ciudad Juárez") is a town's.
        """
        if self.lexicon.language != "es":
            return frozenset()
        towns = {spot.span for spot in spots}
        people = (n.span.of(self.text).split() for n in self.names if n.kind == "person" and n.span not in towns)
        return frozenset(fold(words[-1]) for words in people if len(words) > 1 and words[-1].isalpha())

    def _outside_people(self, spots: Sequence[Spot]) -> list[Spot]:
        """Leave out what stands within a person's name: of "governor Rubén Rocha Moya" no report speaks of Rocha."""
        people = [name.span for name in self.names if name.kind == "person"]
        others = [s for s in spots if not any(p.covers(s.span) and len(p) > len(s.span) for p in people)]
        return [s for s in others if s.after - s.first > 1 or s.folded not in self.people]

    def _begins_a_name(self, spot: Spot) -> bool:
        """Tell whether a longer name goes on behind the place, no office's: "Brent Circle", not "Memphis Police"."""
        following = self.words[spot.after] if spot.after < len(self.words) else None
        return bool(following and following.capital) and not self._names_institution(spot)

    def _outside_credits(self, spots: list[Spot]) -> list[Spot]:
        """Leave out photographers and writers: "EFE/EPA/Victoria Hidalgo", "By the Border Herald staff"."""
        whole = {range(spot.first, spot.after) for spot in spots}
        signed = {index for run in credits_in(self.words, self.lexicon) if run not in whole for index in run}
        lines = signatures(self.text)
        return [s for s in spots if s.first not in signed and not any(line.covers(s.span) for line in lines)]

    def readings(self) -> tuple[Reading, ...]:
        settings = {
            spot.first: setting_of(self.words, spot, self.before, self.after, self.lexicon) for spot in self.spots
        }
        settings |= {first: replace(settings[first], **_IN_TOWN) for first in self.towns & settings.keys()}
        chosen = self._in_their_municipality(self._choose(settings))
        accepted = {spot.first for spot in self.spots if self._accepts(spot, settings[spot.first], chosen[spot.first])}
        known = {spot.folded for spot in self.spots if spot.first in accepted}
        readings = []
        for spot in self.spots:
            setting = settings[spot.first]
            again = spot.folded in known and setting.company in ("alone", "headed", "institution")
            again = again and not self._is_team(spot, chosen[spot.first], setting) and not self._is_sea_beside(spot)
            if spot.first in accepted or (again and not self._is_person(spot, setting)):
                readings.append(self._reading(spot, setting, chosen[spot.first]))
        readings = self._without_marks(readings)
        readings += self._quarters()
        told = {reading.mention.span.start for reading in readings}
        taken = {i for spot in self.spots if spot.span.start in told for i in range(spot.first, spot.after)}
        # A person holds no place: "en la colonia Cedros, según la declaración de Víctor Ruiz".
        after = {
            first: spot
            for first, spot in self.after.items()
            if spot.span.start in told or not self._is_person(spot, settings[first])
        }
        unlisted = find_unlisted(self.text, self.words, self.sites, taken, after, self.names, self.lexicon)
        readings += [self._unlisted(each, after, chosen, readings) for each in unlisted]
        return tuple(sorted(self._with_phrases(readings), key=lambda reading: reading.mention.span))

    def _without_marks(self, readings: list[Reading]) -> list[Reading]:
        """Take nothing to have happened where a place only says how far another lies, or where a car is registered."""
        placed = {reading.mention.span.start for reading in readings if reading.mention.locative}
        marks = only_marks(self.words, self.spots, placed, self.lexicon)
        told = [each.mention.span.start not in marks for each in readings]
        return [
            each if scene else replace(each, mention=remade(each.mention, locative=False))
            for each, scene in zip(readings, told, strict=True)
        ]

    def _in_their_municipality(self, chosen: dict[int, Candidate]) -> dict[int, Candidate]:
        """Choose villages anew by the municipality that the report gives them; without namesake they are its parts."""
        for first, outer in self.within.items():
            village = near(self.after[first].options, chosen[outer.first])
            if village is not None:
                chosen[first] = village
            elif chosen[outer.first].kind >= Kind.MUNICIPALITY:
                self.parts[first] = chosen[outer.first].place()
        return chosen

    def _choose(self, settings: Mapping[int, Setting]) -> dict[int, Candidate]:
        """Resolve twice: what the first pass settled lends its points to the second."""
        first = self._choose_in(self.report, settings, {})
        points = dict.fromkeys(
            (spot.folded, first[spot.first].latitude, first[spot.first].longitude)
            for spot in self.spots
            if first[spot.first].kind > Kind.ADMIN1
            and (spot.first in self.qualifiers or len(spot.options) == 1 or first[spot.first].population > _STRONG_TOWN)
            and settings[spot.first].company in ("alone", "institution")
        )
        second = self._choose_in(replace(self.report, points=tuple(points)), settings, first)
        # A name that is qualified once means the same wherever it stands alone.
        told = {
            spot.folded: second[spot.first]
            for spot in self.spots
            if spot.first in self.qualifiers and not _names_country(spot)
        }
        settled = {
            spot.first for spot in self.spots if spot.first in self.qualifiers or spot.fixed or self._qualifies(spot)
        }
        chosen = {
            spot.first: second[spot.first] if spot.first in settled else told.get(spot.folded, second[spot.first])
            for spot in self.spots
        }
        if self.lexicon.language != "es":  # "New York" is the city, also where "Brooklyn, New York" stands
            return chosen
        return chosen | states_rather(self.spots, chosen, self.qualifiers, settings)

    def _choose_in(
        self, report: Report, settings: Mapping[int, Setting], earlier: Mapping[int, Candidate]
    ) -> dict[int, Candidate]:
        chosen: dict[int, Candidate] = {}
        inner = {outer.first: first for first, outer in self.qualifiers.items()}
        for spot in self.spots:
            if len(spot.options) == 1:
                chosen[spot.first] = spot.options[0]
                continue
            clues = Clues(
                setting=settings[spot.first],
                qualifier=self.qualifiers.get(spot.first),
                peers=tuple(earlier[peer.first] for peer in self._neighbours(spot) if peer.first in earlier)
                if earlier
                else (),
                inner=chosen.get(inner.get(spot.first, -1)),
            )
            chosen[spot.first] = choose(spot, clues, report, self.lexicon)
        return chosen

    def _neighbours(self, spot: Spot) -> Iterator[Spot]:
        """Yield the places next to ``spot`` in a list: "A, B and C"."""
        for gap in (1, 2):
            for other, between in (
                (self.before.get(spot.first - gap), self.words[max(0, spot.first - gap) : spot.first]),
                (self.after.get(spot.after + gap), self.words[spot.after : spot.after + gap]),
            ):
                if other and all(word.text == "," or word.folded in self.lexicon.joined for word in between):
                    yield other

    def _is_person(self, spot: Spot, setting: Setting) -> bool:
        if setting.company == "person":
            return True
        if self._is_named_person(spot, setting):
            return True
        lone = spot.after - spot.first == 1
        return lone and spot.folded in self.people and setting.position not in ("locative", "noun")

    def _is_named_person(self, spot: Spot, setting: Setting) -> bool:
        """Tell whether the model takes the spot for a person where nothing speaks against it."""
        near = (self.names[at] for at in overlapping(self.names, spot.span))
        people = [name.span for name in near if name.kind == "person"]
        if not people or setting.position != "none" or spot.fixed or spot.first in self.qualifiers:
            return False
        best = spot.options[0]
        # The model errs on foreign towns; only a name that people are known to bear, or a longer one, convinces.
        borne = self.gazetteer.is_personal(spot.folded) or any(len(person) > len(spot.span) for person in people)
        return best.kind > Kind.ADMIN1 and not best.capital and borne

    def _accepts(self, spot: Spot, setting: Setting, place: Candidate) -> bool:
        alien = setting.company == "organisation" or (setting.company == "unknown" and not self._names_building(spot))
        if alien or self._is_person(spot, setting) or self._is_misspelt(spot, place):
            return False
        if (
            self._is_side(spot, setting, place)
            or self._is_sea_beside(spot)
            or self._is_far_hamlet(spot, setting, place)
        ):
            return False
        if spot.fixed or spot.first in self.qualifiers or spot.first in self.within or self._opens(spot, place):
            return not self._is_small_word(spot)
        wide = place.kind < Kind.MUNICIPALITY
        strong = wide or place.population >= _STRONG_TOWN or place.capital
        if setting.company == "headed" and place.kind > Kind.COUNTRY and not place.capital:
            return False
        if setting.company == "institution" and not strong:
            return False
        head = self.words[spot.first]
        lone = spot.after - spot.first == 1
        if self._is_team(spot, place, setting) or (lone and not strong and self._is_acronym(spot)):
            return False
        if not strong and spot.folded in self.buildings and not self._is_home(place):
            return False
        common = lone and self.gazetteer.is_common(spot.folded, self.lexicon.language)
        placed = setting.position in ("locative", "noun")
        if head.loose and lone and not self._convinces_in_capitals(spot, place, placed=placed):
            return False
        if placed:
            return (not common or (strong and not head.loose)) and not (lone and self._is_stray(place, strong=strong))
        if common and (head.loose or head.first or self._follows_compass(spot)):
            return False
        personal = head.folded in self.lexicon.given_names or (lone and self.gazetteer.is_personal(spot.folded))
        if spot.first in self.enclosing and any(option.kind is Kind.MUNICIPALITY for option in spot.options):
            return not (common or personal or head.loose)
        if personal and not wide and not place.capital:
            return False
        return strong or (not common and not head.loose and not head.first and self._is_home(place))

    def _opens(self, spot: Spot, place: Candidate) -> bool:
        """Tell whether the report begins with the place as its dateline: a great town, or one where it speaks of."""
        surname = spot.after - spot.first == 1 and not self._is_only_there(spot)
        least = _STRONG_TOWN if surname and opens_as_speaker(self.text, spot) else _DATELINE_TOWN
        known = place.population >= least or self._is_home(place)
        return opens_report(self.text, spot) and known and (place.preferred or self._is_only_there(spot))

    def _is_only_there(self, spot: Spot) -> bool:
        """Tell whether the word is no name of people and no ordinary word, and bears places of one country alone."""
        countries = {option.country for option in spot.options}
        usual = self.gazetteer.is_personal(spot.folded) or self.gazetteer.is_common(spot.folded, self.lexicon.language)
        return len(countries) == 1 and not usual

    def _is_far_hamlet(self, spot: Spot, setting: Setting, place: Candidate) -> bool:
        """Tell whether a namesake in another state is taken for a hamlet of the state that the report names."""
        if setting.noun not in self.lexicon.hamlets or not self.report.admin1s or spot.first in self.qualifiers:
            return False
        return place.kind > Kind.ADMIN1 and f"{place.country}.{place.admin1}" not in self.report.admin1s

    def _is_misspelt(self, spot: Spot, place: Candidate) -> bool:
        """Tell whether an accent shows that a foreign town's other name is not meant: "Puná" is not Pune."""
        accented = not spot.span.of(self.text).isascii() and spot.folded not in fold(place.name)
        # "Quinindé", in the canton of that name
        said = any(spot.folded in fold(option.name) for option in spot.options)
        return accented and not said and not self.report.countries.get(place.country or "", 0)

    def _names_building(self, spot: Spot) -> bool:
        """Tell whether a building bears the name of its town: "Centro de Rehabilitación de X, STATE"."""
        linked = spot.first > 0 and self.words[spot.first - 1].folded in self.lexicon.of
        within = any(site.kind == "building" and site.name < spot.first < site.after for site in self.sites)
        return linked and within and spot.first in self.qualifiers

    def _is_stray(self, place: Candidate, *, strong: bool) -> bool:
        """Tell whether a small place of another name lies in a country of which the report says nothing else."""
        told = self.report.countries
        small = place.population < _HOME_TOWN if not told else not strong
        return small and not place.preferred and not told.get(place.country or "", 0)

    def _is_side(self, spot: Spot, setting: Setting, place: Candidate) -> bool:
        """Tell whether the name is that of an armed group or an office, and nothing makes it a place: "Hamás"."""
        settled = spot.first in self.qualifiers or setting.narrow or (setting.noun and setting.position == "noun")
        placed = setting.position == "locative" and place.preferred
        return spot.folded in self.lexicon.sides and not settled and not placed

    def _is_sea_beside(self, spot: Spot) -> bool:
        """Tell whether a sea only says which land is meant: "the Pacific lowlands", "the Caribbean port of Limón"."""
        following = self.words[spot.after].folded if spot.after < len(self.words) else ""
        return spot.folded in self.lexicon.seas and following in self.lexicon.shores

    def _is_small_word(self, spot: Spot) -> bool:
        """Tell whether a fixed name may be "us" or "la" in a line of capitals."""
        head = self.words[spot.first]
        left = self.words[spot.first - 1].folded if spot.first else ""
        return head.loose and len(head.text) == 2 and left not in ("the", "los", "en", "in")

    def _convinces_in_capitals(self, spot: Spot, place: Candidate, *, placed: bool) -> bool:
        """Tell whether one word of a line of capitals is a place rather than a surname or an ordinary word."""
        if place.kind < Kind.ADMIN1 and place.preferred:
            return True
        if placed:
            return place.population >= _STRONG_TOWN or self.report.countries.get(place.country or "", 0) > _SHARE
        return place.preferred and not self.gazetteer.is_personal(spot.folded)

    def _is_team(self, spot: Spot, place: Candidate, setting: Setting) -> bool:
        """Tell whether an article makes a Spanish town or state a club or a street: "el Monterrey", "la Jalisco".

        Not behind a noun of place ("la provincia del Azuay"), nor where the name has an article anyway ("el Cauca").
        """
        left = self.words[spot.first - 1].folded if spot.first else ""
        settled = setting.noun in self.lexicon.state_nouns | self.lexicon.municipality_nouns and left == "del"
        if setting.position in ("noun", "locative") and (settled or spot.folded in self.lexicon.articled):
            return False
        return self.lexicon.language == "es" and left in ("el", "al", "del", "la") and place.kind > Kind.COUNTRY

    def _is_acronym(self, spot: Spot) -> bool:
        return (
            spot.span.of(self.text).isupper() and not self.words[spot.first].loose and not opens_line(self.text, spot)
        )

    def _follows_compass(self, spot: Spot) -> bool:
        left = self.words[spot.first - 1] if spot.first else None
        return bool(left and left.capital and left.folded in self.lexicon.head)

    def _is_home(self, place: Candidate) -> bool:
        """Tell whether a small place lies where the report speaks of."""
        return f"{place.country}.{place.admin1}" in self.report.admin1s or (
            self.report.countries.get(place.country or "", 0) > 0.3 and place.population > _HOME_TOWN
        )

    def _reading(self, spot: Spot, setting: Setting, place: Candidate) -> Reading:
        dateline = self._is_dateline(spot)
        hint = setting.company == "institution" and not dateline
        # "llevados a un hospital de Jerez, Zacatecas" sets no scene; "entraron a Jerez, Zacatecas" does.
        care = setting.position == "directional" and setting.noun in self.lexicon.care
        led_to = care or setting.position == "bound"
        qualified = spot.first in self.qualifiers or self._qualifies(spot)
        placed = setting.position in ("locative", "noun") or (qualified and not led_to)
        placed = placed or spot.first in self.enclosing
        town = self.qualified.get(spot.first, spot)
        governed = hint or setting.possessive or self._names_institution(spot)
        governed = governed or is_home_of_somebody(self.words, town.first, self.lexicon)
        quarter = part_of_town(spot, self.told, self.report, self.text) if placed and self._is_bare(spot) else None
        if spot.first in self.parts:
            quarter = part_of(self.parts[spot.first], spot.span.of(self.text))
        mention = PlaceMention(
            span=spot.span, place=quarter or called(place, " ".join(spot.span.of(self.text).split())),
            locative=dateline or (placed and not governed), dateline=dateline,
            filed_from=self._country_of(place) if dateline and place.place().capital else None,
        )  # fmt: skip
        return Reading(mention=mention, kind="hint" if hint else "place", phrase=spot.span)

    def _quarters(self) -> list[Reading]:
        """Return the quarters of the one great town that the report names."""
        town = great_town(self.told, self.report) if self.quarters else None
        if town is None:
            return []
        found = []
        for spot in self.quarters:
            setting = setting_of(self.words, spot, self.before, self.after, self.lexicon)
            placed = setting.position == "locative" and setting.company in ("alone", "headed")
            mention = PlaceMention(span=spot.span, place=part_of(town, spot.span.of(self.text)), locative=placed)
            found.append(Reading(mention=mention, kind="place", phrase=spot.span))
        return found

    def _is_bare(self, spot: Spot) -> bool:
        return spot.first not in self.qualifiers and not self._qualifies(spot)

    def _country_of(self, place: Candidate) -> Place | None:
        country = self.gazetteer.by_code(place.country) if place.country else None
        return country.place() if country else None

    def _names_institution(self, spot: Spot) -> bool:
        """Tell whether "governor" or "state police" follows; "state" alone is what the place is."""
        following = self.words[spot.after : spot.after + 2]
        if following and following[0].folded in self.lexicon.nouns and not following[0].capital:
            following = following[1:]
        return bool(following) and following[0].folded in self.lexicon.institutions

    def _qualifies(self, spot: Spot) -> bool:
        return spot.first in self.qualified

    def _is_dateline(self, spot: Spot) -> bool:
        """Tell whether the place, or the town that it qualifies, opens a line that goes on as a dateline."""
        town = self.qualified.get(spot.first, spot)
        if spot.first in self.entries and len(self.entries) > 1:
            return False  # one of several entries, each with its place
        return opens_line(self.text, town) and closes_dateline(self.text, self.qualifiers.get(town.first, town))

    def _unlisted(
        self,
        found: Unlisted,
        after: Mapping[int, Spot],
        chosen: Mapping[int, Candidate],
        readings: Sequence[Reading],
    ) -> Reading:
        """Return the reading of a place that only the report names, in the state that the report gives it.

        ``after``: the spots that may hold it, by where they begin.
        """
        name = " ".join(found.span.of(self.text).split())
        following = after.get(found.encloser) if found.encloser is not None else None
        town = (
            self._town_of(found, following, chosen, readings) if found.precision == "exact" and not found.site else None
        )
        around = town or self._enclosing(found, following, chosen, readings)
        home = None if around or found.site or self.report.admin1s else great_town(self.told, self.report)
        place = (
            part_of(home, name)
            if home
            else Place(
                # "Centro" and "Las Flores" are in every town: without its own a quarter's name says little.
                name=f"{name}, {town.name}" if town and town.name != name else name,
                admin1=around.admin1 if around else None,
                admin1_code=around.admin1_code if around else None,
                country=around.country if around else None,
                latitude=town.latitude if town else None,
                longitude=town.longitude if town else None,
                precision=found.precision,
            )
        )
        mention = PlaceMention(span=found.span, place=place, locative=found.locative)
        return Reading(mention=mention, kind="site" if found.site else "place", phrase=found.phrase)

    def _enclosing(
        self, found: Unlisted, following: Spot | None, chosen: Mapping[int, Candidate], readings: Sequence[Reading]
    ) -> Candidate | Place | None:
        """Return the place that follows in the same phrase, else what was said before, else the report's one state."""
        if following:
            return chosen[following.first]
        around = state_around(self.text, found.span.start, self._before(found, readings), self._qualified())
        if around:
            return around
        states = {candidate.number: candidate for candidate in chosen.values() if candidate.kind is Kind.ADMIN1}
        return next(iter(states.values())) if len(states) == 1 else None

    def _town_of(
        self, found: Unlisted, following: Spot | None, chosen: Mapping[int, Candidate], readings: Sequence[Reading]
    ) -> Place | None:
        """Return the town of a quarter: the one that follows in the same phrase, else the last said before it."""
        if following and chosen[following.first].kind >= Kind.MUNICIPALITY:
            return chosen[following.first].place()
        town = town_around(self.text, found.span.start, self._before(found, readings), self._qualified())
        if following and town and not chosen[following.first].holds_place(town):
            return None
        return town

    def _before(self, found: Unlisted, readings: Sequence[Reading]) -> list[PlaceMention]:
        return [each.mention for each in readings if each.kind == "place" and each.mention.span.end <= found.span.start]

    def _qualified(self) -> frozenset[int]:
        """Return where the places start that the report says with their state or country."""
        return frozenset(self.words[first].start for first in self.qualifiers)

    def _with_phrases(self, readings: list[Reading]) -> list[Reading]:
        """Widen each reading to the noun that names its kind."""
        spans = [site.span(self.words) for site in self.sites if site.kind != "road"]
        widened = []
        for reading in readings:
            cover = next((span for span in spans if span.covers(reading.phrase)), None)
            widened.append(replace(reading, phrase=cover) if cover else reading)
        return widened
