"""Noun phrases: their extent, their coordination, and whether they name people."""

from __future__ import annotations

import re

from recuento.extract.sides import side_of
from recuento.extract.view import CLAUSAL, NOMINAL, View
from recuento.lexicon.people import PersonNoun, people, things, times
from recuento.lexicon.triggers import Patient, trigger_index
from recuento.model.span import Span

__all__ = [
    "content_head",
    "coordinated",
    "fits",
    "is_marked",
    "is_name",
    "is_thing",
    "name_span",
    "noun_of",
    "phrase_span",
]

_BRANCHES_OUT = frozenset(
    {*CLAUSAL, "conj", "cc", "punct", "parataxis", "appos", "cop", "aux", "aux:pass", "advmod:emph"}
)
_MARKS = frozenset('"“”«»')
_HYPHENS = frozenset("-‑")
_NAME_DEPS = frozenset({"flat", "flat:name", "flat:foreign", "compound", "appos"})
# Nouns that only measure what follows: "a group of 12 people", "un total de 14".


# What is left of people: "the bodies of four men" counts men.


def phrase_span(view: View, head: int) -> Span:
    """Return the noun phrase's characters, without clauses, coordinated phrases or the preposition before it."""
    return view.once_at(_phrase_span, head)


def _phrase_span(view: View, head: int) -> Span:
    inside = view.subtree(head, without=_BRANCHES_OUT)
    before = {j for i in view.children(head, "case", "mark") if i < head for j in view.subtree(i)}  # "a manos de"
    before |= {i for i in view.children(head, "advmod") if i < head and view.folded[i] in view.words.leaves_party}
    doers = (i for i in view.children(head, "nmod", "obl") if i > head and view.case_of(i) in view.words.agent_case)
    before |= {j for i in doers for j in view.subtree(i)}  # "two brothers by marines"
    first = last = head
    # Only what touches the head: a stray attachment far away is the parser's mistake.
    dated = view.once(_dated)
    members = {i for i in inside if i not in before and (i == head or i not in dated)}
    members |= _joint_halves(view, head)
    members |= {i for i in view.once(_inside_words) if i < head and {i - 1, i + 1} <= members}
    if marks := view.once(_marks):
        low, high = min(members), max(members)
        members.update(i for i in marks if low < i < high)  # around a nickname
    while first - 1 in members:
        first -= 1
    while last + 1 in members:
        last += 1
    while last > head and view.tokens[last].pos in {"ADP", "CCONJ"}:
        last -= 1
    if first < head and view.tokens[first].dep == "case" and view.tokens[first].head in view.children(head, "compound"):
        first += 1  # "of" hung on the first of several names
    if first + 1 < head and view.tokens[first].pos == "ADJ" and view.numeral_at(first + 1) is not None:
        first += 1  # "shot dead nine gunmen"
    return view.span(first, _past_hyphens(view, _past_mark(view, first, last)))


def _joint_halves(view: View, head: int) -> set[int]:
    """Return the second half of what describes an English noun, with its "and": "state and federal forces"."""
    if view.language != "en":
        return set()
    first = (i for i in view.children(head, "compound", "amod") if i < head)
    second = (j for i in first for j in view.children(i, "conj") if i + 2 == j == head - 1)
    plain = (j for j in second if view.tokens[j].text.islower() and view.tokens[j].pos in {"ADJ", "NOUN"})
    return {k for j in plain if view.children(j, "cc") == (j - 1,) for k in (j - 1, j)}


def _dated(view: View) -> frozenset[int]:
    return frozenset([i for date in view.dates for i in view.inside(date.span)])


def _inside_words(view: View) -> tuple[int, ...]:
    """Return the hyphens that join the tokens beside them: "a 16-year-old boy"."""
    return tuple([i for i, token in enumerate(view.tokens) if i and token.text in _HYPHENS and _joins(view, i)])


def _marks(view: View) -> tuple[int, ...]:
    return tuple([token.index for token in view.tokens if token.text in _MARKS])


def _past_mark(view: View, first: int, last: int) -> int:
    """Return the mark that closes what a mark inside the phrase opens, where it comes next: 'gang "Los Rojos"'."""
    opened = sum(first <= i <= last for i in view.once(_marks)) % 2
    closes = last + 1 < len(view.tokens) and view.tokens[last + 1].text in _MARKS
    return last + 1 if opened and closes else last


def _joins(view: View, at: int) -> bool:
    return view.tokens[at - 1].span.end == view.tokens[at].span.start and _touches(view, at)


def _touches(view: View, at: int) -> bool:
    return at + 1 < len(view.tokens) and view.tokens[at].span.end == view.tokens[at + 1].span.start


def _past_hyphens(view: View, last: int) -> int:
    """Return the last token of a name that a hyphen joins on ("Ruiz-Ortega", in three tokens)."""
    while last + 2 < len(view.tokens) and view.tokens[last + 1].text in {"-", "–", "‑"}:
        parts = view.tokens[last : last + 3]
        apart = parts[0].span.end != parts[1].span.start or parts[1].span.end != parts[2].span.start
        if apart or not (parts[0].text[:1].isupper() and parts[2].text[:1].isupper()):
            break
        last += 2
    return last


def coordinated(view: View, head: int) -> list[int]:
    """Return the head and the heads coordinated with it ("two officers, a paramedic and a civilian"), in order."""
    found = [head]
    for child in view.children(head, "conj"):
        fit = view.tokens[child].pos in NOMINAL | {"ADJ", "DET"} and not _starts_clause(view, child)
        if fit and not _is_whence(view, head, child):
            found += coordinated(view, child)
    found += [
        i for child in view.children(head, "appos") if _is_item(view, head, child) for i in coordinated(view, child)
    ]
    return sorted(set(found))


def _is_whence(view: View, head: int, child: int) -> bool:
    """Tell whether a second name only says where the first is from: "Omar Vale, 20, of Larkfield, was killed"."""
    own = bool(view.case_of(child)) and not view.case_of(head)
    return own and not view.children(child, "cc") and is_name(view, head) and view.tokens[child].pos == "PROPN"


def _is_item(view: View, head: int, child: int) -> bool:
    """Tell whether an apposition is the next item of a list: "dos mujeres, un joven y un niño"."""
    if is_name(view, head) or child < head or not view.children(child, "conj"):
        return False
    if any(token.text in {":", "—", "–", "("} for token in view.tokens[head:child]):
        return False
    return _begins_item(view, head) and _begins_item(view, child)


def _begins_item(view: View, head: int) -> bool:
    marks = view.children(head, "det", "nummod")
    return any(view.folded[i] in view.words.begins_item or view.numeral_at(i) is not None for i in marks if i < head)


def _starts_clause(view: View, index: int) -> bool:
    return bool(view.children(index, "nsubj", "cop", "aux"))


def content_head(view: View, head: int) -> int:
    """Step from a measuring noun or a bare numeral to what it measures: "a group of 12 people" gives "people"."""
    token = view.tokens[head]
    word, words = view.folded[head], view.words
    measuring = (
        word in words.measures or word in words.bodies or (view.numeral_at(head) is not None and token.pos != "NUM")
    )
    if token.pos == "NUM" and head + 1 < len(view.tokens):
        following = view.tokens[head + 1]
        if following.pos == "NOUN" and following.head == head:
            return head + 1  # "8 mil pesos", hung on the number
    if measuring or token.pos == "NUM":
        for child in view.children(head, "nmod", "obl"):
            if child > head and _is_of(view, child):
                below = view.tokens[child]
                if below.pos in {"NOUN", "PROPN", "NUM"} and not _is_of_one_thing(view, head, child):
                    return content_head(view, child) if child != head else head
    return head


def _is_of_one_thing(view: View, bodies: int, below: int) -> bool:
    """Tell whether several bodies stand before one thing: "colgaron nueve cuerpos de un puente" is of no bridge."""
    several = bodies > 0 and view.folded[bodies] in view.words.bodies and view.numeral_at(bodies - 1) is not None
    token = view.tokens[below]
    return several and token.pos == "NOUN" and token.has("Number=Sing") and noun_of(view, below) is None


def _is_of(view: View, index: int) -> bool:
    """Tell whether "of" leads to the noun, with or without a modifier of its number ("de al menos 14")."""
    return view.case_of(index) in view.words.of or view.case_of(index).split(" ")[0] in view.words.of


def noun_of(view: View, head: int) -> PersonNoun | None:
    """Return what the lexicon says of the noun as a word for people, or None if it has no such word."""
    known = people(view.language)
    word = view.folded[head]
    return known.get(word) or known.get(word.split("-")[-1]) or _hyphened(view, head)


def _hyphened(view: View, head: int) -> PersonNoun | None:
    """Return what a word is that the tokenizer takes apart at its hyphens: "ten passers-by", "30 grown-ups"."""
    hyphens = view.once(_inside_words)
    if not hyphens:
        return None
    first = last = head
    while first > 1 and first - 1 in hyphens:
        first -= 2
    while last + 2 < len(view.tokens) and last + 1 in hyphens:
        last += 2
    if first == last:
        return None
    word = "".join(view.folded[first : last + 1])
    return people(view.language).get(word) or people(view.language).get(word.split("-of-")[0])  # "a father-of-two"


def is_name(view: View, head: int) -> bool:
    """Tell whether the phrase is a person's name rather than a place, a group or a common noun."""
    return view.once_at(_is_name, head)


def _is_name(view: View, head: int) -> bool:
    token = view.tokens[head]
    covering = [n for n in view.names if n.span.overlaps(token.span)]
    if noun_of(view, head) is not None:
        return False
    named = any(n.kind == "person" for n in covering) and token.pos == "PROPN"
    surname = view.language == "es" and named and token.text.istitle() and not view.headline  # "Vera", "Cortés"
    if not surname and trigger_index(view.language).at(token.text, plain=False):
        return False
    if any(n.sense == "identifier" and n.span.covers(token.span) for n in view.numerals):
        return False  # "16 de Septiembre" is a street
    if head > 1 and view.folded[head - 1] == "a" and view.folded[head - 2] in view.words.leads_to:
        return False  # "la vía a Mocache"
    if any(n.kind == "person" for n in covering):
        return True
    if token.pos != "PROPN" or any(p.span.overlaps(token.span) for p in view.places):
        return False
    if view.folded[head] in view.known_people:
        return True
    if any(view.folded[i] in view.words.begins_item for i in view.children(head, "det")):
        return False  # "a Barrett" is a rifle
    if (
        (covering and not view.headline)
        or not token.text[:1].isupper()
        or (token.text.isupper() and len(token.text) < 7)
    ):
        return False
    return (
        view.folded[head] not in things(view.language) and side_of(view.tokens[head].text, view.language) == "unknown"
    )


def name_span(view: View, head: int) -> Span:
    """Return the whole name around the token, or its phrase where no name is marked."""
    token = view.tokens[head].span
    return next((n.span for n in view.names if n.kind == "person" and n.span.overlaps(token)), None) or phrase_span(
        view, head
    )


def fits(view: View, head: int, patient: Patient) -> bool:
    """Tell whether the phrase can be what a rule counts."""
    if patient == "any":
        return True
    if patient == "none":
        return False
    if patient == "force":
        return _is_of_a_force(view, head)
    if patient == "captive":
        return _is_held(view, head)
    noun = noun_of(view, head)
    bare = view.tokens[head].pos in {"NUM", "PRON", "DET", "ADJ"} or view.numeral_at(head) is not None
    if patient == "thing" and view.language == "en" and view.folded[head] in view.words.persons:
        return False  # "captured him"
    if patient == "thing":
        return noun is None and not is_name(view, head)
    if noun is None and view.language == "en" and view.tokens[head].pos == "NOUN" and view.folded[head] in times("en"):
        return False  # "their rescue came one day after"
    if noun is not None or is_name(view, head) or (view.headline and view.folded[head] in view.words.one_person):
        return True
    if bare:
        return view.folded[head] not in view.words.impersonal
    if view.language == "es" and head and view.folded[head - 1] in view.words.presumed:
        return view.folded[head] not in things(view.language)  # "dos presuntos piratas": only people are presumed
    return patient == "human" and not is_thing(view, head)


def _is_of_a_force(view: View, head: int) -> bool:
    """Tell whether these are soldiers, police or a unit of theirs: "80 paratroopers", "two companies of marines"."""
    noun = noun_of(view, head)
    if noun is not None and noun.force and (noun.side == "state" or noun.unit):
        return noun.side != "armed_group"
    generic = view.folded[head] in view.words.force_nouns
    if not generic and (noun is None or not noun.force or noun.side != "unknown"):
        return False
    above = view.folded[view.tokens[head].head]  # "a force of 600 men"
    of_force = above in view.words.force_nouns and above in view.words.measures
    return of_force or side_of(phrase_span(view, head).of(view.text), view.language) == "state"


def _is_held(view: View, head: int) -> bool:
    """Tell whether these are captives: by their own words, or in a report of captivity anybody but forces and suspects.

    "Two abducted brothers", "hostages"; "35 others" and "14 of them" where the report tells of people taken.
    """
    noun = noun_of(view, head)
    if noun is not None and noun.victim and noun.side == "civilian":
        return True
    if _is_called_taken(view, head) or _is_held_by_a_group(view, head):
        return True
    if "captivity" not in view.topics or not fits(view, head, "person") or view.folded[head] in view.words.suspected:
        return False
    if view.tokens[head].pos == "PRON" and view.numeral_at(head) is None:
        return False  # "we will find her"
    bound = noun is not None and (noun.force or noun.side in {"state", "armed_group"})
    # Not "from an armed group" behind them.
    called = Span(phrase_span(view, head).start, view.tokens[head].span.end).of(view.text)
    return not bound and side_of(called, view.language) in {"civilian", "unknown"}


def _is_called_taken(view: View, head: int) -> bool:
    """Tell whether a word of the phrase says that they were taken; most sentences have no such word."""
    taken = view.words.taken
    if taken.isdisjoint(view.present):
        return False
    return any(view.folded[i] in taken for i in view.inside(phrase_span(view, head)))


def _is_held_by_a_group(view: View, head: int) -> bool:
    """Tell whether the words behind say who took them: "19 people held by criminal gangs were brought out"."""
    held = (i for i in view.children(head, "acl") if view.folded[i] in view.words.taken_by)
    by = (
        i for verb in held for i in view.children(verb, "obl", "obl:agent") if view.case_of(i) in view.words.agent_case
    )
    return any((noun := noun_of(view, i)) is not None and noun.side == "armed_group" for i in by)


def is_marked(view: View, head: int) -> bool:
    """Tell whether a headline's "a" makes a person of a noun that no list knows: "Matan a malabarista"."""
    mark = view.folded[head - 1] if head else ""
    if not view.headline or mark not in view.words.object_mark or mark == "al" or noun_of(view, head) is not None:
        return False  # "al oriente" is a place more often than a person
    if head + 1 < len(view.tokens) and noun_of(view, head + 1) is not None:
        return False  # "a ex alcalde"
    token, word = view.tokens[head], view.folded[head]
    plain = token.text.islower() and token.pos in {"NOUN", "ADJ", "ADV"} and not word.endswith("s")
    return plain and word not in view.words.manner and not is_thing(view, head)


def is_thing(view: View, head: int) -> bool:
    word = view.folded[head]
    if word in things(view.language) or view.tokens[head].pos == "PROPN":
        return True
    # Event and quality nouns count nobody ("tensions", "la violencia").
    return bool(re.search(r"(tion|ment|ness|ity|ism|ence|ance|ship|cion|miento|idad|ismo|encia|ancia)s?$", word))
