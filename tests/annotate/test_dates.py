"""Dates as day ranges, counted from the dateline, from publication or from the date said before."""

from __future__ import annotations

from datetime import date, timedelta
from itertools import pairwise

import pytest

from recuento.annotate.dates import find_dates
from recuento.errors import DocumentError
from recuento.model import DateMention
from recuento.model.document import Language

# A Monday.
PUBLISHED = date(2024, 1, 22)

# words, language, TIMEX3 value, days wide
VALUES: tuple[tuple[str, Language, str, int], ...] = (
    ("On Saturday, gunmen came", "en", "2024-01-20", 1),
    ("last Monday", "en", "2024-01-15", 1),
    ("on Monday", "en", "2024-01-22", 1),
    ("next Friday", "en", "2024-01-26", 1),
    ("Friday night", "en", "2024-01-19TNI", 1),
    ("Sunday dawn", "en", "2024-01-21TMO", 1),
    ("this morning", "en", "2024-01-22TMO", 1),
    ("before dawn Sunday", "en", "2024-01-21TMO", 1),
    ("killed overnight", "en", "2024-01-22", 2),
    ("between Friday and Sunday", "en", "2024-01-19", 3),
    ("from Friday night to Sunday morning", "en", "2024-01-19", 3),
    ("in the last 24 hours", "en", "PAST_REF", 2),
    ("a weekend attack", "en", "2024-W03-WE", 2),
    ("on the 19th.", "en", "2024-01-19", 1),
    ("Sunday, 3 a.m.", "en", "2024-01-21", 1),
    ("would arrive on Thursday", "en", "2024-01-25", 1),
    ("those killed on Friday will be buried", "en", "2024-01-19", 1),
    ("entre el viernes y el domingo", "es", "2024-01-19", 3),
    ("yesterday", "en", "2024-01-21", 1),
    ("YESTERDAY", "en", "2024-01-21", 1),
    ("in May", "en", "2023-05", 31),
    ("the May 9 attack", "en", "2023-05-09", 1),
    ("after the June 12, 2022, killings", "en", "2022-06-12", 1),
    ("early March", "en", "2023-03", 13),
    ("September 2010", "en", "2010-09", 30),
    ("Sept. 2023", "en", "2023-09", 30),
    ("January 20, 2024", "en", "2024-01-20", 1),
    ("20 January 2024", "en", "2024-01-20", 1),
    ("since 2008", "en", "2008", 366),
    ("last year", "en", "2023", 365),
    ("last week", "en", "2024-W03", 7),
    ("three days ago", "en", "2024-01-19", 1),
    ("two weeks ago", "en", "2024-W02", 7),
    ("two and a half weeks ago", "en", "2024-W01", 7),
    ("a month and a half ago", "en", "2023-12", 17),
    ("twenty-four days ago", "en", "2023-12-29", 1),
    ("over the weekend", "en", "2024-W03-WE", 2),
    ("the 1990s", "en", "199", 3653 - 1),
    ("the day before yesterday", "en", "2024-01-20", 1),
    ("de enero a noviembre de 2000", "es", "2000-01", 335),
    ("3/24/2023", "en", "2023-03-24", 1),
    ("2023-03-24", "en", "2023-03-24", 1),
    ("the third quarter of 2022", "en", "2022-Q3", 92),
    ("el sábado", "es", "2024-01-20", 1),
    ("el pasado viernes", "es", "2024-01-19", 1),
    ("este martes", "es", "2024-01-16", 1),
    ("el próximo viernes", "es", "2024-01-26", 1),
    ("la madrugada de este martes", "es", "2024-01-16TMO", 1),
    ("el viernes por la noche", "es", "2024-01-19TNI", 1),
    ("este viernes 19 de enero", "es", "2024-01-19", 1),
    ("ayer", "es", "2024-01-21", 1),
    ("anoche", "es", "2024-01-21", 1),
    ("antier", "es", "2024-01-20", 1),
    ("mañana se reunirán", "es", "2024-01-23", 1),
    ("pasado mañana", "es", "2024-01-24", 1),
    ("esta mañana", "es", "2024-01-22TMO", 1),
    ("en mayo pasado", "es", "2023-05", 31),
    ("el 17 de enero pasado", "es", "2024-01-17", 1),
    ("el pasado 12", "es", "2024-01-12", 1),
    ("10 de mayo del año pasado", "es", "2023-05-10", 1),
    ("21 de diciembre de 2008", "es", "2008-12-21", 1),
    ("MARTES 23 DE ENERO DE 2024", "es", "2024-01-23", 1),
    ("el primero de enero de 1994", "es", "1994-01-01", 1),
    ("el quince de mayo de 2010", "es", "2010-05-15", 1),
    ("del 3 al 5 de enero", "es", "2024-01-05", 3),
    ("hace tres días", "es", "2024-01-19", 1),
    ("hace dos semanas y media", "es", "2024-W01", 7),
    ("hace mes y medio", "es", "2023-12", 17),
    ("hace dos años", "es", "2022", 365),
    ("el año pasado", "es", "2023", 365),
    ("el mes que viene", "es", "2024-02", 29),
    ("a principios de marzo", "es", "2023-03", 13),
    ("24/03/2023", "es", "2023-03-24", 1),
    ("los años ochenta", "es", "198", 3653),
)


def mentions(text: str, language: Language, published_on: date = PUBLISHED) -> tuple[DateMention, ...]:
    return find_dates(text, language=language, published_on=published_on)


@pytest.mark.parametrize(("words", "language", "value", "days"), VALUES, ids=[row[0] for row in VALUES])
def test_values_and_widths(words: str, language: Language, value: str, days: int) -> None:
    (mention,) = mentions(words, language)

    assert mention.value == value
    assert [r.days for r in mention.ranges] == [days]


@pytest.mark.parametrize(
    ("words", "language"), [("back in January", "en"), ("en enero pasado", "es"), ("last January", "en")]
)
def test_a_month_recalled_in_the_same_month_has_two_candidates(words: str, language: Language) -> None:
    (mention,) = mentions(f"He was taken {words}" if language == "en" else f"Fue detenido {words}", language)

    assert [r.first for r in mention.ranges] == [date(2023, 1, 1), date(2024, 1, 1)]
    assert all(r.days == 31 for r in mention.ranges)


def test_the_same_words_mean_one_month_later_in_the_year() -> None:
    (mention,) = mentions("back in January", "en", date(2024, 3, 1))

    assert [r.first for r in mention.ranges] == [date(2024, 1, 1)]


@pytest.mark.parametrize(
    ("text", "language", "published_on", "day"),
    [
        ("BOGOTA, 4 JAN 90 (ACAN-EFE) -- YESTERDAY THREE MEN CAME", "en", date(1990, 1, 6), date(1990, 1, 3)),
        ("Manila, 25 may (EFE) - Ayer murieron tres", "es", date(2000, 5, 26), date(2000, 5, 24)),
        ("Mexico City, March 24 (Reuters) - On Friday", "en", date(2024, 3, 26), date(2024, 3, 22)),
        ("La Paz, 31 dic (EFE) - Ayer", "es", date(2001, 1, 1), date(2000, 12, 30)),
    ],
)
def test_days_count_from_the_dateline(text: str, language: Language, published_on: date, day: date) -> None:
    last = mentions(text, language, published_on)[-1]

    assert [r.first for r in last.ranges] == [day]
    assert last.relative_to == "dateline"


# 20 January 2024 is a Saturday.
@pytest.mark.parametrize(
    ("text", "language", "values"),
    [
        ("Fueron presentados hoy viernes. Ayer hubo otro.", "es", ["2024-01-19", "2024-01-18"]),
        ("Ayer jueves cayeron dos. Hoy habló el fiscal.", "es", ["2024-01-18", "2024-01-19"]),
        ("Hoy, este viernes, cayeron dos; anoche, otro.", "es", ["2024-01-19", "2024-01-19", "2024-01-18"]),
        ("Police said today, Friday. Yesterday two died.", "en", ["2024-01-19", "2024-01-18"]),
        # What agrees with the date keeps it.
        ("Hoy sábado cayeron dos. Ayer hubo otro.", "es", ["2024-01-20", "2024-01-19"]),
        ("Ayer viernes cayeron dos; hoy viernes, otro. Hoy llovió.", "es", ["2024-01-19", "2024-01-19", "2024-01-20"]),
        # A gap of more than one day moves that mention alone.
        ("Cayeron hoy martes. Ayer hubo otro.", "es", ["2024-01-16", "2024-01-19"]),
        ("Hoy, el pasado viernes parece lejano.", "es", ["2024-01-20", "2024-01-19"]),
    ],
)
def test_a_weekday_beside_today_tells_when_it_was_written(text: str, language: Language, values: list[str]) -> None:
    assert [mention.value for mention in mentions(text, language, date(2024, 1, 20))] == values


def test_a_dateline_with_a_day_outweighs_a_weekday_beside_today() -> None:
    found = mentions("La Paz, 20 ene (EFE) - Ayer murieron dos; hoy viernes, otro.", "es", date(2024, 1, 21))

    assert [mention.value for mention in found[1:]] == ["2024-01-19", "2024-01-19"]


def test_a_dateline_without_a_day_changes_nothing() -> None:
    (mention,) = mentions("MEXICO CITY (CNN) -- On Friday", "en")

    assert (mention.value, mention.relative_to) == ("2024-01-19", "publication")


@pytest.mark.parametrize(
    ("text", "language", "day"),
    [
        ("On March 5, 2019 he fled. The day before, they met.", "en", date(2019, 3, 4)),
        ("On March 5, 2019 he fled. The next day they met.", "en", date(2019, 3, 6)),
        ("Huyó el 5 de marzo de 2019. Dos días después cayó.", "es", date(2019, 3, 7)),
        ("Huyó el 5 de marzo de 2019; el día anterior cayó.", "es", date(2019, 3, 4)),
        ("Huyó el 5 de marzo de 2019. Un día antes las tropas lo cercaron.", "es", date(2019, 3, 4)),
    ],
)
def test_days_count_from_the_date_said_before(text: str, language: Language, day: date) -> None:
    last = mentions(text, language)[-1]

    assert [r.first for r in last.ranges] == [day]
    assert last.relative_to == "mention"


def test_the_eve_is_that_of_the_day_told_before() -> None:
    # Published on a Monday: of Sunday the eve is Saturday; who spoke "la víspera" spoke on Sunday.
    assert mentions("El domingo cayeron tres. La víspera habían caído dos.", "es")[-1].value == "2024-01-20"
    assert mentions("El domingo cayeron tres, dijo la víspera el alcalde.", "es")[-1].value == "2024-01-21"
    assert mentions("La víspera cayeron tres.", "es")[-1].value == "2024-01-21"


def test_a_road_that_goes_somewhere_looks_ahead_to_nothing() -> None:
    (mention,) = mentions("Cayeron el sábado en la carretera que va de Tuxpan a Poza Rica.", "es")

    assert mention.value == "2024-01-20"


def test_the_day_before_with_nothing_said_before_counts_from_publication() -> None:
    (mention,) = mentions("They joined the 42 who were freed the day before.", "en")

    assert (mention.value, mention.relative_to) == ("2024-01-21", "publication")


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("la calle 5 de Mayo", "es"),
        ("la colonia 18 de Marzo", "es"),
        ("en el río Mayo", "es"),
        ("la Plaza de Mayo", "es"),
        ("desde las 4 de la madrugada", "es"),
        ("por la mañana", "es"),
        ("30 años de prisión", "es"),
        ("for three days", "en"),
        ("they may march", "en"),
        ("2010 rounds were seized", "en"),
        ("in the 1800 block of Elm Road", "en"),
        ("$2010", "en"),
        ("el 8,5 por ciento", "es"),
        ("the fall of the city", "en"),
        ("31 February 2010".replace("2010", ""), "en"),
        ("", "en"),
    ],
)
def test_what_is_no_date(text: str, language: Language) -> None:
    assert mentions(text, language) == ()


def test_words_without_a_day_have_a_value_and_no_range() -> None:
    (mention,) = mentions("He was recently freed.", "en")

    assert (mention.value, mention.ranges) == ("PAST_REF", ())


def test_a_history_takes_the_year_of_the_date_before() -> None:
    years = " ".join(f"In {year} the war went on." for year in range(1934, 1941))
    text = f"{years} On September 1, 1939 the army crossed. By early October the north had fallen."

    assert mentions(text, "en", date(2010, 6, 1))[-1].value == "1939-10"


def test_news_that_recalls_old_years_counts_from_publication() -> None:
    years = " ".join(f"In {year} the war went on." for year in range(1934, 1941))

    assert mentions(f"Police said on Friday. {years} In October they fled.", "en")[-1].value == "2023-10"


@pytest.mark.parametrize("published_on", [date.min, date.max])
def test_a_report_from_the_end_of_the_calendar_is_refused(published_on: date) -> None:
    with pytest.raises(DocumentError, match="no report was published"):
        mentions("yesterday", "en", published_on)


def test_a_trial_ahead() -> None:
    (mention,) = mentions("The trial will begin on March 9.", "en")

    assert mention.value == "2024-03-09"


def test_mentions_come_in_order_and_apart() -> None:
    text = "El lunes 15 de enero, dos días después del sábado 13, y hasta el viernes 19, hoy 22 de enero de 2024."
    found = mentions(text, "es")

    assert all(a.span.end <= b.span.start for a, b in pairwise(found))
    assert all(r.first < r.after for m in found for r in m.ranges)
    assert all(m.ranges[0].first - PUBLISHED < timedelta(days=9) for m in found if m.ranges)


@pytest.mark.parametrize("noise", ["a-" * 20_000, "1" * 50_000, "1.1." * 10_000, "a1" * 20_000])
def test_noise_takes_time_in_proportion(noise: str) -> None:
    # A pattern that walks a long word again for each of its letters would take minutes here.
    assert all(mention.span.end <= len(noise) for mention in mentions(noise, "en"))


@pytest.mark.parametrize(
    "text", ["Ten died in a single weekend last June.", "Two died in one weekend.", "Murieron dos en un fin de semana."]
)  # fmt: skip
def test_how_long_it_took_is_no_date(text: str) -> None:
    language: Language = "es" if text.startswith("M") else "en"
    found = find_dates(text, language=language, published_on=PUBLISHED)
    assert [mention.span.of(text) for mention in found] == (["last June"] if "June" in text else [])


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("a man in his 20s", "en"), ("a woman in her mid-30s", "en"),
        ("two men in their late teens or early 20s", "en"),
        ("believed to be in their 30s or 40s", "en"), ("un hombre en sus 40s", "es"),
    ],
)  # fmt: skip
def test_an_age_is_no_decade(text: str, language: Language) -> None:
    assert find_dates(text, language=language, published_on=date(2024, 1, 22)) == ()


@pytest.mark.parametrize("text", ["wars of the 80s", "in the '90s", "his time in the 1990s", "his life in the 80s"])
def test_a_decade_near_a_person_is_one(text: str) -> None:
    assert len(find_dates(text, language="en", published_on=date(2024, 1, 22))) == 1
