"""Which function reads which kind of phrase."""

from __future__ import annotations

from collections.abc import Callable

from recuento.annotate.date_grammar import Phrase
from recuento.annotate.date_named import (
    read_day_before,
    read_deictic,
    read_full_date,
    read_month,
    read_month_day,
    read_month_year,
    read_months,
    read_part_of_day,
    read_tomorrow,
    read_weekday,
    read_weekday_day,
    read_weekdays,
)
from recuento.annotate.date_periods import (
    read_century,
    read_decade,
    read_era,
    read_half,
    read_quarter,
    read_season,
    read_year,
    read_year_span,
)
from recuento.annotate.date_relative import (
    read_ago,
    read_lately,
    read_later,
    read_mention_day,
    read_start_of,
    read_unit,
    read_weekend,
    read_within,
)
from recuento.annotate.date_timeline import Reading, Timeline

__all__ = ["resolve"]


def resolve(phrase: Phrase, timeline: Timeline) -> Reading | None:
    """Return what ``phrase`` means, or None if it is no date after all."""
    return _READERS[phrase.kind](phrase, timeline)


_READERS: dict[str, Callable[[Phrase, Timeline], Reading | None]] = {
    "date_dmy": read_full_date,
    "range_dmy": read_full_date,
    "range_mdy": read_full_date,
    "date_mdy": read_full_date,
    "first_dmy": read_full_date,
    "month_year": read_month_year,
    "month": read_month,
    "month_day": read_month_day,
    "weekday": read_weekday,
    "weekday_day": read_weekday_day,
    "weekdays": read_weekdays,
    "deictic": read_deictic,
    "day_before": read_day_before,
    "part_of_day": read_part_of_day,
    "tomorrow": read_tomorrow,
    "mention_day": read_mention_day,
    "hace": read_ago,
    "ago": read_ago,
    "later": read_later,
    "within": read_within,
    "lately": read_lately,
    "unit": read_unit,
    "unit_trail": read_unit,
    "start_of": read_start_of,
    "weekend": read_weekend,
    "quarter": read_quarter,
    "half": read_half,
    "season": read_season,
    "era": read_era,
    "century": read_century,
    "decade": read_decade,
    "year": read_year,
    "year_span": read_year_span,
    "months": read_months,
}
