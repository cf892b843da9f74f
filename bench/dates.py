"""Find the dates of every row of a file and write them in the scorer's format."""

from __future__ import annotations

import argparse
import json
from datetime import date
from pathlib import Path

from recuento.annotate.dates import find_dates
from recuento.model.document import Language

__all__ = ["main"]


def main(input_path: Path, out_path: Path) -> None:
    """Read rows with ``id``, ``text``, ``dct`` and write {"id", "timexes": [{"start", "end", "value"}]}.

    Offsets are into the row's text as given. A row without ``lang`` is Spanish if the file's name says so ("…_es…").
    """
    with input_path.open(encoding="utf-8") as rows, out_path.open("w", encoding="utf-8") as out:
        for line in rows:
            row = json.loads(line)
            language: Language = row.get("lang") or ("es" if "_es" in input_path.stem else "en")
            published_on = date.fromisoformat(row["dct"][:10])
            mentions = find_dates(row["text"], language=language, published_on=published_on)
            timexes = [{"start": m.span.start, "end": m.span.end, "value": m.value} for m in mentions]
            out.write(json.dumps({"id": row["id"], "timexes": timexes}) + "\n")


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("input_path", type=Path)
    parser.add_argument("out_path", type=Path)
    arguments = parser.parse_args()
    main(arguments.input_path, arguments.out_path)
