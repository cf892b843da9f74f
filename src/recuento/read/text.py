"""Bytes to the one form of text that every offset counts in: NFC, plain newlines, no outer white space."""

from __future__ import annotations

import codecs
import re
import unicodedata
from datetime import date, timedelta

from recuento.errors import DocumentError, OptionError

__all__ = ["clean", "clean_title", "day", "decode"]

_BOMS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),  # before UTF-16, whose mark is the beginning of this one
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)

# A text of Windows-1252 that was taken for ISO 8859-1 holds control characters where quotes and dashes were meant.
# Five bytes of Windows-1252 mean nothing; they stay as they are.
_WINDOWS = {
    code: bytes([code]).decode("cp1252") for code in range(0x80, 0xA0) if code not in (0x81, 0x8D, 0x8F, 0x90, 0x9D)
}
_NEWLINES = {0x2028: "\n", 0x2029: "\n"}
_SURROGATE = re.compile(r"[\ud800-\udfff]")
_DAY = re.compile(r"(\d{4})-(\d{2})-(\d{2})(?:[T ].*)?", re.DOTALL)

# Nothing that is now read was published outside these years; exports write 0001-01-01 where they know no date.
_YEARS = range(1800, 2200)


def decode(data: bytes, encoding: str | None) -> str:
    """Return ``data`` as text: by its byte order mark, else UTF-8, else ``encoding``; the mark is left out.

    Raises:
        DocumentError: binary, or in another encoding.
        OptionError: no such encoding.
    """
    for mark, name in _BOMS:
        if data.startswith(mark):
            return _strict(data[len(mark) :], name)
    if b"\0" in data:
        raise DocumentError(f"not text: a zero byte at byte {data.index(0)}; give text or a table of texts")
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError as bad:
        if encoding is not None:
            return _strict(data, encoding)
        raise DocumentError(
            f"not UTF-8 at byte {bad.start} (0x{data[bad.start]:02X}); if it is Windows-1252, pass --encoding cp1252"
        ) from None


def _strict(data: bytes, encoding: str) -> str:
    try:
        return data.decode(encoding)
    except LookupError:
        raise OptionError(f"--encoding: no encoding is called {encoding!r}; try cp1252 or latin-1") from None
    except UnicodeDecodeError as bad:
        raise DocumentError(f"not {encoding} at byte {bad.start}; give it its own --encoding") from None


def clean(text: str) -> str:
    """Return ``text`` in NFC with "\\n" for every newline and no outer white space; the same again for its own result.

    Raises:
        DocumentError: it holds a zero character or half a surrogate pair, which no ledger can keep.
    """
    if "\0" in text:
        raise DocumentError(f"not text: a zero character at character {text.index(chr(0))}")
    half = _SURROGATE.search(text)
    if half:
        raise DocumentError(f"not text: half a surrogate pair at character {half.start()}; write it as UTF-8")
    lines = text.replace("\r\n", "\n").replace("\r", "\n")
    meant = unicodedata.normalize("NFC", lines.translate(_WINDOWS).translate(_NEWLINES))
    return meant.removeprefix("\ufeff").strip()


def clean_title(words: str | None) -> str | None:
    """Return a headline on one line, cleaned as `clean` does, without dashes at its end; None for an empty one."""
    return " ".join(clean(words).split()).rstrip(" -–—|") or None if words else None


def day(words: str) -> date:
    """Return the day of "2024-03-22" or of an ISO instant that begins with it ("2024-03-22T08:00:00-07:00").

    Raises:
        DocumentError: written otherwise, no day of the calendar, or one that has not come yet.
    """
    match = _DAY.fullmatch(words.strip())
    if match is None:
        raise DocumentError(f"cannot read the date {words.strip()[:40]!r}; write it as YYYY-MM-DD")
    try:
        found = date(*(int(part) for part in match.groups()))
    except ValueError:
        raise DocumentError(f"the date {words.strip()[:10]} does not exist; correct it or pass --date") from None
    if found.year not in _YEARS:
        raise DocumentError(f"the date {found.isoformat()} is no day of publication; correct it or pass --date")
    # Where the paper comes out it may be tomorrow already.
    if found > date.today() + timedelta(days=1):
        raise DocumentError(f"the date {found.isoformat()} has not come yet; correct it or pass --date")
    return found
