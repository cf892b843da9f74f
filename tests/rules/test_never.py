"""The words of violence at their other trades: accidents, illness, sport, the stage, business, figures of speech.

``never/en.txt`` and ``never/es.txt`` hold sentences in which nothing of the codebook happens; none may give a claim.
"""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from recuento.model.document import Language
from recuento.pipeline import code_text

TUESDAY = date(2024, 3, 26)


def sentences(language: Language) -> list[str]:
    """Return the sentences of one language in the file's order."""
    lines = (Path(__file__).parent / "never" / f"{language}.txt").read_text(encoding="utf-8").splitlines()
    return [line for line in lines if line and not line.startswith("#")]


@pytest.mark.parametrize("language", ["en", "es"])
def test_nothing_happens_in_them(language: Language) -> None:
    read = {
        text: [f"{claim.event} {claim.read_by}" for claim in coding.claims]
        for number, text in enumerate(sentences(language))
        if (coding := code_text(text, published_on=TUESDAY, external_id=str(number))).claims
    }
    assert read == {}


@pytest.mark.parametrize("language", ["en", "es"])
def test_no_sentence_stands_there_twice(language: Language) -> None:
    said = sentences(language)
    assert len(said) == len(set(said))
