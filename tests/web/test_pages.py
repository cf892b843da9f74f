"""What the pages show, and that every view is one address for people and for machines."""

from __future__ import annotations

import csv
import json
import re
from collections.abc import Iterator
from html import unescape
from io import StringIO
from pathlib import Path

import msgspec
import pytest
from babel.messages.pofile import read_po
from fastapi.testclient import TestClient
from tests.web.conftest import PORT
from tests.web.reading import asking_of, written

from recuento.ledger import ORDERS, Ledger
from recuento.link import load_weights
from recuento.web.app import create_app
from recuento.web.chips import SWITCHES, TITLES
from recuento.web.overview import LATELY
from recuento.web.reasons import reasons
from recuento.web.settings import Settings
from recuento.web.tongue import tongue


def incident_with(client: TestClient, tally: str) -> str:
    rows = client.get("/incidents.json", params={"tally": tally}).json()["incidents"]
    return str(rows[0]["incident"]["id"])


def test_the_front_leads_to_the_list(client: TestClient) -> None:
    answer = client.get("/", follow_redirects=False)
    assert (answer.status_code, answer.headers["location"]) == (307, "/incidents")


def test_the_list_names_every_incident_once(client: TestClient, served: Path) -> None:
    html = client.get("/incidents").text
    with Ledger.open(served) as ledger:
        ids = [row.incident.id for row in ledger.incidents()]
    assert len(ids) == 3
    assert all(html.count(f'class="go" href="/incidents/{each}"') == 1 for each in ids)
    assert "1 incident without a place on the map" in html


@pytest.mark.parametrize(
    ("query", "expected"),
    [
        ({"place": "culiacan"}, 1),
        ({"admin1": "MX-SON"}, 1),
        ({"tally": "freed"}, 1),
        ({"side": "armed_group"}, 1),
        ({"side": "armed_group", "tally": "freed"}, 0),
        ({"from": "2024-04-01", "to": "2024-05-31"}, 1),
        ({"event": "abduction"}, 1),
        ({"q": "gunmen"}, 1),
        ({"q": "FREED nowhere"}, 0),
        ({"country": "MX"}, 2),
        ({"source": "El Faro Chico"}, 1),
        ({"source": "<b>Prensa</b>"}, 1),
        ({"certainty": "stated"}, 3),
        ({"certainty": "alleged"}, 0),
        ({"reviewed": "no"}, 3),
        ({"reviewed": "yes", "tally": "freed"}, 0),
        ({"group": "a-cjng"}, 0),
        ({"changed": "2024-01-01"}, 3),
        ({"changed": "2999-01-01"}, 0),
        ({"contested": "1"}, 0),
        ({"only": "reviewed"}, 0),
        ({"sort": "oldest"}, 3),
        ({"sort": "changed", "country": "MX"}, 2),
        ({"box": "-112,28,-110,30"}, 1),
        ({"tray": "unplaced"}, 1),
        ({"tray": "undated"}, 1),
        ({}, 3),
    ],
)
def test_tables_and_map_give_what_is_on_screen(client: TestClient, query: dict[str, str], expected: int) -> None:
    html = client.get("/incidents", params=query).text
    shown = re.findall(r'class="go" href="/incidents/(i-[a-z0-9]+)"', html)
    rows = client.get("/incidents.json", params=query).json()["incidents"]
    table = list(csv.DictReader(StringIO(client.get("/incidents.csv", params=query).text)))
    places = client.get("/incidents.geojson", params=query).json()
    ids = [row["incident"]["id"] for row in rows]
    assert len(shown) == expected
    assert shown == ids
    assert list(dict.fromkeys(row["incident"] for row in table)) == ids
    mapped = {each["id"] for each in places["features"]} | {each["id"] for each in places["unlocated"]}
    assert mapped == set(ids)


def test_a_facet_is_a_link_that_narrows_and_widens(client: TestClient) -> None:
    assert 'href="/incidents?tally=freed"' in client.get("/incidents").text
    assert re.search(r'href="/incidents" aria-current="true"', client.get("/incidents?tally=freed").text)


def test_every_facet_narrows_the_list_to_as_many_as_it_says(client: TestClient) -> None:
    html = client.get("/incidents").text
    facets = re.findall(r'<a href="(/incidents\?(\w+)=[^"]*)"><span>[^<]*</span> <span class="n">(\d+)</span>', html)
    assert {name for _, name, _ in facets} == {
        "contested", "changed", "event", "tally", "side", "admin1", "source", "certainty", "reviewed",
    }  # fmt: skip
    for href, _, number in facets:
        assert client.get(unescape(href)).text.count('class="go"') == int(number), href


def test_a_chosen_value_can_be_taken_off_also_where_nothing_has_it(client: TestClient) -> None:
    html = client.get("/incidents?tally=freed&side=state").text
    assert 'class="go"' not in html
    assert re.search(r'href="/incidents\?side=state" aria-current="true"', html)
    assert re.search(r'href="/incidents\?tally=freed" aria-current="true"', html)


def test_the_form_keeps_what_was_chosen_beside_it(client: TestClient) -> None:
    html = client.get("/incidents?source=El+Faro+Chico&q=freed&box=-112,20,-100,30").text
    assert '<input type="hidden" name="source" value="El Faro Chico">' in html
    assert '<input type="hidden" name="box" value="-112,20,-100,30">' in html
    assert '<input type="hidden" name="q"' not in html


def test_a_changed_filter_fetches_only_the_part_that_changes(client: TestClient) -> None:
    part = client.get("/incidents", headers={"HX-Request": "true"}).text
    assert "<html" not in part
    assert 'class="list"' in part


def test_an_incident_shows_each_figure_with_its_words_and_its_report(client: TestClient) -> None:
    html = client.get(f"/incidents/{incident_with(client, 'freed')}").text
    assert re.search(r'<span class="best">58</span>\s*freed, civilians', html)
    assert re.search(r'href="/reports/d-\w+#c-\w+"[^>]*><q class="words"><b class="said">58</b> were freed', html)
    assert "<svg" in html
    assert "As a table" in html
    assert "66 taken − 58 freed = 8 unaccounted for" in html


def test_a_past_day_is_asked_again_by_an_address(client: TestClient) -> None:
    one = incident_with(client, "freed")
    html = client.get(f"/incidents/{one}", params={"as_of": "2024-03-21"}).text
    assert re.search(r'<span class="best">25</span>', html)
    assert "66" not in re.sub(r'(id|href|value)="[^"]*"', "", html)


def test_an_old_id_leads_to_the_one_that_is_shown(client: TestClient, served: Path) -> None:
    with Ledger.open(served) as ledger:
        incident = max((row.incident for row in ledger.incidents()), key=lambda each: len(each.aliases))
    alias = next(each for each in incident.aliases if each != incident.id)
    answer = client.get(f"/incidents/{alias}?as_of=2024-03-24", follow_redirects=False)
    assert answer.headers["location"] == f"/incidents/{incident.id}?as_of=2024-03-24"


def test_a_report_shows_its_words_exactly_with_every_claim_anchored(client: TestClient, served: Path) -> None:
    with Ledger.open(served) as ledger:
        coding = next(each for each in ledger.codings() if "42" in each.document.text)
    html = client.get(f"/reports/{coding.document.id}").text
    body = html.split('class="text"')[1].split("<aside")[0].split("</p>", 1)[1]
    words = re.sub(r"<[^>]+>", "", body)
    assert " ".join(words.split()).endswith(" ".join(coding.document.text.split()))
    assert all(f'id="{claim.id}"' in html for claim in coding.claims)


def test_the_first_letters_of_a_reports_id_lead_to_it(client: TestClient, served: Path) -> None:
    with Ledger.open(served) as ledger:
        whole = ledger.document_ids()[0]
    answer = client.get(f"/reports/{whole[:10]}", follow_redirects=False)
    assert (answer.status_code, answer.headers["location"]) == (307, f"/reports/{whole}")
    assert client.get("/reports/d-0").status_code == 404


def test_a_claim_and_a_tie_are_told_in_words(tmp_path: Path) -> None:
    text = (
        "Gunmen kidnapped 20 people in Culiacán, Sinaloa, on Friday, the governor said. On Sunday 16 were freed,"
        " including nine women, he said.\n\n"
        "Three of the kidnappers were arrested in Mazatlán, Sinaloa, on Monday, the governor said."
    )
    with asking_of(written(tmp_path / "one.db", [("2024-03-26", text)]), PORT) as asking:
        listed = asking.get("/incidents.json", params={"tally": "freed"}).json()["incidents"]
        html = asking.get(f"/incidents/{listed[0]['incident']['id']}").text
    said = re.sub(r"\s+", " ", re.sub(r"<[^>]+>", "", html))
    assert " · part of a total · 2024-03-26, 26 Mar 2024" in said
    assert re.search(r"is followed up by arrested 3 · Mazatlán, Sinaloa, MX · 25 Mar 2024", said)


def test_what_reports_say_is_never_markup(client: TestClient) -> None:
    one = incident_with(client, "killed")
    report = re.search(r"/reports/d-\w+", client.get(f"/incidents/{one}").text)
    assert report
    for address in ("/incidents", f"/incidents/{one}", report[0]):
        html = client.get(address).text
        assert "<script>alert" not in html
        assert "<b>Prensa" not in html
    assert "&lt;script&gt;" in client.get(report[0]).text


@pytest.mark.parametrize(
    ("address", "status", "words"),
    [
        ("/incidents/i-nothing", 404, "no incident bears this id"),
        ("/incidents/%3Cscript%3E", 404, "&lt;script&gt;"),
        ("/reports/d-nothing", 404, "no report bears this id"),
        ("/incidents?from=yesterday", 400, "is no day"),
        ("/incidents?from=2024-02-30", 400, "is no day"),
        ("/incidents?event=picnic", 400, "there is no"),
        ("/incidents?from=2024-03-02&to=2024-03-01", 400, "no day fits"),
        ("/incidents?changed=lately", 400, "is no day"),
        ("/incidents?box=1,2,3", 400, "is none"),
        ("/incidents?box=nan,1,2,3", 400, "holds no place"),
        ("/incidents?box=5,1,2,3", 400, "holds no place"),
        ("/incidents?tray=lost", 400, "there is no"),
        ("/incidents?reviewed=maybe", 400, "there is no"),
        ("/incidents?sort=loudest", 400, "there is no"),
        ("/incidents?only=true", 400, "there is no"),
        ("/compare?one=x", 400, "must be filled"),
        ("/compare?one=i-nothing&other=i-none", 404, "no incident bears this id"),
        ("/incidents?q=%3F%21", 400, "no word to search for"),
        ("/incidents.csv?q=%3F%21", 400, "no word to search for"),
        ("/incidents?page=0", 400, "is no page"),
        ("/incidents?page=%D9%A3", 400, "is no page"),
        ("/incidents/x?as_of=never", 400, "is no day"),
        ("/nowhere", 404, "nothing at this address"),
    ],
)
def test_a_wrong_address_is_told_what_is_wrong(client: TestClient, address: str, status: int, words: str) -> None:
    answer = client.get(address)
    assert (answer.status_code, words in answer.text) == (status, True), answer.text[-600:]


def test_a_page_beyond_the_last_shows_the_last(client: TestClient) -> None:
    assert client.get("/incidents?page=99").text.count('class="go"') == 3


def test_the_reader_chooses_the_language_and_keeps_it(client: TestClient) -> None:
    spanish = client.get("/incidents", headers={"Accept-Language": "es-MX,es;q=0.9,en;q=0.5"})
    assert '<html lang="es">' in spanish.text
    assert "Secuestro" in spanish.text
    switched = client.get("/incidents?lang=es&tally=freed")
    assert 'href="/incidents?tally=freed&amp;lang=en"' in switched.text
    assert '<html lang="es">' in client.get("/incidents").text
    client.cookies.clear()
    assert '<html lang="en">' in client.get("/incidents").text


def test_every_phrase_of_the_templates_is_said_in_spanish() -> None:
    web = Path(__file__).parents[2] / "src" / "recuento" / "web"
    with (web / "locale" / "es.po").open("rb") as file:
        spanish = {part for each in read_po(file) for part in ([each.id] if isinstance(each.id, str) else each.id)}
    sources = [path.read_text("utf-8") for path in (*web.glob("templates/*.html"), *web.glob("*.py"))]
    said = {key for text in sources for key in re.findall(r'(?:\b_|\.say)\(["\']([^"\']+)["\']', text)}
    said |= {key for text in sources for pair in re.findall(r'many\("([^"]+)", "([^"]+)"', text) for key in pair}
    said |= {
        *TITLES.values(),
        *(words for words, _ in LATELY),
        *(word for one in SWITCHES.values() for word in one.values()),
    }
    said |= {f"sort:{order}" for order in ORDERS} | set(linking())
    assert {key for key in said if not key.endswith(":")} <= spanish


def linking() -> Iterator[str]:
    """Yield what the names of the fields that linking compares, and of their levels, are said by."""
    for field, levels in msgspec.to_builtins(load_weights().numbers).items():
        if isinstance(levels, dict):
            yield f"field:{field}"
            yield from (f"level:{level}" for level in levels)
    yield from (f"compared:{kind}" for kind in (*msgspec.to_builtins(load_weights().kinds), "background", "news"))


def test_reasons_of_the_ledger_are_told_in_spanish(client: TestClient) -> None:
    one = incident_with(client, "freed")
    english = client.get(f"/incidents/{one}?lang=en").text
    spanish = client.get(f"/incidents/{one}?lang=es").text
    client.cookies.clear()
    for sentence, told in (
        ("66 taken − 58 freed = 8 unaccounted for", "66 secuestrados − 58 liberados = 8 sin paradero conocido"),
        ("superseded by 58 (the report, 2024-03-24)", "reemplazado por 58 (la nota, 2024-03-24)"),
    ):
        assert sentence in english
        assert told in spanish
        assert sentence not in spanish


def test_every_reason_is_said_in_spanish() -> None:
    assert [sentence for sentence in reasons().values() if tongue("es").say(sentence) == sentence] == []


def test_json_keeps_the_figures_whole(client: TestClient) -> None:
    (row,) = client.get("/incidents.json?tally=freed").json()["incidents"]
    held = {entry["tally"]: entry["best"] for entry in row["entries"]}
    assert held["freed"] == {"at_least": 58, "at_most": 58}
    assert json.dumps(row)


def test_an_empty_ledger_teaches_how_to_fill_it(tmp_path: Path) -> None:
    Ledger.open(tmp_path / "new.db").close()
    app = create_app(Settings(ledger=str(tmp_path / "new.db"), port=PORT))
    with TestClient(app, base_url=f"http://127.0.0.1:{PORT}") as reader:
        html = reader.get("/incidents").text
        assert "recuento read reports/ --db new.db" in html
        assert "recuento demo" in html
        assert "aún no tiene ninguna nota" in reader.get("/incidents?lang=es").text
        for address in ("/review", "/actors", "/log", "/incidents.csv", "/api/incidents", "/incidents?tally=killed"):
            assert reader.get(address).status_code == 200


def test_what_is_set_is_said_and_can_be_taken_off(client: TestClient) -> None:
    html = client.get("/incidents?tally=freed&from=2024-01-01&only=reviewed&box=-112,20,-100,30&sort=oldest").text
    chips = re.search(r'<ul class="chips".*?</ul>', html, re.DOTALL)
    assert chips
    words = [" ".join(each.split()) for each in re.findall(r'<a href="[^"]*"[^>]*>([^<]*)', chips[0])]
    assert sorted(words) == [
        "Figures: freed", "From: 1 Jan 2024", "Only: reviewed figures", "Part of the map: -112, 20, -100, 30",
    ]  # fmt: skip
    without = re.search(r'href="([^"]*)"[^>]*>From', chips[0])
    assert without
    assert "from=" not in without[1]
    assert "sort=oldest" in without[1]
