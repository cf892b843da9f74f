"""`recuento` and `python -m recuento`."""

from __future__ import annotations

from recuento.cli import main

__all__ = ["main"]

if __name__ == "__main__":
    main()
