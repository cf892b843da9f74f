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
