"""Every rule's examples and rejects go through the whole reader: a ratchet per language, kept in ``floor.toml``.

A floor is a share of all examples and rejects. It may rise; it must not fall.
"""

from __future__ import annotations

import tomllib
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path

import pytest

from recuento.lexicon.triggers import Example, Trigger, triggers
from recuento.model import Claim
from recuento.model.document import Language
from recuento.pipeline import code_text

FLOORS = Path(__file__).with_name("floor.toml")
PUBLISHED = date(2024, 3, 26)


@dataclass(frozen=True, slots=True, kw_only=True)
class Outcome:
    """How one sentence of one rule was read; ``why`` is empty where it was read as the rule says."""

    rule: str
    text: str
    why: str


def read(text: str) -> tuple[Claim, ...]:
    return code_text(text, published_on=PUBLISHED).claims


def why_not(rule: Trigger, example: Example) -> str:
    """Return what is missing from the reading of an example, "" if nothing is."""
    found = [c for c in read(example.text) if c.event == rule.event]
    if not found:
        return f"no {rule.event}"
    if any(satisfies(claim, example) for claim in found):
        return ""
    got = [(c.figure.count.at_least if c.figure else None, c.status, c.scope) for c in found]
    return f"{got} instead of {(example.count, example.status, example.scope)}"


def satisfies(claim: Claim, example: Example) -> bool:
    if example.count is not None and (claim.figure is None or claim.figure.count.at_least != example.count):
        return False
    return claim.status == example.status and example.scope in {None, claim.scope}


def outcomes(language: Language) -> Iterator[Outcome]:
    for rule in triggers(language):
        for example in rule.examples:
            yield Outcome(rule=rule.id, text=example.text, why=why_not(rule, example))
        for reject in rule.rejects:
            wrong = any(c.event == rule.event for c in read(reject))
            yield Outcome(rule=rule.id, text=reject, why=f"a {rule.event} where there is none" if wrong else "")


@pytest.mark.parametrize("language", ["en", "es"])
def test_the_rules_read_their_examples_and_leave_their_rejects(language: Language) -> None:
    floor = tomllib.loads(FLOORS.read_text(encoding="utf-8"))[language]
    read_so = list(outcomes(language))
    failing = [f"{o.rule}: {o.text} ({o.why})" for o in read_so if o.why]
    share = 100 * (len(read_so) - len(failing)) / len(read_so)
    assert share >= floor, f"{share:.1f} % of {len(read_so)}, floor {floor}:\n" + "\n".join(failing)
