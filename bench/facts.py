"""Code reports and write their claims with ``article_id``: a folder of reports, or rows of a ``*.reports.jsonl``.

The id is the row's id or the file's name without its ending. Of a row only id, date, title, text and source are read.
"""

from __future__ import annotations

import sys
from collections.abc import Iterator
from pathlib import Path

import msgspec

from recuento.export import claim_to_wire
from recuento.model import Coding, Rejected
from recuento.pipeline import code_or_reject, read_or_reject
from recuento.read import Input, Inputs, ReadOptions

__all__ = ["main"]


def main(input_path: Path, out_path: Path) -> None:
    """Write every claim under ``input_path`` to ``out_path``, one JSON object a line; rejects are told on stderr."""
    with out_path.open("wb") as out:
        for given in Inputs(paths=tuple(_reports(input_path)), options=ReadOptions()):
            outcome = _code(given)
            if isinstance(outcome, Rejected):
                print(f"{outcome.where}: {outcome.reason}", file=sys.stderr)
                continue
            out.writelines(_lines(outcome))


def _reports(path: Path) -> Iterator[str]:
    """Notes beside the reports bear no date and are no reports."""
    if path.is_file():
        yield str(path)
    else:
        yield from (str(file) for file in sorted(path.rglob("*.txt")))


def _code(given: Input) -> Coding | Rejected:
    report = read_or_reject(given)
    return report if isinstance(report, Rejected) else code_or_reject(given.where, report)


def _lines(coding: Coding) -> Iterator[bytes]:
    article = coding.document.external_id or coding.document.id
    for claim in coding.claims:
        wire = msgspec.to_builtins(claim_to_wire(claim, coding.document))
        yield msgspec.json.encode({"article_id": article, **wire}) + b"\n"
