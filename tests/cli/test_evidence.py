from __future__ import annotations

from tests.builders import report, told

from recuento.cli.evidence import clipped, quoted
from recuento.model import Claim

_LONG = "In the villages around the town, where nobody had slept for days, 15 people were taken by armed men"


def claim(words: str) -> Claim:
    return report("2024-03-22", [told(words, "abduction", "abducted", 15)]).claims[0]


def test_the_figure_is_underlined_in_its_quote() -> None:
    text = quoted(claim("Armed men took 15 people"))
    assert text.plain == "“Armed men took 15 people”"
    assert [text.plain[span.start : span.end] for span in text.spans] == ["15"]


def test_a_long_quote_is_cut_at_words_around_its_figure() -> None:
    text = clipped(claim(_LONG), 40)
    assert text.plain == "“… slept for days, 15 people were taken by …”"
    assert [text.plain[span.start : span.end] for span in text.spans] == ["15"]


def test_a_short_quote_is_not_cut() -> None:
    assert clipped(claim("Armed men took 15 people"), 40).plain == "“Armed men took 15 people”"
