"""Varies the figures of a sentence, which news has more of than the treebanks do."""

from __future__ import annotations

import random
from dataclasses import replace

from treebank import Sentence, Word
from wordlists import NUMERALS, UNITS


def with_other_figures(sentence: Sentence, rng: random.Random, language: str) -> Sentence:
    """Return the sentence with other numerals before its nouns, and at times with the noun after one left out."""
    words = tuple(_other_numeral(i, w, sentence, rng, language) for i, w in enumerate(sentence.words))
    sentence = replace(sentence, words=words)
    unsaid = [i for i, w in enumerate(words) if _may_stay_unsaid(i, w, sentence)]
    return without_word(sentence, rng.choice(unsaid)) if unsaid and rng.random() < 0.3 else sentence


def _other_numeral(index: int, word: Word, sentence: Sentence, rng: random.Random, language: str) -> Word:
    """Return the numeral as another, four times in ten; anything but a plural cardinal before its noun as it is."""
    counts = word.pos == "NUM" and word.dep == "nummod" and word.head > index
    if not counts or word.form in ("1", "one", "un", "una") or {",", "."} & set(word.form) or rng.random() > 0.4:
        return word
    form = rng.choice((str(rng.randint(2, 99)), str(rng.randint(2, 999)), rng.choice(NUMERALS[language])))
    return replace(word, form=form, lemma=form)


def _may_stay_unsaid(index: int, word: Word, sentence: Sentence) -> bool:
    """Return whether the word is a plural noun, no unit, right after its numeral."""
    before = sentence.words[index - 1] if index else None
    return (
        before is not None
        and before.pos == "NUM"
        and before.dep == "nummod"
        and before.head == index
        and word.pos == "NOUN"
        and "Number=Plur" in word.feats
        and word.lemma.lower() not in UNITS
    )


def without_word(sentence: Sentence, index: int) -> Sentence:
    """Return the sentence without the word, whose place in the tree the numeral before it takes."""
    heir, gone = index - 1, sentence.words[index]
    words = [replace(w, head=heir) if w.head == index else w for w in sentence.words]
    head = heir if gone.head == index else gone.head
    words[heir] = replace(words[heir], head=head, dep=gone.dep, space=gone.space)
    del words[index]
    return replace(sentence, words=tuple(replace(w, head=w.head - (w.head > index)) for w in words))
