"""Many wordings of our own for what newspapers tell: what share of the facts is found.

``retold/en.toml`` tells the two first reports sentence by sentence, ``en_free.toml`` and ``es_free.toml`` freely,
``en_newsrooms.toml`` each kind of fact as twelve newsrooms would, ``es.toml`` every kind of event;
``retold/floors.toml`` says how many facts, doers and speakers of a hundred are read, and how many false figures there
may be.
"""

from __future__ import annotations

import re
import tomllib
from dataclasses import dataclass
from datetime import date
from functools import cache
from pathlib import Path

import pytest

from recuento.model.claim import Claim
from recuento.pipeline import code_text

HERE = Path(__file__).parent / "retold"
LANGUAGES = ("en", "es", "en_free", "es_free", "en_newsrooms")
TUESDAY = date(2024, 3, 26)
# Events that tell of the same: a captive's release and rescue, who robbed a home, a fight and an attack.
_ALIKE = {
    "freed": {"freed", "release", "rescue"},
    "missing": {"missing", "abducted", "abduction"},
    "charged": {"charged", "charge"},
    "escaped": {"escaped", "escape"},
    "attack": {"attack", "clash", "killing"},
    "rescue": {"rescue", "attack", "clash"},
    "home_invasion": {"home_invasion", "robbery"},
    "conviction": {"conviction", "sentence", "sentenced"},
    "sentenced": {"conviction", "sentence", "sentenced"},
    "seized": {"seized", "seizure"},
    "arrested": {"arrested", "arrest"},
    "extradited": {"extradited", "extradition"},
    "sanctioned": {"sanctioned", "sanction"},
}
_FACT = re.compile(r"(~?)(\w+)(?: (\d+)| (attempted)| (?!by=|from=)(\w+))?(?: by=(.*?))?(?: from=(.*))?")
_DOERS = {"perpetrator", "authority", "claimant"}


@dataclass(frozen=True, slots=True, kw_only=True)
class Wanted:
    """One fact that a sentence tells; ``word`` stands in the words of a thing without a number."""

    optional: bool
    kind: str
    count: int | None
    attempted: bool
    word: str | None
    doer: str | None
    speaker: str | None


@dataclass(slots=True, kw_only=True)
class Tally:
    """What was wanted and what was read of it."""

    facts: int = 0
    found: int = 0
    doers: int = 0
    doers_found: int = 0
    speakers: int = 0
    speakers_found: int = 0
    false: int = 0


def wanted(line: str) -> list[Wanted]:
    """Return the facts that a line lists; raises ValueError for one that cannot be read."""
    return [_fact(part.strip()) for part in line.split(";") if part.strip()]


def _fact(words: str) -> Wanted:
    match = _FACT.fullmatch(words)
    if match is None:
        raise ValueError(words)
    mark, kind, count, tried, word, doer, speaker = match.groups()
    return Wanted(
        optional=bool(mark),
        kind=kind,
        count=int(count) if count else None,
        attempted=bool(tried),
        word=word,
        doer=doer,
        speaker=speaker,
    )


def told_by(claim: Claim, fact: Wanted, text: str) -> bool:
    """Tell whether a claim says the fact."""
    if not {claim.event, claim.tally} & _ALIKE.get(fact.kind, {fact.kind}):
        return False
    tried = claim.status in {"attempted", "planned", "denied", "unknown"}
    if tried != fact.attempted and not (fact.attempted and claim.event != "rescue"):
        return False
    count = claim.figure.count if claim.figure is not None else None
    if count is None or fact.count is None:
        fits = fact.count in {None, 1} and (count is None or count.at_least == 1)
    else:
        fits = count.at_least == fact.count and count.at_most in {fact.count, None}
        fits = fits or (count.at_most is not None and count.at_least < fact.count < count.at_most)  # "unos 800"
    return fits and (fact.word is None or fact.word in claim.quote.span.of(text))


def read(text: str, line: str, into: Tally) -> None:
    """Read one text and count what it tells of what is wanted."""
    facts = wanted(line)
    left = list(code_text(text, published_on=TUESDAY, external_id="retold").claims)
    for fact in facts:
        claim = next((c for c in left if told_by(c, fact, text)), None)
        into.facts += not fact.optional
        if claim is None:
            continue
        left.remove(claim)
        into.found += not fact.optional
        if fact.doer is not None:
            into.doers += 1
            doers = (r.text.casefold() for r in claim.roles if r.role in _DOERS)
            into.doers_found += any(fact.doer.casefold() in words for words in doers)
        if fact.speaker is not None:
            into.speakers += 1
            into.speakers_found += any(fact.speaker.casefold() in s.text.casefold() for s in claim.said_by)
    into.false += sum(_is_false(claim, facts) for claim in left)


def _is_false(claim: Claim, facts: list[Wanted]) -> bool:
    if claim.figure is None or claim.scope == "part" or claim.status in {"attempted", "planned", "denied"}:
        return False
    told = (f for f in facts if {claim.event, claim.tally} & _ALIKE.get(f.kind, {f.kind}))
    return not any(fact.count == claim.figure.count.at_least for fact in told)


@cache
def all_told(language: str) -> Tally:
    """Return what is read of all sentences of a language."""
    tally = Tally()
    for kind in tomllib.loads((HERE / f"{language}.toml").read_text(encoding="utf-8"))["kind"]:
        for text, line in kind["told"]:
            read(text, line, tally)
    return tally


def floors(language: str) -> dict[str, int]:
    """Return the floors of a language."""
    return tomllib.loads((HERE / "floors.toml").read_text(encoding="utf-8"))[language]


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_facts_are_found_as_often_as_before(language: str) -> None:
    tally = all_told(language)
    assert 100 * tally.found // tally.facts >= floors(language)["facts"]


@pytest.mark.parametrize("language", LANGUAGES)
def test_doers_and_speakers_are_read_as_often_as_before(language: str) -> None:
    tally = all_told(language)
    assert 100 * tally.doers_found // tally.doers >= floors(language)["doers"]
    assert 100 * tally.speakers_found // tally.speakers >= floors(language)["speakers"]


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_more_false_figures_than_before(language: str) -> None:
    assert all_told(language).false <= floors(language)["false"]
