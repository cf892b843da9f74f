"""Ties between people and groups: kinship, membership, command, office."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache

from recuento.lexicon.toml import Table, read_toml
from recuento.model.annotation import Annotations
from recuento.model.claim import Certainty, Quote, Relation, Tie
from recuento.model.document import Language
from recuento.model.lookup import begun_within
from recuento.model.span import Span

__all__ = ["find_relations"]

_WORD = re.compile(r"\w+")


class _Pattern(Table, frozen=True, kw_only=True):
    """``pattern`` has named groups subject and object, and detail where the words give one; flags: verbose.

    ``{NAME}``, ``{GROUP}`` and ``{KIN}`` ... stand for the word classes of the same file. ``needs`` are words of which
    no match can do without one; a longer expression is known by its last word.
    """

    id: str
    tie: Tie
    pattern: str
    needs: tuple[str, ...]
    certainty: Certainty = "stated"
    detail: str | None = None


class _File(Table, frozen=True, kw_only=True):
    no_name: frozenset[str]
    classes: dict[str, str]
    relation: tuple[_Pattern, ...]


@cache
def _file(language: Language) -> _File:
    return read_toml(language, "relations.toml", _File)


@cache
def _entries(language: Language) -> dict[str, tuple[int, ...]]:
    """Return by word the places of the relations that need it."""
    table = _file(language)
    found: dict[str, dict[int, None]] = {}
    for place, entry in enumerate(table.relation):
        for word in _needed(entry, table.classes):
            found.setdefault(word, {})[place] = None
    return {word: tuple(places) for word, places in found.items()}


@cache
def _compiled(pattern: str, language: Language) -> re.Pattern[str]:
    # Only where some sentence needs it: to compile all takes longer than to read a report.
    return re.compile(_expand(pattern, _file(language).classes))


def _needed(entry: _Pattern, classes: dict[str, str]) -> Iterator[str]:
    for word in "|".join(_expand_plain(need, classes) for need in entry.needs).split("|"):
        last = _WORD.findall(word.lower())[-1]
        yield from (last, last + "s")


def _expand_plain(words: str, classes: dict[str, str]) -> str:
    return classes[words.strip("{}")] if words.startswith("{") else words


def _expand(pattern: str, classes: dict[str, str]) -> str:
    for _ in range(3):
        for name, words in classes.items():
            pattern = pattern.replace("{" + name + "}", f"(?:{words})")
    return pattern


def find_relations(annotations: Annotations, sentence: Span) -> Iterator[Relation]:
    """Yield the ties that the sentence states, each with its words; it need not be parsed."""
    words, language = sentence.of(annotations.text), annotations.language
    entries = _entries(language)
    people = [n for n in begun_within(annotations.names, sentence.start, sentence.end) if n.kind == "person"]
    begun = {place for word in entries.keys() & set(_WORD.findall(words.lower())) for place in entries[word]}
    for entry in (_file(language).relation[place] for place in sorted(begun)):
        for match in _compiled(entry.pattern, language).finditer(words):
            span = Span(sentence.start + match.start(), sentence.start + match.end())
            groups = match.groupdict()
            if _cuts_a_name(match, [Span(n.span.start - sentence.start, n.span.end - sentence.start) for n in people]):
                continue
            if not (_names(groups["subject"], language) and _names(groups["object"], language)):
                continue
            yield Relation(
                document=annotations.document.id,
                subject=_bare(groups["subject"]),
                tie=entry.tie,
                object=_bare(groups["object"]),
                detail=groups.get("detail") or entry.detail,
                certainty=_certainty(entry, words[max(0, match.start() - 24) : match.end()]),
                quote=Quote(field=annotations.field, text=match[0], span=span),
            )


def _cuts_a_name(match: re.Match[str], people: Sequence[Span]) -> bool:
    """Tell whether what would be the subject goes on with the group's name: la Guardia | Nacional."""
    beside = match.string[match.end("object") : match.start("subject")]
    return bool(beside) and beside.isspace() and all(span.start != match.start("subject") for span in people)


def _names(words: str, language: Language) -> bool:
    """Tell whether the words name somebody: a capital at the start of a sentence does not make a name."""
    return _bare(words).lower() not in _file(language).no_name


def _bare(words: str) -> str:
    """Return a name without the quotes and commas around it; a nickname inside a name keeps its quotes."""
    return words.strip(" ,;.“”\"«»‘’'") if not re.search(r"\s['‘’“\"]", words) else words.strip(" ,;.")


def _certainty(entry: _Pattern, words: str) -> Certainty:
    hedged = re.search(
        r"(?i)alleged|suspect|reputed|accused|purported|presunt|supuest|señalad|al parecer|said to be|estaría", words
    )
    return "alleged" if hedged else entry.certainty
