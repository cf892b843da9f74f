"""How long the reader takes, over what its own trained pipelines take for every word of the same documents.

Each side runs in a process of its own, warm, while the other waits; reading the files is not counted. Seconds are of
the processor; the clock's are printed beside them. A processor shared with others is faster in one minute than in the
next, by a third and more, so the two take turns: an eighth of the documents each.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Callable, Iterator
from concurrent.futures import ProcessPoolExecutor
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date
from functools import cache, partial, wraps
from importlib.resources import files
from multiprocessing import get_context
from pathlib import Path
from time import perf_counter, process_time
from typing import Any

from recuento.annotate import annotate, annotate_each, in_prose, title_dates
from recuento.annotate.language import detect_language
from recuento.extract import extract
from recuento.model import Document
from recuento.pipeline import a_few
from recuento.read import Header, ReadOptions, clean, clean_title, document

__all__ = ["Times", "default_inputs", "main", "measure", "table"]

# Rows without a date of their own: any day will do for a clock.
_SOME_DAY = date(2020, 1, 1)
_WARM_UP = 40
_TURNS = 8
# What annotate calls, by the names under which it knows them.
_STEPS = (
    "detect_language", "split_sentences", "speaks_of_events", "find_numerals", "parse_each", "find_dates",
    "find_places",
)  # fmt: skip


@dataclass(frozen=True, slots=True, kw_only=True)
class Times:
    """Seconds of one side over all documents; ``parts`` are processor seconds by step."""

    processor: float
    clock: float
    parts: dict[str, float]


def default_inputs(shared: Path) -> list[Path]:
    """Return the files that the project's own figure is measured on."""
    return [shared / "bench/reports/unlabelled.jsonl", *sorted(shared.glob("bench/places/cegeomex_dev*.jsonl"))]


def documents(paths: list[Path]) -> list[Document]:
    """Return the rows of the files as reports."""
    rows = [json.loads(line) for path in paths for line in path.read_text("utf-8").split("\n") if line.strip()]
    return [_document(row) for row in rows]


def _document(row: dict[str, Any]) -> Document:
    day = date.fromisoformat(row["date"][:10]) if row.get("date") else _SOME_DAY
    header = Header(date=day, title=clean_title(row.get("title")), publisher=row.get("source"))
    return document(header, clean(row["text"]), path=None, name=str(row["id"]), options=ReadOptions())


def read_all(paths: list[Path], turn: int | None = None) -> Times:
    """Time the reader: annotate a few reports together, then extract from each, as `pipeline.code_each` does.

    ``turn``: only every eighth report from that one on; None for all.
    """
    reports = documents(paths)
    _warm_reader(tuple(paths))
    parts: dict[str, float] = {}
    with _steps_timed(parts):
        clock, processor = perf_counter(), process_time()
        _read(reports if turn is None else reports[turn::_TURNS], parts)
        return Times(processor=process_time() - processor, clock=perf_counter() - clock, parts=parts)


@cache
def _warm_reader(paths: tuple[Path, ...]) -> None:
    _read(_some(documents(list(paths))), {})


def _read(reports: list[Document], parts: dict[str, float]) -> None:
    for few in a_few(("", report) for report in reports):
        started = process_time()
        texts = annotate_each([in_prose(report) for _, report in few])
        headlines = [title_dates(text.document) for text in texts]
        between = process_time()
        for text, headline in zip(texts, headlines, strict=True):
            extract(text, partial(annotate, text.document, "title") if text.document.title else None, headline=headline)
        parts["annotate"] = parts.get("annotate", 0.0) + between - started
        parts["extract"] = parts.get("extract", 0.0) + process_time() - between


@contextmanager
def _steps_timed(parts: dict[str, float]) -> Iterator[None]:
    """Clock each step inside annotate for as long as this lasts."""
    room = sys.modules["recuento.annotate.annotate"]
    originals = {name: getattr(room, name) for name in _STEPS}
    for name, step in originals.items():
        setattr(room, name, _timed(step, f"  {name}", parts))
    try:
        yield
    finally:
        for name, step in originals.items():
            setattr(room, name, step)


def _timed(step: Callable[..., Any], name: str, parts: dict[str, float]) -> Callable[..., Any]:
    @wraps(step)
    def timed(*args: Any, **options: Any) -> Any:
        started = process_time()
        result = step(*args, **options)
        result = list(result) if isinstance(result, Iterator) else result
        parts[name] = parts.get(name, 0.0) + process_time() - started
        return result

    return timed


def parse_all(paths: list[Path], turn: int | None = None) -> Times:
    """Time the trained pipelines over every word of every document, as spaCy runs them: in batches, language known."""
    pipelines = _warm_pipelines(tuple(paths))
    reports = documents(paths) if turn is None else documents(paths)[turn::_TURNS]
    texts = _by_language(reports)
    parts: dict[str, float] = {}
    clock, processor = perf_counter(), process_time()
    for code, pipeline in pipelines.items():
        started = process_time()
        for _ in pipeline.pipe(texts[code]):
            pass
        parts[code] = process_time() - started
    return Times(processor=process_time() - processor, clock=perf_counter() - clock, parts=parts)


@cache
def _warm_pipelines(paths: tuple[Path, ...]) -> dict[str, Any]:
    import spacy  # noqa: PLC0415 - the reader's process must load it as the reader does

    texts = _by_language(documents(list(paths)))
    pipelines = {code: spacy.load(Path(str(files("recuento.data") / "pipelines" / code))) for code in texts}
    for code, pipeline in pipelines.items():
        list(pipeline.pipe(texts[code][:_WARM_UP]))
    return pipelines


def _by_language(reports: list[Document]) -> dict[str, list[str]]:
    return {code: [r.text for r in reports if (detect_language(r.text) or "en") == code] for code in ("en", "es")}


def _some(reports: list[Document]) -> list[Document]:
    """A few documents from both ends, so that both languages are warm."""
    return [*reports[:_WARM_UP], *reports[-_WARM_UP:]]


def measure(paths: list[Path]) -> tuple[Times, Times]:
    """Return the reader's times and the pipelines', taken in turns, each in a process of its own."""
    with _process() as reader, _process() as pipelines:
        taken = [
            (reader.submit(read_all, paths, turn).result(), pipelines.submit(parse_all, paths, turn).result())
            for turn in range(_TURNS)
        ]
    return _sum([one for one, _ in taken]), _sum([other for _, other in taken])


def _process() -> ProcessPoolExecutor:
    return ProcessPoolExecutor(1, mp_context=get_context("spawn"))


def _sum(times: list[Times]) -> Times:
    parts: dict[str, float] = {}
    for one in times:
        for name, seconds in one.parts.items():
            parts[name] = parts.get(name, 0.0) + seconds
    return Times(processor=sum(t.processor for t in times), clock=sum(t.clock for t in times), parts=parts)


def table(reader: Times, pipelines: Times) -> str:
    """Return the figures as lines to print."""
    lines = [
        f"reader over pipelines: {reader.processor / pipelines.processor:.2f}"
        f" (by the clock {reader.clock / pipelines.clock:.2f})"
    ]
    for name, times in (("the reader", reader), ("the pipelines on every word", pipelines)):
        lines.append(f"{name}: {times.processor:.2f} s of the processor, {times.clock:.2f} s by the clock")
        lines += [f"    {part:24} {seconds:7.2f} s" for part, seconds in times.parts.items()]
    return "\n".join(lines)


def main(paths: list[Path]) -> None:
    """Print the ratio and its parts for the rows of ``paths``."""
    reader, pipelines = measure(paths)
    print(table(reader, pipelines))
