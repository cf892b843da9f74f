"""The log of decisions: the latest first, in pages, and a link to a decision opens the page that it stands on."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from fastapi.testclient import TestClient
from tests.web.conftest import stories
from tests.web.reading import asking_of

from recuento import deciding
from recuento.ledger import Ledger
from recuento.link import Linker
from recuento.recording import record_coding
from recuento.web import pages

PORT = 8356


@pytest.fixture
def desk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[TestClient]:
    monkeypatch.setattr(pages, "LOGGED", 3)
    with Ledger.open(tmp_path / "l.db") as ledger:
        for coding in stories():
            record_coding(ledger, coding, linker=Linker())
        first = ledger.review(at=0, limit=1).waiting[0]
        deciding.accept(ledger, first.row.incident.id, first.entry, by="Ana Prueba", why="reason 1")
        for number in range(2, 9):  # each undoes the one before
            deciding.undo(ledger, number - 1, by="Ana Prueba", why=f"reason {number}")
    with asking_of(tmp_path / "l.db", PORT) as client:
        yield client


def test_the_latest_come_first_and_lead_to_the_earlier_ones(desk: TestClient) -> None:
    html = desk.get("/log").text
    assert [number for number in range(8, 0, -1) if f'id="decision-{number}"' in html] == [8, 7, 6]
    assert "6 to 8 of 8" in html
    assert 'href="/log?at=5"' in html
    assert "Later ones" not in html
    last = desk.get("/log?at=2").text
    assert [number for number in range(8, 0, -1) if f'id="decision-{number}"' in last] == [2, 1]
    assert 'href="/log?at=5"' in last
    assert "Earlier ones" not in last


def test_a_decision_is_on_the_page_that_its_link_opens_and_past_the_end_are_the_latest(desk: TestClient) -> None:
    assert 'id="decision-4"' in desk.get("/log?at=4").text
    assert 'id="decision-8"' in desk.get("/log?at=99").text
    assert desk.get("/log?at=x").status_code == 400
    assert "Posteriores" in desk.get("/log?at=4&lang=es").text
