"""Reads the English name corpora into sentences with their names.

A name may have the label "?": a word that could be (part of) a name, in a corpus that does not say.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from wordlists import TITLES

LABELS = ("PER", "ORG", "LOC")
UNKNOWN = "?"
GUM_LABELS = {"person": "PER", "organization": "ORG", "place": "LOC"}


@dataclass(frozen=True, slots=True, kw_only=True)
class NamedText:
    """A sentence with its names as (first word, word after the last, label)."""

    words: tuple[str, ...]
    spaces: tuple[bool, ...]
    names: tuple[tuple[int, int, str], ...]


def rows_of(shared: Path, name: str, *, folder: str = "names_in_text") -> Iterator[dict[str, Any]]:
    """Yield the rows of a corpus under bench/."""
    with (shared / "bench" / folder / f"{name}.jsonl").open(encoding="utf-8") as lines:
        for line in lines:
            yield json.loads(line)


def uner(row: Mapping[str, Any]) -> NamedText:
    """Return a UNER row, its spaces found again in the raw text."""
    spaces, at = [], 0
    for token in row["tokens"]:
        found = row["text"].find(token, at)
        at = found + len(token) if found >= 0 else at
        spaces.append(found < 0 or row["text"][at : at + 1] == " ")
    return NamedText(words=tuple(row["tokens"]), spaces=tuple(spaces), names=labelled(row["entities"]))


def joined(row: Mapping[str, Any]) -> NamedText:
    """Return a row of which only tokens are known, with a space after each."""
    words = tuple(row["tokens"])
    return NamedText(words=words, spaces=(True,) * len(words), names=labelled(row["entities"]))


def labelled(entities: Iterable[Mapping[str, Any]]) -> tuple[tuple[int, int, str], ...]:
    """Return the names among a row's entities; other kinds (MISC) are none."""
    return tuple((e["tok"][0], e["tok"][1], e["type"]) for e in entities if e["type"] in LABELS)


def gum(row: Mapping[str, Any]) -> Iterator[NamedText]:
    """Yield the sentences of a GUM document with the named ones among its entity mentions."""
    tokens, text = row["tokens"], row["text"]
    found = [name for e in row["entities"] if (name := _gum_name(e, tokens)) is not None]
    names = apart(found)
    starts = [s["start"] for s in row["sentences"]] + [len(text) + 1]
    first = 0
    for stop in starts[1:]:
        last = first
        while last < len(tokens) and tokens[last][1] < stop:
            last += 1
        if last > first:
            yield NamedText(
                words=tuple(t[0] for t in tokens[first:last]),
                spaces=tuple(text[t[2] : t[2] + 1].isspace() for t in tokens[first:last]),
                names=tuple((a - first, b - first, label) for a, b, label in names if first <= a and b <= last),
            )
        first = last


def _gum_name(entity: Mapping[str, Any], tokens: Sequence[Sequence[Any]]) -> tuple[int, int, str] | None:
    """Return the run of proper nouns around a mention's head, without titles; None for a mention that is no name."""
    label = GUM_LABELS.get(entity["type"])
    heads = str(entity["min"]).split(",")
    if label is None or not heads[0].isdigit():
        return None
    start, stop = entity["tok"]
    head = start + int(heads[0]) - 1
    if not start <= head < stop or tokens[head][3] != "PROPN":
        return None
    first = _reach(tokens, head, start - 1, -1)
    last = _reach(tokens, head, stop, +1)
    while first < last and (tokens[first][0].lower() in TITLES):
        first += 1
    return first, last + 1, label


def _reach(tokens: Sequence[Sequence[Any]], at: int, limit: int, step: int) -> int:
    """Return the farthest proper noun reached from ``at``, over "of" and the like, but not past ``limit``."""
    links = {"of", "the", "for", "&", "-", ".", "'s", "’s", "de", "del", "la", "and"}
    nearest, i, skipped = at, at + step, 0
    while i != limit and skipped <= 2:
        if tokens[i][3] == "PROPN":
            nearest, skipped = i, 0
        elif tokens[i][0].lower() in links and not (tokens[i][0].lower() == "and" and step < 0):
            skipped += 1
        else:
            break
        i += step
    return nearest


def apart(names: Iterable[tuple[int, int, str]]) -> tuple[tuple[int, int, str], ...]:
    """Return the names without those that overlap a longer one."""
    taken: set[int] = set()
    kept = []
    for first, last, label in sorted(set(names), key=lambda n: (n[0] - n[1], n[0])):
        if taken.isdisjoint(range(first, last)):
            taken.update(range(first, last))
            kept.append((first, last, label))
    return tuple(sorted(kept))
