"""Which actor of the registry the words of a role name."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from recuento.lexicon.actors import Registry
from recuento.model.claim import Account, Claim, Role

__all__ = ["with_actors"]


def with_actors(accounts: list[Account], known: Registry) -> list[Account]:
    """Return the accounts, each role with the id of the actor that its words name, where they name one.

    The country is that of the claim's place, else of its account's.
    """
    return [
        replace(account, claims=tuple(_named(claim, account, known) for claim in account.claims))
        for account in accounts
    ]


def _named(claim: Claim, account: Account, known: Registry) -> Claim:
    where = claim.where or account.where
    country = where.place.country if where is not None else None
    roles = tuple(_with_actor(role, account.published_on, country, known) for role in claim.roles)
    return claim if roles == claim.roles else replace(claim, roles=roles)


def _with_actor(role: Role, on: date, country: str | None, known: Registry) -> Role:
    actor = known.resolve(role.text, on=on, country=country)
    return role if actor == role.actor else replace(role, actor=actor)
