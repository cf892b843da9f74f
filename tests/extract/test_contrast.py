"""Another than the doer is no one more of the dead."""

from __future__ import annotations

import pytest
from tests.extract.reading import claims


@pytest.mark.parametrize(
    ("text", "scope"),
    [
        ("A teen was charged on Wednesday with killing another teen in Boise.", None),
        ("Deputies arrested a driver and charged him with the murder of another driver in March.", None),
        ("A prisoner stabbed another prisoner to death in the yard on Monday.", None),
        ("Un chofer mató a otro chofer el lunes en Tepic.", None),
        ("Un juez vinculó a proceso a un preso por matar a otro preso en el penal de Tepic.", None),
        ("Gunmen killed another two officers on Tuesday.", "increment"),
        ("Another man was killed on Tuesday in the same street.", "increment"),
        ("Otro hombre murió el martes en la misma calle.", "increment"),
        ("A 16-year-old boy was charged, accused of killing another teen over a debt.", None),
        ("She stabbed another woman to death in the bar.", None),
    ],
)
def test_scope(text: str, scope: str | None) -> None:
    assert [c.scope for c in claims(text, tally="killed")] == [scope]


def test_one_more_beside_one_of_his_kind_is_one_more() -> None:
    found = claims("A man was killed on Monday and another man was killed on Tuesday in Boise.", tally="killed")
    assert found[-1].scope == "increment"


@pytest.mark.parametrize(
    ("text", "scope"),
    [
        ("Gunmen attacked a patrol in Laredo on Sunday, killing one guard and wounding another.", None),
        ("Gunmen attacked a patrol in Laredo on Sunday, killing one guard and wounding three more.", None),
        ("Un ataque armado dejó un muerto y otros tres heridos en Reynosa.", None),
        ("Murió una persona y otra resultó lesionada en un ataque armado en Reynosa.", None),
        ("Another guard was wounded by gunmen on Sunday.", "increment"),
        ("Two men were wounded on Sunday and another was wounded on Monday in Laredo.", "increment"),
    ],
)
def test_another_who_met_another_fate_is_on_top_of_nothing(text: str, scope: str | None) -> None:
    assert claims(text, tally="wounded")[-1].scope == scope
