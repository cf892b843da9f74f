"""Many runs of words, asked for at once."""

from __future__ import annotations

import re

import pytest

from recuento.lexicon.fold import fold, fold_text
from recuento.lexicon.runs import FirstRun, Runs


@pytest.fixture
def speakers() -> FirstRun[str]:
    return FirstRun([("state police", "force"), ("police", "force"), ("u.s. attorney", "court"), ("'ndrina", "group")])


@pytest.mark.parametrize(
    ("words", "found"),
    [
        ("the police and the state police", ("police", "force")),
        ("a state police officer", ("state police", "force")),
        ("the u.s. attorney", ("u.s. attorney", "court")),
        ("the feared 'ndrina", ("'ndrina", "group")),
        ("policemen and interstate police2", None),
        ("the a'ndrina", None),
    ],
)
def test_the_run_that_stands_first_and_the_longest_there(
    speakers: FirstRun[str], words: str, found: tuple[str, str] | None
) -> None:
    assert speakers.find(words) == found


def test_a_run_begins_at_a_word(speakers: FirstRun[str]) -> None:
    _, state, _ = re.finditer(r"\w+", said := "old state police")
    assert speakers.begins(said, state)
    old, state, _ = re.finditer(r"\w+", said := "old state policemen")
    assert not speakers.begins(said, state)
    assert not speakers.begins(said, old)


def test_of_two_entries_for_one_run_the_first_counts() -> None:
    assert FirstRun([("army", "force"), ("army", "other")]).find("the army") == ("army", "force")


def test_a_run_without_a_word_is_refused() -> None:
    with pytest.raises(ValueError, match="holds no word"):
        FirstRun([("--", "nothing")])


def test_runs_are_folded_and_known_by_their_first_words() -> None:
    runs = Runs.of(["De los cuales", "más"])
    assert runs.all == (("de", "los", "cuales"), ("mas",))
    assert runs.firsts == {"de", "mas"}
    assert runs.singles == {"mas"}


@pytest.mark.parametrize(
    ("text", "folded"),
    [
        ("Ñandú’s “cita” — ÁRBOL", "nandu's “cita” — arbol"),
        ("e\u0301tat", "etat"),
        ("שָׁלוֹם año", "שלום ano"),
    ],
)
def test_a_stretch_of_text_is_folded_as_words_are(text: str, folded: str) -> None:
    assert fold_text(text) == folded
    assert fold(text) == folded


def test_runs_begun_by_some_words_come_in_their_own_order() -> None:
    runs = Runs.of(["no more", "at least", "no", "at most"])
    pairs = {("at", "most"), ("no", "more"), ("at", "least")}
    assert runs.begun_by({"most", "at", "no"}, pairs) == runs.all
    assert runs.begun_by({"no", "more"}, {("no", "more")}) == (("no", "more"), ("no",))
    assert runs.begun_by({"no", "least"}, {("no", "least")}) == (("no",),)
    assert runs.begun_by(set(), set()) == ()
