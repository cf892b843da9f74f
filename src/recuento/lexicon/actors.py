"""The registry of actors: armed groups, their factions and forces of the state, by all the names they have had."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from functools import cache, lru_cache
from pathlib import Path
from typing import Literal

import msgspec

from recuento.errors import LexiconError
from recuento.lexicon.fold import fold
from recuento.lexicon.toml import Table, read_toml, read_toml_text

__all__ = ["Actor", "Alias", "Part", "Registry", "registry"]

Kind = Literal["armed_group", "state_force", "institution"]
_TOKEN = re.compile(r"[\w'’-]+")
_ID = re.compile(r"a-[a-z0-9]+(-[a-z0-9]+)*")
_DAY = re.compile(r"\d{4}(-\d{2}(-\d{2})?)?")


class Alias(Table, frozen=True, kw_only=True):
    """A name used for a time. ``since`` and ``until`` are days, months or years, both included; None has no end."""

    alias: str
    since: str | None = None
    until: str | None = None


class Part(Table, frozen=True, kw_only=True):
    """What a group is a part of, and when; a split ends with ``until``."""

    id: str
    since: str | None = None
    until: str | None = None


class Actor(Table, frozen=True, kw_only=True):
    """A group or force. The head of ``groups.toml`` says what each key means; a user's file may add to an entry."""

    id: str
    name: str | None = None
    kind: Kind | None = None
    country: str | None = None
    aliases: tuple[str, ...] = ()
    short: tuple[str, ...] = ()
    local: tuple[str, ...] = ()
    dated: tuple[Alias, ...] = ()
    faction_of: tuple[Part, ...] = ()
    since: str | None = None
    until: str | None = None


class _File(Table, frozen=True, kw_only=True):
    group: tuple[Actor, ...] = ()
    outsiders: frozenset[str] = frozenset()


class _Name(msgspec.Struct, frozen=True):
    """One name of one actor; ``capitals``: only as written, ``country``: only there."""

    words: tuple[str, ...]
    actor: str
    capitals: bool
    country: str | None
    since: str | None
    until: str | None


class Registry(msgspec.Struct, frozen=True):
    """All actors by id, and their names by first word."""

    actors: dict[str, Actor]
    names: dict[str, tuple[_Name, ...]]
    outsiders: frozenset[str]

    def resolve(self, words: str, *, on: date, country: str | None) -> str | None:
        """Return the id of the actor that the words name, or None: nobody, or several.

        ``on`` is the day of the report, ``country`` the ISO code of the place, None where it is not known. "members of
        the Gulf Cartel" are the cartel's; "police linked to the Gulf Cartel" are not. A name that several actors bear
        ("Ejército") counts in its own country only.
        """
        said = _tokens(words)
        folded = tuple([fold(word) for word in said])
        for at in range(len(said)):
            if folded[at] in self.outsiders:
                return None
            found = self._longest(said, folded, at, on, country)
            if found:
                return found.pop() if len(found) == 1 else None
        return None

    def _longest(
        self, said: tuple[str, ...], folded: tuple[str, ...], at: int, on: date, country: str | None
    ) -> set[str]:
        best: set[str] = set()
        length = 0
        for name in self.names.get(folded[at], ()):
            run = name.words
            heard = said if name.capitals else folded
            if heard[at : at + len(run)] != run or not _counts(name, on, country) or len(run) < length:
                continue
            best = {name.actor} if len(run) > length else best | {name.actor}
            length = len(run)
        return best


def _counts(name: _Name, on: date, country: str | None) -> bool:
    day = on.isoformat()
    # "2010" ends with its last day: compared up to its own length.
    early = name.since is not None and day[: len(name.since)] < name.since
    late = name.until is not None and day[: len(name.until)] > name.until
    return not early and not late and name.country in {None, country}


@lru_cache(maxsize=8192)
def _tokens(words: str) -> tuple[str, ...]:
    return tuple(_TOKEN.findall(words))


@cache
def registry(extra: Path | None = None) -> Registry:
    """Return the packaged registry, with the actors of a user's file on top.

    An entry of the file with a known id adds names to that actor; any other is a new actor.

    Raises:
        LexiconError: the file cannot be read, or an entry in it is wrong; the message says which and what to do.
    """
    packaged = read_toml("shared", "groups.toml", _File)
    actors = _joined({}, packaged.group, "lexicon/shared/groups.toml")
    outsiders = packaged.outsiders
    if extra is not None:
        own = _own(extra)
        actors = _joined(actors, own.group, str(extra))
        outsiders |= own.outsiders
    names: dict[str, list[_Name]] = {}
    for name in (name for actor in actors.values() for name in _names(actor)):
        first = fold(name.words[0])
        names.setdefault(first, []).append(name)
    return Registry(actors, {first: tuple(each) for first, each in names.items()}, outsiders)


def _own(path: Path) -> _File:
    try:
        text = path.read_text("utf-8")
    except (OSError, UnicodeDecodeError) as error:
        raise LexiconError(
            f"{path}: cannot be read as UTF-8 text ({error}); name a TOML file with [[group]] entries"
        ) from error
    return read_toml_text(text, _File, where=str(path))


def _joined(known: dict[str, Actor], entries: tuple[Actor, ...], where: str) -> dict[str, Actor]:
    found = dict(known)
    own: set[str] = set()
    for entry in entries:
        if entry.id in own:
            raise LexiconError(f"{where}: two entries are called {entry.id}; join them into one")
        own.add(entry.id)
        found[entry.id] = _added(found[entry.id], entry) if entry.id in found else _new(entry, where)
    for entry in entries:
        _check(found[entry.id], found, where)
    return found


def _new(entry: Actor, where: str) -> Actor:
    if not _ID.fullmatch(entry.id):
        raise LexiconError(f"{where}: id {entry.id!r}: write a- and lower-case words joined by hyphens (a-los-pinos)")
    missing = [key for key in ("name", "kind", "country") if getattr(entry, key) is None]
    if missing:
        raise LexiconError(
            f"{where}: {entry.id}: a new group needs {', '.join(missing)}; to add to a known one, use its id"
        )
    return entry


def _added(known: Actor, more: Actor) -> Actor:
    return msgspec.structs.replace(
        known,
        aliases=(*known.aliases, *more.aliases),
        short=(*known.short, *more.short),
        local=(*known.local, *more.local),
        dated=(*known.dated, *more.dated),
        faction_of=(*known.faction_of, *more.faction_of),
        name=more.name or known.name,
        since=more.since or known.since,
        until=more.until or known.until,
    )


def _check(actor: Actor, actors: dict[str, Actor], where: str) -> None:
    for part in actor.faction_of:
        if part.id not in actors or part.id == actor.id:
            raise LexiconError(
                f"{where}: {actor.id}: faction_of names {part.id}, which is no other group; add it, or take it out"
            )
    spans = [(each.since, each.until) for each in actor.dated] + [(part.since, part.until) for part in actor.faction_of]
    for day in (day for span in [*spans, (actor.since, actor.until)] for day in span if day is not None):
        if not _DAY.fullmatch(day):
            raise LexiconError(f"{where}: {actor.id}: {day!r} is no day; write 2010, 2010-02 or 2010-02-24")
    for name in (*actor.aliases, *actor.short, *actor.local, *(each.alias for each in actor.dated)):
        if not _tokens(name):
            raise LexiconError(f"{where}: {actor.id}: an empty name would stand for anybody; take it out")


def _names(actor: Actor) -> Iterator[_Name]:
    shared = {fold(words) for words in actor.local}
    for words in dict.fromkeys(w for w in (actor.name, *actor.aliases) if w is not None and fold(w) not in shared):
        yield _Name(_tokens(fold(words)), actor.id, False, None, actor.since, actor.until)
    for words in actor.short:
        yield _Name(_tokens(words), actor.id, True, None, actor.since, actor.until)
    for words in actor.local:
        yield _Name(_tokens(fold(words)), actor.id, False, actor.country, actor.since, actor.until)
    for each in actor.dated:
        yield _Name(_tokens(fold(each.alias)), actor.id, False, None, each.since, each.until)
