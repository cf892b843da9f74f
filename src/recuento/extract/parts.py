"""Parts of a figure that have no verb of their own: "58, encompassing 36 adults and 22 children"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from recuento.extract.agreement import begins_clause, does_otherwise
from recuento.extract.figures import Counting, count_phrase, is_several
from recuento.extract.phrases import fits, noun_of
from recuento.extract.scope import marks_part
from recuento.extract.triggers import Match, find_triggers
from recuento.extract.view import VERBAL, View
from recuento.model.annotation import Numeral
from recuento.model.claim import Figure
from recuento.model.count import Count
from recuento.model.span import Span

__all__ = ["parts_after", "told_of_them"]

_OF_THE = 3  # words: "cuatro de los"


def parts_after(view: View, match: Match, whole: Figure, used: set[int]) -> Iterator[Counting]:
    """Yield the counted phrases after ``whole`` that the words make its parts, and mark their tokens in ``used``.

    They are parts when a word says so ("including", "entre ellos"), or when figures in apposition add up to the whole.
    """
    if whole.basis != "numeral":
        return
    told = [c for c in _candidates(view, whole, used) if c.figure is not None]
    told = [c for c in told if not (_of_a_nearer(view, match, whole, c) or _has_own_fate(view, match, c))]
    told = [c for c in told if not _has_shares(view, c)]
    marked = [
        c
        for c in told
        if (c.numeral is not None and told_of_them(view, c.numeral))
        or (
            c.figure is not None
            and marks_part(view, view.inside(c.figure.span)[0])
            and not _past_a_clause(view, whole, c)
        )
    ]
    busy = [
        c
        for c in told
        if not (c.numeral is not None and told_of_them(view, c.numeral))
        and does_otherwise(view, c.head, match.last)
        and (c not in marked or begins_clause(view, c.head, view.inside(c.span)[0]))
    ]  # "nine died, including a nun, and six were hurt"
    chain = _chain(view, [c for c in told if c not in busy], [c for c in marked if c not in busy])
    size = _adds_up(told[:4], whole) if not chain and len(told) >= 2 else 0
    if size and (all(c.numeral is not None for c in told[:size]) or _set_apart(view, whole, told[0])):
        chain = told[:size]
    for counting in chain:
        if counting.figure is not None and _smaller(counting.figure, whole):
            used |= set(view.inside(counting.span))
            yield counting


def _has_shares(view: View, counting: Counting) -> bool:
    """Tell whether a number right before takes a share of the phrase: of "cuatro de los siete cuerpos" seven."""
    if counting.figure is None:
        return False
    first = view.inside(counting.figure.span)[0]
    of_the = first >= _OF_THE and view.folded[first - 1] in view.words.definite_plural
    return of_the and view.folded[first - 2] in view.words.of and view.numeral_at(first - _OF_THE) is not None


def _past_a_clause(view: View, whole: Figure, part: Counting) -> bool:
    """Tell whether a new clause begins between: "58 are home; the fate of the other eight is unknown"."""
    between = view.inside(Span(whole.span.end, max(whole.span.end, part.span.start)))
    mark = next((i for i in between if view.tokens[i].text == ";"), None)
    if mark is None:
        return False
    rest = range(mark + 1, len(view.tokens))
    return any(view.tokens[i].dep.startswith("nsubj") and view.tokens[i].head > i for i in rest)


def _has_own_fate(view: View, match: Match, part: Counting) -> bool:
    """Tell whether another event befell those told of: "Ten days after 33 vanished, 21 of them are back"."""
    if part.numeral is None or view.language != "en" or not told_of_them(view, part.numeral):
        return False
    at = view.inside(part.numeral.core)[-1] + 3
    if at >= len(view.tokens) or view.tokens[at].pos not in VERBAL or not view.tokens[at].has("VerbForm=Fin"):
        return False
    following = [ms[0] for ms in find_triggers(view) if at <= ms[0].head <= at + 2]
    return any(m.rule.counts not in {None, match.rule.counts, "killed", "bodies"} for m in following)


def _of_a_nearer(view: View, match: Match, whole: Figure, part: Counting) -> bool:
    """Tell whether another event's figure stands between: of "killing 9 and wounding 14, two of them boys" 14."""
    first = view.inside(part.figure.span)[0] if part.figure is not None else 0
    told = told_of_them(view, part.numeral) if part.numeral is not None else marks_part(view, first)
    if not told:
        return False
    for other in (ms[0] for ms in find_triggers(view)):
        apart = other.rule.counts is not None and other.rule.event != match.rule.event
        inside = whole.span.end < view.span(other.head).start and view.span(other.last).end <= part.span.start
        figures = (view.numeral_at(i) for i in range(max(0, other.head - 2), min(len(view.tokens), other.last + 4)))
        numbers = [n for n in figures if n is not None and n.sense == "number"]
        if apart and inside and any(whole.span.end < n.span.start and n.span.end <= part.span.start for n in numbers):
            return True
    return False


def _set_apart(view: View, whole: Figure, first: Counting) -> bool:
    """Tell whether a mark announces the parts: "three dead: two gunmen and a soldier"."""
    return any(mark in view.text[whole.span.end : first.span.start] for mark in (":", "—", "–", "("))


def _candidates(view: View, whole: Figure, used: set[int]) -> list[Counting]:
    found: list[Counting] = []
    for numeral in view.numerals:
        if (
            numeral.sense != "number"
            or is_several(numeral)
            or numeral.span.start < whole.span.end
            or set(view.inside(numeral.core)) & used
        ):
            continue
        counting = _phrase_of(view, numeral)
        if counting is not None and fits(view, counting.head, "person"):
            found.append(counting)
    return sorted([*found, *_singles(view, whole, used)], key=lambda c: c.span)


def _singles(view: View, whole: Figure, used: set[int]) -> Iterator[Counting]:
    """Yield the people told one by one after ``whole``: "dos sicarios y un soldado", "including a child"."""
    for token in view.tokens:
        if token.span.start < whole.span.end or view.folded[token.index] not in view.words.begins_item:
            continue
        following = range(token.index + 1, min(token.index + 4, len(view.tokens)))
        head = next((i for i in following if (noun := noun_of(view, i)) is not None and not noun.unit), None)
        if head is None or {token.index, head} & used:
            continue
        if not view.tokens[head].has("Number=Plur"):
            span = view.span(token.index, head)
            figure = Figure(count=Count.exactly(1), basis="singular", span=span)
            yield Counting(head=head, span=span, figure=figure)


def _phrase_of(view: View, numeral: Numeral) -> Counting | None:
    inside = view.inside(numeral.core)
    if not inside:
        return None
    last = inside[-1]
    head = (
        view.tokens[last].head
        if view.tokens[last].dep in {"nummod", "amod", "det"} and view.tokens[last].head > last
        else last
    )
    counting = count_phrase(view, head)
    if counting.numeral is not numeral:
        figure = Figure(count=numeral.count, basis="numeral", span=numeral.span)
        return Counting(head=head, span=numeral.span.to(view.span(head)), figure=figure, numeral=numeral)
    return counting


def told_of_them(view: View, numeral: Numeral) -> bool:
    """Tell whether words after the number make it a part: "two of them police officers", "tres de los cuales"."""
    after = view.inside(numeral.core)[-1] + 1
    return any(view.folded[after : after + len(run)] == run for run in _OF_THEM)


_OF_THEM = tuple(
    tuple(run.split())
    for run in (
        "of them",
        "of whom",
        "of those",
        "de ellos",
        "de ellas",
        "de los cuales",
        "de las cuales",
        "de quienes",
    )
)


# "of whom 24 are adults and nine are teenagers", "de las que 31 son mayores de edad y 12 menores"
_WHO_THEY_ARE = re.compile(
    r"(?:are|were|son|eran) [\w-]+(?: de edad)?(?:,| and|, and| y)|(?:mayores|menores)(?: de edad)? y"
)


def _chain(view: View, told: list[Counting], marked: list[Counting]) -> list[Counting]:
    """After "including", every counted phrase of the same list belongs to it: "including 3 women and 2 children"."""
    if not marked:
        return []
    chain = [marked[0]]
    for counting in told[told.index(marked[0]) + 1 :]:
        if chain[-1].figure is not None and _past_a_clause(view, chain[-1].figure, counting):
            break
        between = view.text[chain[-1].span.end : counting.span.start].strip().casefold()
        if (
            counting in marked
            or _WHO_THEY_ARE.fullmatch(between)
            or between
            in {
                ",",
                "and",
                "y",
                "e",
                ", and",
                ", y",
                "plus",
                "más",
                ";",
                "and the",
                "as well as",
                "así como",
            }
        ):
            chain.append(counting)
        else:
            break
    return chain


def _adds_up(told: list[Counting], whole: Figure) -> int:
    """Return how many leading figures sum to the whole, 0 if none do."""
    total = 0
    for size, counting in enumerate(told, start=1):
        if counting.figure is None or counting.figure.count.exact is None:
            return 0
        total += counting.figure.count.exact
        if total == whole.count.at_least and size > 1:
            return size
    return 0


def _smaller(part: Figure, whole: Figure) -> bool:
    return whole.count.at_most is None or part.count.at_least <= whole.count.at_most
