"""What is held, since when and why: claims in, entries out, nothing overwritten."""

from recuento.ledger.arithmetic import arithmetic
from recuento.ledger.records import (
    NOW,
    AccountTie,
    Clocks,
    Heading,
    IncidentFilter,
    IncidentRecord,
    IncidentRow,
    Recorded,
    Remark,
    Reported,
)
from recuento.ledger.store import Ledger
from recuento.ledger.tally import current, tally
from recuento.ledger.writer import Writer

__all__ = [
    "NOW",
    "AccountTie",
    "Clocks",
    "Heading",
    "IncidentFilter",
    "IncidentRecord",
    "IncidentRow",
    "Ledger",
    "Recorded",
    "Remark",
    "Reported",
    "Writer",
    "arithmetic",
    "current",
    "tally",
]
