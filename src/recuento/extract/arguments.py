"""Who did it, and to whom: the arguments of a trigger, by syntax first and by nearness where syntax fails."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from recuento.extract.phrases import fits, phrase_span
from recuento.extract.triggers import Match
from recuento.extract.view import NOMINAL, VERBAL, View

__all__ = ["Arguments", "Voice", "arguments", "voice_of"]

Voice = Literal["active", "passive", "modifier", "reflexive", "nominal", "state"]

_BE = {"en": frozenset({"be", "is", "are", "was", "were", "been", "being", "get", "got", "gets"}),
       "es": frozenset({"fue", "fueron", "es", "son", "era", "eran", "sido", "sea", "sean", "fuera", "fueran", "ser", "sera",
                        "seran", "seria", "serian", "estaba", "estaban", "esta", "estan", "estar", "estuvo", "estuvieron",
                        "resulto", "resultaron", "resultar", "quedo", "quedaron", "quedar", "siendo", "permanece",
                        "permanecen", "continuan", "continua", "siguen", "sigue", "resultando", "quedando"})}  # fmt: skip
_HAVE_ES = frozenset({"ha", "han", "habia", "habian", "haber", "habra", "habran", "habria", "habrian", "haya", "hayan",
                      "hubiera", "hubieran", "hubiese", "hubo", "habiendo"})  # fmt: skip
_RELATIVE = frozenset(
    {
        "who",
        "that",
        "which",
        "whom",
        "whose",
        "que",
        "quien",
        "quienes",
        "cual",
        "cuales",
        "cuyo",
        "cuya",
        "cuyos",
        "cuyas",
    }
)
_AGENT_CASE = frozenset({"by", "por", "a manos de", "at the hands of", "por parte de", "a cargo de"})
_PATIENT_CASE = frozenset({"of", "de", "del", "a", "al", "against", "contra", "on", "en contra de"})
_STOPS = frozenset({";", ":", "—", "–", "("})


@dataclass(frozen=True, slots=True, kw_only=True)
class Arguments:
    """Head tokens: ``patients`` are what the rule counts or affects, ``agents`` who did it; ``voice`` how it was said."""

    voice: Voice
    agents: tuple[int, ...]
    patients: tuple[int, ...]


def voice_of(view: View, match: Match) -> Voice:
    """Return how the trigger's verb takes its arguments; nouns and states have their own."""
    form = match.rule.form
    if form in {"nominal", "state"} or (form == "phrase" and "noun" in match.kinds):
        return "state" if form == "state" else "nominal"
    if "participle" in match.kinds and (view.language == "es" or _is_english_participle(view, match)):
        return _participle_voice(view, match.head)
    if view.language == "es" and _has_se(view, match.head) and match.rule.form == "transitive":
        return "reflexive"
    if (
        view.language == "en"
        and match.rule.form == "transitive"
        and "participle" in match.kinds
        and _elliptic(view, match.head)
    ):
        return "passive"
    return "active"


def _is_english_participle(view: View, match: Match) -> bool:
    token = view.tokens[match.head]
    if view.children(match.head, "nsubj:pass", "aux:pass"):
        return True
    if "finite" not in match.kinds:
        return not any(view.folded[i] in {"have", "has", "had", "having"} for i in view.children(match.head, "aux")) or bool(
            view.children(match.head, "aux:pass"))  # fmt: skip
    auxiliaries = [i for i in range(max(0, match.head - 4), match.head) if view.tokens[i].pos == "AUX"]
    if any(view.folded[i] in _BE["en"] for i in auxiliaries):
        return True
    if any(view.folded[i] in {"have", "has", "had"} for i in auxiliaries):
        return False
    return (token.has("VerbForm=Part") or token.pos == "ADJ") and token.dep in {"acl", "amod", "ROOT", "conj", "xcomp", "advcl"} and (
        token.dep in {"acl", "amod"} or not view.children(match.head, "nsubj"))  # fmt: skip


def _participle_voice(view: View, head: int) -> Voice:
    """Passive with an auxiliary near to the left, active after "haber", otherwise it modifies a noun."""
    near = [view.folded[i] for i in view.children(head, "aux", "cop", "aux:pass") if i < head]
    near += [
        view.folded[i] for i in range(max(0, head - 3), head) if view.tokens[i].pos in {"AUX", "VERB", "ADV", "PART"}
    ]
    passive = any(word in _BE[view.language] for word in near)
    if not passive and view.language == "es" and any(word in _HAVE_ES for word in near):
        return "active"
    return "passive" if passive or view.children(head, "nsubj:pass") else "modifier"


def _has_se(view: View, head: int) -> bool:
    return any(view.folded[i] == "se" for i in view.children(head)) or (head > 0 and view.folded[head - 1] == "se") or (
        head > 1 and view.folded[head - 2] == "se" and view.tokens[head - 1].pos in {"AUX", "PRON"})  # fmt: skip


def _elliptic(view: View, head: int) -> bool:
    """Headline style: "Three officers killed in ambush" has a past form without object after people."""
    if view.children(head, "obj", "ccomp"):
        return False
    subjects = view.children(head, "nsubj")
    following = view.folded[head + 1] if head + 1 < len(view.tokens) else "."
    return bool(subjects) and following in {
        "in",
        "by",
        "on",
        "at",
        "after",
        "during",
        "near",
        "as",
        "while",
        ".",
        ",",
        "when",
        "from",
        "and",
    }


def arguments(view: View, match: Match) -> Arguments:
    """Return the arguments of the trigger."""
    voice = voice_of(view, match)
    if voice == "nominal":
        return _of_noun(view, match)
    if voice == "state":
        return Arguments(voice=voice, agents=_causers(view, match.head), patients=_of_state(view, match))
    return _of_verb(view, match, voice)


# ------------------------------------------------------------------ verbs
def _of_verb(view: View, match: Match, voice: Voice) -> Arguments:
    head = match.head
    if match.rule.form == "intransitive":
        patients = _antecedent_of(view, head) if voice == "modifier" else _subjects(view, head)
        return Arguments(
            voice=voice, agents=(), patients=patients or _near(view, match, left_first=view.language == "en")
        )
    if voice == "active":
        agents, patients = _subjects(view, head), _objects(view, match)
        if not patients and match.rule.form == "transitive":
            patients = _near(view, match, left_first=False, both=False)
        return Arguments(voice=voice, agents=agents, patients=tuple(p for p in patients if p not in agents) or patients)
    agents = _by_phrases(view, head)
    if voice == "modifier":
        patients = _antecedent_of(view, head)
    elif voice == "reflexive":
        patients = tuple(i for i in (*_objects(view, match), *_subjects(view, head)) if view.folded[i] != "se")
    else:
        patients = _subjects(view, head)
    patients = tuple(p for p in patients if p not in agents)
    return Arguments(
        voice=voice, agents=agents, patients=patients or _near(view, match, left_first=voice != "reflexive")
    )


def _subjects(view: View, head: int) -> tuple[int, ...]:
    """Return the subject, through relatives, coordination and controlled infinitives."""
    own = [i for i in view.children(head, "nsubj", "csubj") if view.tokens[i].dep != "csubj"]
    if own:
        resolved = [_resolve_relative(view, head, i) for i in own]
        return tuple(i for i in resolved if i is not None)
    token = view.tokens[head]
    above = token.head
    if above == head:
        return ()
    if token.dep in {"conj", "xcomp", "advcl", "ccomp", "parataxis"} and (
            view.tokens[above].pos in VERBAL or view.children(above, "nsubj", "cop")):  # fmt: skip
        if token.dep == "ccomp" and view.language == "en":
            return ()
        return _subjects(view, above) if token.dep != "xcomp" else (_controllers(view, above))
    if token.dep.startswith("acl") and view.tokens[above].pos in NOMINAL:
        return (above,)
    return ()


def _controllers(view: View, verb: int) -> tuple[int, ...]:
    """ "forced the guards to flee": the object controls; "managed to flee": the subject does."""
    objects = tuple(i for i in view.children(verb, "obj") if view.tokens[i].pos in NOMINAL)
    return objects or _subjects(view, verb)


def _resolve_relative(view: View, head: int, subject: int) -> int | None:
    if view.folded[subject] not in _RELATIVE:
        return subject
    antecedent = _antecedent_of(view, head)
    return antecedent[0] if antecedent else None


def _antecedent_of(view: View, head: int) -> tuple[int, ...]:
    """Return the noun that a participle or relative clause describes."""
    token = view.tokens[head]
    above = token.head
    if token.dep.split(":")[0] in {"acl", "amod", "conj"} and above != head:
        if token.dep == "conj" and view.tokens[above].pos not in NOMINAL:
            return _antecedent_of(view, above)
        if view.tokens[above].pos in NOMINAL or view.numeral_at(above) is not None:
            return (above,)
    at = head - 1
    while at >= 0 and head - at <= 4:
        if view.tokens[at].pos in {"NOUN", "PROPN", "NUM", "PRON"} and view.folded[at] not in _RELATIVE:
            return (_phrase_head(view, at),)
        if view.tokens[at].text in _STOPS:
            return ()
        at -= 1
    return ()


def _phrase_head(view: View, index: int) -> int:
    """Step up from a noun's modifier to the noun it belongs to ("members of the gang" from "gang")."""
    token = view.tokens[index]
    if (
        token.dep in {"nummod", "compound", "flat", "amod", "nmod"}
        and view.tokens[token.head].pos in NOMINAL
        and token.head != index
    ):
        if token.dep == "nmod" and view.case_of(index) not in {"of", "de", "del"}:
            return index
        return _phrase_head(view, token.head) if abs(token.head - index) < 6 else index
    return index


def _objects(view: View, match: Match) -> tuple[int, ...]:
    found = [i for i in view.children(match.head, "obj", "iobj") if view.tokens[i].pos in NOMINAL | {"ADJ", "DET"}]
    if view.language == "es":
        found += [
            i
            for i in view.children(match.head, "obl", "obl:arg", "nmod")
            if view.case_of(i) in {"a", "al"} and i > match.head
        ]
    relative = [i for i in found if view.folded[i] in _RELATIVE]
    found = [
        i
        for i in found
        if i not in relative and view.folded[i] not in {"se", "lo", "los", "la", "las", "le", "les", "it"}
    ]
    if not found and relative:
        return _antecedent_of(view, match.head)
    last = [i for i in view.children(match.last, "obj", "nmod") if match.last != match.head and i not in found]
    return tuple(
        dict.fromkeys([*found, *(i for i in last if view.tokens[i].dep == "obj" or view.case_of(i) in _PATIENT_CASE)])
    )


def _by_phrases(view: View, head: int) -> tuple[int, ...]:
    return tuple(
        i for i in view.children(head, "obl", "nmod")
        if view.case_of(i) in _AGENT_CASE and view.tokens[i].pos in NOMINAL and not _is_cause(view, i)
    )  # fmt: skip


def _is_cause(view: View, index: int) -> bool:
    """ "por el delito de", "por su presunta participación", "by gunfire" name no agent."""
    return view.folded[index] in {"delito", "delitos", "participacion", "parte", "lesiones", "gunfire", "bullets", "cargos",
                                  "disparos", "heridas", "impactos", "presunta", "arma", "armas", "means", "boat", "car", "hechos"}  # fmt: skip


# ------------------------------------------------------------------ nouns and states
def _of_noun(view: View, match: Match) -> Arguments:
    head = match.last if match.rule.form == "nominal" else match.head
    heads = [match.head] if match.head == head else [match.head, head]
    patients: list[int] = []
    agents: list[int] = []
    for h in heads:
        for child in view.children(h, "nmod", "obl", "acl"):
            case = view.case_of(child)
            if case in _AGENT_CASE:
                agents.append(child)
            elif case in _PATIENT_CASE and child > h:
                patients.append(child)
        patients += [i for i in view.children(h, "nmod:poss") if view.tokens[i].pos in {"NOUN", "PROPN"}]
        patients += [i for i in view.children(h, "compound") if view.tokens[i].pos in {"NOUN", "PROPN"}]
    if not patients:
        patients = _shared_complement(view, match.head)
    return Arguments(voice="nominal", agents=tuple(dict.fromkeys(agents)), patients=tuple(dict.fromkeys(patients)))


def _shared_complement(view: View, head: int) -> list[int]:
    """ "the kidnapping and murder of four people", "secuestro y homicidio de siete": the last noun carries the phrase."""
    mates = [i for i in view.children(head, "conj") if i > head] + (
        [view.tokens[head].head] if view.tokens[head].dep == "conj" else []
    )
    return [
        i for mate in mates for i in view.children(mate, "nmod") if view.case_of(i) in {"of", "de", "del"} and i > head
    ]


def _of_state(view: View, match: Match) -> tuple[int, ...]:
    """Whoever the state is said of: the word itself when counted, the noun it modifies, or the object of "leave"."""
    head = match.head
    token = view.tokens[head]
    if view.numeral_at(head) or any(view.numeral_at(i) for i in view.children(head, "nummod", "advmod") if i < head):
        return (head,)
    if token.dep in {"amod", "acl", "xcomp", "nmod", "appos"} and token.pos in {"ADJ", "VERB", "ADV", "NOUN"}:
        above = token.head
        if view.tokens[above].pos in NOMINAL and token.dep in {"amod", "acl"}:
            return (above,)
        objects = view.children(above, "obj")
        if objects and token.dep == "xcomp":
            return tuple(objects)
    subjects = view.children(head, "nsubj")
    if subjects and view.children(head, "cop"):
        return tuple(i for i in (_resolve_relative(view, head, s) for s in subjects) if i is not None)
    left = _left_neighbour(view, head)
    if left is not None:
        return (left,)
    return (head,)


def _left_neighbour(view: View, head: int) -> int | None:
    """ "two women, a youth and a teenager dead", "12 suspected gunmen dead": the phrase that ends just before."""
    at = head - 1
    if at < 0 or view.tokens[at].pos not in {"NOUN", "PROPN", "NUM"}:
        return None
    if view.tokens[head].pos == "NOUN" and view.language == "es" and view.tokens[at].pos != "NUM":
        return None
    top = _phrase_head(view, at)
    while view.tokens[top].dep == "conj" and view.tokens[view.tokens[top].head].pos in NOMINAL:
        top = view.tokens[top].head
    return top


def _causers(view: View, head: int) -> tuple[int, ...]:
    """Who left somebody dead: the subject of the verb above, when it names someone."""
    for above in view.ancestors(head):
        if view.tokens[above].pos in VERBAL:
            return tuple(i for i in _subjects(view, above) if i != head and head not in view.subtree(i))
    return ()


# ------------------------------------------------------------------ nearness
def _near(view: View, match: Match, *, left_first: bool, both: bool = True) -> tuple[int, ...]:
    """Return the nearest counted phrase that the rule accepts, within the clause; () if there is none."""
    sides = ("left", "right") if left_first else ("right", "left")
    for side in sides if both else sides[:1]:
        found = _nearest(view, match, side)
        if found is not None:
            return (found,)
    return ()


def _nearest(view: View, match: Match, side: str) -> int | None:
    steps = (
        range(match.last + 1, min(len(view.tokens), match.last + 14))
        if side == "right"
        else range(match.head - 1, max(-1, match.head - 14), -1)
    )
    for at in steps:
        token = view.tokens[at]
        if token.text in _STOPS or (
            token.pos == "VERB" and token.dep not in {"amod", "acl"} and not token.has("VerbForm=Part")
        ):
            return None
        numeral = view.numeral_at(at)
        if numeral is not None and numeral.sense == "number":
            head = _counted_by(view, at)
            if fits(view, head, match.rule.patient):
                return head
            return None
    return None


def _counted_by(view: View, at: int) -> int:
    token = view.tokens[at]
    if token.dep in {"nummod", "amod", "det", "advmod"} and view.tokens[token.head].pos in NOMINAL and token.head > at:
        return token.head
    following = at + 1
    while following < len(view.tokens) and view.tokens[following].pos in {"ADJ", "NUM"} and following - at < 3:
        following += 1
    if (
        following < len(view.tokens)
        and view.tokens[following].pos in {"NOUN", "PROPN"}
        and phrase_span(view, following)
    ):
        return following
    return at
