"""After the rules changed: what moved because of them, told apart; a person's word stays with its words."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace

import pytest
from tests import stories
from tests.builders import report, told
from tests.ledger.filling import at, filled
from tests.properties.test_incident_laws import BRIDGE

from recuento import answers
from recuento.deciding import Which, correct, judge, undo, withdraw
from recuento.errors import UnknownId
from recuento.ledger import Clocks, Ledger
from recuento.model import Account, Claim, Coding, Count, Document, Rejected
from recuento.model.ids import account_id, claim_id
from recuento.pipeline import Coder
from recuento.recording import record_coding
from recuento.rereading import reread

STORY = (stories.FRIDAY, stories.GOVERNOR_SATURDAY, stories.TUESDAY)
ANA = {"by": "Ana Prueba", "why": "read it"}


def rules(*codings: Coding) -> Coder:
    """Return a coder that reads these reports as given."""
    by_id = {coding.document.id: coding for coding in codings}

    def code(reports: Iterable[tuple[str, Document]]) -> Iterator[Coding | Rejected]:
        yield from (by_id[document.id] for _, document in reports)

    return code


def with_claims(coding: Coding, change: Callable[[Claim], Claim]) -> Coding:
    accounts = tuple(replace(a, claims=tuple(change(c) for c in a.claims)) for a in coding.accounts)
    return replace(coding, accounts=accounts, claims=tuple(c for a in accounts for c in a.claims))


def figure(number: int) -> Callable[[Claim], Claim]:
    def change(claim: Claim) -> Claim:
        return replace(claim, figure=replace(claim.figure, count=Count.exactly(number)))

    return change


def figures(ledger: Ledger) -> list[list[tuple[object, ...]]]:
    return [[(e.tally, e.best, e.rests_on) for e in row.entries] for row in ledger.incidents()]


def renamed(coding: Coding, family: str = "fate") -> Coding:
    """Return a coding whose accounts and claims have other ids: another family, quotes that begin later."""

    def account(old: Account) -> Account:
        name = account_id(old.document, family, 1)
        return replace(old, id=name, family=family, claims=tuple(claim(c, name) for c in old.claims))

    def claim(old: Claim, home: str) -> Claim:
        span = replace(old.quote.span, start=old.quote.span.start + 1)
        quote = replace(old.quote, text=old.quote.text[1:], span=span)
        figure_span = old.figure.span if old.figure else None
        if figure_span is not None and figure_span.start < span.start:
            quote = old.quote
        name = claim_id(old.document, "text", quote.span.start, old.event, f"{old.tally}*", figure_span)
        return replace(old, id=name, account=home, quote=quote)

    accounts = tuple(account(each) for each in coding.accounts)
    return replace(coding, accounts=accounts, claims=tuple(c for a in accounts for c in a.claims))


def test_nothing_changes_where_the_rules_read_the_same() -> None:
    with filled(*STORY) as ledger:
        before = ledger.incidents()
        done = reread(ledger, code=rules(*STORY), at=at(9))
        assert (done.documents, done.changed, done.changes.incidents) == (3, 0, ())
        assert ledger.incidents() == before


def test_what_moved_because_of_the_rules_is_told_apart_from_news() -> None:
    with filled(stories.FRIDAY, stories.CLASH) as ledger:
        done = reread(ledger, code=rules(with_claims(stories.FRIDAY, figure(16)), stories.CLASH), at=at(9))
        assert (done.documents, done.changed, done.claims_before, done.claims_after) == (2, 1, 1, 1)
        (one,) = done.changes.incidents
        (moved,) = one.figures
        assert (moved.before, moved.after, moved.causes) == ((Count.exactly(15),), Count.exactly(16), ("reread:1",))
        record_coding(ledger, stories.GOVERNOR_SATURDAY, at=at(10))
        causes = [c for o in ledger.changes(at(5)).incidents for f in o.figures for c in f.causes]
        assert {c.partition(":")[0] for c in causes} == {"reread", "report"}
        held = ledger.incident(one.incident.id, ledger_as_of=at(5))
        assert held.claims[0].figure.count == Count.exactly(15)
        assert held.entries[0].best == Count.exactly(15)


def test_a_reread_ledger_is_the_ledger_that_the_new_rules_would_have_made() -> None:
    new = (renamed(stories.FRIDAY), with_claims(stories.GOVERNOR_SATURDAY, figure(60)), stories.TUESDAY, *BRIDGE)
    with filled(*STORY, *BRIDGE) as ledger, filled(*new) as fresh:
        reread(ledger, code=rules(*new), at=at(20))
        assert [replace(r.incident, aliases=()) for r in ledger.incidents()] == [
            replace(r.incident, aliases=()) for r in fresh.incidents()
        ]
        seen, meant = (
            [[(e.tally, e.best, e.rests_on) for e in r.entries] for r in x.incidents()] for x in (ledger, fresh)
        )
        assert seen == meant
        assert [c.accounts for c in ledger.codings()] == [c.accounts for c in fresh.codings()]


def test_every_id_that_was_shown_still_leads_to_its_incident() -> None:
    with filled(*STORY) as ledger:
        (row,) = ledger.incidents()
        shown = (row.incident.id, *row.incident.aliases, *row.incident.accounts)
        before = answers.incident(ledger, row.incident.id, Clocks(ledger_as_of=at(5)))
        reread(ledger, code=rules(*(renamed(coding) for coding in STORY)), at=at(9))
        reread(ledger, code=rules(*(renamed(coding, "justice") for coding in STORY)), at=at(10))
        (now,) = ledger.incidents()
        assert now.incident.id not in shown
        assert {ledger.incident(name).incident.id for name in shown} == {now.incident.id}
        held = answers.incident(ledger, row.incident.id, Clocks(ledger_as_of=at(5)))
        assert (held.incident, held.claims) == (before.incident, before.claims)
        assert [(e.as_of, e.best, e.rests_on) for e in held.series] == [
            (e.as_of, e.best, e.rests_on) for e in before.series
        ]
        reread(ledger, code=rules(*STORY), at=at(11))
        assert {ledger.incident(name).incident.id for name in (*shown, now.incident.id)} == {row.incident.id}


def test_corrections_stay_with_their_words() -> None:
    with filled(*STORY) as ledger:
        claim = next(c for c in stories.GOVERNOR_SATURDAY.claims if c.tally == "abducted")
        correct(ledger, claim.id, "figure", "60", **ANA, at=at(5))
        (name,) = (row.incident.id for row in ledger.incidents())
        correct(ledger, name, "figure", "50", which=Which(tally="freed"), **ANA, at=at(6))
        done = reread(ledger, code=rules(*(renamed(coding) for coding in STORY)), at=at(9))
        assert (done.carried, done.lost) == (2, ())
        held = {(e.tally, e.best.exact) for e in ledger.incident(name).entries if e.side == "civilian"}
        assert held == {("abducted", 60), ("freed", 50)}
        undo(ledger, 1, **ANA, at=at(10))
        held = {(e.tally, e.best.exact) for e in ledger.incident(name).entries if e.side == "civilian"}
        assert held == {("abducted", 66), ("freed", 50)}


def test_a_correction_whose_words_give_nothing_any_more_is_named_and_comes_back_with_them() -> None:
    silent = replace(stories.FRIDAY, claims=(), accounts=())
    with filled(stories.FRIDAY) as ledger:
        claim = stories.FRIDAY.claims[0].id
        name = ledger.incidents()[0].incident.id
        correct(ledger, claim, "figure", "14", **ANA, at=at(5))
        done = reread(ledger, code=rules(silent), at=at(9))
        assert done.lost == (1,)
        assert done.changes.gone == (name,)
        assert ledger.incidents() == ()
        with pytest.raises(UnknownId, match="no report is read to tell of it any more"):
            ledger.incident(name)
        reread(ledger, code=rules(stories.FRIDAY), at=at(10))
        assert ledger.incident(name).entries[0].best == Count.exactly(14)


def test_judgements_stay_with_the_tellings_they_were_made_on() -> None:
    codings = (BRIDGE[0], BRIDGE[4])
    with filled(*codings) as ledger:
        names = tuple(row.incident.id for row in ledger.incidents())
        judge(ledger, names, "same", **ANA, at=at(5))
        reread(ledger, code=rules(*(renamed(coding) for coding in codings)), at=at(9))
        (row,) = ledger.incidents()
        assert len(row.incident.accounts) == 2
        undo(ledger, 1, **ANA, at=at(10))
        assert len(ledger.incidents()) == 2


def test_a_withdrawn_report_stays_withdrawn() -> None:
    with filled(*STORY) as ledger:
        withdraw(ledger, stories.TUESDAY.document.id, **ANA, at=at(5))
        reread(ledger, code=rules(*(renamed(coding) for coding in STORY)), at=at(9))
        (row,) = ledger.incidents()
        assert row.documents == 2
        assert {e.best.exact for e in row.entries if e.tally == "freed"} == {42}


def test_what_is_searched_is_what_is_read_now() -> None:
    note = report("2024-05-01", [told("3 nurses were killed", "killing", "killed", 3, unit="nurse")])
    with filled(note) as ledger:
        before = {hit.id for hit in ledger.search("nurses").hits}
        assert before == {note.document.id, note.claims[0].id}
        reread(ledger, code=rules(replace(note, claims=(), accounts=())), at=at(9))
        assert {hit.id for hit in ledger.search("nurses").hits} == {note.document.id}


def test_a_report_that_cannot_be_read_any_more_keeps_what_was_read() -> None:
    def code(reports: Iterable[tuple[str, Document]]) -> Iterator[Coding | Rejected]:
        yield from (Rejected(where=where, reason="no longer") for where, _ in reports)

    with filled(stories.FRIDAY) as ledger:
        before = ledger.incidents()
        done = reread(ledger, code=code, at=at(9))
        assert (done.changed, [one.reason for one in done.rejected]) == (0, ["no longer"])
        assert ledger.incidents() == before
