"""The whole system on one page: read -> annotate -> extract -> link -> record."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from functools import partial
from pathlib import Path
from time import monotonic

from recuento.annotate import annotate, annotate_each, in_prose, title_dates, unread_language
from recuento.errors import DocumentError
from recuento.extract import as_written, extract
from recuento.ledger import Ledger
from recuento.link import Linker
from recuento.model import Annotations, Coding, Document, Rejected
from recuento.read import Header, Input, ReadOptions, clean, clean_title, document
from recuento.recording import record_coding, replay

__all__ = [
    "Coder",
    "Summary",
    "a_few",
    "code_document",
    "code_each",
    "code_few",
    "code_or_reject",
    "code_text",
    "read_or_reject",
    "record_coding",
    "replay",
    "run",
]

# Reports that are annotated together, and the characters after which no more are added.
_TOGETHER = 32
_LENGTH_TOGETHER = 120_000
_OUR_FAULT = "Recuento itself failed on it: a defect, please report it with the report's text"

Coder = Callable[[Iterable[tuple[str, Document]]], Iterator[Coding | Rejected]]
"""Codes documents, each given with its name for its owner, in their order: `code_each`, or several processes."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Summary:
    """What one run did.

    Attributes:
        documents: ids of the reports that are in the ledger now, known ones included.
        new: how many reports the ledger did not hold before.
        known: how many it held already, or that came twice.
        claims: claims of the new reports.
        incidents: ids of the incidents that the new reports tell of or changed.
        rejected: reports that could not be used.
        withdrawn: reports that a person had withdrawn: they were not read again.
        seconds: wall-clock time.
    """

    documents: tuple[str, ...]
    new: int
    known: int
    claims: int
    incidents: tuple[str, ...]
    rejected: tuple[Rejected, ...]
    seconds: float
    withdrawn: tuple[Rejected, ...] = ()


def code_document(report: Document, *, actors: Path | None = None) -> Coding:
    """Return what one report says: its claims, accounts, ties, and what was left unread.

    ``actors`` is a user's file of groups and their names (``docs/actors.md``).

    Raises:
        DocumentError: written in a language that is not read.
    """
    return _code_all([report], actors)[0]


def _code_all(reports: Sequence[Document], actors: Path | None) -> list[Coding]:
    for report in reports:
        _refuse_unread_language(report)
    prose = [in_prose(report) for report in reports]
    codings = [_coding(text, actors) for text in annotate_each(prose)]
    return [
        coding if spelt is report else as_written(coding, report)
        for coding, spelt, report in zip(codings, prose, reports, strict=True)
    ]


def _refuse_unread_language(report: Document) -> None:
    if report.language is None and (name := unread_language(report.text)):
        raise DocumentError(
            f"written in {name}, it seems; English and Spanish are read"
            " (if it is one of them: --language en, or --language es)"
        )


def _coding(text: Annotations, actors: Path | None) -> Coding:
    title = partial(annotate, text.document, "title") if text.document.title else None
    return extract(text, title, headline=title_dates(text.document), actors=actors)


def code_text(
    text: str,
    *,
    published_on: date,
    title: str | None = None,
    source: str | None = None,
    external_id: str | None = None,
) -> Coding:
    """Return what ``text`` says, as `code_document` does; ``source`` is an outlet's name.

    Raises:
        DocumentError: empty, too long, or in a language that is not read.
    """
    header = Header(date=published_on, title=clean_title(title), publisher=source)
    return code_document(document(header, clean(text), path=None, name=external_id, options=ReadOptions()))


def code_each(reports: Iterable[tuple[str, Document]], *, actors: Path | None = None) -> Iterator[Coding | Rejected]:
    """Code reports in their order, a few at a time, in this process."""
    for few in a_few(reports):
        yield from code_few(few, actors=actors)


def a_few(reports: Iterable[tuple[str, Document]]) -> Iterator[list[tuple[str, Document]]]:
    """Yield reports in their order, as many together as are read faster than apart."""
    few: list[tuple[str, Document]] = []
    length = 0
    for where, report in reports:
        few.append((where, report))
        length += len(report.text)
        if len(few) == _TOGETHER or length > _LENGTH_TOGETHER:
            yield few
            few, length = [], 0
    if few:
        yield few


def code_few(reports: Sequence[tuple[str, Document]], *, actors: Path | None = None) -> list[Coding | Rejected]:
    """Return what each report says, or why it cannot be used."""
    try:
        return list(_code_all([report for _, report in reports], actors))
    except Exception:  # noqa: BLE001 - read one by one, the report that it came of tells its reason
        return [code_or_reject(where, report, actors=actors) for where, report in reports]


def code_or_reject(where: str, report: Document, *, actors: Path | None = None) -> Coding | Rejected:
    """Return what a report says, or why it cannot be used."""
    try:
        return code_document(report, actors=actors)
    except DocumentError as told:
        return Rejected(where=where, reason=str(told))
    except Exception as defect:  # noqa: BLE001 - one report in an archive must not keep the others from being read
        return Rejected(where=where, reason=f"{_OUR_FAULT} ({type(defect).__name__}: {defect})")


def read_or_reject(given: Input) -> Document | Rejected:
    """Return a report, or why it cannot be used."""
    try:
        return given.read()
    except DocumentError as told:
        return Rejected(where=given.where, reason=str(told))


def run(
    inputs: Iterable[Input],
    ledger: Ledger,
    *,
    code: Coder = code_each,
    on_progress: Callable[[], None] = lambda: None,
) -> Summary:
    """Read every report into the ledger and return what came of it; ``on_progress`` is called once a report.

    A report that the ledger holds is passed over before it is parsed. Each report is recorded in one transaction of
    its own, so that a run that is cut short and started again ends as one that was not.
    """
    work = _Run(ledger, on_progress)
    started = monotonic()
    for coding in code(work.fresh(inputs)):
        work.record(coding)
    return work.summary(monotonic() - started)


class _Run:
    """What one run has done so far."""

    def __init__(self, ledger: Ledger, on_progress: Callable[[], None]) -> None:
        self._ledger = ledger
        self._on_progress = on_progress
        self._linker = Linker()  # it remembers what it has worked out of the reports before
        self._seen: set[str] = set()
        self._documents: dict[str, None] = {}
        self._incidents: dict[str, None] = {}
        self._rejected: list[Rejected] = []
        self._withdrawn: list[Rejected] = []
        self._new = 0
        self._known = 0
        self._claims = 0

    def fresh(self, inputs: Iterable[Input]) -> Iterator[tuple[str, Document]]:
        """Yield the reports that are to be coded, with their names; count the others."""
        for given in inputs:
            report = read_or_reject(given)
            if isinstance(report, Rejected):
                self._reject(report)
            elif gone := self._ledger.withdrawal(report):
                self._withdrawn.append(Rejected(where=given.where, reason=gone.reason))
                self._on_progress()
            elif report.id in self._seen or self._ledger.has_document(report.id):
                self._pass_over(report.id)
            else:
                self._seen.add(report.id)
                yield given.where, report

    def record(self, coding: Coding | Rejected) -> None:
        """Write one report's coding into the ledger."""
        if isinstance(coding, Rejected):
            self._reject(coding)
            return
        recorded = record_coding(self._ledger, coding, linker=self._linker)
        self._documents[recorded.document] = None
        self._new += recorded.added
        self._claims += recorded.claims
        self._incidents.update(dict.fromkeys(recorded.incidents))
        self._on_progress()

    def _pass_over(self, known: str) -> None:
        self._known += 1
        if known not in self._seen:  # else it was rejected, or is being coded now
            self._documents[known] = None
        self._on_progress()

    def _reject(self, rejected: Rejected) -> None:
        self._rejected.append(rejected)
        self._on_progress()

    def summary(self, seconds: float) -> Summary:
        return Summary(
            documents=tuple(self._documents),
            new=self._new,
            known=self._known,
            claims=self._claims,
            incidents=tuple(self._incidents),
            rejected=tuple(self._rejected),
            seconds=seconds,
            withdrawn=tuple(self._withdrawn),
        )
