"""Who acts right behind a day, and of which day "that day" is after somebody spoke on another."""

from __future__ import annotations

from datetime import date

import pytest
from tests.extract.reading import claims, the_claim

DOERS = {"perpetrator", "authority"}


@pytest.mark.parametrize(
    ("text", "event", "who"),
    [
        ("On Saturday afternoon gunmen attacked a convoy near Tame.", "attack", ["gunmen"]),
        ("Early on Monday soldiers freed nine hostages.", "rescue", ["soldiers"]),
        ("At dawn on Sunday police in Bogotá arrested a doctor.", "arrest", ["police"]),
        ("On Saturday evening two men were shot.", "attack", []),
        ("On Saturday the shooting of a mayor shocked Tame.", "attack", []),
    ],
)
def test_whoever_stands_between_a_day_and_the_verb_acts(text: str, event: str, who: list[str]) -> None:
    assert [r.text for r in the_claim(text, event=event).roles if r.role in DOERS] == who


@pytest.mark.parametrize(
    ("text", "day"),
    [
        (
            "Nine gunmen died near Tame on Saturday, prosecutors said Monday. The prisoner had been arrested that day.",
            date(2024, 3, 23),
        ),
        (
            "Two men died on Thursday, the army said on Sunday. Two days later a smuggler was arrested.",
            date(2024, 3, 23),
        ),
        ("Prosecutors said on Sunday that they had news. That day a smuggler was arrested.", date(2024, 3, 24)),
    ],
)
def test_that_day_is_the_day_of_the_deed_and_not_of_the_word(text: str, day: date) -> None:
    when = the_claim(text, event="arrest").when
    assert when is not None
    assert [found.first for found in when.ranges] == [day]


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("Gunmen took 44 people in Tame. By Sunday night 31 of the captives were home.", date(2024, 3, 24)),
        ("Gunmen took 44 people in Tame. By Sunday 31 captives had been freed.", date(2024, 3, 24)),
    ],
)
def test_by_a_day_that_is_past(text: str, day: date) -> None:
    when = claims(text, tally="freed")[0].when
    assert when is not None
    assert when.ranges[0].first == day


def test_some_of_them_may_be_of_those_who_acted() -> None:
    text = "Half an hour later gunmen tried to free a smuggler. Nine of them were shot dead. Four officers were hurt."
    assert [r.text for r in the_claim(text, event="killing").roles if r.role in DOERS] == []
    assert [r.text for r in the_claim(text, event="wounding").roles if r.role in DOERS] == ["gunmen"]


@pytest.mark.parametrize(
    ("text", "event", "who"),
    [
        ("In a separate incident gunmen burned a bus.", "arson", ["gunmen"]),
        ("In a separate raid soldiers killed two rebels.", "killing", ["soldiers"]),
        ("In a separate incident two rebels were killed.", "killing", []),
    ],
)
def test_whoever_stands_behind_the_circumstance_acts(text: str, event: str, who: list[str]) -> None:
    assert [r.text for r in the_claim(text, event=event).roles if r.role in DOERS] == who


@pytest.mark.parametrize(
    "text",
    [
        "The abduction of 39 workers was carried out by the Bashir gang, the gang said in an audio message on Friday.",
        "The abduction of 39 workers was carried out by the Bashir gang, the gang said in a long letter on Friday.",
    ],
)
def test_the_day_of_a_message_is_not_that_of_the_deed(text: str) -> None:
    when = the_claim(text, tally="abducted").when
    assert when is None or (when.inherited and when.ranges[0].days > 1)


def test_a_day_behind_a_noun_of_what_is_said_is_its_own() -> None:
    when = the_claim(
        "Officials said the report of the abduction on Friday of 39 workers was true.", tally="abducted"
    ).when
    assert when is not None
    assert [found.first for found in when.ranges] == [date(2024, 3, 22)]


@pytest.mark.parametrize(
    "text",
    [
        "The governor told reporters on Sunday that 12 hostages had been freed.",
        "The army told relatives late on Sunday that 12 hostages had been freed.",
    ],
)
def test_the_day_on_which_somebody_was_told_is_not_that_of_the_deed(text: str) -> None:
    when = the_claim(text, tally="freed").when
    assert when is None or when.inherited


def test_what_somebody_was_told_keeps_its_own_day() -> None:
    when = the_claim("Relatives were told that 12 hostages were freed on Saturday.", tally="freed").when
    assert when is not None
    assert [found.first for found in when.ranges] == [date(2024, 3, 23)]


def test_the_day_of_a_post_is_the_posts() -> None:
    text = (
        "Eight men are dead after a bid to free a prisoner in Tame on Saturday, police said.\n\n"
        "At least eight killed in bid to free prisoner https://t.co/k3Vw pic.twitter.com/Hn20 \u2014 Wire (@Wire) "
        "March 25, 2024\n\n"
        "The prisoner had been arrested half an hour before."
    )
    when = the_claim(text, event="arrest").when
    assert when is not None
    assert when.ranges[0].first == date(2024, 3, 23)


@pytest.mark.parametrize(
    ("text", "who"),
    [
        ("Governor Lawal announced the deployment of 200 more police.", ["Governor Lawal"]),
        ("The president ordered the deployment of 300 soldiers to Tame.", ["The president"]),
        (
            "Two rebels were killed in Tame by troops of the Fifth Brigade. Some 200 more police were sent to "
            "the area.",
            [],
        ),
    ],
)
def test_who_sends_them(text: str, who: list[str]) -> None:
    assert [r.text for r in the_claim(text, event="deployment").roles if r.role in DOERS] == who


def test_the_group_is_called_by_its_name() -> None:
    text = "The abduction was claimed by a wing of the Delta gang. The group said it took 83 people."
    named = [r.text for r in the_claim(text, tally="abducted").roles if r.role == "perpetrator"]
    assert named == ["The group", "a wing of the Delta gang"]


@pytest.mark.parametrize(
    "text",
    [
        "Saturday's attempt to free a prisoner near Tame ended with eight gunmen dead.\n\nThree officers were hurt.",
        "A bid to free a prisoner near Tame on Saturday left eight gunmen dead.\n\nThree officers were hurt.",
        "Police in Tame are looking for the gunmen behind Saturday's attack on a bar.\n\nThree officers were hurt.",
    ],
)
def test_a_fight_named_in_passing_dates_what_fell_in_it(text: str) -> None:
    when = the_claim(text, tally="wounded").when
    assert when is not None
    assert [found.first for found in when.ranges] == [date(2024, 3, 23)]


def test_captives_named_in_passing_do_not_date_the_news() -> None:
    text = "Troops have freed 16 hostages, adding to the 42 released on Saturday.\n\nThree officers were hurt."
    when = the_claim(text, tally="wounded").when
    assert when is None or when.ranges[0].first != date(2024, 3, 23)


def test_what_is_told_in_a_row_behind_after_is_of_one_day() -> None:
    text = "Soldiers arrived on Sunday, two days after gunmen took nine people and killed a guard."
    when = the_claim(text, tally="killed").when
    assert when is not None
    assert [found.first for found in when.ranges] == [date(2024, 3, 22)]


def test_a_trial_that_is_to_come() -> None:
    when = the_claim("The elder brother goes on trial in May on weapons charges.", event="trial").when
    assert when is not None
    assert when.ranges[0].first == date(2024, 5, 1)
