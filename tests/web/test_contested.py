"""A figure of which claims support more than one is marked wherever it stands: list, incident, chart, review."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from fastapi.testclient import TestClient
from tests.builders import HERMOSILLO, report, told
from tests.web.reading import asking_of

from recuento.ledger import Ledger
from recuento.link import Linker
from recuento.recording import record_coding

PORT = 8358


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[TestClient]:
    numbers = (("2024-05-02", 5, "Prensa"), ("2024-05-03", 7, "La Hoja"), ("2024-05-03", 6, "El Faro Chico"))
    with Ledger.open(tmp_path / "l.db") as ledger:
        for on, number, publisher in numbers:
            words = [told(f"{number} people were killed", "killing", "killed", number, side="civilian")]
            record_coding(
                ledger, report(on, words, place=HERMOSILLO, on="2024-05-01", publisher=publisher), linker=Linker()
            )
    with asking_of(tmp_path / "l.db", PORT) as client:
        yield client


def test_the_mark_stands_in_the_list_and_its_facet_counts_it(desk: TestClient) -> None:
    html = desk.get("/incidents").text
    assert re.search(r'<span class="tag contested"[^>]*>contested 6–7</span>', html)
    assert re.search(r'contested=1"[^>]*><span>contested</span> <span class="n">1</span>', html)
    assert desk.get("/api/incidents?contested=1").json()["total"] == 1
    assert 'class="tag contested"' in desk.get("/incidents?lang=es").text


def test_the_incident_and_its_chart_show_between_which_figures_it_lies(desk: TestClient) -> None:
    name = desk.get("/api/incidents").json()["incidents"][0]["incident"]["id"]
    html = desk.get(f"/incidents/{name}").text
    assert html.count("contested</span>") + html.count("contested 6–7</span>") == 2  # at the head, and at the figure
    band = re.search(r'<path class="band" d="([^"]+)"', html)
    assert band
    assert band[1].count("L") >= 2 or band[1].count("V") or band[1].count("H")
    assert 'class="mark stands"' in html
    assert "low to high" in html
    assert re.search(r'<td class="n">7</td><td class="n">6</td><td class="n">7</td>', html)


def test_it_is_the_first_to_be_reviewed_and_leaves_the_mark_when_a_person_gives_the_figure(desk: TestClient) -> None:
    assert "contested 6–7" in desk.get("/review").text
    name = desk.get("/api/incidents").json()["incidents"][0]["incident"]["id"]
    token = {"X-Recuento-Token": desk.get("/api/token").json()["token"]}
    sent = {"field": "figure", "value": "7", "tally": "killed", "by": "Ana Prueba", "why": "asked the morgue"}
    assert desk.post(f"/api/incidents/{name}/correct", json=sent, headers=token).status_code == 200
    assert "contested 6–7" not in desk.get("/incidents").text
    assert desk.get("/api/incidents?contested=1").json()["total"] == 0
