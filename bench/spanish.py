"""Read conflict sentences: ``{"id", "lang", "text", "date"}`` in, ``{"id", "events"}`` out, one event a trigger.

An event is ``{"trigger", "source", "target"}`` in words of the text, null where the report does not say. Of a row
nothing but id, language, text and date is read.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

from recuento.lexicon.codebook import event_of
from recuento.model import Claim, Coding, Document, Rejected, TriggerWords
from recuento.model.claim import RoleName
from recuento.pipeline import code_or_reject
from recuento.read import Header, ReadOptions, clean, day, document

__all__ = ["events_of", "main"]

_SOURCE: frozenset[RoleName] = frozenset({"perpetrator", "authority", "claimant"})
_TARGET: frozenset[RoleName] = frozenset({"target", "beneficiary"})
_NOT_HELD = frozenset({"denied", "planned", "unknown"})


def main(input_path: Path, out_path: Path) -> None:
    """Write one line for each row of ``input_path``; rows that cannot be read have no events and are told on stderr."""
    with input_path.open(encoding="utf-8") as rows, out_path.open("w", encoding="utf-8") as out:
        for line in filter(str.strip, rows):
            row = json.loads(line)
            coding = code_or_reject(str(row["id"]), _report(row))
            if isinstance(coding, Rejected):
                print(f"{coding.where}: {coding.reason}", file=sys.stderr)
            found = [] if isinstance(coding, Rejected) else list(events_of(coding))
            out.write(json.dumps({"id": row["id"], "events": found}, ensure_ascii=False) + "\n")


def _report(row: dict[str, Any]) -> Document:
    language = "en" if row.get("lang") == "en" else "es"
    header = Header(date=day(row["date"]), language=language)
    return document(header, clean(row["text"]), path=None, name=str(row["id"]), options=ReadOptions())


def events_of(coding: Coding) -> Iterator[dict[str, str | None]]:
    """Yield what the report says happened, once for each trigger: several claims of one verb are one event."""
    told: dict[TriggerWords, list[Claim]] = {}
    for claim in coding.claims:
        if claim.trigger is not None and claim.status not in _NOT_HELD and _is_act(claim):
            told.setdefault(claim.trigger, []).append(claim)
    events = [
        {"trigger": trigger.text, "source": _party(claims, _SOURCE), "target": _party(claims, _TARGET)}
        for trigger, claims in told.items()
    ]
    sided = [event for event in events if event["source"] or event["target"]]
    # Where one event names its sides, another that names none is its manner: hurt "by a mine".
    yield from sided or events


def _is_act(claim: Claim) -> bool:
    """Tell whether coders of events have a code for it; a body found or a missing person is no act of somebody."""
    return event_of(claim.event).crosswalk.plover is not None


def _party(claims: Iterable[Claim], roles: frozenset[RoleName]) -> str | None:
    return next((role.text for claim in claims for role in claim.roles if role.role in roles), None)
