"""One claim explained: the rule, its examples, and the words in their context."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from rich.console import Console
from rich.text import Text

from recuento.cli import words
from recuento.cli.page import Line, print_lines
from recuento.lexicon.triggers import Trigger, triggers
from recuento.model import Claim, Decision, Document, Span

__all__ = ["print_claim", "rule_of"]

_CONTEXT = 240


def print_claim(claim: Claim, document: Document, decisions: Sequence[Decision], console: Console) -> None:
    """Print a claim, its words underlined in their context, the rule that read it, and what persons corrected."""
    print_lines(_lines(claim, document), console)
    print_lines((Line(Text(words.decision_line(one), style="yellow"), 0, 3) for one in decisions), console)


def _lines(claim: Claim, document: Document) -> Iterator[Line]:
    yield Line(Text(words.claim_name(claim), style="bold").append(f"  {claim.id}", style="dim not bold"))
    yield Line(Text(f"{words.claim_facts(claim)} · {words.outlet(document)}", style="dim"))
    yield Line(Text())
    yield from (Line(paragraph, 2) for paragraph in _context(claim, document).split("\n") if paragraph.plain.strip())
    yield Line(Text())
    for label, value in _facts(claim):
        yield Line(Text(f"{label:<12}", style="dim").append(value, style="not dim"), 0, 12)
    yield from _rule_lines(claim, document)


def _context(claim: Claim, document: Document) -> Text:
    """Return the sentences around the quote: the quote underlined, its figure in colour."""
    whole = document.words(claim.quote.field)
    start = _word_start(whole, max(0, claim.quote.span.start - _CONTEXT), claim.quote.span.start)
    end = _word_end(whole, min(len(whole), claim.quote.span.end + _CONTEXT), claim.quote.span.end)
    text = Text(("…" if start else "") + whole[start:end] + ("…" if end < len(whole) else ""), style="dim")
    shift = len("…" if start else "") - start
    _mark(text, claim.quote.span, shift, "underline not dim")
    if claim.figure is not None:
        _mark(text, claim.figure.span, shift, "bold cyan underline not dim")
    return text


def _word_start(text: str, at: int, latest: int) -> int:
    """Return where the next word begins from ``at`` on, ``latest`` at most; a text's start is one."""
    return next((i for i in range(at, latest) if i == 0 or text[i - 1].isspace()), latest)


def _word_end(text: str, at: int, earliest: int) -> int:
    """Return where the last word before ``at`` ends, ``earliest`` at least; a text's end is one."""
    return next((i for i in range(at, earliest, -1) if i == len(text) or text[i].isspace()), earliest)


def _mark(text: Text, span: Span, shift: int, style: str) -> None:
    text.stylize(style, span.start + shift, span.end + shift)


def _facts(claim: Claim) -> list[tuple[str, str]]:
    """Return what was understood, with the words it rests on."""
    facts = [(words.ROLES[role.role], words.party(role)) for role in claim.roles]
    if claim.when is not None:
        facts.append(
            (words.WHEN, f"{words.days(claim.when.ranges)} {words.from_words(claim.when.text, claim.when.inherited)}")
        )
    if claim.where is not None:
        facts.append(
            (
                words.WHERE,
                f"{words.place(claim.where.place)} {words.from_words(claim.where.text, claim.where.inherited)}",
            )
        )
    if claim.motive is not None:
        facts.append((words.MOTIVE, f"“{claim.motive.text}”"))
    if claim.background:
        facts.append((words.NOTE, words.IS_BACKGROUND))
    if claim.retired:
        facts.append((words.NOTE, words.IS_RETIRED))
    return facts


def _rule_lines(claim: Claim, document: Document) -> Iterator[Line]:
    named = Text(f"{words.RULE:<12}", style="dim").append(claim.read_by, style="bold not dim")
    if claim.trigger is not None:
        named.append(f"  {words.by_words(claim.trigger.text)}")
    yield Line(named, 0, 12)
    rule = rule_of(claim, document)
    if rule is not None:
        yield Line(Text(words.rule_line(rule)), 2, 2)
        yield from (Line(Text(f"✓ {example.text}", style="green"), 2, 2) for example in rule.examples)
        yield from (Line(Text(f"✗ {reject}", style="red"), 2, 2) for reject in rule.rejects)


def rule_of(claim: Claim, document: Document) -> Trigger | None:
    """Return the rule that read a claim; None where something else than a rule read the claim (a trained model)."""
    if document.language is None:
        return None
    return next((rule for rule in triggers(document.language) if rule.id == claim.read_by), None)
