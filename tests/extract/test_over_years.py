"""What only years of violence add up to is no incident's toll. Everything told here is invented."""

from __future__ import annotations

import pytest
from tests.extract.reading import claims, read, the_claim


def is_sum(text: str, tally: str) -> bool:
    """Tell whether the only figure that feeds ``tally`` adds up several incidents."""
    claim = the_claim(text, tally=tally)
    return next(account.aggregate for account in read(text).accounts if account.id == claim.account)


@pytest.mark.parametrize(
    ("text", "tally"),
    [
        ("Quintana's war on the gangs has left 41,000 people dead.", "killed"),
        ("The farmers' leader counted 40,000 deaths in his term.", "killed"),
        ("Some 26,000 people have disappeared.", "missing"),
        ("La dirigente contó 40 mil muertes en su mandato.", "killed"),
        ("Hay 30 mil desaparecidos, recordó la madre de uno de ellos.", "missing"),
        ("El conflicto armado dejó 800 muertos.", "killed"),
        ("La guerra entre las pandillas ha dejado 900 muertos.", "killed"),
    ],
)
def test_a_figure_of_years(text: str, tally: str) -> None:
    assert is_sum(text, tally)


@pytest.mark.parametrize(
    ("text", "tally"),
    [
        ("More than 1,500 people were killed on Sunday in the raid on Altagracia.", "killed"),
        ("El conflicto entre dos comunidades dejó tres muertos el lunes en Zarzal.", "killed"),
        ("Gunmen killed 60 villagers in Altagracia.", "killed"),
        ("The government sent 10,000 soldiers to Zarzal on Monday.", "deployed"),
        ("El ataque del domingo obligó a huir a 12 mil personas de Zarzal.", "displaced"),
    ],
)
def test_a_figure_of_one_incident(text: str, tally: str) -> None:
    assert not is_sum(text, tally)


@pytest.mark.parametrize(
    ("text", "tally", "news"),
    [
        ("Gunmen killed 60 villagers in Altagracia, in a conflict that has left 50,000 dead.", "killed", 60),
        ("In an insurgency that has killed 20,000, militants abducted 110 girls in Altagracia.", "abducted", 110),
    ],
)
def test_the_news_beside_it_is_not(text: str, tally: str, news: int) -> None:
    sums = {account.id for account in read(text).accounts if account.aggregate}
    told = [c for c in claims(text, tally=tally) if c.figure is not None and c.figure.count.at_least == news]
    assert [claim.account in sums for claim in told] == [False]


def test_thousands_beside_it_are_of_the_same_years() -> None:
    text = "La guerra dejó más de 60 mil muertos, dos mil heridos y miles de desplazados, dijo la dirigente."
    assert read(text).claims
    assert all(account.aggregate for account in read(text).accounts)


def test_a_title_is_read_where_the_text_gives_nothing_but_sums() -> None:
    text = "Una maestra recordó ayer las 41 mil muertes de estos años y pidió cerrar las cantinas."
    told = read(text, "Asesinan a tres meseros en la cantina El Palomar").claims
    assert ("killed", 3, "title") in [(c.tally, c.figure.count.at_least, c.quote.field) for c in told if c.figure]
