"""A venue's name joins reports months apart, but not two attacks on it, nor an arrest in it with what it follows."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime

from recuento.link import Linker
from recuento.link.compare import compare, tell_one
from recuento.link.facets import Facets, facets
from recuento.model import Account, DayRange
from recuento.pipeline import code_text

# Everyone and everything told here is invented.
TAKEN = (
    "Hombres armados se llevaron a 14 músicos del bar Palomar, en Tuxpan, Veracruz, la madrugada del 5 de mayo de 2013."
)
SOUGHT = "Familiares de los 14 músicos desaparecidos del bar Palomar marcharon este jueves en Xalapa, Veracruz."
SHOT = "Hombres armados mataron a tres meseros en el bar Palomar de Tuxpan, Veracruz, el 2 de enero de 2013."
SHOT_AGAIN = "Hombres armados mataron a dos meseros en el bar Palomar de Tuxpan, Veracruz, el 20 de junio de 2013."
CLAIMED = "The Sons of the Sierra claimed responsibility for what happened at the Palomar bar."
HELD = "La policía detuvo el martes en Xalapa, Veracruz, a dos hombres por los hechos del bar Palomar."


def account(text: str, published: str) -> Account:
    return code_text(text, published_on=date.fromisoformat(published), source=published).accounts[0]


def level(a: Account, b: Account, field: str) -> str:
    return next(each.name for each in Linker().compare(a, b).levels if each.field == field)


def level_of(a: Facets, b: Facets, field: str) -> str:
    return next(each.name for each in compare(a, b, Linker().weights).levels if each.field == field)


def test_reports_of_one_taking_find_each_other_by_the_venue() -> None:
    linker = Linker()
    first, later = account(TAKEN, "2013-05-06"), account(SOUGHT, "2013-09-12")
    assert linker.keys(later).sought & linker.keys(first).kept
    assert level(first, later, "venue") == "same"
    assert linker.compare(first, later).score > linker.weights.join
    assert len(linker.incidents([first, later], [])) == 1


def test_a_venue_can_be_attacked_twice() -> None:
    assert level(account(SHOT, "2013-01-03"), account(SHOT_AGAIN, "2013-06-21"), "venue") == "unsaid"


def test_an_arrest_is_not_the_taking() -> None:
    assert level(account(TAKEN, "2013-05-06"), account(HELD, "2013-05-09"), "venue") == "unsaid"


def test_an_account_of_no_kind_is_compared_like_any_other() -> None:
    """Its claims only tell who owns up to something: reading an archive stopped at one that named a known venue."""
    linker = Linker()
    taken = facets(account(TAKEN, "2013-05-06"), linker.weights.kinds)
    (owned,) = code_text(CLAIMED, published_on=date(2013, 6, 21)).accounts
    claimed = replace(
        facets(owned, linker.weights.kinds), venues=taken.venues, background=True, dated=False,
        days=(DayRange(date(2013, 6, 20), date(2013, 6, 21)),),
    )  # fmt: skip
    assert not claimed.kinds
    assert level_of(taken, claimed, "venue") == level_of(claimed, taken, "venue") == "unsaid"


def test_two_tellings_of_one_taking_in_one_report_may_meet() -> None:
    linker = Linker()
    kinds = linker.weights.kinds
    coding = code_text(f"{SOUGHT}\n\n{TAKEN}", published_on=date(2013, 9, 12))
    first = account(TAKEN, "2013-05-06")
    own = [a for a in coding.accounts if "captivity" in facets(a, kinds).kinds]
    assert all(tell_one(facets(a, kinds), facets(b, kinds)) for a in own for b in own)
    shot = code_text(f"{SHOT}\n\n{SHOT_AGAIN}", published_on=date(2013, 6, 21)).accounts
    assert [tell_one(facets(a, kinds), facets(b, kinds)) for a in shot for b in shot if a.id < b.id] == [False]
    judged = linker.judgements(first, own, datetime(2013, 9, 13, tzinfo=UTC))
    assert len(judged) == len(own)
