"""What moved since a moment, and why."""

from __future__ import annotations

from datetime import timedelta

from tests import stories
from tests.builders import day
from tests.ledger.filling import START, at, filled
from tests.properties.test_incident_laws import BRIDGE

from recuento.deciding import correct, judge, undo
from recuento.ledger import Changes
from recuento.model import Count
from recuento.recording import replay

ANA = {"by": "Ana Prueba", "why": "read both"}


def figures(found: Changes) -> dict[tuple[str, str], tuple[tuple[Count, ...], Count | None]]:
    return {(f.tally, f.side): (f.before, f.after) for one in found.incidents for f in one.figures}


def test_a_figure_moved_by_a_report_names_its_words() -> None:
    with filled(stories.FRIDAY, stories.GOVERNOR_SATURDAY) as ledger:
        found = ledger.changes(at(0))
        (one,) = found.incidents
        assert (one.kind, one.joined, one.split_from) == ("changed", (), ())
        assert figures(found)["abducted", "civilian"] == ((Count.exactly(15),), Count.exactly(66))
        assert figures(found)["freed", "civilian"] == ((), Count.exactly(42))
        (figure,) = (f for f in one.figures if f.tally == "abducted")
        assert [claim.quote.text for claim in figure.claims] == ["66 people were taken"]
        assert figure.causes == (f"report:{stories.GOVERNOR_SATURDAY.document.id}",)
        assert [document.id for document in figure.documents] == [stories.GOVERNOR_SATURDAY.document.id]


def test_nothing_moved() -> None:
    with filled(stories.FRIDAY) as ledger:
        replay(ledger, at=at(3))
        found = ledger.changes(at(0))
        assert (found.incidents, found.gone, found.decisions) == ((), (), ())


def test_what_was_read_since_is_new_whatever_it_is_of() -> None:
    with filled(stories.FRIDAY, stories.CLASH) as ledger:
        (one,) = ledger.changes(at(0)).incidents
        assert (one.kind, one.incident.place.name) == ("new", "Hermosillo")
        assert all(figure.before == () for figure in one.figures)
        assert len(ledger.changes(START - timedelta(days=1)).incidents) == 2


def test_incidents_that_joined_and_split_by_a_person_s_word() -> None:
    with filled(BRIDGE[0], BRIDGE[4]) as ledger:
        names = tuple(sorted(row.incident.id for row in ledger.incidents()))
        judge(ledger, names, "same", **ANA, at=at(3))
        joined = ledger.changes(at(2))
        (one,) = joined.incidents
        assert (one.kind, one.joined) == ("joined", names)
        (figure,) = one.figures
        assert figure.before == (Count.exactly(12), Count.exactly(12))
        assert [d.id for d in joined.decisions] == [1]
        undo(ledger, 1, **ANA, at=at(5))
        parted = ledger.changes(at(4))
        assert [(one.kind, len(one.split_from)) for one in parted.incidents] == [("split", 1), ("split", 1)]
        assert [d.id for d in parted.decisions] == [2]
        back = ledger.changes(at(2))
        assert back.incidents == ()  # as it was then
        assert [d.id for d in back.decisions] == [1, 2]


def test_a_person_s_correction_is_the_cause() -> None:
    with filled(stories.FRIDAY) as ledger:
        correct(ledger, stories.FRIDAY.claims[0].id, "figure", "14", **ANA, at=at(2))
        (one,) = ledger.changes(at(1)).incidents
        (figure,) = one.figures
        assert (figure.before, figure.after) == ((Count.exactly(15),), Count.exactly(14))
        assert figure.causes == ("decision:1",)
        assert figure.claims == ()  # it rests on the words it rested on before


def test_by_the_clock_of_publication_the_order_of_reading_does_not_matter() -> None:
    story = (stories.FRIDAY, stories.GOVERNOR_SATURDAY, stories.TUESDAY, stories.CLASH)
    with filled(*story) as first, filled(*reversed(story)) as second:
        found = first.changes_published(day("2024-03-24"))
        assert figures(found) == figures(second.changes_published(day("2024-03-24")))
        assert figures(found)["freed", "civilian"] == ((Count.exactly(42),), Count.exactly(58))
        assert ("abducted", "civilian") not in figures(found)  # told again, and not moved
        assert [one.kind for one in first.changes_published(day("2024-03-01")).incidents] == ["new"]
