"""A ledger of a few reports that are really read, and a client that asks the page of it as a browser would."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from datetime import date
from pathlib import Path

from fastapi.testclient import TestClient

from recuento.ledger import Ledger
from recuento.link import Linker
from recuento.pipeline import code_text
from recuento.recording import record_coding
from recuento.web.app import create_app
from recuento.web.settings import Settings

__all__ = ["asking_of", "written"]


def written(path: Path, reports: Iterable[tuple[str, str]]) -> Path:
    """Return ``path``, at which a ledger now holds these reports: each a publication day and a text."""
    with Ledger.open(path) as opened:
        for day, text in reports:
            coding = code_text(text, published_on=date.fromisoformat(day), external_id=day)
            record_coding(opened, coding, linker=Linker())
    return path


@contextmanager
def asking_of(ledger: Path | str, port: int, *, minors: bool = False) -> Iterator[TestClient]:
    """Give a client of the page of ``ledger``; its ``base_url`` is the page's own address."""
    base = f"http://127.0.0.1:{port}"
    app = create_app(Settings(ledger=str(ledger), port=port, minors=minors))
    with TestClient(app, base_url=base, headers={"Origin": base}, raise_server_exceptions=False) as client:
        yield client
