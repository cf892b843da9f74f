"""One dated report, as it was read."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from typing import Literal

__all__ = ["Document", "Field", "Language", "Rejected"]

Language = Literal["en", "es"]
Field = Literal["text", "title"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Document:
    """One report. ``text`` and ``title`` are NFC and never change after reading.

    Attributes:
        id: "d-" and a hash of publisher or URL, publication day and text (`ids.document_id`), never of the path.
        source: the URL or the name under which it was published; None if the report does not say.
        publisher: the outlet as the source registry names it, or as said; None if unknown.
        language: ISO 639-1, detected or given; None until `annotate` has looked.
        published_on: day of publication, as the report or the user gave it.
        dateline: the words of a dateline such as "Culiacán, 24 mar (EFE)"; None where there is none.
        fetched_at: instant of fetching, UTC; None when read from a file.
        title: headline; None if the report has none.
        source_path: where this copy was read from; not part of the identity.
        external_id: the id that the input gave the report; not part of the identity.
    """

    id: str
    text: str
    published_on: date
    title: str | None = None
    source: str | None = None
    publisher: str | None = None
    language: Language | None = None
    dateline: str | None = None
    fetched_at: datetime | None = None
    source_path: str | None = None
    external_id: str | None = None

    def words(self, field: Field) -> str:
        """Return the text of ``field``; an absent title is empty."""
        return self.text if field == "text" else self.title or ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Rejected:
    """One input that could not be used, and why, in words for its owner."""

    where: str
    reason: str
