"""The two real events, retold as claims from public facts (in our own words), one coding a report."""

from __future__ import annotations

from tests.builders import HERMOSILLO, SINALOA, report, told

from recuento.model import Count

__all__ = ["CLASH", "FRIDAY", "GOVERNOR_SATURDAY", "MINISTRY_SATURDAY", "PRESS_FRIDAY", "SUNDAY", "TUESDAY"]

_GOVERNOR = (("Governor Rubén Rocha", "official"),)
_MINISTRY = (("the security ministry", "official"),)
_CLAIMED = (("A faction of the Sinaloa Cartel", "group"),)

FRIDAY = report(
    "2024-03-22",
    [told("Armed men took 15 people", "abduction", "abducted", 15, side="civilian", said_by=_MINISTRY)],
    on="2024-03-22", publisher="Estado",
)  # fmt: skip

PRESS_FRIDAY = report(
    "2024-03-22",
    [told("As many as 41 people were taken", "abduction", "abducted", 41, side="civilian",
          said_by=(("neighbours", "witness"),))],
    on="2024-03-22", publisher="Diario",
)  # fmt: skip

MINISTRY_SATURDAY = report(
    "2024-03-23",
    [
        told("Of 25 people taken", "abduction", "abducted", 25, side="civilian", scope="total", said_by=_MINISTRY),
        told("18 are free", "release", "freed", 18, side="civilian", scope="total", said_by=_MINISTRY),
        told("9 adults", "release", "freed", 9, side="civilian", scope="part", unit="adult", said_by=_MINISTRY),
        told("9 minors", "release", "freed", 9, side="civilian", scope="part", unit="minor", said_by=_MINISTRY),
    ],
    on="2024-03-22", days=2, publisher="Estado",
)  # fmt: skip

GOVERNOR_SATURDAY = report(
    "2024-03-23",
    [
        told("66 people were taken", "abduction", "abducted", 66, side="civilian", scope="total", said_by=_GOVERNOR),
        told("42 were found", "release", "freed", 42, side="civilian", scope="total", said_by=_GOVERNOR),
    ],
    on="2024-03-22", days=2, publisher="Capital",
)  # fmt: skip

SUNDAY = report(
    "2024-03-24",
    [told("Another 16 people came home", "release", "freed", 16, side="civilian", scope="increment",
          said_by=_GOVERNOR)],
    on="2024-03-22", days=3, publisher="Diario",
)  # fmt: skip

TUESDAY = report(
    "2024-03-26",
    [
        told("16 more were freed", "rescue", "freed", 16, side="civilian", scope="increment"),
        told("after 42 the day before", "release", "freed", 42, side="civilian", scope="increment"),
        told("The total is 58", "release", "freed", 58, side="civilian", scope="total", said_by=_GOVERNOR),
        told("36 adults", "release", "freed", 36, scope="part", unit="adult", said_by=_GOVERNOR),
        told("22 children", "release", "freed", 22, scope="part", unit="child", said_by=_GOVERNOR),
        told("a guard died", "killing", "killed", 1, figure="a guard", unit="guard", side="state"),
        told("the guard was killed", "killing", "killed", 1, figure="the guard", unit="guard", side="state"),
        told("600 special troops", "deployment", "deployed", 600, unit="special troop", side="state"),
        told("300 soldiers", "deployment", "deployed", 300, unit="soldier", side="state"),
        told("one battalion", "deployment", "deployed", 1, figure="one", unit="battalion", side="state"),
        told("It claimed the taking of 66 people", "abduction", "abducted", 66, side="civilian", said_by=_CLAIMED),
    ],
    on="2024-03-22", days=5, place=SINALOA, publisher="Reuters",
)  # fmt: skip

_ATTORNEY = (("the Attorney General's Office", "official"), ("Reuters", "outlet"))

CLASH = report(
    "2024-01-22",
    [
        told("12 suspected members died", "clash", "killed", 12, unit="member", side="armed_group", said_by=_ATTORNEY),
        told("At least 12 dead", "killing", "killed", Count(12), said_by=(("Reuters", "outlet"),)),
        told("2 agents were hurt", "wounding", "wounded", 2, unit="agent", side="state"),
        told("7 got away", "escape", "escaped", 7, unit="member", side="armed_group", said_by=_ATTORNEY),
        told("21 rifles were taken", "seizure", "seized", 21, unit="rifle", side="armed_group"),
        told("and 6 pickups", "seizure", "seized", 6, unit="pickup"),
        told("They meant to free 1 man", "rescue", "freed", 1, status="attempted", unit="man"),
    ],
    on="2024-01-20", place=HERMOSILLO, publisher="Reuters",
)  # fmt: skip
