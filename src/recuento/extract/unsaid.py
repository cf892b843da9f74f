"""The subject left unsaid: "la Marina informó que detuvo a seis", "the navy said it seized guns"."""

from __future__ import annotations

from recuento.extract.arguments import Arguments
from recuento.extract.triggers import Match
from recuento.extract.verbs import subjects
from recuento.extract.view import View
from recuento.lexicon.codebook import event_of
from recuento.lexicon.grammar import saying_verbs, speech
from recuento.model.claim import Role, RoleName, Speaker

__all__ = ["unsaid_agent"]

_FORCES = frozenset({"security_force", "official"})


def unsaid_agent(view: View, match: Match, args: Arguments, speakers: tuple[Speaker, ...]) -> Role | None:
    """Return the force that speaks and did it, where the clause has its verb and no subject of its own.

    Inherited where the speaker is named in another sentence. None for passives, and for speakers who are no authority.
    """
    role = _role_of_speaker(view, match, speakers)
    if role is None or not speakers or speakers[0].kind not in _FORCES or not _is_reported(view, match.head):
        return None
    if not (_lacks_subject(view, match, args) or _names_own_act(match, role, speakers[0])):
        return None
    speaker = speakers[0]
    here = view.sentence.span.covers(speaker.span)
    return Role(role=role, text=speaker.text, span=speaker.span, inherited=speaker.inherited or not here)


def _role_of_speaker(view: View, match: Match, speakers: tuple[Speaker, ...]) -> RoleName | None:
    if match.rule.status == "attempted":
        return None  # "en un intento de arrebatarles un preso, dijo un oficial": he tried nothing
    event = event_of(match.rule.event)
    fought = match.rule.event in {"clash", "killing", "wounding"} and not view.tokens[match.head].has("Number=Plur")
    if fought and speakers and speakers[0].kind == "security_force" and view.language == "es":
        return "perpetrator"  # "logró abatir a tres": the one who speaks, in the singular
    return event.agent if event.agent == "authority" and event.family in {"state_action", "fate"} else None


def _is_reported(view: View, head: int) -> bool:
    return any(view.folded[i] in saying_verbs(view.language) for i in view.ancestors(head))


def _lacks_subject(view: View, match: Match, args: Arguments) -> bool:
    if args.voice != "active" or match.rule.form not in {"transitive", "phrase"}:
        return False
    found = subjects(view, match.head)
    if view.language == "es":
        return not found
    return bool(found) and all(view.folded[i] in speech("en").pronouns for i in found)


def _names_own_act(match: Match, role: RoleName, speaker: Speaker) -> bool:
    """ "La Policía informó de la captura de un hombre": a force that tells of an arrest by its noun made it."""
    return role == "authority" and match.rule.form == "nominal" and speaker.kind == "security_force"
