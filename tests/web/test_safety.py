"""A page on this computer is reachable by any site the reader visits: it must know its own."""

from __future__ import annotations

import re

import pytest
from fastapi.testclient import TestClient


@pytest.mark.parametrize(
    "host", ["evil.example", "evil.example:8347", "127.0.0.1:1", "127.0.0.1", "", "localhost:8347.evil.example"]
)
def test_a_foreign_host_is_refused(client: TestClient, host: str) -> None:
    answer = client.get("/incidents", headers={"Host": host})
    assert answer.status_code == 421
    assert "Abduction" not in answer.text


@pytest.mark.parametrize("host", ["127.0.0.1:8347", "localhost:8347", "LOCALHOST:8347", "[::1]:8347"])
def test_its_own_names_are_answered(client: TestClient, host: str) -> None:
    assert client.get("/incidents", headers={"Host": host}).status_code == 200


@pytest.mark.parametrize("path", ["/incidents", "/reports", "/actors", "/api/incidents", "/api/reports", "/api/actors"])
@pytest.mark.parametrize(
    "name",
    [
        "%00", "%0A", "..%2f..%2fetc%2fpasswd", "%2e%2e", "'%20OR%201=1--", "%22%3E%3Cscript%3Ealert(1)%3C/script%3E",
        "%25", "i-%25", "i-_", "%F0%9F%92%A3", "%FF%FE", "x" * 3000, "i-" + "9" * 400, "%7B%7B7*7%7D%7D", "%E2%80%AE",
    ],
)  # fmt: skip
def test_hostile_ids_find_nothing_and_are_shown_as_text(client: TestClient, path: str, name: str) -> None:
    answer = client.get(f"{path}/{name}")
    assert 400 <= answer.status_code < 500
    assert "<script>alert" not in answer.text


@pytest.mark.parametrize(
    "query",
    [
        "q=%00", "q=" + "x" * 5000, "q=%22%22%22", "q=AND+OR+NOT", "q=a*b*%28", "place=%25%25", "actor=_%25",
        "group=%00", "source=%0A", "page=99999999999999999999", "box=1e999,0,0,0", "sort=%00", "from=0000-00-00",
        "to=9999-12-31",
        "changed=9999-12-31", "from=0001-01-01", "lang=%00", "names=%3Cscript%3E", "admin1=%27%3B--", "page=1&page=2",
    ],
)  # fmt: skip
def test_hostile_filters_are_refused_or_find_nothing(client: TestClient, query: str) -> None:
    for path in (
        "/incidents",
        "/incidents.csv",
        "/incidents.geojson",
        "/incidents/points",
        "/api/incidents",
        "/actors",
    ):
        assert client.get(f"{path}?{query}").status_code < 500, path
    client.cookies.clear()


@pytest.mark.parametrize(
    "origin", [None, "null", "http://evil.example", "http://127.0.0.1:1", "https://127.0.0.1:8347"]
)
def test_a_foreign_page_can_change_nothing(client: TestClient, origin: str | None) -> None:
    headers = {} if origin is None else {"Origin": origin}
    for method in ("POST", "PUT", "DELETE", "PATCH"):
        assert client.request(method, "/incidents", headers=headers).status_code == 403


def test_every_answer_carries_the_policy(client: TestClient) -> None:
    for address in ("/incidents", "/static/page.js", "/nowhere", "/incidents.csv"):
        headers = client.get(address).headers
        policy = headers["content-security-policy"]
        assert "default-src 'none'" in policy
        assert "unsafe" not in policy
        assert headers["x-content-type-options"] == "nosniff"
        assert headers["referrer-policy"] == "same-origin"


def test_what_the_record_says_is_kept_nowhere_and_our_own_files_are_asked_for_by_their_tag(client: TestClient) -> None:
    assert client.get("/incidents").headers["cache-control"] == "no-store"
    assert client.get("/api/incidents").headers["cache-control"] == "no-store"
    script = client.get("/static/page.js")
    assert script.headers["cache-control"] == "no-cache"
    assert client.get("/static/page.js", headers={"If-None-Match": script.headers["etag"]}).status_code == 304


def test_pages_name_nothing_from_elsewhere_and_carry_no_code(client: TestClient) -> None:
    html = client.get("/incidents").text
    assert "http://" not in html.replace("http://www.w3.org", "")
    assert "https://" not in html
    assert " style=" not in html
    assert "onclick" not in html


def test_no_file_beside_the_static_ones_is_served(client: TestClient) -> None:
    for path in ("/static/../app.py", "/static/%2e%2e/app.py", "/static/..%2f..%2f__init__.py"):
        assert client.get(path).status_code == 404


def test_what_a_page_asks_for_is_there_and_not_empty(client: TestClient) -> None:
    for page in ("/incidents", "/actors", "/review"):
        asked = re.findall(r'(?:href|src)="(/static/[^"]+)"', client.get(page).text)
        assert len(asked) > 3
        assert not [path for path in asked if len(client.get(path).content) < 100]
