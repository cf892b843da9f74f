"""Find the words of a sentence with which some rule reports an event."""

from __future__ import annotations

import re
from functools import cache

from msgspec import Struct

from recuento.extract.asked import holds_as_asked
from recuento.extract.institutional import names_an_institution
from recuento.extract.lying import only_lies
from recuento.extract.phrases import fits
from recuento.extract.view import NOMINAL, VERBAL, View
from recuento.lexicon.codebook import event_of
from recuento.lexicon.fold import fold
from recuento.lexicon.grammar import saying_verbs
from recuento.lexicon.inflect import Form
from recuento.lexicon.runs import Runs
from recuento.lexicon.triggers import OF_PEOPLE, Trigger, Word, trigger_index

__all__ = ["Match", "find_triggers", "triggers_within"]

# No Spanish noun ends so, whatever the tagger says ("masacró", "acribillaron").
_PRETERITE = ("ó", "aron", "ieron")
_PLURAL = ("an", "en", "on")
_BEHIND_VERB = frozenset({"ADV", "DET", "ADP", "NUM"})
_NOUN = frozenset({"noun"})
_NAMING = frozenset({"noun", "gerund"})  # what an article may stand before: "a shooting"
_OPEN_PHRASES = frozenset({"DET", "NOUN", "PROPN", "NUM", "ADJ", "PRON"})
_DEEDS = frozenset({"violence", "fate"})
_NARROW = 2  # the gap of words between which no object stands
# Marks that a wide gap passes besides its words, and how many of them.
_ASIDE_MARKS = frozenset({",", '"', "“", "”", "'", "‘", "’", "«", "»"})
_MARKS = 4
_AFTER_SPEECH = frozenset({",", '"', "”", "»", "—", "–"})
_WITH_ANOTHER = 3  # "dejó tres muertos y heridas": no shorter run holds another state and "and"
_PARTICIPLE: frozenset[Form] = frozenset({"participle"})


class Match(Struct, frozen=True, kw_only=True):
    """A rule at its words: ``head`` is the first token, ``last`` the last one, ``kinds`` what the first can be.

    ``slack`` counts the words in between that are none of the rule's.
    """

    rule: Trigger
    head: int
    last: int
    kinds: frozenset[str]
    slack: int = 0


def find_triggers(view: View) -> list[tuple[Match, ...]]:
    """Return, for each trigger word in text order, the rules that fit it, best first.

    Multiword rules come before single words at the same place and take their words away from other rules.
    """
    return view.once(_find_triggers)


def _find_triggers(view: View) -> list[tuple[Match, ...]]:
    found: list[tuple[Match, ...]] = []
    taken: set[int] = set()
    known = trigger_index(view.language)
    for token in view.tokens:
        if not known.has_folded(view.folded[token.index]):
            continue
        matches = _matches_at(view, token.index)
        if token.index in taken:
            matches = tuple(match for match in matches if match.rule.besides)
        if matches:
            found.append(matches)
            best = matches[0]
            if best.last > best.head:
                taken |= _own_words(best)
    return found


def _own_words(match: Match) -> set[int]:
    """Return the tokens that a rule's words take away from other rules.

    "evade capture" arrests nobody; words far apart ("left three people dead") leave what is between. What is claimed is
    an event of its own: "admitted killing six".
    """
    if match.rule.event == "claim_of_responsibility":
        whole = range(match.head, match.last) if match.last - match.head <= 3 else [match.head]
        return set(whole)  # "responsibility for the kidnapping of nine was claimed": they were kidnapped
    if match.last - match.head > 4:
        return {match.head, match.last}
    return set(range(match.head, match.last + 1))


def triggers_within(view: View, outer: Match) -> list[tuple[Match, ...]]:
    """Return the rules that begin inside the words of ``outer``: "la liberación" of "logró la liberación"."""
    found = (_matches_at(view, index) for index in range(outer.head + 1, outer.last + 1))
    return [matches for matches in found if matches]


def _matches_at(view: View, index: int) -> tuple[Match, ...]:
    going_on = view.once(_going_on)
    matches = [
        Match(rule=word.trigger, head=index, last=last, kinds=word.kinds, slack=last - index - len(word.words))
        for word in trigger_index(view.language).begun(view.tokens[index].text, plain=view.plain).among(going_on)
        if _can_hold(view, word.trigger)
        and _fits_tag(view, index, word)
        and (last := _last_word(view, index, word)) is not None
        and not _crosses_state(view, index, last, word.trigger)
        and _conditions_hold(view, index, last, word.trigger)
    ]
    if not matches or names_an_institution(view, index):
        return ()
    noun = view.tokens[index].pos == "NOUN" and not (view.language == "en" and view.children(index, "obj"))
    if (noun or _is_nominalised(view, index)) and any("noun" in m.kinds for m in matches):
        matches = [m for m in matches if "noun" in m.kinds or m.last > m.head]
    # Stable: those that reach whom it falls on, then runs, the closest-knit first, then a form that the tag supports,
    # then the order of the file.
    matches.sort(
        key=lambda m: (
            m.rule.besides, m.rule.form != "onto", m.last == m.head, m.slack, m.head - m.last, not _tag_agrees(view, m)
        )
    )  # fmt: skip
    return tuple(matches)


def _going_on(view: View) -> frozenset[str]:
    """Return the words of the sentence with which some rule can go on: a third of them, asked for at each trigger."""
    return view.present & trigger_index(view.language).later


def _is_nominalised(view: View, index: int) -> bool:
    """Tell whether a participle stands for people: "treated the wounded", "entre los detenidos"."""
    before = view.tokens[index - 1] if index else None
    after = view.tokens[index + 1].pos if index + 1 < len(view.tokens) else "PUNCT"
    return before is not None and before.pos == "DET" and after not in {"NOUN", "PROPN", "ADJ"}


def _fits_tag(view: View, index: int, word: Word) -> bool:
    """Refuse what the tagger is sure about; capitals and headlines mislead it, so there it is not asked."""
    token = view.tokens[index]
    if view.language == "es" and "finite" in word.kinds and _only_says(view, index):
        return False
    if token.pos == "NOUN" and index and word.kinds.isdisjoint(_NAMING) and _makes_noun(view, index - 1):
        return False  # "ex-convict", "a nurse"
    if view.headline and word.kinds == _NOUN and _stands_as_noun(view, index):
        return True
    if "infinitive" in word.kinds and token.pos in {"NOUN", "ADJ"} and _is_marked_infinitive(view, index):
        return True
    if word.kinds == _NOUN and token.pos == "VERB" and _is_marked_infinitive(view, index):
        return False  # "intended to release him from custody" is no release from custody
    if len(word.words) or token.text.isupper() or (view.headline and token.pos in {"PROPN", "NOUN"}):
        return True
    if "noun" in word.kinds:
        return token.pos not in VERBAL or word.trigger.form == "state" or _is_verbal_noun(view, index)
    if token.pos in VERBAL or token.pos in {"ADJ", "X"} or _opens_as_verb(view, index, word):
        return True
    return token.pos == "NOUN" and view.language == "es" and (
        bool(word.kinds & _PARTICIPLE) or ("finite" in word.kinds and token.text.endswith(_PRETERITE)))  # fmt: skip


def _opens_as_verb(view: View, index: int, word: Word) -> bool:
    """Tell whether a Spanish verb opens its sentence and is taken for a name: "Recorren ya la sierra 400 soldados"."""
    token = view.tokens[index]
    opens = view.language == "es" and index == 0 and token.pos == "PROPN" and "finite" in word.kinds
    return opens and token.text.endswith(_PLURAL) and len(view.tokens) > 1 and view.tokens[1].pos in _BEHIND_VERB


def _is_marked_infinitive(view: View, index: int) -> bool:
    """Tell whether the word follows a "to" that opens a clause: in "an effort to spring him" it is no season."""
    return index > 0 and view.folded[index - 1] == "to" and view.tokens[index - 1].dep == "mark"


def _only_says(view: View, index: int) -> bool:
    """Tell whether a verb of many senses speaks behind what is said: "los robos, aseguró el encapuchado"."""
    if index == 0 or index + 1 >= len(view.tokens) or view.tokens[index - 1].text not in _AFTER_SPEECH:
        return False
    subject = view.tokens[index + 1].pos in {"DET", "PROPN"} and view.numeral_at(index + 1) is None
    return subject and view.folded[index] in saying_verbs(view.language)


def _is_verbal_noun(view: View, index: int) -> bool:
    """Tell whether a word taken for a gerund is a noun with its sides: "fighting between the army and rebels"."""
    following = view.folded[index + 1] if index + 1 < len(view.tokens) else ""
    return view.language == "en" and view.folded[index].endswith("ing") and following == "between"


def _makes_noun(view: View, before: int) -> bool:
    """Tell whether an English noun follows the word before, no verb."""
    article = view.folded[before] in view.words.indefinite and view.tokens[before].pos == "DET"
    return view.language == "en" and (view.tokens[before].text == "-" or article)


def _stands_as_noun(view: View, index: int) -> bool:
    """Tell whether a headline's word is a noun, whatever its tag: "Murder in the market", "Investigan homicidio en"."""
    following = view.tokens[index + 1].pos if index + 1 < len(view.tokens) else "PUNCT"
    opens = index == 0 or view.tokens[index - 1].text == ":"
    return following == "ADP" and (opens or view.language == "es")


def _tag_agrees(view: View, match: Match) -> bool:
    return (view.tokens[match.head].pos in VERBAL) == ("noun" not in match.kinds)


def _last_word(view: View, index: int, word: Word) -> int | None:
    """Return the last token of the rule's words when they follow in order with its gap, else None."""
    at = index
    for forms in word.words:
        following = range(at + 1, min(at + 2 + word.gap + _marks_between(view, at, word), len(view.tokens)))
        step = next((i for i in following if _is_form(view, i, forms) and not _bounds_a_number(view, i)), None)
        if step is None or any(view.tokens[i].text in {".", ";", ":"} for i in range(at + 1, step)):
            return None
        if not _goes_on(view, index, at, step, word):
            return None
        at = step
    return at


def _marks_between(view: View, at: int, word: Word) -> int:
    """Return how many commas and quotation marks a wide gap passes: 'found its boss, Abel "Lizard" Sala, guilty'."""
    if word.gap <= _NARROW or view.language != "en":
        return 0
    reach = view.tokens[at + 1 : at + 2 + word.gap]
    return min(_MARKS, sum(token.text in _ASIDE_MARKS for token in reach))


def _bounds_a_number(view: View, index: int) -> bool:
    """Tell whether the word only says how far a number goes: nobody is shot at in "shot and killed at least 12"."""
    span = view.tokens[index].span
    return any(n.span.overlaps(span) and span.end <= n.core.start for n in view.numerals)


def _goes_on(view: View, index: int, at: int, step: int, word: Word) -> bool:
    """Tell whether the rule's next word hangs on the one before: not in "three were shot, one fatally".

    Nor is "at" the verb's own where the verb is passive and "at" leads to a noun: "were shot at a party".
    """
    if word.gap <= _NARROW and view.tokens[step].pos == "ADV":
        numbered = (view.numeral_at(i) is not None or view.folded[i] in view.words.one for i in range(at + 1, step))
        if any(numbered):
            return False
    if view.language == "en" and view.folded[at] in view.words.be and any(
            view.tokens[i].pos == "VERB" or view.folded[i] == "to" for i in range(at + 1, step)):  # fmt: skip
        return False  # "were seeking to free him", "was retaliating for home invasions": nobody was free or home
    if view.language == "en" and at < step - 1 and _tells_by_itself(view, step):
        return False  # "set out to free him" sets nobody free
    if view.language == "en" and view.tokens[step].pos == "NOUN" and _is_of_a_phrase(view, at, step):
        return False  # "takes the total of freed captives to 46" takes nobody captive
    if view.language == "en" and word.trigger.form == "state" and _is_done_to(view, at, step):
        return False  # "freed 16 hostages" says what was done, "16 freed hostages" who they are
    if _is_of_another_verb(view, at, step) or _begins_clause(view, at, step) or _has_its_own(view, at, step):
        return False
    if word.trigger.form == "state" and view.folded[at] in view.words.definite_plural and step > at + 1:
        return view.numeral_at(at + 1) is None  # "suman 58 los liberados", but not "se suman a las 42 liberadas"
    if view.language != "en" or word.trigger.form != "transitive" or word.trigger.event != "attack":
        return True
    after = view.tokens[step + 1].pos if step + 1 < len(view.tokens) else "PUNCT"
    stranded = view.tokens[step].pos != "ADP" or after not in _OPEN_PHRASES
    return stranded or not view.children(index, "aux:pass")


def _tells_by_itself(view: View, step: int) -> bool:
    """Tell whether a word is an infinitive that some rule begins and ends with, and no "to be"."""
    return (
        _is_marked_infinitive(view, step)
        and view.tokens[step].lemma != "be"
        and bool(trigger_index(view.language).begun(view.tokens[step].text, plain=view.plain).lone)
    )


def _is_of_a_phrase(view: View, at: int, step: int) -> bool:
    """Tell whether a noun is what another noun between is "of"."""
    cases = [i for i in view.children(step, "case") if at < i < step]
    return any(view.folded[i] in view.words.of for i in cases) and at < view.tokens[step].head < step


def _is_done_to(view: View, at: int, step: int) -> bool:
    """Tell whether a noun is the object of the verb before it, or has a number of its own."""
    token = view.tokens[step]
    numbered = any(view.numeral_at(i) is not None for i in range(at + 1, step))
    return token.pos == "NOUN" and (numbered or (token.head == at and token.dep == "obj"))


def _has_its_own(view: View, at: int, step: int) -> bool:
    """Tell whether a pronoun between is the subject of the next word: "was leaving home when they killed him"."""
    return any(at < i < step and view.folded[i] in view.words.pronouns for i in view.children(step, "nsubj"))


def _begins_clause(view: View, at: int, step: int) -> bool:
    """Tell whether "and" and a verb of being stand between: "eight were shot and one is dead" are not shot dead."""
    joint = next((i for i in range(at + 1, step) if view.tokens[i].pos == "CCONJ"), None)
    return joint is not None and any(view.folded[i] in view.words.be for i in range(joint + 1, step))


def _is_of_another_verb(view: View, at: int, step: int) -> bool:
    """Tell whether a particle belongs to a verb in between: "taking place before a sold out hall" takes nobody out."""
    token = view.tokens[step]
    owner = view.tokens[token.head]
    return (
        token.pos in {"ADP", "ADV"}
        and at < token.head < step
        and owner.pos in {"VERB", "ADJ"}
        and token.head == step - 1
    )


def _crosses_state(view: View, index: int, last: int, rule: Trigger) -> bool:
    """Tell whether another state and "and" stand between: "dejó tres muertos y heridas a cinco" wounds five alone."""
    if last - index < _WITH_ANOTHER:
        return False
    between = range(index + 1, last)
    joint = next((i for i in reversed(between) if view.tokens[i].pos == "CCONJ"), None)
    if joint is None:
        return False
    known = trigger_index(view.language)
    return any(
        not w.words and w.trigger.form == "state" and w.trigger.event != rule.event
        for i in range(index + 1, joint)
        for w in known.at(view.tokens[i].text, plain=view.plain)
    )


def _is_form(view: View, index: int, forms: frozenset[str]) -> bool:
    return view.tokens[index].text.casefold() in forms or view.folded[index] in forms


_WORDS = re.compile(r"\w+")
# How far from a word that the sentence has twice its own words stand.
_OWN = 4
# How far before and behind the rule's words those stand that it asks for beside them.
_AHEAD = 10
_BEHIND = 17


def _can_hold(view: View, rule: Trigger) -> bool:
    """Tell whether the sentence and its report have what the rule asks for anywhere in them; most rules fail here."""
    known = view.once(_asked_before)
    held = known.get(rule)
    if held is None:
        held = known[rule] = _has_what_it_asks(view, rule)
    return held


def _asked_before(_: View) -> dict[Trigger, bool]:
    return {}


def _has_what_it_asks(view: View, rule: Trigger) -> bool:
    if (rule.about and rule.about not in view.topics) or rule.not_about in view.topics:
        return False
    if rule.near and rule.or_about not in view.topics and not view.has_any(_near(rule), 0, len(view.tokens)):
        return rule.heard and _was_heard(view, rule)
    if rule.patient in {"force", "captive"}:
        return view.once(_forces if rule.patient == "force" else _captives)
    return True


def _was_heard(view: View, rule: Trigger) -> bool:
    """Tell whether what the rule asks for stands before the sentence in its paragraph, and nothing that bars it."""
    start = view.text.rfind("\n", 0, view.sentence.span.start) + 1
    before = f" {' '.join(_WORDS.findall(fold(view.text[start : view.sentence.span.start])))} "
    barred = any(f" {words} " in before for words in rule.not_near)
    return not barred and any(f" {words} " in before for words in rule.near)


def _conditions_hold(view: View, index: int, last: int, rule: Trigger) -> bool:
    asked = rule.near and not rule.heard and rule.or_about not in view.topics
    if asked and not _has_near(view, index, last, rule):
        return False
    if rule.beside and not view.has_any(_beside(rule), max(0, index - _AHEAD), min(len(view.tokens), last + _BEHIND)):
        return False
    if rule.patient in OF_PEOPLE and _moves_a_figure(view, index):
        return False
    if rule.event == "claim_of_responsibility" and (_says_that(view, index) or _had_done_else(view, last)):
        return False
    if rule.event == "seizure" and only_lies(view, index):
        return False
    if rule.asks and not holds_as_asked(view, index, last, rule.asks):
        return False
    return not rule.not_near or not view.has_any(_barring(rule), max(0, index - 8), min(len(view.tokens), last + 9))


def _forces(view: View) -> bool:
    return any(fits(view, token.index, "force") for token in view.tokens if token.pos in NOMINAL)


def _captives(view: View) -> bool:
    return any(fits(view, token.index, "captive") for token in view.tokens if token.pos in NOMINAL)


def _moves_a_figure(view: View, verb: int) -> bool:
    """Tell whether an English verb is said of a figure: "takes the total of those freed to 46" takes nobody."""
    if view.language != "en" or view.headline or view.tokens[verb].pos != "VERB":
        return False
    return any(view.folded[i] in view.words.numbers for i in view.children(verb, "obj"))


def _had_done_else(view: View, last: int) -> bool:
    """Tell whether the English verb behind a rule's "had" tells of no deed: "said they had counted 27 bodies"."""
    if view.language != "en" or view.folded[last] not in view.words.have:
        return False
    verb = next((i for i in range(last + 1, min(last + 4, len(view.tokens))) if view.tokens[i].pos in VERBAL), None)
    if verb is None or view.folded[verb] in view.words.carries_out | view.words.be or view.tokens[verb].lemma == "be":
        return False
    known = trigger_index("en").at(view.tokens[verb].text, plain=view.plain)
    return not any(event_of(word.trigger.event).family in _DEEDS for word in known)


def _says_that(view: View, verb: int) -> bool:
    """Tell whether who claims something says it of others: "the gang claims the raids were led by officers"."""
    clauses = view.children(verb, "ccomp") if view.language == "en" and view.folded[verb].startswith("claim") else ()
    own = (i for clause in clauses for i in view.children(clause, "nsubj"))
    return any(view.folded[i] not in view.words.relative for i in own)  # but "claimed a bombing which killed one"


def _has_near(view: View, index: int, last: int, rule: Trigger) -> bool:
    """Tell whether one of the phrases that the sentence has stands where it says something of the trigger.

    One with the trigger's own word in it ("fatally shot") must stand at the trigger where the sentence has that word
    twice: of "a girl was shot in the arm … near where a boy was fatally shot" one died.
    """
    word = view.folded[index]
    if view.folded.count(word) < 2:
        return True
    own = tuple(phrase for phrase in rule.near if word in phrase.split())
    others = tuple(phrase for phrase in rule.near if phrase not in own)
    around = max(0, index - _OWN), min(len(view.tokens), last + _OWN + 1)
    return (bool(others) and view.has_any(_runs(others), 0, len(view.tokens))) or (
        bool(own) and view.has_any(_runs(own), *around)
    )


@cache
def _near(rule: Trigger) -> Runs:
    return _runs(rule.near)


@cache
def _beside(rule: Trigger) -> Runs:
    return _runs(rule.beside)


@cache
def _barring(rule: Trigger) -> Runs:
    return _runs(rule.not_near)


@cache
def _runs(said: tuple[str, ...]) -> Runs:
    # "break-ins" is one token or three.
    return Runs.of(dict.fromkeys(written for words in said for written in (words, words.replace("-", " - "))))
