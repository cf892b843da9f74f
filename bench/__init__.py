"""Measure the reader against the data beside the project; see ``python -m bench --help``."""
