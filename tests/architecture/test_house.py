"""The rules of the house that no other tool checks."""

from __future__ import annotations

import importlib
import os
import pkgutil
import subprocess
import sys
from pathlib import Path

import pytest

import recuento
from recuento.cli.app import app
from recuento.cli.docs import cli_markdown, codebook_markdown
from recuento.lexicon.codebook import codebook

ROOT = Path(__file__).parents[2]
PACKAGES = sorted(
    module.name
    for module in pkgutil.walk_packages(recuento.__path__, "recuento.")
    if module.ispkg and ".migrations" not in module.name
)


def test_the_import_table_holds() -> None:
    command = Path(sys.executable).with_name("lint-imports")
    if not command.exists():
        pytest.skip("import-linter is not installed beside this Python: pip install '.[dev]'")
    checked = subprocess.run(
        [command, "--no-cache"],
        cwd=ROOT,
        capture_output=True,
        text=True,
        env=os.environ | {"PYTHONPATH": "src"},
        check=False,
    )
    assert checked.returncode == 0, checked.stdout + checked.stderr


@pytest.mark.parametrize("name", PACKAGES)
def test_every_room_says_what_it_offers(name: str) -> None:
    if name == "recuento.web" or "lexicon." in name:
        pytest.skip("nothing in it yet, or words only")
    room = importlib.import_module(name)
    assert room.__all__
    for each in room.__all__:
        assert hasattr(room, each)


def test_the_reference_of_the_command_line_is_as_generated() -> None:
    assert (ROOT / "docs" / "cli.md").read_text(encoding="utf-8") == cli_markdown(), "run: make docs"


def test_the_page_of_the_codebook_is_as_generated() -> None:
    assert (ROOT / "docs" / "codebook.md").read_text(encoding="utf-8") == codebook_markdown(codebook()), (
        "run: make docs"
    )


def test_the_reference_lists_every_command() -> None:
    page = (ROOT / "docs" / "cli.md").read_text(encoding="utf-8")
    for command in app.registered_commands:
        assert f"## recuento {command.name or command.callback.__name__}\n" in page


def test_readme_names_only_commands_that_exist() -> None:
    readme = (ROOT / "README.md").read_text(encoding="utf-8")
    known = {command.name or command.callback.__name__ for command in app.registered_commands}
    used = {line.split()[1] for line in readme.splitlines() if line.startswith("    recuento ")}
    assert used <= known
