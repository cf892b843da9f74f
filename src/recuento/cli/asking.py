"""Commands that ask the ledger: incidents, show, explain."""

from __future__ import annotations

from typing import Annotated

import typer

from recuento.cli.options import (
    AsOf,
    Db,
    Json,
    JsonLines,
    LedgerAsOf,
    ReviewedOnly,
    add,
    clocks,
    known_event,
    known_tally,
    open_existing,
    parse_day,
)
from recuento.cli.screen import out, raw
from recuento.errors import OptionError

__all__ = ["register"]

_ANSWERS = "Ask"


def register(app: typer.Typer) -> None:
    """Add the commands of this module to ``app``."""
    for command in (incidents, show, explain):
        add(app, command, panel=_ANSWERS)


def incidents(
    db: Db = "recuento.db",
    since: Annotated[str | None, typer.Option("--from", metavar="DAY", help="On this day or later.")] = None,
    until: Annotated[str | None, typer.Option("--to", metavar="DAY", help="On this day or earlier.")] = None,
    place: Annotated[
        str | None, typer.Option(metavar="WORDS", help="Words in the place's name; accents do not matter.")
    ] = None,
    event: Annotated[
        str | None, typer.Option(metavar="CODE", help="A code of the codebook, such as abduction.")
    ] = None,
    actor: Annotated[
        str | None, typer.Option(metavar="WORDS", help="Words in the name of somebody who took part.")
    ] = None,
    tally: Annotated[
        str | None, typer.Option(metavar="CODE", help="With a figure of this kind, such as killed.")
    ] = None,
    background: Annotated[
        bool, typer.Option("--background/--no-background", help="Incidents that reports only recall.")
    ] = True,
    reviewed_only: ReviewedOnly = False,
    as_of: AsOf = None,
    ledger_as_of: LedgerAsOf = None,
    as_json: JsonLines = False,
) -> None:
    """List the incidents in the ledger, the earliest first.

    Two clocks answer for a past day: --as-of leaves out what was published later, under today's judgements;
    --ledger-as-of gives what this ledger held then, and never changes.

    \b
    recuento incidents --place culiacan --from 2024-03-01 --to 2024-03-31
    recuento incidents --tally killed --actor "national guard" --json
    recuento incidents --as-of 2024-03-23
    """
    from recuento import answers
    from recuento.cli.listing import print_rows
    from recuento.cli.wire import rows_json
    from recuento.ledger import IncidentFilter

    wanted = IncidentFilter(
        since=parse_day(since, "--from"),
        until=parse_day(until, "--to"),
        place=place,
        event=known_event(event),
        tally=known_tally(tally),
        actor=actor,
        background=background,
        reviewed_only=reviewed_only,
    )
    if wanted.since and wanted.until and wanted.since > wanted.until:
        raise OptionError(f"--from: {wanted.since} lies after --to {wanted.until}; no day fits")
    asked = clocks(as_of, ledger_as_of)
    with open_existing(db) as ledger:
        rows = answers.incidents(ledger, wanted, asked)
    if as_json:
        raw(rows_json(rows, asked))
    else:
        print_rows(rows, asked, out())


def show(
    incident: Annotated[
        str, typer.Argument(metavar="ID", help="An incident's id, an account's, or its first letters.")
    ],
    db: Db = "recuento.db",
    as_of: AsOf = None,
    ledger_as_of: LedgerAsOf = None,
    as_json: Json = False,
) -> None:
    """Show one incident: every figure with the words it came from, who said it, and what was set aside and why.

    \b
    recuento show i-3f2k
    recuento show i-3f2k --as-of 2024-03-23
    recuento show i-3f2k --ledger-as-of 2024-03-23T18:00
    """
    from recuento import answers
    from recuento.cli.beside import beside
    from recuento.cli.incident import print_incident
    from recuento.cli.wire import record_json

    asked = clocks(as_of, ledger_as_of)
    with open_existing(db) as ledger:
        record = answers.incident(ledger, incident, asked)
        others = beside(ledger, record)
    if as_json:
        raw(record_json(record))
    else:
        print_incident(record, others, out())


def explain(
    claim: Annotated[str, typer.Argument(metavar="CLAIM", help="A claim's id, or its first letters.")],
    db: Db = "recuento.db",
    as_json: Json = False,
) -> None:
    """Explain one claim: the rule that read it, the rule's own examples, and the words, underlined in their context.

    \b
    recuento explain c-9k1m
    """
    from recuento.cli.claim import print_claim, rule_of
    from recuento.cli.wire import claim_json

    with open_existing(db) as ledger:
        found = ledger.claim(claim)
        document = ledger.document(found.document)
        decisions = ledger.decisions(found.id)
    if as_json:
        raw(claim_json(found, document, rule_of(found, document), decisions))
    else:
        print_claim(found, document, decisions, out())
