"""Who did it, and to whom: the arguments of a trigger, by syntax first and by nearness where syntax fails."""

from __future__ import annotations

from collections.abc import Iterable

from msgspec import Struct
from msgspec.structs import replace

from recuento.extract.accusers import accused_behind, blamed, closing_accuser, speaker_before
from recuento.extract.among import told_among
from recuento.extract.arguments_headline import numbered_object, told_before
from recuento.extract.astray import behind_by, enclosed, inverted, object_before, past_opening, swallowed
from recuento.extract.behind import object_behind
from recuento.extract.clashes import sides_of_clash
from recuento.extract.dislocated import named_before
from recuento.extract.doers import doers_around, whose_attempt
from recuento.extract.left_as import (
    counts_itself,
    is_another,
    is_state_word,
    left_so,
    names_the_dead,
    state_in_aside,
    told_beside,
)
from recuento.extract.left_with import left_with
from recuento.extract.listed_so import whole_list
from recuento.extract.lists import items_before
from recuento.extract.naming import party_side
from recuento.extract.nearness import marked_object, near, whom_against
from recuento.extract.nouns import causers, of_noun, of_state
from recuento.extract.onto import falls_on
from recuento.extract.past_asides import object_past_asides
from recuento.extract.past_marks import whom_before
from recuento.extract.phrases import content_head, coordinated, fits, noun_of
from recuento.extract.predicated import people_behind
from recuento.extract.preverbal import behind_clitic, has_clitic
from recuento.extract.recipients import without_recipients
from recuento.extract.relatives import antecedent_of, apart_from
from recuento.extract.titles import of_one_headline
from recuento.extract.triggers import Match
from recuento.extract.undergone import who_has_it
from recuento.extract.verbs import by_phrases, companions, objects, subjects, subjects_past_se, taken_up
from recuento.extract.view import VERBAL, View
from recuento.extract.voices import Voice, voice_of
from recuento.extract.whom import (
    after_gerund,
    after_the_verb,
    bare_obliques,
    between,
    number_before,
    own_subject_after,
    share_behind,
    shared_object,
    subject_after,
    turned_on,
)
from recuento.lexicon.codebook import event_of
from recuento.lexicon.triggers import OF_PEOPLE

__all__ = ["Arguments", "arguments"]


class Arguments(Struct, frozen=True, kw_only=True):
    """Head tokens: ``patients`` are what the rule counts or affects, ``agents`` who did it, ``voice`` how."""

    voice: Voice
    agents: tuple[int, ...]
    patients: tuple[int, ...]


def arguments(view: View, match: Match) -> Arguments:
    """Return the arguments of the trigger; both sides of a clash are its agents."""
    found = _told_arguments(view, match)
    if match.rule.counts and match.rule.patient in OF_PEOPLE:
        found = replace(found, patients=whole_list(view, match.last, found.patients))
    found = replace(found, patients=who_has_it(view, match, without_recipients(view, match, found.patients)))
    if match.rule.form == "transitive" and match.rule.patient in OF_PEOPLE and found.voice in {"active", "state"}:
        found = replace(found, patients=whom_before(view, match, found.patients))
    somebody = found.agents or (match.head > 0 and view.folded[match.head - 1] in view.words.it | view.words.they)
    # "it alleged that officers led them": taken for no subject
    silent = found.patients or (view.language == "en" and not somebody)
    return found if silent else replace(found, patients=accused_behind(view, match))


def _told_arguments(view: View, match: Match) -> Arguments:
    found = _of_accusation(view, match) or _arguments(view, match)
    if found.patients and view.language == "en" and view.folded[0] == "to":
        found = replace(found, patients=_within_opening(view, match.head, found.patients))
    if view.headline and found.patients:
        found = replace(found, patients=of_one_headline(view, match, found.voice, found.patients))
    if found.agents and not match.rule.agent and all(view.folded[i] in view.words.deeds for i in found.agents):
        found = replace(found, agents=())  # "la respuesta de los agentes dejó sin vida a cuatro": the agents did
    found = _done_by(_outside_words(view, match, found), whose_attempt(view, match))
    if not found.agents and match.rule.form == "transitive":
        found = _done_by(found, subjects_past_se(view, match))
    if not found.agents and found.voice != "active":
        found = _done_by(found, by_phrases(view, match.last))
    if not found.agents and found.voice == "passive" and view.language == "en":
        # "were taken into evidence by the police": hung on the noun between.
        nouns = [i for i in view.children(match.head, "obl") if i > match.head]
        found = _done_by(found, (i for n in nouns for i in by_phrases(view, n)))
    if found.voice == "passive" and all(match.head < i <= match.last for i in found.agents):
        found = _done_by(found, behind_by(view, match))  # "sacados por la fuerza por sicarios": no force did it
    if not found.agents and event_of(match.rule.event).family != "speech":
        found = _done_by(found, doers_around(view, match, found.patients))
    if not found.agents and event_of(match.rule.event).family == "speech" and found.voice == "active":
        return replace(found, agents=speaker_before(view, match.head))
    if match.rule.counted == "agent":
        acting = items_before(view, found.agents) if view.language == "en" else found.agents
        found = replace(found, agents=acting or near(view, match, left_first=True, both=False))
    if found.agents and match.rule.counts and _only_gives_a_figure(view, match.head, match.last):
        found = replace(found, agents=())
    if match.rule.event != "clash":
        return found
    return replace(found, agents=sides_of_clash(view, match, found.agents), patients=())


def _outside_words(view: View, match: Match, found: Arguments) -> Arguments:
    """Leave out the rule's own noun where Spanish names people besides: "le costó la vida a un militar"."""
    if view.language != "es" or match.last == match.head or match.rule.form != "transitive":
        return found
    outside = tuple(i for i in found.patients if not match.head < i <= match.last)
    return replace(found, patients=outside) if any(fits(view, i, "person") for i in outside) else found


def _within_opening(view: View, head: int, patients: tuple[int, ...]) -> tuple[int, ...]:
    """Return whom an infinitive that opens its sentence is of: "To find those missing, Quito has sent 400 men"."""
    comma = next((token.index for token in view.tokens if token.text == ","), 0)
    return tuple(i for i in patients if i < comma) if head < comma else patients


def _done_by(found: Arguments, doers: Iterable[int]) -> Arguments:
    """Return the arguments with ``doers`` as agents, but for those whom it befell."""
    agents = tuple([doer for doer in doers if doer not in found.patients])
    return replace(found, agents=agents) if agents else found


def _only_gives_a_figure(view: View, head: int, last: int) -> bool:
    """Tell whether the verb gives a figure: who puts the number of dead at seven killed nobody.

    "Dieron muerte a tres" is another matter: in Spanish a word for the figure stands beside the verb.
    """
    if view.folded[head] not in view.words.gives_figures:
        return False
    if view.language == "en" and last > head and view.folded[last] not in view.words.reached:
        return False  # "put nine men on its sanctions list"
    return view.language == "en" or not view.words.numbers.isdisjoint(view.folded)


def _of_accusation(view: View, match: Match) -> Arguments | None:
    """Return who accuses and who is accused where the verb's own subject and object are not they, else None."""
    accuser = closing_accuser(view, match)
    if not (match.rule.blames or accuser):
        return None
    return Arguments(voice="active", agents=accuser, patients=blamed(view, match) if match.rule.blames else ())


def _arguments(view: View, match: Match) -> Arguments:
    if match.rule.form == "onto":
        agents, patients = falls_on(view, match)
        return Arguments(voice="active", agents=agents, patients=patients)
    if match.rule.form in {"state", "transitive"} and match.rule.counts:
        some = told_among(view, match.head)
        if some:
            return Arguments(voice="among", agents=(), patients=some)
        if (harmed := left_with(view, match)) is not None:
            return Arguments(voice="state", agents=harmed[0], patients=harmed[1])
    for counted in (match.head, match.last):
        if counts_itself(view, match, counted):
            leaving = match.rule.event == "body_found" and match.head < counted  # "los sicarios dejaron tres cuerpos"
            agents = subjects(view, match.head) if leaving else causers(view, match.head)
            return Arguments(voice="state", agents=agents, patients=(counted,))
    if is_another(view, match):
        return Arguments(voice="state", agents=causers(view, match.head), patients=(match.head - 1,))
    if (moved := _moved_before(view, match)) is not None:
        return moved
    if names_the_dead(view, match):
        return Arguments(voice="state", agents=(), patients=(match.last,))
    if match.rule.form == "transitive" and is_state_word(view, match):
        left = left_so(view, match) if not state_in_aside(view, match) else near(view, match, left_first=False)
        return Arguments(voice="active", agents=subjects(view, match.head), patients=left)
    verb = _verb_inside(view, match)
    if verb is None and view.language == "en" and (done_by := _by_behind_noun(view, match)):
        return Arguments(voice="nominal", agents=done_by, patients=())
    if verb is not None:
        return Arguments(voice="active", agents=_who_acts(view, match, verb), patients=())
    return _by_voice(view, match, inverted(view, match))


def _moved_before(view: View, match: Match) -> Arguments | None:
    """Return the arguments of a Spanish verb whose object is named before it and taken up by a pronoun, else None."""
    if match.rule.form != "transitive" or match.rule.patient not in OF_PEOPLE:
        return None
    verb = next((i for i in range(match.head, match.last + 1) if view.tokens[i].pos in VERBAL), None)
    whom = named_before(view, verb) if verb is not None else None
    if verb is None or whom is None:
        return None
    told = (i for i in view.children(verb, "obj") if i > match.last and not view.case_of(i))
    behind = [i for i in told if fits(view, i, "person")]
    acting = [i for i in subjects(view, verb) if i != whom and not _is_aside(view, whom, i)]
    agents = behind_clitic(view, verb) or acting or behind
    return Arguments(voice="active", agents=tuple(agents), patients=(whom,))


def _is_aside(view: View, whom: int, index: int) -> bool:
    """Tell whether a comma parts a name from whom it names: "a su mujer, Ana Ruiz, la condenaron"."""
    between = view.tokens[whom + 1 : index] if index > whom else ()
    behind = view.tokens[index + 1 : index + 4]
    named = view.tokens[index].pos == "PROPN" and bool(between) and between[-1].text == ","
    return named and any(token.text == "," for token in behind)


def _by_voice(view: View, match: Match, behind: int | None) -> Arguments:
    """Return the arguments by the verb's voice; ``behind``: who follows a participle that opens the sentence."""
    if behind is not None:
        return Arguments(voice="passive", agents=by_phrases(view, match.head), patients=(behind,))
    voice = voice_of(view, match)
    if voice == "nominal":
        agents, patients = of_noun(view, match)
        return Arguments(voice=voice, agents=agents, patients=patients)
    if voice == "state":
        return _of_state_words(view, match)
    if voice == "reflexive" and match.rule.event == "home_invasion":  # "se metían a las casas a robar"
        return Arguments(voice="active", agents=subjects(view, match.head), patients=())
    found = _with_company(view, match, _of_row(view, match, _of_verb(view, match, voice)))
    if match.rule.form == "intransitive":
        found = replace(found, patients=tuple(i for i in found.patients if not _past_its_clause(view, match, i)))
    if view.headline and voice == "active" and (marked := marked_object(view, match)) is not None:
        return replace(found, patients=(marked,))
    wanted = "person" if view.headline else match.rule.patient
    if voice == "modifier" and found.patients and all(view.folded[p] in view.words.bodies for p in found.patients):
        return replace(found, patients=())  # "two bins with a dismembered corpse": the body is counted by its own noun
    if (charged := whom_against(view, match)) is not None:
        return replace(found, patients=(charged,))
    if (whose := _of_its_noun(view, match)) and not set(whose) & set(found.patients):
        return replace(found, patients=whose)
    if voice == "active" and not found.patients and behind_clitic(view, match.head):
        return found  # "la mató su esposo": whoever else stands near did not suffer it
    own = (*found.patients, *(content_head(view, p) for p in found.patients if view.language == "en"))
    if match.rule.patient in OF_PEOPLE and not any(fits(view, p, wanted) for p in own):
        nearby = between(view, match) or near(view, match, left_first=voice in {"passive", "modifier"}, both=False)
        nearby = tuple(i for i in nearby if not _past_its_clause(view, match, i))
        return replace(found, patients=nearby or told_before(view, match) or found.patients)
    return found


def _past_its_clause(view: View, match: Match, index: int) -> bool:
    """Tell whether a comma ends an English relative clause before somebody: "for those who are missing, 350 men"."""
    clause = view.folded[max(0, match.head - 2) : match.head]
    who = view.language == "en" and not view.words.relative.isdisjoint(clause)
    return who and any(view.tokens[i].text == "," for i in range(match.last + 1, index))


def _of_its_noun(view: View, match: Match) -> tuple[int, ...]:
    """Return the people that the rule's own last noun is of: "se desconoce la suerte de dos maestros"."""
    alone = match.rule.form == "transitive" and match.last > match.head and view.tokens[match.last].pos == "NOUN"
    if view.language != "es" or not alone or view.headline or match.rule.patient not in OF_PEOPLE:
        return ()
    described = (match.last, *(i for i in view.children(match.last, "amod", "acl") if i == match.last + 1))
    below = (
        i for h in described for i in view.children(h, "nmod", "obl") if i > h and view.case_of(i) in view.words.of
    )
    return tuple(i for i in below if fits(view, i, "person") and view.numeral_at(max(described) + 2) is not None)


def _of_state_words(view: View, match: Match) -> Arguments:
    head = view.tokens[match.head]
    if head.dep == "compound" and head.head == match.last > match.head:
        return Arguments(voice="state", agents=(), patients=(match.last,))  # "a murder victim"
    if match.last - match.head < 2 and (they := people_behind(view, match.head)):  # "las víctimas mortales son …"
        return Arguments(voice="state", agents=(), patients=they)
    of_body = match.rule.event == "body_found" and view.folded[match.last] in view.words.bodies
    agents = by_phrases(view, match.head) or causers(view, match.head)
    staying = view.tokens[match.last].head
    if view.tokens[match.head].pos == "ADP" and view.tokens[staying].pos == "VERB" and staying < match.head:
        who = subjects(view, staying)  # "three remain in critical condition"
        if who and view.folded[staying] in view.words.light:
            return Arguments(voice="state", agents=(), patients=who)
    if view.tokens[match.head].pos == "ADP" and noun_of(view, staying) is not None:
        beside = (match.head - 1, match.head - 2)  # "nueve agresores sin vida", "seis sicarios abatidos sin vida"
        of_force = view.language == "es" and all(
            view.tokens[i].pos in {"ADP", "DET", "PROPN"} for i in range(staying + 1, match.head)
        )  # "un sargento de la Policía sin vida"
        if staying in beside[: 2 if view.language == "es" else 1] or (of_force and staying < match.head):
            return Arguments(voice="state", agents=agents, patients=(staying,))
    if view.language == "es" and view.tokens[match.head].pos == "ADP" and (who := told_beside(view, match.head)):
        held = view.folded[match.last - 1] in view.words.hands and view.tokens[match.last].head > match.last
        agents = (view.tokens[match.last].head,) if held else agents  # "están en poder de una banda"
        return Arguments(voice="state", agents=tuple(i for i in agents if i not in who), patients=who)
    told_by_last = of_body or (
        view.tokens[match.head].pos == "ADP" and match.last > match.head
    )  # "in critical condition"
    told = match.last - 1 if told_by_last and view.tokens[match.last].pos == "ADP" else match.last  # "en poder de"
    return Arguments(voice="state", agents=agents, patients=of_state(view, told if told_by_last else match.head))


def _with_company(view: View, match: Match, found: Arguments) -> Arguments:
    """Return the arguments with those who share the fate: "was arrested along with five others"."""
    fate = match.rule.form == "transitive" and match.rule.patient in OF_PEOPLE
    if not (fate or match.rule.counts == "deployed") or found.voice == "reflexive" or not found.patients:
        return found
    heads = {match.head, match.last} if match.rule.counts == "deployed" else {match.head}
    company = [i for i in companions(view, (*heads, *found.patients)) if i not in found.agents + found.patients]
    return replace(found, patients=(*found.patients, *company))


def _verb_inside(view: View, match: Match) -> int | None:
    """Return the verb of a phrase that begins with another word: "se atribuyó el ataque"."""
    if match.rule.form != "phrase" or view.tokens[match.head].pos not in {"PRON", "ADV", "AUX", "PART"}:
        return None
    return next((i for i in range(match.head + 1, match.last + 1) if view.tokens[i].pos == "VERB"), None)


def _by_behind_noun(view: View, match: Match) -> tuple[int, ...]:
    """Return who stands "by" behind the noun that a phrase begins with: "raids by the police on houses"."""
    phrase = match.rule.form == "phrase" and view.tokens[match.head].pos == "NOUN"
    return by_phrases(view, match.head) if phrase else ()


def _who_acts(view: View, match: Match, verb: int) -> tuple[int, ...]:
    """Return the subject of a phrase that begins with a Spanish pronoun, without the phrase's own words.

    Nobody acts in "se le acusa de"; of "fue detenido y Honduras lo entregó" it is whoever stands before the pronoun.
    """
    first = match.head
    if view.language == "es" and view.folded[first : first + 2] in {("se", "le"), ("se", "les")}:
        return ()
    beside = first - 1
    named = view.language == "es" and beside >= 0 and view.tokens[beside].pos == "PROPN" and not view.case_of(beside)
    if named and view.folded[first] in view.words.clitics and view.tokens[beside].dep != "flat":
        return (beside,)
    return tuple(i for i in subjects(view, verb) if not match.head <= i <= match.last)


def _of_verb(view: View, match: Match, voice: Voice) -> Arguments:
    head = _past_denial(view, match)
    if head > match.head and view.tokens[match.head].dep == "aux:pass":
        voice = "passive"  # a rule that begins with its auxiliary
    if match.rule.form == "intransitive":
        within = between(view, match) or after_gerund(view, match) or number_before(view, match)
        within = within or share_behind(view, match)
        killers = by_phrases(view, head)
        sent = view.children(head, "obj") if match.rule.event == "deployment" and view.language == "en" else ()
        if sent and all(fits(view, i, match.rule.patient) for i in sent):
            acting = tuple(i for i in subjects(view, head) if i not in sent)
            return Arguments(voice=voice, agents=acting, patients=sent)  # "Quito has poured 400 soldiers into the city"
        within = within or own_subject_after(view, match, killers)
        patients = within or (antecedent_of(view, head) if voice == "modifier" else subjects(view, head))
        patients = within or tuple(p for p in patients if not match.head <= p <= match.last)
        if not patients and view.language == "es":
            patients = after_the_verb(view, match, killers)
        patients = _whole_row(view, patients) if patients else near(view, match, left_first=True)
        return Arguments(voice=voice, agents=killers, patients=tuple(p for p in patients if p not in killers))
    if voice == "active":
        return _of_active(view, match, head, voice)
    agents = by_phrases(view, head)
    if (opened := past_opening(view, match)) is not None:
        patients = (opened,)
    elif voice == "modifier":
        patients = antecedent_of(view, head) or subject_after(view, head)
        if match.rule.patient in OF_PEOPLE and not any(fits(view, p, "person") for p in patients):
            patients = apart_from(view, head) or patients
    elif voice == "reflexive" or view.language == "es":
        direct = objects(view, match)
        # "fueron abatidos 15 y se detuvo a 17": the subject of the verb before is not arrested. Nor is it in
        # "la Policía hizo un cateo en el que fueron capturadas 14 personas".
        counted = any(
            view.children(i, "nummod")
            and fits(view, i, "person")
            and not any(view.tokens[j].text == "," for j in range(match.last + 1, i))  # "42 were, 24 men and 18 women"
            for i in direct
        )
        alone = direct and match.rule.patient in OF_PEOPLE and (voice == "reflexive" or counted)
        own = view.children(head, "nsubj") if alone else subjects(view, head)
        if voice == "reflexive" and match.rule.patient == "thing":
            agents = tuple(i for i in own if i < head and party_side(view, i) == "state") or agents  # "se incautó de"
        found = {*direct, *own, *bare_obliques(view, head)}
        patients = tuple(sorted(i for i in found if view.folded[i] != "se"))
    else:
        patients = items_before(view, subjects(view, head))
    if match.rule.event == "deployment":
        patients = tuple(p for p in patients if view.case_of(p) not in view.words.object_mark)  # "enviados a la zona"
    patients = tuple(p for p in patients if p not in agents)
    return Arguments(
        voice=voice, agents=agents, patients=patients or near(view, match, left_first=voice != "reflexive")
    )


def _whole_row(view: View, patients: tuple[int, ...]) -> tuple[int, ...]:
    """Return the subject with those joined to it; of "seis los muertos y nueve los que siguen cautivos" the nine."""
    after = view.folded[patients[0] + 1 : patients[0] + 3]
    pointing = len(after) > 1 and after[0] in view.words.definite_plural and after[1] in view.words.relative
    alone = view.language == "es" and pointing and view.numeral_at(patients[0]) is not None
    return patients if alone else items_before(view, patients)


def _of_row(view: View, match: Match, found: Arguments) -> Arguments:
    """Give a row of Spanish passives the subject of the first: "fue hallado culpable y condenado a 25 años".

    Where a verb has somebody of its own it keeps him.
    """
    if view.language != "es" or found.voice != "passive" or match.rule.patient not in OF_PEOPLE:
        return found
    first = match.head
    while view.tokens[first].dep == "conj" and view.tokens[first].head < first:
        first = view.tokens[first].head
    places = [place.span for place in view.places]
    own = (p for p in found.patients if not any(place.overlaps(view.tokens[p].span) for place in places))
    if first == match.head or any(fits(view, p, "person") for p in own):
        return found
    return replace(found, patients=tuple(i for i in subjects(view, first) if not view.case_of(i)))


def _past_denial(view: View, match: Match) -> int:
    """Return the verb of a rule that begins with another word.

    "Did not survive", "no sobrevivió a las heridas", "fue entregado a Estados Unidos", "se entregaron a la policía".
    """
    first = view.tokens[match.head].pos
    if view.language == "en":
        return match.last if first == "PART" and view.tokens[match.last].pos == "VERB" else match.head
    past_se = first == "PRON" and match.last > match.head + 1
    if first != "AUX" and not ((first == "ADV" or past_se) and match.rule.form == "intransitive"):
        return match.head
    return next((i for i in range(match.head + 1, match.last + 1) if view.tokens[i].pos == "VERB"), match.head)


def _of_active(view: View, match: Match, head: int, voice: Voice) -> Arguments:
    agents = subjects(view, head)
    patients = numbered_object(view, match) or objects(view, match) or shared_object(view, head)
    if match.rule.patient in OF_PEOPLE and has_clitic(view, head):
        # "lo habían levantado unos sicarios", "la mató su esposo": who stands behind without "a" did it.
        did = [i for i in patients if i > match.last and not view.case_of(i) and fits(view, i, "person")]
        behind_it = behind_clitic(view, head) if match.last == head else []
        agents = agents or tuple(behind_it or did[:1])
        patients = tuple(i for i in patients if i not in did)
        if (did or behind_it) and not patients:
            return Arguments(voice=voice, agents=agents, patients=taken_up(view, head, agents))
    amid = enclosed(view, match, patients)
    joined = amid is not None and any(amid in coordinated(view, i) for i in patients)
    patients = patients if amid is None or joined else (amid,)  # "sent 2,000 troops and 800 police to the coast"
    if not patients and match.rule.patient != "thing":
        patients = taken_up(view, head, agents)
    if match.rule.event in {"attack", "bombing"} and all(match.head <= i <= match.last for i in patients):
        patients = turned_on(view, match)
    inside = swallowed(view, match)
    patients = patients or inside or object_before(view, head, agents)
    agents = tuple(i for i in agents if i not in inside)
    patients = patients or object_past_asides(view, match)
    if not patients and match.rule.form == "transitive":
        behind = object_behind(view, match)
        patients = (behind,) if behind is not None else near(view, match, left_first=False, both=False)
    return Arguments(voice=voice, agents=agents, patients=tuple(p for p in patients if p not in agents) or patients)
