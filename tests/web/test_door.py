"""Where the page answers on a network, only whoever opens the link comes in."""

from __future__ import annotations

from pathlib import Path

from fastapi.testclient import TestClient

from recuento.web.app import create_app
from recuento.web.door import Door
from recuento.web.settings import Settings

BASE = "http://desk.example:8347"


def at_the_door(ledger: Path) -> tuple[TestClient, Door]:
    app = create_app(Settings(ledger=str(ledger), port=8347, hosts=("desk.example",), login=True))
    return TestClient(app, base_url=BASE, follow_redirects=False), app.state.door


def test_nothing_is_shown_before_the_link_is_opened(served: Path) -> None:
    client, _ = at_the_door(served)
    paths = ("/", "/incidents", "/incidents.csv", "/review", "/static/page.js", "/incidents/points")
    assert {client.get(path).status_code for path in paths} == {401}
    assert client.get("/incidents", headers={"Cookie": "recuento_session=guess; ;;=\x7f"}).status_code == 401


def test_the_link_works_once_and_for_one_browser(served: Path) -> None:
    client, door = at_the_door(served)
    link = f"/login?key={door.key()}"
    answer = client.get(link)
    assert answer.headers["location"] == "/incidents"
    assert "HttpOnly" in answer.headers["set-cookie"]
    assert "SameSite=lax" in answer.headers["set-cookie"]
    assert client.get("/incidents").status_code == 200
    other = TestClient(client.app, base_url=BASE, follow_redirects=False)
    assert other.get(link).status_code == 403
    assert other.get("/incidents").status_code == 401


def test_a_wrong_key_opens_nothing(served: Path) -> None:
    client, _ = at_the_door(served)
    for key in ("", "x" * 32, "%00"):
        assert client.get(f"/login?key={key}").status_code == 403


def test_on_this_computer_there_is_no_door(client: TestClient) -> None:
    assert client.get("/login").url.path == "/incidents"
