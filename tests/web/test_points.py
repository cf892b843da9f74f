"""The places of a view, for the map that can be moved."""

from __future__ import annotations

import json
from pathlib import Path

from fastapi.testclient import TestClient

STATIC = Path(__file__).parents[2] / "src" / "recuento" / "web" / "static"


def test_every_incident_with_a_point_is_on_the_map_and_none_in_a_country_s_middle(client: TestClient) -> None:
    places = client.get("/incidents/points").json()["features"]
    shown = json.loads(client.get("/incidents.geojson").text)["features"]
    located = [each for each in shown if each["geometry"]]
    assert sum(each["properties"]["number"] for each in places) == len(located) > 0
    numbers = [each["properties"]["number"] for each in places]
    assert numbers == sorted(numbers)


def test_a_filter_of_the_view_is_one_of_the_map(client: TestClient) -> None:
    features = client.get("/incidents/points?tally=freed").json()["features"]
    assert [each["properties"]["name"] for each in features] == ["Culiacán, Sinaloa, MX"]
    leads = features[0]["properties"]["href"]
    assert client.get(leads).status_code == 200


def test_a_point_is_told_in_the_reader_s_language(client: TestClient) -> None:
    features = client.get("/incidents/points?tally=freed&lang=es").json()["features"]
    assert features[0]["properties"]["title"].startswith("Secuestro")


def test_the_outlines_are_those_of_countries(client: TestClient) -> None:
    answer = client.get("/basemap")
    assert answer.headers["content-type"] == "application/geo+json"
    countries = answer.json()["features"]
    assert len(countries) > 150
    rings = [ring for each in countries for polygon in each["geometry"]["coordinates"] for ring in polygon]
    assert all(-180 <= x <= 180 and -90 <= y <= 90 for ring in rings for x, y in ring)


def test_what_is_vendored_names_no_other_place_to_fetch_from() -> None:
    vendored = [*STATIC.glob("maplibre/*.mjs"), *STATIC.glob("maplibre/*.css")]
    assert len(vendored) == 3
    assert not [path.name for path in vendored if "sourceMappingURL" in path.read_text("utf-8")]
