"""Brings the Spanish treebanks to one set of conventions, so that a rule can rely on what a label means.

AnCora writes the passive auxiliary as ``aux``, its subject as ``nsubj``, its agent ("por ...") as ``obj``, every
prepositional complement as ``obj``, a relative clause as ``acl``, and a participle after a noun as an adjective whose
lemma is the participle. GSD and PUD follow the guidelines of Universal Dependencies more closely, but split obliques
finer. The result, for all three: ``aux:pass``, ``nsubj:pass``, ``obl:agent``, ``acl:relcl``; ``obj`` has no preposition
but "a"; a participle with complements of its own is a verb; a participle's lemma is its infinitive.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace

from treebank import Sentence, Word

PLAIN_LABEL = {
    "obl:arg": "obl",
    "obl:tmod": "obl",
    "flat:name": "flat",
    "flat:foreign": "flat",
    "compound:prt": "expl:pv",
    "discourse": "advmod",
}
COMPLEMENTS = frozenset({"obl", "obl:agent", "obj", "iobj", "advcl", "xcomp", "ccomp"})


def harmonise(sentences: Iterable[Sentence]) -> list[Sentence]:
    """Return the sentences in the common convention. The verbs of all of them give the lemmas of participles."""
    relabelled = [_relabelled(sentence) for sentence in sentences]
    verbs = {w.lemma.lower() for s in relabelled for w in s.words if w.pos == "VERB"}
    participles = {
        _masculine_singular(w.form): w.lemma.lower()
        for s in relabelled
        for w in s.words
        if w.pos == "VERB" and "VerbForm=Part" in w.feats
    }
    return [_with_participles(s, verbs, participles) for s in relabelled]


def _relabelled(sentence: Sentence) -> Sentence:
    """Return the sentence with labels, and names of PUD and GSD, in the common convention."""
    words = [_named(w) for w in sentence.words]
    words = [replace(w, dep=PLAIN_LABEL.get(w.dep, w.dep)) for w in words]
    words = [replace(w, dep="aux:pass") if _is_passive_auxiliary(w, words) else w for w in words]
    passive = {w.head for w in words if w.dep == "aux:pass"}
    words = [replace(w, dep=w.dep + ":pass") if w.dep in ("nsubj", "csubj") and w.head in passive else w for w in words]
    words = [replace(w, dep=_complement_label(i, words)) for i, w in enumerate(words)]
    words = [replace(w, dep="acl:relcl") if _is_relative(i, words) else w for i, w in enumerate(words)]
    return replace(sentence, words=tuple(words))


def _named(word: Word) -> Word:
    """Return a name as a proper noun with its own spelling for lemma, whichever way its treebank writes it."""
    proper = "Proper=True" in word.misc and word.form[:1].isupper() and word.pos in ("NOUN", "ADJ", "PROPN")
    if not proper and word.pos != "PROPN":
        return word
    return replace(word, pos="PROPN", lemma=word.form, dep="flat" if word.dep == "amod" else word.dep)


def _is_passive_auxiliary(word: Word, words: list[Word]) -> bool:
    """Return whether the word is "ser" before a verbal participle."""
    head = words[word.head]
    return word.lemma == "ser" and word.dep == "aux" and head.pos == "VERB" and "VerbForm=Part" in head.feats


def _complement_label(index: int, words: list[Word]) -> str:
    """Return the label, with agents as ``obl:agent`` and prepositional objects (other than with "a") as ``obl``."""
    word = words[index]
    cases = [w.lemma.lower() for w in words if w.head == index and w.dep == "case"]
    if word.dep not in ("obj", "iobj") or not cases or cases[0] == "a":
        return word.dep
    head = words[word.head]
    perfect = any(w.head == word.head and w.lemma == "haber" for w in words)
    passive = any(w.head == word.head and w.dep in ("aux:pass", "expl:pass") for w in words)
    agentive = passive or ("VerbForm=Part" in head.feats and not perfect)
    return "obl:agent" if cases[0] == "por" and agentive else "obl"


def _is_relative(index: int, words: list[Word]) -> bool:
    """Return whether the word heads a finite clause with a relative pronoun before it and no conjunction."""
    word = words[index]
    inside = [w for w in words[:index] if _under(w, index, words)]
    finite = "VerbForm=Fin" in word.feats or any(w.head == index and "VerbForm=Fin" in w.feats for w in inside)
    relative = any("Rel" in w.feats and w.pos in ("PRON", "DET", "ADV") for w in inside)
    conjunction = any(w.head == index and w.dep == "mark" for w in inside)
    return word.dep == "acl" and finite and relative and not conjunction


def _under(word: Word, index: int, words: list[Word]) -> bool:
    """Return whether ``words[index]`` governs the word, at most three steps up."""
    for _ in range(3):
        if word.head == index:
            return True
        word = words[word.head]
    return False


def _with_participles(sentence: Sentence, verbs: set[str], participles: Mapping[str, str]) -> Sentence:
    """Return the sentence with infinitives for lemmas of participles, which are verbs if they have complements."""
    words = list(sentence.words)
    for index, word in enumerate(words):
        before_noun = word.dep == "amod" and word.head > index
        infinitive = _infinitive(word.form, verbs, participles)
        if word.pos != "ADJ" or "VerbForm=Part" not in word.feats or before_noun or infinitive is None:
            continue
        verbal = any(w.head == index and w.dep in COMPLEMENTS for w in words)
        words[index] = replace(
            word,
            lemma=infinitive,
            pos="VERB" if verbal else "ADJ",
            dep="acl" if verbal and word.dep == "amod" else word.dep,
        )
    return replace(sentence, words=tuple(words))


def _infinitive(form: str, verbs: set[str], participles: Mapping[str, str]) -> str | None:
    """Return the infinitive of a participle, or None if no verb of the treebanks fits."""
    form = _masculine_singular(form)
    if form in participles:
        return participles[form]
    endings = {"ado": ("ar",), "ido": ("er", "ir"), "ído": ("er", "ír", "ir")}
    candidates = [form[:-3] + ending for ending in endings.get(form[-3:], ())]
    return next((verb for verb in candidates if verb in verbs), None)


def _masculine_singular(form: str) -> str:
    """Return a participle's form without the marks of gender and number: "asesinadas" gives "asesinado"."""
    form = form.lower().removesuffix("s")
    return form[:-1] + "o" if form.endswith("a") else form
