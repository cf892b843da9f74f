"""Who comes in where the page does not answer on this computer alone: whoever opens a link that works once."""

from __future__ import annotations

from http.cookies import CookieError, SimpleCookie
from secrets import token_urlsafe
from threading import Lock

__all__ = ["SESSION_COOKIE", "Door"]

SESSION_COOKIE = "recuento_session"


class Door:
    """Keys that open once, and the browsers that are in. Both are forgotten when the program ends."""

    def __init__(self) -> None:
        self._keys: set[str] = set()
        self._inside: set[str] = set()
        self._lock = Lock()

    def key(self) -> str:
        """Return a new key; it opens once."""
        key = token_urlsafe(24)
        with self._lock:
            self._keys.add(key)
        return key

    def enter(self, key: str) -> str | None:
        """Return the session for a key, which is spent by it; None for a key that is none, or was used."""
        with self._lock:
            if key not in self._keys:
                return None
            self._keys.discard(key)
            session = token_urlsafe(24)
            self._inside.add(session)
            return session

    def admits(self, cookies: str) -> bool:
        """Tell whether the header ``Cookie`` is that of a browser that is in."""
        try:
            kept = SimpleCookie(cookies).get(SESSION_COOKIE)
        except CookieError:
            return False
        return kept is not None and kept.value in self._inside
