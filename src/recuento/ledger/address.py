"""The address of a page without what changes from visit to visit: versions of one article share it."""

from __future__ import annotations

from urllib.parse import parse_qsl, urlencode, urlsplit

__all__ = ["address"]

_PAGES = frozenset({"http", "https"})
_VISIT = frozenset(
    {"fbclid", "gclid", "igshid", "mc_cid", "mc_eid", "ref", "ref_src", "cmpid", "ocid", "output", "amp"}
)


def address(source: str | None) -> str | None:
    """Return host, path and query of a page; None for what is no page of its own (an outlet's name, a front page).

    >>> address("https://www.example.org/2024/nota/?utm_source=x#fotos")
    'example.org/2024/nota'
    >>> address("https://example.org/"), address("Diario del Sur")
    (None, None)
    """
    try:
        parts = urlsplit((source or "").strip())
        host = parts.hostname
    except ValueError:  # an unfinished IPv6 address: whatever it is, it is no page
        return None
    if parts.scheme not in _PAGES or not host:
        return None
    path = parts.path.rstrip("/").removesuffix("/amp")
    asked = urlencode(sorted(pair for pair in parse_qsl(parts.query) if not _is_of_the_visit(pair[0])))
    if not path and not asked:
        return None
    return f"{host.removeprefix('www.')}{path}{'?' if asked else ''}{asked}"


def _is_of_the_visit(name: str) -> bool:
    return name.lower() in _VISIT or name.lower().startswith("utm_")
