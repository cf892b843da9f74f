"""The map without tiles."""

from __future__ import annotations

from recuento.web.basemap import HEIGHT, WIDTH, Placed, world_map


def test_no_place_no_map() -> None:
    assert world_map([]) is None


def test_every_dot_is_in_the_picture_north_above_south_and_west_left_of_east() -> None:
    towns = [Placed("i-1", 24.8, -107.4, "a"), Placed("i-2", 19.4, -99.1, "b"), Placed("i-3", 24.8, -107.4, "c")]
    drawn = world_map(towns)
    assert drawn is not None
    by_first = {dot.incidents[0]: dot for dot in drawn.dots}
    assert by_first["i-1"].incidents == ("i-1", "i-3")
    assert by_first["i-1"].radius > by_first["i-2"].radius
    assert by_first["i-1"].y < by_first["i-2"].y
    assert by_first["i-1"].x < by_first["i-2"].x
    assert all(0 <= dot.x <= WIDTH and 0 <= dot.y <= HEIGHT for dot in drawn.dots)
    assert drawn.lands


def test_one_town_is_seen_in_its_country() -> None:
    drawn = world_map([Placed("i-1", 14.1, -87.2, "a")])
    assert drawn is not None
    assert (drawn.dots[0].x, drawn.dots[0].y) == (WIDTH / 2, HEIGHT / 2)
    assert len(drawn.lands) > 3
