"""What the first pages would wait for, done before one is asked for: templates, words, and all that is counted."""

from __future__ import annotations

from datetime import UTC, datetime

from fastapi import FastAPI

from recuento.ledger import IncidentFilter, Ledger
from recuento.web.filters import View
from recuento.web.incident import incident_page
from recuento.web.overview import overview
from recuento.web.render import Renderer
from recuento.web.tongue import TONGUES, tongue

__all__ = ["warm"]


def warm(app: FastAPI) -> None:
    """Make the front page and one incident, for nobody; what that loads stays loaded."""
    ledger: Ledger = app.state.ledger
    renderer: Renderer = app.state.renderer
    renderer.prepare()
    for code in TONGUES:
        shown = overview(ledger, View(), tongue(code), today=datetime.now(UTC).date())
    for row in shown.rows[:1]:
        incident_page(ledger, row.incident.id, as_of=None)
    ledger.counted(IncidentFilter(words="a"))
