"""Place names in sentences of our own: what is found, what it means, what is refused."""

from __future__ import annotations

from itertools import pairwise

import pytest

from recuento.annotate.gazetteer import open_gazetteer
from recuento.annotate.places import find_places, read_places
from recuento.model import Name, PlaceMention, Span
from recuento.model.document import Language


def places(text: str, language: Language = "en", names: tuple[Name, ...] = ()) -> dict[str, PlaceMention]:
    found = find_places(text, language=language, gazetteer=open_gazetteer(), names=names)
    return {mention.span.of(text): mention for mention in found}


def test_a_dateline_is_a_place_of_the_report() -> None:
    found = places("CULIACAN, Mexico, March 3 (Reuters) - Gunmen freed a man in the northern city of Navolato.")
    assert found["CULIACAN"].dateline
    assert found["CULIACAN"].place.id == "geonames:4012176"
    assert found["Navolato"].locative
    assert not found["Navolato"].dateline
    assert found["Navolato"].place.admin1_code == "MX-SIN"


@pytest.mark.parametrize(
    ("text", "town", "state"),
    [
        ("Morelia, Mich. Dos hombres murieron.", "Morelia", "MX-MIC"),
        ("CULIACÁN, Sin.- Dos hombres murieron.", "CULIACÁN", "MX-SIN"),
        ("Monterrey, NL.- Dos hombres murieron.", "Monterrey", "MX-NLE"),
        ("Nuevo Laredo, Tamps., 3 de marzo.- Dos hombres murieron.", "Nuevo Laredo", "MX-TAM"),
        ("Torreón. Dos hombres murieron.", "Torreón", "MX-COA"),
        ("México, DF. Dos hombres murieron.", "México", "MX-CMX"),
        ("México, D.F. Dos hombres murieron.", "México", "MX-CMX"),
        ("Dos muertos en Coahuila\n\nTorreón, Coahuila. “Dos murieron”, dijo.", "Torreón", "MX-COA"),
        ("Chilpancingo, Gro., 4 de enero. Dos hombres murieron.", "Chilpancingo", "MX-GRO"),
    ],
)
def test_abbreviated_states_in_spanish_datelines(text: str, town: str, state: str) -> None:
    mention = places(text, "es")[town]
    assert mention.dateline
    assert mention.locative
    assert mention.place.admin1_code == state


@pytest.mark.parametrize(
    "text", ["Torreón recibió a dos hombres.", "Torreón.\n", "Murieron dos.\n\nEn Torreón. Dos más huyeron."]
)
def test_a_town_at_the_head_of_a_sentence_is_no_dateline(text: str) -> None:
    assert not any(mention.dateline for mention in places(text, "es").values())


def test_capitals_are_read() -> None:
    found = places(
        "BOGOTA, 4 JAN 90 (ACAN-EFE) -- THE MEDELLIN CARTEL ATTACKED THE TOWN OF SAN VICENTE DE CHUCURI, IN SANTANDER."
    )
    assert found["BOGOTA"].dateline
    assert found["SAN VICENTE DE CHUCURI"].place.admin1_code == "CO-SAN"
    assert "MEDELLIN" not in found


def test_town_and_state_settle_each_other() -> None:
    found = places("Shots were heard in Laredo, Texas, and in Guadalupe, Nuevo León.")
    assert found["Laredo"].place.admin1_code == "US-TX"
    assert found["Guadalupe"].place.admin1_code == "MX-NLE"
    assert places("Murió en Santa Ana, Sonora.", "es")["Santa Ana"].place.admin1_code == "MX-SON"


@pytest.mark.parametrize(
    ("text", "town", "state", "code"),
    [
        ("Murió en Lerdo, Durango.", "Lerdo", "Durango", "MX-DUR"),
        ("Murió en Fortín, Veracruz.", "Fortín", "Veracruz", "MX-VER"),
        ("Murió en Lagos de Moreno, Jalisco, México.", "Lagos de Moreno", "Jalisco", "MX-JAL"),
    ],
)
def test_what_qualifies_a_town_is_the_state_and_not_the_city_of_its_name(
    text: str, town: str, state: str, code: str
) -> None:
    found = places(text, "es")
    assert found[town].place.admin1_code == code
    assert found[state].place.id == f"iso:{code}"


def test_a_hamlet_needs_its_state_beside_the_name_of_a_great_city() -> None:
    # Durango, too, has a Monterrey.
    text = "En Lerdo, Durango, murieron dos; en Monterrey, tres."
    assert places(text, "es")["Monterrey"].place.admin1_code == "MX-NLE"
    assert places("Murió en Monterrey, Durango.", "es")["Monterrey"].place.admin1_code == "MX-DUR"


def test_an_unlisted_village_leaves_its_municipality_found() -> None:
    found = places("Murieron dos en Zorrotitla, Paso de Ovejas.", "es")
    assert found["Paso de Ovejas"].place.admin1_code == "MX-VER"


def test_namesakes_follow_the_states_that_the_report_names() -> None:
    texts = {"MX-MIC": "En Michoacán hubo un ataque en La Piedad.", "CO-NAR": "En Nariño hubo un ataque en La Unión."}
    for state, text in texts.items():
        town = "La Piedad" if state == "MX-MIC" else "La Unión"
        assert places(text, "es")[town].place.admin1_code == state


def test_mexico_is_a_country_a_state_and_a_city() -> None:
    found = places("Police in Mexico, in Mexico City and in the State of Mexico said nothing.")
    assert found["Mexico"].place.precision == "country"
    assert found["Mexico City"].place.id == "geonames:3530597"
    assert found["State of Mexico"].place.admin1_code == "MX-MEX"
    spanish = places("Hubo marchas en México, en la ciudad de México y en el Estado de México.", "es")
    assert spanish["ciudad de México"].place.id == "geonames:3530597"
    assert spanish["Estado de México"].place.admin1_code == "MX-MEX"


@pytest.mark.parametrize(
    "text",
    [
        "President Lázaro Cárdenas spoke.",
        "Juan Guerrero and Ana Hidalgo were there.",
        "The Sinaloa Cartel grew.",
        "The Washington Post reported it.",
        "Mexican officers arrived in March.",
    ],
)
def test_people_organisations_and_adjectives_are_no_places(text: str) -> None:
    assert places(text) == {}


@pytest.mark.parametrize(
    "text",
    [
        "El presidente Lázaro Cárdenas habló.",
        "El Cártel de Sinaloa creció.",
        "La Universidad de Guadalajara publicó un estudio.",
        "José Hidalgo y Pedro Guerrero fueron detenidos.",
        "El Monterrey ganó.",
        "Caminaba por la calle Morelos.",
    ],
)
def test_the_same_in_spanish(text: str) -> None:
    assert places(text, "es") == {}


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("Hamás atacó a dos soldados; un vocero de Hamás lo negó.", "es"),
        ("Hamas fighters killed two soldiers, members of Hamas said.", "en"),
        ("Cayeron dos de Los Rastrojos.", "es"),
        ("Fue en la delegación de la PGR.", "es"),
        ("Al municipio 200 elementos llegaron.", "es"),
        ("Dos integrantes del Barrio 18 huyeron.", "es"),
        ("La protesta terminó. EFE/EPA/VICTORIA PUEBLA", "es"),
        ("La protesta terminó. EFE/Ana R. Durango", "es"),
    ],
)
def test_groups_offices_and_photographers_are_no_places(text: str, language: Language) -> None:
    names = tuple(
        Name(span=Span(at, at + len(word)), kind="location")
        for word in ("Hamas", "PGR")
        if (at := text.find(word)) >= 0
    )
    assert places(text, language, names) == {}


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("Gunmen attacked the Westgate shopping centre in Nairobi. At Westgate people hid.", "en"),
        ("Fue en el centro comercial Westgate, en Nairobi. En Westgate hubo heridos.", "es"),
    ],
)
def test_a_building_bears_a_small_towns_name(text: str, language: Language) -> None:
    assert set(places(text, language)) == {"Nairobi"}


def test_what_bears_a_groups_name_and_is_a_town_all_the_same() -> None:
    found = places("Murieron dos en la comunidad de Santa Rosa de Lima, El Salvador. EFE / Ciudad de México.", "es")
    assert found["Santa Rosa de Lima"].place.country == "SV"
    assert "Ciudad de México" in found


@pytest.mark.parametrize(
    ("text", "language", "name"),
    [
        ("Sonora's attorney's office said so.", "en", "Sonora"),
        ("The Sinaloa governor spoke.", "en", "Sinaloa"),
        ("Four men died, the prosecutor's office of Meta said on Tuesday.", "en", "Meta"),
        ("Four men died, the attorney general's office of Chihuahua said on Tuesday.", "en", "Chihuahua"),
        ("Four men died, the Prosecutors' Office of Cauca said on Tuesday.", "en", "Cauca"),
        ("Washington said that it would act.", "en", "Washington"),
        ("El gobierno de Michoacán informó.", "es", "Michoacán"),
        ("El gobernador de Sinaloa habló.", "es", "Sinaloa"),
    ],
)
def test_a_speakers_place_is_not_where_it_happened(text: str, language: Language, name: str) -> None:
    assert not places(text, language)[name].locative


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Mataron a dos hombres en el Cauca.", "Cauca"),
        ("Mataron a dos hombres en el departamento del Cauca.", "Cauca"),
        ("Mataron a dos hombres en el Valle del Cauca.", "Valle del Cauca"),
        ("Mataron a dos hombres en el estado del Zulia.", "Zulia"),
        ("Plagiaron a 46 personas en un cantón de la provincia del Azuay.", "Azuay"),
        ("Plagiaron a 46 personas en Camilo Ponce Enríquez, cantón minero de la provincia del Azuay.", "Azuay"),
    ],
)
def test_regions_that_have_an_article_are_places(text: str, name: str) -> None:
    assert places(text, "es")[name].locative


@pytest.mark.parametrize(
    ("text", "name", "admin1"),
    [
        (
            "Mataron a dos en Camilo Ponce Enríquez, cantón minero de la provincia del Azuay.",
            "Camilo Ponce Enríquez",
            "Azuay",
        ),
        ("Mataron a dos en Medio San Juan, municipio del Chocó.", "Medio San Juan", "Chocó"),
    ],
)
def test_a_name_that_is_said_to_be_a_municipality_of_a_state_is_one(text: str, name: str, admin1: str) -> None:
    found = places(text, "es")[name]
    assert found.locative
    assert found.place.admin1 == admin1


def test_a_firm_of_a_state_is_no_place_in_it() -> None:
    assert not places("El director, con sede en Torre Alta, empresa de Sinaloa, murió.", "es").get("Torre Alta")


@pytest.mark.parametrize("text", ["El Cauca ganó al Monterrey.", "Dos directivos del Toluca fueron asesinados."])
def test_an_article_makes_a_town_a_club(text: str) -> None:
    assert not places(text, "es")


def test_an_office_of_no_authority_says_nothing_of_where() -> None:
    assert not places("The law office of Sonora closed.")


def test_the_word_state_after_a_name_leaves_it_a_place() -> None:
    assert places("Four were freed in Sinaloa state, police said.")["Sinaloa"].locative
    assert not places("It was announced by Sinaloa state police.")["Sinaloa"].locative


def test_finer_places_take_the_state_around_them() -> None:
    found = places("Apatzingán, Mich. Dos hombres murieron en la colonia Lázaro Cárdenas.", "es")
    colonia = found["Lázaro Cárdenas"]
    assert colonia.place.precision == "exact"
    assert colonia.place.id is None
    assert colonia.place.admin1_code == "MX-MIC"
    assert colonia.locative


ROUND_UP = """Morelia, Mich. Murieron seis, uno en la colonia Acacias.

En Monterrey, cayó uno. Otro murió en la colonia Encinos.

Más tarde ardió una casa en la colonia Fresnos.

En Lerdo, Durango, murió otro, hijo del alcalde de Navojoa, en el barrio Guamúchil."""


@pytest.mark.parametrize(
    ("name", "state"),
    [("Acacias", "MX-MIC"), ("Encinos", "MX-NLE"), ("Fresnos", "MX-NLE"), ("Guamúchil", "MX-DUR")],
)
def test_finer_places_lie_where_their_paragraph_does(name: str, state: str) -> None:
    assert places(ROUND_UP, "es")[name].place.admin1_code == state


@pytest.mark.parametrize(
    ("text", "quarter", "name"),
    [
        ("Apatzingán, Mich. Dos hombres murieron en la colonia Acacias.", "Acacias", "Acacias, Apatzingán"),
        ("Lerdo, Dgo. Cayó uno en la colonia Acacias, en el municipio de Navojoa.", "Acacias", "Acacias, Navojoa"),
        ("Fue ayer.\n\nMatan a otro en Torreón\n\nCayó en la colonia Fresnos.", "Fresnos", "Fresnos, Torreón"),
        ("Morelia, Mich. Cayeron dos.\n\nEn Sonora cayó otro en la colonia Fresnos.", "Fresnos", "Fresnos"),
        ("México, DF. Cayeron dos en la colonia Fresnos.", "Fresnos", "Fresnos"),
    ],
)
def test_a_quarter_bears_its_towns_name(text: str, quarter: str, name: str) -> None:
    assert places(text, "es")[quarter].place.name == name


def test_a_citys_name_keeps_its_sense_after_a_point_of_the_compass() -> None:
    assert (
        places("En el sur de Monterrey cayeron dos.\n\nOtro, en Durango.", "es")["Monterrey"].place.admin1_code
        == "MX-NLE"
    )


@pytest.mark.parametrize(
    "text",
    [
        "Los cateos fueron en la cabecera municipal de Temixco, Morelos, dijo la fiscalía.",
        "Dispararon en un exclusivo centro comercial de Temixco, Morelos.",
        "Cayeron seis en un predio rural de Temixco, en el estado de Morelos.",
        "Quemaron dos patrullas frente a la alcaldía de Temixco, Morelos.",
        "Estalló un artefacto en las oficinas de la fiscalía de Temixco, Morelos.",
    ],
)
def test_a_building_or_an_office_puts_the_event_in_its_town(text: str) -> None:
    assert places(text, "es")["Temixco"].locative


def test_an_office_that_speaks_puts_nothing_in_its_town() -> None:
    assert not places("Lo informó la alcaldía de Temixco, Morelos.", "es")["Temixco"].locative


def test_an_office_is_no_quarter() -> None:
    assert "Norte" not in " ".join(places("Lo dijo la Delegación Norte de la Fiscalía Estatal.", "es"))


def test_a_quarter_in_a_country_has_that_country_alone() -> None:
    place = places("Morelia, Mich. Cayeron dos.\n\nEn Honduras cayó otro, en el barrio Acacias.", "es")["Acacias"].place
    assert (place.admin1, place.country) == (None, "HN")


def test_municipio_de_means_the_municipality() -> None:
    mention = places("Fue en el municipio de Culiacán, Sinaloa.", "es")["Culiacán"]
    assert mention.place.id == "inegi:25006"


def test_an_unlisted_village_is_a_bare_name_in_its_state() -> None:
    found = places("Two men died in the village of Zorrotitla, Guerrero.")
    assert found["Zorrotitla"].place.admin1_code == "MX-GRO"
    assert found["Zorrotitla"].place.latitude is None


def test_roads_are_sites_and_no_places() -> None:
    text = "Fue en la calle 5 de Mayo, entre Morelos y Galeana, de Navojoa."
    readings = read_places(text, language="es", gazetteer=open_gazetteer())
    site = next(reading for reading in readings if reading.kind == "site")
    assert site.phrase.of(text) == "calle 5 de Mayo, entre Morelos y Galeana"
    assert "Navojoa" in places(text, "es")


def test_the_models_names_add_places_and_overrule_people() -> None:
    text = "Shots were fired in Quilcotepa on Monday."
    start = text.index("Quilcotepa")
    name = Name(span=Span(start, start + len("Quilcotepa")), kind="location")
    assert "Quilcotepa" not in places(text)
    assert places(text, names=(name,))["Quilcotepa"].locative


def test_lists_of_states_are_no_pairs() -> None:
    found = places("Cases were seen in Oklahoma, Pennsylvania, Washington and California.")
    assert {mention.place.precision for mention in found.values()} == {"admin1"}


@pytest.mark.parametrize(
    "text", ["", "\n", "...", "á", "¿?", "A" * 5000, "Culiacán" * 3, "un casino", "la colonia", "casino."]
)
def test_odd_texts_do_no_harm(text: str) -> None:
    for mention in find_places(text, language="es", gazetteer=open_gazetteer()):
        assert mention.span.of(text)


def test_mentions_stand_in_order_without_overlap() -> None:
    text = "En Culiacán, Sinaloa, y en la colonia Centro de Guaymas, Sonora, hubo ataques; en Nogales, no."
    spans = [m.span for m in find_places(text, language="es", gazetteer=open_gazetteer())]
    assert spans == sorted(spans)
    assert all(not a.overlaps(b) for a, b in pairwise(spans))


@pytest.mark.parametrize(
    "text",
    [
        "Gunmen opened fire in the La Lima area of Culiacan early on Sunday.",
        "Two men died in the San Carlos neighborhood of Culiacan.",
    ],
)
def test_a_part_of_a_town_lies_in_it_whatever_town_bears_its_name(text: str) -> None:
    assert [(words, mention.place.name) for words, mention in places(text).items()] == [("Culiacan", "Culiacán")]


@pytest.mark.parametrize(
    ("text", "named", "name", "town"),
    [
        ("Cayó uno en la colonia Acacias de Uruapan, Michoacán.", "Acacias", "Acacias, Uruapan", "Uruapan"),
        ("En la vereda Filo Seco de El Tarra (Norte de Santander).", "Filo Seco", "Filo Seco, El Tarra", "El Tarra"),
        ("Cayó uno en la vereda El Danubio de Tame (Arauca).", "El Danubio", "El Danubio, Tame", "Tame"),
        ("Huyeron de Uruapan. Cayó uno en la colonia Acacias de Uruapan.", "Acacias", "Acacias, Uruapan", "Uruapan"),
    ],
)  # fmt: skip
def test_a_hamlets_name_ends_before_that_of_its_town(text: str, named: str, name: str, town: str) -> None:
    found = places(text, "es")
    assert found[named].place.name == name
    assert found[named].place.latitude is not None
    assert found[town].locative


def test_a_quarter_keeps_a_towns_name_that_is_part_of_its_own() -> None:
    assert places("Cayó uno en la colonia Lomas de Uruapan.", "es")["Lomas de Uruapan"].place.precision == "exact"


@pytest.mark.parametrize(
    "text", ["Cayó uno en zona rural de Tame, Arauca.", "Cayó uno en el sector norte de Tame, Arauca."]
)
def test_words_around_a_town_leave_it_the_town(text: str) -> None:
    assert places(text, "es")["Tame"].place.id == "geonames:3667478"


def test_a_department_of_state_is_no_place() -> None:
    assert not places("El Departamento del Tesoro sancionó a dos; el Departamento de Defensa calló.", "es")


def test_a_quarter_whose_only_namesakes_are_small_and_abroad_lies_in_the_reports_town() -> None:
    found = places("A clerk was shot in Whitehaven on Friday, Memphis police said.")
    assert found["Whitehaven"].place.name == "Whitehaven, Memphis"
    assert (found["Whitehaven"].place.admin1_code, found["Whitehaven"].place.precision) == ("US-TN", "exact")


def test_a_village_far_away_is_no_namesake_of_a_towns_part() -> None:
    # Villages called La Lima lie in Tabasco, San Luis Potosí and Veracruz.
    found = places("Un agente murió en La Lima, informó la policía de Culiacán.", "es")
    assert found["La Lima"].place.name == "La Lima, Culiacán"
    assert (found["La Lima"].place.admin1_code, found["La Lima"].place.precision) == ("MX-SIN", "exact")


def test_a_persons_name_says_nothing_of_where_a_report_speaks_of() -> None:
    # Rocha is a department of Uruguay and Mérida a great town of Yucatán.
    text = "CULIACÁN, Sinaloa.- El gobernador Rubén Rocha Moya y Gerardo Mérida callaron. Un agente murió en La Lima."
    assert places(text, "es")["La Lima"].place.name == "La Lima, Culiacán"


@pytest.mark.parametrize(
    "text",
    [
        "Un agente murió en La Lima, Tabasco, informó la policía de Culiacán.",
        "Un agente murió en La Lima. El gobierno de Tabasco pidió ayuda a Culiacán.",
        "Ciudad de México.- Un agente murió en La Lima.",
    ],
)
def test_a_village_is_itself_where_its_state_is_told_or_the_capital_tells_of_it(text: str) -> None:
    assert places(text, "es")["La Lima"].place.admin1 == "Tabasco"


@pytest.mark.parametrize(
    "text",
    [
        "A clerk was shot in Whitehaven on Friday, police said.",
        "A clerk was shot in Whitehaven, England, on Friday, Memphis police said.",
        "A clerk was shot in Whitehaven on Friday. British police asked Memphis and Chicago for help.",
    ],
)
def test_a_small_town_abroad_stays_one_where_the_report_says_so_or_has_no_one_great_town(text: str) -> None:
    assert places(text)["Whitehaven"].place.country == "GB"


@pytest.mark.parametrize(
    ("text", "language", "name", "state"),
    [
        ("Gunmen killed five in Tudun Wada, in the northern state of Kaduna.", "en", "Tudun Wada", "NG-KD"),
        ("Herdsmen raided a farm in Riyom Dutse, in Nigeria's Plateau state.", "en", "Riyom Dutse", "NG-PL"),
        ("En la feria de Asunción Mita, en el departamento guatemalteco de Jutiapa.", "es", "Asunción Mita", "GT-22"),
    ],
)  # fmt: skip
def test_a_state_with_its_own_preposition_holds_the_place_before_it(
    text: str, language: Language, name: str, state: str
) -> None:
    mention = places(text, language)[name]
    assert mention.place.admin1_code == state
    assert mention.locative


def test_a_quarter_that_no_gazetteer_knows_lies_in_the_reports_one_great_town() -> None:
    text = "A clerk was shot in Frayser on Friday, Memphis police said."
    quarter = Name(span=Span(text.index("Frayser"), text.index("Frayser") + 7), kind="location")
    assert places(text, names=(quarter,))["Frayser"].place.name == "Frayser, Memphis"
    both = text.replace("Memphis", "Memphis and Chicago")
    assert places(both, names=(quarter,))["Frayser"].place.name == "Frayser"


def test_a_hospital_that_the_hurt_are_taken_to_is_no_scene() -> None:
    found = places("Five were taken to a nearby hospital in Culiacán; a nurse was shot in a hospital in Navolato.")
    assert not found["Culiacán"].locative
    assert found["Navolato"].locative


@pytest.mark.parametrize(
    ("text", "name", "country"),
    [
        ("Mataron a dos hombres en León y a otro en Apaseo el Grande.", "León", "MX"),
        ("Mataron a dos hombres en Mérida.", "Mérida", "MX"),
        ("Two officers were killed in Georgia on Monday.", "Georgia", "US"),
        ("Two men were killed in Santander.", "Santander", "CO"),
    ],
)
def test_a_state_is_no_likelier_than_a_great_town_of_its_name(text: str, name: str, country: str) -> None:
    language = "es" if text.startswith("Mataron") else "en"
    found = find_places(text, language=language, gazetteer=open_gazetteer())
    assert country in [p.place.country for p in found if p.span.of(text) == name]


def test_a_number_alone_names_no_quarter() -> None:
    text = "Según el parte de la Zona 5. Seis huyeron; dos murieron en la zona 18."
    found = places(text, "es")
    assert not found["Zona 5"].locative
    assert found["zona 18"].locative
    assert "5. Seis" not in found


@pytest.mark.parametrize("joins", ["que une a Jamundí con", "que comunica Jamundí con"])
def test_a_road_between_two_towns_puts_it_in_the_first(joins: str) -> None:
    found = places(f"Murieron dos en la carretera {joins} Cali.", "es")
    assert found["Jamundí"].locative
    assert not found["Cali"].locative


@pytest.mark.parametrize(
    ("town", "text"),
    [
        ("Caborca", "Murieron dos en un tramo carretero de Caborca, Sonora."),
        ("Culiacán", "Murieron dos en una calle de Culiacán."),
        ("Mérida", "Murieron dos en el periférico de Mérida."),
        ("Cuencamé", "Murieron dos en la carretera que va de Cuencamé a Gómez Palacio."),
    ],
)
def test_a_road_without_a_name_of_its_own_is_in_its_town(town: str, text: str) -> None:
    assert places(text, "es")[town].locative


def test_an_avenue_that_bears_a_country_is_not_in_it() -> None:
    assert "Cuba" not in places("Murieron dos en la avenida de Cuba.", "es")


def test_a_town_alone_opens_a_report() -> None:
    assert places("QUEVEDO (AFP).- Murieron dos.", "es")["QUEVEDO"].dateline
    assert places("Arcelia.- Murieron dos, dijo la Fiscalía de Guerrero.", "es")["Arcelia"].dateline
    assert not places("Mora.- Señor presidente, murieron dos.", "es")


@pytest.mark.parametrize(
    ("town", "text"),
    [
        ("Támara", "Un juez de Honduras lo mandó a la cárcel de Támara."),
        ("Istmina", "Los heridos huyeron hacia la cabecera de Istmina, Chocó."),
        ("Phoenix", "Murieron dos hombres procedentes de Phoenix, Arizona."),
        ("Palma Sola", "En Veracruz murieron dos en la carretera que comunica a la localidad de Palma Sola."),
    ],
)
def test_where_somebody_is_sent_or_comes_from_is_no_scene(town: str, text: str) -> None:
    found = places(text, "es")
    assert town not in found or not found[town].locative


@pytest.mark.parametrize(
    ("town", "text"),
    [
        ("Támara", "Un motín en la cárcel de Támara, en Honduras, dejó dos muertos."),
        (
            "Jamundí",
            "La vía que une a Jamundí con Potrerito se volvió un infierno, dijo la Policía del Valle del Cauca.",
        ),
        ("Huamachuco", "El rescate se hizo en la ciudad andina de Huamachuco, en el Perú."),
        ("Choloma", "En un motel de Choloma, en Honduras, murieron dos."),
    ],
)
def test_a_road_with_both_its_ends_and_a_building_set_a_scene(town: str, text: str) -> None:
    assert places(text, "es")[town].locative


def test_a_small_town_of_two_words_opens_a_report() -> None:
    assert places("San José del Guaviare.- Murieron dos colonos.", "es")["San José del Guaviare"].dateline
    assert places("La Lima.- Murieron tres.", "es")["La Lima"].dateline
    assert places("Quinindé.- Murieron tres.", "es")["Quinindé"].dateline


def test_a_surname_that_is_also_a_place_is_no_place() -> None:
    name = Name(span=Span(0, 12), kind="person")
    text = "Duván Cortés fue extraditado. Las autoridades habían capturado a Cortés en enero."
    found = find_places(text, language="es", gazetteer=open_gazetteer(), names=(name,))
    assert "Cortés" not in {p.span.of(text) for p in found}
