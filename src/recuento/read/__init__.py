"""Bytes to `Document`: the only room that normalises text. Everything after it counts in the same characters."""

from recuento.read.options import MEGABYTE, Columns, ReadOptions
from recuento.read.paths import STDIN, Input, Inputs
from recuento.read.plain import Header, document
from recuento.read.text import clean, clean_title, day

__all__ = [
    "MEGABYTE",
    "STDIN",
    "Columns",
    "Header",
    "Input",
    "Inputs",
    "ReadOptions",
    "clean",
    "clean_title",
    "day",
    "document",
]
