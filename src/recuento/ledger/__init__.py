"""What is held, since when and why: claims in, entries out, nothing overwritten."""

from recuento.ledger.actors import ActorKind
from recuento.ledger.arithmetic import arithmetic
from recuento.ledger.casefile import ActorList, ActorRecord
from recuento.ledger.checking import concerns
from recuento.ledger.findings import Changes, Concern, FigureMoved, Found, Hit, IncidentMoved, SourceRow
from recuento.ledger.records import (
    NOW,
    ORDERS,
    AccountTie,
    Audited,
    Clocks,
    Counted,
    Doubt,
    Doubts,
    Heading,
    IncidentFilter,
    IncidentRecord,
    IncidentRow,
    LeftOut,
    Order,
    PlaceSums,
    Queue,
    Recorded,
    Remark,
    Reported,
    Spot,
    Waiting,
)
from recuento.ledger.store import Ledger
from recuento.ledger.tally import current, tally
from recuento.ledger.writer import Writer

__all__ = [
    "NOW",
    "ORDERS",
    "AccountTie",
    "ActorKind",
    "ActorList",
    "ActorRecord",
    "Audited",
    "Changes",
    "Clocks",
    "Concern",
    "Counted",
    "Doubt",
    "Doubts",
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
    "Order",
    "PlaceSums",
    "Queue",
    "Recorded",
    "Remark",
    "Reported",
    "SourceRow",
    "Spot",
    "Waiting",
    "Writer",
    "arithmetic",
    "concerns",
    "current",
    "tally",
]
