"""The words: one reader for the TOML files of every language; algorithms live elsewhere.

A language is a folder with fixed file names (events, people, speech, stance, scope, morphology, numerals, dates,
places). A third language is one folder and one line in `model.document.Language`.
"""

from recuento.lexicon.codebook import codebook
from recuento.lexicon.triggers import trigger_index, triggers

__all__ = ["codebook", "trigger_index", "triggers"]
