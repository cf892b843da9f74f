"""Who takes part in an event, and the clause that says so."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from recuento.extract.arguments import Arguments
from recuento.extract.by_order import past_orders
from recuento.extract.figures import Counting
from recuento.extract.implied import implied_agents
from recuento.extract.naming import party_side, party_span
from recuento.extract.outlets import is_outlet_speaking
from recuento.extract.past_marks import is_several
from recuento.extract.phrases import content_head, coordinated, is_name, noun_of, phrase_span
from recuento.extract.sides import side_of
from recuento.extract.signed import author_of, author_of_opening
from recuento.extract.speakers import kind_of
from recuento.extract.triggers import Match, find_triggers
from recuento.extract.undergone import only_undergoes
from recuento.extract.verbs import by_phrases, subjects
from recuento.extract.view import View
from recuento.lexicon.codebook import event_of
from recuento.lexicon.grammar import stance, verb_set
from recuento.lexicon.people import things, times, weapons
from recuento.model.claim import Role, RoleName, Speaker
from recuento.model.span import Span

__all__ = ["quote_of", "roles_of", "without_who_says_so"]

_LONGEST_QUOTE = 320
_FAR = 70
_AFFECTED = frozenset({"target", "beneficiary"})


def roles_of(view: View, match: Match, args: Arguments, counting: Counting | None) -> tuple[Role, ...]:
    event = event_of(match.rule.event)
    agents = (
        ()
        if match.rule.counted == "agent" or match.rule.loses
        else tuple(_past_dateline(view, _one_of_whom(view, i), match) for i in past_orders(view, match, args.agents))
    )
    agents += tuple(i for i in _with_them(view, agents) if i not in args.patients)
    if event.family == "speech":
        agents = tuple(_author_of(view, i, match) for i in agents)
        opening = author_of_opening(view, match) if not any(_can_act(view, i) for i in agents) else None
        agents = agents if opening is None else (opening,)
    if match.rule.event == "body_found":
        agents = tuple(i for i in agents if _left_them(view, i))
    found = [
        _agent(view, match.rule.event, event.agent, i)
        for i in agents
        if _can_act(view, i)
        and (event.family == "speech" or not is_outlet_speaking(view, i))
        and not (event.family == "violence" and only_undergoes(view, match, i))
    ]
    if match.rule.event == "missing":  # who looks for them, or counts them, did not take them
        found = [role for role in found if side_of(role.text, view.language) == "armed_group"]
    if not found:
        found += [_role(view, event.agent, i) for i in implied_agents(view, match, counting)]
    if match.rule.patient == "thing" and event.family != "violence":
        return _once(found)
    if counting is not None and view.folded[counting.head] not in view.words.numbers:  # nobody is "the death toll"
        whom = _without_number(view, counting.span)
        found.append(Role(role=event.patient, text=whom.of(view.text), span=whom))
    elif counting is None:
        found += [
            _affected(view, event.patient, i, match)
            for i in args.patients
            if view.tokens[i].pos != "ADJ"
            and not _is_clitic(view, i)
            and not (match.head <= i <= match.last and (i in {match.head, match.last} or not _is_between(view, i)))
            and not _is_dated(view, i)
            and view.folded[i] not in times(view.language)
        ]
    return _once(found)


def _left_them(view: View, agent: int) -> bool:
    """Tell whether somebody dumps or hangs the dead; who finds them, or takes them away, did not kill them."""
    leaving = verb_set(stance(view.language).leaves_bodies, view.language)
    verbs = [i for i, word in enumerate(view.folded) if word in leaving]
    left = any(agent in (*subjects(view, verb), *by_phrases(view, verb)) for verb in verbs)
    return left or party_side(view, agent) == "armed_group"


def without_who_says_so(roles: tuple[Role, ...], speakers: Sequence[Speaker], event: str) -> tuple[Role, ...]:
    """Return the roles without whoever says it, where somebody else is affected.

    "Attacked a convoy, the prosecutor's office said" attacks no office; "a woman who was shot said so" was shot.
    """
    if event_of(event).family not in {"violence", "fate"}:
        return roles
    said = {speaker.span for speaker in speakers}
    others = [role for role in roles if role.role in _AFFECTED and role.span not in said]
    return tuple(role for role in roles if not (others and role.role in _AFFECTED and role.span in said))


def _author_of(view: View, index: int, match: Match) -> int:
    """Return who put out an English message that claims or accuses: "a video posted by the gang", "its leaflet"."""
    author = author_of(view, index, match.head)
    return index if author is None or not _can_act(view, author) else author


def _is_between(view: View, index: int) -> bool:
    """Tell whether a word between a rule's English words names people: "holds local police responsible"."""
    return view.language == "en" and view.tokens[index].pos in {"NOUN", "PROPN"} and noun_of(view, index) is not None


def _with_them(view: View, agents: tuple[int, ...]) -> Iterator[int]:
    """Yield the forces of the state that a Spanish subject joins to another: "la Fiscalía y la Policía Nacional"."""
    if view.language == "es" and not view.headline:
        for agent in agents:
            if party_side(view, agent) == "state":
                joined = (i for i in coordinated(view, agent)[1:] if i not in agents)
                yield from (i for i in joined if view.tokens[i].pos == "PROPN" and party_side(view, i) == "state")
                yield from _joined_inside(view, agent)


def _joined_inside(view: View, agent: int) -> Iterator[int]:
    """Yield the force that a plural verb shows to be a second subject: "la Fiscalía contra X y la Policía hicieron".

    The parser joins it to the last noun of the first one's name.
    """
    verb = view.tokens[agent].head
    if not (view.tokens[verb].has("Number=Plur") and view.tokens[agent].dep == "nsubj" and agent < verb):
        return
    if view.tokens[agent].has("Number=Plur"):
        return
    inside = (i for i in view.subtree(agent) if agent < i < verb and view.tokens[i].head != agent)
    yield from (i for i in inside if view.tokens[i].dep == "conj" and party_side(view, i) == "state")


def _one_of_whom(view: View, index: int) -> int:
    """Return those of whom a bare "one" did it: "Two men got out and one threw a grenade"; else the word itself.

    What "it" did was done by the institution that the sentence has spoken of: "a jury met and it charged 41".
    """
    if view.folded[index] in view.words.it:
        bodies = (i for i in range(index - 1, -1, -1) if _is_body(view, i) or _is_group(view, i))
        return next(bodies, index)
    if view.folded[index] in view.words.pronouns:
        return _of_clause_above(view, index)
    if view.folded[index] not in view.words.one or view.tokens[index].pos not in {"NUM", "PRON"}:
        return index
    if view.children(index, "nmod") or (index + 1 < len(view.tokens) and view.tokens[index + 1].pos == "NOUN"):
        return index
    several = (
        i
        for i in range(index - 1, -1, -1)
        if noun_of(view, i) is not None and view.tokens[i].has("Number=Plur") and not view.case_of(i)
    )
    return next(several, index)


def _in_dateline(view: View, index: int) -> bool:
    return any(place.dateline and place.span.covers(view.tokens[index].span) for place in view.places)


def _past_dateline(view: View, index: int, match: Match) -> int:
    """Return the institution behind a dateline taken for the subject: "WASHINGTON - The Treasury today …"."""
    if view.language != "en" or not _in_dateline(view, index):
        return index
    behind = (i for i in range(index + 1, match.head) if view.tokens[i].pos in {"NOUN", "PROPN"})
    return next((i for i in behind if not _in_dateline(view, i) and party_side(view, i) != "unknown"), index)


def _is_group(view: View, index: int) -> bool:
    """Tell whether an English word is an armed group as the subject of a verb: "the gang sent word that it did it"."""
    subject = view.language == "en" and view.tokens[index].dep.startswith("nsubj")
    return subject and view.tokens[index].pos in {"NOUN", "PROPN"} and party_side(view, index) == "armed_group"


def _of_clause_above(view: View, pronoun: int) -> int:
    """Return whom a pronoun of a clause means: of "nine gunmen died when they ambushed a convoy" the gunmen.

    The subject of the nearest clause above that is people of the pronoun's number; else the pronoun itself.
    """
    many = view.tokens[pronoun].has("Number=Plur") or view.folded[pronoun] == "they"
    for verb in view.ancestors(view.tokens[pronoun].head):
        for subject in view.children(verb, "nsubj"):
            told = noun_of(view, subject) is not None or is_name(view, subject)
            fits_number = view.tokens[subject].has("Number=Plur") == many or (many and is_several(view, subject))
            if subject != pronoun and told and fits_number and view.tokens[subject].pos in {"NOUN", "PROPN"}:
                return subject
    return pronoun


def _is_body(view: View, index: int) -> bool:
    """Tell whether a word is an institution as the subject of a verb."""
    token = view.tokens[index]
    kind = kind_of(party_span(view, index).of(view.text), view.language) if token.dep.startswith("nsubj") else "other"
    return token.pos in {"NOUN", "PROPN"} and not token.has("Number=Plur") and kind in {"court", "security_force"}


def _without_number(view: View, span: Span) -> Span:
    """Return whom a phrase names: "the total number of hostages" are hostages."""
    inside = view.inside(span)
    last = next((i for i in reversed(inside[:-1]) if view.folded[i] in view.words.of), None)
    if last is None or not any(view.folded[i] in view.words.numbers for i in inside if i < last):
        return span
    return Span(view.tokens[last + 1].span.start, span.end)


def _agent(view: View, event: str, role: RoleName, index: int) -> Role:
    """Return whoever did it; what did it ("a car bomb killed four") is the instrument."""
    if role == "authority" and party_side(view, index) == "armed_group":
        role = "perpetrator"  # a gang that tries to free its man is no authority
    freed = role == "perpetrator" and event == "release"
    if freed and party_side(view, index) == "state":
        role = "authority"  # "fueron rescatados por la Marina": who frees them did not hold them
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
    """People, groups, institutions and weapons act; events ("the attack left three dead") and times do not."""
    if index in {m.head for ms in find_triggers(view) for m in ms[:1] if m.rule.form in {"nominal", "state"}}:
        return False
    if _in_dateline(view, index):
        return False
    word, pos = view.folded[index], view.tokens[index].pos
    some = word in view.words.numbers or (word in view.words.one and view.tokens[index].pos in {"NUM", "PRON"})
    measured = content_head(view, index) if some else index
    people = noun_of(view, measured) if measured != index else None
    if people is not None and not people.victim and view.tokens[measured].has("Number=Plur"):
        return True  # "un número indeterminado de sujetos", "one of the men"
    if word in view.words.numbers | times(view.language) or pos in {"NUM", "PRON", "DET"} or _is_dated(view, index):
        return False
    if word in things(view.language) and word not in weapons(view.language) and _names_nobody(view, index):
        return False
    if noun_of(view, index) or is_name(view, index) or pos == "PROPN":
        return True
    return party_side(view, index) != "unknown" or pos == "NOUN"


def _is_clitic(view: View, index: int) -> bool:
    """Tell whether a word is a Spanish object pronoun, which names nobody: "la soltaron"."""
    return not view.headline and view.tokens[index].pos == "PRON" and view.folded[index] in view.words.clitics


def _is_dated(view: View, index: int) -> bool:
    return any(d.span.overlaps(view.tokens[index].span) for d in view.dates)


def _names_nobody(view: View, index: int) -> bool:
    """Tell whether a word for a thing is none for an institution ("la fiscalía" is both)."""
    if noun_of(view, index) is not None or view.tokens[index].pos == "PROPN" or _is_capital_name(view, index):
        return False
    if kind_of(view.tokens[index].text, view.language) != "other" or party_side(view, index) != "unknown":
        return False
    places = [place.span for place in view.places]
    inside = view.inside(party_span(view, index))
    return not any(
        view.tokens[i].pos == "PROPN" and not any(place.overlaps(view.tokens[i].span) for place in places)
        for i in inside
    )


def _is_capital_name(view: View, index: int) -> bool:
    """Tell whether a common noun is the last word of a name: "the Red Hand"."""
    capital = view.tokens[index].text.istitle() and index > 0 and view.tokens[index - 1].text.istitle()
    return view.language == "en" and capital and view.tokens[index - 1].pos not in {"DET", "ADP"}


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
        if counting.figure is None and match.rule.counts == "seized" and counting.span.start > span.end:
            return item  # things without a number are told apart by their own words
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
