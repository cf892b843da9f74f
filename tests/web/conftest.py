"""One small ledger, served to a test client that asks as a browser on this computer would."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import pytest

pytest.importorskip("fastapi", reason="the page's extra is not installed")

from fastapi.testclient import TestClient
from tests.builders import HERMOSILLO, report, told
from tests.web.browsing import CHROMIUM, FLAT

from recuento.ledger import Ledger
from recuento.link import Linker
from recuento.model import Place
from recuento.recording import record_coding
from recuento.web.app import create_app
from recuento.web.serve import free_port, running
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


def more_stories() -> list[object]:
    """Return more, for whoever walks through the pages: another country, a known group, a year of killings."""
    capital = Place(name="Guatemala City", country="GT", latitude=14.63, longitude=-90.51, precision="town")
    named = told("gunmen killed 4 people", "attack", "killed", 4, actor=("perpetrator", "gunmen", "a-cjng"))
    alleged = told("6 were wounded", "attack", "wounded", 6, certainty="alleged")
    year = [
        report(f"2023-{month:02}-09", [told(f"{month + 6} people were killed", "killing", "killed", month + 6)],
               place=HERMOSILLO, on=f"2023-{month:02}-07", publisher="La Hoja")
        for month in (1, 4, 7, 10)
    ]  # fmt: skip
    return [
        report("2024-07-02", [named], place=capital, on="2024-07-01", publisher="El Quetzal"),
        report("2024-08-02", [alleged], place=capital, on="2024-08-01", publisher="El Quetzal"),
        *year,
    ]


@pytest.fixture(scope="module")
def address(served: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    ledger = tmp_path_factory.mktemp("desk") / "ledger.db"
    shutil.copyfile(served, ledger)  # decisions are taken here, and must not be seen by other tests
    with Ledger.open(ledger) as opened:
        for coding in more_stories():
            record_coding(opened, coding, linker=Linker())
    port = free_port("127.0.0.1", 0)
    with running(Settings(ledger=str(ledger), port=port)) as where:
        yield where


@pytest.fixture(scope="module")
def started() -> Iterator[Any]:
    if CHROMIUM is None:
        pytest.skip("Debian's chromium is not installed: the pages were not looked at in a browser")
    playwright = pytest.importorskip("playwright.sync_api", reason="playwright is not installed")
    with playwright.sync_playwright() as driver:
        playwright.expect.set_options(timeout=60_000)  # a machine that does other work too must not fail it
        yield driver


@pytest.fixture(scope="module")
def chromium(started: Any) -> Iterator[Any]:
    """A browser without WebGL."""
    browser = started.chromium.launch(executable_path=CHROMIUM, args=FLAT)
    yield browser
    browser.close()


@pytest.fixture
def page(chromium: Any, address: str) -> Iterator[Any]:
    """A page that must say nothing on its console and ask nobody but us."""
    context = chromium.new_context(base_url=address, locale="en-GB", viewport={"width": 1280, "height": 900})
    context.set_default_timeout(60_000)
    opened = context.new_page()
    troubles: list[str] = []
    opened.on(
        "console", lambda message: troubles.append(message.text) if message.type in {"error", "warning"} else None
    )
    opened.on("pageerror", lambda error: troubles.append(str(error)))
    opened.on(
        "request", lambda asked: None if urlsplit(asked.url).hostname == "127.0.0.1" else troubles.append(asked.url)
    )
    yield opened
    context.close()
    assert troubles == []
