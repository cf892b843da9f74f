"""Whom a headline, most of all an English one, says was killed, by the order of its words where syntax finds nobody.

Headlines lack articles, subjects and auxiliaries, and parsers lose their way in them: "Man Shot and Killed Inside
Bakery", "They find a baker shot dead", "Dies after attack". What is read here is a phrase that touches the rule's
words and is one person or bears a number; a bare plural tells of no number.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace

from recuento.extract.figures import Counting, is_several, is_singular
from recuento.extract.phrases import is_name, noun_of
from recuento.extract.triggers import Match
from recuento.extract.view import View
from recuento.lexicon.people import things
from recuento.lexicon.triggers import trigger_index
from recuento.model.claim import Basis, Figure
from recuento.model.count import Count

__all__ = ["Phrase", "clause_start", "counting_of", "phrase_from", "victims_by_order"]

_INSIDE = frozenset({"ADJ", "NOUN", "PROPN", "NUM", "X"})
_OPENS = frozenset({":", ";", "]", "—", "–", "-", "--"})
_LONGEST = 8
_AGED = 3  # ", 34,"
_OF_THREE = 2


@dataclass(frozen=True, slots=True)
class Phrase:
    """A phrase by its first and last token, and how many it tells of."""

    first: int
    last: int
    count: Count
    basis: Basis


def victims_by_order(view: View, match: Match) -> list[Counting]:
    """Return those whom the words around the rule's tell of; [] where they leave the number open."""
    if not view.headline or match.rule.counts not in {"killed", "bodies"}:
        return []
    if view.language != "en":
        return [counting_of(view, phrase) for phrase in _dies(view, match)]
    if match.rule.form == "nominal" or (match.rule.event == "body_found" and match.rule.form == "state"):
        told = (_nth(view, match) if match.rule.alone else None) or _own_body(view, match)
        return [counting_of(view, told)] if told is not None else []
    for find in _WAYS:
        found = find(view, match)
        if found:
            return [counting_of(view, phrase) for phrase in found]
    return []


def counting_of(view: View, phrase: Phrase) -> Counting:
    span = view.span(phrase.first, phrase.last)
    numeral = view.numeral_at(phrase.first) if phrase.basis == "numeral" else None
    figure = Figure(count=phrase.count, basis=phrase.basis, span=numeral.span if numeral is not None else span)
    return Counting(head=phrase.last, span=span, figure=figure, numeral=numeral)


# ---------------------------------------------------------------- one phrase


def phrase_from(view: View, start: int, end: int) -> Phrase | None:
    """Return the phrase that begins at ``start``: a number with its noun, an article with its own, a person, a name."""
    if start >= end:
        return None
    numeral = view.numeral_at(start)
    number = numeral is not None and numeral.sense == "number" and not is_several(numeral)
    article = view.folded[start] in view.words.indefinite
    body = start + 1 if number or article else start
    if number and numeral is not None:
        body = max(view.inside(numeral.span)[-1] + 1, body)
    last = _last_of(view, body, end)
    if number and numeral is not None and not (article and last >= body):
        if last >= body and (_is_no_victim(view, last) or (numeral.count.exact == 1 and not is_singular(view, last))):
            return None
        return Phrase(start, max(last, body - 1), numeral.count, "numeral")
    if last < body:
        # "Another executed in the port"
        alone = view.folded[start] in view.words.one
        return Phrase(start, start, Count.exactly(1), "singular") if alone else None
    if any(_names_an_event(view, i) for i in range(body, last)):
        return None
    one = _one(view, start, last, article=article)
    return one if one is None else replace(one, last=_past_children(view, _past_age(view, last, end), end))


def _past_age(view: View, last: int, end: int) -> int:
    """Return the comma that closes an age behind the phrase ("Woman, 34, found dead"), its last token without one."""
    closes = last + _AGED
    aged = closes < end and view.tokens[last + 1].text == view.tokens[closes].text == ","
    return closes if aged and view.numeral_at(last + 2) is not None else last


def _past_children(view: View, last: int, end: int) -> int:
    """Return the number of somebody's children, who are not meant: "Mother of three"; else the phrase's last token."""
    number = last + _OF_THREE
    if number >= end or view.folded[last] not in view.words.parents_of or view.folded[last + 1] not in view.words.of:
        return last
    counts = number + 1 < end and view.tokens[number + 1].pos in {"NOUN", "PROPN"}
    return number if view.numeral_at(number) is not None and not counts else last


def _one(view: View, start: int, last: int, *, article: bool) -> Phrase | None:
    elect = last > 1 and view.tokens[last - 1].text == "-" and view.tokens[last].pos == "ADJ"
    noun = noun_of(view, last - 2 if elect else last)  # "mayor-elect"
    if view.folded[last] in view.words.old and any(_is_age(view, i) for i in range(start, last)):
        return Phrase(start, last, Count.exactly(1), "singular")  # "12-year-old killed"
    if noun is None and is_name(view, last) and not article:
        return Phrase(start, last, Count.exactly(1), "named")
    if (noun is not None and (noun.unit or noun.victim)) or _is_no_victim(view, last) or not is_singular(view, last):
        return None
    if noun is None and not (article or _is_unlisted(view, last)):
        return None
    size = noun.size if noun is not None and noun.size is not None else 1
    return Phrase(start, last, Count.exactly(size), "singular")


def _names_an_event(view: View, index: int) -> bool:
    rules = trigger_index(view.language).at(view.tokens[index].text, plain=view.plain)
    return any(word.trigger.form == "nominal" and not word.words for word in rules)


def _is_unlisted(view: View, index: int) -> bool:
    """Tell whether a common noun that no list knows stands where a person would."""
    token = view.tokens[index]
    return token.pos == "NOUN" and not trigger_index(view.language).at(token.text, plain=view.plain)


def _is_age(view: View, index: int) -> bool:
    numeral = view.numeral_at(index)
    return numeral is not None and numeral.sense == "age"


def _is_no_victim(view: View, index: int) -> bool:
    dated = any(d.span.overlaps(view.tokens[index].span) for d in view.dates)
    placed = any(p.span.overlaps(view.tokens[index].span) for p in view.places)
    return dated or placed or (noun_of(view, index) is None and view.folded[index] in things(view.language))


def _last_of(view: View, start: int, end: int) -> int:
    """Return the last token of the phrase's nouns and adjectives; one before ``start`` if it has none."""
    at = start
    while at < min(end, start + _LONGEST) and (
        view.tokens[at].pos in _INSIDE or view.tokens[at].text == "-" or noun_of(view, at) or _is_age(view, at)
    ):
        token = view.tokens[at]
        if any(d.span.overlaps(token.span) for d in view.dates) and not any(
            _is_age(view, i) for i in range(start, at + 1)
        ):
            break
        at += 1
    while at > start and view.tokens[at - 1].pos in {"ADJ", "X"} and noun_of(view, at - 1) is None:
        if view.folded[at - 1] in view.words.old or (at > 1 and view.tokens[at - 2].text == "-"):
            break  # "mayor-elect"
        at -= 1
    return at - 1


def _listed(view: View, start: int, end: int) -> list[Phrase]:
    """Return the phrase and those joined to it: "a father and his two sons"; [] where one has no number."""
    first = phrase_from(view, start, end)
    found = [first] if first is not None else []
    while found and (at := found[-1].last + 1) < end and view.folded[at] in {"and", "&"}:
        at += 1
        owned = at < end and view.folded[at] in view.words.possessive
        following = phrase_from(view, at + owned, end)
        if following is None:
            return [] if owned else found
        found.append(following)
    return found


# ---------------------------------------------------------------- where it stands


def _between(view: View, match: Match) -> list[Phrase]:
    """ "find four men shot dead", "find the second dead of the day"."""
    nth = _nth(view, match) if match.rule.event == "body_found" else None
    if nth is not None:
        return [nth]
    return _listed(view, match.head + 1, match.last) if match.last > match.head + 1 else []


def _after(view: View, match: Match) -> list[Phrase]:
    """ "They execute a locksmith", "Passenger murders driver"; a bare noun follows a finite verb only."""
    start = match.last + 1
    if match.rule.form != "transitive" or match.rule.event == "body_found" or _is_passive(view, match):
        return []
    found = _listed(view, start, len(view.tokens))
    finite = "participle" not in match.kinds or (found[:1] and found[0].first != found[0].last)
    determined = start < len(view.tokens) and (
        view.numeral_at(start) is not None or view.folded[start] in view.words.indefinite
    )
    return found if determined or ("participle" not in match.kinds and finite) else []


def _is_passive(view: View, match: Match) -> bool:
    return match.head > 0 and view.folded[match.head - 1] in view.words.be


def _before(view: View, match: Match) -> list[Phrase]:
    """ "Man Shot and Killed", "Nephew of a boss murdered", "An ex-cop linked to the gang is killed"."""
    if match.rule.form == "transitive" and not ("participle" in match.kinds or _is_passive(view, match)):
        return []
    start = clause_start(view, match.head)
    found = _listed(view, start, match.head)
    if match.rule.form == "state" and view.tokens[match.head].has("Number=Plur"):
        found = [p for p in found if p.basis != "named"]  # "Durango homicides": of a town, not of one
    if not found or not _leads_to(view, found[-1].last + 1, match):
        return []
    return found


def _leads_to(view: View, at: int, match: Match) -> bool:
    """Tell whether the verb is said of the phrase: at most prepositions and their nouns stand between."""
    between = range(at, match.head)
    verbs = [i for i in between if view.tokens[i].pos == "VERB" and not _describes(view, i)]
    joined = any(
        view.tokens[i].pos in {"CCONJ", "PRON"}
        or view.tokens[i].text in {",", ";"}
        or (view.tokens[i].pos == "SCONJ" and not _describes(view, i + 1))
        for i in between
    )
    describes = match.last + 1 < len(view.tokens) and view.tokens[match.last + 1].pos in {"NOUN", "PROPN", "ADJ"}
    if between and describes and not _is_passive(view, match):
        return False  # "A town awakes to dismembered bodies"
    return not verbs and not joined and (not between or match.rule.form != "state")


def _describes(view: View, index: int) -> bool:
    """Tell whether a verb only describes: "an ex-cop in charge of paying guards was murdered"."""
    token = view.tokens[index]
    after = index > 0 and view.tokens[index - 1].pos in {"ADP", "SCONJ"}
    return token.has("VerbForm=Part") or (token.has("VerbForm=Ger") and after)


def clause_start(view: View, head: int) -> int:
    start = next((i + 1 for i in range(head - 1, -1, -1) if view.tokens[i].text in _OPENS - {"-"}), 0)
    while start < head and (view.tokens[start].pos == "PUNCT" or view.folded[start] in view.words.then):
        start += 1
    return start


def _of_itself(view: View, match: Match) -> list[Phrase]:
    """ "Dies after attack", "Killed in front of his bakery": a subject left out, whose verb or pronoun is of one."""
    if match.head != clause_start(view, match.head) and not _he_before(view, match):
        return []
    one = Phrase(match.head, match.last, Count.exactly(1), "singular")
    if _he_before(view, match) or ("finite" in match.kinds and view.folded[match.head] in view.words.dies_alone):
        return [one]
    if "participle" not in match.kinds or view.tokens[match.head].text.endswith("ing"):
        return []
    return list(_located_after(view, match)) or ([one] if _tells_of_one(view, match) else [])


def _dies(view: View, match: Match) -> list[Phrase]:
    """ "Muere tras un ataque", "Muere herido en ataque": a verb that opens a clause and tells of one."""
    following = match.last + 1
    opens = match.head == clause_start(view, match.head) and view.folded[match.head] in view.words.dies_alone
    if not opens or match.rule.form != "intransitive" or following >= len(view.tokens):
        return []
    victim = noun_of(view, following)
    hurt = victim is not None and victim.victim and not view.folded[following].endswith("s")
    if view.tokens[following].pos not in {"ADP", "ADV", "SCONJ"} and not hurt:
        return []
    last = following if hurt else match.last
    return [Phrase(following if hurt else match.head, last, Count.exactly(1), "singular")]


def _he_before(view: View, match: Match) -> bool:
    """ "He goes off and appears dead"."""
    start = clause_start(view, match.head)
    between = range(start + 1, match.head)
    state = match.rule.form == "state" or match.rule.event == "body_found"
    alone = not any(noun_of(view, i) for i in between)
    return state and view.folded[start] in view.words.one_person and start < match.head and alone


def _tells_of_one(view: View, match: Match) -> bool:
    own = view.words.one_person | (view.words.possessive - view.words.definite_plural)
    following = range(match.last + 1, len(view.tokens))
    beside = following and (view.tokens[following[0]].pos in {"ADP", "SCONJ", "ADV"})
    return bool(beside) and any(view.folded[i] in own for i in following[:8])


def _located_after(view: View, match: Match) -> Iterator[Phrase]:
    """ "Murdered and with signs of torture, they find a man", "Murdered and bound locate a man"."""
    for at in range(match.last + 1, len(view.tokens) - 1):
        said = view.folded[at - 1] in view.words.they and view.tokens[at].pos == "VERB"
        if said or view.folded[at] in view.words.finds:
            yield from _listed(view, at + 1, len(view.tokens))
            return


def _as_a_noun(view: View, match: Match) -> list[Phrase]:
    """ "they report a dead", "Dead baker found": one dead by article or noun."""
    if match.rule.form != "state" or match.head != match.last:
        return []
    nth = _nth(view, match)
    if nth is not None:
        return [nth]
    following = view.tokens[match.last + 1].pos if match.last + 1 < len(view.tokens) else "PUNCT"
    if match.head and view.folded[match.head - 1] in view.words.indefinite and following in {"PUNCT", "ADP", "CCONJ"}:
        return [Phrase(match.head - 1, match.head, Count.exactly(1), "singular")]
    opens = match.head == clause_start(view, match.head)
    return _listed(view, match.last + 1, len(view.tokens)) if opens else []


def _nth(view: View, match: Match) -> Phrase | None:
    """ "the second murder of the day": one, whatever came before it."""
    token = view.tokens[match.last]
    numeral = view.numeral_at(match.last - 1) if match.last else None
    if numeral is None or numeral.sense != "ordinal" or token.has("Number=Plur"):
        return None
    return Phrase(match.last - 1, match.last, Count.exactly(1), "singular")


def _own_body(view: View, match: Match) -> Phrase | None:
    """ "Corpse with a note left on a bridge": one body, unless a number stands near."""
    if match.rule.event != "body_found" or view.folded[match.last] not in view.words.bodies:
        return None
    following = view.tokens[match.last + 1].pos if match.last + 1 < len(view.tokens) else "PUNCT"
    if view.tokens[match.last].has("Number=Plur"):
        return None
    near = range(max(0, match.head - 3), min(len(view.tokens), match.last + 5))
    if following in {"NOUN", "PROPN"} or any((n := view.numeral_at(i)) and n.sense == "number" for i in near):
        return None
    return Phrase(match.head, match.last, Count.exactly(1), "singular")


_WAYS: tuple[Callable[[View, Match], list[Phrase]], ...] = (_between, _after, _as_a_noun, _before, _of_itself)
