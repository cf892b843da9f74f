"""Words of events in the names of institutions: "Registro de Personas Desaparecidas", "the Missing Persons Unit"."""

from __future__ import annotations

from recuento.extract.view import View

__all__ = ["names_an_institution"]

_NOUNS = frozenset({"NOUN", "PROPN"})
_BETWEEN = frozenset({"ADJ", "ADV", "VERB", "AUX"})
_FINITE = "VerbForm=Fin"
_WORD = 4  # letters: shorter ones are in lower case in any title


def names_an_institution(view: View, index: int) -> bool:
    """Tell whether the word is part of a name: capital, like the noun beside it, in a sentence that is no title."""
    if not _is_capital(view, index) or view.headline or index == 0:
        return False
    return (_named_before(view, index) or _names(view, index, index + 1)) and not view.once(_is_title)


def _named_before(view: View, index: int) -> bool:
    """Tell whether a noun of the name stands before, others of its words between: "Personas Extraviadas y Ausentes"."""
    at = index - 1
    while at > 0 and (view.tokens[at].pos == "CCONJ" or (_is_capital(view, at) and view.tokens[at].pos in _BETWEEN)):
        at -= 1
    return at > 0 and _is_capital(view, at) and view.tokens[at].pos in _NOUNS and not view.tokens[index].has(_FINITE)


def _names(view: View, index: int, noun: int) -> bool:
    """Tell whether the word describes the noun behind it, which has a capital, too: "Missing Persons"."""
    if noun >= len(view.tokens) or not _is_capital(view, noun) or view.tokens[noun].pos not in _NOUNS:
        return False
    return view.tokens[index].head == noun


def _is_capital(view: View, index: int) -> bool:
    text = view.tokens[index].text
    return text[:1].isupper() and not text.isupper()


def _is_title(view: View) -> bool:
    """Tell whether most longer words have a capital, as those of English headings do; Spanish has none such."""
    if view.language != "en":
        return False
    words = [token.text for token in view.tokens if len(token.text) >= _WORD and token.text.isalpha()]
    return 2 * sum(word[0].isupper() for word in words) > len(words)
