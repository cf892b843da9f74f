"""Is a figure a total, an increment, a part or an aggregate; and has the report withdrawn it?"""

from __future__ import annotations

from functools import cache

from recuento.extract.agreement import begins_clause
from recuento.extract.figures import Counting
from recuento.extract.view import View
from recuento.lexicon.grammar import scope_words, speech, verb_set
from recuento.lexicon.runs import Runs
from recuento.model.claim import Figure, Scope
from recuento.model.document import Language

__all__ = ["is_aggregate", "is_retired", "marks_part", "read_scope"]


_MANY = 50  # people: more than one shooting has, and fewer than a year's
_VERBS_ABOVE = 4  # "has left more than 12,000 people dead"
_DAY = 3  # a night or a weekend
_YEAR = 365
_MONTH = 28
_SEVERAL = 5  # crimes
_NOUNS = frozenset({"NOUN", "PROPN"})
_BETWEEN = frozenset({"DET", "ADJ", "NUM", "ADP", "ADV", "VERB"})


@cache
def _runs(language: Language, name: str) -> Runs:
    words: tuple[str, ...] = getattr(scope_words(language), name)
    return Runs.of(words)


def read_scope(view: View, counting: Counting) -> Scope | None:
    """Return how the figure is meant, None where the words do not say."""
    if counting.figure is None:
        return None
    inside = view.inside(counting.figure.span.to(counting.span))
    first, last = (inside[0], inside[-1]) if inside else (counting.head, counting.head)
    several = _adds_up_crimes(view, counting) or _over_an_area(view, counting) or _names_one_crime(view, counting)
    if is_aggregate(view, counting.figure) or _counts_crimes(view, counting) or several or _of_a_war(view, counting):
        return "aggregate"
    marked = None if begins_clause(view, counting.head, first) else _part_marked(view, first)
    if marked is not None and any(
        n.sense == "number" and n.span.end <= counting.span.start and n.span.start < view.tokens[marked].span.start
        for n in view.numerals
    ):
        return "part"
    if view.has_any(_runs(view.language, "increment"), max(0, first - 2), last + 2) or _adds(view, last + 1, last + 7):
        return "increment"
    if _adds(view, first - 3, first):
        return None  # "se suman a las 42 liberadas ayer"
    if counting.reached and view.language == "en":
        return "total"
    whole = view.language == "en" and first > 0 and view.folded[first - 1] == "all" and counting.numeral is not None
    if whole or view.has_any(_runs(view.language, "total"), max(0, first - 8), last + 5):
        return "total"  # "the kidnapping of all 51 travellers"
    alone = sum(n.sense == "number" for n in view.numerals) == 1
    if alone and not view.headline and view.has_any(_runs(view.language, "until_now"), last + 1, len(view.tokens)):
        return "total"  # "Fifty-nine people have been released by the gang so far"
    return None


def _adds(view: View, start: int, end: int) -> bool:
    """Tell whether the tokens say that a figure is added to an earlier one: "16 personas, que se suman a las 42"."""
    marks = view.words.object_mark
    inside = range(max(0, start), min(end, len(view.tokens) - 1))
    return any(view.folded[i] in view.words.adds_to and view.folded[i + 1] in marks for i in inside)


def is_aggregate(view: View, figure: Figure | None = None) -> bool:
    """Tell whether the sentence counts over a period or an area rather than in one incident.

    One person is killed in one place, whatever else a headline tells of the week.
    """
    everywhere = 0, len(view.tokens)
    alone = figure is not None and figure.count.exact == 1
    raised = _raises(view) if figure is not None else None
    if raised is not None and figure is not None:
        if view.inside(figure.span)[0] > raised:
            return _of_a_period(view, raised)
        everywhere = 0, raised
    if view.headline and not alone and view.has_any(_runs(view.language, "several"), *everywhere):
        return True
    if not view.headline and (view.has_any(_runs(view.language, "wars"), *everywhere) or _since_then(view)):
        return True
    return view.has_any(_runs(view.language, "aggregate"), *everywhere)


def _since_then(view: View) -> bool:
    """Tell whether an English sentence opens with since when: "Since he took over in 2022, 800 have been jailed"."""
    if view.language != "en" or not view.folded or view.folded[0] not in view.words.since:
        return False
    comma = next((token for token in view.tokens if token.text == ","), None)
    return comma is not None and any(
        d.span.end <= comma.span.start and any(r.days >= _MONTH for r in d.ranges) for d in view.dates
    )


def _raises(view: View) -> int | None:
    """Return where an English participle begins that gives a sum: "nine were killed, bringing to 40 the number …"."""
    if view.language != "en" or view.headline:
        return None
    marks = (i for i in range(len(view.tokens) - 2) if view.tokens[i].text in {",", "—", "–"})
    raising = (i for i in marks if view.folded[i + 1] in view.words.raising)
    return next((i for i in raising if not view.words.numbers.isdisjoint(view.folded[i + 2 :])), None)


def _of_a_period(view: View, start: int) -> bool:
    """Tell whether the sum is of a period: "bringing to 12 the number killed this year", "… sent north since 2014"."""
    end = len(view.tokens)
    if view.has_any(_runs("en", "aggregate"), start, end) or view.has_any(_of_years(), start, end):
        return True
    since = [view.tokens[i + 1].span for i in range(start, end - 1) if view.folded[i] in view.words.since]
    years = [d.span for d in view.dates if any(r.days >= _YEAR for r in d.ranges)]
    return any(year.covers(span) for year in years for span in since)


@cache
def _of_years() -> Runs:
    """Return the words for a period, without those that only say how long something has gone on ("so far")."""
    words = scope_words("en")
    return Runs.of(run for run in words.periods if run not in {*words.until_now, "so far", "to date"})


def _counts_crimes(view: View, counting: Counting) -> bool:
    """Tell whether crimes are counted over a period: "168 homicides this year", "suman 90 asesinatos", is no toll.

    A year dates no one crime: "nine murders during 2016". Fewer may be what one trial is about.
    """
    crimes = _runs(view.language, "crimes").firsts
    if view.folded[counting.head] not in crimes:
        return False
    first = view.inside(counting.span)[0]
    mounting = view.has_any(_runs(view.language, "mounting"), max(0, first - 4), first)
    number = counting.figure.count.at_least if counting.figure is not None else 0
    of_a_year = number >= _SEVERAL and any(r.days >= _YEAR for d in view.dates for r in d.ranges)
    return mounting or of_a_year or view.has_any(_runs(view.language, "periods"), 0, len(view.tokens))


def _of_a_war(view: View, counting: Counting) -> bool:
    """Tell whether a long war did it to many: "the insurgency has killed 30,000", "a conflict that left 9,000 dead"."""
    wars, number = scope_words(view.language).long_wars, counting.figure
    if number is None or number.count.at_least < _MANY or not wars:
        return False
    chain = [counting.head, *view.ancestors(counting.head)][:_VERBS_ABOVE]
    subjects = [s for i in chain for s in view.children(i, "nsubj")]
    told_of = [view.tokens[i].head for i in chain if view.tokens[i].dep == "acl:relcl"]
    named = {i for i in (*subjects, *told_of) if view.folded[i] in wars and i < counting.head}
    return any(view.tokens[i + 1].text != ":" for i in named)  # "Colombian conflict: at least 60 are hurt"


def _adds_up_crimes(view: View, counting: Counting) -> bool:
    """Tell whether a figure adds up what several crimes did: "nine were hurt in other shootings", "in 17 shootings".

    One person is hurt in one of them. What stands before a large figure tells of it too: "3,000 were hurt in those
    shootings, not counting the 600 who died".
    """
    if counting.numeral is None or counting.figure is None or counting.figure.count.exact == 1:
        return False
    words = scope_words(view.language)
    start = 0 if counting.figure.count.at_least >= _MANY else view.inside(counting.figure.span)[-1] + 1
    return any(
        view.folded[at] in words.crimes_added and _is_across(view, start, at) for at in range(start, len(view.tokens))
    )


def _names_one_crime(view: View, counting: Counting) -> bool:
    """Tell whether what follows is one crime of several: "nine were shot, including two in an attack in Austin".

    "Nine were shot, including two children, in an attack": it is the one in which they were.
    """
    words = scope_words(view.language)
    if counting.numeral is None or counting.figure is None or counting.figure.count.exact == 1:
        return False
    start = view.inside(counting.span)[-1] + 1
    return any(
        view.folded[at] in words.one_crime
        and (at + 1 == len(view.tokens) or view.tokens[at + 1].pos not in _NOUNS)
        and _follows_directly(view, start, at)
        for at in range(start, len(view.tokens))
    )


def _follows_directly(view: View, start: int, at: int) -> bool:
    """Tell whether only an article, numbers and the like stand between the words for some of them and the crime."""
    left = at - 1
    article = False
    while left >= start and _may_stand_between(view, left) and not _ends(view, "one_of_them", left):
        article = article or view.folded[left] in scope_words(view.language).one
        left -= 1
    return article and left >= start and _ends(view, "one_of_them", left)


def _may_stand_between(view: View, at: int) -> bool:
    hyphened = "-" in {token.text for token in view.tokens[at - 1 : at + 2]}  # "a drive-by shooting"
    return view.tokens[at].pos in _BETWEEN or view.tokens[at].dep == "compound" or hyphened


def _ends(view: View, name: str, at: int) -> bool:
    """Tell whether one of the runs, of one word or two, ends with the token."""
    runs, before = _runs(view.language, name), max(0, at - 1)
    return view.has_any(runs, at, at + 1) or (view.has_any(runs, before, at + 1) and not view.has_any(runs, before, at))


def _is_across(view: View, start: int, at: int) -> bool:
    """Tell whether the plural at ``at`` hangs on a word for where ("in", "across") with nothing but its own words."""
    words = scope_words(view.language)
    if " ".join(view.folded[at - 1 : at + 1]) in words.of_one:
        return False
    left = at - 1
    while left >= start and (
        view.folded[left] in words.various or view.tokens[left].pos in {"NUM", "ADJ"} or _says_when(view, left)
    ):
        left -= 1
    own = view.folded[left + 1 : at] + view.folded[at + 1 : at + 2]
    told_apart = view.folded[at] in words.crimes or any(word in words.various for word in own)
    return left >= start and view.folded[left] in words.across and told_apart


def _says_when(view: View, at: int) -> bool:
    """Tell whether the word belongs to a date: "killed in weekend shootings"."""
    return any(d.span.covers(view.tokens[at].span) for d in view.dates)


def _over_an_area(view: View, counting: Counting) -> bool:
    """Tell whether people are counted all over an area on no day: "601 people were killed across the country".

    On a day of its own that is a wave, which reports tell as one incident.
    """
    if counting.numeral is None or counting.figure is None or counting.figure.count.exact == 1:
        return False
    if not view.has_any(_runs(view.language, "areas"), 0, len(view.tokens)):
        return False
    return not any(r.days <= _DAY for d in view.dates for r in d.ranges)


def _part_marked(view: View, first: int) -> int | None:
    """Return where those words begin, None where there are none: "17 rifles, two pistols" has no whole."""
    start = max(0, first - 4)
    runs = _runs(view.language, "part")
    if not view.has_any(runs, start, first):
        return None
    return max((at for run in view.standing(runs) if (at := view.find(run, start, first)) is not None), default=None)


def marks_part(view: View, first: int) -> bool:
    """Tell whether the words just before token ``first`` make what follows a part ("including", "de los cuales")."""
    return view.has_any(_runs(view.language, "part"), max(0, first - 4), first)


def is_retired(view: View, counting: Counting | None) -> bool:
    """Tell whether the words before the figure withdraw it ("officials had said 129", "11 y no 14")."""
    if counting is None or counting.figure is None:
        return False
    first = view.inside(counting.figure.span)[0]
    return view.has_any(_runs(view.language, "retired"), max(0, first - 8), first) or _said_at_first(view, first)


def _said_at_first(view: View, first: int) -> bool:
    """Tell whether somebody only said so at first: "Initially the same official had said that seven were dead"."""
    start = _last_of(view, "at_first", first)
    if start is None and _last_of(view, "had", first) is not None:
        start = _last_of(view, "before_that", first)
    if start is None:
        return False
    verbs = verb_set(speech(view.language).verbs, view.language) | view.words.gives_figures
    told = any(word in verbs for word in view.folded[max(0, start - 2) : first])
    return told and not view.has_any(_runs(view.language, "at_last"), start, first)


def _last_of(view: View, name: str, end: int) -> int | None:
    """Return where the last of the words begins that stand before ``end``, None where none does."""
    runs = _runs(view.language, name)
    if not view.has_any(runs, 0, end):
        return None
    return max(at for at in range(end) if view.has_any(runs, at, end))
