"""Decisions on the page: from our own forms only, by name and reason, and nothing overwritten."""

from __future__ import annotations

import re
from collections.abc import Iterator
from html import unescape
from pathlib import Path

import pytest
from fastapi.testclient import TestClient
from tests.web.conftest import PORT, stories

from recuento.ledger import Ledger
from recuento.link import Linker
from recuento.recording import record_coding
from recuento.web.app import create_app
from recuento.web.settings import Settings

HOME = f"http://127.0.0.1:{PORT}"


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[TestClient]:
    """A ledger of its own for each test: decisions stay."""
    path = tmp_path / "ledger.db"
    with Ledger.open(path) as ledger:
        for coding in stories():
            record_coding(ledger, coding, linker=Linker())
    app = create_app(Settings(ledger=str(path), port=PORT))
    with TestClient(app, base_url=HOME, headers={"Origin": HOME}, raise_server_exceptions=False) as asking:
        yield asking


def incident(desk: TestClient, tally: str = "freed") -> str:
    return str(desk.get("/incidents.json", params={"tally": tally}).json()["incidents"][0]["incident"]["id"])


def fields(html: str, action: str) -> dict[str, str]:
    """Return the hidden fields of the first form that is sent to ``action``."""
    form = re.search(rf'<form[^>]*action="{re.escape(action)}".*?</form>', html, re.DOTALL)
    assert form, action
    return dict(re.findall(r'<input type="hidden" name="(\w+)" value="([^"]*)"', unescape(form[0])))


def figure(desk: TestClient, tally: str = "freed") -> str:
    (row,) = desk.get("/incidents.json", params={"tally": tally}).json()["incidents"]
    return next(str(each["best"]["at_least"]) for each in row["entries"] if each["tally"] == tally)


def correcting(desk: TestClient, value: str, by: str = "Ana Prueba", **changed: str) -> tuple[str, dict[str, str]]:
    """Return where to send a correction of the first figure of the incident with people freed, and what."""
    action = f"/incidents/{incident(desk)}/correct"
    html = desk.get(f"/incidents/{incident(desk)}").text
    hidden = fields(html, action)
    return action, hidden | {"tally": "freed", "value": value, "why": "own count", "by": by} | changed


def test_a_correction_moves_the_tally_and_undoing_moves_it_back(desk: TestClient) -> None:
    action, sent = correcting(desk, "57")
    answer = desk.post(action, data=sent, follow_redirects=False)
    assert (answer.status_code, answer.headers["location"]) == (303, f"/incidents/{incident(desk)}")
    assert figure(desk) == "57"
    html = desk.get(f"/incidents/{incident(desk)}").text
    assert "Ana Prueba&#39;s word (decision 1): own count" in html
    undo = fields(html, "/decisions/1/undo") | {"by": "Luis Prueba", "why": "called again"}
    assert desk.post("/decisions/1/undo", data=undo).status_code == 200
    assert figure(desk) == "58"
    log = desk.get("/log").text
    assert log.count('id="decision-') == 2
    assert f'<a href="/incidents/{incident(desk)}">' in log


def test_the_second_who_decides_sees_the_first_and_overwrites_nothing(desk: TestClient) -> None:
    action, first = correcting(desk, "57")
    _, second = correcting(desk, "59", by="Luis Prueba")
    desk.post(action, data=first)
    refused = desk.post(action, data=second)
    assert refused.status_code == 409
    assert "Ana Prueba decided on this before you" in refused.text
    assert figure(desk) == "57"
    _, again = correcting(desk, "59", by="Luis Prueba")
    assert desk.post(action, data=again).status_code == 200
    assert figure(desk) == "59"


def test_accepting_takes_exactly_what_was_shown(desk: TestClient) -> None:
    html = desk.get("/review").text
    action = re.search(r'action="(/incidents/[^"]+/accept)"', html)
    assert action
    sent = fields(html, action[1]) | {"by": "Ana Prueba", "why": "read both"}
    stale = desk.post(action[1], data=sent | {"shown": "0" * 16})
    assert (stale.status_code, "has moved since" in stale.text) == (409, True)
    before = re.search(r"(\d+) figures wait", html)
    done = desk.post(action[1], data=sent)
    after = re.search(r"(\d+) figures? waits?", done.text)
    assert before
    assert after
    assert int(before[1]) - 1 == int(after[1])


def test_a_misread_claim_leaves_its_tally(desk: TestClient) -> None:
    html = desk.get(f"/incidents/{incident(desk, 'wounded')}").text
    action = re.search(r'action="(/claims/[^"]+/correct)"', html)
    assert action
    sent = fields(html, action[1]) | {"value": "none", "by": "Ana Prueba", "why": "wounded pride"}
    assert desk.post(action[1], data=sent).status_code == 200
    assert desk.get("/incidents.json?tally=wounded").json()["incidents"] == []


def test_two_incidents_are_joined_and_parted(desk: TestClient) -> None:
    one, other = incident(desk, "freed"), incident(desk, "killed")
    action = f"/incidents/{one}/judge"
    sent = fields(desk.get(f"/compare?one={one}&other={other}").text, action)
    sent |= {"other": other, "verdict": "same", "by": "Ana Prueba", "why": "one story"}
    assert desk.post(action, data=sent).status_code == 200
    assert incident(desk, "freed") == incident(desk, "killed")
    desk.post("/decisions/1/undo", data=sent)
    assert incident(desk, "freed") != incident(desk, "killed")


def test_a_report_is_withdrawn(desk: TestClient) -> None:
    report = re.search(r"/reports/(d-\w+)", desk.get(f"/incidents/{incident(desk, 'killed')}").text)
    assert report
    action = f"/reports/{report[1]}/withdraw"
    sent = fields(desk.get(f"/reports/{report[1]}").text, action) | {"by": "Ana Prueba", "why": "retracted"}
    shown = desk.post(action, data=sent)
    assert (shown.status_code, "This report no longer counts:" in shown.text) == (200, True)
    assert "withdrawn" in shown.text
    assert action not in shown.text
    assert desk.get("/incidents.json?tally=killed").json()["incidents"] == []


@pytest.mark.parametrize(
    ("changed", "status"),
    [
        ({"token": "guessed"}, 403),
        ({"token": ""}, 403),
        ({"by": " "}, 400),
        ({"why": ""}, 400),
        ({"value": "many"}, 400),
        ({"value": ""}, 400),
        ({"field": "soul"}, 400),
        ({"seen": "-1"}, 400),
        ({"tally": "nonsense"}, 400),
        ({"value": "1" * 70_000}, 413),
    ],
)
def test_what_makes_no_sense_decides_nothing(desk: TestClient, changed: dict[str, str], status: int) -> None:
    action, sent = correcting(desk, "57")
    assert desk.post(action, data=sent | changed).status_code == status
    assert desk.get("/log").text.count('id="decision-') == 0


@pytest.mark.parametrize(
    "back", ["https://evil.example/", "//evil.example", "/\\evil.example", "javascript:alert(1)", "x"]
)
def test_the_way_back_never_leads_elsewhere(desk: TestClient, back: str) -> None:
    action, sent = correcting(desk, "57", back=back)
    answer = desk.post(action, data=sent, follow_redirects=False)
    assert answer.headers["location"] == f"/incidents/{incident(desk)}"


def test_another_site_cannot_decide_even_with_the_token(desk: TestClient) -> None:
    action, sent = correcting(desk, "57")
    assert desk.post(action, data=sent, headers={"Origin": "http://evil.example"}).status_code == 403


def test_read_only_shows_no_form_and_takes_none(desk: TestClient, tmp_path: Path) -> None:
    action, sent = correcting(desk, "57")
    app = create_app(Settings(ledger=str(tmp_path / "ledger.db"), port=PORT, read_only=True))
    with TestClient(app, base_url=HOME, headers={"Origin": HOME}) as reader:
        assert "<form method" not in reader.get(action.removesuffix("/correct")).text
        assert "<form class" not in reader.get("/review").text
        assert reader.post(action, data=sent).status_code == 403
    assert figure(desk) == "58"


def test_the_name_is_kept_for_the_next_decision(desk: TestClient) -> None:
    action, sent = correcting(desk, "57", by="Inés Núñez")
    desk.post(action, data=sent)
    assert 'value="Inés Núñez"' in desk.get("/review").text
