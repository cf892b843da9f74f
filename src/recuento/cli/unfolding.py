"""The command that unfolds a link: why."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Annotated

import typer
from rich.text import Text

from recuento.cli.options import Db, Json, add, open_existing
from recuento.cli.screen import out, raw

if TYPE_CHECKING:
    from rich.console import Console
    from rich.table import Table

    from recuento.cli.page import Line
    from recuento.unfolding import Why

__all__ = ["print_why", "register", "why"]


def register(app: typer.Typer) -> None:
    """Add the commands of this module to ``app``."""
    add(app, why, panel="Ask")


def why(
    one: Annotated[str, typer.Argument(metavar="A", help="An incident (i-…), a telling (k-…) or a report (d-…).")],
    other: Annotated[str, typer.Argument(metavar="B", help="The other.")],
    db: Db = "recuento.db",
    as_json: Json = False,
) -> None:
    """Show why two incidents, tellings or reports stand as one incident, or as two.

    Every field that was compared, what stands in it and its log-odds; their sum and the threshold; what persons judged;
    and the links by which the two hang together, if through others. Two ids of one incident stand for the two tellings
    that they were made of.

    \b
    recuento why i-3f2k i-9x1c
    recuento why d-7c2p d-0h4q --json
    """
    from recuento import answers
    from recuento.cli.wire import why_json

    with open_existing(db) as ledger:
        found = answers.why(ledger, one, other)
    if as_json:
        raw(why_json(found))
    else:
        print_why(found, out())


def print_why(found: Why, console: Console) -> None:
    """Print why two stand as one incident, or as two."""
    from recuento.cli import words
    from recuento.cli.page import Line, heading, print_lines, print_table

    head = [Line(Text(words.why_head(found), style="bold"))]
    sides = zip((found.one, found.other), found.documents, strict=True)
    head += [Line(Text(words.telling(account, document)), 2, 2) for account, document in sides]
    head += [Line(Text(each, style="yellow"), 0, 2) for each in words.never_compared(found)]
    print_lines(head, console)
    print_table(_fields(found), console)
    for title, lines in _sections(found):
        if body := list(lines):
            console.print(heading(title))
            print_lines(body, console)


def _fields(found: Why) -> Table:
    """Return a table of what was compared, and the sum."""
    from rich.box import SIMPLE_HEAD
    from rich.table import Table

    from recuento.cli import words

    table = Table(box=SIMPLE_HEAD, pad_edge=False)
    for name, right in zip(words.FIELD_HEADS, (False, False, True, False), strict=True):
        table.add_column(name, justify="right" if right else "left", overflow="fold")
    table.add_row(words.PRIOR, "", words.log_odds(found.unfolded.prior), "")
    for field in found.unfolded.fields:
        name, level = words.field_level(field)
        table.add_row(name, level, words.log_odds(field.log_odds), Text(words.field_values(field)))
    table.add_row(words.SUM, "", words.log_odds(found.unfolded.score), words.sum_line(found), style="bold")
    return table


def _sections(found: Why) -> Iterator[tuple[str, Iterator[Line]]]:
    from recuento.cli import words
    from recuento.cli.page import Line

    judged = [words.link_line(link) for link in found.links]
    judged += words.apart_lines(found.apart, found) if found.apart is not None else ()
    yield words.WORDS_ON_IT, (Line(Text(each), 2, 2) for each in judged)
    yield words.PATH, (Line(Text(words.link_line(link)), 2, 2) for link in found.path)
    pairs = [f"{words.short(each.a)} and {words.short(each.b)}: {words.log_odds(each.score)}" for each in found.pairs]
    more = [words.other_pairs(found), *pairs] if found.number > 1 else []
    yield words.OTHER_PAIRS, (Line(Text(each), 2, 2) for each in more)
