"""Rows of reports read into a ledger in memory, by the real reader, linker and ledger."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from recuento.ledger import Ledger
from recuento.model import Account, Coding, Document, Rejected
from recuento.pipeline import code_or_reject, read_or_reject, record_coding
from recuento.read import Columns, Inputs, ReadOptions

__all__ = ["Row", "recorded"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """One row: the id that the input gave it, and its accounts; none where the reader read no incident."""

    name: str
    document: str
    accounts: tuple[Account, ...]


@contextmanager
def recorded(path: Path, columns: Columns) -> Iterator[tuple[Ledger, tuple[Row, ...]]]:
    """Give a ledger that holds every report of ``path``, and the rows in order; rejects are told on stderr.

    Of a row only the columns named and the source are read. A report that comes twice is two rows of one document.
    """
    with Ledger.open(":memory:") as ledger:
        rows: list[Row] = []
        accounts: dict[str, tuple[Account, ...]] = {}
        for given in Inputs(paths=(str(path),), options=ReadOptions(columns=columns)):
            report = read_or_reject(given)
            if isinstance(report, Document) and report.id not in accounts:
                report = _record(ledger, given.where, report, accounts)
            if isinstance(report, Rejected):
                print(f"{report.where}: {report.reason}", file=sys.stderr)
                continue
            name = report.external_id or report.id
            rows.append(Row(name=name, document=report.id, accounts=accounts[report.id]))
        yield ledger, tuple(rows)


def _record(
    ledger: Ledger, where: str, report: Document, accounts: dict[str, tuple[Account, ...]]
) -> Document | Rejected:
    coding: Coding | Rejected = code_or_reject(where, report)
    if isinstance(coding, Coding):
        record_coding(ledger, coding)
        accounts[report.id] = coding.accounts
        return report
    return coding
