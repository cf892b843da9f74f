from __future__ import annotations

import os
from datetime import date
from pathlib import Path

import pytest

from recuento.errors import DocumentError
from recuento.read import Inputs, ReadOptions

REPORT = "date 2024-03-26 Gunmen fled."


def inputs(*paths: Path | str, stdin: bytes = b"") -> Inputs:
    return Inputs(paths=tuple(map(str, paths)), options=ReadOptions(), stdin=stdin)


def reasons(found: Inputs) -> dict[str, str]:
    """Return why each unusable report cannot be used, by where it lies."""
    told = {}
    for each in found:
        try:
            each.read()
        except DocumentError as bad:
            told[each.where] = str(bad)
    return told


def test_folders_in_sorted_order_without_hidden_files(tmp_path: Path) -> None:
    (tmp_path / "b").mkdir()
    for name in ("c.txt", "b/z.txt", "b/a.txt", "a.txt", ".hidden", "b/.DS_Store"):
        (tmp_path / name).write_text(REPORT)
    found = inputs(tmp_path)
    assert [each.read().external_id for each in found] == ["a", "a", "z", "c"]
    assert found.count() == 4


def test_a_ledger_in_the_folder_is_no_report(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(REPORT)
    for name in ("recuento.db", "mine.sqlite"):
        (tmp_path / name).write_bytes(b"SQLite format 3\0" + bytes(84))
    for name in ("recuento.db-wal", "recuento.db-shm"):
        (tmp_path / name).write_bytes(b"")
    (tmp_path / "notes.db").write_text(REPORT)
    assert [each.where for each in inputs(tmp_path)] == [str(tmp_path / "a.txt"), str(tmp_path / "notes.db")]
    assert "zero byte" in reasons(inputs(tmp_path / "recuento.db"))[str(tmp_path / "recuento.db")]


def test_what_lies_in_the_way_is_told_and_the_rest_is_read(tmp_path: Path) -> None:
    (tmp_path / "good.txt").write_text(REPORT)
    (tmp_path / "picture.png").write_bytes(b"\x89PNG\0\0")
    (tmp_path / "sub").mkdir()
    (tmp_path / "sub" / "loop").symlink_to(tmp_path)
    (tmp_path / "dangling.txt").symlink_to(tmp_path / "nowhere")
    (tmp_path / "self.txt").symlink_to(tmp_path / "self.txt")
    os.mkfifo(tmp_path / "pipe")
    told = {Path(where).name: why for where, why in reasons(inputs(tmp_path, tmp_path / "missing")).items()}
    assert "zero byte" in told.pop("picture.png")
    assert "contains itself through a link" in told.pop("loop")
    assert "no such file" in told.pop("dangling.txt")
    assert "cannot be read" in told.pop("self.txt")
    assert "not a file: a pipe" in told.pop("pipe")
    assert "no such file" in told.pop("missing")
    assert not told


def test_a_folder_reached_twice_is_read_once(tmp_path: Path) -> None:
    (tmp_path / "a").mkdir()
    (tmp_path / "a" / "one.txt").write_text(REPORT)
    (tmp_path / "b").symlink_to(tmp_path / "a")
    assert inputs(tmp_path).count() == 1


@pytest.mark.skipif(os.geteuid() == 0, reason="root may read everything")
def test_permission_denied_is_told(tmp_path: Path) -> None:
    locked = tmp_path / "locked.txt"
    locked.write_text(REPORT)
    locked.chmod(0)
    assert "permission denied" in reasons(inputs(locked))[str(locked)]


def test_a_file_that_the_system_refuses_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    locked = tmp_path / "locked.txt"
    locked.write_text(REPORT)

    def refuse(*_: object, **__: object) -> None:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(Path, "open", refuse)
    assert "permission denied" in reasons(inputs(locked))[str(locked)]


def test_fifty_megabytes_are_told_without_being_read(tmp_path: Path) -> None:
    big = tmp_path / "big.txt"
    with big.open("wb") as file:
        file.truncate(50_000_000)
    assert reasons(inputs(big))[str(big)].startswith("too long for one report: 50.0 MB, the limit is 5 MB")


def test_standard_input_is_a_report_or_a_table() -> None:
    (report,) = inputs("-", stdin=REPORT.encode())
    assert report.read().published_on == date(2024, 3, 26)
    rows = inputs("-", stdin=b'{"date": "2024-03-26", "text": "A."}\n{"date": "2024-03-27", "text": "B."}\n')
    assert [each.read().text for each in rows] == ["A.", "B."]


def test_names_that_are_not_utf8_are_shown_all_the_same(tmp_path: Path) -> None:
    (tmp_path / os.fsdecode(b"caf\xe9.txt")).write_text(REPORT)
    (report,) = inputs(tmp_path)
    assert report.read().external_id == "caf\ufffd"


def test_a_day_that_has_not_come_is_told(tmp_path: Path) -> None:
    later = tmp_path / "later.txt"
    later.write_text("date 2199-12-31 Gunmen fled.")
    assert "has not come yet" in reasons(inputs(later))[str(later)]
