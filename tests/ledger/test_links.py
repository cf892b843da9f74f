"""What this process knows of judgements: never less than the ledger holds, whoever wrote it."""

from itertools import islice
from pathlib import Path

from bench.dispatches import dispatches

from recuento.ledger import Ledger
from recuento.ledger.links import Links
from recuento.link import Linker
from recuento.pipeline import record_coding


def _row(a: str, b: str, score: float) -> dict[str, object]:
    return {"a": a, "b": b, "score": score}


def test_what_a_step_adds_is_known_of_both_accounts() -> None:
    links = Links()
    links.begin(["k-1", "k-2"])
    assert links.knows("k-1", "k-2") is False
    links.added([_row("k-1", "k-2", 1.5)], new=1)
    assert links.near("k-2") == {"k-1": 1.5}
    assert links.knows("k-1", "k-2") is True
    assert links.knows("k-8", "k-9") is None


def test_all_is_forgotten_when_another_wrote_a_judgement_or_a_report_was_read_again() -> None:
    links = Links()
    links.begin(["k-1", "k-2"])
    links.added([_row("k-1", "k-2", 1.5)], new=1)
    links.as_of(0, 1)
    assert links.knows("k-1", "k-2") is True
    links.as_of(0, 2)
    assert links.knows("k-1", "k-2") is None
    links.begin(["k-3"])
    links.as_of(1, 2)
    assert links.knows("k-3", "k-4") is None


def test_judgements_under_other_weights_are_not_mixed() -> None:
    links = Links()
    links.under("weights@1")
    links.begin(["k-1"])
    links.under("weights@1")
    assert links.knows("k-1", "k-2") is False
    links.under("weights@2")
    assert links.knows("k-1", "k-2") is None


def test_two_writers_in_turn_find_the_incidents_of_one(tmp_path: Path) -> None:
    codings = [each.coding for each in islice(dispatches(120), 120)]
    with Ledger.open(tmp_path / "alone.db") as alone:
        linker = Linker()
        for coding in codings:
            record_coding(alone, coding, linker=linker)
        wanted = {row.incident for row in alone.incidents()}
    with Ledger.open(tmp_path / "two.db") as one, Ledger.open(tmp_path / "two.db") as other:
        linkers = (Linker(), Linker())
        for number, coding in enumerate(codings):
            record_coding((one, other)[number // 3 % 2], coding, linker=linkers[number // 3 % 2])
        assert {row.incident for row in one.incidents()} == wanted
    assert any(len(incident.accounts) > 3 for incident in wanted)
