"""What one sentence says twice: one body by two words, those shot and who of them died, an escape and a return."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from msgspec.structs import replace

from recuento.extract.view import View
from recuento.lexicon.fold import fold

if TYPE_CHECKING:
    from recuento.extract.drafts import Draft

__all__ = ["died_of_it", "got_away", "only_shot", "without_doubles"]

_DEAD = frozenset({"killed", "bodies"})
_WORDS = frozenset({"singular", "named"})


def without_doubles(drafts: Sequence[Draft]) -> list[Draft]:
    """Return the drafts without a second figure of the dead over words that one before already counts.

    "They found a packed corpse": "corpse" is one body, whichever rule reads it. The wider words stay.
    """
    kept: list[Draft] = []
    for draft in drafts:
        rival = next((one for one in kept if _same_words(one, draft)), None)
        if rival is None:
            kept.append(draft)
        elif draft.figure and rival.figure and len(draft.figure.span) > len(rival.figure.span):
            kept[kept.index(rival)] = draft
    return kept


def died_of_it(view: View, drafts: Sequence[Draft]) -> list[Draft]:
    """Return the drafts of a Spanish sentence without the wounds of those whose death it tells by the same words.

    "Murió un policía baleado": one is dead, and nobody wounded.
    """
    if view.language != "es":
        return list(drafts)
    dead = [d for d in drafts if d.tally in _DEAD and d.status == "occurred"]
    hit = [d for d in drafts if d.tally == "wounded" and not _had_been(view, d)]
    gone = [d for d in hit if any(_same_people(d, one) for one in dead)]
    return [d for d in drafts if not any(d is one for one in gone)]


def _had_been(view: View, hit: Draft) -> bool:
    """Tell whether they had been hit before: "una mujer que había sido herida murió" is one of the wounded, too."""
    first = view.inside(hit.trigger)[0]
    return any(view.folded[i] in view.words.have for i in range(max(0, first - 3), first))


def _same_people(hit: Draft, dead: Draft) -> bool:
    """Tell whether two figures stand on the same words; who was hit on another day was wounded first."""
    if hit.figure is None or dead.figure is None or hit.date != dead.date or hit.figure.count.at_most == 0:
        return False
    return hit.figure.count == dead.figure.count and hit.figure.span.overlaps(dead.figure.span)


def _same_words(one: Draft, other: Draft) -> bool:
    if one.figure is None or other.figure is None or one.tally != other.tally or one.tally not in _DEAD:
        return False
    if one.figure.basis not in _WORDS or other.figure.basis not in _WORDS:
        return False
    return one.figure.count == other.figure.count and one.figure.span.overlaps(other.figure.span)


def got_away(drafts: Sequence[Draft]) -> list[Draft]:
    """Return the drafts with captives who escaped and came home as those who escaped, freed once.

    "Two of them escaped and walked home" is no release besides.
    """
    home = {draft.figure.span for draft in drafts if draft.tally == "freed" and draft.figure is not None}
    fled = {d.figure.span for d in drafts if d.tally == "escaped" and d.figure is not None and d.figure.span in home}
    back = [d for d in drafts if not (d.event == "release" and d.figure is not None and d.figure.span in fled)]
    return [replace(d, tally="freed") if d.figure is not None and d.figure.span in fled else d for d in back]


def only_shot(view: View, drafts: Sequence[Draft]) -> list[Draft]:
    """Return the drafts with those only shot as hit, no longer as dead, where fewer are said to have died.

    "Four men gunned down; two died" and "acribillan a cuatro; mueren dos" tell of two dead.
    """
    shot = [_is_shot(view, draft) for draft in drafts]
    died = [d for d, was in zip(drafts, shot, strict=True) if d.tally == "killed" and d.figure is not None and not was]
    return [_hit(d) if was and _fewer_died(d, died) else d for d, was in zip(drafts, shot, strict=True)]


def _is_shot(view: View, draft: Draft) -> bool:
    """Tell whether the words only say that they were shot at: "gunned down", never "shot dead"."""
    if draft.tally != "killed" or draft.figure is None:
        return False
    words = {fold(word) for word in draft.trigger.of(view.text).split()}
    return bool(words & view.words.shot) and words.isdisjoint(view.words.to_death)


def _fewer_died(shot: Draft, died: Sequence[Draft]) -> bool:
    """Tell whether somebody died of those shot: told after them, in smaller number and in words of their own."""
    after = [d for d in died if d.trigger.start > shot.trigger.start and d.scope != "aggregate"]
    if shot.figure is None or not after:
        return False
    return sum(d.figure.count.at_least for d in after if d.figure) < shot.figure.count.at_least


def _hit(draft: Draft) -> Draft:
    return replace(draft, event="attack", tally="wounded")  # the ledger takes the dead among them off
