"""What the parser ties to the wrong word: a subject to the phrase before it, a killing to the place of a bombing."""

from __future__ import annotations

from recuento.extract.phrases import fits, noun_of
from recuento.extract.view import NOMINAL, View
from recuento.lexicon.people import things, weapons
from recuento.lexicon.triggers import trigger_index

__all__ = ["agree", "before_reflexive", "is_done_to", "is_scene", "only_thought", "right_before"]


def right_before(view: View, head: int) -> list[int]:
    """Return the people named right before a Spanish verb that the parser hangs on the phrase before them.

    "Desde los cerros un grupo armado disparó": the parser takes "grupo" for another name of the hills.
    """
    if view.language != "es" or not head or not view.tokens[head].has("VerbForm=Fin"):
        return []
    if _is_bare_plural(view, head):
        return [head - 1]
    at = head - 1
    while view.tokens[at].pos == "ADJ" and 0 <= head - view.tokens[at].head <= 3 and view.tokens[at].head < at:
        at = view.tokens[at].head
    lost = view.tokens[at].pos == "NOUN" and view.tokens[at].dep in {"appos", "conj", "dep"} and not view.case_of(at)
    introduced = any(view.folded[i] in view.words.indefinite for i in view.children(at, "det"))
    someone = noun_of(view, at) is not None or view.folded[at] in view.words.measures
    told = lost and introduced and someone and not view.children(at, "cc")
    return [at] if told and agree(view, head, at) else []


def _is_bare_plural(view: View, verb: int) -> bool:
    """Tell whether a word for people that the parser takes for an adjective stands right before a plural verb.

    "Ayer desconocidos balearon una tienda": nothing is there that it could describe.
    """
    at = verb - 1
    if view.tokens[at].pos not in {"ADJ", "VERB"} or noun_of(view, at) is None or not view.folded[at].endswith("s"):
        return False
    before = at - 1
    dated = before >= 0 and any(d.span.overlaps(view.tokens[before].span) for d in view.dates)
    opens = before < 0 or dated or view.tokens[before].pos in {"PUNCT", "ADV", "CCONJ"}
    return opens and view.tokens[verb].has("Number=Plur")


def before_reflexive(view: View, head: int, own: list[int]) -> list[int]:
    """Return the person right before "se" whose subject is taken for a thing: "un tercero se fracturó un pie"."""
    at = head - 2
    if view.language != "es" or at < 0 or view.folded[head - 1] != "se" or not own or any(i < head for i in own):
        return []
    told = fits(view, at, "person") and not view.case_of(at) and view.tokens[at].pos in NOMINAL
    return [at] if told and not any(fits(view, i, "person") for i in own) else []


def is_done_to(view: View, verb: int, noun: int) -> bool:
    """Tell whether the parser took a Spanish verb's object for its subject: "llegaron, rompieron las puertas y …"."""
    token = view.tokens[verb]
    goes_on = token.dep in {"conj", "advcl", "parataxis"} and token.has("VerbForm=Fin") and token.head < verb < noun
    if view.language != "es" or not goes_on or view.children(verb, "aux:pass", "expl"):
        return False
    word = view.folded[noun]
    return word in things(view.language) and word not in weapons(view.language) and verb + 2 >= noun


def agree(view: View, verb: int, noun: int) -> bool:
    """Tell whether a Spanish verb can have the noun as its subject: both singular or both plural, where they say so."""
    if view.language != "es" or view.tokens[verb].has("VerbForm=Part") or view.children(noun, "conj"):
        return True
    one, many = "Number=Sing", "Number=Plur"
    token, other = view.tokens[verb], view.tokens[noun]
    return not (token.has(one) and other.has(many) and other.pos == "NOUN") and not (token.has(many) and other.has(one))


def only_thought(view: View, verb: int) -> bool:
    """Tell whether the parser took "gunmen believed to be …" for gunmen who believe, and the verb after it for less."""
    following = view.folded[verb + 1] if verb + 1 < len(view.tokens) else ""
    bare = not view.children(verb, "aux", "aux:pass", "ccomp")
    return view.language == "en" and following == "to" and bare and view.folded[verb] in view.words.said_to_be


def is_scene(view: View, noun: int) -> bool:
    """Tell whether a noun is where an event was: of "a bombing outside a school that killed two" the bombing killed."""
    above = view.tokens[noun].head
    known = trigger_index(view.language).at(view.tokens[above].text, plain=view.plain)
    event = any(w.trigger.form == "nominal" for w in known)
    return event and view.case_of(noun) in view.words.where_case and view.tokens[noun].dep == "nmod"
