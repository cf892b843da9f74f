"""Commands that take from the ledger or make it afresh: export, replay."""

from __future__ import annotations

import io
import sys
from collections.abc import Iterator
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from recuento.cli.options import Actors, AsOf, Db, Json, LedgerAsOf, add, clocks, open_existing
from recuento.cli.screen import errors, out, raw
from recuento.errors import OptionError

if TYPE_CHECKING:
    from recuento.ledger import Clocks, Ledger

__all__ = ["Format", "register"]

_KEEPS = "Take along"


class Format(StrEnum):
    """What leaves the ledger: claims as JSON Lines, incidents as a table or a map."""

    CLAIMS = "claims"
    CSV = "csv"
    GEOJSON = "geojson"


def register(app: typer.Typer) -> None:
    """Add the commands of this module to ``app``."""
    for command in (export, replay, reread):
        add(app, command, panel=_KEEPS)


def export(
    form: Annotated[Format, typer.Option("--format", metavar="claims|csv|geojson", help="What to write.")],
    db: Db = "recuento.db",
    to: Annotated[
        Path | None, typer.Option("--out", metavar="FILE", help="Where to write it; else standard output.")
    ] = None,
    as_of: AsOf = None,
    ledger_as_of: LedgerAsOf = None,
) -> None:
    """Write the ledger out: every claim as JSON Lines, or every incident with its figures as CSV or GeoJSON.

    Claims are as persons have corrected them; those of reports that were withdrawn or replaced are left out.

    Of a past day, CSV and GeoJSON say within which clock was asked; claims are a bare list, and it is told on standard
    error.

    \b
    recuento export --format csv --out incidents.csv
    recuento export --format claims | head
    recuento export --format csv --ledger-as-of 2024-04-01 --out held-on-1-april.csv
    """
    from recuento.cli import words

    asked = clocks(as_of, ledger_as_of)
    for line in words.clock_lines(asked):
        errors().print(line, style="yellow", markup=False)
    with open_existing(db) as ledger:
        if to is None:
            for part in _parts(ledger, form, asked):
                sys.stdout.buffer.write(part)
            sys.stdout.buffer.flush()
        else:
            _write(_parts(ledger, form, asked), to)


def _parts(ledger: Ledger, form: Format, asked: Clocks) -> Iterator[bytes]:
    """Yield the export in pieces, so that a large ledger need not fit in memory."""
    from recuento import answers
    from recuento.export import claim_lines, geojson, write_csv

    match form:
        case Format.CLAIMS:
            yield from claim_lines(ledger.claims(asked))
        case Format.CSV:
            table = io.StringIO(newline="")
            rows = answers.incidents(ledger, clocks=asked)
            write_csv(((row.incident, row.entries) for row in rows), table, asked.as_of, asked.ledger_as_of)
            yield table.getvalue().encode("utf-8")
        case Format.GEOJSON:
            rows = answers.incidents(ledger, clocks=asked)
            yield geojson(((row.incident, row.entries) for row in rows), asked.as_of, asked.ledger_as_of) + b"\n"


def _write(parts: Iterator[bytes], to: Path) -> None:
    """Write ``parts`` to a file; one that is already there stays until all is written.

    Raises:
        OptionError: the file cannot be written.
    """
    unfinished = to.with_name(f"{to.name}.part")
    try:
        with unfinished.open("wb") as file:
            file.writelines(parts)
        unfinished.replace(to)
    except OSError as bad:
        raise OptionError(f"--out: {to} cannot be written ({bad.strerror}); name another file") from bad


def replay(db: Db = "recuento.db") -> None:
    """Derive all incidents and figures afresh from the recorded claims and decisions. Ids stay; nothing is read again.

    \b
    recuento replay
    """
    from recuento.cli import words
    from recuento.pipeline import replay as derive

    with open_existing(db) as ledger:
        derive(ledger)
        number = len(ledger.incidents())
    out().print(words.replayed(number), markup=False)


def reread(
    db: Db = "recuento.db",
    jobs: Annotated[int, typer.Option(min=1, metavar="N", help="Processes that read reports at the same time.")] = 1,
    actors: Actors = None,
    as_json: Json = False,
) -> None:
    """Read the stored reports again by the rules of this version, and tell what moved because of the rules.

    Corrections and judgements stay with the words they were made on. What was read before is kept: --ledger-as-of shows
    it. Every id that was shown still leads to its incident.

    \b
    recuento reread
    """
    from recuento.cli.rereading import print_reread, reread_json
    from recuento.engine import coder
    from recuento.lexicon.actors import registry
    from recuento.rereading import reread as read_again

    registry(actors)  # a mistake in the file stops the run before anything is read

    with open_existing(db) as ledger, coder(jobs, actors=actors) as code:
        done = read_again(ledger, code=code)
    if as_json:
        raw(reread_json(done))
    else:
        print_reread(done, out())
    if done.rejected:
        raise typer.Exit(1)
