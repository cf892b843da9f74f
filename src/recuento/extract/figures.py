"""How many: read the figure that a noun phrase commits to, with the words it stands on."""

from __future__ import annotations

from dataclasses import dataclass

from recuento.extract.phrases import content_head, coordinated, is_name, noun_of, phrase_span
from recuento.extract.view import View
from recuento.model.annotation import Numeral
from recuento.model.claim import Basis, Figure
from recuento.model.count import Count
from recuento.model.span import Span

__all__ = ["Counting", "count_phrase", "counted_phrases"]

_INDEFINITE = {"en": frozenset({"a", "an", "another", "one"}), "es": frozenset({"un", "una", "otro", "otra", "uno"})}
_DEFINITE = {"en": frozenset({"the", "his", "her", "their", "its", "this", "that"}),
             "es": frozenset({"el", "la", "su", "este", "esta", "ese", "esa", "dicho", "dicha", "mi"})}  # fmt: skip
_NOBODY = {"en": frozenset({"no", "nobody", "none"}), "es": frozenset({"ningun", "ninguna", "nadie", "ninguno", "sin"})}


@dataclass(frozen=True, slots=True, kw_only=True)
class Counting:
    """A counted phrase: its head token, its words, the figure if it gives one, and whether it points back ("the")."""

    head: int
    span: Span
    figure: Figure | None
    definite: bool = False
    numeral: Numeral | None = None


def counted_phrases(view: View, head: int) -> list[Counting]:
    """Return the phrase and those coordinated with it, each with its figure; coordinated names make one list."""
    heads = coordinated(view, head)
    names = [h for h in heads if is_name(view, h) and _numeral_of(view, h) is None]
    if len(names) > 1 and names == heads:
        span = phrase_span(view, names[0]).to(phrase_span(view, names[-1]))
        figure = Figure(count=Count.exactly(len(names)), basis="listed", span=span)
        return [Counting(head=names[0], span=span, figure=figure)]
    return [count_phrase(view, h) for h in heads]


def count_phrase(view: View, head: int) -> Counting:
    """Return the phrase with the figure that its own words give."""
    content = content_head(view, head)
    numeral = _numeral_of(view, head) or (_numeral_of(view, content) if content != head else None)
    span = phrase_span(view, head)
    if content != head:
        span = span.to(phrase_span(view, content))
    if numeral is not None:
        span = span.to(numeral.span)
        figure = Figure(count=numeral.count, basis="numeral", span=numeral.span)
        return Counting(head=content, span=span, figure=figure, numeral=numeral)
    determiner = _determiner(view, head)
    if determiner in _NOBODY[view.language]:
        return Counting(head=content, span=span, figure=Figure(count=Count.exactly(0), basis="singular", span=span))
    return Counting(head=content, span=span, figure=_unnumbered(view, head, content, span),
                    definite=determiner in _DEFINITE[view.language])  # fmt: skip


def _unnumbered(view: View, head: int, content: int, span: Span) -> Figure | None:
    basis: Basis | None = None
    determiner = _determiner(view, head)
    if is_name(view, head):
        basis = "named"
    elif view.folded[head] in _INDEFINITE[view.language] or (
        view.folded[head] in {"uno", "una", "otro", "otra", "another"}
    ):
        basis = "singular"
    elif _is_singular(view, content) and (determiner in _INDEFINITE[view.language] or determiner in _DEFINITE[view.language]
                                          or _has_name(view, content)):  # fmt: skip
        noun = noun_of(view, content)
        basis = "singular" if noun is None or not (noun.unit and determiner in _DEFINITE[view.language]) else None
    return Figure(count=Count.exactly(1), basis=basis, span=span) if basis else None


def _has_name(view: View, head: int) -> bool:
    """ "Colombian journalist María Pérez" needs no article."""
    return any(is_name(view, i) for i in view.children(head, "appos", "flat", "compound"))


def _is_singular(view: View, head: int) -> bool:
    token = view.tokens[head]
    if token.pos in {"ADJ", "VERB"} and view.language == "es":
        return not view.folded[head].endswith("s")
    return (
        token.pos in {"NOUN", "PROPN", "ADJ", "VERB"}
        and not token.has("Number=Plur")
        and view.folded[head] not in _PLURAL
    )


_PLURAL = frozenset(
    {"police", "people", "troops", "personnel", "authorities", "gente", "dead", "wounded", "injured", "missing"}
)


def _determiner(view: View, head: int) -> str | None:
    """Return the folded determiner of the phrase, possessors included ("his", "El Chapo's" is none)."""
    found = [i for i in view.children(head, "det", "nmod:poss", "nummod") if i < head]
    if not found and head and view.tokens[head - 1].pos == "DET":
        found = [head - 1]
    return view.folded[found[0]] if found else None


def _numeral_of(view: View, head: int) -> Numeral | None:
    """Return the numeral that counts the head: its own word, a number child, or one that touches the phrase's front."""
    own = view.numeral_at(head)
    if own is not None:
        return own if own.sense == "number" else None
    for child in view.children(head, "nummod", "amod", "det", "advmod", "compound"):
        numeral = view.numeral_at(child)
        if numeral is not None and numeral.sense == "number" and child < head:
            return numeral
    return _leading_numeral(view, head)


def _leading_numeral(view: View, head: int) -> Numeral | None:
    """Walk left over the phrase's own modifiers: the parser hangs numbers on "alleged cartel" as often as on "members"."""
    at = head - 1
    while at >= 0 and head - at <= 5:
        numeral = view.numeral_at(at)
        if numeral is not None:
            return numeral if numeral.sense == "number" else None
        if view.tokens[at].pos not in {"ADJ", "NOUN", "PROPN", "ADV", "X"} or view.tokens[at].dep in {
            "conj",
            "nsubj",
            "obj",
            "obl",
        }:
            return None
        if view.language == "es" and view.tokens[at].pos == "NOUN":
            return None
        at -= 1
    return None
