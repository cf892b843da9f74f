"""Files, folders and pipes to reports, in an order that does not change from one run to the next."""

from __future__ import annotations

import os
import re
import stat
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Protocol

from recuento.errors import DocumentError
from recuento.model.document import Document
from recuento.read.options import ReadOptions
from recuento.read.plain import plain_document, too_long
from recuento.read.table import csv_rows, json_lines, json_rows
from recuento.read.text import decode

__all__ = ["STDIN", "File", "Input", "Inputs", "Piped", "Unusable"]

STDIN = "-"
_JSON_LINES = {".jsonl", ".ndjson"}
_CSV = {".csv", ".tsv"}
_LEDGERS = {".db", ".sqlite", ".sqlite3"}
_SQLITE = b"SQLite format 3\0"


class Input(Protocol):
    """One report before it is read. ``where`` names it to its owner; `read` raises `DocumentError`."""

    @property
    def where(self) -> str: ...

    def read(self) -> Document: ...


@dataclass(frozen=True, slots=True, kw_only=True)
class File:
    """A plain report in a file of its own."""

    path: Path
    where: str
    options: ReadOptions

    def read(self) -> Document:
        """Return the report; its outside id is the file's name without ending.

        Raises:
            DocumentError: unreadable, too long, or as for `plain.plain_document`.
        """
        limit = self.options.max_bytes
        try:
            size = self.path.stat().st_size
            if size > limit:
                raise too_long(size, limit)
            with self.path.open("rb") as file:
                data = file.read(limit + 1)
        except OSError as bad:
            raise DocumentError(_unreadable(bad)) from bad
        raw = decode(data, self.options.encoding)
        return plain_document(raw, path=self.where, name=_printable(self.path.stem), options=self.options)


@dataclass(frozen=True, slots=True, kw_only=True)
class Piped:
    """A plain report that came through standard input."""

    data: bytes
    options: ReadOptions
    where: str = "standard input"

    def read(self) -> Document:
        """Return the report.

        Raises:
            DocumentError: as for `plain.plain_document`.
        """
        raw = decode(self.data, self.options.encoding)
        return plain_document(raw, path=STDIN, name=None, options=self.options)


@dataclass(frozen=True, slots=True, kw_only=True)
class Unusable:
    """Something on the way that cannot be read at all: a missing path, a locked folder, a loop of links."""

    where: str
    reason: str

    def read(self) -> Document:
        """Raise what is wrong with it.

        Raises:
            DocumentError: always.
        """
        raise DocumentError(self.reason)


@dataclass(frozen=True, slots=True, kw_only=True)
class Inputs:
    """Every report under some paths; can be gone through again. ``stdin`` is what "-" stands for."""

    paths: tuple[str, ...]
    options: ReadOptions
    stdin: bytes = b""

    def __iter__(self) -> Iterator[Input]:
        """Yield the paths in the order given, each folder's content by name, without hidden files and ledgers."""
        seen: set[tuple[int, int]] = set()
        for path in self.paths:
            if path == STDIN:
                yield from _piped(self.stdin, self.options)
            else:
                yield from _under(Path(path), (), seen, self.options)

    def count(self) -> int:
        """Return how many there are, without reading a report."""
        return sum(1 for _ in self)


def _piped(data: bytes, options: ReadOptions) -> Iterator[Input]:
    if data.lstrip()[:1] == b"{":
        yield from json_rows(data, "standard input", options)
    else:
        yield Piped(data=data, options=options)


def _under(
    path: Path, above: tuple[tuple[int, int], ...], seen: set[tuple[int, int]], options: ReadOptions
) -> Iterator[Input]:
    """Yield what lies at or under ``path``; ``above`` are the folders it lies in, ``seen`` all that were entered."""
    where = _printable(str(path))
    try:
        status = path.stat()
        if not stat.S_ISDIR(status.st_mode):
            yield from _file(path, where, status.st_mode, options, named=not above)
            return
        here = (status.st_dev, status.st_ino)
        if here in above:
            yield Unusable(where=where, reason="a folder that contains itself through a link; remove the link")
        elif here not in seen:
            seen.add(here)
            for name in sorted(os.listdir(path)):  # noqa: PTH208 - names, not paths: bytes order and hidden test
                if not name.startswith(".") and not _is_ledger(path / name):
                    yield from _under(path / name, (*above, here), seen, options)
    except OSError as bad:
        yield Unusable(where=where, reason=_unreadable(bad))


def _is_ledger(path: Path) -> bool:
    """Tell whether a file in a folder is a ledger, or one that SQLite keeps beside it: mostly that of this very run."""
    home = path.with_name(re.sub("-(?:wal|shm|journal)$", "", path.name))
    if home.suffix.lower() not in _LEDGERS or not home.is_file():
        return False
    with home.open("rb") as file:
        return file.read(len(_SQLITE)) == _SQLITE


def _file(path: Path, where: str, mode: int, options: ReadOptions, *, named: bool) -> Iterator[Input]:
    # A pipe that was named on the command line is meant; one that lies in a folder would block for ever.
    if not stat.S_ISREG(mode) and not named:
        yield Unusable(where=where, reason="not a file: a pipe, socket or device")
        return
    try:
        match path.suffix.lower():
            case ending if ending in _JSON_LINES:
                yield from json_lines(path, where, options)
            case ending if ending in _CSV:
                yield from csv_rows(path, where, options)
            case _:
                yield File(path=path, where=where, options=options)
    except OSError as bad:
        yield Unusable(where=where, reason=_unreadable(bad))
    except DocumentError as bad:
        yield Unusable(where=where, reason=str(bad))


def _unreadable(bad: OSError) -> str:
    match bad:
        case FileNotFoundError():
            return "no such file or folder; check the path"
        case PermissionError():
            return "may not be read: permission denied; ask its owner or change its mode"
    return f"cannot be read: {bad.strerror or bad}"


def _printable(path: str) -> str:
    # A file's name need not be UTF-8; the ledger and the terminal must be.
    return os.fsencode(path).decode("utf-8", "replace")
