"""Write the Spanish words whose accents can be put back: ``python training/pipelines/accents.py TREEBANKS``.

A word is listed when the open treebanks print it with accents at least twice and hardly ever without, or when a rule of
the lexicon knows it so and its bare form is no other word ("murió", but not "secuestró", which bare is the noun).
"""

from __future__ import annotations

import re
import sys
import tomllib
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

from treebank import read_treebank

from recuento.lexicon.accents import bare_forms
from recuento.lexicon.inflect import noun_forms
from recuento.lexicon.triggers import trigger_index

OUT = Path(__file__).parents[2] / "src" / "recuento" / "lexicon" / "es" / "accents.csv"
SOURCE = "# Words of UD Spanish AnCora (CC BY 4.0), GSD (CC BY-SA 4.0), PUD (CC BY-SA 3.0) and of events.toml."
_WITH_PRONOUN = re.compile("[áíé]ndo.")  # "matándolos": too many to list, too rare to matter
_OFTEN = 2
_SHARE = 20  # an accented form must be this many times as frequent as the bare one


def main(folder: Path) -> None:
    """Write `OUT`, one word a line, in alphabetical order."""
    seen = Counter(w for path in sorted(folder.glob("es_*.conllu")) for w in _words(path))
    ours = frozenset(w for w in (*trigger_index("es").exact, *_nouns()) if w.isalpha() and not _WITH_PRONOUN.search(w))
    listed = {w for w, times in seen.items() if times >= _OFTEN and _is_sure(w, times, seen, ours)}
    listed |= {w for w in ours if _is_sure(w, _SHARE, seen, ours)}
    OUT.write_text("\n".join([SOURCE, *sorted(listed)]) + "\n", encoding="utf-8")


def _nouns() -> Iterator[str]:
    """Yield the nouns of the lexicon as they are written; `recuento.lexicon.people` holds them folded."""
    table = tomllib.loads(OUT.with_name("people.toml").read_text("utf-8"))
    for lemma in (*table["things"], *(lemma for noun in table["noun"] for lemma in noun["lemmas"])):
        yield from noun_forms(lemma, language="es")


def _words(path: Path) -> Iterator[str]:
    for sentence in read_treebank(path):
        yield from (w.form.lower() for w in sentence.words if w.pos != "PROPN" and w.form.isalpha())


def _is_sure(word: str, times: int, seen: Counter[str], known: frozenset[str]) -> bool:
    bare = bare_forms(word)
    return bool(bare) and all(times >= _SHARE * seen[b] and b not in known for b in bare)


if __name__ == "__main__":
    main(Path(sys.argv[1]))
