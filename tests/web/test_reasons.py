"""Every reason that the program can give has a code, and can be told in Spanish."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from recuento.ledger.belief import _ALONE, _RULES
from recuento.ledger.tally import _UNFIT
from recuento.web.reasons import reason_in, reasons, refusal_in, refusals
from recuento.web.tongue import TONGUES, tongue

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


REFUSED = re.compile(
    r'(?:OptionError|UnknownId|StaleDecision|HTTPException)\((?:\d+, )?\s*(f?"(?:[^"\\]|\\.)*"(?:\s+f?"[^"]*")*)'
)
ASKED = ("deciding.py", "values.py", "unfolding.py", "ledger/asking.py", "ledger/casefile.py", "ledger/searching.py",
         "ledger/decisions.py", "web/actors.py", "web/compare.py", "web/deciding.py", "web/filters.py", "web/forms.py",
         "web/pages.py")  # fmt: skip


def refused() -> list[str]:
    """Return what the page may refuse, as sentences, with a figure where something is put in."""
    found = [each for name in ASKED for each in REFUSED.findall((SOURCE / name).read_text("utf-8"))]
    whole = ["".join(re.findall(r'"([^"]*)"', each)) for each in found]
    guard = re.findall(r'return \d+, f?"([^"]*)"', (SOURCE / "web/safety.py").read_text("utf-8"))
    return [re.sub(r"\{[^}]*\}", "7", each) for each in (*whole, *guard)]


@pytest.mark.parametrize("sentence", sorted(set(refused())))
def test_a_refusal_in_the_code_has_a_code_of_its_own(sentence: str) -> None:
    assert refusal_in(sentence) is not None, "say it in web/refusals.toml, and in Spanish in web/locale/es.po"


def test_there_are_many_refusals() -> None:
    assert len(set(refused())) > 35


@pytest.mark.parametrize("code", refusals())
def test_a_refusal_is_told_in_spanish_with_what_stood_in_it_and_without_the_command_line(code: str) -> None:
    names = re.findall(r"%\((\w+)\)s", refusals()[code])
    words = refusals()[code] % {name: f"x{n}" for n, name in enumerate(names)}
    english, spanish = (tongue(each).refusal(words) for each in TONGUES)
    assert english != spanish
    for told_ in (english, spanish):
        assert "--" not in told_
        assert "%(" not in told_
