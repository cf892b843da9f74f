"""What a filter of incidents asks of the shelf of all that are listed; `conditions` asks the same of the table."""

from __future__ import annotations

from collections.abc import Callable

from recuento.ledger.records import IncidentFilter
from recuento.ledger.shelf import Flags, Shelf, microseconds
from recuento.ledger.wire import instant
from recuento.lexicon.fold import fold

__all__ = ["passing"]


def passing(shelf: Shelf, wanted: IncidentFilter, holding: Flags | None) -> Flags:
    """Return the rows that pass; ``holding`` are those of whose reports one holds the words asked, None if none are."""
    rows = shelf.here.copy() if holding is None else shelf.here & holding
    for condition in (*_of_days(shelf, wanted), *_of_words(shelf, wanted), *_of_codes(shelf, wanted)):
        rows &= condition()
    return rows


_Condition = Callable[[], Flags]


def _of_days(shelf: Shelf, wanted: IncidentFilter) -> list[_Condition]:
    since, until, changed = wanted.since, wanted.until, wanted.changed
    found: list[_Condition] = []
    if until is not None:
        found.append(lambda: shelf.days["day"] <= until.toordinal())
    if since is not None:
        found.append(lambda: shelf.days["last_day"] >= since.toordinal())
    if changed is not None:
        found.append(lambda: shelf.changed > microseconds(instant(changed)))
    return found


def _of_words(shelf: Shelf, wanted: IncidentFilter) -> list[_Condition]:
    tally, side = (f" {wanted.tally}" if wanted.tally else ""), (f"{wanted.side} " if wanted.side else "")
    asked = (
        ("place_words", None if wanted.place is None else fold(wanted.place)),
        ("actor_words", None if wanted.actor is None else fold(wanted.actor)),
        ("figures", f"{tally}/{side}" if wanted.tally or wanted.side else None),
        ("events", wanted.event and f" {wanted.event} "),
        ("actors", wanted.group and f" {wanted.group} "),
        ("sources", wanted.source and f"\n{wanted.source}\n"),
    )
    return [_holds(shelf, name, words) for name, words in asked if words is not None]


def _of_codes(shelf: Shelf, wanted: IncidentFilter) -> list[_Condition]:
    text, flag = shelf.texts, shelf.flags
    found: list[_Condition] = [
        _equals(shelf, name, value)
        for name in ("country", "admin1", "certainty", "reviewed")
        if (value := getattr(wanted, name)) is not None
    ]
    found += [_is_not(shelf, name) for name in ("background", "aggregate") if not getattr(wanted, name)]
    for name, known in (("point", wanted.placed), ("month", wanted.dated)):
        if known is not None:
            found.append(_filled(shelf, name) if known else _equals(shelf, name, ""))
    if wanted.contested is not None:
        found.append((lambda: flag["contested"]) if wanted.contested else _is_not(shelf, "contested"))
    if wanted.reviewed_only:
        found.append(lambda: ~text["reviewed"].equal("no"))
    if wanted.box is not None:
        found.append(_within(shelf, wanted.box))
    return found


def _holds(shelf: Shelf, column: str, words: str) -> _Condition:
    return lambda: shelf.texts[column].where(lambda text: words in text)


def _equals(shelf: Shelf, column: str, value: str) -> _Condition:
    return lambda: shelf.texts[column].equal(value)


def _filled(shelf: Shelf, column: str) -> _Condition:
    return lambda: ~shelf.texts[column].equal("")


def _is_not(shelf: Shelf, flag: str) -> _Condition:
    return lambda: ~shelf.flags[flag]


def _within(shelf: Shelf, box: tuple[float, float, float, float]) -> _Condition:
    west, south, east, north = box
    latitude, longitude = shelf.degrees["latitude"], shelf.degrees["longitude"]
    return lambda: (latitude >= south) & (latitude <= north) & (longitude >= west) & (longitude <= east)
