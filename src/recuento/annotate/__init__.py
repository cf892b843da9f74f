"""From a document's words to sentences, numbers, dates, places and names; nothing is claimed here."""

from recuento.annotate.annotate import annotate, annotate_each, title_dates
from recuento.annotate.in_prose import in_prose
from recuento.annotate.language import detect_language, unread_language

__all__ = ["annotate", "annotate_each", "detect_language", "in_prose", "title_dates", "unread_language"]
