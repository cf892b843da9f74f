"""Many reports in one file: one JSON object a line, or CSV with a line of column names."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from recuento.errors import DocumentError
from recuento.model.document import Document
from recuento.read.options import ReadOptions
from recuento.read.plain import Header, document, language_of, too_long
from recuento.read.text import clean, clean_title, day, decode

__all__ = ["Cell", "CsvRow", "JsonLine", "JsonRow", "csv_rows", "json_lines", "json_rows"]

# An outlet's name, an URL or a number; of anything else (a list, an object) no report can be made.
Cell = str | int | float | None


@dataclass(frozen=True, slots=True)
class _Cells:
    """One row: column names and what stands under them, in the table's order."""

    names: tuple[str, ...]
    values: tuple[Cell, ...]

    def of(self, column: str) -> str | None:
        """Return the words under ``column``; None where it is missing, null or blank."""
        if column not in self.names:
            return None
        value = self.values[self.names.index(column)]
        return str(value).strip() or None if value is not None else None


@dataclass(frozen=True, slots=True, kw_only=True)
class JsonLine:
    """One line of a JSONL file, found again by its place, so that a list of millions of them stays small."""

    path: Path
    where: str
    offset: int
    length: int
    options: ReadOptions

    def read(self) -> Document:
        """Return the report of this line.

        Raises:
            DocumentError: the file is gone, or as for `JsonRow`.
        """
        _check_row(self.length, self.options)
        try:
            with self.path.open("rb") as file:
                file.seek(self.offset)
                line = file.read(self.length)
        except OSError as bad:
            raise DocumentError(f"cannot be read: {bad.strerror}") from bad
        return JsonRow(line=line, where=self.where, path=str(self.path), options=self.options).read()


@dataclass(frozen=True, slots=True, kw_only=True)
class JsonRow:
    """One line of JSONL, held in memory."""

    line: bytes
    where: str
    path: str
    options: ReadOptions

    def read(self) -> Document:
        """Return the report of this line.

        Raises:
            DocumentError: not a JSON object, no text, or as for `plain.document`.
        """
        _check_row(len(self.line), self.options)
        try:
            row = json.loads(decode(self.line, self.options.encoding))
        except json.JSONDecodeError as bad:
            what = bad.msg.removesuffix(" at")  # some of these end in it, most do not
            raise DocumentError(f"not JSON: {what} at character {bad.colno}; write one object a line") from None
        except ValueError as bad:  # a number of thousands of digits
            raise DocumentError(f"not JSON that can be read: {bad}") from None
        except RecursionError:
            raise DocumentError("not a report: JSON nested too deep") from None
        if not isinstance(row, dict):
            raise DocumentError("not a JSON object; write one object a line")
        plain = {name: value for name, value in row.items() if isinstance(value, str | int | float | None)}
        return _document(_Cells(tuple(plain), tuple(plain.values())), self.path, self.options)


@dataclass(frozen=True, slots=True, kw_only=True)
class CsvRow:
    """One row of a CSV table."""

    names: tuple[str, ...]
    values: tuple[str, ...]
    where: str
    path: str
    options: ReadOptions

    def read(self) -> Document:
        """Return the report of this row.

        Raises:
            DocumentError: more or fewer cells than columns, no text, or as for `plain.document`.
        """
        if len(self.values) != len(self.names):
            raise DocumentError(f"{len(self.values)} cells under {len(self.names)} columns; check its quotes")
        return _document(_Cells(self.names, self.values), self.path, self.options)


def json_lines(path: Path, shown: str, options: ReadOptions) -> Iterator[JsonLine]:
    """Yield the lines of a JSONL file that are not blank; ``shown`` names the file to its owner.

    Raises:
        OSError: the file cannot be read.
    """
    offset = 0
    with path.open("rb") as file:
        for number, line in enumerate(file, start=1):
            if line.strip():
                yield JsonLine(
                    path=path, where=f"{shown}, row {number}", offset=offset, length=len(line), options=options
                )
            offset += len(line)


def json_rows(data: bytes, shown: str, options: ReadOptions) -> Iterator[JsonRow]:
    """Yield the lines of JSONL that came through a pipe."""
    for number, line in enumerate(data.split(b"\n"), start=1):
        if line.strip():
            yield JsonRow(line=line, where=f"{shown}, row {number}", path=shown, options=options)


def csv_rows(path: Path, shown: str, options: ReadOptions) -> Iterator[CsvRow]:
    """Yield the rows of a CSV file; tabs or semicolons may part its cells as well as commas.

    Raises:
        OSError: the file cannot be read.
        DocumentError: not text, or not CSV.
    """
    table = decode(path.read_bytes(), options.encoding)
    csv.field_size_limit(max(options.max_bytes, 131_072))
    first = table.partition("\n")[0]
    delimiter = max(",", "\t", ";", key=first.count)
    rows = csv.reader(io.StringIO(table, newline=""), delimiter=delimiter, strict=True)
    names: tuple[str, ...] = ()
    try:
        for row in rows:
            if not names:
                names = tuple(name.strip() for name in row)
            elif row:
                where = f"{shown}, row {rows.line_num}"
                yield CsvRow(names=names, values=tuple(row), where=where, path=shown, options=options)
    except csv.Error as bad:
        raise DocumentError(f"not CSV at line {rows.line_num}: {bad}; what follows was not read") from None


def _check_row(length: int, options: ReadOptions) -> None:
    # JSON may write a character of two bytes in six ("\u00e1"); a row can be that much longer than its text.
    if length > 3 * options.max_bytes + 65_536:
        raise too_long(length, options.max_bytes)


def _document(cells: _Cells, path: str, options: ReadOptions) -> Document:
    columns = options.columns
    said = cells.of(columns.date)
    text = cells.of(columns.text)
    if text is None:
        raise DocumentError(_no_text(cells, columns.text))
    if said is None and options.date is None:
        raise DocumentError(f"no date: nothing under {columns.date!r}; name the column with --columns date=…")
    source = cells.of(columns.source)
    url = source if source and "://" in source else None
    header = Header(
        date=day(said) if said else None,
        title=clean_title(cells.of(columns.title)),
        publisher=None if url else source,
        source=url,
        language=language_of(cells.of(columns.language)),
    )
    return document(header, clean(text), path=path, name=cells.of(columns.id), options=options)


def _no_text(cells: _Cells, column: str) -> str:
    if column in cells.names:
        return f"empty: nothing under {column!r}"
    return f"no text: no column {column!r} among {', '.join(cells.names)}; name it with --columns text=…"
