"""Who says so: chains with the nearest speaker first, inverted Spanish, posts, and those who say nothing here."""

from __future__ import annotations

import pytest
from tests.extract.reading import claims, the_claim, touching

# text, tally, speakers nearest first (a part of their words)
CHAINS: tuple[tuple[str, str, list[str]], ...] = (
    ("Gunmen killed six farmers, police said.", "killed", ["police"]),
    ("Police said gunmen killed six farmers.", "killed", ["Police"]),
    ("Gunmen killed six farmers, according to the army.", "killed", ["army"]),
    ("According to the army, gunmen killed six farmers.", "killed", ["army"]),
    ("Gunmen killed six farmers, Governor Elena Pardo said.", "killed", ["Elena Pardo"]),
    ("Governor Elena Pardo confirmed that gunmen killed six farmers.", "killed", ["Elena Pardo"]),
    (
        "The attorney's office said in a press release that 12 men were arrested, according to Reuters.",
        "arrested",
        ["attorney's office", "Reuters"],
    ),
    ("Reuters reported that police said gunmen killed six farmers.", "killed", ["police", "Reuters"]),
    ("Sicarios mataron a seis campesinos, informó la fiscalía.", "killed", ["la fiscalía"]),
    ("La fiscalía informó que sicarios mataron a seis campesinos.", "killed", ["La fiscalía"]),
    ("Según la fiscalía, sicarios mataron a seis campesinos.", "killed", ["la fiscalía"]),
    ("De acuerdo con la policía, fueron secuestradas nueve personas.", "abducted", ["la policía"]),
    ("Fueron secuestradas nueve personas, dijo la gobernadora Elena Pardo.", "abducted", ["Elena Pardo"]),
    ("La gobernadora Elena Pardo confirmó la liberación de 12 rehenes.", "freed", ["Elena Pardo"]),
)

# text, tally, kind of the nearest speaker
KINDS: tuple[tuple[str, str, str], ...] = (
    ("Gunmen killed six farmers, Governor Elena Pardo said.", "killed", "official"),
    ("Gunmen killed six farmers, the army said.", "killed", "security_force"),
    ("Gunmen killed six farmers, according to Reuters.", "killed", "outlet"),
    ("Gunmen killed six farmers, witnesses said.", "killed", "witness"),
    ("Sicarios mataron a seis campesinos, informó el Ejército.", "killed", "security_force"),
    ("Sicarios mataron a seis campesinos, según testigos.", "killed", "witness"),
    ("Sicarios mataron a seis campesinos, dijo el alcalde.", "killed", "official"),
    ("Sicarios mataron a seis campesinos, según la agencia EFE.", "killed", "outlet"),
)


@pytest.mark.parametrize(("text", "tally", "chain"), CHAINS)
def test_the_chain_of_speakers(text: str, tally: str, chain: list[str]) -> None:
    said_by = [s.text for s in the_claim(text, tally=tally).said_by]
    assert len(said_by) == len(chain), said_by
    assert all(part in whole for part, whole in zip(chain, said_by, strict=True)), said_by


@pytest.mark.parametrize(("text", "tally", "kind"), KINDS)
def test_what_kind_of_speaker(text: str, tally: str, kind: str) -> None:
    assert [s.kind for s in the_claim(text, tally=tally).said_by] == [kind]


@pytest.mark.parametrize(
    "text", ["Gunmen killed six farmers in Cosalá.", "Sicarios mataron a seis campesinos en Cosalá."]
)
def test_the_report_may_speak_for_itself(text: str) -> None:
    assert the_claim(text, tally="killed").said_by == ()


@pytest.mark.parametrize(
    "text",
    [
        "Police arrested four men in Tepic on Sunday. The men robbed two shops, they said.",
        "Sicarios mataron a un hombre en Tepic. Según otro diario, fueron dos.",
    ],
)
def test_a_later_speaker_says_nothing_of_the_sentence_before(text: str) -> None:
    assert claims(text)[0].said_by == ()


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Marinos detuvieron a cuatro hombres en Tepic.\n\nLa fiscalía dijo que siguen presos.", "La fiscalía"),
        ("Marines arrested four men in Tepic.\n\nThe ministry said the men were in jail.", "The ministry"),
    ],
)
def test_the_authority_of_the_next_paragraph_speaks_nearby(text: str, name: str) -> None:
    assert [(s.text, s.inherited) for s in claims(text, tally="arrested")[0].said_by] == [(name, True)]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        (
            "La Secretaría de Marina (Semar) informó de un choque en Tantima. Murieron seis, precisó la dependencia.",
            "La Secretaría de Marina (Semar)",
        ),
        (
            "El gobernador Rubén Pardo habló con la prensa. Seis personas murieron, dijo el gobernador.",
            "El gobernador Rubén Pardo",
        ),
        (
            "Attorney General Elena Robles Pardo said the road was closed. Six people were killed, Robles said.",
            "Attorney General Elena Robles Pardo",
        ),
    ],
)
def test_a_description_stands_for_who_was_named_before(text: str, name: str) -> None:
    assert [s.text for c in claims(text, tally="killed") for s in c.said_by] == [name]


def test_what_was_told_does_not_speak() -> None:
    text = "El martes, mencionó la detención de cuatro personas en Tepic."
    assert claims(text, event="arrest")[0].said_by == ()


def test_brackets_at_the_end_of_an_item_credit_an_outlet() -> None:
    text = "Three gunmen are killed in Tepalca. Soldiers seize four rifles. (El Faro de Tepalca in Spanish)"
    assert {s.text for c in claims(text) for s in c.said_by} == {"El Faro de Tepalca"}


def test_a_post_speaks_for_who_posted_it() -> None:
    text = (
        "Gunmen kidnapped 15 people in Culiacán on Friday.\n\n"
        "All 15 people have been freed. — Elena Pardo (@elenapardo) March 24, 2024 pic.twitter.com/abc\n\n"
        "Families were waiting outside the hospital."
    )
    post = [c for c in claims(text, tally="freed") if c in touching(text, "All 15 people have been freed")]
    assert [[s.text for s in c.said_by] for c in post] == [["Elena Pardo"]]


def test_a_post_is_no_second_incident() -> None:
    text = (
        "Gunmen kidnapped 15 people in Culiacán on Friday.\n\n"
        "15 people were kidnapped in Culiacán. — Elena Pardo (@elenapardo) March 22, 2024 pic.twitter.com/abc"
    )
    assert len({c.account for c in claims(text, tally="abducted")}) == 1


def test_a_dropped_subject_is_the_speaker_before() -> None:
    text = "La gobernadora Elena Pardo habló del ataque en Tula. Agregó que murieron 12 personas."
    assert ["Elena Pardo" in s.text for s in the_claim(text, tally="killed").said_by] == [True]


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("La alcaldesa, en cambio, habló de 16 víctimas mortales.", "La alcaldesa"),
        ("El gobernador, por su parte, habló de 16 muertos.", "El gobernador"),
        ("State prosecutors on Monday lowered to 13 the number of people killed in the attack.", "State prosecutors"),
        ("The health ministry raised the death toll to 14.", "The health ministry"),
        ("La Secretaría de Salud elevó a 14 la cifra de muertos.", "La Secretaría de Salud"),
        ("La fiscalía redujo a 13 el número de muertos.", "La fiscalía"),
    ],
)
def test_who_gives_a_toll_speaks_and_killed_nobody(text: str, speaker: str) -> None:
    found = the_claim(text, tally="killed")
    assert [s.text for s in found.said_by] == [speaker]
    assert [r.text for r in found.roles if r.role == "perpetrator"] == []


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        (
            "Governor Elena Prado spoke to reporters on Monday. Fifty-eight hostages have been freed, she said.",
            "Elena Prado",
        ),
        (
            "The prosecutor's office gave its account on Sunday. Twelve attackers were killed, it said.",
            "prosecutor's office",
        ),
        ("In its report the ministry speaks of 12 dead.", "ministry"),
    ],
)
def test_who_appeared_before_the_press_says_what_follows(text: str, speaker: str) -> None:
    told = claims(text, tally="freed") or claims(text, tally="killed")
    assert any(speaker in said.text for claim in told for said in claim.said_by)


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("“They came at night,” the mayor, Ada Oke, said. “Three farmers were killed.”", "the mayor, Ada Oke"),
        (
            "“They came at night,” said police spokesman Ojo Attah. “Three farmers were killed.”",
            "police spokesman Ojo Attah",
        ),
        (
            "Three farmers were killed in Okene. This was disclosed in a statement by police chief Ojo Attah.",
            "police chief Ojo Attah",
        ),
        ("Three farmers were killed in Okene, an official who asked not to be named said.", "an official"),
        ("Survivors were quoted as saying that three farmers were killed.", "Survivors"),
        ("Mayor Ada Oke said three farmers were killed.", "Mayor Ada Oke"),
        ("Police spokesman Ojo Attah said three farmers were killed.", "Police spokesman Ojo Attah"),
        ("Three farmers were killed, the attorney general's office told reporters.", "the attorney general's office"),
        ("Mayor Ada Oke said that the search went on. According to her, three farmers were killed.", "Mayor Ada Oke"),
    ],
)
def test_who_says_so_in_english(text: str, speaker: str) -> None:
    (claim,) = claims(text, tally="killed")
    assert [said.text for said in claim.said_by][:1] == [speaker]
