"""The generated pages of the documentation, docs/cli.md and docs/codebook.md: `python -m recuento.cli.docs docs`."""

from __future__ import annotations

import inspect
import re
import sys
from collections.abc import Iterator
from pathlib import Path

import typer
from typer.core import TyperArgument, TyperCommand, TyperGroup, TyperOption

from recuento.lexicon.codebook import Codebook, Event, codebook

__all__ = ["cli_markdown", "codebook_markdown", "write"]

_FAMILIES = {
    "violence": "Violence",
    "fate": "The fate of persons",
    "state_action": "State action",
    "justice": "Justice",
    "speech": "Speech",
}


def write(folder: Path) -> None:
    """Write both pages into ``folder``."""
    (folder / "cli.md").write_text(cli_markdown(), encoding="utf-8")
    (folder / "codebook.md").write_text(codebook_markdown(codebook()), encoding="utf-8")


def cli_markdown() -> str:
    """Return the reference of the command line, from the commands themselves."""
    from recuento.cli.app import app

    group = typer.main.get_command(app)
    if not isinstance(group, TyperGroup):
        raise TypeError("recuento has but one command")
    parts = ["# The command line", "", "<!-- generated: make docs -->", "", *_help(group.help), ""]
    if group.epilog:
        parts += [group.epilog, ""]
    for name, command in sorted(group.commands.items()):
        if not isinstance(command, TyperCommand):
            raise TypeError(f"recuento {name} is a group of commands, which this page does not know")
        parts += [f"## recuento {name}", "", *_help(command.help), "", *_parameters(command), ""]
    return "\n".join(parts).rstrip() + "\n"


def _help(told: str | None) -> Iterator[str]:
    """Yield a command's help, its examples (after a line of "\\b") as code."""
    text, _, examples = inspect.cleandoc(told or "").partition("\b\n")
    yield text.strip()
    if examples:
        yield from ("", "```sh", examples.rstrip(), "```")


def _parameters(command: TyperCommand) -> Iterator[str]:
    rows = [row for parameter in command.params if (row := _row(parameter)) is not None]
    if rows:
        yield from ("| option | meaning |", "|---|---|", *rows)


def _row(parameter: object) -> str | None:
    if isinstance(parameter, TyperArgument):
        return f"| `{_cell(_value(parameter))}` | {_cell(parameter.help or '')} |"
    if not isinstance(parameter, TyperOption) or "--help" in parameter.opts:
        return None
    names = ", ".join((*parameter.opts, *parameter.secondary_opts))
    value = "" if parameter.is_flag else f" {_value(parameter)}"
    given = parameter.default
    default = "" if given is None or isinstance(given, bool) else f" Default: {given}."
    return f"| `{_cell(names + value)}` | {_cell((parameter.help or '') + default)} |"


def _value(parameter: TyperArgument | TyperOption) -> str:
    return parameter.metavar or (parameter.name or "").upper()


def _cell(words: str) -> str:
    return re.sub(r"\s+", " ", words).replace("|", "\\|").strip()


def codebook_markdown(book: Codebook) -> str:
    """Return the codebook as a page, from ``lexicon/shared/codebook.toml``."""
    parts = [
        "# The codebook",
        "",
        "<!-- generated: make docs -->",
        "",
        "Codes are stable; names may be made clearer.",
        "",
    ]
    for family, title in _FAMILIES.items():
        parts += [f"## {title} (`{family}`)", ""]
        parts += ["| event | English | Spanish | meaning | tally |", "|---|---|---|---|---|"]
        parts += [_event(event) for event in book.event if event.family == family]
        parts.append("")
    parts += [
        "## Tallies",
        "",
        "| tally | English | Spanish | counts | moves | one incident has fewer than | meaning |",
        "|---|---|---|---|---|---|---|",
    ]
    for tally in book.tally:
        moves = tally.moves.replace("_", " ")
        most = f"{tally.most:,}" if tally.most is not None else ""
        parts.append(
            f"| `{tally.code}` | {tally.name_en} | {tally.name_es} | {tally.of} | {moves} | {most} |"
            f" {_cell(tally.definition)} |"
        )
    parts += ["", "## What other datasets call it", ""]
    parts += ["| event | ACLED | UCDP GED | GTD | PLOVER | SIVeL |", "|---|---|---|---|---|---|"]
    parts += [_crosswalk(event) for event in book.event]
    return "\n".join(parts) + "\n"


def _event(event: Event) -> str:
    tally = f"`{event.tally}`" if event.tally else ""
    return f"| `{event.code}` | {event.name_en} | {event.name_es} | {_cell(event.definition)} | {tally} |"


def _crosswalk(event: Event) -> str:
    names = event.crosswalk
    cells = (names.acled, names.ucdp, names.gtd, names.plover, names.sivel)
    return f"| `{event.code}` | " + " | ".join(_cell(cell or "–") for cell in cells) + " |"


if __name__ == "__main__":
    write(Path(sys.argv[1] if len(sys.argv) > 1 else "docs"))
