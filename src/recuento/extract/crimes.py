"""Crimes told for what the law did about them: their day and place are not those of the arrest or the court."""

from __future__ import annotations

from recuento.extract.triggers import Match, find_triggers
from recuento.extract.view import View
from recuento.lexicon.codebook import event_of
from recuento.model.annotation import DateMention

__all__ = ["acts_of_the_law", "dates_the_crime", "is_charged", "is_crime", "is_judged", "is_wide"]

_CRIMES = frozenset({"violence", "fate"})
_ENDS_OF_CAPTIVITY = frozenset({"escape", "release", "rescue"})
_JUDGED = frozenset({"plea", "conviction", "sentence", "acquittal"})
# Where people are also arrested: "detained in a clash".
_ON_THE_SPOT = frozenset({"clash", "blockade"})
# Words before a crime that may tell what it has to do with the people named: "wanted in connection with the murder".
_LED_TO = 6
_SMALL = frozenset({"ADP", "DET", "ADJ", "NOUN"})
_FEW_DAYS = 4


def is_charged(view: View, match: Match) -> bool:
    """Tell whether it is what somebody is arrested or tried for: "arrested on Friday over the killing of a mayor".

    The day and the place of the arrest are then not those of the crime.
    """
    if not _is_crime(match):
        return False
    above = _owner_above(view, match)
    if above is None:
        return "noun" in match.kinds and _is_led_to(view, match.head, view.words.wanted)
    if not view.words.charged.isdisjoint(view.folded[min(above, match.head) : max(above, match.head)]):
        return True
    if "noun" in match.kinds and above > match.head and _is_led_to(view, match.head, view.words.charged):
        return True
    if "noun" not in match.kinds or match.rule.event in _ON_THE_SPOT:
        return False
    return _is_the_ground(view, match.head) or (above in view.once(_courts) and bool(view.case_of(match.head)))


def is_judged(view: View, match: Match) -> bool:
    """Tell whether it is the crime of a plea, a conviction or a sentence, all of which come long after it."""
    if not _is_crime(match):
        return False
    above = _owner_above(view, match)
    if above is None or view.tokens[match.head].dep.startswith(("obj", "nsubj")):
        return False  # "the government condemned the killing"
    return any(m.head == above and m.rule.event in _JUDGED for ms in find_triggers(view) for m in ms)


def dates_the_crime(view: View, match: Match, date: DateMention) -> bool:
    """Tell whether a date stands with the crime that an arrest or a court's act is about, not with the act.

    "An arrest in last week's murder", "el asesinato del viernes", "a killing back in April". A day at the end of all
    ("arrested over the killing of a mayor on Friday") may be of either.
    """
    if _is_crime(match):
        return False
    at, crimes = view.at(date.span.start), view.once(_crimes_named)
    if at is None or not crimes:
        return False
    crime = next((i for i in view.ancestors(at) if i in crimes), None)
    if crime is None or match.head not in view.ancestors(crime) or crime == match.head:
        return False
    if view.case_of(crime) in view.words.following and _is_fight(view, crime):
        return False  # "captured him following a gunfight back in January": it ended so
    return is_wide(date) or at < crime or view.folded[max(0, at - 1)] in view.words.of


def _is_fight(view: View, index: int) -> bool:
    return any(m.head == index and m.rule.event == "clash" for ms in find_triggers(view) for m in ms[:1])


def is_wide(date: DateMention) -> bool:
    """Tell whether a date is more than a few days: a week, a month, a year."""
    return date.ranges[0].days > _FEW_DAYS


def is_crime(event: str) -> bool:
    """Tell whether an event is one that people are arrested and tried for."""
    return event_of(event).family in _CRIMES and event not in _ENDS_OF_CAPTIVITY


def _is_crime(match: Match) -> bool:
    return is_crime(match.rule.event)


def _is_led_to(view: View, crime: int, words: frozenset[str]) -> bool:
    """Tell whether words right before tell what people have to do with it: "wanted in connection with the murder"."""
    before = range(max(0, crime - _LED_TO), crime)
    first = next((i for i in before if view.folded[i] in words), None)
    return first is not None and all(view.tokens[i].pos in _SMALL for i in range(first + 1, crime))


def _is_the_ground(view: View, crime: int) -> bool:
    """Tell whether a preposition gives the crime as the ground of an arrest: "por el homicidio", "in the shooting"."""
    return any(view.folded[i] in view.words.ground for i in view.children(crime, "case"))


def _owner_above(view: View, match: Match) -> int | None:
    """Return the head of the arrest or the court's act under which the trigger stands, or None."""
    law = acts_of_the_law(view)
    return next((head for head in view.ancestors(match.head) if head in law), None) if law else None


def acts_of_the_law(view: View) -> frozenset[int]:
    """Return the words that tell of an arrest or of what a court or a prosecutor does."""
    return view.once(_arrests) | view.once(_courts)


def _crimes_named(view: View) -> frozenset[int]:
    return frozenset(m.head for ms in find_triggers(view) for m in ms if "noun" in m.kinds and _is_crime(m))


def _arrests(view: View) -> frozenset[int]:
    return frozenset(m.head for ms in find_triggers(view) for m in ms if m.rule.event == "arrest")


def _courts(view: View) -> frozenset[int]:
    return frozenset(m.head for ms in find_triggers(view) for m in ms if event_of(m.rule.event).family == "justice")
