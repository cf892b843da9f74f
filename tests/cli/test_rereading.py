"""recuento reread, from end to end."""

from __future__ import annotations

import json
import sqlite3
from contextlib import closing
from pathlib import Path

from typer.testing import CliRunner, Result

from recuento.cli import app
from recuento.cli.story import dispatches


def run(*arguments: str | Path) -> Result:
    return CliRunner().invoke(app, [str(each) for each in arguments])


def test_reread_says_what_it_did(tmp_path: Path) -> None:
    report, db = tmp_path / "r.txt", tmp_path / "l.db"
    report.write_text("date 2024-03-26 Gunmen killed 3 people in Culiacán, Sinaloa on Monday, police said.")
    assert run("read", report, "--db", db).exit_code == 0
    ran = run("reread", "--db", db)
    assert ran.exit_code == 0, ran.output
    assert "1 report read again: nothing is read otherwise." in " ".join(ran.stdout.split())
    told = json.loads(run("reread", "--db", db, "--json").stdout)
    assert (told["documents"], told["changed"], told["lost"]) == (1, 0, [])
    assert "recuento reread" in run("reread", "--help").stdout


def test_the_same_rules_read_the_same(tmp_path: Path) -> None:
    run("read", dispatches(), "--db", tmp_path / "l.db")
    told = json.loads(run("reread", "--db", tmp_path / "l.db", "--json").stdout)
    assert (told["documents"], told["changed"]) == (15, 0)


def test_a_ledger_of_older_keys_is_given_new_ones_and_says_so(tmp_path: Path) -> None:
    first, second, db = tmp_path / "1.txt", tmp_path / "2.txt", tmp_path / "l.db"
    first.write_text("date 2024-03-26 Gunmen killed 3 people in Culiacán, Sinaloa on Monday, police said.")
    second.write_text("date 2024-03-27 Gunmen killed 4 people in Culiacán, Sinaloa on Monday, the governor said.")
    assert "older rules" not in run("read", first, "--db", db).stderr
    with closing(sqlite3.connect(db)) as held, held:
        held.execute("DELETE FROM meta WHERE key = 'keyed_by'")  # as ledgers were before
        held.execute("UPDATE account_key SET key = 'of old ' || key")
    ran = run("read", second, "--db", db)
    assert ran.exit_code == 0, ran.output
    assert "older rules: they are given new keys" in " ".join(ran.stderr.split())
    assert json.loads(run("incidents", "--db", db, "--json").stdout)["documents"] == 2
    assert "older rules" not in run("read", first, second, "--db", db).stderr


def test_what_the_rules_moved_is_printed(tmp_path: Path) -> None:
    report, db = tmp_path / "r.txt", tmp_path / "l.db"
    report.write_text("date 2024-03-26 Gunmen killed 3 people in Culiacán, Sinaloa on Monday, police said.")
    run("read", report, "--db", db)
    _as_if_read_otherwise(db)
    ran = run("reread", "--db", db)
    told = " ".join(ran.stdout.split())
    assert "1 report read again: 1 read otherwise" in told
    assert "What moved because of the rules" in told
    assert ": 7 → 3" in told
    assert "new rules, reading 2" in told


def _as_if_read_otherwise(db: Path) -> None:
    """Make the ledger hold what an earlier set of rules might have read: seven, where three are told."""
    from dataclasses import replace  # noqa: PLC0415

    from recuento.ledger import Ledger  # noqa: PLC0415
    from recuento.model import Count  # noqa: PLC0415
    from recuento.rereading import reread  # noqa: PLC0415

    with Ledger.open(db) as ledger:
        (coding,) = ledger.codings()
        accounts = tuple(
            replace(a, claims=tuple(replace(c, figure=replace(c.figure, count=Count.exactly(7))) for c in a.claims))
            for a in coding.accounts
        )
        other = replace(coding, accounts=accounts, claims=tuple(c for a in accounts for c in a.claims))
        reread(ledger, code=lambda reports: (other for _ in reports))
