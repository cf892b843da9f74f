"""Who did it, in the words that name them: whole names, no more words than they need."""

from __future__ import annotations

import pytest
from tests.extract.reading import claims

# text, event, role, the party's words
NAMED: tuple[tuple[str, str, str, str], ...] = (
    (
        "Agentes de la Secretaría de Marina (Semar) detuvieron a dos hombres.",
        "arrest",
        "authority",
        "Agentes de la Secretaría de Marina (Semar)",
    ),
    (
        "El grupo armado colombiano Los Cobos secuestró a dos ganaderos.",
        "abduction",
        "perpetrator",
        "El grupo armado colombiano Los Cobos",
    ),
    ("Three officers died in an attack by gunmen on a bar in Tepalca.", "killing", "perpetrator", "gunmen"),
    ("Police arrested Teodoro Javier-Ortega on Monday.", "arrest", "target", "Teodoro Javier-Ortega"),
)


@pytest.mark.parametrize(("text", "event", "role", "words"), NAMED)
def test_a_party_is_named_in_its_own_words(text: str, event: str, role: str, words: str) -> None:
    assert [r.text for c in claims(text, event=event) for r in c.roles if r.role == role] == [words]


def test_a_speaker_keeps_the_short_form_of_its_name() -> None:
    text = "Sicarios mataron a seis campesinos, informó la Secretaría de Seguridad (SSP)."
    assert [s.text for c in claims(text, tally="killed") for s in c.said_by] == ["la Secretaría de Seguridad (SSP)"]


# text, event, the parties who did it, each with a star where another sentence names it
DID_IT: tuple[tuple[str, str, list[str]], ...] = (
    ("Gunmen attacked a bar in Tepalca on Friday. Four people died there.", "killing", ["Gunmen*"]),
    ("Sicarios atacaron un bar de Tepalca el viernes. Ahí murieron cuatro personas.", "killing", ["Sicarios*"]),
    ("Four people died in a bar in Tepalca on Friday. Gunmen attacked the bar at night.", "killing", ["Gunmen*"]),
    ("Two men attacked a bar in Tepalca on Friday. Four people died there.", "killing", []),
    ("Murieron tres agentes en un ataque de sujetos armados en Tepalca.", "killing", ["sujetos armados"]),
    ("Un choque entre policías estatales y sicarios dejó dos sicarios muertos.", "killing", ["policías estatales"]),
    ("Soldiers clashed with gunmen in Tepalca. A soldier was killed.", "killing", ["gunmen*"]),
    ("Soldiers clashed with gunmen in Tepalca. Three people were killed.", "killing", []),
    ("Soldiers clashed with gunmen in Tepalca.", "clash", ["Soldiers", "gunmen"]),
    ("Soldados detuvieron a dos hombres en Tepalca. Se decomisaron cinco fusiles.", "seizure", ["Soldados*"]),
    ("La Marina informó que decomisó cinco fusiles en Tepalca.", "seizure", ["La Marina"]),
    ("The navy said it seized five rifles in Tepalca.", "seizure", ["The navy"]),
    ("El jefe fue condenado a 30 años en un tribunal de Tepalca.", "sentence", ["un tribunal de Tepalca"]),
    ("The army sent 300 soldiers from the Third Brigade to Tepalca.", "deployment", ["The army"]),
    (
        "Cuatro hombres fueron ejecutados en Tepalca. Los sicarios bajaron de un auto antes del ataque.",
        "killing",
        ["Los sicarios*"],
    ),
    ("Gunmen ambushed soldiers in Tepalca. Four gunmen were killed.", "killing", ["soldiers*"]),
    ("Pistoleros emboscaron a soldados en Tepalca. Se decomisaron cinco fusiles.", "seizure", ["soldados*"]),
    ("Cuatro hombres murieron en Tepalca. La detención de los sicarios ocurrió ayer.", "killing", []),
    ("Four men were killed in Tepalca. The Cobos cartel has grown, police said.", "killing", []),
    (
        "Los militares decomisaron cinco fusiles. El Ejército Mexicano detuvo a dos hombres.",
        "seizure",
        ["Los militares", "El Ejército Mexicano*"],
    ),
    ("Un operativo de la Marina dejó dos sicarios muertos.", "killing", ["la Marina"]),
)


@pytest.mark.parametrize(("text", "event", "parties"), DID_IT)
def test_who_did_it(text: str, event: str, parties: list[str]) -> None:
    (claim,) = claims(text, event=event)[:1]
    agents = [r for r in claim.roles if r.role in {"perpetrator", "authority"}]
    assert [r.text + "*" * r.inherited for r in agents] == parties
    assert all(r.span.of(text) == r.text for r in agents)


def test_a_bomb_is_an_instrument() -> None:
    (claim,) = claims("A car bomb killed four people in Tepalca on Friday.", event="killing")
    assert [(r.role, r.text) for r in claim.roles if r.role != "target"] == [("instrument", "A car bomb")]


def test_gangs_that_free_their_man_are_no_authority() -> None:
    found = claims("Gunmen tried to rescue a jailed cartel boss in Tepalca.")
    assert found
    assert not [r for c in found for r in c.roles if r.role == "authority"]


def test_a_day_does_nothing() -> None:
    found = claims("Gunmen opened fire Saturday on a police pickup in Tepalca.", event="attack")
    assert [r.text for c in found for r in c.roles] == ["Gunmen"]


def test_the_wounded_out_of_danger_were_not_freed() -> None:
    assert claims("Two state agents were wounded and are out of danger.", tally="freed") == []


def test_a_part_is_of_the_side_of_its_whole() -> None:
    found = claims("Three of the attackers were arrested, two of them in a hospital.", tally="arrested")
    assert [c.counted.side for c in found] == ["armed_group", "armed_group"]


def test_who_gives_a_number_did_nothing() -> None:
    text = "Los números no son los que la Secretaría de Seguridad dio antes: 25 secuestrados y 18 liberados."
    assert not [r for c in claims(text, tally="abducted") for r in c.roles if r.role == "perpetrator"]


def test_the_number_of_hostages_are_hostages() -> None:
    text = "Governor Elena Pardo updated the total number of hostages freed to 58."
    assert [r.text for c in claims(text, tally="freed") for r in c.roles if r.role == "beneficiary"] == ["hostages"]


def test_a_group_that_tries_to_free_its_man_is_no_authority() -> None:
    found = claims("El grupo intentaba liberar a un preso en Tepalca, informó la fiscalía.")
    assert [r.role for c in found for r in c.roles if r.text == "El grupo"] == ["perpetrator"]
