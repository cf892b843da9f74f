"""How many, as far as a report commits itself."""

from __future__ import annotations

from dataclasses import dataclass

__all__ = ["Count"]


@dataclass(frozen=True, slots=True)
class Count:
    """A number of people or things, with the bounds that the wording supports.

    Both bounds are inclusive. ``at_most`` is None when the wording sets no ceiling.

    >>> Count.exactly(3)            # "tres cuerpos"
    Count(at_least=3, at_most=3)
    >>> Count(12)                   # "at least 12", "al menos doce"
    Count(at_least=12, at_most=None)

    Raises:
        ValueError: a negative bound, or bounds that cross.
    """

    at_least: int
    at_most: int | None = None

    def __post_init__(self) -> None:
        if self.at_least < 0:
            raise ValueError(f"negative count: {self.at_least}")
        if self.at_most is not None and self.at_most < self.at_least:
            raise ValueError(f"bounds crossed: {self.at_least}..{self.at_most}")

    @classmethod
    def exactly(cls, number: int) -> Count:
        return cls(number, number)

    @classmethod
    def about(cls, number: int) -> Count:
        """Return what "about ``number``" means: 10 % either side, rounded towards the number but at least one."""
        return cls(max(min(-(-number * 9 // 10), number - 1), 0), max(number * 11 // 10, number + 1))

    @property
    def exact(self) -> int | None:
        """The number, if both bounds name the same one."""
        return self.at_least if self.at_least == self.at_most else None

    @property
    def more_than(self) -> int | None:
        """The round number that this is more than, as reports put it; None if it has a ceiling or is no such number.

        >>> Count(401).more_than        # "more than 400"
        400
        """
        below = self.at_least - 1
        return below if self.at_most is None and below >= 10 and below % 10 == 0 else None

    @property
    def said(self) -> int:
        """The one number to sum by: the 200 of "about 200", else the least that the words commit to.

        >>> Count(180, 220).said        # "unos 200"
        200
        >>> Count(12, 15).said          # "12 to 15"
        12
        """
        if self.at_most is None:
            return self.at_least
        middle, odd = divmod(self.at_least + self.at_most, 2)
        return middle if not odd and self == Count.about(middle) else self.at_least

    def agrees_with(self, other: Count) -> bool:
        """Tell whether some number satisfies both."""
        ceilings = [c.at_most for c in (self, other) if c.at_most is not None]
        return not ceilings or max(self.at_least, other.at_least) <= min(ceilings)

    def plus(self, other: Count) -> Count:
        """Return the sum; no ceiling if either has none."""
        top = None if self.at_most is None or other.at_most is None else self.at_most + other.at_most
        return Count(self.at_least + other.at_least, top)

    def minus(self, other: Count) -> Count:
        """Return what can be left when ``other`` is taken away, never below zero.

        >>> Count.exactly(66).minus(Count.exactly(58))
        Count(at_least=8, at_most=8)
        """
        low = 0 if other.at_most is None else max(0, self.at_least - other.at_most)
        top = None if self.at_most is None else max(0, self.at_most - other.at_least)
        return Count(low, top)

    def __str__(self) -> str:
        if self.at_most is None:
            return f"{self.at_least}+"
        return str(self.at_least) if self.at_least == self.at_most else f"{self.at_least}–{self.at_most}"
