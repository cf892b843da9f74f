"""Who acts right behind the day that opens a sentence: "On Saturday afternoon gunmen attacked a convoy"."""

from __future__ import annotations

from recuento.extract.phrases import noun_of
from recuento.extract.view import View

__all__ = ["behind_day"]

_OPENS = 8  # tokens in which such a day and whoever acts stand


def behind_day(view: View, verb: int) -> list[int]:
    """Return the people right before an English verb without a subject whom the parser takes for the end of a day.

    "On Saturday afternoon gunmen" is then one phrase. What stands before them opens the sentence or its clause.
    """
    at = verb - 1
    while at > 0 and view.tokens[at].pos in {"AUX", "ADV"}:
        at -= 1
    at = _past_place(view, _of_whom(view, at))
    if view.language != "en" or view.headline or not 0 < at < verb or view.tokens[at].pos not in {"NOUN", "PROPN"}:
        return []
    if _ends_circumstance(view, at, verb):
        return [at]
    day = next((d.span for d in view.dates if d.span.end < view.tokens[at].span.start), None)
    before = view.inside(day) if day is not None else []
    described = all(view.tokens[i].pos in {"ADJ", "NUM", "DET"} for i in range(before[-1] + 1, at)) if before else False
    opens = described and before[0] <= _OPENS and not any(view.tokens[i].pos in {"VERB"} for i in range(before[0]))
    dated = view.tokens[at].dep in {"obl", "obl:unmarked", "nmod", "obl:tmod"} or view.children(at, "compound", "case")
    return [at] if opens and dated and noun_of(view, at) is not None else []


def _ends_circumstance(view: View, at: int, verb: int) -> bool:
    """Tell whether several people end what opens the sentence: "In a separate incident gunmen burned a bus"."""
    nouns = [i for i in view.children(at, "compound") if view.tokens[i].pos == "NOUN" and noun_of(view, i) is None]
    opens = view.tokens[0].pos == "ADP" and view.tokens[0].head == at and nouns == [at - 1]
    acts = view.tokens[at].dep == "obl" and view.tokens[at].head == verb and bool(view.children(verb, "obj"))
    someone = noun_of(view, at) is not None and view.tokens[at].has("Number=Plur")
    described = any(view.tokens[i].pos in {"DET", "ADJ"} for i in range(1, at - 1))
    return opens and acts and someone and described and view.folded[at - 1] in view.words.happenings


def _past_place(view: View, at: int) -> int:
    """Return the word before a place and its preposition ("police in Tame arrested"), or the word itself."""
    place = next((p.span for p in view.places if p.span.overlaps(view.tokens[at].span)), None)
    first = view.inside(place)[0] if place is not None else 0
    return first - 2 if first > 2 and view.tokens[first - 1].pos == "ADP" else at


def _of_whom(view: View, at: int) -> int:
    """Return the people whom a name behind "of" tells of ("members of the Union attacked"), or the word itself."""
    while at > 0 and view.tokens[at].dep in {"nmod", "flat", "compound"} and view.tokens[at].head < at:
        above = view.tokens[at].head
        if view.tokens[at].dep == "nmod" and (view.case_of(at) not in view.words.of or noun_of(view, above) is None):
            return at
        at = above
    return at
