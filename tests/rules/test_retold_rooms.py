"""Each kind of fact of the two first reports as twelve Spanish newsrooms would tell it: ``retold/es_rooms.toml``."""

from __future__ import annotations

from tests.rules.test_retold import all_told, floors


def test_the_newsrooms_are_read_as_well_as_before() -> None:
    told, floor = all_told("es_rooms"), floors("es_rooms")
    got = {
        "facts": 100 * told.found // told.facts,
        "doers": 100 * told.doers_found // told.doers,
        "speakers": 100 * told.speakers_found // told.speakers,
    }
    assert not {name: (share, floor[name]) for name, share in got.items() if share < floor[name]}


def test_no_more_false_figures_of_the_newsrooms_than_before() -> None:
    assert all_told("es_rooms").false <= floors("es_rooms")["false"]
