"""Puts words of the field into treebank sentences, in place of words with the same grammar.

The treebanks hold few kidnappings. A verb with an object becomes another transitive verb in the same form, a noun
another noun of the same number and gender; the sentence loses its sense and keeps its tree.
"""

from __future__ import annotations

import random
import tomllib
from dataclasses import replace
from functools import cache
from pathlib import Path

from treebank import Sentence, Word
from wordlists import UNITS

Forms = dict[tuple[str, str], list[tuple[str, str]]]  # (kind, features) -> [(form, lemma)]
CLAUSES = frozenset({"xcomp", "ccomp", "iobj", "compound:prt", "csubj", "expl:pv", "expl:pass", "expl:impers", "expl"})
LIGHT = frozenset({"be", "have", "do", "ser", "estar", "haber", "tener", "hacer"})
KEPT = frozenset({"fixed", "flat", "compound", "case", "mark"})
PASSIVES = frozenset({"aux:pass", "nsubj:pass", "obl:agent"})


def with_domain_words(sentence: Sentence, rng: random.Random, language: str, *, chance: float = 0.4) -> Sentence:
    """Return the sentence with some of its verbs, and half as many nouns, replaced by words of the field."""
    words = tuple(_replaced(i, w, sentence, rng, language, chance) for i, w in enumerate(sentence.words))
    return replace(sentence, words=words)


def _replaced(index: int, word: Word, sentence: Sentence, rng: random.Random, language: str, verbs: float) -> Word:
    """Return the word, or one of the field with the same grammar."""
    chance = {"VERB": verbs, "NOUN": verbs / 2}.get(word.pos, 0.0)
    if rng.random() >= chance or word.lemma.lower() in UNITS | LIGHT or word.dep in KEPT:
        return word
    kind = _verb_kind(index, word, sentence) if word.pos == "VERB" else "noun"
    choices = forms(language).get((kind, _grammar(word, language)), [])
    if not choices:
        return word
    form, lemma = rng.choice(choices)
    return replace(word, form=form.capitalize() if word.form[:1].isupper() else form, lemma=lemma)


def _verb_kind(index: int, word: Word, sentence: Sentence) -> str:
    """Return "transitive", "intransitive", or "" for a verb that takes a clause, a particle or a reflexive."""
    below = {w.dep for i, w in enumerate(sentence.words) if w.head == index and i != index}
    if below & CLAUSES:
        return ""
    passive = "Voice=Pass" in word.feats or bool(below & PASSIVES) or (word.dep == "acl" and "=Part" in word.feats)
    return "transitive" if "obj" in below or passive else "intransitive"


def _grammar(word: Word, language: str) -> str:
    """Return the key under which ``forms`` holds words of the same grammar; "" when there is none."""
    feats = dict(feat.split("=", 1) for feat in word.feats.split("|") if "=" in feat)
    form = word.form.lower()
    if word.pos == "NOUN":
        return " ".join([feats.get("Number", ""), feats.get("Gender", "") if language == "es" else ""]).strip()
    if language == "en":
        return _english_grammar(feats)
    if feats.get("VerbForm") == "Part":
        return f"Part {feats.get('Gender', '')} {feats.get('Number', '')}"
    if feats.get("VerbForm") in ("Inf", "Ger"):
        return feats["VerbForm"] if form.endswith(("r", "ndo")) else ""
    return f"{feats.get('Mood', '')} {feats.get('Tense', '')} {feats.get('Person', '')} {feats.get('Number', '')}"


def _english_grammar(feats: dict[str, str]) -> str:
    """Return the key of an English verb form."""
    if feats.get("VerbForm") == "Part":
        return "ing" if feats.get("Tense") == "Pres" else "participle"
    if feats.get("VerbForm") == "Ger":
        return "ing"
    if feats.get("VerbForm") == "Fin" and feats.get("Mood") == "Ind":
        third = feats.get("Person") == "3" and feats.get("Number") == "Sing"
        return "past" if feats.get("Tense") == "Past" else "third" if third else "base"
    return "base" if feats.get("VerbForm") == "Inf" else ""


@cache
def forms(language: str) -> Forms:
    """Return the inflected words of ``domain.toml`` for a language."""
    table = tomllib.loads(Path(__file__).with_name("domain.toml").read_text(encoding="utf-8"))[language]
    found: Forms = {}
    for kind in ("transitive", "intransitive"):
        rows = [[verb] for verb in table[kind].split()]
        rows += [row.split() for row in table[f"{kind}_irregular"].strip().splitlines()]
        for row in rows:
            verb = _english(*row) if language == "en" else _conjugated(*row)
            for grammar, form in verb.items():
                found.setdefault((kind, grammar), []).append((form, row[0]))
    genders = {"nouns": ""} if language == "en" else {"nouns_m": " Masc", "nouns_f": " Fem"}
    for key, gender in genders.items():
        for entry in table[key].split():
            singular, _, plural = entry.partition(":")
            found.setdefault(("noun", "Sing" + gender), []).append((singular, singular))
            found.setdefault(("noun", "Plur" + gender), []).append((plural or _with_s(singular), singular))
    return found


def _with_s(word: str) -> str:
    return word + ("es" if word.endswith(("s", "sh", "ch", "x")) else "s")


def _english(verb: str, third: str = "", ing: str = "", past: str = "", participle: str = "") -> dict[str, str]:
    """Return the forms of an English verb; those not given are regular."""
    stem = verb.removesuffix("e")
    third = third or _with_s(verb)
    regular = stem + "ed"
    ing = ing or stem + "ing"
    return {"base": verb, "third": third, "ing": ing, "past": past or regular, "participle": participle or regular}


def _conjugated(
    verb: str, present: str = "", preterite: str = "", subjunctive: str = "", participle: str = ""
) -> dict[str, str]:
    """Return the third-person and impersonal forms of a Spanish verb; irregular stems may be given."""
    stem, ar = verb[:-2], verb.endswith("ar")
    present = present or stem + ("a" if ar else "e")
    subjunctive = subjunctive or _spelled(stem, ar=ar)
    participle = participle or stem + ("ado" if ar else "ido")
    preterite = preterite.strip("-")
    strong = preterite.endswith("uv")
    past = preterite or stem
    past_forms = (past + "o", past + "ieron") if strong else _weak_preterite(past, ar=ar)
    future = verb[:-2] + "dr" if verb.endswith("tener") else verb
    imperfect = stem + ("aba" if ar else "ía")
    vowel = "e" if ar else "a"
    result = {
        "Inf": verb,
        "Ger": _gerund(past if preterite and not strong else stem, ar=ar),
        "Ind Pres 3 Sing": present,
        "Ind Pres 3 Plur": present + "n",
        "Ind Past 3 Sing": past_forms[0],
        "Ind Past 3 Plur": past_forms[1],
        "Ind Imp 3 Sing": imperfect,
        "Ind Imp 3 Plur": imperfect + "n",
        "Ind Fut 3 Sing": future + "á",
        "Ind Fut 3 Plur": future + "án",
        "Cnd  3 Sing": future + "ía",
        "Sub Pres 3 Sing": subjunctive + vowel,
        "Sub Pres 3 Plur": subjunctive + vowel + "n",
        "Sub Imp 3 Sing": past_forms[1].removesuffix("ron") + "ra",
    }
    for gender, ending in (("Masc", "o"), ("Fem", "a")):
        result[f"Part {gender} Sing"] = participle[:-1] + ending
        result[f"Part {gender} Plur"] = participle[:-1] + ending + "s"
    return result


def _weak_preterite(stem: str, *, ar: bool) -> tuple[str, str]:
    """Return "él" and "ellos" of a preterite with the stress on its ending."""
    if ar:
        return stem + "ó", stem + "aron"
    if stem.endswith("y"):
        return stem + "ó", stem + "eron"
    return stem + "ió", stem + "ieron"


def _gerund(stem: str, *, ar: bool) -> str:
    if ar:
        return stem + "ando"
    return stem + ("endo" if stem.endswith("y") else "iendo")


def _spelled(stem: str, *, ar: bool) -> str:
    """Return the stem as written before the other vowel: "atac" gives "ataqu", "desaparec" gives "desaparezc"."""
    if ar:
        return next((stem[: -len(a)] + b for a, b in (("c", "qu"), ("g", "gu"), ("z", "c")) if stem.endswith(a)), stem)
    return stem[:-1] + "zc" if stem.endswith(("ec", "oc")) else stem
