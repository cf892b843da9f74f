"""The outlet that lists of news in brief credit in brackets at the end of an item."""

from __future__ import annotations

import re

from recuento.extract.speakers import kind_of
from recuento.model.annotation import Annotations
from recuento.model.claim import Speaker
from recuento.model.span import Span

__all__ = ["credited"]

_CREDIT = re.compile(
    r"\(((?:[A-ZÁÉÍÓÚÑ][\w.’'-]*)(?:\s+(?:de|del|la|el|of|the|y|and|[A-ZÁÉÍÓÚÑ][\w.’'-]*))*"
    r"(?:,\s+[A-ZÁÉÍÓÚÑ][\w.’' -]*?)*)(?P<tongue>\s+(?:in|en)\s+\w+)?\)[.\s]*$"
)

# Letters in which the long form of a short name stands before it.
_NAME_BEFORE = 80


def credited(annotations: Annotations, paragraph: Span) -> tuple[Speaker, ...]:
    """Return the outlets named in brackets at the end of the paragraph: "(The Daily Herald, El Faro in Spanish)"."""
    match = _CREDIT.search(paragraph.of(annotations.text))
    if match is None:
        return ()
    if _is_short_form(match[1], paragraph.of(annotations.text)[: match.start()]):
        return ()
    found = []
    for name in re.finditer(r"[^,\s][^,]*", match[1]):
        start = paragraph.start + match.start(1) + name.start()
        span = Span(start, start + len(name[0].rstrip()))
        named = match["tongue"] is not None or any(
            n.kind == "organisation" and n.span.overlaps(span) for n in annotations.names
        )
        if named or kind_of(span.of(annotations.text), annotations.language) == "outlet":
            found.append(Speaker(text=span.of(annotations.text), kind="outlet", span=span))
    return tuple(found[:3])


def _is_short_form(name: str, before: str) -> bool:
    """Tell whether a name is the first letters of the words it stands behind: "la Guardia Rural Nacional (GRN)"."""
    capitals = re.findall(r"\b[A-ZÁÉÍÓÚÑ](?=[\w’'-]*)", before[-_NAME_BEFORE:])
    return name.isupper() and len(name) > 1 and "".join(capitals).endswith(name)
