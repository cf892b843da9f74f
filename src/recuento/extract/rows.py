"""A headline that begins with the list of the dead: "Bus driver, 3 women murdered"."""

from __future__ import annotations

from collections.abc import Sequence

from recuento.extract.figures import Counting
from recuento.extract.phrases import noun_of
from recuento.extract.triggers import Match
from recuento.extract.view import View
from recuento.extract.wordorder import Phrase, clause_start, counting_of, phrase_from

__all__ = ["whole_list"]


def whole_list(view: View, match: Match, found: Sequence[Counting | None]) -> list[Counting]:
    """Return those whom all words from the clause's beginning to the rule's name, where ``found`` has fewer of them.

    "Bus driver, 3 women murdered": syntax ties the verb to the last. [] where other words stand between, or where
    the verb goes on with an object of its own.
    """
    if not view.headline or view.language != "en" or match.rule.counts not in {"killed", "bodies"}:
        return []
    if match.rule.form not in {"transitive", "state", "intransitive"} or not _ends_there(view, match):
        return []
    phrases = _row(view, clause_start(view, match.head), match.head)
    if match.rule.form == "intransitive" and not all(noun_of(view, p.last) for p in phrases):
        return []  # "59 escape, 7 die"
    told = sum(c.figure.count.at_least for c in found if c is not None and c.figure is not None)
    return [counting_of(view, p) for p in phrases] if sum(p.count.at_least for p in phrases) > told else []


def _ends_there(view: View, match: Match) -> bool:
    following = view.tokens[match.last + 1].pos if match.last + 1 < len(view.tokens) else "PUNCT"
    said = "participle" in match.kinds or match.rule.form in {"state", "intransitive"}
    return said and following in {"ADP", "ADV", "PUNCT", "SCONJ"}


def _row(view: View, start: int, end: int) -> list[Phrase]:
    """Return the phrases that fill tokens[start:end], joined by commas and "and"; [] where something else is left.

    After a comma alone only a number begins another ("Mayor, 2 guards"), unless it counts those before again ("Ana
    Lima and Eva Ruiz, two nurses,"), or one person by his noun follows such another ("Mayor, driver shot dead").
    """
    found: list[Phrase] = []
    at, mark = start, ""
    while at < end:
        at += bool(found) and view.folded[at] in view.words.possessive  # "a woman and her two daughters"
        phrase = phrase_from(view, at, end) if at < end else None
        if phrase is None:
            return []
        again = mark == "," and phrase.count.at_least == sum(p.count.at_least for p in found)
        again = again and any(p.basis == "named" for p in found)
        beside = [*found, phrase]
        closed = phrase.last + 1 == end or view.folded[phrase.last + 1] in {",", *view.words.be}
        told = view.numeral_at(phrase.first) is not None or all(_is_one_by_noun(view, p) for p in beside)
        if mark == "," and not (told and closed):
            return []
        found += [] if again else [phrase]
        at = phrase.last + 1
        mark = view.folded[at] if at < end else ""
        if mark and mark not in {",", "and", "&", *view.words.be}:
            return []
        at += bool(mark)
    return found


def _is_one_by_noun(view: View, phrase: Phrase) -> bool:
    """Tell whether the phrase is one person, or one couple, by a bare noun: "Father", "Police chief", "Couple"."""
    return phrase.basis == "singular" and view.numeral_at(phrase.first) is None and bool(noun_of(view, phrase.last))
