"""A verb of saying dates only its own sentence; an hour ends none."""

from __future__ import annotations

from datetime import date

from tests.extract.reading import claims, the_claim


def test_who_spoke_in_the_sentence_before_gives_no_day() -> None:
    claim = the_claim(
        "Laredo buried its mayor, police said.\n\nOn Friday, a cook was shot dead at the bus station.", tally="killed"
    )
    assert claim.when is not None and claim.when.ranges[0].first == date(2024, 3, 22)
    assert not claim.when.inherited


def test_an_hour_before_a_day_ends_no_sentence() -> None:
    claim = the_claim("At 3:40 a.m. Saturday, a 31-year-old man was shot dead in a parked car.", tally="killed")
    assert claim.quote.text.startswith("At 3:40 a.m. Saturday")
    assert claim.when is not None and claim.when.ranges[0].first == date(2024, 3, 23)


def test_what_was_recorded_happened_then() -> None:
    (told,) = claims(
        "El peor caso se registró en agosto de 2010, cuando 72 migrantes fueron asesinados.", tally="killed"
    )
    assert told.background
    assert told.when is not None
    assert told.when.text == "agosto de 2010"
