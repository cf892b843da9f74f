"""What is asked for, as an address says it: every view is a link."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, fields, replace
from datetime import date
from urllib.parse import urlencode

from recuento.errors import OptionError
from recuento.ledger import IncidentFilter
from recuento.lexicon.codebook import codebook

__all__ = ["SIDES", "View", "view_from"]

SIDES = ("civilian", "state", "armed_group", "unknown")


@dataclass(frozen=True, slots=True, kw_only=True)
class View:
    """The filters of a list, by the names they bear in the address. None and "" ask for no restriction.

    Attributes:
        since, until: days, inclusive ("from", "to" in the address).
        place, actor: words in a name. ``admin1``: an ISO 3166-2 code or a state's name, exactly.
        event, tally, side: codes.
        background: incidents that reports only recall are listed too.
        page: counted from 1.
    """

    since: date | None = None
    until: date | None = None
    place: str | None = None
    admin1: str | None = None
    event: str | None = None
    tally: str | None = None
    side: str | None = None
    actor: str | None = None
    background: bool = False
    page: int = 1

    def asking(self) -> IncidentFilter:
        """Return what the ledger is asked; `side` and `admin1` are left to the caller."""
        return IncidentFilter(
            since=self.since, until=self.until, place=self.place, event=self.event, tally=self.tally,
            actor=self.actor, background=self.background,
        )  # fmt: skip

    def query(self, **changes: object) -> str:
        """Return the address's query for this view with ``changes``; the page starts over unless it is one of them."""
        changed = replace(self, **({"page": 1} | changes))  # type: ignore[arg-type]
        pairs = [
            (_NAMES.get(field.name, field.name), _written(value))
            for field in fields(changed)
            if (value := getattr(changed, field.name)) != field.default
        ]
        return f"?{urlencode(pairs)}" if pairs else ""

    @property
    def is_bare(self) -> bool:
        """No filter is set."""
        return replace(self, page=1) == View()


_NAMES = {"since": "from", "until": "to"}


def _written(value: object) -> str:
    return "1" if value is True else str(value)


def view_from(query: Mapping[str, str]) -> View:
    """Return the view that an address asks for.

    Raises:
        OptionError: a day, a code or a page that makes no sense; the message names it.
    """
    view = View(
        since=_day(query, "from"),
        until=_day(query, "to"),
        place=_words(query, "place"),
        admin1=_words(query, "admin1"),
        event=_code(query, "event", [event.code for event in codebook().event]),
        tally=_code(query, "tally", [tally.code for tally in codebook().tally]),
        side=_code(query, "side", list(SIDES)),
        actor=_words(query, "actor"),
        background=_words(query, "background") is not None,
        page=_page(query),
    )
    if view.since and view.until and view.since > view.until:
        raise OptionError(f"from: {view.since} lies after to: {view.until}; no day fits")
    return view


def _words(query: Mapping[str, str], name: str) -> str | None:
    return " ".join(query.get(name, "").split())[:200] or None


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


def _page(query: Mapping[str, str]) -> int:
    words = _words(query, "page") or "1"
    if not words.isascii() or not words.isdigit() or not 1 <= int(words[:9]) <= 10_000_000:
        raise OptionError(f"page: {words!r} is no page; they count from 1")
    return int(words)
