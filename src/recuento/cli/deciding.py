"""Commands with which a person decides: judge, correct, withdraw, undo; and the log of it: log, audit."""

from __future__ import annotations

import re
from enum import StrEnum
from typing import TYPE_CHECKING, Annotated

import typer

from recuento.cli.options import Db, JsonLines, add, open_existing, parse_day
from recuento.cli.screen import out, raw
from recuento.errors import OptionError

if TYPE_CHECKING:
    from recuento.deciding import Decided

__all__ = ["Field", "Verdict", "register"]

_DECIDES = "Decide"
_HEAD = re.compile(r"\s*\d+:[0-9a-f]+")

By = Annotated[str, typer.Option("--by", envvar="RECUENTO_NAME", metavar="NAME", help="Who decides.")]
Why = Annotated[str, typer.Option("--why", metavar="TEXT", help="The reason, for those who read the log.")]
Seen = Annotated[
    int | None,
    typer.Option("--seen", metavar="N", help="The decision of somebody else that you know and decide against."),
]


class Verdict(StrEnum):
    """Do two tell of one incident?"""

    SAME = "same"
    DIFFERENT = "different"
    UNSURE = "unsure"


class Field(StrEnum):
    """What can be corrected."""

    FIGURE = "figure"
    PLACE = "place"
    DATE = "date"
    STATUS = "status"
    SIDE = "side"


def register(app: typer.Typer) -> None:
    """Add the commands of this module to ``app``."""
    for command in (judge, correct, accept, withdraw, undo, log, audit):
        add(app, command, panel=_DECIDES)


def judge(
    one: Annotated[str, typer.Argument(metavar="A", help="An incident (i-…), a telling (k-…) or a report (d-…).")],
    other: Annotated[str, typer.Argument(metavar="B", help="The other.")],
    verdict: Annotated[Verdict, typer.Argument(metavar="same|different|unsure", help="Do they tell of one incident?")],
    by: By,
    why: Why,
    db: Db = "recuento.db",
    seen: Seen = None,
) -> None:
    """Say whether two incidents are one. Same and different bind the program; of several decisions the latest holds.

    To part what stands as one incident, name two of its ids: every report's telling keeps its own.

    \b
    recuento judge i-3f2k i-9x1c same --by "Ana Prueba" --why "one attack, two towns named"
    """
    from recuento import deciding

    with open_existing(db) as ledger:
        made = deciding.judge(ledger, (one, other), verdict.value, by=by, why=why, seen=seen)
    _print(made, db)


def correct(
    name: Annotated[str, typer.Argument(metavar="ID", help="A claim (c-…) or an incident (i-…).")],
    field: Annotated[Field, typer.Option("--field", metavar="figure|place|date|status|side", help="What is wrong.")],
    to: Annotated[str, typer.Option("--to", metavar="VALUE", help="What it should be.")],
    by: By,
    why: Why,
    db: Db = "recuento.db",
    tally: Annotated[str | None, typer.Option(metavar="CODE", help="Of an incident: which figure or claims.")] = None,
    side: Annotated[str | None, typer.Option(metavar="SIDE", help="Of an incident: on which side.")] = None,
    unit: Annotated[str | None, typer.Option(metavar="WORDS", help="Of an incident's figure: counting what.")] = None,
    from_day: Annotated[
        str | None,
        typer.Option("--from", metavar="DAY", help="Publication day from which an incident's figure is yours."),
    ] = None,
    seen: Seen = None,
) -> None:
    """Correct what was read. The machine's reading is kept beside it, and the correction can be undone.

    A figure is 12, 12+ or 10-12; days are 2024-03-22, 2024-03 or 2024-03-22..2024-03-24; a place is a name with its
    state (Culiacán, Sinaloa). A claim's place and date are its own; an incident's stand in its heading, lists and maps.

    \b
    recuento correct c-9k1m --field figure --to 11 --by "Ana Prueba" --why "misread: 11 of the 14 were wounded"
    recuento correct i-3f2k --field figure --tally killed --side civilian --to 12 --by "Ana Prueba" --why "own count"
    recuento correct i-3f2k --field place --to "Culiacán, Sinaloa" --by "Ana Prueba" --why "the report names it"
    """
    from recuento import deciding
    from recuento.cli import words
    from recuento.values import place_of

    which = deciding.Which(tally=tally, side=side, unit=unit, from_day=parse_day(from_day, "--from"))
    with open_existing(db) as ledger:
        made = deciding.correct(ledger, name, field.value, to, by=by, why=why, which=which, seen=seen)
    _print(made, db)
    if field is Field.PLACE and place_of(to).id is None:
        out().print(words.not_on_the_map(to), markup=False, style="yellow")


def accept(
    incident: Annotated[str, typer.Argument(metavar="ID", help="An incident (i-…).")],
    tally: Annotated[str, typer.Option(metavar="CODE", help="Which figure of it, such as killed.")],
    by: By,
    why: Why,
    db: Db = "recuento.db",
    side: Annotated[str | None, typer.Option(metavar="SIDE", help="On which side, where several are held.")] = None,
    unit: Annotated[str | None, typer.Option(metavar="WORDS", help="Counting what, where several are held.")] = None,
    seen: Seen = None,
) -> None:
    """Accept a figure: you have read its words and hold it right as it stands today. When it moves, it is open again.

    \b
    recuento accept i-3f2k --tally killed --side civilian --by "Ana Prueba" --why "read both reports"
    """
    from recuento import deciding

    with open_existing(db) as ledger:
        shown = deciding.figure_held(ledger.incident(incident), deciding.Which(tally=tally, side=side, unit=unit))
        made = deciding.accept(ledger, incident, shown, by=by, why=why, seen=seen)
    _print(made, db)


def withdraw(
    report: Annotated[str, typer.Argument(metavar="REPORT", help="A report's id (d-…), or its first letters.")],
    by: By,
    why: Why,
    db: Db = "recuento.db",
    seen: Seen = None,
) -> None:
    """Withdraw a report that was retracted or taken down. Its claims stay to be seen and leave every tally.

    Reading it again says that it was withdrawn, and does not bring it back.

    \b
    recuento withdraw d-7c2p --by "Ana Prueba" --why "the paper retracted it on 4 April"
    """
    from recuento import deciding

    with open_existing(db) as ledger:
        made = deciding.withdraw(ledger, report, by=by, why=why, seen=seen)
    _print(made, db)


def undo(
    decision: Annotated[int, typer.Argument(metavar="DECISION", help="Its number in the log.")],
    by: By,
    why: Why,
    db: Db = "recuento.db",
) -> None:
    """Undo a decision: what it changed is as if it had not been made. Both stay in the log.

    \b
    recuento undo 7 --by "Ana Prueba" --why "it was the other town"
    """
    from recuento import deciding

    with open_existing(db) as ledger:
        made = deciding.undo(ledger, decision, by=by, why=why)
    _print(made, db)


def log(
    of: Annotated[str | None, typer.Argument(metavar="[ID]", help="Only what was decided on this.")] = None,
    db: Db = "recuento.db",
    as_json: JsonLines = False,
) -> None:
    """Print every decision, the oldest first: who, when, what and why, and what was undone.

    \b
    recuento log
    recuento log i-3f2k
    """
    from rich.text import Text

    from recuento.cli import words
    from recuento.cli.page import Line, print_lines
    from recuento.cli.wire import decisions_json

    with open_existing(db) as ledger:
        found = ledger.decisions(of)
    if as_json:
        raw(decisions_json(found))
        return
    print_lines((Line(Text(words.decision_line(one)), 0, 3) for one in found), out())
    if not found:
        out().print(words.no_decisions(of), markup=False)


def audit(
    db: Db = "recuento.db",
    expect: Annotated[
        str | None, typer.Option(metavar="HEAD", help="A head of the log that was noted down, such as 12:9f3a….")
    ] = None,
) -> None:
    """Verify the log and the reports: no decision was changed or taken out, no report's text was touched.

    The head of the log covers all that was decided until then. Noted elsewhere, it proves later that nothing before it
    was changed, also by somebody who can write to the file.

    \b
    recuento audit
    recuento audit --expect 12:9f3ac1…
    """
    from recuento.cli import words

    if expect is not None and not _HEAD.match(expect):
        raise OptionError(
            f"--expect: {expect!r} is no head of a log; it looks like 12:9f3a… ('recuento audit' prints it)"
        )
    with open_existing(db) as ledger:
        sound = ledger.audit(expect)
    out().print(words.audited(sound), markup=False, soft_wrap=True)


def _print(made: Decided, db: str) -> None:
    from recuento.cli import words

    out().print(words.decided(made.decision, made.incidents, db), markup=False)
