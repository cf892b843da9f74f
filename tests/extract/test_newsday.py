"""Which day a claim takes over where its own clause gives none."""

from __future__ import annotations

from datetime import date

import pytest

from recuento.model import Claim
from recuento.pipeline import code_text

PUBLISHED = date(2024, 5, 22)  # a Wednesday


def first(text: str, event: str, *, title: str | None = None) -> Claim:
    claims = code_text(text, published_on=PUBLISHED, title=title).claims
    return next(claim for claim in claims if claim.event == event)


def days(claim: Claim) -> list[tuple[int, int]]:
    """Return the day of May on which each candidate begins and the one after it ends."""
    ranges = claim.when.ranges if claim.when else ()
    return [(r.first.day, r.after.day) for r in ranges]


@pytest.mark.parametrize(
    ("text", "event", "expected"),
    [
        # an hour alone is of the day of publication or the one before
        ("Cuatro fueron asesinados en un bar de Lerdo. Los hechos ocurrieron a las 17:00.", "killing", (21, 23)),
        ("Four men were killed in a bar in Lerdo. The incident occurred around 4 p.m..", "killing", (21, 23)),
        # so is what a report dates by nothing but a statement, from the day of the statement
        ("Tres policías fueron asesinados en Lerdo, informaron el lunes las autoridades.", "killing", (19, 21)),
        ("Three officers were killed in Lerdo, the ministry said Monday.", "killing", (19, 21)),
        # the opening counts for more than a day recalled further down
        (
            "Gunmen abducted six miners in Sonora on Tuesday.\n\nThey set out early.\n\nA clash took place on Friday."
            "\n\nTwo miners were wounded.",
            "wounding",
            (21, 22),
        ),
        ("La víspera fueron asesinados tres hombres en Lerdo.", "killing", (21, 22)),
        ("Informó que en esta fecha tropas detuvieron a cinco personas en Lerdo.", "arrest", (22, 23)),
        ("El exalcalde fue condenado el martes a 11 años de prisión.", "sentence", (21, 22)),
        # a retraction is a statement too
        ("The army on Tuesday retracted a report that 40 miners kidnapped on Sunday were free.", "abduction", (19, 20)),
    ],
)  # fmt: skip
def test_the_day_taken_over(text: str, event: str, expected: tuple[int, int]) -> None:
    assert days(first(text, event)) == [expected]


def test_a_headline_dates_a_text_that_has_no_day() -> None:
    claim = first("A soldier is killed in an ambush in Lerdo.", "killing", title="Events of 20 May 2024")
    assert days(claim) == [(20, 21)]
    assert claim.when is not None
    assert claim.when.inherited


def test_the_day_of_a_sentence_is_not_that_of_the_crime() -> None:
    text = "A court in Tucson sentenced a man on Monday to 30 years. He killed two officers at a ranch."
    assert days(first(text, "sentence")) == [(20, 21)]
    assert first(text, "killing").when is None


def test_the_day_of_an_arrest_is_not_that_of_the_crime_it_is_for() -> None:
    text = "Police on Monday arrested four men suspected of involvement in the kidnapping of a farmer in Lerdo."
    assert days(first(text, "arrest")) == [(20, 21)]
    assert first(text, "abduction").when is None


def test_this_month_is_the_day_that_the_report_gives() -> None:
    text = "A dealer was kidnapped in Lerdo this month.\n\nGunmen attacked his home on May 19."
    assert days(first(text, "abduction")) == [(19, 20)]


def test_this_morning_in_a_quotation_is_the_speakers() -> None:
    text = "Rebels killed four soldiers, the army said on Monday.\n\n“This morning we found the bodies,” one said."
    assert days(first(text, "killing")) == [(19, 21)]


def test_a_report_without_any_day_gives_none() -> None:
    assert first("Tres hombres fueron asesinados en Lerdo.", "killing").when is None


def test_the_day_of_those_only_named_by_what_befell_them_is_theirs() -> None:
    text = "Police in Lerdo rescued 16 hostages, adding to the 42 released on Monday. Troops were deployed to search."
    found = {c.figure.count.at_least: days(c) for c in code_text(text, published_on=PUBLISHED).claims if c.figure}
    assert found[42] == [(20, 21)]
    assert found[16] == []


def test_an_hour_earlier_is_no_day_of_its_own() -> None:
    text = "Gunmen attacked a convoy in Lerdo on Saturday.\n\nA man had been arrested barely half an hour earlier."
    assert days(first(text, "arrest")) == [(18, 19)]


@pytest.mark.parametrize(
    ("text", "when"),
    [
        ("The suspects confessed to the murder of 14 people who were ambushed on 3 May in Celaya.", (3, 4)),
        ("Son responsables de los homicidios de 12 personas, cuyos cuerpos fueron hallados ayer en Celaya.", (21, 22)),
    ],
)
def test_when_the_victims_were_found_dates_their_death(text: str, when: tuple[int, int]) -> None:
    assert days(first(text, "killing")) == [when]


def test_the_crime_of_those_held_does_not_date_their_arrest() -> None:
    text = "The army announced the detention of two suspects in an attack that killed 52 people last month in Celaya."
    assert [c.when is None or c.when.inherited for c in code_text(text, published_on=PUBLISHED).claims
            if c.event == "arrest"] == [True]  # fmt: skip


@pytest.mark.parametrize(
    "text",
    [
        "A bid to snatch a prisoner from the police on Saturday ended with eight gunmen shot dead. Five escaped.",
        "An attempt to free a prisoner on Saturday left eight gunmen dead. Five others escaped.",
        "Un intento de liberar a un preso el sábado dejó ocho pistoleros muertos. Otros cinco huyeron.",
    ],
)
def test_what_an_attempt_led_to_was_on_its_day_and_it_did_nothing(text: str) -> None:
    told = code_text(text, published_on=PUBLISHED).claims
    assert {(c.event, *days(c)) for c in told} == {(e, (18, 19)) for e in ("rescue", "killing", "escape")}
    doers = [r.text for c in told for r in c.roles if r.role in {"perpetrator", "authority"}]
    assert not [text for text in doers if "bid" in text or "attempt" in text or "intento" in text]


def test_the_day_that_an_embedded_post_bears_is_the_posts() -> None:
    text = (
        "Eight gunmen were shot dead in Tecate, police said.\n\n"
        "Eight dead in Tecate pic.twitter.com/abc — Diario Tecate (@ditecate) May 21, 2024\n\n"
        "Gunmen had blocked a road on Saturday. Three officers were hurt.\n"
    )
    assert days(first(text, "wounding")) == [(18, 19)]
