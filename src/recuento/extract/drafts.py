"""Claims before they belong to an account: one pass over each sentence."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from msgspec import Struct, structs

from recuento.extract.accusers import is_blame
from recuento.extract.added_to import told_before
from recuento.extract.allowing import agent_allows, already_taken, has_number, is_number_or_nobody, names_some_of
from recuento.extract.among import identified
from recuento.extract.arguments import Arguments, arguments
from recuento.extract.attackers import with_attackers
from recuento.extract.choice import countings
from recuento.extract.claimants import nested_speakers
from recuento.extract.contrast import is_other_than_the_doer, without_contrasts
from recuento.extract.crimes import is_charged
from recuento.extract.days_apart import with_days_apart
from recuento.extract.disagreeing import disagreeing
from recuento.extract.dislocated import is_taken_up
from recuento.extract.elsewhere import trade_of
from recuento.extract.fatal import fatally
from recuento.extract.figures import Counting
from recuento.extract.gapped import gapped
from recuento.extract.given import without_givers
from recuento.extract.idle import why_idle
from recuento.extract.motives import motive_of
from recuento.extract.nth import total_of_nth
from recuento.extract.outdone import died_of_it, got_away, only_shot, without_doubles
from recuento.extract.parties import counted, unit_of
from recuento.extract.parts import parts_after
from recuento.extract.phrases import phrase_span
from recuento.extract.recalled import is_held, is_recalled
from recuento.extract.roles import quote_of, roles_of, without_who_says_so
from recuento.extract.rows import whole_list
from recuento.extract.running import running_total, told_so_far
from recuento.extract.scenes import is_spread, own_place
from recuento.extract.scope import is_aggregate, is_retired, read_scope
from recuento.extract.sharing import settle_parts, share_agents
from recuento.extract.sides import side_of
from recuento.extract.sought import is_whom_they_want, of_attempt
from recuento.extract.speakers import kind_of
from recuento.extract.stance import Reading, is_analysis, read_stance
from recuento.extract.taken_by_gangs import as_taken
from recuento.extract.times import is_aside, own_date
from recuento.extract.triggers import Match, find_triggers, triggers_within
from recuento.extract.unsaid import unsaid_agent
from recuento.extract.view import View
from recuento.extract.wordorder import victims_by_order
from recuento.lexicon.codebook import event_of
from recuento.model.annotation import DateMention, PlaceMention
from recuento.model.claim import Certainty, Counted, Figure, Motive, Role, Scope, Speaker, Status
from recuento.model.span import Span

__all__ = ["Draft", "Drafted", "draft_sentence"]

_LONGEST_QUOTE = 320
_DEAD = frozenset({"killed", "bodies"})


class Draft(Struct, frozen=True, kw_only=True):
    """A claim that knows its own sentence and nothing else yet.

    ``reason``: it is what somebody gives as his reason for what he did ("in revenge for the break-ins").
    """

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
    recalled: bool
    quote: Span
    trigger: Span
    sentence: Span
    paragraph: int
    date: DateMention | None
    place: PlaceMention | None
    read_by: str
    part_of: int | None = None
    idle: str | None = None
    charged: bool = False
    aside: bool = False
    spread: bool = False
    reason: bool = False
    told_when: DateMention | None = None
    told_where: PlaceMention | None = None
    told_by: tuple[Speaker, ...] = ()


class Drafted(Struct, frozen=True, kw_only=True):
    """What one sentence gave, and why its other triggers gave nothing."""

    drafts: tuple[Draft, ...]
    passed_over: tuple[str, ...]


def draft_sentence(view: View, speakers: tuple[Speaker, ...]) -> Drafted:
    """Return the claims of one sentence in text order; ``part_of`` is an index into them."""
    drafts: list[Draft] = []
    reasons: list[str] = []
    used: set[int] = set()
    waiting = _late_ones_last(find_triggers(view))
    while waiting:
        matches = waiting.pop(0)
        also = [match for match in matches if match.rule.besides]
        if also and len(also) < len(matches):
            waiting.insert(0, tuple(also))
            matches = tuple(match for match in matches if not match.rule.besides)
        outcome = _first_that_holds(view, matches, speakers, used)
        if isinstance(outcome, str):
            reasons.append(outcome)
            if matches[0].last > matches[0].head and _frees_its_words(view, matches[0]):
                waiting = triggers_within(view, matches[0]) + waiting  # its words are free for other rules
            continue
        for draft in outcome:
            drafts += _with_parts(view, draft, len(drafts), used)
    drafts += _by_order(view, speakers, used) if view.headline and not any(d.tally in _DEAD for d in drafts) else []
    if not drafts:
        return Drafted(drafts=(), passed_over=tuple(dict.fromkeys(reasons)))
    drafts = with_days_apart(view, drafts)
    drafts += gapped(view, drafts, used | _told_tokens(view, drafts))
    drafts = disagreeing(view, drafts, used | _told_tokens(view, drafts))
    drafts = got_away(died_of_it(view, only_shot(view, without_doubles(drafts))))
    drafts = fatally(view, drafts, used | _told_tokens(view, drafts))
    drafts = without_givers(view, without_contrasts(view, settle_parts(drafts, view)))
    shared = share_agents(as_taken(nested_speakers(drafts), view.language), view.language)
    reasons += [draft.idle for draft in shared if draft.idle is not None]
    return Drafted(drafts=tuple(d for d in shared if d.idle is None), passed_over=tuple(dict.fromkeys(reasons)))


def _frees_its_words(view: View, match: Match) -> bool:
    """Tell whether other rules may read the words of a rule that did not hold."""
    return is_taken_up(view, match) or not agent_allows(view, match, arguments(view, match))


def _late_ones_last(found: Sequence[tuple[Match, ...]]) -> list[tuple[Match, ...]]:
    """Return the matches with those of late rules by themselves at the end."""
    late = [tuple(match for match in matches if match.rule.late) for matches in found]
    if not any(late):
        return list(found)
    first = [tuple(match for match in matches if not match.rule.late) for matches in found]
    return [matches for matches in (*first, *late) if matches]


def _by_order(view: View, speakers: tuple[Speaker, ...], used: set[int]) -> list[Draft]:
    """Return the first claim of somebody killed that the order of a headline's words gives; [] if it gives none."""
    for match in (match for matches in find_triggers(view) for match in matches):
        told = victims_by_order(view, match)
        outcome = _read_match(view, match, speakers, used, told=told) if told else []
        if outcome and not isinstance(outcome, str):
            return outcome
    return []


def _told_tokens(view: View, drafts: Sequence[Draft]) -> set[int]:
    """Return the tokens of the figures already read, written as numbers or not."""
    return {i for d in drafts if d.figure is not None for i in view.inside(d.figure.span)}


def _first_that_holds(
    view: View, matches: Sequence[Match], speakers: tuple[Speaker, ...], used: set[int]
) -> list[Draft] | str:
    """Try the rules for one trigger in order; return the claims of the first that yields any, else the first reason."""
    reason: str | None = None
    idle: list[Draft] | None = None
    for match in matches:
        outcome = _read_match(view, match, speakers, used)
        if not isinstance(outcome, str):
            if idle is None and (view.language == "es" or any(draft.idle is None for draft in outcome)):
                return outcome
            if any(draft.figure is not None for draft in outcome):
                return outcome  # a setting gives way to what is counted: "400 soldiers are combing the hills"
            idle = idle or outcome
            continue
        reason = reason or outcome
    return idle or reason or "no rule fits"


def _read_match(
    view: View,
    match: Match,
    speakers: tuple[Speaker, ...],
    used: set[int],
    told: Sequence[Counting] = (),
) -> list[Draft] | str:
    word = view.span(match.head, match.last).of(view.text)
    if is_taken_up(view, match):
        return f"“{word}” only takes up who is named before it"
    args = of_attempt(view, match, arguments(view, match))
    if (not_ours := _why_not_ours(view, match, args, speakers, word)) is not None:
        return not_ours
    parties = tuple(phrase_span(view, i) for i in (*args.agents, *args.patients))
    reading = read_stance(view, match, parties=parties)
    if reading.status == "unknown":
        return f"“{word}” is told as a possibility, a habit or a drill"
    group = identified(view, match)
    counted_here: list[Counting | None] | str = list(told) or group or countings(view, match, args)
    if is_analysis(view, match) and not has_number(counted_here):
        return f"“{word}” stands in comment, not in a report of something that happened"
    if not told and (more := whole_list(view, match, [] if isinstance(counted_here, str) else counted_here)):
        counted_here = [*more]
    if isinstance(counted_here, str):
        return counted_here
    counted_here = [c for c in counted_here if c is None or not _is_speaker(c, args, speakers)]
    if is_whom_they_want(view, match) or (not (group or told) and names_some_of(view, match, args)):
        return f"“{word}” only says who is meant"
    if match.rule.event == "arrest" and is_held(view, match):
        return f"“{word}” only tells that they were held"
    if match.rule.event == "robbery" and args.voice == "modifier":
        return f"“{word}” only says which things are meant"
    if reading.negated and not any(is_number_or_nobody(c) for c in counted_here):
        return f"“{word}”: the report says that it did not happen"
    made = [
        _draft(view, match, args, reading, c, speakers)
        for c in counted_here
        if c is None or not already_taken(view, c, match, used)
    ]
    if counted_here == [None]:
        # Left out only after who did it was shared: "un operativo de la Marina dejó dos muertos".
        idle = why_idle(view, match, args, reading.status)
        return [structs.replace(draft, idle=idle) for draft in made]
    if reading.status != "planned":  # of "sent to find the five who are missing" five are missing
        used |= _tokens_of(view, counted_here)
    return made or f"“{word}”: its figure was already read"


def _is_speaker(counting: Counting, args: Arguments, speakers: tuple[Speaker, ...]) -> bool:
    """Tell whether what looks like a further item is who says it: "killed two on Friday, a mayor, Ada Oke, said"."""
    return counting.head not in args.patients and any(one.span.overlaps(counting.span) for one in speakers)


def _why_not_ours(view: View, match: Match, args: Arguments, speakers: tuple[Speaker, ...], word: str) -> str | None:
    """Return why the rule's words tell of somebody or something else, None where they do not."""
    if not agent_allows(view, match, args) or (match.rule.blames and not is_blame(view, speakers)):
        return f"“{word}”: somebody else's doing ({match.rule.id})"
    trade = trade_of(view, match, args)
    return None if trade is None else f"“{word}” is at another trade here: {trade}"


def _tokens_of(view: View, counted_here: Sequence[Counting | None]) -> set[int]:
    """Return the tokens of the numbers that are counted."""
    told = [c.figure for c in counted_here if c is not None and c.numeral is not None and c.figure is not None]
    return {i for figure in told for i in view.inside(figure.span)}


def _scope(view: View, match: Match, args: Arguments, counting: Counting | None) -> Scope | None:
    if counting is None or counting.figure is None:
        return None
    if args.voice == "among":
        return "part"
    before = view.folded[max(0, match.head - 4) : match.head]
    if match.rule.counts == "abducted" and match.rule.form == "state" and view.words.still & set(before):
        return "part"  # those left of a total
    scope = read_scope(view, counting) or ("total" if told_so_far(view, match) else None)
    if (
        scope == "increment"
        and match.rule.counts == "missing"
        and view.language == "en"
        and not _are_more(view, counting)
    ):
        return "total"  # "the other eight are still missing": all who are
    return None if scope == "increment" and is_other_than_the_doer(view, args, counting) else scope


def _are_more(view: View, counting: Counting) -> bool:
    """Tell whether "more" or "another" stands with those counted: they are not all who are left."""
    return any(view.folded[i] in view.words.so_many_more for i in view.inside(counting.span))


def _draft(
    view: View,
    match: Match,
    args: Arguments,
    reading: Reading,
    counting: Counting | None,
    speakers: tuple[Speaker, ...],
) -> Draft:
    rule = match.rule
    figure = counting.figure if counting else None
    # "sin heridos" is a count of nobody, not the denial of one.
    nobody = figure is not None and figure.count.at_most == 0
    roles = roles_of(view, match, args, counting)
    if reading.status == "attempted":
        roles = with_attackers(view, match, tuple(_tried(role, view) for role in roles))
    roles = without_who_says_so(roles, speakers, rule.event)
    unsaid = unsaid_agent(view, match, args, speakers)
    if unsaid is not None and not any(role.role == unsaid.role for role in roles):
        roles = (unsaid, *roles)
    head, span = (counting.head, counting.span) if counting else (match.head, view.span(match.head))
    return Draft(
        match=match,
        event=rule.event,
        tally=rule.counts if figure is not None else None,
        status=_status(reading, nobody=nobody),
        certainty="alleged" if reading.hedged else "attributed" if speakers else "stated",
        figure=figure,
        scope=_scope(view, match, args, counting),
        unit=_unit(view, match, head, span) if figure is not None else None,
        counted=counted(view, head, span, rule) if counting else Counted(),
        roles=roles,
        speakers=speakers,
        motive=motive_of(view, match),
        retired=is_retired(view, counting),
        definite=bool(counting and counting.definite),
        recalled=is_recalled(view, match),
        quote=quote_of(view, match, args, counting),
        trigger=view.span(match.head, match.last),
        sentence=view.sentence.span,
        paragraph=view.sentence.paragraph,
        date=own_date(view, match),
        place=own_place(view, match),
        read_by=rule.id,
        charged=is_charged(view, match),
        aside=is_aside(view, match),
        spread=is_spread(view, match),
    )


def _status(reading: Reading, *, nobody: bool) -> Status:
    """Return the status of a claim; a count of nobody happened as told."""
    if nobody and reading.status == "denied":
        return "occurred"
    return "denied" if reading.negated and not nobody else reading.status


def _unit(view: View, match: Match, head: int, span: Span) -> str | None:
    """Return what is counted as said; None where a number of things stands without its noun."""
    unit = unit_of(view, head, span)
    return None if match.rule.counts == "seized" and unit in {"people", "personas"} else unit


def _tried(role: Role, view: View) -> Role:
    """Whoever tries to free somebody by force is an authority only where the words say so."""
    official = side_of(role.text, view.language) == "state" or kind_of(role.text, view.language) != "other"
    return role if role.role != "authority" or official else replace(role, role="perpetrator")


def _with_parts(view: View, draft: Draft, place: int, used: set[int]) -> Iterator[Draft]:
    nth = total_of_nth(view, draft.match) if draft.figure is not None and draft.scope in {"increment", None} else None
    # Of "the 13th person held, of the 17 who took part" 13 are held.
    if nth is None or draft.figure is None or nth.count.at_least >= draft.figure.count.at_least:
        yield draft
    if draft.figure is None or draft.tally is None:
        return
    said = running_total(view, draft.match, draft.figure, used) if draft.scope in {"increment", None} else None
    total = Figure(count=said.count, basis="numeral", span=said.span) if said is not None else nth
    if total is not None:
        used |= set(view.inside(total.span))
        yield structs.replace(
            draft,
            figure=total,
            scope="aggregate" if is_aggregate(view, total) else "total",
            quote=draft.quote.to(total.span),
            definite=False,
            retired=False,
            read_by=f"{draft.read_by}+total",
        )
    if (before := told_before(view, draft, used)) is not None:
        yield before
    for part in parts_after(view, draft.match, draft.figure, used):
        whole = draft.quote.to(part.span)
        yield structs.replace(
            draft,
            figure=part.figure,
            unit=unit_of(view, part.head, part.span),
            counted=_part_counted(view, draft, part),
            roles=(
                *(r for r in draft.roles if r.role not in {"target", "beneficiary"}),
                Role(role=event_of(draft.event).patient, text=part.span.of(view.text), span=part.span),
            ),
            scope="aggregate" if draft.scope == "aggregate" else "part",  # a part of a year's total is no incident's
            part_of=place,
            quote=part.span if len(whole) > _LONGEST_QUOTE else whole,
            definite=False,
            read_by=f"{draft.read_by}+part",
        )


def _part_counted(view: View, draft: Draft, part: Counting) -> Counted:
    own = counted(view, part.head, part.span, draft.match.rule)
    if view.tokens[part.head].pos in {"NUM", "PRON", "DET"} and draft.counted.side != "unknown":
        return replace(own, side=draft.counted.side)  # "two of them in a hospital" are of the whole's side
    return own if own.side != "unknown" else replace(own, side=draft.counted.side)
