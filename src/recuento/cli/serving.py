"""recuento serve: the page."""

from __future__ import annotations

from typing import Annotated

import typer

from recuento.cli.options import Db, add
from recuento.cli.screen import errors
from recuento.errors import DataError

__all__ = ["register"]


def register(app: typer.Typer) -> None:
    """Add the commands of this module to ``app``."""
    add(app, serve, panel="Ask")


def serve(
    db: Db = "recuento.db",
    port: Annotated[int, typer.Option(min=0, max=65535, help="Port to answer on; 0 takes a free one.")] = 8347,
    read_only: Annotated[bool, typer.Option("--read-only", help="Show only: take no decisions.")] = False,
    minors: Annotated[bool, typer.Option("--show-minors", help="Show the names of minors, hidden otherwise.")] = False,
    browse: Annotated[bool, typer.Option("--open/--no-open", help="Open the page in the browser.")] = False,
) -> None:
    """Open the record in a browser: incidents, their figures over time, and every report with what was read in it.

    The page answers on this computer only and fetches nothing from anywhere.

    \b
    recuento serve
    recuento serve --db demo.db --open
    """
    try:
        from recuento.web.serve import free_port, serve
        from recuento.web.settings import Settings
    except ModuleNotFoundError as why:
        raise DataError(f"the page needs {why.name}: pip install 'recuento[web]'") from why
    host = "127.0.0.1"
    settings = Settings(ledger=db, port=free_port(host, port), read_only=read_only, minors=minors)
    address = f"http://{host}:{settings.port}/incidents"
    errors().print(f"{address}   (Ctrl-C ends it)", markup=False)
    if browse:
        import webbrowser

        webbrowser.open(address)
    serve(settings, host)
