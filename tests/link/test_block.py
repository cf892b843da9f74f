"""The keys that ledgers keep have a name, and other keys have another: else an old ledger finds few of its reports."""

from __future__ import annotations

from dataclasses import replace
from hashlib import blake2b

from tests.builders import CULIACAN, MEXICO, SINALOA, report, told

from recuento.link import Linker
from recuento.link.across import person_keys
from recuento.link.block import KEYED_BY
from recuento.model import Account, Mark, Passage

KEPT = {"keys@2026-11-23": "789f183a3ffd"}
"""The name of the keys, and a digest of those of the accounts below.

If this test fails you have changed which keys are kept: give `KEYED_BY` another name, so that ledgers that keep the old
ones are given the new, and put both here.
"""


def accounts() -> tuple[Account, ...]:
    """Return accounts that have keys of every sort. Everyone in them is invented."""
    by = told(
        "Evaristo Quiñonera killed 12 people", "killing", "killed", 12, actor=("perpetrator", "Evaristo Quiñonera")
    )
    somewhere = replace(SINALOA, admin1=None, admin1_code=None)
    died = [told(f"{number} people died", "killing", "killed", number) for number in (2, 3, 4)]
    tellings = zip([by, *died], [CULIACAN, somewhere, MEXICO, None], strict=True)
    made = [report("2024-03-24", [said], place=place, on="2024-03-23") for said, place in tellings]
    return tuple(worded(account) for coding in made for account in coding.accounts)


def worded(account: Account) -> Account:
    words = ("zarzaparrilla", "quinonera", "evaristo", "palomar", "ambulance", "neighbours", "police", "culiacan")
    marks = tuple(Mark(word=word, weight=10, name=word in words[:4]) for word in words)
    passage = Passage(language="en", own=marks, report=marks, pairs=("evaristo quinonera",), venues=("palomar",))
    return replace(account, passage=passage)


def kept() -> list[str]:
    linker = Linker()
    return [
        key
        for account in accounts()
        for key in sorted(linker.keys(account).kept | person_keys(account, linker.weights).kept)
    ]


def test_other_keys_have_another_name() -> None:
    assert {KEYED_BY: blake2b("\n".join(kept()).encode(), digest_size=6).hexdigest()} == KEPT


def test_there_are_keys_of_every_sort() -> None:
    sorts = {":".join(key.partition("|")[2].split(":")[:-1]) or key.split(":")[1] for key in kept() if ":" in key}
    assert sorts >= {"a", "in", "only", "f:killed", "r", "t", "u", "n", "v", "did"}
    assert any("|evaristo+quinonera" in key for key in kept())  # two rare words, within seasons
