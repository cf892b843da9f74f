"""Before two incidents are joined or split, what linking compared stands there, field by field."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from fastapi.testclient import TestClient
from tests.web.reading import asking_of, written

from recuento import answers
from recuento.ledger import Ledger

PORT = 8350
REPORTS = (
    ("2024-03-21", "Gunmen killed 14 people at a market in Acapulco, Guerrero, on Wednesday, police said."),
    ("2024-03-22", "Gunmen killed 15 people at a market in Acapulco, Guerrero, on Wednesday, the mayor said."),
    ("2024-06-03", "Soldiers killed three gunmen in Hermosillo, Sonora, on Sunday, the army said."),
)


@pytest.fixture
def ledger(tmp_path: Path) -> Path:
    return written(tmp_path / "ledger.db", REPORTS)


@pytest.fixture
def desk(ledger: Path) -> Iterator[TestClient]:
    with asking_of(ledger, PORT) as client:
        yield client


def names(ledger: Path) -> tuple[list[str], list[str]]:
    """Return the reports, and the incidents, by day."""
    with Ledger.open(ledger, create=False) as opened:
        return list(opened.document_ids()), [row.incident.id for row in opened.incidents()]


def test_a_link_is_unfolded_to_its_sum(desk: TestClient, ledger: Path) -> None:
    (first, second, _), _ = names(ledger)
    html = desk.get(f"/compare?one={first}&other={second}").text
    assert "They stand as one incident." in html
    odds = [float(each.replace("−", "-")) for each in re.findall(r'<td class="n">([+−][\d.]+)</td>', html)]
    *parts, total = odds
    assert abs(sum(parts) - total) < 0.06
    with Ledger.open(ledger, create=False) as opened:
        assert abs(answers.why(opened, first, second).unfolded.score - total) < 0.01
    assert 'href="/reports/' in html


def test_two_are_joined_and_split_from_what_is_shown(desk: TestClient, ledger: Path) -> None:
    _, (one, other) = names(ledger)
    address = f"/compare?one={one}&other={other}"
    html = desk.get(address).text
    assert "They stand as two incidents." in html
    form = re.search(r'<form class="judge".*?</form>', html, re.DOTALL)
    assert form
    sent = dict(re.findall(r'<input type="hidden" name="(\w+)" value="([^"]*)"', form[0].replace("&amp;", "&")))
    sent |= {"verdict": "same", "by": "Ana Prueba", "why": "one story"}
    answer = desk.post(f"/incidents/{one}/judge", data=sent)
    assert (answer.status_code, "They stand as one incident." in answer.text) == (200, True)
    late = desk.post(f"/incidents/{one}/judge", data=sent | {"verdict": "different", "by": "Luis Prueba"})
    assert (late.status_code, "Ana Prueba decided on this before you" in late.text) == (409, True)
    again = re.search(r'name="seen" value="(\d+)"', answer.text)
    assert again
    split = desk.post(f"/incidents/{one}/judge", data=sent | {"verdict": "different", "seen": again[1]})
    assert "They stand as two incidents." in split.text


def test_an_incident_tells_what_holds_its_reports_and_leads_there(desk: TestClient, ledger: Path) -> None:
    _, (one, _) = names(ledger)
    html = desk.get(f"/incidents/{one}").text
    link = re.search(r'href="(/compare\?one=k-[^"]+)">why, and split them', html)
    assert link
    assert desk.get(link[1].replace("&amp;", "&")).status_code == 200


def test_in_spanish_the_fields_and_how_they_compare_are_named(desk: TestClient, ledger: Path) -> None:
    (first, second, _), _ = names(ledger)
    html = desk.get(f"/compare?one={first}&other={second}&lang=es").text
    assert ">palabras de la nota<" in html
    assert "muertos 14, bando no dicho / muertos 15, bando no dicho" in html
    assert "muertes y lesiones" in html
    assert "compared:" not in html
    assert "field:" not in html
    assert "level:" not in html
