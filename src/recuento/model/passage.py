"""The wording by which one telling is known again in another report."""

from __future__ import annotations

from dataclasses import dataclass

from recuento.model.document import Language

__all__ = ["Mark", "Passage"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Mark:
    """A word that is not common, folded. ``weight`` grows with how rare it is and how often it is said.

    ``name``: written with a capital inside a sentence, or a number; it means the same in every language.
    """

    word: str
    weight: int
    name: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Passage:
    """What is uncommon in the sentences that tell one account, and in its whole report; heaviest first.

    Attributes:
        language: of the report; of two languages only names are compared.
        own: marks of the sentences that tell the account.
        report: marks of the whole report.
        pairs: names of two and more words in the sentences that tell it, folded and sorted.
        venues: names of the venues in them ("el bar Palomar"), folded and sorted.
    """

    language: Language
    own: tuple[Mark, ...] = ()
    report: tuple[Mark, ...] = ()
    pairs: tuple[str, ...] = ()
    venues: tuple[str, ...] = ()
