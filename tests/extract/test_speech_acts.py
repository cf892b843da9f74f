"""Claims of responsibility with their reasons, accusations, demands and denials."""

from __future__ import annotations

import pytest
from tests.extract.reading import claims, the_claim, told


@pytest.mark.parametrize(
    ("text", "claimant"),
    [
        ("A faction of the Gulf Cartel claimed responsibility for the kidnappings.", "faction of the Gulf Cartel"),
        ("The Gulf Cartel claimed responsibility for the attack in Tula.", "Gulf Cartel"),
        ("The ELN took responsibility for the bombing in Tibú.", "ELN"),
        ("El ELN se atribuyó el atentado en Tibú.", "ELN"),
        ("El ELN reivindicó el atentado en Tibú.", "ELN"),
        ("Una facción del Cártel del Golfo se adjudicó los secuestros.", "facción del Cártel del Golfo"),
    ],
)
def test_who_claims_responsibility(text: str, claimant: str) -> None:
    claim = the_claim(text, event="claim_of_responsibility")
    assert [claimant in r.text for r in claim.roles if r.role in {"claimant", "perpetrator"}][:1] == [True], claim.roles
    assert claim.figure is None


@pytest.mark.parametrize(
    ("text", "motive"),
    [
        (
            "A faction of the Gulf Cartel claimed responsibility, saying it acted in retaliation for robberies.",
            "robberies",
        ),
        ("The cartel claimed responsibility for the kidnappings in retaliation for a series of thefts.", "thefts"),
        ("El cártel se atribuyó los secuestros en represalia por una serie de robos.", "robos"),
        ("Gunmen killed six farmers in retaliation for a theft.", "theft"),
        ("Sicarios mataron a seis campesinos en venganza por un robo.", "robo"),
    ],
)
def test_the_reason_that_is_given(text: str, motive: str) -> None:
    assert [motive in c.motive.text for c in claims(text) if c.motive][:1] == [True], told(text)


@pytest.mark.parametrize(
    "text",
    [
        "The cartel accused local police officers of leading the robberies.",
        "A group accused the mayor of protecting kidnappers.",
        "El cártel acusó a policías municipales de encabezar los robos.",
        "Familiares acusaron al alcalde de proteger a los secuestradores.",
    ],
)
def test_an_accusation_is_kept_as_one(text: str) -> None:
    assert [c.event for c in claims(text, event="accusation")] == ["accusation"], told(text)


@pytest.mark.parametrize(
    ("text", "event"),
    [
        ("The cartel accused local police of killing six farmers.", "killing"),
        ("El cártel acusó a la policía de matar a seis campesinos.", "killing"),
        ("Residents accuse soldiers of kidnapping two students.", "abduction"),
    ],
)
def test_what_somebody_is_accused_of_is_alleged(text: str, event: str) -> None:
    assert {c.certainty for c in claims(text, event=event)} <= {"alleged"}, told(text)


@pytest.mark.parametrize(
    "text",
    [
        "The Gulf Cartel denied responsibility for the attack in Tula.",
        "El ELN negó su responsabilidad en el atentado en Tibú.",
        "No group has claimed responsibility for the attack in Tula.",
        "Ningún grupo se ha atribuido el atentado en Tibú.",
    ],
)
def test_nobody_is_made_responsible_by_a_denial(text: str) -> None:
    wrong = [c for c in claims(text, event="claim_of_responsibility") if c.status != "denied"]
    assert wrong == []


@pytest.mark.parametrize(
    "text",
    [
        "The kidnappers demanded a ransom of 50,000 dollars for the two engineers.",
        "Los secuestradores exigieron un rescate de 50.000 dólares por los dos ingenieros.",
    ],
)
def test_a_ransom_is_no_rescue_and_counts_no_dollars(text: str) -> None:
    assert claims(text, event="rescue") == []
    assert not [c for c in claims(text) if c.figure and c.figure.count.at_least > 2]


@pytest.mark.parametrize(
    ("text", "claimant"),
    [
        (
            "Los Pardos, a wing of Los Grises believed to be run by his sons, has said it carried out the killing.",
            "Los Pardos",
        ),
        ("Revenge moved the Tordos, a cell of the North Cartel, which admitted killing six miners.", "the Tordos"),
        (
            "According to the Pardos, who declared themselves the authors of the kidnapping, it was revenge.",
            "the Pardos",
        ),
        ("The Red Hand admitted abducting 30 pupils in a video on Friday.", "The Red Hand"),
    ],
)
def test_who_claims_across_an_aside_or_by_admitting(text: str, claimant: str) -> None:
    claim = the_claim(text, event="claim_of_responsibility")
    assert [r.text for r in claim.roles if r.role == "claimant"] == [claimant], claim.roles


@pytest.mark.parametrize(
    ("text", "claimant", "accused"),
    [
        (
            "The Red Hand admitted killing six miners. Soldiers had led the thefts, the message says.",
            "The Red Hand",
            "Soldiers",
        ),
        (
            "The Column said it was behind the abduction of nine people. It alleged that police had led the thefts.",
            "The Column",
            "police",
        ),
        (
            "La banda Los Pardos se atribuyó el secuestro. Según las mantas, los robos los dirigían policías de Tula.",
            "La banda Los Pardos",
            "policías de Tula",
        ),
    ],
)
def test_who_accuses_is_who_claimed_before(text: str, claimant: str, accused: str) -> None:
    claim = the_claim(text, event="accusation")
    assert claimant in [r.text for r in claim.roles if r.role == "claimant"], claim.roles
    assert [r.text for r in claim.roles if r.role == "target"] == [accused], claim.roles


@pytest.mark.parametrize(
    "text",
    [
        "The minister said that police led the raid on the kidnapping gang.",
        "Police led the hunt for the thieves on Monday.",
        "El ministro dijo que la policía encabezó la búsqueda de los ladrones.",
    ],
)
def test_whom_no_one_blames_is_not_accused(text: str) -> None:
    assert "accusation" not in {claim.event for claim in claims(text)}


def test_robberies_given_as_a_reason_are_alleged_and_done_by_the_accused() -> None:
    text = "The Red Hand admitted killing six miners. Houses were robbed first, it says: thefts that policemen led."
    robbery = [claim for claim in claims(text) if claim.event in {"robbery", "home_invasion"}]
    assert [claim.certainty for claim in robbery] == ["alleged"] * len(robbery), told(text)
    assert robbery, told(text)


@pytest.mark.parametrize(
    "accusation",
    [
        "It alleged that policemen of the district were the ones leading the robberies.",
        "One of its masked men said that local policemen had been at the head of the raiders.",
        "A hooded man calls it an answer to break-ins at homes and claims that policemen led them.",
    ],
)
def test_what_a_gang_avenges_was_done_by_those_it_accuses(accusation: str) -> None:
    text = f"A gang said it kidnapped 31 people in reprisal for several home invasions. {accusation}"
    done = [r.text for c in claims(text) if c.event == "home_invasion" for r in c.roles if r.role == "perpetrator"]
    assert any("policemen" in who for who in done), told(text)


def test_who_claims_a_kidnapping_did_it() -> None:
    text = "Forty dock workers were kidnapped on Saturday in Celaya. Nine are free. The Pardos cartel says it did it."
    taken = the_claim(text, event="abduction")
    assert [role.text for role in taken.roles if role.role == "perpetrator"] == ["The Pardos cartel"]


def test_who_follows_the_circumstance_that_opens_a_sentence_is_its_subject() -> None:
    text = (
        "In a video posted on Monday, a group calling itself Los Pardos, an offshoot of Los Zarcos, "
        "said it was behind the abductions."
    )
    claim = the_claim(text, event="claim_of_responsibility")
    assert "a group calling itself Los Pardos" in [role.text for role in claim.roles if role.role == "claimant"]
