"""From annotations to claims, accounts and ties: what one report says."""

from recuento.extract.extract import extract

__all__ = ["extract"]
