"""Commands that take from the ledger or make it afresh: export, replay."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from recuento.cli.options import Actors, AsOf, Db, Json, LedgerAsOf, ReviewedOnly, add, clocks, open_existing
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
    reviewed_only: ReviewedOnly = False,
    as_of: AsOf = None,
    ledger_as_of: LedgerAsOf = None,
) -> None:
    """Write the ledger out: every claim as JSON Lines, or every incident with its figures as CSV or GeoJSON.

    Every row says whether a person has accepted it; --reviewed-only leaves out whatever nobody has. Of claims those are
    the ones on which an accepted figure rests.

    Claims are as persons have corrected them; those of reports that were withdrawn or replaced are left out.

    Of a past day, CSV and GeoJSON say within which clock was asked; claims are a bare list, and it is told on standard
    error.

    \b
    recuento export --format csv --out incidents.csv
    recuento export --format claims | head
    recuento export --format csv --reviewed-only --out for-print.csv
    recuento export --format csv --ledger-as-of 2024-04-01 --out held-on-1-april.csv
    """
    from recuento.cli import words

    asked = clocks(as_of, ledger_as_of)
    for line in words.clock_lines(asked):
        errors().print(line, style="yellow", markup=False)
    with open_existing(db) as ledger:
        parts = _parts(ledger, form, asked, reviewed_only=reviewed_only)
        if to is None:
            for part in parts:
                sys.stdout.buffer.write(part)
            sys.stdout.buffer.flush()
        else:
            _write(parts, to)


def _parts(ledger: Ledger, form: Format, asked: Clocks, *, reviewed_only: bool) -> Iterator[bytes]:
    from recuento.ledger import NOW

    if reviewed_only and asked != NOW:
        raise OptionError("--reviewed-only asks of today; leave out --as-of and --ledger-as-of")
    if form is Format.CLAIMS:
        return _claims(ledger, asked, reviewed_only=reviewed_only)
    return _rows(ledger, form, asked, reviewed_only=reviewed_only)


def _claims(ledger: Ledger, asked: Clocks, *, reviewed_only: bool) -> Iterator[bytes]:
    """Yield the claims line by line, so that a large ledger need not fit in memory."""
    from recuento import answers
    from recuento.export import claim_lines
    from recuento.ledger import NOW

    reviewed = answers.reviewed_claims(ledger) if asked == NOW else None
    told = ledger.claims(asked)
    if reviewed is not None and reviewed_only:
        told = ((claim, document) for claim, document in told if claim.id in reviewed)
    yield from claim_lines(told, reviewed)


def _rows(ledger: Ledger, form: Format, asked: Clocks, *, reviewed_only: bool) -> Iterator[bytes]:
    """Yield the incidents in pieces."""
    from recuento import answers
    from recuento.export import csv_lines, geojson_parts
    from recuento.ledger import IncidentFilter

    rows = (row.told for row in answers.incidents(ledger, IncidentFilter(reviewed_only=reviewed_only), asked))
    if form is Format.CSV:
        yield from (line.encode("utf-8") for line in csv_lines(rows, asked.as_of, asked.ledger_as_of))
    else:
        yield from geojson_parts(rows, asked.as_of, asked.ledger_as_of)
        yield b"\n"


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
    from recuento.cycles import seldom_sought
    from recuento.pipeline import replay as derive

    seldom_sought()
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
    from recuento.cycles import seldom_sought
    from recuento.engine import coder
    from recuento.lexicon.actors import registry
    from recuento.rereading import reread as read_again

    seldom_sought()
    registry(actors)  # a mistake in the file stops the run before anything is read
    with open_existing(db) as ledger, coder(jobs, actors=actors) as code:
        done = read_again(ledger, code=code)
    if as_json:
        raw(reread_json(done))
    else:
        print_reread(done, out())
    if done.rejected:
        raise typer.Exit(1)
