"""The pages in a real browser: what a person does there, and what an assistive technology would meet."""

from __future__ import annotations

import csv
import re
from io import StringIO
from pathlib import Path
from typing import Any

import pytest
from tests.web.browsing import CHROMIUM, DRAWING

playwright = pytest.importorskip("playwright.sync_api", reason="playwright is not installed")

AXE = Path(__file__).parent / "axe.min.js"


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
    playwright.expect(page.locator("a.go")).to_have_count(1)
    shown = [row.get_attribute("href") for row in page.locator("a.go").all()]
    table = page.request.get(page.get_by_role("link", name="CSV").get_attribute("href")).text()
    named = dict.fromkeys(row["incident"] for row in csv.DictReader(StringIO(table)))
    assert [f"/incidents/{name}" for name in named] == shown


def test_the_map_moves_where_the_browser_can_draw_it(started: Any, address: str) -> None:
    browser = started.chromium.launch(executable_path=CHROMIUM, args=DRAWING)
    page = browser.new_page(base_url=address, reduced_motion="reduce", locale="en-GB")
    page.set_default_timeout(60_000)
    troubles: list[str] = []
    page.on("pageerror", lambda error: troubles.append(str(error)))
    page.on("console", lambda said: troubles.append(said.text) if said.type == "error" else None)
    ours = (address, "data:", "blob:")
    page.on("request", lambda asked: None if asked.url.startswith(ours) else troubles.append(asked.url))
    page.goto("/incidents?tally=freed")
    page.wait_for_selector("figure.map[data-ready]", state="attached")
    assert not page.locator("figure.map > svg").is_visible()
    box = page.locator(".moving canvas").bounding_box()
    page.mouse.click(box["x"] + box["width"] / 2, box["y"] + box["height"] / 2)
    link = page.locator(".maplibregl-popup a")
    assert link.inner_text() == "Abduction, release"
    link.click()
    page.wait_for_url("**/incidents/i-*")
    browser.close()
    assert troubles == []


def test_without_webgl_the_drawn_map_stays(chromium: Any, address: str) -> None:
    page = chromium.new_page(base_url=address)
    page.goto("/incidents")
    page.wait_for_load_state("networkidle")
    assert page.locator("figure.map > svg").is_visible()
    assert not page.locator(".moving").is_visible()
    page.close()


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
    name = incident.rpartition("/")[2]
    pages = (
        "/incidents", "/incidents?tally=freed&changed=2024-01-01&sort=changed", incident, report, "/review", "/log",
        "/actors", "/review/joins", "/incidents/places", "/api/docs",
        f"/compare?one={name}&other={report.rpartition('/')[2]}",
    )  # fmt: skip
    for shown in pages:
        page.goto(shown)
        page.evaluate(AXE.read_text("utf-8"))
        found = page.evaluate(
            "axe.run().then(({violations}) => violations.map(v => [v.id, v.impact, v.nodes[0].html]))"
        )
        assert [each for each in found if each[1] in {"serious", "critical"}] == [], shown
        assert page.evaluate("document.documentElement.scrollWidth <= innerWidth"), f"{shown} is wider than the screen"


SEND = """([where, fields]) => {
  const form = Object.assign(document.createElement("form"), {method: "post", action: where});
  for (const [name, value] of Object.entries(fields))
    form.append(Object.assign(document.createElement("input"), {name, value}));
  document.body.append(form);
  form.submit();
}"""
HEADINGS = {
    "en": {404: "There is no such page", 400: "This address makes no sense", 422: "This address makes no sense",
           403: "This is not allowed here", 409: "Look again before you decide", 500: "Something is wrong"},
    "es": {404: "No existe esa página", 400: "Esta dirección no tiene sentido", 422: "Esta dirección no tiene sentido",
           403: "Esto no se permite aquí", 409: "Mire otra vez antes de decidir", 500: "Algo anda mal"},
}  # fmt: skip


@pytest.mark.parametrize("language", ["en", "es"])
@pytest.mark.parametrize("status", [404, 400, 422, 403, 409, 500])
def test_who_is_refused_meets_a_page_of_ours_too(
    chromium: Any, address: str, monkeypatch: pytest.MonkeyPatch, status: int, language: str
) -> None:
    page = chromium.new_page(base_url=address, locale=language)
    incident, _ = incident_and_report(page)
    token = page.locator("input[name=token]").first.get_attribute("value")
    figure = {"tally": "freed", "side": "civilian", "unit": "people", "shown": "another", "by": "Ana", "why": "read"}
    with page.expect_navigation() as answered:
        match status:
            case 404 | 400:
                page.goto("/incidents/i-nothing" if status == 404 else "/incidents?from=never")
            case 500:
                monkeypatch.setattr("recuento.web.pages.overview", lambda *_args, **_more: 1 / 0)
                page.goto("/incidents")
            case 409:
                page.evaluate(SEND, [f"{incident}/accept", {"token": token, **figure}])
            case 403:
                page.evaluate(SEND, [f"{incident}/accept", {"token": "guessed", **figure}])
            case 422:
                page.evaluate(SEND, ["/decisions/none/undo", {"token": token, **figure}])
    answer = answered.value
    assert answer.status == status
    assert "default-src 'none'" in answer.headers["content-security-policy"]
    assert page.locator("h1").inner_text() == HEADINGS[language][status]
    assert page.locator("html").get_attribute("lang") == language
    page.evaluate(AXE.read_text("utf-8"))
    found = page.evaluate("axe.run().then(({violations}) => violations.map(v => [v.id, v.impact]))")
    assert [each for each in found if each[1] in {"serious", "critical"}] == []
    page.close()


def test_a_person_corrects_a_figure_sees_it_move_and_undoes_it(page: Any) -> None:
    incident, _ = incident_and_report(page)
    page.goto(incident)
    assert page.locator(".best").all_inner_texts() == ["66", "58"]
    freed = page.locator("section.tally").nth(1)
    freed.get_by_text("Accept or correct").click()
    form = freed.locator("form.correct")
    form.get_by_label("It should be").fill("57")
    form.get_by_label("Why").fill("own count")
    form.get_by_label("Your name").fill("Ana Prueba")
    form.get_by_role("button", name="Correct").click()
    playwright.expect(page.locator(".best").nth(1)).to_have_text("57")
    page.get_by_text("Undo", exact=True).first.click()
    undoing = page.locator("form.undo").first
    undoing.get_by_label("Why").fill("asked again")
    undoing.get_by_role("button", name="Undo").click()
    playwright.expect(page.locator(".best").nth(1)).to_have_text("58")
    assert page.locator(".decisions .undone").count() == 1


def test_figures_are_reviewed_by_keyboard_alone(page: Any) -> None:
    page.goto("/review")
    waiting = len(page.locator(".ahead li").all()) + 1
    page.keyboard.press("a")  # no name yet: the key leads to where it is asked
    page.keyboard.type("Ana Prueba")
    page.keyboard.press("Enter")
    for left in range(waiting - 1, 0, -1):
        playwright.expect(page.locator(".ahead li")).to_have_count(left - 1)
        page.wait_for_load_state()  # the keys are ready with the page, not with its text
        page.keyboard.press("a")
    page.get_by_text("Nothing waits.").wait_for()
    page.goto("/log")
    assert page.locator(".decisions li").count() >= waiting
