from __future__ import annotations

import json
from pathlib import Path

from typer.testing import CliRunner, Result

from recuento.cli import app

TEXT = "---\ndate: 2024-03-26\npublisher: {}\n---\nGunmen killed 3 people in Culiacán, Sinaloa on Monday, police said."


def run(*arguments: str | Path) -> Result:
    return CliRunner().invoke(app, [str(each) for each in arguments])


def test_sources_are_listed_and_a_register_of_one_s_own_is_kept(tmp_path: Path) -> None:
    reports, db = tmp_path / "reports", tmp_path / "l.db"
    reports.mkdir()
    for name in ("Reuters", "La Orilla"):
        (reports / f"{name}.txt").write_text(TEXT.format(name), encoding="utf-8")
    own = tmp_path / "own.toml"
    own.write_text('[[outlet]]\nname = "La Orilla"\nscale = "local"\n', encoding="utf-8")
    assert run("read", reports, "--db", db).exit_code == 0
    told = " ".join(run("sources", "--db", db).stdout.split())
    assert "Reuters 1 international agency" in told
    assert "La Orilla 1 not in the register" in told
    ran = run("sources", "--db", db, "--set", own)
    assert ran.exit_code == 0, ran.output
    assert "The register is kept" in ran.stdout
    rows = [json.loads(line) for line in run("sources", "--db", db, "--json").stdout.splitlines()]
    assert {row["name"]: row["outlet"]["scale"] for row in rows} == {"Reuters": "international", "La Orilla": "local"}
    assert "La Orilla 1 not in the register" in " ".join(run("sources", "--db", db, "--reset").stdout.split())
    assert run("read", reports, "--db", db, "--sources", own).exit_code == 0
    assert "La Orilla 1 local outlet" in " ".join(run("sources", "--db", db).stdout.split())
    own.write_text("[[outlet]]\n", encoding="utf-8")
    bad = run("sources", "--db", db, "--set", own)
    assert (bad.exit_code, "name" in bad.stderr) == (2, True)
    assert run("sources", "--db", db, "--set", tmp_path / "none.toml").exit_code == 2
