"""Words of violence at their other trades: a storm kills, a striker shoots, a scandal brings a minister down."""

from __future__ import annotations

import re
from functools import lru_cache

from msgspec import Struct

from recuento.extract.arguments import Arguments
from recuento.extract.phrases import noun_of
from recuento.extract.triggers import Match
from recuento.extract.view import View
from recuento.lexicon.elsewhere import Trade, plain_stems, trades, trades_by_sign
from recuento.lexicon.fold import fold_text
from recuento.model.document import Language
from recuento.model.span import Span

__all__ = ["trade_of"]

_WORD = re.compile(r"\w+")
# Found by the train tracks or in a river, nobody knows yet of what they died.
_BODIES = "body_found"
_AGES = frozenset({"age", "duration"})
_DIED = frozenset({"intransitive", "nominal"})
_YEAR = re.compile(r"\b1\d{3}\b")


def trade_of(view: View, match: Match, args: Arguments) -> str | None:
    """Return the field in which the trigger's words are at another trade, None where they tell of our events."""
    for trade in view.once(_possible):
        about = match.rule.event in trade.events and (not trade.rules or match.rule.id in trade.rules)
        if about and _is_of(view, match, args, trade):
            return trade.id
    return None


def _possible(view: View) -> tuple[Trade, ...]:
    """Return the fields that some trigger of the sentence may be of: one of thirty, asked for each rule."""
    aged = any(n.sense in _AGES for n in view.numerals)
    by_sign = trades_by_sign(view.language)
    signed = {place for word in by_sign.keys() & view.present for place in by_sign[word]}
    return tuple(
        known.trade
        for place, known in enumerate(_known_of(view.text, view.language))
        if (
            place in signed or known.told or (known.trade.before and view.dates) or (known.trade.aged and aged)
        )
        and (view.standing(known.trade.idioms) or _may_be_of(view, known))
    )  # fmt: skip


class _Known(Struct, frozen=True):
    """A field in one report: which single words of ours that has, and whether its words make it one of the field."""

    trade: Trade
    ours: frozenset[str]
    told: bool


@lru_cache(maxsize=4)
def _known_of(text: str, language: Language) -> tuple[_Known, ...]:
    said = _words_of(text)
    return tuple(_Known(trade, trade.ours & said, _is_told_so(trade, said)) for trade in trades(language))


def _is_told_so(trade: Trade, said: frozenset[str]) -> bool:
    """Tell whether the words of a report make it one of the field, or leave room for nothing of ours."""
    if not (trade.unarmed or trade.report):
        return False
    return trade.unless.isdisjoint(said) and not (trade.report and trade.report.isdisjoint(said))


def _may_be_of(view: View, known: _Known) -> bool:
    """Tell whether anything but an idiom can make one of the sentence's triggers one of the field."""
    trade, end = known.trade, len(view.tokens)
    if view.has_any(trade.despite, 0, end):
        return False
    if not trade.agents.isdisjoint(view.folded) or not trade.patients.isdisjoint(view.folded):
        return True
    if _is_history(view, trade):
        return True
    if not known.ours <= view.present:  # what is there may be the trigger's own words
        return False
    return known.told or view.has_any(trade.words, 0, end) or _has_age(view, trade)


def _is_of(view: View, match: Match, args: Arguments, trade: Trade) -> bool:
    if _in_idiom(view, match, trade):
        return True
    end = len(view.tokens)
    if view.has_any(trade.despite, 0, end):
        return False
    by_force = any(_is_of_a_side(view, i) for i in args.agents)
    # Of "the ministry speaks of 12 dead" no ministry acts; of "injured by a bull" the bull does.
    doers = [i for i in args.agents if match.rule.form != "state" or i > match.head]
    if any(view.folded[i] in trade.agents for i in doers) and not by_force and match.rule.event != _BODIES:
        return True
    if args.patients and all(view.folded[i] in trade.patients for i in args.patients):
        return True
    if by_force and not trade.forces:
        return False
    if _is_history(view, trade):
        return True
    own = view.folded[match.head : match.last + 1]
    if _is_plain(view, match) or not (trade.ours & _words_of(view.text)) <= set(own):
        return False
    told = match.rule.event != _BODIES and _is_told_so(trade, _words_of(view.text))
    if told and not (trade.unarmed and any(_is_of_a_side(view, i) for i in args.patients)):
        return True
    return view.has_any(trade.words, 0, end) or (match.rule.form in _DIED and _has_age(view, trade))


def _is_plain(view: View, match: Match) -> bool:
    """Tell whether the trigger's own word is of violence at no other trade: nobody is "murdered" by a penalty."""
    word = view.folded[match.head]
    return any(word.startswith(stem) for stem in plain_stems(view.language))


@lru_cache(maxsize=4)
def _words_of(text: str) -> frozenset[str]:
    """Return every word of a report, folded."""
    return frozenset(_WORD.findall(fold_text(text)))


def _in_idiom(view: View, match: Match, trade: Trade) -> bool:
    """Tell whether the trigger's words share one with an idiom of the field."""
    for run in view.standing(trade.idioms):
        start = max(0, match.head - len(run) + 1)
        if view.find(run, start, match.last + len(run)) is not None:
            return True
    return False


def _is_of_a_side(view: View, index: int) -> bool:
    """Tell whether the noun names a force or an armed group: whatever else stands there, they did it."""
    noun = noun_of(view, index)
    return noun is not None and (noun.force or noun.side == "armed_group")


def _is_history(view: View, trade: Trade) -> bool:
    """Tell whether the sentence gives a year before the field's: "murdered in 1811", not "in his late 30s"."""
    dates = [d for d in view.dates if not _names_a_street(view, d.span)] if trade.before else []
    years = (_YEAR.search(d.span.of(view.text)) for d in dates)
    return any(year is not None and int(year[0]) < trade.before for year in years)


def _names_a_street(view: View, date: Span) -> bool:
    """Tell whether a name goes on behind the number: "of 1915 Birch Street"."""
    after = view.inside(date)[-1] + 1
    return after < len(view.tokens) and view.tokens[after].text[:1].isupper()


def _has_age(view: View, trade: Trade) -> bool:
    """Tell whether the sentence gives an age at which whoever "died" died of it, and nobody did anything."""
    if not trade.aged:
        return False
    ages = (n.count.at_least for n in view.numerals if n.sense in _AGES)  # "murió a los 91 años"
    return any(age >= trade.aged for age in ages)
