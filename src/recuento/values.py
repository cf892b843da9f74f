"""Values as a person types them: a figure, days, a place."""

from __future__ import annotations

import re
from calendar import monthrange
from collections.abc import Sequence
from datetime import date, timedelta

from recuento.annotate.gazetteer import Candidate, Kind, open_gazetteer
from recuento.errors import OptionError
from recuento.lexicon.fold import fold
from recuento.model import Count, DayRange, Place

__all__ = ["count_of", "days_of", "days_words", "place_of", "place_words"]

_COUNT = re.compile(r"(\d+)(?:\s*[-–]\s*(\d+)|(\+))?")
_DAY = re.compile(r"(\d{4})-(\d{2})(?:-(\d{2}))?")


def count_of(words: str) -> Count:
    """Return the count of "12", "12+" (at least) or "10-12".

    Raises:
        OptionError: written otherwise.
    """
    match = _COUNT.fullmatch(words.strip())
    if match is None:
        raise OptionError(f"{words!r} is no figure; write 12, 12+ (at least 12) or 10-12")
    low = int(match[1])
    high = None if match[3] else int(match[2]) if match[2] else low
    if high is not None and high < low:
        raise OptionError(f"{words!r}: the second number is smaller than the first")
    return Count(low, high)


def days_of(words: str) -> tuple[DayRange, ...]:
    """Return the days of "2024-03-22", "2024-03" or "2024-03-22..2024-03-24" (both ends included).

    Raises:
        OptionError: written otherwise, or no days of the calendar.
    """
    first, _, last = words.strip().partition("..")
    begin = _days(first, words)
    end = _days(last, words) if last else begin
    if end.after <= begin.first:
        raise OptionError(f"{words!r}: the last day lies before the first")
    return (DayRange(begin.first, end.after),)


def _days(part: str, words: str) -> DayRange:
    match = _DAY.fullmatch(part.strip())
    try:
        if match is None:
            raise ValueError(part)
        year, month = int(match[1]), int(match[2])
        first = date(year, month, int(match[3] or 1))
        length = 1 if match[3] else monthrange(year, month)[1]
        return DayRange(first, first + timedelta(days=length))
    except (ValueError, OverflowError):
        raise OptionError(f"{words!r} are no days; write 2024-03-22, 2024-03 or 2024-03-22..2024-03-24") from None


def days_words(days: Sequence[DayRange]) -> str:
    """Return days as `days_of` reads them; several are candidates."""
    return " or ".join(_range_words(each) for each in days) or "not said"


def _range_words(days: DayRange) -> str:
    last = days.after - timedelta(days=1)
    return days.first.isoformat() if last == days.first else f"{days.first}..{last}"


def place_words(place: Place | None) -> str:
    """Return "Culiacán, Sinaloa, MX"."""
    if place is None:
        return "not said"
    admin1 = place.admin1 if place.admin1 != place.name else None
    return ", ".join(part for part in (place.name, admin1, place.country) if part)


def place_of(words: str) -> Place:
    """Return the place of "Culiacán", "Culiacán, Sinaloa" or "Culiacán, Sinaloa, MX", from the gazetteer.

    A country or a large state goes before towns of its name, unless the name is said twice ("Chihuahua, Chihuahua"). A
    name that the gazetteer does not have is kept as it is typed, without a point on the map.

    Raises:
        OptionError: empty, or several places bear the name.
    """
    name, *around = [part.strip() for part in words.split(",") if part.strip()] or [""]
    if not name:
        raise OptionError("a place has a name")
    gazetteer = open_gazetteer()
    found = [c for c in gazetteer.find(name) if c.preferred and c.kind is not Kind.REGION] or list(gazetteer.find(name))
    named = [c for c in found if all(_lies_in(c, part) for part in around)]
    fitting = _widest(named, twice=fold(name) in {fold(part) for part in around})
    if len(fitting) > 1:
        some = "; ".join(place_words(c.place()) for c in fitting[:5])
        raise OptionError(f"{words!r}: {len(fitting)} places bear the name; say which: {some}")
    if fitting:
        return fitting[0].place()
    if found and around:
        some = "; ".join(place_words(c.place()) for c in _one_each(found)[:5])
        raise OptionError(f"{words!r}: no such place; of that name there are {some}")
    country = around[-1].upper() if around and len(around[-1]) == 2 else None
    return Place(name=name, admin1=around[0] if around and around[0].upper() != country else None, country=country)


def _lies_in(candidate: Candidate, part: str) -> bool:
    names = {candidate.country, candidate.admin1, candidate.admin1_code}
    codes = {c.country for c in open_gazetteer().find(part) if c.kind is Kind.COUNTRY}
    return fold(part) in {fold(name) for name in names if name} or candidate.country in codes


def _widest(found: Sequence[Candidate], *, twice: bool) -> list[Candidate]:
    """Return the one country, or else the one state, of the name; else the towns, one for each state."""
    for kind in (Kind.COUNTRY, Kind.ADMIN1):
        wide = [candidate for candidate in found if candidate.kind is kind]
        others = max((c.population for c in found if c not in wide), default=0)
        if len(wide) == 1 and not twice and wide[0].population >= 2 * others:
            return wide
    return _one_each([c for c in found if not twice or c.kind not in {Kind.COUNTRY, Kind.ADMIN1}])


def _one_each(found: Sequence[Candidate]) -> list[Candidate]:
    """Return one candidate for each state: the town before the municipality that it heads."""
    first: dict[tuple[str | None, str | None], Candidate] = {}
    for candidate in found:
        first.setdefault((candidate.country, candidate.admin1), candidate)
    return list(first.values())
