"""Where the freeing of captives cost somebody's life, and where all who are free so far were."""

from __future__ import annotations

from datetime import date

import pytest

from recuento.pipeline import code_text


def places(text: str, tally: str) -> list[str]:
    claims = code_text(text, published_on=date(2024, 3, 26)).claims
    return [claim.where.place.name for claim in claims if claim.tally == tally and claim.where is not None]


@pytest.mark.parametrize(
    "cost",
    ["A marine died in the operation.", "The raid cost a marine his life.", "A marine was killed in the rescue."],
)
def test_what_a_rescue_cost_was_where_it_was(cost: str) -> None:
    told = "Eleven hostages were rescued in Celaya on Monday, a day after nine had been let go in Salamanca. "
    assert places(told + cost, "killed") == ["Celaya"]


def test_all_who_are_free_so_far_were_freed_where_the_news_is() -> None:
    text = (
        "Gunmen kidnapped 44 people in Celaya on Friday.\n\nThe army freed nine hostages near Comonfort on Monday. "
        "That brings to 32 the number of people freed."
    )
    assert places(text, "freed") == ["Comonfort", "Celaya"]


@pytest.mark.parametrize("who", ["The government in Lima is", "Officials in Lima are"])
def test_who_rules_from_a_capital_sets_no_scene_there(who: str) -> None:
    text = f"Eleven people were kidnapped in Trujillo on Monday. {who} sending 250 soldiers. Three captives were freed."
    assert places(text, "deployed") == ["Trujillo"]
    assert places(text, "freed") == ["Trujillo"]


def test_the_police_in_a_capital_act_there() -> None:
    assert places("Police in Lima arrested three kidnappers on Monday.", "arrested") == ["Lima"]


@pytest.mark.parametrize("heading", ["THE CELAYA KIDNAPPINGS: WHAT WE KNOW", "The Celaya kidnappings"])
def test_a_deed_is_named_after_its_place(heading: str) -> None:
    assert places(f"{heading}\n\nGunmen kidnapped 44 people on Friday night.", "abducted") == ["Celaya"]
    assert places("Police found the guns of the Celaya shooting, in which three men died.", "killed") == ["Celaya"]
