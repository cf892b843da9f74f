"""What an incident is listed under: one narrow row of what it can be found, counted and sorted by. Pure."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Literal, get_args

from recuento.model import Claim, Entry, Incident, Place
from recuento.model.claim import Certainty
from recuento.model.totals import Total, all_sides

__all__ = [
    "CERTAINTIES",
    "REVIEWED",
    "UNCONTESTED",
    "Listing",
    "Reviewed",
    "admin1_of",
    "is_contested",
    "listing",
    "rank",
]

Reviewed = Literal["yes", "part", "no"]
REVIEWED: tuple[Reviewed, ...] = get_args(Reviewed)
CERTAINTIES: tuple[Certainty, ...] = get_args(Certainty)


@dataclass(frozen=True, slots=True, kw_only=True)
class Listing:
    """One incident as it is listed, of its reports that stand.

    Attributes:
        day, last_day: its first and last possible day; undated, that of its first publication.
        month: the first of the month in which it began; None where no span of days is known, or several are possible.
        certainty: the strongest of its own claims: stated, else attributed, else alleged.
        reviewed: "yes" if each of its figures was accepted as it stands or given by a person; "no" without figures.
        country, admin1: codes, or the name where there is no code; None where unknown.
        point: latitude and longitude; None where unknown, and of a place known only by its country.
        figures: tally and side of each figure held. ``contested``: claims support more than one of some figure.
        totals: of people, tally and side with best, low and high (None: no ceiling); side "" is all sides together.
        actors: ids of groups and forces that the registry knows. ``sources``: who published its reports.
        documents, claims: how many stand.
    """

    incident: str
    day: date
    last_day: date
    month: date | None
    background: bool
    aggregate: bool
    certainty: Certainty
    reviewed: Reviewed
    country: str | None
    admin1: str | None
    admin1_name: str | None
    point: tuple[float, float] | None
    events: tuple[str, ...]
    figures: tuple[tuple[str, str], ...]
    contested: bool
    totals: tuple[tuple[str, str, Total], ...]
    actors: tuple[str, ...]
    sources: tuple[str, ...]
    documents: int
    claims: int
    place_words: str
    actor_words: str


def listing(
    incident: Incident,
    claims: Iterable[Claim],
    entries: Sequence[Entry],
    *,
    outlets: Mapping[str, str | None],
    done: Sequence[bool],
    words: tuple[str, str],
) -> Listing | None:
    """Return how an incident is listed; None where none of its reports stands any more.

    ``outlets`` are its reports that stand, each with who published it; ``entries`` what is held, and ``done`` which of
    it a person has accepted or given; ``words`` its places' and actors' names, for searching.
    """
    if not outlets:
        return None
    standing = [claim for claim in claims if claim.document in outlets]
    own = [claim for claim in standing if claim.background == incident.background] or standing
    first, last = _days(incident)
    code, name = admin1_of(incident.place)
    return Listing(
        incident=incident.id,
        day=first,
        last_day=last,
        month=incident.when[0].first.replace(day=1) if len(incident.when) == 1 else None,
        background=incident.background,
        aggregate=incident.aggregate,
        certainty=min((claim.certainty for claim in own), key=CERTAINTIES.index, default="stated"),
        reviewed=_reviewed(done),
        country=incident.place.country if incident.place else None,
        admin1=code,
        admin1_name=name,
        point=_point(incident.place),
        events=incident.events,
        figures=tuple(sorted({(entry.tally, entry.side) for entry in entries})),
        contested=not incident.aggregate and any(map(is_contested, entries)),
        totals=tuple(_totals(entries)),
        actors=tuple(sorted({role.actor for claim in own for role in claim.roles if role.actor})),
        sources=tuple(sorted({outlet for outlet in outlets.values() if outlet})),
        documents=len(outlets),
        claims=len(standing),
        place_words=words[0],
        actor_words=words[1],
    )


def admin1_of(place: Place | None) -> tuple[str | None, str | None]:
    """Return the code (the name where there is none) and the name of a place's state or department."""
    if place is None or place.precision == "country":
        return None, None
    name = place.admin1 or (place.name if place.precision == "admin1" else None)
    return place.admin1_code or name, name


def is_contested(entry: Entry) -> bool:
    """Tell whether current claims support more than one figure."""
    return (entry.low, entry.high) != (entry.best.at_least, entry.best.at_most)


UNCONTESTED = 4
"""The first rank of figures that nothing current contradicts."""


def rank(entry: Entry, incident: Incident) -> int:
    """Return how soon a person should see a figure, from 0: contested first, then of one source; background last."""
    return UNCONTESTED * (not is_contested(entry)) + 2 * (entry.sources > 1) + incident.background


def _totals(entries: Sequence[Entry]) -> Iterator[tuple[str, str, Total]]:
    people = [entry for entry in entries if entry.unit == "people"]
    for tally in sorted({entry.tally for entry in people}):
        mine = [entry for entry in people if entry.tally == tally]
        yield tally, "", all_sides(mine)
        yield from ((tally, entry.side, all_sides([entry])) for entry in mine)


def _days(incident: Incident) -> tuple[date, date]:
    if not incident.when:
        return incident.first_published, incident.first_published
    return min(d.first for d in incident.when), max(d.after for d in incident.when) - timedelta(days=1)


def _point(place: Place | None) -> tuple[float, float] | None:
    if place is None or place.precision == "country" or place.latitude is None or place.longitude is None:
        return None
    return place.latitude, place.longitude


def _reviewed(done: Sequence[bool]) -> Reviewed:
    if done and all(done):
        return "yes"
    return "part" if any(done) else "no"
