"""Every reason that the program can give has a code, and can be told in Spanish."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from recuento.ledger.belief import _ALONE, _RULES
from recuento.ledger.tally import _UNFIT
from recuento.web.reasons import reason_in, reasons

SOURCE = Path(__file__).parents[2] / "src" / "recuento"
FILES = ("ledger/belief.py", "ledger/said.py", "ledger/tally.py", "ledger/corrections.py", "ledger/standing.py",
         "ledger/arithmetic.py", "link/ties.py")  # fmt: skip
SAID = re.compile(
    r'(?:reason=|reason = |rule=|_set_aside\(belief, said, |_reasons\(\w+, |text=|text = |return )f?"([^"]* [^"]*)"'
)
FROM_OTHER_WORDS = {" = ", "{total} = {chain[0]}"}  # sums, in figures


def given() -> list[str]:
    """Return the reasons in the code, as sentences, with a figure where something is put in."""
    tables = [*_RULES.values(), *_ALONE.values(), *_UNFIT.values()]
    code = [found for name in FILES for found in SAID.findall((SOURCE / name).read_text("utf-8"))]
    unread = [
        found
        for path in (SOURCE / "extract").glob("*.py")
        for found in re.findall(r'f"(“\{word\}”[^"]*)"', path.read_text("utf-8"))
    ]
    filled = [re.sub(r"\{[^}]*\}", "7", each) for each in (*code, *unread) if each not in FROM_OTHER_WORDS]
    return [*tables, *(each for each in filled if not each.startswith("7 ("))]


@pytest.mark.parametrize("sentence", sorted(set(given())))
def test_a_reason_in_the_code_has_a_code_of_its_own(sentence: str) -> None:
    assert reason_in(sentence) is not None, "say it in web/reasons.toml, and in Spanish in web/locale/es.po"


def test_the_code_gives_as_many_reasons_as_there_are_in_the_table() -> None:
    assert len(set(given())) > 50


@pytest.mark.parametrize("code", reasons())
def test_a_sentence_is_known_again_with_what_stood_in_it(code: str) -> None:
    sentence = reasons()[code]
    values = {name: f"value {n}" for n, name in enumerate(re.findall(r"%\((\w+)\)s", sentence))}
    found = reason_in(sentence % values)
    assert found is not None
    assert found.code == code
    assert dict(found.values) == values
