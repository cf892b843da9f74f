"""Who speaks around a sentence that attributes itself to nobody."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from msgspec import Struct

from recuento.model.annotation import Sentence
from recuento.model.claim import Speaker
from recuento.model.span import Span

__all__ = ["Around", "Said"]

# How far a running speaker is heard, and how far ahead the opening is attributed, in paragraphs.
_BEFORE = 3
_AHEAD = 2


class Said(Struct, frozen=True, kw_only=True):
    """A sentence of the report and whom it names as speaking; ``section`` counts the headings before it."""

    sentence: Sentence
    speakers: tuple[Speaker, ...]
    section: int


class Around:
    """Who speaks in each part of a report: ``said`` are its sentences, in text order."""

    def __init__(self, said: Sequence[Said]) -> None:
        self._sections = {one.sentence.span: one.section for one in said}
        self._named: dict[tuple[int, int], list[Said]] = {}
        for one in said:
            if one.speakers:
                self._named.setdefault((one.section, one.sentence.paragraph), []).append(one)

    def speakers(self, sentence: Span, paragraph: int) -> tuple[Speaker, ...]:
        """Return who probably speaks, each marked as inherited; () where nobody does.

        In order: the last before it in its paragraph, the first after it there, the last in the paragraphs above, the
        first in those below. News states first and names its source in the next paragraph; only an authority is taken
        from there, for another newspaper or a witness adds to what was said. A heading ends what was said above it.
        """
        here = self._sections.get(sentence)
        if here is None:
            return ()
        same = self._named.get((here, paragraph), ())
        above = [one for p in range(paragraph - _BEFORE, paragraph) for one in self._named.get((here, p), ())]
        below = [one for p in range(paragraph + 1, paragraph + _AHEAD + 1) for one in self._named.get((here, p), ())]
        order = [
            *(one.speakers for one in reversed(same) if one.sentence.span.start < sentence.start),
            *(_authorities(one) for one in same if one.sentence.span.start > sentence.start),
            *(one.speakers for one in reversed(above)),
            *(_authorities(one) for one in below),
        ]
        near = [speakers for speakers in order if speakers]
        # Somebody rather than "reports".
        people = [[s for s in speakers if s.kind != "other"] for speakers in near]
        found = next((who for who in people if who), None) or next(iter(near), ())
        return tuple(replace(speaker, inherited=True) for speaker in found)


def _authorities(one: Said) -> tuple[Speaker, ...]:
    return tuple(speaker for speaker in one.speakers if speaker.kind in {"official", "security_force", "court"})
