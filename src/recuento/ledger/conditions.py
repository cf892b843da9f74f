"""What a filter of incidents asks: of the rows that list them, or of one listing as it was on a past day."""

from __future__ import annotations

from datetime import date

from sqlalchemy import ColumnElement, and_, bindparam, column, text

from recuento.ledger.listed import incident_listing
from recuento.ledger.listings import Listing
from recuento.ledger.records import IncidentFilter
from recuento.ledger.searching import HOLDING, words_asked
from recuento.ledger.wire import instant
from recuento.lexicon.fold import fold

__all__ = ["conditions", "passes"]

_c = incident_listing.c


def conditions(wanted: IncidentFilter, dialect: str) -> list[ColumnElement[bool]]:
    """Return what a row of `incident_listing` must meet; ``dialect`` is the database's, for the search of words.

    Raises:
        OptionError: there is no word to search for.
    """
    asked: list[tuple[object, ColumnElement[bool] | None]] = [
        (wanted.until, _c.day <= _day(wanted.until)),
        (wanted.since, _c.last_day >= _day(wanted.since)),
        (wanted.place, _c.place_words.contains(fold(wanted.place or ""), autoescape=True)),
        (wanted.actor, _c.actor_words.contains(fold(wanted.actor or ""), autoescape=True)),
        (wanted.event, _c.events.contains(f" {wanted.event} ", autoescape=True)),
        (wanted.tally or wanted.side, _c.figures.contains(_figure(wanted), autoescape=True)),
        (None if wanted.background else True, _c.background.is_(False)),
        (None if wanted.aggregate else True, _c.aggregate.is_(False)),
        (wanted.country, _c.country == wanted.country),
        (wanted.admin1, _c.admin1 == wanted.admin1),
        (wanted.group, _c.actors.contains(f" {wanted.group} ", autoescape=True)),
        (wanted.source, _c.sources.contains(f"\n{wanted.source}\n", autoescape=True)),
        (wanted.certainty, _c.certainty == wanted.certainty),
        (wanted.reviewed, _c.reviewed == wanted.reviewed),
        (wanted.changed, _c.changed_at > (instant(wanted.changed) if wanted.changed else "")),
        (wanted.placed, _c.point.is_not(None) if wanted.placed else _c.point.is_(None)),
        (wanted.dated, _c.month.is_not(None) if wanted.dated else _c.month.is_(None)),
        (wanted.contested, _c.contested.is_(bool(wanted.contested))),
        (wanted.reviewed_only or None, _c.reviewed != "no"),
        (wanted.box, _within(wanted.box)),
    ]
    found = [condition for value, condition in asked if value is not None and condition is not None]
    if wanted.words is not None:
        query = text(HOLDING[dialect]).bindparams(bindparam("asked", words_asked(wanted.words, dialect)))
        found.append(_c.incident.in_(query.columns(column("incident"))))
    return found


def passes(one: Listing, wanted: IncidentFilter) -> bool:
    """Tell in words of Python what `conditions` asks of the table, of all that a past day knows."""
    tests = (
        wanted.until is None or one.day <= wanted.until,
        wanted.since is None or one.last_day >= wanted.since,
        wanted.place is None or fold(wanted.place) in one.place_words,
        wanted.actor is None or fold(wanted.actor) in one.actor_words,
        wanted.event is None or wanted.event in one.events,
        any(wanted.tally in {None, tally} and wanted.side in {None, side} for tally, side in one.figures)
        or (wanted.tally is None and wanted.side is None),
        wanted.background or not one.background,
        wanted.aggregate or not one.aggregate,
        wanted.country in {None, one.country},
        wanted.admin1 in {None, one.admin1},
        wanted.group is None or wanted.group in one.actors,
        wanted.source is None or wanted.source in one.sources,
        wanted.certainty in {None, one.certainty},
        wanted.placed is None or wanted.placed == (one.point is not None),
        wanted.dated is None or wanted.dated == (one.month is not None),
        wanted.box is None or _lies_in(one.point, wanted.box),
    )
    return all(tests)


def _figure(wanted: IncidentFilter) -> str:
    """Return how a figure of this tally and side is written in the list of figures."""
    return f"{f' {wanted.tally}' if wanted.tally else ''}/{f'{wanted.side} ' if wanted.side else ''}"


def _within(box: tuple[float, float, float, float] | None) -> ColumnElement[bool] | None:
    if box is None:
        return None
    west, south, east, north = box
    return and_(_c.latitude.between(south, north), _c.longitude.between(west, east))


def _lies_in(point: tuple[float, float] | None, box: tuple[float, float, float, float]) -> bool:
    west, south, east, north = box
    return point is not None and south <= point[0] <= north and west <= point[1] <= east


def _day(day: date | None) -> str:
    return day.isoformat() if day else ""
