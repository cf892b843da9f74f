"""When an event stands without anybody counted: as news, not as talk."""

from __future__ import annotations

from recuento.extract.addresses import addresses_in
from recuento.extract.arguments import Arguments
from recuento.extract.times import own_date
from recuento.extract.triggers import Match, find_triggers
from recuento.extract.view import View

__all__ = ["bare_event_stands"]


def bare_event_stands(view: View, match: Match, args: Arguments) -> bool:
    """A noun for an event without participants, place or time is talk, not news."""
    if "noun" not in match.kinds or match.last > match.head:
        return True
    token = view.tokens[match.head]
    several = token.has("Number=Plur") and not _numbered(view, match) and not _carried_out(view, match)
    if several and own_date(view, match) is None and not (match.rule.event == "clash" and len(args.agents) > 1):
        return False
    located = any(p.locative for p in view.places) or bool(view.dates) or _among_casualties(view, match)
    at_an_address = bool(addresses_in(view.sentence.span.of(view.text), view.language))
    told = at_an_address or (located and not match.rule.weak) or _carried_out(view, match)
    return bool(args.agents or args.patients or told)


def _carried_out(view: View, match: Match) -> bool:
    """Tell whether somebody did what a plural names: "realizaron bloqueos", "carried out attacks", in a main verb."""
    token = view.tokens[match.head]
    verb = view.tokens[token.head]
    told = token.dep.split(":")[0] in {"obj", "nsubj"} and verb.has("VerbForm=Fin")
    news = token.dep == "nsubj" and view.folded[token.head] in view.words.strikes
    return told and (news or view.folded[token.head] in view.words.carries_out)


def _among_casualties(view: View, match: Match) -> bool:
    """Tell whether the sentence counts people beside the noun: "two officers were wounded during the firefight"."""
    others = (m for ms in find_triggers(view) for m in ms[:1] if m.head != match.head)
    return any(m.rule.counts in {"killed", "wounded", "abducted"} for m in others) and bool(view.numerals)


def _numbered(view: View, match: Match) -> bool:
    """Tell whether a number stands before the noun: "two attacks" are news, "attacks" are talk."""
    return any(
        (n := view.numeral_at(i)) is not None and n.sense == "number" for i in range(max(0, match.head - 3), match.head)
    )
