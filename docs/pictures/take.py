"""Take the pictures of the page that stand beside this file: seven pages, light and dark, wide and narrow.

    .venv/bin/python docs/pictures/take.py      (needs Debian's chromium)

The packaged dispatches are read into a ledger of their own; nothing else is shown.
"""

from __future__ import annotations

import shutil
import tempfile
from pathlib import Path

from playwright.sync_api import Page, sync_playwright
from typer.testing import CliRunner

from recuento import deciding
from recuento.cli.app import app as command
from recuento.ledger import Ledger
from recuento.web.serve import free_port, running
from recuento.web.settings import Settings

HERE = Path(__file__).parent
WIDTHS = (1280, 390)
SCHEMES = ("light", "dark")


def main() -> None:
    with tempfile.TemporaryDirectory() as folder:
        ledger = Path(folder) / "demo.db"
        CliRunner().invoke(command, ["demo", "--db", str(ledger)], catch_exceptions=False)
        decide(ledger)
        port = free_port("127.0.0.1", 0)
        with running(Settings(ledger=str(ledger), port=port)) as address:
            take(address)


def decide(path: Path) -> None:
    """Accept one figure and correct another, so that decisions are seen."""
    with Ledger.open(path, create=False) as ledger:
        first, second = (each for each in ledger.review(at=0, limit=2).waiting)
        deciding.accept(ledger, first.row.incident.id, first.entry, by="Ana Prueba", why="read both reports")
        which = deciding.Which(tally=second.entry.tally, side=second.entry.side, unit=second.entry.unit)
        name = second.row.incident.id
        deciding.correct(ledger, name, "figure", "3", which=which, by="Luis Prueba", why="asked the hospital")


def take(address: str) -> None:
    """Write a picture of each page in each width and scheme."""
    with sync_playwright() as started:
        browser = started.chromium.launch(
            executable_path=shutil.which("chromium"),
            args=["--no-sandbox", "--use-angle=swiftshader", "--enable-unsafe-swiftshader", "--disable-quic"],
        )
        for scheme in SCHEMES:
            for width in WIDTHS:
                page = browser.new_page(
                    base_url=address, viewport={"width": width, "height": 900}, color_scheme=scheme, locale="en-GB",
                    reduced_motion="reduce",
                )  # fmt: skip
                for name, path in pages(page).items():
                    page.goto(path)
                    page.wait_for_load_state("networkidle")
                    if page.locator("[data-points], [data-network]").count():  # they are drawn after the page
                        page.wait_for_selector("[data-ready]", state="attached", timeout=60_000)
                    page.wait_for_timeout(300)
                    page.screenshot(path=HERE / f"{name}-{scheme}-{width}.jpg", type="jpeg", quality=72)
                page.close()
        browser.close()


def pages(page: Page) -> dict[str, str]:
    """Return the address of each page by the name of its picture: the story of the longest incident."""
    page.goto("/incidents?tally=freed")
    incident = page.locator("a.go").first.get_attribute("href") or ""
    page.goto(incident)
    compare = page.locator('#links ~ ul a[href^="/compare"]').first.get_attribute("href") or "/incidents"
    report = (page.locator("a.open").first.get_attribute("href") or "").partition("#")[0]
    return {
        "overview": "/incidents", "incident": incident, "report": report, "review": "/review",
        "compare": compare, "actor": "/actors/a-sinaloa-cartel", "decisions": "/log",
    }  # fmt: skip


if __name__ == "__main__":
    main()
