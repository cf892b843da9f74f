"""A figure told again without an event: withdrawn, or given as the count."""

from __future__ import annotations

import pytest
from tests.extract.reading import claims, figures

WITHDRAWN = (
    ("Gunmen abducted 110 girls from a school. Officials had said 129.", "abducted", 129),
    ("El ataque dejó 12 muertos, según la fiscalía. Un balance anterior hablaba de 15.", "killed", 15),
    ("Secuestraron a 30 personas el lunes. Inicialmente se había informado de 25.", "abducted", 25),
)

COUNTS = (
    ("The army said 121 students were freed. But the principal put the number at 14.", "freed", 14),
    ("Murieron 12 personas. La cifra final es de 14, dijo el alcalde.", "killed", 14),
)


@pytest.mark.parametrize(("text", "tally", "count"), WITHDRAWN)
def test_a_withdrawn_figure_is_kept_and_marked(text: str, tally: str, count: int) -> None:
    found = claims(text, tally=tally)
    assert [(c.figure.count.exact, c.retired) for c in found if c.figure is not None][1] == (count, True)


@pytest.mark.parametrize(("text", "tally", "count"), COUNTS)
def test_a_count_given_anew_is_a_total_of_the_same_tally(text: str, tally: str, count: int) -> None:
    last = claims(text, tally=tally)[-1]
    assert last.figure is not None
    assert (last.figure.count.exact, last.scope, last.retired) == (count, "total", False)


def test_a_count_of_something_else_is_no_count_of_people() -> None:
    assert figures("Gunmen killed 12 people on Friday. The number of shops is 30.") == [("killed", 12)]


def test_the_figure_that_corrects_is_not_itself_withdrawn() -> None:
    found = claims("Autoridades habían informado de 11 muertos, pero corrigieron la cifra a nueve.", tally="killed")
    assert [(c.figure.count.exact, c.retired) for c in found if c.figure is not None] == [(11, True), (9, False)]
