"""Which of a trigger"s phrases its rule counts, and when an event stands without any."""

from __future__ import annotations

from dataclasses import replace

from recuento.extract.arguments import Arguments
from recuento.extract.figures import Counting, counted_phrases
from recuento.extract.lists import bare_items_after, items_after, things_after
from recuento.extract.parts import told_of_them
from recuento.extract.phrases import content_head, coordinated, fits, is_thing, noun_of
from recuento.extract.times import own_date
from recuento.extract.triggers import Match, find_triggers
from recuento.extract.view import VERBAL, View
from recuento.extract.wholes import without_parts, without_wholes
from recuento.lexicon.triggers import Patient, trigger_index
from recuento.model.claim import Figure
from recuento.model.count import Count
from recuento.model.span import Span

__all__ = ["countings"]


def countings(view: View, match: Match, args: Arguments) -> list[Counting | None] | str:
    """Return the counted phrases ([None] for an event without a figure), or why the rule yields nothing."""
    rule = match.rule
    word = view.span(match.head, match.last).of(view.text)
    if rule.alone:
        told = _told_alone(view, match)
        return [told] if told is not None else f"“{word}” does not say who"
    if rule.counts is None or rule.patient == "none":
        if rule.weak and rule.form == "transitive" and not any(fits(view, p, rule.patient) for p in args.patients):
            return f"“{word}” has another sense without somebody who suffers it"
        return [None] if _bare_event_stands(view, match, args) else f"“{word}” names no participant, place or time"
    args = replace(args, patients=tuple(p for p in args.patients if not _is_reflexive(view, p)))
    heads = args.agents if rule.counted == "agent" else _with_list(view, match, args.patients)
    states = _other_states(view, match)
    phrases = [
        c
        for p in heads
        for c in counted_phrases(view, p)
        if c.head not in states
        or (p in args.patients and c.head == content_head(view, p) and (c.head != p or view.numeral_at(p) is None))
    ]
    phrases = list({(c.head, c.span): c for c in phrases}.values())
    found = [
        c
        for c in phrases
        if _countable(view, c, match, args)
        and not _has_own_state(view, c, match)
        and not _has_own_verb(view, c, match, args)
    ]
    if rule.event == "deployment":
        found = [c for c in found if noun_of(view, c.head) is not None or not is_thing(view, c.head)]
    if rule.form == "transitive" and match.last > match.head and _names_event(view, match.last):
        found = [c for c in found if c.head != match.last]  # "se logró la detención de seis"
    if rule.form != "state":
        events = {m.head for ms in find_triggers(view) for m in ms[:1] if m.rule.form == "nominal"}
        found = [c for c in found if c.head not in events]  # "the attack was captured on video"
    found = [_clipped(view, c, match) for c in found if c.figure is None or not _inside_trigger(view, c, match)]
    if rule.counts != "seized":
        found = [c for c in found if c.numeral is None or c.numeral.sense == "number"]
    if args.voice != "modifier":
        found = without_wholes(view, found)
    found = without_parts(found)
    listed = found if args.voice == "among" else _one_list(view, match, found)
    found = [c for c in listed if not _only_described(view, c, match, args)]
    if rule.counts == "seized" and found:
        # "17 vehicles seized, nine of them armoured": the nine are no second seizure.
        found = [c for c in found if c.numeral is None or not told_of_them(view, c.numeral)] or found
        return [c for c in found if not _in_brackets(view, c.head) or _in_brackets(view, found[0].head)]
    figures: list[Counting | None] = [c for c in found if c.figure is not None]
    if figures:
        return _of_headline(view, found) if view.headline else figures
    if rule.form in {"state", "nominal"} or (rule.weak and not found):
        return f"“{word}”: nobody and nothing is counted"
    if rule.form == "transitive" and not rule.weak and (found or _says_who(view, args)):
        return [None]
    return f"“{word}”: nobody and nothing is counted" if not found else [None]


def _names_event(view: View, word: int) -> bool:
    known = trigger_index(view.language).at(view.tokens[word].text, plain=view.plain)
    return any(w.trigger.form == "nominal" and w.trigger.event != "body_found" for w in known)


def _has_own_verb(view: View, counting: Counting, match: Match, args: Arguments) -> bool:
    """Tell whether a verb of its own follows a phrase further down the list: "murieron cinco y tres más quedaron …"."""
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


def _of_headline(view: View, found: list[Counting]) -> list[Counting | None]:
    """Return the figures, none where kin without a number belong to them, nor one for who a name is said to be.

    "They kill a father and his children"; "They kill “El Toro”, an alleged member of a gang".
    """
    if any(c.figure is None and _is_kin(view, c) for c in found):
        return [None]
    named = {c.head for c in found if c.figure is not None and c.figure.basis == "named"}
    return [
        c
        for c in found
        if c.figure is not None
        and not (view.tokens[c.head].dep == "appos" and view.tokens[c.head].head in named and c.numeral is None)
    ]


def _is_kin(view: View, counting: Counting) -> bool:
    """Tell whether those counted are somebody's, named in the same list: "and his children"."""
    owners = view.children(counting.head, "nmod:poss", "det")
    joined = view.tokens[counting.head].dep == "conj"
    return joined and any(view.folded[i] in view.words.possessive for i in owners)


def _in_brackets(view: View, head: int) -> bool:
    """Tell whether the word stands in brackets: "21 rifles (three M16 and 18 AK-47)" tells parts of the 21."""
    before = [token.text for token in view.tokens[:head]]
    return before.count("(") > before.count(")")


def _told_alone(view: View, match: Match) -> Counting | None:
    """Return the dead that a noun means by itself ("murder", "double homicide"); None where it is no event."""
    head, token = match.head, view.tokens[match.head]
    before = view.folded[head - 1] if head else ""
    after = view.tokens[head + 1].pos if head + 1 < len(view.tokens) else "PUNCT"
    if token.has("Number=Plur") or view.children(head, "nmod:poss") or after in {"NOUN", "PROPN"}:
        return None
    if any(view.case_of(i) in view.words.patient_case for i in view.children(head, "nmod")):
        return None
    numbered = head + 2 < len(view.tokens) and view.numeral_at(head + 2) is not None
    if numbered and view.folded[head + 1] in view.words.of:
        return None  # "Asesinato de 6"
    size = view.words.multiples.get(before, 1)
    if size == 1 and (not view.headline or view.case_of(head) or before in view.words.definite):
        return None  # "arrested for murder", "the murder"
    span = view.span(head - 1 if size > 1 or before in view.words.indefinite else head, head)
    figure = Figure(count=Count.exactly(size), basis="singular" if size == 1 else "numeral", span=span)
    return Counting(head=head, span=span, figure=figure)


def _is_reflexive(view: View, index: int) -> bool:
    word = view.folded[index]
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
        i for at in (heads[0], max(heads)) for i in items_after(view, at, bare=kind == "thing", shared_verb=shared)
    }
    if kind == "thing" and match.rule.counts == "seized":
        told = [h for h in heads if fits(view, h, "thing")] or [match.last]
        listed |= {i for i in things_after(view, min(told)) if not _covered(view, i, listed | set(heads))}
    more = listed - set(heads) | {h for h in heads if h not in patients and view.headline and _bare(view, h, patients)}
    return [*patients, *sorted(i for i in more if fits(view, i, wanted))]


def _bare(view: View, head: int, patients: tuple[int, ...]) -> bool:
    return all(head not in coordinated(view, p) for p in patients)


def _covered(view: View, item: int, heads: set[int]) -> bool:
    """Tell whether a phrase already listed holds the item's number."""
    return any(h in range(item, item + 3) or item in view.subtree(h, without=_LISTING) for h in heads)


_LISTING = frozenset({"conj", "appos", "parataxis", "list", "dep", "obl", "nmod"})


def _other_states(view: View, match: Match) -> frozenset[int]:
    """Return the words for other states in the sentence: of "five dead and eight wounded" each counts its own."""
    others = (m for ms in find_triggers(view) for m in ms if m.rule.event != match.rule.event)
    own = {match.head, match.last}
    ends = {i for m in others if m.rule.form == "state" or m.last - m.head > 1 for i in (m.head, m.last)}
    # "three dead and five wounded": a number right before a state word belongs to it.
    numbers = {i - 1 for i in ends if i >= 1 and view.numeral_at(i - 1) is not None}
    numbers |= {at for i in ends if i >= 2 and view.numeral_at(i - 2) is not None for at in (i - 2, i - 1)}
    return frozenset((ends | numbers) - own)


def _has_own_state(view: View, counting: Counting, match: Match) -> bool:
    """Tell whether another state is said of a phrase: "a man dead and a woman injured", "and an injured officer"."""
    if match.rule.form != "state" or counting.head <= match.last:
        return False
    inside = view.inside(counting.span)
    around = range(inside[0], inside[-1] + 2) if inside else range(0)
    others = (m for ms in find_triggers(view) for m in ms[:1] if m.rule.event != match.rule.event)
    return any(m.head in around and m.head > match.last and m.rule.counts is not None for m in others)


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
        return [replace(singles[0], figure=None)]
    span = singles[0].span.to(singles[-1].span)
    return [replace(singles[0], span=span, figure=Figure(count=Count.exactly(len(singles)), basis="listed", span=span))]


def _countable(view: View, counting: Counting, match: Match, args: Arguments) -> bool:
    """Tell whether the phrase is of the kind the rule counts; a word for a state counts itself."""
    if args.voice == "state" and counting.head in {match.head, match.last}:
        return True
    return fits(view, counting.head, match.rule.patient)


def _clipped(view: View, counting: Counting, match: Match) -> Counting:
    """Leave the trigger's own words out of the phrase: "shot dead three men" counts "three men"."""
    last = view.span(match.last)
    if match.rule.form == "state" or counting.head <= match.last or counting.span.start >= last.end:
        return counting
    start = view.tokens[match.last + 1].span.start
    if counting.figure is not None and counting.figure.span.start < start:
        return replace(
            counting,
            span=counting.span if counting.figure.basis == "numeral" else Span(start, counting.span.end),
            figure=counting.figure
            if counting.figure.basis == "numeral"
            else replace(counting.figure, span=Span(start, counting.span.end)),
        )
    return replace(counting, span=Span(start, counting.span.end))


def _inside_trigger(view: View, counting: Counting, match: Match) -> bool:
    """A singular state word alone ("the dead man") counts itself only when a number or article says so."""
    return (
        match.rule.form == "state"
        and counting.head == match.head
        and counting.numeral is None
        and view.tokens[match.head].pos == "ADJ"
    )


def _bare_event_stands(view: View, match: Match, args: Arguments) -> bool:
    """A noun for an event without participants, place or time is talk, not news."""
    if "noun" not in match.kinds or match.last > match.head:
        return True
    token = view.tokens[match.head]
    several = token.has("Number=Plur") and not _numbered(view, match) and not _carried_out(view, match)
    if several and own_date(view, match) is None:
        return False
    located = any(p.locative for p in view.places) or bool(view.dates) or _among_casualties(view, match)
    return bool(args.agents or args.patients or (located and not match.rule.weak) or _carried_out(view, match))


def _carried_out(view: View, match: Match) -> bool:
    """Tell whether somebody did what a plural names: "realizaron bloqueos", "carried out attacks", in a main verb."""
    token = view.tokens[match.head]
    verb = view.tokens[token.head]
    told = token.dep.split(":")[0] in {"obj", "nsubj"} and verb.has("VerbForm=Fin")
    return told and view.folded[token.head] in view.words.carries_out


def _among_casualties(view: View, match: Match) -> bool:
    """Tell whether the sentence counts people beside the noun: "two officers were wounded during the firefight"."""
    others = (m for ms in find_triggers(view) for m in ms[:1] if m.head != match.head)
    return any(m.rule.counts in {"killed", "wounded", "abducted"} for m in others) and bool(view.numerals)


def _numbered(view: View, match: Match) -> bool:
    """Tell whether a number stands before the noun: "two attacks" are news, "attacks" are talk."""
    return any(
        (n := view.numeral_at(i)) is not None and n.sense == "number" for i in range(max(0, match.head - 3), match.head)
    )
