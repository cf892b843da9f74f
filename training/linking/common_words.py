"""Count the common words of each language in open texts, so that linking can tell a rare word from a usual one.

    python training/linking/common_words.py --shared ../shared --out src/recuento/lexicon

writes ``en/common.csv`` and ``es/common.csv``: ``word,band``, folded. Band 3 is a word of which a million hold a
thousand, 2 a hundred, 1 ten. Words that are written with a capital are counted with the others: "Monday" and
"México" tell reports apart no better than "street" does.
"""

from __future__ import annotations

import argparse
import csv
import json
import re
from collections import Counter
from collections.abc import Iterable, Iterator
from pathlib import Path

from recuento.lexicon.fold import fold

_WORD = re.compile(r"[^\W\d_]{2,}")
_LEAST = 3  # seen less often, a word's rate is chance
_BANDS = ((3, 1000.0), (2, 100.0), (1, 10.0))

_TREEBANKS = {
    "en": ("en_ewt-train", "en_ewt-dev", "en_gum_open-train", "en_gum_open-dev"),
    "es": ("es_ancora-dev", "es_ancora-test", "es_gsd-dev", "es_gsd-test", "es_pud-test"),
}
_ROWS = {
    "en": ("muc4/train.jsonl", "places/geovirus.jsonl", "events/meantime_en.jsonl"),
    "es": ("places/cegeomex_dev.jsonl",),
}


def main() -> None:
    """Write both lists."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--shared", type=Path, required=True)
    parser.add_argument("--out", type=Path, required=True)
    options = parser.parse_args()
    for language in _TREEBANKS:
        counts = Counter(fold(word) for text in _texts(options.shared, language) for word in _WORD.findall(text))
        with (options.out / language / "common.csv").open("w", encoding="utf-8", newline="") as file:
            writer = csv.writer(file, lineterminator="\n")
            writer.writerow(("word", "band"))
            writer.writerows(sorted(_banded(counts)))


def _texts(shared: Path, language: str) -> Iterator[str]:
    for name in _TREEBANKS[language]:
        lines = (shared / "treebanks" / f"{name}.conllu").read_text("utf-8").splitlines()
        yield from (line.removeprefix("# text = ") for line in lines if line.startswith("# text = "))
    for name in _ROWS[language]:
        rows = (shared / "bench" / name).read_text("utf-8").splitlines()
        yield from (str(json.loads(row)["text"]) for row in rows if row.strip())


def _banded(counts: Counter[str]) -> Iterable[tuple[str, int]]:
    million = sum(counts.values()) / 1_000_000
    for word, count in counts.items():
        band = next((band for band, rate in _BANDS if count / million >= rate), None)
        if band is not None and count >= _LEAST:
            yield word, band


if __name__ == "__main__":
    main()
