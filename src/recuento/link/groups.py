"""Groups of accounts while they are clustered: who is in which, and what keeps two of them apart."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field

__all__ = ["Groups", "One"]

One = Callable[[str, str], bool]
"""Tells of two accounts of one report, the lesser id first, whether they may be one telling."""

_Pair = tuple[str, str]


@dataclass(slots=True)
class Groups:
    """Groups under the id of their least member, with a number each that is another once the group has changed.

    ``settled`` are accounts that stay in theirs.
    """

    members: dict[str, list[str]]
    home: dict[str, str]
    documents: Mapping[str, str]
    one: One
    apart: set[_Pair] = field(default_factory=set)
    settled: set[str] = field(default_factory=set)
    changed: dict[str, int] = field(default_factory=dict)
    changes: int = 0

    @classmethod
    def of(cls, documents: Mapping[str, str], one: One) -> Groups:
        """Return every account in a group of its own."""
        return cls(
            members={name: [name] for name in sorted(documents)},
            home={name: name for name in documents},
            documents=documents,
            one=one,
            changed=dict.fromkeys(documents, 0),
        )

    def may_join(self, x: str, y: str, *, by_person: bool = False) -> bool:
        """Tell whether no report and no person keeps the two groups apart; a person overrules the report."""
        if self.apart and any({self.home.get(a), self.home.get(b)} == {x, y} for a, b in self.apart):
            return False
        return by_person or all(self.one(a, b) for a, b in self.of_one_report(x, y))

    def between(self, x: str, y: str) -> Iterator[_Pair]:
        """Yield the pairs of a member of the one and a member of the other, each in order."""
        return ((min(a, b), max(a, b)) for a in self.members[x] for b in self.members[y])

    def of_one_report(self, x: str, y: str) -> list[_Pair]:
        """Return the pairs between two groups that one report tells."""
        documents = self.documents
        ours, theirs = self.members[x], self.members[y]
        shared = {documents[a] for a in ours} & {documents[b] for b in theirs}
        if not shared:
            return []
        told = [(documents[a], a) for a in ours if documents[a] in shared]
        return [(min(a, b), max(a, b)) for b in theirs for document, a in told if document == documents[b]]

    def unite(self, a: str, b: str) -> None:
        """Put two accounts in one group, as a person says, if no other word of persons forbids it; they stay there."""
        x, y = sorted((self.home[a], self.home[b]))
        if x != y and self.may_join(x, y, by_person=True):
            self.merge(x, y)
        self.settled |= {a, b}

    def merge(self, x: str, y: str, gone: Sequence[str] = ()) -> list[str]:
        """Merge two groups but for the accounts that are ``gone``, each a group of its own now; return what changed."""
        together = sorted([*self.members.pop(x), *self.members.pop(y)])  # of two sorted parts: that is quick
        del self.changed[x], self.changed[y]
        self.changes += 1
        if not gone:
            self.members[together[0]], self.changed[together[0]] = together, self.changes
            self.home.update(dict.fromkeys(together, together[0]))
            return [together[0]]
        parts = [sorted(set(together).difference(gone)), *([account] for account in gone)]
        self.settled.update(gone)
        for part in parts:
            self.members[part[0]], self.changed[part[0]] = part, self.changes
            self.home.update(dict.fromkeys(part, part[0]))
        return sorted(part[0] for part in parts)
