"""Events that a sentence only recalls: anniversaries, earlier crimes of those whom it tells of."""

from __future__ import annotations

from functools import cache

from recuento.extract.crimes import is_judged
from recuento.extract.named_beside import is_named_beside
from recuento.extract.triggers import Match, find_triggers
from recuento.extract.view import View
from recuento.lexicon.grammar import stance
from recuento.lexicon.runs import Runs
from recuento.model.document import Language

__all__ = ["is_held", "is_recalled"]

_DEAD = frozenset({"killed", "bodies"})


@cache
def _runs(language: Language, name: str) -> Runs:
    words: tuple[str, ...] = getattr(stance(language), name)
    return Runs.of(words)


def is_recalled(view: View, match: Match) -> bool:
    """Tell whether the words only recall the event: an anniversary, a judged crime, an earlier one of a headline."""
    judged = is_judged(view, match) or is_named_beside(view, match)
    return judged or _on_anniversary(view, match) or (view.headline and _is_earlier_crime(view, match))


def is_held(view: View, match: Match) -> bool:
    """Tell whether the words only say that people were in prison: "35 de ellos estaban detenidos por robo".

    So does the participle before somebody who is not counted: "the sons of the jailed boss Ramiro Toledo", and the one
    behind a word for those who are held: "an inmate incarcerated in Hinton".
    """
    token = view.tokens[match.head]
    if view.folded[match.head] in view.words.in_prison and token.dep == "acl" and token.head < match.head:
        return view.folded[token.head] in view.words.prisoners
    if view.folded[match.head] in view.words.in_prison and view.tokens[match.head].dep == "amod":
        counted = view.children(view.tokens[match.head].head, "nummod")
        return not any(view.numeral_at(i) is not None for i in counted)
    return any(view.folded[i] in view.words.was_held for i in view.children(match.head, "cop", "aux", "aux:pass"))


def _on_anniversary(view: View, match: Match) -> bool:
    """ "A diez años de la masacre en la que murieron 72 migrantes".

    What happens on the day itself ("gunmen fired on the march") stands in the main clause.
    """
    if not view.has_any(_runs(view.language, "anniversary"), 0, match.head):
        return False
    chain = [match.head, *view.ancestors(match.head)]
    return any(view.tokens[i].dep.split(":")[0] in {"acl", "nmod", "obl", "advcl"} for i in chain)


def _is_earlier_crime(view: View, match: Match) -> bool:
    """Tell whether a headline tells of another killing beside this one, which comes before it in time.

    "Mayor shot dead weeks after the murder of his son", "Gunman who killed two guards found dead".
    """
    if match.rule.counts not in _DEAD or not _others_dead(view, match):
        return False
    if "noun" in match.kinds:
        return view.has_any(_runs(view.language, "earlier"), max(0, match.head - 7), match.head)
    subjects = view.children(match.head, "nsubj")
    active = "finite" in match.kinds and not view.children(match.head, "aux:pass", "nsubj:pass")
    return active and any(view.folded[i] in view.words.relative for i in subjects)


def _others_dead(view: View, match: Match) -> bool:
    others = (m for ms in find_triggers(view) for m in ms[:1] if m.head != match.head)
    return any(m.rule.counts in _DEAD for m in others)
