"""Names of venues."""

from __future__ import annotations

import pytest

from recuento.extract.venues import venues_in
from recuento.model import Span
from recuento.model.document import Language


@pytest.mark.parametrize(
    ("text", "language", "names"),
    [
        ("el ataque al casino Mirador del Río dejó dos heridos", "es", ("mirador del rio",)),
        ("en el bar “La Palapa Azul” y en la escuela primaria Sor Juana", "es", ("la palapa azul", "sor juana")),
        ("at the Palomar nightclub and at Casino Mirador", "en", ("mirador", "palomar")),
        ("the Girls' Grammar Secondary School", "en", ("girls' grammar secondary",)),
        ("un bar de la ciudad", "es", ()),
        ("The school was closed", "en", ()),
        ("EN EL BAR PALOMAR", "es", ()),
    ],
)
def test_a_venue_is_named_with_its_noun(text: str, language: Language, names: tuple[str, ...]) -> None:
    assert venues_in(text, language) == names


def test_the_town_is_no_part_of_the_name() -> None:
    text = "el casino Mirador de Tuxpan"
    assert venues_in(text, "es", [Span(text.index("Tuxpan"), len(text))]) == ("mirador",)
    assert venues_in("the Tuxpan school", "en", [Span(4, 10)]) == ()
