"""Who did it to whom, in every voice in which news is written."""

from __future__ import annotations

import pytest
from tests.extract.reading import claims, the_claim, the_figure

# text, tally, number
ENGLISH: tuple[tuple[str, str, int], ...] = (
    ("Gunmen killed six farmers in Cosalá.", "killed", 6),
    ("Six farmers were killed by gunmen in Cosalá.", "killed", 6),
    ("Six farmers killed in Cosalá ambush", "killed", 6),
    ("Six farmers were shot dead in Cosalá.", "killed", 6),
    ("Six farmers died in the attack in Cosalá.", "killed", 6),
    ("The gunmen who kidnapped six farmers fled to Durango.", "abducted", 6),
    ("The six farmers, who were kidnapped on Friday, are from Cosalá.", "abducted", 6),
    ("The 42 released on Saturday returned to their families.", "freed", 42),
    ("Of the hostages, 42 have been released.", "freed", 42),
    ("Soldiers managed to rescue nine hostages in Cosalá.", "freed", 9),
    ("Gunmen stormed the village and kidnapped nine people.", "abducted", 9),
    ("Nine people had been kidnapped from their homes.", "abducted", 9),
    ("Gunmen opened fire on a bar, killing seven people.", "killed", 7),
    ("Seven people were killed and four were wounded in Celaya.", "killed", 7),
    ("Police in Tepic arrested four suspects on Monday.", "arrested", 4),
    ("Four suspects were taken into custody in Tepic.", "arrested", 4),
    ("Four men accused of extortion were arrested in Tepic.", "arrested", 4),
    ("GUNMEN KILLED SIX FARMERS IN COSALÁ ON FRIDAY.", "killed", 6),
    ("Three inmates escaped from the prison in Cieneguillas.", "escaped", 3),
    ("Three hundred soldiers were deployed to Culiacán.", "deployed", 300),
    ("The army sent 300 soldiers to Culiacán.", "deployed", 300),
    ("Six farmers lost their lives in the attack in Cosalá.", "killed", 6),
    ("The attack claimed the lives of six farmers.", "killed", 6),
)
SPANISH: tuple[tuple[str, str, int], ...] = (
    ("Sicarios mataron a seis campesinos en Cosalá.", "killed", 6),
    ("Seis campesinos fueron asesinados por sicarios en Cosalá.", "killed", 6),
    ("Murieron seis campesinos en Cosalá.", "killed", 6),
    ("En el ataque murieron seis personas.", "killed", 6),
    ("Resultaron heridas cuatro personas en Celaya.", "wounded", 4),
    ("Cuatro personas resultaron heridas en Celaya.", "wounded", 4),
    ("Se aseguraron 88 armas en la bodega de Tepic.", "seized", 88),
    ("Fueron aseguradas 88 armas en la bodega de Tepic.", "seized", 88),
    ("Los sicarios que secuestraron a seis campesinos huyeron.", "abducted", 6),
    ("Las 42 personas liberadas el sábado volvieron a sus casas.", "freed", 42),
    ("Han sido liberadas 42 personas en Culiacán.", "freed", 42),
    ("Hombres armados se llevaron a nueve personas de sus casas.", "abducted", 9),
    ("Fueron privadas de la libertad nueve personas en Culiacán.", "abducted", 9),
    ("Hombres armados irrumpieron en la fiesta y mataron a siete jóvenes.", "killed", 7),
    ("La policía detuvo a cuatro sospechosos en Tepic.", "arrested", 4),
    ("Fueron detenidos cuatro sospechosos en Tepic.", "arrested", 4),
    ("Detienen a cuatro sospechosos en Tepic", "arrested", 4),
    ("Matan a seis campesinos en Cosalá", "killed", 6),
    ("Asesinan a balazos a dos policías en Tepic", "killed", 2),
    ("SICARIOS MATARON A SEIS CAMPESINOS EN COSALA.", "killed", 6),
    ("Tres reos se fugaron del penal de Cieneguillas.", "escaped", 3),
    ("El Ejército desplegó a 300 soldados en Culiacán.", "deployed", 300),
    ("Seis campesinos perdieron la vida en el ataque.", "killed", 6),
    ("Soldados rescataron a nueve rehenes en Cosalá.", "freed", 9),
)

# text, tally, perpetrator or authority as said, target as said
PARTIES: tuple[tuple[str, str, str, str], ...] = (
    ("Gunmen killed six farmers on Friday.", "killed", "Gunmen", "six farmers"),
    ("Six farmers were killed by gunmen on Friday.", "killed", "gunmen", "Six farmers"),
    ("The gunmen who kidnapped six farmers fled.", "abducted", "gunmen", "six farmers"),
    ("Gunmen stormed the village and kidnapped nine people.", "abducted", "Gunmen", "nine people"),
    ("Sicarios mataron a seis campesinos el viernes.", "killed", "Sicarios", "seis campesinos"),
    ("Seis campesinos fueron asesinados por sicarios.", "killed", "sicarios", "Seis campesinos"),
    ("Hombres armados secuestraron a nueve personas.", "abducted", "Hombres armados", "nueve personas"),
    ("Police arrested four suspects on Monday.", "arrested", "Police", "four suspects"),
    ("Four suspects were arrested by soldiers on Monday.", "arrested", "soldiers", "Four suspects"),
    ("Cuatro sospechosos fueron detenidos por soldados.", "arrested", "soldados", "Cuatro sospechosos"),
    ("Dos policías murieron a manos de sicarios en Tula.", "killed", "sicarios", "Dos policías"),
)

# text, tally, how
HOWS = (
    ("Kidnappers released 12 hostages on Friday.", "released"),
    ("Soldiers rescued 12 hostages on Friday.", "rescued"),
    ("Twelve hostages escaped from their captors on Friday.", "escaped"),
    ("Los secuestradores liberaron a 12 rehenes.", "released"),
    ("Soldados rescataron a 12 rehenes.", "rescued"),
    ("Doce rehenes escaparon de sus captores.", "escaped"),
)


@pytest.mark.parametrize(("text", "tally", "number"), ENGLISH + SPANISH)
def test_the_figure_is_found_in_every_voice(text: str, tally: str, number: int) -> None:
    assert the_figure(text, tally) == (number, number)


@pytest.mark.parametrize(("text", "tally", "agent", "patient"), PARTIES)
def test_who_did_it_to_whom(text: str, tally: str, agent: str, patient: str) -> None:
    roles = the_claim(text, tally=tally).roles
    doers = [r.text for r in roles if r.role in {"perpetrator", "authority"}]
    sufferers = [r.text for r in roles if r.role in {"target", "beneficiary"}]
    assert [agent in words for words in doers] == [True]
    assert [patient in words for words in sufferers] == [True]


@pytest.mark.parametrize(("text", "how"), HOWS)
def test_how_captives_came_free(text: str, how: str) -> None:
    claim = the_claim(text, tally="freed")
    assert (claim.how, claim.figure.count.exact if claim.figure else None) == (how, 12)


@pytest.mark.parametrize(
    "text",
    ["Six farmers were killed in Cosalá.", "Seis campesinos fueron asesinados en Cosalá.", "Murieron seis personas."],
)
def test_nobody_is_blamed_where_nobody_is_named(text: str) -> None:
    assert [r.text for c in claims(text, tally="killed") for r in c.roles if r.role == "perpetrator"] == []


@pytest.mark.parametrize(
    "text",
    ["Twelve inmates escaped from the prison in Puente Grande.", "Doce reos se fugaron del penal de Puente Grande."],
)
def test_breaking_out_of_prison_frees_no_captive(text: str) -> None:
    assert claims(text, tally="freed") == []


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("Gunmen abducted and murdered 12 miners on Monday.", {("abducted", 12), ("killed", 12)}),
        ("Gunmen kidnapped and killed the mayor on Monday.", {("abducted", 1), ("killed", 1)}),
        ("Gunmen abducted, tortured and murdered a teacher.", {("abducted", 1), ("killed", 1)}),
    ],
)
def test_verbs_tied_by_and_share_who_does_it_and_to_whom(text: str, told: set[tuple[str, int]]) -> None:
    found = [c for c in claims(text) if c.tally is not None and c.figure is not None]
    assert {(c.tally, c.figure.count.at_least) for c in found if c.figure is not None} == told
    assert {role.text for c in claims(text) for role in c.roles if role.role == "perpetrator"} == {"Gunmen"}


def test_who_shot_and_killed_somebody_was_not_killed() -> None:
    text = "Police are looking for a young gunman who shot and killed 16-year-old Ana Ruiz."
    assert all("gunman" not in role.text for c in claims(text) for role in c.roles if role.role == "target")


@pytest.mark.parametrize(
    ("text", "doers"),
    [
        ("On Monday gunmen shot and killed two officers in Celaya.", "gunmen"),
        ("Four gunmen shot dead two officers in Celaya.", "Four gunmen"),
    ],
)
def test_who_shot_two_officers_is_not_counted_with_them(text: str, doers: str) -> None:
    (told,) = claims(text, tally="killed")
    assert told.figure is not None
    assert told.figure.count.exact == 2
    assert [role.text for role in told.roles if role.role == "perpetrator"] == [doers]
