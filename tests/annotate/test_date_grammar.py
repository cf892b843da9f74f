"""Where the grammar of dates is not even tried, no shape of it fits."""

from __future__ import annotations

from itertools import product
from random import Random

from recuento.annotate.date_grammar import _IN_SOME_LIST, _SHAPES, _begun_at, _longest_at, _patterns, phrases
from recuento.annotate.date_tokens import SYMBOLS, row_of
from recuento.lexicon.flat import flat

# What `row_of` can put on a row: symbols of words, of digits and of marks.
_ALPHABET = sorted({*SYMBOLS.values(), *"MmWTPDUSkONxdYszn", *".,()/|-"})


def test_no_shape_begins_where_none_is_tried() -> None:
    whole, _ = _patterns()
    begun = [one + two for one, two in product(_ALPHABET, repeat=2) if not _IN_SOME_LIST.match(one + two)]
    assert len(begun) > len(_ALPHABET)
    rests = ["", *_ALPHABET, *(one + two for one, two in product("dNUW", _ALPHABET))]
    missed = [start + rest for start in begun for rest in rests if whole.match(start + rest)]
    assert missed == []


def test_an_article_or_a_preposition_opens_a_date() -> None:
    said = flat("el 3 de junio, en la noche del lunes, de 2019 y hace dos días, un año después")
    found = [phrase.kind for phrase in phrases(row_of(said, "es"), "es")]
    assert found == ["date_dmy", "weekday", "year", "hace", "later"]
    assert {kind for kind, _ in _SHAPES}.issuperset(found)


def test_what_is_remembered_of_a_stretch_is_what_stands_there() -> None:
    chance = Random(7)
    rows = ["".join(chance.choices([*_ALPHABET, *"." * 12], k=60)) for _ in range(300)]
    places = [(row, at) for row in rows for at in range(len(row)) if _IN_SOME_LIST.match(row, at)]
    found = [_begun_at(row, at) for row, at in places]
    assert found == [_longest_at(row, at) for row, at in places]
    assert sum(length > 1 for _, length in found) > 100
