"""Tag, lemmatise and parse sentences with the pipelines that ship with Recuento, or one that the user names."""

from __future__ import annotations

import json
import os
import sys
import warnings
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cache
from importlib.resources import files
from pathlib import Path
from typing import TYPE_CHECKING, Any, cast

from recuento.errors import DataError
from recuento.lexicon.accents import is_bare, with_accents
from recuento.model.annotation import Name, NameKind, Sentence, Token
from recuento.model.document import Language
from recuento.model.span import Span

if TYPE_CHECKING:
    from spacy.language import Language as Pipeline
    from spacy.tokens import Doc
    from spacy.tokens import Token as SpacyToken

__all__ = ["Parsed", "load_pipeline", "parse", "pipeline_version"]

_KINDS: dict[str, NameKind] = {
    "PER": "person", "PERSON": "person", "ORG": "organisation", "LOC": "location", "GPE": "location", "FAC": "location",
}  # fmt: skip


_RULER = "attribute_ruler"


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
    spacy = _spacy()
    target = name or _folder(language)
    if name is None and not _folder(language).is_dir():
        raise DataError(f"no {language} pipeline at {target}; install the package again")
    try:
        with warnings.catch_warnings():
            # spaCy warns of minor version differences; the manifest's scores were measured with 3.8.
            warnings.simplefilter("ignore", UserWarning)
            pipeline: Pipeline = spacy.load(target)
            return pipeline
    except OSError as error:
        raise DataError(f"no spaCy pipeline {target}: {error}") from error


@cache
def _spacy() -> Any:
    """Return spaCy, set to multiply matrices with numpy, on one thread: a third of the time its default takes.

    The matrices of a few sentences are too small to share out among threads, which would only wait for one another;
    `--jobs` shares out whole reports.
    """
    if "numpy" not in sys.modules:
        os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")
    # Here, not above: half a second that commands which read nothing need not pay.
    import spacy  # noqa: PLC0415
    from thinc.api import NumpyOps, get_current_ops, set_current_ops  # noqa: PLC0415

    if type(get_current_ops()) is NumpyOps:
        set_current_ops(NumpyOps(use_blis=False))
    return spacy


@cache
def pipeline_version(language: Language) -> str:
    """Return the version in the pipeline's manifest."""
    manifest = json.loads((_folder(language) / "manifest.json").read_text("utf-8"))
    return str(manifest.get("version", "0"))


def parse(text: str, sentences: Sequence[Sentence], *, language: Language, name: str | None = None) -> Iterator[Parsed]:
    """Yield each sentence with tokens and names, in order. Spans count from the start of ``text``.

    Where the text left its accents out, the tokens' words carry them again; the spans stay those of the text.
    """
    pipeline = load_pipeline(language, name)
    lemmas = _ruled_lemmas(language, name)
    bare = is_bare(text, language)
    printed = [pipeline.make_doc(sentence.span.of(text)) for sentence in sentences]
    docs = [_one_sentence(_mended(doc, language) if bare else doc) for doc in printed]
    disabled = [_RULER] if lemmas else []
    for sentence, as_printed, doc in zip(sentences, printed, pipeline.pipe(docs, disable=disabled), strict=True):
        spans = [_span(token, sentence.span.start) for token in as_printed]
        tokens = _tokens(doc, spans, lemmas)
        yield Parsed(sentence=replace(sentence, tokens=tokens), names=tuple(_names(doc, spans)))


@cache
def _ruled_lemmas(language: Language, name: str | None) -> dict[tuple[str, str], str]:
    """Return the lemmas that the pipeline's ruler gives to a form with a tag; {} if it has other rules, or none.

    To look them up is much faster than to have spaCy match each as a pattern.
    """
    pipeline = load_pipeline(language, name)
    if _RULER not in pipeline.pipe_names:
        return {}
    found: dict[tuple[str, str], str] = {}
    for rule in cast(Any, pipeline.get_pipe(_RULER)).patterns:
        for pattern in rule["patterns"]:
            if len(pattern) != 1 or pattern[0].keys() != {"LOWER", "POS"} or rule["attrs"].keys() != {"LEMMA"}:
                return {}
            found[pattern[0]["LOWER"], pattern[0]["POS"]] = rule["attrs"]["LEMMA"]
    return found


def _one_sentence(doc: Doc) -> Doc:
    # The splitter has decided: the parser may not cut the sentence again.
    for token in doc:
        token.is_sent_start = token.i == 0
    return doc


def _mended(doc: Doc, language: Language) -> Doc:
    words = [with_accents(token.text, language) for token in doc]
    return type(doc)(doc.vocab, words=words, spaces=[bool(token.whitespace_) for token in doc])


def _span(token: SpacyToken, offset: int) -> Span:
    return Span(offset + token.idx, offset + token.idx + len(token.text))


def _tokens(doc: Doc, spans: Sequence[Span], lemmas: dict[tuple[str, str], str]) -> tuple[Token, ...]:
    kept = [token for token in doc if not token.is_space]
    place = {token.i: index for index, token in enumerate(kept)}
    return tuple(_token(token, index, spans[token.i], place, lemmas) for index, token in enumerate(kept))


def _token(
    token: SpacyToken, index: int, span: Span, place: dict[int, int], lemmas: dict[tuple[str, str], str]
) -> Token:
    text, pos = token.text, token.pos_
    lower = text.lower()
    return Token(
        index=index,
        span=span,
        text=text,
        lemma=(lemmas.get((lower, pos)) or token.lemma_).lower() or lower,
        pos=pos,
        feats=str(token.morph),
        dep=token.dep_,
        head=place.get(token.head.i, index),
    )


def _names(doc: Doc, spans: Sequence[Span]) -> Iterable[Name]:
    for entity in doc.ents:
        kind = _KINDS.get(entity.label_)
        if kind is not None:
            yield Name(span=spans[entity.start].to(spans[entity.end - 1]), kind=kind)
