"""Another's figure for what was just told: "el alcalde habla de nueve muertos; la Fiscalía, de siete".

The second speaker says the number alone; what it counts stands with the first.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from msgspec import structs

from recuento.extract.figures import is_several
from recuento.extract.phrases import noun_of
from recuento.extract.speakers import kind_of
from recuento.extract.view import View
from recuento.lexicon.codebook import event_of
from recuento.lexicon.grammar import saying_verbs, speech
from recuento.model.claim import Figure, Role, Speaker
from recuento.model.span import Span

if TYPE_CHECKING:
    from recuento.extract.drafts import Draft

__all__ = ["disagreeing"]

_APART = frozenset({";", ","})
_LONGEST = 12


def disagreeing(view: View, drafts: Sequence[Draft], used: set[int]) -> list[Draft]:
    """Return the drafts, and one for each bare number that a second speaker of a Spanish sentence gives for the same.

    The speaker stands behind a comma, a semicolon or "pero" and is one who speaks for others or saw it; between him and
    the number are a comma or a verb of saying, and no other noun. What was told before is no longer his.
    """
    found = list(drafts)
    if view.language != "es" or view.headline:
        return found
    for at in sorted(view.counted - used):
        figure = _alone(view, at)
        told = [d for d in drafts if _goes_before(d, at, view)]
        speaker = _speaker_before(view, at) if figure is not None and told else None
        if figure is not None and speaker is not None and not _same(told[-1], figure):
            found = [_without(d, speaker) if d in told else d for d in found]
            found.append(_told_so(view, told[-1], figure, speaker))
    return found


def _alone(view: View, at: int) -> Figure | None:
    """Return the number at the token as a figure, None unless it ends a clause and counts no noun of its own."""
    numeral = view.numeral_at(at)
    if numeral is None or numeral.sense != "number" or is_several(numeral) or view.inside(numeral.core)[0] != at:
        return None
    last = view.inside(numeral.span)[-1]
    ends = last + 1 >= len(view.tokens) or view.tokens[last + 1].pos in {"PUNCT", "CCONJ"}
    return Figure(count=numeral.count, basis="numeral", span=numeral.span) if ends else None


def _goes_before(draft: Draft, at: int, view: View) -> bool:
    """Tell whether a draft counts people before the number, and tells of what is said to have happened."""
    counts = draft.figure is not None and draft.tally not in {None, "seized"} and draft.scope != "part"
    return counts and draft.status == "occurred" and draft.quote.end <= view.tokens[at].span.start


def _speaker_before(view: View, at: int) -> Speaker | None:
    """Return whoever gives the number at the token, None where nobody does."""
    last = _past_link(view, at - 1)
    if last is None:
        return None
    first = last
    while first > 0 and view.tokens[first - 1].text not in _APART and last - first < _LONGEST:
        if view.tokens[first - 1].pos in {"VERB", "AUX", "CCONJ", "SCONJ"}:
            break
        first -= 1
    if first < 2 or view.folded[first] in view.words.relative:
        return None
    while view.tokens[first].pos in {"ADP", "CCONJ", "ADV"} and first < last:
        first += 1  # "para los vecinos, trece", "pero la Fiscalía, siete"
    span = view.span(first, last)
    kind = kind_of(span.of(view.text), view.language)
    people = any(noun_of(view, i) is not None for i in range(first, last + 1))
    known = kind != "other" or people or view.folded[first] in speech(view.language).institutions
    return Speaker(text=span.of(view.text), kind=kind, span=span) if known and not _counts(view, first, last) else None


def _past_link(view: View, last: int) -> int | None:
    """Return the last token of whoever stands before the words that lead to a number, None where they lead from none.

    "La Fiscalía, de siete"; "la Policía reconoce diez"; "los vecinos hablan de trece"; "juran que son diecisiete".
    """
    links = view.words.of | view.words.be | view.words.relative | view.words.where_case | view.words.object_mark
    while last > 0 and view.folded[last] in links:
        last -= 1
    if last < 1:
        return None
    if view.tokens[last].text == ",":
        return last - 1
    if view.folded[last] not in saying_verbs(view.language):
        return None
    last -= 1
    while last > 0 and view.tokens[last].pos in {"PRON", "AUX"}:
        last -= 1  # "nos juran"
    return last


def _counts(view: View, first: int, last: int) -> bool:
    return any(view.numeral_at(i) is not None for i in range(first, last + 1))


def _same(draft: Draft, figure: Figure) -> bool:
    return draft.figure is not None and draft.figure.count == figure.count


def _without(draft: Draft, speaker: Speaker) -> Draft:
    """Return a draft without a speaker who says otherwise."""
    left = tuple(s for s in draft.speakers if not s.span.overlaps(speaker.span))
    return structs.replace(draft, speakers=left) if len(left) < len(draft.speakers) else draft


def _told_so(view: View, model: Draft, figure: Figure, speaker: Speaker) -> Draft:
    role = event_of(model.event).patient
    quote = Span(min(speaker.span.start, figure.span.start), figure.span.end)
    counted = Role(role=role, text=figure.span.of(view.text), span=figure.span)
    return structs.replace(
        model,
        figure=figure,
        roles=(*(r for r in model.roles if r.role != role), counted),
        speakers=(speaker,),
        scope="total" if model.scope is None else model.scope,
        quote=quote,
        trigger=figure.span,
        definite=False,
        retired=False,
        read_by=f"{model.read_by.removesuffix('+gapped')}+disagreeing",
    )
