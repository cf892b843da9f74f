"""Recuento: dated reports of violence in, a traceable record of incidents and figures out."""

__all__ = ["__version__"]

__version__ = "0.1.0"
