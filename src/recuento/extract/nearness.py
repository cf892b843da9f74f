"""What stands near a trigger, where syntax gives no argument."""

from __future__ import annotations

from recuento.extract.phrases import fits, is_marked, is_name, noun_of
from recuento.extract.triggers import Match
from recuento.extract.view import NOMINAL, View
from recuento.lexicon.triggers import OF_PEOPLE, trigger_index

__all__ = ["STOPS", "counted_by", "marked_object", "near", "someone_before", "whom_against"]

_BEFORE_WHOM = frozenset({("frente", "a"), ("delante", "de"), ("enfrente", "de")})
STOPS = frozenset({";", ":", "—", "–", "("})


def near(view: View, match: Match, *, left_first: bool, both: bool = True) -> tuple[int, ...]:
    """Return the nearest counted phrase that the rule accepts, within the clause; () if there is none."""
    sides = ("left", "right") if left_first else ("right", "left")
    for side in sides if both else sides[:1]:
        found = _beside(view, match, side)
        found = _nearest(view, match, side) if found is None else found
        if found is not None:
            return (found,)
    name = _adjacent_name(view, match)
    if name is None and left_first:
        name = _adjacent_one(view, match)
    return (name,) if name is not None and left_first else ()


def _adjacent_one(view: View, match: Match) -> int | None:
    """Return the single person told just before the verb: "un hombre cayó muerto"."""
    at = match.head - 1
    while at > 0 and view.tokens[at].pos in {"AUX", "ADV", "PRON", "ADJ"}:
        at -= 1
    marks = view.children(at, "det") if at >= 0 else ()
    one = any(view.folded[i] in view.words.begins_item for i in marks)
    return at if one and noun_of(view, at) is not None and fits(view, at, match.rule.patient) else None


def _adjacent_name(view: View, match: Match) -> int | None:
    """Return the person named just before the verb: "his wife, Judith Tebbut, was abducted"."""
    for at in range(match.head - 1, max(-1, match.head - 5), -1):
        token = view.tokens[at]
        if any(n.kind == "person" and n.span.overlaps(token.span) for n in view.names):
            return at
        if token.pos not in {"AUX", "ADV", "PUNCT"} or token.text in STOPS:
            return None
    return None


def _beside(view: View, match: Match, side: str) -> int | None:
    """Return the person whom the rule's words touch: the parser loses "joven" in "Asesinan a joven en una tienda"."""
    if not view.headline:
        return None
    at = _before(view, match) if side == "left" else _after(view, match)
    if at is None or not 0 <= at < len(view.tokens) or view.numeral_at(at) is not None:
        return None
    noun = noun_of(view, at)
    someone = (noun is not None and not noun.victim) or is_name(view, at) or is_marked(view, at)
    return at if someone and fits(view, at, match.rule.patient) else None


def _before(view: View, match: Match) -> int | None:
    at = match.head - 1
    while at >= 0 and view.folded[at] in view.words.be:
        at -= 1
    return at


def _after(view: View, match: Match) -> int | None:
    """Return the first word after the rule's that is no manner ("a balazos"), object mark, article or adjective.

    A Spanish verb with an object marks it with "a": without it what follows may be who did it ("matan sicarios").
    """
    start = match.head + 1 if match.slack else match.last + 1
    at = _past_manner(view, start)
    told_how = at > start or view.folded[match.last] in view.words.manner
    marked = match.rule.form != "transitive" or not view.words.object_mark or told_how
    while at < len(view.tokens) and noun_of(view, at) is None and view.numeral_at(at) is None:
        if marked and is_marked(view, at):
            break  # "asesina a paciente", taken for an adjective
        if view.folded[at] in view.words.object_mark:
            marked = True
        elif view.tokens[at].pos not in {"DET", "ADJ"} and view.folded[at] not in view.words.presumed:
            break
        at += 1
    following = noun_of(view, at + 1) if at + 1 < len(view.tokens) and noun_of(view, at) is not None else None
    if following is not None and not following.unit and view.tokens[at + 1].pos == "NOUN":
        at += 1  # "a joven pareja"
    return at if marked else None


def marked_object(view: View, match: Match) -> int | None:
    """Return the person right after a Spanish verb and its "a", whatever the parser makes of it; None if there is none.

    "Asesinan a dueño de un local": the parser takes the noun for a part of the preposition.
    """
    if match.rule.form != "transitive" or not view.words.object_mark or match.rule.patient not in OF_PEOPLE:
        return None
    at = _beside(view, match, "right")
    return at if at is not None and (noun_of(view, at) is not None or is_marked(view, at)) else None


def whom_against(view: View, match: Match) -> int | None:
    """Return the head of the phrase behind "contra", the last word of a rule: "dictó sentencia … contra Ana Soto"."""
    last = view.folded[match.last - 1 : match.last + 1]
    if match.rule.form != "transitive" or match.last == match.head or not {"contra"} & set(last):
        return None
    for at in range(match.last + 1, min(len(view.tokens), match.last + 6)):
        if view.tokens[at].pos in {"NOUN", "PROPN"}:
            return at if fits(view, at, "person") else None
        if view.tokens[at].pos not in {"ADP", "DET", "NUM", "ADJ"}:
            return None
    return None


def _past_manner(view: View, at: int) -> int:
    """Step over how it was done, and before whom: "a balazos", "de dos tiros", "frente a su familia"."""
    if view.language == "es" and view.folded[at : at + 2] in _BEFORE_WHOM and at + 3 < len(view.tokens):
        return at + 4 if view.tokens[at + 2].pos == "DET" else at + 3
    for end in range(at + 1, min(at + 4, len(view.tokens))):
        if noun_of(view, end) is not None or view.tokens[end].pos == "ADP":
            break
        if view.folded[end] in view.words.manner and view.tokens[at].pos == "ADP":
            return end + 1
    return at


def someone_before(view: View, match: Match) -> int | None:
    """Return the one person named before a verb without a subject: "Balean a hombre; muere en el hospital"."""
    for at in range(match.head - 1, -1, -1):
        noun = noun_of(view, at)
        numeral = view.numeral_at(at)
        if (numeral is not None and numeral.sense == "number") or (
            noun is not None and view.tokens[at].has("Number=Plur")
        ):
            return None
        if noun is not None and not noun.victim:
            return at
    return None


def _nearest(view: View, match: Match, side: str) -> int | None:
    right = range(match.last + 1, min(len(view.tokens), match.last + 14))
    left = range(match.head - 1, max(-1, match.head - 14), -1)
    for at in right if side == "right" else left:
        if view.tokens[at].text in STOPS or (_opens_clause(view, at) and not _controls(view, at, match)):
            return None
        numeral = view.numeral_at(at)
        if numeral is not None and numeral.sense in _senses(match):
            head = counted_by(view, at)
            if side == "right" and _acts_itself(view, head, match):
                return None
            free = fits(view, head, match.rule.patient) and not _of_another(view, head, match)
            return head if free else None
    return None


def _acts_itself(view: View, head: int, match: Match) -> bool:
    """Tell whether an English phrase behind a verb is the subject of the next: "to look for them, and 80 men help"."""
    token = view.tokens[head]
    own = token.dep.startswith("nsubj") and head < token.head and not match.head <= token.head <= match.last
    joined = any(view.tokens[i].pos == "CCONJ" or view.tokens[i].text in STOPS for i in range(match.last + 1, head))
    return view.language == "en" and not view.headline and own and joined


def _senses(match: Match) -> frozenset[str]:
    """Weights and sums of money count what was seized."""
    return frozenset({"number", "weight", "money"} if match.rule.counts == "seized" else {"number"})


def _of_another(view: View, head: int, match: Match) -> bool:
    """Tell whether a noun for another event has the phrase: nobody is sentenced in "por el secuestro de cinco"."""
    token = view.tokens[head]
    above = token.head
    if not token.dep.startswith("nmod") or match.head <= above <= match.last:
        return False
    words = trigger_index(view.language).at(view.tokens[above].text, plain=view.plain)
    return any(w.trigger.form == "nominal" and w.trigger.event != match.rule.event for w in words)


def _opens_clause(view: View, at: int) -> bool:
    token = view.tokens[at]
    return token.pos == "VERB" and token.dep not in {"amod", "acl"} and not token.has("VerbForm=Part")


def _controls(view: View, at: int, match: Match) -> bool:
    """ "managed to evade capture", "lograron huir": the verb before an infinitive shares its subject."""
    if "infinitive" not in match.kinds or at >= match.head:
        return False
    return match.head - at <= 2 and (view.language == "es" or view.folded[match.head - 1] == "to")


def _described(view: View, noun: int) -> int:
    """Return the noun right behind one that the parser takes for it in Spanish: "14 presuntos integrantes"."""
    token = view.tokens[noun]
    apart = view.language != "es" or token.dep != "amod" or token.head != noun + 1
    return noun if apart or view.tokens[token.head].pos != "NOUN" else token.head


def counted_by(view: View, at: int) -> int:
    token = view.tokens[at]
    if token.dep in {"nummod", "amod", "det", "advmod"} and view.tokens[token.head].pos in NOMINAL and token.head > at:
        return _described(view, token.head)
    following = at + 1
    while following < len(view.tokens) and view.tokens[following].pos in {"ADJ", "NUM"} and following - at < 3:
        following += 1
    if (
        following < len(view.tokens)
        and view.tokens[following].pos in {"NOUN", "PROPN"}
        and view.tokens[following].text[0].isalnum()
    ):
        return following
    return at
