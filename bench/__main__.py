"""Write predictions for a task: ``python -m bench TASK INPUT --out PRED``; ``../shared/score/score.py`` scores them."""

from __future__ import annotations

import argparse
import importlib
from pathlib import Path

__all__ = ["main"]

TASKS = {
    "facts": "claims of a folder of reports or a *.reports.jsonl, with article_id",
    "headlines": "how many each row's headline says were killed",
    "dates": "TIMEX3 values of the rows' text",
    "spanish": "trigger, source and target of the events in the rows' text",
    "incidents": "which rows tell of one incident, and each incident's killed and injured",
    "places": "place names with coordinates in the rows' text",
    "tolls": "incidents of the rows, and their figures from day to day",
}


def main() -> None:
    """Run the task named on the command line; gold fields of a row are never read."""
    tasks = "\n".join(f"  {name:10} {what}" for name, what in TASKS.items())
    parser = argparse.ArgumentParser(
        prog="python -m bench", description=__doc__, epilog=f"tasks:\n{tasks}",
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )  # fmt: skip
    parser.add_argument("task", choices=sorted(TASKS))
    parser.add_argument("input", type=Path, help="a folder of reports or a file of JSON lines")
    parser.add_argument("--out", type=Path, required=True, help="where to write, one JSON object a line")
    options = parser.parse_args()
    importlib.import_module(f"bench.{options.task}").main(options.input, options.out)


if __name__ == "__main__":
    main()
