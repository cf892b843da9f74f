"""How many were killed, by a headline alone: each is read as a report's title, and its incidents are tallied.

Of a row only id, lang, headline (or title), pub_date (or date) and source are read. A body found counts as one killed.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence
from datetime import date
from pathlib import Path
from typing import Any

from recuento.annotate.language import detect_language
from recuento.ledger import Reported, current, tally
from recuento.link import Linker
from recuento.model import Account, Coding, Document, Entry
from recuento.model.ids import document_id
from recuento.pipeline import code_document
from recuento.read import clean_title

__all__ = ["killed_in", "main"]


def main(input_path: Path, out_path: Path) -> None:
    """Write {"id", "killed"} for every row; ``killed`` is None where the headline gives no number of dead."""
    with input_path.open(encoding="utf-8") as rows, out_path.open("w", encoding="utf-8") as out:
        for line in rows:
            row = json.loads(line)
            out.write(json.dumps({"id": row["id"], "killed": killed_in(code_document(_headline(row)))}) + "\n")


def _headline(row: dict[str, Any]) -> Document:
    title = clean_title(row.get("headline") or row.get("title"))
    published_on = date.fromisoformat((row.get("pub_date") or row["date"])[:10])
    return Document(
        id=document_id(row.get("source"), published_on, title or ""),
        text="",
        title=title,
        published_on=published_on,
        publisher=row.get("source"),
        # The set's own column is of the outlet: a headline's words tell better.
        language=detect_language(title or "") or row.get("lang"),
    )


def killed_in(coding: Coding) -> int | None:
    """Return the dead of all incidents that a report tells as its news; None if it gives no number of them.

    Where it tells nothing else, an older incident is its news.
    """
    by_id = {account.id: account for account in coding.accounts}
    incidents = Linker().incidents(coding.accounts, ())
    single = [i for i in incidents if not i.aggregate]
    news = [i for i in single if not i.background] or single
    told = [[by_id[name] for name in i.accounts] for i in news]
    found = [_dead(tally(accounts[0].id, _reported(coding, accounts))) for accounts in told]
    known = [number for number in found if number is not None]
    return sum(known) if known else None


def _reported(coding: Coding, accounts: Sequence[Account]) -> Iterable[Reported]:
    return (
        Reported(claim=claim, document=coding.document, recalled=claim.background and not account.background)
        for account in accounts
        for claim in account.claims
    )


def _dead(series: Sequence[Entry]) -> int | None:
    """Return the dead of all sides; bodies are evidence for killed, never added to it."""
    held = current(series)
    sides = {name: [e.best.at_least for e in held if e.tally == name] for name in ("killed", "bodies")}
    return max((sum(counts) for counts in sides.values() if counts), default=None)
