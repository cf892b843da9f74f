"""How many: read the figure that a noun phrase commits to, with the words it stands on."""

from __future__ import annotations

import re
from dataclasses import replace

from msgspec import Struct

from recuento.extract.agreement import has_one, is_one_of_each
from recuento.extract.listed import is_surname, names_in_apposition
from recuento.extract.measured import measured
from recuento.extract.phrases import (
    content_head,
    coordinated,
    is_marked,
    is_name,
    is_thing,
    name_span,
    noun_of,
    phrase_span,
)
from recuento.extract.roll import names_on_roll
from recuento.extract.sides import side_of
from recuento.extract.view import View
from recuento.lexicon.triggers import trigger_index
from recuento.model.annotation import Numeral
from recuento.model.claim import Figure
from recuento.model.count import Count
from recuento.model.span import Span

__all__ = ["Counting", "count_phrase", "counted_phrases", "is_several", "is_singular"]

# Between two names of one list: an age, a nickname in brackets, a comma, "and".
_BETWEEN_NAMES = re.compile(
    r"(?:,?\s*(?:alias|apodad[oa])\s+[«“\"']?(?:(?:El|La|Los|Las)\s+)?\w+[»”\"']?)?"
    r"\s*(?:\([^)]{1,40}\))?\s*(?:,?\s*(?:de\s+)?\d{1,2}(?:\s+años(?:\s+de\s+edad)?)?)?\s*(?:,|;|,?\s*\b(?:and|y|e|&)\b)\s*(?:and|y|e)?\s*"
    r"(?:(?:el|la|los|the|Mr\.|Ms\.)\s+)?"
)
_NEXT_NAME = re.compile(_BETWEEN_NAMES.pattern + r"([A-ZÁÉÍÓÚÑ]\w+(?:\s(?:de\s|la\s|del\s)*[A-ZÁÉÍÓÚÑ]\w+){1,3})")


class Counting(Struct, frozen=True, kw_only=True):
    """A counted phrase: its head token, its words, the figure if it gives one, and whether it points back ("the"), and
    whether a measuring noun reached it ("the number freed rose to 58")."""

    head: int
    span: Span
    figure: Figure | None
    definite: bool = False
    numeral: Numeral | None = None
    reached: bool = False


def counted_phrases(view: View, head: int) -> list[Counting]:
    """Return the phrase and those coordinated with it, each with its figure; coordinated names make one list."""
    heads = coordinated(view, head)
    if is_name(view, heads[0]) and _numeral_of(view, heads[0]) is None:
        listed = _listed_names(view, heads)
        if listed is not None:
            others = [h for h in heads if not listed.span.overlaps(view.tokens[h].span)]
            if ";" in listed.span.of(view.text):  # what follows the last name of a roll is about that name
                others = [h for h in others if view.tokens[h].span.end <= listed.span.start]
            return [listed, *(count_phrase(view, h) for h in others)]
    return [count_phrase(view, h) for h in (*heads, *_remains_of(view, head, heads))]


def _remains_of(view: View, head: int, heads: list[int]) -> list[int]:
    """Return those counted after the first whose bodies they are: "the bodies of four men and one woman"."""
    content = content_head(view, head)
    if content == head or view.folded[head] not in view.words.bodies:
        return []
    return [h for h in coordinated(view, content) if h != content and h not in heads and _numeral_of(view, h)]


def _listed_names(view: View, heads: list[int]) -> Counting | None:
    """Return names in a row as one list ("Burke, 34, and Hodges, 33"), None for a single name."""
    head = heads[0]
    one_alone = has_one(view, head)
    kin = [h for h in heads[1:] if _determiner(view, h) in view.words.possessive and noun_of(view, h) is not None]
    named = sorted(
        {name_span(view, h) for h in heads if is_name(view, h) and _numeral_of(view, h) is None}
        | {view.tokens[h].span for h in heads[1:] if not one_alone and is_surname(view, h)}
        | {phrase_span(view, h) for h in kin}
    )
    marked = [n.span for n in view.names if n.kind == "person" and not any(n.span.overlaps(s) for s in named)]
    row = [named[0]]
    for span in sorted([*named[1:], *marked]):
        if span.start >= row[-1].end and _BETWEEN_NAMES.fullmatch(view.text[row[-1].end : span.start]):
            row.append(span)
    for span in [] if one_alone else sorted(marked, reverse=True):
        if span.end <= row[0].start and _BETWEEN_NAMES.fullmatch(view.text[span.end : row[0].start]):
            row.insert(0, span)
    row = max(row + _names_behind(view, row[-1]) if len(row) > 1 else row, names_on_roll(view, row[0]), key=len)
    if len(row) < 2:
        return None
    span = row[0].to(row[-1])
    several = sum((n.count.exact or 1) - 1 for h in kin if (n := _numeral_of(view, h)) is not None)
    many = Count.exactly(len(row) + several)  # "Ana Ruiz and her three nephews"
    return Counting(head=head, span=span, figure=Figure(count=many, basis="listed", span=span))


def _names_behind(view: View, last: Span) -> list[Span]:
    """Return the names that go on a list and that nothing has marked as such: two to four capitalised words each."""
    found: list[Span] = []
    end = last.end
    while (match := _NEXT_NAME.match(view.text, end, view.sentence.span.end)) is not None:
        span = Span(*match.span(1))
        if (
            any(p.span.overlaps(span) and p.locative for p in view.places)
            or side_of(match[1], view.language) != "unknown"
        ):
            break
        found.append(span)
        end = span.end
    return found


def count_phrase(view: View, head: int) -> Counting:
    """Return the phrase with the figure that its own words give."""
    content = content_head(view, head)
    one_of_them = view.language == "es" and view.folded[head] in view.words.one  # "uno de los tres heridos"
    numeral = _numeral_of(view, head) or (_numeral_of(view, content) if content != head and not one_of_them else None)
    span = phrase_span(view, head)
    if content != head:
        span = span.to(phrase_span(view, content))
    if numeral is None and (names := names_in_apposition(view, head)) is not None:
        figure = Figure(count=Count.exactly(names[0]), basis="listed", span=names[1])
        return Counting(head=content, span=span.to(names[1]), figure=figure)
    if numeral is not None:
        span = span.to(numeral.span)
        figure = Figure(count=numeral.count, basis="numeral", span=numeral.span)
        return Counting(head=content, span=span, figure=figure, numeral=numeral)
    reached = measured(view, head)
    if reached is not None:
        figure = Figure(count=reached.count, basis="numeral", span=reached.span)
        return Counting(head=content, span=span, figure=figure, numeral=reached, reached=True)
    determiner = _determiner(view, head)
    if determiner in view.words.nobody or (view.folded[head] in view.words.nobody and not view.children(head)):
        return Counting(head=content, span=span, figure=Figure(count=Count.exactly(0), basis="singular", span=span))
    return Counting(head=content, span=span, figure=_unnumbered(view, head, content, span),
                    definite=(determiner in view.words.definite - view.words.possessive
                    or view.folded[head] in view.words.one_person) and not _first_named(view, head))  # fmt: skip


# "Haggai y su esposa", "the mayor and his driver": one list of two.


# Nouns that hold a figure said elsewhere in the clause, and the words before that figure.


def _unnumbered(view: View, head: int, content: int, span: Span) -> Figure | None:
    """Return a figure of one for a name or a singular person or thing, None where the words leave the number open."""
    if view.folded[head] in view.words.measures and not _is_pair(view, head):
        return None
    if view.folded[head] in view.words.numbers:
        return None  # "cut the death toll": the toll is nobody
    if is_name(view, head):
        return Figure(count=Count.exactly(1), basis="named", span=name_span(view, head))
    one = Figure(count=Count.exactly(1), basis="singular", span=span)
    if view.folded[head] in view.words.indefinite | {"uno", "una", "otro", "otra", "another"}:
        return one
    if view.folded[head] in view.words.oneself or (view.headline and view.folded[head] in view.words.one_person):
        return one
    determiner, noun = _determiner(view, head), noun_of(view, content)
    if view.headline and view.folded[head] in view.words.parents and _is_of_one(view, head):
        return replace(one, count=Count.exactly(2))
    if not is_singular(view, content):
        return None
    if noun is not None and noun.size is not None and determiner not in view.words.possessive:
        one = replace(one, count=Count.exactly(noun.size))
    if determiner in view.words.indefinite and is_one_of_each(view, content):
        return replace(one, count=Count.exactly(2))
    if determiner in view.words.indefinite or _has_name(view, content):
        return one
    if determiner in view.words.definite:
        return None if noun is not None and noun.unit else one
    # Headlines and Spanish objects go without the article: "Asesinan a hombre", "Journalist shot dead".
    named = noun is not None and not noun.unit and (view.tokens[content].pos == "NOUN" or view.headline)
    unknown = view.headline and noun is None and _is_unlisted(view, content)
    bare = determiner is None and (
        unknown or named or is_marked(view, content) or (view.headline and view.folded[content] in view.words.bodies)
    )
    owned = [view.tokens[i].pos for i in view.children(content, "nmod:poss")]
    one_of_theirs = view.language == "en" and noun is not None and not noun.unit and noun.speaker is None
    if (view.headline or one_of_theirs) and owned and "PRON" not in owned:
        return one  # "Mayor's bodyguard killed", "the rescue of a hitman's son"
    return one if bare and not owned else None


def _is_of_one(view: View, parents: int) -> bool:
    """Tell whether the parents are those of one person: "parents of a young man"."""
    following = view.folded[parents + 1 : parents + 3]
    return len(following) == 2 and following[0] in view.words.of | {"de"} and following[1] in view.words.indefinite


def _is_unlisted(view: View, head: int) -> bool:
    """Tell whether an English noun that no list knows may name a person: "Stylist murdered"; no rule's word may."""
    token = view.tokens[head]
    a_rule = trigger_index(view.language).at(token.text, plain=view.plain)
    return view.language == "en" and token.pos == "NOUN" and not a_rule and not is_thing(view, head)


def _is_pair(view: View, head: int) -> bool:
    noun = noun_of(view, head)
    return noun is not None and noun.size is not None


def _has_name(view: View, head: int) -> bool:
    """ "Colombian journalist María Pérez" needs no article."""
    return any(is_name(view, i) for i in view.children(head, "appos", "flat", "compound"))


def _first_named(view: View, head: int) -> bool:
    """Tell whether a Spanish article stands with a name that the report has not told yet: "el soldado Luis Prada"."""
    name = next((i for i in view.children(head, "appos", "flat") if i > head and is_name(view, i)), None)
    if view.language != "es" or view.headline or name is None:
        return False
    last = view.tokens[max([name, *view.children(name, "flat")])]
    return last.text not in view.text[: view.sentence.span.start]


def is_singular(view: View, head: int) -> bool:
    token = view.tokens[head]
    misread = view.headline and noun_of(view, head) is not None and token.pos not in {"NOUN", "PROPN"}
    known = noun_of(view, head)
    if misread and known is not None and view.language == "en":
        return view.folded[head] in known.lemmas and view.folded[head] not in _PLURAL
    if view.headline and known is not None and view.language == "en" and not view.folded[head].endswith("s"):
        return (
            view.folded[head] in known.lemmas and view.folded[head] not in _PLURAL
        )  # taggers see plurals in headlines
    if view.headline and known is not None and view.language == "es" and view.folded[head] not in _PLURAL:
        return not view.folded[head].endswith("s")
    if (misread or token.pos in {"ADJ", "VERB"}) and view.language == "es":
        return not view.folded[head].endswith("s")
    return (
        token.pos in {"NOUN", "PROPN", "ADJ", "VERB"}
        and not token.has("Number=Plur")
        and view.folded[head] not in _PLURAL
    )


_PLURAL = frozenset(
    {
        "police",
        "people",
        "persons",
        "troops",
        "personnel",
        "authorities",
        "gente",
        "dead",
        "wounded",
        "injured",
        "missing",
    }
)


def _determiner(view: View, head: int) -> str | None:
    """Return the folded determiner of the phrase, possessors included ("his", "El Chapo's" is none)."""
    found = [i for i in view.children(head, "det", "nmod:poss", "nummod") if i < head and not _is_age(view, i)]
    if not found and head and view.tokens[head - 1].pos == "DET":
        found = [head - 1]
    return view.folded[found[0]] if found else None


def _is_age(view: View, index: int) -> bool:
    numeral = view.numeral_at(index)
    return view.headline and numeral is not None and numeral.sense == "age"


def _numeral_of(view: View, head: int) -> Numeral | None:
    """Return the numeral that counts the head: its own word, a number child, or one that touches the phrase's front."""
    own = view.numeral_at(head)
    if own is not None and own.sense != "model":
        return own if _counts(own) else None
    predicate = _predicate(view, head)
    if predicate is not None:
        return predicate
    if (whole := _unit_of(view, head)) is not None:
        return whole
    for child in reversed(view.children(head, "nummod", "amod", "det", "advmod", "compound")):
        numeral = view.numeral_at(child)
        if numeral is not None and _counts(numeral) and child < head:
            return numeral
    return _leading_numeral(view, head)


def _unit_of(view: View, head: int) -> Numeral | None:
    """Return how many people one body of them is: "a family of five", "una pareja"; None for any other noun."""
    noun = noun_of(view, head)
    if noun is None or not noun.unit or head + 2 >= len(view.tokens) or view.folded[head + 1] not in view.words.of:
        return None
    numeral = view.numeral_at(head + 2)
    last = view.inside(numeral.core)[-1] if numeral is not None else head
    alone = last + 1 >= len(view.tokens) or view.tokens[last + 1].pos not in {"NOUN", "PROPN", "ADJ"}
    return numeral if numeral is not None and numeral.sense == "number" and alone else None


# Tagged as nouns now and then, always adjectives here.


def _leading_numeral(view: View, head: int) -> Numeral | None:
    """Walk left over the phrase's modifiers: the parser hangs numbers on "alleged cartel" as often as on "members"."""
    at = head - 1
    while at >= 0 and head - at <= 5:
        numeral = view.numeral_at(at)
        if numeral is not None and numeral.sense == "model":
            at -= 1  # "two M16 rifles"
            continue
        if numeral is not None:
            return numeral if _counts(numeral) else None
        if view.folded[at] in view.words.presumed | view.words.more:
            at -= 1
            continue
        bounded = next((n for n in view.numerals if n.span.covers(view.tokens[at].span)), None)
        if bounded is not None and view.language == "en" and _counts(bounded):
            return bounded  # "nine or more dead"
        if view.language == "es" and at and view.folded[at] in view.words.of and view.tokens[at - 1].pos == "NOUN":
            dozen = view.numeral_at(at - 1)  # "media docena de vecinos", where the neighbours are the head
            return dozen if dozen is not None and dozen.sense == "number" and not is_several(dozen) else None
        described = view.tokens[at].pos == "VERB" and view.tokens[at].dep == "amod" and view.language == "en"
        if described and view.tokens[at].head == head:
            at -= 1  # "seven kidnapped drivers"
            continue
        if view.tokens[at].pos not in {"ADJ", "NOUN", "PROPN", "ADV", "X"} or view.tokens[at].dep in {
            "conj",
            "nsubj",
            "obj",
            "obl",
        }:
            return None
        if view.language == "es" and view.tokens[at].pos == "NOUN":
            return None
        at -= 1
    return None


def _predicate(view: View, head: int) -> Numeral | None:
    """Return the number said of the head: "son 25 las personas secuestradas", "suman 58 los liberados"."""
    token = view.tokens[head]
    if head > 2 and view.folded[head - 1] in view.words.definite_plural and view.folded[head - 3] in view.words.be:
        numeral = view.numeral_at(head - 2)  # "fueron tres los muertos"
        return numeral if numeral is not None and _counts(numeral) else None
    if not token.dep.startswith("nsubj") or view.children(head, "nummod"):
        return None
    numeral = view.numeral_at(token.head)
    if numeral is None and view.language == "en" and view.children(token.head, "cop"):
        counts = (view.numeral_at(i) for i in view.children(token.head, "nummod"))  # "the wounded are two officers"
        numeral = next((n for n in counts if n is not None), None)
    if numeral is None and view.folded[token.head] in view.words.comprises:
        told = [i for i in view.children(token.head, "obj", "obl", "xcomp", "nummod") if view.tokens[i].pos == "NUM"]
        numeral = view.numeral_at(told[0]) if told else None
    return numeral if numeral is not None and _counts(numeral) else None


def is_several(numeral: Numeral) -> bool:
    """Tell whether the words commit to no number ("several", "varios"); "at least three" does."""
    return numeral.vague and numeral.core == numeral.span and numeral.count == Count(3)


def _counts(numeral: Numeral) -> bool:
    """ "several" and "varios" commit to no number; weights and sums of money count what was seized."""
    return not is_several(numeral) and numeral.sense in {"number", "weight", "money"}
