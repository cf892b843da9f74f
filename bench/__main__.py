"""Write predictions for a task, or measure: ``python -m bench TASK INPUT --out PRED``, ``python -m bench gate``.

``../shared/score/score.py TASK GOLD PRED`` scores predictions.
"""

from __future__ import annotations

import argparse
import importlib
from pathlib import Path

__all__ = ["SHARED", "main"]

SHARED = Path(__file__).resolve().parents[2] / "shared"

TASKS = {
    "facts": "claims of a folder of reports or a *.reports.jsonl, with article_id",
    "headlines": "how many each row's headline says were killed",
    "dates": "TIMEX3 values of the rows' text",
    "spanish": "trigger, source and target of the events in the rows' text",
    "incidents": "which rows tell of one incident, and each incident's killed and injured",
    "muc4": "MUC-4's templates, filled from what the reader says of the rows",
    "places": "place names with coordinates in the rows' text",
    "tolls": "incidents of the rows, and their figures from day to day",
}


def main() -> None:
    """Run what the command line names; gold fields of a row are never read."""
    parser = argparse.ArgumentParser(prog="python -m bench", description=__doc__)
    commands = parser.add_subparsers(dest="command", required=True, metavar="TASK")
    for name, what in TASKS.items():
        task = commands.add_parser(name, help=what, description=f"Write {what}.")
        task.add_argument("input", type=Path, help="a folder of reports or a file of JSON lines")
        task.add_argument("--out", type=Path, required=True, help="where to write, one JSON object a line")
    speed = commands.add_parser("speed", help="seconds of the reader, over those of its pipelines on every word")
    speed.add_argument("inputs", type=Path, nargs="*", help="files of JSON lines with text; else those of ../shared")
    gate = commands.add_parser("gate", help="every task on ../shared, against floors.json; exit status 1 under a floor")
    gate.add_argument("--write-floors", action="store_true", help="raise the floors to what is reached now")
    gate.add_argument("--jobs", type=int, default=2, help="processes that measure at the same time")
    memory = commands.add_parser("memory", help="the most memory that reading 10,000 documents takes")
    memory.add_argument("--documents", type=int, default=10_000, help="how many to read")
    page = commands.add_parser("page", help="how soon the page answers over many incidents, and to many at once")
    page.add_argument("--incidents", type=int, default=100_000, help="how many to invent")
    page.add_argument("--ledger", type=Path, help="where they are kept, or were kept before; else they are forgotten")
    page.add_argument("--readers", type=int, default=20)
    page.add_argument("--reviewers", type=int, default=2)
    page.add_argument("--seconds", type=float, default=60, help="how long all of them ask at once")
    _add_ledger_measures(commands)
    options = parser.parse_args()
    if options.command in _LEDGER:
        _measure_ledger(options)
    elif options.command == "speed":
        _speed(options.inputs)
    elif options.command == "gate":
        from bench import gate as the_gate  # noqa: PLC0415 - only what is asked for is loaded

        raise SystemExit(the_gate.main(SHARED, write_floors=options.write_floors, jobs=options.jobs))
    elif options.command == "page":
        from bench import page as the_page  # noqa: PLC0415 - only what is asked for is loaded

        the_page.main(
            options.incidents,
            options.ledger,
            readers=options.readers,
            reviewers=options.reviewers,
            seconds=options.seconds,
        )
    elif options.command == "memory":
        from bench import memory as the_memory  # noqa: PLC0415 - only what is asked for is loaded

        the_memory.main(SHARED, documents=options.documents)
    else:
        importlib.import_module(f"bench.{options.command}").main(options.input, options.out)


_LEDGER = ("linking", "identity", "crash", "past")


def _add_ledger_measures(commands: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    """Add what measures linking and the ledger."""
    linking = commands.add_parser("linking", help="how linking's time grows with the reports, and how well it links")
    linking.add_argument("--reports", default="1000,10000", help="sizes, with commas between")
    identity = commands.add_parser("identity", help="the laws of identity, on real reports of ../shared")
    identity.add_argument("--reports", type=int, default=300, help="how many real reports")
    identity.add_argument("--orders", type=int, default=200, help="in how many random orders and batches")
    identity.add_argument("--unrelated", type=int, default=10_000, help="how many reports of elsewhere are added")
    crash = commands.add_parser("crash", help="kill a writer at random moments; let two write at once")
    crash.add_argument("--kills", type=int, default=200, help="how often")
    crash.add_argument("--reports", type=int, default=40, help="how many reports are written")
    past = commands.add_parser("past", help="milliseconds of a past day's answer")
    past.add_argument("--entries", type=int, default=10_000, help="how many entries the incident has")
    past.add_argument("--asked", type=int, default=50, help="how many days are asked")
    for command in (linking, identity, crash, past):
        command.add_argument("--seed", type=int, default=0, help="another seed is another sample")


def _measure_ledger(options: argparse.Namespace) -> None:
    from bench import crash, identity, linking, past  # noqa: PLC0415 - only what is asked for is loaded

    if options.command == "linking":
        linking.main([int(size) for size in options.reports.split(",")], options.seed)
    elif options.command == "identity":
        identity.main(
            SHARED, reports=options.reports, orders=options.orders, unrelated=options.unrelated, seed=options.seed
        )
    elif options.command == "crash":
        crash.main(kills=options.kills, reports=options.reports, seed=options.seed)
    else:
        past.main(entries=options.entries, asked=options.asked, seed=options.seed)


def _speed(inputs: list[Path]) -> None:
    from bench.speed import default_inputs, main  # noqa: PLC0415 - spaCy's process must be the first to load it

    if not inputs and not SHARED.is_dir():
        raise SystemExit(f"{SHARED} is not here: name files of JSON lines with a text each")
    main(inputs or default_inputs(SHARED))


if __name__ == "__main__":
    main()
