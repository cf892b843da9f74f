from __future__ import annotations

import json
from pathlib import Path

from typer.testing import CliRunner, Result

from recuento.cli import app
from recuento.cli.story import dispatches


def run(*arguments: str | Path) -> Result:
    return CliRunner().invoke(app, [str(each) for each in arguments])


def test_a_sample_is_drawn_and_compared(tmp_path: Path) -> None:
    db, to, key = tmp_path / "l.db", tmp_path / "s.csv", tmp_path / "k.csv"
    run("read", dispatches(), "--db", db)
    ran = run("sample", "--db", db, "--n", "20", "--seed", "7", "--out", to, "--key", key)
    assert ran.exit_code == 0, ran.output
    assert "20 sentences drawn" in " ".join(ran.stdout.split())
    same = run("agree", key, key)
    assert same.exit_code == 0, same.output
    assert "kappa 1.00" in same.stdout
    found = json.loads(run("agree", to, key, "--json").stdout)
    assert found["items"] == 20
    assert found["events"] < found["statements"]
    assert run("agree", to, tmp_path / "none.csv").exit_code == 2
    for command in ("sample", "agree"):
        assert f"recuento {command}" in run(command, "--help").stdout
