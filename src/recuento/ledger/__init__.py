"""What is held, since when and why: claims in, entries out, nothing overwritten."""

from recuento.ledger.arithmetic import arithmetic
from recuento.ledger.records import (
    NOW,
    AccountTie,
    Audited,
    Clocks,
    Heading,
    IncidentFilter,
    IncidentRecord,
    IncidentRow,
    LeftOut,
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
    "Audited",
    "Clocks",
    "Heading",
    "IncidentFilter",
    "IncidentRecord",
    "IncidentRow",
    "Ledger",
    "LeftOut",
    "Recorded",
    "Remark",
    "Reported",
    "Writer",
    "arithmetic",
    "current",
    "tally",
]
