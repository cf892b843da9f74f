"""The register of sources: who an outlet is, whatever name or address a report gives, and whose text it prints."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache, lru_cache
from typing import Literal
from urllib.parse import urlsplit

from recuento.errors import LexiconError
from recuento.lexicon.fold import fold
from recuento.lexicon.toml import Table, read_toml, read_toml_text
from recuento.model import Document

__all__ = ["Outlet", "Register", "register", "register_with"]

# Where a report credits the agency whose text it prints: "CULIACÁN, México (AP) —", "… (EFE)".
_HEAD, _TAIL = 200, 60
_BRACKETS = re.compile(r"\(([^()]{2,40})\)")


class Outlet(Table, frozen=True, kw_only=True):
    """One outlet, or one agency. ``aliases`` and ``domains`` are other names and addresses for it."""

    name: str
    aliases: tuple[str, ...] = ()
    domains: tuple[str, ...] = ()
    kind: Literal["wire", "own"] = "own"
    scale: Literal["local", "national", "international"]
    control: Literal["state", "independent"] = "independent"


class _File(Table, frozen=True, kw_only=True):
    outlet: tuple[Outlet, ...]


@dataclass(frozen=True, slots=True)
class Register:
    """Outlets by their folded names and by their addresses."""

    outlets: tuple[Outlet, ...]
    by_name: Mapping[str, Outlet]
    by_domain: Mapping[str, Outlet]

    def of(self, document: Document) -> Outlet | None:
        """Return who published a report; None where the register has nobody of that name or address."""
        named = self.by_name.get(fold(document.publisher.strip())) if document.publisher else None
        return named or self._at(document.publisher) or self._at(document.source)

    def credited(self, document: Document) -> Outlet | None:
        """Return the agency whose text a report says it prints, in brackets at its beginning or end; None for none."""
        text = document.text
        for place in (f"{document.dateline or ''} {text[:_HEAD]}", text[-_TAIL:]):
            for match in _BRACKETS.finditer(place):
                for part in re.split(r"[/,;]", match[1]):
                    found = self.by_name.get(fold(part.strip()))
                    if found is not None and found.kind == "wire":
                        return found
        return None

    def _at(self, address: str | None) -> Outlet | None:
        for host in _hosts(address):
            if host in self.by_domain:
                return self.by_domain[host]
        return None


def _hosts(address: str | None) -> Iterator[str]:
    """Yield a host name and the wider ones that it lies in ("es.example.org", "example.org")."""
    if not address or " " in address.strip():
        return
    try:
        host = urlsplit(address if "://" in address else f"//{address}").hostname or ""
    except ValueError:  # an unfinished IPv6 address is nobody's
        return
    parts = host.lower().split(".")
    for start in range(len(parts) - 1):
        yield ".".join(parts[start:])


@cache
def register() -> Register:
    """Return the register that ships with Recuento.

    Raises:
        LexiconError: the file is malformed.
    """
    return _indexed(read_toml("shared", "sources.toml", _File).outlet, "lexicon/shared/sources.toml")


@lru_cache(maxsize=8)
def register_with(own: str | None, where: str = "the ledger's own sources") -> Register:
    """Return the register with a user's own file (its text) laid over it; an outlet of the same name takes its place.

    Raises:
        LexiconError: the text is malformed, or one name stands for two outlets.
    """
    if own is None:
        return register()
    added = read_toml_text(own, _File, where=where).outlet
    names = {fold(outlet.name) for outlet in added}
    kept = [outlet for outlet in register().outlets if fold(outlet.name) not in names]
    return _indexed((*kept, *added), where)


def _indexed(outlets: Iterable[Outlet], where: str) -> Register:
    by_name: dict[str, Outlet] = {}
    by_domain: dict[str, Outlet] = {}
    known = tuple(outlets)
    for outlet in known:
        for name in {fold(each) for each in (outlet.name, *outlet.aliases)}:
            _add(by_name, name, outlet, where)
        for domain in outlet.domains:
            _add(by_domain, domain.lower().removeprefix("www."), outlet, where)
    return Register(known, by_name, by_domain)


def _add(index: dict[str, Outlet], name: str, outlet: Outlet, where: str) -> None:
    other = index.setdefault(name, outlet)
    if other is not outlet:
        raise LexiconError(f"{where}: {name!r} stands for {other.name} and for {outlet.name}; it can name one outlet")
