"""Trains the words-and-tree half of a pipeline, and scores it."""

from __future__ import annotations

import random
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

import spacy
from augment import printed
from corpora import Split, example, examples, reprinted, training_print
from loop import Scores, batches_by_words, optimizer, train
from spacy.language import Language
from spacy.training import Example
from spacy.util import load_config, load_model_from_config
from thinc.api import fix_random_seed
from treebank import Sentence

HERE = Path(__file__).parent
BASE_SCHEDULE = 5500  # the rate falls as if the base went so far; tuning takes it the rest of the way
CHUNK = 2000  # sentences made into examples at a time, to spare memory


def train_syntax(
    language: str, split: Split, *, other_names: Sequence[str], steps: int, seed: int, out: Path
) -> Scores:
    """Train for ``steps`` batches, write the best pipeline to ``out``, and return its scores on the choosing set."""
    fix_random_seed(seed)
    rng = random.Random(seed)
    nlp = load_model_from_config(load_config(HERE / "syntax.cfg", {"nlp.lang": language}), auto_fill=True)
    _initialize(nlp, split.train)
    sgd = optimizer(steps=BASE_SCHEDULE)
    return train(
        nlp,
        _batches(nlp, split.train, rng, language, other_names),
        steps=steps,
        every=400,
        dropout=0.1 if language == "en" else 0.2,
        sgd=sgd,
        score=lambda model: choosing_scores(model, split.choose),
        out=out,
    )


def tune_syntax(
    language: str, split: Split, *, base: Path, other_names: Sequence[str], steps: int, seed: int, out: Path
) -> Scores:
    """Train ``base`` on, at a low rate, with words of the field in some sentences; write the end to ``out``."""
    fix_random_seed(seed)
    nlp = spacy.load(base)
    _restore_labels(nlp)
    return train(
        nlp,
        _batches(nlp, split.train, random.Random(seed + 1), language, other_names, domain=0.4),
        steps=steps,
        every=max(steps // 3, 1),
        dropout=0.1,
        sgd=optimizer(steps=steps, rate=0.0007),
        score=lambda model: choosing_scores(model, split.choose),
        out=out,
        last=True,
    )


def _restore_labels(nlp: Language) -> None:
    """Give a loaded lemmatizer back its table from edit trees to labels, which spaCy does not read from disk."""
    lemmatizer: Any = nlp.get_pipe("trainable_lemmatizer")
    lemmatizer.tree2label = {tree: label for label, tree in enumerate(lemmatizer.cfg["labels"])}


def _initialize(nlp: Language, sentences: Sequence[Sentence]) -> None:
    """Learn the labels, those of capitals too, and set the weights up."""
    plain = [example(s, nlp, mark_source=True) for s in sentences]
    capitals = [example(in_print(s, "capitals"), nlp, mark_source=True) for s in sentences[::2]]
    bare = [example(in_print(s, "bare"), nlp, mark_source=True) for s in sentences[::4]] if nlp.lang == "es" else []
    nlp.initialize(lambda: [*plain, *capitals, *bare])


def _batches(
    nlp: Language,
    sentences: Sequence[Sentence],
    rng: random.Random,
    language: str,
    other_names: Sequence[str],
    *,
    domain: float = 0.0,
) -> Iterator[list[Example]]:
    """Yield training batches for ever, each sentence printed anew each time it comes."""
    order = list(sentences)

    def draw() -> list[Example]:
        if len(queue) < CHUNK:
            rng.shuffle(order)
            queue.extend(order)
        chunk = [queue.pop() for _ in range(CHUNK)]
        return examples(chunk, nlp, mark_source=True, change=change)

    def change(sentence: Sentence) -> Sentence:
        return training_print(sentence, rng, language, other_names, domain=domain)

    queue: list[Sentence] = []
    return batches_by_words(draw, rng, smallest=200, largest=800)


def in_print(sentence: Sentence, print_: str) -> Sentence:
    """Return the whole sentence as ``augment.PRINTS`` names it."""
    return reprinted(sentence, printed([w.form for w in sentence.words], print_))


def choosing_scores(nlp: Language, sentences: Sequence[Sentence]) -> Scores:
    """Return scores on mixed case and on a part in capitals; "goal" weighs labelled arcs and tags of both."""
    mixed = scores_on(nlp, sentences)
    capitals = scores_on(nlp, [in_print(s, "capitals") for s in sentences[::4]])
    goal = 0.8 * (mixed["las"] + mixed["upos"]) + 0.2 * (capitals["las"] + capitals["upos"])
    return {"goal": goal / 2, **mixed, "CAP_las": capitals["las"], "CAP_upos": capitals["upos"]}


def scores_on(nlp: Language, sentences: Sequence[Sentence]) -> Scores:
    """Return, as shares, UPOS, features, lemmas (case apart), UAS and LAS without punctuation, over aligned words."""
    cases = [example(s, nlp, mark_source=False) for s in sentences]
    for case, doc in zip(cases, nlp.pipe(eg.predicted for eg in cases), strict=True):
        case.predicted = doc
    scores = _spacy_scores(nlp, cases)
    right, total = 0, 0
    for case in cases:
        gold = case.get_aligned("LEMMA", as_string=True)
        pairs = [(t.lemma_.lower(), g.lower()) for t, g in zip(case.predicted, gold, strict=True) if g]
        right += sum(a == b for a, b in pairs)
        total += len(pairs)
    return {**scores, "lemma": right / max(total, 1)}


def _spacy_scores(nlp: Language, cases: Sequence[Example]) -> Scores:
    """Return spaCy's own scores under short names."""
    names = {"pos_acc": "upos", "morph_acc": "feats", "dep_uas": "uas", "dep_las": "las"}
    found: dict[str, float] = {}
    for name in ("morphologizer", "parser"):
        found.update(nlp.get_pipe(name).score(cases))  # type: ignore[attr-defined]
    return {short: float(found[long]) for long, short in names.items()}
