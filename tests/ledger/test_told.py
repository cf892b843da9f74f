"""How many people a report tells of, and which of its figures are of the same people: from text to entry."""

from __future__ import annotations

from dataclasses import replace

import pytest
from tests.builders import day, report, told

from recuento.ledger.records import Reported
from recuento.ledger.tally import current, tally
from recuento.model import Coding, Counted, Entry
from recuento.model.totals import all_sides
from recuento.pipeline import code_text

PUBLISHED = "2024-03-26"


def read(text: str, published: str = PUBLISHED) -> Coding:
    return code_text(text, published_on=day(published))


def held(*codings: Coding) -> dict[str, int]:
    """Return the best figure of each tally, all sides summed."""
    now = entries(*codings)
    return {name: all_sides(one for one in now if one.tally == name).best for name in {one.tally for one in now}}


def entries(*codings: Coding) -> tuple[Entry, ...]:
    told_ = [Reported(claim=claim, document=coding.document) for coding in codings for claim in coding.claims]
    return current(tally("i-1", told_))


@pytest.mark.parametrize(
    ("text", "dead"),
    [
        ("Anthony Holder died at a hospital in Tula on Monday. Police said Holder's death was a murder.", 1),
        ('Dana "Dany" Lopez was shot in Tula on Monday. Lopez died at a hospital.', 1),
        # one figure in two words is one
        ("Gunmen killed 40 students in Tula on Monday. The 40 girls were killed in their dormitory.", 40),
        ("Two teenagers were killed in Tula on Monday. Ruiz and Peña, both 17, were shot dead, the mayor said.", 2),
        ("Four children were killed in Tula on Monday. He murdered his two daughters in the kitchen.", 4),
        # but not where the words are of different people
        ("Three soldiers were killed in Tula on Monday. Three policemen were killed in the same ambush.", 6),
        ("Two men were killed in Tula on Monday. Two women were killed in the same house.", 4),
        # names that spell a group out are of it
        ("Gunmen killed the two children, Ana Ruiz and Luis Ruiz, in Tula.", 2),
    ],
)
def test_people_told_of_twice_are_counted_once(text: str, dead: int) -> None:
    assert held(read(text))["killed"] == dead


@pytest.mark.parametrize(("unit", "dead"), [("father", 3), ("son", 2)])
def test_whoever_cannot_be_of_a_group_comes_on_top(unit: str, dead: int) -> None:
    children = told("2 children died", "killing", "killed", 2, unit="child")
    kin = told(f"the {unit} died in the yard", "killing", "killed", 1, figure="the", unit=unit)
    coding = report("2024-05-01", [children, kin])
    counted = (Counted(side="civilian", age_group="minor"), Counted(side="civilian", sex="male"))
    said = [
        Reported(claim=replace(claim, counted=who), document=coding.document)
        for claim, who in zip(coding.claims, counted, strict=True)
    ]
    (now,) = current(tally("i-1", said))
    assert now.best.exact == dead


def test_a_name_and_the_same_name_with_what_he_was_are_one_person() -> None:
    coding = read("They mourned the death of Omar Rivas, a pupil there, a week after the death of Rivas.")
    assert held(coding)["killed"] == 1


def test_another_of_a_list_is_of_the_number_told_before() -> None:
    listed = "A man was wounded in the leg. Another woman was wounded in the arm."
    assert held(read(f"Four people were injured in Tula on Monday. {listed}"))["wounded"] == 4
    together = "Four people and another woman were injured in Tula on Monday."
    assert held(read(together))["wounded"] == 5


def test_adults_and_children_of_one_verb_are_of_one_side() -> None:
    now = entries(read("The gunfire injured three adults and a child in Tula on Monday."))
    assert [(one.tally, one.side, one.best.exact) for one in now] == [("wounded", "civilian", 4)]
    apart = entries(read("The blast injured three soldiers and a child in Tula on Monday."))
    assert {(one.side, one.best.exact) for one in apart} == {("state", 3), ("civilian", 1)}


@pytest.mark.parametrize(
    ("words", "wounded"),
    [
        ("suffered gunshot wounds", 3),  # four were hit, one of them died
        ("were hit by bullets", 3),
        ("were wounded by gunfire", 4),
    ],
)
def test_whom_bullets_hit_may_be_the_dead(words: str, wounded: int) -> None:
    coding = read(f"Four people {words} in Tula on Monday. One person died in hospital.")
    assert held(coding) == {"killed": 1, "wounded": wounded}


def test_who_was_hit_and_is_told_dead_in_the_same_words_is_dead() -> None:
    first = read("A woman is critically wounded in Tula.", "2024-03-25")
    then = read("A mother who was shot in the head in Tula has died.")
    assert held(first, then) == {"killed": 1}


def test_a_figure_in_a_speaker_s_own_name_is_the_report_s() -> None:
    twelve = read("Secuestraron a 12 jóvenes en un bar de Tula, informó la fiscalía.", "2024-03-20")
    thirteen = read("Padres de los 13 jóvenes raptados en aquel bar de Tula dijeron que no aceptan la versión oficial.")
    assert held(twelve, thirteen)["abducted"] == 13


def test_one_arrested_later_comes_on_top_of_a_number_of_any_side() -> None:
    five = report("2024-05-01", [told("5 people were arrested", "arrest", "arrested", 5)], on="2024-05-01")
    officer = told(
        "yesterday an officer was arrested", "arrest", "arrested", 1, figure="an", unit="officer", side="state"
    )
    later = report("2024-05-06", [officer], on="2024-05-05")
    now = [one for one in entries(five, later) if one.tally == "arrested"]
    assert [one.side for one in now] == ["unknown"]
    assert now[0].high == 6
