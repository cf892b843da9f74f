"""What belongs to the clause beside: a speaker behind a clause, an aim before the verb, a day before the speaker."""

from __future__ import annotations

from datetime import date

import pytest
from tests.extract.reading import claims, figures, read, the_claim


def test_a_clause_that_opens_a_sentence_is_no_speaker() -> None:
    text = (
        "Luna is a cousin of Raúl Ortega, believed to be a hitman, the provincial police said in a statement. "
        "Three officers were injured."
    )
    assert [s.text for s in the_claim(text, tally="wounded").said_by] == ["the provincial police"]


def test_who_says_so_is_not_what_was_attacked() -> None:
    text = "Gunmen attacked a convoy on Saturday, the Sonora prosecutor's office said in a statement."
    assert [(r.role, r.text) for r in the_claim(text, event="attack").roles] == [
        ("perpetrator", "Gunmen"),
        ("target", "a convoy"),
    ]


@pytest.mark.parametrize(
    "text",
    [
        "Un comando atacó un convoy el sábado, informó la Fiscalía de Sonora en un comunicado.",
        "Un comando atacó a los custodios el sábado, dijo el alcalde.",
    ],
)
def test_a_day_before_a_comma_is_that_of_the_clause_not_of_saying(text: str) -> None:
    when = the_claim(text, event="attack").when
    assert when is not None
    assert [(r.first, r.after) for r in when.ranges] == [(date(2024, 3, 23), date(2024, 3, 24))]


@pytest.mark.parametrize(
    "text",
    [
        "To look for those still missing, the government has sent 450 Rangers commandos to the district.",
        "To find the captives still missing, the state has deployed 450 marines.",
    ],
)
def test_who_is_sent_to_find_the_missing_is_not_missing(text: str) -> None:
    assert figures(text) == [("deployed", 450)]


def test_kinds_that_both_joins_are_not_two() -> None:
    assert figures("Police seized 13 rifles, both FALs and AR-15s, and four trucks.") == [("seized", 13), ("seized", 4)]
    assert ("killed", 2) in figures("Ortega and Luna, both 17, died of gunshot wounds.")


def test_what_has_now_been_done_is_a_total() -> None:
    assert the_claim("Fifty people have now been freed, the minister told reporters.", tally="freed").scope == "total"


def test_forces_somewhere_act_behind_as() -> None:
    text = "A gendarme lost his life as security forces in the north rescued 11 people seized by gangs, officials said."
    assert [r.text for r in the_claim(text, event="rescue").roles if r.role == "authority"] == ["security forces"]


def test_an_hour_after_was_the_same_day() -> None:
    text = "Less than an hour after police arrested Raúl Luna on Saturday, gunmen attacked the station."
    assert {c.when.ranges[0].first for c in claims(text) if c.when} == {date(2024, 3, 23)}


def test_claims_stand_in_the_order_of_their_own_words() -> None:
    text = "Its leader, Raúl Luna, was convicted of racketeering in 2018 and jailed for 25 years."
    assert [c.event for c in read(text).claims] == ["conviction", "sentence"]


def test_a_speaker_put_in_between_is_no_verb_of_the_subject() -> None:
    escape = the_claim("Otros cinco agresores, agrega el documento, huyeron hacia el monte.", tally="escaped")
    assert escape.figure is not None
    assert escape.figure.count.exact == 5
    assert [s.text for s in escape.said_by] == ["el documento"]


@pytest.mark.parametrize(
    "text",
    [
        "Soldados sacaron a otros 23 de una finca.",
        "Comisiones de la Policía Nacional sacaron a 23 personas de una hacienda abandonada.",
    ],
)
def test_whom_forces_bring_out_of_a_farm_is_rescued(text: str) -> None:
    assert figures(text) == [("freed", 23)]


def test_whom_forces_drive_out_of_a_farm_is_not() -> None:
    assert not claims("La policía sacó a cinco manifestantes de una hacienda.", event="rescue")


def test_a_group_takes_on_what_it_did_wherever_it_says_so() -> None:
    text = "Una fracción de Los Zorros asumió en un video la autoría del plagio de 45 personas."
    assert [r.text for r in the_claim(text, event="claim_of_responsibility").roles if r.role == "claimant"] == [
        "Una fracción de Los Zorros"
    ]


def test_years_of_those_that_somebody_got_are_years() -> None:
    assert not figures("No llegó a cumplir dos años de los tres que le dieron por lavado de activos.")


def test_a_day_after_what_has_none_is_no_day_to_come() -> None:
    text = "Un sargento murió. Un día después, los captores soltaron a 23 rehenes."
    assert [c.when for c in claims(text, tally="freed")] == [None]


def test_a_day_that_others_are_counted_from_is_that_of_the_main_verb() -> None:
    text = "Soldiers freed 23 villagers held by a gang on Saturday, one day after 31 others were let go."
    days = {
        c.figure.count.exact: c.when.ranges[0].first.day for c in claims(text, tally="freed") if c.figure and c.when
    }
    assert days == {23: 23, 31: 22}


def test_a_quarter_of_an_hour_earlier_is_no_day_of_the_report() -> None:
    text = "Police had detained Raúl Luna only a quarter of an hour earlier when gunmen attacked a convoy on Saturday."
    assert {c.when.ranges[0].first for c in claims(text) if c.when} == {date(2024, 3, 23)}


def test_a_scale_is_nobody() -> None:
    assert not figures("The gang put its name to a kidnapping on this scale.")


def test_a_number_before_the_verb_is_counted_beside_its_parts_behind_it() -> None:
    text = "De ellas, 42 ya fueron localizadas, 24 adultos y 18 menores, y 24 siguen desaparecidas."
    assert figures(text) == [("freed", 42), ("freed", 24), ("freed", 18), ("missing", 24)]


def test_a_term_without_its_years_is_a_term() -> None:
    assert not figures("Cumplió menos de tres años de una condena de cuatro por lavado de activos.")
    assert figures("Cuatro sicarios recibieron una condena de 30 años por homicidio.") == [("sentenced", 4)]


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("Four officers were wounded, as were two civilians.", [("wounded", 4), ("wounded", 2)]),
        (
            "Nine rifles and 400 rounds were seized, as was a pickup truck.",
            [("seized", 9), ("seized", 400), ("seized", 1)],
        ),
    ],
)
def test_what_follows_as_were_is_joined(text: str, told: list[tuple[str, int]]) -> None:
    assert figures(text) == told


def test_whom_a_fight_ended_with_was_caught_on_its_day() -> None:
    text = "Raúl Luna fled on Saturday. The army captured Ana Ortega following a gunfight back in January."
    (arrest,) = claims(text, event="arrest")
    assert arrest.background
    assert arrest.when is not None
    assert [(r.first, r.after) for r in arrest.when.ranges] == [(date(2024, 1, 1), date(2024, 2, 1))]
