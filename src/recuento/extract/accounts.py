"""Group a report's claims into accounts: one telling of one incident, with its own time and place."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta

from msgspec.structs import replace

from recuento.extract.drafts import Draft
from recuento.extract.freeing_scene import scene_of_freeing
from recuento.extract.newsday import TAKINGS, news_day
from recuento.extract.scenes import lead_place, lies_within, place_before
from recuento.extract.times import NEWS_DAYS
from recuento.extract.turns import hurt_before, is_another_arrest, is_earlier_arrest, names_shared, turns
from recuento.extract.victims_apart import is_another_victim
from recuento.lexicon.codebook import event_of
from recuento.model.annotation import Annotations, DateMention, PlaceMention
from recuento.model.claim import Account, Claim, How, Quote, TriggerWords, When, Where
from recuento.model.document import Field
from recuento.model.ids import account_id, claim_id
from recuento.model.span import Span

__all__ = ["Telling", "build_accounts", "narrower", "tell", "told_at_once", "told_beside"]

_LAST_DAYS = 8

# Abduction, release, rescue, the search and the clash on the way are told as one; arrests and courts are not.
_STREAM = {
    "violence": "violence",
    "fate": "violence",
    "state_action": "violence",
    "speech": "violence",
    "justice": "justice",
}


_IN_AN_ARREST = frozenset({"seizure", "operation"})
_DOERS = frozenset({"perpetrator", "authority"})


@dataclass(slots=True)
class Telling:
    """An account while it is being put together: its drafts in text order, what is known of when and where.

    ``passing``: an arrest of long ago, told of somebody beside the news.
    """

    stream: str
    background: bool
    aggregate: bool
    part: Field
    passing: bool = False
    when: DateMention | None = None
    where: PlaceMention | None = None
    drafts: list[Draft] = field(default_factory=list)


def tell(drafts: Sequence[Draft], annotations: Annotations, title: Sequence[DateMention] = ()) -> list[Telling]:
    """Return the tellings of one field as they begin, each draft with the time and place it inherits.

    A claim without a date or place of its own takes the last one told before it nearby, else the report's own.
    """
    days, scene = news_day(annotations, drafts, title), lead_place(annotations)
    tellings: list[Telling] = []
    recalled: set[Span] = set()
    turned = turns(annotations)
    beside_it: defaultdict[Span, list[Draft]] = defaultdict(list)
    for draft in drafts:
        beside_it[draft.sentence].append(draft)
    for draft in drafts:
        beside = _arrest_beside(draft, tellings) or _arrested_on_the_spot(draft, tellings)
        if beside is not None:
            beside.drafts.append(replace(draft, told_when=beside.when, told_where=beside.where))
            continue
        when = days.of(draft)
        aggregate = draft.scope == "aggregate"
        background = aggregate or draft.recalled or _is_old(when, annotations.document.published_on)
        # Where an older crime was is not where the news goes on.
        passed = frozenset() if background else recalled - {draft.sentence}
        known = (d for t in tellings if not t.background for d in t.drafts)
        where = draft.place or scene_of_freeing(draft, known, scene, annotations)
        where = where or place_before(annotations, draft.sentence, draft.paragraph, without=passed)
        recalled |= {draft.sentence} if background and not aggregate else frozenset()
        turn = turned.get(draft.paragraph)
        elsewhere = turn is not None and turn <= draft.sentence.start and draft.place is not None
        if draft.spread:
            where = draft.place  # "31 muertos en cuatro estados": of no one town
        elif not background and not elsewhere:
            where = narrower(where, scene) if lies_within(scene, where) else where or scene
            where = scene if scene is not None and _is_sent_wider(draft, where) else where
        told = replace(draft, told_when=when, told_where=where)
        hurt = hurt_before(draft, beside_it[draft.sentence])
        begun = when if hurt is None else days.of(hurt)  # who died of wounds died of what was then
        sought = told if begun is when else replace(told, told_when=begun)
        fitting = _homes(tellings, sought, background=background, aggregate=aggregate)
        home = next((t for t in fitting if not _is_shut(t, turn, told, sought, annotations)), None)
        if home is None:
            passing = any(_is_earlier(t, sought, annotations) for t in tellings)
            home = Telling(_stream(told), background, aggregate, annotations.field, passing=passing)
            tellings.append(home)
        if _says_nothing_new(home, told):
            continue
        home.when = home.when or (None if draft.aside and draft.date is begun else begun)
        home.where = narrower(home.where, where)
        home.drafts.append(told)
    return tellings


def _is_shut(telling: Telling, turn: int | None, told: Draft, sought: Draft, annotations: Annotations) -> bool:
    """Tell whether something in the report parts the draft from a telling of its kind, time and place."""
    return (
        _is_earlier(telling, sought, annotations)
        or _is_behind(telling, turn, told)
        or _is_only_passing(telling, told)
        or _got_out_later(telling, told)
        or is_another_arrest(telling.drafts, told, annotations)
        or is_another_victim(telling.drafts, telling.when, told, annotations)
    )


def _is_sent_wider(draft: Draft, where: PlaceMention | None) -> bool:
    """Tell whether troops would be sent to the very spot of another sentence's event: they are sent to the area."""
    spot = where is not None and where is not draft.place and where.place.precision == "exact"
    return draft.event == "deployment" and draft.figure is not None and spot


def _is_earlier(telling: Telling, sought: Draft, annotations: Annotations) -> bool:
    return is_earlier_arrest(telling.when, telling.drafts, sought, annotations.document.published_on)


def _is_behind(telling: Telling, turn: int | None, draft: Draft) -> bool:
    """Tell whether the paragraph has turned to another event since the telling: "Separately, marines captured 19"."""
    if turn is None or not telling.drafts[-1].sentence.start < turn <= draft.sentence.start:
        return False
    figure = draft.figure.count if draft.figure is not None else None
    again = figure is not None and figure.at_least > 1
    return not (again and any(d.tally == draft.tally and d.figure and d.figure.count == figure for d in telling.drafts))


def _is_only_passing(telling: Telling, draft: Draft) -> bool:
    """Tell whether the telling is an older arrest, with which a sentence without a day does not go on."""
    return telling.passing and draft.date is None and not names_shared(telling.drafts, draft)


def _got_out_later(telling: Telling, draft: Draft) -> bool:
    """Tell whether a dated release from prison would date the plea and the sentence before it, which have no day."""
    if draft.event != "prison_release" or draft.date is None or telling.when is not None:
        return False
    return any(d.event in {"plea", "conviction", "sentence", "trial"} for d in telling.drafts)


def _arrest_beside(draft: Draft, tellings: list[Telling]) -> Telling | None:
    """A charge told in one breath with an arrest belongs to its account: "detained him on charges of …"."""
    if draft.event != "charge" or draft.date is not None:
        return None
    return next((t for t in tellings for d in t.drafts if d.event == "arrest" and d.sentence == draft.sentence), None)


def _says_nothing_new(telling: Telling, draft: Draft) -> bool:
    """A noun that names an event of the account again ("the attack") is a mention, not a second event."""
    if draft.figure is not None or "noun" not in draft.match.kinds:
        return False
    if draft.scope or draft.motive:
        return False
    same = [d for d in telling.drafts if d.event == draft.event and d.status == draft.status]
    # "the haul included 12 rifles and body armor": each thing is a fact of its own
    own = draft.event == "seizure" and any(d.sentence == draft.sentence for d in same)
    return bool(same) and not own


def _stream(draft: Draft) -> str:
    return "custody" if draft.event == "arrest" else _STREAM[event_of(draft.event).family]


def _arrested_on_the_spot(draft: Draft, tellings: list[Telling]) -> Telling | None:
    """Whoever killed and arrested in one sentence did both in one place: "soldiers killed two and arrested three"."""
    if draft.event != "arrest":
        return None
    hands = {role.span for role in draft.roles if role.role in _DOERS}
    for telling in tellings:
        same = [d for d in telling.drafts if d.sentence == draft.sentence and telling.stream == "violence"]
        if any(role.span in hands for d in same for role in d.roles if role.role in _DOERS):
            return telling
    return None


def _is_old(when: DateMention | None, published: date) -> bool:
    """Tell whether a time makes its event context: older than a month, a bare year, or one of several candidates."""
    if when is None or not when.ranges:
        return False
    floor = published - timedelta(days=NEWS_DAYS)
    return all(r.after <= floor for r in when.ranges) or len(when.ranges) > 1 or when.ranges[0].days > 300


def _homes(tellings: list[Telling], draft: Draft, *, background: bool, aggregate: bool) -> Iterator[Telling]:
    """Yield the tellings that the draft can belong to by kind, time and place, the latest first."""
    for telling in reversed(tellings):
        if not _fits(telling, draft) or (telling.background, telling.aggregate) != (background, aggregate):
            continue
        if background and not _near_in_text(telling, draft):
            continue
        if not background and not aggregate and _one_captivity(telling, draft):
            yield telling
            continue
        agree = _places_agree(telling.where, draft.told_where) and _days_agree(telling.when, draft.told_when)
        if agree and _same_people(telling, draft):
            yield telling


_CAPTIVITY = frozenset({"abduction", "disappearance", "release", "rescue", "missing"})


def _one_captivity(telling: Telling, draft: Draft) -> bool:
    """The taking, the freeing and the search of one report are one, whatever their days, but not two takings."""
    if event_of(draft.event).family == "speech":
        return any(event_of(d.event).family == "violence" for d in telling.drafts)
    if draft.event not in _CAPTIVITY:
        return False
    held = [d for d in telling.drafts if d.event in _CAPTIVITY]
    if not held:
        return False
    takings = [d for d in held if d.event == "abduction" and d.date is not None]
    another = draft.event == "abduction" and draft.date is not None and takings
    if another and not _days_agree(takings[0].date, draft.date):
        return False
    return _places_agree(telling.where, draft.place)


def _fits(telling: Telling, draft: Draft) -> bool:
    """Tell whether a telling is of the draft's kind of thing; what is seized may be seized in an arrest."""
    if telling.stream == "custody":
        return draft.event == "arrest" or draft.event in _IN_AN_ARREST
    state_only = draft.event == "arrest" and all(d.event in _IN_AN_ARREST for d in telling.drafts)
    return telling.stream == _stream(draft) or (state_only and bool(telling.drafts))


def told_beside(one: Telling, other: Telling) -> bool:
    """Tell whether one is an arrest and the other the violence that it may follow, at one time and place."""
    same = (one.background, one.aggregate) == (other.background, other.aggregate)
    if not same or {one.stream, other.stream} != {"custody", "violence"}:
        return False
    return _days_agree(one.when, other.when) and _places_agree(one.where, other.where)


def told_at_once(one: Telling, other: Telling) -> bool:
    """Tell whether two accounts are of one time; a sentence without a place may go on with the one before it."""
    same = (one.background, one.aggregate) == (other.background, other.aggregate) == (False, False)
    return (
        one is not other and same and "justice" not in {one.stream, other.stream} and _days_agree(one.when, other.when)
    )


def _near_in_text(telling: Telling, draft: Draft) -> bool:
    return abs(telling.drafts[-1].paragraph - draft.paragraph) <= 1


def _days_agree(a: DateMention | None, b: DateMention | None) -> bool:
    """Two mentions can be one time unless both give days and none is shared; a day either way is one night."""
    if a is None or b is None or not a.ranges or not b.ranges:
        return True
    return any(
        x.first - timedelta(days=1) < y.after and y.first < x.after + timedelta(days=1)
        for x in a.ranges
        for y in b.ranges
    )


def _places_agree(a: PlaceMention | None, b: PlaceMention | None) -> bool:
    if a is None or b is None or a.place.name == b.place.name:
        return True
    wide = {"country", "admin1"}
    if a.place.precision in wide or b.place.precision in wide:
        admin = {a.place.admin1 or a.place.name, b.place.admin1 or b.place.name}
        countries = {a.place.country, b.place.country}
        return len(admin) == 1 or ("country" in {a.place.precision, b.place.precision} and len(countries) == 1)
    states = {a.place.admin1, b.place.admin1} - {None}
    return "exact" in {a.place.precision, b.place.precision} and len(states) < 2


def _same_people(telling: Telling, draft: Draft) -> bool:
    """In court prose each named person has a matter of his own."""
    if telling.stream != "justice":
        return True
    mine = {r.text for r in draft.roles if r.role in {"target", "beneficiary"}}
    if not mine or telling.drafts[-1].sentence == draft.sentence:
        return True
    theirs = {r.text for d in telling.drafts for r in d.roles if r.role in {"target", "beneficiary"}}
    return not theirs or bool(mine & theirs)


def narrower(a: PlaceMention | None, b: PlaceMention | None) -> PlaceMention | None:
    """Return the mention of the smaller area; ``a`` if they are alike or only one is given, None if neither is."""
    order = ["exact", "town", "municipality", "admin1", "country"]
    if a is None or b is None:
        return a or b
    return b if order.index(b.place.precision) < order.index(a.place.precision) and b.place.precision != "exact" else a


# ------------------------------------------------------------------ from tellings to accounts
def build_accounts(tellings: Sequence[Telling], annotations: Annotations) -> list[Account]:
    """Return the accounts with their claims; time, place and speakers are inherited within each and marked so."""
    accounts: list[Account] = []
    taken: set[str] = set()
    told: set[str] = set()
    for telling in tellings:
        account = _account(telling, annotations, taken, told)
        if account.claims:
            accounts.append(account)
            taken.add(account.id)
            told |= {claim.id for claim in account.claims}
    return accounts


def _account(telling: Telling, annotations: Annotations, taken: set[str], told: set[str]) -> Account:
    """Return the account with the claims that are not ``told`` before it: two of one event may begin alike.

    ``taken`` are the ids of the accounts before it.
    """
    document = annotations.document
    family = _main_family(telling)
    name = _name(document.id, f"{telling.part}:{family}", telling.drafts[0].sentence.start, taken)
    claims: dict[str, Claim] = {}
    for draft in telling.drafts:
        claim = _claim(draft, telling, annotations, name, _whole_of(draft, claims))
        if claim.id not in told:
            claims.setdefault(claim.id, claim)
    text = annotations.text
    return Account(
        id=name, document=document.id, published_on=document.published_on, family=family, claims=tuple(claims.values()),
        when=_when(telling.when, text, inherited=False), where=_where(telling.where, text, inherited=False),
        background=telling.background, aggregate=telling.aggregate,
    )  # fmt: skip


def _name(document: str, family: str, start: int, taken: set[str]) -> str:
    """Return the account's id; a second account of one family that begins in the same sentence is numbered."""
    name = account_id(document, family, start)
    number = 2
    while name in taken:
        name = account_id(document, f"{family}#{number}", start)
        number += 1
    return name


def _whole_of(draft: Draft, before: dict[str, Claim]) -> str | None:
    if draft.part_of is None and draft.scope != "part":
        return None
    return next((c.id for c in reversed(before.values()) if c.tally == draft.tally and c.scope != "part"), None)


def _main_family(telling: Telling) -> str:
    families = [event_of(d.event).family for d in telling.drafts]
    for family in ("violence", "fate", "state_action", "justice", "speech"):
        if family in families:
            return family
    return families[0]


def _claim(draft: Draft, telling: Telling, annotations: Annotations, account: str, part_of: str | None) -> Claim:
    text, document = annotations.text, annotations.document
    figure = draft.figure.span if draft.figure else None
    return Claim(
        id=claim_id(document.id, telling.part, draft.quote.start, draft.event, draft.tally, figure),
        document=document.id, account=account, event=draft.event, status=draft.status, certainty=draft.certainty,
        tally=draft.tally, how=_how(draft), figure=draft.figure,
        scope=draft.scope, part_of=part_of, unit=draft.unit, counted=draft.counted, roles=draft.roles,
        when=_own_or_inherited_day(draft, telling, annotations),
        where=_own_or_inherited(draft, telling, text),
        said_by=draft.speakers or draft.told_by, motive=draft.motive, background=telling.background,
        quote=Quote(field=telling.part, text=draft.quote.of(text), span=draft.quote), read_by=draft.read_by,
        trigger=TriggerWords(text=draft.trigger.of(text), span=draft.trigger),
        retired=draft.retired,
    )  # fmt: skip


def _own_or_inherited_day(draft: Draft, telling: Telling, annotations: Annotations) -> When | None:
    """The claim's own day unless the report says which day of "this month" it was; else the account's, if recent."""
    if draft.told_when is not None:
        return _when(draft.told_when, annotations.text, inherited=draft.told_when is not draft.date)
    later = telling.when
    if later is None or draft.charged or draft.event in TAKINGS:
        return None
    if not (telling.background or _is_news(later, annotations.document.published_on)):
        return None
    return _when(later, annotations.text, inherited=True)


def _is_news(when: DateMention, published: date) -> bool:
    """Tell whether some day it can mean is of the last week: a claim without a day is no older than the news."""
    return any(r.first <= published and r.after > published - timedelta(days=_LAST_DAYS) for r in when.ranges)


def _own_or_inherited(draft: Draft, telling: Telling, text: str) -> Where | None:
    """The claim's own place unless the account knows a narrower one inside it."""
    if draft.place is not None and draft.told_where is draft.place:
        return _where(draft.place, text, inherited=False)
    if draft.spread and draft.told_where is None:
        return None
    known = None if telling.background else telling.where
    wide = draft.told_where
    vague = wide is not None and (wide.dateline or wide.place.precision == "admin1") and draft.place is None
    if vague and wide is not None and known is not None and lies_within(known, wide):
        wide = wide if wide.dateline and known.place.capital else known
    return _where(wide or known, text, inherited=True)


def _when(mention: DateMention | None, text: str, *, inherited: bool) -> When | None:
    if mention is None or not mention.ranges:
        return None
    return When(ranges=mention.ranges, text=mention.span.of(text), span=mention.span, inherited=inherited)


def _where(mention: PlaceMention | None, text: str, *, inherited: bool) -> Where | None:
    if mention is None:
        return None
    return Where(place=mention.place, text=mention.span.of(text), span=mention.span, inherited=inherited)


def _how(draft: Draft) -> How | None:
    """Return how captives came free; who escaped did, whichever rule read it."""
    if draft.tally != "freed":
        return None
    return draft.match.rule.how or ("escaped" if draft.event == "escape" else None)
