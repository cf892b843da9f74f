"""What points at another story is none of the report's: no town, day or figure comes from it."""

from __future__ import annotations

from datetime import date

import pytest

from recuento.annotate.sentences import split_sentences
from recuento.pipeline import code_text

PUBLISHED = date(2024, 3, 26)

POINTERS = (
    "(Te puede interesar: Nueve muertos en Manta el lunes)",
    "LEA TAMBIÉN: Hallan 14 cuerpos en Tecomán",
    "[Lea además: Matan a dos en Manta. Hay cinco heridos]",
    "(RELATED: Nine killed in Manta on Monday)",
    "► No te pierdas: Matan a dos en Tecomán",
    "(Además: Los Cuervos disparan los homicidios en Tecomán)",
)


@pytest.mark.parametrize("pointer", POINTERS)
@pytest.mark.parametrize("joint", ["\n\n{}\n\n", " {}\n\n"])
def test_a_pointer_sets_no_place(pointer: str, joint: str) -> None:
    told = "Cuatro militares murieron el domingo en Huaquillas." + joint.format(pointer)
    claims = code_text(told + "La Policía incautó 26 fusiles.", published_on=PUBLISHED).claims
    assert [(c.event, c.where and c.where.place.name) for c in claims] == [
        ("killing", "Huaquillas"),
        ("seizure", "Huaquillas"),
    ]
    assert len({str(c.when and c.when.ranges) for c in claims}) == 1


def test_a_pointer_ends_where_its_bracket_closes() -> None:
    text = "Four men died. (Read more: Nine killed (in Manta)) Police seized two rifles."
    assert [(s.span.of(text), s.kind) for s in split_sentences(text)] == [
        ("Four men died.", "prose"),
        ("(Read more: Nine killed (in Manta))", "related"),
        ("Police seized two rifles.", "prose"),
    ]


def test_the_text_goes_on_behind_a_pointer() -> None:
    text = "Uno murió.\n\nLea también: Otro caso\n\nDos huyeron."
    assert [s.paragraph for s in split_sentences(text)] == [0, 0, 1]


def test_an_aside_in_brackets_is_prose() -> None:
    text = "Hubo un ataque. (Dos murieron en Manta.) La Policía incautó 26 fusiles."
    assert [s.kind for s in split_sentences(text)] == ["prose", "prose", "prose"]
