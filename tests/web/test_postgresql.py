"""The page over PostgreSQL says what it says over SQLite, word for word; run where a server is named (CONTRIBUTING)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from contextlib import ExitStack

import pytest
from fastapi.testclient import TestClient
from sqlalchemy.engine import make_url
from tests.ledger.conftest import SERVER, dropped, new_schema
from tests.ledger.test_doubts import codings
from tests.web.conftest import more_stories, stories
from tests.web.reading import asking_of

from recuento.ledger import Ledger
from recuento.ledger.wire import moment
from recuento.link import Linker
from recuento.recording import record_coding

PORT = 8357
AT = moment("2024-09-01T00:00:00+00:00")
ADDRESSES = (
    "/incidents", "/incidents?q=gunmen", '/incidents?q="people+were"', "/incidents?q=peop*",
    "/incidents?place=culiacan", "/incidents?from=2024-03-01&to=2024-03-31",
    "/incidents?tally=killed&side=armed_group", "/incidents?tray=unplaced", "/incidents?tray=undated",
    "/incidents?country=GT", "/incidents?admin1=MX-SON&sort=oldest", "/incidents?sort=changed",
    "/incidents?group=a-cjng", "/incidents?source=El+Quetzal", "/incidents?certainty=alleged",
    "/incidents?reviewed=no", "/incidents?contested=1", "/incidents?only=reviewed", "/incidents?box=-112,28,-110,30",
    "/incidents?changed=2024-01-01", "/incidents?lang=es", "/incidents/places", "/incidents/places?tally=killed",
    "/incidents/points", "/incidents.csv", "/incidents.json", "/incidents.geojson", "/review", "/review?at=3",
    "/review/joins", "/log", "/actors", "/actors?q=cjng", "/actors/a-cjng", "/api/incidents?limit=2",
    "/api/facets?tally=killed", "/api/review", "/api/actors", "/api/decisions", "/incidents?q=?!",
    "/incidents/i-nothing",
)  # fmt: skip

pytestmark = pytest.mark.skipif(not SERVER, reason="RECUENTO_TEST_POSTGRES names no server to try the page on")


def filled(where: str) -> str:
    """Return the address of a ledger that now holds the stories, all learnt at known times."""
    with Ledger.open(where) as ledger:
        for coding in (*stories(), *more_stories(), *codings()):
            record_coding(ledger, coding, at=AT, linker=Linker())
    return where


@pytest.fixture(scope="module")
def desks(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[TestClient, TestClient]]:
    """The page over an SQLite file, and over a schema of a PostgreSQL server."""
    schema = new_schema()
    url = make_url(SERVER).update_query_dict({"options": f"-csearch_path={schema}"})
    places = (
        str(tmp_path_factory.mktemp("both") / "ledger.db"),
        url.render_as_string(hide_password=False),
    )
    with ExitStack() as opened:
        opened.callback(dropped, schema)
        sqlite, postgresql = (opened.enter_context(asking_of(filled(each), PORT)) for each in places)
        yield sqlite, postgresql


def words(answer: object) -> str:
    """Return what a page says, without the ledger's name and the token, which are its own."""
    told = re.sub(r'<span class="ledger">[^<]*</span>|name="token" value="[^"]*"', "", str(answer))
    return re.sub(r'"hash":"\w+"|"before":"\w+"', "", told)


@pytest.mark.parametrize("address", ADDRESSES)
def test_both_databases_give_the_same_page(desks: tuple[TestClient, TestClient], address: str) -> None:
    one, other = (desk.get(address) for desk in desks)
    assert one.status_code == other.status_code < 500
    assert words(other.text) == words(one.text)


def test_each_incident_and_report_is_the_same_page(desks: tuple[TestClient, TestClient]) -> None:
    rows = desks[0].get("/api/incidents").json()["incidents"]
    assert len(rows) > 5
    for row in rows:
        record = desks[0].get(f"/api/incidents/{row['incident']['id']}").json()
        for address in (f"/incidents/{row['incident']['id']}", f"/reports/{record['documents'][0]['id']}"):
            one, other = (desk.get(address) for desk in desks)
            assert (one.status_code, words(other.text)) == (200, words(one.text))


def test_a_decision_is_taken_counted_and_undone(desks: tuple[TestClient, TestClient]) -> None:
    for desk in desks:
        token = {"X-Recuento-Token": desk.get("/api/token").json()["token"]}
        first = desk.get("/api/review?limit=1").json()["waiting"][0]
        names = ("tally", "side", "unit", "best", "low", "high", "rests_on")
        sent = {"figure": {name: first["entry"][name] for name in names}, "by": "Ana Prueba", "why": "read it"}
        before = desk.get("/api/facets").json()["reviewed"]
        address = f"/api/incidents/{first['row']['incident']['id']}/accept"
        assert desk.post(address, json=sent, headers=token).status_code == 200
        assert desk.get("/api/facets").json()["reviewed"] != before
        undone = desk.post("/api/decisions/1/undo", json={"by": "Ana Prueba", "why": "not so"}, headers=token)
        assert undone.status_code == 200
        assert desk.get("/api/facets").json()["reviewed"] == before
