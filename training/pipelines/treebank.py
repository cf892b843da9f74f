"""Reads Universal Dependencies treebanks (CoNLL-U) into sentences whose words are written tokens, not syntactic words.

A Spanish contraction or clitic ("del", "dejarlos") is one word here: it keeps the tag, lemma and place in the tree of
the part that governs the others. English contractions stay apart ("do" + "n't"), as spaCy's tokenizer also parts them.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from wordlists import FEATURES


@dataclass(frozen=True, slots=True, kw_only=True)
class Word:
    """One token. ``head`` is the index of its governor in the sentence; the root is its own head."""

    form: str
    lemma: str
    pos: str
    feats: str
    head: int
    dep: str
    space: bool
    misc: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Sentence:
    """A sentence of a treebank. ``source`` is the file it came from; ``document`` groups the sentences of one text."""

    words: tuple[Word, ...]
    document: str
    source: str
    # For each syntactic word of the file, the index of the word above that holds it.
    holder: tuple[int, ...] = ()
    syntactic_forms: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class _Row:
    form: str
    lemma: str
    pos: str
    feats: str
    head: int
    dep: str
    misc: str


def read_treebank(path: Path) -> Iterator[Sentence]:
    """Yield every well-formed sentence of a CoNLL-U file, in order. A sentence with an unattached word is left out."""
    document = ""
    rows: list[_Row] = []
    ranges: list[tuple[int, int, str, str]] = []
    for line in [*path.read_text(encoding="utf-8").splitlines(), ""]:
        if line.startswith("# newdoc id ="):
            document = line.partition("=")[2].strip()
        elif not line:
            if rows and all(row.head >= 0 for row in rows):
                yield _sentence(rows, ranges, document=document, source=path.stem)
            rows, ranges = [], []
        elif not line.startswith("#"):
            _read_line(line.split("\t"), rows, ranges)


def _read_line(columns: list[str], rows: list[_Row], ranges: list[tuple[int, int, str, str]]) -> None:
    """Append the line to ``rows`` (a word) or to ``ranges`` (a written token of several words); skip empty nodes."""
    number, form, lemma, pos, _, feats, head, dep, _, misc = columns
    if "-" in number:
        first, last = number.split("-")
        ranges.append((int(first) - 1, int(last), form, misc))
    elif number.isdigit():
        lemma = form if lemma == "_" else lemma
        governor = int(head) if head.isdigit() else -1
        rows.append(_Row(form=form, lemma=lemma, pos=pos, feats=feats, head=governor, dep=dep, misc=misc))


def _sentence(rows: list[_Row], ranges: list[tuple[int, int, str, str]], *, document: str, source: str) -> Sentence:
    """Return the sentence with every written token whose parts do not spell it merged into one word."""
    groups = _groups(rows, ranges, whole=source.startswith("es_"))
    holder = [number for number, (members, _, _) in enumerate(groups) for _ in members]
    words = []
    for number, (members, form, space) in enumerate(groups):
        row = rows[_leader(rows, members)]
        head = holder[row.head - 1] if row.head > 0 else number
        words.append(
            Word(
                form=form,
                lemma=row.lemma,
                pos=row.pos,
                feats=kept_features(row.feats),
                head=head,
                dep="ROOT" if head == number else row.dep,
                space=space,
                misc=row.misc,
            )
        )
    return Sentence(
        words=tuple(words),
        document=document,
        source=source,
        holder=tuple(holder),
        syntactic_forms=tuple(row.form for row in rows),
    )


def _groups(rows: list[_Row], ranges: list[tuple[int, int, str, str]], *, whole: bool) -> list[tuple[range, str, bool]]:
    """Return, for each word to be, its rows, its written form and whether a space follows.

    ``whole`` keeps every written token whole; without it, one that its parts spell falls into them ("do" + "n't").
    """
    groups: list[tuple[range, str, bool]] = []
    by_start = {first: (last, form, misc) for first, last, form, misc in ranges}
    at = 0
    while at < len(rows):
        last, form, misc = by_start.get(at, (at + 1, rows[at].form, rows[at].misc))
        space = "SpaceAfter=No" not in misc
        if whole or "".join(row.form for row in rows[at:last]) != form:
            groups.append((range(at, last), form, space))
        else:
            groups += [(range(i, i + 1), rows[i].form, space and i == last - 1) for i in range(at, last)]
        at = last
    return groups


def _leader(rows: list[_Row], members: range) -> int:
    """Return the row that stands for a merged token: the first whose governor lies outside, a verb before others."""
    outside = [i for i in members if rows[i].head - 1 not in members]
    verbs = [i for i in outside if rows[i].pos in ("VERB", "AUX")]
    return (verbs or outside or list(members))[0]


def kept_features(feats: str) -> str:
    """Return the features worth learning, in CoNLL-U notation; "_" when none is left."""
    kept = [feat for feat in feats.split("|") if feat.split("=")[0] in FEATURES]
    return "|".join(kept) or "_"
