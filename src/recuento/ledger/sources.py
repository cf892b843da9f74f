"""The register of sources of one ledger: the one that ships, with the user's own laid over it, kept in the ledger.

It is kept there because figures depend on it: who reads the ledger on another machine must count the same voices.
"""

from __future__ import annotations

from collections import Counter
from urllib.parse import urlsplit

from sqlalchemy import Connection, delete, insert, select

from recuento.ledger import tables as t
from recuento.ledger.findings import SourceRow
from recuento.ledger.rows import document_from
from recuento.lexicon.sources import Register, register_with
from recuento.model import Document

__all__ = ["outlet_name", "own_sources", "set_sources", "source_rows", "sources_of"]

_KEY = "sources"


def sources_of(connection: Connection) -> Register:
    """Return the register that counts in this ledger.

    Raises:
        LexiconError: the user's part is malformed.
    """
    return register_with(own_sources(connection))


def own_sources(connection: Connection) -> str | None:
    """Return the user's part of the register, as TOML; None where there is none."""
    return connection.execute(select(t.meta.c.value).where(t.meta.c.key == _KEY)).scalar()


def set_sources(connection: Connection, own: str | None) -> None:
    """Keep the user's part of the register, or take it out; counting afresh is the caller's next step."""
    connection.execute(delete(t.meta).where(t.meta.c.key == _KEY))
    if own is not None:
        connection.execute(insert(t.meta), {"key": _KEY, "value": own})


def outlet_name(register: Register, document: Document) -> str | None:
    """Return who published a report: the outlet's name, else the publisher or host as given; None: not said."""
    outlet = register.of(document)
    if outlet is not None:
        return outlet.name
    try:
        host = urlsplit(document.source or "").hostname
    except ValueError:  # an unfinished IPv6 address is nobody's
        host = None
    named = document.publisher or (host or "").removeprefix("www.") or document.source
    return " ".join(named.split()) or None if named else None


def source_rows(connection: Connection) -> tuple[SourceRow, ...]:
    """Return who published the ledger's reports, those with most reports first, and who each of them is."""
    known = sources_of(connection)
    counted: Counter[tuple[str | None, str]] = Counter()
    outlets = {}
    for row in connection.execute(select(t.document)):
        document = document_from(row)
        outlet = known.of(document)
        name = outlet.name if outlet else document.publisher or document.source or "not said"
        counted[outlet.name if outlet else None, name] += 1
        outlets[name] = outlet
    order = sorted(counted.items(), key=lambda item: (-item[1], item[0][1]))
    return tuple(SourceRow(name=name, reports=number, outlet=outlets[name]) for (_, name), number in order)
