"""A report of very many scenes, such as a police blotter, costs in proportion to its length."""

from __future__ import annotations

from cProfile import Profile
from datetime import date

import pytest

from recuento.pipeline import code_text

_STREETS = ("Larkin", "Oak", "Mill", "Pine", "Walnut", "Cedar", "Hill")
_TOWNS = ("Laredo", "Houston", "Dallas", "Austin", "El Paso")
_SCENES = {
    "towns": (
        "{n} men were shot dead in the {b}00 block of {s} Street in {t} on Sunday, police said.",
        "Officers arrested {n} suspects in {t} after a robbery. The gunmen had wounded a clerk.",
        "{n} people were kidnapped from a home in {t} on Monday, the sheriff's office said.",
        "Armed men attacked a patrol in {t}, killing {n} officers.",
    ),
    "one town": (
        "A man was shot dead in the {b}00 block of {s} Street.",
        "At 3:40 a.m., two teenagers were wounded in the {s} neighborhood, police said.",
        "The gunmen fled. Officers arrested {n} suspects.",
        "The driver was killed.",
    ),
    "pueblos": (
        "{n} hombres fueron asesinados a balazos en la colonia {s}, informó la policía.",
        "Un grupo armado hirió a {n} personas, dijo la fiscalía.",
        "Los militares detuvieron a {n} sospechosos y aseguraron dos fusiles.",
        "{n} personas fueron secuestradas el lunes, según la Fiscalía General del Estado.",
    ),
}


def _blotter(scenes: tuple[str, ...], count: int) -> str:
    told = (
        scenes[i % len(scenes)].format(
            n=2 + i % 11, b=1 + i % 83, s=_STREETS[i % len(_STREETS)], t=_TOWNS[i % len(_TOWNS)]
        )
        for i in range(count)
    )
    return "\n\n".join(told)


def _calls(text: str) -> tuple[int, int]:
    """Return how many functions and generators reading ``text`` enters, and how many claims it gives."""
    profile = Profile()
    coding = profile.runcall(code_text, text, published_on=date(2024, 3, 26))
    return sum(entry.callcount for entry in profile.getstats()), len(coding.claims)


@pytest.mark.parametrize("kind", sorted(_SCENES))
def test_four_times_as_many_scenes_cost_about_four_times_as_much(kind: str) -> None:
    code_text(_blotter(_SCENES[kind], 20), published_on=date(2024, 3, 26))  # the words are read from disk once
    few, told = _calls(_blotter(_SCENES[kind], 40))
    many, told_of_many = _calls(_blotter(_SCENES[kind], 160))
    assert told_of_many > 2 * told > 40
    assert many < 5.2 * few
