"""Who speaks, how much their word weighs, and which reports are one voice."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from itertools import pairwise
from urllib.parse import urlsplit

from recuento.ledger.records import Reported
from recuento.lexicon.fold import fold
from recuento.model import Claim, Count, Document, Speaker

__all__ = ["Voice", "speaker_words", "speakers", "voices"]

_AUTHORITIES = frozenset({"official", "security_force", "court"})
# Two reports that share this many words in a row copied one text.
_COPIED_WORDS = 12


@dataclass(frozen=True, slots=True, kw_only=True)
class Voice:
    """A claim with a figure, with the lane (one source is one voice) and the standing of who says it.

    Attributes:
        rank: 2 for an authority, or for a report that states it as its own knowledge; 1 for anyone else.
        official, named: an authority, or somebody with a name, says it or speaks nearby; they break a tie between
            figures of one day and of one rank, and nothing else. What a government's own outlet states is official.
        standing: 2 for an agency, 1 for an outlet that the register of sources knows, else 0; it breaks a last tie.
    """

    claim: Claim
    count: Count
    document: Document
    lane: str
    rank: int
    official: bool
    named: bool
    standing: int = 0

    @property
    def day(self) -> date:
        return self.document.published_on

    @property
    def alleged(self) -> bool:
        return self.claim.certainty == "alleged"


def voices(reported: Iterable[Reported]) -> tuple[Voice, ...]:
    """Return the claims that carry a figure, in order of publication, report and text."""
    told = sorted(
        (one for one in reported if one.claim.figure is not None),
        key=lambda r: (r.document.published_on, r.document.id, r.claim.quote.field, r.claim.quote.span, r.claim.id),
    )
    lanes = _lanes(told)
    return tuple(_voice(one, lanes[one.document.id]) for one in told)


def speaker_words(claim: Claim) -> str:
    """Return who says it, for a reader: the nearest speaker, or "the report"."""
    own = speakers(claim)
    return own[0].text if own else "the report"


def speakers(claim: Claim) -> tuple[Speaker, ...]:
    """Return whom the claim's own sentence names; one who speaks nearby has not said it.

    Nor has one whom the figure describes: that there are 13 is what "parents of the 13 captives" lends to the report.
    """
    figure = claim.figure.span if claim.figure is not None else None
    return tuple(s for s in claim.said_by if not s.inherited and not (figure is not None and s.span.covers(figure)))


def _voice(one: Reported, lane: str) -> Voice:
    claim = one.claim
    if claim.figure is None:
        raise ValueError(f"claim {claim.id} has no figure")
    told_by = speakers(claim)
    described = any(not speaker.inherited and speaker not in told_by for speaker in claim.said_by)
    own = not told_by and claim.certainty in ({"stated", "attributed"} if described else {"stated"})
    authority = any(speaker.kind in _AUTHORITIES for speaker in told_by)
    return Voice(
        claim=claim,
        count=claim.figure.count,
        document=one.document,
        lane=lane,
        rank=2 if authority or own else 1,
        official=any(speaker.kind in _AUTHORITIES for speaker in claim.said_by) or (own and _is_state(one)),
        named=any(_is_named(speaker.text) for speaker in claim.said_by),
        standing=_standing(one),
    )


def _is_state(one: Reported) -> bool:
    return one.wire is None and one.outlet is not None and one.outlet.control == "state"


def _standing(one: Reported) -> int:
    behind = one.wire or one.outlet
    return 0 if behind is None else 2 if behind.kind == "wire" else 1


def _is_named(text: str) -> bool:
    """Tell whether a speaker bears a name: two capitalised words in a row ("Rubén Rocha")."""
    words = text.split()
    return any(a[:1].isupper() and b[:1].isupper() for a, b in pairwise(words))


def _lanes(told: list[Reported]) -> Mapping[str, str]:
    """Return each document's lane: the agency it prints, or its outlet, joined with every lane whose text it copies."""
    lanes = {one.document.id: _lane(one) for one in told}
    first_with: dict[str, str] = {}
    for one in told:
        words = fold(one.claim.quote.text).split()
        if len(words) >= _COPIED_WORDS:
            copied = first_with.setdefault(" ".join(words), lanes[one.document.id])
            mine = lanes[one.document.id]
            lanes = {document: copied if lane == mine else lane for document, lane in lanes.items()}
    return lanes


def _lane(one: Reported) -> str:
    behind = one.wire or one.outlet
    return fold(behind.name) if behind is not None else _outlet(one.document)


def _outlet(document: Document) -> str:
    if document.publisher:
        return fold(document.publisher)
    host = urlsplit(document.source or "").hostname
    return host.removeprefix("www.") if host else document.id
