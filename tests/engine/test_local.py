from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Any

import pytest
from tests.cli.reports import write_reports

from recuento import pipeline
from recuento.engine import coder
from recuento.model import Annotations, Coding, Document, Rejected
from recuento.pipeline import Coder, a_few, code_each, code_or_reject, read_or_reject
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
    sound = pipeline.extract

    def fails_on_the_first(text: Annotations, *title: Any, **options: Any) -> Coding:
        if text.text == texts[0]:
            raise ValueError("a claim without its words")
        return sound(text, *title, **options)

    texts = [c.document.text for c in whole if isinstance(c, Coding)]
    monkeypatch.setattr(pipeline, "extract", fails_on_the_first)
    first, *others = coded(tmp_path, code_each)
    assert isinstance(first, Rejected)
    assert "a defect" in first.reason
    assert "ValueError: a claim without its words" in first.reason
    assert others == whole[1:]


def test_reports_read_together_say_what_each_says_alone(tmp_path: Path) -> None:
    write_reports(tmp_path, 20)
    alone = coded(tmp_path, lambda reports: (code_or_reject(where, report) for where, report in reports))
    assert len(alone) == 20
    assert coded(tmp_path, code_each) == alone


def test_parcels_hold_every_report_once_and_end_with_a_long_one() -> None:
    lengths = [10] * 40 + [130_000] + [10] * 3
    reports = [
        (str(number), Document(id=f"d-{number}", text="a" * length, published_on=date(2024, 3, 6)))
        for number, length in enumerate(lengths)
    ]
    parcels = list(a_few(iter(reports)))
    assert [len(parcel) for parcel in parcels] == [32, 9, 3]
    assert [report for parcel in parcels for report in parcel] == reports
