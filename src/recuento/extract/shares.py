"""A share of a group as the subject: "two, one of whom died", "de los 20, doce fueron liberados"."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from msgspec import structs

from recuento.extract.figures import Counting
from recuento.extract.view import View
from recuento.model.annotation import Numeral
from recuento.model.claim import Figure

__all__ = ["as_shares", "as_wholes", "share_before"]


_BETWEEN = 3  # words between a share and "out of": "four young people out of the 75"


def as_shares(view: View, found: Sequence[Counting]) -> list[Counting]:
    """Return the phrases, those told as a whole with the number of their share: "nine out of 30 hostages" are nine."""
    told = {c.numeral.span for c in found if c.numeral is not None}
    counted = []
    for counting in found:
        share = _share_of(view, counting.numeral) if counting.numeral is not None else None
        if share is None:
            counted.append(counting)
        elif share.span not in told:
            figure = Figure(count=share.count, basis="numeral", span=share.span)
            span = share.span.to(counting.span)
            counted.append(structs.replace(counting, span=span, figure=figure, numeral=replace(share, sense="number")))
    return counted


def as_wholes(found: Sequence[Counting]) -> list[Counting]:
    """Return the phrases, a share with the number of its whole: of "half of the twelve kidnapped" twelve were."""
    wholes = ((c, c.numeral.whole if c.numeral is not None else None) for c in found)
    return [c if whole is None else _as_whole(c, whole) for c, whole in wholes]


def _as_whole(counting: Counting, whole: Numeral) -> Counting:
    figure = Figure(count=whole.count, basis="numeral", span=whole.span)
    return structs.replace(counting, figure=figure, numeral=whole)


def _share_of(view: View, whole: Numeral) -> Numeral | None:
    """Return the number before "out of" where this one is the whole it is taken from."""
    at = view.inside(whole.span)[0] - 1
    while at > 1 and view.tokens[at].pos in {"DET", "ADV"}:
        at -= 1
    if at < 2 or view.folded[at - 1 : at + 1] != ("out", "of"):
        return None
    first = max(0, at - 2 - _BETWEEN)
    near = (view.numeral_at(i) for i in range(at - 2, first - 1, -1))
    return next((one for one in near if one is not None and one.sense in {"number", "other"}), None)


def share_before(view: View, head: int) -> int | None:
    """Return the number of those before a relative clause: of "dos, una de las cuales murió", "una"."""
    at = head - 1
    while at > 0 and view.tokens[at].pos in {"AUX", "ADV"}:
        at -= 1
    if at < 2:
        return None
    if (share := _share_of_noun(view, at, head)) is not None:
        return share
    if _of_group(view, at) or _alone(view, at, head):
        return at
    if view.folded[at] not in view.words.relative:
        return None
    at -= 1
    at -= view.folded[at] in view.words.definite_plural
    if view.folded[at] not in view.words.of:
        return None
    return at - 1 if view.numeral_at(at - 1) is not None or view.folded[at - 1] in view.words.one else None


def _share_of_noun(view: View, at: int, head: int) -> int | None:
    """Return the number of "ten of the attackers" right before its verb, which opens a clause.

    "Gunmen attacked a convoy, and ten of the attackers died": the parser takes the ten for one more convoy.
    In Spanish words for "while" may open it ("en tanto siete de los agresores huyeron").
    """
    if view.headline or not _is_verb(view, at, head):
        return None
    of = next((i for i in range(at - 1, max(0, at - 6), -1) if view.folded[i] in view.words.of), None)
    if of is None or of < 1 or (numeral := view.numeral_at(of - 1)) is None or numeral.sense != "number":
        return None
    inside = all(
        view.tokens[i].pos in {"DET", "ADJ", "NOUN", "PROPN", "PRON", "PUNCT", "AUX"} for i in range(of + 1, at)
    )
    first = view.inside(numeral.span)[0]
    opens = first == 0 or view.tokens[first - 1].pos in {"CCONJ", "PUNCT", "SCONJ"} or _meanwhile(view, first)
    group = view.folded[of + 1] in view.words.definite_plural | {"them", "whom"}
    return of - 1 if inside and opens and group and view.tokens[at].pos in {"NOUN", "PROPN", "PRON"} else None


def _meanwhile(view: View, first: int) -> bool:
    """Tell whether the token stands behind a Spanish "en tanto" that a mark sets apart."""
    opened = view.language == "es" and first > 2 and view.folded[first - 2 : first] == ("en", "tanto")
    return opened and view.tokens[first - 3].pos == "PUNCT"


def _alone(view: View, at: int, head: int) -> bool:
    """Tell whether a Spanish clause opens with a bare number: "murieron tres sicarios y dos más fueron detenidos".

    The parser takes it for one more item of the list before it.
    """
    numeral = view.numeral_at(at)
    several = numeral is not None and numeral.sense == "number"
    one = view.folded[at] in view.words.one and any(view.folded[i] in view.words.more for i in range(at + 1, head))
    if view.language != "es" or not (several or one) or not _is_verb(view, at, head):
        return False
    first = view.inside(numeral.span)[0] if numeral is not None else at
    return first > 1 and (view.tokens[first - 1].pos == "CCONJ" or view.tokens[first - 1].text == ";")


def _is_verb(view: View, at: int, head: int) -> bool:
    """Tell whether the word is a finite verb, or a participle with its auxiliary between."""
    auxiliary = any(view.tokens[i].pos == "AUX" for i in range(at + 1, head))
    return auxiliary or view.tokens[head].has("VerbForm=Fin")


def _of_group(view: View, at: int) -> bool:
    """Tell whether the number right before a verb is a share of what opens the clause: "de los 20, doce fueron …"."""
    numeral = view.numeral_at(at)
    if numeral is None or numeral.sense != "number" or view.tokens[view.inside(numeral.span)[0] - 1].text != ",":
        return False
    first = next((i + 1 for i in range(at - 2, -1, -1) if view.tokens[i].pos == "PUNCT"), 0)
    opened = view.folded[first] in view.words.among and view.folded[first + 1] in view.words.definite_plural
    return opened and first + 1 < at
