"""Walks through the pages in a browser: filters, the order, two people at once, joining, keys, the API's reference."""

from __future__ import annotations

import csv
import re
from io import StringIO
from pathlib import Path
from typing import Any

import pytest
from tests.ledger.test_doubts import codings

from recuento.ledger import Ledger
from recuento.link import Linker
from recuento.recording import record_coding
from recuento.web.serve import free_port, running
from recuento.web.settings import Settings

playwright = pytest.importorskip("playwright.sync_api", reason="playwright is not installed")
expect = playwright.expect


def listed(page: Any) -> list[str]:
    return [str(row.get_attribute("href")) for row in page.locator("a.go").all()]


def exported(page: Any) -> list[str]:
    """Return the incidents of the table that the page offers of its view, each once."""
    table = page.request.get(page.get_by_role("link", name="CSV").get_attribute("href")).text()
    return [f"/incidents/{name}" for name in dict.fromkeys(row["incident"] for row in csv.DictReader(StringIO(table)))]


@pytest.mark.parametrize(
    ("value", "asked"),
    [
        ("Guatemala", "country=GT"),
        ("Cártel de Jalisco Nueva Generación", "group=a-cjng"),
        ("El Quetzal", "source=El+Quetzal"),
        ("alleged", "certainty=alleged"),
        ("none yet", "reviewed=no"),
        ("Sonora, MX", "admin1=MX-SON"),
        ("changed today", "changed="),
    ],
)
def test_each_facet_narrows_to_as_many_as_it_says_and_is_taken_off_by_its_chip(
    page: Any, value: str, asked: str
) -> None:
    page.goto("/incidents")
    whole = listed(page)
    choice = page.locator(".facets a", has_text=value).first
    number = int(choice.locator(".n").inner_text())
    choice.click()
    page.wait_for_url(f"**{asked}**")
    assert len(listed(page)) == number
    assert listed(page) == exported(page)
    page.locator(".chips a").first.click()
    page.wait_for_url("**/incidents")
    assert listed(page) == whole


def test_words_and_changed_since_are_asked_together_and_stand_in_the_address(page: Any) -> None:
    page.goto("/incidents")
    page.get_by_label("Words in the reports").fill("gunmen killed")
    page.get_by_label("Changed since").fill("2024-01-01")
    page.get_by_role("button", name="Show").click()
    page.wait_for_url(re.compile("q=gunmen"))
    expect(page.locator(".chips li")).to_have_count(3)  # two, and one that clears both
    assert "changed=2024-01-01" in page.url
    assert listed(page) == exported(page) != []
    page.reload()
    assert page.get_by_label("Words in the reports").input_value() == "gunmen killed"


def test_the_newest_come_first_and_the_order_stays_when_the_list_is_narrowed(page: Any) -> None:
    page.goto("/incidents")
    newest = listed(page)
    page.get_by_role("navigation", name="Order").get_by_role("link", name="oldest first").click()
    page.wait_for_url("**sort=oldest**")
    assert listed(page) == newest[::-1] == exported(page)
    page.locator(".facets a", has_text="El Quetzal").click()
    page.wait_for_url("**source=El+Quetzal**")
    assert "sort=oldest" in page.url


def test_only_reviewed_figures_are_shown_and_leave_when_that_is_asked(page: Any) -> None:
    page.goto("/incidents?source=El+Quetzal&event=attack&tally=killed")
    page.locator("a.go").first.click()
    tally = page.locator("section.tally").first
    tally.get_by_text("Accept or correct").click()
    form = tally.locator("form.accept")
    form.get_by_label("Your name").fill("Ana Prueba")
    form.get_by_role("button", name="Accept").click()
    expect(page.locator(".headline .ok")).to_have_count(1)
    incident = page.url.rpartition("/")[2]
    page.goto("/incidents")
    page.get_by_label("reviewed figures only").check()
    page.wait_for_url("**only=reviewed**")
    assert f"/incidents/{incident}" in listed(page)
    assert listed(page) == exported(page)
    page.goto("/log")
    page.get_by_text("Undo", exact=True).first.click()
    undoing = page.locator("form.undo").first
    undoing.get_by_label("Why").fill("asked again")
    undoing.get_by_role("button", name="Undo").click()
    expect(page.locator(".decisions .undone")).to_have_count(1)


def test_two_incidents_are_joined_where_it_is_told_why_they_are_two(page: Any) -> None:
    page.goto("/incidents?source=El+Quetzal")
    one, other = listed(page)
    page.goto(one)
    page.get_by_label("Another incident, telling or report").fill(other.rpartition("/")[2])
    page.get_by_role("button", name="Compare").click()
    page.get_by_text("They stand as two incidents.").wait_for()
    assert page.locator("table.odds tbody tr").count() > 8
    form = page.locator("form.judge")
    form.get_by_label("The two are").select_option("same")
    form.get_by_label("Why").fill("one story")
    form.get_by_label("Your name").fill("Ana Prueba")
    form.get_by_role("button", name="Decide").click()
    page.get_by_text("They stand as one incident.").wait_for()
    form.get_by_label("The two are").select_option("different")
    form.get_by_label("Why").fill("on second thoughts")
    form.get_by_role("button", name="Decide").click()
    page.get_by_text("They stand as two incidents.").wait_for()


def test_who_decides_second_is_told_and_led_back_to_what_the_first_decided(chromium: Any, address: str) -> None:
    contexts = [chromium.new_context(base_url=address, locale=locale) for locale in ("en-GB", "es-MX")]
    first, second = (context.new_page() for context in contexts)
    first.goto("/incidents?source=La+Hoja&sort=oldest")
    incident = first.locator("a.go").first.get_attribute("href")
    for page in (first, second):
        page.goto(incident)
        page.locator("details.decide summary").last.click()
    for page, value, name in ((first, "9", "Ana Prueba"), (second, "11", "Luis Prueba")):
        form = page.locator("form.correct").first
        form.locator("input[name=value]").fill(value)
        form.locator("input[name=why]").fill("own count")
        form.locator("input[name=by]").fill(name)
        form.locator("button").click()
    second.get_by_text("Ana Prueba decidió sobre esto antes que usted").wait_for()
    second.get_by_text("No se sobrescribió nada.").wait_for()
    second.get_by_role("link", name="Verlo como está ahora").click()
    expect(second.locator(".best").first).to_have_text("9")
    for context in contexts:
        context.close()


def test_the_keys_are_shown_lead_everywhere_and_can_be_switched_off(page: Any) -> None:
    page.goto("/incidents")
    page.keyboard.press("?")
    dialog = page.get_by_role("dialog")
    expect(dialog).to_be_visible()
    page.keyboard.press("Escape")
    expect(dialog).to_be_hidden()
    page.keyboard.press("g")
    page.keyboard.press("r")
    page.wait_for_url("**/review")
    page.get_by_role("button", name="Keys").click()
    dialog.get_by_label("Keys of one letter are on").uncheck()
    dialog.get_by_role("button", name="Close").click()
    page.keyboard.press("j")
    assert page.url.endswith("/review")
    page.reload()
    page.keyboard.press("g")
    page.keyboard.press("a")
    assert page.url.endswith("/review")


def test_the_reference_of_the_api_is_walked_in_both_languages(page: Any) -> None:
    page.goto("/incidents")
    page.get_by_role("contentinfo").get_by_role("link", name="API").click()
    page.wait_for_url("**/api/docs")
    assert page.locator("h2 code", has_text="/api/actors/{key}").count() == 1
    page.get_by_role("link", name="Incidents", exact=True).last.click()
    page.wait_for_url("**#shape-Incidents")
    assert page.locator("#shape-Incidents").is_visible()
    page.get_by_role("link", name="Español").click()
    assert page.get_by_text("Se responde:").first.is_visible()
    schema = page.request.get("/api/openapi.json").json()
    assert page.locator("h2 .tag").count() == sum(len(each) for each in schema["paths"].values())


def test_a_past_day_is_chosen_by_arrow_keys(page: Any) -> None:
    page.goto("/incidents?tally=freed")
    page.locator("a.go").first.click()
    page.locator(".asof input:checked").focus()
    page.keyboard.press("ArrowLeft")
    page.wait_for_url("**as_of=2024-03-22")
    expect(page.locator(".past")).to_be_visible()
    page.get_by_role("link", name="Today").click()
    page.wait_for_url(re.compile(r"/incidents/i-\w+$"))


def test_a_day_chosen_before_the_script_has_come_is_asked_for_when_it_comes(page: Any) -> None:
    far = page.context.new_cdp_session(page)
    far.send("Network.enable")
    far.send(
        "Network.emulateNetworkConditions",
        {"offline": False, "latency": 300, "downloadThroughput": -1, "uploadThroughput": -1},
    )
    page.goto("/incidents?tally=freed")
    page.locator("a.go").first.click()
    page.locator(".asof input:checked").focus()
    page.keyboard.press("ArrowLeft")
    page.wait_for_url("**as_of=2024-03-22")
    page.go_back()
    expect(page.locator(".asof label").last.locator("input")).to_be_checked()  # what is chosen is what is shown


def test_a_doubtful_join_is_decided_and_undone_by_keyboard_alone(chromium: Any, tmp_path: Path) -> None:
    with Ledger.open(tmp_path / "l.db") as ledger:
        for coding in codings():
            record_coding(ledger, coding, linker=Linker())
    settings = Settings(ledger=str(tmp_path / "l.db"), port=free_port("127.0.0.1", 0))
    with running(settings) as address:
        page = chromium.new_page(base_url=address, locale="en-GB")
        page.goto("/review")
        page.get_by_role("link", name="Joins").click()
        page.wait_for_url("**/review/joins")  # its keys work once it has loaded, not as soon as its words are there
        expect(page.get_by_text("1 doubtful join waits")).to_be_visible()
        page.keyboard.press("d")  # no name yet: it is asked for first
        page.keyboard.type("Ana Prueba")
        page.keyboard.press("Tab")
        page.keyboard.press("s")
        expect(page.get_by_text("No join is in doubt.")).to_be_visible()
        page.goto("/incidents")
        assert len(listed(page)) == 1
        page.keyboard.press("g")
        page.keyboard.press("d")
        page.wait_for_url("**/log")
        page.get_by_text("Undo", exact=True).first.click()
        page.locator("form.undo input[name=why]").fill("looked again")
        page.keyboard.press("Enter")
        expect(page.locator(".decisions .undone")).to_have_count(1)
        page.goto("/review/joins")
        page.keyboard.press("n")
        expect(page.get_by_text("No join is in doubt.")).to_be_visible()
        page.goto("/incidents")
        assert len(listed(page)) == 2
        page.close()
