"""Fill MUC-4's templates from what the reader says of each wire report of 1988 to 1990.

Of a row only docid, text and the dateline's day are read. The words that tell its slots apart are in ``muc4.toml``.
"""

from __future__ import annotations

import json
import re
import tomllib
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any

import msgspec

from recuento.annotate.sentences import split_sentences
from recuento.lexicon.fold import fold
from recuento.lexicon.people import people, things
from recuento.model import Claim, Coding, Role
from recuento.pipeline import code_text

__all__ = ["main", "templates"]

# The middle of the collection, for the few reports without a day.
_SOME_DAY = date(1989, 6, 1)
_TOLD = frozenset({"occurred", "attempted", "ongoing"})
# "A group of armed men" are armed men.
_MEASURE = re.compile(r"^(?:an? |the )?(?:large |small )?(?:group|band|column|number) of (?:about |some )?")
# What ends a name: a comma, a bracket, a conjunction, a preposition.
_PHRASES = re.compile(r"[,;(\[]|--|\b(?:and|in|at|near|from|this|today|of|by|who|on)\b", re.IGNORECASE)
_COMPLEMENT = re.compile(r" (?:of|in|from|at|with|for|belonging|located|who|which|that|and|on) |,|--")
_STRUCK = frozenset({"killing", "wounding", "property_destruction", "attack"})


class _Words(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    individuals: frozenset[str]
    weapons: tuple[str, ...]
    targets: frozenset[str]
    organisations: tuple[str, ...]
    forces: tuple[str, ...]
    culprits: tuple[str, ...]
    titles: frozenset[str]
    hedges: frozenset[str]


class _File(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    types: dict[str, str]
    weights: dict[str, float]
    words: _Words


@cache
def _file() -> _File:
    return msgspec.convert(tomllib.loads(Path(__file__).with_suffix(".toml").read_text("utf-8")), _File)


@dataclass(slots=True, kw_only=True)
class _Template:
    """One incident on its way: what each slot holds, in the order in which it was told."""

    kind: str
    slots: dict[str, dict[str, None]] = field(
        default_factory=lambda: {name: {} for name in ("PerpInd", "PerpOrg", "Target", "Victim", "Weapon")}
    )

    def add(self, slot: str, mentions: Iterable[str]) -> None:
        self.slots[slot].update(dict.fromkeys(m for m in mentions if m))

    def wire(self) -> dict[str, Any]:
        slots = {name: [[mention] for mention in mentions] for name, mentions in self.slots.items()}
        return {"incident_type": self.kind, **slots}


def main(input_path: Path, out_path: Path) -> None:
    """Write {"docid", "templates"} for every row."""
    with input_path.open(encoding="utf-8") as rows, out_path.open("w", encoding="utf-8") as out:
        for line in rows:
            row = json.loads(line)
            coding = code_text(row["text"], published_on=_day(row), external_id=row["docid"])
            found = [template.wire() for template in templates(coding)]
            out.write(json.dumps({"docid": row["docid"], "templates": found}) + "\n")


def _day(row: Mapping[str, Any]) -> date:
    return date.fromisoformat(row["dateline_iso"][:10]) if row.get("dateline_iso") else _SOME_DAY


def templates(coding: Coding) -> list[_Template]:
    """Return one template for each type of incident that the report tells of; a bomb's dead belong to the bombing."""
    return [template for template, signs in candidates(coding) if _weighed(signs) > 0]


def candidates(coding: Coding) -> list[tuple[_Template, dict[str, float]]]:
    """Return a template for each type that has a claim, with the signs by which it is kept or dropped."""
    told = [claim for claim in coding.claims if _counts(claim)]
    bombed = {claim.account for claim in told if claim.event == "bombing"}
    by_type: dict[str, list[Claim]] = {}
    for claim in told:
        kind = "bombing" if claim.account in bombed and claim.event in _STRUCK else _file().types[claim.event]
        by_type.setdefault(kind, []).append(claim)
    return [_candidate(kind, claims, coding) for kind, claims in by_type.items()]


def _candidate(kind: str, claims: Sequence[Claim], coding: Coding) -> tuple[_Template, dict[str, float]]:
    template = _filled(kind, claims, coding, coding.document.text)
    return template, _signs(template, claims, coding)


def _signs(template: _Template, claims: Sequence[Claim], coding: Coding) -> dict[str, float]:
    """Return what speaks for an incident that MUC-4 would code, each as a small number."""
    first = min(claim.quote.span.start for claim in claims)
    filled = {f"has {slot}": float(bool(found)) for slot, found in template.slots.items()}
    return {
        "always": 1.0,
        template.kind: 1.0,
        **filled,
        "told early": float(first < 400),
        "told often": float(len(claims) > 2),
        "killing": float(any(c.event == "killing" for c in claims)),
        "threat only": float(all(c.event == "threat" for c in claims)),
        "released only": float(all(c.event in {"release", "rescue"} for c in claims)),
        "background only": float(all(c.background for c in claims)),
        "aggregate only": float(all(c.scope == "aggregate" for c in claims)),
        "dated": float(any(c.when is not None and not c.when.inherited for c in claims)),
        "placed": float(any(c.where is not None and not c.where.inherited for c in claims)),
        "civilians": float(any(c.counted.side == "civilian" for c in claims)),
        "clash beside": float(any(c.event == "clash" for c in coding.claims)),
        "officials": float(any(c.counted.side == "state" for c in claims)),
        "alleged": float(any(c.certainty == "alleged" for c in claims)),
    }


def _weighed(signs: Mapping[str, float]) -> float:
    return sum(_file().weights.get(name, 0.0) * value for name, value in signs.items())


def _counts(claim: Claim) -> bool:
    """Tell whether MUC-4 would code it: violence against civilians and what is theirs, no war between armed sides."""
    if claim.event not in _file().types or claim.status not in _TOLD:
        return False
    if claim.counted.side == "armed_group" or (claim.counted.side == "state" and not _is_named(claim)):
        return False
    return not any(r.role == "perpetrator" and _is_force(r.text) for r in claim.roles)


def _is_named(claim: Claim) -> bool:
    return claim.figure is not None and claim.figure.basis in {"named", "listed"}


def _is_force(words: str) -> bool:
    return bool(set(fold(words).split()) & set(_file().words.forces))


def _filled(kind: str, claims: Sequence[Claim], coding: Coding, text: str) -> _Template:
    template = _Template(kind=kind)
    sentences = [s.span.of(text) for s in split_sentences(text)]
    around = [s for s in sentences if any(claim.quote.text in s for claim in claims)]
    for claim in claims:
        for role in claim.roles:
            _place(template, role)
        if claim.figure is not None and _is_named(claim):
            template.add("Victim", _names(claim.figure.span.of(coding.document.words(claim.quote.field))))
    accounts = {claim.account for claim in claims}
    for other in coding.claims:
        if other.event in {"claim_of_responsibility", "accusation"} and other.account in accounts:
            template.add("PerpOrg", (o for r in other.roles for o in _organisations(r.text)))
    if not template.slots["PerpOrg"]:
        template.add(
            "PerpOrg", (o for sentence in around for o in _organisations(sentence) if o not in _file().words.forces)
        )
    if not template.slots["PerpInd"]:
        template.add("PerpInd", _first_found(_file().words.culprits, around))
    template.add("Weapon", _weapons(around))
    return template


def _place(template: _Template, role: Role) -> None:
    if role.role == "perpetrator":
        template.add("PerpOrg", _organisations(role.text))
        template.add("PerpInd", _individuals(role.text))
    elif role.role in {"target", "beneficiary"}:
        template.add("Victim", _names(role.text))
        template.add("Target", _things(role.text))


def _organisations(words: str) -> Iterator[str]:
    """Yield the longest names of groups in the words, none within another."""
    folded = f" {_plain(words)} "
    for name in sorted(_file().words.organisations, key=len, reverse=True):
        if f" {name} " in folded:
            yield name
            folded = folded.replace(f" {name} ", " ")


def _plain(words: str) -> str:
    return " ".join(re.findall(r"[\w-]+", fold(words)))


def _core(words: str) -> list[str]:
    """Return a phrase's words up to its first complement, without numbers, hedges and articles before it."""
    said = re.split(r" (?:of|in|from|at|with|for|belonging|located|who|which|that|and|on) |,|--", fold(words))[
        0
    ].split()
    while said and (said[0] in _file().words.hedges or said[0] in {"the", "a", "an"} or said[0][0].isdigit()):
        said = said[1:]
    return said


def _individuals(words: str) -> Iterator[str]:
    said = _core(_MEASURE.sub("", fold(words)))
    if said and said[-1] in _file().words.individuals:
        yield fold(words) if said == ["members"] else " ".join(said)


def _things(words: str) -> Iterator[str]:
    said = _core(words)
    if said and said[-1].strip("\"'") in _file().words.targets:
        yield " ".join(said)


def _names(words: str) -> Iterator[str]:
    """Yield the persons' names in a phrase: two words or more after its last title or common noun."""
    for part in _PHRASES.split(words):
        name: list[str] = []
        for word in reversed(part.split()):
            bare = fold(word).strip(".\"'")
            if bare in _file().words.titles or bare in people("en") or not bare.isalpha():
                break
            name.insert(0, word)
        if 2 <= len(name) <= 5 and not any(_is_common(fold(word).strip(".\"'")) for word in name):
            yield " ".join(name)


def _is_common(word: str) -> bool:
    """Tell whether the word is of the language rather than a name's; in capitals nothing else tells them apart."""
    table = _file().words
    return word in things("en") | table.targets | table.hedges | table.individuals or (len(word) < 3 and word != "de")


def _first_found(names: Iterable[str], sentences: Sequence[str]) -> list[str]:
    """Return the name that the sentences say first, none within a longer one; [] if they say none."""
    said = " ".join(_plain(sentence) for sentence in sentences)
    found = [(match.start(), -len(name), name) for name in names if (match := re.search(rf"\b{name}\b", said))]
    return [min(found)[2]] if found else []


def _weapons(sentences: Iterable[str]) -> Iterator[str]:
    for sentence in sentences:
        folded = f" {_plain(sentence)} "
        for name in sorted(_file().words.weapons, key=len, reverse=True):
            if f" {name} " in folded:
                yield name
                folded = folded.replace(f" {name} ", " ")
