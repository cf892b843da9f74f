"""Streets, quarters and people's homes bear names of towns that lie elsewhere."""

from __future__ import annotations

import pytest
from tests.annotate.test_places import places

from recuento.model.annotation import Name
from recuento.model.span import Span


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("A boy was shot in the 1500 block of South Trumbull, police said.", "Trumbull"),
        ("Officers were sent to the 3700 block of Wisconsin on Monday.", "Wisconsin"),
        ("Three men were shot at Magnolia and Felicity streets on Friday.", "Magnolia"),
        ("They were attacked at the corner of Pettigrew and South Plum streets.", "Plum"),
        ("The man was shot at Weaver's apartment on Monday.", "Weaver"),
        ("Three children were found in Jennings' home on Monday.", "Jennings"),
        ("Two men were hurt on the Near West Side.", "West Side"),
        ("Two people were shot on the South Side on Friday.", "South Side"),
        ("A man was shot in the Park Hill neighborhood on Monday.", "Park Hill"),
    ],
)
def test_no_town_of_that_name_is_meant(text: str, name: str) -> None:
    assert name not in places(text)


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Four people were killed in Mazatlán streets on Monday.", "Mazatlán"),
        ("Men were shot in Culiacán and Mazatlán on Monday.", "Culiacán"),
        ("Six were killed in Mexico's house of terror.", "Mexico"),
    ],
)
def test_a_town_is_meant(text: str, name: str) -> None:
    assert name in places(text)


def test_a_quarter_lies_in_the_town_that_the_report_names() -> None:
    found = places("A man was shot in the Park Hill neighborhood on Monday. Louisville police are investigating.")
    assert found["Park Hill"].place.name == "Park Hill, Louisville"
    assert found["Park Hill"].place.admin1_code == "US-KY"
    assert found["Park Hill"].locative


def test_a_section_of_a_town_lies_in_it() -> None:
    assert places("Two men were killed in the Roxbury section of Boston on Monday.")["Boston"].locative


def test_no_person_holds_a_quarter() -> None:
    text, person = "Ocurrió en la colonia Condesa, según la declaración de Víctor Manuel Ríos.", "Víctor Manuel Ríos"
    start = text.index(person)
    found = places(text, "es", (Name(span=Span(start, start + len(person)), kind="person"),))
    assert found["Condesa"].place.name == "Condesa"
