"""Short reports on invented incidents, made by rule: enough of them to interrupt a run at many points."""

from __future__ import annotations

from datetime import date, timedelta
from pathlib import Path

__all__ = ["write_reports"]

_PLACES = ("Culiacán, Sinaloa", "Hermosillo, Sonora", "Uruapan, Michoacán")
_OPENINGS = (
    "Gunmen killed {n} people in {place} on Friday, police said.",
    "Armed men kidnapped {n} people in {place} on Friday, the governor said.",
    "Hombres armados mataron a {n} personas en {place} el viernes, informó la policía.",
)


def write_reports(folder: Path, number: int) -> None:
    """Write ``number`` reports of one sentence; those on one place are some days apart and differ in their figure."""
    for each in range(number):
        opening, place = _OPENINGS[each % 3], _PLACES[each // 3 % 3]
        published = date(2024, 3, 23) + timedelta(days=each // 9 * 7)
        text = opening.format(n=each % 5 + 2, place=place)
        (folder / f"{each:03}.txt").write_text(f"date {published.isoformat()} {text}", encoding="utf-8")
