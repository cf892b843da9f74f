"""Whom a relative pronoun or a participle is about."""

from __future__ import annotations

from recuento.extract.mistied import agree, is_scene
from recuento.extract.nearness import STOPS
from recuento.extract.view import NOMINAL, View
from recuento.lexicon.grammar import saying_verbs

__all__ = ["antecedent_of", "apart_from", "phrase_head", "resolve_relative"]

_ASIDE = 14  # tokens of an aside that says who somebody is


def resolve_relative(view: View, head: int, subject: int) -> int | None:
    """Return the subject, or whom a relative pronoun means; "una de las cuales" means one, not all of them.

    None where the verb's number shows that the pronoun is its object ("los soldados que retenía").
    """
    if view.folded[subject] not in view.words.relative:
        return subject
    antecedent = _of_cleft(view, _past_aside(view, subject, antecedent_of(view, head)))
    antecedent = _counted_beside(view, subject, antecedent)
    if antecedent and is_scene(view, antecedent[0]):
        antecedent = (view.tokens[antecedent[0]].head,)
    return antecedent[0] if antecedent and agree(view, head, antecedent[0]) else None


def _counted_beside(view: View, relative: int, antecedent: tuple[int, ...]) -> tuple[int, ...]:
    """Return whom a Spanish "que" means where the parser takes those told before, of whom another state was said.

    "Tres policías muertos y dos civiles que siguen cautivos": the two. "Seis muertos y nueve los que siguen cautivos".
    """
    if view.language != "es" or not antecedent or not antecedent[0] < relative - 1:
        return antecedent
    at = relative - 1
    if view.tokens[at].pos == "NUM" and view.numeral_at(at) is not None:
        return (at,)  # "tropas rescataron a 13 que seguían cautivos": the 13
    if view.folded[at] in view.words.definite_plural:
        return (at - 1,) if view.numeral_at(at - 1) is not None else antecedent
    counted = [i for i in view.children(at, "nummod") if view.numeral_at(i) is not None]
    own = any(view.tokens[i].pos in {"ADJ", "VERB"} for i in view.children(antecedent[0], "amod", "acl") if i < at)
    return (at,) if counted and own and view.tokens[at].pos == "NOUN" else antecedent


def _of_cleft(view: View, antecedent: tuple[int, ...]) -> tuple[int, ...]:
    """Return whom a cleft sets apart: of "it was a faction of the cartel that took them" the faction."""
    if view.language != "en" or not antecedent or view.folded[0] not in view.words.it:
        return antecedent
    for at in (antecedent[0], view.tokens[antecedent[0]].head):
        if view.children(at, "cop") and 0 in view.children(at, "nsubj"):
            return (at,)
    return antecedent


def _past_aside(view: View, relative: int, antecedent: tuple[int, ...]) -> tuple[int, ...]:
    """Return whom a relative behind a comma means: "the Pardos, a wing of the Robles Cartel, which took six".

    What an aside is "of" is named only to say who they are.
    """
    if not antecedent or relative < 1 or view.tokens[relative - 1].text != ",":
        return antecedent
    aside = antecedent[0]
    if view.tokens[aside].dep == "nmod" and view.case_of(aside) in view.words.of:
        aside = view.tokens[aside].head
    introduced = any(view.folded[i] in view.words.indefinite for i in view.children(aside, "det"))
    return (view.tokens[aside].head,) if view.tokens[aside].dep == "appos" and introduced else antecedent


def antecedent_of(view: View, head: int) -> tuple[int, ...]:
    """Return the noun that a participle or relative clause describes."""
    token = view.tokens[head]
    above = token.head
    if token.dep.split(":")[0] in {"acl", "amod", "conj"} and above != head:
        if token.dep == "conj" and view.folded[above] in saying_verbs(view.language) and _past_comma(view, head):
            return (phrase_head(view, head - 2),)  # "officials said the body of a nurse, shot twice, was found"
        if token.dep == "conj" and view.tokens[above].pos not in NOMINAL:
            return antecedent_of(view, above)
        if view.tokens[above].pos in NOMINAL or view.numeral_at(above) is not None:
            return (_of_its_number(view, head, above),)
    at = head - 1
    while at >= 0 and head - at <= 4:
        if view.tokens[at].pos in {"NOUN", "PROPN", "NUM", "PRON"} and view.folded[at] not in view.words.relative:
            return (phrase_head(view, at),)
        if view.tokens[at].text in STOPS:
            return ()
        at -= 1
    return ()


def _of_its_number(view: View, head: int, above: int) -> int:
    """Return whom a Spanish participle behind an aside is about: "Iván Mora, primo de uno de los jefes, capturado".

    The name before the aside, where the participle is of one; the noun that it hangs on elsewhere.
    """
    apart = head > 3 and view.tokens[head - 1].text == "," and view.tokens[head].has("VerbForm=Part")
    if view.language != "es" or not apart or not view.tokens[head].has("Number=Sing"):
        return above
    opening = next((i for i in range(head - 2, max(0, head - _ASIDE), -1) if view.tokens[i].text == ","), None)
    if opening is None or not opening < above < head or view.tokens[opening - 1].pos != "PROPN":
        return above
    inside = view.tokens[opening + 1 : head - 1]
    if any(token.has("VerbForm=Fin") for token in inside) or inside[0].pos not in {"NOUN", "DET", "ADJ"}:
        return above
    return phrase_head(view, opening - 1)


def apart_from(view: View, head: int) -> tuple[int, ...]:
    """Return the subject of the clause that an English participle behind a comma goes on with.

    "Its leader is in prison in Texas, sentenced in 2016": hung on the prison.
    """
    if view.language != "en" or head < 2 or view.tokens[head - 1].text != ",":
        return ()
    above = view.tokens[head].head
    subjects = view.children(above, "nsubj") if view.children(above, "cop") else ()
    return tuple(i for i in subjects if view.folded[i] not in view.words.relative)


def _past_comma(view: View, head: int) -> bool:
    return head > 1 and view.tokens[head - 1].text == "," and view.tokens[head - 2].pos in {"NOUN", "PROPN"}


def phrase_head(view: View, index: int) -> int:
    """Step up from a noun's modifier to the noun it belongs to ("members of the gang" from "gang")."""
    token = view.tokens[index]
    if (
        token.dep in {"nummod", "compound", "flat", "amod", "nmod"}
        and view.tokens[token.head].pos in NOMINAL
        and token.head != index
    ):
        if token.dep == "nmod" and view.case_of(index) not in view.words.of:
            return index
        return phrase_head(view, token.head) if abs(token.head - index) < 6 else index
    return index
