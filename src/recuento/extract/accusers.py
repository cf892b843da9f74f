"""Who accuses and who is accused, where the verb's own subject and object are not they."""

from __future__ import annotations

from recuento.extract.claimants import accuser_among
from recuento.extract.closing import beside_verb
from recuento.extract.phrases import noun_of
from recuento.extract.ringleaders import is_of_state, put_at_the_head, said_to_be
from recuento.extract.triggers import Match
from recuento.extract.verbs import by_phrases, objects, subjects
from recuento.extract.view import View
from recuento.lexicon.grammar import saying_verbs
from recuento.model.claim import Speaker

__all__ = ["accused_behind", "blamed", "closing_accuser", "is_blame", "speaker_before"]

_AHEAD = 12  # tokens: "alleged that the same municipal policemen were the ones leading"
_REACH = 9  # tokens back: "police, who it said had led the raids", "policemen were the ones who led them"


def blamed(view: View, match: Match) -> tuple[int, ...]:
    """Return the force or officials by, before or after the verb, whatever the parser makes of them.

    "robberies, it claims, that police led", "los robos los encabezaban policías".
    """
    beside = match.head - 1
    while beside > 0 and view.tokens[beside].pos in {"AUX", "ADV"}:
        beside -= 1
    found = (
        *by_phrases(view, match.head),
        *subjects(view, match.head),
        *objects(view, match),
        beside,
        *said_to_be(view, match.head),
    )
    before = range(match.head - 1, max(-1, match.head - _REACH), -1) if view.language == "en" else ()
    told = next(((i,) for i in (*found, *before) if i >= 0 and is_of_state(view, i)), ())
    return told or put_at_the_head(view, match)


def accused_behind(view: View, match: Match) -> tuple[int, ...]:
    """Return the force or officials whom a phrase accuses of a deed: "alleged that soldiers led them"."""
    if match.rule.event != "accusation" or match.rule.form != "phrase":
        return ()
    if view.language != "en":
        return put_at_the_head(view, match)
    behind = range(match.last + 1, min(len(view.tokens), match.last + _AHEAD))
    doing = (i for i in behind if view.tokens[i].dep.split(":")[0] == "nsubj" or view.tokens[i].dep == "obl:agent")
    return next(((i,) for i in doing if is_of_state(view, i)), ())


def closing_accuser(view: View, match: Match) -> tuple[int, ...]:
    """Return who accuses by a verb that closes what he says: "the masked man charged.", "acusa un encapuchado"."""
    form = match.rule.form == "transitive" or (match.rule.form == "phrase" and match.head == match.last)
    if match.rule.event not in {"accusation", "charge"} or not form or match.rule.blames:
        return ()
    if view.language == "en" and any(i > match.head for i in view.children(match.head, "obj")):
        return ()  # "in a video, its spokesman accused officers": whom he accuses follows
    words = beside_verb(view, match.head)
    inside = view.inside(words) if words is not None else []
    return tuple(i for i in inside if noun_of(view, i) is not None or view.tokens[i].pos == "PROPN")[:1]


def speaker_before(view: View, head: int) -> tuple[int, ...]:
    """Return the subject of the verb of saying before: "spoke of revenge and accused soldiers" has one subject."""
    token = view.tokens[head]
    return subjects(view, token.head) if token.dep == "conj" and token.head < head else ()


def is_blame(view: View, speakers: tuple[Speaker, ...]) -> bool:
    """Tell whether somebody other than an authority says it: a speaker, or "they say" of nobody known."""
    if speakers:
        return accuser_among(speakers) is not None
    said = saying_verbs(view.language)
    return any(view.folded[t.index] in said and view.children(t.index, "nsubj") for t in view.tokens)
