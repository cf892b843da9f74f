"""A deed that Spanish names before the verb and takes up with a pronoun: "el secuestro se lo atribuyó una facción"."""

from __future__ import annotations

from recuento.extract.preverbal import behind_clitic
from recuento.extract.view import View
from recuento.lexicon.triggers import trigger_index

__all__ = ["is_fronted", "tells_event"]


def is_fronted(view: View, verb: int, noun: int) -> bool:
    """Tell whether a noun for an event that the parser takes for a verb's subject is its object.

    So it is where a pronoun right before the verb can stand for it, and whoever acts stands right behind.
    """
    if view.language != "es" or noun >= verb - 1 or not tells_event(view, noun):
        return False
    return _stands_for(view, verb - 1, noun) and bool(behind_clitic(view, verb))


def _stands_for(view: View, pronoun: int, noun: int) -> bool:
    """Tell whether "lo", "la", "los" or "las" agrees with the noun."""
    word, other = view.folded[pronoun], view.tokens[noun]
    if word not in view.words.clitics or word.endswith("s") != other.has("Number=Plur"):
        return False
    return not other.has("Gender=Fem" if word.startswith("lo") else "Gender=Masc")


def tells_event(view: View, index: int) -> bool:
    """Tell whether a noun names what happened ("mencionó la detención de cuatro"), not who told or did it.

    The parser takes the first of "el sensible fallecimiento" for the noun and the second for what describes it.
    """
    behind = (i for i in view.children(index, "amod") if i == index + 1 and view.language == "es")
    return view.tokens[index].pos == "NOUN" and any(_begins_event(view, i) for i in (index, *behind))


def _begins_event(view: View, index: int) -> bool:
    known = trigger_index(view.language).at(view.tokens[index].text, plain=False)
    return any(word.trigger.form == "nominal" and not word.words for word in known)
