"""How a trigger takes its arguments: active, passive, as a modifier, as a noun or as a state."""

from __future__ import annotations

from typing import Literal

from recuento.extract.behind import object_behind
from recuento.extract.naming import party_side
from recuento.extract.triggers import Match
from recuento.extract.view import View
from recuento.lexicon.people import times

__all__ = ["Voice", "fellow_verb", "voice_of"]

_NOMINAL = frozenset({"NOUN", "PROPN", "PRON"})

Voice = Literal["active", "passive", "modifier", "reflexive", "nominal", "state", "among"]


def voice_of(view: View, match: Match) -> Voice:
    """Return how the trigger's verb takes its arguments; nouns and states have their own."""
    form = match.rule.form
    if form in {"nominal", "state"} or (form == "phrase" and "noun" in match.kinds):
        return "state" if form == "state" else "nominal"
    if view.language == "en" and form == "transitive" and _aims(view, match):
        return "active"
    if "participle" in match.kinds and (view.language == "es" or _is_english_participle(view, match)):
        return _participle_voice(view, match.head)
    if view.language == "es" and _has_se(view, match.head) and match.rule.form == "transitive":
        return "reflexive"
    if (
        view.language == "en"
        and match.rule.form == "transitive"
        and "participle" in match.kinds
        and _elliptic(view, match)
    ):
        return "passive"
    return "active"


def _is_english_participle(view: View, match: Match) -> bool:
    """Tell a participle from a past tense of the same form ("killed", "shot") by auxiliaries, tags and position."""
    token = view.tokens[match.head]
    if _acts_on_somebody_behind(view, match) or _goes_on_perfect(view, match.head):
        return False
    if view.children(match.head, "nsubj:pass", "aux:pass") or _tells_which_are_counted(view, match.head):
        return True
    objects = [i for i in _objects(view, match.head) if i > match.head]
    object_follows = any(view.language == "es" or view.folded[i] not in times("en") for i in objects)
    if not object_follows and (_is_set_apart(view, match) or _is_of_whom(view, match.head)):
        return not _is_of_whom(view, match.head)
    if object_follows and "finite" in match.kinds:
        return False  # "a judge sentenced four soldiers", taken for "a judge (who was) sentenced"
    hung = token.dep in {"acl", "amod"} and "finite" in match.kinds and _is_after_noun(view, match.head)
    if hung and (object_behind(view, match) is not None or _is_only_verb(view, match)):
        return False  # "members of the gang abducted 12 people", "men with rifles fired on the post"
    # What stands before its own subject is another clause's: "three were shot and one died".
    subject = max((i for i in view.children(match.head, "nsubj") if i < match.head), default=-1)
    near = range(max(subject, match.head - 4, 0), match.head)
    told = any(view.tokens[i].dep == "nsubj" for i in view.children(match.head)) and "finite" in match.kinds
    if told and not any(view.folded[i] in view.words.be for i in near):
        return False
    if token.has("Voice=Pass") and token.dep != "amod":
        return True
    auxiliaries = {view.folded[i] for i in near if view.tokens[i].pos == "AUX"}
    if auxiliaries & view.words.be:
        return True
    if auxiliaries & view.words.have:
        return False
    if "finite" not in match.kinds or _goes_on_passive(view, match):
        return True
    if token.dep == "conj" and view.tokens[token.head].pos == "VERB":
        above = bool(view.children(token.head, "aux:pass", "nsubj:pass"))
        return above and (token.has("VerbForm=Part") or _has_no_object(view, match))
    if token.dep in {"acl", "amod"}:
        return not _squeezed(view, match.head)
    tagged = token.has("VerbForm=Part") or token.pos == "ADJ"
    return tagged and token.dep in {"ROOT", "conj", "xcomp", "advcl"} and not view.children(match.head, "nsubj")


def _goes_on_perfect(view: View, head: int) -> bool:
    """Tell whether an English participle shares the "had" of the verb before: "gunmen had stormed it and taken 61"."""
    above = view.tokens[head].head
    if view.tokens[head].dep != "conj" or view.tokens[above].pos != "VERB" or view.children(head, "aux", "aux:pass"):
        return False
    perfect = any(view.folded[i] in view.words.have for i in view.children(above, "aux"))
    return perfect and not view.children(above, "aux:pass", "nsubj:pass")


def _is_set_apart(view: View, match: Match) -> bool:
    """Tell whether a participle stands between commas behind its noun: "Ana Ruiz, arrested minutes earlier, is …"."""
    head = match.head
    if view.headline or head < 2 or view.tokens[head - 1].text != "," or view.tokens[head - 2].pos not in _NOMINAL:
        return False
    closed = next((i for i in range(match.last + 1, min(len(view.tokens), head + 12)) if view.tokens[i].text == ","), 0)
    verbs = any(view.tokens[i].pos in {"VERB", "AUX"} for i in range(match.last + 1, closed))
    following = view.tokens[closed + 1] if closed and closed + 1 < len(view.tokens) else None
    return following is not None and not verbs and following.pos in {"AUX", "VERB"} and following.has("VerbForm=Fin")


def _is_of_whom(view: View, head: int) -> bool:
    """Tell whether an English verb's object is the "whom" before its subject: "the 17 people whom police freed"."""
    if view.language != "en":
        return False  # Spanish says "quien" of the subject as well
    return any(view.folded[i] in view.words.whom for i in range(max(0, head - 5), head - 1))


def _acts_on_somebody_behind(view: View, match: Match) -> bool:
    """Tell whether what is taken for a passive has its object behind it: "four gunmen shot dead two officers"."""
    if fellow_verb(view, match.head) is not None:
        return True
    bare = "finite" in match.kinds and not view.headline and not view.children(match.head, "aux", "aux:pass")
    return bare and bool(view.children(match.head, "nsubj:pass")) and object_behind(view, match) is not None


def _aims(view: View, match: Match) -> bool:
    """Tell whether whoever stands right before acts on what a verb's own preposition leads to: "gunmen fired on cars".

    "Officers shot at on Monday" and "a crowd fired on by guards" lead to nobody there.
    """
    last, target = view.tokens[match.last], view.tokens[view.tokens[match.last].head]
    led = match.last == match.head + 1 and last.pos == "ADP" and last.dep == "case" and target.index > match.last
    if not led or view.headline or target.head != match.head or target.pos not in _NOMINAL or match.head == 0:
        return False
    dated = any(day.span.overlaps(target.span) for day in view.dates)
    before = view.tokens[match.head - 1]
    # "Two officers shot at a party died"
    armed = before.pos in _NOMINAL and party_side(view, before.index) == "armed_group"
    return not dated and (armed or before.dep == "nsubj") and not view.children(match.head, "aux", "aux:pass", "conj")


def fellow_verb(view: View, head: int) -> int | None:
    """Return the verb right behind "and" whose object an English verb shares: "gunmen abducted and killed a teacher".

    None where the verb has an auxiliary or an object of its own, or where anything else stands between the two.
    """
    return view.once_at(_fellow_verb, head)


def _fellow_verb(view: View, head: int) -> int | None:
    if view.language != "en" or view.headline or view.children(head, "aux", "aux:pass") or _objects(view, head):
        return None
    first = view.tokens[head].head if view.tokens[head].dep == "conj" else head
    for verb in (*view.children(head, "conj"), *view.children(first, "conj")):
        between = view.tokens[head + 1 : verb]
        joined = all(token.pos in {"CCONJ", "VERB"} or token.text == "," for token in between)
        if verb > head and joined and _objects(view, verb) and not view.children(verb, "aux", "aux:pass", "nsubj"):
            return verb
    return None


def _tells_which_are_counted(view: View, head: int) -> bool:
    """Tell whether a participle stands with people of whom a number is told: "the tally of people rescued rose to"."""
    before = view.tokens[head - 1] if head > 2 else None
    if before is None or before.pos not in {"NOUN", "PRON"} or view.case_of(head - 1) not in view.words.of:
        return False
    if not view.words.distributive.isdisjoint(view.folded[head : head + 3]):
        return False  # "the number of people kidnapped each year"
    return any(view.folded[i] in view.words.numbers for i in range(max(0, head - 6), head - 1))


def _objects(view: View, head: int) -> list[int]:
    """Return a verb's objects, without a day that the parser takes for one: "killed Sunday evening by three men"."""
    days = [d.span for d in view.dates]
    return [i for i in view.children(head, "obj") if not any(day.overlaps(view.tokens[i].span) for day in days)]


def _has_no_object(view: View, match: Match) -> bool:
    """Tell whether a verb that needs one has neither subject nor object: "was hit and killed by two men"."""
    own = (*_objects(view, match.head), *view.children(match.head, "nsubj", "ccomp", "xcomp"))
    if match.rule.form != "transitive" or own:
        return False
    behind = object_behind(view, match)
    by = any(view.case_of(i) in view.words.agent_case for i in view.children(match.head, "obl"))
    return behind is None or by


def _goes_on_passive(view: View, match: Match) -> bool:
    """Tell whether a participle behind a comma goes on with a passive: "was arrested in May, extradited in June"."""
    above = view.tokens[match.head].head
    apart = match.head > 0 and view.tokens[match.head - 1].text == "," and view.tokens[match.head].dep == "advcl"
    alone = not view.children(match.head, "obj") and object_behind(view, match) is None
    return apart and alone and bool(view.children(above, "aux:pass"))


def _is_after_noun(view: View, head: int) -> bool:
    return head > 0 and view.tokens[head - 1].pos in {"NOUN", "PROPN", "PRON"}


def _is_only_verb(view: View, match: Match) -> bool:
    """Tell whether nothing above a participle is a verb, and its own particle leads on to what it was done to."""
    if view.headline or match.last == match.head or view.tokens[match.last].pos not in {"ADP", "ADV"}:
        return False
    above = [i for i in view.ancestors(match.head) if i != match.head]
    verbs = any(t.pos in {"VERB", "AUX"} and t.has("VerbForm=Fin") for t in view.tokens if t.index != match.head)
    return not verbs and not any(view.tokens[i].pos in {"VERB", "AUX"} for i in above)


def _squeezed(view: View, head: int) -> bool:
    """ "security forces seized weapons": taken for a modifier of "weapons", it is the verb between two nouns."""
    token = view.tokens[head]
    before = view.tokens[head - 1] if head else None
    return token.dep == "amod" and token.head > head and before is not None and before.pos in {"NOUN", "PROPN", "PRON"}


def _participle_voice(view: View, head: int) -> Voice:
    """Passive with an auxiliary near to the left, active after "haber", otherwise it modifies a noun."""
    near = [view.folded[i] for i in view.children(head, "aux", "cop", "aux:pass") if i < head]
    near += [
        view.folded[i] for i in range(max(0, head - 3), head) if view.tokens[i].pos in {"AUX", "VERB", "ADV", "PART"}
    ]
    passive = any(word in view.words.be for word in near)
    if not passive and view.language == "es" and any(word in view.words.have for word in near):
        return "active"
    above = view.tokens[head].head
    goes_on = view.language == "en" and view.tokens[head].dep == "conj" and above < head
    if goes_on and not any(token.text in {";", ":"} for token in view.tokens[above:head]):
        passive = passive or bool(view.children(above, "aux:pass"))
    passive = passive or _goes_on_spanish_passive(view, head)
    return "passive" if passive or view.children(head, "nsubj:pass") else "modifier"


def _goes_on_spanish_passive(view: View, head: int) -> bool:
    """Tell whether a participle goes on with a passive: "fue detenido en mayo, extraditado en junio y condenado"."""
    token = view.tokens[head]
    joined = head > 0 and (view.tokens[head - 1].text == "," or view.tokens[head - 1].pos == "CCONJ")
    above = token.head
    hung = token.dep in {"advcl", "conj"} or (token.dep == "acl" and view.tokens[above].pos == "VERB")
    if view.language != "es" or not joined or not hung or above >= head:
        return False
    between = view.tokens[above:head]
    if any(t.text in {";", ":"} or t.has("VerbForm=Fin") for t in between):
        return False
    if view.tokens[above].dep in {"advcl", "conj", "acl"} and _goes_on_spanish_passive(view, above):
        return True
    auxiliary = any(view.folded[i] in view.words.be for i in view.children(above, "aux:pass", "aux", "cop"))
    return auxiliary and _same_ending(view, above, head)


def _same_ending(view: View, one: int, other: int) -> bool:
    """Tell whether two participles agree in gender and number."""
    marks = ("Gender=Masc", "Gender=Fem", "Number=Sing", "Number=Plur")
    tokens = view.tokens[one], view.tokens[other]
    return all(tokens[0].has(mark) == tokens[1].has(mark) for mark in marks)


def _has_se(view: View, head: int) -> bool:
    return any(view.folded[i] == "se" for i in view.children(head)) or (head > 0 and view.folded[head - 1] == "se") or (
        head > 1 and view.folded[head - 2] == "se" and view.tokens[head - 1].pos in {"AUX", "PRON"})  # fmt: skip


def _elliptic(view: View, match: Match) -> bool:
    """Headline style: "Three officers killed in ambush" has a past form without object after people."""
    head, after = match.head, match.last + 1 if view.headline else match.head + 1
    if (
        _is_of_whom(view, head)
        or view.children(head, "obj", "ccomp")
        or any(view.folded[i] in view.words.have for i in view.children(head, "aux"))
    ):
        return False
    subjects = view.children(head, "nsubj")
    if any(view.folded[i] in view.words.relative for i in subjects):
        return False  # "a gunman who shot and killed" somebody, whom the parser lost
    if fellow_verb(view, head) is not None:
        return False
    following = view.folded[after] if after < len(view.tokens) else "."
    if view.headline and (after == len(view.tokens) or view.tokens[after].pos in {"ADP", "PUNCT", "ADV"}):
        return bool(subjects)
    return bool(subjects) and following in view.words.after_headline
