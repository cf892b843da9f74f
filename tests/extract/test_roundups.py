"""What a round-up counts before its first scene adds up its crimes."""

from __future__ import annotations

from tests.extract.reading import claims

_LEAD = "Four people were killed and six others were wounded in Laredo on Sunday.\n\n"
_SCENES = (
    "A man was shot dead in the 1500 block of South Larkin Avenue, police said.\n\n",
    "Two women were shot dead in the 200 block of Mercer Street.\n\n",
    "A boy was shot dead in the Elm Manor neighborhood.\n\n",
)


def test_the_lead_of_a_roundup_is_an_aggregate() -> None:
    found = claims(_LEAD + "".join(_SCENES), tally="killed")
    said = [(c.figure.count.exact, c.scope, c.background) for c in found if c.figure is not None]
    assert said == [(4, "aggregate", True), (1, None, False), (2, None, False), (1, None, False)]


def test_the_lead_of_one_crime_with_two_scenes_is_its_toll() -> None:
    found = claims(_LEAD + "".join(_SCENES[:2]), tally="killed")
    assert [c.scope for c in found if c.figure is not None and c.figure.count.exact == 4] == [None]
