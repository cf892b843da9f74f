"""How many, by the form of the verb and by lists of surnames."""

from __future__ import annotations

import pytest
from tests.extract.reading import claims, figures, the_figure, told


@pytest.mark.parametrize(
    ("text", "tally", "count"),
    [
        ("A male and female officer were killed on Friday.", "killed", 2),
        ("A male and female guard were wounded in the raid.", "wounded", 2),
        ("A tall and heavy guard was wounded in the raid.", "wounded", 1),
        ("Salas, Ferrer, Brandt, Ana Ruiz and Moritz were arraigned on Monday.", "charged", 5),
        ("Salas, Ferrer, Brandt and Moritz were arrested on Monday.", "arrested", 4),
        ("Brandt and Moritz were arrested on Monday.", "arrested", 2),
        ("A nurse, 28, died on Monday after a shooting in Boise.", "killed", 1),
        ("The lawyer and activist was shot dead on Monday.", "killed", 1),
        ("The 46-year-old lawyer and father-of-two was shot dead on Monday.", "killed", 1),
        ("A baker and father-of-two died after the shooting.", "killed", 1),
        ("A father-of-two died after the shooting.", "killed", 1),
        ("Gunmen killed a mother-of-four outside her home.", "killed", 1),
        ("Nine people were killed, including a nun, six others were hurt and a bus burned.", "wounded", 6),
        ("Rosa Ferrer, 25, Anaheim, is charged with robbery.", "charged", 1),
        ("The term was set by Justice Carmen Ward, and Ferrer was sentenced to 12 years.", "sentenced", 1),
    ],
)
def test_as_many_as_the_verb_and_the_list_say(text: str, tally: str, count: int) -> None:
    assert the_figure(text, tally) == (count, count), told(text)


@pytest.mark.parametrize(
    "text",
    [
        "The shootings wounded New Yorkers in two boroughs.",
        "The gang has been shooting and injuring Londoners for years.",
        "Police officers stand guard outside the court.",
        "Rosa Ferrer, an inmate incarcerated at Riverbend, supplied the drugs.",
        "A judge gave the boy five years in juvenile detention for murder.",
    ],
)
def test_people_at_large_and_guards_who_stand_count_nobody(text: str) -> None:
    assert [one for one in figures(text) if one[0] in {"wounded", "deployed", "arrested"}] == []


def test_arms_that_were_sold_are_not_seized() -> None:
    sold = "The pair sold weapons to an agent, including a pistol and two rifles."
    assert not claims(sold, tally="seized"), told(sold)
    taken = "Weapons taken from the pair include a pistol and two rifles."
    assert claims(taken, tally="seized"), told(taken)


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("A man and woman were shot dead.", [("killed", 1), ("killed", 1)]),
        (
            "Nine people were killed, including a nun, six others were hurt and a bus burned.",
            [("killed", 9), ("killed", 1), ("wounded", 6)],
        ),
        ("An officer deployed in Haiti was killed in an ambush.", [("killed", 1)]),
        ("The army deployed an officer to Haiti.", [("deployed", 1)]),
        ("The three guards did not return fire.", []),
    ],
)
def test_whoever_does_something_else_is_no_part(text: str, found: list[tuple[str, int]]) -> None:
    assert figures(text) == found, told(text)
