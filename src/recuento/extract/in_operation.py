"""Does a sentence tell what befell somebody in an operation told before: "A marine was killed during the raid"?"""

from __future__ import annotations

import re
from functools import cache

from recuento.lexicon.fold import fold_text
from recuento.lexicon.syntax import syntax
from recuento.model.document import Language

__all__ = ["in_operation"]


def in_operation(sentence: str, language: Language) -> bool:
    """Tell whether the words point back to an operation: "in the rescue", "during this raid", "the mission cost"."""
    pattern = _pattern(language)
    return pattern is not None and pattern.search(fold_text(sentence)) is not None


@cache
def _pattern(language: Language) -> re.Pattern[str] | None:
    nouns = "|".join(sorted(syntax(language).operations))
    if not nouns:
        return None
    if language == "es":
        back = r"(?:el|la|las|este|esta|ese|esa|dicho|dicha|mismo|misma)(?: mismo| misma)?"
        return re.compile(
            rf"\b(?:en|durante|del?) {back} (?:{nouns})\b(?! contra\b)|\bdel (?:{nouns})\b|^{back} (?:{nouns})\b"
        )
    back = r"(?:the|this|that|same|whose)(?: \w+)?"
    return re.compile(
        rf"\b(?:(?:in|during|of) {back} (?:{nouns})\b(?! (?:on|near|in|against|at)\b)|^{back} (?:{nouns})\b)"
    )
