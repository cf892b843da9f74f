"""Filters in words: what each is called, what its values are called, and those that are set."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from recuento.ledger import Ledger
from recuento.lexicon.actors import registry
from recuento.web.filters import View
from recuento.web.tongue import SIDES, Tongue

__all__ = ["SWITCHES", "TITLES", "Chip", "chips", "namers"]

TITLES = {
    "event": "What", "tally": "Figures", "side": "Side", "country": "Country", "admin1": "State or department",
    "group": "Groups and forces", "source": "Sources", "certainty": "Certainty", "reviewed": "Reviewed",
    "q": "Words in the reports", "since": "From", "until": "To", "place": "Place", "actor": "Who",
    "changed": "Changed since", "box": "Part of the map", "tray": "Only", "contested": "Only", "only": "Only",
    "background": "Also",
}  # fmt: skip
SWITCHES = {
    "tray": {"unplaced": "without a place", "undated": "without one day"},
    "only": {"reviewed": "reviewed figures"},
    "contested": {"1": "contested"},
    "background": {"1": "background"},
}


def namers(ledger: Ledger, admin1: Sequence[str], tongue: Tongue) -> Mapping[str, Callable[[str], str]]:
    """Return how the values of each facet are called; ``admin1`` are the states that will be asked for."""
    states = ledger.admin1_names(admin1)
    return {
        "event": tongue.event,
        "tally": tongue.tally,
        "side": lambda code: tongue.say(SIDES[code]),
        "country": tongue.country,
        "admin1": lambda code: states.get(code, code),
        "group": _group,
        "source": str,
        "certainty": lambda code: tongue.say(f"certainty:{code}"),
        "reviewed": lambda code: tongue.say(f"reviewed:{code}"),
    }


def chips(ledger: Ledger, view: View, tongue: Tongue) -> tuple[Chip, ...]:
    """Return the filters that are set, in words, each with the view without it."""
    named = namers(ledger, [view.admin1] if view.admin1 else [], tongue)
    return tuple(
        Chip(
            label=f"{tongue.say(TITLES[field])}: {_value(field, value, named, tongue)}",
            href=view.query(**{field: None}),
        )
        for field, value in view.filters()
    )


def _value(field: str, value: object, namers: Mapping[str, Callable[[str], str]], tongue: Tongue) -> str:
    if isinstance(value, date):
        return tongue.day(value)
    if isinstance(value, tuple):
        return ", ".join(tongue.number(each) for each in value)
    if field in SWITCHES:
        return tongue.say(SWITCHES[field]["1" if value is True else str(value)])
    return namers[field](str(value)) if field in namers else str(value)


@dataclass(frozen=True, slots=True, kw_only=True)
class Chip:
    """One filter that is set, in words, and the view without it."""

    label: str
    href: str


def _group(actor: str) -> str:
    """Return an actor's name; one of a user's own file goes by its id, as words."""
    known = registry().actors.get(actor)
    return known.name if known and known.name else actor.removeprefix("a-").replace("-", " ").title()
