"""The claim as it leaves the system, and back: one JSON object a line."""

from __future__ import annotations

from collections.abc import Container, Iterable, Iterator
from pathlib import Path

import msgspec

from recuento.errors import InputError, OptionError
from recuento.export.wire import (
    ClaimOut,
    CountedOut,
    CountOut,
    MotiveOut,
    QuoteOut,
    RoleOut,
    SpeakerOut,
    TriggerOut,
    WhenOut,
    WhereOut,
)
from recuento.model import (
    Claim,
    Coding,
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

__all__ = ["claim_from_json", "claim_json", "claim_lines", "claim_to_wire", "write_claims"]


def claim_to_wire(claim: Claim, document: Document) -> ClaimOut:
    """Return the claim in the interchange format; ``document`` is the report that makes it."""
    return ClaimOut(
        id=claim.id,
        document=claim.document,
        account=claim.account,
        source_path=document.source_path,
        event=claim.event,
        status=claim.status,
        certainty=claim.certainty,
        tally=claim.tally,
        how=claim.how,
        count=_count(claim.figure) if claim.figure else None,
        scope=claim.scope,
        part_of=claim.part_of,
        unit=claim.unit,
        counted=_counted(claim.counted),
        roles=[_role(role) for role in claim.roles],
        when=_when(claim.when) if claim.when else None,
        where=_where(claim.where) if claim.where else None,
        said_by=[_speaker(speaker) for speaker in claim.said_by],
        motive=_motive(claim.motive) if claim.motive else None,
        background=claim.background,
        quote=_quote(claim.quote),
        read_by=claim.read_by,
        trigger=_trigger(claim.trigger) if claim.trigger else msgspec.UNSET,
        retired=True if claim.retired else msgspec.UNSET,
    )


def claim_json(claim: Claim, document: Document) -> bytes:
    """Return one claim as one line of JSON, without its line end."""
    return msgspec.json.encode(claim_to_wire(claim, document))


def claim_lines(claims: Iterable[tuple[Claim, Document]], reviewed: Container[str] | None = None) -> Iterator[bytes]:
    """Yield each claim as a line of JSON with its line end; marked where the ids of those ``reviewed`` are given."""
    for claim, document in claims:
        told = claim_to_wire(claim, document)
        if reviewed is not None:
            told = msgspec.structs.replace(told, reviewed=claim.id in reviewed)
        yield msgspec.json.encode(told) + b"\n"


def write_claims(codings: Iterable[Coding], path: Path) -> int:
    """Write the claims of the reports to ``path``, one a line, and return how many.

    An older file of that name stays until all is there.

    Raises:
        OptionError: the file cannot be written.
    """
    part = path.with_name(f"{path.name}.part")
    written = 0
    try:
        with part.open("wb") as out:
            for coding in codings:
                for line in claim_lines((claim, coding.document) for claim in coding.claims):
                    out.write(line)
                    written += 1
        part.replace(path)
    except OSError as why:
        raise OptionError(f"{path}: the claims cannot be written there ({why.strerror})") from why
    return written


def claim_from_json(line: bytes | str) -> Claim:
    """Return the claim that `claim_json` wrote; the code of its state, which the format leaves out, is None.

    Raises:
        InputError: not a claim of the interchange format.
    """
    try:
        wire = msgspec.json.decode(line, type=ClaimOut)
        return _claim(wire)
    except (msgspec.DecodeError, ValueError) as why:
        raise InputError(f"not a claim: {why}") from why


def _count(figure: Figure) -> CountOut:
    count, span = figure.count, figure.span
    return CountOut(at_least=count.at_least, at_most=count.at_most, basis=figure.basis, start=span.start, end=span.end)


def _counted(counted: Counted) -> CountedOut:
    return CountedOut(
        side=counted.side,
        role=counted.role,
        force=counted.force,
        sex=counted.sex,
        age_group=counted.age_group,
        occupation=counted.occupation,
    )


def _role(role: Role) -> RoleOut:
    return RoleOut(
        role=role.role,
        text=role.text,
        start=role.span.start,
        end=role.span.end,
        actor=role.actor,
        inherited=True if role.inherited else msgspec.UNSET,
    )


def _when(when: When) -> WhenOut:
    ranges = [(r.first, r.after) for r in when.ranges]
    return WhenOut(ranges=ranges, text=when.text, start=when.span.start, end=when.span.end, inherited=when.inherited)


def _where(where: Where) -> WhereOut:
    place = where.place
    return WhereOut(
        name=place.name,
        admin1=place.admin1,
        country=place.country,
        latitude=place.latitude,
        longitude=place.longitude,
        precision=place.precision,
        id=place.id,
        text=where.text,
        start=where.span.start,
        end=where.span.end,
        inherited=where.inherited,
    )


def _speaker(speaker: Speaker) -> SpeakerOut:
    return SpeakerOut(
        text=speaker.text,
        kind=speaker.kind,
        start=speaker.span.start,
        end=speaker.span.end,
        inherited=True if speaker.inherited else msgspec.UNSET,
    )


def _motive(motive: Motive) -> MotiveOut:
    return MotiveOut(text=motive.text, start=motive.span.start, end=motive.span.end)


def _trigger(trigger: TriggerWords) -> TriggerOut:
    return TriggerOut(text=trigger.text, start=trigger.span.start, end=trigger.span.end)


def _quote(quote: Quote) -> QuoteOut:
    return QuoteOut(field=quote.field, text=quote.text, start=quote.span.start, end=quote.span.end)


def _claim(wire: ClaimOut) -> Claim:
    return Claim(
        id=wire.id,
        document=wire.document,
        account=wire.account,
        event=wire.event,
        status=wire.status,
        certainty=wire.certainty,
        tally=wire.tally,
        how=wire.how,
        figure=_figure_from(wire.count) if wire.count else None,
        scope=wire.scope,
        part_of=wire.part_of,
        unit=wire.unit,
        counted=_counted_from(wire.counted),
        roles=tuple(_party(role) for role in wire.roles),
        when=_when_from(wire.when) if wire.when else None,
        where=_where_from(wire.where) if wire.where else None,
        said_by=tuple(_speaker_from(speaker) for speaker in wire.said_by),
        motive=Motive(text=wire.motive.text, span=Span(wire.motive.start, wire.motive.end)) if wire.motive else None,
        background=wire.background,
        quote=Quote(field=wire.quote.field, text=wire.quote.text, span=Span(wire.quote.start, wire.quote.end)),
        read_by=wire.read_by,
        trigger=_trigger_from(wire.trigger) if isinstance(wire.trigger, TriggerOut) else None,
        retired=wire.retired is True,
    )


def _figure_from(wire: CountOut) -> Figure:
    return Figure(count=Count(wire.at_least, wire.at_most), basis=wire.basis, span=Span(wire.start, wire.end))


def _trigger_from(wire: TriggerOut) -> TriggerWords:
    return TriggerWords(text=wire.text, span=Span(wire.start, wire.end))


def _counted_from(wire: CountedOut) -> Counted:
    return Counted(
        side=wire.side,
        role=wire.role,
        force=wire.force,
        sex=wire.sex,
        age_group=wire.age_group,
        occupation=wire.occupation,
    )


def _speaker_from(wire: SpeakerOut) -> Speaker:
    return Speaker(text=wire.text, kind=wire.kind, span=Span(wire.start, wire.end), inherited=wire.inherited is True)


def _when_from(wire: WhenOut) -> When:
    ranges = tuple(DayRange(first, after) for first, after in wire.ranges)
    return When(ranges=ranges, text=wire.text, span=Span(wire.start, wire.end), inherited=wire.inherited)


def _where_from(wire: WhereOut) -> Where:
    place = Place(
        name=wire.name,
        admin1=wire.admin1,
        country=wire.country,
        latitude=wire.latitude,
        longitude=wire.longitude,
        precision=wire.precision,
        id=wire.id,
    )
    return Where(place=place, text=wire.text, span=Span(wire.start, wire.end), inherited=wire.inherited)


def _party(wire: RoleOut) -> Role:
    span = Span(wire.start, wire.end)
    return Role(role=wire.role, text=wire.text, span=span, actor=wire.actor, inherited=wire.inherited is True)
