"""Word runs that differ in a word or two, written once: "{cifra|total} de {muertos|heridos}" stands for four."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from itertools import product

__all__ = ["spelt_out"]

_CHOICE = re.compile(r"\{([^{}]*)\}")


def spelt_out(said: Iterable[str], shared: Mapping[str, Iterable[str]] | None = None) -> tuple[str, ...]:
    """Return the word runs that each of ``said`` stands for, in order.

    In braces stand alternatives with bars between; an empty one leaves the words out: "muertos {|ya} suman". One that
    is "@" and a name stands for all words of that list.

    Raises:
        KeyError: there is no list of that name.
        ValueError: a brace without its other half.
    """
    return tuple(run for words in said for run in _runs(words, shared or {}))


def _runs(words: str, shared: Mapping[str, Iterable[str]]) -> Iterable[str]:
    if "{" not in words and "}" not in words:
        return (words,)
    parts = _CHOICE.split(words)  # what is fixed and what may be chosen take turns
    if any("{" in part or "}" in part for part in parts):
        raise ValueError(f"a brace without its other half: {words}")
    choices = [_choices(part, shared) if place % 2 else (part,) for place, part in enumerate(parts)]
    return (" ".join("".join(chosen).split()) for chosen in product(*choices))


def _choices(part: str, shared: Mapping[str, Iterable[str]]) -> tuple[str, ...]:
    return tuple(
        choice
        for one in part.split("|")
        for choice in (shared[one.strip()[1:]] if one.strip().startswith("@") else (one,))
    )
