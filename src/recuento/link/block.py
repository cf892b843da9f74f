"""Which accounts are worth comparing: those that share a key. A key depends on its account alone.

Keys are kept for an account (``kept``) and others are looked up for it (``sought``); two accounts are compared when
what one seeks the other keeps. Weeks are sought one to either side, so the relation holds in both directions.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import combinations, islice, product

from recuento.lexicon.common import band
from recuento.link.facets import Facets
from recuento.model import DayRange

__all__ = ["KEYED_BY", "Keys", "keys"]

KEYED_BY = "keys@2026-11-23"
"""Names these keys: a ledger that keeps others is given these. Another name with each change of what is kept
(`tests/link/test_block.py` says when).
"""

_VAGUE_DAYS = 62  # wider than this, an account is looked for by its wording, not by weeks
_HEAVIEST = 8  # of a report's words, two of which find it within weeks
_SEASON = 182  # days: an arrest, and the charges, come months after the news
_ALONE = 4  # rare names of a report, one of which finds it within weeks where there is no place to go by
_MANY = 5  # a figure this large is rare enough to look for


@dataclass(frozen=True, slots=True, kw_only=True)
class Keys:
    """Keys to keep for an account, and keys by which to find those it may be one incident with."""

    kept: frozenset[str]
    sought: frozenset[str]


def keys(account: Facets) -> Keys:
    """Return the keys of one account; none for aggregates, which never link."""
    if account.aggregate:
        return Keys(kept=frozenset(), sought=frozenset())
    weeks = _weeks(account)
    around = {week + step for week in weeks for step in (-1, 0, 1)}
    kept_places, sought_places = _places(account)
    figures = {f"f:{figure.tally}:{figure.number}" for figure in account.figures if figure.number >= _MANY}
    kept_words, sought_words = _words(account)
    kept_venues, sought_venues = _venues(account)
    kept_reports, sought_reports = _reports(account, weeks)
    return Keys(
        kept=frozenset(_joined(weeks, kept_places | figures)) | kept_words | kept_venues | kept_reports,
        sought=frozenset(_joined(around, sought_places | figures)) | sought_words | sought_venues | sought_reports,
    )


def _reports(account: Facets, weeks: set[int]) -> tuple[frozenset[str], frozenset[str]]:
    """Return what finds an account by the rarest words of its report: two of them within half a year and more; one
    name within weeks where either account has no place, for then its wording is all that can find it.
    """
    season = account.published_on.toordinal() // _SEASON
    pairs = _two(account.rarest)
    days = weeks | {account.published_on.toordinal() // 7}
    own = "u" if _is_placed(account) else "n"
    told = account.report.names_only or account.report
    words = tuple(islice((word for word in told.weights if word.isalpha() and not band(word)), _ALONE))
    kept = {*_joined(days, {f"{own}:{word}" for word in words}), *(f"s{season}|r:{pair}" for pair in pairs)}
    around = {day + step for day in days for step in (-1, 0, 1)}
    seekers = {"n"} if _is_placed(account) else {"u", "n"}
    sought = {f"{each}:{word}" for each in seekers for word in words}
    beside = (season - 1, season, season + 1)
    return frozenset(kept), frozenset((*_joined(around, sought), *(f"s{s}|r:{pair}" for s in beside for pair in pairs)))


def _is_placed(account: Facets) -> bool:
    return account.place is not None and bool(account.place.country or account.place.admin1)


def _venues(account: Facets) -> tuple[frozenset[str], frozenset[str]]:
    """Return what finds an account by the venues that it names: reports come back to them for a year and more."""
    year = account.published_on.year
    names = {next((word for word in venue.split() if not band(word)), venue)[:80] for venue in account.venues}
    kept = frozenset(f"y{year}|v:{name}" for name in names)
    return kept, frozenset(f"y{some}|v:{name}" for some in (year - 1, year, year + 1) for name in names)


def _words(account: Facets) -> tuple[frozenset[str], frozenset[str]]:
    """Return what finds an account by its wording, two words together: rare ones of those that tell it, for a year and
    up to half a year more; the heaviest of its report, within weeks.

    Only rare ones for so long: it holds too many reports that come back to the same two merely uncommon words. Not for
    longer: of a large archive ever more reports would be looked at that have two names in common by chance.
    """
    week, season = account.published_on.toordinal() // 7, account.published_on.toordinal() // _SEASON
    rare = _two(word for word in account.foremost if not band(word))
    heaviest = {f"t:{words}" for words in _two(islice(account.report.weights, _HEAVIEST))}
    kept = {*_joined({week}, heaviest), *(f"s{season}|{words}" for words in rare)}
    year = range(season - 2, season + 3)
    sought = {*_joined({week - 1, week, week + 1}, heaviest), *(f"s{some}|{words}" for some in year for words in rare)}
    return frozenset(kept), frozenset(sought)


def _two(words: Iterable[str]) -> list[str]:
    return [f"{a}+{b}"[:80] for a, b in combinations(sorted(words), 2)]


def _joined(weeks: set[int], words: set[str]) -> Iterator[str]:
    return (f"w{week}|{word[:80]}" for week, word in product(sorted(weeks), sorted(words)))


def _places(account: Facets) -> tuple[set[str], set[str]]:
    """Return the place keys to keep and to seek: a state finds itself, and reports that name only its country."""
    place = account.place
    if place is None or not _is_placed(account):
        return set(), set()
    country, state = place.country or "", place.admin1_code or place.admin1
    if state is None:
        return {f"only:{country}"}, {f"only:{country}", f"in:{country}"}
    return {f"a:{state}", f"in:{country}"}, {f"a:{state}", f"only:{country}"}


def _weeks(account: Facets) -> set[int]:
    """Return the weeks an account can mean; those before publication if it says no day."""
    ranges = account.days or (_before(account.published_on),)
    return {
        day // 7 for r in ranges if r.days <= _VAGUE_DAYS for day in range(r.first.toordinal(), r.after.toordinal())
    }


def _before(published_on: date) -> DayRange:
    return DayRange(published_on - timedelta(days=9), published_on + timedelta(days=1))
