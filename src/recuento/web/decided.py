"""What persons decided, in the reader's language."""

from __future__ import annotations

from recuento.model.decision import Accepted, Correction, Decision, Judged, Undone, Withdrawn
from recuento.web.tongue import Tongue

__all__ = ["decision_words"]


def decision_words(decision: Decision, t: Tongue) -> str:
    """Return what was decided ("killed of i-3f2k: 14 → 11")."""
    match decision.what:
        case Judged() as what:
            return f"{' + '.join(what.names)}: {t.say(_VERDICTS[what.verdict])}"
        case Correction() as what:
            name = t.tally(what.tally) if what.tally else t.say(_FIELDS[what.field])
            return f"{name}, {what.named}: {what.was} → {_value(what, t)}"
        case Accepted() as what:
            return t.say("%(what)s, %(named)s: %(figure)s accepted as shown", what=t.tally(what.tally),
                         named=what.named, figure=t.count(what.best))  # fmt: skip
        case Withdrawn() as what:
            return t.say("report %(name)s withdrawn", name=what.document)
        case Undone() as what:
            return t.say("decision %(number)s undone", number=what.decision)


def _value(what: Correction, t: Tongue) -> str:
    if what.count is not None:
        return t.count(what.count)
    if what.place is not None:
        return t.place(what.place)
    if what.when:
        return t.days(what.when)
    return what.status or what.side or t.say("no figure")


_VERDICTS = {"same": "the same", "different": "different", "unsure": "unsure"}
_FIELDS = {"figure": "figure", "place": "place", "date": "day", "status": "status", "side": "side"}
