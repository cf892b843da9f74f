"""Running totals told after a figure: "16 more were freed, bringing the total to 58", "con lo que suman 58"."""

from __future__ import annotations

from recuento.extract.figures import is_several
from recuento.extract.times import own_date
from recuento.extract.triggers import Match, find_triggers
from recuento.extract.view import View
from recuento.model.annotation import Numeral
from recuento.model.claim import Figure

__all__ = ["running_total", "told_so_far"]

_REACH = 7
_NOUN = 2  # tokens behind a number in which its noun stands, past an article ("suman 14 los muertos")


def running_total(view: View, match: Match, figure: Figure, used: set[int]) -> Numeral | None:
    """Return the number that the sentence gives as the total so far after ``figure``, or None.

    One whose own noun tells of something else is none: "una herida murió, con lo que suman 14 los muertos".
    """
    for numeral in view.numerals:
        if numeral.sense != "number" or is_several(numeral) or numeral.span.start < figure.span.end:
            continue
        inside = view.inside(numeral.core)
        if not inside or set(inside) & used or not _is_total(view, inside[0], view.inside(figure.span)[-1]):
            continue
        if match.rule.counts in {None, _tally_around(view, inside[-1]) or match.rule.counts}:
            return numeral
    return None


def _tally_around(view: View, last: int) -> str | None:
    """Return the tally of the noun behind a number or of the toll before it, None where neither tells whose ("58")."""
    behind = range(last + 1, last + 1 + _NOUN)
    told = (m for ms in find_triggers(view) for m in ms if m.head in behind and m.rule.form == "state")
    of_noun = next((m.rule.counts for m in told if m.rule.counts), None)
    before = view.folded[max(0, last - _REACH) : last]
    return of_noun or ("killed" if not view.words.of_the_dead.isdisjoint(before) and _is_toll(view, before) else None)


def _is_toll(view: View, before: tuple[str, ...]) -> bool:
    return not view.words.numbers.isdisjoint(before)


def _is_total(view: View, first: int, after: int) -> bool:
    """Tell whether a word for a total leads to the number: "the total to 58", "suman 58", "makes 58 in all"."""
    start = max(after + 1, first - _REACH)
    words = view.folded[start:first]
    if first > 0 and view.folded[first - 1] in view.words.sums:
        return True
    if first > 0 and view.folded[first - 1] in view.words.reached and _raised(view, first, start):
        return True
    return bool(set(words) & view.words.numbers) and view.folded[first - 1] in view.words.reached


def _raised(view: View, first: int, start: int) -> bool:
    """Tell whether a verb before and the thing counted after it frame the number: "raising to 45 the number who"."""
    verb = not view.words.gives_figures.isdisjoint(view.folded[start:first])
    after = view.folded[first + 1 : first + 5]
    of_them = next((word for i, word in enumerate(after[1:], 1) if after[i - 1] in view.words.numbers), "")
    return verb and of_them in view.words.relative


def _is_now(view: View, match: Match) -> bool:
    """Tell whether captives are said to be free by now: "forty are now safe", "thirty are home"."""
    here = (
        view.folded[match.head] in {"is", "are"} and match.rule.counts == "freed" and match.rule.form == "intransitive"
    )
    return view.language == "en" and here and own_date(view, match) is None


def _have_come(view: View, match: Match) -> bool:
    """Tell whether captives "han vuelto a la libertad", in the perfect and on no day: as many as have by now."""
    if match.rule.counts != "freed" or own_date(view, match) is not None:
        return False
    return any(view.folded[i] in view.words.has_come for i in view.children(match.head, "aux"))


def told_so_far(view: View, match: Match) -> bool:
    """Tell whether captives "have come home", with no day of their own: as many as have by now."""
    if match.rule.counts == "missing" and match.rule.form != "nominal":
        return view.language == "en"  # as many as are missing by now
    if _is_now(view, match):
        return True
    if view.language == "es" and _have_come(view, match):
        return True
    if match.rule.about != "captivity" or match.rule.counts != "freed" or own_date(view, match) is not None:
        return False
    return any(view.folded[i] in view.words.have for i in view.children(match.head, "aux"))
