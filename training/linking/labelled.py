"""Pairs of accounts of which it is known whether they tell of one incident."""

from __future__ import annotations

import json
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from hashlib import sha256
from itertools import combinations
from pathlib import Path
from typing import Any

from bench.incidents import main_account

from recuento.link import Linker
from recuento.link.compare import levels
from recuento.link.facets import Facets, facets
from recuento.model import Account, Coding
from recuento.pipeline import code_or_reject, read_or_reject
from recuento.read import Columns, Inputs, ReadOptions

__all__ = ["Labelled", "Pair", "gun_violence", "pairs_of", "stories"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Labelled:
    """An account, the incident that it tells of, and which half of the data that incident lies in."""

    account: Account
    seen: Facets
    incident: str
    half: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Pair:
    """How two accounts compare, field by field ("time.same"), and whether they are of one incident."""

    levels: tuple[str, ...]
    same: bool
    half: int | None


def gun_violence(shared: Path, linker: Linker) -> list[Labelled]:
    """Return the main account of every report of ``bench/gva``; halves by incident."""
    path = shared / "bench" / "gva" / "dev.documents.jsonl"
    incident = {row["docid"]: str(row["incidents"][0]) for row in _rows(path)}
    columns = Columns(id="docid", date="published_on")
    coded = ((name, coding) for name, coding in _coded(path, columns) if coding.accounts)
    return [_labelled(main_account(c.accounts), incident[name], incident[name], linker) for name, c in coded]


def stories(shared: Path, linker: Linker) -> list[Labelled]:
    """Return the accounts of ``bench/timelines`` whose claims quote a figure of a known incident; halves by story.

    Of a report that tells of one incident only, the main account is of it though it gives no figure.
    """
    folder = shared / "bench" / "timelines"
    codings = dict(_coded(folder / "dev.reports.jsonl", Columns()))
    return [each for story in _rows(folder / "dev.gold.jsonl") for each in _story(story, codings, linker)]


def _story(story: dict[str, Any], codings: dict[str, Coding], linker: Linker) -> Iterator[Labelled]:
    votes: dict[str, Counter[str]] = defaultdict(Counter)
    for figure in story["figures"]:
        for account in _quoting(codings[figure["report"]], figure["quote"]):
            votes[account][figure["incident"]] += 1
    for report in story["reports"]:
        accounts = codings[report["id"]].accounts
        if len(report["mentions"]) == 1 and accounts and not any(votes[a.id] for a in accounts):
            votes[main_account(accounts).id][report["mentions"][0]] += 1
        for account in accounts:
            if votes[account.id]:
                (name, _), *_ = votes[account.id].most_common(1)
                yield _labelled(account, f"{story['cluster']}/{name}", story["cluster"], linker)


def _quoting(coding: Coding, quote: str) -> set[str]:
    start = coding.document.text.find(quote)
    end = start + len(quote)
    claims = (c for c in coding.claims if c.quote.field == "text" and start >= 0)
    return {c.account for c in claims if c.quote.span.start < end and start < c.quote.span.end}


def pairs_of(told: Sequence[Labelled], linker: Linker, *, all_pairs: bool) -> list[Pair]:
    """Return the pairs of accounts of two reports: all, or those of one incident and those that share a key."""
    keys = [linker.keys(one.account) for one in told]
    found = []
    for (a, one), (b, other) in combinations(zip(keys, told, strict=True), 2):
        same = one.incident == other.incident
        if one.account.document != other.account.document and (all_pairs or same or not a.sought.isdisjoint(b.kept)):
            compared = tuple(f"{level.field}.{level.name}" for level in levels(one.seen, other.seen))
            found.append(Pair(levels=compared, same=same, half=one.half if one.half == other.half else None))
    return found


def _labelled(account: Account, incident: str, group: str, linker: Linker) -> Labelled:
    half = int.from_bytes(sha256(group.encode()).digest()[:4], "big") % 2
    return Labelled(account=account, seen=facets(account, linker.weights.kinds), incident=incident, half=half)


def _rows(path: Path) -> Iterable[dict[str, Any]]:
    return [json.loads(line) for line in path.read_text("utf-8").splitlines() if line.strip()]


def _coded(path: Path, columns: Columns) -> Iterator[tuple[str, Coding]]:
    for given in Inputs(paths=(str(path),), options=ReadOptions(columns=columns)):
        report = read_or_reject(given)
        coding = code_or_reject(given.where, report) if not hasattr(report, "reason") else None
        if isinstance(coding, Coding) and coding.document.external_id:
            yield coding.document.external_id, coding
