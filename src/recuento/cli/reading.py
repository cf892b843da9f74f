"""Commands that read reports: read, unread."""

from __future__ import annotations

import codecs
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from recuento.cli.options import Actors, Db, Json, JsonLines, add, parse_day, register_text
from recuento.cli.screen import errors, out, raw
from recuento.errors import OptionError

if TYPE_CHECKING:
    from recuento.read import Inputs

__all__ = ["register"]

_READS = "Read"

Paths = Annotated[
    list[str], typer.Argument(metavar="PATH…", help="Files and folders; - is standard input.", show_default=False)
]
Day = Annotated[str | None, typer.Option("--date", metavar="DAY", help="Publication day of reports that bear none.")]
Names = Annotated[
    str | None, typer.Option("--columns", metavar="FIELD=COLUMN,…", help="Columns of tables: text=body,date=published.")
]
Encoding = Annotated[
    str | None, typer.Option(metavar="NAME", help="Encoding of files that are not UTF-8, such as cp1252.")
]
LanguageOption = Annotated[
    str | None, typer.Option("--language", metavar="en|es", help="Language of the reports; else it is detected.")
]
MaxMb = Annotated[float, typer.Option("--max-mb", metavar="MB", min=0.001, help="Longest report, in megabytes.")]


def register(app: typer.Typer) -> None:
    """Add the commands of this module to ``app``."""
    for command in (read, unread):
        add(app, command, panel=_READS)


def read(
    paths: Paths,
    db: Db = "recuento.db",
    claims: Annotated[
        Path | None, typer.Option(metavar="FILE", help="Write the claims of these reports, one JSON object a line.")
    ] = None,
    date: Day = None,
    columns: Names = None,
    encoding: Encoding = None,
    language: LanguageOption = None,
    max_mb: MaxMb = 5.0,
    actors: Actors = None,
    jobs: Annotated[int, typer.Option(min=1, metavar="N", help="Processes that read reports at the same time.")] = 1,
    sources: Annotated[
        Path | None,
        typer.Option(metavar="FILE", help="Your register of sources, kept in the ledger."),
    ] = None,
    as_json: Json = False,
) -> None:
    """Read reports into the ledger: code them, group what they say into incidents, keep every figure with its source.

    A report is a text file that begins with its date (date 2024-03-26 …) or with front matter, or a row of a table
    (JSONL, CSV) with id, date, title, text and source. Reports that the ledger holds already are passed over; one that
    cannot be used is named with its reason, the others are read, and the exit status is 1.

    \b
    recuento read reports/ more.jsonl
    recuento read wire.csv --columns text=body,date=published
    pbpaste | recuento read - --date 2024-03-26
    """
    from recuento.cli.progress import following
    from recuento.cli.summary import print_summary, summary_json
    from recuento.cycles import seldom_sought
    from recuento.engine import coder
    from recuento.export import write_claims
    from recuento.ledger import Ledger
    from recuento.lexicon.actors import registry
    from recuento.pipeline import run
    from recuento.recording import has_older_keys, renew_keys, use_sources

    seldom_sought()
    registry(actors)  # a mistake in the file stops the run before anything is read
    inputs = _inputs(paths, date, columns, encoding, language, max_mb)
    with Ledger.open(db) as ledger, following(inputs, errors()) as tick, coder(jobs, actors=actors) as code:
        if sources is not None:
            use_sources(ledger, register_text(sources))
        if has_older_keys(ledger):
            errors().print("This ledger finds its reports by older rules: they are given new keys, 40,000 in a minute.")
            renew_keys(ledger)
        summary = run(inputs, ledger, code=code, on_progress=tick)
        if claims is not None:
            write_claims((ledger.coding(each) for each in summary.documents), claims)
    if as_json:
        raw(summary_json(summary))
    else:
        print_summary(summary, db, out())
    if summary.rejected:
        raise typer.Exit(1)


def unread(
    paths: Paths,
    date: Day = None,
    columns: Names = None,
    encoding: Encoding = None,
    language: LanguageOption = None,
    max_mb: MaxMb = 5.0,
    as_json: JsonLines = False,
) -> None:
    """List the sentences that speak of violence and gave no claim, with the reason. Nothing is recorded.

    \b
    recuento unread reports/2024-03-26.txt
    """
    from recuento.cli.unread import print_unread, unread_json
    from recuento.model import Rejected
    from recuento.pipeline import code_or_reject, read_or_reject

    unusable = 0
    for given in _inputs(paths, date, columns, encoding, language, max_mb):
        report = read_or_reject(given)
        found = report if isinstance(report, Rejected) else code_or_reject(given.where, report)
        if isinstance(found, Rejected):
            unusable += 1
            errors().print(f"{found.where}: {found.reason}", markup=False, style="red")
        elif as_json:
            raw(unread_json(given.where, found))
        else:
            print_unread(given.where, found, out())
    if unusable:
        raise typer.Exit(1)


def _inputs(
    paths: list[str], day: str | None, columns: str | None, encoding: str | None, language: str | None, max_mb: float
) -> Inputs:
    """Return the reports that the options of a command name.

    Raises:
        OptionError: an option makes no sense.
    """
    from recuento.errors import DocumentError
    from recuento.read import MEGABYTE, STDIN, Columns, Inputs, ReadOptions
    from recuento.read.plain import language_of

    try:
        spoken = language_of(language)
    except DocumentError as told:
        raise OptionError(f"--language: {told}") from None
    options = ReadOptions(
        date=parse_day(day, "--date"),
        columns=Columns.parse(columns or ""),
        encoding=_known_encoding(encoding),
        language=spoken,
        max_bytes=int(max_mb * MEGABYTE),
    )
    stdin = sys.stdin.buffer.read() if STDIN in paths else b""
    return Inputs(paths=tuple(paths), options=options, stdin=stdin)


def _known_encoding(name: str | None) -> str | None:
    if name is None:
        return None
    try:
        return codecs.lookup(name).name
    except LookupError:
        raise OptionError(f"--encoding: no encoding is called {name!r}; try cp1252 or latin-1") from None
