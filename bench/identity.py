"""The laws of identity, tried on real reports: order and batching, names that resolve, the oracle, replay, strangers.

Rows of ``../shared/bench`` are read once; then their codings are linked again and again in random orders, every tenth
order report by report, the others in batches of random size, a linker starting anew after every few. After each batch
every id that was ever shown must still lead somewhere. Figures are counted in the first order only: no law here is of
them, and counting takes longer than linking.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from contextlib import ExitStack, closing, contextmanager
from datetime import UTC, date, datetime
from itertools import islice
from pathlib import Path
from random import Random
from time import process_time
from typing import Any
from unittest.mock import patch

from sqlalchemy import text

from bench.dispatches import dispatches
from recuento.ledger import Ledger
from recuento.ledger import tables as t
from recuento.ledger import writer as writer_module
from recuento.ledger.wire import decode
from recuento.link import Linker
from recuento.model import Coding, Incident
from recuento.pipeline import code_text, record_coding, replay
from recuento.recording import link_accounts

__all__ = ["incidents", "main", "oracle", "real_codings", "recorded", "replays", "strangers"]

_FILES = {
    "timelines/dev.reports.jsonl": "date",
    "reports/unlabelled.jsonl": "date",
    "gva/dev.documents.jsonl": "published_on",
}
_AT = datetime(2026, 1, 1, tzinfo=UTC)
_BATCH = 40
_ANEW = 0.03  # of the batches begin with a linker that remembers nothing
_DERIVED = ("incident", "incident_account", "incident_alias")


def main(shared: Path, *, reports: int, orders: int, unrelated: int, seed: int) -> None:
    """Print how each law fared; raise SystemExit if one was broken."""
    if not shared.is_dir():
        raise SystemExit(f"{shared} is not here: there are no real reports to record")
    codings = real_codings(shared, reports, seed)
    accounts = sum(len(coding.accounts) for coding in codings)
    linker = Linker()
    first = recorded(codings, linker)
    print(f"{len(codings)} real reports, {accounts} accounts, {len(first)} incidents", flush=True)
    _law("incremental equals batch", first == oracle(codings))
    dice, started = Random(seed), process_time()
    for number in range(1, orders + 1):
        with _nothing_counted():
            again = recorded(dice.sample(codings, len(codings)), linker, dice, most=1 if number % 10 == 1 else _BATCH)
        _law(f"order {number} of {orders}", again == first)
        if number % 10 == 0 or number == orders:
            spent = process_time() - started
            print(f"{number} of {orders} orders: same partition, ids and aliases; every id shown resolved after every")
            print(f"batch, of one report in each tenth order ({spent:.0f} s of the processor)", flush=True)
    _law("dropped and replayed", replays(codings))
    print("derived tables dropped and replayed: the same bytes, no entry written", flush=True)
    if unrelated:
        started = process_time()
        with _nothing_counted():
            _law("strangers", strangers(codings, unrelated))
        print(f"{unrelated:,} unrelated reports: no pair's score and no incident changed", end=" ")
        print(f"({process_time() - started:.0f} s of the processor)", flush=True)


@contextmanager
def _nothing_counted() -> Iterator[None]:
    """Leave out of recording, for as long as this lasts, what no law of identity is about: figures, lists, the search.

    That takes the longer part of the time.
    """
    with ExitStack() as stack:
        stack.enter_context(patch.object(writer_module.Writer, "_counted", lambda *_: ()))
        stack.enter_context(patch.object(writer_module.Writer, "_enter", lambda *_: 0))
        stack.enter_context(patch.object(writer_module.Writer, "_reports", lambda *_: None))
        stack.enter_context(patch.object(writer_module, "list_new", lambda *_: None))
        stack.enter_context(patch.object(writer_module, "index", lambda *_: None))
        yield


def _law(name: str, held: bool) -> None:
    if not held:
        raise SystemExit(f"{name}: broken")


def real_codings(shared: Path, number: int, seed: int) -> tuple[Coding, ...]:
    """Return the codings of so many rows, each text once, that tell of anything: all timelines, others at random."""
    rows = [row for name in _FILES for row in _rows(shared / "bench" / name, _FILES[name], seed)]
    found: dict[str, Coding] = {}
    for day, row in rows:
        if len(found) == number:
            break
        coding = code_text(row["text"], published_on=day, title=row.get("title"), source=row.get("source"))
        if coding.accounts:
            found[coding.document.id] = coding
    return tuple(found.values())


def _rows(path: Path, day: str, seed: int) -> Iterator[tuple[date, dict[str, Any]]]:
    rows = [json.loads(line) for line in path.read_text("utf-8").split("\n") if line.strip()]
    Random(seed).shuffle(rows)
    yield from ((date.fromisoformat(row[day][:10]), row) for row in rows if row.get(day) and row.get("text"))


def recorded(
    codings: Sequence[Coding], linker: Linker | None = None, dice: Random | None = None, *, most: int = 1
) -> tuple[Incident, ...]:
    """Return the incidents of codings recorded in this order, in batches of ``most`` at the most; every id shown is
    asked for on the way.

    Raises:
        SystemExit: an id that was shown no longer leads anywhere.
    """
    shown: set[str] = set()
    left = list(reversed(codings))
    with Ledger.open(":memory:") as ledger:
        while left:
            if dice is not None and dice.random() < _ANEW:
                linker = Linker()
            size = dice.randint(1, most) if dice is not None else 1
            batch = [left.pop() for _ in range(min(size, len(left)))]
            shown |= {*_record(ledger, batch, linker or Linker()), *(a.id for coding in batch for a in coding.accounts)}
            if lost := shown - _names(ledger):
                raise SystemExit(f"{sorted(lost)[0]} was shown and leads nowhere")
        return incidents(ledger)


def _record(ledger: Ledger, batch: Sequence[Coding], linker: Linker) -> tuple[str, ...]:
    """Record reports in one step, as one is by `record_coding`; return the ids of the incidents that they touch.

    Ties are left out of a batch of several: they join no accounts.
    """
    if len(batch) == 1:
        return record_coding(ledger, batch[0], at=_AT, linker=linker).incidents
    with ledger.writing(_AT, cause="batch") as writer:
        accounts = [account for coding in batch if writer.add(coding) for account in coding.accounts]
        writer.add_keys({account.id: linker.keys(account).kept for account in accounts})
        return link_accounts(writer, linker, accounts)[0]


def _names(ledger: Ledger) -> set[str]:
    with closing(ledger._engine.connect()) as connection:
        return set(connection.execute(t.incident_alias.select().with_only_columns(t.incident_alias.c.alias)).scalars())


def incidents(ledger: Ledger) -> tuple[Incident, ...]:
    """Return all incidents, by id."""
    with closing(ledger._engine.connect()) as connection:
        bodies = connection.execute(t.incident.select().with_only_columns(t.incident.c.body)).scalars()
        return tuple(sorted((decode(body, Incident) for body in bodies), key=lambda incident: incident.id))


def oracle(codings: Sequence[Coding]) -> tuple[Incident, ...]:
    """Return the incidents of all accounts looked at together, with no ledger and no order."""
    accounts = [account for coding in codings for account in coding.accounts]
    return tuple(sorted(Linker().incidents(accounts, ()), key=lambda incident: incident.id))


def replays(codings: Sequence[Coding]) -> bool:
    """Tell whether derived tables, dropped and built again, hold the same bytes, and no entry was written."""
    with Ledger.open(":memory:") as ledger:
        for coding in codings:
            record_coding(ledger, coding, at=_AT)
        before = _derived(ledger)
        return replay(ledger, at=_AT) == 0 and _derived(ledger) == before


def _derived(ledger: Ledger) -> list[list[Any]]:
    with closing(ledger._engine.connect()) as connection:
        return [sorted(map(repr, connection.execute(text(f"SELECT * FROM {name}")))) for name in _DERIVED]  # noqa: S608


def strangers(codings: Sequence[Coding], number: int) -> bool:
    """Tell whether scores and incidents of these reports stay the same beside so many others of another country."""
    with Ledger.open(":memory:") as ledger:
        linker = Linker()
        for coding in codings:
            record_coding(ledger, coding, at=_AT, linker=linker)
        before, scores = incidents(ledger), _scores(ledger)
        made = dispatches(number)
        while batch := [each.coding for each in islice(made, _BATCH)]:
            _record(ledger, batch, linker)
        mine = {account.id for coding in codings for account in coding.accounts}
        after = tuple(each for each in incidents(ledger) if not mine.isdisjoint(each.accounts))
        now = {pair: score for pair, score in _scores(ledger).items() if mine.issuperset(pair)}
        return after == before and now == scores


def _scores(ledger: Ledger) -> dict[tuple[str, str], float]:
    c = t.judgement.c
    with closing(ledger._engine.connect()) as connection:
        return {
            (row.a, row.b): row.score
            for row in connection.execute(t.judgement.select().with_only_columns(c.a, c.b, c.score))
        }
