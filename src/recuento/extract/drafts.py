"""Claims before they belong to an account: one pass over each sentence."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from recuento.extract.arguments import Arguments, arguments
from recuento.extract.figures import Counting, counted_phrases
from recuento.extract.lists import items_after
from recuento.extract.motives import motive_of
from recuento.extract.parties import counted, unit_of
from recuento.extract.parts import parts_after
from recuento.extract.phrases import coordinated, fits, is_name, noun_of, phrase_span
from recuento.extract.scenes import own_place
from recuento.extract.scope import is_retired, read_scope
from recuento.extract.sharing import settle_parts, share_agents
from recuento.extract.sides import side_of
from recuento.extract.stance import Reading, is_analysis, read_stance
from recuento.extract.times import own_date
from recuento.extract.triggers import Match, find_triggers
from recuento.extract.view import View
from recuento.lexicon.codebook import event_of
from recuento.lexicon.fold import fold
from recuento.lexicon.triggers import Patient
from recuento.model.annotation import DateMention, PlaceMention
from recuento.model.claim import Certainty, Counted, Figure, Motive, Role, RoleName, Scope, Speaker, Status
from recuento.model.count import Count
from recuento.model.span import Span

__all__ = ["Draft", "Drafted", "draft_sentence"]

_LONGEST_QUOTE = 320


@dataclass(frozen=True, slots=True, kw_only=True)
class Draft:
    """A claim that knows its own sentence and nothing else yet."""

    match: Match
    event: str
    tally: str | None
    status: Status
    certainty: Certainty
    figure: Figure | None
    scope: Scope | None
    unit: str | None
    counted: Counted
    roles: tuple[Role, ...]
    speakers: tuple[Speaker, ...]
    motive: Motive | None
    retired: bool
    definite: bool
    quote: Span
    trigger: Span
    sentence: Span
    paragraph: int
    date: DateMention | None
    place: PlaceMention | None
    read_by: str
    part_of: int | None = None
    told_when: DateMention | None = None
    told_where: PlaceMention | None = None
    told_by: tuple[Speaker, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Drafted:
    """What one sentence gave, and why its other triggers gave nothing."""

    drafts: tuple[Draft, ...]
    passed_over: tuple[str, ...]


def draft_sentence(view: View, speakers: tuple[Speaker, ...]) -> Drafted:
    """Return the claims of one sentence in text order; ``part_of`` is an index into them."""
    drafts: list[Draft] = []
    reasons: list[str] = []
    used: set[int] = set()
    for matches in find_triggers(view):
        outcome = _first_that_holds(view, matches, speakers, used)
        if isinstance(outcome, str):
            reasons.append(outcome)
            continue
        for draft in outcome:
            drafts += _with_parts(view, draft, len(drafts), used)
    drafts = settle_parts(drafts)
    return Drafted(drafts=tuple(share_agents(_nested_speakers(drafts))), passed_over=tuple(dict.fromkeys(reasons)))


def _first_that_holds(
    view: View, matches: Sequence[Match], speakers: tuple[Speaker, ...], used: set[int]
) -> list[Draft] | str:
    """Try the rules for one trigger in order; return the claims of the first that yields any, else the first reason."""
    reason: str | None = None
    for match in matches:
        outcome = _read_match(view, match, speakers, used)
        if not isinstance(outcome, str):
            return outcome
        reason = reason or outcome
    return reason or "no rule fits"


def _read_match(view: View, match: Match, speakers: tuple[Speaker, ...], used: set[int]) -> list[Draft] | str:
    word = view.span(match.head, match.last).of(view.text)
    args = arguments(view, match)
    if not _agent_allows(view, match, args):
        return f"“{word}”: somebody else's doing ({match.rule.id})"
    parties = tuple(phrase_span(view, i) for i in (*args.agents, *args.patients))
    reading = read_stance(view, match, parties=parties)
    if reading.status == "unknown":
        return f"“{word}” is told as a possibility, a habit or a drill"
    countings = _countings(view, match, args)
    if is_analysis(view, match) and not _has_number(countings):
        return f"“{word}” stands in comment, not in a report of something that happened"
    if isinstance(countings, str):
        return countings
    made = [
        _draft(view, match, args, reading, c, speakers)
        for c in countings
        if c is None or not _taken(view, c, match, used)
    ]
    for counting in countings:
        if counting is not None and counting.figure is not None and counting.numeral is not None:
            used |= {*view.inside(counting.figure.span)}
    return made or f"“{word}”: its figure was already read"


def _has_number(countings: list[Counting | None] | str) -> bool:
    return not isinstance(countings, str) and any(c is not None and c.numeral is not None for c in countings)


def _taken(view: View, counting: Counting, match: Match, used: set[int]) -> bool:
    """A state word may not count again what a verb counted ("the 12 dead were killed"); other events may."""
    return (
        match.rule.form == "state"
        and counting.numeral is not None
        and bool(used & {*view.inside(counting.numeral.core)})
    )


def _agent_allows(view: View, match: Match, args: Arguments) -> bool:
    rule = match.rule
    if not rule.agent and not rule.agent_not:
        return True
    words = " ".join(fold(phrase_span(view, i).of(view.text)) for i in args.agents)
    if rule.agent and not _any_word(rule.agent, words):
        return False
    return not (rule.agent_not and _any_word(rule.agent_not, words))


def _any_word(runs: tuple[str, ...], words: str) -> bool:
    padded = f" {words} "
    return any(f" {run} " in padded or f" {run}s " in padded for run in runs)


def _countings(view: View, match: Match, args: Arguments) -> list[Counting | None] | str:
    """Return the counted phrases ([None] for an event without a figure), or why the rule yields nothing."""
    rule = match.rule
    word = view.span(match.head, match.last).of(view.text)
    if rule.counts is None or rule.patient == "none":
        if rule.weak and rule.form == "transitive" and not any(fits(view, p, rule.patient) for p in args.patients):
            return f"“{word}” has another sense without somebody who suffers it"
        return [None] if _bare_event_stands(view, match, args) else f"“{word}” names no participant, place or time"
    args = replace(args, patients=tuple(p for p in args.patients if view.folded[p] not in view.words.reflexive))
    heads = args.agents if rule.counted == "agent" else _with_list(view, args.patients, rule.patient)
    states = _other_states(view, match)
    phrases = [c for p in heads for c in counted_phrases(view, p) if c.head == p or c.head not in states]
    found = [c for c in phrases if _countable(view, c, match, args)]
    found = [_clipped(view, c, match) for c in found if c.figure is None or not _inside_trigger(view, c, match)]
    if rule.counts != "seized":
        found = [c for c in found if c.numeral is None or c.numeral.sense == "number"]
    found = _one_list(view, match, found)
    if rule.counts == "seized" and found:
        return list(found)
    figures: list[Counting | None] = [c for c in found if c.figure is not None]
    if figures:
        return figures
    if rule.form in {"state", "nominal"} or (rule.weak and not found):
        return f"“{word}”: nobody and nothing is counted"
    if rule.form == "transitive" and found and not rule.weak:
        return [None]
    return f"“{word}”: nobody and nothing is counted" if not found else [None]


def _with_list(view: View, patients: tuple[int, ...], kind: Patient) -> list[int]:
    """Return the patients and the items of their list that syntax lost; a list of people goes on with people."""
    if not patients:
        return []
    last = max(h for p in patients for h in coordinated(view, p))
    wanted: Patient = kind if kind in {"thing", "any"} else "person"
    more = [i for i in items_after(view, last) if i not in patients and fits(view, i, wanted)]
    return [*patients, *more]


def _other_states(view: View, match: Match) -> frozenset[int]:
    """Return the words for other states in the sentence: of "five dead and eight wounded" each counts its own."""
    others = (m for ms in find_triggers(view) for m in ms if m.rule.event != match.rule.event)
    own = {match.head, match.last}
    ends = {i for m in others if m.rule.form == "state" or m.last - m.head > 1 for i in (m.head, m.last)}
    return frozenset(ends - own)


def _one_list(view: View, match: Match, found: list[Counting]) -> list[Counting]:
    """ "the bodies of a student and her brother" is one list of two; a plural over one singular counts nobody."""
    if match.rule.form not in {"nominal", "state"} or not view.tokens[match.head].has("Number=Plur"):
        return found
    singles = [
        c for c in found if c.figure is not None and c.figure.basis in {"singular", "named"} and c.head != match.head
    ]
    if len(singles) != len(found) or not found:
        return found
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
    if token.has("Number=Plur") and own_date(view, match) is None and not _numbered(view, match):
        return False
    located = any(p.locative for p in view.places) or bool(view.dates) or _among_casualties(view, match)
    return bool(args.agents or args.patients or (located and not match.rule.weak))


def _among_casualties(view: View, match: Match) -> bool:
    """Tell whether the sentence counts people beside the noun: "two officers were wounded during the firefight"."""
    others = (m for ms in find_triggers(view) for m in ms[:1] if m.head != match.head)
    return any(m.rule.counts in {"killed", "wounded", "abducted"} for m in others) and bool(view.numerals)


def _numbered(view: View, match: Match) -> bool:
    """Tell whether a number stands before the noun: "two attacks" are news, "attacks" are talk."""
    return any(
        (n := view.numeral_at(i)) is not None and n.sense == "number" for i in range(max(0, match.head - 3), match.head)
    )


def _draft(
    view: View,
    match: Match,
    args: Arguments,
    reading: Reading,
    counting: Counting | None,
    speakers: tuple[Speaker, ...],
) -> Draft:
    rule, event = match.rule, event_of(match.rule.event)
    figure = counting.figure if counting else None
    negated_count = reading.negated and figure is not None
    roles = _roles(view, match, args, counting)
    head, span = (counting.head, counting.span) if counting else (match.head, view.span(match.head))
    return Draft(
        match=match,
        event=rule.event,
        tally=rule.counts if figure is not None else None,
        status="denied" if reading.negated and not negated_count else ("denied" if negated_count else reading.status),
        certainty="alleged" if reading.hedged else "attributed" if speakers else "stated",
        figure=figure,
        scope=read_scope(view, counting) if counting else None,
        unit=unit_of(view, head, span) if figure is not None else None,
        counted=counted(view, head, span, rule) if counting else Counted(),
        roles=roles,
        speakers=_claimant_speaks(event.code, roles, view, speakers),
        motive=motive_of(view, match),
        retired=is_retired(view),
        definite=bool(counting and counting.definite),
        quote=_quote(view, match, args, counting),
        trigger=view.span(match.head, match.last),
        sentence=view.sentence.span,
        paragraph=view.sentence.paragraph,
        date=own_date(view, match),
        place=own_place(view, match),
        read_by=rule.id,
    )


def _roles(view: View, match: Match, args: Arguments, counting: Counting | None) -> tuple[Role, ...]:
    event = event_of(match.rule.event)
    agents = () if match.rule.counted == "agent" else args.agents
    found = [_role(view, event.agent, i) for i in agents if _can_act(view, i)]
    if match.rule.patient == "thing":
        return tuple(found[:6])
    if counting is not None:
        found.append(Role(role=event.patient, text=counting.span.of(view.text), span=counting.span))
    else:
        found += [
            _affected(view, event.patient, i, match)
            for i in args.patients
            if view.tokens[i].pos != "ADJ" and not match.head <= i <= match.last
        ]
    return tuple(found[:6])


def _can_act(view: View, index: int) -> bool:
    """People, groups, institutions and weapons act; events ("the attack left three dead") do not."""
    words = phrase_span(view, index).of(view.text)
    if noun_of(view, index) or is_name(view, index) or view.tokens[index].pos == "PROPN":
        return True
    return side_of(words, view.language) != "unknown" or view.tokens[index].pos == "NOUN"


def _affected(view: View, role: RoleName, index: int, match: Match) -> Role:
    found = _role(view, role, index)
    last = view.span(match.last)
    if index > match.last and found.span.start < last.end:
        span = Span(view.tokens[match.last + 1].span.start, found.span.end)
        return Role(role=role, text=span.of(view.text), span=span)
    return found


def _role(view: View, role: RoleName, index: int) -> Role:
    span = phrase_span(view, index)
    return Role(role=role, text=span.of(view.text), span=span)


def _claimant_speaks(
    code: str, roles: tuple[Role, ...], view: View, speakers: tuple[Speaker, ...]
) -> tuple[Speaker, ...]:
    """Whoever claims or accuses is the nearest speaker of that very statement."""
    return speakers


def _nested_speakers(drafts: list[Draft]) -> list[Draft]:
    """What a group claims or an accuser alleges is said by them: "claimed responsibility for the kidnapping of 66"."""
    outer = [d for d in drafts if d.event in {"claim_of_responsibility", "accusation"}]
    if not outer:
        return drafts
    return [_alleged(draft) if draft in outer else _said_by_claimant(draft, outer) for draft in drafts]


def _alleged(draft: Draft) -> Draft:
    """An accusation is a fact; what it says is not."""
    return replace(draft, certainty="alleged") if draft.event == "accusation" else draft


def _said_by_claimant(draft: Draft, outer: list[Draft]) -> Draft:
    above = next((o for o in outer if o.trigger.start < draft.trigger.start), None)
    if above is None:
        return draft
    if above.motive is not None and above.motive.span.covers(draft.trigger):
        return replace(draft, certainty="alleged")
    claimants = tuple(Speaker(text=r.text, kind="group" if above.event == "claim_of_responsibility" else "other", span=r.span)
                      for r in above.roles if r.role == "claimant")[:1]  # fmt: skip
    certainty: Certainty = (
        "alleged" if above.event == "accusation" else "attributed" if draft.certainty == "stated" else draft.certainty
    )
    roles = draft.roles
    if above.event == "claim_of_responsibility" and not any(r.role == "perpetrator" for r in roles):
        roles += tuple(replace(r, role="perpetrator") for r in above.roles if r.role == "claimant")[:1]
    if above.event == "accusation" and not any(r.role == "perpetrator" for r in roles):
        roles += tuple(replace(r, role="perpetrator") for r in above.roles if r.role == "target")[:1]
    known = {speaker.text for speaker in draft.speakers}
    speakers = (*(c for c in claimants if c.text not in known), *draft.speakers)
    return replace(draft, speakers=speakers, certainty=certainty, roles=roles)


def _quote(view: View, match: Match, args: Arguments, counting: Counting | None) -> Span:
    """Return the clause: trigger, its phrases and the small words that carry its sense, never the paragraph."""
    span = view.span(match.head, match.last)
    if counting is not None:
        span = span.to(counting.span)
        if counting.figure is not None:
            span = span.to(counting.figure.span)
    for index in (*args.agents, *(args.patients if counting is None else ())):
        wider = span.to(phrase_span(view, index))
        span = wider if len(wider) <= _LONGEST_QUOTE else span
    for index in view.children(match.head, "aux", "cop", "advmod", "obj", "obl", "nmod", "expl", "compound"):
        wider = span.to(_with_case(view, index))
        if len(wider) <= _LONGEST_QUOTE and not (index > match.last + 12):
            span = wider
    return span


def _with_case(view: View, index: int) -> Span:
    """Return the phrase with the preposition that ties it to the verb ("in Culiacán")."""
    span = phrase_span(view, index)
    cases = [i for i in view.children(index, "case") if i < index]
    return span.to(view.span(cases[0])) if cases else span


def _with_parts(view: View, draft: Draft, place: int, used: set[int]) -> Iterator[Draft]:
    yield draft
    if draft.figure is None or draft.tally is None:
        return
    for part in parts_after(view, draft.match, draft.figure, used):
        assert_inside = draft.quote.to(part.span)
        yield replace(
            draft,
            figure=part.figure,
            unit=unit_of(view, part.head, part.span),
            counted=_part_counted(view, draft, part),
            roles=tuple(r for r in draft.roles if r.role not in {"target", "beneficiary"})
            + (Role(role=event_of(draft.event).patient, text=part.span.of(view.text), span=part.span),),
            scope="part",
            part_of=place,
            quote=part.span if len(assert_inside) > _LONGEST_QUOTE else assert_inside,
            definite=False,
            read_by=f"{draft.read_by}+part",
        )


def _part_counted(view: View, draft: Draft, part: Counting) -> Counted:
    own = counted(view, part.head, part.span, draft.match.rule)
    return own if own.side != "unknown" else replace(own, side=draft.counted.side)
