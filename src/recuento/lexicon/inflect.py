"""Build the surface forms of the words in the lexicon, so that they are found before anything is parsed.

Over-generation is harmless (a form that nobody writes never matches); a missing form is a missed event.
"""

from __future__ import annotations

import itertools
import re
from functools import cache
from typing import Literal

import msgspec

from recuento.lexicon.toml import Table, read_toml
from recuento.model.document import Language

__all__ = ["Form", "noun_forms", "verb_forms"]

Form = Literal["finite", "future", "conditional", "participle", "gerund", "infinitive"]

_ES_CLITICS = ("lo", "la", "los", "las", "le", "les", "se", "selo", "sela", "selos", "selas")
_ACUTE = str.maketrans("aeiou", "áéíóú")


class _Morphology(Table, frozen=True, kw_only=True):
    verbs: dict[str, list[str]]
    plurals: dict[str, str]
    bases: dict[str, str] = msgspec.field(default_factory=dict)
    doubling: dict[str, list[str]] = msgspec.field(default_factory=dict)


@cache
def _morphology(language: Language) -> _Morphology:
    return read_toml(language, "morphology.toml", _Morphology)


def verb_forms(lemma: str, *, language: Language) -> dict[str, frozenset[Form]]:
    """Return every surface form of a verb (lower case, with accents) and what it can be.

    >>> sorted(verb_forms("free", language="en"))
    ['free', 'freed', 'freeing', 'frees']
    >>> "murieron" in verb_forms("morir", language="es")
    True
    """
    forms: dict[str, set[Form]] = {}
    pairs = _english_verb(lemma) if language == "en" else _spanish_verb(lemma)
    for form, kind in pairs:
        forms.setdefault(form, set()).add(kind)
    return {form: frozenset(kinds) for form, kinds in forms.items()}


def noun_forms(lemma: str, *, language: Language) -> tuple[str, ...]:
    """Return the singular and the plural of a noun or adjective (lower case, with accents); Spanish in both genders.

    >>> noun_forms("body", language="en")
    ('body', 'bodies')
    >>> noun_forms("lesión", language="es")
    ('lesión', 'lesiones')
    """
    known = _morphology(language).plurals
    if lemma in known:
        return (lemma,) if known[lemma] == lemma else (lemma, known[lemma])
    return (lemma, _english_plural(lemma)) if language == "en" else _spanish_noun(lemma)


def _english_plural(noun: str) -> str:
    if re.search(r"[^aeiou]y$", noun):
        return noun[:-1] + "ies"
    if re.search(r"(s|x|z|ch|sh)$", noun):
        return noun + "es"
    return noun + "s"


def _english_verb(lemma: str) -> list[tuple[str, Form]]:
    tables = _morphology("en")
    third, gerund = _english_plural(lemma), _english_gerund(lemma)
    past = participle = _english_past(lemma)
    if lemma in tables.verbs:
        given = tables.verbs[lemma]
        past, participle = given[0], given[1]
        third, gerund = (given[2], given[3]) if len(given) > 3 else (third, gerund)
    more: list[tuple[str, Form]] = [(form, "finite") for form in tables.verbs.get(lemma, [])[4:]]  # "are", "were"
    if past.endswith("ed"):
        more.append((past, "participle"))  # "were mowed down" beside "were mown down"
    return [(lemma, "infinitive"), (lemma, "finite"), (third, "finite"), (past, "finite"),
            (participle, "participle"), (gerund, "gerund"), *more]  # fmt: skip


def _doubles(lemma: str) -> bool:
    return lemma in _morphology("en").doubling["verbs"] or bool(re.fullmatch(r"[^aeiou]+[aeiou][bdgmnprt]", lemma))


def _english_past(lemma: str) -> str:
    if lemma.endswith("e"):
        return lemma + "d"
    if re.search(r"[^aeiou]y$", lemma):
        return lemma[:-1] + "ied"
    return lemma + lemma[-1] + "ed" if _doubles(lemma) else lemma + "ed"


def _english_gerund(lemma: str) -> str:
    if lemma.endswith("e") and not lemma.endswith(("ee", "oe", "ye")):
        return lemma[:-1] + "ing"
    return lemma + lemma[-1] + "ing" if _doubles(lemma) else lemma + "ing"


def _spanish_noun(lemma: str) -> tuple[str, ...]:
    stems = [lemma]
    if re.search(r"(ado|ido|to|so|cho|rio|ano|ino|ero|tivo|nto|ico|eto|ivo|ojo|ino|ocho)$", lemma):
        stems.append(lemma[:-1] + "a")
    elif lemma.endswith(("dor", "tor", "sor")):
        stems.append(lemma + "a")
    return tuple(itertools.chain.from_iterable((stem, _spanish_plural(stem)) for stem in stems))


def _spanish_plural(noun: str) -> str:
    if noun.endswith("z"):
        return noun[:-1] + "ces"
    if re.search(r"[áéíóú][ns]$", noun):
        return noun[:-2] + noun[-2].translate(str.maketrans("áéíóú", "aeiou")) + noun[-1] + "es"
    return noun + "s" if re.search(r"[aeiouéáó]$", noun) else noun + "es"


def _spanish_verb(lemma: str) -> list[tuple[str, Form]]:
    tables = _morphology("es")
    if lemma in tables.verbs:
        pairs = [(form, _spanish_kind(form, lemma)) for form in tables.verbs[lemma]]
    elif lemma in tables.bases:
        base = tables.bases[lemma]
        prefix = lemma[: -len(base)]
        pairs = [(prefix + form, _spanish_kind(form, base)) for form in tables.verbs[base]]
        # "detuvo" keeps its stress, "detén" is not news.
    else:
        pairs = _spanish_regular(lemma)
    return pairs + [pair for form, kind in pairs for pair in _with_clitics(form, kind)]


def _spanish_kind(form: str, lemma: str) -> Form:
    if form == lemma:
        return "infinitive"
    if re.search(r"ndo$", form):
        return "gerund"
    if re.search(r"rá(n)?$", form):
        return "future"
    if re.search(r"ría(n)?$", form):
        return "conditional"
    return "participle" if re.search(r"(ad|id|íd|t|ch)[oa]s?$", form) and form != "cacho" else "finite"


def _with_clitics(form: str, kind: Form) -> list[tuple[str, Form]]:
    if kind == "infinitive":
        return [(form + clitic, kind) for clitic in _ES_CLITICS]
    if kind == "gerund":
        stressed = re.sub(r"([ae])ndo$", lambda m: m[1].translate(_ACUTE) + "ndo", form)
        return [(stressed + clitic, kind) for clitic in _ES_CLITICS]
    return []


def _softened(stem: str, theme: str) -> str:
    """Keep the sound of the stem's last consonant before e: sacar-saqué, pagar-pagué, cruzar-crucé."""
    if theme == "ar":
        for ending, changed in (("c", "qu"), ("g", "gu"), ("z", "c")):
            if stem.endswith(ending):
                return stem[: -len(ending)] + changed
    return stem


def _stems(stem: str) -> list[str]:
    """Return the stem and its stressed variants: cerrar-cierra, encontrar-encuentra, pedir-pide."""
    found = [stem]
    for vowel, changed in (("e", "ie"), ("o", "ue"), ("e", "i")):
        at = stem.rfind(vowel)
        if at > 0:
            found.append(stem[:at] + changed + stem[at + 1 :])
    return found


def _spanish_regular(lemma: str) -> list[tuple[str, Form]]:
    plain = lemma.translate(str.maketrans("í", "i")) if lemma.endswith("ír") else lemma
    stem, theme = plain[:-2], plain[-2:]
    pairs: list[tuple[str, Form]] = [(lemma, "infinitive")]
    pairs += [(plain + ending, "future") for ending in ("á", "án", "emos")]
    pairs += [(plain + ending, "conditional") for ending in ("ía", "ían")]
    if theme == "ar":
        pairs += [(s + e, "finite") for s in _stems(stem) for e in ("a", "an")]
        pairs += [(_softened(s, theme) + e, "finite") for s in _stems(stem) for e in ("e", "en")]
        pairs += [(stem + e, "finite") for e in ("ó", "aron", "amos", "aba", "aban", "ara", "aran", "ase", "asen")]
        pairs += [(_softened(stem, theme) + "é", "finite")]
        pairs += [(stem + e, "participle") for e in ("ado", "ada", "ados", "adas")]
        pairs += [(stem + "ando", "gerund")]
        return pairs
    weak = [stem, *([s for s in _stems(stem) if s[:-1] != stem[:-1]] if theme == "ir" else [])]
    pairs += [(s + e, "finite") for s in _stems(stem) for e in ("e", "en", "a", "an")]
    pairs += [(s + e, "finite") for s in weak for e in ("ió", "ieron", "iera", "ieran", "iese", "iesen")]
    pairs += [(stem + e, "finite") for e in ("ía", "ían", "imos")]
    pairs += [(s + "iendo", "gerund") for s in weak]
    pairs += [(stem + e, "participle") for e in ("ido", "ida", "idos", "idas")]
    return pairs
