"""Which treebank sentences train, choose and test each language's pipeline, and how they become spaCy examples."""

from __future__ import annotations

import csv
import hashlib
import random
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from augment import cased_like, choose_print, printed, with_other_quotes
from domain import with_domain_words
from figures import with_other_figures
from spacy.language import Language
from spacy.tokens import Doc
from spacy.training import Example
from spanish import harmonise
from treebank import Sentence, Word, read_treebank
from wordlists import LATIN_AMERICA

LONGEST = 100  # words; longer sentences are lists and tables

NAMES_FROM = ("es_ancora-dev", "es_ancora-test")
CC_BY_SA_4 = "CC BY-SA 4.0"
LICENCES = {
    "en_ewt-train": CC_BY_SA_4,
    "en_ewt-dev": CC_BY_SA_4,
    "en_ewt-test": CC_BY_SA_4,
    "en_gum_open-train": "CC BY and CC BY-SA, by genre; annotations CC BY 4.0",
    "en_gum_open-dev": "CC BY and CC BY-SA, by genre; annotations CC BY 4.0",
    "en_gum_open-test": "CC BY and CC BY-SA, by genre; annotations CC BY 4.0",
    "es_ancora-dev": "CC BY 4.0",
    "es_ancora-test": "CC BY 4.0",
    "es_gsd-dev": CC_BY_SA_4,
    "es_gsd-test": CC_BY_SA_4,
    "es_pud-test": "CC BY-SA 3.0",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Split:
    """The sentences that train, those that choose among states of the model, and those that are only scored."""

    train: list[Sentence]
    choose: list[Sentence]
    test: dict[str, list[Sentence]]


def split_for(language: str, shared: Path, *, mixed: bool = True) -> Split:
    """Return the split for "en" or "es"; ``mixed`` lets GSD and PUD train beside AnCora."""
    return _english(shared) if language == "en" else _spanish(shared, mixed=mixed)


def sources(language: str) -> list[str]:
    """Return the names of the treebank files that a language uses."""
    return [name for name in LICENCES if name.startswith(language)]


def _english(shared: Path) -> Split:
    return Split(
        train=[*_load(shared, "en_ewt-train"), *_load(shared, "en_gum_open-train")],
        choose=[*_load(shared, "en_ewt-dev")[::2], *_load(shared, "en_gum_open-dev")],
        test={name: _load(shared, name) for name in ("en_ewt-test", "en_gum_open-test")},
    )


def _spanish(shared: Path, *, mixed: bool) -> Split:
    """Return AnCora split by document, since only its dev and test parts are at hand; the others only train."""
    every = harmonise(s for name in sources("es") for s in _load(shared, name))
    ancora = [s for s in every if s.source.startswith("es_ancora")]
    others = [s for s in every if not s.source.startswith("es_ancora")]
    return Split(
        train=[s for s in ancora if bucket(s.document) >= 10] + (others if mixed else []),
        choose=[s for s in ancora if bucket(s.document) < 4],
        test={"es_ancora held out": [s for s in ancora if 4 <= bucket(s.document) < 10]},
    )


def bucket(document: str) -> int:
    """Return a number below 100 that depends on the document's name alone."""
    return int(hashlib.sha256(document.encode()).hexdigest(), 16) % 100


def _load(shared: Path, name: str) -> list[Sentence]:
    return list(read_treebank(shared / "treebanks" / f"{name}.conllu"))


def foreign_names(shared: Path) -> list[str]:
    """Return single words of proper names: those of AnCora and of places in Latin America and the world."""
    ancora = (w for name in NAMES_FROM for s in _load(shared, name) for w in s.words)
    names = [w.form for w in ancora if w.pos == "PROPN"]
    with (shared / "gazetteer" / "rg_cities1000.csv").open(encoding="utf-8", newline="") as lines:
        rows = [row for row in csv.DictReader(lines) if row["cc"] in LATIN_AMERICA]
    names += [word for row in rows[::6] for word in row["name"].split()]
    return [name for name in names if name.isalpha() and name[0].isupper() and name[1:].islower()]


def training_print(
    sentence: Sentence, rng: random.Random, language: str, names: Sequence[str], *, domain: float = 0.0
) -> Sentence:
    """Return the sentence as some paper might print it (see ``augment``), at times with other names and figures.

    ``domain`` is the share of sentences that get words of the field.
    """
    if domain and rng.random() < domain:
        sentence = with_domain_words(sentence, rng, language)
    if rng.random() < 0.3:
        sentence = replace(sentence, words=tuple(_renamed(w, rng, names) for w in sentence.words))
    if rng.random() < 0.5:
        sentence = with_other_figures(sentence, rng, language)
    words = [w.form for w in sentence.words]
    if rng.random() < 0.15:
        words = with_other_quotes(words, rng)
    return reprinted(sentence, printed(words, choose_print(rng, language)))


def _renamed(word: Word, rng: random.Random, names: Sequence[str]) -> Word:
    """Return a capitalised proper noun as another one, one time in three; any other word as it is."""
    plain = word.pos == "PROPN" and word.form.isalpha() and word.form[:1].isupper() and word.form[1:].islower()
    if not plain or rng.random() > 0.33:
        return word
    name = rng.choice(names)
    return replace(word, form=name, lemma=name)


def reprinted(sentence: Sentence, forms: Sequence[str]) -> Sentence:
    """Return the sentence with other forms for its words; a mark is its own lemma."""
    words = tuple(
        Word(
            form=form,
            lemma=form if w.pos in ("PUNCT", "SYM") else w.lemma,
            pos=w.pos,
            feats=w.feats,
            head=w.head,
            dep=w.dep,
            space=w.space,
        )
        for w, form in zip(sentence.words, forms, strict=True)
    )
    return Sentence(words=words, document=sentence.document, source=sentence.source)


def example(sentence: Sentence, nlp: Language, *, mark_source: bool) -> Example:
    """Return the sentence as an example whose predicted side is tokenised by the pipeline's own tokenizer.

    ``mark_source`` writes the treebank's name on the tokens unless it is AnCora, the one that run time stands for.
    """
    words = sentence.words
    reference = Doc(
        nlp.vocab,
        words=[w.form for w in words],
        spaces=[w.space for w in words],
        pos=[w.pos for w in words],
        morphs=[w.feats for w in words],
        lemmas=[cased_like(w.lemma, w.form) for w in words],
        heads=[w.head for w in words],
        deps=[w.dep for w in words],
    )
    predicted = nlp.make_doc(reference.text)
    origin = sentence.source.partition("-")[0]
    if mark_source and origin in ("es_gsd", "es_pud"):
        for token in predicted:
            token.ent_id_ = origin
    return Example(predicted, reference)


def examples(
    sentences: Iterable[Sentence], nlp: Language, *, mark_source: bool, change: Callable[[Sentence], Sentence]
) -> list[Example]:
    """Return an example for each sentence short enough, after ``change``."""
    kept = (s for s in sentences if len(s.words) <= LONGEST)
    return [example(change(s), nlp, mark_source=mark_source) for s in kept]
