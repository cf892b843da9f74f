"""Names of minors do not reach a reader; names of victims where the reader does not want them."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from fastapi.testclient import TestClient
from tests.web.reading import asking_of, written

from recuento.ledger import Ledger

PORT = 8348
REPORTS = (
    (
        "2024-03-21",
        "Gunmen killed Luis Pardo, 15, and Marta Gil, 34, in Acapulco, Guerrero, on Wednesday, police said.",
    ),
    (
        "2024-03-22",
        "Pistoleros mataron a Luis Pardo y Marta Gil en Acapulco, Guerrero, el miércoles, informó la policía.",
    ),
)


@pytest.fixture(scope="module")
def ledger(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return written(tmp_path_factory.mktemp("names") / "ledger.db", REPORTS)


@pytest.fixture
def asking(ledger: Path) -> Iterator[TestClient]:
    with asking_of(ledger, PORT) as client:
        yield client


def pages(client: TestClient, ledger: Path) -> dict[str, str]:
    """Return every page that shows words of the reports."""
    with Ledger.open(ledger, create=False) as opened:
        rows = opened.incidents()
        reports = [each.id for row in rows for each in opened.incident(row.incident.id).documents]
    shown = [*(f"/incidents/{row.incident.id}" for row in rows), *(f"/reports/{one}" for one in reports), "/review"]
    shown.append(f"/compare?one={reports[0]}&other={reports[1]}")
    return {path: client.get(path).text for path in shown}


def test_a_minor_s_name_is_on_no_page_not_even_where_a_report_does_not_tell_the_age(
    asking: TestClient, ledger: Path
) -> None:
    shown = pages(asking, ledger)
    assert len(shown) > 3
    assert not [path for path, html in shown.items() if "pardo" in html.casefold()]
    assert any("Marta Gil" in html for html in shown.values())


def test_victims_are_hidden_by_a_switch_that_is_remembered(asking: TestClient, ledger: Path) -> None:
    answer = asking.get("/incidents?names=hidden")
    assert "Show the names of victims" in answer.text
    assert not [path for path, html in pages(asking, ledger).items() if "Marta" in html or "Gil" in html]
    asking.get("/incidents?names=shown")
    assert any("Marta Gil" in html for html in pages(asking, ledger).values())


def test_who_serves_the_page_can_show_minors(ledger: Path) -> None:
    with asking_of(ledger, PORT, minors=True) as client:
        assert any("Luis Pardo" in html for html in pages(client, ledger).values())
