"""Our quicker way through the packaged pipelines finds what spaCy's own finds."""

from __future__ import annotations

from functools import cache
from importlib import import_module
from importlib.resources import files
from pathlib import Path
from typing import Any

import pytest

from recuento.annotate.sentences import split_sentences
from recuento.annotate.syntax import load_pipeline, parse
from recuento.errors import DataError
from recuento.model.document import Language

_TEXTS: dict[Language, str] = {
    "en": (
        "Police didn't say who'd taken Ramiro Quesada, 41, from the bus near Las Palmas.  Two  gunmen fled.\n"
        "STATE POLICE FREE NINE HOSTAGES\n"
        "They're held in the city's jail, the U.S. attorney said on Monday, and \"nobody's been charged\".\n"
        "Yes."
    ),
    "es": (
        "La Fiscalía de Puerto Salinas informó que siete trabajadores fueron liberados el lunes por la Marina.\n"
        "HALLAN A DOS HOMBRES SIN VIDA EN UN EJIDO\n"
        "“No los vimos más”, dijo Aurelio Quesada, vecino del lugar;  la búsqueda sigue con 40 soldados.\n"
        "Nadie."
    ),
}


@cache
def _plain(language: Language) -> Any:
    return _after_spacy("spacy").load(Path(str(files("recuento.data") / "pipelines" / language)))


@cache
def _after_spacy(module: str) -> Any:
    """Return the module, imported after the reader has set how many threads numpy takes."""
    load_pipeline("en")
    return import_module(module)


@pytest.mark.parametrize("language", ["en", "es"])
def test_tags_syntax_lemmas_and_names_are_those_of_spacy(language: Language) -> None:
    text = _TEXTS[language]
    sentences = split_sentences(text)
    for parsed in parse(text, sentences, language=language):
        doc = _plain(language).make_doc(parsed.sentence.span.of(text))
        for token in doc:
            token.is_sent_start = token.i == 0
        doc = next(_plain(language).pipe([doc]))
        offset = parsed.sentence.span.start
        kept = [token for token in doc if not token.is_space]
        place = {token.i: index for index, token in enumerate(kept)}
        assert [(t.text, t.lemma, t.pos, t.feats, t.dep, t.head, t.span.start) for t in parsed.sentence.tokens] == [
            (t.text, t.lemma_.lower(), t.pos_, str(t.morph), t.dep_, place.get(t.head.i, place[t.i]), offset + t.idx)
            for t in kept
        ]
        assert [n.span.of(text) for n in parsed.names] == [e.text for e in doc.ents if e.label_ != "MISC"]


@pytest.mark.parametrize(("most", "at_once"), [(1000, 700), (40, 12), (3, 1)])
def test_vectors_are_the_same_however_little_is_remembered_and_done_at_once(
    most: int, at_once: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    vectors = _after_spacy("recuento.annotate.vectors")
    monkeypatch.setattr(vectors, "_MOST_WORDS", most)
    monkeypatch.setattr(vectors, "_AT_ONCE", at_once)
    plain = _plain("es")
    docs = [plain.make_doc(sentence) for sentence in _TEXTS["es"].splitlines()]
    models = [plain.get_pipe("tok2vec").model, plain.get_pipe("ner").model.get_ref("tok2vec").layers[0]]
    quick = vectors.Vectors(models)
    for _ in range(2):
        for ours, model in zip(quick.of(docs), models, strict=True):
            theirs = _after_spacy("numpy").concatenate(model.predict(docs))
            assert ours.shape == theirs.shape
            assert abs(ours - theirs).max() < 1e-4


@pytest.mark.parametrize("at_once", [3000, 30, 1])
@pytest.mark.parametrize("language", ["en", "es"])
def test_what_is_found_does_not_depend_on_what_is_read_together(
    language: Language, at_once: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    text = _TEXTS[language]
    sentences = split_sentences(text)
    alone = [one for sentence in sentences for one in parse(text, [sentence], language=language)]
    monkeypatch.setattr(_after_spacy("recuento.annotate.networks"), "_AT_ONCE", at_once)
    assert parse(text, sentences, language=language) == alone


def test_names_are_those_of_spacy_whatever_the_words_look_like() -> None:
    """Names at the end, side by side, of one word and of many, and words of which no name can begin."""
    plain = _plain("es")
    sentence = (
        "Ayer  Rogelio Quesada Luna , Ana Ruiz y la Fiscalía General de Puerto Salinas   vieron al Cártel del Valle"
    )
    text = " ".join(f"{sentence} de San Telmo en Las Palmas ." for _ in range(3)) + "  Ana"
    for cut in range(20, len(text), 7):
        sentences = split_sentences(text[:cut], single=True)
        [parsed] = parse(text[:cut], sentences, language="es")
        doc = plain.make_doc(sentences[0].span.of(text))
        for token in doc:
            token.is_sent_start = token.i == 0
        doc = next(plain.pipe([doc]))
        assert [n.span.of(text) for n in parsed.names] == [e.text for e in doc.ents if e.label_ != "MISC"]


def test_transitions_are_not_taken_over_from_a_parser_of_another_build() -> None:
    transitions = _after_spacy("recuento.annotate.transitions")
    other = _after_spacy("spacy").blank("en").add_pipe("parser", config={"model": {"maxout_pieces": 3}})
    other.add_label("nsubj")
    other.model.initialize()
    with pytest.raises(DataError, match="install the package again"):
        transitions.Transitions.of(other)


def test_names_are_not_searched_with_a_finder_of_another_build() -> None:
    search = _after_spacy("recuento.annotate.name_search")
    other = _after_spacy("spacy").blank("en").add_pipe("ner", config={"model": {"maxout_pieces": 3}})
    other.add_label("LOC")
    other.model.initialize()
    with pytest.raises(DataError, match="install the package again"):
        search.NameSearch.of(other)


def test_a_pipeline_is_loaded_once_however_it_is_asked_for() -> None:
    assert load_pipeline("en") is load_pipeline("en", None)


def test_a_words_shape_is_spacys() -> None:
    words = [
        "policía",
        "Luz",
        "EU",
        "ñ",
        "Ñ",
        "McAllen",
        "M-16",
        "41",
        "n't",
        "",
        "中国",
        "ªa",
        "ǅa",
        "a" * 120,
        "Aa" + "a" * 97,
    ]
    whole = _after_spacy("spacy.lang.lex_attrs").word_shape
    shape = _after_spacy("recuento.annotate.networks")._shape
    assert {word: shape(whole, word) for word in words} == {word: whole(word) for word in words}
