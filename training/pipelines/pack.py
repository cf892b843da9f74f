"""Joins the two halves of a pipeline, strips what run time does not need, and writes the manifest."""

from __future__ import annotations

import hashlib
import json
import random
import shutil
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from importlib.metadata import version
from pathlib import Path
from typing import Any

import corpora
import domain
import names
import spacy
import srsly  # type: ignore[import-untyped]
from augment import without_accents
from corpora import example
from spacy.language import Language
from spacy.tokens import Doc
from syntax import in_print, scores_on
from treebank import Sentence

LICENCE = "CC BY-SA 4.0"
TITLE = {"en": "recuento_en", "es": "recuento_es"}


def pack(language: str, *, shared: Path, work: Path, out: Path, seed: int) -> None:
    """Write the pipeline of ``work`` to ``out``, with ``manifest.json``: data, scores, sizes and hashes."""
    split = corpora.split_for(language, shared)
    nlp = joined(language, work, [*split.choose, *split.train[:: 12 if language == "en" else 4]])
    if out.exists():
        shutil.rmtree(out)
    out.parent.mkdir(parents=True, exist_ok=True)
    nlp.to_disk(out)
    strip(out, nlp)
    stripped = spacy.load(out)
    manifest = {
        "name": TITLE[language],
        "language": language,
        "licence": LICENCE,
        "spacy": version("spacy"),
        "seed": seed,
        "components": stripped.pipe_names,
        "data": _data(language, shared),
        "training": {half: _read(work / f"{half}.json") for half in ("base", "syntax", "names")},
        "scores": _scores(stripped, language, shared),
        "scores_note": "Shares of aligned words; UAS and LAS leave punctuation out; lemmas are compared case apart.",
        "data_note": "README.md of training/pipelines says which documents train and which are held out.",
        "bytes": sum(path.stat().st_size for path in _files(out)),
        "sha256": hash_of(out),
        "files": {str(path.relative_to(out)): hashlib.sha256(path.read_bytes()).hexdigest() for path in _files(out)},
    }
    text = json.dumps(manifest, indent=1, ensure_ascii=False, sort_keys=False)
    (out / "manifest.json").write_text(text + "\n", encoding="utf-8")


def joined(language: str, work: Path, sentences: Sequence[Sentence]) -> Language:
    """Return the syntax pipeline, with lemmas for words of the field and the recogniser of names at its end."""
    nlp = spacy.load(work / "syntax")
    patterns = lemma_patterns(nlp, sentences)
    ruler: Any = nlp.add_pipe("attribute_ruler")
    ruler.add_patterns(patterns)
    nlp.add_pipe("ner", source=spacy.load(work / "names", vocab=nlp.vocab))
    nlp.meta.update(
        name=TITLE[language].partition("_")[2], version="1.0.0", license=LICENCE, author="", email="", url=""
    )
    nlp.meta["description"] = "Syntax and names for news reports, from open treebanks."
    return nlp


def lemma_patterns(nlp: Language, sentences: Sequence[Sentence]) -> list[dict[str, Any]]:
    """Return patterns that give their lemmas to those words of the field with which the lemmatizer has trouble.

    It cuts and swaps endings, and seldom meets "freed" or "detuvieron" in a treebank. A pattern for every form would
    halve the speed, so only forms that it gets wrong one time in ten are listed, with and without accents.
    """
    met: Counter[tuple[str, str, str]] = Counter()
    missed: Counter[tuple[str, str, str]] = Counter()
    rng = random.Random(1)
    for print_ in ("plain", "plain", "plain", "capitals"):
        changed = [domain.with_domain_words(s, rng, str(nlp.lang), chance=0.9) for s in sentences]
        docs = nlp.pipe(example(in_print(s, print_), nlp, mark_source=False).predicted for s in changed)
        for sentence, doc in zip(changed, docs, strict=True):
            for key, right in _domain_lemmas(sentence, doc):
                met[key] += 1
                missed[key] += not right
    listed = {key for key in met if missed[key] * 10 > met[key]}
    listed |= {(pos, without_accents(form), lemma) for pos, form, lemma in listed}
    return [
        {"patterns": [[{"LOWER": form, "POS": pos}]], "attrs": {"LEMMA": lemma}} for pos, form, lemma in sorted(listed)
    ]


def _domain_lemmas(sentence: Sentence, doc: Doc) -> Iterator[tuple[tuple[str, str, str], bool]]:
    """Yield (tag, form, lemma) of each word of the field that is tagged rightly, and whether its lemma is right."""
    known = {(form, lemma) for entries in domain.forms(str(doc.lang_)).values() for form, lemma in entries}
    pairs = zip(sentence.words, doc, strict=True) if len(sentence.words) == len(doc) else ()
    for word, token in pairs:
        if (word.form.lower(), word.lemma) in known and word.pos == token.pos_:
            yield (word.pos, word.form.lower(), word.lemma), token.lemma_.lower() == word.lemma


def strip(folder: Path, nlp: Language) -> None:
    """Drop the strings that only training met, empty vectors, and what the configuration says of training."""
    strings = sorted(needed_strings(nlp))
    srsly.write_json(folder / "vocab" / "strings.json", strings)
    meta = srsly.read_json(folder / "meta.json")
    kept = {k: v for k, v in meta.items() if k not in ("performance", "sources")}
    srsly.write_json(folder / "meta.json", {**kept, "spacy_version": ">=3.8.0,<3.9.0"})


def needed_strings(nlp: Language) -> set[str]:
    """Return the strings that the components refer to by hash: labels, features, and the texts of edit trees."""
    needed = {"", str(nlp.lang)}
    for name in ("morphologizer", "parser", "ner"):
        needed.update(_pipe(nlp, name).labels)
    for label in _pipe(nlp, "morphologizer").labels:
        feats = [part for part in label.split("|") if not part.startswith("POS=")]
        needed.update(feats, {"|".join(feats)}, {p for f in feats for p in f.split("=")}, label.split("="))
    for tree in _pipe(nlp, "trainable_lemmatizer").label_data["trees"]:
        needed.update(str(tree[key]) for key in ("orig", "subst") if key in tree)
    return needed


def _pipe(nlp: Language, name: str) -> Any:
    return nlp.get_pipe(name)


def hash_of(folder: Path) -> str:
    """Return one SHA-256 over the names and bytes of a pipeline's files, the manifest apart."""
    digest = hashlib.sha256()
    for path in _files(folder):
        digest.update(str(path.relative_to(folder)).encode() + b"\0" + path.read_bytes())
    return digest.hexdigest()


def _files(folder: Path) -> list[Path]:
    return sorted(path for path in folder.rglob("*") if path.is_file() and path.name != "manifest.json")


def _data(language: str, shared: Path) -> list[dict[str, str]]:
    """Return, for each file learnt from or tested on, its place under shared/, licence and hash."""
    treebanks = [*corpora.sources(language), *(corpora.NAMES_FROM if language == "en" else ())]
    files = {f"treebanks/{name}.conllu": corpora.LICENCES[name] for name in treebanks}
    for licences in names.LICENCES.values():  # either language's names fill in for the other's
        files |= {f"bench/{name}.jsonl": licence for name, licence in licences.items()}
    files |= names.POOL_LICENCES
    return [
        {"file": name, "licence": licence, "sha256": hashlib.sha256((shared / name).read_bytes()).hexdigest()}
        for name, licence in files.items()
    ]


def _scores(nlp: Language, language: str, shared: Path) -> dict[str, Any]:
    """Return the scores on each test set, in mixed case and in capitals."""
    prints = ("plain", "capitals", "title") if language == "en" else ("plain", "capitals", "bare", "bare capitals")
    syntax = {
        f"{name}, {print_}": _rounded(scores_on(nlp, [in_print(s, print_) for s in sentences]))
        for name, sentences in corpora.split_for(language, shared).test.items()
        for print_ in prints
    }
    named = {
        f"{name}, {print_}": _rounded(names.name_scores(nlp, [names.in_print(t, print_) for t in texts]))
        for name, texts in names.name_split(language, shared).test.items()
        for print_ in ("plain", "capitals")
    }
    return {"syntax": syntax, "names": named}


def _rounded(scores: Mapping[str, float]) -> dict[str, float]:
    return {name: round(value, 4) for name, value in scores.items()}


def _read(path: Path) -> dict[str, float] | None:
    return json.loads(path.read_text(encoding="utf-8")) if path.exists() else None
