"""Place names in a text, and what they mean in it."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from recuento.annotate.gazetteer import Candidate, Gazetteer, Kind
from recuento.annotate.place_context import Setting, people_in, setting_of
from recuento.annotate.place_resolve import Report, choose, contains, report_of
from recuento.annotate.place_spots import Spot, abbreviation_at, find_spots
from recuento.annotate.place_tokens import Word, words_of
from recuento.annotate.place_words import PlaceWords, place_words
from recuento.model import Name, Place, PlaceMention
from recuento.model.document import Language

__all__ = ["Reading", "find_places", "read_places"]

_STRONG_TOWN = 100_000
_DATELINE_REACH = 600
_DATELINE_END = re.compile(
    r"[ \t]*[,.]?[ \t]*(?:\(?[A-Z]{2,}[A-Za-z/. -]{0,20}\)?[ \t]*)?"
    r"(?:[,.]?[ \t]*(?:[A-Za-zé]{3,10}\.?[ \t]+\d{1,2}|\d{1,2}[ \t]+(?:de[ \t]+)?[A-Za-z]{3,10}\.?)(?:[ \t,]+(?:de[ \t]+)?\d{2,4})?[ \t]*)?"
    r"(?:[ \t]*\([^)\n]{2,40}\))?[ \t]*[.:]?(?:[-–—]{1,3}|\([A-Z][^)\n]{1,30}\)|:)"
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Reading:
    """A place mention and how it was read.

    ``hint``: the name only says whose institution is meant ("Sonora's attorney's office", "gobierno de Michoacán").
    """

    mention: PlaceMention
    hint: bool = False


def find_places(
    text: str, *, language: Language, gazetteer: Gazetteer, names: tuple[Name, ...] = ()
) -> tuple[PlaceMention, ...]:
    """Return the place names of ``text`` in order, without overlap.

    Spans cover the bare name ("Culiacán" of "in the city of Culiacán"). A name inside the name of a cartel, a newspaper
    or a university is none; inside the name of an authority it is one that is not locative. Of a name that the gazetteer
    does not have, ``place`` holds the words alone and, where known, the state.

    Args:
        names: the statistical model's names in the same text; they add places and overrule people.
    """
    return tuple(reading.mention for reading in read_places(text, language=language, gazetteer=gazetteer, names=names))


def read_places(
    text: str, *, language: Language, gazetteer: Gazetteer, names: tuple[Name, ...] = ()
) -> tuple[Reading, ...]:
    """Return what `find_places` returns, and how each was read."""
    lexicon = place_words(language)
    words = words_of(text)
    spots = find_spots(text, words, gazetteer, lexicon)
    return _Reader(text, words, spots, gazetteer, lexicon, names).readings()


class _Reader:
    """One text on its way from spots to readings."""

    def __init__(
        self,
        text: str,
        words: Sequence[Word],
        spots: list[Spot],
        gazetteer: Gazetteer,
        lexicon: PlaceWords,
        names: tuple[Name, ...],
    ) -> None:
        self.text = text
        self.words = words
        self.gazetteer = gazetteer
        self.lexicon = lexicon
        self.names = names
        self.qualifiers: dict[int, Spot] = {}
        self.report = report_of(spots, words, lexicon)
        self.spots = self._with_abbreviations(spots)
        self.before = {spot.after: spot for spot in self.spots}
        self.after = {spot.first: spot for spot in self.spots}
        self._qualify()
        self.people = people_in(words, lexicon)

    def _with_abbreviations(self, spots: list[Spot]) -> list[Spot]:
        """Add "Mich." of "Morelia, Mich."; it replaces a spot that begins at the same word."""
        found: list[Spot] = []
        for spot in spots:
            if found and spot.first < found[-1].after:
                continue
            found.append(spot)
            at = spot.after
            if at < len(self.words) and self.words[at].text in (",", "("):
                at += 1
            elif at >= len(self.words) or not self.words[at].capital:
                continue
            country = frozenset(option.country for option in spot.options if option.country)
            short = abbreviation_at(self.text, self.words, at, country, self.gazetteer, self.lexicon)
            if short and any(contains(outer, inner) for outer in short.options for inner in spot.options):
                found.append(short)
        return found

    def _qualify(self) -> None:
        """Note which spot a state or country follows that contains it: "Town, State", "Town (State)", "Town en State"."""
        for spot in self.spots:
            for gap in range(4):
                other = self.after.get(spot.after + gap)
                if other is None:
                    continue
                between = [word.folded for word in self.words[spot.after : other.first]]
                joins = (
                    not between or between[0] in (",", "(") or (self.lexicon.language == "es" and between[0] == "en")
                )
                rest = all(
                    word in self.lexicon.between or word in self.lexicon.nouns or word == "de" for word in between[1:]
                )
                fits = any(contains(outer, inner) for outer in other.options for inner in spot.options)
                if joins and rest and fits and not self._in_list(spot, other):
                    self.qualifiers[spot.first] = other
                break

    def _in_list(self, spot: Spot, other: Spot) -> bool:
        """Tell whether two states stand side by side in a list: "Oklahoma, Pennsylvania, Wisconsin and California"."""
        wide = {option.kind for option in spot.options} & {Kind.COUNTRY, Kind.ADMIN1}
        if not wide or spot.folded == other.folded or other.fixed:
            return False
        nested = any(
            contains(outer, inner) for outer in other.options for inner in spot.options if inner.kind is Kind.ADMIN1
        )
        return not nested

    def readings(self) -> tuple[Reading, ...]:
        settings = {
            spot.first: setting_of(self.words, spot, self.before, self.after, self.lexicon) for spot in self.spots
        }
        chosen = self._choose(settings)
        accepted = {spot.first for spot in self.spots if self._accepts(spot, settings[spot.first], chosen[spot.first])}
        known = {spot.folded for spot in self.spots if spot.first in accepted}
        readings = []
        for spot in self.spots:
            setting = settings[spot.first]
            again = (
                spot.folded in known
                and setting.company in ("alone", "headed", "institution")
                and not self._is_person(spot, setting)
            )
            if spot.first in accepted or again:
                readings.append(self._reading(spot, setting, chosen[spot.first]))
        return tuple(readings)

    def _choose(self, settings: Mapping[int, Setting]) -> dict[int, Candidate]:
        """Resolve twice: what the first pass settled lends its points to the second."""
        first = {
            spot.first: choose(spot, settings[spot.first], self.qualifiers.get(spot.first), self.report, self.lexicon)
            for spot in self.spots
        }
        points = tuple(
            (spot.folded, first[spot.first].latitude, first[spot.first].longitude)
            for spot in self.spots
            if first[spot.first].kind > Kind.ADMIN1
            and (spot.first in self.qualifiers or len(spot.options) == 1 or first[spot.first].population > _STRONG_TOWN)
            and settings[spot.first].company in ("alone", "institution")
        )
        report = Report(self.report.countries, self.report.admin1s, points)
        second = {
            spot.first: choose(spot, settings[spot.first], self.qualifiers.get(spot.first), report, self.lexicon)
            for spot in self.spots
        }
        return self._agreed(second)

    def _agreed(self, chosen: dict[int, Candidate]) -> dict[int, Candidate]:
        """Let a name that is qualified once mean the same wherever it stands alone."""
        told = {spot.folded: chosen[spot.first] for spot in self.spots if spot.first in self.qualifiers}
        return {
            spot.first: chosen[spot.first]
            if spot.first in self.qualifiers or spot.fixed
            else told.get(spot.folded, chosen[spot.first])
            for spot in self.spots
        }

    def _is_person(self, spot: Spot, setting: Setting) -> bool:
        if setting.company == "person":
            return True
        said = [name for name in self.names if name.span.overlaps(spot.span)]
        if any(name.kind == "person" for name in said):
            return setting.position != "locative" or any(
                name.kind == "person" and name.span != spot.span for name in said
            )
        lone = spot.after - spot.first == 1
        return lone and spot.folded in self.people and setting.position not in ("locative", "noun")

    def _accepts(self, spot: Spot, setting: Setting, place: Candidate) -> bool:
        if self._is_person(spot, setting) or setting.company in ("organisation", "unknown"):
            return False
        if spot.fixed or spot.first in self.qualifiers:
            return True
        if setting.company == "headed" and place.kind > Kind.ADMIN1 and not place.capital:
            return False
        if setting.company == "institution" and place.kind > Kind.ADMIN1 and place.population < _STRONG_TOWN:
            return False
        head = self.words[spot.first]
        lone = spot.after - spot.first == 1
        common = lone and self.gazetteer.is_common(spot.folded, self.lexicon.language)
        strong = place.kind < Kind.MUNICIPALITY or place.population >= _STRONG_TOWN or place.capital
        placed = setting.position in ("locative", "noun")
        if setting.position == "none" and head.glued is False and lone and common and self._follows_compass(spot):
            return False
        if head.loose or head.first:
            return (strong and not common) or (placed and not common) or (placed and strong and not head.loose)
        if placed:
            return not common or strong
        if lone and self.gazetteer.is_personal(spot.folded) and place.kind > Kind.ADMIN1 and not strong:
            return False
        if not lone and head.folded in self.lexicon.given_names and place.kind > Kind.ADMIN1:
            return False
        return strong or (not common and self._at_home(place))

    def _follows_compass(self, spot: Spot) -> bool:
        left = self.words[spot.first - 1] if spot.first else None
        return bool(left and left.capital and left.folded in self.lexicon.head)

    def _at_home(self, place: Candidate) -> bool:
        """Tell whether a small place lies where the report speaks of."""
        return f"{place.country}.{place.admin1}" in self.report.admin1s or (
            self.report.countries.get(place.country or "", 0) > 0.3 and place.population > 5000
        )

    def _reading(self, spot: Spot, setting: Setting, place: Candidate) -> Reading:
        hint = setting.company == "institution"
        dateline = self._is_dateline(spot)
        follows = self.words[spot.after].folded if spot.after < len(self.words) else ""
        qualified = spot.first in self.qualifiers
        locative = dateline or (
            not hint and not setting.possessive and (setting.position in ("locative", "noun") or qualified)
            and follows not in self.lexicon.institutions
        )  # fmt: skip
        return Reading(
            mention=PlaceMention(span=spot.span, place=_place(place), locative=locative, dateline=dateline), hint=hint
        )

    def _is_dateline(self, spot: Spot) -> bool:
        """Tell whether the place, with its state, opens a line and a dash, a date or an agency closes it."""
        if spot.span.start > _DATELINE_REACH:
            return False
        opening = self.text[: spot.span.start].rpartition("\n")[2]
        earlier = self.before.get(spot.first - 1)
        if opening.strip(" \t(*") and not (earlier and self._opens(earlier)):
            return False
        last = self.qualifiers.get(spot.first, spot)
        return bool(_DATELINE_END.match(self.text, last.span.end)) or self._opens_with_state(spot)

    def _opens(self, spot: Spot) -> bool:
        return not self.text[: spot.span.start].rpartition("\n")[2].strip(" \t(*")

    def _opens_with_state(self, spot: Spot) -> bool:
        state = self.qualifiers.get(spot.first)
        return bool(state and state.fixed and self._opens(spot) and self.text[state.span.end - 1] == ".")


def _place(candidate: Candidate) -> Place:
    return candidate.place()
