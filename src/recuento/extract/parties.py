"""Who is counted: side, force, sex, age group, occupation, and the unit as said."""

from __future__ import annotations

from recuento.extract.phrases import is_name, noun_of
from recuento.extract.sides import force_in, side_of
from recuento.extract.view import View
from recuento.lexicon.triggers import Trigger, trigger_index
from recuento.model.claim import Counted, PartyRole, Side
from recuento.model.span import Span

__all__ = ["counted", "unit_of"]


def counted(view: View, head: int, span: Span, rule: Trigger) -> Counted:
    """Return what the words tell about those counted; "unknown" and None where they do not."""
    noun = noun_of(view, head)
    words = span.of(view.text)
    side = side_of(words, view.language)
    if side == "unknown" and noun is not None:
        side = noun.side
    if side == "unknown" and rule.side is not None:
        side = rule.side
    lemma = view.tokens[head].lemma
    return Counted(
        side=side,
        role=_party(side, rule),
        force=force_in(words, view.language) or (lemma if noun is not None and noun.force else None),
        sex=noun.sex if noun else None,
        age_group=noun.age_group if noun else None,
        occupation=lemma if noun is not None and noun.occupation else None,
    )


def _party(side: Side, rule: Trigger) -> PartyRole:
    if rule.event in {
        "arrest",
        "charge",
        "conviction",
        "sentence",
        "extradition",
        "plea",
        "trial",
        "prison_release",
        "escape",
    }:
        return "perpetrator" if rule.event != "escape" or rule.counts == "escaped" else "target"
    if rule.event in {"deployment", "operation"}:
        return "unknown"
    return "target"


def unit_of(view: View, head: int, span: Span) -> str:
    """Return what is counted as said, its head lemmatised: "special forces troop" for "600 special forces troops"."""
    following = view.tokens[head + 1] if head + 1 < len(view.tokens) else None
    if (
        view.tokens[head].pos == "NUM"
        and following is not None
        and following.pos == "NOUN"
        and following.text.isalpha()
    ):
        return following.lemma  # the parser lost the noun of "8 mil pesos"
    if view.tokens[head].pos in {"VERB", "ADJ", "NUM", "PRON"} or is_name(view, head):
        return "people" if view.language == "en" else "personas"
    return " ".join(_before(view, head, span) if view.language == "en" else _after(view, head, span))


def _before(view: View, head: int, span: Span) -> list[str]:
    """Return the head's lemma with the words that stand before it ("special forces troop")."""
    words = [view.tokens[head].lemma]
    for at in range(head - 1, -1, -1):
        token = view.tokens[at]
        counted_here = any(n.span.overlaps(token.span) for n in view.numerals)
        if token.span.start < span.start or counted_here or token.pos not in {"ADJ", "NOUN", "PROPN", "VERB", "X"}:
            break
        if token.lemma not in view.words.fillers:
            words.insert(0, token.text)
    return words


def _after(view: View, head: int, span: Span) -> list[str]:
    """Return the head's lemma with the adjectives that follow ("arma larga")."""
    words = [view.tokens[head].lemma]
    for token in view.tokens[head + 1 : head + 3]:
        known = token.text.lower() in trigger_index(view.language)  # "agresores muertos" are aggressors
        if token.span.end > span.end or token.pos != "ADJ" or known:
            break
        words.append(token.text.lower())
    return words
