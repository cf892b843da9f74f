"""Reads the Spanish name corpora: AnCora's typed part, and three that say less than everything.

PUD takes the names of its English original where the Spanish sentence spells them alike; MEANTIME marks names among
other mentions; the Mexican news of CentroGEO marks places only. Their other capitalised words are left open.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from itertools import pairwise
from pathlib import Path
from typing import Any

import spacy
from name_texts import LABELS, UNKNOWN, NamedText, apart, labelled, rows_of
from spacy.language import Language
from treebank import Sentence, read_treebank
from wordlists import OFFICES, TRANSLATED

MEANTIME_LABELS = {"ORGANIZATION": "ORG", "PERSON": "PER", "LOCATION": "LOC"}
NAME = re.compile(r"[A-ZÁÉÍÓÚÑ][\w.&-]*(?: (?:de|del|la|los|las|y|[A-ZÁÉÍÓÚÑ][\w.&-]*))*")
SENTENCE_END = re.compile(r"(?<=[.!?”\"])\s+(?=[A-ZÁÉÍÓÚÑ¿¡“\"])|\n+")
Found = tuple[int, int, str]


def ancora(shared: Path, name: str) -> Iterator[tuple[dict[str, Any], NamedText]]:
    """Yield each row with its sentence as written ("de el" is "del" again); a row without its sentence is left out."""
    part = name.rpartition("_")[2]
    path = shared / "treebanks" / f"es_ancora-{part}.conllu"
    written: dict[tuple[str, ...], Sentence] = {s.syntactic_forms: s for s in read_treebank(path)}
    for row in rows_of(shared, name):
        sentence = written.get(tuple(row["tokens"]))
        if sentence is None:
            continue
        names = tuple(
            (sentence.holder[a], sentence.holder[b - 1] + 1, label) for a, b, label in labelled(row["entities"])
        )
        yield (
            row,
            NamedText(
                words=tuple(w.form for w in sentence.words),
                spaces=tuple(w.space for w in sentence.words),
                names=apart(names),
            ),
        )


def projected_pud(shared: Path) -> Iterator[NamedText]:
    """Yield the sentences of Spanish PUD with those names of the English original that stand in them."""
    path = shared / "treebanks" / "es_pud-test.conllu"
    texts = re.findall(r"^# text = (.*)\n# text_en = (.*)$", path.read_text(encoding="utf-8"), re.MULTILINE)
    spanish = {english.strip(): text for text, english in texts}
    nlp = spacy.blank("es")
    for row in rows_of(shared, "uner_pud_en_test"):
        text = spanish.get(row["text"].strip())
        if text is not None:
            yield _partial(nlp, text, list(_projected(row["entities"], text)))


def _projected(entities: Iterable[dict[str, Any]], text: str) -> Iterator[Found]:
    """Yield where the names of an English sentence stand in its Spanish translation, as offsets."""
    for entity in entities:
        name = TRANSLATED.get(entity["text"].removeprefix("the "), entity["text"])
        for match in re.finditer(rf"(?<!\w){re.escape(name)}(?!\w)", text):
            yield match.start(), match.end(), entity["type"]


def meantime(shared: Path) -> Iterator[NamedText]:
    """Yield the sentences of Spanish MEANTIME with the mentions that are names."""
    nlp = spacy.blank("es")
    for row in rows_of(shared, "meantime_es_cdcr", folder="events"):
        found = [
            (m["start"], m["end"], MEANTIME_LABELS[m["type"]])
            for m in row["mentions"]
            if m.get("type") in MEANTIME_LABELS
            and m["continuous"]
            and NAME.fullmatch(m["text"])
            and m["text"].lower().split()[0] not in OFFICES
        ]
        yield from _split(nlp, row["text"], found)


def mexican_places(shared: Path) -> Iterator[tuple[str, NamedText]]:
    """Yield the sentences of the Mexican news corpus with their places, each after the id of its document."""
    nlp = spacy.blank("es")
    for row in rows_of(shared, "cegeomex_dev", folder="places"):
        found = [(t["start"], t["end"], "LOC") for t in row["toponyms"] if NAME.fullmatch(_text_of(row, t))]
        for text in _split(nlp, row["text"], found):
            yield str(row["id"]), text


def _text_of(row: dict[str, Any], span: dict[str, Any]) -> str:
    text: str = row["text"][span["start"] : span["end"]]
    return text


def _split(nlp: Language, text: str, found: list[Found]) -> Iterator[NamedText]:
    """Yield the sentences of a text, by a rough rule, with the names that lie within."""
    starts = [0, *(m.end() for m in SENTENCE_END.finditer(text)), len(text)]
    for start, stop in pairwise(starts):
        inside = [(a - start, b - start, label) for a, b, label in found if start <= a and b <= stop]
        if 3 < len(text[start:stop].split()) < 90:
            yield _partial(nlp, text[start:stop].rstrip(), inside)


def _partial(nlp: Language, text: str, found: list[Found]) -> NamedText:
    """Return the text with the names at the given offsets, and its other capitalised words as unknown."""
    doc = nlp.make_doc(text)
    spans = [(doc.char_span(a, b, alignment_mode="expand"), label) for a, b, label in found]
    names = [(span.start, span.end, label) for span, label in spans if span is not None and label in LABELS]
    names = list(apart(names))
    taken = {i for first, last, _ in names for i in range(first, last)}
    open_ = {t.i for t in doc if t.text[:1].isupper() and t.i not in taken}
    open_ |= {i for i in range(1, len(doc) - 1) if {i - 1, i + 1} <= open_ and doc[i].is_alpha and i not in taken}
    names += [(i, i + 1, UNKNOWN) for i in open_]
    return NamedText(
        words=tuple(t.text for t in doc), spaces=tuple(bool(t.whitespace_) for t in doc), names=tuple(sorted(names))
    )
