"""Who died by a pronoun alone: "A man was shot in the bar. He died in hospital."."""

from __future__ import annotations

from collections.abc import Sequence

from msgspec.structs import replace

from recuento.extract.drafts import Draft
from recuento.lexicon.codebook import event_of
from recuento.lexicon.fold import fold
from recuento.lexicon.syntax import syntax
from recuento.model.claim import Figure, Role
from recuento.model.count import Count
from recuento.model.document import Language

__all__ = ["with_pronouns"]

_NEAR = 2  # paragraphs
_ONE = frozenset({"singular", "named"})


def with_pronouns(drafts: Sequence[Draft], language: Language) -> list[Draft]:
    """Return the drafts, each death of "he" or "she" counted where the one hurt last before it can be meant."""
    return [_counted(draft, drafts, place, language) for place, draft in enumerate(drafts)]


def _counted(draft: Draft, drafts: Sequence[Draft], place: int, language: Language) -> Draft:
    who = _pronoun(draft, language)
    if who is None:
        return draft
    hurt = next(
        (d for d in reversed(drafts[:place]) if d.tally == "wounded" and d.sentence.start < draft.sentence.start), None
    )
    if hurt is None or not _is_one_near(hurt, draft) or not _can_be(who, hurt, language):
        return draft
    return replace(
        draft,
        tally="killed",
        figure=Figure(count=Count.exactly(1), basis="singular", span=who.span),
        unit=hurt.unit,
        counted=hurt.counted,
        definite=True,
        quote=draft.quote if draft.quote.covers(who.span) else draft.quote.to(who.span),
        read_by=f"{draft.read_by}+pronoun",
    )


def _pronoun(draft: Draft, language: Language) -> Role | None:
    """Return who is said to have died, where it is a pronoun for one person; None for a denial or a figure."""
    if draft.event != "killing" or draft.figure is not None or draft.status != "occurred":
        return None
    words = syntax(language).he | syntax(language).she
    suffered = [role for role in draft.roles if role.role == event_of("killing").patient]
    return next((role for role in suffered if fold(role.text) in words), None)


def _is_one_near(hurt: Draft, draft: Draft) -> bool:
    figure = hurt.figure
    one = figure is not None and figure.basis in _ONE and figure.count.exact == 1 and hurt.status == "occurred"
    return one and 0 <= draft.paragraph - hurt.paragraph <= _NEAR and hurt.scope is None


def _can_be(who: Role, hurt: Draft, language: Language) -> bool:
    sex = "male" if fold(who.text) in syntax(language).he else "female"
    return hurt.counted.sex in {None, sex}
