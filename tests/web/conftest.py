"""One small ledger, served to a test client that asks as a browser on this computer would."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

pytest.importorskip("fastapi", reason="the page's extra is not installed")

from fastapi.testclient import TestClient
from tests.builders import HERMOSILLO, report, told

from recuento.ledger import Ledger
from recuento.link import Linker
from recuento.recording import record_coding
from recuento.web.app import create_app
from recuento.web.settings import Settings

PORT = 8347


def stories() -> list[object]:
    """Return a count that climbs over three days, told by two outlets; a clash elsewhere; a report with no place."""
    common = {"on": "2024-03-20"}
    return [
        report("2024-03-21", [told("25 people were taken", "abduction", "abducted", 25, side="civilian")], **common),
        report(
            "2024-03-22",
            [
                told("66 people were taken", "abduction", "abducted", 66, side="civilian"),
                told("42 were freed", "release", "freed", 42, side="civilian"),
            ],
            publisher="El Faro Chico",
            **common,
        ),
        report("2024-03-24", [told("58 were freed", "release", "freed", 58, side="civilian")], **common),
        report(
            "2024-05-02",
            [told("3 <script>alert(1)</script> gunmen were killed", "clash", "killed", 3, side="armed_group")],
            place=HERMOSILLO, on="2024-05-01", publisher="<b>Prensa</b>",
        ),
        report("2024-06-02", [told("2 were wounded", "attack", "wounded", 2)], place=None, on=None),
    ]  # fmt: skip


@pytest.fixture(scope="session")
def served(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("page") / "ledger.db"
    linker = Linker()
    with Ledger.open(path) as ledger:
        for coding in stories():
            record_coding(ledger, coding, linker=linker)
    return path


@pytest.fixture(scope="session")
def client(served: Path) -> Iterator[TestClient]:
    app = create_app(Settings(ledger=str(served), port=PORT))
    with TestClient(app, base_url=f"http://127.0.0.1:{PORT}", raise_server_exceptions=False) as asking:
        yield asking
