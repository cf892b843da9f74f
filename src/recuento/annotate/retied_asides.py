"""Mend the Spanish parser where a speaker is put in: "Otros cinco, agrega el documento, huyeron hacia el monte"."""

from __future__ import annotations

from dataclasses import replace

from recuento.annotate.retied_names import hung
from recuento.lexicon.grammar import saying_verbs
from recuento.model.annotation import Token

__all__ = ["past_saying"]

_LONGEST = 10  # tokens of "agrega el documento de la fiscalía"
_CLAUSES = frozenset({"advcl", "ccomp", "conj", "parataxis", "acl", "xcomp", "csubj"})
_SUBJECTS = frozenset({"nsubj", "nsubj:pass", "obl", "dislocated"})


def past_saying(tokens: tuple[Token, ...], saying: int) -> tuple[Token, ...]:
    """Return the tokens with the subject before a verb of saying between commas as that of the verb behind.

    ``tokens`` where ``saying`` is no such verb.
    """
    said = tokens[saying]
    if saying < 2 or tokens[saying - 1].text != "," or said.text.lower() not in saying_verbs("es"):
        return tokens
    end = next((i for i in range(saying + 2, min(len(tokens), saying + _LONGEST)) if tokens[i].text == ","), None)
    if end is None or end + 1 >= len(tokens):
        return tokens
    verb = next((t for t in tokens[end + 1 : end + 4] if t.pos == "VERB" and t.has("VerbForm=Fin")), None)
    subject = next((t for t in tokens[: saying - 1] if t.head == saying and t.dep in _SUBJECTS), None)
    if verb is None or subject is None or verb.head != saying or verb.dep not in _CLAUSES:
        return tokens
    if subject.has("Number=Plur") != verb.has("Number=Plur"):
        return tokens
    above = verb.index if said.head == saying else said.head
    changed = {
        saying: replace(said, head=verb.index, dep="parataxis"),
        verb.index: replace(verb, head=above, dep=said.dep),
        subject.index: replace(subject, head=verb.index, dep="nsubj"),
    }
    for token in tokens[saying + 1 : end]:
        if token.head == saying and token.dep == "obj":
            changed[token.index] = replace(token, dep="nsubj")
    return hung(tokens, changed)
