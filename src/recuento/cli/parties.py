"""Who took part in an incident, as lines of words."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from recuento.cli import words
from recuento.ledger import parties as ledger_parties
from recuento.model import Claim, Entry

__all__ = ["parties"]

_ROOM = 8


def parties(claims: Sequence[Claim], entries: Sequence[Entry]) -> Iterator[tuple[str, list[str]]]:
    """Yield each label ("by", "against") with the parties under it, in order of the text."""
    for part, named in ledger_parties.parties(claims, entries):
        said = [_with_doubt(party) for party in named]
        rest = [words.and_more(len(said) - _ROOM)] if len(said) > _ROOM else []
        yield words.PART_LABELS[part], [*said[:_ROOM], *rest]


def _with_doubt(party: ledger_parties.Party) -> str:
    claim = party.claim
    note = words.STATUS[claim.status] or (words.ALLEGED if claim.certainty == "alleged" else "")
    return f"{party.role.text} ({note})" if note else party.role.text
