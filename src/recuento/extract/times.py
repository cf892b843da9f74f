"""When it happened: the date that a clause gives its event."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from functools import cache, lru_cache
from itertools import pairwise

from recuento.extract.aside_times import of_a_superlative
from recuento.extract.counted_back import counted_from, day_counted_back
from recuento.extract.crimes import dates_the_crime, is_charged, is_wide
from recuento.extract.triggers import Match, find_triggers
from recuento.extract.view import NOMINAL, VERBAL, View
from recuento.lexicon.codebook import event_of
from recuento.lexicon.dates import date_words
from recuento.lexicon.fold import fold, fold_text
from recuento.lexicon.grammar import scope_words, speech, stance, verb_set
from recuento.lexicon.syntax import syntax
from recuento.model.annotation import Annotations, DateMention, Sentence
from recuento.model.document import Language
from recuento.model.span import Span

__all__ = ["NEWS_DAYS", "dates_saying", "distance", "happening_near", "is_aside", "own_date", "sentence_around"]

# Older than this before publication is context, not the news.
NEWS_DAYS = 31
_WORD = re.compile(r"[^\W\d_]+")
# How far a verb of saying can stand from the day on which it was said: "said in a statement on Friday".
_REACH = 40
# "killed late on Sunday", "condenado el viernes": no more than this stands between an event and its day.
_BESIDE = 14
# "last week, on Thursday": characters between a wide date and a narrower one that says it more closely.
_BESIDE_WIDE = 6
# Tokens from a noun to the "whose" of those whom it befell.
_WHOSE = 9
# Tokens before a date that say that something is compared: "en comparación con el".
_COMPARED = 5
# Tokens between a date and the verb of saying whose day it is.
_SAID_WITHIN = 3
_REFLEXIVE = "se"
# Words of "At a brief news conference late", and letters behind their day in which somebody says something.
_STATEMENT = 6
_STATED = 120
# Words for whom something is told.
_WHOM = 3
# Words of "said in an audio message on".
_SAID_SO = 6
# Tokens between "posted" and its day.
_PUT_OUT = 3
_JOINTS = frozenset({"and", "but", "though", "although", "while"})
# Letters before a date in which a verb of happening claims it.
_HAPPENED_WITHIN = 24
# What people are accused of, and verbs of accusing.
_NOMINAL = frozenset({"obj", "obl", "nmod", "nsubj", "conj"})
_CHARGES = frozenset({"charges", "claims", "reports", "charge", "claim", "report", "statement", "statements", "state"})
_MODIFIERS = frozenset({"acl", "amod"})


# The end of a sentence: "…, police said. On Friday" does not date what they said. "Gov." ends nothing.
_ENDED = re.compile(r"\n|(?<!\w)[^\W\d_A-ZÁÉÍÓÚÑ]\w{2,}[.!?…][\"”’)]*\s")


def own_date(view: View, match: Match) -> DateMention | None:
    """Return the date that the trigger's sentence gives it: nearest in the tree, never the day of a statement."""
    if view.sentence.kind == "embed":
        return None  # the day that an embedded post bears is the post's
    if (before := day_counted_back(view, match)) is not None:
        return before
    main = view.once(counted_from)
    if main is not None and main.span.start > view.tokens[match.head].span.start and not is_aside(view, match):
        return main
    trigger = view.tokens[match.head].span
    dates = [d for d in view.dates if d is not main]
    if view.language == "en" and _modifies(view, match.head):
        # "Fourteen people abducted by bandits were rescued in a raid on Friday": the day is not theirs.
        dates = [d for d in dates if _under(view, match, d.span) or not _main_verb_between(view, match, d.span)]
    # A threat or a denial happens when it is said.
    spoken = event_of(match.rule.event).family == "speech"
    usable = [
        d
        for d in dates
        if d.ranges and (spoken or _follows(view.text, trigger, d.span) or not _dates_what_is_said(view, d))
    ]
    usable = [d for d in usable if not (_is_compared(view, match, d.span) or of_a_superlative(view, match, d.span))]
    usable = [d for d in usable if not _since_another(view, match, d.span) and not dates_the_crime(view, match, d)]
    of_victims = [d for d in usable if _of_the_victims(view, match, d.span)]
    usable = [d for d in usable if not _below(view, match, d.span) and not _in_aside(view, match, d.span)]
    usable = [
        d for d in usable if not _of_what_had_been(view, match, d.span) and not _of_condition(view, match, d.span)
    ]
    if spoken and (put_out := [d for d in view.dates if d.ranges and _is_put_out(view, d.span)]):
        return put_out[0]
    if is_charged(view, match):
        usable = [d for d in usable if _under(view, match, d.span) or _closes(view, match, d)]
    usable = usable or of_victims or [d for d in view.dates if d.ranges and _of_the_wounds(view, match, d.span)]
    usable = [d for d in usable if not _past_semicolon(view, match, d.span)] or usable
    nearest = min(usable, key=lambda d: distance(view, match, d.span), default=None)
    return None if nearest is None else _said_closer(view, nearest, usable)


def _main_verb_between(view: View, match: Match, span: Span) -> bool:
    """Tell whether the verb of those whom a participle describes stands between it and the day."""
    noun = view.tokens[match.head].head
    verb = view.tokens[noun].head
    day = view.at(span.start)
    return day is not None and noun < match.head < verb < day and view.tokens[verb].pos in VERBAL


def _said_closer(view: View, date: DateMention, usable: Sequence[DateMention]) -> DateMention:
    """Return the narrower words right beside a wide date that lie in it: "earlier this year, in January"."""
    if not is_wide(date) or len(date.ranges) != 1:
        return date
    wide = date.ranges[0]
    for other in usable:
        apart = max(other.span.start - date.span.end, date.span.start - other.span.end)
        inside = len(other.ranges) == 1 and wide.first <= other.ranges[0].first and other.ranges[0].after <= wide.after
        if inside and apart <= _BESIDE_WIDE and other.ranges[0].days < wide.days:
            return other
    return date


def _of_the_wounds(view: View, match: Match, span: Span) -> bool:
    """Tell whether it says when somebody got the wounds he died of: "of injuries from the 9 May attack"."""
    index = view.at(span.start)
    if index is None or match.rule.counts != "killed":
        return False
    above = view.ancestors(index)
    wounds = [i for i in above if view.folded[i] in view.words.wounds]
    return any(match.head in view.ancestors(i) for i in wounds)


def _of_the_victims(view: View, match: Match, span: Span) -> bool:
    """Tell whether it says when those whom a noun's event befell were found: "the murder of 14 found on 3 March".

    The words of a relative clause tell it: "las 14 personas que fueron arrojadas en septiembre".
    """
    index = view.at(span.start)
    harmed = event_of(match.rule.event).family in {"violence", "fate"}  # "the detention of suspects in a fire that …"
    if index is None or "noun" not in match.kinds or not harmed:
        return False
    chain = (i for i in (index, *view.ancestors(index)) if view.tokens[i].pos == "VERB")
    verb = next((i for i in chain if not span.covers(view.tokens[i].span)), None)
    if verb is None or view.tokens[verb].dep.split(":")[0] != "acl":
        return False
    # "homicidios de 12 personas, cuyos cuerpos fueron hallados": the parser hangs it on anybody before.
    theirs = any(view.folded[i] in view.words.whose for i in range(match.head + 1, min(verb, match.head + _WHOSE)))
    return theirs or match.head in view.ancestors(verb)


def _past_semicolon(view: View, match: Match, span: Span) -> bool:
    """Tell whether a semicolon parts the date from the trigger: "41 este año fueron asesinados; en 2023 fueron 30"."""
    trigger = view.span(match.head, match.last)
    between = view.text[min(trigger.end, span.end) : max(trigger.start, span.start)]
    return ";" in between


def _is_compared(view: View, match: Match, span: Span) -> bool:
    """Tell whether a figure told before is only compared with one of that time: "siete más que en 2023"."""
    inside = view.inside(span)
    words = scope_words(view.language).compared
    if not words or not inside or inside[0] < match.head:
        return False
    before = " ".join(view.folded[max(0, inside[0] - _COMPARED) : inside[0]])
    return any(before == run or before.endswith(f" {run}") for run in words)


def _since_another(view: View, match: Match, span: Span) -> bool:
    """Tell whether the date says since when another verb holds: "two nurses held since 12 March were freed"."""
    at = view.at(span.start)
    if at is None or at < 2 or view.folded[at - 1] not in view.words.since:
        return False
    return at - 2 != match.last and view.tokens[at - 2].has("VerbForm=Part")


def _below(view: View, match: Match, span: Span) -> bool:
    """Tell whether the date belongs to a clause under the trigger: "freeing 16 after 42 left on Friday"."""
    index = view.at(span.start)
    if index is None:
        return False
    # "hace" of "hace dos semanas" is a verb of the date's own.
    verbs = (i for i in (index, *view.ancestors(index)) if view.tokens[i].pos == "VERB")
    governor = next((i for i in verbs if not span.covers(view.tokens[i].span)), None)
    if governor is None or governor == match.head or _at_once(view, governor):
        return False
    return match.head in view.ancestors(governor) and view.tokens[governor].dep not in {"xcomp", "conj"}


def _of_what_had_been(view: View, match: Match, span: Span) -> bool:
    """Tell whether it is the day of a clause on what had been before: "two dead and a boy who had vanished in May"."""
    index = view.at(span.start)
    chain = () if index is None else (index, *view.ancestors(index))
    verb = next((i for i in chain if view.tokens[i].pos == "VERB" and not span.covers(view.tokens[i].span)), None)
    if verb is None or not view.tokens[verb].dep.startswith("acl") or match.head in view.subtree(verb):
        return False
    return any(view.folded[i] in _had(view.language) for i in view.children(verb, "aux"))


def _of_condition(view: View, match: Match, span: Span) -> bool:
    """Tell whether a further clause says how the wounded were on that day: "were shot; both were stable on Monday"."""
    index = view.at(span.start)
    if index is None or index <= match.last or view.words.condition.isdisjoint(view.folded[match.last + 1 :]):
        return False
    joints = (i for i in range(match.last + 1, index) if view.tokens[i].text == ";" or view.folded[i] in _JOINTS)
    return not view.words.condition.isdisjoint(view.folded[max(joints, default=index) : view.inside(span)[-1] + 2])


def _is_put_out(view: View, span: Span) -> bool:
    """Tell whether it is the day of a message: "in a video posted on Wednesday", "a statement issued late Monday"."""
    index = view.at(span.start)
    return index is not None and not view.words.put_out.isdisjoint(view.folded[max(0, index - _PUT_OUT) : index])


@cache
def _had(language: Language) -> frozenset[str]:
    return frozenset(scope_words(language).had)


def _at_once(view: View, verb: int) -> bool:
    """Tell whether a clause says what went on at the same time: "died when gunmen fired", "murió al pisar una mina"."""
    first = min((i for i in view.children(verb, "mark", "advmod", "case")), default=None)
    clause = view.tokens[verb].dep.startswith("advcl")
    return clause and first is not None and view.folded[first] in view.words.at_once


def distance(view: View, match: Match, span: Span) -> tuple[int, int]:
    """Return how far ``span`` is from the trigger: clauses between first, then characters."""
    index = view.at(span.start)
    trigger = view.span(match.head, match.last)
    gap = span.start - trigger.end if span.start >= trigger.end else trigger.start - span.end
    if index is None:
        return (2, abs(gap))
    chain = {index, *view.ancestors(index)}
    own = {match.head, *list(view.ancestors(match.head))[:2]}
    return (0 if match.head in chain else 1 if chain & own else 2, abs(gap))


def _follows(text: str, trigger: Span, span: Span) -> bool:
    """Tell whether the date comes right after the trigger: in "fue condenado el viernes" nobody says anything."""
    between = text[trigger.end : span.start] if trigger.end <= span.start else "…"
    return len(between) < _BESIDE and not re.search(r"[^\W\d_]{4,}|[.,;:…]", between)


def is_aside(view: View, match: Match) -> bool:
    """Tell whether the trigger only says which people are meant: "16 hostages, on top of 42 released on Monday".

    So does a Spanish clause on what had been before: "rescató a una joven que había sido plagiada el 3 de mayo".
    """
    return _modifies(view, match.head) or _had_been(view, match.head)


def _had_been(view: View, index: int) -> bool:
    if view.language != "es" or view.tokens[index].dep.split(":")[0] != "acl":
        return False
    return any(view.folded[i] in _had(view.language) for i in view.children(index, "aux"))


def _modifies(view: View, index: int) -> bool:
    token = view.tokens[index]
    if token.dep == "xcomp" and index:  # "adding to the 42 released": the parser loses the participle's noun
        return token.has("VerbForm=Part") and view.tokens[index - 1].pos in NOMINAL
    return token.dep in _MODIFIERS and not (_is_told(view, index) or _is_aimed_at(view, index))


def _is_aimed_at(view: View, index: int) -> bool:
    """Tell whether the verb says what an attempt was at, which is told itself: "a bid to free him left eight dead"."""
    token = view.tokens[index]
    return token.has("VerbForm=Inf") and view.folded[token.head] in view.words.aim_nouns


def _is_told(view: View, index: int) -> bool:
    """Tell whether a Spanish passive has its verb: in "los hechos, ocurridos el lunes, cinco fueron abatidos" it tells.

    The parser hangs it on the noun before. A relative clause ("el hombre, quien fue capturado") says who is meant.
    """
    own = view.children(index, "aux:pass") if view.language == "es" else ()
    relative = any(view.folded[i] in view.words.relative for i in range(view.tokens[index].head, index))
    return not relative and any(view.tokens[i].has("VerbForm=Fin") for i in own)


def _in_aside(view: View, match: Match, span: Span) -> bool:
    """Tell whether the date is that of another event that only says which people or things are meant."""
    index = view.at(span.start)
    if index is None:
        return False
    heads = {m.head for ms in find_triggers(view) for m in ms[:1]}
    aside = next((i for i in (index, *view.ancestors(index)) if i in heads), None)
    if aside is None or aside == match.head or not _modifies(view, aside):
        return False
    return view.tokens[aside].head not in heads and aside not in view.ancestors(match.head)


def _under(view: View, match: Match, span: Span) -> bool:
    index = view.at(span.start)
    return index is not None and match.head in view.ancestors(index)


def _closes(view: View, match: Match, date: DateMention) -> bool:
    """Tell whether a week, a month or a year follows the crime of an arrest: it is too wide for a day in court.

    The day of a further clause is that clause's own: "killings of men whose bodies were found in August".
    """
    at = view.at(date.span.start)
    if at is None or at < match.last or not is_wide(date):
        return False
    verb = next((i for i in (at, *view.ancestors(at)) if view.tokens[i].pos == "VERB"), None)
    return verb is not None and verb in view.ancestors(match.head)


@cache
def _saying(language: Language) -> frozenset[str]:
    denials = {fold(words).split()[0] for words in stance(language).deny if " " not in words}
    figures = syntax(language).gives_figures if language == "en" else frozenset()
    return verb_set(speech(language).verbs, language) | denials | figures


@cache
def _happening(language: Language) -> frozenset[str]:
    return verb_set(speech(language).happening, language)


def dates_saying(text: str, span: Span, language: Language) -> bool:
    """Tell whether the date stands right beside a verb of saying: "said Friday", "informó este lunes la fiscalía"."""
    before = [fold(w) for w in _words(_ENDED.split(text[max(0, span.start - _REACH) : span.start])[-1])][-_SAID_SO:]
    behind = fold_text(text[span.end : span.end + 20])
    # "Atacó el convoy el sábado, informó la fiscalía": the clause that the comma ends has the day.
    ended = behind.startswith(",") and bool(before) and not {*speech(language).nouns} & {*before}
    after = [] if ended or behind.lstrip(" ,").startswith(speech(language).counts_on) else [*_words(behind)][:1]
    verbs = _saying(language)
    if {*before[-2:]} & syntax(language).that:
        before = []  # "said that on Monday three men …": the day is of what is said
    if language == "en" and _opens_with_statement(text, span, before):
        return True
    boundary = re.search(r"[.,;:]", text[max(0, span.start - 12) : span.start])
    close = before[-2:]
    if not boundary and (_said_in_message(before, language) or _told_somebody(before, language)):
        return True
    return any(word in verbs for word in close) or any(word in verbs for word in after)


def _told_somebody(before: Sequence[str], language: Language) -> bool:
    """Tell whether the words before a day are of whom something was told: "told reporters late on"."""
    at = next((i for i in reversed(range(len(before))) if before[i] in speech(language).addressing), None)
    if at is None:
        return False
    whom = [word for word in before[at + 1 :] if word not in date_words(language).before_said]
    table = syntax(language)
    return 0 < len(whom) <= _WHOM and table.that.isdisjoint(whom) and table.leaves_party.isdisjoint(whom)


def _said_in_message(before: Sequence[str], language: Language) -> bool:
    """Tell whether the words before a day are those of a message: "said in an audio message on"."""
    if not any(word in speech(language).nouns for word in before[-3:]):
        return False
    leads = syntax(language).leaves_party
    return any(word in _saying(language) and after in leads for word, after in pairwise(before))


def _opens_with_statement(text: str, span: Span, before: Sequence[str]) -> bool:
    """Tell whether it is the day of what an English sentence opens with: "In a statement yesterday, police said"."""
    words = before if not before or before[-1] in speech("en").nouns else before[:-1]
    told = bool(words) and len(before) <= _STATEMENT and words[-1] in speech("en").nouns
    if not told or text[span.end : span.end + 1] != ",":
        return False
    rest = _ENDED.split(text[span.end : span.end + _STATED])[0]
    return not _saying("en").isdisjoint(fold(word) for word in _words(rest))


def _dates_what_is_said(view: View, date: DateMention) -> bool:
    """Tell whether the date stands beside a verb of saying that is one: "denied the charges in July" has a noun."""
    if not dates_saying(view.text, date.span, view.language):
        return False
    at = view.at(date.span.start)
    before = view.text[max(view.sentence.span.start, date.span.start - _HAPPENED_WITHIN) : date.span.start]
    told = fold_text(before).split()
    if _tells_happening(before, view.language) and (_REFLEXIVE in told or _saying(view.language).isdisjoint(told)):
        return False  # "el peor caso se registró en agosto de 2010, cuando …"; "la fiscalía registró el lunes" says it
    if at is None or view.language != "en":
        return True
    last = view.inside(date.span)[-1]
    near = [*range(max(0, at - _SAID_WITHIN), at), *range(last + 1, min(len(view.tokens), last + 2))]
    said = [i for i in near if view.folded[i] in _saying(view.language)]
    nouns = [i for i in said if view.folded[i] in _CHARGES and view.tokens[i].dep.split(":")[0] in _NOMINAL]
    return not said or len(nouns) < len(said)


def _words(text: str) -> Iterator[str]:
    return (match[0] for match in _WORD.finditer(text))


def sentence_around(annotations: Annotations, span: Span) -> Sentence | None:
    """Return the sentence that holds all of ``span``, or None."""
    at = bisect_right(annotations.sentences, span.start, key=_first) - 1
    return annotations.sentences[at] if at >= 0 and annotations.sentences[at].span.covers(span) else None


def _first(sentence: Sentence) -> int:
    return sentence.span.start


def happening_near(annotations: Annotations, span: Span) -> bool:
    """Tell whether the sentence around ``span`` says when or where an event took place ("los hechos ocurrieron")."""
    sentence = sentence_around(annotations, span)
    if sentence is None:
        return False
    return _tells_happening(sentence.span.of(annotations.text), annotations.language)


@lru_cache(maxsize=256)
def _tells_happening(said: str, language: Language) -> bool:
    folded = fold_text(said)
    if any(phrase in folded for phrase in speech(language).happening_phrases):
        return True
    return not _happening(language).isdisjoint(map(fold, _words(said)))
