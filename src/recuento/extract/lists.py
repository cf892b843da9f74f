"""Lists that syntax loses: the items that follow one another after commas and "and"."""

from __future__ import annotations

from collections.abc import Sequence

from recuento.extract.containers import holds_so_much
from recuento.extract.phrases import is_marked, is_name, noun_of
from recuento.extract.view import NOMINAL, VERBAL, View
from recuento.lexicon.people import things
from recuento.lexicon.triggers import trigger_index

__all__ = ["bare_items_after", "items_after", "items_before", "kit_after", "things_after"]

_LONGEST_LIST = 16
_SPANISH_KIT = 5
_KIT = 3  # words of a thing without a number: "tactical bulletproof vests"
_ENDS = frozenset({".", ":", "—", "?", "!"})


def items_after(view: View, head: int, *, bare: bool = False, shared_verb: bool = False) -> list[int]:
    """Return the heads of the phrases that continue the list in which ``head`` stands, in order.

    An item begins with a number or an indefinite article right after a comma or "and". With ``bare``, as in lists of
    things seized, items without either count as well ("vests, radios") and an aside ("mostly AK-47s") is stepped over.
    A phrase with a verb of its own ("and six others were wounded") ends the list, unless with ``shared_verb`` the
    verb is known to be the list's ("the bodies of a man and another youth were found").
    """
    found: list[int] = []
    at = _end_of_item(view, head)
    if at is not None and view.language == "en" and not bare and _is_cut_off(view, head, at):
        return []
    while at is not None and len(found) < _LONGEST_LIST:
        start = _next_item(view, at, bare=bare)
        if start is None:
            at = _after_aside(view, at) if bare else None
            continue
        item = _head_of_item(view, start, bare=bare)
        if item is None or (_has_own_verb(view, item) and not shared_verb):
            break
        if not _is_model(view, item):
            found.append(item)
        at = _end_of_item(view, item)
    return [] if len(found) == 1 and _says_who(view, head, found[0]) else found


def _says_who(view: View, name: int, item: int) -> bool:
    """Tell whether what looks like a second item says who the first is: "Alan Reyes, a former student"."""
    before = [i for i in range(name + 1, item) if view.tokens[i].pos == "CCONJ"]
    one = not view.tokens[item].has("Number=Plur") and view.numeral_at(item) is None
    counted = any(view.numeral_at(i) is not None for i in view.children(item, "nummod"))
    return not before and one and not counted and is_name(view, name)


def things_after(view: View, head: int) -> list[int]:
    """Return the heads of all counted things behind ``head`` up to the next finite verb, whatever syntax makes of them.

    Each begins with a number after a comma or "and", or after a word that says what the whole holds ("que consta de").
    """
    found: list[int] = []
    depth = 0
    for at in range(head + 1, len(view.tokens)):
        token = view.tokens[at]
        depth += (token.text == "(") - (token.text == ")")
        finite = token.pos in VERBAL and token.has("VerbForm=Fin") and not _holds(view, at)
        if token.text in _ENDS or (finite and not _list_goes_on(view, at)):
            break
        numeral = view.numeral_at(at)
        if (
            depth > 0
            or numeral is None
            or numeral.sense not in {"number", "weight", "money"}
            or holds_so_much(view, at)
        ):
            continue
        first = view.inside(numeral.span)[0]
        left = first - 1 - (view.tokens[first - 1].pos == "SYM")  # the sign of money stands between
        bounded = view.language == "es" and view.inside(numeral.core)[0] == at  # "con más de 20 cajas"
        if (
            (first == at or bounded)
            and first > head
            and (view.folded[left] in view.words.joints or _holds(view, left - 1) or _holds(view, left))
        ):
            found.append(_counted_thing(view, view.inside(numeral.core)[-1]))
    return found


def _is_cut_off(view: View, head: int, end: int) -> bool:
    """Tell whether a semicolon follows people without a number: "to find those missing; 200 more troops help"."""
    follows = end + 1 < len(view.tokens) and view.tokens[end + 1].text == ";"
    return follows and view.numeral_at(head) is None and not view.children(head, "nummod")


def kit_after(view: View, head: int) -> list[int]:
    """Return the heads of things without a number in the list that ``head`` begins: "12 rifles; body armor; radios".

    Each stands between two joints, of nouns and adjectives alone, and its noun is known for a thing.
    """
    found: list[int] = []
    joints = [i for i in range(head + 1, len(view.tokens)) if _parts_items(view, i)]
    for at, joint in enumerate(joints):
        if any(view.tokens[i].pos in VERBAL and view.tokens[i].has("VerbForm=Fin") for i in range(head + 1, joint)):
            break
        end = joints[at + 1] if at + 1 < len(joints) else len(view.tokens)
        item = [i for i in range(joint + 1, end) if view.tokens[i].pos != "PUNCT"]
        if view.language == "es":
            found += _spanish_kit(view, item)
            continue
        if not 0 < len(item) <= _KIT or any(view.numeral_at(i) is not None for i in item):
            continue
        plain = all(view.tokens[i].pos in {"NOUN", "ADJ", "PROPN", "ADV"} for i in item)
        if plain and view.folded[item[-1]] in things(view.language):
            found.append(item[-1])
    return found


def _spanish_kit(view: View, item: Sequence[int]) -> list[int]:
    """Return the thing of an item: "además de chalecos antibalas", "gran cantidad de municiones"; [] where none is."""
    start = next((n for n, i in enumerate(item) if view.folded[i] not in view.words.joints), len(item))
    words = [view.tokens[i] for i in item[start:]]
    if not 0 < len(words) <= _SPANISH_KIT or any(view.numeral_at(t.index) is not None for t in words):
        return []
    if any(t.pos in {"DET", "PRON", "SCONJ"} and t.text not in {"una", "un"} for t in words):
        return []
    if any(t.pos in VERBAL and t.has("VerbForm=Fin") for t in words):
        return []
    known = [t.index for t in words if view.folded[t.index] in things(view.language)]
    nouns = [t.index for t in words if t.pos == "NOUN"]
    return [*nouns, *known][:1] if known else []


def _parts_items(view: View, at: int) -> bool:
    return view.tokens[at].text in {",", ";", "."} or view.tokens[at].pos == "CCONJ" or _is_joint_phrase(view, at)


def _list_goes_on(view: View, at: int) -> bool:
    """Tell whether a comma and a number follow: a word taken for a verb ("un arma tipo escuadra, 210 cargadores")."""
    return at + 2 < len(view.tokens) and view.tokens[at + 1].text == "," and view.numeral_at(at + 2) is not None


def _holds(view: View, at: int) -> bool:
    return at >= 0 and view.folded[at] in view.words.comprises


def _counted_thing(view: View, last: int) -> int:
    """Return the noun right after the number, or the number itself: "8 mil pesos", "nueve cortas", "dos AR-15"."""
    following = last + 1
    while following < len(view.tokens) and view.tokens[following].pos == "ADJ" and following - last < 2:
        following += 1
    if following < len(view.tokens) and view.tokens[following].pos in {"NOUN", "PROPN", "ADJ"}:
        return _last_of_compound(view, following)
    after = view.tokens[last + 1] if last + 1 < len(view.tokens) else None
    return last + 1 if after is not None and after.pos == "ADJ" else last


def _next_item(view: View, end: int, *, bare: bool) -> int | None:
    """Return where the next item begins: the first token after the joints, if it is one; None if the list ends."""
    at, joined = end + 1, False
    while (
        at < len(view.tokens)
        and (view.folded[at] in view.words.joints or view.tokens[at].text == ")")
        and at - end <= 5
    ):
        joined = joined or view.tokens[at].text in {",", ";", ")"} or view.tokens[at].pos == "CCONJ"
        at += 1
    joined = joined or at - end > 1
    if not joined or at >= len(view.tokens):
        return None
    return at if _begins_item(view, at) or (bare and view.tokens[at].pos in {"NOUN", "ADJ", "PROPN", "ADV"}) else None


def _after_aside(view: View, end: int) -> int | None:
    """Step over "mostly AK-47s" or "from M4s to AK-47s": return its last token, None where a verb begins the rest."""
    for at in range(end + 2, min(len(view.tokens) - 1, end + 14)):
        token = view.tokens[at]
        if token.text in _ENDS or (token.pos in VERBAL and token.dep not in {"acl", "amod", "case"}):
            return None
        following = view.tokens[at + 1]
        if following.text in {",", ";"} or _is_joint_phrase(view, at + 1):
            return at
    return None


def _begins_item(view: View, at: int) -> bool:
    numeral = view.numeral_at(at)
    if numeral is not None:
        return numeral.sense in {"number", "weight", "money"}
    return view.folded[at] in view.words.begins_item


def _head_of_item(view: View, start: int, *, bare: bool) -> int | None:
    """Return the item's noun: the first after the number or article."""
    for at in range(start, min(len(view.tokens), start + 6)):
        token = view.tokens[at]
        if token.pos in {"NOUN", "PROPN"} and view.numeral_at(at) is None:
            return _last_of_compound(view, at)
        if token.pos in VERBAL or token.text in {",", ";", "."} or token.pos == "CCONJ":
            before = view.tokens[at - 1]
            return at - 1 if at > start and (before.pos in NOMINAL or bare) else None
    return None


def _last_of_compound(view: View, at: int) -> int:
    while view.language == "en" and at + 1 < len(view.tokens) and view.tokens[at + 1].pos == "NOUN":
        at += 1
    return at


def _is_model(view: View, item: int) -> bool:
    """Tell whether the item only names a make ("AK-47s") of what was counted before."""
    numeral = view.numeral_at(item)
    return numeral is not None and numeral.sense == "model"


def _end_of_item(view: View, head: int) -> int | None:
    """Return the last token before the next comma, bracket or conjunction, None where a verb is first."""
    depth = 0
    for at in range(head, min(len(view.tokens) - 1, head + 16)):
        following = view.tokens[at + 1]
        depth += (following.text == "(") - (following.text == ")" and depth > 0)
        if depth > 0:
            continue
        if following.text in {",", ";", ")"} or following.pos == "CCONJ" or _is_joint_phrase(view, at + 1):
            return at
        if (following.pos == "VERB" and following.dep not in {"acl", "amod", "case"}) or following.text in _ENDS:
            return None
    return None


def _is_joint_phrase(view: View, at: int) -> bool:
    """ "along with two launchers", "as well as helmets", "además de dos pistolas" join without a comma."""
    joints = view.words.joints
    if view.folded[at] not in joints or at + 1 == len(view.tokens):
        return False
    return view.folded[at + 1] in joints and view.folded[at] not in view.words.of


def _has_own_verb(view: View, item: int) -> bool:
    for at in range(item + 1, min(len(view.tokens), item + 4)):
        token = view.tokens[at]
        if token.pos in VERBAL and token.dep not in {"acl", "amod", "case"}:
            return True
        if token.text in {",", ";", "."} or token.pos == "CCONJ":
            return False
    return False


def bare_items_after(view: View, head: int) -> list[int]:
    """Return people whom a headline ties on without article or number: "a taxista y a pasajera", "madre e hijo"."""
    end = _end_of_item(view, head)
    if end is None or end + 2 >= len(view.tokens) or view.tokens[end + 1].pos != "CCONJ":
        return []
    at = end + 2
    while at < len(view.tokens) - 1 and (
        view.folded[at] in view.words.object_mark | view.words.possessive or view.tokens[at].pos in {"DET", "ADJ"}
    ):
        if noun_of(view, at) is not None:
            break
        at += 1
    if any(view.folded[i] in _verbs(view) for i in range(end + 2, at)):
        return []  # "kill man and injure son"
    known = noun_of(view, at)
    someone = (known is not None and not known.victim and view.numeral_at(at) is None) or is_marked(view, at)
    return [at] if someone and not _has_own_verb(view, at) else []


def _verbs(view: View) -> frozenset[str]:
    """Return the words of the sentence that begin a rule: a second verb, whatever its tag."""
    index = trigger_index(view.language)
    marks = view.words.object_mark | view.words.possessive
    starts = (view.folded[t.index] for t in view.tokens if index.at(t.text, plain=view.plain))
    return frozenset(word for word in starts if word not in marks)


def items_before(view: View, heads: tuple[int, ...]) -> tuple[int, ...]:
    """Return the heads with the counted phrase that "and" ties to them from the left, where a clause begins with it.

    The parser splits "Doce sicarios y dos soldados murieron" as often as not; a verb further left means that the first
    phrase is its own.
    """
    if not heads:
        return heads
    first = min((i for h in heads for i in (h, *view.children(h, "nummod", "det", "amod")) if i <= h), default=heads[0])
    if first < 2 or view.tokens[first - 1].pos != "CCONJ":
        return heads
    start = first - 2
    while start >= 0 and view.tokens[start].text not in {",", ";", ":", "(", "—"}:
        token = view.tokens[start]
        if token.pos == "VERB" and token.dep not in {"acl", "amod"}:
            return heads
        if token.pos == "AUX" and token.dep not in {"aux", "aux:pass", "cop"} and view.language == "es":
            return heads
        start -= 1
    numbers = [i for i in range(start + 1, first - 1) if (n := view.numeral_at(i)) is not None and n.sense == "number"]
    if numbers:
        return (_head_of_item(view, numbers[0], bare=False) or numbers[0], *heads)
    return (first - 2, *heads) if _is_one_person(view, first - 2) else heads


def _is_one_person(view: View, at: int) -> bool:
    """Tell whether a noun for one person with an article stands there: "a 17-year-old boy" before "and a man were"."""
    token = view.tokens[at]
    if token.pos != "NOUN" or token.has("Number=Plur") or noun_of(view, at) is None:
        return False
    return any(
        view.folded[i] in view.words.indefinite | view.words.possessive for i in view.children(at, "det", "nmod:poss")
    )
