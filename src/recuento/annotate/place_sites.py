"""Places that are named with their noun: "colonia X", "ejido X", "calle 5, entre X y Y", "Hospital General de X"."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from msgspec import Struct

from recuento.annotate.place_spots import Spot
from recuento.annotate.place_tokens import FOLDED, Word
from recuento.annotate.place_words import PlaceWords, SiteKind
from recuento.lexicon.people import people
from recuento.model import Span

__all__ = ["LINKS", "VAGUE", "Site", "buildings_in", "find_sites"]

LINKS = frozenset(["de", "del", "la", "las", "el", "los"])
_WITHIN = frozenset(["de", "del", "la", "las", "los", "el"])
VAGUE = frozenset(["zona", "sector", "unidad"])
_SHORT = frozenset(["col", "fracc", "av", "blvd", "no", "num"])
_QUOTES = frozenset("“\"«‘'")
_LONGEST = 9
# After one of these a stop ends no name: "calle Gral. Lázaro Ruiz".
_SHORTENED = frozenset({"no", "num", "gral", "lic", "ing", "dr"})


class Site(Struct, frozen=True):
    """A noun of a place and the name after it, as words ``first`` to ``after`` (half-open).

    ``name`` and ``name_after`` bound the name alone; of a road, that of the first road.
    """

    kind: SiteKind
    first: int
    name: int
    name_after: int
    after: int

    def span(self, words: Sequence[Word]) -> Span:
        return Span(words[self.first].start, words[self.after - 1].end)

    def name_span(self, words: Sequence[Word]) -> Span:
        return Span(words[self.name].start, words[self.name_after - 1].end)


def find_sites(words: Sequence[Word], lexicon: PlaceWords) -> list[Site]:
    """Return the sites of a text in order, without overlap; none in a language whose nouns follow the name."""
    if not lexicon.site_nouns:
        return []
    sites: list[Site] = []
    after = 0
    for index, folded in enumerate(map(FOLDED, words)):
        if folded in lexicon.site_heads and index >= after and (site := _site_at(words, index, lexicon)):
            sites.append(site)
            after = site.after
    return sites


def buildings_in(
    words: Sequence[Word], spots: Iterable[Spot], sites: Iterable[Site], lexicon: PlaceWords
) -> frozenset[str]:
    """Return the folded names that the report gives to a building: "the Westgate mall", "centro comercial Westgate".

    "Penal de X" bears the name of the town that it stands in.
    """
    own = [site for site in sites if site.kind == "building" and words[site.name - 1].folded not in LINKS]
    named = {" ".join(word.folded for word in words[site.name : site.name_after]) for site in own}
    followed = {
        spot.folded for spot in spots if spot.after < len(words) and words[spot.after].folded in lexicon.after_name
    }
    return frozenset(named | followed)


def _site_at(words: Sequence[Word], first: int, lexicon: PlaceWords) -> Site | None:
    for length in range(min(3, len(words) - first), 0, -1):
        kind = lexicon.site_nouns.get(" ".join(word.folded for word in words[first : first + length]))
        if kind:
            break
    else:
        return None
    name = _skip(words, first + length, lexicon)
    name_after = _name_end(words, name, kind)
    named = [word.folded for word in words[name:name_after] if word.capital or word.text[0].isdigit()]
    if _is_gang(words, first, name_after, lexicon) or _counts_people(words, name, name_after, lexicon):
        return None
    if not named or (
        (kind in ("area", "building") or words[first].folded in VAGUE)
        and all(part in lexicon.generic for part in named)
    ):
        return None
    after = _road_end(words, name_after) if kind == "road" else _acronym_end(words, name_after)
    return Site(kind, first, name, name_after, after)


def _is_gang(words: Sequence[Word], first: int, after: int, lexicon: PlaceWords) -> bool:
    """Tell whether noun and number are together the name of a group: "el Barrio 18"."""
    return words[after - 1].text.isdigit() and " ".join(w.folded for w in words[first:after]) in lexicon.sides


def _counts_people(words: Sequence[Word], name: int, after: int, lexicon: PlaceWords) -> bool:
    """Tell whether a number behind the noun counts the people after it: "llegaron al municipio 200 elementos"."""
    if after != name + 1 or not words[name].text.isdigit() or after == len(words):
        return False
    noun = words[after].folded
    return noun.endswith("s") and noun in people(lexicon.language)


def _skip(words: Sequence[Word], index: int, lexicon: PlaceWords) -> int:
    """Step over "federal", "de la" and an opening quotation mark between the noun and the name."""
    if index < len(words) and words[index].text == "." and words[index - 1].folded in _SHORT:
        index += 1
    for _ in range(4):
        if index == len(words) or words[index].capital:
            break
        word = words[index]
        if word.folded not in LINKS and word.folded not in lexicon.adjectives and word.text not in _QUOTES:
            break
        index += 1
    return index


def _name_end(words: Sequence[Word], first: int, kind: SiteKind) -> int:
    """Return where the name that begins at ``first`` ends; ``first`` itself where none begins."""
    end = index = first
    if first < len(words) and words[first].first and words[first - 1].folded not in _SHORT | _QUOTES | {"."}:
        return first
    while index < len(words) and index - first < _LONGEST:
        word = words[index]
        if word.capital or word.text[0].isdigit():
            if index > first and word.first and words[index - 1].text != ".":
                break
            end = index = index + 1
        elif (word.text == "." and _is_initial(words, index, first)) or (
            word.folded in _WITHIN
            or (kind == "road" and word.folded in ("y", "e"))
            or (word.text in "-+" and word.glued)
        ):
            index += 1
        else:
            break
    if end > first and end < len(words) and words[end].text in "”\"»’'" and words[first - 1].text in _QUOTES:
        end += 1
    return end


def _is_initial(words: Sequence[Word], index: int, first: int) -> bool:
    """Tell whether the stop at ``index`` follows an initial or "No", and more of the name follows the stop."""
    before = words[index - 1]
    short = (len(before.text) == 1 and before.text.isalpha()) or before.folded in _SHORTENED
    return index > first and words[index].glued and short and index + 1 < len(words)


def _road_end(words: Sequence[Word], index: int) -> int:
    """Return where "calle X" ends with its crossing: ", entre Y y Z", "esquina con Y", "y Y"."""
    at = index + (index < len(words) and words[index].text == ",")
    heads = [word.folded for word in words[at : at + 2]]
    if heads[:1] == ["entre"]:
        start = at + 1
    elif heads in (["esquina", "con"], ["cruce", "con"]):
        start = at + 2
    else:
        return index
    end = _name_end(words, start, "road")
    return end if end > start else index


def _acronym_end(words: Sequence[Word], index: int) -> int:
    """Return where a name ends with another in brackets: "Hospital General (HG)", "ejido X (Campo 5)"."""
    bracket = [word.text for word in words[index : index + 4]]
    if bracket[:1] != ["("] or ")" not in bracket or not (bracket[1].isupper() or bracket[1].istitle()):
        return index
    return index + bracket.index(")") + 1
