"""The word lists of ``words.toml``."""

from __future__ import annotations

import tomllib
from pathlib import Path

_TABLE = tomllib.loads(Path(__file__).with_name("words.toml").read_text(encoding="utf-8"))

SMALL_IN_TITLES = frozenset(_TABLE["small_in_titles"].split())
UNITS = frozenset(_TABLE["units"].split())
FEATURES = frozenset(_TABLE["features"].split())
LATIN_AMERICA = frozenset(_TABLE["latin_america"].split())
TITLES = frozenset(_TABLE["titles"].split())
OFFICES = frozenset(_TABLE["offices"].split())
NUMERALS: dict[str, list[str]] = {language: words.split() for language, words in _TABLE["numerals"].items()}
TRANSLATED: dict[str, str] = dict(_TABLE["translated"])
