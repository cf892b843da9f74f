"""Write how a language's open treebanks spell their words: ``python training/casing/build.py TREEBANKS``.

``words.en.txt`` holds the words that stand in lower case more often than with a capital inside a sentence, and at least
twice; ``names.en.txt`` those that more often bear a capital.
"""

from __future__ import annotations

import sys
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

SETS = {
    "en": ("en_ewt-train", "en_gum_open-train"),
    "es": ("es_ancora-dev", "es_gsd-dev", "es_gsd-test", "es_pud-test"),
}
OUT = Path(__file__).parents[2] / "src/recuento/data/casing"
SHORTEST, SEEN = 2, 2


def main(treebanks: Path) -> None:
    """Write one file a language, a word a line, sorted."""
    OUT.mkdir(exist_ok=True)
    for language, names in SETS.items():
        words = Counter(word for name in names for word in _words(treebanks / f"{name}.conllu"))
        small = Counter({word.lower(): words[word.lower()] for word in words if _is_word(word)})
        large = Counter({word: words[word.capitalize()] + words[word.upper()] for word in small})
        _write("words", language, [w for w in small if small[w] >= SEEN and small[w] > large[w]])
        _write("names", language, [w for w in small if large[w] >= SEEN and large[w] >= small[w]])


def _write(kind: str, language: str, words: list[str]) -> None:
    (OUT / f"{kind}.{language}.txt").write_text("".join(f"{word}\n" for word in sorted(words)), encoding="utf-8")


def _is_word(word: str) -> bool:
    return len(word) >= SHORTEST and word.isalpha()


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


if __name__ == "__main__":
    main(Path(sys.argv[1]))
