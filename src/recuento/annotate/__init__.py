"""From a document's words to sentences, numbers, dates, places and names; nothing is claimed here."""

from recuento.annotate.annotate import annotate

__all__ = ["annotate"]
