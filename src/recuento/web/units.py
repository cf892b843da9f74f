"""The kinds of things that are counted, in the reader's language."""

from __future__ import annotations

import re
import tomllib
from functools import cache
from pathlib import Path

__all__ = ["agreeing", "unit_in"]

_LANGUAGES = ("en", "es")


# Spanish nouns say by their ending, most of the time, which form of a participle goes with them.
_FEMININE = re.compile(r"\w*(?:as?|[cs]i[oó]n|[cs]iones|dad|dades|dosis)")
_MASCULINE = frozenset({"policía", "policías", "guardia", "guardias"})


def agreeing(participle: str, unit: str, *, one: bool) -> str:
    """Return a Spanish participle ("asegurado") in the form that goes with a noun: "asegurada", "desplegados"."""
    noun = unit.split(maxsplit=1)[0]
    feminine = noun not in _MASCULINE and _FEMININE.fullmatch(noun) is not None
    stem = participle.removesuffix("s").removesuffix("o")
    return f"{stem}{'a' if feminine else 'o'}{'' if one else 's'}"


def unit_in(language: str, unit: str, *, one: bool) -> str | None:
    """Return a unit of the ledger ("fusil", "assault rifle") in a language; None where no row has it.

    A word of that language itself is only given its number: "rifle" becomes "rifles".
    """
    for known in (language, *(other for other in _LANGUAGES if other != language)):
        row = _rows(known).get(unit.casefold())
        if row is not None:
            single, several = row[2 * _LANGUAGES.index(language) :][:2]
            return single if one else several
    return None


@cache
def _rows(language: str) -> dict[str, list[str]]:
    """Return the rows by their words of one language; of two rows with one word, the first."""
    with (Path(__file__).parent / "units.toml").open("rb") as file:
        rows: list[list[str]] = tomllib.load(file)["unit"]
    place = 2 * _LANGUAGES.index(language)
    return {word.casefold(): row for row in reversed(rows) for word in row[place : place + 2]}
