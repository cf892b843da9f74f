"""What each of several things holds or can carry, in Spanish: "50 bidones de 20 litros", "un camión de 8 toneladas"."""

from __future__ import annotations

from recuento.extract.view import View

__all__ = ["holds_so_much"]


def holds_so_much(view: View, at: int) -> bool:
    """Tell whether the number at the token only says how much each thing before "de" holds: nobody seized 20 litres.

    Of a load it is what was seized: "un cargamento de tres toneladas".
    """
    numeral = view.numeral_at(at)
    if view.language != "es" or numeral is None or not _is_measure(view, view.inside(numeral.core)[-1] + 1):
        return False
    noun = view.inside(numeral.span)[0] - 2  # "de más de 20 litros"
    if noun < 0 or view.folded[noun + 1] not in view.words.of:
        return False
    return view.folded[noun] in view.words.carriers or (
        view.tokens[noun].has("Number=Plur") and _is_counted(view, noun)
    )


def _is_measure(view: View, index: int) -> bool:
    return index < len(view.tokens) and view.folded[index] in view.words.amounts


def _is_counted(view: View, noun: int) -> bool:
    return any(view.numeral_at(i) is not None for i in (noun - 1, *view.children(noun, "nummod")))
