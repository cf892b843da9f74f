"""What a report is about lets words speak of an event that alone they do not tell."""

from __future__ import annotations

import pytest
from tests.extract.reading import claims

from recuento.lexicon.topics import topics_in
from recuento.model.document import Language


@pytest.mark.parametrize(
    ("text", "language", "found"),
    [
        ("Gunmen kidnapped nine miners.", "en", {"captivity", "shooting"}),
        ("The KIDNAPPERS called.", "en", {"captivity"}),
        ("Nine miners came home.", "en", set()),
        ("Los captores llamaron.", "es", {"captivity"}),
        ("Nueve mineros volvieron a casa.", "es", set()),
    ],
)
def test_the_topics_of_a_text(text: str, language: Language, found: set[str]) -> None:
    assert topics_in(text, language) == found


@pytest.mark.parametrize(
    ("scene", "words", "freed"),
    [
        ("Gunmen kidnapped 20 miners on Sunday.", "Six came home on Tuesday.", 6),
        ("Secuestraron a veinte mineros el lunes.", "Seis volvieron a sus casas el martes.", 6),
    ],
)
def test_who_comes_home_is_freed_where_people_were_taken(scene: str, words: str, freed: int) -> None:
    counted = [c.figure.count.exact for c in claims(f"{scene} {words}") if c.tally == "freed" and c.figure]
    assert counted == [freed]
    assert not [c for c in claims(words) if c.tally == "freed"]
