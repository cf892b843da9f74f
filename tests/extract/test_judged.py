"""What is no incident's news: crimes of a plea or a sentence, and totals of an area or a period."""

from __future__ import annotations

from datetime import date

import pytest

from recuento.model import Claim
from recuento.pipeline import code_text


def killed(text: str) -> list[Claim]:
    return [claim for claim in code_text(text, published_on=date(2024, 3, 26)).claims if claim.tally == "killed"]


@pytest.mark.parametrize(
    ("text", "background"),
    [
        ("Juan Robles pleaded guilty to killing two bakers.", True),
        ("He was sentenced to 40 years for the murder of three bakers.", True),
        ("Un juez condenó a Juan Robles por el homicidio de cuatro panaderos en Tula.", True),
        ("He was charged with killing three bakers in Sunday's attack in Tula.", False),
        ("El gobierno condenó el asesinato de tres panaderos en Tula.", False),
        ("Gunmen killed three bakers in Tula on Sunday.", False),
    ],
)
def test_a_judged_crime_is_background_and_one_just_charged_is_news(text: str, background: bool) -> None:
    assert [claim.background for claim in killed(text)] == [background]


@pytest.mark.parametrize(
    ("text", "scope"),
    [
        ("601 people were killed across the country, the ministry said.", "aggregate"),
        ("Statewide, 120 people have been shot dead.", "aggregate"),
        ("En todo el estado han sido asesinadas 45 mujeres.", "aggregate"),
        ("On Friday gunmen killed 30 people in attacks across the state.", None),
        ("In Tula 601 people were killed. That is up from 560 in the same period last year.", "aggregate"),
        ("Contaron 45 mujeres asesinadas. La cifra supera la del mismo periodo del año pasado.", "aggregate"),
        ("In Tula 12 people were killed. That was the third attack on a bakery.", None),
    ],
)
def test_totals_of_an_area_or_a_period_are_aggregates(text: str, scope: str | None) -> None:
    assert [claim.scope for claim in killed(text)] == [scope]
