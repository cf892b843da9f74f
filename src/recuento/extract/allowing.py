"""Whether a rule holds for the words around it: who acts, what is counted, and what was counted before."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache

from recuento.extract.arguments import Arguments
from recuento.extract.figures import Counting
from recuento.extract.phrases import phrase_span
from recuento.extract.triggers import Match, find_triggers
from recuento.extract.view import View
from recuento.lexicon.fold import fold

__all__ = ["agent_allows", "already_taken", "has_number", "is_number_or_nobody", "names_some_of"]


def names_some_of(view: View, match: Match, args: Arguments) -> bool:
    """Tell whether the word names a group of which some are told: of "tres de los heridos murieron", "heridos"."""
    at = match.head - 1
    before = view.numeral_at(at) if at >= 0 else None
    inside_word = at > 0 and view.tokens[at - 1].text == "-"  # "a father-of-two died"
    if before is not None and before.sense == "other" and args.voice != "among" and not inside_word:
        return True  # "uno de los heridos"
    if match.rule.counts == "abducted" and before is not None and view.language == "en":
        return False  # "46 of the 60 kidnapped people": sixty were taken
    while at > 0 and view.numeral_at(at) is not None:
        at -= 1
    if args.voice == "among" or at < 2 or match.last > match.head:
        return False
    group = view.folded[at] in view.words.definite_plural and view.folded[at - 1] in view.words.of
    others = (m for ms in find_triggers(view) for m in ms[:1] if m.head != match.head)
    if not any(m.rule.counts for m in others):
        return False  # "identifica a tres de los cuatro asesinados" has no other event
    return group and (view.numeral_at(at - 2) is not None or view.folded[at - 2] in view.words.one)


def is_number_or_nobody(counting: Counting | None) -> bool:
    return counting is not None and counting.figure is not None and (
        counting.numeral is not None or counting.figure.count.at_most == 0)  # fmt: skip


def has_number(countings: Sequence[Counting | None] | str) -> bool:
    return not isinstance(countings, str) and any(c is not None and c.numeral is not None for c in countings)


def already_taken(view: View, counting: Counting, match: Match, used: set[int]) -> bool:
    """A state word may not count again what a verb counted ("the 12 dead were killed"); other events may."""
    return (
        match.rule.form == "state"
        and counting.numeral is not None
        and bool(used & {*view.inside(counting.numeral.core)})
    )


def agent_allows(view: View, match: Match, args: Arguments) -> bool:
    rule = match.rule
    if not rule.agent and not rule.agent_not:
        return True
    acting = args.patients if rule.blames else args.agents
    words = " ".join(fold(phrase_span(view, i).of(view.text)) for i in acting)
    if rule.agent and not _any_word(rule.agent, words):
        return False
    return not (rule.agent_not and _any_word(rule.agent_not, words))


def _any_word(runs: tuple[str, ...], words: str) -> bool:
    """Tell whether one of the runs stands among the words, or does with an "s" behind it."""
    padded = f" {words} "
    return any(map(padded.__contains__, _padded(runs)))


@cache
def _padded(runs: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(f" {run}{end} " for run in runs for end in ("", "s"))
