"""The nouns of Recuento: frozen values of the standard library, nothing else."""

from recuento.model.annotation import (
    Annotations,
    DateMention,
    Name,
    Numeral,
    PlaceMention,
    Sentence,
    Token,
)
from recuento.model.claim import (
    Account,
    Claim,
    Counted,
    Figure,
    Motive,
    Quote,
    Relation,
    Role,
    Speaker,
    TriggerWords,
    When,
    Where,
)
from recuento.model.coding import Coding, Unread
from recuento.model.count import Count
from recuento.model.days import DayRange
from recuento.model.decision import Decision
from recuento.model.document import Document, Rejected
from recuento.model.incident import Entry, FigureKey, Incident, IncidentTie, Judgement, SetAside
from recuento.model.passage import Mark, Passage
from recuento.model.place import Place
from recuento.model.span import Span

__all__ = [
    "Account",
    "Annotations",
    "Claim",
    "Coding",
    "Count",
    "Counted",
    "DateMention",
    "DayRange",
    "Decision",
    "Document",
    "Entry",
    "Figure",
    "FigureKey",
    "Incident",
    "IncidentTie",
    "Judgement",
    "Mark",
    "Motive",
    "Name",
    "Numeral",
    "Passage",
    "Place",
    "PlaceMention",
    "Quote",
    "Rejected",
    "Relation",
    "Role",
    "Sentence",
    "SetAside",
    "Span",
    "Speaker",
    "Token",
    "TriggerWords",
    "Unread",
    "When",
    "Where",
]
