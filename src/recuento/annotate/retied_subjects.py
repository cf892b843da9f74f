"""Mend what the English parser makes of subjects: two joined by "and", one with a clause behind it, one behind "in".

In "A cook and a guard were killed" both were; in "Soldiers who searched a truck found rifles" no truck found any.
"""

from __future__ import annotations

from dataclasses import replace

from recuento.annotate.retied_names import hung
from recuento.lexicon.fold import fold
from recuento.lexicon.people import people
from recuento.lexicon.syntax import syntax
from recuento.model.annotation import Token

__all__ = ["retied_subjects"]

_NOUNS = frozenset({"NOUN", "PROPN"})
_SUBJECTS = ("nsubj", "nsubj:pass")
_INSIDE = frozenset({"DET", "ADJ", "NOUN", "PROPN", "NUM", "VERB", "CCONJ"})
_BEHIND = frozenset({"NUM", "DET"})


def retied_subjects(tokens: tuple[Token, ...], token: Token) -> tuple[Token, ...]:
    """Return the tokens with the subject at ``token``, or that of the verb there, hung on its own."""
    if token.dep in _SUBJECTS and token.pos in _NOUNS and token.head > token.index:
        tokens = _with_first_half(tokens, token.index)
        tokens = _past_preposition(tokens, token.index)
    if token.pos == "VERB" and token.dep == "acl":
        tokens = _as_main_verb(tokens, token.index)
    return tokens


def _with_first_half(tokens: tuple[Token, ...], second: int) -> tuple[Token, ...]:
    """Join the two halves of a subject, of which the first is hung elsewhere: "in which two guards and a boy died"."""
    verb = tokens[second].head
    joint = next((i for i in range(second - 1, -1, -1) if tokens[i].dep == "cc"), None)
    if joint is None or any(t.pos not in _INSIDE for t in tokens[joint:second]):
        return tokens
    first = joint - 1
    above = tokens[first].head
    whole = tokens[verb].dep.startswith("acl") and tokens[verb].head == first and tokens[first].dep in {"ROOT", "ccomp"}
    of_which = tokens[first].dep == "conj" and tokens[above].text in syntax("en").relative and above < first
    someone = fold(tokens[first].text) in people("en") and fold(tokens[second].text) in people("en")
    if first < 0 or not (whole or of_which) or not someone:
        return tokens
    root = tokens[first]
    changed = {
        first: replace(root, head=verb, dep=tokens[second].dep),
        second: replace(tokens[second], head=first, dep="conj"),
        joint: replace(tokens[joint], head=second),
    }
    if whole:
        changed[verb] = replace(tokens[verb], head=verb if root.head == first else root.head, dep=root.dep)
    return hung(tokens, changed)


def _past_preposition(tokens: tuple[Token, ...], noun: int) -> tuple[Token, ...]:
    """Let nobody behind a preposition or a gerund be a passive's subject, where somebody before it can.

    "Two men accused of robbing a bank for the Cobos were held", "Nine men abducted in the state of Cauca were freed".
    """
    verb = tokens[noun].head
    if tokens[noun].dep != "nsubj:pass":
        return tokens
    first = next((t.index for t in tokens[:noun] if t.head == noun and t.dep != "advmod"), noun)
    before = tokens[first - 1] if first else None
    leads = (tokens[first], before if before is not None and before.head == verb else tokens[first])
    led = any(t.pos == "ADP" and t.text not in syntax("en").subordinates for t in leads)
    rival = next((t.index for t in tokens[:noun] if t.head == verb and t.dep == "nsubj:pass"), None)
    if rival is not None and before is not None and before.pos == "VERB" and before.text.endswith("ing"):
        return hung(tokens, {noun: replace(tokens[noun], head=before.index, dep="obj")})
    if not led:
        return tokens
    if rival is not None:
        return hung(tokens, {noun: replace(tokens[noun], dep="obl")})
    return _as_described(tokens, noun, tokens[verb].head)


def _as_described(tokens: tuple[Token, ...], noun: int, participle: int) -> tuple[Token, ...]:
    """Let the participle before the preposition describe its subject, and the passive behind be the main verb."""
    verb = tokens[noun].head
    above = tokens[participle]
    who = next((t.index for t in tokens[:participle] if t.head == participle and t.dep in _SUBJECTS), None)
    helped = any(t.head == participle and t.dep.startswith(("aux", "obj", "ccomp")) and t.index < noun for t in tokens)
    if who is None or helped or above.pos != "VERB" or not who < participle < noun:
        return tokens
    changed = {
        who: replace(tokens[who], head=verb, dep="nsubj:pass"),
        participle: replace(above, head=who, dep="acl", feats="Tense=Past|VerbForm=Part|Voice=Pass"),
        noun: replace(tokens[noun], head=participle, dep="obl"),
        verb: replace(tokens[verb], head=verb if above.head == participle else above.head, dep=above.dep),
    }
    return hung(tokens, changed)


def _as_main_verb(tokens: tuple[Token, ...], verb: int) -> tuple[Token, ...]:
    """Let the verb behind a relative clause be that of whom the clause is of: "Soldiers who searched it found …"."""
    who = next((t.index for t in tokens if t.dep == "ROOT"), None)
    if who is None or who >= verb or tokens[who].pos not in _NOUNS or fold(tokens[who].text) not in people("en"):
        return tokens
    clause = next((t.index for t in tokens[who:verb] if t.head == who and t.dep == "acl:relcl"), None)
    behind = tokens[verb + 1].pos if verb + 1 < len(tokens) else "PUNCT"
    if clause is None or tokens[verb - 1].pos not in _NOUNS or behind not in _BEHIND:
        return tokens
    if tokens[who + 1].text != "who" or not tokens[verb].text.islower() or tokens[verb].text.endswith("ing"):
        return tokens
    changed = {
        who: replace(tokens[who], head=verb, dep="nsubj"),
        verb: replace(tokens[verb], head=verb, dep="ROOT", feats="Mood=Ind|Tense=Past|VerbForm=Fin"),
    }
    thing = next((t.index for t in tokens[verb:] if t.head == verb and t.dep == "obj"), None)
    for token in tokens[verb:]:
        if token.head == who and token.index not in changed:
            joined = token.dep == "conj" and thing is not None
            changed[token.index] = replace(token, head=thing if joined and thing is not None else verb)
    return hung(tokens, changed)
