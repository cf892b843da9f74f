"""recuento serve: the page."""

from __future__ import annotations

from contextlib import suppress
from typing import Annotated

import typer

from recuento.cli.options import Db, add
from recuento.cli.screen import errors
from recuento.errors import DataError, OptionError

__all__ = ["register"]

_ANY = ("0.0.0.0", "::")  # every address of this computer: no name to be reached by


def register(app: typer.Typer) -> None:
    """Add the commands of this module to ``app``."""
    add(app, serve, panel="Ask")


def serve(
    db: Db = "recuento.db",
    port: Annotated[int, typer.Option(min=0, max=65535, help="Port to answer on; 0 takes a free one.")] = 8347,
    host: Annotated[
        str, typer.Option(help="Address to answer on; any but this computer's own asks for a login link.")
    ] = "127.0.0.1",
    names: Annotated[
        list[str] | None, typer.Option("--name", help="Name by which others reach this computer; repeatable.")
    ] = None,
    read_only: Annotated[bool, typer.Option("--read-only", help="Show only: take no decisions.")] = False,
    minors: Annotated[bool, typer.Option("--show-minors", help="Show the names of minors, hidden otherwise.")] = False,
    browse: Annotated[bool, typer.Option("--open/--no-open", help="Open the page in the browser.")] = False,
) -> None:
    """Open the record in a browser: incidents, their figures over time, and every report with what was read in it.

    'Incidents' lists what is held, the newest first, with a map, months and filters; what is contested or changed
    lately stands at the top. An incident leads from each figure to its words in the report. In 'Review' figures are
    accepted or corrected, by keys if you like (? shows them); every decision stands under 'Decisions' and can be
    undone. A list's address with .csv, .json or .geojson is the same list as a file, and /api serves other programs.
    Ctrl-C ends the page; the ledger keeps everything.

    The page answers on this computer only and fetches nothing from anywhere. With --host it answers on a network too:
    then only a browser that opens the link printed, which works once, is let in. The way there is not encrypted, so do
    that on a network that you trust, or behind a proxy that encrypts.

    \b
    recuento serve
    recuento demo --db demo.db && recuento serve --db demo.db --open
    recuento serve --read-only --port 8080
    recuento serve --host 192.0.2.7 --name desk.example --read-only
    """
    try:
        from recuento.web.serve import free_port, serve
        from recuento.web.settings import LOOPBACK, Settings
    except ModuleNotFoundError as why:
        missing = f"the page needs {why.name}, which is not installed"
        raise DataError(f"{missing}; in the clone: make page, or pip install '.[web]'") from why
    ours = host in LOOPBACK
    settings = Settings(
        ledger=db, port=free_port(host, port), read_only=read_only, minors=minors, login=not ours,
        hosts=LOOPBACK if ours else (*(names or ()), *(() if host in _ANY else (host,))),
    )  # fmt: skip
    if not settings.hosts:
        raise OptionError(f"--host {host}: say by which name others reach this computer, with --name")

    def told(address: str) -> None:
        errors().print(f"{address}   (Ctrl-C ends it)", markup=False, soft_wrap=True)
        if browse:
            import webbrowser

            webbrowser.open(address)

    with suppress(KeyboardInterrupt):  # that is how it is ended
        serve(settings, host, told)
