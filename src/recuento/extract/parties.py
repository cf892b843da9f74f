"""Who is counted: side, force, sex, age group, occupation, and the unit as said."""

from __future__ import annotations

from recuento.extract.phrases import noun_of
from recuento.extract.sides import force_in, side_of
from recuento.extract.view import View
from recuento.lexicon.triggers import Trigger
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


_FILLERS = frozenset({"more", "other", "another", "additional", "further", "least", "total"})


def unit_of(view: View, head: int, span: Span) -> str:
    """Return what is counted as said, its head noun lemmatised: "special forces troop" for "600 special forces troops"."""
    inside = [t for t in view.tokens if span.start <= t.span.start < span.end]
    numbers = [n.span for n in view.numerals]
    kept = [
        t
        for t in inside
        if t.pos not in {"DET", "NUM", "PUNCT", "ADP", "ADV", "SCONJ"} and not any(n.overlaps(t.span) for n in numbers)
    ]
    if view.tokens[head].pos in {"VERB", "ADJ", "NUM", "PRON"}:
        return "people" if view.language == "en" else "personas"
    if view.language == "en":
        words = [t.lemma if t.index == head else t.text for t in kept if t.index <= head and t.lemma not in _FILLERS]
    else:
        words = [t.lemma if t.index == head else t.text.lower() for t in kept if head <= t.index <= head + 3]
    return " ".join(words) or "people"
