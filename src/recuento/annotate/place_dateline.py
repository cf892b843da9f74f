"""Does a place open the report: "CULIACÁN, Sin., 3 de marzo.–", "BOGOTA, 4 JAN 90 (ACAN-EFE) --", "Torreón. Dos"?"""

from __future__ import annotations

import re

from recuento.annotate.place_spots import Spot

__all__ = ["closes_dateline", "opens_as_speaker", "opens_line", "opens_report"]

# A dateline stands near the head, after at most a byline and a headline.
_REACH = 600
_DAY = r"(?:[^\W\d_]{3,10}\.?[ \t]+\d{1,2}|\d{1,2}[ \t]+(?:de[ \t]+)?[^\W\d_]{3,10}\.?)(?:[ \t,]+(?:de[ \t]+)?\d{2,4})?"
_AGENCY = r"(?:\([^)\n]{2,40}\)|[A-Z][A-Za-z-]{1,15}(?=[ \t]*[-–—]))"
_CLOSE = re.compile(
    rf"[ \t]*[,.]?[ \t]*(?:{_DAY})?[ \t]*[,.]?[ \t]*{_AGENCY}?[ \t]*[.:;]?[ \t]*"
    r"(?:[-–—]{1,3}|(?<=\))|(?<=[^,.\s]):)(?=\s|[A-ZÁÉÍÓÚ])"
)
_CLOSE_DAY = re.compile(rf"[ \t]*[,.]?[ \t]*{_DAY}[ \t]*[.:]?[ \t]*[-–—.:\n]")
# "Torreón. Dos hombres": a sentence that is nothing but a place.
_CLOSE_STOP = re.compile(r"\)?[ \t]*\.[ \t]+[*•]?[\"“«¡¿(]?[A-ZÁÉÍÓÚÑ0-9]")

# "ARCELIA.- ", "Arcelia (Agencia Sur).— "
_STOP_AND_DASH = re.compile(r"[ \t]*(?:\([^)\n]{2,40}\))?[ \t]*\.[ \t]?[-–—]{1,2}\s")
# "Quevedo. Once personas": no sentence begins with a stop behind one name.
_STOP_ALONE = re.compile(r"\.[ \t]+[\"“«¡¿(]?[A-ZÁÉÍÓÚÑ]\w+[ \t]+[a-záéíóúñ]")


def opens_line(text: str, spot: Spot) -> bool:
    """Tell whether only space, a star or a bracket stands before the spot on its line, near the head of the text."""
    return spot.span.start <= _REACH and not text[: spot.span.start].rpartition("\n")[2].strip(" \t(*•-–—")


def closes_dateline(text: str, last: Spot) -> bool:
    """Tell whether a dash, a day, an agency or a full stop closes a dateline after its last place."""
    end = last.span.end
    if last.fixed and text[end - 1] == ".":
        return True
    return any(close.match(text, end) for close in (_CLOSE, _CLOSE_DAY, _CLOSE_STOP))


def opens_report(text: str, spot: Spot) -> bool:
    """Tell whether the report begins with the place alone and a Spanish dateline's stop, with a dash or without."""
    alone = not text[: spot.span.start].strip()
    return alone and (opens_as_speaker(text, spot) or _STOP_ALONE.match(text, spot.span.end) is not None)


def opens_as_speaker(text: str, spot: Spot) -> bool:
    """Tell whether a stop and a dash follow, as behind a town or behind whoever speaks in minutes: "Mora.- Señor"."""
    return _STOP_AND_DASH.match(text, spot.span.end) is not None
