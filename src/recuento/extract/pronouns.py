"""What befell somebody told of in a sentence before: "sus captores la soltaron", "fue detenido en Jerez"."""

from __future__ import annotations

from recuento.extract.arguments import Arguments
from recuento.extract.naming import party_side
from recuento.extract.phrases import fits, noun_of
from recuento.extract.preverbal import behind_clitic
from recuento.extract.triggers import Match
from recuento.extract.view import View
from recuento.lexicon.triggers import OF_PEOPLE, trigger_index

__all__ = ["befell_one_told"]

_FATES = frozenset({"killing", "abduction", "release", "rescue", "arrest", "charge", "extradition", "sentence"})
# Their verbs have people for objects even where the rule calls them weak; things are secured, and laws executed.
_OF_PEOPLE = frozenset({"release", "arrest", "charge", "extradition", "sentence"})


def befell_one_told(view: View, match: Match, args: Arguments) -> bool:
    """Tell whether a Spanish verb has a pronoun for its object, and somebody acts, or is a passive without subject.

    The event is told without a figure: how many they were, another sentence says.
    """
    if match.rule.status == "attempted" and _has_enclitic(view, match.head):
        return True
    events = _OF_PEOPLE if match.rule.weak and not _by_gunmen_behind(view, match.head) else _FATES
    people = match.rule.patient in OF_PEOPLE and match.rule.event in events
    if view.language != "es" or view.headline or match.rule.form != "transitive" or not people:
        return False
    known = trigger_index(view.language).at(view.tokens[match.head].text, plain=view.plain)
    if any(w.trigger.patient == "thing" and not w.trigger.besides for w in known):
        return False  # "fueron aseguradas": what is secured may be things
    if args.voice == "passive":
        return _lacks_subject(view, match, args)
    if args.voice != "active" or not _has_pronoun(view, match.head):
        return False
    return any(_is_somebody(view, i) for i in args.agents) or _done_by_some(view, match.head, args)


def _by_gunmen_behind(view: View, verb: int) -> bool:
    """Tell whether an armed group is the subject right behind the verb: "lo habían levantado unos sicarios"."""
    return any(party_side(view, i) == "armed_group" for i in behind_clitic(view, verb))


def _done_by_some(view: View, verb: int, args: Arguments) -> bool:
    """Tell whether nobody is said to have done it, and several did: "lo mataron delante de sus hijos"."""
    several = view.tokens[verb].has("Number=Plur") and view.tokens[verb].has("Person=3")
    return several and not args.agents and not view.children(verb, "nsubj")


def _has_enclitic(view: View, verb: int) -> bool:
    """Tell whether a Spanish infinitive has its object at its end: "el intento de rescatarlo"."""
    return view.language == "es" and view.folded[verb].endswith(("rlo", "rla", "rlos", "rlas"))


def _lacks_subject(view: View, match: Match, args: Arguments) -> bool:
    """Tell whether the clause has nobody and nothing that can be the subject: "Fue detenido en Jerez"."""
    first = match.head
    while first > 0 and view.tokens[first - 1].pos in {"AUX", "ADV"}:
        first -= 1
    finite = any(view.tokens[i].has("VerbForm=Fin") for i in range(first, match.head))
    opens = first == 0 or view.tokens[first - 1].pos in {"PUNCT", "CCONJ"}
    told = any(fits(view, i, "person") for i in args.patients)
    return finite and opens and not told and not view.children(match.head, "nsubj", "nsubj:pass", "obj")


def _has_pronoun(view: View, verb: int) -> bool:
    at = verb - 1
    while at > 0 and view.tokens[at].pos == "AUX":
        at -= 1
    return at >= 0 and view.tokens[at].pos == "PRON" and view.folded[at] in view.words.clitics


def _is_somebody(view: View, index: int) -> bool:
    """Tell whether the subject is people or a body of them; a pronoun for one could be anything."""
    if view.tokens[index].pos not in {"NOUN", "PROPN"} and noun_of(view, index) is None:
        return False  # "sus propios captores", taken for an adjective, are somebody
    return fits(view, index, "person") or party_side(view, index) != "unknown"
