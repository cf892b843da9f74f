"""The pages in a real browser: what a person does there, and what an assistive technology would meet."""

from __future__ import annotations

import csv
import re
import shutil
import threading
import time
from collections.abc import Iterator
from io import StringIO
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import pytest
import uvicorn

from recuento.web.app import create_app
from recuento.web.serve import free_port
from recuento.web.settings import Settings

CHROMIUM = shutil.which("chromium")
if CHROMIUM is None:
    pytest.skip(
        "Debian's chromium is not installed: the pages were not looked at in a browser", allow_module_level=True
    )
playwright = pytest.importorskip("playwright.sync_api", reason="playwright is not installed")

AXE = Path(__file__).parent / "axe.min.js"
QUIET = [
    "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking",
    "--disable-component-update", "--disable-sync",
]  # fmt: skip


@pytest.fixture(scope="module")
def address(served: Path) -> Iterator[str]:
    port = free_port("127.0.0.1", 0)
    settings = Settings(ledger=str(served), port=port)
    server = uvicorn.Server(uvicorn.Config(create_app(settings), port=port, log_level="error"))
    thread = threading.Thread(target=server.run, daemon=True)
    thread.start()
    while not server.started:
        time.sleep(0.05)
    yield f"http://127.0.0.1:{port}"
    server.should_exit = True
    thread.join(10)


@pytest.fixture(scope="module")
def chromium() -> Iterator[Any]:
    with playwright.sync_playwright() as started:
        browser = started.chromium.launch(executable_path=CHROMIUM, args=QUIET)
        yield browser
        browser.close()


@pytest.fixture
def page(chromium: Any, address: str) -> Iterator[Any]:
    """A page that must say nothing on its console and ask nobody but us."""
    context = chromium.new_context(base_url=address, locale="en-GB", viewport={"width": 1280, "height": 900})
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


def incident_and_report(page: Any) -> tuple[str, str]:
    page.goto("/incidents?tally=freed")
    incident = page.locator("a.go").first.get_attribute("href")
    page.goto(incident)
    return incident, page.locator("a.open").first.get_attribute("href").partition("#")[0]


def test_from_the_list_to_a_figure_to_its_words(page: Any) -> None:
    page.goto("/")
    page.get_by_role("table").get_by_role("link", name="Abduction, release").click()
    assert page.locator(".best").first.inner_text() == "66"
    page.locator(".claims a.open").first.click()
    page.wait_for_url(re.compile(r"/reports/d-\w+#c-\w+$"))
    target = page.locator(".anchor:target + mark")
    assert target.first.is_visible()
    assert "66" in page.locator("mark.figure[data-claims]").first.inner_text()


def test_a_chosen_day_is_asked_at_once_and_stands_in_the_address(page: Any) -> None:
    incident, _ = incident_and_report(page)
    page.goto(incident)
    page.locator(".asof label").first.click()
    page.wait_for_url("**as_of=2024-03-21")
    assert page.locator(".best").all_inner_texts() == ["25"]


def test_keys_go_from_claim_to_claim(page: Any) -> None:
    _, report = incident_and_report(page)
    page.goto(report)
    page.keyboard.press("j")
    first = page.locator(".beside li.at").get_attribute("data-claim")
    page.keyboard.press("j")
    second = page.locator(".beside li.at").get_attribute("data-claim")
    page.keyboard.press("k")
    assert first != second
    assert page.locator(".beside li.at").get_attribute("data-claim") == first
    assert page.locator("mark.at").count() > 0
    page.keyboard.press("Enter")
    page.wait_for_url("**/incidents/i-*")


def test_a_filter_changes_the_view_its_address_and_its_tables(page: Any) -> None:
    page.goto("/incidents")
    page.get_by_label("Place").fill("culiacan")
    page.keyboard.press("Enter")
    page.wait_for_url("**place=culiacan**")
    page.wait_for_function("document.querySelectorAll('a.go').length === 1")
    shown = [row.get_attribute("href") for row in page.locator("a.go").all()]
    table = page.request.get(page.get_by_role("link", name="CSV").get_attribute("href")).text()
    named = dict.fromkeys(row["incident"] for row in csv.DictReader(StringIO(table)))
    assert [f"/incidents/{name}" for name in named] == shown


def test_spanish_by_one_click(page: Any) -> None:
    page.goto("/incidents?tally=freed")
    page.get_by_role("link", name="Español").click()
    assert page.locator("html").get_attribute("lang") == "es"
    assert page.get_by_role("table").get_by_role("link", name="Secuestro").is_visible()
    page.locator("a.go").first.click()
    assert page.get_by_text("Qué se sabía el").is_visible()


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [1280, 390])
def test_nothing_serious_stands_in_the_way_of_anyone(page: Any, scheme: str, width: int) -> None:
    page.emulate_media(color_scheme=scheme)
    page.set_viewport_size({"width": width, "height": 900})
    incident, report = incident_and_report(page)
    for shown in ("/incidents", incident, report):
        page.goto(shown)
        page.evaluate(AXE.read_text("utf-8"))
        found = page.evaluate(
            "axe.run().then(({violations}) => violations.map(v => [v.id, v.impact, v.nodes[0].html]))"
        )
        assert [each for each in found if each[1] in {"serious", "critical"}] == [], shown
        assert page.evaluate("document.documentElement.scrollWidth <= innerWidth"), f"{shown} is wider than the screen"
