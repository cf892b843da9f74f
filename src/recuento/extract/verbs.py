"""Subjects, objects and agents of verbs, through relatives, coordination and control."""

from __future__ import annotations

from recuento.extract.answering import accused, answers_for
from recuento.extract.astray import before_verb, named_beside_time, opens_before_aside, told_days_after, up_to_perfect
from recuento.extract.behind_day import behind_day
from recuento.extract.fronted import is_fronted
from recuento.extract.joined import behind_subordinate, of_clause_between
from recuento.extract.mistied import agree, before_reflexive, is_done_to, only_thought, right_before
from recuento.extract.nearness import counted_by
from recuento.extract.past_marks import is_somebody, may_go_on, stands_for, without_whom_it_befell
from recuento.extract.past_relative import past_relative_aside
from recuento.extract.phrases import coordinated, is_name, noun_of, phrase_span
from recuento.extract.preverbal import behind_clitic, capital_before, opens_clause
from recuento.extract.relatives import antecedent_of, resolve_relative
from recuento.extract.shares import share_before
from recuento.extract.triggers import Match
from recuento.extract.view import NOMINAL, VERBAL, View
from recuento.lexicon.grammar import saying_verbs
from recuento.lexicon.people import times, weapons

__all__ = [
    "by_phrases",
    "companions",
    "objects",
    "subjects",
    "subjects_past_se",
    "taken_up",
]


# Verbs that only carry a state: "diez resultaron lesionadas", "were feared dead".


def subjects(view: View, head: int) -> tuple[int, ...]:
    """Return the subject, through relatives, coordination and controlled infinitives."""
    return view.once_at(_subject_or_share, head)


def _subject_or_share(view: View, head: int) -> tuple[int, ...]:
    share = share_before(view, head)
    return without_whom_it_befell(view, head, _subjects(view, head) if share is None else (share,))


def subjects_past_se(view: View, match: Match) -> tuple[int, ...]:
    """Return the subject of the verb behind a rule's "se": "un comando se llevó a cuatro jóvenes"; () without "se"."""
    if view.language != "es" or view.folded[match.head] != "se":
        return ()
    verb = next((i for i in range(match.head + 1, match.last + 1) if view.tokens[i].pos == "VERB"), None)
    return subjects(view, verb) if verb is not None else ()


def _subjects(view: View, head: int) -> tuple[int, ...]:
    own = [i for i in view.children(head, "nsubj", "csubj") if view.tokens[i].dep != "csubj"]
    if not own:
        # The parser hangs a subject on the auxiliary now and then ("forces have shot").
        own = [i for aux in view.children(head, "aux", "cop") for i in view.children(aux, "nsubj")]
    if not own and view.headline:
        own = [i for i in view.children(head, "nummod") if i == head - 1 and _is_number(view, i)]  # "two die"
    own = [i for i in own if not (_is_no_subject(view, i) or is_done_to(view, head, i) or is_fronted(view, head, i))]
    own = told_days_after(view, head) or own
    own = before_reflexive(view, head, own) or opens_before_aside(view, head, own) or own
    own = past_relative_aside(view, head, own) or own or right_before(view, head)
    own = own or opens_clause(view, head) or behind_clitic(view, head) or up_to_perfect(view, head)
    own = (
        own
        or capital_before(view, head)
        or before_verb(view, head)
        or behind_subordinate(view, head)
        or list(_taken_for_one_noun(view, head))
        or behind_day(view, head)
    )
    if not own and view.language == "en" and view.tokens[head].dep == "cop":
        own = _of_predicate(view, head)
    if own:
        resolved = [resolve_relative(view, head, i) for i in own]
        return tuple(i for i in resolved if i is not None) or _understood(view, head)
    fronted = _fronted(view, head)
    if fronted is not None or _relative_object(view, head):
        return _understood(view, head) if fronted is None else (fronted,)
    held = answers_for(view, head)
    if held is not None:
        return held
    nearer = _of_nearer_clause(view, head)
    return accused(view, head) or nearer or _from_above(view, head) or _of_clause_before(view, head)


def _of_predicate(view: View, be: int) -> list[int]:
    """Return the subject of what a form of "be" says: "police were behind the raids"; none of what is still to come."""
    said = view.tokens[be].head
    own = [i for i in view.children(said, "nsubj") if i < be]
    yet = any(
        view.folded[i] in view.words.until for h in (said, *own) for i in view.children(h, "mark", "advmod", "case")
    )
    return [] if yet else own


def _taken_for_one_noun(view: View, head: int) -> tuple[int, ...]:
    """Return who acts where an English verb is taken for a noun that they modify: "gunmen shot and killed two"."""
    if view.language != "en" or view.headline or view.tokens[head].pos != "NOUN" or not view.children(head, "conj"):
        return ()
    return tuple(i for i in view.children(head, "compound") if i == head - 1 and noun_of(view, i) is not None)


def _of_clause_before(view: View, head: int) -> tuple[int, ...]:
    """Return the subject of the clause that a Spanish verb goes on with, where the parser hangs the clause on it.

    "Hombres armados llegaron a la vereda, reunieron a los vecinos y …": "llegaron" is taken for what is gathered.
    """
    if view.language != "es" or view.headline or not view.tokens[head].has("VerbForm=Fin"):
        return ()
    for before in view.children(head, "ccomp", "parataxis", "dep"):
        finite = before < head and view.tokens[before].has("VerbForm=Fin") and not view.children(before, "mark")
        if finite and view.folded[before] not in saying_verbs(view.language):
            own = [i for i in view.children(before, "nsubj") if not _is_no_subject(view, i)]
            found = own or opens_clause(view, before)
            if found and agree(view, head, found[0]):
                return tuple(found)
    return ()


def _from_above(view: View, head: int) -> tuple[int, ...]:
    """Return the subject that a verb without one takes from what it hangs on."""
    token = view.tokens[head]
    above = token.head
    if above == head:
        return ()
    if token.dep == "amod" and above > head and head and view.tokens[head - 1].pos in {"NOUN", "PROPN", "PRON"}:
        return (head - 1,)
    at_a_place = any(view.folded[i] in view.words.where for i in view.children(head))
    if at_a_place and _tells_its_people(view, head):
        return ()  # "el ataque al bar, donde murieron 12 personas"
    between = _numbered_between(view, above, head) if token.dep in {"conj", "advcl", "parataxis", "ccomp"} else None
    if told := of_clause_between(view, head) if between is None else (between,):
        return told
    if view.language == "en" and token.dep == "advcl" and view.tokens[above].dep == "xcomp":
        above = view.tokens[above].head  # "pleaded not guilty after being extradited"
    goes_on = token.dep == "acl" and view.tokens[above].has("VerbForm=Part") and view.tokens[above].pos == "VERB"
    if (goes_on or token.dep in {"conj", "xcomp", "advcl", "ccomp", "parataxis"}) and (
            view.tokens[above].pos in VERBAL or view.children(above, "nsubj", "cop")):  # fmt: skip
        if token.dep == "ccomp" and view.language == "en":
            return ()
        means = any(view.folded[i] in view.words.agent_case for i in view.children(head, "mark"))  # "acted by sending"
        if view.folded[above] in saying_verbs(view.language) and not means and not only_thought(view, above):
            return ()  # who tells of it did not do or suffer it
        own = subjects(view, above) if token.dep != "xcomp" else _controllers(view, above)
        return tuple(i for i in own if token.dep in {"ccomp", "xcomp"} or may_go_on(view, head, i))
    if view.folded[above] in view.words.light:
        return subjects(view, above)
    if token.dep.startswith("acl") and at_a_place:
        return _understood(view, head)  # "huyó hacia el monte, donde abandonó": the hill abandoned nothing
    after = view.language == "en" and view.children(head, "mark") and view.children(above, "cop")
    if token.dep.startswith("acl") and after and (own := view.children(above, "nsubj")):
        return own  # "is in custody after being extradited"
    if token.dep.startswith("acl") and view.tokens[above].pos in NOMINAL:
        return _attempters(view, above) if _is_infinitive(view, head) else (_bearer(view, above),)
    return _of_verb_above(view, head)


def _of_nearer_clause(view: View, head: int) -> tuple[int, ...]:
    """Return the subject of the clause right before an English verb that the parser hangs on an earlier one.

    "Days after gunmen took nine people, soldiers freed them and arrested a man": the soldiers arrested him.
    """
    above = view.tokens[head].head
    if view.language != "en" or view.tokens[head].dep != "conj" or above > head:
        return ()
    between = [i for i in view.children(above, "conj") if above < i < head and view.tokens[i].pos in VERBAL]
    own = view.children(between[-1], "nsubj") if between else ()
    goes_on = bool(between) and any(t.pos == "VERB" for t in view.tokens[between[-1] + 1 : head])
    return subjects(view, between[-1]) if own and not goes_on else ()


def _fronted(view: View, head: int) -> int | None:
    """Return the noun that opens an English sentence, behind whose long aside the verb stands without a subject.

    "Los Pardos, a splinter group believed to be led by his sons, has killed six": the parser gives it to "believed".
    """
    at = head - 1
    while at > 0 and view.tokens[at].pos in {"AUX", "ADV"}:
        at -= 1
    if view.language != "en" or view.headline or at < 3 or view.tokens[at].text != ",":
        return None
    first = next((i for i in range(min(at, 5)) if view.tokens[i].dep.startswith("nsubj")), None)
    if first is None or not head > view.tokens[first].head > first:
        return None
    after = view.inside(phrase_span(view, first))[-1] + 1
    aside = view.tokens[after].text == "," and after < at and view.tokens[after + 1].pos == "DET"
    return first if aside else None


def _is_number(view: View, index: int) -> bool:
    numeral = view.numeral_at(index)
    return numeral is not None and numeral.sense == "number"


def _of_verb_above(view: View, head: int) -> tuple[int, ...]:
    """ "sacaron a dos vecinos y los mataron": the parser ties the second verb to the noun."""
    token = view.tokens[head]
    if token.dep != "conj" or not token.has("VerbForm=Fin") or view.language != "es":
        return ()
    verb = next((i for i in view.ancestors(token.head) if view.tokens[i].pos in VERBAL), None)
    return tuple(i for i in subjects(view, verb) if agree(view, head, i)) if verb is not None else ()


def _is_no_subject(view: View, index: int) -> bool:
    """Tell whether a noun taken for the subject says when ("la víspera chocaron") or to whom ("a los presentes")."""
    if view.language == "es" and view.case_of(index) in {"a", "al", "en"}:
        return True
    if view.language == "en" and _says_where(view, index):
        return True
    dated = any(d.span.overlaps(view.tokens[index].span) for d in view.dates)
    return dated or view.folded[index] in times(view.language) or _opens_as_state(view, index)


def _says_where(view: View, index: int) -> bool:
    """Tell whether a name taken for a second subject is a place behind its preposition: "police in St Ada seized"."""
    place = next((p.span for p in view.places if p.span.overlaps(view.tokens[index].span)), None)
    first = view.inside(place)[0] if place is not None else 0
    return first > 0 and view.tokens[first - 1].pos == "ADP" and view.folded[first - 1] in view.words.where_case


def _opens_as_state(view: View, index: int) -> bool:
    """Tell whether a bare Spanish adjective opens the sentence: in "Sanos y salvos regresaron 16" the 16 return."""
    if index or view.language != "es" or view.headline or view.tokens[0].pos != "ADJ":
        return False
    return not view.children(0, "det") and bool(view.children(view.tokens[0].head, "obj", "nsubj")[-1:] > (0,))


def _is_infinitive(view: View, head: int) -> bool:
    return view.tokens[head].has("VerbForm=Inf") or any(view.folded[i] == "to" for i in view.children(head, "mark"))


def _tells_its_people(view: View, head: int) -> bool:
    """Tell whether people stand behind a Spanish verb without "a": its subject, though the parser has an object."""
    behind = (i for i in view.children(head, "obj", "nsubj") if i > head and not view.case_of(i))
    return view.language == "es" and any(noun_of(view, i) is not None for i in behind)


def _bearer(view: View, noun: int) -> int:
    """Return the people who carry what a verb hangs on: of "men with rifles fired on the post" the men."""
    above = view.tokens[noun].head
    carried = view.folded[noun] in weapons(view.language) and view.case_of(noun) in view.words.bearing
    return above if carried and noun_of(view, above) is not None else noun


def _attempters(view: View, noun: int) -> tuple[int, ...]:
    """Return who makes the attempt that an infinitive spells out: "were killed in an attempt to free him"."""
    own = by_phrases(view, noun) + tuple(i for i in view.children(noun, "nmod:poss") if view.tokens[i].pos in NOMINAL)
    if own:
        return own
    above = next((i for i in view.ancestors(noun) if view.tokens[i].pos in VERBAL), None)
    return subjects(view, above) if above is not None else ()


def _numbered_between(view: View, above: int, head: int) -> int | None:
    """Return the number after the conjunction between two verbs: "four were killed and two more have gone missing"."""
    start = next(
        (i for i in range(head - 1, above, -1) if view.tokens[i].pos == "CCONJ" or view.tokens[i].text == ","), None
    )
    if start is None:
        return None
    if view.tokens[head].dep != "conj" and view.tokens[start].pos != "CCONJ":
        return None
    numbers = [i for i in range(start + 1, head) if (n := view.numeral_at(i)) is not None and n.sense == "number"]
    return counted_by(view, numbers[0]) if numbers else None


def _controllers(view: View, verb: int) -> tuple[int, ...]:
    """ "forced the guards to flee": the object controls; "managed to flee": the subject does."""
    found = tuple(i for i in view.children(verb, "obj") if view.tokens[i].pos in NOMINAL)
    return found or subjects(view, verb)


def _relative_object(view: View, head: int) -> bool:
    """Tell whether a finite verb's relative pronoun is its object: "los rehenes que mantenía"."""
    if view.language != "es" or not view.tokens[head].has("VerbForm=Fin"):
        return False
    return any(view.folded[i] in view.words.relative for i in view.children(head, "obj"))


def _understood(view: View, head: int) -> tuple[int, ...]:
    """Return the unsaid subject of a Spanish relative clause: that of the verb above, where the two agree."""
    if view.language != "es" or not view.tokens[head].dep.startswith("acl"):
        return ()
    above = next((i for i in view.ancestors(head) if view.tokens[i].pos in VERBAL), None)
    found = subjects(view, above) if above is not None else ()
    return tuple(i for i in found if agree(view, head, i))


def objects(view: View, match: Match) -> tuple[int, ...]:
    verb = match.head
    if view.language == "es" and view.folded[verb] == "se":  # "a tres vecinos se los llevaron": the verb's own objects
        verb = next((i for i in range(verb + 1, match.last + 1) if view.tokens[i].pos == "VERB"), verb)
    return _objects(view, match, verb)


def _objects(view: View, match: Match, head: int) -> tuple[int, ...]:
    token = view.tokens[head]
    if token.dep == "amod" and token.head > head and view.language == "en":
        return (token.head,)
    found = [i for i in view.children(head, "obj", "iobj") if view.tokens[i].pos in NOMINAL | {"ADJ", "DET"}]
    found = [named_beside_time(view, i) for i in found if view.tokens[i].text[0].isalnum()]  # a dash is no object
    found = [i for i in found if view.case_of(i) not in view.words.manner_of]
    if view.language == "es":
        found = [
            i for i in found if view.case_of(i) or i not in behind_clitic(view, head)
        ]  # "lo agarraron unos agentes"
        found += [i for i in view.children(head, "nsubj") if is_fronted(view, head, i)]
        found += [
            i
            for i in view.children(head, "obl", "obl:arg", "nmod")
            if view.case_of(i) in {"a", "al"}
            and (i > head or _doubled(view, i, head) or view.folded[i] in view.words.relative)
            and view.folded[i] not in view.words.manner
        ]
    else:
        # "gunned down thirteen men": the parser takes an object after a particle for a circumstance.
        found += [
            i
            for i in view.children(head, "obl")
            if match.last < i and (not view.case_of(i) or _only_bounds(view, i)) and _touches(view, match.last, i)
        ]
    relative = [i for i in found if view.folded[i] in view.words.relative] + _objects_by_number(view, head)
    found = [
        i
        for i in found
        if i not in relative and view.folded[i] not in {"se", "lo", "los", "la", "las", "le", "les", "it"}
    ]
    if relative and not [i for i in found if not _is_aim(view, match, i)]:
        return antecedent_of(view, head)
    last = [i for i in view.children(match.last, "obj", "nmod") if match.last != head and i not in found]
    found += [i for i in last if view.tokens[i].dep == "obj" or view.case_of(i) in view.words.patient_case]
    if any(view.case_of(i) in {"a", "al"} for i in found):
        found = [i for i in found if i != match.last]  # "dieron muerte a tres": the rule's own noun suffers nothing
    return tuple(dict.fromkeys(found))


def _is_aim(view: View, match: Match, index: int) -> bool:
    """Tell whether Spanish "a" leads to where somebody is sent: "los 300 soldados que Quito mandó a Tulcán"."""
    sent = match.rule.event == "deployment" and view.case_of(index) in view.words.object_mark
    return sent and noun_of(view, index) is None and not view.children(index, "nummod")


def _objects_by_number(view: View, head: int) -> list[int]:
    """Return a relative pronoun taken for the subject with which its verb does not agree: it is the object."""
    told = [i for i in view.children(head, "nsubj") if view.folded[i] in view.words.relative]
    return [i for i in told if resolve_relative(view, head, i) is None and antecedent_of(view, head)]


def _only_bounds(view: View, head: int) -> bool:
    """Tell whether what looks like its preposition belongs to a number: "hurt at least ten"."""
    numbers = (view.numeral_at(i) for i in view.children(head, "nummod"))
    bounds = [n.span for n in numbers if n is not None and n.sense == "number"]
    cases = [view.tokens[i].span for i in view.children(head, "case")]
    return bool(bounds) and all(any(bound.covers(case) for bound in bounds) for case in cases)


def _touches(view: View, last: int, head: int) -> bool:
    """Tell whether nothing but the phrase's own words stands between the verb and its noun."""
    return all(
        view.tokens[i].head in range(last, head + 1) and view.tokens[i].pos != "VERB" for i in range(last + 1, head)
    )


def _doubled(view: View, index: int, head: int) -> bool:
    """ "A 14 los había entregado el grupo": an object before its verb is taken up again by a pronoun."""
    between = range(index + 1, head)
    return any(view.folded[i] in view.words.clitics and view.tokens[i].pos == "PRON" for i in between)


def taken_up(view: View, head: int, agents: tuple[int, ...]) -> tuple[int, ...]:
    """Return whom the verb's object pronoun stands for: "sacaron al líder de su casa y lo mataron".

    The nearest noun for people before it of the same number and gender; () where there is no pronoun or no such noun.
    """
    pronoun = next((i for i in view.children(head, "obj", "iobj") if view.folded[i] in view.words.clitics), None)
    if pronoun is None or view.language != "es":
        return ()
    acting = {i for agent in agents for i in view.subtree(agent)}
    for at in range(pronoun - 1, -1, -1):
        if at not in acting and is_somebody(view, at) and stands_for(view, pronoun, at):
            return tuple(coordinated(view, at))
    return ()


def by_phrases(view: View, head: int) -> tuple[int, ...]:
    return tuple(
        i for i in view.children(head, "obl", "nmod", "obj", "iobj")
        if view.case_of(i) in view.words.agent_case and not _is_cause(view, i)
        and (view.tokens[i].pos in NOMINAL or noun_of(view, i) is not None)
    )  # fmt: skip


def companions(view: View, heads: tuple[int, ...]) -> tuple[int, ...]:
    """Return people who share the fate of ``heads``: "along with five others", "junto con Ana Lima", "… con su hijo".

    A bare "with" joins them only where "other" says that they are of the same kind.
    """
    found = [i for h in heads for i in view.children(h, "obl", "nmod", "obj", "conj") if i > h]
    return tuple(i for i in found if _in_company(view, i))


def _in_company(view: View, index: int) -> bool:
    case = view.case_of(index)
    first = min([index, *view.children(index, "case")])
    if f"{view.folded[first - 1]} {case}" in view.words.company:
        case = f"{view.folded[first - 1]} {case}"  # the parser hangs "along" on the verb
    if case not in view.words.company:
        return False
    inside = view.folded[first : index + 1]
    others = bool(view.words.more & set(inside)) or view.folded[index] in view.words.more
    counted = any(view.numeral_at(i) is not None for i in range(first, index + 1))
    if counted and (others or " " in case):
        return True
    return " " in case and (is_name(view, index) or noun_of(view, index) is not None)


def _is_cause(view: View, index: int) -> bool:
    """ "por el delito de", "por su presunta participación", "by gunfire" name no agent."""
    return view.folded[index] in view.words.causes
