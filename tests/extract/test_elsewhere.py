"""Words of violence at another trade give nothing, unless the sentence is of violence all the same."""

from __future__ import annotations

import pytest
from tests.extract.reading import claims, read

from recuento.errors import LexiconError
from recuento.lexicon import elsewhere
from recuento.lexicon.elsewhere import trades, trades_by_sign
from recuento.model.document import Language


def counted(text: str) -> list[tuple[str, int | None]]:
    return [(c.event, c.figure.count.exact if c.figure else None) for c in claims(text)]


@pytest.mark.parametrize(
    ("elsewhere", "ours"),
    [
        ("Four men died when their truck overturned.", "Four men died when gunmen shot at a truck that overturned."),
        ("A roof collapsed and killed six farmers.", "Gunmen killed six farmers under a collapsed building."),
        ("Three farmers died of sepsis.", "Three farmers died of sepsis after they were shot."),
        ("The visitors were beaten with two early goals.", "Two players were shot dead after two early goals."),
        ("El río mató a dos niños por las lluvias.", "Sicarios mataron a dos niños durante las lluvias."),
        ("El volcán dejó seis muertos.", "Un comando dejó seis muertos en las faldas del volcán."),
    ],
)  # fmt: skip
def test_what_an_accident_does_nobody_did(elsewhere: str, ours: str) -> None:
    assert not [event for event, _ in counted(elsewhere) if event in {"killing", "wounding", "attack"}]
    assert [number for event, number in counted(ours) if event in {"killing", "attack"} and number] != []


def test_a_force_kills_whatever_else_the_sentence_names() -> None:
    assert ("killing", 3) in counted("Soldiers killed three men where a truck had overturned near Tixtla.")


def test_a_street_at_the_opera_is_no_stage() -> None:
    assert ("arrest", 2) in counted("Police arrested two men near the Opera on Friday after the stabbing.")
    assert ("arrest", 11) in counted("En el bar se detuvo en total a 11 sospechosos del crimen.")


def test_a_report_of_a_fire_alone_counts_no_dead_of_ours() -> None:
    fire = "A fire gutted a warehouse on Monday. Six people died, and nine were injured."
    assert counted(fire) == []
    assert ("killing", 6) in counted(f"Gunmen set the place alight. {fire}")


def test_who_died_old_was_not_killed() -> None:
    assert counted("Former mayor Ramiro Salas died on Friday, aged 93.") == []
    assert counted("El exalcalde Ramiro Salas falleció el viernes a los 93 años.") == []


def test_what_was_done_centuries_ago_is_history() -> None:
    assert counted("Two priests were murdered there in 1811.") == []


def test_why_is_told_among_what_was_not_read() -> None:
    assert any("another trade" in unread.reason for unread in read("A scandal brought down two ministers.").unread)


@pytest.mark.parametrize(
    ("text", "event"),
    [
        (
            "In 2011 the bodies of 30 kidnapped drivers from three towns of the coast were discovered at a ranch.",
            "rescue",
        ),
        ("Police recovered enough fentanyl from the van to kill two million people.", "killing"),
        ("Hubo 87 homicidios menos que el año anterior.", "killing"),
        ("Suman 40 las personas retenidas por la fiscalía tras el motín.", "abduction"),
        (
            "Secuestraron a ocho peones. La policía halló a cinco de los secuestrados acribillados en un corral.",
            "release",
        ),
        ("Un hombre reconoció haberla secuestrado en mayo.", "abduction"),
    ],
)
def test_what_only_looks_like_it(text: str, event: str) -> None:
    assert not [number for told, number in counted(text) if told == event]


def test_what_a_rumour_said_did_not_happen() -> None:
    told = claims("The rumour that three girls were kidnapped is false, the mayor said.", event="abduction")
    assert {claim.status for claim in told} <= {"denied"}


def test_what_they_meant_to_do_was_tried() -> None:
    told = claims("Los alzados fracasaron en su intención de secuestrar al jefe de la guardia.", event="abduction")
    assert [claim.status for claim in told] == ["attempted"]


def test_what_goods_are_worth_is_nobody() -> None:
    assert ("killing", 2_000_000) not in counted("Gunmen killed at least 30 people and burned crops worth millions.")


@pytest.mark.parametrize("language", ["en", "es"])
def test_every_field_knows_its_events(language: Language) -> None:
    fields = trades(language)
    assert len({field.id for field in fields}) == len(fields)
    assert all(field.events for field in fields)


def test_a_field_of_an_unknown_event_is_an_error(monkeypatch: pytest.MonkeyPatch) -> None:
    field = elsewhere.Field(id="odd", events=("juggling",))
    real = elsewhere.read_toml
    monkeypatch.setattr(
        elsewhere,
        "read_toml",
        lambda folder, name, kind: (
            elsewhere._File(field=(field,), words={}, plain=()) if folder == "en" else real(folder, name, kind)
        ),
    )
    with pytest.raises(LexiconError, match="juggling"):
        elsewhere.trades.__wrapped__("en")


@pytest.mark.parametrize(
    ("text", "figure"),
    [
        ("An 8-year-old shot dead two boys while he was playing a video game, deputies said.", ("killing", 2)),
        ("Ataque en una boda deja diez muertos en Celaya.", ("killing", 10)),
        ("Gunmen killed two referees in Kingston.", ("killing", 2)),
        ("Capturan a 12 integrantes de una banda que opera en Veracruz.", ("arrest", 12)),
        ("Three men of 1915 Birch Street were charged with murder.", ("charge", 3)),
    ],
)
def test_a_word_of_another_field_takes_nobody_away(text: str, figure: tuple[str, int]) -> None:
    assert figure in counted(text)


def test_a_body_by_the_tracks_is_a_body() -> None:
    assert counted("A bagged body was found on the train tracks in Celaya.") == [("body_found", 1)]
    assert ("killing", 2) in counted("Sigue la jornada violenta: asesinan a dos hombres en Celaya.")


@pytest.mark.parametrize("language", ["en", "es"])
def test_every_field_is_found_by_each_of_its_signs(language: Language) -> None:
    by_sign = trades_by_sign(language)

    for place, trade in enumerate(trades(language)):
        assert all(place in by_sign[word] for word in trade.signs)
    assert sum(map(len, by_sign.values())) == sum(len(trade.signs) for trade in trades(language))
