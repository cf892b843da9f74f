"""MUC-4's slots, filled from what the reader says of invented wire reports."""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path

import pytest
from bench.muc4 import main, templates

from recuento.pipeline import code_text


def filled(text: str) -> list[dict[str, object]]:
    return [template.wire() for template in templates(code_text(text, published_on=date(1989, 6, 1)))]


def test_a_bombing_with_its_weapon_group_and_target_is_one_template() -> None:
    [found] = filled("FMLN guerrillas bombed a bank in San Miguel today with dynamite. Two passers-by were killed.")
    assert found["incident_type"] == "bombing"
    assert found["PerpInd"] == [["fmln guerrillas"]]
    assert found["PerpOrg"] == [["fmln"]]
    assert found["Target"] == [["bank"]]
    assert found["Weapon"] == [["dynamite"]]


def test_a_victim_is_named_without_titles() -> None:
    [found] = filled("Judge Elvira Quispe Tarazona was murdered in Ayacucho this morning.")
    assert (found["incident_type"], found["Victim"]) == ("attack", [["Elvira Quispe Tarazona"]])


@pytest.mark.parametrize(
    "text",
    ["Soldiers killed six guerrillas in a clash near Usulutan.", "The ministers met in Lima and signed a treaty."],
)
def test_war_between_armed_sides_and_other_news_fill_nothing(text: str) -> None:
    assert filled(text) == []


def test_rows_are_read_without_their_templates(tmp_path: Path) -> None:
    rows, out = tmp_path / "rows.jsonl", tmp_path / "said.jsonl"
    row = {"docid": "X-1", "text": "GUERRILLAS KIDNAPPED A BANKER IN CALI TODAY.", "gtt_templates": "never read"}
    rows.write_text(json.dumps(row) + "\n", encoding="utf-8")
    main(rows, out)
    [said] = [json.loads(line) for line in out.read_text(encoding="utf-8").splitlines()]
    assert said["docid"] == "X-1"
    assert [template["incident_type"] for template in said["templates"]] == ["kidnapping"]
