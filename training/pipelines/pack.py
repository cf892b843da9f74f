"""Joins the two halves of a pipeline, strips what run time does not need, and writes the manifest."""

from __future__ import annotations

import hashlib
import json
import shutil
from collections.abc import Mapping
from importlib.metadata import version
from pathlib import Path
from typing import Any

import corpora
import names
import spacy
import srsly  # type: ignore[import-untyped]
from spacy.language import Language
from syntax import in_print, scores_on

LICENCE = "CC BY-SA 4.0"
TITLE = {"en": "recuento_en", "es": "recuento_es"}


def pack(language: str, *, shared: Path, work: Path, out: Path, seed: int) -> None:
    """Write the pipeline of ``work`` to ``out``, with ``manifest.json``: data, scores, sizes and hashes."""
    nlp = joined(language, work)
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
        "bytes": sum(path.stat().st_size for path in _files(out)),
        "sha256": hash_of(out),
        "files": {str(path.relative_to(out)): hashlib.sha256(path.read_bytes()).hexdigest() for path in _files(out)},
    }
    text = json.dumps(manifest, indent=1, ensure_ascii=False, sort_keys=False)
    (out / "manifest.json").write_text(text + "\n", encoding="utf-8")


def joined(language: str, work: Path) -> Language:
    """Return the syntax pipeline with the recogniser of names at its end."""
    nlp = spacy.load(work / "syntax")
    nlp.add_pipe("ner", source=spacy.load(work / "names", vocab=nlp.vocab))
    nlp.meta.update(
        name=TITLE[language].partition("_")[2], version="1.0.0", license=LICENCE, author="", email="", url=""
    )
    nlp.meta["description"] = "Syntax and names for news reports, from open treebanks."
    return nlp


def strip(folder: Path, nlp: Language) -> None:
    """Drop the strings that only training met, empty vectors, and what the configuration says of training."""
    strings = sorted(needed_strings(nlp))
    srsly.write_json(folder / "vocab" / "strings.json", strings)
    meta = srsly.read_json(folder / "meta.json")
    srsly.write_json(folder / "meta.json", {k: v for k, v in meta.items() if k not in ("performance", "sources")})


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
