"""decode(encode(x)) == x for claims, as stored and as they leave the system."""

from __future__ import annotations

from datetime import date
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

from recuento.export import claim_from_json, claim_json
from recuento.ledger.wire import decode, encode
from recuento.model import (
    Claim,
    Count,
    Counted,
    DayRange,
    Document,
    Figure,
    Motive,
    Place,
    Quote,
    Role,
    Span,
    Speaker,
    TriggerWords,
    When,
    Where,
)

TEXT = st.text(min_size=1, max_size=20)
MAYBE = st.one_of(st.none(), TEXT)
COORDINATE = st.one_of(st.none(), st.floats(-90, 90))
SPAN = st.tuples(st.integers(0, 500), st.integers(1, 50)).map(lambda at: Span(at[0], at[0] + at[1]))
COUNT = st.tuples(st.integers(0, 5000), st.one_of(st.none(), st.integers(0, 50))).map(
    lambda c: Count(c[0], None if c[1] is None else c[0] + c[1])
)
RANGE = st.tuples(st.dates(date(1990, 1, 1), date(2030, 1, 1)), st.integers(1, 400)).map(
    lambda d: DayRange(d[0], date.fromordinal(d[0].toordinal() + d[1]))
)
WHEN = st.builds(
    When, ranges=st.lists(RANGE, min_size=1, max_size=3).map(tuple), text=TEXT, span=SPAN, inherited=st.booleans()
)
PLACE = st.builds(
    Place, name=TEXT, admin1=MAYBE, admin1_code=st.none(), country=MAYBE, latitude=COORDINATE, longitude=COORDINATE,
    precision=st.sampled_from(["exact", "town", "municipality", "admin1", "country"]), id=MAYBE,
)  # fmt: skip
SPEAKER = st.builds(Speaker, text=TEXT, kind=st.just("official"), span=SPAN, inherited=st.booleans())
WHERE = st.builds(Where, place=PLACE, text=TEXT, span=SPAN, inherited=st.booleans())


@st.composite
def claims(draw: Any) -> Claim:
    words = draw(st.text(min_size=2, max_size=60))
    start = draw(st.integers(0, 300))
    at = draw(st.integers(0, len(words) - 1))
    figure = st.builds(
        Figure, count=COUNT, basis=st.sampled_from(["numeral", "singular", "named", "listed"]),
        span=st.just(Span(start + at, start + len(words))),
    )  # fmt: skip
    return draw(
        st.builds(
            Claim, id=TEXT, document=TEXT, account=TEXT, event=TEXT, tally=MAYBE, read_by=TEXT, part_of=MAYBE,
            unit=MAYBE,
            status=st.sampled_from(["occurred", "attempted", "planned", "ongoing", "denied", "unknown"]),
            certainty=st.sampled_from(["stated", "attributed", "alleged"]),
            how=st.sampled_from([None, "released", "rescued", "escaped"]),
            figure=st.one_of(st.none(), figure),
            scope=st.sampled_from([None, "total", "increment", "part", "aggregate"]),
            counted=st.builds(
                Counted, side=st.sampled_from(["civilian", "state", "armed_group", "unknown"]),
                role=st.sampled_from(["target", "perpetrator", "bystander", "unknown"]), force=MAYBE,
                sex=st.sampled_from([None, "female", "male"]),
                age_group=st.sampled_from([None, "adult", "minor", "mixed"]),
                occupation=MAYBE,
            ),
            roles=st.lists(st.builds(Role, role=st.just("target"), text=TEXT, span=SPAN, actor=MAYBE)).map(tuple),
            when=st.one_of(st.none(), WHEN), where=st.one_of(st.none(), WHERE),
            said_by=st.lists(SPEAKER, max_size=2).map(tuple),
            motive=st.one_of(st.none(), st.builds(Motive, text=TEXT, span=SPAN)),
            background=st.booleans(), retired=st.booleans(),
            trigger=st.one_of(st.none(), st.builds(TriggerWords, text=TEXT, span=SPAN)),
            quote=st.just(Quote(field="text", text=words, span=Span(start, start + len(words)))),
        )
    )  # fmt: skip


@settings(max_examples=60, deadline=None)
@given(claims())
def test_a_claim_survives_both_formats(claim: Claim) -> None:
    document = Document(id=claim.document, text="x", published_on=date(2024, 1, 1))
    assert claim_from_json(claim_json(claim, document)) == claim
    assert decode(encode(claim), Claim) == claim
    assert encode(decode(encode(claim), Claim)) == encode(claim)
