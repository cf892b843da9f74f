"""What the user says about the reports before they are read."""

from __future__ import annotations

from dataclasses import dataclass, field, fields, replace
from datetime import date

from recuento.errors import OptionError
from recuento.model.document import Language

__all__ = ["MEGABYTE", "Columns", "ReadOptions"]

MEGABYTE = 1_000_000


@dataclass(frozen=True, slots=True, kw_only=True)
class Columns:
    """Which column of a table holds what. Only ``text`` and ``date`` must be there; ``date`` not even, with --date."""

    id: str = "id"
    date: str = "date"
    title: str = "title"
    text: str = "text"
    source: str = "source"
    language: str = "language"

    @classmethod
    def parse(cls, words: str) -> Columns:
        """Return the columns that ``words`` ("text=body,date=published") names; the others keep their own names.

        Raises:
            OptionError: not of that form, or a field that no report has.
        """
        known = {each.name for each in fields(cls)}
        named: dict[str, str] = {}
        for pair in filter(None, (part.strip() for part in words.split(","))):
            name, equals, column = (part.strip() for part in pair.partition("="))
            if not equals or not column or name not in known:
                raise OptionError(
                    f"--columns: cannot use {pair!r}; write FIELD=COLUMN with a field of {', '.join(sorted(known))},"
                    " as in --columns text=body,date=published"
                )
            named[name] = column
        return replace(cls(), **named)


@dataclass(frozen=True, slots=True, kw_only=True)
class ReadOptions:
    """What holds for every report of a run.

    Attributes:
        date: publication day of reports that bear none; a report's own date wins.
        language: language of reports that name none; None leaves it to detection.
        encoding: encoding of files that are not UTF-8; None rejects those.
        columns: columns of tables.
        max_bytes: longest report, in bytes of UTF-8.
    """

    date: date | None = None
    language: Language | None = None
    encoding: str | None = None
    columns: Columns = field(default_factory=Columns)
    max_bytes: int = 5 * MEGABYTE
