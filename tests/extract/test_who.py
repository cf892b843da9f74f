"""Who did it, in the words that name them: whole names, no more words than they need."""

from __future__ import annotations

import pytest
from tests.extract.reading import claims

# text, event, role, the party's words
NAMED: tuple[tuple[str, str, str, str], ...] = (
    (
        "Agentes de la Secretaría de Marina (Semar) detuvieron a dos hombres.",
        "arrest",
        "authority",
        "Agentes de la Secretaría de Marina (Semar)",
    ),
    (
        "El grupo armado colombiano Los Cobos secuestró a dos ganaderos.",
        "abduction",
        "perpetrator",
        "El grupo armado colombiano Los Cobos",
    ),
    ("Three officers died in an attack by gunmen on a bar in Tepalca.", "killing", "perpetrator", "gunmen"),
    ("Police arrested Teodoro Javier-Ortega on Monday.", "arrest", "target", "Teodoro Javier-Ortega"),
    (
        "Un grupo armado, presuntamente integrantes del cártel de los Cobos, agredió a los marinos en Tepalca.",
        "attack",
        "perpetrator",
        "Un grupo armado, presuntamente integrantes del cártel de los Cobos",
    ),
    (
        "Gunmen believed to belong to the Cobos opened fire Saturday on a police pickup in Tepalca.",
        "attack",
        "perpetrator",
        "Gunmen believed to belong to the Cobos",
    ),
    (
        "Luis Peña was abducted by two suspects, identified as Ana Ruiz and Leo Paz.",
        "abduction",
        "perpetrator",
        "two suspects, identified as Ana Ruiz and Leo Paz",
    ),
    ("El crimen contra Luis Peña fue ordenado por alias 'Coco'.", "killing", "perpetrator", "alias 'Coco"),
)


@pytest.mark.parametrize(("text", "event", "role", "words"), NAMED)
def test_a_party_is_named_in_its_own_words(text: str, event: str, role: str, words: str) -> None:
    assert [r.text for c in claims(text, event=event) for r in c.roles if r.role == role] == [words]


def test_a_speaker_keeps_the_short_form_of_its_name() -> None:
    text = "Sicarios mataron a seis campesinos, informó la Secretaría de Seguridad (SSP)."
    assert [s.text for c in claims(text, tally="killed") for s in c.said_by] == ["la Secretaría de Seguridad (SSP)"]


# text, event, the parties who did it, each with a star where another sentence names it
DID_IT: tuple[tuple[str, str, list[str]], ...] = (
    ("Gunmen attacked a bar in Tepalca on Friday. Four people died there.", "killing", ["Gunmen*"]),
    ("Sicarios atacaron un bar de Tepalca el viernes. Ahí murieron cuatro personas.", "killing", ["Sicarios*"]),
    ("Four people died in a bar in Tepalca on Friday. Gunmen attacked the bar at night.", "killing", ["Gunmen*"]),
    ("Two men attacked a bar in Tepalca on Friday. Four people died there.", "killing", []),
    ("Murieron tres agentes en un ataque de sujetos armados en Tepalca.", "killing", ["sujetos armados"]),
    ("Un choque entre policías estatales y sicarios dejó dos sicarios muertos.", "killing", ["policías estatales"]),
    ("Soldiers clashed with gunmen in Tepalca. A soldier was killed.", "killing", ["gunmen*"]),
    ("Soldiers clashed with gunmen in Tepalca. Three people were killed.", "killing", []),
    ("Soldiers clashed with gunmen in Tepalca.", "clash", ["Soldiers", "gunmen"]),
    ("Soldados detuvieron a dos hombres en Tepalca. Se decomisaron cinco fusiles.", "seizure", ["Soldados*"]),
    ("La Marina informó que decomisó cinco fusiles en Tepalca.", "seizure", ["La Marina"]),
    ("The navy said it seized five rifles in Tepalca.", "seizure", ["The navy"]),
    ("El jefe fue condenado a 30 años en un tribunal de Tepalca.", "sentence", ["un tribunal de Tepalca"]),
    ("The army sent 300 soldiers from the Third Brigade to Tepalca.", "deployment", ["The army"]),
    (
        "Cuatro hombres fueron ejecutados en Tepalca. Los sicarios bajaron de un auto antes del ataque.",
        "killing",
        ["Los sicarios*"],
    ),
    ("Gunmen ambushed soldiers in Tepalca. Four gunmen were killed.", "killing", ["soldiers*"]),
    ("Pistoleros emboscaron a soldados en Tepalca. Se decomisaron cinco fusiles.", "seizure", ["soldados*"]),
    ("Cuatro hombres murieron en Tepalca. La detención de los sicarios ocurrió ayer.", "killing", []),
    ("Four men were killed in Tepalca. The Cobos cartel has grown, police said.", "killing", []),
    (
        "Los militares decomisaron cinco fusiles. El Ejército Mexicano detuvo a dos hombres.",
        "seizure",
        ["Los militares", "El Ejército Mexicano*"],
    ),
    ("Un operativo de la Marina dejó dos sicarios muertos.", "killing", ["la Marina"]),
    ("Comenzó el ataque a la base por parte de un desconocido.", "attack", ["un desconocido"]),
    ("El jefe fue condenado a 14 años por la justicia federal.", "sentence", ["la justicia federal"]),
    ("Desde los cerros un grupo armado disparó contra cuatro patrullas.", "attack", ["un grupo armado"]),
    ("The Cobos cartel was behind the attack that killed four people.", "killing", ["The Cobos cartel"]),
    ("The Cobos cartel is responsible for the killing of four people.", "killing", ["The Cobos cartel"]),
    ("Policías son los autores del secuestro de Luis Peña.", "abduction", ["Policías"]),
    ("A gang orchestrated a bombing outside a police academy that killed 22 cadets.", "killing", ["A gang"]),
    ("One of the suspects fired into a salon in Tepalca, wounding three women.", "wounding", ["One of the suspects"]),
    ("Two men arrived at the bar, and one threw three grenades into the building.", "bombing", ["Two men"]),
    ("La Marina se incautó de 300 kilos de cocaína en Tepalca.", "seizure", ["La Marina"]),
    ("Un atacante del cuartel, donde resultaron dos personas muertas, huyó.", "killing", ["Un atacante del cuartel*"]),
    ("Four people died in Tepalca on Friday. The gunman was shot dead by police.", "killing", ["The gunman*"]),
    (
        "El jefe fue condenado el lunes a 15 años de prisión. El juez negó una fianza tras el secuestro.",
        "sentence",
        ["El juez*"],
    ),
    ("La Décimo Quinta Zona Militar informó que decomisó cinco fusiles.", "seizure", ["La Décimo Quinta Zona Militar"]),
    (
        "Los sicarios llegaron en dos autos, derribaron los accesos de cristal y empezaron a disparar a los clientes.",
        "attack",
        ["Los sicarios"],
    ),
    (
        "The Tepalca Police Department began to make arrests. By today 32 men have been arrested.",
        "arrest",
        ["The Tepalca Police Department*"],
    ),
    (
        "A grand jury met in Tepalca on Monday and on Tuesday it handed down indictments against 41 defendants.",
        "charge",
        ["A grand jury"],
    ),
    ("Gunmen abducted 23 pupils in Tepalca. Eight children remain missing.", "missing", ["Gunmen*"]),
    (
        "El Frente Sur atacó a soldados y mató a tres. Integrantes del Frente Sur huyeron. El grupo armado hirió a 2.",
        "wounding",
        ["El grupo armado", "El Frente Sur*"],
    ),
    ("Two men were sentenced to four years on Monday. The jury was hung in another killing.", "sentence", []),
    ("La autopista Tepalca-Loma quedó cerrada. El lunes fueron detenidos dos hombres.", "arrest", []),
    ("El número de muertos en el ataque armado a un bar de Tepalca subió a 59.", "killing", []),
    (
        "Los agentes federales fueron atacados por unos sujetos y murieron seis sicarios.",
        "killing",
        ["Los agentes federales*"],
    ),
)


# Who did it, where neither a subject that the parser finds nor a "by" of the verb says so.
PAST_THE_PARSER = (
    ("The rescue of three hostages by marines was announced on Friday.", "rescue", ["marines"]),
    ("Seven loggers fell into the hands of armed men in Tepalca.", "abduction", ["armed men"]),
    ("Three suspects surrendered to the National Guard in Tepalca.", "arrest", ["the National Guard"]),
    ("A raid by marines led to the arrest of two men in Tepalca.", "arrest", ["marines"]),
    ("Members of the Norte gang abducted at least 12 people in Tepalca.", "abduction", ["the Norte gang"]),
    ("Sanctions were imposed on four firms by the Treasury.", "sanction", ["the Treasury"]),
    ("El viernes sicarios a bordo de una camioneta asesinaron a siete mineros en Tepalca.", "killing", ["sicarios"]),
    ("En Tepalca, integrantes de Los Nortes balearon una tienda.", "attack", ["integrantes de Los Nortes"]),
    ("A ocho viajeros los rescató la Marina el lunes.", "rescue", ["la Marina"]),
    ("Un enfermero está en poder de sicarios.", "abduction", ["sicarios"]),
    ("Dos hombres murieron en un ataque de sujetos encapuchados en Tepalca.", "attack", ["sujetos encapuchados"]),
)


@pytest.mark.parametrize(("text", "event", "parties"), PAST_THE_PARSER)
def test_who_did_it_past_the_parser(text: str, event: str, parties: list[str]) -> None:
    (claim,) = claims(text, event=event)[:1]
    assert [r.text for r in claim.roles if r.role in {"perpetrator", "authority"}] == parties


@pytest.mark.parametrize(("text", "event", "parties"), DID_IT)
def test_who_did_it(text: str, event: str, parties: list[str]) -> None:
    (claim,) = claims(text, event=event)[:1]
    agents = [r for r in claim.roles if r.role in {"perpetrator", "authority"}]
    assert [r.text + "*" * r.inherited for r in agents] == parties
    assert all(r.span.of(text) == r.text for r in agents)


def test_a_bomb_is_an_instrument() -> None:
    (claim,) = claims("A car bomb killed four people in Tepalca on Friday.", event="killing")
    assert [(r.role, r.text) for r in claim.roles if r.role != "target"] == [("instrument", "A car bomb")]


def test_gangs_that_free_their_man_are_no_authority() -> None:
    found = claims("Gunmen tried to rescue a jailed cartel boss in Tepalca.")
    assert found
    assert not [r for c in found for r in c.roles if r.role == "authority"]


def test_a_day_does_nothing() -> None:
    found = claims("Gunmen opened fire Saturday on a police pickup in Tepalca.", event="attack")
    assert [r.text for c in found for r in c.roles] == ["Gunmen"]


def test_the_wounded_out_of_danger_were_not_freed() -> None:
    assert claims("Two state agents were wounded and are out of danger.", tally="freed") == []


def test_a_part_is_of_the_side_of_its_whole() -> None:
    found = claims("Three of the attackers were arrested, two of them in a hospital.", tally="arrested")
    assert [c.counted.side for c in found] == ["armed_group", "armed_group"]


def test_who_gives_a_number_did_nothing() -> None:
    text = "Los números no son los que la Secretaría de Seguridad dio antes: 25 secuestrados y 18 liberados."
    assert not [r for c in claims(text, tally="abducted") for r in c.roles if r.role == "perpetrator"]


def test_the_number_of_hostages_are_hostages() -> None:
    text = "Governor Elena Pardo updated the total number of hostages freed to 58."
    assert [r.text for c in claims(text, tally="freed") for r in c.roles if r.role == "beneficiary"] == ["hostages"]


def test_a_group_that_tries_to_free_its_man_is_no_authority() -> None:
    found = claims("El grupo intentaba liberar a un preso en Tepalca, informó la fiscalía.")
    assert [r.role for c in found for r in c.roles if r.text == "El grupo"] == ["perpetrator"]


def test_what_goes_on_without_a_place_was_done_by_those_just_named() -> None:
    text = (
        "Soldados abatieron a dos sicarios el lunes en Tantima, Veracruz.\n\n"
        "Los hechos ocurrieron en La Ceiba. Ahí se decomisaron cinco fusiles."
    )
    agents = [[(r.text, r.inherited) for r in c.roles if r.role == "authority"] for c in claims(text, tally="seized")]
    assert agents == [[("Soldados", True)]]


def test_one_body_is_also_named_in_its_fullest_words() -> None:
    text = (
        "Elementos de la Semar detuvieron a dos hombres en Tepalca, Sonora.\n\n"
        "La Secretaría de Marina (Semar) no dio sus nombres."
    )
    (claim,) = claims(text, tally="arrested")
    agents = [r for r in claim.roles if r.role == "authority"]
    assert [(r.text, r.inherited) for r in agents] == [
        ("Elementos de la Semar", False),
        ("Secretaría de Marina (Semar)", True),
    ]
    assert {r.actor for r in agents} == {"a-semar"}
    assert all(r.span.of(text) == r.text for r in agents)


def test_an_indictment_sentences_nobody() -> None:
    text = "Ana Ruiz was sentenced to two years in prison. The indictment was the result of a long investigation."
    assert [r for c in claims(text, event="sentence") for r in c.roles if r.role == "authority"] == []


def test_the_news_takes_the_one_party_that_the_rest_of_the_report_names() -> None:
    text = (
        "Cuatro hombres fueron ejecutados el viernes en un bar de Torreón.\n\nVecinos llamaron a la policía.\n\n"
        "Nadie quiso hablar.\n\nLa calle fue cerrada.\n\nEn Torreón otros dos fueron heridos por el grupo armado."
    )
    agents = [r.text for c in claims(text, tally="killed") for r in c.roles if r.role == "perpetrator"]
    assert agents == ["el grupo armado"]


def test_those_pointed_back_to_are_called_as_the_report_first_called_them() -> None:
    text = (
        "Un grupo armado mató a dos hombres en un bar de Tepalca. Los sujetos armados derribaron la puerta. "
        "En el lugar murió Luis Peña."
    )
    last = claims(text, tally="killed")[-1]
    assert [(r.text, r.inherited) for r in last.roles if r.role == "perpetrator"] == [("Un grupo armado", True)]


@pytest.mark.parametrize(
    "text",
    [
        "Police found nine bodies in a field on Friday.",
        "Marines located three bodies and arrested two men.",
        "Police said the prosecutor found three bodies.",
        "Padres marcharon para exigir que el gobierno rescate a 40 rehenes en Celaya.",
    ],
)
def test_who_finds_or_frees_people_did_not_harm_them(text: str) -> None:
    assert [r.text for c in claims(text) for r in c.roles if r.role == "perpetrator"] == []


def test_what_the_news_came_after_lends_nobody_who_did_it() -> None:
    text = "Nine people were killed in Celaya on Thursday, three days after gunmen killed 14 people at a party."
    doers = {
        str(c.figure.count): [r.text for r in c.roles if r.role == "perpetrator"] for c in claims(text) if c.figure
    }
    assert doers == {"9": [], "14": ["gunmen"]}


@pytest.mark.parametrize(
    "text",
    [
        "Agentes detuvieron a tres hombres por el ataque al bar, donde el 25 de agosto murieron 12 personas.",
        "Agentes de la Policía Federal detuvieron a tres hombres por su participación en el ataque al bar La Noche, "
        "donde el 25 de agosto murieron 12 personas.",
    ],
)
def test_those_who_died_where_the_clause_says_are_its_own(text: str) -> None:
    assert [(str(c.figure.count), c.quote.text[-11:]) for c in claims(text, tally="killed") if c.figure] == [
        ("12", "12 personas")
    ]
    assert "Agentes" not in {r.text for c in claims(text, event="killing") for r in c.roles}


@pytest.mark.parametrize(
    "text",
    [
        "Gunmen kidnapped 60 people. Soldiers are still looking for the other nine.",
        "Police looked for three missing girls.",
        "Gunmen took 30 villagers. The families are searching for the eight who are still missing.",
        "El estado acumula 450 personas desaparecidas, según la fiscalía.",
    ],
)
def test_who_looks_for_the_missing_did_not_take_them(text: str) -> None:
    missing = claims(text, event="missing")
    assert missing
    named = [role for claim in missing for role in claim.roles if role.role == "perpetrator"]
    assert {role.text for role in named} <= {"Gunmen"}
    assert all(role.inherited for role in named)


def test_a_group_holds_those_who_are_missing() -> None:
    found = claims("The cartel's gunmen have left 12 villagers missing.", event="missing")
    assert [role.role for claim in found for role in claim.roles][:1] == ["perpetrator"]
