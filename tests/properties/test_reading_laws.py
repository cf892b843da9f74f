"""Laws of reading: spans quote the text, the same report gives the same claims, and no text is too strange."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from recuento.errors import DocumentError
from recuento.model import Claim, Coding, Span
from recuento.pipeline import code_text

PUBLISHED = date(2024, 3, 26)

# Sentences of two reports that never were; any order of any of them is a report.
ENGLISH = (
    "Gunmen kidnapped 15 people in Culiacán on Friday.",
    "Another 16 hostages were freed on Sunday, Governor Elena Pardo said.",
    "Officials said 58 people were freed, including 36 adults and 22 children.",
    "The attack left three dead and five wounded in the town of Tula.",
    "Soldiers seized 21 rifles, six vans and three AK-47s, according to the army.",
    "A faction of the Gulf Cartel claimed responsibility, in retaliation for a series of thefts.",
    "In 2019, police arrested Ernesto Vidales, the son of Rodrigo Vidales, in Mazatlán.",
    "More than 2,000 people have been killed in Sinaloa so far this year.",
    "Police denied that six migrants had been kidnapped in Reynosa.",
    "The recent kidnappings highlight the power of the cartels.",
)
SPANISH = (
    "Hombres armados secuestraron a 15 personas en Culiacán el viernes.",
    "Otros 16 rehenes fueron liberados el domingo, dijo la gobernadora Elena Pardo.",
    "Fueron liberadas 58 personas, entre ellas 36 adultos y 22 menores.",
    "El ataque dejó un saldo de tres muertos y cinco heridos en Tula.",
    "Se aseguraron 21 fusiles, seis camionetas y tres AK-47, según el Ejército.",
    "Una facción del Cártel del Golfo se atribuyó los secuestros en represalia por una serie de robos.",
    "En 2019, la policía detuvo a Ernesto Vidales, hijo de Rodrigo Vidales, en Mazatlán.",
    "En lo que va del año han sido asesinadas 2.000 personas en Sinaloa.",
    "La policía negó que seis migrantes hayan sido secuestrados en Reynosa.",
    "Los recientes secuestros evidencian el poder de los cárteles.",
)
SEPARATORS = (" ", "\n", "\n\n")
WORDS_IN_FRONT = ("Bread was dear that week.", "It rained on the market, as it often does.")

few = settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.too_slow])


@st.composite
def reports(draw: st.DrawFn) -> str:
    """Draw a report of up to six sentences of one language."""
    sentences = draw(st.lists(st.sampled_from(draw(st.sampled_from((ENGLISH, SPANISH)))), min_size=1, max_size=6))
    separators = [draw(st.sampled_from(SEPARATORS)) for _ in sentences]
    return "".join(s + gap for s, gap in zip(sentences, separators, strict=True)).strip()


def read(text: str) -> Coding:
    return code_text(text, published_on=PUBLISHED)


def spans(claim: Claim) -> Iterator[tuple[Span, str]]:
    """Yield every stretch that a claim points at, with the words it says stand there."""
    yield claim.quote.span, claim.quote.text
    yield from ((role.span, role.text) for role in claim.roles)
    yield from ((speaker.span, speaker.text) for speaker in claim.said_by)
    yield from ((part.span, part.text) for part in (claim.when, claim.where, claim.motive) if part is not None)


@few
@given(reports())
def test_every_span_quotes_the_text(text: str) -> None:
    coding = read(text)
    wrong = [(span, words) for c in coding.claims for span, words in spans(c)
             if span.of(coding.document.words(c.quote.field)) != words]  # fmt: skip
    assert wrong == []
    assert all(u.span.of(text) == u.text for u in coding.unread)
    assert all(r.quote.span.of(text) == r.quote.text for r in coding.relations)


@few
@given(reports())
def test_a_figure_lies_inside_its_quote(text: str) -> None:
    figured = [c for c in read(text).claims if c.figure is not None]
    assert all(c.figure is not None and c.quote.span.covers(c.figure.span) for c in figured)
    assert all(c.tally is not None for c in figured)


@few
@given(reports())
def test_reading_twice_gives_the_same(text: str) -> None:
    assert read(text) == read(text)


@few
@given(reports())
def test_ids_are_unique_and_point_somewhere(text: str) -> None:
    coding = read(text)
    ids = [c.id for c in coding.claims]
    accounts = [a.id for a in coding.accounts]
    assert len(set(ids)) == len(ids)
    assert len(set(accounts)) == len(accounts)
    assert {c.account for c in coding.claims} == set(accounts)
    assert {c.part_of for c in coding.claims if c.part_of} <= set(ids)
    assert {c.document for c in coding.claims} <= {coding.document.id}


@few
@given(reports())
def test_accounts_hold_the_claims_of_the_coding(text: str) -> None:
    coding = read(text)
    held = sorted(c.id for a in coding.accounts for c in a.claims)
    assert held == sorted(c.id for c in coding.claims)
    assert all(a.claims for a in coding.accounts)


@few
@given(reports())
def test_claims_are_in_text_order(text: str) -> None:
    starts = [(c.figure.span if c.figure else c.quote.span).start for c in read(text).claims]
    assert starts == sorted(starts)


def _bare(claim: Claim, by: int) -> Claim:
    """Return the claim moved ``by`` characters back, without the ids that depend on the document."""
    figure = replace(claim.figure, span=claim.figure.span.moved(-by)) if claim.figure else None
    when = replace(claim.when, span=claim.when.span.moved(-by)) if claim.when else None
    where = replace(claim.where, span=claim.where.span.moved(-by)) if claim.where else None
    motive = replace(claim.motive, span=claim.motive.span.moved(-by)) if claim.motive else None
    trigger = replace(claim.trigger, span=claim.trigger.span.moved(-by)) if claim.trigger else None
    return replace(
        claim,
        id="",
        document="",
        account="",
        part_of="part" if claim.part_of else None,
        figure=figure,
        when=when,
        where=where,
        motive=motive,
        trigger=trigger,
        roles=tuple(replace(r, span=r.span.moved(-by)) for r in claim.roles),
        said_by=tuple(replace(s, span=s.span.moved(-by)) for s in claim.said_by),
        quote=replace(claim.quote, span=claim.quote.span.moved(-by)),
    )


@few
@given(st.lists(st.sampled_from(ENGLISH), min_size=1, max_size=5), st.sampled_from(WORDS_IN_FRONT))
def test_a_harmless_sentence_in_front_only_moves_spans(sentences: list[str], front: str) -> None:
    text = " ".join(sentences)
    by = len(front) + 2
    padded = f"{front}\n\n{text}"
    moved, plain = [_bare(c, by) for c in read(padded).claims], [_bare(c, 0) for c in read(text).claims]
    assert sorted(moved, key=_first_words) == sorted(plain, key=_first_words)


def _first_words(claim: Claim) -> tuple[Span, str, str]:
    # Claims that share the words of their figure stand in the order of their ids, which a longer text changes.
    return (claim.figure.span if claim.figure else claim.quote.span), claim.event, claim.read_by


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.text(max_size=300))
def test_no_text_is_too_strange(text: str) -> None:
    try:
        coding = read(text)
    except DocumentError:
        return  # empty, or binary: said in words, and counted as rejected
    assert all(u.span.of(coding.document.text) == u.text for u in coding.unread)


STRANGE = st.sampled_from(
    (*ENGLISH[:4], *SPANISH[:4], "killed", "secuestrados", "12", "Dr.", "“", "»", "(", "\n", "—", "\u00a0", "\u200b",
     "é", "e\u0301", "😀", "\t", "...", "@x", "https://t.co/", "AK-47", "de", "and", "y", ",", ";")
)  # fmt: skip


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.lists(STRANGE, min_size=1, max_size=25), st.sampled_from(("", " ")))
def test_news_among_rubbish_still_quotes_the_text(pieces: list[str], glue: str) -> None:
    try:
        coding = read(glue.join(pieces))
    except DocumentError:
        return  # nothing but blanks
    text = coding.document.text
    assert [words for c in coding.claims for span, words in spans(c) if span.of(text) != words] == []
