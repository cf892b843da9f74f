"""Did it happen (status), and how far does the report stand behind it (certainty)?"""

from __future__ import annotations

import pytest
from tests.extract.reading import claims, the_claim, told

# text, event, status
STATUSES: tuple[tuple[str, str, str], ...] = (
    ("Gunmen kidnapped six migrants in Reynosa.", "abduction", "occurred"),
    ("Gunmen tried to kidnap six migrants in Reynosa.", "abduction", "attempted"),
    ("Gunmen attempted to kidnap six migrants in Reynosa.", "abduction", "attempted"),
    ("The attempted kidnapping of six migrants in Reynosa failed.", "abduction", "attempted"),
    ("Gunmen failed to kidnap the mayor of Reynosa.", "abduction", "attempted"),
    ("The government will deploy 300 soldiers to Culiacán.", "deployment", "planned"),
    ("The government plans to deploy 300 soldiers to Culiacán.", "deployment", "planned"),
    ("The governor announced that 300 soldiers will be deployed.", "deployment", "planned"),
    ("Police denied that gunmen had kidnapped six migrants.", "abduction", "denied"),
    ("The governor denied that six migrants were kidnapped.", "abduction", "denied"),
    ("Officials denied that the six migrants kidnapped by gunmen had been freed.", "abduction", "occurred"),
    ("Officials denied that the six migrants kidnapped by gunmen had been freed.", "release", "denied"),
    ("Sicarios secuestraron a seis migrantes en Reynosa.", "abduction", "occurred"),
    ("Sicarios intentaron secuestrar a seis migrantes en Reynosa.", "abduction", "attempted"),
    ("Sicarios trataron de secuestrar a seis migrantes.", "abduction", "attempted"),
    ("El gobierno desplegará 300 soldados en Culiacán.", "deployment", "planned"),
    ("El gobierno prevé desplegar 300 soldados en Culiacán.", "deployment", "planned"),
    ("Los tres rehenes que el domingo debían ser entregados a una comisión siguen en la selva.", "release", "planned"),
    ("Los nueve presos tenían que ser liberados el lunes.", "prison_release", "planned"),
    ("Los heridos debieron ser atendidos en la calle y tres murieron.", "killing", "occurred"),
    ("La policía negó que hayan secuestrado a seis migrantes.", "abduction", "denied"),
    ("La fiscalía descartó que seis migrantes fueran secuestrados.", "abduction", "denied"),
)

# text, event, certainty
CERTAINTIES: tuple[tuple[str, str, str], ...] = (
    ("Gunmen killed six farmers in Cosalá.", "killing", "stated"),
    ("Gunmen killed six farmers in Cosalá, police said.", "killing", "attributed"),
    ("According to the army, gunmen killed six farmers.", "killing", "attributed"),
    ("Gunmen allegedly killed six farmers in Cosalá.", "killing", "alleged"),
    ("Officers reportedly killed six farmers in Cosalá.", "killing", "alleged"),
    ("Suspected gang members were arrested in Tepic.", "arrest", "stated"),
    ("Four suspected gang members were arrested in Tepic.", "arrest", "stated"),
    ("Soldiers killed 12 alleged cartel members in Caborca.", "killing", "stated"),
    ("Soldiers killed 12 suspected cartel members, the army said.", "killing", "attributed"),
    ("Sicarios mataron a seis campesinos en Cosalá.", "killing", "stated"),
    ("Sicarios mataron a seis campesinos, informó la policía.", "killing", "attributed"),
    ("Según el Ejército, sicarios mataron a seis campesinos.", "killing", "attributed"),
    ("Presuntamente mataron a seis campesinos en Cosalá.", "killing", "alleged"),
    ("Policías habrían matado a seis campesinos en Cosalá.", "killing", "alleged"),
    ("Cuatro presuntos pandilleros fueron detenidos en Tepic.", "arrest", "stated"),
    ("Presuntos sicarios mataron a seis campesinos en Cosalá.", "killing", "stated"),
    ("Soldados abatieron a 12 presuntos sicarios en Caborca.", "killing", "stated"),
)


@pytest.mark.parametrize(("text", "event", "status"), STATUSES)
def test_did_it_happen(text: str, event: str, status: str) -> None:
    assert [c.status for c in claims(text, event=event)] == [status], told(text)


@pytest.mark.parametrize(("text", "event", "certainty"), CERTAINTIES)
def test_how_sure_the_report_is(text: str, event: str, certainty: str) -> None:
    assert [c.certainty for c in claims(text, event=event)] == [certainty], told(text)


@pytest.mark.parametrize(
    ("text", "event"),
    [
        ("Gunmen threatened to kill six teachers in Chilapa.", "killing"),
        ("Soldiers held a drill of a hostage rescue with 40 actors.", "rescue"),
        ("The film tells of a gang that kidnaps a mayor in Tepic.", "abduction"),
        ("If six migrants were kidnapped, police would search for them.", "abduction"),
        ("La policía investiga si seis migrantes fueron secuestrados.", "abduction"),
        ("Sicarios amenazaron con matar a seis maestros en Chilapa.", "killing"),
        ("Soldados hicieron un simulacro de rescate de 40 rehenes.", "rescue"),
    ],
)
def test_a_threat_a_drill_a_film_and_a_question_did_not_happen(text: str, event: str) -> None:
    assert [c.status for c in claims(text, event=event) if c.status == "occurred"] == []


@pytest.mark.parametrize(
    "text",
    ["Gunmen tried to kidnap six migrants in Reynosa.", "Sicarios intentaron secuestrar a seis migrantes en Reynosa."],
)
def test_an_attempt_keeps_its_figure(text: str) -> None:
    figure = the_claim(text, event="abduction").figure
    assert figure is not None
    assert figure.count.exact == 6


def test_the_speaker_of_one_sentence_hedges_no_other() -> None:
    text = "Officers allegedly robbed a shop in Tula. On Sunday, gunmen killed two farmers in Tula."
    assert [c.certainty for c in claims(text, event="killing")] == ["stated"]


@pytest.mark.parametrize(
    "text",
    [
        "En el simulacro, diez personas fueron rescatadas de un secuestro.",
        "During the drill, ten people were rescued from a kidnapping.",
    ],
)
def test_what_a_drill_plays_did_not_happen(text: str) -> None:
    assert not claims(text)


def test_what_an_anniversary_recalls_is_background() -> None:
    found = claims(
        "A diez años de la masacre en la que murieron 72 migrantes, familiares exigen justicia.", tally="killed"
    )
    assert [c.background for c in found] == [True]


def test_an_attack_on_the_day_itself_is_news() -> None:
    found = claims("During the anniversary march, gunmen killed three people.", tally="killed")
    assert [c.background for c in found] == [False]


@pytest.mark.parametrize(
    "text",
    [
        "Hundreds marched to demand the government do more to rescue dozens of girls kidnapped in Celaya.",
        "Parents begged the government to do more to rescue 40 hostages in Celaya.",
        "Parents demanded that the government rescue the 40 hostages.",
        "Families demanded that the 40 hostages be released.",
        "Padres exigieron al gobierno hacer más para rescatar a 40 rehenes.",
        "El gobernador pidió que detengan a los 12 sicarios.",
    ],
)
def test_what_is_demanded_has_not_happened(text: str) -> None:
    found = [c for c in claims(text) if c.tally in {"freed", "arrested"}]
    assert [c.status for c in found] == ["planned"]


@pytest.mark.parametrize(
    "text",
    [
        "Families asked why gunmen killed 12 people in Celaya.",
        "Residents called police after gunmen killed 12 people in Celaya.",
        "Familiares exigen justicia por los 12 jóvenes que fueron asesinados en Celaya.",
    ],
)
def test_what_happened_before_a_demand_has_happened(text: str) -> None:
    assert [c.status for c in claims(text, tally="killed")] == ["occurred"]


@pytest.mark.parametrize(
    "text",
    [
        "El gobernador rechazó el lunes que hayan sido arrojados 14 cuerpos en Celaya.",
        "El secretario rechazó la versión de que murieron 14 personas.",
        "The governor rejected reports that 14 bodies had been dumped in Celaya.",
        "The army dismissed reports that its soldiers had killed 14 people.",
    ],
)
def test_what_somebody_rejects_is_denied(text: str) -> None:
    assert [c.status for c in claims(text) if c.figure is not None] == ["denied"]


def test_who_rejects_an_attack_does_not_deny_it() -> None:
    text = "El gobernador rechazó el ataque en el que murieron 14 personas en Celaya."
    assert [c.status for c in claims(text, tally="killed")] == ["occurred"]


@pytest.mark.parametrize(
    "text",
    [
        "Gunmen tried, without success, to free a prisoner from police custody.",
        "Men tried, in broad daylight, to kidnap three girls in Celaya.",
    ],
)
def test_what_is_tried_past_an_aside_is_an_attempt(text: str) -> None:
    assert {c.status for c in claims(text) if c.figure is not None} == {"attempted"}


@pytest.mark.parametrize(
    "text",
    [
        "“When families can be taken from their beds, nobody is safe,” the bishop said of the kidnappings.",
        "Anyone can be kidnapped here, the mayor said.",
        "When children can be shot on their way to school, something is wrong.",
    ],
)
def test_what_can_happen_has_not_happened(text: str) -> None:
    assert "occurred" not in {c.status for c in claims(text) if c.event in {"abduction", "attack", "killing"}}


def test_who_is_sent_to_search_is_not_missing() -> None:
    text = "To search for those still missing, the government has deployed 400 commandos to Celaya."
    assert [(c.tally, c.figure.count.exact) for c in claims(text) if c.figure is not None] == [("deployed", 400)]
