"""Classes of sentences that the first reading of fresh reports missed; see tests/golden/fresh/README.md."""

from __future__ import annotations

import pytest
from tests.extract.reading import PUBLISHED, claims, figures, read, the_claim, the_figure

from recuento.pipeline import code_text


@pytest.mark.parametrize(
    ("text", "people"),
    [
        ("Fighting forced 40 families, some 180 people, to leave the village of San Roque.", (162, 198)),
        ("The gunmen drove 25 families (110 people) from their homes.", (110, 110)),
        ("The clashes displaced 12 households - 51 people - in Tame.", (51, 51)),
    ],
)
def test_families_are_told_as_people_where_the_report_says_how_many(text: str, people: tuple[int, int]) -> None:
    assert the_figure(text, "displaced") == people


@pytest.mark.parametrize(
    ("text", "tally", "count"),
    [
        ("Two clerks held since 19 May were handed to the kidnappers' lawyer.", "freed", 19),
        ("In December, 11 people were massacred at a wake in Tame.", "killed", 11),
        ("A total of 14 out of the 129 pupils taken away managed to escape.", "escaped", 14),
    ],
)
def test_days_and_wholes_beside_a_figure(text: str, tally: str, count: int) -> None:
    counts = [c for t, c in figures(text) if t == tally]
    assert (count in counts) is (count != 19)


def test_soldiers_who_are_there_are_deployed_and_nobody_else_is_missing() -> None:
    text = (
        "Nine people were kidnapped on Friday. There are now 350 soldiers in the valley, sent from the capital with "
        "orders to bring home the five who are missing, and 90 police officers from neighbouring provinces."
    )
    assert [c for t, c in figures(text) if t == "deployed"] == [350, 90]
    assert [c for t, c in figures(text) if t == "missing"] == [5]
    assert all(c.status == "planned" for c in claims(text, event="rescue"))


@pytest.mark.parametrize(
    "text",
    [
        "Ten rifles and three boats were taken into evidence by the navy.",
        "Two pistols, a grenade and four radios were taken into custody by marines.",
        "Nine rifles and four cars were confiscated by the army.",
    ],
)
def test_who_seized_stands_at_the_end_of_the_list(text: str) -> None:
    found = claims(text, event="seizure")
    assert found
    assert all(any(role.role == "authority" for role in claim.roles) for claim in found)


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("Recovered from the scene were two M16 rifles and a hand grenade.", 2),
        ("Police seized three AK-47 rifles in Tela.", 3),
        ("Marines confiscated four .50-caliber rifles.", 4),
    ],
)
def test_a_model_between_number_and_noun_hides_no_number(text: str, count: int) -> None:
    assert ("seized", count) in figures(text)


def test_parts_belong_to_the_nearest_figure() -> None:
    text = "Gunmen opened fire on the crowd, killing nine people and leaving 14 wounded, two of them children."
    assert [c.tally for c in claims(text) if c.scope == "part"] == ["wounded"]


def test_both_sides_make_a_clash_of_a_bare_plural() -> None:
    for text in (
        "Clashes between the ELN and soldiers left three dead in Tame.",
        "Fighting between the Nevado Front and the army forced 58 families to leave.",
    ):
        assert len(the_claim(text, event="clash").roles) == 2


def test_of_hung_on_the_first_name_is_no_part_of_it() -> None:
    claim = the_claim("Police announced the arrest of Ruben Dario Salas Guerrero on Friday.", event="arrest")
    assert [role.text for role in claim.roles if role.role == "target"] == ["Ruben Dario Salas Guerrero"]


def test_talk_of_a_loss_past_an_aside_kills_nobody() -> None:
    text = "The loss of another guardsman, whatever the ministers may say, will not change it."
    assert not read(text).claims


def test_who_looks_on_in_a_headline_belongs_to_somebody() -> None:
    def killed(title: str) -> int:
        found = code_text("Nothing else is known.", published_on=PUBLISHED, title=title).claims
        return sum(c.figure.count.at_least for c in found if c.tally == "killed" and c.figure is not None)

    assert killed("Gunmen kill baker in front of shop and farmer in field") == 2
    assert killed("Gunmen kill baker in front of his wife and son") == 1


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("3 June, Culiacán. Armed men on motorcycles killed two guards.", "Culiacán"),
        ("Arauca, 5 March. Two soldiers were killed on patrol.", "Arauca"),
        ("Acapulco. A car bomb killed one man. Tijuana. Gunmen killed a teacher.", "Tijuana"),
    ],
)
def test_a_place_that_heads_an_entry_sets_its_scene(text: str, place: str) -> None:
    where = claims(text, tally="killed")[-1].where
    assert where is not None
    assert where.place.name == place


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Two nurses held since 12 March were freed on Monday.", "2024-03-25"),
        ("Police on Monday counted 10 dead gunmen after Saturday's ambush.", "2024-03-23"),
    ],
)
def test_since_when_and_who_counted_give_no_day(text: str, expected: str) -> None:
    when = next(c.when for c in claims(text) if c.figure is not None)
    assert when is not None
    assert when.ranges[0].first.isoformat() == expected


@pytest.mark.parametrize(
    "text",
    [
        "An armed band stormed a prison van on Saturday to break out the nephew of a killer.",
        "Ten gunmen died in an attempt to seize a prisoner outside the courthouse.",
        "Masked men attacked the convoy near Tela to spring a drug boss.",
    ],
)
def test_attempts_to_get_a_prisoner_out(text: str) -> None:
    assert [c.status for c in claims(text, event="rescue")] == ["attempted"]
    assert not claims(text, event="escape")


def test_parts_by_age_and_a_total_framed_by_its_verb() -> None:
    text = "Gunmen took 41 hostages on Friday. The navy freed 33 of them, of whom 24 are adults and nine are teenagers."
    assert [c.figure.count.at_least for c in claims(text) if c.scope == "part" and c.figure is not None] == [24, 9]
    raised = "Soldiers brought 18 abducted travellers out of a camp, raising to 45 the number who have come back alive."
    assert [c.scope for c in claims(raised, tally="freed")] == [None, "total"]


def test_items_behind_bullets_are_sentences_of_their_own() -> None:
    text = "KEY FIGURES: 5 civilians killed \u00b7 1 teacher missing \u00b7 212 people displaced"
    assert figures(text) == [("killed", 5), ("missing", 1), ("displaced", 212)]


def test_nobody_says_what_is_thought_of_him() -> None:
    text = "Of the 31 hostages, 26 are back. The Herederos broke away from a cartel and are thought to obey a widow."
    assert not the_claim(text, tally="freed").said_by


def test_a_headline_may_leave_the_one_found_unnamed() -> None:
    found = code_text(
        "Nothing else is known.", published_on=PUBLISHED, title="They find beheaded near the beach"
    ).claims
    assert [c.figure.count.exact for c in found if c.figure is not None] == [1]


@pytest.mark.parametrize(
    ("text", "hands"),
    [
        ("The kidnapping shook the town. Nine pupils are back home. Police found them on Tuesday in a shed.", "Police"),
        ("Gunmen took six hostages. Five hostages are safe. Marines freed them from a ranch near Altar.", "Marines"),
        ("Gunmen took six hostages. One hostage is free. Soldiers brought him out before dawn.", "Soldiers"),
    ],
)
def test_who_freed_them_stands_in_the_next_sentence(text: str, hands: str) -> None:
    claim = the_claim(text, tally="freed")
    assert claim.event == "rescue"
    assert [role.text for role in claim.roles if role.role == "authority"] == [hands]


def test_those_who_tried_to_free_a_prisoner_are_not_the_police() -> None:
    text = "Police shot dead nine gang members who ambushed a convoy in a failed bid to free a drug boss."
    claim = the_claim(text, event="rescue")
    assert [role.text for role in claim.roles if role.role == "perpetrator"] == ["nine gang members"]


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("A car bomb killed two officers in Tijuana, said the governor, Ana Ruiz.", "the governor, Ana Ruiz"),
        ("Six people were killed in Tijuana, said the city's mayor, Juan Reyes.", "the city's mayor, Juan Reyes"),
        ("Gunmen attacked a van on Saturday, leaving six people dead, the prosecution service said.",
         "the prosecution service"),
        ("It was Ana Ruiz, the governor of Sonora, who announced that six people were killed.",
         "Ana Ruiz, the governor of Sonora"),
    ],
)  # fmt: skip
def test_speakers_set_behind_or_apart(text: str, speaker: str) -> None:
    assert [s.text for s in claims(text, tally="killed")[0].said_by] == [speaker]


def test_a_plural_is_counted_by_the_names_beside_it() -> None:
    assert the_figure("The owners of the home, Ana Ruiz, 60, and Luis Mora, 64, were arrested.", "arrested") == (2, 2)
    assert the_figure("The brothers, Ana Ruiz and Luis Mora, were arrested.", "arrested") == (2, 2)
    assert not [c for c in claims("The army, flown in on Sunday, sealed the valley.") if c.figure is not None]


@pytest.mark.parametrize(
    "text",
    [
        "The minister put the number of dead at seven: three policemen, two guards and two attackers.",
        "Officials put the death toll from the ambush at 14 on Sunday.",
        "Governor Ana Ruiz lowered the number of dead in the attack to six.",
    ],
)
def test_who_gives_the_number_of_dead_killed_nobody(text: str) -> None:
    found = claims(text, tally="killed")
    assert found
    assert not [role.text for claim in found for role in claim.roles if role.role == "perpetrator"]
