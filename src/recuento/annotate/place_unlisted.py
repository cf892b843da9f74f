"""Places that the gazetteer does not have and the words show to be places."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Collection, Mapping, Sequence
from itertools import compress
from operator import attrgetter

from msgspec import Struct

from recuento.annotate.gazetteer import Kind
from recuento.annotate.place_sites import Site
from recuento.annotate.place_spots import Spot
from recuento.annotate.place_tokens import CAPITAL, Word
from recuento.annotate.place_words import PlaceWords
from recuento.model import Name, Span
from recuento.model.lookup import overlapping
from recuento.model.place import Precision

__all__ = ["Unlisted", "after_unlisted", "find_unlisted"]

_LONGEST = 5
_START = attrgetter("start")
_INSIDE = frozenset({"in", "en"})
# ", en el municipio de" stands between a quarter and what it lies in.
_TO_ENCLOSER = 8


class Unlisted(Struct, frozen=True, kw_only=True):
    """A name without an entry.

    Attributes:
        phrase: the name with its noun.
        encloser: word at which the place that it lies in would begin, None where no such words follow.
        site: a road, a building or a piece of nature rather than a settlement.
    """

    span: Span
    phrase: Span
    precision: Precision
    locative: bool
    encloser: int | None
    site: bool


def find_unlisted(
    text: str,
    words: Sequence[Word],
    sites: Sequence[Site],
    taken: Collection[int],
    after: Mapping[int, Spot],
    names: tuple[Name, ...],
    lexicon: PlaceWords,
) -> list[Unlisted]:
    """Return named sites, "the village of X", "in X, STATE" and the model's locations, where no spot is.

    Args:
        taken: indexes of the words of the gazetteer's spots.
        after: the spots by their first word.
    """
    free = [site for site in sites if not _is_taken(site, taken) and not _is_office(words, site, lexicon)]
    free = [site for site in free if not _is_state(words, site, after, lexicon)]
    found = [_of_site(words, site, lexicon) for site in free]
    used = {index for site in sites for index in range(site.first, site.after)} | set(taken)
    for first, end in _named_runs(words, used, after, lexicon):
        span = Span(words[first].start, words[end - 1].end)
        found.append(_unlisted(words, span, span, end, precision="town", locative=True, site=False))
        used.update(range(first, end))
    covered = [each.phrase for each in found]
    spots = sorted(after.values(), key=lambda spot: spot.first)
    for name in names:
        if name.kind != "location" or overlapping(spots, name.span):
            continue
        if not any(name.span.overlaps(span) for span in covered):
            named = _of_name(words, name, lexicon)
            found.extend([named] if named else [])
    return found


def after_unlisted(words: Sequence[Word], after: Mapping[int, Spot], lexicon: PlaceWords) -> frozenset[int]:
    """Return the first words of spots in which an unlisted place lies: Y of "en X, Y", where X is no spot."""
    used = {index for spot in after.values() for index in range(spot.first, spot.after)}
    runs = _named_runs(words, used, after, lexicon)
    return frozenset(outer for _, end in runs if (outer := _outer(words, end, after, lexicon)) is not None)


def _is_taken(site: Site, taken: Collection[int]) -> bool:
    return site.kind not in ("road", "quarter") and any(index in taken for index in range(site.first, site.after))


def _is_office(words: Sequence[Word], site: Site, lexicon: PlaceWords) -> bool:
    """Tell whether an area's noun goes with an office: "delegación de la PGR", "Delegación Uno de la Fiscalía"."""
    if site.kind != "area":
        return False
    name = words[site.name : site.name_after]
    before = words[max(0, site.first - 2) : site.first]
    if len(before) == 2 and before[1].folded in lexicon.of and before[0].folded in lexicon.institutions:
        return True  # "la Corte del Distrito Norte de Illinois"
    return _names_side(name, lexicon) or any(word.folded in lexicon.institutions for word in name[1:])


def _is_state(words: Sequence[Word], site: Site, after: Mapping[int, Spot], lexicon: PlaceWords) -> bool:
    """Tell whether an area is a known state, here in the name of an office: "Seguridad del Estado de Jalisco (SSP)"."""
    spot = after.get(site.name) if words[site.first].folded in lexicon.state_nouns else None
    return spot is not None and spot.options[0].kind <= Kind.ADMIN1


def _names_side(name: Sequence[Word], lexicon: PlaceWords) -> bool:
    """Tell whether the name is an acronym or is borne by a group, a force or an office."""
    acronym = len(name) == 1 and len(name[0].text) > 1 and name[0].text.isupper() and not name[0].loose
    return acronym or " ".join(word.folded for word in name) in lexicon.sides


def _of_site(words: Sequence[Word], site: Site, lexicon: PlaceWords) -> Unlisted:
    noun = words[site.first].folded
    precision: Precision = "exact"
    if noun in lexicon.town_nouns:
        precision = "town"
    elif noun in lexicon.municipality_nouns:
        precision = "municipality"
    settled = site.kind in ("quarter", "area")
    numbered = all(word.text.isdigit() for word in words[site.name : site.name_after])
    # "Zona 5" is no place called 5, and "de la Zona 5" may be said of a force's.
    span = site.name_span(words) if settled and not numbered else site.span(words)
    left = words[site.first - 1].folded if site.first else ""
    belongs = left in lexicon.between or left in lexicon.of or left in (",", "(")
    placed = left in lexicon.locative or (belongs and not _of_a_force(words, site, numbered=numbered))
    return _unlisted(words, span, site.span(words), site.after, precision=precision, locative=placed, site=not settled)


def _of_a_force(words: Sequence[Word], site: Site, *, numbered: bool) -> bool:
    """Tell whether a number is all that names the quarter, and no preposition of place leads to it: "la Zona 5"."""
    before = [word.folded for word in words[max(0, site.first - 2) : site.first]]
    return numbered and site.kind == "quarter" and not _INSIDE & set(before)


def _of_name(words: Sequence[Word], name: Name, lexicon: PlaceWords) -> Unlisted | None:
    """Return the model's location if the words, too, put something there; alone it errs too often."""
    first, end = (bisect_left(words, at, key=_START) for at in (name.span.start, name.span.end))
    if not 0 < first < end:
        return None
    left = words[first - 1]
    plain = words[first].capital and not words[first].loose and not words[first].text.isupper()
    if not plain or left.folded not in lexicon.locative:
        return None
    barred = (
        lexicon.sides,
        lexicon.organisations,
        lexicon.institutions,
        lexicon.demonyms,
        lexicon.never,
        lexicon.grammar,
    )
    if any(word.folded in those for word in words[first:end] for those in barred):
        return None
    if end < len(words) and words[end].capital and not words[end].first:
        return None
    return _unlisted(words, name.span, name.span, end, precision="town", locative=True, site=False)


def _unlisted(
    words: Sequence[Word], span: Span, phrase: Span, end: int, *, precision: Precision, locative: bool, site: bool
) -> Unlisted:
    index = end
    while (
        index < len(words)
        and index - end < _TO_ENCLOSER
        and (words[index].text in (",", "(") or words[index].text.islower())
    ):
        index += 1
    if [word.folded for word in words[index + 1 : index + 3]] in (["'", "s"], ["’", "s"]) and words[index].capital:
        index += 3  # "in Nigeria's Plateau state": the state is nearer than the country
    encloser = index if index > end else None
    return Unlisted(span=span, phrase=phrase, precision=precision, locative=locative, encloser=encloser, site=site)


def _named_runs(
    words: Sequence[Word], used: Collection[int], after: Mapping[int, Spot], lexicon: PlaceWords
) -> list[tuple[int, int]]:
    """Return (first, end) of capitalised runs after "village of", and of those after "in" that a state follows."""
    runs = []
    for first in compress(range(len(words)), map(CAPITAL, words)):
        if first == 0 or words[first].loose:
            continue
        before = words[first - 1].folded
        noun = before in lexicon.of and first > 1 and words[first - 2].folded in lexicon.settled
        if not (noun or before in lexicon.locative) or first in used:
            continue
        end = _run(words, first, used, lexicon)
        named = end > first and words[first].folded not in lexicon.never and not _names_side(words[first:end], lexicon)
        if named and (noun or _outer(words, end, after, lexicon) is not None):
            runs.append((first, end))
    return runs


def _outer(words: Sequence[Word], end: int, after: Mapping[int, Spot], lexicon: PlaceWords) -> int | None:
    """Return where the place begins that follows as what holds the name: ", STATE", ", in the northern state of STATE".

    "X, in Nigeria's Plateau state": the country comes first, and is enough. Spanish says what it is, too: "X, cantón
    minero de la provincia de STATE".
    """
    if end + 1 >= len(words) or words[end].text != ",":
        return None
    said = lexicon.language == "es" and not words[end + 1].capital and words[end + 1].folded in lexicon.nouns
    if end + 1 in after or not (said or words[end + 1].folded in _INSIDE):
        return end + 1 if end + 1 in after else None
    for index in range(end + 2, min(end + 2 + _TO_ENCLOSER, len(words))):
        spot = after.get(index)
        if spot is not None:
            return index if any(option.kind <= Kind.ADMIN1 for option in spot.options) else None
        word = words[index].folded
        passable = word in lexicon.between or word in lexicon.nouns or word in lexicon.of
        if not passable and not (said and words[index].text.islower()):
            return None
    return None


def _run(words: Sequence[Word], first: int, used: Collection[int], lexicon: PlaceWords) -> int:
    end = index = first
    while index < len(words) and index - first < _LONGEST and index not in used:
        if words[index].capital and words[index].text[0].isalpha():
            if words[index].folded in lexicon.organisations or words[index].folded in lexicon.institutions:
                return first
            end = index + 1
        elif words[index].folded not in lexicon.inner or words[index].folded in ("and", "y", ".", "'", "’"):
            break
        index += 1
    return end
