"""Who did it, and to whom: the arguments of a trigger, by syntax first and by nearness where syntax fails."""

from __future__ import annotations

from dataclasses import dataclass

from recuento.extract.nearness import near
from recuento.extract.nouns import causers, of_noun, of_state
from recuento.extract.triggers import Match
from recuento.extract.verbs import antecedent_of, by_phrases, objects, subjects
from recuento.extract.view import View
from recuento.extract.voices import Voice, voice_of

__all__ = ["Arguments", "arguments"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Arguments:
    """Head tokens: ``patients`` are what the rule counts or affects, ``agents`` who did it; ``voice`` how it was said."""

    voice: Voice
    agents: tuple[int, ...]
    patients: tuple[int, ...]


def arguments(view: View, match: Match) -> Arguments:
    """Return the arguments of the trigger."""
    if _counts_itself(view, match):
        return Arguments(voice="state", agents=causers(view, match.head), patients=(match.head,))
    voice = voice_of(view, match)
    if voice == "nominal":
        agents, patients = of_noun(view, match)
        return Arguments(voice=voice, agents=agents, patients=patients)
    if voice == "state":
        return Arguments(voice=voice, agents=causers(view, match.head), patients=of_state(view, match))
    return _of_verb(view, match, voice)


def _counts_itself(view: View, match: Match) -> bool:
    """Tell whether a number stands right before a participle: "four more wounded", "otros seis detenidos"."""
    if "participle" not in match.kinds or match.rule.form != "transitive":
        return False
    for at in range(match.head - 1, max(-1, match.head - 3), -1):
        numeral = view.numeral_at(at)
        if numeral is not None:
            return numeral.sense == "number"
        if view.folded[at] not in {"more", "others", "other", "mas"}:
            return False
    return False


def _of_verb(view: View, match: Match, voice: Voice) -> Arguments:
    head = match.head
    if match.rule.form == "intransitive":
        patients = antecedent_of(view, head) if voice == "modifier" else subjects(view, head)
        return Arguments(
            voice=voice, agents=(), patients=patients or near(view, match, left_first=view.language == "en")
        )
    if voice == "active":
        agents, patients = subjects(view, head), objects(view, match)
        if not patients and match.rule.form == "transitive":
            patients = near(view, match, left_first=False, both=False)
        return Arguments(voice=voice, agents=agents, patients=tuple(p for p in patients if p not in agents) or patients)
    agents = by_phrases(view, head)
    if voice == "modifier":
        patients = antecedent_of(view, head)
    elif voice == "reflexive":
        patients = tuple(i for i in (*objects(view, match), *subjects(view, head)) if view.folded[i] != "se")
    else:
        patients = subjects(view, head)
    patients = tuple(p for p in patients if p not in agents)
    return Arguments(
        voice=voice, agents=agents, patients=patients or near(view, match, left_first=voice != "reflexive")
    )
