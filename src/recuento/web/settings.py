"""What a page is served from, and to whom."""

from __future__ import annotations

from dataclasses import dataclass

__all__ = ["LOOPBACK", "Settings"]

LOOPBACK = ("127.0.0.1", "localhost", "[::1]")


@dataclass(frozen=True, slots=True, kw_only=True)
class Settings:
    """``ledger``: a path or database URL. ``port`` and ``hosts``: the names under which the page answers, no others.

    ``read_only``: decisions are refused, and no form for them is shown. ``minors``: names of minors are shown; else
    they are hidden from everybody. ``login``: only browsers that opened a link, which works once, are answered.
    """

    ledger: str
    port: int
    hosts: tuple[str, ...] = LOOPBACK
    read_only: bool = False
    minors: bool = False
    login: bool = False

    @property
    def names(self) -> frozenset[str]:
        """Every value of the Host header that is ours."""
        return frozenset({f"{host}:{self.port}" for host in self.hosts})
