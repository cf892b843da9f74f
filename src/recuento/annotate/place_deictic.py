"""Where "this town" is: in a report filed from one, the town of its dateline, whatever region the words add.

"Apatzingán, Mich. … en este municipio de la Tierra Caliente" puts something in Apatzingán. Where another town was set
since the dateline, "this town" may be that one, and nothing is added.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from functools import cache

from recuento.annotate.place_words import place_words
from recuento.model import PlaceMention, Span
from recuento.model.document import Language

__all__ = ["with_this_town"]

_FINE = frozenset({"town", "municipality"})
_LISTED = frozenset({"town", "municipality", "exact"})


@cache
def _phrase(language: Language) -> re.Pattern[str]:
    """Return "en este puerto", "in this border town", with the words before the noun."""
    words = place_words(language)
    this, before = "|".join(sorted(words.this)), "|".join(sorted(words.locative))
    nouns = "|".join(sorted(words.settlements, key=len, reverse=True))
    between = r"(?:(?!otr[oa]\b)[\w-]+\s)?" if language == "es" else r"(?:(?!other\b)[\w’'-]+\s){0,3}"
    return re.compile(rf"\b(?:(?P<at>{before})\s)?(?P<town>(?:{this})\s{between}(?:{nouns}))\b", re.IGNORECASE)


@cache
def _region_follows(language: Language) -> re.Pattern[str]:
    words = place_words(language)
    of, article = "|".join(sorted(words.of)), "el|la|los|las|the"
    return re.compile(rf"(?:\s[a-záéíóúñ-]+)?\s(?:{of})\s(?:(?:{article})\s)?", re.IGNORECASE)


def with_this_town(text: str, mentions: Sequence[PlaceMention], language: Language) -> tuple[PlaceMention, ...]:
    """Return the mentions with "this town" among them; a region that only tells where the town lies is no scene."""
    found = list(mentions)
    for match in _phrase(language).finditer(text):
        town = Span(*match.span("town"))
        before = [m for m in found if m.span.end <= town.start and m.locative and m.place.precision in _FINE]
        last = before[-1] if before else None
        if last is None:
            continue
        regions = [m for m in found if town.covers(m.span) or _tells_where(text, town, m, language)]
        if any(_is_the_town(m) for m in regions):
            continue
        found = [replace(m, locative=False) if m in regions else m for m in found]
        # "En la colonia X, en esta ciudad": the quarter is told more narrowly.
        beside = any(text[m.span.end : match.start()].strip() == "," for m in found if m.span.end <= match.start())
        if match["at"] and last.dateline and not beside and not any(town.overlaps(m.span) for m in found):
            here = PlaceMention(span=town, place=last.place, locative=True)
            found = sorted((*found, here), key=lambda m: m.span.start)
    return tuple(found)


def _tells_where(text: str, town: Span, mention: PlaceMention, language: Language) -> bool:
    """Tell whether the mention stands behind "of" right after the noun: "esta ciudad fronteriza de Tamaulipas"."""
    if mention.span.start <= town.end or mention.dateline:
        return False
    return _region_follows(language).fullmatch(text, town.end, mention.span.start) is not None


def _is_the_town(mention: PlaceMention) -> bool:
    """Tell whether the name is a listed town's own: "este municipio de Tierralta"; a state's seat bears its name."""
    place = mention.place
    return place.id is not None and place.precision in _LISTED and not _shares_name(mention)


def _shares_name(mention: PlaceMention) -> bool:
    state = mention.place.admin1
    return state is not None and mention.place.name.startswith(state)
