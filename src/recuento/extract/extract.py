"""Read one report: sentences to drafts, drafts to accounts with their claims."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path

from msgspec.structs import replace

from recuento.extract.accounts import Telling, build_accounts, tell, told_at_once, told_beside
from recuento.extract.around import Around, Said
from recuento.extract.called import Talk
from recuento.extract.claimants import with_claimants
from recuento.extract.court_past import with_court_past
from recuento.extract.credits import credited
from recuento.extract.drafts import Draft, draft_sentence
from recuento.extract.freed_by import with_rescuers
from recuento.extract.freed_how import with_finders
from recuento.extract.fuller import with_fuller_names
from recuento.extract.inheriting import with_inherited_agents
from recuento.extract.issuer import issuer_of
from recuento.extract.itemised import itemise
from recuento.extract.kinship import resolve_relations
from recuento.extract.names import with_people
from recuento.extract.one_death import with_one_death
from recuento.extract.over_years import with_years_apart
from recuento.extract.passages import with_passages
from recuento.extract.periods import with_periods
from recuento.extract.reasons import with_reasons
from recuento.extract.registered import with_actors
from recuento.extract.relations import find_relations
from recuento.extract.repeats import without_repeats
from recuento.extract.restated import restate, summed
from recuento.extract.roundups import with_sums_apart
from recuento.extract.seen import Actors
from recuento.extract.speakers import speaker_of_embed, speakers_of
from recuento.extract.taken_up import with_pronouns
from recuento.extract.they import told_of_them
from recuento.extract.titled import with_title
from recuento.extract.unparsed import points_back, speaker_of_unparsed
from recuento.extract.view import View, views
from recuento.extract.whole_taken import with_wholes_taken
from recuento.lexicon.actors import registry
from recuento.lexicon.triggers import trigger_index
from recuento.model.annotation import Annotations, DateMention, Sentence
from recuento.model.claim import Account, Claim, Relation, Speaker
from recuento.model.coding import Coding, Unread
from recuento.model.document import Language
from recuento.model.lookup import paragraph_of
from recuento.model.span import Span

__all__ = ["extract"]

_UNREAD_KINDS = {
    "heading": "a heading repeats or frames; the text below it is read",
    "related": "a pointer to another story",
    "caption": "a picture's caption",
}


def extract(
    text: Annotations,
    title: Callable[[], Annotations] | None = None,
    *,
    headline: tuple[DateMention, ...] = (),
    actors: Path | None = None,
) -> Coding:
    """Return all that the report says. The title is read only where the text gave no figure but sums of years.

    What it tells belongs to the first account of its kind in the text, or is one of its own. ``title`` annotates the
    title, and is called only then; ``headline`` holds its dates, which may date the text.
    ``actors`` is a user's file of groups and their names, on top of the packaged registry.

    Every figure's evidence lies inside its claim's quote; claims are in text order.
    """
    accounts, relations, unread = _read_field(text, headline)
    if title is not None and not any(c.figure for account in accounts if not account.aggregate for c in account.claims):
        more, ties, rest = _read_field(title())
        accounts, relations, unread = with_title(accounts, more), [*relations, *ties], [*unread, *rest]
    known = registry(actors)
    accounts = with_fuller_names(with_actors(accounts, known), text.text, known)
    claims = sorted((c for a in accounts for c in a.claims), key=_text_order)
    accounts = with_passages(accounts, text, text.document.title)
    return Coding(
        document=text.document,
        claims=tuple(claims),
        accounts=tuple(accounts),
        relations=resolve_relations(relations),
        unread=tuple(unread),
    )


def _sentence_of(one: View | Sentence) -> Sentence:
    return one.sentence if isinstance(one, View) else one


def _text_order(claim: Claim) -> tuple[str, int, str]:
    return claim.quote.field, _begins(claim), claim.id


def _begins(claim: Claim) -> int:
    """Return where a claim's own words begin: a quote without a figure may begin with the subject of several."""
    own = claim.figure or claim.trigger or claim.quote
    item = claim.figure is None and claim.quote.span.start > own.span.end  # "…, chalecos, dos autos": far down a list
    return claim.quote.span.start if item else own.span.start


def _read_field(
    annotations: Annotations, headline: tuple[DateMention, ...] = ()
) -> tuple[list[Account], list[Relation], list[Unread]]:
    annotations = with_people(annotations)
    drafts: list[Draft] = []
    unread: list[Unread] = []
    relations: list[Relation] = []
    said: list[Said] = []
    seen = Actors(annotations.text, annotations.language)
    talk = Talk()
    section = 0
    last: tuple[Speaker, ...] = ()
    parsed = {view.sentence.span: view for view in views(annotations)}
    before: View | Sentence | None = None
    for sentence in annotations.sentences:
        view = parsed.get(sentence.span)
        section += sentence.kind == "heading"
        if sentence.kind in _UNREAD_KINDS:
            if view is not None:
                unread.append(_unread(annotations, sentence.span, _UNREAD_KINDS[sentence.kind]))
            continue
        speakers = _speakers(annotations, view, sentence, last, talk)
        last = speakers or last
        talk = talk.after(speakers, view)
        said.append(Said(sentence=sentence, speakers=speakers, section=section))
        relations += find_relations(annotations, sentence.span)
        if view is None:
            seen.add_unparsed(sentence)
            before = sentence
            continue
        seen.add(view)
        drafted = draft_sentence(view, speakers)
        close = before if before is not None and _sentence_of(before).paragraph == sentence.paragraph else None
        drafts = with_finders(view, drafts, drafted.drafts, close)
        told = told_of_them(view, drafted.drafts, close)
        told = told or itemise(view, drafts, speakers) or restate(view, drafts, speakers)
        before = view
        drafts += [*summed(view, drafts, speakers, told), *told]
        if not told and (drafted.passed_over or _has_words(view)):
            reason = "; ".join(drafted.passed_over) or "its words fit no rule"
            unread.append(_unread(annotations, view.sentence.span, reason))
    drafts = with_pronouns(with_rescuers(drafts), annotations.language)
    drafts = with_claimants(with_years_apart(with_periods(drafts, annotations)), annotations.language)
    drafts = with_reasons(drafts, annotations.language)
    drafts = with_court_past(drafts, annotations.document.published_on)
    issuer = issuer_of(annotations)
    signed = (issuer,) if issuer is not None else ()
    around = Around(said)
    drafts = [
        replace(d, told_by=d.speakers or around.speakers(d.sentence, d.paragraph) or signed)
        for d in without_repeats(drafts)
    ]
    told_apart = with_sums_apart(tell(drafts, annotations, headline), annotations)
    tellings = with_wholes_taken(with_one_death(told_apart, annotations))
    placed = _placed(tellings)
    settled = [_with_agents(telling, tellings, placed, seen, annotations.language) for telling in tellings]
    for telling, known in zip(tellings, settled, strict=True):
        telling.drafts = known
    return build_accounts(tellings, annotations), relations, unread


def _placed(tellings: Sequence[Telling]) -> dict[int, list[tuple[Draft, Telling]]]:
    """Return by paragraph what is told there, in text order, each with its telling."""
    found: dict[int, list[tuple[Draft, Telling]]] = {}
    told = [(draft, telling) for telling in tellings for draft in telling.drafts]
    for draft, telling in sorted(told, key=lambda one: one[0].trigger.start):
        found.setdefault(draft.paragraph, []).append((draft, telling))
    return found


def _with_agents(
    telling: Telling,
    tellings: Sequence[Telling],
    placed: dict[int, list[tuple[Draft, Telling]]],
    seen: Actors,
    language: Language,
) -> list[Draft]:
    """Return a telling's drafts with their agents; an arrest and what it follows may name each other's."""

    def before(draft: Draft) -> list[tuple[Draft, Telling]]:
        near = (one for paragraph in (draft.paragraph - 1, draft.paragraph) for one in placed.get(paragraph, ()))
        return [(d, one) for d, one in near if d.trigger.start < draft.trigger.start]

    def beside(draft: Draft) -> list[Draft]:
        return [d for d, one in before(draft) if told_at_once(telling, one)]

    def freed(draft: Draft) -> bool:
        return any(d.event == "rescue" and d.status == "occurred" for d, _ in before(draft))

    around = None if telling.background or telling.aggregate else seen
    other = [draft for one in tellings if told_beside(telling, one) for draft in one.drafts]
    together = sorted([*telling.drafts, *other], key=lambda d: d.trigger.start) if other else telling.drafts
    own = {id(draft) for draft in telling.drafts}
    asked = [draft for draft in together if id(draft) in own]
    return with_inherited_agents(asked, together, around, language, beside=beside, freed=freed)


def _has_words(view: View) -> bool:
    """Tell whether some rule begins with a word of the sentence; a mere list of people may not be one of violence."""
    index = trigger_index(view.language)
    return any(index.begun(token.text, plain=view.plain).lone for token in view.tokens)


def _speakers(
    annotations: Annotations, view: View | None, sentence: Sentence, last: tuple[Speaker, ...], talk: Talk
) -> tuple[Speaker, ...]:
    if view is None:
        if last and points_back(annotations, sentence):
            return last
        speaker = speaker_of_unparsed(annotations, sentence)
        return talk.named((speaker,), annotations.language) if speaker else ()
    paragraph = _paragraph(annotations, sentence.paragraph)
    poster = speaker_of_embed(annotations.text, paragraph)
    if poster is not None or sentence.kind == "embed":
        return (*speakers_of(view), *((poster,) if poster else ()))
    own = talk.after((), view).named(speakers_of(view, last=last), view.language)
    credit = [
        outlet for outlet in credited(annotations, paragraph) if not any(outlet.span.overlaps(s.span) for s in own)
    ]
    return tuple(dict.fromkeys([*own, *credit]))


def _paragraph(annotations: Annotations, number: int) -> Span:
    inside = paragraph_of(annotations, number)
    end = annotations.text.find("\n", inside[-1].span.end)
    return Span(inside[0].span.start, end if end >= 0 else len(annotations.text))


def _unread(annotations: Annotations, span: Span, reason: str) -> Unread:
    words = span.of(annotations.text)
    return Unread(document=annotations.document.id, field=annotations.field, span=span, text=words, reason=reason)
