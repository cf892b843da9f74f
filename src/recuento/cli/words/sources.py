"""Who published the reports."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from recuento.ledger import SourceRow

__all__ = ["SOURCE_HEADS", "source_line", "sources_used"]

SOURCE_HEADS: Final = ("outlet", "reports", "who")
_KINDS: Final = {"wire": "agency", "own": "outlet"}


def source_line(row: SourceRow) -> str:
    """Return who an outlet is."""
    outlet = row.outlet
    if outlet is None:
        return "not in the register"
    state = ", run by a government" if outlet.control == "state" else ""
    return f"{outlet.scale} {_KINDS[outlet.kind]}{state}"


def sources_used(written: int) -> str:
    """Return what another register changed."""
    if not written:
        return "The register is kept; no figure moved by it."
    return "The register is kept; figures were counted afresh ('recuento changes' tells which moved)."
