"""Tables of what was decided and of what was once so, for SQLAlchemy Core; `tables` has the others.

Decisions are only ever added, each with a hash that covers the one before. The histories keep since when and until when
this ledger held an incident as it was, so that a past moment can be asked after incidents have joined or split.
"""

from __future__ import annotations

from sqlalchemy import Column, ForeignKey, Index, Integer, String, Table, Text, text

from recuento.ledger.tables import ID, INSTANT, metadata

__all__ = ["account_history", "account_map", "correction", "decision", "incident_history", "reading", "searchable"]

decision = Table(
    "decision",
    metadata,
    Column("id", Integer, primary_key=True, autoincrement=False),
    Column("kind", String(16), nullable=False, index=True),
    Column("subject", String(160), nullable=False, index=True),
    Column("body", Text, nullable=False),
    Column("decided_by", Text, nullable=False),
    Column("why", Text, nullable=False),
    Column("decided_at", INSTANT, nullable=False),
    Column("undoes", Integer, index=True),
    Column("before", String(64), nullable=False),
    Column("hash", String(64), nullable=False),
)

# What a decision corrects: a claim, or an incident by the account that was its seed. Reading again adds rows for the
# claims and accounts that took the place of those corrected.
correction = Table(
    "correction",
    metadata,
    Column("id", Integer, primary_key=True, autoincrement=True),
    Column("decision", Integer, ForeignKey("decision.id"), nullable=False, index=True),
    Column("target", ID, nullable=False, index=True),
    Column("field", String(16), nullable=False),
    Column("body", Text, nullable=False),
    Column("recorded_at", INSTANT, nullable=False),
)

# What an earlier set of rules read in a report, whole, with the times between which this ledger held it.
reading = Table(
    "reading",
    metadata,
    Column("id", Integer, primary_key=True, autoincrement=True),
    Column("document", ID, ForeignKey("document.id"), nullable=False, index=True),
    Column("body", Text, nullable=False),
    Column("recorded_from", INSTANT, nullable=False),
    Column("recorded_to", INSTANT, nullable=False),
)

account_map = Table(
    "account_map",
    metadata,
    Column("old", ID, primary_key=True),
    Column("new", ID, primary_key=True, index=True),
    Column("recorded_at", INSTANT, nullable=False),
)

account_history = Table(
    "account_history",
    metadata,
    Column("id", Integer, primary_key=True, autoincrement=True),
    Column("account", ID, nullable=False),
    Column("incident", ID, nullable=False),
    Column("cause", String(64), nullable=False),
    Column("recorded_from", INSTANT, nullable=False, index=True),
    Column("recorded_to", INSTANT),
    Index("ix_account_history_incident_recorded", "incident", "recorded_from"),
    Index(
        "uq_account_history_live",
        "account",
        unique=True,
        sqlite_where=text("recorded_to IS NULL"),
        postgresql_where=text("recorded_to IS NULL"),
    ),
    Index("ix_account_history_account", "account"),
)

incident_history = Table(
    "incident_history",
    metadata,
    Column("id", Integer, primary_key=True, autoincrement=True),
    Column("incident", ID, nullable=False),
    Column("body", Text, nullable=False),
    Column("cause", String(64), nullable=False),
    Column("recorded_from", INSTANT, nullable=False),
    Column("recorded_to", INSTANT),
    Index("ix_incident_history_incident", "incident"),
    Index(
        "uq_incident_history_live",
        "incident",
        unique=True,
        sqlite_where=text("recorded_to IS NULL"),
        postgresql_where=text("recorded_to IS NULL"),
    ),
)

# Words of reports and claims, folded. The index over them is another for each database: see `searching`.
searchable = Table(
    "searchable",
    metadata,
    Column("id", Integer, primary_key=True, autoincrement=True),
    Column("kind", String(8), nullable=False),
    Column("ref", ID, nullable=False, index=True),
    Column("document", ID, ForeignKey("document.id"), nullable=False, index=True),
    Column("words", Text, nullable=False),
)
