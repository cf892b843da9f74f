"""Which of a trigger"s phrases its rule counts, and when an event stands without any."""

from __future__ import annotations

from dataclasses import replace

from msgspec import structs

from recuento.extract.alone import found_alone, is_multiple, told_alone
from recuento.extract.arguments import Arguments
from recuento.extract.asides import only_says_who, without_renamings, without_set_apart
from recuento.extract.beyond import is_beyond
from recuento.extract.choice_headline import follows_another_verb, of_headline
from recuento.extract.differences import past_the_difference
from recuento.extract.figures import Counting, counted_phrases
from recuento.extract.households import as_people
from recuento.extract.left_there import without_left_there
from recuento.extract.lists import bare_items_after, items_after, kit_after, things_after
from recuento.extract.made_precise import made_precise
from recuento.extract.none_there import none_there
from recuento.extract.parts import told_of_them
from recuento.extract.phrases import content_head, coordinated, fits, is_name, is_thing, noun_of
from recuento.extract.predicated import predicated
from recuento.extract.pronouns import befell_one_told
from recuento.extract.rectified import rectified
from recuento.extract.shares import as_shares, as_wholes
from recuento.extract.speakers import kind_of
from recuento.extract.standing import bare_event_stands
from recuento.extract.states import has_own_state, other_states
from recuento.extract.terms import without_terms
from recuento.extract.told_after import told_after
from recuento.extract.triggers import Match, find_triggers
from recuento.extract.view import VERBAL, View
from recuento.extract.wholes import the_whole, without_listed, without_parts, without_wholes
from recuento.lexicon.people import weapons
from recuento.lexicon.triggers import OF_PEOPLE, Patient, trigger_index
from recuento.model.claim import Figure
from recuento.model.count import Count
from recuento.model.span import Span

__all__ = ["countings"]


def countings(view: View, match: Match, args: Arguments) -> list[Counting | None] | str:
    """Return the counted phrases ([None] for an event without a figure), or why the rule yields nothing."""
    rule = match.rule
    word = view.span(match.head, match.last).of(view.text)
    if rule.alone:
        told = told_alone(view, match)
        return [told] if told is not None else f"“{word}” does not say who"
    if rule.counts is None or rule.patient == "none":
        if rule.weak and rule.form == "transitive" and not any(fits(view, p, rule.patient) for p in args.patients):
            return f"“{word}” has another sense without somebody who suffers it"
        return [None] if bare_event_stands(view, match, args) else f"“{word}” names no participant, place or time"
    if (several := _several(view, match)) is not None:
        return [several]
    args = structs.replace(args, patients=tuple(p for p in args.patients if not _is_reflexive(view, p)))
    heads = args.agents if rule.counted == "agent" else _with_list(view, match, args.patients)
    states = other_states(view, match)
    phrases = [
        c
        for p in heads
        for c in counted_phrases(view, p)
        if c.head not in states
        or (view.language == "es" and args.voice == "passive" and p in args.patients)
        or (p in args.patients and c.head == content_head(view, p) and (c.head != p or view.numeral_at(p) is None))
    ]
    phrases = without_terms(view, match, phrases)
    phrases = as_shares(view, list({(c.head, c.span): c for c in phrases}.values()))
    phrases = as_wholes(phrases) if args.voice in {"state", "modifier"} else phrases
    found = [
        c
        for c in phrases
        if _countable(view, c, match, args)
        and not has_own_state(view, c, match)
        and not _has_own_verb(view, c, match, args)
    ]
    if found and not (found := without_left_there(view, match, found)):
        return f"“{word}”: what was found stays where it is"
    found = without_renamings(view, [c for c in found if not only_says_who(view, c, match)])
    found = [as_people(view, c) for c in found if _is_somebody(view, c, match)]
    found = [c for n, c in enumerate(found) if not n or not _is_his_name(view, found[n - 1], c)]
    # "A Diego Rosas, sobrino de Ángel Rosas, alias Tarántula": one man.
    found = [c for c in found if len(found) == 1 or view.folded[c.head] not in view.words.nickname]
    found = [c for c in found if not _moved_by_a_figure(view, c, match)]
    found = [c for c in without_listed(found) if not is_beyond(view, match, c, args.patients)]
    found = without_set_apart(view, match, found)
    found = [_clipped(view, c, match) for c in found if c.figure is None or not _inside_trigger(view, c, match)]
    if rule.counts != "seized":
        found = [c for c in found if c.numeral is None or c.numeral.sense == "number"]
    if rule.counts in _PEOPLE:
        found = [past_the_difference(view, _without_units(view, c)) for c in found]
    if _tells_which(view, match, args):
        found = [the_whole(view, c) for c in found] if view.language == "es" else found
    elif args.voice != "modifier":
        found = without_wholes(view, found, state=match.head if rule.form == "state" else None)
    found = [made_precise(view, match, rectified(view, c)) for c in without_parts(found)]
    listed = found if args.voice == "among" else _one_list(view, match, found)
    found = [c for c in listed if not _only_described(view, c, match, args)]
    if rule.counts == "seized" and found:
        # "17 vehicles seized, nine of them armoured": the nine are no second seizure.
        found = [c for c in found if c.numeral is None or not told_of_them(view, c.numeral)] or found
        return [c for c in found if not _in_brackets(view, c.head) or _in_brackets(view, found[0].head)]
    if rule.least:
        found = [c for c in found if c.figure is not None and (c.figure.count.at_least >= rule.least or _unit(view, c))]
    figures: list[Counting | None] = [c for c in found if c.figure is not None]
    if figures:
        return of_headline(view, found) if view.headline else figures
    return _without_figure(view, match, args, found)


def _several(view: View, match: Match) -> Counting | None:
    """Return how many a word for several deaths tells of: "a double murder", "they find beheaded"."""
    several = told_alone(view, match) if match.rule.counts == "killed" and is_multiple(view, match) else None
    return several or (found_alone(view, match) if match.rule.counts in {"killed", "bodies"} else None)


def _tells_which(view: View, match: Match, args: Arguments) -> bool:
    """Tell whether a clause or an English participle tells of all: "58 of the 66 people whom gunmen dragged off".

    "Of the 57 kidnapped, 49 are free": 57 were kidnapped. So were 15 in "12 de los 15 que fueron secuestrados".
    """
    if view.language == "es":
        return _is_clause_behind(view, match)
    clause = view.tokens[match.head]
    of_all = args.voice == "state" and args.patients == (match.head,) and view.numeral_at(match.head - 1) is not None
    return of_all or (clause.dep == "acl:relcl" and clause.head in args.patients)


def _is_clause_behind(view: View, match: Match) -> bool:
    """Tell whether the Spanish match is the verb of a clause that "que" hangs on a phrase before it."""
    verb = next((i for i in range(match.head, match.last + 1) if view.tokens[i].pos in VERBAL), match.head)
    clause = view.tokens[verb]
    while clause.dep in {"conj", "xcomp"} and clause.head < clause.index:
        clause = view.tokens[clause.head]
    opens = any(view.folded[i] in view.words.relative for i in range(clause.head + 1, match.head))
    return clause.dep in {"acl", "acl:relcl"} and clause.head < clause.index and opens


def _unit(view: View, counting: Counting) -> bool:
    """Tell whether a body of people is counted as one: two battalions are not few."""
    noun = noun_of(view, counting.head)
    return (noun is not None and noun.unit) or view.folded[counting.head] in view.words.force_units


def _without_figure(view: View, match: Match, args: Arguments, found: list[Counting]) -> list[Counting | None] | str:
    """Return what is left where no phrase has a figure: a count of nobody, the event alone, or why nothing."""
    rule = match.rule
    word = view.span(match.head, match.last).of(view.text)
    if (nobody := none_there(view, match)) is not None:
        return [nobody]
    named = rule.form == "state" or "participle" in match.kinds or rule.event == "body_found"
    if rule.counts in _NAMED and named and (told := predicated(view, match)) is not None:
        return [told]
    if rule.counts in _NAMED and rule.form == "transitive" and (told := told_after(view, match)) is not None:
        return [told]
    if befell_one_told(view, match, args):
        return [None]
    if rule.form in {"state", "nominal"} or (rule.weak and not found):
        return f"“{word}”: nobody and nothing is counted"
    if rule.form == "transitive" and not rule.weak and (found or _says_who(view, args)):
        return [None]
    return f"“{word}”: nobody and nothing is counted" if not found else [None]


def _is_his_name(view: View, before: Counting, counting: Counting) -> bool:
    """Tell whether a Spanish name is that of the one person told before a comma: "su fundador, Iván Mora, purga"."""
    if view.language != "es" or before.figure is None or counting.figure is None:
        return False
    one = before.figure.basis == "singular" and counting.figure.basis == "named"
    closed = view.text[counting.span.end : counting.span.end + 1] == ","
    return one and closed and view.text[before.span.end : counting.span.start].strip() == ","


def _is_office(view: View, counting: Counting) -> bool:
    """Tell whether one institution is taken for somebody: "la Secretaría"."""
    if counting.numeral is not None:
        return False
    word = view.tokens[counting.head].text
    office = noun_of(view, counting.head) is None or (view.language == "es" and word.endswith("ía"))
    return office and kind_of(word, view.language) in {"official", "court"}


def _is_somebody(view: View, counting: Counting, match: Match) -> bool:
    """Tell whether the phrase is no event, no place of one, no thing, and no second title of somebody before it."""
    rule, head = match.rule, counting.head
    if rule.patient in OF_PEOPLE and _is_office(view, counting):
        return False
    if rule.event == "deployment" and rule.patient != "force" and noun_of(view, head) is None and is_thing(view, head):
        return False
    whole = counting.definite and counting.figure is not None and counting.figure.basis == "singular"
    if rule.event == "deployment" and whole and view.language == "en":
        return False  # "the army, flown in over the weekend" is no unit of it
    if rule.event == "deployment" and view.language == "en" and view.tokens[match.head].dep == "acl":
        one = counting.figure is not None and counting.figure.basis == "singular"
        if one and view.tokens[match.head].has("VerbForm=Part") and head < match.head:
            return False  # "an officer deployed in Haiti was killed": where he served
    if view.language == "en" and rule.counts != "seized" and _is_make_of_arms(view, head):
        return False
    if rule.form == "transitive" and head == match.last > match.head and _names_event(view, head):
        return False  # "se logró la detención de seis"
    if rule.form == "state":
        own = head in {match.head, match.last}
        one = counting.figure is not None and counting.figure.basis == "singular"
        beside = one and not own and view.tokens[head].dep == "conj"
        if beside and rule.patient == "any" and noun_of(view, head) is None and not is_name(view, head):
            return False  # "the killings, and the boldness of a cartel": what is said beside the state is nobody
        told = own or not _is_event(view, head)
    else:
        events = {m.head for ms in find_triggers(view) for m in ms[:1] if m.rule.form == "nominal"}
        told = head not in events  # "the attack was captured on video"
    many = rule.form == "nominal" and view.folded[match.head] in view.words.masses
    if many and counting.figure is not None and counting.figure.basis == "named":
        return False  # "the massacre of Villa Serena"
    return told and not _is_of_a_thing(view, head) and not _is_another_title(view, counting)


def _is_make_of_arms(view: View, head: int) -> bool:
    """Tell whether a name only says of what make a weapon is: nobody was taken in "a Taurus 9mm pistol was taken"."""
    whole = head
    while view.tokens[whole].dep == "compound" and view.tokens[whole].head > whole:
        whole = view.tokens[whole].head
    arm = view.tokens[whole].pos == "NOUN" and view.folded[whole] in weapons(view.language)
    return whole > head and arm and view.tokens[head].pos == "PROPN" and noun_of(view, head) is None


def _moved_by_a_figure(view: View, counting: Counting, match: Match) -> bool:
    """Tell whether an English verb of figures would count a person: "…, made up of 25 adults" makes nobody."""
    figure = counting.figure
    gives = view.language == "en" and match.rule.patient == "any" and match.rule.counts in _PEOPLE
    told = match.rule.form == "transitive" and figure is not None
    return gives and told and figure is not None and figure.basis in {"named", "singular"}


_NAMED = frozenset(
    {"abducted", "arrested", "bodies", "charged", "displaced", "escaped", "extradited", "freed", "killed", "missing",
     "sanctioned", "wounded"}
)  # fmt: skip
_ALIVE = frozenset({"abducted", "freed", "wounded", "arrested", "escaped"})
_PEOPLE = frozenset({"killed", "bodies", "wounded", "abducted", "missing", "freed"})


def _without_units(view: View, counting: Counting) -> Counting:
    """Return the phrase without a figure where it is one body of people: "a family" killed is not one dead."""
    noun, figure = noun_of(view, counting.head), counting.figure
    whole = noun is not None and noun.unit and figure is not None and figure.basis == "singular"
    return (
        structs.replace(counting, figure=None) if whole and figure is not None and figure.count.exact == 1 else counting
    )


def _names_event(view: View, word: int) -> bool:
    known = trigger_index(view.language).at(view.tokens[word].text, plain=view.plain)
    return any(w.trigger.form == "nominal" and w.trigger.event != "body_found" for w in known)


def _is_of_a_thing(view: View, head: int) -> bool:
    """Tell whether a word for a body only says what the next noun is of: "body parts", "a body bag"."""
    following = view.folded[head + 1] if head + 1 < len(view.tokens) else ""
    return view.folded[head] in view.words.bodies and following in view.words.of_bodies


def _is_another_title(view: View, counting: Counting) -> bool:
    """Tell whether a bare Spanish noun goes on with what one person is: "el maestro y activista", "al juez y poeta"."""
    token = view.tokens[counting.head]
    figure, above = counting.figure, token.head
    if token.dep != "conj" or figure is None or figure.basis != "singular" or view.tokens[above].has("Number=Plur"):
        return False
    if view.children(counting.head, "det", "nummod", "nmod:poss", "case") or noun_of(view, above) is None:
        return False
    article = bool(view.children(above, "det")) or (above > 0 and view.folded[above - 1] in {"al", "del"})
    return view.language == "es" and article and not view.children(above, "nummod")


def _is_event(view: View, head: int) -> bool:
    """Tell whether the word is a noun for an event: of "executions and a clash" the clash is nobody."""
    noun = (m for ms in find_triggers(view) for m in ms if m.head == head and m.rule.form == "nominal")
    return noun_of(view, head) is None and any("noun" in m.kinds for m in noun)


def _has_own_verb(view: View, counting: Counting, match: Match, args: Arguments) -> bool:
    """Tell whether a verb of its own follows a phrase further down the list: "murieron cinco y tres más quedaron …"."""
    if view.headline and follows_another_verb(view, counting, match):
        return True
    told = counting.head in args.patients or counting.head < match.head
    if told or match.rule.form == "state" or match.rule.event in {"body_found", "seizure"}:
        return False
    at = view.inside(counting.span)[-1] + 1
    while at < len(view.tokens) and view.folded[at] in view.words.more | view.words.fillers:
        at += 1
    if at >= len(view.tokens) or match.head <= at <= match.last:
        return False
    verb = view.tokens[at]
    return verb.pos in VERBAL and verb.has("VerbForm=Fin") and verb.dep not in {"acl", "amod"}


def _in_brackets(view: View, head: int) -> bool:
    """Tell whether the word stands in brackets: "21 rifles (three M16 and 18 AK-47)" tells parts of the 21."""
    before = [token.text for token in view.tokens[:head]]
    return before.count("(") > before.count(")")


def _is_reflexive(view: View, index: int) -> bool:
    word = view.folded[index]
    if word in view.words.oneself:
        return False  # "shot himself" tells of one person
    return word in view.words.reflexive and not (view.headline and word in view.words.one_person)


def _says_who(view: View, args: Arguments) -> bool:
    """Tell whether a Spanish sentence names who acts, if not on whom: "sicarios asesinaron de nuevo en la zona".

    In English a verb that kills has its object beside it, or the parser has failed.
    """
    return view.language == "es" and args.voice == "active" and any(fits(view, i, "person") for i in args.agents)


def _only_described(view: View, counting: Counting, match: Match, args: Arguments) -> bool:
    """Tell whether a participle before its noun only says who is meant: "the wounded man spoke to police"."""
    if view.headline or view.tokens[match.head].dep != "amod" or counting.head < match.head:
        return False
    if args.voice != "modifier" and not (args.voice == "state" and counting.definite):
        return False
    return counting.figure is not None and counting.figure.basis == "singular"


def _with_list(view: View, match: Match, patients: tuple[int, ...]) -> list[int]:
    """Return the patients and the items of their list that syntax lost; a list of people goes on with people."""
    if not patients:
        return []
    heads = [h for p in patients for h in coordinated(view, p)]
    kind = match.rule.patient
    shared = match.rule.event == "body_found" and match.rule.form == "nominal"
    wanted: Patient = kind if kind in {"thing", "any"} else "person"
    if view.headline and wanted == "person":
        heads += bare_items_after(view, max(heads))
    listed = {
        i for at in {heads[0], max(heads)} for i in items_after(view, at, bare=kind == "thing", shared_verb=shared)
    }
    if kind == "thing" and match.rule.counts == "seized":
        told = [h for h in heads if fits(view, h, "thing")] or [match.last]
        listed |= {i for i in things_after(view, min(told)) if not _covered(view, i, listed | set(heads))}
        # "26 fusiles fueron incautados, además de chalecos": what goes on with the subject stands behind its verb.
        behind = view.language == "en" or max(told) < match.head
        start = min(told) if view.language == "en" else match.last
        listed |= {i for i in (kit_after(view, start) if behind else ()) if not _covered(view, i, listed | set(heads))}
    more = listed - set(heads) | {h for h in heads if h not in patients and view.headline and _bare(view, h, patients)}
    return [*patients, *sorted(i for i in more if fits(view, i, wanted))]


def _bare(view: View, head: int, patients: tuple[int, ...]) -> bool:
    return all(head not in coordinated(view, p) for p in patients)


def _covered(view: View, item: int, heads: set[int]) -> bool:
    """Tell whether a phrase already listed holds the item's number."""
    return any(h in range(item, item + 3) or item in view.subtree(h, without=_LISTING) for h in heads)


_LISTING = frozenset({"conj", "appos", "parataxis", "list", "dep", "obl", "nmod"})


def _one_list(view: View, match: Match, found: list[Counting]) -> list[Counting]:
    """ "the bodies of a student and her brother" is one list of two; a plural over one singular counts nobody."""
    if match.rule.form not in {"nominal", "state"} or not view.tokens[match.head].has("Number=Plur"):
        return found
    singles = [
        c for c in found if c.figure is not None and c.figure.basis in {"singular", "named"} and c.head != match.head
    ]
    if len(singles) != len(found) or not found:
        return found
    if len(singles) == 1 and singles[0].figure is not None and singles[0].figure.count.at_least > 1:
        return found  # "the bodies of a couple"
    if len(singles) == 1:
        return [structs.replace(singles[0], figure=None)]
    span = singles[0].span.to(singles[-1].span)
    return [
        structs.replace(
            singles[0], span=span, figure=Figure(count=Count.exactly(len(singles)), basis="listed", span=span)
        )
    ]


def _countable(view: View, counting: Counting, match: Match, args: Arguments) -> bool:
    """Tell whether the phrase is of the kind the rule counts; a word for a state counts itself."""
    if args.voice == "state" and counting.head in {match.head, match.last}:
        return True
    if match.rule.event == "sentence" and match.rule.form == "nominal" and view.tokens[counting.head].pos == "NUM":
        return False  # "a sentence of three": of years
    if match.rule.counts in _ALIVE and view.folded[counting.head] in view.words.bodies:
        return False  # "cuatro de los siete cuerpos": nobody took or freed these
    return fits(view, counting.head, match.rule.patient)


def _clipped(view: View, counting: Counting, match: Match) -> Counting:
    """Leave the trigger's own words out of the phrase: "shot dead three men" counts "three men"."""
    last = view.span(match.last)
    if match.rule.form == "state" or counting.head <= match.last or counting.span.start >= last.end:
        return counting
    start = view.tokens[match.last + 1].span.start
    if counting.figure is not None and counting.figure.span.start < start:
        return structs.replace(
            counting,
            span=counting.span if counting.figure.basis == "numeral" else Span(start, counting.span.end),
            figure=counting.figure
            if counting.figure.basis == "numeral"
            else replace(counting.figure, span=Span(start, counting.span.end)),
        )
    return structs.replace(counting, span=Span(start, counting.span.end))


def _inside_trigger(view: View, counting: Counting, match: Match) -> bool:
    """A singular state word alone ("the dead man") counts itself only when a number or article says so."""
    another = view.headline and match.head > 0 and view.folded[match.head - 1] in view.words.one
    return (
        match.rule.form == "state"
        and counting.head == match.head
        and counting.numeral is None
        and view.tokens[match.head].pos == "ADJ"
        and not another
    )
