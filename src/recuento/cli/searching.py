"""recuento search: words in reports and claims."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Annotated

import typer

from recuento.cli.options import Db, Json, add, open_existing
from recuento.cli.screen import out, raw

if TYPE_CHECKING:
    from recuento.cli.page import Line
    from recuento.ledger import Found, Hit

__all__ = ["register"]


def register(app: typer.Typer) -> None:
    """Add the command of this module to ``app``."""
    add(app, search, panel="Ask")


def search(
    words: Annotated[
        list[str],
        typer.Argument(metavar="WORDS…", help='All of them; "side by side" in quotes; secuestr* begins one.'),
    ],
    db: Db = "recuento.db",
    limit: Annotated[int, typer.Option(min=1, metavar="N", help="How many to show.")] = 20,
    as_json: Json = False,
) -> None:
    """Search the words of reports and claims; accents and capitals do not matter. Prints the ids to ask for.

    \b
    recuento search 'culiacan niños'
    recuento search '"guardia nacional" heridos' --limit 5
    """
    from recuento.cli.page import print_lines
    from recuento.cli.wire import found_json

    with open_existing(db) as ledger:
        found = ledger.search(" ".join(words), limit=limit)
    if as_json:
        raw(found_json(found))
    else:
        print_lines(_lines(found), out())


def _lines(found: Found) -> Iterator[Line]:
    from rich.text import Text

    from recuento.cli.page import Line

    for hit in found.hits:
        yield from _hit(hit)
    asked = ", ".join(f"“{term}”" for term in found.terms)
    shown = f", the best {len(found.hits):,} shown" if len(found.hits) < found.total else ""
    told = (
        f"Searched {found.reports:,} reports and {found.claims:,} claims for {asked}, accents and capitals aside:"
        f" {found.total:,} found{shown}."
    )
    yield Line(Text(told, style="dim"))


def _hit(hit: Hit) -> Iterator[Line]:
    from rich.text import Text

    from recuento.cli import words
    from recuento.cli.page import Line

    head = Text(words.short(hit.id), style="bold")
    about = [f"{hit.publisher or words.short(hit.document)}, {words.day(hit.published_on)}"]
    about += [hit.title] if hit.title else []
    about += [words.short(name) for name in hit.incidents[:3]]
    about += [hit.left_out.reason] if hit.left_out else []
    yield Line(head.append(f"  {' · '.join(about)}", style="not bold dim"), 0, 2)
    excerpt = Text(hit.excerpt.replace("\n", " "))
    for mark in hit.marks:
        excerpt.stylize("bold underline", mark.start, mark.end)
    yield Line(Text("…").append_text(excerpt).append("…"), 2, 2)
