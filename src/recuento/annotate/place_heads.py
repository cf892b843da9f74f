"""Places that head an entry of a list ("PORTMORE: Gunmen …", "4. Durán. A family …"), and lines that sign a report."""

from __future__ import annotations

import re

from recuento.model import Span

__all__ = ["entry_heads", "signatures"]

_FEWEST = 2  # one such line may be anything
_SMALL = r"(?:of|the|and|de|del|la|las|el|los|y|e|en|in)"
_NAME = rf"[^\W\d_a-z][\w'’-]*(?:,?[ \t]+(?:{_SMALL}[ \t]+)*[^\W\d_a-z][\w'’-]*){{0,6}}"
_NUMBER = r"(?:\(?\d{1,2}[.)º°]*[ \t]+|[-–—*•·][ \t]*)?"
_CLOSE = r"(?:[ \t]*:|(?<=\w\w\w\w)\.(?=[ \t]+[\"“«¡¿]?[^\W_a-z])|[ \t]+[-–—](?=[ \t]))"
_HEAD = re.compile(rf"^[ \t]*{_NUMBER}(?P<head>{_NAME}){_CLOSE}", re.MULTILINE)
_LONGEST_HEAD = 70
# "By Ana Ruiz", "By the Herald staff", "Por Luis Soto / Corresponsal": a line of its own, with no stop at its end.
_SIGNED = re.compile(r"^[ \t]*(?:By|BY|Por|POR)[ \t]+(?:the[ \t]+|la[ \t]+)?[^\W\d_a-z][^.\n]{2,60}$", re.MULTILINE)


def entry_heads(text: str) -> tuple[Span, ...]:
    """Return the names with which lines open that go on after a colon, a stop or a dash; () unless several lines do.

    What stands there says where the entry is set, and no verb or preposition does.
    """
    found = [Span(*match.span("head")) for match in _HEAD.finditer(text)]
    found = [span for span in found if len(span) <= _LONGEST_HEAD]
    return tuple(found) if len(found) >= _FEWEST else ()


def signatures(text: str) -> tuple[Span, ...]:
    """Return the lines that say who wrote the report: "By the Border Herald staff" is no place."""
    return tuple(Span(*match.span()) for match in _SIGNED.finditer(text))
