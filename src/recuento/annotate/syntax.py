"""Tag, lemmatise and parse sentences with the pipelines that ship with Recuento, or one that the user names."""

from __future__ import annotations

import json
import warnings
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cache
from importlib.resources import files
from pathlib import Path
from typing import TYPE_CHECKING

from recuento.errors import DataError
from recuento.model.annotation import Name, NameKind, Sentence, Token
from recuento.model.document import Language
from recuento.model.span import Span

if TYPE_CHECKING:
    from spacy.language import Language as Pipeline
    from spacy.tokens import Doc

__all__ = ["Parsed", "load_pipeline", "parse", "pipeline_version"]

_KINDS: dict[str, NameKind] = {
    "PER": "person", "PERSON": "person", "ORG": "organisation", "LOC": "location", "GPE": "location", "FAC": "location",
}  # fmt: skip


@dataclass(frozen=True, slots=True, kw_only=True)
class Parsed:
    """A sentence with its tokens, and the proper names in it."""

    sentence: Sentence
    names: tuple[Name, ...]


def _folder(language: Language) -> Path:
    return Path(str(files("recuento.data") / "pipelines" / language))


@cache
def load_pipeline(language: Language, name: str | None = None) -> Pipeline:
    """Return the spaCy pipeline for ``language``; ``name`` is a path or an installed package that replaces ours.

    Raises:
        DataError: there is no such pipeline.
    """
    import spacy  # noqa: PLC0415 - half a second that commands which read nothing need not pay

    target = name or _folder(language)
    if name is None and not _folder(language).is_dir():
        raise DataError(f"no {language} pipeline at {target}; install the package again")
    try:
        with warnings.catch_warnings():
            # spaCy warns of minor version differences; the manifest's scores were measured with 3.8.
            warnings.simplefilter("ignore", UserWarning)
            return spacy.load(target)
    except OSError as error:
        raise DataError(f"no spaCy pipeline {target}: {error}") from error


@cache
def pipeline_version(language: Language) -> str:
    """Return the version in the pipeline's manifest."""
    manifest = json.loads((_folder(language) / "manifest.json").read_text("utf-8"))
    return str(manifest.get("version", "0"))


def parse(text: str, sentences: Sequence[Sentence], *, language: Language, name: str | None = None) -> Iterator[Parsed]:
    """Yield each sentence with tokens and names, in order. Spans count from the start of ``text``."""
    pipeline = load_pipeline(language, name)
    docs = [_one_sentence(pipeline, sentence.span.of(text)) for sentence in sentences]
    for sentence, doc in zip(sentences, pipeline.pipe(docs), strict=True):
        offset = sentence.span.start
        yield Parsed(sentence=replace(sentence, tokens=_tokens(doc, offset)), names=tuple(_names(doc, offset)))


def _one_sentence(pipeline: Pipeline, words: str) -> Doc:
    doc = pipeline.make_doc(words)
    # The splitter has decided: the parser may not cut the sentence again.
    for token in doc:
        token.is_sent_start = token.i == 0
    return doc


def _tokens(doc: Doc, offset: int) -> tuple[Token, ...]:
    kept = [token for token in doc if not token.is_space]
    place = {token.i: index for index, token in enumerate(kept)}
    return tuple(
        Token(
            index=index,
            span=Span(offset + token.idx, offset + token.idx + len(token.text)),
            text=token.text,
            lemma=token.lemma_.lower() or token.text.lower(),
            pos=token.pos_,
            feats=str(token.morph),
            dep=token.dep_,
            head=place.get(token.head.i, index),
        )
        for index, token in enumerate(kept)
    )


def _names(doc: Doc, offset: int) -> Iterable[Name]:
    for entity in doc.ents:
        kind = _KINDS.get(entity.label_)
        if kind is not None:
            yield Name(span=Span(offset + entity.start_char, offset + entity.end_char), kind=kind)
