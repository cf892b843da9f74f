"""Who gives a balance or a figure that a Spanish sentence names first."""

from __future__ import annotations

from datetime import date

import pytest

from recuento.pipeline import code_text

PUBLISHED = date(2024, 3, 26)


def told(text: str) -> list[tuple[str, int | None, list[str], list[str]]]:
    """Return of each claim its event, figure, speakers and doers."""
    return [
        (
            c.event,
            c.figure.count.exact if c.figure else None,
            [s.text for s in c.said_by],
            [r.text for r in c.roles if r.role in {"perpetrator", "authority"}],
        )
        for c in code_text(text, published_on=PUBLISHED).claims
    ]


@pytest.mark.parametrize(
    ("text", "who"),
    [
        ("El balance lo entregó la gobernadora Elena Pardo: seis policías muertos.", "la gobernadora Elena Pardo"),
        ("La cifra la confirmó el fiscal Andrés Pineda: seis policías muertos.", "el fiscal Andrés Pineda"),
        ("El saldo lo dio a conocer la Secretaría de Seguridad: seis policías muertos.", "la Secretaría de Seguridad"),
        ("El dato más reciente lo ofreció el ministro Iván Peña: seis policías muertos.", "el ministro Iván Peña"),
        ("Las cuentas las hizo el general Óscar Ruiz: seis policías muertos.", "el general Óscar Ruiz"),
        (
            "El balance fue entregado por la gobernadora Elena Pardo: seis policías muertos.",
            "la gobernadora Elena Pardo",
        ),
        ("El gobernador hizo el recuento: seis policías muertos.", "El gobernador"),
    ],
)
def test_who_gives_a_balance_says_it_and_did_nothing(text: str, who: str) -> None:
    assert told(text) == [("killing", 6, [who], [])]


def test_parts_are_of_whoever_gives_the_whole() -> None:
    found = told("El balance lo dio la gobernadora Elena Pardo: son 39 los liberados, 25 adultos y 14 niños.")
    assert [(figure, who) for _, figure, who, _ in found] == [
        (39, ["la gobernadora Elena Pardo"]),
        (25, ["la gobernadora Elena Pardo"]),
        (14, ["la gobernadora Elena Pardo"]),
    ]


@pytest.mark.parametrize(
    "text",
    [
        "El operativo lo llevó a cabo el Ejército: fueron abatidos 12 sicarios.",
        "La muerte que dio la banda a dos policías fue cruel.",
    ],
)
def test_who_does_a_deed_gives_no_figure(text: str) -> None:
    assert all(who == [] for _, _, who, _ in told(text))
