"""What is asked for, as an address says it: every view is a link."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, fields
from datetime import UTC, date, datetime, time
from math import isfinite
from urllib.parse import urlencode

from recuento.errors import OptionError
from recuento.ledger import ORDERS, IncidentFilter, Order
from recuento.ledger.listings import CERTAINTIES, REVIEWED
from recuento.lexicon.codebook import codebook

__all__ = ["FACETS", "SIDES", "Box", "View", "view_from"]

SIDES = ("civilian", "state", "armed_group", "unknown")
FACETS = ("event", "tally", "side", "country", "admin1", "group", "source", "certainty", "reviewed")
"""Fields of a view that narrow it by one value of a facet."""

Box = tuple[float, float, float, float]


@dataclass(frozen=True, slots=True, kw_only=True)
class View:
    """The filters of a list, by the names they bear in the address. None and "" ask for no restriction.

    Attributes:
        since, until: days, inclusive ("from", "to" in the address).
        q: words that a report holds. ``place``, ``actor``: words in a name.
        admin1: an ISO 3166-2 code or a state's name, exactly. ``country``: an ISO 3166-1 code.
        event, tally, side, certainty, reviewed: codes. ``group``: an actor's id. ``source``: an outlet's name, exactly.
        changed: a day; what this ledger learned on it or later.
        box: west, south, east and north, in degrees.
        tray: "unplaced" or "undated": what a map, or a line of time, cannot show.
        contested: only incidents with a figure of which current claims support more than one.
        only: "reviewed": only figures that a person accepted or gave, and incidents that have one.
        background: incidents that reports only recall are listed too.
        sort: the order, the newest first unless another is asked.
        page: counted from 1.
    """

    q: str | None = None
    since: date | None = None
    until: date | None = None
    place: str | None = None
    country: str | None = None
    admin1: str | None = None
    event: str | None = None
    tally: str | None = None
    side: str | None = None
    actor: str | None = None
    group: str | None = None
    source: str | None = None
    certainty: str | None = None
    reviewed: str | None = None
    changed: date | None = None
    box: Box | None = None
    tray: str | None = None
    contested: bool = False
    only: str | None = None
    background: bool = False
    sort: Order = "newest"
    page: int = 1

    def asking(self) -> IncidentFilter:
        """Return what the ledger is asked."""
        return IncidentFilter(
            words=self.q, since=self.since, until=self.until, place=self.place, country=self.country,
            admin1=self.admin1, event=self.event, tally=self.tally, side=self.side, actor=self.actor, group=self.group,
            source=self.source, certainty=self.certainty, reviewed=self.reviewed, box=self.box,
            changed=datetime.combine(self.changed, time.min, UTC) if self.changed else None,
            placed=False if self.tray == "unplaced" else None, dated=False if self.tray == "undated" else None,
            background=self.background, contested=self.contested or None, reviewed_only=self.only == "reviewed",
        )  # fmt: skip

    def query(self, **changes: object) -> str:
        """Return the address's query for this view with ``changes`` (None takes one off), from page 1 on."""
        pairs = self.pairs(**changes)
        return f"?{urlencode(pairs)}" if pairs else ""

    def pairs(self, **changes: object) -> list[tuple[str, str]]:
        """Return what `query` writes: each filter that is set, by its name in the address."""
        told = {name: _UNSET[name] if value is None else value for name, value in changes.items()}
        values = {name: getattr(self, name) for name in _UNSET} | {"page": 1} | told
        return [
            (_NAMES.get(name, name), _written(values[name]))
            for name, default in _UNSET.items()
            if values[name] != default
        ]

    def filters(self) -> list[tuple[str, object]]:
        """Return what narrows or widens the list, by the fields' names: all but the order and the page."""
        told = ((field.name, getattr(self, field.name), field.default) for field in fields(self))
        return [(name, value) for name, value, default in told if value != default and name not in {"sort", "page"}]

    @property
    def is_bare(self) -> bool:
        """No filter is set."""
        return not self.filters()


_UNSET = {field.name: field.default for field in fields(View)}
_NAMES = {"since": "from", "until": "to"}


def _written(value: object) -> str:
    if isinstance(value, tuple):
        return ",".join(f"{each:g}" for each in value)
    return "1" if value is True else str(value)


def view_from(query: Mapping[str, str]) -> View:
    """Return the view that an address asks for.

    Raises:
        OptionError: a day, a code or a page that makes no sense; the message names it.
    """
    view = View(
        q=_words(query, "q"),
        since=_day(query, "from"),
        until=_day(query, "to"),
        place=_words(query, "place"),
        country=_words(query, "country"),
        admin1=_words(query, "admin1"),
        event=_code(query, "event", [event.code for event in codebook().event]),
        tally=_code(query, "tally", [tally.code for tally in codebook().tally]),
        side=_code(query, "side", list(SIDES)),
        actor=_words(query, "actor"),
        group=_words(query, "group"),
        source=_words(query, "source"),
        certainty=_code(query, "certainty", list(CERTAINTIES)),
        reviewed=_code(query, "reviewed", list(REVIEWED)),
        changed=_day(query, "changed"),
        box=_box(query),
        tray=_code(query, "tray", ["unplaced", "undated"]),
        contested=_words(query, "contested") is not None,
        only=_code(query, "only", ["reviewed"]),
        background=_words(query, "background") is not None,
        sort=_order(query),
        page=_page(query),
    )
    if view.since and view.until and view.since > view.until:
        raise OptionError(f"from: {view.since} lies after to: {view.until}; no day fits")
    return view


def _words(query: Mapping[str, str], name: str) -> str | None:
    return " ".join(query.get(name, "").replace("\x00", " ").split())[:200] or None


def _day(query: Mapping[str, str], name: str) -> date | None:
    words = _words(query, name)
    try:
        return date.fromisoformat(words) if words else None
    except ValueError:
        raise OptionError(f"{name}: {words!r} is no day; write it as YYYY-MM-DD") from None


def _code(query: Mapping[str, str], name: str, known: list[str]) -> str | None:
    words = _words(query, name)
    if words is not None and words not in known:
        raise OptionError(f"{name}: there is no {words!r}; there are {', '.join(known)}")
    return words


def _order(query: Mapping[str, str]) -> Order:
    words = _code(query, "sort", list(ORDERS))
    return next((order for order in ORDERS if order == words), ORDERS[0])


def _box(query: Mapping[str, str]) -> Box | None:
    words = _words(query, "box")
    if words is None:
        return None
    try:
        west, south, east, north = (float(part) for part in words.split(","))
    except ValueError:
        raise OptionError(f"box: {words!r} is none; write it as west,south,east,north in degrees") from None
    if not all(isfinite(each) for each in (west, south, east, north)) or west > east or south > north:
        raise OptionError(f"box: {words!r} holds no place; west and south come first")
    return west, south, east, north


def _page(query: Mapping[str, str]) -> int:
    words = _words(query, "page") or "1"
    if not words.isascii() or not words.isdigit() or not 1 <= int(words[:9]) <= 10_000_000:
        raise OptionError(f"page: {words!r} is no page; they count from 1")
    return int(words)
