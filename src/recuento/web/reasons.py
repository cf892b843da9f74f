"""Reasons and refusals by their codes: a sentence taken apart, so that it can be told in another language."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache, lru_cache
from pathlib import Path

from recuento.lexicon.toml import Table, read_toml_text

__all__ = ["Reason", "reason_in", "reasons", "refusal_in", "refusals"]

_PLACE = re.compile(r"%\((\w+)\)s")


class _File(Table, frozen=True, kw_only=True):
    reason: dict[str, str] | None = None
    refusal: dict[str, str] | None = None


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
    return _found(words, _patterns_of_reasons())


def refusal_in(words: str) -> Reason | None:
    """Return which refusal ``words`` are; None for one that the page does not know.

    >>> refusal_in("from: 'yesterday' is no day; write it as YYYY-MM-DD").values
    (('name', 'from'), ('value', "'yesterday'"))
    """
    return _found(words, _patterns_of_refusals())


@cache
def reasons() -> Mapping[str, str]:
    """Return the sentence of every code of a reason.

    Raises:
        LexiconError: the file is malformed.
    """
    return _read("reasons.toml").reason or {}


@cache
def refusals() -> Mapping[str, str]:
    """Return the sentence of every code of a refusal.

    Raises:
        LexiconError: the file is malformed.
    """
    return _read("refusals.toml").refusal or {}


def _read(name: str) -> _File:
    path = Path(__file__).parent / name
    return read_toml_text(path.read_text("utf-8"), _File, where=f"web/{name}")


_Patterns = tuple[tuple[str, str, re.Pattern[str]], ...]


def _found(words: str, patterns: _Patterns) -> Reason | None:
    for code, sentence, pattern in patterns:
        found = pattern.fullmatch(words)
        if found is not None:
            return Reason(code, sentence, tuple(found.groupdict().items()))
    return None


@cache
def _patterns_of_reasons() -> _Patterns:
    return _patterns(reasons())


@cache
def _patterns_of_refusals() -> _Patterns:
    return _patterns(refusals())


def _patterns(sentences: Mapping[str, str]) -> _Patterns:
    """Return each sentence as a pattern; those that say more of their own words are tried first."""
    order = sorted(sentences.items(), key=lambda item: ("%(" in item[1], -len(_PLACE.sub("", item[1]))))
    return tuple((code, sentence, _pattern(sentence)) for code, sentence in order)


def _pattern(sentence: str) -> re.Pattern[str]:
    parts = _PLACE.split(sentence)  # words, name, words, name, words
    return re.compile(
        "".join(re.escape(part) if n % 2 == 0 else f"(?P<{part}>.+?)" for n, part in enumerate(parts)), re.DOTALL
    )
