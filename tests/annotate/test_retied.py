"""What the Spanish parser hangs on a wrong word is hung on its own."""

from __future__ import annotations

from datetime import date

import pytest

from recuento.annotate.retied import retied
from recuento.model.annotation import Token
from recuento.model.span import Span
from recuento.pipeline import code_text


def told(text: str) -> list[tuple[str | None, int]]:
    """Return (tally, lower bound) of every figure of a report of one sentence."""
    found = code_text(text, published_on=date(2024, 3, 26)).claims
    return [(c.tally, c.figure.count.at_least) for c in found if c.figure is not None]


@pytest.mark.parametrize(
    ("text", "figure"),
    [
        ("Los agentes encontraron en el lugar 14 fusiles y equipo táctico.", ("seized", 14)),
        ("Quedaron asegurados 14 fusiles y seis camionetas.", ("seized", 14)),
        ("Quedaron tendidos en la carretera nueve presuntos sicarios.", ("killed", 9)),
        ("Fueron asesinadas en su vivienda cinco personas de una familia.", ("killed", 5)),
        ("Ya se reunieron con sus familias nueve de los plagiados.", ("freed", 9)),
        ("El tiroteo se saldó con la muerte de nueve supuestos miembros del cártel.", ("killed", 9)),
        ("La operación dejó dos presuntos piratas abatidos.", ("killed", 2)),
        ("Tres hombres y una mujer fueron detenidos.", ("arrested", 3)),
        ("El domingo, 26 habían sido devueltos por sus captores.", ("freed", 26)),
        ("Piden ayuda, pues se desconoce la suerte de dos maestros.", ("missing", 2)),
    ],
)
def test_what_is_counted_behind_a_place_or_a_doubt(text: str, figure: tuple[str, int]) -> None:
    assert figure in told(text)


def token(index: int, text: str, pos: str, dep: str, head: int) -> Token:
    span = Span(index * 9, index * 9 + len(text))
    return Token(index=index, span=span, text=text, lemma=text, pos=pos, feats="", dep=dep, head=head)


def test_a_clause_of_time_belongs_to_the_verb() -> None:
    tokens = (
        token(0, "cayeron", "VERB", "ROOT", 0),
        token(1, "en", "ADP", "case", 2),
        token(2, "casetas", "NOUN", "obl", 0),
        token(3, "cuando", "SCONJ", "mark", 4),
        token(4, "huían", "VERB", "acl", 2),
    )
    mended = retied(tokens)
    assert (mended[4].head, mended[4].dep) == (0, "advcl")


def test_a_relative_clause_goes_with_the_noun_of_its_number() -> None:
    text = "Hubo cinco guerrilleros detenidos y un menor, que había sido reclutado a la fuerza en marzo."
    assert ("abducted", 5) not in told(text)


def test_a_tree_that_is_right_stays_as_it_is() -> None:
    tokens = (
        token(0, "hallaron", "VERB", "ROOT", 0),
        token(1, "tres", "NUM", "nummod", 2),
        token(2, "fusiles", "NOUN", "obj", 0),
    )
    assert retied(tokens) is tokens
