"""The command line. Commands import what they need when they run: `recuento --help` must not wait for a parser."""

from recuento.cli.app import app, main

__all__ = ["app", "main"]
