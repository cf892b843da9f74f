"""Armed people who open a sentence that no rule's word stands in: "Unos encapuchados bajaron de tres camionetas."

Spanish leaves them out of what follows: "Mataron a dos músicos." Such sentences are not parsed, so that only who opens
them can be told.
"""

from __future__ import annotations

import re

from recuento.extract.sides import side_of, side_run
from recuento.lexicon.fold import fold
from recuento.lexicon.people import people
from recuento.lexicon.syntax import syntax
from recuento.model.document import Language
from recuento.model.span import Span

__all__ = ["armed_opening"]

# What opens a sentence ends at its first mark.
_OPENING = re.compile(r"[^,;:.()\"“«?!]{1,80}")
_WORD = re.compile(r"\w+")


def armed_opening(text: str, sentence: Span, language: Language) -> Span | None:
    """Return the armed people who open a sentence ("Los pistoleros", "Eran una veintena de encapuchados"), else None.

    Nothing but articles, numbers and the like stands before the word that tells their side; groups by name are left
    out, as for parsed sentences. None for English, which repeats its subject.
    """
    opening = _OPENING.match(text, sentence.start, sentence.end)
    if opening is None or language != "es":
        return None
    words, folded = opening[0], fold(opening[0])
    run = side_run(words, language)
    if run is None or side_of(words, language) != "armed_group" or len(folded) != len(words):
        return None
    at = folded.find(run)
    before = _WORD.findall(folded[:at])
    table = syntax(language)
    noun = people(language).get(run.split()[0])
    if noun is not None and noun.unit and table.indefinite.isdisjoint(before):
        return None  # "la banda tocaba desde las nueve"
    if any(word not in table.before_party for word in before) or (at and words[at].isupper()):
        return None
    skipped = _WORD.match(words) if before and before[0] in table.be else None
    start = opening.start() + (skipped.end() + 1 if skipped is not None else 0)
    return Span(start, opening.start() + at + len(run))
