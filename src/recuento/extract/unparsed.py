"""Who speaks in a sentence that was never parsed, as far as its plain words show it.

A sentence with no word of any rule has no syntax. It still names the speaker of those around it: "La Fiscalía informó
que la investigación sigue."
"""

from __future__ import annotations

import re
from functools import cache

from recuento.extract.naming import SHORT_FORM
from recuento.extract.speakers import kind_of
from recuento.lexicon.fold import fold
from recuento.lexicon.grammar import saying_verbs, speech
from recuento.lexicon.runs import FirstRun
from recuento.lexicon.syntax import syntax
from recuento.model.annotation import Annotations, Sentence
from recuento.model.claim import Speaker
from recuento.model.document import Language
from recuento.model.span import Span

__all__ = ["points_back", "speaker_of_unparsed"]

_LONGEST_SUBJECT = 90
_LONGEST_HEAD = _LONGEST_SUBJECT + 24  # with a quotation mark, the short form, a comma and a space
# The end of a quotation that its speaker follows.
_CLOSED = re.compile(r"[,.?!…][\"”] ")
_AUTHORITIES = frozenset({"official", "security_force", "court", "group"})
_SURNAME = 3  # words
_MANNER = "ly"
_WORD_AFTER_SPACE = re.compile(r"(?<=\s)\w+")
_BARE = tuple(zip("áéíóúñ", "aeioun", strict=True))
_INFINITIVE = re.compile(r"[aei]r$|[aei]ndo$|ing$")


# A capitalised subject at the head of a sentence, up to the word after it.
_SUBJECT = re.compile(rf"[“\"«]?(?P<who>[A-ZÁÉÍÓÚÑ][^.;:“”\"«»\n]{{2,{_LONGEST_SUBJECT}}}?)(?:{SHORT_FORM})?,?\s")


@cache
def _says(language: Language) -> FirstRun[str]:
    """Return what says in a sentence without syntax: finite verbs of saying, and runs of words that say as one does."""
    finite = (verb for verb in saying_verbs(language) if not _INFINITIVE.search(verb))
    return FirstRun((words, words) for words in (*finite, *speech(language).said_runs))


def speaker_of_unparsed(annotations: Annotations, sentence: Sentence) -> Speaker | None:
    """Return the speaker with whom the sentence begins, or whom it names at its end; None where there is none."""
    return (
        _behind_quotation(annotations, sentence)
        or _at_head(annotations, sentence)
        or _at_end(annotations, sentence)
        or _by_whom(annotations, sentence)
    )


def points_back(annotations: Annotations, sentence: Sentence) -> bool:
    """Tell whether a pronoun speaks behind a quotation: "“They came at night,” she said."."""
    match = _quoted(annotations, sentence)
    return match is not None and fold(match["who"] or "") in speech(annotations.language).pronouns


def _quoted(annotations: Annotations, sentence: Sentence) -> re.Match[str] | None:
    if annotations.language != "en":
        return None
    words = sentence.span.of(annotations.text)
    for mark in _CLOSED.finditer(words):
        match = _spoken().match(words, mark.end())
        if match is not None:
            return match
    return None


def _behind_quotation(annotations: Annotations, sentence: Sentence) -> Speaker | None:
    """Return who speaks behind an English quotation: "“They came at night,” the mayor, Ana Ruiz, said."."""
    match = _quoted(annotations, sentence)
    if match is None:
        return None
    name = "who" if match["who"] is not None else "after"
    start = sentence.span.start
    span = Span(start + match.start(name), start + match.end(name))
    who = span.of(annotations.text)
    kind = kind_of(who, annotations.language)
    surname = who[:1].isupper() and len(who.split()) <= _SURNAME and fold(who) not in speech("en").pronouns
    # A neighbour who is quoted says what he saw, and not what the report goes on to tell.
    known = kind in _AUTHORITIES or (kind == "other" and surname)
    return Speaker(text=who, kind=kind, span=span) if known else None


@cache
def _spoken() -> re.Pattern[str]:
    verbs = "|".join(sorted(v for v in saying_verbs("en") if not _INFINITIVE.search(v)))
    who = r"[^\W\d_][^.;:“”\"\n]{1,70}?"
    before = rf"(?P<who>{who})(?:,? who [^.;:“”\"\n]{{2,60}}?)?,? (?:{verbs})\b"
    return re.compile(rf"(?:{before}|(?:{verbs}) (?P<after>{who})(?=[.,;\n]|$))")


def _by_whom(annotations: Annotations, sentence: Sentence) -> Speaker | None:
    """Return by whom an English sentence says that something was made known: "This was disclosed by the mayor"."""
    words = sentence.span.of(annotations.text)
    match = _made_known().match(words) if annotations.language == "en" else None
    if match is None:
        return None
    start = sentence.span.start
    return _speaker(annotations, Span(start + match.start("who"), start + match.end("who")))


def _speaker(annotations: Annotations, span: Span) -> Speaker | None:
    """Return the speaker whom the words name, None where they name none."""
    who = span.of(annotations.text)
    kind = kind_of(who, annotations.language)
    return Speaker(text=who, kind=kind, span=span) if kind != "other" else None


def _past_clause(annotations: Annotations, who: Span) -> Span | None:
    """Return who stands behind the last comma where a clause opens: "Luna is his cousin, the provincial police said".

    None where only the clause stands there: "Luna is his cousin, believed to be …".
    """
    words = who.of(annotations.text)
    opening, mark, _ = words.partition(", ")
    if not _is_clause(opening, annotations.language):
        return who
    last = words.rpartition(", ")[2]
    joined = not syntax(annotations.language).joints.isdisjoint(fold(last).split())
    clause = not mark or joined or _is_clause(last, annotations.language)
    return None if clause else Span(who.end - len(last), who.end)


def _is_clause(words: str, language: Language) -> bool:
    """Tell whether words that may be a subject tell something themselves: "Luna is his cousin".

    An auxiliary at their end is that of the verb behind: "the police had earlier said".
    """
    table = syntax(language)
    return not (table.be | table.have).isdisjoint(fold(words).split()[:-2])


@cache
def _made_known() -> re.Pattern[str]:
    known = "|".join(map(re.escape, speech("en").made_known))
    opens = r"(?:This|It|That|The \w+) (?:was|were|has been|have been)"
    return re.compile(rf"{opens} (?:{known})\b[^.;\n]{{0,60}}? by (?P<who>[^.;\n]{{3,90}})")


def _at_head(annotations: Annotations, sentence: Sentence) -> Speaker | None:
    match = _subject(annotations, sentence.span)
    if match is None or match["who"].count(",") > 2 or not _begins_subject(match["who"], annotations.language):
        return None
    kind = kind_of(match["who"], annotations.language)
    if kind == "other" or fold(match["who"].split(maxsplit=1)[0]) in syntax(annotations.language).nobody:
        return None  # "No group has claimed the attack"
    span = _past_clause(annotations, _past_adverbial(annotations, Span(match.start("who"), match.end() - 1)))
    kind = kind_of(span.of(annotations.text), annotations.language) if span else "other"
    if kind == "other" or span is None:
        return None
    words = span.of(annotations.text).rstrip(" ,")
    return Speaker(text=words, kind=kind, span=Span(span.start, span.start + len(words)))


def _past_adverbial(annotations: Annotations, who: Span) -> Span:
    """Return the subject without the phrase before it and the auxiliary behind: "In the meantime, the police have"."""
    words = who.of(annotations.text)
    opening, mark, rest = words.partition(", ")
    if annotations.language != "en":
        return who
    table, start, end = syntax("en"), who.start, who.end
    phrase = opening.split()[1:2] != [] and opening.split()[1].islower()  # "Ada Oke, the mayor" is one speaker
    if mark and phrase and kind_of(opening, "en") == "other" and kind_of(rest, "en") != "other":
        start += len(opening) + len(mark)
    last = words.rstrip(" ,").rsplit(" ", 1)[-1]
    if fold(last) in table.have:
        end = who.start + len(words.rstrip(" ,")) - len(last)
    return Span(start, end) if start < end else who


def _at_end(annotations: Annotations, sentence: Sentence) -> Speaker | None:
    """Return who is named behind the last comma, after "according to" and a verb of saying or not."""
    words = sentence.span.of(annotations.text)
    comma = words.rfind(", ", -_LONGEST_HEAD)
    if comma < 0:
        return None
    match = _named_last(annotations.language).match(_bare(words), comma)
    if match is None:
        return None
    start = sentence.span.start
    return _speaker(annotations, Span(start + match.start("who"), start + match.end("who")))


@cache
def _named_last(language: Language) -> re.Pattern[str]:
    runs = "|".join(sorted(map(re.escape, speech(language).according), key=len, reverse=True))
    # Only Spanish has a verb there: "según señaló la policía"; "according to state police" has none.
    finite = (verb for verb in sorted(saying_verbs(language)) if language == "es" and not _INFINITIVE.search(verb))
    verbs = "|".join(map(re.escape, finite))
    return re.compile(rf", (?:{runs}) (?:(?:{verbs}) )?(?P<who>[^,;:.“”\"«»\n]+)\.?$", re.IGNORECASE)


def _bare(words: str) -> str:
    """Return the words without their accents, each letter in its place."""
    for letter, bare in _BARE:
        words = words.replace(letter, bare)
    return words


def _subject(annotations: Annotations, sentence: Span) -> re.Match[str] | None:
    """Return the subject with which the sentence begins, where the first verb that can stand after it says."""
    says = _says(annotations.language)
    plain = _bare(sentence.of(annotations.text)[: 2 * _LONGEST_HEAD])
    for word in _WORD_AFTER_SPACE.finditer(plain, 0, _LONGEST_HEAD):
        if says.begins(plain, word):
            match = _SUBJECT.fullmatch(annotations.text, sentence.start, sentence.start + word.start())
            who = fold(match["who"]) if match is not None else ""
            silent = _is_silent(who, annotations.language)
            if silent and "," not in who:
                return None  # "had yet to reply to it when this report went out"
            told = "," not in who and _is_clause(who, annotations.language)  # "Luna is his cousin, believed to be …"
            if match is not None and not silent and not told and who.split()[-1] not in syntax(annotations.language).be:
                return match  # "are thought to follow a widow", "has declined to comment": nobody says so
    return None


def _is_silent(who: str, language: Language) -> bool:
    """Tell whether the words before a verb say that nobody spoke: "declined to", "did not immediately"."""
    words = who.split()
    while words and words[-1].endswith(_MANNER):
        words.pop()
    return " ".join(words).endswith(tuple(f" {run}" for run in speech(language).silent))


def _begins_subject(words: str, language: Language) -> bool:
    """Tell whether the words begin as a subject does: an article, a title, a name; not "Nunca pudo el gobierno"."""
    first = words.split(maxsplit=1)[0]
    table = syntax(language)
    articles = table.definite | table.definite_plural | table.indefinite
    return fold(first) in articles or language == "en" or kind_of(first, language) != "other"
