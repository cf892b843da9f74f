"""Rules share lists of words; whom a rule counts may be a force or captives."""

from __future__ import annotations

from datetime import date

import pytest

from recuento.errors import LexiconError
from recuento.lexicon.triggers import Trigger, triggers, with_shared
from recuento.pipeline import code_text

RULE = Trigger(id="en.killing.test", event="killing", form="nominal", lemmas=("test",), not_near=("@hurt", "film"))


def told(text: str) -> list[tuple[str | None, int]]:
    """Return (tally, lower bound) of every figure of a report."""
    found = code_text(text, published_on=date(2024, 3, 26)).claims
    return [(c.tally, c.figure.count.at_least) for c in found if c.figure is not None]


def test_a_named_list_is_put_in_where_it_stands() -> None:
    assert with_shared(RULE, {"hurt": ("wounded", "killed")}, "en").not_near == ("wounded", "killed", "film")


def test_a_list_that_nobody_wrote_is_an_error() -> None:
    with pytest.raises(LexiconError, match="no list @hurt"):
        with_shared(RULE, {}, "en")


def test_no_rule_is_left_with_the_name_of_a_list() -> None:
    left = [w for r in triggers("en") for w in (*r.near, *r.not_near, *r.agent, *r.agent_not) if w.startswith("@")]
    assert left == []


@pytest.mark.parametrize(
    ("text", "figure"),
    [
        ("Officials sent two companies of marines to Tumaco.", ("deployed", 2)),
        ("The state put 80 members of the National Guard on the streets.", ("deployed", 80)),
        ("Marines plucked two abducted brothers from a hideout.", ("freed", 2)),
        ("Rebels hold 40 hostages. The kidnappers gave up three others on Friday.", ("freed", 3)),
    ],
)
def test_forces_and_captives_are_counted(text: str, figure: tuple[str, int]) -> None:
    assert figure in told(text)


@pytest.mark.parametrize(
    "text",
    [
        "The school put 80 teachers on the streets.",
        "The kidnappers hold a priest. The gang gave up three gunmen on Friday.",
        "The farmers gave up three fields on Friday.",
    ],
)
def test_others_are_not(text: str) -> None:
    assert not [figure for figure in told(text) if figure[0] in {"deployed", "freed"}]
