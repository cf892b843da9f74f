"""What a group of accounts tells together: one incident with its id, time and place."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from datetime import date, timedelta

from recuento.link.weights import Kinds
from recuento.model import Account, Claim, DayRange, Incident, Place
from recuento.model.ids import incident_id

__all__ = ["incident_of", "incidents_of"]

_FINE_FIRST = ("exact", "town", "municipality", "admin1", "country")


def incidents_of(groups: Iterable[Sequence[str]], accounts: Sequence[Account], kinds: Kinds) -> tuple[Incident, ...]:
    """Return one incident for each group of account ids, sorted by id."""
    by_id = {account.id: account for account in accounts}
    found = (incident_of([by_id[name] for name in group], kinds) for group in groups)
    return tuple(sorted(found, key=lambda incident: incident.id))


def incident_of(accounts: Sequence[Account], kinds: Kinds) -> Incident:
    """Return the incident that these accounts tell of. Their order does not matter."""
    told = sorted(accounts, key=lambda a: (a.published_on, a.id))
    events = Counter(claim.event for account in told for claim in account.claims)
    when = _when(told, kinds)
    return Incident(
        id=incident_id(told[0].id),
        accounts=tuple(sorted(a.id for a in told)),
        aliases=tuple(sorted(incident_id(a.id) for a in told)),
        family=_family(told),
        events=tuple(sorted(events, key=lambda event: (_rank(event, kinds), -events[event], event))),
        when=when,
        place=_place(told),
        first_published=told[0].published_on,
        background=all(a.background for a in told),
        aggregate=all(a.aggregate for a in told),
        no_later_than=None if when else _outcome(told, kinds),
    )


def _family(told: Sequence[Account]) -> str:
    """Return the family of most accounts; of the earliest account among equals."""
    families = Counter(account.family for account in told)
    return max(families, key=lambda family: families[family])


def _when(told: Sequence[Account], kinds: Kinds) -> tuple[DayRange, ...]:
    """Return the days of what began the incident, as far as the reports agree: the narrowest reading, narrowed by the
    others that overlap it; none where only what came of it is dated.
    """
    opening = [a for a in told if any(_opens(claim.event, kinds) for claim in a.claims)]
    readings = [_opening_ranges(a, kinds) for a in opening] if opening else [_ranges(a) for a in told]
    readings = [ranges for ranges in readings if ranges]
    readings.sort(key=lambda ranges: (sum(r.days for r in ranges), ranges))
    held: tuple[DayRange, ...] = ()
    for ranges in readings:
        common = _common(held, ranges)
        held = common or held or ranges
    return held


def _opening_ranges(account: Account, kinds: Kinds) -> tuple[DayRange, ...]:
    """Return the days of the account's first opening event that has some, its own before inherited ones.

    A day that an opening event only inherits from an outcome ("freed on Monday") is not its own.
    """
    outcomes = {c.when.span for c in account.claims if _is_dated(c) and not _opens(c.event, kinds) and c.when}
    begun = [c for c in account.claims if c.when is not None and _opens(c.event, kinds)]
    own = [c for c in begun if _is_dated(c)]
    lent = [c for c in begun if c.when is not None and c.when.span not in outcomes]
    return next((c.when.ranges for c in [*own, *lent] if c.when is not None), ())


def _is_dated(claim: Claim) -> bool:
    """Tell whether the claim's own clause dates it."""
    return claim.when is not None and not claim.when.inherited


def _outcome(told: Sequence[Account], kinds: Kinds) -> date | None:
    """Return the first day on which something is known to have come of the incident: it began then or before."""
    ends = (
        r.after
        for account in told
        for claim in account.claims
        if claim.when is not None and not _opens(claim.event, kinds) and claim.background == account.background
        for r in claim.when.ranges
    )
    first = min(ends, default=None)
    return first - timedelta(days=1) if first is not None else None


def _opens(event: str, kinds: Kinds) -> bool:
    """Tell whether an event happens when its incident begins, as a release does not."""
    return kinds.of(event) is not None and event not in {"release", "rescue", "deployment", "body_found", "missing"}


def _rank(event: str, kinds: Kinds) -> int:
    """Return how far down a heading an event belongs: what began the incident first, what came of it after."""
    kind = kinds.of(event)
    order = kinds.__struct_fields__
    if kind is None or not _opens(event, kinds):
        return len(order)
    return order.index(kind)


def _ranges(account: Account) -> tuple[DayRange, ...]:
    if account.when is not None:
        return account.when.ranges
    return tuple(sorted({r for claim in account.claims if claim.when is not None for r in claim.when.ranges}))


def _common(held: tuple[DayRange, ...], other: tuple[DayRange, ...]) -> tuple[DayRange, ...]:
    both = {DayRange(_later(x, y), _sooner(x, y)) for x in held for y in other if x.overlaps(y)}
    return tuple(sorted(both))


def _later(x: DayRange, y: DayRange) -> date:
    return max(x.first, y.first)


def _sooner(x: DayRange, y: DayRange) -> date:
    return min(x.after, y.after)


def _place(told: Sequence[Account]) -> Place | None:
    """Return the place that most accounts name or lie around; the finest among equals."""
    places = [a.where.place for a in told if a.where is not None]
    if not places:
        return None
    named = Counter(places)  # of hundreds of accounts most name one place
    return max(named, key=lambda place: (_votes(place, named), -_FINE_FIRST.index(place.precision), place.name))


def _votes(place: Place, named: Mapping[Place, int]) -> int:
    return sum(number for other, number in named.items() if _is_or_contains(other, place))


def _is_or_contains(wide: Place, narrow: Place) -> bool:
    if wide.precision == "country":
        return wide.country == narrow.country
    if wide.precision == "admin1":
        return (wide.admin1_code or wide.admin1) == (narrow.admin1_code or narrow.admin1)
    return wide.id == narrow.id if wide.id and narrow.id else wide.name == narrow.name
