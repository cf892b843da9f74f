"""Linking in the order in which `pipeline` drives it: keys, judgements, incidents."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import datetime

from recuento.link.block import Keys, keys
from recuento.link.cluster import cluster
from recuento.link.compare import Comparison, compare, tell_one
from recuento.link.facets import Facets, facets
from recuento.link.incidents import incidents_of
from recuento.link.weights import Weights, load_weights
from recuento.model import Account, Incident, Judgement

__all__ = ["Linker"]


@dataclass(slots=True)
class Linker:
    """Linking under one set of weights. It remembers what it has worked out, never what it has decided."""

    weights: Weights = field(default_factory=load_weights)
    _facets: dict[str, Facets] = field(default_factory=dict)

    @property
    def name(self) -> str:
        """Who decides, in judgements: the weights and their version."""
        return self.weights.name

    def keys(self, account: Account) -> Keys:
        """Return the keys to keep for an account and those by which to look for others."""
        return keys(self._seen(account))

    def compare(self, a: Account, b: Account) -> Comparison:
        """Return the score of two accounts and its parts; a matter of the two and the weights alone."""
        return compare(self._seen(a), self._seen(b), self.weights)

    def judgements(self, account: Account, others: Sequence[Account], at: datetime) -> tuple[Judgement, ...]:
        """Return a judgement on each of ``others`` that is near enough to ``account`` to matter."""
        found = []
        for other in others:
            if other.document == account.document or account.aggregate or other.aggregate:
                continue
            compared = self.compare(account, other)
            if compared.score >= self.weights.consider:
                a, b = sorted((account.id, other.id))
                verdict = "same" if compared.score >= self.weights.join else "unsure"
                found.append(_judgement(a, b, verdict == "same", compared, self.name, at))
        return tuple(found)

    def incidents(self, accounts: Sequence[Account], decisions: Sequence[Judgement]) -> tuple[Incident, ...]:
        """Return the incidents of whole components; ``decisions`` are persons', oldest first."""
        by_id = {account.id: account for account in accounts}
        scores: dict[tuple[str, str], float] = {}

        def score(a: str, b: str) -> float:
            if (a, b) not in scores:
                scores[a, b] = max(self.weights.floor, self.compare(by_id[a], by_id[b]).score)
            return scores[a, b]

        def one(a: str, b: str) -> bool:
            return tell_one(self._seen(by_id[a]), self._seen(by_id[b]))

        alone = [a for a in accounts if a.aggregate]
        together = [a for a in accounts if not a.aggregate]
        numbers = self.weights.numbers
        groups = cluster(together, decisions, score, join=numbers.join, best=numbers.best, sure=numbers.sure, one=one)
        return incidents_of([*groups, *((a.id,) for a in alone)], accounts, self.weights.kinds)

    def forget(self, accounts: Iterable[str]) -> None:
        """Forget what was worked out of accounts that are read otherwise now."""
        for account in accounts:
            self._facets.pop(account, None)

    def _seen(self, account: Account) -> Facets:
        if account.id not in self._facets:
            self._facets[account.id] = facets(account, self.weights.kinds)
        return self._facets[account.id]


def _judgement(a: str, b: str, same: bool, compared: Comparison, by: str, at: datetime) -> Judgement:
    return Judgement(
        a=a,
        b=b,
        verdict="same" if same else "unsure",
        score=compared.score,
        parts=compared.parts,
        decided_by=by,
        decided_at=at,
    )
