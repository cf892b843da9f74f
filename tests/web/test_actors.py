"""Actors on the page: who is listed, how they are tied, and a person's case."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from fastapi.testclient import TestClient
from tests.web.reading import asking_of, written

from recuento.ledger import Ledger
from recuento.link import Linker
from recuento.recording import replay

PORT = 8349
REPORTS = (
    (
        "2024-03-21",
        "Police arrested Elmer Quiroz, a leader of the Sinaloa Cartel, in Culiacán, Sinaloa, on Wednesday. "
        "Gunmen of the Sinaloa Cartel killed Marta Gil in Culiacán, Sinaloa, on Tuesday, police said.",
    ),
    ("2024-04-03", "On Tuesday Elmer Quiroz was extradited from Culiacán to the United States."),
    ("2024-05-04", "Pedro Mora, 16, was arrested in Culiacán, Sinaloa, on Friday, police said."),
)


@pytest.fixture(scope="module")
def ledger(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return written(tmp_path_factory.mktemp("actors") / "ledger.db", REPORTS)


@pytest.fixture(scope="module")
def asking(ledger: Path) -> Iterator[TestClient]:
    with asking_of(ledger, PORT) as client:
        yield client


def test_groups_and_persons_are_listed_but_no_victim_and_no_minor(ledger: Path) -> None:
    with Ledger.open(ledger, create=False) as opened:
        names = {row.name for row in opened.actors().rows}
        assert {"Elmer Quiroz", "Cártel de Sinaloa"} <= names
        assert not names & {"Marta Gil", "Pedro Mora"}
        assert [row.name for row in opened.actors(words="QUIRÓZ").rows] == ["Elmer Quiroz"]
        assert {row.kind for row in opened.actors(kind="group").rows} == {"group"}


def test_the_steps_of_a_case_are_told_by_day(ledger: Path) -> None:
    with Ledger.open(ledger, create=False) as opened:
        record = opened.actor("p-elmer-quiroz")
    assert [(step.claim.event, step.day) for step in record.steps] == [
        ("arrest", date(2024, 3, 20)),
        ("extradition", date(2024, 4, 2)),
    ]


def test_what_is_derived_is_the_same_after_a_replay(ledger: Path, tmp_path: Path) -> None:
    copy = tmp_path / "copy.db"
    copy.write_bytes(ledger.read_bytes())
    with Ledger.open(copy) as opened:
        before = opened.actors()
        replay(opened, linker=Linker())
        assert opened.actors() == before


def test_the_page_of_a_person_shows_the_case_and_leads_to_the_words(asking: TestClient) -> None:
    html = asking.get("/actors/p-elmer-quiroz").text
    assert html.index("Arrest") < html.index("Extradition")
    assert "/reports/d-" in html
    assert "Detención" in asking.get("/actors/p-elmer-quiroz?lang=es").text


def test_ties_are_nodes_and_edges(asking: TestClient) -> None:
    asking.get("/actors?lang=en")
    drawn = asking.get("/actors/p-elmer-quiroz/network").json()
    nodes = {each["data"]["id"] for each in drawn["nodes"]}
    assert "p-elmer-quiroz" in nodes
    assert all(each["data"]["source"] != each["data"]["target"] for each in drawn["edges"])
    assert all({each["data"]["source"], each["data"]["target"]} <= nodes for each in drawn["edges"])


@pytest.mark.parametrize(
    ("address", "status"),
    [
        ("/actors", 200),
        ("/actors?q=nobody+at+all", 200),
        ("/actors?page=2", 200),
        ("/actors?kind=planet", 400),
        ("/actors?page=x", 400),
        ("/actors/p-nobody", 404),
        ("/actors/%3Cscript%3E", 404),
    ],
)
def test_addresses_answer_or_say_why_not(asking: TestClient, address: str, status: int) -> None:
    answer = asking.get(address)
    assert answer.status_code == status
    assert "<script>" not in answer.text.replace("<script src", "")


def test_programs_are_given_the_list_page_by_page_and_each_actor_whole(asking: TestClient, ledger: Path) -> None:
    whole = asking.get("/api/actors").json()
    found, cursor = [], None
    while True:
        page = asking.get("/api/actors", params={"limit": 1} | ({"cursor": cursor} if cursor else {})).json()
        found += page["actors"]
        cursor = page["next"]
        if cursor is None:
            break
    assert found == whole["actors"]
    assert whole["total"] == len(found) > 1
    assert {row["kind"] for row in asking.get("/api/actors?kind=person").json()["actors"]} == {"person"}
    assert [row["name"] for row in asking.get("/api/actors?q=QUIRÓZ").json()["actors"]] == ["Elmer Quiroz"]
    one = asking.get("/api/actors/p-elmer-quiroz").json()
    assert [step["claim"]["event"] for step in one["steps"]] == ["arrest", "extradition"]


@pytest.mark.parametrize(
    ("address", "status", "where"),
    [
        ("/api/actors?kind=planet", 400, "kind"),
        ("/api/actors?limit=0", 422, "limit"),
        ("/api/actors?cursor=nonsense", 400, "cursor"),
        ("/api/actors?cursor=W3RydWUsIngiXQ", 400, "cursor"),
        ("/api/actors/p-nobody", 404, None),
        ("/api/actors/%3Cscript%3E", 422, "key"),
    ],
)
def test_programs_are_told_what_is_wrong(asking: TestClient, address: str, status: int, where: str | None) -> None:
    answer = asking.get(address)
    assert (answer.status_code, answer.json()["where"]) == (status, where)
