"""A title's figure where the text has none: of the account that the text tells, or an account of its own."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from recuento.model.claim import Account

__all__ = ["with_title"]


def with_title(told: Sequence[Account], titled: Sequence[Account]) -> list[Account]:
    """Return the text's accounts with the claims of the title's: "Four shot" is of the shooting that the text tells.

    A title's account that fits none of the text's stands by itself, behind them.
    """
    found = list(told)
    for account in titled:
        at = next((place for place, home in enumerate(found) if _is_of(account, home)), None)
        if at is None:
            found.append(account)
        else:
            moved = tuple(replace(claim, account=found[at].id) for claim in account.claims)
            found[at] = replace(found[at], claims=(*found[at].claims, *moved))
    return found


def _is_of(account: Account, home: Account) -> bool:
    """Tell whether a title's account is of one kind with the text's and nothing in it speaks of another day or town."""
    alike = (account.family, account.background, account.aggregate) == (home.family, home.background, home.aggregate)
    return alike and _one_day(account, home) and _one_place(account, home)


def _one_day(one: Account, other: Account) -> bool:
    if one.when is None or other.when is None:
        return True
    return any(a.overlaps(b) for a in one.when.ranges for b in other.when.ranges)


def _one_place(one: Account, other: Account) -> bool:
    if one.where is None or other.where is None:
        return True
    a, b = one.where.place, other.where.place
    wide = {"country", "admin1"}
    return (
        a.name == b.name or bool({a.precision, b.precision} & wide) or (a.admin1 is not None and a.admin1 == b.admin1)
    )
