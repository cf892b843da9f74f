"""What the parser hangs on the wrong word, most often in English, found again by the order of the words."""

from __future__ import annotations

from itertools import pairwise

from recuento.extract.nearness import counted_by
from recuento.extract.phrases import fits, is_name, noun_of
from recuento.extract.triggers import Match
from recuento.extract.view import NOMINAL, VERBAL, View
from recuento.lexicon.people import times

__all__ = [
    "before_verb",
    "behind_by",
    "enclosed",
    "inverted",
    "named_beside_time",
    "object_before",
    "opens_before_aside",
    "past_opening",
    "swallowed",
    "told_days_after",
    "up_to_perfect",
]

_REACH = 12
_SHORT = 7
_LONGEST = 16
_PHRASE = frozenset({"DET", "ADJ", "NOUN", "PROPN", "NUM", "ADV", "PART"})


def _is_english(view: View) -> bool:
    return view.language == "en" and not view.headline


def behind_by(view: View, match: Match) -> tuple[int, ...]:
    """Return who stands behind the first "by" after a passive, whatever the parser hangs it on.

    "Were brought out alive by marines", "had been arrested just minutes earlier by the police". In Spanish, whose
    "por" says much else, only people: "fueron sacados por la fuerza por sicarios".
    """
    if view.headline:
        return ()
    for at in range(match.last + 1, min(len(view.tokens) - 1, match.last + _REACH)):
        token = view.tokens[at]
        if token.text in {",", ";", ":", "—", "–"} or token.pos in {"SCONJ", "CCONJ"} or token.has("VerbForm=Fin"):
            return ()
        if view.folded[at] in view.words.agent_case and token.pos == "ADP":
            head = _head_behind(view, at)
            if view.language == "en":
                return (head,) if head is not None and _can_do(view, head) else ()
            first = _first_noun(view, at)
            if first is not None and noun_of(view, first) is not None:
                return (first,)
    return ()


def _first_noun(view: View, at: int) -> int | None:
    """Return the noun that a Spanish preposition leads to, past articles and numbers."""
    for index in range(at + 1, min(len(view.tokens), at + _SHORT)):
        if view.tokens[index].pos in {"NOUN", "PROPN"}:
            return index
        if view.tokens[index].pos not in {"DET", "NUM", "ADJ"}:
            return None
    return None


def _head_behind(view: View, at: int) -> int | None:
    """Return the last noun of the phrase that begins right behind a preposition."""
    last = None
    for index in range(at + 1, min(len(view.tokens), at + _SHORT)):
        token = view.tokens[index]
        if token.pos in {"NOUN", "PROPN"}:
            last = index
        elif last is not None or token.pos not in _PHRASE:
            break
    return last


def _can_do(view: View, head: int) -> bool:
    dated = any(d.span.overlaps(view.tokens[head].span) for d in view.dates)
    cause = view.folded[head] in view.words.causes or view.folded[head] in times(view.language)
    return not dated and not cause and (noun_of(view, head) is not None or view.tokens[head].text[:1].isupper())


def before_verb(view: View, head: int) -> list[int]:
    """Return the noun right before a verb without a subject that takes it for a compound: "the army flew in 500"."""
    at = head - 1
    if not _is_english(view) or at < 0 or view.tokens[head].pos != "VERB" or view.tokens[head].has("VerbForm=Ger"):
        return []
    token = view.tokens[at]
    if token.pos in {"NOUN", "PROPN"} and token.dep == "compound" and token.head == head:
        return [at]
    noun = noun_of(view, at)
    cases = [i for i in view.children(at, "case") if i < at]
    subordinate = bool(cases) and view.folded[cases[-1]] in view.words.subordinates  # "after a jury found him guilty"
    if noun is not None and subordinate and token.dep == "nmod" and view.tokens[head].dep == "acl":
        acts = any(i > head for i in view.children(head, "obj"))
        return [at] if acts else []  # "seized rifles and a van after gunmen attacked a convoy": hung on the van
    if noun is None or token.dep != "obl" or token.head != head or not view.tokens[head].has("VerbForm=Fin"):
        return []
    forces = noun.side == "state" and view.tokens[at - 1].pos == "NOUN" and bool(cases)  # "at the scene police found"
    return [at] if subordinate or forces else []


def up_to_perfect(view: View, head: int) -> list[int]:
    """Return the subject of "has" where the participle after it is taken for an adjective.

    "Washington has imposed sanctions": the sanctions are no imposed ones.
    """
    at = head - 1
    while at > 0 and view.tokens[at].pos == "ADV":
        at -= 1
    if not _is_english(view) or view.tokens[head].dep != "amod" or at < 0 or view.folded[at] not in view.words.have:
        return []
    return [i for i in view.children(at, "nsubj") if i < at]


def told_days_after(view: View, head: int) -> list[int]:
    """Return those who follow "a day after" before a passive: "a day after 27 captives were let go, troops …"."""
    if not _is_english(view):
        return []
    subjects = view.children(head, "nsubj")
    day = next((i for i in subjects if view.folded[i] in times(view.language)), None)
    if day is None or day + 1 >= head or view.folded[day + 1] not in view.words.after:
        return []
    numbered = (i for i in range(day + 2, head) if (n := view.numeral_at(i)) is not None and n.sense == "number")
    first = next(numbered, None)
    if first is not None:
        return [counted_by(view, first)]
    return [i for i in view.children(day, "nmod", "obl") if day < i < head and view.tokens[i].pos in NOMINAL][:1]


def opens_before_aside(view: View, head: int, own: list[int]) -> list[int]:
    """Return the counted people who open a sentence before an aside that the parser takes the subject from.

    "Nine people in all, six of them adults and three of them children, have been freed": the nine have.
    """
    if not _is_english(view) or not own or not all(i < head for i in own):
        return []
    at = head - 1
    while at > 0 and view.tokens[at].pos in {"AUX", "ADV"}:
        at -= 1
    if view.tokens[at].text != "," or at < own[-1]:
        return []
    opened = next((i for i in range(own[0] - 1, 0, -1) if view.tokens[i].text in {",", "—", "–"}), None)
    first = next((i for i in range(min(4, len(view.tokens))) if view.numeral_at(i) is not None), None)
    if opened is None or first is None or at - opened > _LONGEST or not _tells_of_them(view, opened, at):
        return []
    if any(view.tokens[i].pos in VERBAL and view.tokens[i].has("VerbForm=Fin") for i in range(first, opened)):
        return []
    counted = view.inside(numeral.core)[-1] if (numeral := view.numeral_at(first)) is not None else first
    found = counted_by(view, counted)
    return [found] if found < opened and fits(view, found, "person") else []


def _tells_of_them(view: View, start: int, end: int) -> bool:
    """Tell whether an aside counts some of those before it: "six of them adults", "including two women"."""
    words = view.folded[start:end]
    them = any(pair in {("of", "them"), ("of", "whom")} for pair in pairwise(words))
    return them or not view.words.including.isdisjoint(words) or "among" in words


def past_opening(view: View, match: Match) -> int | None:
    """Return whom a participle that opens its sentence is about: "Extradited to Spain in May, Ana Ruiz denied it".

    By position: the noun right behind its comma.
    """
    opens = match.head == 0 or (match.head == 1 and view.tokens[0].pos in {"ADV", "SCONJ", "ADP"})
    if not _is_english(view) or not opens or "participle" not in match.kinds:
        return None
    ahead = range(match.last + 1, min(len(view.tokens), _LONGEST))
    comma = next((i for i in ahead if view.tokens[i].text == ","), None)
    colon = next((i for i in ahead if view.tokens[i].text == ":"), None)
    if colon is not None and colon + 1 < len(view.tokens) and view.numeral_at(colon + 1) is not None:
        listed = counted_by(view, colon + 1)  # "Left behind after the fight: 12 rifles and two trucks"
        return listed if fits(view, listed, match.rule.patient) else None
    told = range(match.last + 1, comma or 0)
    if comma is None or any(view.tokens[i].pos in VERBAL and view.tokens[i].dep != "amod" for i in told):
        return None
    for at in range(comma + 1, min(len(view.tokens), comma + _SHORT)):
        token = view.tokens[at]
        if token.pos == "PROPN" or (token.pos in {"NOUN", "PRON"} and token.dep != "compound"):
            return at if fits(view, at, "person") else None
        if token.pos not in {"DET", "NUM", "ADJ", "NOUN"}:
            return None
    return None


def object_before(view: View, verb: int, agents: tuple[int, ...]) -> tuple[int, ...]:
    """Return what a clause without "that" describes: "the 42 people the gang let go", "500 troops Quito has sent".

    The noun right before the subject of a verb without an object.
    """
    if not _is_english(view) or len(agents) != 1 or agents[0] > verb or view.tokens[verb].dep in {"ROOT", "conj"}:
        return ()
    own = (
        i
        for i in view.children(agents[0], "det", "amod", "compound", "nmod:poss")
        if view.folded[i] not in view.words.whom
    )
    first = min([agents[0], *own])
    if view.tokens[first].text == ",":
        return ()
    if first > 1 and view.folded[first - 1] in view.words.whom:
        first -= 1 + (view.tokens[first - 2].text == ",")  # "Ana Ruiz, whom police arrested"
    if first < 1 or view.tokens[first - 1].pos not in {"NOUN", "PROPN"}:
        return ()
    between = range(agents[0] + 1, verb)
    close = all(view.tokens[i].pos in {"AUX", "ADV", "PART"} for i in between)
    named = noun_of(view, first - 1) is not None or is_name(view, first - 1)
    return (first - 1,) if close and named else ()


def enclosed(view: View, match: Match, patients: tuple[int, ...]) -> int | None:
    """Return who stands between a rule's words where the last of these is taken for the object.

    "Found Ana Ruiz guilty": nobody is found but her.
    """
    inside = all(match.head <= p <= match.last for p in patients)
    if not _is_english(view) or not patients or not inside or match.last - match.head < 2:
        return None
    at = match.last - 1
    if view.case_of(at) or _is_name_of(view, at, match.last):
        return None  # "located 18 of the captives alive", "took himself to Mount Sinai Hospital"
    named = view.tokens[at].pos in {"NOUN", "PROPN"} and (noun_of(view, at) is not None or is_name(view, at))
    return at if named else None


def _is_name_of(view: View, word: int, noun: int) -> bool:
    """Tell whether the word is part of the name that ends with the noun."""
    return view.tokens[word].head == noun and view.tokens[noun].text[0].isupper() and not view.headline


def swallowed(view: View, match: Match) -> tuple[int, ...]:
    """Return whom an infinitive falls on where a later verb takes him for its subject: "the plan to free him failed".

    Of "the plan to free the prisoner failed" the plan failed.
    """
    at = match.last + 1
    if not _is_english(view) or "infinitive" not in match.kinds or view.folded[match.head - 1] != "to":
        return ()
    while at < len(view.tokens) and view.tokens[at].pos in {"DET", "ADJ", "NUM"}:
        at += 1
    found = at < len(view.tokens) and view.tokens[at].dep.startswith("nsubj") and view.tokens[at].head > at
    return (at,) if found and fits(view, at, "person") else ()


def named_beside_time(view: View, index: int) -> int:
    """Return the name that a word of time takes with it: "arrested Ana Ruiz minutes before", else the word itself."""
    if not _is_english(view) or view.folded[index] not in times(view.language):
        return index
    names = [i for i in view.children(index, "compound", "flat") if view.tokens[i].pos == "PROPN" and i < index]
    return names[-1] if names else index


def inverted(view: View, match: Match) -> int | None:
    """Return who follows an English participle that opens its sentence: "Also killed were a nurse and two clerks"."""
    opens = match.head == 0 or (match.head == 1 and view.tokens[0].pos == "ADV")
    if view.language != "en" or match.rule.form != "transitive" or "participle" not in match.kinds or not opens:
        return None
    verb = next((i for i in range(match.last + 1, len(view.tokens)) if view.folded[i] in view.words.be), None)
    between = range(match.last + 1, verb or 0)
    if verb is None or any(view.tokens[i].pos not in {"ADP", "DET", "ADJ", "NOUN", "PROPN", "NUM"} for i in between):
        return None
    for at in range(verb + 1, len(view.tokens)):
        token = view.tokens[at]
        if token.pos in {"NOUN", "PROPN"}:
            return token.head if token.dep == "compound" and token.head > at else at
        if token.pos not in {"DET", "NUM", "ADJ", "ADV", "PRON"}:
            return None
    return None
