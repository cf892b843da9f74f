"""What the reports on one incident tell of besides: background, totals of a period, other incidents."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from rich.text import Text

from recuento.cli import words
from recuento.cli.evidence import quoted
from recuento.cli.page import Line
from recuento.model import Account, Claim

if TYPE_CHECKING:
    from recuento.ledger import IncidentRecord, Ledger

__all__ = ["Beside", "beside", "beside_lines"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Beside:
    """Another incident that the same reports tell of; ``account`` is the first of their tellings."""

    incident: str
    account: Account

    @property
    def apart(self) -> bool:
        """Tell whether it is no news of these reports: background, or the total of a period or an area."""
        return self.account.background or self.account.aggregate


def beside(ledger: Ledger, record: IncidentRecord) -> tuple[Beside, ...]:
    """Return the other incidents in the record's reports, in order of publication and text, each once."""
    found: dict[str, Beside] = {}
    for document in record.documents:
        for account in ledger.coding(document.id, at=record.ledger_as_of).accounts:
            if account.id not in record.incident.accounts:
                other = ledger.incident_of(account.id, at=record.ledger_as_of)
                found.setdefault(other, Beside(incident=other, account=account))
    return tuple(found.values())


def beside_lines(other: Beside, indent: int) -> Iterator[Line]:
    """Yield another incident with its day, place and first telling words."""
    account = other.account
    claim = _leading(account)
    head = Text(f"{words.claim_name(claim)}", style="bold")
    where = words.place(account.where.place if account.where else None)
    when = words.days(account.when.ranges if account.when else ())
    note = f", {words.IS_AGGREGATE}" if account.aggregate else ""
    head.append(f" · {where} · {when}{note} · {words.short(other.incident)}", style="not bold dim")
    yield Line(head, indent, 2)
    yield Line(quoted(claim), indent + 2, 2)


def _leading(account: Account) -> Claim:
    """Return the claim that says most of an account: the first with a figure, else the first."""
    return next((claim for claim in account.claims if claim.figure is not None), account.claims[0])
