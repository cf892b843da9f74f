"""How many a headline says were killed."""

import json
from pathlib import Path

import pytest
from bench.headlines import main

DAY = "2021-03-02"
ROWS = [
    {"id": 1, "lang": "es", "headline": "Hallan tres cuerpos en una fosa de Villa Serena", "pub_date": DAY, "best": 9},
    {"id": 2, "lang": "en", "title": "Two dead in Villa Serena shooting", "date": DAY, "expected": {"killed": 9}},
    {"id": 3, "lang": "en", "headline": "Mayor opens a new market hall", "pub_date": DAY, "best": 9},
]

SAID = [
    ("en", "Gunmen Kill 4 Relatives of Clerk", 4),
    ("en", "8 die in Villa Serena", 8),
    ("en", "Body found near the old station", 1),
    ("en", "They kill him in the yard of his house", 1),
    ("en", "Three bakers found murdered in Villa Serena", 3),
    ("en", "Prices fall in Villa Serena", None),
    ("en", "Baker wounded in Villa Serena", None),
    ("es", "Asesinan a joven en una tienda de Villa Serena", 1),
    ("es", "Ejecutan a balazos a vendedor de tostadas en Villa Serena", 1),
    ("es", "Balean a un panadero en Villa Serena; murió en el hospital", 1),
    ("es", "Ataque a un sitio de mototaxis deja dos muertos y un herido", 2),
    ("es", "Hallan cadáver encobijado en Villa Serena", 1),
    ("es", "Asesinan de cuatro balazos a panadero", 1),
    ("en", "Baker shot in Villa Serena dies in hospital", 1),
    ("en", "They shoot five in Villa Serena; two die", 2),
    ("en", "Attack on inn leaves one injured and one dead", 1),
    ("en", "Two bakers and a nurse are murdered", 3),
    ("en", "They murder a couple in Villa Serena", 2),
    ("en", "Double murder in Villa Serena", 2),
    ("en", "Another murder in Villa Serena", 1),
    ("en", "Baker arrested for murder", None),
    ("en", "They kill nine in different parts of the state", None),
    ("es", "Asesinan a panadero y a enfermera en Villa Serena", 2),
    ("es", "Ejecutan a dos hombres y una mujer en Villa Serena", 3),
    ("es", "Lo matan a tiros en Villa Serena", 1),
    ("es", "[VIDEO] Hallan un cuerpo embolsado en Villa Serena", 1),
    ("es", "Enfrentamientos dejan dos muertos y seis policías heridos", 2),
    ("es", "Asesinan a once personas en distintos puntos de Villa Serena", None),
    ("en", "Attack leaves a woman dead and a baker injured", 1),
    ("en", "Two bakers found dead inside a van", 2),
    ("en", "They find a dead young man in Villa Serena", 1),
    ("en", "They locate the lifeless bodies of a baker and a nurse", 2),
    ("es", "Matan a malabarista en Villa Serena", 1),
    ("es", "Persiguen a dos panaderos y los asesinan a balazos", 2),
    ("es", "Un hombre muerto y uno lesionado en Villa Serena", 1),
    ("en", "Stylist murdered in Villa Serena", 1),
    ("en", "They murder a man on August 18", 1),
    ("en", "Hitmen kill man and injure son", 1),
    ("es", "Mujer es asesinada a balazos al oriente de Villa Serena", 1),
    ("es", "Asesinan a familia en Villa Serena", None),
    ("es", "Matan el tiempo en la plaza de Villa Serena", None),
    ("es", "Hieren a panadero en Villa Serena", None),
    ("en", "They find three bakers shot dead in Villa Serena", 3),
    ("en", "They locate a baker shot dead in Villa Serena", 1),
    ("en", "Dies after being shot outside her bakery", 1),
    ("en", "Executed when he was coming home from the bakery", 1),
    ("en", "Lies dead by the river", 1),
    ("en", "Woman Shot and Killed Inside Bakery in Villa Serena", 1),
    ("en", "27-year-old baker dies after being shot in Villa Serena", 1),
    ("en", "They execute a locksmith in Villa Serena", 1),
    ("en", "They murdered one this morning in Villa Serena", 1),
    ("en", "Gunmen execute three outside a bakery", 3),
    ("en", "Another executed in Villa Serena", 1),
    ("en", "Armed attack in Villa Serena; they report a dead", 1),
    ("en", "They find the fourth dead of the day in Villa Serena", 1),
    ("en", "First murder of the year occurred in the Los Tilos neighborhood", 1),
    ("en", "Murdered and with his hands tied, they locate a baker in Villa Serena", 1),
    ("en", "Nephew of the old baker murdered in Villa Serena", 1),
    ("en", "Baker executed at her door this week", 1),
    ("en", "They identify the mother and son murdered in Villa Serena", 2),
    ("en", "The bodies of 3 men and 2 women discovered in Villa Serena", 5),
    ("en", "El 400 Executed in Villa Serena", 1),
    ("en", "They kill a baker in the neighborhood 16 de Septiembre", 1),
    ("en", "Villa Serena: Ana Lima Robles killed, sister of a baker", 1),
    ("en", "4 Murdered inside a bakery in Santa Rosa de la Cruz", 4),
    ("en", "Rosa Vicario Ledesma murdered", 1),
    ("en", "They kill a father and his children in Villa Serena", None),
    ("en", "They kill the parents of a baker in Villa Serena", 2),
    ("es", "Asesinan a padres de un panadero en Villa Serena", 2),
    ("es", "Asesinan a panadero de El Topo 35 en Villa Serena", 1),
    ("es", "Asesinato de 4 en Villa Serena fue un ajuste de cuentas", None),
    ("en", "They kill bakers in Villa Serena", None),
    ("en", "Gunmen kill baker in front of his wife and son", 1),
    ("es", "Matan a panadero frente a su esposa e hijo", 1),
    ("en", "They kill", None),
    ("en", "Killed in Villa Serena", None),
    ("en", "Villa Serena awakes to dismembered bodies", None),
    ("en", "Identified murdered bakers in Villa Serena", None),
    ("en", "A baker and his sons murdered in Villa Serena", None),
]

TOLD = [
    ("en", "Mayor and driver shot dead in Villa Serena", 2),
    ("en", "Priest, 3 nuns killed in church", 4),
    ("en", "Two farmers and a nurse found dead", 3),
    ("en", "Gunman who killed two guards shot dead", 1),
    ("en", "Four men gunned down at bar; two died", 2),
    ("en", "Baker riddled with bullets; dies at hospital", 1),
    ("en", "Bodies of couple found in canal", 2),
    ("en", "Bodies found in canal", None),
    ("en", "Corpse with banner left on bridge", 1),
    ("en", "Ex-soldier killed near market", 1),
    ("en", "Woman and her two daughters murdered", 3),
    ("en", "Family massacred in Villa Serena", None),
    ("en", "Family massacred in Villa Serena; 4 dead", 4),
    ("en", "Double murder in Villa Serena", 2),
    ("en", "Multiple homicide shocks Villa Serena", None),
    ("en", "They identify two of the three murdered in Villa Serena", 3),
    ("en", "Nurse murdered days after the killing of her husband", 1),
    ("en", "A driver is dead and a passenger seriously wounded", 1),
    ("en", "Attack leaves a farmer dead and two wounded", 1),
    ("en", "Shootout leaves one dead and 3 arrested", 1),
    ("en", "Villa Serena nears 300 murders", None),
    ("en", "Five killed in drug violence in Villa Serena", 5),
    ("en", "Two bodies and a banner in Villa Serena", 2),
    ("en", "Murder in Villa Serena's market", 1),
    ("en", "Killed as he left his house", 1),
    ("es", "Asesinan frente a sus hijos a maestra en Villa Serena", 1),
    ("es", "Matan a panadero y a clienta en Villa Serena", 2),
    ("es", "Matan a maestra y su hija", 2),
    ("es", "Matan al panadero y regidor de Villa Serena", 1),
    ("es", "Asesinan a paciente dentro de hospital", 1),
    ("es", "Fueron tres los ejecutados en Villa Serena", 3),
    ("es", "Son cuatro los muertos por la balacera", 4),
    ("es", "Suman 80 homicidios en Villa Serena", None),
    ("es", "Identifican a uno de los dos ejecutados", 2),
    ("es", "Asesinan a líder a tres días del asesinato de su hermano", 1),
    ("es", "Acribillan a cuatro en bar; mueren dos", 2),
    ("es", "Doble homicidio en tienda de Villa Serena", 2),
    ("es", "Múltiple homicidio en Villa Serena", None),
    ("es", "Hallan cadáver embolsado en canal", 1),
    ("es", "Hallan cinco cuerpos en barranca", 5),
    ("es", "Un sicario que mató a dos policías fue abatido", 1),
    ("es", "Otro asesinado en Villa Serena", 1),
    ("es", "Masacran a familia en Villa Serena", None),
    ("es", "Matan a un hombre y hieren a dos", 1),
    ("es", "Matan a dos hombres y una mujer", 3),
    ("es", "Ejecutan a padre e hijo", 2),
    ("es", "Mueren dos tras ataque", 2),
    ("es", "Muere herido en ataque del lunes", 1),
    ("en", "Two guards, those murdered along with Rosa Vicario", 3),
    ("en", "Another baker's body parts left in Villa Serena", None),
    ("en", "Photo of a murder victim in Villa Serena", 1),
    ("en", "Bus driver, 3 bakers murdered in Villa Serena", 4),
    ("en", "Rosa Vicario and Ana Lima, two nurses, killed in Villa Serena", 2),
]

# Short lists, words for two and three, children who are not meant, and sums over several incidents.
SHORT = [
    ("en", "Pair gunned down outside bakery", 2),
    ("en", "Bodies of missing trio found in canal", 3),
    ("en", "Quartet of bakers found dead", 4),
    ("en", "Baker, apprentice killed on highway", 2),
    ("en", "Couple, baby slain in Villa Serena", 3),
    ("en", "Couple, two children slain in Villa Serena", 4),
    ("en", "Two bakers and a nurse die in Villa Serena", 3),
    ("en", "59 escape, 7 die during jail riot", 7),
    ("en", "Mother of three slain in Villa Serena", 1),
    ("en", "Father of two shot dead by gunmen", 1),
    ("en", "Woman, 34, hacked to death in Villa Serena", 1),
    ("en", "Baker-elect of the guild opens shop", None),
    ("en", "Villa Serena mayor-elect slain", 1),
    ("en", "Triple slaying rocks Villa Serena", 3),
    ("en", "Three bakers fall in ambush", 3),
    ("en", "They take the life of a baker in Villa Serena", 1),
    ("en", "Murder of a baker and one suicide in Villa Serena", 1),
    ("en", "Durango homicides fall 20 percent", None),
    ("en", "Over 300 killed in Villa Serena this year", None),
    ("en", "Violent Friday leaves six dead in Villa Serena", None),
    ("en", "They kill two bakers in 45 minutes", None),
    ("en", "Five killed over the weekend in Villa Serena", None),
    ("en", "One of those injured in attack on bakery dies", 1),
    ("en", "Boy among wounded, mother dead in Villa Serena", 1),
    ("en", "Two nurses among injured, baker dead in Villa Serena", 1),
    ("en", "Violent Friday leaves one dead in Villa Serena", 1),
]


def killed(rows: list[dict[str, object]], folder: Path) -> list[int | None]:
    given, out = folder / "rows.jsonl", folder / "out.jsonl"
    given.write_text("".join(json.dumps(row) + "\n" for row in rows), encoding="utf-8")
    main(given, out)
    return [json.loads(line)["killed"] for line in out.read_text(encoding="utf-8").splitlines()]


def test_the_dead_of_a_headline_are_counted_and_gold_is_not_read(tmp_path: Path) -> None:
    assert killed(ROWS, tmp_path) == [3, 2, None]


@pytest.mark.parametrize(("lang", "headline", "expected"), SAID + TOLD + SHORT)
def test_headlines_are_read_as_written(lang: str, headline: str, expected: int | None, tmp_path: Path) -> None:
    assert killed([{"id": 1, "lang": lang, "headline": headline, "date": DAY}], tmp_path) == [expected]


def test_the_words_of_a_headline_tell_its_language_before_the_column_does(tmp_path: Path) -> None:
    assert killed([{"id": 1, "lang": "en", "headline": "Matan a dos panaderos", "date": DAY}], tmp_path) == [2]
