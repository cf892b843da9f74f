"""The number that a Spanish verb of being gives to those whom a state names: "los reos fugados serían 14"."""

from __future__ import annotations

from recuento.extract.figures import Counting
from recuento.extract.phrases import fits, noun_of
from recuento.extract.triggers import Match
from recuento.extract.view import NOMINAL, VERBAL, View
from recuento.model.annotation import Numeral
from recuento.model.claim import Figure

__all__ = ["people_behind", "predicated"]

_REACH = 4
_PHRASE = 9  # tokens of the phrase before its verb


def predicated(view: View, match: Match) -> Counting | None:
    """Return those whom the state word at the match names, with the number told of them; None where there is none.

    The words stand in a plural phrase with an article ("los cuerpos exhumados"). The number follows a form of "be" or
    of "sum up" and counts no other noun ("los detenidos son 14"), precedes the phrase behind such a form ("suman 22 los
    cuerpos"), or stands in an aside that sums up ("los cuerpos, tres en total,").
    """
    if view.language != "es" or view.headline or view.words.amounts_to.isdisjoint(view.present):
        return None
    start = _article_before(view, match.head)
    numeral = None
    if start is not None:
        numeral = _number_before(view, start) or _number_behind(view, match.last)
    if start is None or numeral is None:
        return None
    span = view.span(start, match.last)
    return Counting(
        head=match.head,
        span=span.to(numeral.span),
        figure=Figure(count=numeral.count, basis="numeral", span=numeral.span),
        definite=True,
        numeral=numeral,
    )


def people_behind(view: View, word: int) -> tuple[int, ...]:
    """Return the first of the people that a verb of being gives to those whom the word at ``word`` names.

    "Los muertos en la balacera son cuatro hombres y una mujer": the men. A colon behind the words that open a sentence
    says the same: "Los heridos: un soldado y dos civiles". () where it gives none, or denies them.
    """
    if view.language != "es" or view.headline or not _may_tell(view):
        return ()
    verb = _being_behind(view, word) if _article_before(view, word) is not None else None
    verb = _colon_behind(view, word) if verb is None else verb
    if verb is None or view.folded[verb - 1] == view.words.no:
        return ()
    at = verb + 1
    while at < len(view.tokens) and view.folded[at] in view.words.before_amount:
        at += 1
    numeral = view.numeral_at(at) if at < len(view.tokens) else None
    if at >= len(view.tokens) or (
        numeral.sense != "number" if numeral else view.folded[at] not in view.words.indefinite
    ):
        return ()
    last = view.inside(numeral.span)[-1] if numeral is not None else at
    nouns = range(last + 1, min(len(view.tokens), last + 3))
    return tuple(i for i in nouns if noun_of(view, i) is not None and fits(view, i, "person"))[:1]


def _being_behind(view: View, word: int) -> int | None:
    """Return the verb of being behind the word, past what is told of it by prepositions; None behind another verb."""
    for at in range(word + 1, min(len(view.tokens), word + _PHRASE)):
        if view.folded[at] in view.words.amounts_to and view.tokens[at].pos in VERBAL:
            return at
        if view.tokens[at].pos in VERBAL or view.tokens[at].pos in {"PUNCT", "CCONJ", "SCONJ"}:
            return None
    return None


def _may_tell(view: View) -> bool:
    return ":" in view.present or not view.words.amounts_to.isdisjoint(view.present)


def _colon_behind(view: View, word: int) -> int | None:
    """Return the colon behind a word for people that opens its sentence, past what prepositions tell of it."""
    opens = word == 0 or (word == 1 and view.folded[0] in view.words.definite_plural)
    if not opens or not view.folded[word].endswith("s"):
        return None
    for at in range(word + 1, min(len(view.tokens), word + _PHRASE)):
        if view.tokens[at].text == ":":
            return at
        if view.tokens[at].pos not in {"ADP", "DET", "NOUN", "PROPN", "ADJ"}:
            return None
    return None


def _article_before(view: View, word: int) -> int | None:
    """Return the plural article of the phrase that the word stands in: right before it, or before its noun."""
    for at in (word - 1, word - 2):
        if at >= 0 and view.folded[at] in view.words.definite_plural and view.tokens[at].pos == "DET":
            beside = at == word - 1 or view.tokens[word - 1].pos in NOMINAL | {"ADV"}
            opens = at == 0 or view.tokens[at - 1].pos != "ADP"
            return at if beside and opens else None
    return None


def _number_before(view: View, start: int) -> Numeral | None:
    numeral = view.numeral_at(start - 1) if start > 1 else None
    if numeral is None or numeral.sense != "number":
        return None
    first = view.inside(numeral.span)[0]
    ahead = view.folded[max(0, first - 2) : first]
    if first and view.tokens[first - 1].pos == "CCONJ":
        ahead = view.folded[max(0, first - _PHRASE) : first]  # "fueron once los muertos y tres los heridos"
    return numeral if view.words.amounts_to & set(ahead) else None


def _number_behind(view: View, last: int) -> Numeral | None:
    """Return the number right behind the phrase and a verb of being, or in an aside that sums up."""
    said = False
    for at in range(last + 1, min(len(view.tokens), last + 2 + _REACH)):
        numeral = view.numeral_at(at)
        if numeral is not None:
            return numeral if numeral.sense == "number" and _counts_them(view, numeral, said=said) else None
        word = view.folded[at]
        if word in view.words.amounts_to:
            said = True
        elif not (view.tokens[at].text == "," and at == last + 1) and word not in view.words.before_amount:
            return None
    return None


def _counts_them(view: View, numeral: Numeral, *, said: bool) -> bool:
    """Tell whether nothing is counted by the number but those told of: no "son 14 policías", "son de 20 años"."""
    after = view.inside(numeral.span)[-1] + 1
    if after >= len(view.tokens):
        return said
    if view.folded[after : after + 2] == ("en", "total"):
        return True
    return said and view.tokens[after].pos in {"PUNCT", "CCONJ", "SCONJ", "ADV"}
