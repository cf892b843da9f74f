"""The commands together, and the one place where an error becomes a line and an exit status."""

from __future__ import annotations

import os
import sys
from typing import Any

import typer
from typer.core import TyperGroup

from recuento import __version__
from recuento.cli import (
    asking,
    changes,
    deciding,
    keeping,
    quality,
    reading,
    searching,
    serving,
    sources,
    story,
    tabulating,
    unfolding,
)
from recuento.cli.screen import errors
from recuento.errors import RecuentoError

__all__ = ["app", "main"]


# As a shell counts: 128 and the number of the signal that ended it.
_STOPPED = 130
_CLOSED = 141


class _Told(TyperGroup):
    """A group of commands that tells our own errors, and that it was stopped; every other error is a bug."""

    # The context's type is typer's own copy of click's, which has no public name.
    def invoke(self, ctx: Any) -> Any:
        try:
            told = super().invoke(ctx)
            sys.stdout.flush()
            return told
        except RecuentoError as wrong:
            errors().print(f"recuento: {wrong}", style="red", markup=False)
            raise typer.Exit(wrong.exit_status) from wrong
        except KeyboardInterrupt as stopped:
            errors().print("recuento: stopped; what was recorded by then is kept, and nothing by half", style="red")
            raise typer.Exit(_STOPPED) from stopped
        except BrokenPipeError as closed:
            # Whoever read on ("| head") has what he wanted; what is still to be flushed goes nowhere.
            os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
            raise typer.Exit(_CLOSED) from closed


app = typer.Typer(
    name="recuento",
    cls=_Told,
    no_args_is_help=True,
    pretty_exceptions_enable=False,
    context_settings={"help_option_names": ["-h", "--help"]},
)


def _version(wanted: bool) -> None:
    if wanted:
        typer.echo(f"recuento {__version__}")
        raise typer.Exit


@app.callback(
    epilog="Exit status: 0 all went well; 1 some report could not be used; 2 the command or an id makes no sense;"
    " 3 the ledger or the installation is at fault; 130 stopped by Ctrl-C; 141 nobody read its output to the end."
)
def _recuento(
    version: bool = typer.Option(False, "--version", help="Print the version.", callback=_version, is_eager=True),
) -> None:
    """Read dated reports of violence, English and Spanish, and keep a record in which every figure has its source.

    \b
    recuento demo                      see what it does, on packaged examples
    recuento read reports/             read a folder into recuento.db
    recuento incidents --place Sinaloa list what happened
    recuento show i-3f2k               one incident: every figure and its source
    """


reading.register(app)
asking.register(app)
unfolding.register(app)
searching.register(app)
changes.register(app)
tabulating.register(app)
deciding.register(app)
keeping.register(app)
quality.register(app)
sources.register(app)
story.register(app)
serving.register(app)


def main() -> None:
    """Run the command line and leave with its exit status."""
    app()
