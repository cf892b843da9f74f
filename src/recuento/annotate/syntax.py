"""Tag, lemmatise and parse sentences with the pipelines that ship with Recuento, or one that the user names."""

from __future__ import annotations

import json
import os
import sys
import warnings
from collections.abc import Sequence
from dataclasses import replace
from functools import cache, lru_cache
from importlib.resources import files
from pathlib import Path
from typing import TYPE_CHECKING, Any, cast

from msgspec import Struct

from recuento.annotate.nicknames import joined_names, with_nicknames
from recuento.annotate.openings import with_opening_subject
from recuento.annotate.periphrases import with_just_done
from recuento.annotate.preverbal import with_preverbal_subject
from recuento.annotate.retied import retied
from recuento.annotate.retied_en import retied_en
from recuento.annotate.whom import with_whom
from recuento.cycles import seldom_sought
from recuento.errors import DataError
from recuento.lexicon.accents import is_bare, with_accents
from recuento.lexicon.numerals import numeral_words
from recuento.model.annotation import Name, NameKind, Sentence, Token
from recuento.model.document import Language
from recuento.model.span import Span

if TYPE_CHECKING:
    from spacy.language import Language as Pipeline
    from spacy.tokens import Doc

    from recuento.annotate.networks import Found, Networks

__all__ = ["Parsed", "load_pipeline", "parse", "parse_each", "pipeline_version"]

_KINDS: dict[str, NameKind] = {
    "PER": "person", "PERSON": "person", "ORG": "organisation", "LOC": "location", "GPE": "location", "FAC": "location",
}  # fmt: skip


class Parsed(Struct, frozen=True, kw_only=True):
    """A sentence with its tokens, and the proper names in it."""

    sentence: Sentence
    names: tuple[Name, ...]


def _folder(language: Language) -> Path:
    return Path(str(files("recuento.data") / "pipelines" / language))


def load_pipeline(language: Language, name: str | None = None) -> Pipeline:
    """Return the spaCy pipeline for ``language``; ``name`` is a path or an installed package that replaces ours.

    Raises:
        DataError: there is no such pipeline.
    """
    return _loaded(language, name)


@cache
def _loaded(language: Language, name: str | None) -> Pipeline:
    # The cache tells a name left out from one given as None, so only this function has one.
    spacy = _spacy()
    target = name or _folder(language)
    if name is None and not _folder(language).is_dir():
        raise DataError(f"no {language} pipeline at {target}; install the package again")
    try:
        with warnings.catch_warnings():
            # spaCy warns of minor version differences; the manifest's scores were measured with 3.8.
            warnings.simplefilter("ignore", UserWarning)
            pipeline: Pipeline = spacy.load(target)
    except OSError as error:
        raise DataError(f"no spaCy pipeline {target}: {error}") from error
    if name is None:
        from recuento.annotate.networks import quicken  # noqa: PLC0415 - imports spaCy

        quicken(pipeline)
    seldom_sought()
    return pipeline


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


def parse(text: str, sentences: Sequence[Sentence], *, language: Language, name: str | None = None) -> list[Parsed]:
    """Return each sentence with tokens and names, in order. Spans count from the start of ``text``.

    Where the text left its accents out, the tokens' words carry them again; the spans stay those of the text.
    """
    return parse_each([(text, sentences)], language=language, name=name)[0]


def parse_each(
    texts: Sequence[tuple[str, Sequence[Sentence]]], *, language: Language, name: str | None = None
) -> list[list[Parsed]]:
    """Return what `parse` does for each of several texts with its sentences: together they take less time."""
    pipeline = load_pipeline(language, name)
    printed = [
        _printed(pipeline, sentence.span.of(text), sentence.span.start, language, bare=bare)
        for text, sentences in texts
        for bare in (is_bare(text, language),)
        for sentence in sentences
    ]
    if name is None:
        found = iter(_networks(language).find([one.doc for one in printed], [one.words for one in printed]))
    else:
        found = map(_of_pipeline, pipeline.pipe([one.doc for one in printed]))
    known = zip(printed, found, strict=True)
    return [[_parsed(sentence, *next(known), language) for sentence in sentences] for _, sentences in texts]


class _Printed(Struct, frozen=True):
    """A sentence as spaCy takes it: where its words stand in the text, and how they are spelt with their accents."""

    doc: Doc
    words: Sequence[str]
    spans: Sequence[Span]


def _printed(pipeline: Pipeline, sentence: str, offset: int, language: Language, *, bare: bool) -> _Printed:
    doc = pipeline.make_doc(sentence)
    places = _columns(doc, "IDX", "LENGTH")
    words = [sentence[start : start + length] for start, length in places]
    if bare:
        words = [with_accents(word, language) for word in words]
    taken = _as_known(words, language)
    if bare or taken != words:
        doc = type(doc)(doc.vocab, words=taken, spaces=[bool(token.whitespace_) for token in doc])
    spans = [Span(offset + start, offset + start + length) for start, length in places]
    return _Printed(_one_sentence(doc), words, spans)


def _as_known(words: list[str], language: Language) -> list[str]:
    """Return the words as the parser is given them: a number that it takes for a verb is another one that it knows.

    "Diecinueve rehenes" was read like "llueve".
    """
    known = numeral_words(language).parsed_as
    if not known or known.keys().isdisjoint(word.lower() for word in words):
        return words
    spelt = [known.get(word.lower(), word) for word in words]
    return [new.capitalize() if old.istitle() else new for old, new in zip(words, spelt, strict=True)]


@cache
def _networks(language: Language) -> Networks:
    from recuento.annotate.networks import Networks  # noqa: PLC0415 - imports spaCy, as load_pipeline does

    return Networks(load_pipeline(language))


def _one_sentence(doc: Doc) -> Doc:
    # The splitter has decided: the parser may not cut the sentence again.
    doc.from_array(["SENT_START"], _one_start(len(doc)))
    return doc


@lru_cache(maxsize=512)
def _one_start(length: int) -> Any:
    """Return spaCy's column of sentence starts for one sentence: 1, then as often as need be -1 for none."""
    import numpy as np  # noqa: PLC0415 - spaCy is loaded by now

    starts = np.full((length, 1), -1, dtype="int64")
    starts[:1] = 1
    return starts.astype("uint64")


def _columns(doc: Doc, *names: str) -> list[list[int]]:
    """Return attributes of each token as spaCy numbers them: one table instead of an object for every token."""
    return cast(list[list[int]], doc.to_array(list(names)).tolist())


def _of_pipeline(doc: Doc) -> Found:
    """Return what a pipeline that the user named has found."""
    from recuento.annotate.networks import Found  # noqa: PLC0415 - imports spaCy, as load_pipeline does

    words = [token.text for token in doc]
    return Found(
        words=words,
        tags=[token.pos_ for token in doc],
        feats=[str(token.morph) for token in doc],
        lemmas=[(token.lemma_ or token.text).lower() for token in doc],
        heads=[token.head.i for token in doc],
        deps=[token.dep_ for token in doc],
        names=[(entity.start, entity.end - 1, entity.label_) for entity in doc.ents],
    )


def _parsed(sentence: Sentence, printed: _Printed, found: Found, language: Language) -> Parsed:
    spans = printed.spans
    kinds = ((first, last, _KINDS.get(label)) for first, last, label in found.names)
    names = tuple(Name(span=spans[first].to(spans[last]), kind=kind) for first, last, kind in kinds if kind)
    tokens = _tokens(spans, found)
    named = with_nicknames(tokens)
    return Parsed(
        sentence=replace(sentence, tokens=_mended(named, language)),
        names=joined_names(names, tokens),
    )


def _mended(tokens: tuple[Token, ...], language: Language) -> tuple[Token, ...]:
    if language == "en":
        return retied_en(tokens)
    return with_preverbal_subject(with_opening_subject(with_whom(retied(with_just_done(tokens)))))


def _tokens(spans: Sequence[Span], found: Found) -> tuple[Token, ...]:
    """Return the tokens but for white space; what hangs on white space becomes a root."""
    words, heads = found.words, found.heads
    lemmas, tags, feats, deps = found.lemmas, found.tags, found.feats, found.deps
    if not any(map(str.isspace, words)):
        return Token.row(spans, words, lemmas, tags, feats, deps, heads)
    kept = [i for i, word in enumerate(words) if not word.isspace()]
    place = {i: index for index, i in enumerate(kept)}.get
    texts, lemmas, tags, feats, deps = ([column[i] for i in kept] for column in (words, lemmas, tags, feats, deps))
    heads = [place(heads[i], index) for index, i in enumerate(kept)]
    return Token.row([spans[i] for i in kept], texts, lemmas, tags, feats, deps, heads)
