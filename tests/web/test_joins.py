"""The queue of doubtful joins: what was compared stands there, and what a person says takes the pair off it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from fastapi.testclient import TestClient
from tests.ledger.test_doubts import codings
from tests.web.reading import asking_of

from recuento.ledger import Ledger
from recuento.link import Linker
from recuento.recording import record_coding
from recuento.web.app import create_app
from recuento.web.settings import Settings

PORT = 8353


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[TestClient]:
    with Ledger.open(tmp_path / "l.db") as ledger:
        for coding in codings():
            record_coding(ledger, coding, linker=Linker())
    with asking_of(tmp_path / "l.db", PORT) as client:
        yield client


def form(html: str) -> tuple[str, dict[str, str]]:
    """Return where the form that judges is sent, and what it sends besides the verdict."""
    found = re.search(r'<form class="judge" method="post" action="([^"]+)">.*?</form>', html, re.DOTALL)
    assert found
    sent = dict(re.findall(r'<input type="hidden" name="(\w+)" value="([^"]*)"', found[0]))
    return found[1], sent | {"by": "Ana Prueba", "why": "read both tellings"}


def test_a_doubtful_join_is_shown_with_what_was_compared(desk: TestClient) -> None:
    html = desk.get("/review/joins").text
    assert "1 doubtful join waits" in html
    assert "They stand as two incidents." in html
    assert '<table class="odds">' in html
    assert html.count('class="home"') == 2
    for verdict in ("same", "different", "unsure"):
        assert f'<button name="verdict" value="{verdict}">' in html


@pytest.mark.parametrize(("verdict", "left"), [("same", 1), ("different", 2), ("unsure", 2)])
def test_a_verdict_takes_it_off_the_queue_and_into_the_log(desk: TestClient, verdict: str, left: int) -> None:
    where, sent = form(desk.get("/review/joins").text)
    answer = desk.post(where, data=sent | {"verdict": verdict})
    assert (answer.status_code, answer.url.path) == (200, "/review/joins")
    assert "No join is in doubt." in answer.text
    assert "1 decision on joins" in answer.text
    assert desk.get("/api/incidents").json()["total"] == left
    assert "Ana Prueba" in desk.get("/log").text
    undone = desk.post("/decisions/1/undo", data=sent | {"back": "/review/joins"})
    assert "1 doubtful join waits" in undone.text


def test_who_decides_second_is_told_what_the_first_decided(desk: TestClient) -> None:
    where, sent = form(desk.get("/review/joins").text)
    desk.post(where, data=sent | {"verdict": "different"})
    late = desk.post(where, data=sent | {"verdict": "same", "by": "Luis Prueba"})
    assert late.status_code == 409
    assert "Ana Prueba decided on this before you" in late.text
    assert desk.get("/api/incidents").json()["total"] == 2


def test_in_spanish_nothing_of_it_is_left_in_english(desk: TestClient) -> None:
    html = desk.get("/review/joins?lang=es").text
    for words in ("1 unión dudosa espera", "Uniones", "leí los dos relatos", "No se sabe", "Cada campo suma"):
        assert words in html
    for words in ("doubtful", "nearly", "Skip", "The same"):
        assert words not in html


def test_a_place_in_the_queue_that_is_none_is_refused(desk: TestClient) -> None:
    assert desk.get("/review/joins?at=x").status_code == 400
    assert "1 doubtful join waits" in desk.get("/review/joins?at=99").text


def test_read_only_the_queue_is_shown_and_takes_no_word(tmp_path: Path) -> None:
    with Ledger.open(tmp_path / "l.db") as ledger:
        for coding in codings():
            record_coding(ledger, coding, linker=Linker())
    base = f"http://127.0.0.1:{PORT}"
    app = create_app(Settings(ledger=str(tmp_path / "l.db"), port=PORT, read_only=True))
    with TestClient(app, base_url=base, headers={"Origin": base}) as client:
        html = client.get("/review/joins").text
        assert "1 doubtful join waits" in html
        assert "<form" not in html
        token = client.get("/api/token").json()["token"]
        sent = {"token": token, "other": "i-b", "verdict": "same", "by": "Ana", "why": "no"}
        assert client.post("/incidents/i-a/judge", data=sent).status_code == 403
