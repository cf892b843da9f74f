"""Link dated reports: ``{"docid", "incident"}`` for each, and ``{"incident", "killed", "injured"}`` for each incident.

Of a row only docid, published_on, title, text and source are read. A report of several incidents stands for the one it
is mainly about: violence before what courts did about it, news before what is recalled, then the incident that most
reports tell, then the account told at most length. One in which no incident is read stays alone. A body found counts
as one killed, as in `bench.headlines`.
"""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

from bench.recorded import Row, recorded
from recuento.ledger import Ledger
from recuento.link import load_weights
from recuento.model import Account, Entry
from recuento.model.totals import all_sides
from recuento.read import Columns

__all__ = ["main", "main_account"]

_VIOLENT = ("captivity", "harm")


def main(input_path: Path, out_path: Path) -> None:
    """Write the incident of every report under ``input_path``, then every incident's toll today, all sides summed."""
    with recorded(input_path, Columns(id="docid", date="published_on")) as (ledger, rows), out_path.open("w") as out:
        out.writelines(json.dumps(line) + "\n" for line in _lines(ledger, rows))


def _lines(ledger: Ledger, rows: tuple[Row, ...]) -> Iterator[dict[str, str | int]]:
    incidents = {account.id: ledger.incident_of(account.id) for row in rows for account in row.accounts}
    told = _reports_of(rows, incidents)
    homes = {row.name: _home(row, incidents, told) for row in rows}
    yield from ({"docid": name, "incident": home} for name, home in homes.items())
    for incident in sorted(set(homes.values())):
        if incident.startswith("i-"):
            entries = ledger.incident(incident).entries
            dead = max(_sum(entries, "killed"), _sum(entries, "bodies"))
            yield {"incident": incident, "killed": dead, "injured": _sum(entries, "wounded")}


def _reports_of(rows: tuple[Row, ...], incidents: Mapping[str, str]) -> Counter[str]:
    """Return how many reports tell each incident."""
    return Counter(incident for _, incident in {(row.document, incidents[a.id]) for row in rows for a in row.accounts})


def _home(row: Row, incidents: Mapping[str, str], told: Mapping[str, int]) -> str:
    if not row.accounts:
        return f"alone:{row.name}"
    main = max(row.accounts, key=lambda a: (*_rank(a), told[incidents[a.id]], len(a.claims)))
    return incidents[main.id]


def main_account(accounts: Sequence[Account]) -> Account:
    """Return the account that a report is mainly about, by the report alone."""
    return max(accounts, key=lambda account: (*_rank(account), len(account.claims)))


def _rank(account: Account) -> tuple[bool, bool, bool]:
    kinds = {load_weights().kinds.of(claim.event) for claim in account.claims}
    return (not account.aggregate, not kinds.isdisjoint(_VIOLENT), not account.background)


def _sum(entries: tuple[Entry, ...], tally: str) -> int:
    return all_sides(entry for entry in entries if entry.tally == tally and entry.unit == "people").best
