"""The record for other programs: the page's rows, one shape for errors, decisions under the page's rules."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from fastapi.testclient import TestClient
from tests.builders import report, told
from tests.web.conftest import PORT, stories

from recuento.ledger import Ledger
from recuento.link import Linker
from recuento.recording import record_coding
from recuento.web.app import create_app
from recuento.web.settings import Settings

HOME = f"http://127.0.0.1:{PORT}"
WHO = {"by": "Ana Prueba", "why": "read both"}


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[TestClient]:
    """A ledger of its own for each test, asked by a program that knows the token."""
    path = tmp_path / "ledger.db"
    with Ledger.open(path) as ledger:
        for coding in stories():
            record_coding(ledger, coding, linker=Linker())
    app = create_app(Settings(ledger=str(path), port=PORT))
    with TestClient(app, base_url=HOME, headers={"Origin": HOME}, raise_server_exceptions=False) as asking:
        asking.headers["X-Recuento-Token"] = asking.get("/api/token").json()["token"]
        yield asking


def one(desk: TestClient, tally: str = "freed") -> dict[str, Any]:
    (row,) = desk.get("/api/incidents", params={"tally": tally}).json()["incidents"]
    return dict(row)


def figure(row: dict[str, Any], tally: str = "freed") -> dict[str, Any]:
    entry = next(each for each in row["entries"] if each["tally"] == tally)
    return {name: entry[name] for name in ("tally", "side", "unit", "best", "low", "high", "rests_on")}


@pytest.mark.parametrize("query", ["", "tally=freed", "q=gunmen", "from=2024-04-01", "tray=unplaced", "source=Prensa"])
def test_the_api_lists_what_the_page_exports(client: TestClient, query: str) -> None:
    answer = client.get(f"/api/incidents?{query}").json()
    assert answer["incidents"] == client.get(f"/incidents.json?{query}").json()["incidents"]
    assert answer["total"] == len(answer["incidents"]) == client.get(f"/api/facets?{query}").json()["total"]


def test_cursors_lead_through_the_whole_list_once(client: TestClient) -> None:
    found: list[dict[str, Any]] = []
    cursor = ""
    while True:
        page = client.get("/api/incidents", params={"limit": 1} | ({"cursor": cursor} if cursor else {})).json()
        found += page["incidents"]
        cursor = page["next"]
        if cursor is None:
            break
    assert found == client.get("/api/incidents").json()["incidents"]


def test_facets_count_by_the_names_of_the_filters(client: TestClient) -> None:
    facets = client.get("/api/facets").json()
    assert facets["month"] == {"2024-03": 1, "2024-05": 1}
    for field in ("event", "tally", "side", "admin1", "source", "certainty", "reviewed"):
        for value, number in facets[field].items():
            assert client.get("/api/incidents", params={field: value}).json()["total"] == number


@pytest.mark.parametrize(
    ("address", "status", "where"),
    [
        ("/api/incidents?from=yesterday", 422, "from"),
        ("/api/incidents?event=picnic", 400, "event"),
        ("/api/incidents?limit=0", 422, "limit"),
        ("/api/incidents?cursor=nonsense", 400, "cursor"),
        ("/api/incidents?cursor=WzEsMl0", 400, "cursor"),
        ("/api/incidents?q=%3F", 400, None),
        ("/api/incidents?box=1", 400, "box"),
        ("/api/incidents/i-nothing", 404, None),
        ("/api/incidents/%3Cscript%3E", 422, "name"),
        ("/api/incidents/x%00y", 422, "name"),
        ("/api/incidents/i-nothing?as_of=never", 422, "as_of"),
        ("/api/reports/d-nothing", 404, None),
        ("/api/nowhere", 404, None),
        ("/api/incidents/%0AR", 404, None),
    ],
)
def test_every_error_has_one_shape(client: TestClient, address: str, status: int, where: str | None) -> None:
    answer = client.get(address)
    assert answer.headers["content-type"] == "application/problem+json"
    told = answer.json()
    assert set(told) == {"type", "title", "status", "detail", "where"}
    assert (answer.status_code, told["status"], told["where"]) == (status, status, where)
    assert told["detail"]


def test_a_foreign_host_or_origin_is_refused_in_that_shape_too(desk: TestClient) -> None:
    assert desk.get("/api/incidents", headers={"Host": "evil.example"}).json()["status"] == 421
    sent = {"figure": figure(one(desk)), **WHO}
    address = f"/api/incidents/{one(desk)['incident']['id']}/accept"
    assert desk.post(address, json=sent, headers={"Origin": "http://evil.example"}).json()["status"] == 403
    assert desk.post(address, json=sent, headers={"X-Recuento-Token": "guessed"}).json()["status"] == 403
    assert desk.post(address, json=sent | {"why": "x" * 300_000}).json()["status"] == 413
    assert desk.get("/api/decisions").json() == []


def test_a_program_accepts_what_it_was_shown_and_nothing_else(desk: TestClient) -> None:
    row = one(desk)
    address = f"/api/incidents/{row['incident']['id']}/accept"
    moved = figure(row) | {"best": {"at_least": 1, "at_most": 1}}
    assert desk.post(address, json={"figure": moved, **WHO}).status_code == 409
    made = desk.post(address, json={"figure": figure(row), **WHO})
    assert made.json() == {"decision": 1, "incidents": []}
    assert desk.get("/api/incidents?reviewed=part").json()["total"] == 1
    assert desk.get("/api/review").json()["done"] == 1


def test_a_program_corrects_joins_withdraws_and_undoes(desk: TestClient) -> None:
    row, other = one(desk), one(desk, "killed")
    name = row["incident"]["id"]
    sent = {"field": "figure", "value": "57", "tally": "freed", **WHO}
    assert desk.post(f"/api/incidents/{name}/correct", json=sent).json() == {"decision": 1, "incidents": [name]}
    assert figure(one(desk))["best"] == {"at_least": 57, "at_most": 57}
    refused = desk.post(f"/api/incidents/{name}/correct", json=sent | {"value": "59", "by": "Luis Prueba"})
    assert (refused.status_code, "decided on this before you" in refused.json()["detail"]) == (409, True)
    seen = desk.post(f"/api/incidents/{name}/correct", json=sent | {"value": "59", "by": "Luis Prueba", "seen": 1})
    assert seen.json()["decision"] == 2
    joined = {"other": other["incident"]["id"], "verdict": "same", **WHO}
    assert len(desk.post(f"/api/incidents/{name}/judge", json=joined).json()["incidents"]) == 1
    assert desk.post("/api/decisions/3/undo", json=WHO).json()["decision"] == 4
    document = desk.get(f"/api/incidents/{other['incident']['id']}").json()["documents"][0]["id"]
    assert desk.post(f"/api/reports/{document}/withdraw", json=WHO).status_code == 200
    assert desk.get("/api/incidents?tally=killed").json()["total"] == 0
    assert [each["kind"] for each in desk.get("/api/decisions").json()] == [
        "correct", "correct", "judge", "undo", "withdraw",
    ]  # fmt: skip


def test_a_claim_is_called_misread(desk: TestClient) -> None:
    record = desk.get(f"/api/incidents/{one(desk, 'killed')['incident']['id']}").json()
    claim = record["claims"][0]["id"]
    misread = {"field": "figure", "value": "none", **WHO}
    assert desk.post(f"/api/claims/{claim}/correct", json=misread).status_code == 200
    assert desk.get("/api/incidents?tally=killed").json()["total"] == 0
    wrong = desk.post("/api/claims/i-1/correct", json=misread)
    assert (wrong.status_code, wrong.json()["where"]) == (400, "name")


def test_read_only_takes_no_decision(desk: TestClient, tmp_path: Path) -> None:
    app = create_app(Settings(ledger=str(tmp_path / "ledger.db"), port=PORT, read_only=True))
    with TestClient(app, base_url=HOME, headers={"Origin": HOME}) as reader:
        token = reader.get("/api/token").json()
        sent = {"figure": figure(one(desk)), **WHO}
        address = f"/api/incidents/{one(desk)['incident']['id']}/accept"
        answer = reader.post(address, json=sent, headers={"X-Recuento-Token": token["token"]})
    assert token["read_only"] is True
    assert answer.status_code == 403


def test_a_past_day_is_asked_again(client: TestClient) -> None:
    name = client.get("/api/incidents?tally=freed").json()["incidents"][0]["incident"]["id"]
    then = client.get(f"/api/incidents/{name}?as_of=2024-03-21").json()
    assert [each["best"]["at_least"] for each in then["entries"]] == [25]
    assert client.get(f"/api/incidents/{name}?ledger_as_of=2024-03-21").status_code in {200, 400, 422}


def test_the_reference_names_every_address_in_both_languages_and_runs_nothing(client: TestClient) -> None:
    paths = client.get("/api/openapi.json").json()["paths"]
    for language, word in (("en", "Answered:"), ("es", "Se responde:")):
        html = client.get(f"/api/docs?lang={language}").text
        assert all(f"<code>/api{path}</code>" in html for path in paths)
        assert word in html
        assert html.count("<script") == 2  # the page's own two
    client.cookies.clear()


def test_a_report_of_five_megabytes_is_shown_whole(tmp_path: Path) -> None:
    times = 5_000_000 // 8
    coding = report("2024-03-21", [told("3 people were killed", "attack", "killed", 3)], note=" <i>nada" * times)
    with Ledger.open(tmp_path / "l.db") as ledger:
        record_coding(ledger, coding, linker=Linker())
    app = create_app(Settings(ledger=str(tmp_path / "l.db"), port=PORT))
    with TestClient(app, base_url=HOME) as reader:
        html = reader.get(f"/reports/{coding.document.id}")
        assert html.status_code == 200
        assert "<i>nada" not in html.text
        assert html.text.count("&lt;i&gt;nada") == times
        assert reader.get(f"/api/reports/{coding.document.id}").status_code == 200
        assert reader.get("/incidents?q=nada").text.count('class="go"') == 1
