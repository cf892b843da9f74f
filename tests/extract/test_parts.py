"""Parts of a total, increments on top of one, running totals, and aggregates over a year or a country."""

from __future__ import annotations

import pytest
from tests.extract.reading import claims, figures, read, the_claim

# text, tally, the total, its parts
WHOLES: tuple[tuple[str, str, int, list[int]], ...] = (
    ("Officials said 58 people were freed, including 36 adults and 22 children.", "freed", 58, [36, 22]),
    ("Gunmen kidnapped 66 people, among them 18 women.", "abducted", 66, [18]),
    ("Gunmen kidnapped 66 people, including 18 women and 20 children.", "abducted", 66, [18, 20]),
    ("The attack killed nine people, including two police officers.", "killed", 9, [2]),
    ("Nine people were killed, two of them police officers.", "killed", 9, [2]),
    ("Nine people were killed, three of whom were children.", "killed", 9, [3]),
    ("Fueron liberadas 58 personas, entre ellas 36 adultos y 22 menores.", "freed", 58, [36, 22]),
    ("Sicarios secuestraron a 66 personas, entre ellas 18 mujeres.", "abducted", 66, [18]),
    ("Sicarios secuestraron a 66 personas, incluidas 18 mujeres y 20 niños.", "abducted", 66, [18, 20]),
    ("El ataque dejó nueve muertos, entre ellos dos policías.", "killed", 9, [2]),
    ("Nueve personas murieron, de las cuales tres eran niños.", "killed", 9, [3]),
    ("Nueve personas fueron asesinadas, incluidos dos policías.", "killed", 9, [2]),
)

# text, tally, number, scope
SCOPES: tuple[tuple[str, str, int, str | None], ...] = (
    ("Another 16 hostages were freed on Sunday.", "freed", 16, "increment"),
    ("Sixteen more hostages were freed on Sunday.", "freed", 16, "increment"),
    ("An additional 16 hostages were freed on Sunday.", "freed", 16, "increment"),
    ("So far, 58 hostages have been freed.", "freed", 58, "total"),
    ("A total of 58 hostages have been freed.", "freed", 58, "total"),
    ("In all, 58 hostages were freed.", "freed", 58, "total"),
    ("The death toll rose to 19.", "killed", 19, "total"),
    ("Gunmen kidnapped 15 people in Culiacán.", "abducted", 15, None),
    ("Otros 16 rehenes fueron liberados el domingo.", "freed", 16, "increment"),
    ("Fueron liberados 16 rehenes más el domingo.", "freed", 16, "increment"),
    ("Hasta el momento han sido liberados 58 rehenes.", "freed", 58, "total"),
    ("Un total de 58 rehenes han sido liberados.", "freed", 58, "total"),
    ("En total, 58 rehenes fueron liberados.", "freed", 58, "total"),
    ("Sicarios secuestraron a 15 personas en Culiacán.", "abducted", 15, None),
    ("More than 2,000 people have been killed in Sinaloa so far this year.", "killed", 2001, "aggregate"),
    ("Since the start of the year, 2,000 people have been killed in Sinaloa.", "killed", 2000, "aggregate"),
    ("En lo que va del año han sido asesinadas 2.000 personas en Sinaloa.", "killed", 2000, "aggregate"),
    ("Desde 2006 han desaparecido más de 100.000 personas en México.", "missing", 100001, "aggregate"),
)


@pytest.mark.parametrize(("text", "tally", "total", "parts"), WHOLES)
def test_parts_point_to_the_total(text: str, tally: str, total: int, parts: list[int]) -> None:
    found = [c for c in claims(text, tally=tally) if c.figure is not None]
    whole = [c for c in found if c.scope != "part"]
    pieces = [c for c in found if c.scope == "part"]
    assert [c.figure.count.at_least for c in whole if c.figure] == [total], figures(text)
    assert [c.figure.count.at_least for c in pieces if c.figure] == parts, figures(text)
    assert {c.part_of for c in pieces} == {whole[0].id}


@pytest.mark.parametrize(("text", "tally", "number", "scope"), SCOPES)
def test_scope(text: str, tally: str, number: int, scope: str | None) -> None:
    claim = the_claim(text, tally=tally)
    assert claim.figure is not None
    assert (claim.figure.count.at_least, claim.scope) == (number, scope)


@pytest.mark.parametrize("text", [case[0] for case in SCOPES if case[3] == "aggregate"])
def test_an_aggregate_is_kept_in_an_account_that_says_so(text: str) -> None:
    account = next(a for a in read(text).accounts for c in a.claims if c.figure is not None)
    assert account.aggregate


@pytest.mark.parametrize("text", [case[0] for case in SCOPES if case[3] == "total"])
def test_a_running_total_is_no_aggregate(text: str) -> None:
    assert [a.aggregate for a in read(text).accounts] == [False]


def test_an_increment_and_what_it_adds_to() -> None:
    text = "Kidnappers released 16 people on Sunday, adding to the 42 released the day before."
    assert sorted(figures(text)) == [("freed", 16), ("freed", 42)]


def test_an_increment_and_the_new_total() -> None:
    text = "Another 16 people were freed on Sunday, bringing the total to 58."
    assert [(c.figure.count.at_least, c.scope) for c in claims(text, tally="freed") if c.figure] == [
        (16, "increment"),
        (58, "total"),
    ]


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("Officials had said 129 people were kidnapped.", 129),
        ("The army initially said 129 people were kidnapped.", 129),
        ("Las autoridades habían dicho que 129 personas fueron secuestradas.", 129),
    ],
)
def test_a_figure_that_the_report_withdraws_is_retired(text: str, number: int) -> None:
    claim = the_claim(text, tally="abducted")
    assert claim.figure is not None
    assert (claim.figure.count.at_least, claim.retired) == (number, True)


@pytest.mark.parametrize(
    ("text", "part"),
    [
        ("Nine people were killed in Celaya on Saturday. Two of the dead were minors.", ("killed", 2)),
        ("Nine people were killed in Celaya on Saturday. Two of the victims were minors.", ("killed", 2)),
        ("Marines rescued 59 captives near Celaya. Twenty-six of them were children.", ("freed", 26)),
        ("Gunmen wounded nine people in Celaya. The victims included two minors.", ("wounded", 2)),
    ],
)
def test_some_are_told_apart_in_a_sentence_of_their_own(text: str, part: tuple[str, int]) -> None:
    told = [(c.tally, c.figure.count.exact, c.scope) for c in claims(text) if c.figure is not None]
    assert (*part, "part") in told


@pytest.mark.parametrize(
    "text",
    [
        "The team lost nine players. Two of them were goalkeepers.",
        "Nine people were killed in Celaya on Saturday. Two of them were arrested in May.",
        "Nine people were killed in Celaya on Saturday. Twenty of the hotels were closed.",
    ],
)
def test_no_part_of_the_dead(text: str) -> None:
    assert not [c for c in claims(text, tally="killed") if c.scope == "part"]


def test_a_list_of_arms_has_no_parts() -> None:
    told = claims("The haul included 17 rifles, two pistols and six motorcycles.", tally="seized")
    assert [(c.figure.count.exact, c.scope) for c in told if c.figure] == [(17, None), (2, None), (6, None)]


def test_those_kidnapped_and_killed_in_one_breath_were_all_taken() -> None:
    both = claims("He was jailed for the kidnapping and murder of five students.", tally="abducted")
    some = claims("Nine kidnapped farmers were killed.", tally="abducted")
    assert [c.scope for c in both] == [None]
    assert [c.scope for c in some] == ["part"]
