from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

_HEAVY = {"spacy", "numpy", "sqlalchemy", "alembic", "recuento.annotate", "recuento.ledger"}
_SRC = str(Path(__file__).parents[2] / "src")


def python(*arguments: str) -> str:
    """Return what a fresh Python prints that finds the package beside these tests."""
    environment = os.environ | {"PYTHONPATH": _SRC}
    command = [sys.executable, *arguments]
    return subprocess.run(command, capture_output=True, text=True, check=True, env=environment).stdout


@pytest.mark.parametrize("arguments", [["--help"], ["read", "--help"], ["--version"]])
def test_help_waits_for_nothing_heavy(arguments: list[str]) -> None:
    script = (
        "import sys, atexit\n"
        f"atexit.register(lambda: print('HEAVY', *sorted({_HEAVY!r} & set(sys.modules))))\n"
        "from recuento.cli import main\n"
        f"sys.argv = ['recuento', *{arguments!r}]\n"
        "main()\n"
    )
    assert python("-c", script).splitlines()[-1] == "HEAVY"


def test_the_package_can_be_run_as_a_module() -> None:
    assert python("-m", "recuento", "--version").startswith("recuento ")
