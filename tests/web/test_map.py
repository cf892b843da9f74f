"""The map without tiles."""

from __future__ import annotations

from recuento.web.basemap import HEIGHT, WIDTH, Spotted, world_map


def test_no_place_no_map() -> None:
    assert world_map([]) is None


def test_every_dot_is_in_the_picture_north_above_south_and_west_left_of_east() -> None:
    drawn = world_map([Spotted(24.8, -107.4, 2), Spotted(19.4, -99.1, 1)])
    assert drawn is not None
    north, south = sorted(drawn.dots, key=lambda dot: -dot.number)
    assert (north.number, north.spot) == (2, (24.8, -107.4))
    assert north.radius > south.radius
    assert north.y < south.y
    assert north.x < south.x
    assert all(0 <= dot.x <= WIDTH and 0 <= dot.y <= HEIGHT for dot in drawn.dots)
    assert drawn.lands


def test_one_town_is_seen_in_its_country() -> None:
    drawn = world_map([Spotted(14.1, -87.2, 1)])
    assert drawn is not None
    assert (drawn.dots[0].x, drawn.dots[0].y) == (WIDTH / 2, HEIGHT / 2)
    assert len(drawn.lands) > 3


def test_of_many_places_near_ones_share_a_dot_that_counts_them_all_and_spans_them() -> None:
    spots = [Spotted(round(14 + n // 40 * 0.2, 2), round(-107 + n % 40 * 0.2, 2), 1 + n % 3) for n in range(1600)]
    drawn = world_map(spots)
    assert drawn is not None
    assert len(drawn.dots) < 1600
    assert sum(dot.number for dot in drawn.dots) == sum(spot.number for spot in spots)
    for dot in drawn.dots:
        west, south, east, north = dot.box
        inside = [s for s in spots if west <= s.longitude <= east and south <= s.latitude <= north]
        assert sum(spot.number for spot in inside) >= dot.number


def test_dots_never_lie_on_one_another_however_many_places_there_are() -> None:
    for step in (3, 400):
        spots = [
            Spotted(round(14 + n // 40 * 0.2, 2), round(-107 + n % 40 * 0.2, 2), 1 + n * 7)
            for n in range(0, 1600, step)
        ]
        drawn = world_map(spots)
        assert drawn is not None
        assert sum(dot.number for dot in drawn.dots) == sum(spot.number for spot in spots)
        for n, one in enumerate(drawn.dots):
            for other in drawn.dots[n + 1 :]:
                assert (one.x - other.x) ** 2 + (one.y - other.y) ** 2 > (one.radius + other.radius) ** 2
