"""What readers of news commonly get wrong: look-alikes, shared verbs, embedded clauses, figures of something else."""

from __future__ import annotations

import pytest
from tests.extract.reading import claims, figures, told

# text, every figure in it (tally, lower bound), in any order
EXACTLY: tuple[tuple[str, list[tuple[str, int]]], ...] = (
    # Distances, sums, shares, dates and clocks beside a figure.
    ("Gunmen killed five people 40 kilometres from Tula at 9:30 on March 24.", [("killed", 5)]),
    ("Sicarios mataron a cinco personas a 40 kilómetros de Tula a las 9:30 horas.", [("killed", 5)]),
    ("Los homicidios aumentaron 12 por ciento en Sinaloa.", []),
    ("Kidnappers who demanded $30,000 released the two nurses on Friday.", [("freed", 2)]),
    ("Police arrested two men carrying 300 kilos of cocaine in Tepic.", [("arrested", 2)]),
    # One verb for two figures, two verbs for one.
    ("Gunmen killed two guards and wounded four others in Tula.", [("killed", 2), ("wounded", 4)]),
    ("Sicarios mataron a dos guardias e hirieron a otros cuatro en Tula.", [("killed", 2), ("wounded", 4)]),
    # Those who are counted stand far from the verb.
    ("Three farmers from the village of Las Joyas, in the hills above Cosalá, were kidnapped.", [("abducted", 3)]),
    ("Tres campesinos de la comunidad de Las Joyas, en la sierra de Cosalá, fueron secuestrados.", [("abducted", 3)]),
    ("Among those freed were nine children.", [("freed", 9)]),
    ("El lunes fueron hallados con vida los cuatro turistas secuestrados.", [("freed", 4)]),
    # Nouns of the event.
    ("The kidnapping of 66 people shook Culiacán on Friday.", [("abducted", 66)]),
    ("The killing of two priests in Cerocahui was condemned.", [("killed", 2)]),
    ("The arrest of four officers in Tepic came on Monday.", [("arrested", 4)]),
    ("El secuestro de 66 personas sacudió a Culiacán el viernes.", [("abducted", 66)]),
    ("La detención de cuatro policías en Tepic ocurrió el lunes.", [("arrested", 4)]),
    ("La liberación de los 12 rehenes se dio el domingo.", [("freed", 12)]),
    # Neither side of these has been hurt.
    ("Two soldiers killed time in Tula before the parade.", []),
    ("Dos médicos atendieron a los heridos en Tula.", []),
    ("Thirty relatives of the missing marched in Tula.", []),
    ("Treinta familiares de los desaparecidos marcharon en Tula.", []),
    ("Dozens of neighbours protested against the kidnapping in Tula.", []),
    ("Decenas de vecinos protestaron contra el secuestro en Tula.", []),
    ("The army rewarded 20 soldiers who had taken part in the rescue.", []),
    ("La Fiscalía investiga a 20 policías por el secuestro en Tula.", []),
)

# text, tally, who did it (a part of the words)
BLAMED: tuple[tuple[str, str, str], ...] = (
    ("Members of the Gulf Cartel kidnapped nine people in Tula.", "abducted", "Members of the Gulf Cartel"),
    ("Nine people were kidnapped by members of the Gulf Cartel.", "abducted", "members of the Gulf Cartel"),
    ("Integrantes del Cártel del Golfo secuestraron a nueve personas.", "abducted", "Integrantes del Cártel del Golfo"),
    ("Nueve personas fueron secuestradas por un grupo armado en Tula.", "abducted", "un grupo armado"),
    ("Soldiers arrested Ernesto Vidales in Tula.", "arrested", "Soldiers"),
    ("Elementos de la Marina detuvieron a Ernesto Vidales.", "arrested", "Elementos de la Marina"),
)


@pytest.mark.parametrize(("text", "expected"), EXACTLY)
def test_these_figures_and_no_others(text: str, expected: list[tuple[str, int]]) -> None:
    # The taking that a word for captives recalls ("hostages") may be told beside their fate.
    recalled = {("abducted", number) for tally, number in expected if tally == "freed"}
    found = [f for f in figures(text) if f in expected or f not in recalled]
    assert sorted(found) == sorted(expected), told(text)


@pytest.mark.parametrize(("text", "tally", "who"), BLAMED)
def test_who_is_blamed(text: str, tally: str, who: str) -> None:
    doers = [r.text for c in claims(text, tally=tally) for r in c.roles if r.role in {"perpetrator", "authority"}]
    assert [who in words for words in doers] == [True], told(text)


@pytest.mark.parametrize(
    ("text", "side", "number"),
    [
        ("Twelve suspected cartel members and a National Guard member were killed in La Lima.", "state", 1),
        ("Twelve suspected cartel members and a National Guard member were killed in La Lima.", "armed_group", 12),
        ("Murieron 12 presuntos sicarios y un elemento de la Guardia Nacional en La Lima.", "state", 1),
        ("Murieron 12 presuntos sicarios y un elemento de la Guardia Nacional en La Lima.", "armed_group", 12),
        ("The clash left two soldiers wounded and nine gunmen dead.", "armed_group", 9),
        ("El enfrentamiento dejó dos soldados heridos y nueve sicarios muertos.", "armed_group", 9),
    ],
)
def test_each_side_keeps_its_own_dead(text: str, side: str, number: int) -> None:
    dead = [c for c in claims(text, tally="killed") if c.counted.side == side]
    assert [c.figure.count.at_least for c in dead if c.figure] == [number], told(text)


@pytest.mark.parametrize(
    "text",
    [
        "GUNMEN KIDNAPPED 15 PEOPLE IN CULIACÁN, OFFICIALS SAID.",
        "SECUESTRAN A 15 PERSONAS EN CULIACÁN, INFORMA LA FISCALÍA.",
        "gunmen kidnapped 15 people in culiacan",
        "Gunmen kidnapped “15 people” in Culiacán.",
        "Gunmen kidnapped 15 people in Culiacán – police.",
        "Hombres armados secuestraron a 15 personas en Culiacan, segun la fiscalia.",
    ],
)
def test_capitals_missing_accents_and_quotes_hide_nothing(text: str) -> None:
    assert figures(text) == [("abducted", 15)], told(text)
