"""Numbers in the manner of the reader's country."""

from __future__ import annotations

import pytest
from fastapi.testclient import TestClient

from recuento.model import Count
from recuento.web.tongue import locale_of, tongue


@pytest.mark.parametrize(
    ("code", "accepted", "locale", "written"),
    [
        ("es", "es-MX,es;q=0.9", "es_MX", "4,469"),
        ("es", "en-US,es-419;q=0.9,es-ES;q=0.8", "es_419", "4,469"),
        ("es", "es-ES,es;q=0.9", "es_ES", "4.469"),
        ("es", "es", "es", "4.469"),
        ("es", "en-US", "es", "4.469"),
        ("es", "es-../../x,es-QQ", "es", "4.469"),
        ("en", "es-MX,en-GB;q=0.5", "en_GB", "4,469"),
        ("en", None, "en", "4,469"),
    ],
)
def test_the_country_is_the_first_that_the_browser_names_with_the_language(
    code: str, accepted: str | None, locale: str, written: str
) -> None:
    assert code in {"en", "es"}
    language = "es" if code == "es" else "en"
    assert locale_of(language, accepted) == locale
    assert tongue(language, locale).number(4469) == written


def test_an_open_figure_is_said_as_reports_say_it() -> None:
    english, spanish = tongue("en", "en"), tongue("es", "es_MX")
    assert [english.count(Count(number)) for number in (12, 61, 1001)] == [
        "at least 12",
        "more than 60",
        "more than 1,000",
    ]
    assert [spanish.count(Count(number)) for number in (12, 61)] == ["al menos 12", "más de 60"]
    assert english.count(Count(61, 66)) == "61–66"


def test_a_page_is_told_which_country_its_map_writes_for(client: TestClient) -> None:
    html = client.get("/incidents", headers={"Accept-Language": "es-MX,es;q=0.9"}).text
    assert 'data-locale="es-MX"' in html
