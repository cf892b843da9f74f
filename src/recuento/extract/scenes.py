"""Where it happened: the place that a clause gives its event, and the places that the report sets before."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Collection, Iterator, Sequence
from dataclasses import replace

from recuento.extract.times import distance, happening_near, sentence_around
from recuento.extract.triggers import Match
from recuento.extract.view import VERBAL, View
from recuento.extract.whose_place import court_place, first_of_list
from recuento.lexicon.syntax import syntax
from recuento.model.annotation import Annotations, PlaceMention, Sentence
from recuento.model.lookup import begun_within, paragraph_of
from recuento.model.span import Span

__all__ = ["heads_entry", "is_spread", "lead_place", "lies_within", "own_place", "place_before"]

_FINE = frozenset({"exact", "town", "municipality"})
_OPENING = 2  # paragraphs
_NEWS = 4
_LONGEST_HEAD = 80


def own_place(view: View, match: Match) -> PlaceMention | None:
    """Return the place that the trigger's sentence gives it: nearest in the tree, the narrowest where two are equal.

    Of a state and a town in it the town is meant, unless it is only part of what is told: "nine in Sonora, including
    two in Guaymas". What a court does is where it sits.
    """
    court = court_place(view, match)
    if court is not None:
        return court
    usable = [p for p in view.places if p.locative]
    nearest = min(
        usable,
        key=lambda p: (distance(view, match, p.span)[0], _width(p), distance(view, match, p.span)[1]),
        default=None,
    )
    if nearest is None or nearest.place.precision in _FINE or _has_parts(view, match):
        return nearest if nearest is None else first_of_list(view, nearest)
    finer = (p for p in usable if p.place.precision in _FINE and lies_within(p, nearest))
    return min(finer, key=lambda p: distance(view, match, p.span), default=nearest)


def is_spread(view: View, match: Match) -> bool:
    """Tell whether the clause sets its event in several states or countries: no town told elsewhere is its scene."""
    areas = view.words.several_areas
    if areas.isdisjoint(view.present):
        return False  # as in most sentences
    for area in (i for i, word in enumerate(view.folded) if word in areas):
        if view.case_of(area) not in view.words.where_case or _verb_of(view, area) != _verb_of(view, match.head):
            continue
        before = (area - 1, *view.children(area, "nummod", "det", "amod"))
        if any(view.numeral_at(i) is not None or view.folded[i] in view.words.many for i in before):
            return True
    return False


def _verb_of(view: View, index: int) -> int:
    """Return the word itself if it is a verb, else the first verb above it, else the root."""
    chain = [index, *view.ancestors(index)]
    return next((i for i in chain if view.tokens[i].pos in VERBAL), chain[-1])


def _has_parts(view: View, match: Match) -> bool:
    return not view.words.including.isdisjoint(view.folded[match.head :])


def _width(mention: PlaceMention) -> int:
    return ["exact", "town", "municipality", "admin1", "country"].index(mention.place.precision)


def lies_within(fine: PlaceMention | None, wide: PlaceMention | None) -> bool:
    """Tell whether ``fine`` lies in the state or country that ``wide`` names; where a story was filed is no scene."""
    if fine is None or wide is None:
        return False
    if wide.place.precision == "country":
        return fine.place.country == wide.place.country and not fine.dateline and fine.place.precision != "country"
    return wide.place.precision == "admin1" and fine.place.admin1 == wide.place.name


def place_before(
    annotations: Annotations, sentence: Span, paragraph: int, *, without: Collection[Span] = ()
) -> PlaceMention | None:
    """Return the last place set before the sentence: in its own or the preceding paragraph, else under its heading.

    Of "La Piedad, Michoacán" it is the town. Where somebody was filmed is no scene, and the sentences ``without`` set
    none.
    """
    near = [s for s in paragraph_of(annotations, paragraph - 1, paragraph) if s.span.start < sentence.start]
    found = _last(annotations, [s for s in near if s.span not in without])
    if found is not None:
        return found
    section = [s for s in _section(annotations, sentence) if s.span not in without]
    return _last(annotations, section[:1]) or _last(annotations, section)


def _section(annotations: Annotations, sentence: Span) -> Sequence[Sentence]:
    """Return the sentences before one, from the last heading on; none where there is no heading."""
    end = bisect_left(annotations.sentences, sentence.start, key=_start)
    headings = (at for at in range(end - 1, -1, -1) if annotations.sentences[at].kind == "heading")
    start = next(headings, None)
    return () if start is None else annotations.sentences[start:end]


def _start(sentence: Sentence) -> int:
    return sentence.span.start


def _last(annotations: Annotations, sentences: Sequence[Sentence]) -> PlaceMention | None:
    for sentence in reversed(sentences):
        told = _told_in(annotations, sentence)
        if told:
            break
    else:
        return None
    last = told[-1]
    for mention in reversed(told[:-1]):
        if not (lies_within(mention, last) or _is_followed_by(annotations, mention, last)):
            break
        last = mention
    return last


def _told_in(annotations: Annotations, sentence: Sentence) -> list[PlaceMention]:
    """Return the places that a sentence sets, in text order."""
    begun = begun_within(annotations.places, sentence.span.start, sentence.span.end)
    inside = [p for p in begun if not p.dateline and sentence.span.covers(p.span)]
    if not inside or _is_filmed(annotations, sentence):
        return []
    return [p for p in inside if p.locative or heads_entry(annotations, p)]


def _is_followed_by(annotations: Annotations, fine: PlaceMention, wide: PlaceMention) -> bool:
    """Tell whether "Town, Province" tells in which part of a state the town is."""
    between = annotations.text[fine.span.end : wide.span.start]
    words = syntax(annotations.language).municipality_of
    known = fine.place.id is not None  # "Tumeremo, municipio Sifontes"
    told = between.strip() == "," or (known and between.strip(" ,(").casefold() in words)
    beside = told and fine.place.admin1 == wide.place.admin1 and fine.place.admin1 is not None
    return beside and fine.place.precision in _FINE and wide.place.precision in _FINE


def heads_entry(annotations: Annotations, mention: PlaceMention) -> bool:
    """Tell whether a place with at most a date beside it is a sentence: "3 June, Tame." heads what follows."""
    sentence = sentence_around(annotations, mention.span)
    if sentence is None or sentence.kind != "prose" or len(sentence.span) > _LONGEST_HEAD:
        return False
    start, end = sentence.span.start, sentence.span.end
    beside = [date.span for date in begun_within(annotations.dates, start, end)]
    beside += [place.span for place in begun_within(annotations.places, start, end)]
    inside = [mention.span, *(span for span in beside if sentence.span.covers(span))]
    rest = [c for i, c in enumerate(sentence.span.of(annotations.text), sentence.span.start) if c.isalnum()
            and not any(s.start <= i < s.end for s in inside)]  # fmt: skip
    return not rest


def _is_filmed(annotations: Annotations, sentence: Sentence) -> bool:
    """Tell whether the sentence is about a recording: where somebody "was captured on video" is nobody else's place."""
    words = annotations.text[sentence.span.start : sentence.span.end].casefold()
    return any(f" {run} " in f" {words} " for run in syntax(annotations.language).filmed)


def lead_place(annotations: Annotations) -> PlaceMention | None:
    """Return the place of the news: the first town that the opening sets, else where it is said to have happened.

    Then come the opening's state, the dateline, the opening's country; an institution's own place stands in for them:
    what "Sonora's attorney's office" reports is taken to be in Sonora, what a town's police do, last, in the town. A
    capital in the dateline stands for its country.
    """
    located = [p for p in annotations.places if p.locative and not p.dateline]
    first = [p for p in located if _stands_in(annotations, p, _OPENING)]
    fine = next((p for p in first if p.place.precision in _FINE), None)
    if fine is not None:
        return fine
    wide = next(_wide_leads(annotations, first), None)
    said = wide is not None and wide.place.precision == "country" and not wide.dateline
    if wide is None or said or wide.place.precision in _FINE:
        return wide  # what is said to have happened in a country may have happened in many towns
    return next(_narrower_told(annotations, located, wide), wide)


def _wide_leads(annotations: Annotations, first: Sequence[PlaceMention]) -> Iterator[PlaceMention]:
    datelines = [p for p in annotations.places if p.dateline]
    hints = [p for p in annotations.places if not p.locative and _stands_in(annotations, p, _OPENING)]
    yield from (p for p in first if p.place.precision == "admin1")
    yield from (p for p in datelines if p.filed_from is None)
    yield from (p for p in hints if p.place.precision == "admin1" and p.span not in _countries(datelines))
    yield from first
    yield from (replace(p, place=p.filed_from) for p in datelines if p.filed_from is not None)
    yield from (p for p in hints if p.place.precision in _FINE and _is_often_named(annotations, p))


def _is_often_named(annotations: Annotations, mention: PlaceMention) -> bool:
    """Tell whether a town that sets no scene is at least what the report is about, and no capital."""
    same = [p for p in annotations.places if p.place.name == mention.place.name]
    return len(same) > 1 and not mention.place.capital


def _countries(datelines: Sequence[PlaceMention]) -> frozenset[Span]:
    return frozenset(p.span for p in datelines)


def _narrower_told(
    annotations: Annotations, located: Sequence[PlaceMention], wide: PlaceMention
) -> Iterator[PlaceMention]:
    """Yield the places in the lead's state or country: where "los hechos ocurrieron", then what comes first."""
    # Of a capital in the dateline neither the capital nor its country is the scene: a state in it may be.
    inside = [
        p
        for p in located
        if lies_within(p, wide)
        and (p.place.precision in _FINE or wide.dateline)
        and not (wide.dateline and p.place.capital)
    ]
    top = [s for s in annotations.sentences if s.kind != "heading"]
    happened = [s.span for s in top if happening_near(annotations, s.span)]
    yield from (p for p in inside if any(span.covers(p.span) for span in happened))
    if not any(s.kind == "heading" for s in annotations.sentences):
        yield from (p for p in inside if _stands_in(annotations, p, _NEWS))


def _stands_in(annotations: Annotations, mention: PlaceMention, paragraphs: int) -> bool:
    sentence = sentence_around(annotations, mention.span)
    return sentence is not None and sentence.paragraph < paragraphs
