"""The words that name a party: its phrase with the name beside it and the short form in brackets."""

from __future__ import annotations

import re

from recuento.extract.belonging import with_belonging
from recuento.extract.phrases import phrase_span
from recuento.extract.sides import side_of, side_run
from recuento.extract.view import View
from recuento.lexicon.triggers import trigger_index
from recuento.model.claim import Side
from recuento.model.span import Span

__all__ = ["SHORT_FORM", "party_side", "party_span", "with_short_form"]

_LONG = 60
_MARKS = frozenset({"mark", "cc"})
_QUOTES = frozenset("'\"“”‘’«»")
# "(Semar)", "(ELN)", "(PGJ-DF)": one word that begins with a capital.
SHORT_FORM = r"\s?\([A-ZÁÉÍÓÚÑ][\w./-]{1,11}\)"
_SHORT_FORM = re.compile(SHORT_FORM)


def party_span(view: View, head: int) -> Span:
    """Return the words that name the party at ``head``, no longer than they need to be.

    "un grupo de hombres en dos camionetas" is "un grupo de hombres"; "la milicia Los Cobos (LC)" keeps all of it, and
    so does "un grupo armado, presuntamente integrantes de Los Cobos".
    """
    return view.once_at(_party_span, head)


def _party_span(view: View, head: int) -> Span:
    span = _up_to_leaving(view, head, _past_marks(view, head, _with_adjective(view, phrase_span(view, head))))
    return with_belonging(view, with_short_form(view, _with_name(view, span)))


def party_side(view: View, head: int) -> Side:
    """Return the side that a party's words tell, "unknown" if they tell none."""
    return side_of(party_span(view, head).of(view.text), view.language)


def _with_adjective(view: View, span: Span) -> Span:
    """Return the phrase with an adjective that the parser takes for a clause of its own ("sujetos armados")."""
    inside = view.inside(span)
    after = inside[-1] + 1
    if after >= len(view.tokens) or view.tokens[after].head not in inside:
        return span
    token, wider = view.tokens[after], span.to(view.tokens[after].span)
    tells = side_run(wider.of(view.text), view.language) != side_run(span.of(view.text), view.language)
    known = trigger_index(view.language).at(token.text, plain=view.plain)
    return wider if (token.pos == "ADJ" or (tells and token.has("VerbForm=Part"))) and not known else span


def with_short_form(view: View, span: Span) -> Span:
    """Return the words with the short form that follows them in brackets ("la Secretaría de Marina (Semar)")."""
    words = span.of(view.text)
    if words.count("(") > words.count(")") and view.text[span.end : span.end + 1] == ")":
        return Span(span.start, span.end + 1)
    match = _SHORT_FORM.match(view.text, span.end, view.sentence.span.end)
    return Span(span.start, match.end()) if match else span


def _past_marks(view: View, head: int, span: Span) -> Span:
    """Return the phrase without the words that open its clause: "that policemen led it", "when a gunman fired"."""
    inside = view.inside(span)
    several = view.language == "en" and view.tokens[head].has("Number=Plur")  # no "that" tells which they are
    marks = view.words.relative if several else frozenset[str]()
    opens = (i for i in inside if i >= head or not (view.tokens[i].dep in _MARKS or view.folded[i] in marks))
    first = next(opens, head)
    if first < head and view.tokens[0].pos == "ADP" and first <= 1 and view.folded[head - 1] in view.words.happenings:
        first = head  # "in a separate raid soldiers killed two"
    return span if first == inside[0] else Span(view.tokens[first].span.start, span.end)


def _up_to_leaving(view: View, head: int, span: Span) -> Span:
    """Cut where a preposition leads away from the party, and a long phrase at its last preposition but one."""
    inside = view.inside(span)
    at = next((i for i in inside if i > head and _leaves(view, i)), None)
    last = inside[-1] if at is None else at - 1
    while len(view.span(inside[0], last)) > _LONG:
        cut = next((i for i in range(last, head, -1) if view.tokens[i].pos == "ADP"), None)
        if cut is None:
            break
        last = cut - 1
    while last > head and view.tokens[last].pos in {"ADP", "CCONJ", "PUNCT"}:
        last -= 1
    return Span(span.start, view.tokens[max(last, head)].span.end)


def _leaves(view: View, index: int) -> bool:
    """Tell whether a preposition leads away from a party: "men in a van", "the officers of leading raids"."""
    doing = index + 1 < len(view.tokens) and view.tokens[index + 1].pos == "VERB"
    return view.folded[index] in view.words.leaves_party or (view.tokens[index].pos in {"ADP", "SCONJ"} and doing)


_SELF = r"(?:(?:that|which|who)\s)?(?:calls?|calling|called)\s(?:itself|themselves)"
_NAME = (
    r"\s(?:the\s)?[A-ZÁÉÍÓÚÑ][\w’'-]+"
    r"(?:\s(?:(?:of\sthe|de|del|la|las|los|of)\s)?[A-ZÁÉÍÓÚÑ0-9][\w’'-]+){0,4}"
)
_CALLS_ITSELF = re.compile(rf",?\s{_SELF}{_NAME}")
_CALLED = re.compile(rf",?\s(?:{_SELF}|known\sas|called|named|dubbed){_NAME}")


def _with_called(view: View, span: Span) -> Span:
    """Return an English group with the name that it goes by: "a gang known as Los Mudos", "that calls itself so"."""
    if view.language != "en":
        return span
    armed = side_of(span.of(view.text), view.language) == "armed_group"
    called = (_CALLED if armed else _CALLS_ITSELF).match(view.text, span.end, view.sentence.span.end)
    return span if called is None else Span(span.start, called.end())


def _with_name(view: View, span: Span) -> Span:
    """Return the words with the name that stands right after them ("el grupo armado somalí Al-Ruiz")."""
    called = _with_called(view, span)
    if called != span:
        return called
    at = next((t.index for t in view.tokens if t.span.start >= span.end), len(view.tokens))
    while at < len(view.tokens) and view.tokens[at].pos == "ADJ" and view.tokens[at].head < at:
        at += 1
    if at >= len(view.tokens):
        return span
    if view.tokens[at].text in _QUOTES and at + 1 < len(view.tokens) and view.tokens[at + 1].pos == "PROPN":
        at += 1  # "alias «Coco»"
    token = view.tokens[at].span
    if any(other.overlaps(token) for other in (*(p.span for p in view.places), *(d.span for d in view.dates))):
        return span
    name = next((n.span for n in view.names if n.span.overlaps(token)), None)
    if name is None and (view.tokens[at].pos == "PROPN" or _is_capital_article(view, at)):
        last = at + _is_capital_article(view, at)
        while last + 1 < len(view.tokens) and view.tokens[last + 1].pos == "PROPN":
            last += 1
        name = view.span(at, last)
    return span.to(name) if name is not None else span


def _is_capital_article(view: View, at: int) -> bool:
    """Tell whether a name begins with its article inside a sentence: "la banda Los Pardos"."""
    if at == 0 or at + 1 >= len(view.tokens) or view.sentence.span.of(view.text).isupper():
        return False
    article = view.folded[at] in view.words.definite | view.words.definite_plural
    return article and view.tokens[at].text.istitle() and view.tokens[at + 1].text[:1].isupper()
