"""Words in reports and in claims, accents and capitals aside: by SQLite's FTS5, or PostgreSQL's text search."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from itertools import groupby
from typing import Any

from sqlalchemy import Connection, Row, func, insert, select, text

from recuento.errors import OptionError
from recuento.ledger import kept as k
from recuento.ledger import tables as t
from recuento.ledger.findings import Found, Hit
from recuento.ledger.standing import left_out
from recuento.lexicon.fold import fold
from recuento.model import Claim, Document, Span

__all__ = ["HOLDING", "MATCHING", "folded_words", "forget_claims", "index", "search", "words_asked"]

_TOKEN = re.compile(r"[^\W_]+")
_ASKED = re.compile(r'"([^"]*)"|(\S+)')
_AROUND = 90  # characters of the text to either side of the first word found

_MATCH = {
    "sqlite": (
        "SELECT s.kind, s.ref, s.document FROM searchable_index AS x JOIN searchable AS s ON s.id = x.rowid"
        " WHERE searchable_index MATCH :asked ORDER BY x.rank, s.id LIMIT :limit"
    ),
    "postgresql": (
        "SELECT s.kind, s.ref, s.document FROM searchable AS s, to_tsquery('simple', :asked) AS asked"
        " WHERE to_tsvector('simple', s.words) @@ asked"
        " ORDER BY ts_rank(to_tsvector('simple', s.words), asked) DESC, s.id LIMIT :limit"
    ),
}

_COUNT = {
    "sqlite": "SELECT count(*) FROM searchable_index WHERE searchable_index MATCH :asked",
    "postgresql": (
        "SELECT count(*) FROM searchable WHERE to_tsvector('simple', words) @@ to_tsquery('simple', :asked)"
    ),
}

HOLDING = {
    "sqlite": (
        "SELECT held.incident FROM searchable_index AS x JOIN searchable AS s ON s.id = x.rowid"
        " JOIN account AS a ON a.document = s.document JOIN incident_account AS held ON held.account = a.id"
        " WHERE searchable_index MATCH :asked AND s.kind = 'report'"
    ),
    "postgresql": (
        "SELECT held.incident FROM searchable AS s JOIN account AS a ON a.document = s.document"
        " JOIN incident_account AS held ON held.account = a.id"
        " WHERE to_tsvector('simple', s.words) @@ to_tsquery('simple', :asked) AND s.kind = 'report'"
    ),
}
"""The incidents that a report which holds the words ``asked`` tells of, for each database."""


MATCHING = {
    "sqlite": "SELECT group_concat(rowid, ' ') FROM searchable_index WHERE searchable_index MATCH :asked",
    "postgresql": (
        "SELECT string_agg(CAST(id AS text), ' ') FROM searchable"
        " WHERE to_tsvector('simple', words) @@ to_tsquery('simple', :asked)"
    ),
}
"""The numbers of the texts, reports and claims, that hold the words ``asked``, as one text, for each database."""


def index(connection: Connection, document: Document | None, claims: Sequence[Claim]) -> None:
    """Make a report and claims findable."""
    rows = [_row("claim", claim.id, claim.document, claim.quote.text) for claim in claims]
    if document is not None:
        rows.append(_row("report", document.id, document.id, f"{document.title or ''}\n{document.text}"))
    if not rows:
        return
    last = connection.execute(select(func.max(k.searchable.c.id))).scalar() or 0
    connection.execute(insert(k.searchable), rows)
    if connection.dialect.name == "sqlite":
        new = "INSERT INTO searchable_index (rowid, words) SELECT id, words FROM searchable WHERE id > :last"
        connection.execute(text(new), {"last": last})


def forget_claims(connection: Connection, document: str) -> None:
    """Make the claims of a report unfindable: it is read again."""
    c = k.searchable.c
    mine = (c.document == document) & (c.kind == "claim")
    if connection.dialect.name == "sqlite":
        gone = (
            "INSERT INTO searchable_index (searchable_index, rowid, words) SELECT 'delete', id, words FROM searchable"
            " WHERE document = :document AND kind = 'claim'"
        )
        connection.execute(text(gone), {"document": document})
    connection.execute(k.searchable.delete().where(mine))


def search(connection: Connection, asked: str, *, limit: int) -> Found:
    """Return the reports and claims that hold all words asked, the best first, at most ``limit`` of them.

    "two words" in quotes stand side by side; a word that ends in * is the beginning of one.

    Raises:
        OptionError: there is no word to search for.
    """
    terms = _terms(asked)
    dialect = connection.dialect.name
    query = _query(terms, dialect)
    total = connection.execute(text(_COUNT[dialect]), {"asked": query}).scalar_one()
    rows = connection.execute(text(_MATCH[dialect]), {"asked": query, "limit": limit}).all()
    c = k.searchable.c
    sizes = {row[0]: row[1] for row in connection.execute(select(c.kind, func.count()).group_by(c.kind))}
    return Found(
        terms=tuple(" ".join(words) + ("*" if begins else "") for words, begins in terms),
        reports=sizes.get("report", 0),
        claims=sizes.get("claim", 0),
        total=total,
        hits=tuple(_hits(connection, rows, terms)),
    )


_Terms = list[tuple[tuple[str, ...], bool]]


def folded_words(words: str) -> str:
    """Return the words of a text, folded, one space apart: the form in which they are searched."""
    # Not by way of `fold` itself, which remembers every word it is given: these are whole articles.
    return " ".join(_TOKEN.findall(fold.__wrapped__(words)))


def _row(kind: str, ref: str, document: str, words: str) -> dict[str, str]:
    return {"kind": kind, "ref": ref, "document": document, "words": folded_words(words)}


def words_asked(asked: str, dialect: str) -> str:
    """Return what is asked as the database takes it.

    Raises:
        OptionError: there is no word to search for.
    """
    return _query(_terms(asked), dialect)


def _terms(asked: str) -> _Terms:
    """Return what is asked as groups of words that stand side by side; True: the last is the beginning of a word."""
    found = []
    for match in _ASKED.finditer(asked):
        words = tuple(_TOKEN.findall(fold(match[1] if match[1] is not None else match[2])))
        if words:
            found.append((words, match[1] is None and match[2].endswith("*")))
    if not found:
        raise OptionError(f"{asked!r}: no word to search for")
    return found


def _query(terms: _Terms, dialect: str) -> str:
    if dialect == "sqlite":
        return " AND ".join(f'"{" ".join(words)}"{"*" if begins else ""}' for words, begins in terms)
    return " & ".join("(" + " <-> ".join(words) + (":*" if begins else "") + ")" for words, begins in terms)


def _hits(connection: Connection, rows: Sequence[Row[Any]], terms: _Terms) -> Iterator[Hit]:
    documents = _documents(connection, {row.document for row in rows})
    quotes = _quotes(connection, {row.ref for row in rows if row.kind == "claim"})
    homes = _incidents(connection, {row.document for row in rows}, quotes)
    gone = left_out(connection, documents)
    for row in rows:
        document = documents[row.document]
        whole = quotes[row.ref][0] if row.kind == "claim" else _whole(document)
        excerpt, marks = _excerpt(whole, terms)
        yield Hit(
            kind="claim" if row.kind == "claim" else "report",
            id=row.ref,
            document=row.document,
            published_on=date.fromisoformat(document.published_on),
            publisher=document.publisher or document.source,
            title=document.title,
            incidents=homes.get(row.ref, ()),
            excerpt=excerpt,
            marks=marks,
            left_out=gone.get(row.document),
        )


def _whole(row: Row[Any]) -> str:
    return f"{row.title}. {row.text}" if row.title else str(row.text)


def _documents(connection: Connection, ids: Iterable[str]) -> dict[str, Any]:
    c = t.document.c
    rows = connection.execute(select(t.document).where(c.id.in_(sorted(ids))))
    return {row.id: row for row in rows}


def _quotes(connection: Connection, ids: Iterable[str]) -> dict[str, tuple[str, str]]:
    c = t.claim.c
    rows = connection.execute(select(c.id, c.quote, c.account).where(c.id.in_(sorted(ids))))
    return {row.id: (row.quote, row.account) for row in rows}


def _incidents(
    connection: Connection, documents: Iterable[str], quotes: dict[str, tuple[str, str]]
) -> dict[str, tuple[str, ...]]:
    """Return the incidents of each report and claim."""
    held, account = t.incident_account.c, t.account.c
    query = select(account.document, account.id, held.incident).join(t.account, account.id == held.account)
    rows = connection.execute(
        query.where(account.document.in_(sorted(documents))).order_by(account.document, held.incident)
    ).all()
    found = {
        name: tuple(dict.fromkeys(row.incident for row in mine))
        for name, mine in groupby(rows, lambda row: row.document)
    }
    home = {row.id: row.incident for row in rows}
    return found | {claim: (home[account],) for claim, (_, account) in quotes.items() if account in home}


def _excerpt(whole: str, terms: _Terms) -> tuple[str, tuple[Span, ...]]:
    """Return the text around the first word found, and where in it the words stand."""
    tokens = [(match.start(), match.end(), fold(match[0])) for match in _TOKEN.finditer(whole)]
    found = sorted({span for words, begins in terms for span in _found(tokens, words, begins)})
    first = found[0][0] if found else 0
    start, end = max(0, first - _AROUND), min(len(whole), first + _AROUND * 2)
    start = whole.find(" ", start, first) + 1 if start and " " in whole[start:first] else start
    end = whole.rfind(" ", first, end) if end < len(whole) and " " in whole[first:end] else end
    marks = tuple(Span(a - start, b - start) for a, b in found if start <= a and b <= end)
    return whole[start:end], marks


def _found(tokens: Sequence[tuple[int, int, str]], words: Sequence[str], begins: bool) -> Iterator[tuple[int, int]]:
    for place in range(len(tokens) - len(words) + 1):
        here = tokens[place : place + len(words)]
        same = all(token[2] == word for token, word in zip(here[:-1], words[:-1], strict=True))
        last = here[-1][2]
        if same and (last.startswith(words[-1]) if begins else last == words[-1]):
            yield from ((token[0], token[1]) for token in here)
