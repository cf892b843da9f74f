"""Reasons by their codes: a sentence that the ledger keeps, taken apart so that it can be told in another language."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache, lru_cache
from pathlib import Path

from recuento.lexicon.toml import Table, read_toml_text

__all__ = ["Reason", "reason_in", "reasons"]

_PLACE = re.compile(r"%\((\w+)\)s")


class _File(Table, frozen=True, kw_only=True):
    reason: dict[str, str]


@dataclass(frozen=True, slots=True)
class Reason:
    """One reason: its code, its English sentence with ``%(name)s`` for what changes, and what stood there."""

    code: str
    sentence: str
    values: tuple[tuple[str, str], ...] = ()


@lru_cache(maxsize=4096)
def reason_in(words: str) -> Reason | None:
    """Return the reason that ``words`` give; None for words of another kind, such as a sum in figures.

    >>> reason_in("superseded by 58 (the governor, 2024-03-24)").values
    (('said', '58 (the governor, 2024-03-24)'),)
    """
    for code, sentence, pattern in _patterns():
        found = pattern.fullmatch(words)
        if found is not None:
            return Reason(code, sentence, tuple(found.groupdict().items()))
    return None


@cache
def reasons() -> Mapping[str, str]:
    """Return the sentence of every code.

    Raises:
        LexiconError: the file is malformed.
    """
    path = Path(__file__).parent / "reasons.toml"
    return read_toml_text(path.read_text("utf-8"), _File, where="web/reasons.toml").reason


@cache
def _patterns() -> tuple[tuple[str, str, re.Pattern[str]], ...]:
    """Return each sentence as a pattern; those that say more of their own words are tried first."""
    order = sorted(reasons().items(), key=lambda item: ("%(" in item[1], -len(_PLACE.sub("", item[1]))))
    return tuple((code, sentence, _pattern(sentence)) for code, sentence in order)


def _pattern(sentence: str) -> re.Pattern[str]:
    parts = _PLACE.split(sentence)  # words, name, words, name, words
    return re.compile(
        "".join(re.escape(part) if n % 2 == 0 else f"(?P<{part}>.+?)" for n, part in enumerate(parts)), re.DOTALL
    )
