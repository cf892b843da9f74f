"""Who is named as an actor, and who is not."""

from __future__ import annotations

from datetime import date

import pytest

from recuento.ledger.actors import actors_named, persons_in
from recuento.model import Claim
from recuento.pipeline import code_text


def claims_of(text: str) -> tuple[Claim, ...]:
    return code_text(text, published_on=date(2024, 3, 26), external_id="x").claims


@pytest.mark.parametrize(
    ("words", "names"),
    [
        ("former governor Elmer Quiroz and the state police", ["Elmer Quiroz"]),
        ("la gobernadora Rita de la Cruz", ["Rita de la Cruz"]),
        (
            "Juan Díaz Salas, Moisés Vásquez López y César Días",
            ["Juan Díaz Salas", "Moisés Vásquez López", "César Días"],
        ),
        ("ELMER QUIROZ", ["ELMER QUIROZ"]),
        ("the United States", []),
        ("el Tribunal Primero de Sentencia de Sonsonate", []),
        ("Los Pelones", []),
        ("Quiroz", []),
    ],
)
def test_a_person_is_named_in_full_and_no_body_is_a_person(words: str, names: list[str]) -> None:
    assert list(persons_in(words)) == names


def test_a_group_is_named_by_the_registry_and_a_person_by_the_longest_form() -> None:
    claims = claims_of(
        "Police arrested Elmer Quiroz, a leader of the Sinaloa Cartel, in Culiacán on Monday. "
        "The Sinaloa Cartel attacked a police station in Culiacán on Tuesday."
    )
    named = {actor.key: actor for actor in actors_named(claims)}
    assert named["p-elmer-quiroz"].kind == "person"
    assert "target" in named["p-elmer-quiroz"].parts
    assert named["a-sinaloa-cartel"].name == "Cártel de Sinaloa"
    assert named["a-sinaloa-cartel"].kind == "group"


def test_whom_violence_was_done_to_is_not_listed() -> None:
    claims = claims_of("Gunmen killed Marta Gil in Acapulco on Monday. Gunmen abducted Rosa Mena in Tepic on Sunday.")
    assert claims
    assert not [actor for actor in actors_named(claims) if actor.kind == "person"]
