"""Who did it, where another sentence of the same account says so."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from functools import cached_property
from itertools import chain
from typing import TYPE_CHECKING

from msgspec import structs

from recuento.extract.lenders import Lenders
from recuento.extract.same_day import is_another_day
from recuento.extract.seen import Actors, Seen, Sort
from recuento.extract.sharing import ACTS_OF_A_FORCE, agent_for, side_harmed
from recuento.extract.sides import party_side_of, side_of
from recuento.extract.speakers import kind_of
from recuento.lexicon.codebook import event_of
from recuento.lexicon.fold import fold
from recuento.lexicon.people import jurors, lone_doers, people, things
from recuento.lexicon.syntax import syntax
from recuento.model.claim import Role, Side
from recuento.model.document import Language

if TYPE_CHECKING:
    from recuento.extract.drafts import Draft

__all__ = ["with_inherited_agents"]

_HARM = frozenset(
    {
        "killing", "wounding", "attack", "clash", "bombing", "arson", "abduction", "torture", "sexual_violence",
        "robbery", "home_invasion", "blockade", "property_destruction", "disappearance",
    }
)  # fmt: skip
# What one body says it did, it did all of: gunmen may have killed besides.
_CLAIMED = frozenset({"abduction", "bombing"})
_HOLDING = frozenset({"abduction", "disappearance", "missing"})
_INHERITS = _HARM | {"missing"}
_DOERS = frozenset({"perpetrator", "authority", "claimant"})
_SENDING = frozenset({"deployment", "operation"})
# The paragraphs of the news itself, which the rest of a report fills in.
_LEAD = 1
_NAME = re.compile(r"[A-ZÁÉÍÓÚÑ][\w'’-]+")
_SEEN: dict[Sort, int] = {"armed": 2, "force": 1, "court": 2}


def with_inherited_agents(
    asked: Sequence[Draft],
    drafts: Sequence[Draft],
    seen: Actors | None,
    language: Language,
    *,
    beside: Callable[[Draft], Sequence[Draft]],
    freed: Callable[[Draft], bool],
) -> list[Draft]:
    """Return those ``asked`` for of an account's drafts, each without an agent given the one named nearest to it.

    The role is marked as inherited. Nothing is inherited where nobody is named, where the account's agent would have
    harmed his own side, or from what was only planned or denied. ``beside`` gives what accounts of that time told
    right before: a sentence that names no place of its own goes on with what its paragraph or the one before told.
    ``freed`` tells whether captives were freed right before.
    ``seen`` are those who act in the report without a word of any rule, None where they say nothing of this account.
    """
    settling = _Settling(Lenders(drafts), seen, language, beside, freed)
    return [settling.named(draft) for draft in asked]


class _Settling:
    """The drafts of an account with their agents, each settled when it is asked for."""

    def __init__(
        self,
        lenders: Lenders,
        seen: Actors | None,
        language: Language,
        beside: Callable[[Draft], Sequence[Draft]],
        freed: Callable[[Draft], bool],
    ) -> None:
        self._lenders, self._seen, self._language, self._beside, self._freed = lenders, seen, language, beside, freed
        self._settled: dict[int, Draft] = {}

    def _of(self, draft: Draft) -> Draft:
        known = self._settled.get(id(draft))
        if known is None:
            known = draft
            if not draft.reason:  # of what somebody avenges only those whom he accuses are told
                own = self._seen if self._language == "en" else None
                known = _with_seen(draft, own, self._language, in_sentence=True)
                known = _with_agent(known, self._lenders, self._language)
                fell = _fell_at_work(draft, self._language) and self._freed(draft)
                seen = None if fell else self._seen  # not who stormed the camp days before the rescue
                known = _with_seen(_with_lent(known, self._beside, self._language), seen, self._language)
            self._settled[id(draft)] = known
        return known

    def named(self, draft: Draft) -> Draft:
        """Add the name of those only described ("los militares"), if the account has one party of their side."""
        settled = self._of(draft)
        agents = [role for role in settled.roles if role.role in _DOERS]
        if len(agents) != 1 or not _is_described(agents[0].text, self._language):
            return settled
        fullest = self._parties.get(self._side(agents[0].text))
        if fullest is None or _is_other_office(fullest.text, agents[0].text, self._language):
            return settled
        if fullest.role == "claimant" and any(fold(w) in lone_doers(self._language) for w in agents[0].text.split()):
            return settled  # one attacker is none of the groups that claim him
        more = replace(fullest, role=agents[0].role, inherited=True)
        return settled if _is_affected(more, settled) else structs.replace(settled, roles=(*settled.roles, more))

    def _side(self, words: str) -> Side:
        """The side that a party's words tell; "the group" is an armed one."""
        side = party_side_of(words, self._language)
        return "armed_group" if side == "unknown" and kind_of(words, self._language) == "group" else side

    @cached_property
    def _parties(self) -> dict[Side, Role]:
        """The longest name of each side that has one party."""
        sides: dict[Side, list[Role]] = {}
        for draft in map(self._of, self._lenders.drafts):
            for role in draft.roles:
                if role.role in _DOERS and _has_name(role.text):
                    sides.setdefault(self._side(role.text), []).append(role)
        sides.pop("unknown", None)
        return {side: max(named, key=_length) for side, named in sides.items() if _is_one_body(named)}


def _is_other_office(named: str, described: str, language: Language) -> bool:
    """Tell whether the words name a body of the state and the name is another's: "the army" is no National Guard.

    "The soldiers" may be of any force that is named.
    """
    said = fold(described).split()
    if language != "en" or party_side_of(described, "en") == "armed_group" or said[-1] in people("en"):
        return False
    return said[-1] not in fold(named).split()


def _length(role: Role) -> int:
    return len(role.text)


def _with_seen(draft: Draft, seen: Actors | None, language: Language, *, in_sentence: bool = False) -> Draft:
    """Give an event without an agent whoever of the right sort acts nearest to it in the text, if anybody does.

    ``in_sentence``: only those who act in its own sentence, who come before all that other sentences name.
    """
    named = any(role.role in {"perpetrator", "authority"} for role in draft.roles)
    sort = None if named or draft.status in {"planned", "denied"} else _sort_for(draft, language)
    if sort is None or seen is None or (sort == "armed" and _befell_them(draft, language)):
        return draft
    near = [
        one
        for one in seen.near(draft.paragraph, within=0 if in_sentence else _SEEN[sort])
        if one.sort == sort
        and (not in_sentence or draft.sentence.covers(one.role.span))
        and not (draft.event == "sentence" and _is_jury(one.role, language))
        and (not one.here or draft.sentence.covers(one.role.span))
        and (not one.onward or one.role.span.end <= draft.sentence.start)
        and not _is_affected(one.role, draft)
        and not _may_be_one_of(draft, one.role)
    ]
    nearest = min(near, key=lambda one: _apart(one, draft), default=None)
    return structs.replace(draft, roles=(nearest.role, *draft.roles)) if nearest else draft


def _may_be_one_of(draft: Draft, role: Role) -> bool:
    """Tell whether a bare number tells who died, of those told right before: "twenty men came, and five died"."""
    dies = draft.event == "killing" and draft.match.rule.form == "intransitive" and draft.counted.side == "unknown"
    if not dies or not draft.sentence.covers(role.span):
        return False
    victims = [other.text for other in draft.roles if other.role == "target"]
    return bool(victims) and all(" " not in words for words in victims) and role.span.end <= draft.trigger.start


def _befell_them(draft: Draft, language: Language) -> bool:
    """Tell whether it befell some "of them": of gunmen who were told of right before, perhaps."""
    table = syntax(language)
    said = (fold(role.text).split()[-2:] for role in draft.roles if role.role in {"target", "beneficiary"})
    return language == "en" and any(len(last) == 2 and last[0] in table.of and last[1] in table.them for last in said)


def _is_jury(role: Role, language: Language) -> bool:
    """Tell whether a court is a jury, which finds people guilty and sentences nobody."""
    return any(fold(word) in jurors(language) for word in role.text.split())


def _apart(one: Seen, draft: Draft) -> tuple[bool, int]:
    """Return how far somebody acts from the event; of forces, one that acts in its paragraph or before comes first."""
    later = one.sort == "force" and one.paragraph > draft.paragraph
    return later, abs(one.role.span.start - draft.trigger.start)


def _sort_for(draft: Draft, language: Language) -> Sort | None:
    if draft.event in {"sentence", "conviction", "acquittal", "trial"}:
        return "court"
    if draft.event in {"arrest", "seizure", "rescue"}:
        return "force" if draft.status != "attempted" else None
    harm = draft.event in _HARM and draft.event != "clash" and draft.scope != "aggregate"
    return "armed" if harm and side_harmed(draft, language) != "armed_group" else None


def _is_one_body(named: Sequence[Role]) -> bool:
    """Tell whether all roles share a name: "Integrantes del ELN" and "el Ejército de Liberación Nacional (ELN)"."""
    names = [set(_NAME.findall(role.text[1:])) for role in named]
    return all(names[0] & other for other in names) if len(named) > 1 else True


def _is_described(words: str, language: Language) -> bool:
    table = syntax(language)
    first = fold(words.split(maxsplit=1)[0])
    return first in table.definite | table.definite_plural and not _has_name(words)


def _has_name(words: str) -> bool:
    return any(word[:1].isupper() for word in words.split()[1:])


def _with_agent(draft: Draft, lenders: Lenders, language: Language) -> Draft:
    agent = event_of(draft.event).agent
    if any(role.role in {agent, "perpetrator"} for role in draft.roles):
        return draft
    for other in chain(lenders.nearest_first(draft), _of_one_party(draft, lenders)):
        found = _lent(draft, other, language)
        identified = found is not None and (_identifies(found, language) or _is_capital(found, draft))
        if found is not None and identified and not _is_affected(found, draft):
            known = _introduced(found, lenders.drafts, language)
            role = "perpetrator" if draft.status == "attempted" and found.role == "perpetrator" else agent
            return structs.replace(draft, roles=(replace(known, role=role, inherited=True), *draft.roles))
    return draft


def _of_one_party(draft: Draft, lenders: Lenders) -> Iterator[Draft]:
    """Yield what is told far below the news, where all that the account tells was done by one and the same party."""
    if draft.paragraph > _LEAD or draft.event == "clash":
        return
    if lenders.has_one_party:
        yield from (d for d in lenders.below(draft) if _in_one_town(draft, d))


def _in_one_town(one: Draft, other: Draft) -> bool:
    """Tell whether both were in one town: a report of several towns begins with what befell in all of them."""
    if one.told_where is None or other.told_where is None:
        return False
    wide = {one.told_where.place.precision, other.told_where.place.precision} & {"admin1", "country"}
    towns = {where.place.name.rsplit(", ")[-1] for where in (one.told_where, other.told_where)}
    return not wide and len(towns) == 1


def _introduced(role: Role, drafts: Sequence[Draft], language: Language) -> Role:
    """Return the words by which the account first told of those only pointed back to ("los sujetos armados")."""
    if not _is_described(role.text, language):
        return role
    side = party_side_of(role.text, language)
    if side != "armed_group":
        return role
    first: Role | None = None
    for other in (other for d in drafts for other in d.roles):
        if other.role != role.role or other.span.end > role.span.start or party_side_of(other.text, language) != side:
            continue
        if first is not None and other.text != first.text:
            return role  # two parties
        first = other
    new = first is not None and not _is_described(first.text, language) and not _has_name(first.text)
    return first if first is not None and new else role


def _with_lent(draft: Draft, beside: Callable[[Draft], Sequence[Draft]], language: Language) -> Draft:
    """Give what is told without a place the agent that the account right before it names."""
    before = beside(draft) if draft.place is None else ()
    return _with_agent(draft, Lenders(before), language) if before else draft


def _lent(draft: Draft, other: Draft, language: Language) -> Role | None:
    """Return the agent that one event of an account lends another, None where their kinds do not go together."""
    if other.status in {"planned", "denied"} and draft.status != other.status:
        return None
    if language == "es" and other.charged and not draft.charged and other.event in _HARM:
        return None  # an older crime of somebody tried
    if draft.event == "rescue" and draft.status == "attempted" and other.event != "rescue":
        return _who_fell(draft, other, language)  # who arrested him, or seized their rifles, did not try to free him
    if draft.event == "deployment" and other.event not in _SENDING and language == "en":
        return None  # who killed two rebels did not send the police who come
    if draft.event in ACTS_OF_A_FORCE:
        return agent_for(draft, other, language) if other.event in ACTS_OF_A_FORCE else _force_in(other, language)
    if draft.event in _CLAIMED and other.event == "claim_of_responsibility":
        claimant = next((role for role in other.roles if role.role == "claimant"), None)
        return replace(claimant, role="perpetrator") if claimant is not None else None
    if draft.event == "missing" and other.event != "abduction":
        return None  # who is held is held by those who took him
    if _fell_at_work(draft, language) and other.event in _HOLDING:
        return None  # a captor is not told to have shot the soldier who died freeing the captives
    if _fought(draft, language) and is_another_day(draft, other):
        return None  # who shot a mayor on Sunday did not wound the policeman in Monday's raid
    if _fell_at_work(draft, language) and other.event == "rescue" and other.status == "attempted":
        doers = (r for r in other.roles if r.role == "perpetrator")
        return next((r for r in doers if party_side_of(r.text, language) == "armed_group"), None)
    if draft.event in _INHERITS and other.event in _HARM:
        fell = draft.event in {"killing", "wounding"} and side_harmed(draft, language) == "armed_group"
        lent = agent_for(draft, other, language) or (_force_in(other, language) if fell else None)
        # A force of the state is taken to have done what befell armed people, and nothing else.
        fits = lent is None or party_side_of(lent.text, language) != "state" or draft.counted.side == "armed_group"
        return lent if fits else None
    same_court = other.event == draft.event and event_of(draft.event).family == "justice"
    return agent_for(draft, other, language) if same_court else None


def _who_fell(attempt: Draft, other: Draft, language: Language) -> Role | None:
    """Return the armed people who were shot right before or after a Spanish attempt to free somebody: they tried."""
    near = abs(other.paragraph - attempt.paragraph) <= 1 and other.event in {"killing", "wounding"}
    if language != "es" or not near or other.status != "occurred" or other.sentence == attempt.sentence:
        return None
    fell = (role for role in other.roles if role.role == "target" and side_of(role.text, language) == "armed_group")
    return next((replace(role, role="perpetrator") for role in fell), None)


def _fought(draft: Draft, language: Language) -> bool:
    """Tell whether those killed or wounded were of a force or armed: they fell in one fight, on one day."""
    return draft.event in {"killing", "wounding"} and side_harmed(draft, language) in {"state", "armed_group"}


def _fell_at_work(draft: Draft, language: Language) -> bool:
    hurt = draft.event in {"killing", "wounding"} and draft.status == "occurred"
    return hurt and side_harmed(draft, language) == "state"


def _force_in(other: Draft, language: Language) -> Role | None:
    """Return the force of the state that fought, killed or was attacked: it also arrested, seized and shot back."""
    if other.event not in {"clash", "killing", "wounding", "attack"}:
        return None
    fought = {"perpetrator", "target"} if other.event in {"clash", "attack"} else {"perpetrator"}
    parties = (role for role in other.roles if role.role in fought and not _is_building(role, language))
    # A convoy that was fired on makes no arrests.
    moved = syntax(language).columns
    of_state = (role for role in parties if party_side_of(role.text, language) == "state")
    return next((role for role in of_state if moved.isdisjoint(fold(role.text).split())), None)


def _is_building(role: Role, language: Language) -> bool:
    """Tell whether the words are of where a force sits, which makes no arrests: "la estación de Policía"."""
    words = [fold(word) for word in role.text.split()[:2]]
    return any(word in things(language) and kind_of(word, language) == "other" for word in words)


def _identifies(role: Role, language: Language) -> bool:
    """Tell whether the words say who: a side, a force, a name; "two men" and "they" could be anybody.

    Of what only bears a name ("the Cobos highway") people and institutions count, and no single official: a minister
    seizes nothing himself.
    """
    if party_side_of(role.text, language) in {"armed_group", "state"} or side_of(role.text, language) == "civilian":
        return True
    if not _has_name(role.text):
        return False
    table = syntax(language)
    said = [fold(word) for word in re.findall(r"[\w'’-]+", role.text)]
    while said and said[0] in table.definite | table.definite_plural | table.indefinite:
        said = said[1:]
    first = said[0] if said else ""
    noun = people(language).get(first)
    thing = first in things(language) and kind_of(first, language) == "other"
    official = noun is not None and noun.speaker == "official" and role.role == "authority"
    return not thing and not official


def _is_capital(role: Role, draft: Draft) -> bool:
    """Tell whether one name without more sent somebody: "Quito ha enviado 400 hombres. Los acompañan 90 marinos"."""
    return draft.event == "deployment" and role.text.isalpha() and role.text.istitle()


def _is_affected(role: Role, draft: Draft) -> bool:
    return any(role.span.overlaps(other.span) for other in draft.roles)
