"""One report in one file: the text, with a date in front of it or a few lines of front matter."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date
from typing import cast, get_args

from recuento.errors import DocumentError
from recuento.model.document import Document, Language
from recuento.model.ids import document_id
from recuento.read.options import ReadOptions
from recuento.read.text import clean, clean_title, day

__all__ = ["Header", "document", "language_of", "plain_document", "too_long"]

# "date 2024-03-26 Mexican authorities …": the rest of the line belongs to the text.
_DATE_HEADER = re.compile(r"date:?[ \t]+(\d[\d/.:-]*\d)(?:\s+|\Z)", re.IGNORECASE)
_FRONT_MATTER = re.compile(r"---[ \t]*\n(.*?)(?:^|\n)---[ \t]*(?:\n|\Z)", re.DOTALL)
_FIELD = re.compile(r"(\w[\w -]*?)[ \t]*:[ \t]*(.*)")
_MARKUP = re.compile(r"<(?:!doctype|html|\?xml)\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True, kw_only=True)
class Header:
    """What stands before the text, or beside it in a table. None is what was not said."""

    date: date | None = None
    title: str | None = None
    publisher: str | None = None
    source: str | None = None
    language: Language | None = None


def plain_document(raw: str, *, path: str, name: str | None, options: ReadOptions) -> Document:
    """Return the report in ``raw``, whose ``text[0]`` is the first character after the header.

    Args:
        path: where it was read from.
        name: the id that it goes by outside.

    Raises:
        DocumentError: empty, no date, a date that does not exist, or a web page.
    """
    whole = clean(raw)
    header, text = _front_matter(whole) or _date_header(whole) or (Header(), whole)
    return document(header, text, path=path, name=name, options=options)


def document(header: Header, text: str, *, path: str | None, name: str | None, options: ReadOptions) -> Document:
    """Return the report with this header and (cleaned) text.

    Raises:
        DocumentError: empty, too long, no date, or a web page.
    """
    if not text:
        raise DocumentError("empty: there is no text in it")
    if _MARKUP.match(text):
        raise DocumentError("a web page or XML, not plain text; save its text, without the markup")
    _check_length(text, options.max_bytes)
    published_on = header.date or options.date
    if published_on is None:
        raise DocumentError("no date: begin it with 'date YYYY-MM-DD ' or pass --date")
    return Document(
        id=document_id(header.publisher or header.source, published_on, text),
        text=text,
        published_on=published_on,
        title=header.title,
        source=header.source,
        publisher=header.publisher,
        language=header.language or options.language,
        source_path=path,
        external_id=name,
    )


def _check_length(text: str, max_bytes: int) -> None:
    # No character takes more than four bytes, so that a short text need not be encoded to be measured.
    if len(text) * 4 > max_bytes and (size := len(text.encode("utf-8"))) > max_bytes:
        raise too_long(size, max_bytes)


def too_long(size: int, max_bytes: int) -> DocumentError:
    """Return the error for a report of ``size`` bytes."""
    return DocumentError(
        f"too long for one report: {size / 1e6:,.1f} MB, the limit is {max_bytes / 1e6:g} MB;"
        " split it or raise --max-mb"
    )


def _date_header(whole: str) -> tuple[Header, str] | None:
    match = _DATE_HEADER.match(whole)
    return (Header(date=day(match[1])), whole[match.end() :]) if match else None


def _front_matter(whole: str) -> tuple[Header, str] | None:
    match = _FRONT_MATTER.match(whole)
    if match is None:
        return None
    fields = {}
    for line in match[1].splitlines():
        pair = _FIELD.fullmatch(line.strip())
        if pair:
            fields[pair[1].lower()] = _unquoted(pair[2].strip()) or None
    said = fields.get("date")
    header = Header(
        date=day(said) if said else None,
        title=clean_title(fields.get("title")),
        publisher=fields.get("publisher"),
        source=fields.get("source"),
        language=language_of(fields.get("language")),
    )
    return header, whole[match.end() :].strip()


def _unquoted(value: str) -> str:
    return value[1:-1] if len(value) > 1 and value[0] == value[-1] and value[0] in "\"'" else value


def language_of(words: str | None) -> Language | None:
    """Return the language of a code ("es", "es-MX"); None for none.

    Raises:
        DocumentError: a language that is not read.
    """
    if not words:
        return None
    code = re.split(r"[-_]", words.strip().lower())[0]
    if code not in get_args(Language):
        raise DocumentError(f"language {words!r} is not read; those that are: {', '.join(get_args(Language))}")
    return cast("Language", code)
