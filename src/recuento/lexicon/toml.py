"""Read one TOML file of the lexicon into a strict, frozen structure."""

from __future__ import annotations

import tomllib
from importlib.resources import files
from typing import TypeVar

import msgspec

from recuento.errors import LexiconError

__all__ = ["Table", "read_toml", "read_toml_text"]


class Table(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """Base of every structure in the lexicon: a misspelt key is an error, not a word that never fires."""


T = TypeVar("T")


def read_toml_text(text: str, kind: type[T], *, where: str) -> T:
    """Return ``text`` as ``kind``.

    Raises:
        LexiconError: not TOML, an unknown or missing key, or a value of the wrong type; the message names the place.
    """
    try:
        return msgspec.convert(tomllib.loads(text), kind)
    except (tomllib.TOMLDecodeError, msgspec.ValidationError) as error:
        raise LexiconError(f"{where}: {error}") from error


def read_toml(folder: str, name: str, kind: type[T]) -> T:
    """Return ``lexicon/FOLDER/NAME`` as ``kind``; callers cache what they build from it.

    Raises:
        LexiconError: the file is missing or malformed.
    """
    path = files("recuento.lexicon") / folder / name
    if not path.is_file():
        raise LexiconError(f"lexicon/{folder}/{name}: no such file; the package is incomplete, install it again")
    return read_toml_text(path.read_text("utf-8"), kind, where=f"lexicon/{folder}/{name}")
