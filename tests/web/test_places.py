"""The table that says what the map says."""

from __future__ import annotations

import re
from pathlib import Path
from urllib.parse import parse_qs, urlsplit

import pytest
from fastapi.testclient import TestClient
from tests.builders import CULIACAN, HERMOSILLO, report, told
from tests.web.reading import asking_of

from recuento.ledger import IncidentFilter, Ledger
from recuento.link import Linker
from recuento.model.totals import Total, all_sides
from recuento.recording import record_coding

PORT = 8354


@pytest.fixture
def path(tmp_path: Path) -> Path:
    codings = [
        report("2024-03-21", [told("4 soldiers were killed", "clash", "killed", 4, side="state"),
                              told("9 gunmen were killed", "clash", "killed", 9, side="armed_group"),
                              told("2 were wounded", "clash", "wounded", 2)], on="2024-03-20"),
        report("2024-06-21", [told("5 people were killed", "killing", "killed", 5)], on="2024-06-20",
               publisher="La Hoja"),
        report("2024-06-21", [told("7 people were killed", "killing", "killed", 7)], on="2024-06-20",
               publisher="El Faro Chico"),
        report("2024-05-02", [told("3 gunmen were killed", "clash", "killed", 3, side="armed_group")],
               place=HERMOSILLO, on="2024-05-01", publisher="Reforma"),
        report("2024-06-02", [told("7 were wounded", "attack", "wounded", 7)], place=None, on="2024-06-01"),
    ]  # fmt: skip
    with Ledger.open(tmp_path / "l.db") as ledger:
        for coding in codings:
            record_coding(ledger, coding, linker=Linker())
    return tmp_path / "l.db"


def test_the_sums_are_those_of_the_incidents_at_each_place(path: Path) -> None:
    with Ledger.open(path) as ledger:
        culiacan, hermosillo, nowhere = ledger.place_sums(IncidentFilter(), ("killed", "wounded"))
        assert culiacan.spot is not None
        assert (culiacan.spot.latitude, culiacan.spot.longitude) == (CULIACAN.latitude, CULIACAN.longitude)
        assert (culiacan.incidents, hermosillo.incidents, nowhere.incidents) == (2, 1, 1)
        rows = ledger.incidents(IncidentFilter(admin1="MX-SIN"))
        killed = [all_sides(entry for entry in row.entries if entry.tally == "killed") for row in rows]
        assert culiacan.sums["wounded"] == Total(best=2, low=2, high=2)
        assert culiacan.sums["killed"] == Total(best=sum(each.best for each in killed), low=18, high=20)
        assert hermosillo.sums == {"killed": Total(best=3, low=3, high=3)}
        assert (nowhere.spot, nowhere.sums) == (None, {"wounded": Total(best=7, low=7, high=7)})
        (state, *_) = ledger.place_sums(IncidentFilter(), ("killed",), "state")
        assert state.sums == {"killed": Total(best=4, low=4, high=4)}
        (one,) = ledger.place_sums(IncidentFilter(event="clash", admin1="MX-SIN"), ("killed",))
        assert one.sums == {"killed": Total(best=13, low=13, high=13)}


def test_each_line_leads_to_a_list_of_as_many_incidents(path: Path) -> None:
    with asking_of(path, PORT) as desk:
        html = desk.get("/incidents/places").text
        lines = re.findall(r'<th scope="row"><a href="([^"]+)">([^<]+)</a></th><td class="n">(\d+)</td>', html)
        assert [int(number) for *_, number in lines] == [2, 1, 1]
        for href, _, number in lines:
            query = parse_qs(urlsplit(href.replace("&amp;", "&")).query)
            assert desk.get("/api/incidents", params=query).json()["total"] == int(number)
        assert "Culiacán" in lines[0][1]
        assert "18–20" in html
        assert 'href="/incidents/places"' in desk.get("/incidents").text


def test_the_figure_and_the_side_that_are_asked_for_are_summed(path: Path) -> None:
    with asking_of(path, PORT) as desk:
        html = desk.get("/incidents/places?tally=killed&side=armed_group").text
    assert re.findall(r"<b>(\d+)</b>", html) == ["9", "3"]
    assert "Wounded" not in html


def test_in_spanish_and_with_nothing_to_show(path: Path) -> None:
    with asking_of(path, PORT) as desk:
        html = desk.get("/incidents/places?lang=es").text
        assert "sin lugar en el mapa" in html
        assert "2 lugares en el mapa" in html
        assert "Muertos" in html
        assert "Ningún hecho" in desk.get("/incidents/places?place=nowhere").text
        assert desk.get("/incidents/places?page=x").status_code == 400
        assert "Culiacán" in desk.get("/incidents/places?page=99").text  # past the end, the last page


def test_dots_of_the_drawn_map_never_lie_on_one_another(client: TestClient) -> None:
    html = client.get("/incidents").text
    dots = [tuple(map(float, each)) for each in re.findall(r'cx="([\d.]+)" cy="([\d.]+)" r="([\d.]+)"', html)]
    assert dots
    for n, (x, y, radius) in enumerate(dots):
        for a, b, other in dots[n + 1 :]:
            assert (x - a) ** 2 + (y - b) ** 2 >= (radius + other) ** 2
