"""Let a nickname in quotation marks be a part of its name: "hijos de Fidencio “El Gavilán” Leyva, se atribuyó".

The name is one from its first word to the surname behind the nickname.

Parsers begin a new phrase at the mark, and make the nickname the subject of the verb behind it.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from recuento.model.annotation import Name, Token

__all__ = ["joined_names", "with_nicknames"]

_MARKS = frozenset("\"“”«»‘’'")
_LONGEST = 5
_SUBJECTS = frozenset({"nsubj", "nsubj:pass"})


def with_nicknames(tokens: tuple[Token, ...]) -> tuple[Token, ...]:
    """Return the tokens with each nickname hung on the name before it; ``tokens`` itself where there is none."""
    mended = tokens
    for token in tokens[1:]:
        if token.text in _MARKS and tokens[token.index - 1].pos == "PROPN":
            closing = _closing(tokens, token.index)
            if closing is not None:
                mended = _hung(mended, token.index, closing)
    return mended


def _closing(tokens: Sequence[Token], opening: int) -> int | None:
    """Return the mark that closes a nickname, where a surname or the end of the name follows."""
    for index in range(opening + 2, min(opening + _LONGEST + 1, len(tokens))):
        if tokens[index].text in _MARKS:
            return index
        if not (tokens[index].text[:1].isupper() or tokens[index].pos in {"ADP", "DET"}):
            return None
    return None


def _hung(tokens: tuple[Token, ...], opening: int, closing: int) -> tuple[Token, ...]:
    name = _root(tokens, opening - 1)
    inside = range(opening + 1, closing)
    changed: dict[int, Token] = {}
    for index in (*inside, *_surnames(tokens, closing)):
        token = tokens[index]
        if token.head not in inside or index > closing:
            changed[index] = replace(token, head=name, dep="flat")
    changed |= _led_by(tokens, name, [*inside, *_surnames(tokens, closing)])
    freed = next((tokens[i] for i in inside if i in changed and tokens[i].dep in _SUBJECTS), None)
    if freed is not None and (subject := _subject_before(tokens, freed, opening)) is not None:
        changed[subject] = replace(tokens[subject], dep=freed.dep)
    return tuple(changed.get(token.index, token) for token in tokens) if changed else tokens


def _led_by(tokens: Sequence[Token], name: int, others: Sequence[int]) -> dict[int, Token]:
    """Return the first word of a name in the place of what the parser made its head: nickname or surname."""
    if tokens[name].head not in others:
        return {}
    above = next((tokens[i] for i in others if tokens[i].head != name and tokens[i].head not in others), None)
    lone = next((tokens[i] for i in others if tokens[i].head == i), None)
    if above is not None:
        return {name: replace(tokens[name], head=above.head, dep=above.dep)}
    return {name: replace(tokens[name], head=name, dep=lone.dep)} if lone is not None else {}


def joined_names(names: tuple[Name, ...], tokens: Sequence[Token]) -> tuple[Name, ...]:
    """Return the names with the two halves of each that a nickname parts as one: 'Ramón "El Moncho" Ríos'."""
    for token in tokens[1:]:
        if token.text not in _MARKS or tokens[token.index - 1].pos != "PROPN":
            continue
        closing = _closing(tokens, token.index)
        surnames = _surnames(tokens, closing) if closing is not None else []
        if surnames:
            names = _as_one(names, tokens[token.index - 1], tokens[surnames[-1]])
    return names


def _as_one(names: tuple[Name, ...], first: Token, last: Token) -> tuple[Name, ...]:
    whole = first.span.to(last.span)
    parts = [name for name in names if name.span.overlaps(whole)]
    if not any(name.kind == "person" for name in parts):
        return names
    whole = min(parts[0].span, whole).to(max(parts[-1].span, whole, key=lambda span: span.end))
    others = [name for name in names if name not in parts]
    return tuple(sorted([*others, Name(span=whole, kind="person")], key=lambda name: name.span))


def _root(tokens: Sequence[Token], index: int) -> int:
    """Return the first word of the name that the word belongs to."""
    while tokens[index].dep.startswith("flat") and tokens[index].head < index:
        index = tokens[index].head
    return index


def _surnames(tokens: Sequence[Token], closing: int) -> list[int]:
    found = []
    for index in range(closing + 1, min(closing + 4, len(tokens))):
        if not tokens[index].text[:1].isupper():
            break
        found.append(index)
    return found


def _subject_before(tokens: Sequence[Token], nickname: Token, opening: int) -> int | None:
    """Return the phrase without preposition that the verb has before: the subject whose place the nickname took."""
    verb = nickname.head
    bare = (
        token.index for token in tokens[:opening]
        if token.head == verb and token.dep in {"obl", "dep", "nsubj", "obj"} and token.pos in {"NOUN", "PROPN"}
        and not any(t.head == token.index and t.dep == "case" for t in tokens[: token.index])
    )  # fmt: skip
    return next(bare, None)
