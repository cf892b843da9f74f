"""The commands together, and the one place where an error becomes a line and an exit status."""

from __future__ import annotations

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


class _Told(TyperGroup):
    """A group of commands that tells our own errors and lets every other one through: those are bugs."""

    # The context's type is typer's own copy of click's, which has no public name.
    def invoke(self, ctx: Any) -> Any:
        try:
            return super().invoke(ctx)
        except RecuentoError as told:
            errors().print(f"recuento: {told}", style="red", markup=False)
            raise typer.Exit(told.exit_status) from told


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
    " 3 the ledger or the installation is at fault."
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
