"""Arguments of nouns for events and of words for a state."""

from __future__ import annotations

from recuento.extract.listed_so import bounded_behind
from recuento.extract.naming import party_side
from recuento.extract.nearness import counted_by
from recuento.extract.phrases import coordinated, fits, is_name, noun_of
from recuento.extract.relatives import phrase_head, resolve_relative
from recuento.extract.triggers import Match
from recuento.extract.verbs import by_phrases, subjects
from recuento.extract.view import NOMINAL, VERBAL, View
from recuento.lexicon.grammar import saying_verbs, stance, verb_set
from recuento.lexicon.triggers import OF_PEOPLE

__all__ = ["causers", "of_noun", "of_state"]

# "the torture of soldiers" is suffered by them, as what a claim or a denial is of is what it is about.
_OF_THOSE_HARMED = frozenset({"torture", "sexual_violence", "disappearance", "displacement", "abduction", "extortion"})

# "the army's haul" is the army's doing
_BY_THE_STATE = frozenset({"seizure", "deployment", "operation"})

_ATTACKS = frozenset({"attack", "bombing"})
_AROUND = 3  # words: "the state is morally and politically responsible"


def of_noun(view: View, match: Match) -> tuple[tuple[int, ...], tuple[int, ...]]:
    """Return (agents, patients) of a noun for an event ("the kidnapping of 66 people by gunmen")."""
    if bearers := _bearers(view, match):
        return (), bearers
    head = match.last if match.rule.form == "nominal" else match.head
    heads = [match.head] if match.head == head else [match.head, head]
    patients: list[int] = []
    agents: list[int] = []
    for h in heads:
        agents += [*_carried_out_by(view, h), *_answerable_for(view, h)]
        for child in view.children(h, "nmod", "obl", "acl"):
            case = view.case_of(child)
            if case in view.words.agent_case or _did_it(view, match, child, case):
                agents.append(child)
            elif match.rule.event == "clash" and case in view.words.opponent_case:
                sides = _sides(view, child)
                patients += [] if len(sides) > 1 else sides
                agents += sides if len(sides) > 1 else []
            elif child > h and (case in view.words.patient_case or (case == "to" and match.rule.counts)):
                patients += _past_destination(view, h, child) if case == "to" else [child]
        if view.language == "en":
            patients += [i for i in view.children(h, "obj") if i > h and not view.case_of(i)]  # "for kidnapping nine"
        owners = [i for i in view.children(h, "nmod:poss") if view.tokens[i].pos in {"NOUN", "PROPN"}]
        doers = [i for i in (*owners, *view.children(h, "compound")) if _did_it(view, match, i, "of")]
        agents += doers
        patients += [i for i in owners if i not in doers]
        if match.rule.counts:
            patients += [i for i in view.children(h, "compound") if _is_victim_before(view, i, h)]
    theirs = (i for i in view.children(head, "nmod:poss") if view.tokens[i].pos == "PRON")
    if not patients and view.language == "en" and any(theirs):
        return tuple(dict.fromkeys(agents)), ()  # "their rescue came a day after 33 others were freed" is theirs
    patients = _without_receivers(view, patients)
    if not patients:
        patients = _shared_complement(view, match.head) or _made_up_of(view, match) or _past_place(view, match.head)
        patients = patients or _past_colon(view, match)
    patients = patients or _turned_on(view, match) or bounded_behind(view, match) or _past_aside(view, match.head)
    counts_people = view.language == "en" and match.rule.counts is not None and match.rule.patient in OF_PEOPLE
    if match.rule.event == "body_found" or counts_people:
        patients = patients or _right_behind(view, match.last)
    return tuple(dict.fromkeys(agents)), tuple(dict.fromkeys(patients))


def _turned_on(view: View, match: Match) -> list[int]:
    """Return what a Spanish attack is on, right behind its noun, though the parser hangs it on a word before.

    "Responsable política en ataque a Mercado Palomar".
    """
    mark = match.last + 1
    if view.language != "es" or match.rule.event not in _ATTACKS or mark >= len(view.tokens):
        return []
    attacked = view.tokens[mark].head
    case = view.tokens[mark].dep == "case" and view.folded[mark] in view.words.object_mark
    return [attacked] if case and mark < attacked <= mark + _AROUND else []


def _without_receivers(view: View, patients: list[int]) -> list[int]:
    """Leave out to whom Spanish hands over what its noun is of: "la entrega de tres rehenes a la Cruz Roja"."""
    marks = view.words.object_mark
    of = [i for i in patients if view.case_of(i) in view.words.of]
    return [i for i in patients if view.case_of(i) not in marks] if of and marks else patients


def _past_destination(view: View, noun: int, child: int) -> list[int]:
    """Return whom a noun is of behind where they go: "the extradition to the United States of Ana Ruiz"."""
    behind = [i for h in (noun, child) for i in view.children(h, "nmod") if view.case_of(i) in view.words.of]
    return [i for i in behind if i > child] or [child]


def _bearers(view: View, match: Match) -> tuple[int, ...]:
    """Return who is found or comes with a wound: "a boy with a gunshot wound", "arrived with a bullet wound"."""
    noun = match.last
    if match.rule.event != "attack" or match.rule.counts is None or view.case_of(noun) not in view.words.bearing:
        return ()
    above = view.tokens[noun].head
    if view.tokens[above].pos not in VERBAL:
        return (above,)
    suffered = tuple(i for i in view.children(above, "obj", "nsubj:pass") if view.tokens[i].pos in NOMINAL)
    return suffered or subjects(view, above)


def _is_victim_before(view: View, index: int, noun: int) -> bool:
    """Tell whether a noun before another names who suffers it: "teacher killings", never "baby shower killings"."""
    if view.tokens[index].pos not in {"NOUN", "PROPN"}:
        return False
    return is_name(view, index) or (index == noun - 1 and noun_of(view, index) is not None)


def _sides(view: View, first: int) -> list[int]:
    """Return the sides of a clash that begin with ``first``.

    "entre rebeldes del Frente Sur y soldados": the parser ties the second to the nearest noun as often as not.
    """
    sides = coordinated(view, first)
    if len(sides) == 1 and view.case_of(first) in view.words.among | {"between"}:
        sides += [i for i in view.subtree(first) if view.tokens[i].dep == "conj" and noun_of(view, i) is not None][:1]
    return sides


def _carried_out_by(view: View, noun: int) -> list[int]:
    """Return who is said to carry out what a noun names: "tropas realizaron un bombardeo", "ataque perpetrado por".

    "Comenzó el ataque por parte de un grupo": the parser hangs those who attack on the verb.
    """
    verb = view.tokens[noun].head
    if view.language == "en" and view.folded[verb] in view.words.works and view.children(verb, "cop"):
        return [i for i in view.children(verb, "nmod") if view.case_of(i) in view.words.of]  # "was the work of a gang"
    if view.language == "en" and view.case_of(noun) in view.words.bearing and view.tokens[noun].dep == "obl":
        return [i for i in subjects(view, verb) if party_side(view, i) == "state"]  # "reacted with the dispatch of 400"
    if view.folded[verb] in view.words.carries_out:
        return list(subjects(view, verb) if view.tokens[noun].dep == "obj" else by_phrases(view, verb))
    participles = [i for i in view.children(noun, "acl", "amod") if view.folded[i] in view.words.carries_out]
    found = [i for participle in participles for i in by_phrases(view, participle)]
    if found or view.tokens[noun].dep.split(":")[0] not in {"obj", "nsubj"}:
        return found
    return [i for i in by_phrases(view, verb) if " " in view.case_of(i)]


def _answerable_for(view: View, noun: int) -> list[int]:
    """Return whom the sentence calls the author of what a noun names: "the gang was behind the attack".

    "He is the mastermind of the kidnapping", "the cartel is responsible for the killing". Who is "morally responsible"
    for it, or by what he left undone, did not do it.
    """
    case, above = view.case_of(noun), view.tokens[noun].head
    if case in view.words.behind and view.children(noun, "cop"):
        return list(view.children(noun, "nsubj"))
    author = view.folded[above] in view.words.authors and view.children(above, "cop")
    if author and not view.words.answers_only.isdisjoint(view.folded[max(0, above - _AROUND) : above + _AROUND + 1]):
        return []
    fits_noun = author and case in view.words.of | view.words.behind | view.words.author_case
    return list(view.children(above, "nsubj")) if fits_noun else []


def _did_it(view: View, match: Match, index: int, case: str) -> bool:
    """Tell whether what a noun is "of" did it: "un ataque de sujetos armados", "the gunmen's attack", "a police raid".

    A noun that counts those who suffered it ("the killing of two gunmen") is of them.
    """
    by_state = match.rule.event in _BY_THE_STATE and index < match.head and party_side(view, index) == "state"
    if by_state and case in view.words.of:
        return True  # "the army's haul"
    if match.rule.counts is not None or match.rule.event in _OF_THOSE_HARMED or case not in view.words.of:
        return False
    if party_side(view, index) in {"state", "armed_group"}:
        return True
    noun = noun_of(view, index)
    plain = match.rule.event == "attack" and view.language == "es" and view.tokens[index].has("Number=Plur")
    return plain and noun is not None and not noun.victim and view.folded[index] in view.words.strangers


# Verbs that say what a count consists of: "Seizures comprised 31 long guns", "los decomisos suman 12 fusiles".


def _made_up_of(view: View, match: Match) -> list[int]:
    token = view.tokens[match.head]
    if match.rule.counts is None:
        return []
    # The parser takes "Seizures comprised …" for seizures that something comprised: the next word is asked too.
    heads = [token.head] if token.dep.startswith("nsubj") else []
    heads += [match.last + 1] if match.last + 1 < len(view.tokens) else []
    verb = next((i for i in heads if view.folded[i] in view.words.comprises), None)
    if verb is None:
        return []
    found = [i for i in view.children(verb, "obj", "xcomp", "obl") if i > match.head and view.tokens[i].pos in NOMINAL]
    found = [i for i in found if view.language == "es" or view.case_of(i) in {"", "to", *view.words.of}]
    if not found and verb + 1 < len(view.tokens) and view.numeral_at(verb + 1) is not None:
        found = [counted_by(view, verb + 1)]  # a long list with "he said" at its end is hung on the saying
    return found


def _past_colon(view: View, match: Match) -> list[int]:
    """Return the people counted right behind the noun's colon: "the mass kidnapping: 31 miners, marched off"."""
    at = match.last + 2
    colon = match.rule.counts is not None and at < len(view.tokens) and view.tokens[at - 1].text == ":"
    numeral = view.numeral_at(at) if colon else None
    if numeral is None or numeral.sense != "number":
        return []
    found = counted_by(view, view.inside(numeral.core)[-1])
    if match.rule.counts == "seized" and view.language == "en":
        return [found] if fits(view, found, "thing") else []
    return [found] if fits(view, found, "human") and found != view.inside(numeral.core)[-1] else []


def _past_place(view: View, head: int) -> list[int]:
    """Return what the parser hangs on the place between: "the kidnapping in Venezuela of the catcher"."""
    places = [i for i in view.children(head, "nmod", "obl") if i > head and view.case_of(i) in view.words.where_case]
    found = [(at, i) for at in places for i in view.children(at, "nmod") if view.case_of(i) in view.words.of]
    return [i for at, i in found if not _is_address(view, at, i) and _is_somebody(view, i)]


def _is_address(view: View, place: int, index: int) -> bool:
    """Tell whether a street is what the place is of: "in the 700 block of Ana Ruiz Avenue"."""
    return f"{view.folded[place]} {view.case_of(index)}" in view.words.address


def _is_somebody(view: View, index: int) -> bool:
    """Tell whether the word names people: a capital alone may be the rest of a place."""
    named = any(n.kind == "person" and n.span.overlaps(view.tokens[index].span) for n in view.names)
    return named or noun_of(view, index) is not None or (fits(view, index, "human") and not is_name(view, index))


def _past_aside(view: View, head: int) -> list[int]:
    """Return the counted people behind an aside: "la desaparición, desde diciembre, de cuatro personas"."""
    for at in range(head + 2, min(head + 9, len(view.tokens) - 1)):
        if view.tokens[at].pos in VERBAL:
            return []
        closed = view.tokens[at - 1].text in {",", "—", "–"} and view.folded[at] in view.words.of
        if closed and view.numeral_at(at + 1) is not None:
            found = counted_by(view, at + 1)
            return [found] if fits(view, found, "person") else []
    return []


def _right_behind(view: View, noun: int) -> list[int]:
    """Return the counted people whom "of" right behind the noun leads to, whatever syntax ties them to.

    "The remains of 12 people were found": taken for the subject of the verb.
    """
    if view.language == "en":
        noun = _past_when_and_where(view, noun)
    if noun + 2 >= len(view.tokens) or view.folded[noun + 1] not in view.words.of:
        return []
    for at in range(noun + 2, min(noun + 6, len(view.tokens))):
        numeral = view.numeral_at(at)
        if numeral is not None:
            found = counted_by(view, view.inside(numeral.core)[-1])
            return [found] if numeral.sense == "number" and fits(view, found, "person") else []
    return []


def _past_when_and_where(view: View, noun: int) -> int:
    """Return the last token of a day or place told right behind a noun: "the kidnapping on Monday of 44 people"."""
    if noun + 2 >= len(view.tokens) or view.tokens[noun + 1].pos != "ADP" or view.folded[noun + 1] in view.words.of:
        return noun
    told = (*(d.span for d in view.dates), *(p.span for p in view.places))
    found = next((span for span in told if span.start == view.tokens[noun + 2].span.start), None)
    return view.inside(found)[-1] if found is not None else noun


def _shared_complement(view: View, head: int) -> list[int]:
    """Return what the last of several nouns is of: "the kidnapping and murder of four people"."""
    mates = [i for i in view.children(head, "conj") if i > head] + (
        [view.tokens[head].head] if view.tokens[head].dep == "conj" else []
    )
    return [i for mate in mates for i in view.children(mate, "nmod") if view.case_of(i) in view.words.of and i > head]


def of_state(view: View, head: int) -> tuple[int, ...]:
    """Whoever the state is said of: the word itself when counted, the noun it modifies, or the object of "leave"."""
    token = view.tokens[head]
    if view.numeral_at(head) or any(view.numeral_at(i) for i in view.children(head, "nummod", "advmod") if i < head):
        return (head,)
    if token.dep == "obj" and _after_a(view, token.head, head):
        return _after_a(view, token.head, head)
    if head and view.tokens[head - 1].pos == "NUM" and view.numeral_at(head - 1) and token.pos == "ADJ":
        return (head,)  # "one injured and one dead"
    if token.dep == "conj" and view.headline and view.tokens[token.head].pos in {"VERB", "ADJ"} and token.head < head:
        return of_state(view, token.head)  # "two men tortured and executed"
    if token.dep in {"amod", "acl", "xcomp", "nmod", "appos"} and token.pos in {"ADJ", "VERB", "ADV", "NOUN"}:
        above = token.head
        stranded = above > head and view.tokens[head + 1].pos in {"CCONJ", "PUNCT"}
        if view.tokens[above].pos in NOMINAL and token.dep in {"amod", "acl"} and not stranded:
            return (_first_of(view, above) if above < head else above,)
        objects = view.children(above, "obj") or _after_a(view, above, head)
        objects = objects or (view.children(above, "iobj") if view.language == "en" else ())  # "found him guilty"
        if objects and token.dep == "xcomp":
            return tuple(objects)
        if token.dep == "xcomp" and view.folded[above] in view.words.light and _between(view, above, head):
            return (head - 1,)
        if token.dep == "xcomp" and view.folded[above] in view.words.light:
            return subjects(view, above)
    those = _by_measure(view, head) or _told_behind(view, head)
    if those is not None:
        return (those,)
    named = view.children(head, "nsubj")
    if named and view.children(head, "cop", "aux"):
        return tuple(i for i in (resolve_relative(view, head, s) for s in named) if i is not None)
    left = _left_neighbour(view, head)
    if left is not None:
        return (left,)
    return (head,)


def _by_measure(view: View, head: int) -> int | None:
    """Return the Spanish measure that a noun is of: "más de medio millar de militares"."""
    at = head - 2
    measured = view.language == "es" and at >= 0 and view.folded[head - 1] == "de" and view.tokens[head].head == at
    return at if measured and view.tokens[at].pos == "NOUN" and view.numeral_at(at) is not None else None


def _told_behind(view: View, head: int) -> int | None:
    """Return of whom a Spanish sentence that opens with a state tells it: "Heridos, pero a salvo, están los dos"."""
    verb = view.tokens[head].head
    if head or view.language != "es" or view.headline or verb <= head or view.tokens[head].dep != "nsubj":
        return None
    behind = (i for i in view.children(verb, "nsubj", "obj") if i > verb and not view.case_of(i))
    stays = view.folded[verb] in view.words.light | view.words.be | view.words.there_are
    return next((i for i in behind if noun_of(view, i) is not None), None) if stays else None


def _between(view: View, verb: int, head: int) -> bool:
    """Tell whether the noun between belongs to the state, not to its cause: "the attack left a man dead"."""
    beside = view.tokens[head - 1]
    passive = view.children(verb, "aux:pass", "nsubj:pass")
    return verb < head - 1 and not passive and beside.pos in {"NOUN", "PROPN"} and noun_of(view, head - 1) is not None


def _after_a(view: View, verb: int, head: int) -> tuple[int, ...]:
    """Return a Spanish personal object taken for a circumstance: "dejaron heridos a sus dos hijos"."""
    if view.language != "es":
        return ()
    return tuple(i for i in view.children(verb, "obl") if i > head and view.case_of(i) in {"a", "al"})


def _left_neighbour(view: View, head: int) -> int | None:
    """ "two women, a youth and a teenager dead", "12 suspected gunmen dead": the phrase that ends just before."""
    at = head - 1
    if at < 0 or view.tokens[at].pos not in {"NOUN", "PROPN", "NUM"}:
        return None
    if view.tokens[head].pos == "NOUN" and view.language == "es" and view.tokens[at].pos != "NUM":
        return None
    return _first_of(view, phrase_head(view, at))


def _first_of(view: View, head: int) -> int:
    """Return the first of coordinated phrases: "12 gunmen and two soldiers dead" is said of both."""
    while view.tokens[head].dep in {"conj", "appos"} and view.tokens[view.tokens[head].head].pos in NOMINAL:
        above = view.tokens[head].head
        if view.tokens[head].dep == "appos" and head not in coordinated(view, above):
            break
        known = noun_of(view, above)
        if known is not None and known.victim:
            break  # "dos muertos y seis policías heridos"
        head = above
    return head


def causers(view: View, head: int) -> tuple[int, ...]:
    """Who left somebody dead: the subject of the verb above, when it names someone."""
    for above in view.ancestors(head):
        if view.tokens[above].pos in VERBAL:
            if view.folded[above] in saying_verbs(view.language) or view.folded[above] in view.words.gives_figures:
                return ()  # who says "three dead" killed nobody
            if view.children(above, "aux:pass", "nsubj:pass"):
                return ()  # who was left dead left nobody dead
            if view.folded[above] in verb_set(stance(view.language).comes_upon, view.language):
                return ()  # who finds three dead killed nobody
            return tuple(i for i in subjects(view, above) if i != head and head not in view.subtree(i))
    return ()
