"""Write how a language's open treebanks and texts spell their words: ``python training/casing/build.py SHARED``.

``words.en.txt`` holds the words that stand in lower case at least twice and half the time inside a sentence
("estado", "general"); ``names.en.txt`` the others, and ``acronyms.en.txt`` those of them that stand in capitals.
"""

from __future__ import annotations

import json
import re
import sys
from collections import Counter
from collections.abc import Iterable, Iterator
from pathlib import Path

SETS = {
    "en": ("en_ewt-train", "en_gum_open-train"),
    "es": ("es_ancora-dev", "es_gsd-dev", "es_gsd-test", "es_pud-test"),
}
TEXTS = {
    "en": ("bench/dates/meantime_en_timex", "bench/dates/gum_news_en"),
    "es": ("bench/places/cegeomex_dev", "bench/dates/meantime_es_timex"),
}
"""Rows with a field ``text``, licensed for reuse (CC BY): what news write, names of Mexico among it."""
_WORD = re.compile(r"[^\W\d_]+")
_BEGINS = re.compile(r"(?:^|[.:;!?\n“\"«(¿¡-])\s*$")
OUT = Path(__file__).parents[2] / "src/recuento/data/casing"
SEEN, SHARE, VOWELS = 2, 0.5, "aeiouy"


def main(shared: Path) -> None:
    """Write one file a language, a word a line, sorted."""
    OUT.mkdir(exist_ok=True)
    for language, names in SETS.items():
        words = Counter(word for name in names for word in _words(shared / "treebanks" / f"{name}.conllu"))
        words.update(word for name in TEXTS[language] for word in _written(shared / f"{name}.jsonl"))
        small = {word.lower(): words[word.lower()] for word in words if word.isalpha()}
        large = {word: words[word.capitalize()] + words[word.upper()] * (len(word) > 1) for word in small}
        common = {w for w in small if small[w] >= SEEN and small[w] >= SHARE * (small[w] + large[w])}
        named = {w for w in small if large[w] >= SEEN and len(w) > 1} - common
        loud = {w for w in named if words[w.upper()] > words[w.capitalize()]}
        _write("words", language, [w for w in common if len(w) > 1 or w in VOWELS])
        _write("names", language, named - loud)
        _write("acronyms", language, loud)


def _write(kind: str, language: str, words: Iterable[str]) -> None:
    (OUT / f"{kind}.{language}.txt").write_text("".join(f"{word}\n" for word in sorted(words)), encoding="utf-8")


def _words(path: Path) -> Iterator[str]:
    """Yield the words inside sentences, without the first, whose capital tells nothing."""
    first = True
    for line in path.read_text(encoding="utf-8").splitlines():
        cells = line.split("\t")
        if not line:
            first = True
        elif len(cells) > 1 and cells[0].isdigit():
            if not first:
                yield cells[1]
            first = False


def _written(path: Path) -> Iterator[str]:
    """Yield the words of running text but for those that begin a sentence, a quotation or a line."""
    for line in path.read_text(encoding="utf-8").splitlines():
        text = json.loads(line)["text"]
        for found in _WORD.finditer(text):
            if not _BEGINS.search(text[max(0, found.start() - 3) : found.start()]):
                yield found[0]


if __name__ == "__main__":
    main(Path(sys.argv[1]))
