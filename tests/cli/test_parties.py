from __future__ import annotations

from tests.builders import report, told

from recuento.cli.parties import parties
from recuento.ledger.records import Reported
from recuento.ledger.tally import current, tally
from recuento.model import Coding


def of(*codings: Coding) -> dict[str, list[str]]:
    reported = [Reported(claim=claim, document=coding.document) for coding in codings for claim in coding.claims]
    return dict(parties([one.claim for one in reported], current(tally("i-1", reported))))


def test_a_party_is_told_once_in_its_fullest_words() -> None:
    said = report(
        "2024-05-01",
        [
            told("gunmen fired", "attack", actor=("perpetrator", "gunmen")),
            told("six masked gunmen fled", "attack", actor=("perpetrator", "masked gunmen")),
            told("The gunmen were back", "attack", actor=("perpetrator", "The gunmen")),
        ],
    )
    assert of(said) == {"by": ["masked gunmen"]}


def test_anybody_is_said_more_fully_by_any_other_words() -> None:
    said = report(
        "2024-05-01",
        [
            told("se llevaron a las personas", "abduction", actor=("target", "las personas")),
            told("se llevaron a unos vecinos", "abduction", actor=("target", "unos vecinos")),
        ],
    )
    assert of(said) == {"against": ["unos vecinos"]}


def test_of_those_counted_only_whoever_leads_a_figure() -> None:
    said = report(
        "2024-05-01",
        [
            told("66 people vanished", "abduction", "abducted", 66, scope="total", actor=("target", "66 people")),
            told("took 16 individuals", "abduction", "abducted", 16, scope="part", actor=("target", "16 individuals")),
            told("8 people missing", "missing", "missing", 8, actor=("target", "8 people")),
            told("seized 21 rifles", "seizure", "seized", 21, unit="rifle", actor=("target", "21 rifles")),
            told("sent 300 soldiers", "deployment", "deployed", 300, actor=("target", "300 soldiers")),
        ],
    )
    assert of(said) == {"against": ["66 people"]}


def test_an_accusation_has_labels_of_its_own() -> None:
    said = report(
        "2024-05-01",
        [
            told("The group claimed it", "claim_of_responsibility", actor=("claimant", "The group")),
            told("it blamed the officers", "accusation", certainty="alleged", actor=("target", "the officers")),
        ],
    )
    assert of(said) == {"claimed by": ["The group"], "accused": ["the officers (alleged)"]}


def test_a_long_list_is_cut() -> None:
    names = [f"Persona{letter}" for letter in "ABCDEFGHIJ"]
    said = report("2024-05-01", [told(f"hit {name}", "attack", actor=("target", name)) for name in names])
    assert of(said) == {"against": [*names[:8], "and 2 more"]}
