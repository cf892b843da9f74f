"""From annotations to claims, accounts and ties: what one report says."""

from recuento.extract.as_written import as_written
from recuento.extract.extract import extract

__all__ = ["as_written", "extract"]
