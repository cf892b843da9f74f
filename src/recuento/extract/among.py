"""Some of a group: "entre los heridos figuran dos menores", "among the dead were two children"."""

from __future__ import annotations

from recuento.extract.figures import Counting
from recuento.extract.phrases import noun_of
from recuento.extract.triggers import Match
from recuento.extract.view import VERBAL, View
from recuento.model.annotation import Numeral
from recuento.model.claim import Figure

__all__ = ["identified", "told_among"]

_ENDS = frozenset({".", ";", ":", "—", "–", "(", "?", "!"})


def told_among(view: View, head: int) -> tuple[int, ...]:
    """Return the heads of the phrases that the sentence tells to be among those whom the word at ``head`` means.

    () where the word opens no such group, or where a verb of its own says something else of them ("de los detenidos,
    cinco quedaron en libertad").
    """
    if not _opens_group(view, head):
        return ()
    return _after(view, head) or _before(view, head)


def identified(view: View, match: Match) -> list[Counting | None]:
    """Return the dead of whom some are identified ("two of the five murdered": five); [] where none are."""
    numeral = _identified_group(view, match.head) if match.rule.counts in {"killed", "bodies"} else None
    if numeral is None:
        return []
    span = numeral.span.to(view.span(match.head))
    figure = Figure(count=numeral.count, basis="numeral", span=numeral.span)
    return [Counting(head=match.head, span=span, figure=figure, definite=True, numeral=numeral)]


def _identified_group(view: View, head: int) -> Numeral | None:
    """Return the number of the group of which some were identified: "identify two of the five murdered" tells of five.

    ``head`` is the word for what befell them. None where nobody is identified, or no number of a group stands there.
    """
    at = head - 1
    while at > 3 and view.numeral_at(at) is None and view.tokens[at].pos in {"NOUN", "ADJ"} and head - at < 4:
        at -= 1
    group = view.numeral_at(at) if at > 2 else None
    if group is None or group.sense != "number" or view.folded[at - 1] not in view.words.definite_plural:
        return None
    some = view.numeral_at(at - 3) is not None or view.folded[at - 3] in view.words.one
    named = any(view.folded[i] in view.words.identifies for i in range(at))
    return group if named and some and view.folded[at - 2] in view.words.of else None


def _opens_group(view: View, head: int) -> bool:
    """Tell whether the word stands after "among the" or, where a clause begins, after "of the"."""
    at = head - 1
    while at >= 0 and view.numeral_at(at) is not None:
        at -= 1
    if at < 1 or view.folded[at] not in view.words.definite_plural or view.folded[at - 1] not in view.words.among:
        return False
    opens = at == 1 or view.tokens[at - 2].pos in {"PUNCT", "SCONJ", "CCONJ"}
    return opens or view.folded[at - 1] not in view.words.of or view.folded[at - 1] == "entre"


def _after(view: View, head: int) -> tuple[int, ...]:
    """Return the counted phrases behind a verb of being there, or those right after a comma that it follows."""
    said = False
    found: list[int] = []
    for at in range(head + 1, len(view.tokens)):
        token = view.tokens[at]
        if token.text in _ENDS:
            break
        if token.dep == "aux:pass":
            return ()  # "de los 20, doce fueron liberados": what befell them is told of them alone
        if token.pos in VERBAL or view.folded[at] in view.words.there_are:
            if view.folded[at] not in view.words.there_are or said:
                break
            if _tells_otherwise(view, head, at):
                return ()
            said = True
            continue
        phrase = _counted_at(view, at)
        if phrase is not None and phrase not in found:
            found.append(phrase)
    return tuple(found) if said else ()


def _tells_otherwise(view: View, head: int, verb: int) -> bool:
    """Tell whether an English "are" behind a numbered group leads to another fate: "of the 66 taken, 58 are back"."""
    following = view.tokens[verb + 1].pos if verb + 1 < len(view.tokens) else "PUNCT"
    return view.language == "en" and view.numeral_at(head - 1) is not None and following in {"ADV", "ADP", "ADJ"}


def _before(view: View, head: int) -> tuple[int, ...]:
    """Return the phrase between the verb and the group, or those before it.

    "There were four women among the wounded", "a girl and two boys were among those killed".
    """
    found: list[int] = []
    start = head - 3
    if start > 0 and view.folded[start] in view.words.there_are:
        return _left_of(view, start)
    for at in range(start, -1, -1):
        token = view.tokens[at]
        if view.folded[at] in view.words.there_are and found:
            return (found[-1],)
        if token.text in _ENDS | {","} or token.pos == "VERB":
            return ()
        phrase = _counted_at(view, at)
        if phrase is not None:
            found.append(phrase)
    return ()


def _left_of(view: View, verb: int) -> tuple[int, ...]:
    found: list[int] = []
    for at in range(verb - 1, -1, -1):
        token = view.tokens[at]
        if token.text in _ENDS or token.pos == "VERB":
            break
        phrase = _counted_at(view, at)
        if phrase is not None and phrase not in found:
            found.insert(0, phrase)
    return tuple(found)


def _counted_at(view: View, at: int) -> int | None:
    """Return the head of the phrase whose number or indefinite article stands at the token."""
    numeral = view.numeral_at(at)
    if numeral is not None and numeral.sense != "number":
        return None
    if numeral is None and view.folded[at] not in view.words.begins_item:
        return None
    token = view.tokens[at]
    above = token.head
    if token.dep in {"nummod", "det", "amod"} and above > at and view.tokens[above].pos in {"NOUN", "PROPN"}:
        return above
    if numeral is None:
        return next((i for i in range(at + 1, min(at + 4, len(view.tokens))) if noun_of(view, i) is not None), None)
    return at
