"""Which of several places of a sentence is meant: the court's own, the first town of a list."""

from __future__ import annotations

from recuento.extract.speakers import kind_of
from recuento.extract.triggers import Match
from recuento.extract.view import View
from recuento.model.annotation import PlaceMention

__all__ = ["court_place", "first_of_list"]

# What a court does happens where it sits, not where the crime was or the man was held.
_IN_COURT = frozenset({"trial", "plea", "conviction", "acquittal", "sentence"})
_FINE = frozenset({"exact", "town", "municipality"})
_BETWEEN = 6  # tokens: "Tribunal Primero de Sentencia de X"
_JOINTS = frozenset({",", "y", "e", ", y", ", e"})


def court_place(view: View, match: Match) -> PlaceMention | None:
    """Return where the one court that a Spanish sentence names sits: "lo condenó un tribunal de X"; else None."""
    if view.language != "es" or match.rule.event not in _IN_COURT:
        return None
    found = [place for place in view.places if _is_of_court(view, place)]
    return found[0] if len({place.place.name for place in found}) == 1 else None


def _is_of_court(view: View, place: PlaceMention) -> bool:
    at = view.at(place.span.start)
    if at is None or at < 1 or view.folded[at - 1] not in view.words.of | {"en"}:
        return False
    for before in range(at - 2, max(-1, at - 2 - _BETWEEN), -1):
        if kind_of(view.tokens[before].text, view.language) == "court":
            return True
        if view.tokens[before].pos in {"VERB", "AUX", "PUNCT"}:
            return False
    return False


def first_of_list(view: View, mention: PlaceMention) -> PlaceMention:
    """Return the first town of a Spanish list that the mention ends or stands in: "en X, Y y Z" is first of all X."""
    if view.language != "es" or mention.place.precision not in _FINE:
        return mention
    found, joined = mention, False
    for place in sorted((p for p in view.places if p.span.end <= mention.span.start), key=_end, reverse=True):
        between = view.text[place.span.end : found.span.start].strip()
        if between not in _JOINTS or place.place.precision not in _FINE or not place.locative:
            break
        if place.place.country is None and found.place.country is not None:
            break  # "en los poblados X y Y, municipio de Z": of X nothing is known
        if between == "," and not joined:
            break  # "Crescencio, Zitácuaro": a hamlet and its town
        found, joined = place, True
    return found


def _end(place: PlaceMention) -> int:
    return place.span.end
