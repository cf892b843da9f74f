"""How many plain cardinals of two public test suites are read with the right value."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from recuento.annotate.numerals import find_numerals
from recuento.model.document import Language

CASES = Path(__file__).parents[3] / "shared" / "bench" / "numbers"

pytestmark = pytest.mark.skipif(not CASES.is_dir(), reason=f"needs the number test cases in {CASES}")

# What is missed: "uno" and "un" alone (articles here), "nought", "192.168.1.2" read as four numbers, "10G".
FLOORS = {"en": 0.70, "es": 0.87}


def cardinals(language: Language) -> Iterator[tuple[str, list[int]]]:
    """Yield inputs that hold whole, non-negative numbers only, with their values."""
    for line in (CASES / f"recognizers_{language}.jsonl").read_text("utf-8").splitlines():
        row = json.loads(line)
        found = [result["resolution"] for result in row["results"] or []]
        whole = [r for r in found if r.get("subtype") == "integer" and r["value"].isdigit()]
        if row["suite"] == "NumberModel" and found and len(whole) == len(found):
            yield row["input"], [int(r["value"]) for r in whole]
    for line in (CASES / f"duckling_{language}.jsonl").read_text("utf-8").splitlines():
        row = json.loads(line)
        value = re.fullmatch(r"\(NumeralValue (\d+)\)", row["value_hs"] or "")
        if row["dim"] == "Numeral" and value and row["locale"].split("/")[0] == language.upper():
            yield row["input"], [int(value[1])]


@pytest.mark.parametrize("language", ["en", "es"])
def test_plain_cardinals(language: Language) -> None:
    cases = list(cardinals(language))
    right = 0
    for words, values in cases:
        said = {numeral.count.exact for numeral in find_numerals(words, language=language)}
        right += said.issuperset(values)

    assert right / len(cases) >= FLOORS[language], f"{right} of {len(cases)}"
