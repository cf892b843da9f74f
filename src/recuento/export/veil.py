"""Names that should not leave: of minors and of those who suffered sexual violence, and on request of every victim.

A name is blotted out letter for letter, so that every offset into a report still holds. Names are found by how reports
write them: in doubt one too many is hidden. What is hidden is hidden from the eye only; the ledger keeps it.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, fields, is_dataclass, replace
from functools import cache
from typing import Any, Literal, TypeVar

from recuento.lexicon.dates import date_words
from recuento.lexicon.fold import fold
from recuento.lexicon.minors import NAME, names_of_minors
from recuento.model import Claim, Document

__all__ = ["BLOT", "Hidden", "Veil", "veil_over"]

Hidden = Literal["nobody", "minors", "victims"]
"""Whose names are hidden; "victims" hides those of minors too."""

BLOT = "█"
_SUFFERED = frozenset({"killed", "wounded", "abducted", "missing", "freed", "displaced"})
_SUFFERING = frozenset(
    {
        "killing",
        "wounding",
        "abduction",
        "disappearance",
        "torture",
        "sexual_violence",
        "body_found",
        "threat",
        "extortion",
    }
)
_T = TypeVar("_T")


@dataclass(frozen=True, slots=True)
class Veil:
    """Blots out names. ``names`` are whole names and their parts, as reports spell them."""

    names: frozenset[str]

    def words(self, text: str) -> str:
        """Return ``text`` in the same length, every hidden name blotted out."""
        return _pattern(self.names).sub(lambda found: BLOT * len(found[0]), text) if self.names else text

    def over(self, shown: _T) -> _T:
        """Return ``shown``, any nest of dataclasses, tuples, lists and dictionaries, with every text in it veiled."""
        return _over(shown, self) if self.names else shown


def veil_over(reports: Iterable[tuple[Document, Sequence[Claim]]], hidden: Hidden) -> Veil:
    """Return the veil for what these reports and their claims say; a name hidden in one of them is hidden in all."""
    if hidden == "nobody":
        return Veil(frozenset())
    found: set[str] = set()
    for document, claims in reports:
        whole = f"{document.title or ''}\n{document.text}"
        names = [*names_of_minors(document.title or ""), *names_of_minors(document.text), *_suffered(claims, hidden)]
        found.update(part for name in names for part in _parts(name, whole))
    return Veil(frozenset(found))


def _suffered(claims: Iterable[Claim], hidden: Hidden) -> Iterator[str]:
    """Yield the words that name whom something was done to: those under age always, all others where asked."""
    for claim in claims:
        always = claim.counted.age_group == "minor" or claim.event == "sexual_violence"
        told = claim.event in _SUFFERING or claim.tally in _SUFFERED
        if not told or claim.counted.side == "armed_group" or not (always or hidden == "victims"):
            continue
        if claim.figure is not None and claim.figure.basis in {"named", "listed"}:
            start = claim.figure.span.start - claim.quote.span.start
            yield from _names_in(claim.quote.text[start : start + len(claim.figure.span)])
        for role in claim.roles:
            if role.role in {"target", "beneficiary"} and role.actor is None:
                yield from _names_in(role.text)


def _names_in(words: str) -> Iterator[str]:
    yield from (found[0] for found in re.finditer(NAME, words) if " " in found[0])


def _parts(name: str, text: str) -> Iterator[str]:
    """Yield a name and each word of it that is nothing but a name in this text."""
    words = [word for word in name.split() if not _is_plain(word, text)]
    if words:
        yield " ".join(name.split()[name.split().index(words[0]) :])
        yield from (word for word in words if len(word.rstrip(".")) > 2 and word[:1].isupper())


def _is_plain(word: str, text: str) -> bool:
    """Tell whether a word is a day or month, or one that this text also spells small."""
    if fold(word) in _calendar():
        return True
    return re.search(rf"\b{re.escape(word.lower())}\b", text) is not None


@cache
def _calendar() -> frozenset[str]:
    said = [date_words(language) for language in ("en", "es")]
    return frozenset(fold(word) for each in said for word in (*each.months, *each.weekdays))


@cache
def _pattern(names: frozenset[str]) -> re.Pattern[str]:
    longest_first = sorted({*names, *(name.upper() for name in names)}, key=lambda name: (-len(name), name))
    return re.compile(rf"(?<!\w)(?:{'|'.join(map(re.escape, longest_first))})(?!\w)")


def _over(shown: Any, veil: Veil) -> Any:
    if isinstance(shown, str):
        veiled = veil.words(shown)
        return shown if veiled == shown else veiled
    if is_dataclass(shown) and not isinstance(shown, type):
        now = {each.name: getattr(shown, each.name) for each in fields(shown)}
        then = {name: _over(value, veil) for name, value in now.items()}
        changed = {name: value for name, value in then.items() if value is not now[name]}
        return replace(shown, **changed) if changed else shown
    if isinstance(shown, tuple | list):
        each_veiled = [_over(each, veil) for each in shown]
        same = all(a is b for a, b in zip(each_veiled, shown, strict=True))
        return shown if same else type(shown)(each_veiled)
    if isinstance(shown, dict):
        return {key: _over(value, veil) for key, value in shown.items()}
    return shown
