"""Did it happen, and how sure is the report? Status and certainty of an event from the words around its trigger."""

from __future__ import annotations

from functools import cache
from itertools import islice

from msgspec import Struct

from recuento.extract.asked import holds_as_asked
from recuento.extract.pondered import is_pondered
from recuento.extract.proceedings import is_still_to_come
from recuento.extract.triggers import Match
from recuento.extract.view import CLAUSAL, VERBAL, View
from recuento.lexicon.fold import fold
from recuento.lexicon.grammar import stance, verb_set
from recuento.lexicon.runs import Runs
from recuento.model.annotation import Token
from recuento.model.claim import Status
from recuento.model.document import Language
from recuento.model.span import Span

__all__ = ["Reading", "hangs_on_if", "is_analysis", "read_stance"]

# The longest aside between a noun and its verb.
_ASIDE = 8
_REACH = 7
# A wish governs a verb through at most so many others: "demand that it do more to rescue".
_WISHES = 3
_PAIR = 2
_TO = frozenset({"to", "de"})
_ASKED_FOR = frozenset({"", "por", "a cambio de"})
_UNDER_A_WISH = frozenset({"xcomp", "ccomp", "advcl", "acl", "conj"})


class Reading(Struct, frozen=True, kw_only=True):
    """How an event is told: ``hedged`` if the report keeps its distance, ``negated`` if it says it did not happen."""

    status: Status
    hedged: bool
    negated: bool


@cache
def _runs(language: Language, name: str) -> Runs:
    words: tuple[str, ...] = getattr(stance(language), name)
    return Runs.of(words)


@cache
def _denials(language: Language, *, apart: bool) -> Runs:
    """Return the words of denial; for a noun ``apart`` from its verb without those that begin with "no"."""
    said = stance(language).deny
    return Runs.of(run for run in said if not (apart and fold(run).split()[0] == "no"))


def read_stance(view: View, match: Match, *, parties: tuple[Span, ...]) -> Reading:
    """Return the stance of the report towards the event; ``parties`` are its agents' and patients' words.

    "suspected gang members were arrested" hedges the membership, not the arrest: hedges inside ``parties`` are
    passed over.
    """
    before = _window_before(view, match)
    hedged = _hedged(view, match, parties)
    if _is_maxim(view, match) or _is_left_out(view, match) or is_pondered(view, match):
        return Reading(status="unknown", hedged=hedged, negated=False)
    if _found(view, "hypothetical_nouns", before) or _found(view, "habitual", before) or _staged(view, match):
        return Reading(status="unknown", hedged=hedged, negated=False)
    if _can_be(view, match):
        return Reading(status="unknown", hedged=hedged, negated=False)
    if _denied(view, match, before):
        return Reading(status="denied", hedged=hedged, negated=False)
    if _conditional(view, match) or _depends_on_if(view, match, before):
        return Reading(status="unknown", hedged=hedged, negated=False)
    if match.rule.event == "missing":  # whom people try to free, or will look for, is missing now
        return Reading(status=match.rule.status, hedged=hedged, negated=_negated(view, match))
    if match.rule.status == "attempted" or _attempted(view, match, before):
        return Reading(status="attempted", hedged=hedged, negated=False)
    if _planned(view, match, before):
        return Reading(status="planned", hedged=hedged, negated=False)
    return Reading(status=match.rule.status, hedged=hedged, negated=_negated(view, match))


def _is_left_out(view: View, match: Match) -> bool:
    """Tell whether an English clause only says what did not come with it: "slipped away without being shot".

    "They take a course rather than appearing in court": nobody appeared.
    """
    if view.language != "en":
        return False
    joint = match.head if view.tokens[match.head].dep != "conj" else view.tokens[match.head].head
    return any(_follows_left_out(view, i) for i in {match.head, joint})


def _follows_left_out(view: View, verb: int) -> bool:
    words = stance(view.language).left_out
    if any(view.folded[i] in words for i in view.children(verb, "mark")):
        return True
    first = verb - (verb > 0 and view.folded[verb - 1] in {"being", "having"})
    before = " ".join(view.folded[max(0, first - 2) : first])
    return view.folded[first].endswith("ing") and before in words


def _is_maxim(view: View, match: Match) -> bool:
    """Tell whether a gerund is the subject of a present tense: "freeing one group only makes room for the next"."""
    token = view.tokens[match.head]
    if view.language != "en" or view.headline or token.dep not in {"csubj", "nsubj"} or "gerund" not in match.kinds:
        return False
    verb = view.tokens[token.head]
    if view.children(match.head, "det", "nmod:poss") or not view.folded[match.head].endswith("ing"):
        return False
    past = any(view.tokens[i].has("Tense=Past") for i in (token.head, *view.children(token.head, "aux", "cop")))
    present = verb.pos in VERBAL and verb.has("VerbForm=Fin")
    said = any(view.folded[i] in {"is", "are"} for i in view.children(token.head, "cop"))
    return token.head > match.head and (present or said) and not past


def is_analysis(view: View, match: Match) -> bool:
    """Tell whether a noun for an event stands under a verb of comment ("the kidnappings highlight …")."""
    if "noun" not in match.kinds:
        return False
    if any(view.folded[i] in view.words.distributive for i in view.children(match.head, "det")):
        return True
    verbs = verb_set(stance(view.language).analysis, view.language)
    if _modal_past_aside(view, match):
        return True
    below = match.head
    for above in view.ancestors(match.head):
        if view.tokens[above].pos in VERBAL or view.tokens[above].dep == "ROOT":
            modal = any(view.folded[i] in view.words.modal for i in view.children(above, "aux"))
            return view.folded[above] in verbs or (modal and view.tokens[below].dep == "nsubj")
        below = above
    return False


def _modal_past_aside(view: View, match: Match) -> bool:
    """Tell whether a modal follows the noun's aside: "the loss of a friend, whatever they say, will not change it"."""
    commas = [i for i in range(match.last + 1, len(view.tokens) - 1) if view.tokens[i].text == ","]
    if len(commas) < 2 or commas[1] - commas[0] > _ASIDE:
        return False
    verbs = range(match.last + 1, commas[0])
    alone = not any(view.tokens[i].pos in VERBAL and view.tokens[i].has("VerbForm=Fin") for i in verbs)
    return alone and view.folded[commas[1] + 1] in view.words.modal


def _window_before(view: View, match: Match) -> tuple[int, int]:
    """Return the tokens that can govern the trigger from the left: back to a mark that ends a clause."""
    start = match.head
    while (
        start > 0
        and match.head - start < _REACH
        and view.tokens[start - 1].text not in {".", ";", ":", "—", "–", '"', "”", "»"}
    ):
        start -= 1
        if view.tokens[start].text == "," and match.head - start > 2:
            return start + 1, match.head
    return start, match.head


def _found(view: View, name: str, window: tuple[int, int]) -> bool:
    """Tell whether a run stands in the window; one that ends in an article, right before the trigger.

    "la lucha contra el secuestro" is no kidnapping; "atacaron contra el puesto y mataron a dos" is a killing.
    """
    start, end = window
    for run in view.standing(_runs(view.language, name)):
        first = end - len(run) if run[-1] in {"el", "la"} else start
        if view.find(run, max(start, first), end) is not None:
            return True
    return False


def _staged(view: View, match: Match) -> bool:
    """Tell whether a drill or a film is where it happens, said before it: "en el simulacro, diez fueron rescatados"."""
    runs = _runs(view.language, "hypothetical_nouns").singles
    staged = (i for i in range(1, match.head) if view.folded[i] in runs and view.tokens[i].pos == "NOUN")
    return any(view.case_of(i) in view.words.staged_case for i in staged)


def _attempted(view: View, match: Match, before: tuple[int, int]) -> bool:
    if match.rule.form == "intransitive" and match.rule.event == "killing":
        return False  # "en el intento murieron cuatro": nobody tries to die
    told = view.tokens[match.head]
    done = view.language == "es" and all(map(told.has, ("VerbForm=Fin", "Tense=Past", "Mood=Ind")))
    if done and not view.headline:
        return False  # "contra el convoy que los buscaba dejó sin vida a dos": what is tried is an infinitive or a noun
    close = max(before[0], match.head - 4), match.head + ("noun" in match.kinds) * 2
    if (_found(view, "attempt", close) and not _says_who_it_is(view, *close)) or _is_tried(view, match):
        return True
    sought = match.rule.event == "rescue" and view.language == "en" and "noun" not in match.kinds
    if not sought or _planned(view, match, before):
        return False
    return holds_as_asked(view, match.head, match.last, "tried")  # "rode into town to free a detainee"


def _says_who_it_is(view: View, start: int, end: int) -> bool:
    """Tell whether "se trata de" before a noun says who or what it is: "se trata de dos mujeres asesinadas"."""
    at = next((i for i in range(start, end) if view.folded[i] in view.words.is_about), None)
    if view.language != "es" or not at or view.folded[at - 1] not in view.words.reflexive:
        return False
    following = view.tokens[at + 2] if at + 2 < len(view.tokens) else None
    return following is not None and not following.has("VerbForm=Inf")


def _is_tried(view: View, match: Match) -> bool:
    """Tell whether an infinitive hangs on a verb of trying past an aside: "tried, without success, to free him"."""
    token = view.tokens[match.head]
    if not _is_infinitive_under(token) or token.head > match.head:
        return False
    if view.language == "en" and _is_infinitive_under(between := view.tokens[token.head]) and between.dep == "xcomp":
        token = between  # "tried to reach the church to escape"
    above = view.folded[token.head]
    return any(run[0] == above and (len(run) == 1 or run[-1] in _TO) for run in _tries(view.language))


def _is_infinitive_under(token: Token) -> bool:
    return token.has("VerbForm=Inf") and token.dep in {"xcomp", "advcl", "ccomp"}


@cache
def _tries(language: Language) -> tuple[tuple[str, ...], ...]:
    return tuple(tuple(fold(run).split()) for run in stance(language).attempt if len(run.split()) <= _PAIR)


def _planned(view: View, match: Match, before: tuple[int, int]) -> bool:
    if match.kinds == frozenset({"future"}):
        return not (match.rule.event == "sentence" and match.rule.form == "intransitive")  # "pasará 30 años en prisión"
    token = view.tokens[match.head]
    if token.pos == "VERB" and token.has("VerbForm=Fin") and token.has("Tense=Past") and token.has("Mood=Ind"):
        return False  # "un laboratorio para elaborar droga y decomisó …": told as done
    if any(view.folded[i] in view.words.just for i in view.children(match.head, "aux")):
        return False  # "querían llevarse a uno a quien la Policía acababa de arrestar"
    if view.language == "es" and _was_done(view, match.head):
        return False  # "para la búsqueda fueron enviados 600 soldados"
    if match.rule.event == "deployment" and _has_come(view, match.head):
        return False  # "aterrizaron 200 militares para sumarse a la búsqueda"
    if match.rule.event == "demand":
        return False  # "bloquearon la vía para exigir …" is the demand itself
    if _is_wished(view, match):
        return True
    start = max(before[0], _past_own_will(view, match))
    if "noun" in match.kinds:
        planned = _found(view, "plan", (max(start, match.head - 3), match.head))
        return planned or is_still_to_come(view, match) or _is_demanded(view, match)
    return _found(view, "plan", (max(start, match.head - 5), match.head))


def _was_done(view: View, verb: int) -> bool:
    """Tell whether a Spanish participle stands in the passive of the past indicative: "fueron enviados"."""
    aux = [view.tokens[i] for i in view.children(verb, "aux:pass", "aux", "cop") if i < verb]
    past = ("VerbForm=Fin", "Tense=Past", "Mood=Ind")
    return view.tokens[verb].has("VerbForm=Part") and any(all(map(token.has, past)) for token in aux)


def _past_own_will(view: View, match: Match) -> int:
    """Return the token behind a noun that looks like a word of planning: "held against their will are safe"."""
    singles = _runs(view.language, "plan").singles
    words = (i for i in range(max(1, match.head - 5), match.head) if view.folded[i] in singles)
    owned = [i for i in words if view.folded[i - 1] in view.words.possessive and _is_no_auxiliary(view, i)]
    return owned[-1] + 1 if owned else 0


def _is_no_auxiliary(view: View, word: int) -> bool:
    """Tell whether the word is a noun: by its tag, or as an inflected "be" follows it ("against their will are")."""
    after = view.tokens[word + 1]
    return view.tokens[word].pos == "NOUN" or (view.folded[word + 1] in view.words.be and after.text != after.lemma)


def _has_come(view: View, verb: int) -> bool:
    """Tell whether a Spanish infinitive only says what those who have come are for."""
    token = view.tokens[verb]
    above = view.tokens[token.head]
    purpose = view.language == "es" and token.has("VerbForm=Inf") and token.dep == "advcl" and token.head < verb
    told = above.has("Tense=Past") and above.has("Mood=Ind") and above.pos == "VERB"
    return purpose and told and any(view.folded[i] == "para" for i in view.children(verb, "mark"))


def _is_wished(view: View, match: Match) -> bool:
    """Tell whether a verb without a past hangs on one of demanding: "marched to demand that it rescue 40"."""
    token = view.tokens[match.head]
    if token.pos != "VERB" or token.dep.split(":")[0] not in _UNDER_A_WISH or not _is_open(view, match.head):
        return False
    verbs = verb_set(stance(view.language).wish, view.language)
    chain = view.ancestors(match.head)
    return any(view.folded[above] in verbs and view.tokens[above].pos in VERBAL for above in islice(chain, _WISHES))


def _is_demanded(view: View, match: Match) -> bool:
    """Tell whether a Spanish noun is what a verb before it demands: "exige el pueblo la aparición con vida de diez"."""
    if view.language != "es" or view.case_of(match.head) not in _ASKED_FOR:
        return False
    verbs = verb_set(stance(view.language).wish, view.language)
    chain = islice(view.ancestors(match.head), _PAIR)
    return any(view.folded[above] in verbs and above < match.head for above in chain)


def _is_open(view: View, head: int) -> bool:
    """Tell whether a verb's form leaves open that it was done: "rescue", "to rescue", "rescate", "be rescued"."""
    passive = view.children(head, "aux:pass")
    if view.tokens[head].has("VerbForm=Part"):
        return any(view.tokens[i].has("VerbForm=Inf") or view.tokens[i].has("Mood=Sub") for i in passive)
    told = any(view.tokens[i].has("Tense=Past") for i in (head, *view.children(head, "aux")))
    return not told and not view.tokens[head].has("VerbForm=Ger")


def _denied(view: View, match: Match, before: tuple[int, int]) -> bool:
    if match.rule.event == "denial" or _tells_which(view, match) or _is_taken_for_granted(view, match):
        return False
    if view.has_any(_denials(view.language, apart=_apart(view, match)), *before) or _is_rejected(view, match):
        return True
    runs = _runs(view.language, "deny").singles
    below = match.head
    for above in view.ancestors(match.head):
        said = view.folded[below] in stance(view.language).rejected  # "the rumour that she was taken is false"
        if view.language == "en" and view.tokens[below].dep.startswith("nsubj") and not said:
            return False  # "Ana Ruiz, extradited last year, denies the charges": not that she was extradited
        if view.folded[above] in runs:
            return True
        below = above
    return False


def _is_rejected(view: View, match: Match) -> bool:
    """Tell whether its clause is what somebody rejects: "rechazó que hayan sido abandonados", "rejected reports that".

    Who rejects an attack condemns it: a noun's event is not denied.
    """
    words = stance(view.language)
    verbs, below = verb_set(words.reject, view.language), match.head
    if "noun" in match.kinds:
        return False
    for above in islice(view.ancestors(match.head), _WISHES):
        clause = view.tokens[below].dep.split(":")[0] in {"ccomp", "acl", "csubj", "conj"}
        if view.folded[above] in verbs:
            return clause or view.folded[below] in words.rejected
        if not clause and view.folded[below] not in words.rejected:
            return False
        below = above
    return False


def _tells_which(view: View, match: Match) -> bool:
    """Tell whether it only says who is meant: to deny that "the 20 hostages taken" are free denies no taking."""
    token = view.tokens[match.head]
    if token.dep.split(":")[0] not in {"acl", "amod"} or not token.has("VerbForm=Part") or token.head > match.head:
        return False
    if view.children(match.head, "mark"):
        return False  # "dismissed reports that soldiers had killed 14": what was reported
    return any(view.tokens[i].has("Definite=Def") for i in view.children(token.head, "det"))


def _is_taken_for_granted(view: View, match: Match) -> bool:
    """Tell whether a Spanish clause only says where what is denied was: "negó que hubiera heridos en el tiroteo".

    The noun has an article or "ese" and follows "en" or "durante". Who denies a part in it denies it of himself alone.
    """
    if view.language != "es" or "noun" not in match.kinds or view.case_of(match.head) not in view.words.staged_case:
        return False
    return any(view.tokens[i].has("Definite=Def") or view.tokens[i].has("PronType=Dem")
               for i in view.children(match.head, "det"))  # fmt: skip


def _apart(view: View, match: Match) -> bool:
    """Tell whether a noun has a preposition of its own: "no hubo heridos en el tiroteo" denies no gun battle."""
    return "noun" in match.kinds and view.case_of(match.head) not in {"", *view.words.of}


def _conditional(view: View, match: Match) -> bool:
    runs = view.standing(_runs(view.language, "condition"))
    chain = [match.head, *view.ancestors(match.head)]
    for index in chain[:3]:
        marks = [i for i in view.children(index, "mark", "advmod") if i < match.head and not _is_pronoun(view, i)]
        if any(view.folded[i : i + len(run)] == run for i in marks for run in runs):
            return True
        if view.tokens[index].dep not in {"conj", "xcomp", *CLAUSAL}:
            return False
    return False


def hangs_on_if(view: View, match: Match) -> bool:
    """Tell whether a future hangs on a clause of condition: "if they get no money, they will kill the hostages"."""
    future = match.kinds == frozenset({"future"}) or any(
        view.folded[i] in view.words.modal for i in view.children(match.head, "aux")
    )
    if match.rule.event in {"threat", "demand"}:
        return False  # a threat is a threat for its condition
    runs = _runs(view.language, "condition").singles
    clauses = view.children(match.head, "advcl") if future else ()
    return any(view.folded[i] in runs for clause in clauses for i in view.children(clause, "mark"))


def _is_pronoun(view: View, index: int) -> bool:
    """ "entre si", "por si solos": after a preposition it is the pronoun "sí", typed without its accent."""
    before = view.tokens[index - 1] if index else None
    return view.folded[index] == "si" and before is not None and before.pos == "ADP"


def _depends_on_if(view: View, match: Match, before: tuple[int, int]) -> bool:
    """Tell whether it would only happen under a condition: "200 people would die if the dam broke"."""
    if not view.words.would & set(view.folded[before[0] : before[1]]) and "conditional" not in match.kinds:
        return False
    return view.has_any(_runs(view.language, "condition"), 0, len(view.tokens))


def _hedged(view: View, match: Match, parties: tuple[Span, ...]) -> bool:
    if match.kinds == frozenset({"conditional"}):
        return True
    runs = view.standing(_runs(view.language, "hedge"))
    start, end = max(0, match.head - 9), min(len(view.tokens), match.last + 5)
    for run in runs:
        at = view.find(run, start, end)
        if at is not None and not any(p.covers(view.tokens[at].span) and at != match.head - 1 for p in parties):
            return True
    return False


def _negated(view: View, match: Match) -> bool:
    runs = _runs(view.language, "negation").singles
    if runs.isdisjoint(view.folded) and view.words.nobody.isdisjoint(view.folded):
        return False
    bounds = {i for i in range(match.head) if view.folded[i] in runs and _begins_a_bound(view, i)}
    close = max(0, match.head - 3)
    own = [i for i in view.children(match.head, "advmod", "neg", "det") if i < match.head]
    agents = [j for i in view.children(match.head, "nsubj") for j in view.children(i, "det") if j < i]
    if any(view.folded[i] in runs or view.folded[i] in view.words.nobody for i in {*own, *agents} - bounds):
        return True
    if "noun" in match.kinds and match.last > match.head and any(
            view.folded[i] in view.words.nobody for i in range(max(0, match.head - 3), match.head)):  # fmt: skip
        return True
    for i in range(max(0, match.head - 6), match.head - 1):
        if not _apart(view, match) and view.folded[i] in runs and view.folded[i + 1] in view.words.exists | {"se"}:
            return True
    said = (i for i in range(close, match.head) if view.folded[i] in runs and i not in bounds)
    return any(view.tokens[i].pos in {"PART", "ADV", "ADP", "DET", "INTJ"} and all(
        view.tokens[j].pos in {"AUX", "PRON", "ADV", "PART", "DET", "ADP"} for j in range(i + 1, match.head))
        for i in said)  # fmt: skip


def _begins_a_bound(view: View, index: int) -> bool:
    """Tell whether a word of negation begins a bound of a number: "no fewer than nine", "no menos de nueve"."""
    standing = view.standing(_runs(view.language, "bounds"))
    return any(tuple(view.folded[index : index + len(run)]) == run for run in standing)


def _can_be(view: View, match: Match) -> bool:
    """Tell whether an English passive says what can happen: "when families can be taken from their beds"."""
    aux = view.children(match.head, "aux") if view.language == "en" and "participle" in match.kinds else ()
    return any(view.folded[i] == "can" and i < match.head for i in aux)
