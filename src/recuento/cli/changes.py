"""recuento changes: what moved since a day, and why."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import time
from enum import StrEnum
from typing import TYPE_CHECKING, Annotated

import typer

from recuento.cli.options import Db, Json, add, open_existing, parse_day, parse_instant
from recuento.cli.screen import out, raw
from recuento.errors import OptionError

if TYPE_CHECKING:
    from recuento.cli.page import Line
    from recuento.ledger import Changes, FigureMoved, IncidentMoved

__all__ = ["Clock", "change_lines", "register"]


class Clock(StrEnum):
    """Which clock counts: when this ledger learned it, or when it was published."""

    LEDGER = "ledger"
    PUBLISHED = "published"


def register(app: typer.Typer) -> None:
    """Add the command of this module to ``app``."""
    add(app, changes, panel="Ask")


def changes(
    since: Annotated[str, typer.Option("--since", metavar="DATE", help="A day (from its start), or 2024-03-26T18:00.")],
    db: Db = "recuento.db",
    clock: Annotated[
        Clock, typer.Option("--clock", metavar="ledger|published", help="By when it was recorded, or published.")
    ] = Clock.LEDGER,
    as_json: Json = False,
) -> None:
    """Tell what moved since a day, and why: new incidents, figures and the words that moved them, incidents that joined
    or split, persons' decisions.

    The ledger's clock tells what this ledger learned, from reports, persons or new rules. The clock of publication
    tells what reports of that day and later changed, whenever they were read.

    \b
    recuento changes --since 2024-03-25
    recuento changes --since 2024-03-25 --clock published
    """
    from recuento.cli.page import print_lines
    from recuento.cli.wire import changes_json

    with open_existing(db) as ledger:
        if clock is Clock.PUBLISHED:
            day = parse_day(since, "--since")
            if day is None:
                raise OptionError("--since: name a day")
            found = ledger.changes_published(day)
        else:
            at = parse_instant(since, "--since", of_day=time.min)
            if at is None:
                raise OptionError("--since: name a day")
            found = ledger.changes(at)
    if as_json:
        raw(changes_json(found))
    else:
        print_lines(_lines(found), out())


def _lines(found: Changes) -> Iterator[Line]:
    from rich.text import Text

    from recuento.cli import words
    from recuento.cli.page import Line

    yield Line(Text(words.changes_head(found), style="yellow"))
    yield from change_lines(found)
    if found.decisions:
        yield Line(Text(f"\n{words.A_PERSONS_WORD}", style="bold magenta"))
    yield from (Line(Text(words.decision_line(one)), 2, 3) for one in found.decisions)
    if not (found.incidents or found.gone or found.decisions):
        yield Line(Text(words.NOTHING_MOVED))


def change_lines(found: Changes) -> Iterator[Line]:
    """Yield each incident that moved, with its figures and the words that moved them."""
    from rich.text import Text

    from recuento.cli import words
    from recuento.cli.page import Line

    for one in found.incidents:
        yield from _incident(one)
    for name in found.gone:
        yield Line(Text(words.GONE, style="bold").append(f" · {name}", style="not bold dim"), 0, 2)


def _incident(one: IncidentMoved) -> Iterator[Line]:
    from rich.text import Text

    from recuento.cli import words
    from recuento.cli.page import Line

    incident = one.incident
    what = ", ".join(words.event_name(code) for code in incident.events[:3])
    head = Text(f"{words.moved_head(one)}: {what}", style="bold")
    when = words.days(incident.when, incident.no_later_than)
    about = f" · {words.place(incident.place)} · {when} · {words.short(incident.id)}"
    yield Line(head.append(about, style="not bold"), 0, 2)
    for figure in one.figures:
        yield from _figure(figure)


def _figure(figure: FigureMoved) -> Iterator[Line]:
    from rich.text import Text

    from recuento.cli import words
    from recuento.cli.evidence import quoted
    from recuento.cli.page import Line

    line = Text(words.moved_line(figure), style="bold cyan")
    yield Line(line.append(f"  {figure.rule}", style="not bold dim"), 2, 4)
    reports = {document.id: document for document in figure.documents}
    for claim in figure.claims:
        told = f"{words.outlet(reports[claim.document])}, {words.said_by(claim)}: "
        yield Line(Text(told, style="dim").append_text(quoted(claim)).append(f" · {words.short(claim.id)}"), 4, 2)
    named = {f"report:{name}" for name in reports}
    others = [words.cause(step) for step in figure.causes if step not in named]
    if others:
        yield Line(Text("; ".join(others), style="yellow"), 4, 2)
