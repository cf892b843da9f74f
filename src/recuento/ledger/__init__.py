"""What is held, since when and why: claims in, entries out, nothing overwritten."""

from recuento.ledger.arithmetic import arithmetic
from recuento.ledger.checking import concerns
from recuento.ledger.findings import Changes, Concern, FigureMoved, Found, Hit, IncidentMoved, SourceRow
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
    "Changes",
    "Clocks",
    "Concern",
    "FigureMoved",
    "Found",
    "Heading",
    "Hit",
    "IncidentFilter",
    "IncidentMoved",
    "IncidentRecord",
    "IncidentRow",
    "Ledger",
    "LeftOut",
    "Recorded",
    "Remark",
    "Reported",
    "SourceRow",
    "Writer",
    "arithmetic",
    "concerns",
    "current",
    "tally",
]
