"""What the words around a name say of it: whether something happened there, or whether it is no place at all."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Literal

from msgspec import Struct

from recuento.annotate.gazetteer import Kind
from recuento.annotate.place_spots import Spot
from recuento.annotate.place_tokens import FOLDED, Word
from recuento.annotate.place_words import PlaceWords

__all__ = ["Position", "Setting", "credits_in", "people_in", "setting_of"]

Position = Literal["locative", "directional", "bound", "noun", "none"]
Company = Literal["alone", "headed", "institution", "organisation", "person", "unknown"]

_FAR = 10
_LONE = 2
_TOLD = 6  # words: "told reporters on Tuesday night in"
_OBJECT = frozenset({"a", "al"})
_ARTICLES = frozenset({"el", "la", "los", "las", "un", "una"})


class Setting(Struct, frozen=True, kw_only=True):
    """What surrounds a spot.

    Attributes:
        position: "locative" puts something there, "directional" says origin or aim, "bound" only where somebody is
            taken, heads or comes from, "noun" a noun of place precedes.
        company: what the capitalised run or the noun phrase around it is; "headed" follows the first word of a
            sentence, which may be an ordinary one ("Current Hong Kong rules") or a name's ("Asa Hidalgo").
        noun: the folded noun of place that says what it is ("city", "estado"), if any.
        possessive: "Sonora's".
        narrow: "town", "admin1" or "municipality" where the noun settles which of several namesakes is meant.
    """

    position: Position
    company: Company
    noun: str | None
    possessive: bool
    narrow: Literal["town", "admin1", "municipality"] | None


def setting_of(
    words: Sequence[Word], spot: Spot, before: Mapping[int, Spot], after: Mapping[int, Spot], lexicon: PlaceWords
) -> Setting:
    """Return what surrounds ``spot``.

    Args:
        before: spots by the index of the word after them.
        after: spots by the index of their first word.
    """
    position, noun = _position(words, spot, before, lexicon)
    if position in ("none", "noun") and spot.after < len(words) and words[spot.after].folded in lexicon.deeds:
        position = "locative"  # "the X kidnappings"
    following = words[spot.after] if spot.after < len(words) else None
    if following and following.folded in lexicon.nouns and not following.capital and lexicon.language == "en":
        noun = noun or following.folded
    possessive = bool(
        following and following.text in "'’" and spot.after + 1 < len(words) and words[spot.after + 1].folded == "s"
    )
    company = _company(words, spot, before, after, lexicon)
    if company == "alone" and position != "locative":
        company = _phrase(words, spot, lexicon)
    if company == "institution" and _in_seat(words, spot, lexicon):
        company, position = "alone", "locative"
    narrow = "admin1" if _is_of_several(words, spot, noun, after, lexicon) else _narrow(noun, lexicon)
    return Setting(position=position, company=company, noun=noun, possessive=possessive, narrow=narrow)


def _is_of_several(
    words: Sequence[Word], spot: Spot, noun: str | None, after: Mapping[int, Spot], lexicon: PlaceWords
) -> bool:
    """Tell whether several municipalities are of one place: "tres municipios de Guerrero", no list of their names."""
    if noun not in lexicon.several or spot.after + 1 in after:
        return False
    return any(option.kind is Kind.ADMIN1 for option in spot.options)


def _narrow(noun: str | None, lexicon: PlaceWords) -> Literal["town", "admin1", "municipality"] | None:
    if noun in lexicon.town_nouns:
        return "town"
    if noun in lexicon.state_nouns:
        return "admin1"
    return "municipality" if noun in lexicon.municipality_nouns else None


def _position(
    words: Sequence[Word], spot: Spot, before: Mapping[int, Spot], lexicon: PlaceWords
) -> tuple[Position, str | None]:
    """Walk back over "the northern city of" and over the places of a list to the preposition that governs the name."""
    index = spot.first - 1
    noun: str | None = None
    direct = True
    for _ in range(_FAR):
        if index < 0:
            break
        word = words[index]
        if other := before.get(index + 1):
            direct = False
            index = other.first - 1
            continue
        if word.folded in lexicon.locative:
            cared = _is_care(words, index, lexicon) or (noun in lexicon.care and _is_cared_for(words, index, lexicon))
            ruled = _is_ruled_from(words, index, spot, lexicon) or _is_where_told(words, index, lexicon)
            return ("directional" if direct and (cared or ruled) else "locative"), noun
        if (led := _led(words, index, spot, noun if direct else None, lexicon)) is not None:
            return led, noun
        if _is_noun(word, lexicon):
            noun = noun or (word.folded if direct else None)
        elif word.folded in lexicon.of and index > 0:
            if not (_is_noun(words[index - 1], lexicon) or words[index - 1].folded in lexicon.between):
                if not _describes_town(words, index - 1, lexicon):
                    break
                index -= 1
        elif word.text in (",", ")", "(") or word.folded == "s" or word.text in "'’":
            if not _continues(words, index, before):
                break
            direct = False
        elif word.folded not in lexicon.between and word.folded not in lexicon.head:
            break
        index -= 1
    return ("noun" if noun and direct else "none"), noun


def _led(words: Sequence[Word], index: int, spot: Spot, noun: str | None, lexicon: PlaceWords) -> Position | None:
    """Return what the preposition at ``index`` says, by the word before it; None where it says nothing by itself.

    ``noun`` is the noun of place right behind it, if any: "a la cárcel de X".
    """
    word, before = words[index], words[index - 1].folded if index else ""
    if word.folded in lexicon.of and before in lexicon.origins:
        return "bound"
    if _is_of_road(words, index, spot, lexicon):
        return "locative"
    if word.folded not in lexicon.directional:
        return None
    if before in lexicon.leads:
        return "directional"
    aim = word.folded in lexicon.aims or noun in lexicon.care or _is_sent_to_prison(words, index, noun, lexicon)
    if noun and not aim:
        return None
    return "locative" if before in lexicon.edges else "bound" if aim else "directional"


def _describes_town(words: Sequence[Word], index: int, lexicon: PlaceWords) -> bool:
    """Tell whether an adjective stands behind a noun for a town: "la ciudad andina de X"."""
    town = index > 0 and words[index - 1].folded in lexicon.town_nouns
    return town and words[index].folded.endswith(lexicon.describing)


def _is_of_road(words: Sequence[Word], index: int, spot: Spot, lexicon: PlaceWords) -> bool:
    """Tell whether something is put on the road that a word tells the ends of: "on a highway linking X to Y"."""
    link = words[index].folded if index > 0 else ""
    index -= link in _OBJECT or link == "de"  # "que une a X con Y", "que va de X a Y"
    if words[index].folded not in lexicon.road_ends and not (link == "de" and words[index].folded in lexicon.leads):
        return False
    before = words[max(0, index - _FAR) : index]
    road = next((i for i in range(len(before) - 1, -1, -1) if before[i].folded in lexicon.road_nouns), None)
    if road is None or road < len(before) - 2:
        return False
    if link in _OBJECT:  # "la vía que une a X con Y se volvió un infierno"; "la carretera que comunica a X" leads there
        return bool(lexicon.other_end.intersection(word.folded for word in words[spot.after : spot.after + 1]))
    return any(w.folded in lexicon.roadside for w in before[:road])


def _is_sent_to_prison(words: Sequence[Word], index: int, noun: str | None, lexicon: PlaceWords) -> bool:
    """Tell whether somebody is sent to a prison of the town: "lo mandó a la cárcel de X", not "entraron al penal"."""
    before = (word.folded for word in words[max(0, index - _TOLD) : index])
    return noun in lexicon.prisons and not lexicon.sent_to.isdisjoint(before)


def _is_ruled_from(words: Sequence[Word], preposition: int, spot: Spot, lexicon: PlaceWords) -> bool:
    """Tell whether the words name who rules from a capital, and no scene: "the government in Lima", not "police in"."""
    before = words[preposition - 1].folded if preposition else ""
    return before in lexicon.rulers and any(option.capital for option in spot.options)


def _is_where_told(words: Sequence[Word], preposition: int, lexicon: PlaceWords) -> bool:
    """Tell whether the words name where somebody spoke, and no scene: "told reporters in X", "at a briefing in X"."""
    before = " ".join(word.folded for word in words[max(0, preposition - _TOLD) : preposition])
    return any(f" {run} " in f" {before} " for run in lexicon.told_at)


def _is_care(words: Sequence[Word], preposition: int, lexicon: PlaceWords) -> bool:
    """Tell whether somebody is taken, or died, where the hurt are taken: "to a hospital in X", not "shot in" one."""
    index = preposition - 1
    if index < 1 or words[index].folded not in lexicon.care:
        return False
    while index > 0 and (words[index].folded in lexicon.care or words[index].folded in lexicon.care_before):
        index -= 1
    return words[index].folded in lexicon.care_to or _is_cared_for(words, index, lexicon)


def _is_cared_for(words: Sequence[Word], index: int, lexicon: PlaceWords) -> bool:
    """Tell whether the preposition follows a word for whoever lies there: "died Sunday at", "murió el sábado en"."""
    before = (word.folded for word in words[max(0, index - _FAR) : index])
    return words[index].folded in lexicon.care_at and not lexicon.cared_for.isdisjoint(before)


def _in_seat(words: Sequence[Word], spot: Spot, lexicon: PlaceWords) -> bool:
    """Tell whether the phrase puts something where an office of the place sits: "frente a la alcaldía de X"."""
    left = [word.folded for word in words[max(0, spot.first - _FAR) : spot.first]]
    seat = next((at for at, word in enumerate(left) if word in lexicon.seats), None)
    passable = lexicon.of | lexicon.between | lexicon.institutions
    if seat is None or not passable.issuperset(left[seat + 1 :]):
        return False
    before = left[:seat]
    while before and before[-1] in _ARTICLES:
        before.pop()
    return not lexicon.seat_before.isdisjoint({" ".join(before[-2:]), *before[-1:]})


def _is_noun(word: Word, lexicon: PlaceWords) -> bool:
    """Tell whether it is a noun of a place, or of a building that its town's name follows: "un penal de X"."""
    if word.folded in lexicon.nouns:
        return True
    return not word.capital and lexicon.site_nouns.get(word.folded) == "building"


def _continues(words: Sequence[Word], index: int, before: Mapping[int, Spot]) -> bool:
    """Tell whether a comma, a bracket or "'s" at ``index`` follows a place, so that the list or pair goes on."""
    return any(index + 1 - back in before for back in (1, 2, 3))


def _company(
    words: Sequence[Word], spot: Spot, before: Mapping[int, Spot], after: Mapping[int, Spot], lexicon: PlaceWords
) -> Company:
    """Say what the run of capitals around the spot makes of it."""
    if _is_glued(words, spot, before, after):
        return "unknown"
    if words[spot.first].first and (not spot.first or words[spot.first - 1].text != "."):
        return _right_company(words, spot, after, lexicon)
    left = words[spot.first - 1] if spot.first else None
    if left and left.text == "." and spot.first > 1:
        left = words[spot.first - 2]
        if left.capital and (left.folded in lexicon.titles or left.folded in lexicon.given_names):
            return "person"
    elif left and left.folded in lexicon.titles and (left.capital or lexicon.language == "es"):
        return "person"
    company = _right_company(words, spot, after, lexicon)
    return company if company != "alone" else _left_company(words, spot, before, lexicon)


def _right_company(words: Sequence[Word], spot: Spot, after: Mapping[int, Spot], lexicon: PlaceWords) -> Company:
    right = words[spot.after] if spot.after < len(words) else None
    if not right or not right.capital or not right.text.isalpha() or right.first:
        return "alone"
    known = right.folded in lexicon.institutions or right.folded in lexicon.titles
    if right.loose and not known and right.folded not in lexicon.organisations:
        return "alone"
    if not _run_right(words, spot.after, lexicon).isdisjoint(lexicon.organisations):
        return "organisation"
    if known:
        return "institution"
    if other := after.get(spot.after):
        return "alone" if _are_nested(spot, other) else "unknown"
    harmless = right.folded in lexicon.tail or right.folded in lexicon.head or right.folded in lexicon.demonyms
    return "alone" if harmless else "unknown"


def _left_company(words: Sequence[Word], spot: Spot, before: Mapping[int, Spot], lexicon: PlaceWords) -> Company:
    left = words[spot.first - 1] if spot.first else None
    if left and lexicon.language == "es" and left.folded in lexicon.organisations:
        return "organisation"  # "cártel Jalisco", with no "de"
    if not left or not left.capital or not left.text.isalpha() or left.loose:
        return "alone"
    if other := before.get(spot.first):
        return "alone" if _are_nested(other, spot) else "unknown"
    if left.folded in lexicon.given_names:
        return "person"
    if left.folded in lexicon.harmless or (left.first and left.folded in lexicon.demonyms):
        return "alone"
    if left.folded in lexicon.organisations:
        return "organisation"
    return "headed" if left.first else "unknown"


def _are_nested(inner: Spot, outer: Spot) -> bool:
    """Tell whether the two can be a town and its state, side by side without a comma."""
    return any(wide.holds(narrow) for wide in outer.options for narrow in inner.options)


def _is_glued(words: Sequence[Word], spot: Spot, before: Mapping[int, Spot], after: Mapping[int, Spot]) -> bool:
    """Tell whether the spot is part of a compound that is no place: "Kerry-Ann", "A/California/7", "US$"."""
    head = words[spot.first]
    if head.glued and spot.first > 1 and words[spot.first - 1].text in "-/@#_." and words[spot.first - 1].glued:
        return not (words[spot.first - 1].text in "-/" and spot.first - 1 in before)
    if spot.after + 1 >= len(words) or not words[spot.after].glued:
        return False
    mark, following = words[spot.after], words[spot.after + 1]
    if mark.text in "-/":
        return following.glued and following.capital and spot.after + 1 not in after
    return mark.text in "$@_" or mark.text.isdigit()


def _run_right(words: Sequence[Word], index: int, lexicon: PlaceWords) -> frozenset[str]:
    """Return the folded words of the capitalised run that begins at ``index``."""
    run: set[str] = set()
    while index < len(words) and (words[index].capital or words[index].folded in lexicon.of) and len(run) < 6:
        run.add(words[index].folded)
        index += 1
    return frozenset(run)


def _phrase(words: Sequence[Word], spot: Spot, lexicon: PlaceWords) -> Company:
    """Say what the noun is that "de X" or "of X" belongs to: "Cártel de X", "gobierno de X", "Red Feminista de X"."""
    index = spot.first - 1
    while index >= 0 and words[index].folded in lexicon.between and words[index].folded not in lexicon.of:
        index -= 1
    if index < 1 or words[index].folded not in lexicon.of:
        return "alone"
    verdict: Company = "alone"
    for back in range(1, 9):
        at = index - back
        if at < 0 or not (words[at].text.isalpha()):
            break
        folded = words[at].folded
        if folded in lexicon.organisations:
            return "institution" if _is_of_authority(words, at, lexicon) else "organisation"
        if folded in lexicon.institutions:
            verdict = "institution"
        elif (
            words[at].capital
            and not words[at].loose
            and not words[at].first
            and folded not in lexicon.nouns
            and verdict == "alone"
        ):
            verdict = "unknown"
        elif (
            (words[at].loose or not words[at].capital)
            and folded not in lexicon.of
            and folded not in lexicon.between
            and back > 1
        ):
            break
        if back == 1 and (words[at].loose or not words[at].capital) and folded not in lexicon.institutions:
            break
    return verdict


def _is_of_authority(words: Sequence[Word], index: int, lexicon: PlaceWords) -> bool:
    """Tell whether the noun is one of an authority: "the prosecutor's office of X"."""
    if not index or words[index - 1].text not in ("s", "'", "’"):
        return False
    owner = index - (2 if words[index - 1].text == "s" else 1)
    return any(word.folded in lexicon.institutions for word in words[max(0, owner - 2) : owner])


def people_in(words: Sequence[Word], lexicon: PlaceWords) -> frozenset[str]:
    """Return the folded words of names that a first name or a title introduces, without the first names."""
    found: set[str] = set()
    for index, folded in enumerate(map(FOLDED, words)):
        if folded not in lexicon.given_names and folded not in lexicon.titles:
            continue
        word = words[index]
        if not word.capital and folded not in lexicon.titles:
            continue
        for following in words[index + 1 : index + (3 if word.loose else 5)]:
            if following.text == ".":
                continue
            if not following.capital or not following.text.isalpha() or following.first:
                break
            if following.loose and (following.folded in lexicon.grammar or following.folded in lexicon.harmless):
                break
            found.add(following.folded)
    return frozenset(found)


def credits_in(words: Sequence[Word], lexicon: PlaceWords) -> list[range]:
    """Return the runs of two words or more that sign a picture: "Name Surname" of "EFE/EPA/Name Surname".

    A run that is one place is a dateline ("EFE / Ciudad de México"); the caller knows which those are.
    """
    runs = []
    for index, word in enumerate(words):
        if word.text != "/" or not index or words[index - 1].folded not in lexicon.agencies:
            continue
        after = index + 1
        while after < len(words) and after - index <= _FAR and _signs(words, after):
            after += 1
        if after - index > _LONE:
            runs.append(range(index + 1, after))
    return runs


def _signs(words: Sequence[Word], index: int) -> bool:
    """Tell whether the word goes on with a name, over the stop of an initial but not over the end of a line."""
    word, left = words[index], words[index - 1]
    if word.text == ".":
        return word.glued and len(left.text) == 1
    return word.capital and word.text.isalpha() and (not word.first or left.text == ".")
