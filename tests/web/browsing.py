"""Debian's browser, and what it is told so that it asks nobody but us."""

from __future__ import annotations

import shutil

__all__ = ["CHROMIUM", "DRAWING", "FLAT"]

CHROMIUM = shutil.which("chromium")
QUIET = [
    "--no-sandbox", "--disable-quic", "--no-first-run", "--disable-background-networking", "--disable-component-update",
    "--disable-sync",
]  # fmt: skip
FLAT = [*QUIET, "--disable-gpu", "--disable-3d-apis"]
DRAWING = [*QUIET, "--use-angle=swiftshader", "--enable-unsafe-swiftshader"]
