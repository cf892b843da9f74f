"""Tables by which the incidents are listed, counted and reviewed, for SQLAlchemy Core; `tables` has the facts.

All in them is derived: one narrow row for each incident that a standing report tells of, and one for each of its
figures. A list of a hundred thousand incidents is filtered and counted on these rows alone.
"""

from __future__ import annotations

from sqlalchemy import BigInteger, Boolean, Column, Float, Index, Integer, String, Table, Text, text

from recuento.ledger.tables import DAY, ID, INSTANT, metadata

__all__ = ["LISTED", "incident_actor", "incident_listing", "review_item"]

# What can be several is one text: " killing abduction " with blanks around, "\nOutlet\n" with ends of lines.
incident_listing = Table(
    "incident_listing",
    metadata,
    Column("incident", ID, primary_key=True),
    Column("day", DAY, nullable=False),  # the first possible day; undated: of the first publication
    Column("last_day", DAY, nullable=False),
    Column("month", String(7)),  # "2024-03", where one span of days is meant
    Column("background", Boolean(create_constraint=False), nullable=False),
    Column("aggregate", Boolean(create_constraint=False), nullable=False),
    Column("certainty", String(16), nullable=False),
    Column("reviewed", String(8), nullable=False),
    Column("country", String(8)),
    Column("admin1", Text),
    Column("point", Text),  # "24.80,-107.40"; none of a place known only by its country
    Column("events", Text, nullable=False),
    Column("figures", Text, nullable=False),  # " killed/civilian wounded/unknown "
    Column("actors", Text, nullable=False),
    Column("sources", Text, nullable=False),
    Column("latitude", Float),
    Column("longitude", Float),
    Column("documents", Integer, nullable=False),
    Column("claims", Integer, nullable=False),
    Column("changed_at", INSTANT, nullable=False),
    Column("admin1_name", Text),
    Column("place_words", Text, nullable=False),
    Column("actor_words", Text, nullable=False),
    Column("contested", Boolean(create_constraint=False), nullable=False),
    Column("totals", Text, nullable=False),  # people: "killed/civilian=14:12:15 killed/=14:12:15", best, low, high
    Column("digest", BigInteger, nullable=False),  # of the row and of the incident's tellings: another when they moved
    Index("ix_incident_listing_day", "day", "incident", "background", "aggregate"),
    Index("ix_incident_listing_changed", "changed_at", "incident"),
    Index("ix_incident_listing_digest", "incident", "digest"),
)

# Figures that a person should see, campaign totals aside; ``rank`` counts from 0, what should be seen first.
review_item = Table(
    "review_item",
    metadata,
    Column("incident", ID, primary_key=True),
    Column("tally", String(16), primary_key=True),
    Column("side", String(16), primary_key=True),
    Column("unit", Text, primary_key=True),
    Column("done", Boolean(create_constraint=False), nullable=False),
    Column("rank", Integer, nullable=False),
    Column("as_of", DAY, nullable=False),
    Index("ix_review_item_waiting", "done", "rank", text("as_of DESC"), "incident", "tally", "side", "unit"),
)

# The actors that each incident names. ``words``: the name folded, for searching; ``parts``: "perpetrator target".
incident_actor = Table(
    "incident_actor",
    metadata,
    Column("incident", ID, primary_key=True),
    Column("actor", String(120), primary_key=True),
    Column("kind", String(8), nullable=False),
    Column("name", Text, nullable=False),
    Column("words", Text, nullable=False),
    Column("parts", Text, nullable=False),
    Column("claims", Integer, nullable=False),
    Index("ix_incident_actor_actor", "actor", "incident"),
)

LISTED = (review_item, incident_actor, incident_listing)
"""Tables that can be dropped and built again from the rest."""
