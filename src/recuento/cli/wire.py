"""What is asked of the ledger, as JSON: one object for each answer, claims in the interchange format."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

import msgspec

from recuento.export import claim_line
from recuento.model import Account, Claim, Document, Entry, Incident, IncidentTie, Relation

if TYPE_CHECKING:
    from recuento.ledger import IncidentRecord, IncidentRow, Remark

__all__ = ["claim_json", "record_json", "rows_json"]


@dataclass(frozen=True, slots=True, kw_only=True)
class _Report:
    """A report without its text."""

    id: str
    published_on: date
    publisher: str | None
    source: str | None
    title: str | None
    language: str | None
    external_id: str | None
    source_path: str | None

    @classmethod
    def of(cls, report: Document) -> _Report:
        return cls(
            id=report.id,
            published_on=report.published_on,
            publisher=report.publisher,
            source=report.source,
            title=report.title,
            language=report.language,
            external_id=report.external_id,
            source_path=report.source_path,
        )
