"""Who takes part in an event, and the clause that says so."""

from __future__ import annotations

from recuento.extract.arguments import Arguments
from recuento.extract.figures import Counting
from recuento.extract.naming import party_span
from recuento.extract.phrases import is_name, noun_of, phrase_span
from recuento.extract.sides import side_of
from recuento.extract.triggers import Match, find_triggers
from recuento.extract.view import View
from recuento.lexicon.codebook import event_of
from recuento.lexicon.people import times, weapons
from recuento.model.claim import Role, RoleName
from recuento.model.span import Span

__all__ = ["quote_of", "roles_of"]

_LONGEST_QUOTE = 320
_FAR = 70


def roles_of(view: View, match: Match, args: Arguments, counting: Counting | None) -> tuple[Role, ...]:
    event = event_of(match.rule.event)
    agents = () if match.rule.counted == "agent" else args.agents
    found = [_agent(view, event.agent, i) for i in agents if _can_act(view, i)]
    if match.rule.patient == "thing":
        return _once(found)
    if counting is not None:
        found.append(Role(role=event.patient, text=counting.span.of(view.text), span=counting.span))
    else:
        found += [
            _affected(view, event.patient, i, match)
            for i in args.patients
            if view.tokens[i].pos != "ADJ" and not match.head <= i <= match.last
        ]
    return _once(found)


def _agent(view: View, role: RoleName, index: int) -> Role:
    """Return whoever did it; what did it ("a car bomb killed four") is the instrument."""
    is_weapon = view.folded[index] in weapons(view.language) and noun_of(view, index) is None
    return _role(view, "instrument" if is_weapon else role, index)


def _once(roles: list[Role]) -> tuple[Role, ...]:
    """Return the roles, six at most, without those whose words lie within another's of the same kind."""
    return tuple(
        role
        for at, role in enumerate(roles)
        if not any(
            other.role == role.role and other.span.covers(role.span) and (other.span != role.span or before < at)
            for before, other in enumerate(roles)
            if before != at
        )
    )[:6]


def _can_act(view: View, index: int) -> bool:
    """People, groups, institutions and weapons act; events ("the attack left three dead") do not."""
    if index in {m.head for ms in find_triggers(view) for m in ms[:1] if m.rule.form in {"nominal", "state"}}:
        return False
    if view.folded[index] in view.words.numbers or view.folded[index] in times(view.language):
        return False
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
    span = party_span(view, index)
    return Role(role=role, text=span.of(view.text), span=span)


def quote_of(view: View, match: Match, args: Arguments, counting: Counting | None) -> Span:
    """Return the clause: trigger, its phrases and the small words that carry its sense, never the paragraph."""
    span = view.span(match.head, match.last)
    if counting is not None:
        item = counting.span if counting.figure is None else counting.span.to(counting.figure.span)
        if counting.span.start - view.span(match.last).end > _FAR:
            return item  # far down a list, the item speaks for itself
        span = span.to(item)
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
