"""Those mourned where shots are fired, and those who died at a place before, are none of the attack that is told."""

from __future__ import annotations

import pytest
from tests.extract.reading import read


@pytest.mark.parametrize(
    ("text", "told", "beside"),
    [
        (
            "A 9-year-old girl was shot in the foot on Sunday night while neighbors gathered for a vigil for a "
            "baker fatally shot on Saturday.",
            {"wounded"},
            {"killed"},
        ),
        (
            "Gunmen opened fire on Sunday at the funeral of a taxi driver killed on Friday and wounded three people.",
            {"wounded"},
            {"killed"},
        ),
        (
            "Mientras velaban a un joven asesinado el lunes, unos encapuchados dispararon contra la familia "
            "e hirieron a dos mujeres.",
            {"wounded"},
            {"killed"},
        ),
        (
            "A boy was shot in the hand at the Larch Court flats, which were the scene of a fatal shooting a day "
            "earlier that left 24-year-old Marcus Dell dead.",
            {"wounded"},
            {"killed"},
        ),
    ],
)
def test_who_is_mourned_is_no_victim_of_the_attack(text: str, told: set[str], beside: set[str]) -> None:
    claims = [c for c in read(text).claims if c.tally is not None]
    assert {c.tally for c in claims if not c.background} == told
    assert {c.tally for c in claims if c.background} == beside


def test_the_dead_of_a_funeral_have_not_the_gunmen_who_shot_at_it() -> None:
    claims = read(
        "Gunmen opened fire on Sunday at the funeral of a taxi driver killed on Friday and wounded three people."
    ).claims
    (death,) = [c for c in claims if c.tally == "killed"]
    assert [r.text for r in death.roles if r.role == "perpetrator"] == []


@pytest.mark.parametrize(
    "text",
    [
        "Hundreds attended a vigil on Sunday for three boys killed on Friday in Morelia.",
        "Los familiares velaban a los tres jóvenes asesinados el lunes.",
        "The bar was the scene of a massacre on Sunday that left three dead.",
    ],
)
def test_a_vigil_told_for_itself_is_news_of_the_dead(text: str) -> None:
    (claim,) = [c for c in read(text).claims if c.tally == "killed"]
    assert claim.figure is not None and claim.figure.count.exact == 3
    assert not claim.background
