"""What one report says, one statement and at most one figure at a time."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Literal

from recuento.model.count import Count
from recuento.model.days import DayRange
from recuento.model.document import Field
from recuento.model.passage import Passage
from recuento.model.place import Place
from recuento.model.span import Span

__all__ = [
    "Account",
    "AgeGroup",
    "Basis",
    "Certainty",
    "Claim",
    "Counted",
    "Figure",
    "How",
    "Motive",
    "PartyRole",
    "Quote",
    "Relation",
    "Role",
    "RoleName",
    "Scope",
    "Side",
    "Speaker",
    "SpeakerKind",
    "Status",
    "Tie",
    "TriggerWords",
    "When",
    "Where",
]

Status = Literal["occurred", "attempted", "planned", "ongoing", "denied", "unknown"]
Certainty = Literal["stated", "attributed", "alleged"]
Scope = Literal["total", "increment", "part", "aggregate"]
Basis = Literal["numeral", "singular", "named", "listed"]
How = Literal["released", "rescued", "escaped"]
Side = Literal["civilian", "state", "armed_group", "unknown"]
PartyRole = Literal["target", "perpetrator", "bystander", "unknown"]
AgeGroup = Literal["adult", "minor", "mixed"]
RoleName = Literal["perpetrator", "target", "authority", "claimant", "instrument", "beneficiary"]
SpeakerKind = Literal["official", "security_force", "group", "witness", "outlet", "court", "other"]
Tie = Literal["kin", "member_of", "leads", "faction_of", "works_for", "custody_of", "holds_office"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Quote:
    """The words that state a claim: exactly ``field[span]``, a clause rather than a paragraph."""

    field: Field
    text: str
    span: Span


@dataclass(frozen=True, slots=True, kw_only=True)
class Figure:
    """A count and the words it was read from; ``span`` lies inside the claim's quote."""

    count: Count
    basis: Basis
    span: Span


@dataclass(frozen=True, slots=True, kw_only=True)
class Counted:
    """Who is counted. ``force`` and ``occupation`` are as said, lemmatised; None where the report does not say."""

    side: Side = "unknown"
    role: PartyRole = "unknown"
    force: str | None = None
    sex: Literal["female", "male"] | None = None
    age_group: AgeGroup | None = None
    occupation: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Role:
    """Someone or something that took part. ``actor`` is an actor id where the name is known to the registry.

    ``inherited``: named in another sentence of the account, as in `When`; ``span`` lies there.
    """

    role: RoleName
    text: str
    span: Span
    actor: str | None = None
    inherited: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class When:
    """Days a claim can mean; several ranges are candidates of which one is meant.

    ``inherited``: found elsewhere in the account, not in the claim's own sentence. ``span`` is None only when the day
    was taken from no words at all, which never happens today.
    """

    ranges: tuple[DayRange, ...]
    text: str
    span: Span
    inherited: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Where:
    """Place of the event, with the words; ``inherited`` as in `When`."""

    place: Place
    text: str
    span: Span
    inherited: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Speaker:
    """Who says so; a chain lists the nearest speaker first. ``inherited``: named in a sentence nearby, as in `When`."""

    text: str
    kind: SpeakerKind
    span: Span
    inherited: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Motive:
    """The reason that the report gives, in its words."""

    text: str
    span: Span


@dataclass(frozen=True, slots=True, kw_only=True)
class TriggerWords:
    """The words by which a rule knew the event ("was shot dead", "dieron muerte"), in the field of the quote."""

    text: str
    span: Span


@dataclass(frozen=True, slots=True, kw_only=True)
class Claim:
    """One statement of one report. See the interchange format in ``docs/claims.md``.

    Attributes:
        event: code from ``lexicon/shared/codebook.toml``.
        tally: which count it feeds, or None for an event with no figure to keep.
        figure: None when no figure is said.
        unit: what is counted, lemmatised in the report's language; None with no figure.
        part_of: id of the claim whose figure this one is a part of.
        background: older or general context by the account's own time.
        trigger: the words that tell of the event; None where no rule read the claim. Far down a list of victims they
            stand outside the quote.
        retired: the report itself withdraws the figure ("officials had said 129"); it never sets a tally.
        read_by: id of the rule, or model@version.
    """

    id: str
    document: str
    account: str
    event: str
    status: Status
    certainty: Certainty
    tally: str | None
    how: How | None
    figure: Figure | None
    scope: Scope | None
    part_of: str | None
    unit: str | None
    counted: Counted
    roles: tuple[Role, ...]
    when: When | None
    where: Where | None
    said_by: tuple[Speaker, ...]
    motive: Motive | None
    background: bool
    quote: Quote
    read_by: str
    trigger: TriggerWords | None = None
    retired: bool = False

    def __post_init__(self) -> None:
        if self.figure is not None and not self.quote.span.covers(self.figure.span):
            raise ValueError(f"claim {self.id}: its quote does not hold the words of its figure")
        if len(self.quote.text) != len(self.quote.span):
            raise ValueError(f"claim {self.id}: quote and span differ in length")


@dataclass(frozen=True, slots=True, kw_only=True)
class Account:
    """One report's telling of one incident.

    ``published_on`` is that of the document. ``claims`` are in text order. ``when`` and ``where`` are the account's
    own, from which its claims inherit. ``family`` is a family of the codebook. ``aggregate`` accounts (a period or an
    area, no one incident) are kept and shown, never linked. ``passage`` is the wording by which linking knows the
    telling again; None where it was not kept.
    """

    id: str
    document: str
    published_on: date
    family: str
    claims: tuple[Claim, ...]
    when: When | None = None
    where: Where | None = None
    background: bool = False
    aggregate: bool = False
    passage: Passage | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Relation:
    """A tie between two actors, with its words. ``detail`` is the kinship term or the office ("son", "governor")."""

    document: str
    subject: str
    tie: Tie
    object: str
    detail: str | None
    certainty: Certainty
    quote: Quote
