"""The tables, for SQLAlchemy Core. Migrations create them; a test proves that both agree.

Days and instants are text in ISO form, so that text order is time order on every database: days "2024-03-26",
instants UTC with microseconds. Facts (document, claim, account, relation, unread, account_tie) and decisions
(judgement, entry) are only ever added; incident, incident_account and incident_alias are derived from them.
"""

from __future__ import annotations

from sqlalchemy import (
    Boolean,
    CheckConstraint,
    Column,
    Float,
    ForeignKey,
    Index,
    Integer,
    MetaData,
    String,
    Table,
    Text,
    UniqueConstraint,
    text,
)

__all__ = [
    "DAY",
    "DERIVED",
    "ID",
    "INSTANT",
    "account",
    "account_key",
    "account_tie",
    "claim",
    "document",
    "entry",
    "incident",
    "incident_account",
    "incident_alias",
    "judgement",
    "meta",
    "metadata",
    "relation",
    "unread",
]

metadata = MetaData(
    naming_convention={
        "pk": "pk_%(table_name)s",
        "fk": "fk_%(table_name)s_%(column_0_name)s",
        "uq": "uq_%(table_name)s_%(column_0_name)s",
        "ix": "ix_%(table_name)s_%(column_0_name)s",
        "ck": "ck_%(table_name)s_%(constraint_name)s",
    }
)

ID = String(32)
DAY = String(10)
INSTANT = String(32)

meta = Table("meta", metadata, Column("key", String(64), primary_key=True), Column("value", Text, nullable=False))

document = Table(
    "document",
    metadata,
    Column("id", ID, primary_key=True),
    Column("sha256", String(64), nullable=False),
    Column("published_on", DAY, nullable=False, index=True),
    Column("source", Text),
    Column("publisher", Text),
    Column("language", String(8)),
    Column("title", Text),
    Column("dateline", Text),
    Column("fetched_at", INSTANT),
    Column("source_path", Text),
    Column("external_id", Text),
    Column("text", Text, nullable=False),
    Column("recorded_at", INSTANT, nullable=False),
    Column("address", Text, index=True),  # the page it stood on, by which its versions know each other
)

account = Table(
    "account",
    metadata,
    Column("id", ID, primary_key=True),
    Column("document", ID, ForeignKey("document.id"), nullable=False, index=True),
    Column("position", Integer, nullable=False),
    Column("published_on", DAY, nullable=False),
    Column("family", String(32), nullable=False),
    Column("background", Boolean(create_constraint=False), nullable=False),
    Column("aggregate", Boolean(create_constraint=False), nullable=False),
    Column("body", Text, nullable=False),
    Column("retired_at", INSTANT),  # since when the present reading of its report no longer tells of it
    # Those that do not count any more, few: the column stands behind the body, which would be read past to ask it.
    Index(
        "uq_account_retired",
        "id",
        unique=True,
        sqlite_where=text("retired_at IS NOT NULL"),
        postgresql_where=text("retired_at IS NOT NULL"),
    ),
)

claim = Table(
    "claim",
    metadata,
    Column("id", ID, primary_key=True),
    Column("document", ID, ForeignKey("document.id"), nullable=False, index=True),
    Column("account", ID, ForeignKey("account.id"), nullable=False, index=True),
    Column("position", Integer, nullable=False),
    Column("event", String(32), nullable=False, index=True),
    Column("status", String(16), nullable=False),
    Column("certainty", String(16), nullable=False),
    Column("tally", String(16), index=True),
    Column("at_least", Integer),
    Column("at_most", Integer),
    Column("scope", String(16)),
    Column("side", String(16), nullable=False),
    Column("unit", Text),
    Column("quote", Text, nullable=False),
    Column("read_by", Text, nullable=False),
    Column("body", Text, nullable=False),
)

relation = Table(
    "relation",
    metadata,
    Column("document", ID, ForeignKey("document.id"), primary_key=True),
    Column("position", Integer, primary_key=True),
    Column("subject", Text, nullable=False),
    Column("tie", String(16), nullable=False),
    Column("object", Text, nullable=False),
    Column("body", Text, nullable=False),
)

unread = Table(
    "unread",
    metadata,
    Column("document", ID, ForeignKey("document.id"), primary_key=True),
    Column("position", Integer, primary_key=True),
    Column("reason", Text, nullable=False),
    Column("body", Text, nullable=False),
)

# Keys under which linking finds an account again; what they mean is known to `link` alone.
account_key = Table(
    "account_key",
    metadata,
    Column("key", String(120), primary_key=True),
    Column("account", ID, ForeignKey("account.id"), primary_key=True),
    sqlite_with_rowid=False,  # its key is all there is to it: kept once, not in a table and in an index
)

# Ties hold between accounts of one report, so they never need to be worked out again when incidents join or split.
account_tie = Table(
    "account_tie",
    metadata,
    Column("subject", ID, ForeignKey("account.id"), primary_key=True),
    Column("tie", String(16), primary_key=True),
    Column("object", ID, ForeignKey("account.id"), primary_key=True, index=True),
    Column("reason", Text, nullable=False),
    Column("recorded_at", INSTANT),
    Column("void_at", INSTANT),  # since when its report is read otherwise
)

judgement = Table(
    "judgement",
    metadata,
    Column("id", Integer, primary_key=True, autoincrement=True),
    Column("a", ID, ForeignKey("account.id"), nullable=False),
    Column("b", ID, ForeignKey("account.id"), nullable=False, index=True),
    Column("verdict", String(16), nullable=False),
    Column("score", Float, nullable=False),
    Column("parts", Text, nullable=False),
    Column("decided_by", Text, nullable=False),
    Column("decided_at", INSTANT, nullable=False),
    Column("by_person", Boolean(create_constraint=False), nullable=False),
    Column("decision", Integer),  # the person's decision that it carries out
    Column("void_at", INSTANT),  # since when it no longer counts: an account was read again, and judged anew
    UniqueConstraint("a", "b", "decided_by", "decided_at"),
    CheckConstraint("a < b", name="ordered"),
)

incident = Table(
    "incident",
    metadata,
    Column("id", ID, primary_key=True),
    Column("family", String(32), nullable=False),
    Column("events", Text, nullable=False),
    Column("first_day", DAY),
    Column("after_day", DAY),
    Column("first_published", DAY, nullable=False),
    Column("background", Boolean(create_constraint=False), nullable=False),
    Column("aggregate", Boolean(create_constraint=False), nullable=False),
    Column("place_words", Text, nullable=False),
    Column("actor_words", Text, nullable=False),
    Column("body", Text, nullable=False),
)

incident_account = Table(
    "incident_account",
    metadata,
    Column("account", ID, ForeignKey("account.id"), primary_key=True),
    Column("incident", ID, ForeignKey("incident.id"), nullable=False, index=True),
)

incident_alias = Table(
    "incident_alias",
    metadata,
    Column("alias", ID, primary_key=True),
    Column("incident", ID, ForeignKey("incident.id"), nullable=False, index=True),
)

entry = Table(
    "entry",
    metadata,
    Column("id", Integer, primary_key=True, autoincrement=True),
    Column("incident", ID, nullable=False),  # no foreign key: an entry outlives the incident it spoke of
    Column("tally", String(16), nullable=False),
    Column("side", String(16), nullable=False),
    Column("unit", Text, nullable=False),
    Column("as_of", DAY, nullable=False),
    Column("at_least", Integer, nullable=False),
    Column("at_most", Integer),
    Column("low", Integer, nullable=False),
    Column("high", Integer),
    Column("sources", Integer, nullable=False),
    Column("rule", Text, nullable=False),
    Column("body", Text, nullable=False),
    Column("recorded_from", INSTANT, nullable=False),
    Column("recorded_to", INSTANT),
    Column("cause", String(64)),  # the step that added it: "report:d-…", "decision:7", "reread:2", "replay"
    Index("ix_entry_incident_recorded", "incident", "recorded_from"),
    Index(
        "uq_entry_live",
        "incident",
        "tally",
        "side",
        "unit",
        "as_of",
        unique=True,
        sqlite_where=text("recorded_to IS NULL"),
        postgresql_where=text("recorded_to IS NULL"),
    ),
)

DERIVED = (incident_alias, incident_account, incident)
"""Tables that can be dropped and built again from the rest; in an order that foreign keys allow."""
