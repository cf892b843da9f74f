"""Where the words of violence have other trades: accidents, nature, illness, sport, the stage, figures of speech."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache

import msgspec

from recuento.errors import LexiconError
from recuento.lexicon.codebook import codebook
from recuento.lexicon.fold import fold
from recuento.lexicon.inflect import noun_forms
from recuento.lexicon.runs import Runs
from recuento.lexicon.toml import Table, read_toml
from recuento.model.document import Language

__all__ = ["Field", "Trade", "plain_stems", "trades", "trades_by_sign"]


class Field(Table, frozen=True, kw_only=True):
    """One field in which ``events`` (codes, or names of groups of them) do not happen, though their words stand there.

    Attributes:
        words: folded runs; with one of them in the sentence it tells of the field.
        report, unless: single words; a report that has one of the first and none of the others is of the field.
        idioms: folded runs that are no event where the trigger's words overlap them ("stabbed in the back").
        agents: nouns, dictionary forms, for what does nothing of the kind ("a scandal", "a virus").
        patients: nouns, dictionary forms, for what nothing of the kind befalls ("the ball").
        despite: folded runs that make the sentence one of ours all the same ("gunmen"); idioms do not heed them.
        forces: it holds of what forces and armed groups do, too: the army's team "attacks" in no other sense.
        before: a year; whatever is dated before it is history. 0 for none.
        aged: an age; whoever "died" at that age or above, and no more is said, died of it. 0 for none.
        unarmed: it holds of whatever neither the sentence (``despite``) nor its report (``unless``) makes ours.
        rules: the ids of the rules that it is about; all that read ``events`` where there are none.
    """

    id: str
    events: tuple[str, ...]
    words: tuple[str, ...] = ()
    report: tuple[str, ...] = ()
    unless: tuple[str, ...] = ()
    idioms: tuple[str, ...] = ()
    agents: tuple[str, ...] = ()
    patients: tuple[str, ...] = ()
    despite: tuple[str, ...] = ()
    forces: bool = False
    before: int = 0
    aged: int = 0
    unarmed: bool = False
    rules: tuple[str, ...] = ()


class Trade(msgspec.Struct, frozen=True, kw_only=True):
    """A field, ready to be asked: its words as runs, its nouns in every form, its events as codes.

    ``ours`` are the single words of ``despite`` and ``unless``: in a report that has one, no word of the field in the
    sentence makes it one of the field. A boy is shot while he plays a video game, and a killer's house holds a note.
    ``signs`` are the words one of which stands in each sentence that tells of the field, but for what only its report,
    a year or an age makes one of it.
    """

    id: str
    events: frozenset[str]
    words: Runs
    report: frozenset[str]
    unless: frozenset[str]
    idioms: Runs
    agents: frozenset[str]
    patients: frozenset[str]
    despite: Runs
    forces: bool
    before: int
    aged: int
    unarmed: bool
    rules: frozenset[str]
    ours: frozenset[str]
    signs: frozenset[str]


class _Group(Table, frozen=True, kw_only=True):
    id: str
    events: tuple[str, ...]


class _Groups(Table, frozen=True, kw_only=True):
    group: tuple[_Group, ...]


class _File(Table, frozen=True, kw_only=True):
    plain: tuple[str, ...]
    field: tuple[Field, ...]
    words: dict[str, tuple[str, ...]]


@cache
def trades(language: Language) -> tuple[Trade, ...]:
    """Return the fields of ``elsewhere.toml``; "@name" among words to heed stands for the list of that name.

    Raises:
        LexiconError: a file is missing or malformed, or names an event, group or list that there is not.
    """
    file = read_toml(language, "elsewhere.toml", _File)
    groups = {group.id: group.events for group in read_toml("shared", "elsewhere.toml", _Groups).group}
    known = {event.code for event in codebook().event}
    made = []
    for field in file.field:
        events = frozenset(code for said in field.events for code in groups.get(said, (said,)))
        lists = {word[1:] for word in (*field.despite, *field.unless) if word.startswith("@")}
        strange = (events - known) | (lists - file.words.keys())
        if strange:
            raise LexiconError(f"lexicon/{language}/elsewhere.toml: {field.id}: there is no {sorted(strange)}")
        made.append(_trade(field, events, file.words, language))
    return tuple(made)


@cache
def trades_by_sign(language: Language) -> dict[str, tuple[int, ...]]:
    """Return, by each word that is a sign of some field, the places in `trades` of those that it is a sign of."""
    found: dict[str, list[int]] = {}
    for place, trade in enumerate(trades(language)):
        for word in trade.signs:
            found.setdefault(word, []).append(place)
    return {word: tuple(places) for word, places in found.items()}


@cache
def plain_stems(language: Language) -> tuple[str, ...]:
    """Return how the words begin, folded, that are of violence at no other trade ("murder", "secuestr")."""
    return read_toml(language, "elsewhere.toml", _File).plain


def _trade(field: Field, events: frozenset[str], lists: dict[str, tuple[str, ...]], language: Language) -> Trade:
    despite = [word for said in field.despite for word in _listed(said, lists)]
    unless = [word for said in field.unless for word in _listed(said, lists)]
    words, idioms = _runs(field.words), _runs(field.idioms)
    agents, patients = _forms(field.agents, language), _forms(field.patients, language)
    return Trade(
        id=field.id,
        events=events,
        words=words,
        report=frozenset(map(fold, field.report)),
        unless=_single(unless),
        idioms=idioms,
        agents=agents,
        patients=patients,
        despite=_runs(tuple(despite)),
        forces=field.forces,
        before=field.before,
        aged=field.aged,
        unarmed=field.unarmed,
        rules=frozenset(field.rules),
        ours=_single([*despite, *unless]),
        signs=words.signs | idioms.signs | agents | patients,
    )


def _single(said: Iterable[str]) -> frozenset[str]:
    return frozenset(fold(word) for word in said if " " not in word)


def _listed(said: str, lists: dict[str, tuple[str, ...]]) -> tuple[str, ...]:
    return lists[said[1:]] if said.startswith("@") else (said,)


def _forms(lemmas: tuple[str, ...], language: Language) -> frozenset[str]:
    return frozenset(fold(form) for lemma in lemmas for form in noun_forms(lemma, language=language))


@cache
def _runs(said: tuple[str, ...]) -> Runs:
    """Return the runs of these words; fields that name the same list share them, so that it is looked for once."""
    # "pile-up" is one token or three.
    return Runs.of(dict.fromkeys(written for words in said for written in (words, words.replace("-", " - "))))
