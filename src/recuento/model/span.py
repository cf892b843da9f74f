"""Places in a text."""

from __future__ import annotations

from dataclasses import dataclass

__all__ = ["Span"]


@dataclass(frozen=True, slots=True, order=True, init=False)
class Span:
    """A half-open stretch of one text, ``text[start:end]``, in Unicode code points.

    JavaScript counts UTF-16 units: `web` converts at its edge, nothing else does.

    >>> Span(0, 3).of("Culiacán")
    'Cul'

    Raises:
        ValueError: the span is empty or starts before the text.
    """

    start: int
    end: int

    def __init__(self, start: int, end: int) -> None:
        if not 0 <= start < end:
            raise ValueError(f"empty or negative span [{start}, {end})")
        _set_start(self, start)
        _set_end(self, end)

    def __len__(self) -> int:
        return self.end - self.start

    def of(self, text: str) -> str:
        """Return the words this span covers in ``text``.

        Raises:
            ValueError: the span reaches beyond the text.
        """
        if self.end > len(text):
            raise ValueError(f"span ends at {self.end}, text has {len(text)} characters")
        return text[self.start : self.end]

    def covers(self, other: Span) -> bool:
        """Tell whether ``other`` lies wholly inside this span."""
        return self.start <= other.start and other.end <= self.end

    def overlaps(self, other: Span) -> bool:
        """Tell whether the two share at least one character."""
        return self.start < other.end and other.start < self.end

    def to(self, other: Span) -> Span:
        """Return the least span that covers both."""
        start, end = self.start, self.end
        return Span(start if start < other.start else other.start, end if end > other.end else other.end)

    def moved(self, by: int) -> Span:
        """Return the same stretch ``by`` characters further on."""
        return Span(self.start + by, self.end + by)


# A report has thousands of spans: set through its slots a frozen one is made in half the time.
_set_start, _set_end = (Span.__dict__[name].__set__ for name in ("start", "end"))
