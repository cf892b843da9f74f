"""How many, by which rule: every rule of the tally on claims made by hand."""

from __future__ import annotations

from dataclasses import replace
from itertools import permutations

import pytest
from tests import stories
from tests.builders import day, report, told

from recuento.ledger.arithmetic import arithmetic
from recuento.ledger.records import Reported
from recuento.ledger.tally import current, tally
from recuento.model import Coding, Count, Counted, Entry
from recuento.pipeline import code_text


def heard(*codings: Coding) -> list[Reported]:
    return [Reported(claim=claim, document=coding.document) for coding in codings for claim in coding.claims]


def entry(*codings: Coding, tally_: str = "killed", side: str = "civilian", unit: str = "people") -> Entry:
    now = current(tally("i-1", heard(*codings)))
    (one,) = [e for e in now if (e.tally, e.side, e.unit) == (tally_, side, unit)]
    return one


def killed(published: str, number: int | Count, publisher: str = "A", **fields: object) -> Coding:
    figure = number if isinstance(number, int) else number.at_least
    statement = told(f"{figure} were killed", "killing", "killed", number, side="civilian", **fields)
    return report(published, [statement], publisher=publisher)


OFFICIAL = (("the prosecutor", "official"),)
WITNESS = (("a neighbour", "witness"),)


def test_the_culiacan_story_moves_day_by_day() -> None:
    told_so_far = heard(
        stories.FRIDAY, stories.PRESS_FRIDAY, stories.MINISTRY_SATURDAY, stories.GOVERNOR_SATURDAY, stories.SUNDAY,
        stories.TUESDAY,
    )  # fmt: skip
    series = tally("i-1", told_so_far)
    moved = {
        (e.as_of.day, e.tally): (e.best.exact, e.low, e.high)
        for e in series
        if e.tally in {"abducted", "freed"} and e.side == "civilian"
    }
    assert moved == {
        (22, "abducted"): (15, 15, 41),
        (23, "abducted"): (66, 25, 66),
        (23, "freed"): (42, 18, 42),
        (24, "abducted"): (66, 25, 66),
        (24, "freed"): (58, 18, 58),
        (26, "abducted"): (66, 66, 66),
        (26, "freed"): (58, 58, 58),
    }


def test_a_total_includes_the_increments_and_parts_of_its_report() -> None:
    freed = entry(stories.TUESDAY, tally_="freed")
    assert freed.best == Count.exactly(58)
    # The two parts leave their side unsaid; they are parts all the same and no second figure.
    assert len(freed.set_aside) >= 2
    assert all("within the total of 58" in one.reason for one in freed.set_aside)


def test_forty_two_and_sixteen_make_fifty_eight_and_eight_are_missing() -> None:
    said = heard(stories.TUESDAY)
    remarks = arithmetic(said, current(tally("i-1", said)))
    assert [r.text for r in remarks] == ["42 + 16 = 58 = 36 + 22", "66 taken − 58 freed = 8 unaccounted for"]
    assert remarks[1].count == Count.exactly(8)


def test_an_increment_on_an_earlier_days_figure_makes_the_total() -> None:
    fields = {"side": "civilian", "said_by": OFFICIAL}
    first = report("2024-03-23", [told("42 were found", "release", "freed", 42, **fields)])
    more = told("16 came home", "release", "freed", 16, scope="increment", **fields)
    second = report("2024-03-24", [more, told("the total is 58", "release", "freed", 58, scope="total", **fields)])
    said = heard(first, second)
    assert [r.text for r in arithmetic(said, current(tally("i-1", said)))] == ["42 + 16 = 58"]
    # Of one day there is no earlier figure: nothing says which came first.
    said = heard(report("2024-03-24", [told("42 were found", "release", "freed", 42, **fields)], publisher="B"), second)
    assert arithmetic(said, current(tally("i-1", said))) == ()


def test_the_same_guard_mentioned_twice_is_one() -> None:
    assert entry(stories.TUESDAY, side="state").best == Count.exactly(1)


GUARD = Counted(side="state", force="national guard", sex="male")


@pytest.mark.parametrize(
    ("unit", "counted", "number"),
    [
        ("National Guard member", replace(GUARD, sex=None), 1),
        ("guardsman", GUARD, 1),
        ("member", replace(GUARD, force=None, sex=None), 1),
        ("marine", replace(GUARD, force="marines"), 2),
        ("guardswoman", replace(GUARD, sex="female"), 2),
    ],
)
def test_one_of_a_force_told_in_other_words_is_one(unit: str, counted: Counted, number: int) -> None:
    fuller = told("the death of one", "killing", "killed", 1, figure="one", unit="Mexican National Guard member")
    other = told("the loss of another", "killing", "killed", 1, figure="another", unit=unit)
    coding = report("2024-03-26", [fuller, other])
    first, second = coding.claims
    said = [
        Reported(claim=replace(claim, counted=who), document=coding.document)
        for claim, who in ((first, GUARD), (second, counted))
    ]
    (held,) = current(tally("i-1", said))
    assert held.best == Count.exactly(number)


def test_troops_and_battalions_are_counted_apart() -> None:
    units = {e.unit: e.best.exact for e in current(tally("i-1", heard(stories.TUESDAY))) if e.tally == "deployed"}
    assert units == {"special troop": 600, "soldier": 300, "battalion": 1}


def test_a_floor_of_unknown_side_agrees_with_the_figure_of_a_side() -> None:
    dead = entry(stories.CLASH, side="armed_group")
    assert (dead.best, dead.low, dead.high) == (Count.exactly(12), 12, 12)
    assert len(dead.rests_on) == 2


def test_an_attempt_sets_no_tally_and_things_have_no_side() -> None:
    now = current(tally("i-1", heard(stories.CLASH)))
    assert not [e for e in now if e.tally == "freed"]
    assert {(e.unit, e.side, e.best.exact) for e in now if e.tally == "seized"} == {
        ("rifle", "unknown", 21),
        ("pickup", "unknown", 6),
    }


def test_a_later_total_of_the_same_standing_corrects_downwards() -> None:
    fixed = entry(
        killed("2024-05-01", 20, said_by=OFFICIAL, scope="total"),
        killed("2024-05-02", 17, "B", said_by=OFFICIAL, scope="total"),
    )
    assert (fixed.best.exact, fixed.low, fixed.high) == (17, 17, 17)
    assert "superseded by 17" in fixed.set_aside[0].reason


def test_a_later_witness_stands_beside_an_authority() -> None:
    beside = entry(
        killed("2024-05-01", 20, said_by=OFFICIAL, scope="total"),
        killed("2024-05-02", 30, "B", said_by=WITNESS, scope="total"),
    )
    assert (beside.best.exact, beside.low, beside.high) == (20, 20, 30)


@pytest.mark.parametrize(
    ("coding", "rule"),
    [
        (killed("2024-05-01", 9), "the one figure given"),
        (killed("2024-05-01", 1, figure="were"), "as the words have it; no report gives a number"),
    ],
)
def test_a_figure_alone_is_called_what_it_is(coding: Coding, rule: str) -> None:
    assert entry(coding).rule == rule


def test_the_rule_says_whether_others_agree_stand_beside_or_were_superseded() -> None:
    first, second = killed("2024-05-01", 20, said_by=OFFICIAL), killed("2024-05-01", 20, "B", said_by=OFFICIAL)
    assert entry(first, second).rule == "the sources that give a figure agree"
    beside = killed("2024-05-01", 30, "C", said_by=WITNESS)
    assert entry(first, beside).rule == "the figure by the speaker who stands highest; 30 also stands"
    later = killed("2024-05-02", 21, said_by=OFFICIAL)
    assert entry(first, later).rule == "the latest figure by the speaker who stands highest"


def test_what_comes_on_top_of_other_forces_is_counted_apart() -> None:
    sent = told("300 more soldiers", "deployment", "deployed", 300, scope="increment", unit="soldier", side="state")
    (held,) = current(tally("i-1", heard(report("2024-05-01", [sent]))))
    assert (held.best.exact, held.rule) == (300, "on top of others, which are counted apart")


def test_a_speaker_nearby_lends_a_figure_no_standing() -> None:
    base = killed("2024-05-01", 20, said_by=OFFICIAL, scope="total")
    near = killed("2024-05-02", 30, "B", said_by=WITNESS, scope="total", certainty="stated")
    (claim,) = near.claims
    inherited = replace(claim, said_by=tuple(replace(speaker, inherited=True) for speaker in claim.said_by))
    now = entry(base, replace(near, claims=(inherited,)))
    assert (now.best.exact, now.high) == (30, 30)  # the report's own word, which stands as high as an authority's
    assert "superseded by 30 (the report, " in now.set_aside[0].reason


def test_an_allegation_never_sets_the_best_figure_where_there_is_a_better() -> None:
    now = entry(
        killed("2024-05-01", 3, said_by=OFFICIAL),
        killed("2024-05-02", 9, "B", said_by=OFFICIAL, certainty="alleged"),
    )
    assert (now.best.exact, now.high) == (3, 9)
    assert entry(killed("2024-05-02", 9, certainty="alleged")).best.exact == 9


@pytest.mark.parametrize(
    "fields",
    [{"retired": True}, {"status": "denied"}, {"status": "planned"}, {"status": "unknown"}, {"scope": "aggregate"}],
)
def test_what_can_never_set_a_tally(fields: dict[str, object]) -> None:
    assert tally("i-1", heard(killed("2024-05-01", 9, **fields))) == ()
    beside = entry(killed("2024-05-01", 9, **fields), killed("2024-05-01", 4, "B"))
    assert (beside.best.exact, beside.high) == (4, 4)
    assert len(beside.set_aside) == 1


def test_a_recalled_figure_feeds_nothing() -> None:
    one = killed("2024-05-01", 9)
    assert tally("i-1", [Reported(claim=one.claims[0], document=one.document, recalled=True)]) == ()


def test_an_increment_adds_once_however_many_tell_it() -> None:
    base = killed("2024-05-01", 10, said_by=OFFICIAL, scope="total")
    more = [killed("2024-05-02", 4, outlet, scope="increment") for outlet in "BCD"]
    grown = entry(base, *more)
    assert grown.best.exact == 14
    assert sum("told again" in one.reason for one in grown.set_aside) == 2


def test_an_increment_that_a_total_of_its_day_includes_adds_nothing() -> None:
    day_two = killed("2024-05-02", 14, "C", said_by=OFFICIAL, scope="total")
    grown = entry(
        killed("2024-05-01", 10, said_by=OFFICIAL, scope="total"),
        killed("2024-05-02", 4, "B", scope="increment"),
        day_two,
    )
    assert (grown.best.exact, grown.high) == (14, 14)


def test_an_increment_alone_is_a_floor() -> None:
    assert entry(killed("2024-05-02", 4, scope="increment")).best == Count(4)


def test_parts_without_a_total_are_summed() -> None:
    parts = report(
        "2024-05-01",
        [
            told("3 women died", "killing", "killed", 3, side="civilian", scope="part", unit="woman"),
            told("2 boys died", "killing", "killed", 2, side="civilian", scope="part", unit="boy"),
        ],
    )
    summed = entry(parts)
    assert (summed.best.exact, summed.rule) == (5, "sum of the parts; no report gives the total")


def test_two_single_people_of_different_units_add() -> None:
    two = report(
        "2024-05-01",
        [
            told("a shopkeeper died", "killing", "killed", 1, figure="a", side="civilian", unit="shopkeeper"),
            told("a teacher died", "killing", "killed", 1, figure="a", side="civilian", unit="teacher"),
            told("the teacher was shot dead", "killing", "killed", 1, figure="the", side="civilian", unit="teacher"),
            told("the man was loved", "killing", "killed", 1, figure="the", side="civilian", unit="man"),
        ],
    )
    assert entry(two).best.exact == 2


def test_one_named_later_does_not_lower_a_total() -> None:
    one = report(
        "2024-05-02", [told("a nurse died", "killing", "killed", 1, figure="a", side="civilian", unit="nurse")]
    )
    now = entry(killed("2024-05-01", 12), one)
    assert (now.best.exact, now.low, now.high) == (12, 12, 12)


def test_an_exact_figure_above_an_older_floor_replaces_it() -> None:
    now = entry(killed("2024-05-01", Count(40), said_by=OFFICIAL), killed("2024-05-02", 52, "B"))
    assert (now.best.exact, now.low, now.high) == (52, 52, 52)


def test_a_floor_below_what_is_held_changes_nothing() -> None:
    now = entry(killed("2024-05-01", 52), killed("2024-05-02", Count(40), "B"))
    assert (now.best.exact, now.low, now.high) == (52, 52, 52)


def test_copies_of_one_text_are_one_voice() -> None:
    words = "7 farmers were shot dead beside the old road to the sea on that Monday night"
    copies = [
        report("2024-05-01", [told(words, "killing", "killed", 7, side="civilian", unit="farmer")], publisher=outlet)
        for outlet in ("A", "B", "C")
    ]
    assert entry(*copies).sources == 1
    assert entry(killed("2024-05-01", 7, "A"), killed("2024-05-01", 7, "B")).sources == 2


def test_sides_are_kept_apart_and_an_unknown_one_that_differs_has_its_own_row() -> None:
    mixed = report(
        "2024-05-01",
        [
            told("4 gunmen died", "clash", "killed", 4, side="armed_group", unit="gunman"),
            told("1 soldier died", "clash", "killed", 1, side="state", unit="soldier"),
            told("6 people died", "clash", "killed", 6),
        ],
    )
    rows = {e.side: e.best.exact for e in current(tally("i-1", heard(mixed)))}
    assert rows == {"armed_group": 4, "state": 1, "unknown": 6}


def test_bodies_are_never_added_to_the_killed() -> None:
    found = report(
        "2024-05-01",
        [
            told("5 people were killed", "killing", "killed", 5, side="civilian"),
            told("5 bodies lay there", "body_found", "bodies", 5, side="civilian", unit="body"),
        ],
    )
    assert entry(found).best.exact == 5
    assert entry(found, tally_="bodies").best.exact == 5


def test_warnings_parts_over_total_and_freed_over_taken() -> None:
    odd = report(
        "2024-05-01",
        [
            told("10 people were taken", "abduction", "abducted", 10, side="civilian", scope="total"),
            told("12 people are free", "release", "freed", 12, side="civilian", scope="total"),
            told("13 children are free", "release", "freed", 13, side="civilian", scope="part", unit="child"),
        ],
    )
    said = heard(odd)
    assert {r.kind for r in arithmetic(said, current(tally("i-1", said)))} == {"parts_over_total", "freed_over_taken"}


def test_the_order_of_claims_does_not_matter() -> None:
    codings = [stories.FRIDAY, stories.MINISTRY_SATURDAY, stories.GOVERNOR_SATURDAY, stories.SUNDAY, stories.TUESDAY]
    first = tally("i-1", heard(*codings))
    assert all(tally("i-1", heard(*order)) == first for order in permutations(codings))


def test_an_older_day_is_not_changed_by_newer_reports() -> None:
    early = tally("i-1", heard(stories.FRIDAY, stories.GOVERNOR_SATURDAY))
    late = tally("i-1", heard(stories.FRIDAY, stories.GOVERNOR_SATURDAY, stories.TUESDAY))
    assert late[: len(early)] == early
    assert current(late, day("2024-03-22"))[0].best.exact == 15
    assert current(late, day("2024-03-21")) == ()


def test_a_total_with_no_scope_includes_the_steps_that_make_it() -> None:
    steps = report(
        "2024-03-26",
        [
            told("16 people were rescued", "rescue", "freed", 16),
            told("adding to 42 others", "release", "freed", 42, scope="increment"),
            told("the release of 58 hostages", "release", "freed", 58, unit="hostage", side="civilian"),
        ],
    )
    freed = entry(steps, tally_="freed")
    assert (freed.best.exact, freed.low, freed.high) == (58, 58, 58)
    assert len(current(tally("i-1", heard(steps)))) == 1


def test_a_report_s_own_smaller_figure_is_among_the_one_it_quotes() -> None:
    taken = report(
        "2024-03-26",
        [
            told("16 individuals kidnapped", "abduction", "abducted", 16, unit="individual"),
            told("the taking of 66 people", "abduction", "abducted", 66, said_by=(("a faction", "group"),)),
        ],
    )
    assert entry(taken, tally_="abducted", side="unknown").best.exact == 66


def test_a_correction_of_one_unit_lowers_and_a_single_one_does_not() -> None:
    def guards(published: str, number: int, figure: str | None = None) -> Coding:
        words = f"{figure or number} guards died"
        statement = told(words, "killing", "killed", number, figure=figure, side="state", unit="guard")
        return report(published, [statement], publisher=published)

    first = guards("2024-05-01", 12)
    assert entry(first, guards("2024-05-02", 10), side="state").best.exact == 10
    assert entry(first, guards("2024-05-02", 1, "a"), side="state").best.exact == 12


def test_an_additional_unit_is_that_unit() -> None:
    sent = report(
        "2024-05-01",
        [
            told(
                "an additional 300 soldiers",
                "deployment",
                "deployed",
                300,
                scope="increment",
                unit="additional soldier",
            )
        ],
    )
    (one,) = current(tally("i-1", heard(sent)))
    assert (one.unit, one.best) == ("soldier", Count.exactly(300))


def test_a_part_of_known_side_stands_with_a_whole_that_names_none() -> None:
    coding = code_text("Gunmen killed four people, including two children, in Celaya.", published_on=day("2024-03-26"))
    held = [e for e in current(tally("i-1", heard(coding))) if e.tally == "killed"]
    assert [e.best.exact for e in held] == [4]


def test_a_part_is_not_added_to_its_whole() -> None:
    text = "Three of the attackers were arrested, two of them in a hospital."
    found = entry(code_text(text, published_on=day("2024-03-26")), tally_="arrested", side="armed_group")
    assert found.best == Count.exactly(3)


def test_one_person_by_many_words_is_one() -> None:
    one = report(
        "2024-05-01",
        [
            told("a teenager died", "killing", "killed", 1, figure="a", unit="teenager"),
            told("Ana Solís died at once", "killing", "killed", 1, figure="Ana Solís", unit="people"),
            told("the daughter was mourned", "killing", "killed", 1, figure="the", unit="daughter"),
        ],
    )
    assert entry(one, side="unknown").best.exact == 1


@pytest.mark.parametrize(
    ("text", "dead"),
    [
        ("Gunmen killed a man and a minor in Tula on Monday.", 2),
        ("Sicarios mataron a un hombre y un menor en Tula el lunes.", 2),
        ("Sicarios mataron al maestro y activista Juan Robles en Tula el lunes.", 1),
    ],
)
def test_two_people_of_one_list_are_two_and_two_titles_are_one(text: str, dead: int) -> None:
    now = current(tally("i-1", heard(code_text(text, published_on=day("2024-03-26")))))
    assert sum(one.best.at_least for one in now if one.tally == "killed") == dead


def test_others_hurt_beside_the_dead_are_no_increment() -> None:
    first = report("2024-05-01", [told("3 were hurt", "wounding", "wounded", 3)], publisher="A")
    second = report(
        "2024-05-01", [told("3 others were hurt", "wounding", "wounded", 3, scope="increment", unit="other")],
        publisher="B",
    )  # fmt: skip
    assert entry(first, second, tally_="wounded", side="unknown").best.exact == 3


def test_wounded_now_dead_moves_one() -> None:
    told_twice = report(
        "2024-05-01",
        [
            told("a boy was wounded", "wounding", "wounded", 1, figure="a", unit="boy"),
            told("the child died later", "killing", "killed", 1, figure="the", unit="child"),
        ],
    )
    held = {e.tally: e.best.exact for e in current(tally("i-1", heard(told_twice)))}
    assert held == {"killed": 1}


def arrested(published: str, number: int, publisher: str = "A", **fields: object) -> Coding:
    statement = told(f"{number} were arrested", "arrest", "arrested", number, side="civilian", **fields)
    return report(published, [statement], publisher=publisher, on=published)


def dated(coding: Coding) -> Coding:
    """Return the report with its own words giving the day of every claim."""
    claims = tuple(replace(c, when=replace(c.when, inherited=False) if c.when else None) for c in coding.claims)
    return replace(coding, claims=claims)


def named(coding: Coding) -> Coding:
    """Return the report with every figure read from a name."""
    claims = tuple(replace(c, figure=replace(c.figure, basis="named")) for c in coding.claims if c.figure is not None)
    return replace(coding, claims=claims)


def undated(coding: Coding) -> Coding:
    return replace(coding, claims=tuple(replace(c, when=None) for c in coding.claims))


def test_arrests_of_a_later_day_come_on_top_and_lower_nothing() -> None:
    now = entry(arrested("2024-05-01", 5), dated(arrested("2024-05-06", 2)), tally_="arrested")
    assert (now.best, now.low, now.high) == (Count.exactly(7), 7, 7)
    again = dated(arrested("2024-05-06", 2, publisher="B"))
    now = entry(arrested("2024-05-01", 5), dated(arrested("2024-05-06", 2)), again, tally_="arrested")
    assert now.best == Count.exactly(7)


def test_arrests_that_nothing_dates_may_be_on_top_or_not() -> None:
    now = entry(arrested("2024-05-01", 5), undated(arrested("2024-05-06", 2)), tally_="arrested")
    assert (now.best, now.low, now.high) == (Count.exactly(5), 5, 7)
    assert "it is not said which" in now.set_aside[0].reason


def test_an_arrest_recalled_by_name_is_no_new_one() -> None:
    five = arrested("2024-05-01", 5)
    rivas = told("Omar Rivas was arrested", "arrest", "arrested", 1, figure="Omar Rivas", side="civilian")
    sixth = named(dated(report("2024-05-06", [rivas], on="2024-05-05")))
    lugo = told("Ana Lugo was arrested", "arrest", "arrested", 1, figure="Ana Lugo", side="civilian")
    again = named(dated(report("2024-05-12", [lugo, rivas], publisher="B", on="2024-05-11")))
    now = entry(five, sixth, again, tally_="arrested")
    assert now.best == Count.exactly(7)
    assert "already counted by name" in {one.reason for one in now.set_aside}


def test_a_stated_total_of_arrests_ends_the_doubt() -> None:
    total = arrested("2024-05-08", 6, scope="total")
    now = entry(arrested("2024-05-01", 5), undated(arrested("2024-05-06", 2)), total, tally_="arrested")
    assert (now.best, now.low, now.high) == (Count.exactly(6), 6, 6)


def test_an_older_figure_told_again_lowers_nothing_unless_somebody_says_so() -> None:
    risen = (killed("2024-05-01", 5), killed("2024-05-03", 7, publisher="B"))
    again = killed("2024-05-05", 5, publisher="C")
    now = entry(*risen, again)
    assert now.best == Count.exactly(7)
    assert "an older figure told again: 7 stands since" in {one.reason for one in now.set_aside}
    assert entry(*risen, killed("2024-05-05", 5, publisher="C", said_by=OFFICIAL)).best == Count.exactly(5)
    assert entry(*risen, killed("2024-05-05", 6, publisher="C")).best == Count.exactly(6)


def test_the_dead_of_a_later_day_are_a_correction() -> None:
    assert entry(killed("2024-05-01", 5), dated(killed("2024-05-06", 3))).best == Count.exactly(3)


def test_people_are_those_whom_a_larger_figure_calls_by_what_they_are() -> None:
    girls = told("230 girls were taken", "abduction", "abducted", 230, side="civilian", unit="girl")
    people = told("200 people were taken", "abduction", "abducted", 200, side="civilian", unit="people")
    now = entry(report("2024-05-01", [girls, people]), tally_="abducted")
    assert now.best == Count.exactly(230)
    both = told("eight guards and 5 people were taken", "abduction", "abducted", 5, side="civilian", unit="people")
    assert entry(report("2024-05-01", [both]), tally_="abducted").best == Count.exactly(5)


def test_no_arrests_are_none() -> None:
    coding = code_text("Police said there were no arrests in Celaya on Monday.", published_on=day("2024-03-26"))
    (held,) = [one for one in current(tally("i-1", heard(coding))) if one.tally == "arrested"]
    assert (held.best, held.low, held.high) == (Count.exactly(0), 0, 0)


def test_a_denied_figure_stays_with_what_was_held_before_as_its_low_bound() -> None:
    denial = killed("2024-03-24", 14, publisher="C", status="denied", said_by=(("the governor", "official"),))
    found = entry(killed("2024-03-22", 11), killed("2024-03-23", 14, publisher="B"), denial)
    assert (found.best.exact, found.low, found.high) == (14, 11, 14)
    assert found.rule.endswith("; denied by the governor")


def test_another_figure_denied_moves_nothing() -> None:
    denial = killed("2024-03-24", 20, publisher="C", status="denied", said_by=(("the governor", "official"),))
    found = entry(killed("2024-03-22", 11), killed("2024-03-23", 14, publisher="B"), denial)
    assert (found.best.exact, found.low) == (14, 14)
