"""Figures and events of one or two sentences of our own, field by field: `counted/en.toml`, with what must be read."""

from __future__ import annotations

import tomllib
from datetime import date
from pathlib import Path
from typing import Any

from recuento.model.claim import Claim
from recuento.pipeline import code_text

CASES = Path(__file__).parent / "counted" / "en.toml"
TUESDAY = date(2024, 3, 26)
# Percent of what is told that must be read, and how many figures may be read that nobody tells.
TOLD = 93
FALSE = 4
_SCOPES = {"part": {"part", "total", None}, "total": {"total", "aggregate"}, "": {"total", "increment", None}}


def claims(case: dict[str, Any]) -> tuple[Claim, ...]:
    return code_text(case["text"].replace("\\n", "\n\n"), published_on=TUESDAY, external_id="counted").claims


def is_read(told: str, found: tuple[Claim, ...]) -> bool:
    kinds, count, *scope = told.split(":")
    if count == "-":
        return any(c.event in kinds.split("/") for c in found)
    return any(
        c.tally in kinds.split("/") and c.figure.count.at_least == int(count) and c.scope in _SCOPES["".join(scope)]
        for c in found
        if c.figure is not None
    )


def false_figures(case: dict[str, Any], found: tuple[Claim, ...]) -> list[tuple[str, int]]:
    known = {tuple(t.split(":")[:2]) for t in (*case["told"], *case.get("may", ()))}
    right = {(kind, count) for kinds, count in known for kind in kinds.split("/")}
    read = [(c.tally, c.figure.count.at_least) for c in found if c.figure and c.tally and c.status == "occurred"]
    return [(t, n) for t, n in read if t and n is not None and not {(t, str(n)), (t, "-")} & right]


def test_what_is_told_is_read_and_nothing_else() -> None:
    missed, false, many = [], [], 0
    for case in tomllib.loads(CASES.read_text(encoding="utf-8"))["case"]:
        found = claims(case)
        many += len(case["told"])
        missed += [f"{told}: {case['text']}" for told in case["told"] if not is_read(told, found)]
        false += [f"{figure}: {case['text']}" for figure in false_figures(case, found)]
    share = 100 * (many - len(missed)) / many
    assert share >= TOLD, f"{share:.1f} % of {many}:\n" + "\n".join(missed)
    assert len(false) <= FALSE, "\n".join(false)
