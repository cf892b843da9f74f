"""A Spanish verb's subject by position, where the parser hangs it on the date before it or takes it for the object."""

from __future__ import annotations

from recuento.extract.mistied import agree
from recuento.extract.phrases import noun_of
from recuento.extract.view import NOMINAL, View

__all__ = ["behind_clitic", "capital_before", "has_clitic", "opens_clause"]

_LONGEST = 14
_BOUNDS = frozenset({"PUNCT", "CCONJ", "SCONJ", "VERB", "SYM"})
_BETWEEN = frozenset({"ADJ", "DET", "NUM", "X"})
_CLITICS = frozenset({"lo", "los", "la", "las"})


def opens_clause(view: View, verb: int) -> list[int]:
    """Return the people without preposition that open the clause of a finite Spanish verb, [] where none do.

    "El viernes sicarios a bordo de una camioneta asesinaron …", "en Celaya, integrantes de una banda balearon …".
    """
    verb = _finite(view, verb)
    if view.language != "es" or view.headline or not view.tokens[verb].has("VerbForm=Fin"):
        return []
    start = verb
    while start > 0 and verb - start < _LONGEST and not _bounds(view, start - 1):
        start -= 1
    at = start
    while at < verb and view.tokens[at].pos in _BETWEEN and noun_of(view, at) is None:
        at += 1
    if at >= verb:
        return []
    someone = noun_of(view, at) is not None or view.folded[at] in view.words.measures
    fits = someone and not view.case_of(at) and view.tokens[at].pos in NOMINAL | {"ADJ"}
    return [at] if fits and _agrees(view, verb, at) else []


def _finite(view: View, verb: int) -> int:
    """Return the form of "haber" right before a participle, else the verb itself: "agentes habían rescatado a dos"."""
    before = verb - 1
    perfect = before >= 0 and view.tokens[verb].has("VerbForm=Part") and view.folded[before] in view.words.have
    return before if perfect else verb


def _bounds(view: View, index: int) -> bool:
    token = view.tokens[index]
    if token.pos in _BOUNDS and not (token.pos == "VERB" and token.has("VerbForm=Part")):
        return True
    return view.folded[index] in view.words.relative or any(d.span.overlaps(token.span) for d in view.dates)


def _agrees(view: View, verb: int, noun: int) -> bool:
    """Tell whether the number of the two agrees, by the noun's ending where it is taken for an adjective."""
    if view.tokens[noun].pos != "ADJ":
        return agree(view, verb, noun)
    return view.tokens[verb].has("Number=Plur") == view.folded[noun].endswith("s")


def behind_clitic(view: View, verb: int) -> list[int]:
    """Return the subject right behind a Spanish verb that has its object before it: "a ocho los sacó el Ejército"."""
    finite = _finite(view, verb)
    if not has_clitic(view, verb) or not view.tokens[finite].has("VerbForm=Fin"):
        return []
    for at in range(verb + 1, min(verb + 5, len(view.tokens))):
        token = view.tokens[at]
        if any(d.span.overlaps(token.span) for d in view.dates):
            continue  # "lo habían sacado el lunes unos desconocidos"
        if token.pos in {"NOUN", "PROPN"}:
            named = noun_of(view, at) is not None or token.pos == "PROPN" or token.text[:1].isupper()
            return [at] if named and agree(view, finite, at) else []
        if token.pos not in _BETWEEN:
            return []
    return []


def capital_before(view: View, verb: int) -> list[int]:
    """Return the capital right before a verb without a subject: "para dar con ellos Bogotá ha enviado 300 hombres"."""
    at = _finite(view, verb)
    if view.language != "es" or view.headline or not view.tokens[at].has("VerbForm=Fin") or not at:
        return []
    named = view.tokens[at - 1]
    rules = any(p.place.capital and p.span.overlaps(named.span) for p in view.places)
    return [at - 1] if rules and view.tokens[max(0, at - 2)].pos != "ADP" else []


def has_clitic(view: View, verb: int) -> bool:
    """Tell whether "lo", "la", "los" or "las" stands right before a Spanish verb, or before its form of "haber"."""
    before = _finite(view, verb) - 1
    if view.language != "es" or view.headline or before < 0 or view.folded[before] not in _CLITICS:
        return False
    return view.tokens[before].pos == "PRON"
