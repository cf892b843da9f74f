"""What the gate measures: which rows of which set, with which task, and which figures of the score count."""

from __future__ import annotations

from dataclasses import dataclass

__all__ = ["SUITES", "Figure", "Suite"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Figure:
    """One figure of a score.

    Attributes:
        path: keys that lead to it in the scorer's answer; a list there counts its members.
        margin: how far short of today's value its bound is set; wider where few rows decide.
        ceiling: less is better.
        per: what it is divided by, None for nothing.
    """

    name: str
    path: tuple[str, ...]
    margin: float = 1.0
    ceiling: bool = False
    per: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Suite:
    """One set with its task. Paths are under ``../shared``.

    Attributes:
        gold: the labelled rows; ``given`` are the rows to read where they are in another file or folder.
        beside: a second file of labels that the scorer wants.
        language: only rows with this ``lang``.
        every: only each so-manieth row.
    """

    name: str
    task: str
    gold: str
    figures: tuple[Figure, ...]
    given: str | None = None
    beside: str | None = None
    language: str | None = None
    every: int = 1


def _facts(articles: int, margin: float) -> tuple[Figure, ...]:
    slots = ("date", "place", "actor", "source", "status", "scope")
    return (
        Figure(name="recall", path=("recall",), margin=margin),
        Figure(name="background", path=("background_recall",), margin=2 * margin),
        Figure(name="figures.precision", path=("figures", "p"), margin=margin),
        Figure(name="figures.recall", path=("figures", "r"), margin=margin),
        *(Figure(name=slot, path=("slots", slot), margin=margin) for slot in slots),
        Figure(
            name="false_events_per_article", path=("events_without_figure", "matching_no_fact"),
            margin=0.2, ceiling=True, per=articles,
        ),
        Figure(name="never", path=("never_broken",), margin=0, ceiling=True),
    )  # fmt: skip


def _headlines(language: str) -> tuple[Figure, ...]:
    return (
        Figure(name="exact", path=(language, "exact")),
        Figure(name="exact_two_or_more_stated", path=(language, "exact_two_or_more_stated")),
        Figure(name="exact_when_said", path=(language, "exact_when_said")),
    )


def _places(*, located: bool) -> tuple[Figure, ...]:
    spans = Figure(name="spans", path=("spans", "f"))
    return (spans, Figure(name="within_161_km", path=("within_161_km_of_matched",))) if located else (spans,)


_VALUE = (Figure(name="value", path=("value",)),)

SUITES: tuple[Suite, ...] = (
    # The longest first: two processes then end at about the same time.
    Suite(
        name="incidents", task="incidents", gold="bench/gva/dev.documents.jsonl",
        beside="bench/gva/dev.incidents.jsonl",
        figures=(
            Figure(name="b3", path=("b3",), margin=0.5),
            Figure(name="conll", path=("conll",), margin=0.5),
            Figure(name="killed_exact", path=("killed_exact",)),
            Figure(name="injured_exact", path=("injured_exact",)),
            Figure(name="both_exact", path=("both_exact",)),
            Figure(name="killed_toll_bias", path=("killed_toll_bias",), margin=1.0, ceiling=True),
        ),
    ),
    Suite(
        name="headlines.es", task="headlines", gold="bench/headlines/ucdp_mx_dev.jsonl",
        language="es", every=2, figures=_headlines("es"),
    ),
    Suite(
        name="facts.es", task="facts", gold="bench/facts/dev.gold.jsonl", given="bench/facts/dev.reports.jsonl",
        language="es", figures=_facts(41, 1.5),
    ),
    Suite(
        name="facts.en", task="facts", gold="bench/facts/dev.gold.jsonl", given="bench/facts/dev.reports.jsonl",
        language="en", figures=_facts(24, 1.5),
    ),
    Suite(name="places.geovirus", task="places", gold="bench/places/geovirus.jsonl", figures=_places(located=True)),
    Suite(
        name="places.cegeomex", task="places", gold="bench/places/cegeomex_dev.jsonl", every=5,
        figures=_places(located=False),
    ),
    Suite(name="places.lgl", task="places", gold="bench/places/lgl.jsonl", every=6, figures=_places(located=True)),
    Suite(
        name="headlines.en", task="headlines", gold="bench/headlines/ucdp_mx_dev.jsonl",
        language="en", every=2, figures=_headlines("en"),
    ),
    Suite(
        name="spanish", task="spanish", gold="bench/es_fight/dev.jsonl",
        figures=(
            Figure(name="found", path=("events_found",)),
            Figure(name="both_sides", path=("with_both_sides_right",)),
            Figure(name="extra_per_100", path=("extra_per_100_sentences",), margin=2, ceiling=True),
        ),
    ),
    Suite(
        name="two_reports", task="facts", gold="bench/facts/two_reports.gold.jsonl", given="reports",
        figures=_facts(2, 0),
    ),
    Suite(
        name="tolls", task="tolls", gold="bench/timelines/dev.gold.jsonl", given="bench/timelines/dev.reports.jsonl",
        figures=(
            Figure(name="exact", path=("exact",), margin=3),
            Figure(name="inside_low_high", path=("inside_low_high",), margin=3),
            Figure(name="pairs_found", path=("pairs_of_reports", "found"), margin=3),
            Figure(name="pairs_right", path=("pairs_of_reports", "right_of_said")),
        ),
    ),
    Suite(name="dates.wikiwars_en", task="dates", gold="bench/dates/wikiwars_en.jsonl", figures=_VALUE),
    Suite(name="dates.meantime_es", task="dates", gold="bench/dates/meantime_es_timex.jsonl", figures=_VALUE),
    Suite(name="dates.timebank_es", task="dates", gold="bench/dates/timebank_es_train.jsonl", figures=_VALUE),
)  # fmt: skip
