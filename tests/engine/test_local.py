from __future__ import annotations

from pathlib import Path

import pytest
from tests.cli.reports import write_reports

from recuento import pipeline
from recuento.engine import coder
from recuento.model import Coding, Document, Rejected
from recuento.pipeline import Coder, code_each, read_or_reject
from recuento.read import Inputs, ReadOptions


def coded(folder: Path, code: Coder) -> list[Coding | Rejected]:
    inputs = Inputs(paths=(str(folder),), options=ReadOptions())
    reports = [(given.where, read_or_reject(given)) for given in inputs]
    return list(code((where, report) for where, report in reports if not isinstance(report, Rejected)))


def test_several_processes_give_what_one_gives_in_the_same_order(tmp_path: Path) -> None:
    write_reports(tmp_path, 12)
    with coder(2) as two:
        assert coded(tmp_path, two) == coded(tmp_path, code_each)


def test_one_process_is_this_one() -> None:
    with coder(1) as one:
        assert one is code_each


def test_a_defect_of_ours_is_told_and_the_other_reports_are_read(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    write_reports(tmp_path, 3)
    whole = coded(tmp_path, code_each)
    sound = pipeline.code_document

    def fails_on_the_first(report: Document, *, actors: Path | None = None) -> Coding:
        if report.text == texts[0]:
            raise ValueError("a claim without its words")
        return sound(report, actors=actors)

    texts = [c.document.text for c in whole if isinstance(c, Coding)]
    monkeypatch.setattr(pipeline, "code_document", fails_on_the_first)
    first, *others = coded(tmp_path, code_each)
    assert isinstance(first, Rejected)
    assert "a defect" in first.reason
    assert "ValueError: a claim without its words" in first.reason
    assert others == whole[1:]
