"""Who tries to take whom from the state: "pretendían quitarles a los agentes al hijo de un jefe"."""

from __future__ import annotations

from msgspec.structs import replace

from recuento.extract.arguments import Arguments
from recuento.extract.mistied import agree
from recuento.extract.naming import party_side
from recuento.extract.phrases import is_name, noun_of
from recuento.extract.triggers import Match, find_triggers
from recuento.extract.verbs import subjects
from recuento.extract.view import View

__all__ = ["is_whom_they_want", "of_attempt"]

_REACH = 9
_FAR = 14


def of_attempt(view: View, match: Match, found: Arguments) -> Arguments:
    """Return the arguments of a rule for attempts: of two phrases with "a", the state's is from whom, not whom."""
    if match.rule.asks != "tried" or view.language != "es":
        return found
    marked = _marked(view, match.head)
    # Where both could be wanted, from whom comes first: "quitarles a los agentes al sobrino".
    wanted = tuple(i for i in marked if party_side(view, i) != "state")[-1:]
    wanted = wanted or tuple(i for i in found.patients if party_side(view, i) != "state") or found.patients
    named = tuple(i for i in found.agents if party_side(view, i) != "state")  # who tells of it is no gunman
    agents = _armed_before(view, match.head, wanted) or named or _who_tries(view, match.head)
    return replace(found, patients=wanted, agents=tuple(i for i in agents if i not in wanted))


def _armed_before(view: View, head: int, wanted: tuple[int, ...]) -> tuple[int, ...]:
    """Return the armed people told last before the attempt in its sentence, without a preposition.

    "Otros 14, todos miembros de la banda, murieron al intentar quitarle un preso a la Policía".
    """
    for at in range(head - 1, -1, -1):
        token = view.tokens[at]
        named = token.pos == "PROPN" or noun_of(view, at) is not None  # and not "el intento de la banda"
        people = named and token.dep not in {"nmod", "flat"} and at not in wanted
        if people and not view.case_of(at) and party_side(view, at) == "armed_group":
            return (at,)
    return ()


def is_whom_they_want(view: View, match: Match) -> bool:
    """Tell whether a word for a prisoner only says whom somebody tries to free: "querían llevarse a un detenido"."""
    if match.rule.event != "arrest" or match.rule.form != "state" or view.tokens[match.head].pos == "VERB":
        return False
    attempts = (m for ms in find_triggers(view) for m in ms[:1] if m.rule.event == "rescue")
    return any(
        m.rule.status == "attempted" and m.head < match.head <= m.last + _FAR and match.head in _marked(view, m.head)
        for m in attempts
    )


def _marked(view: View, head: int) -> tuple[int, ...]:
    """Return the people behind "a" after the verb, up to the end of its clause."""
    found = []
    for index in range(head + 1, min(head + _FAR, len(view.tokens))):
        token = view.tokens[index]
        if token.text in {",", ".", ";", ":", "("} or token.has("VerbForm=Fin"):
            break
        if view.folded[index] in view.words.object_mark and (whom := _noun_behind(view, index)) is not None:
            found.append(whom)
    return tuple(found)


def _noun_behind(view: View, preposition: int) -> int | None:
    for index in range(preposition + 1, min(preposition + 4, len(view.tokens))):
        if view.tokens[index].pos == "DET":
            continue
        if noun_of(view, index) is not None or is_name(view, index) or party_side(view, index) != "unknown":
            return index
        if view.tokens[index].pos not in {"DET", "NUM", "ADJ"}:
            return None
    return None


def _who_tries(view: View, head: int) -> tuple[int, ...]:
    """Return the subject of the verb of trying, or of the clause before it: "cayeron dos, cuando intentaban"."""
    verbs = (i for i in range(head - 1, max(-1, head - _REACH), -1) if view.tokens[i].has("VerbForm=Fin"))
    verb = next(verbs, None)
    if verb is None:
        return ()
    own = tuple(i for i in subjects(view, verb) if i != head and noun_of(view, i) is not None)
    if own:
        return own
    before = (i for i in range(verb - 1, -1, -1) if view.tokens[i].pos == "VERB")
    told = (tuple(i for i in subjects(view, i) if agree(view, verb, i)) for i in before)
    return next((who for who in told if who), ())
