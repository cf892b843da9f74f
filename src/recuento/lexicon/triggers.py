"""The rules that recognise events: read from ``events.toml`` of each language, indexed by surface form."""

from __future__ import annotations

from collections.abc import Iterable, Sequence, Set
from functools import cache
from typing import Literal, NamedTuple

import msgspec

from recuento.errors import LexiconError
from recuento.lexicon.alternatives import spelt_out
from recuento.lexicon.codebook import event_of
from recuento.lexicon.fold import fold
from recuento.lexicon.inflect import Form, noun_forms, verb_forms
from recuento.lexicon.toml import Table, read_toml
from recuento.lexicon.topics import topics
from recuento.model.claim import How, Scope, Side, Status
from recuento.model.document import Language

__all__ = [
    "OF_PEOPLE",
    "Asks",
    "Begun",
    "Example",
    "Trigger",
    "TriggerIndex",
    "Word",
    "trigger_index",
    "triggers",
    "with_shared",
]

FormOfTrigger = Literal["transitive", "intransitive", "nominal", "state", "phrase", "onto"]
Patient = Literal["person", "human", "force", "captive", "thing", "any", "none"]
Asks = Literal["", "tried", "from_state", "to_place"]


OF_PEOPLE: frozenset[Patient] = frozenset({"person", "human", "force", "captive"})


class Example(Table, frozen=True, kw_only=True):
    """A sentence that the rule reads, and what it yields. ``count`` is the lower bound; ``text`` is ours."""

    text: str
    count: int | None = None
    at_most: int | None = None
    unit: str | None = None
    agent: str | None = None
    status: Status = "occurred"
    scope: Scope | None = None


class Trigger(Table, frozen=True, kw_only=True, eq=False):
    """One way a language reports one kind of event; told apart by identity, so that what it asks can be remembered.

    Attributes:
        form: how the words take their arguments.
            transitive: a verb whose object suffers it ("gunmen freed 12 hostages", "12 hostages were freed").
            intransitive: a verb whose subject suffers it ("three people died", "siete lograron huir").
            nominal: a noun for the event ("the kidnapping of 66 people", "el rescate de 16").
            state: a noun or adjective for those who suffered it ("12 dead", "cinco muertos", "7 hostages").
            phrase: words that report the event without a counted patient ("claimed responsibility for").
            onto: words whose last is the preposition before those who suffer it ("imposed sanctions on five men").
        lemmas: dictionary forms; several words are matched in order with small gaps ("lose life": "lost their
            lives"); "..." allows the object in between ("leave ... dead").
        patient: what the counted argument must be. person: a word known to name people, or a name; human: anything
            not known to be a thing; force: soldiers, police or a unit of theirs; captive: people called so, or in a
            report of captivity anybody who is of no force, no armed group and no suspect; thing: anything not known to
            be people; any; none: no argument is counted.
        event, tally, how: what is claimed; ``tally`` is the codebook's for the event unless given ("" for none).
        agent, agent_not: folded words one of which must (must not) be in the agent, where it is said.
        near: folded words one of which must stand in the sentence.
        heard: those of ``near`` may stand before the sentence in its paragraph as well: "He was in jail. He got free".
        or_about: the topic whose reports need none of ``near``: in one on captives "nine came back" frees nine.
        beside: folded words one of which must stand within the clause, whoever is between: "dragged ... at gunpoint".
        not_near: folded words none of which may stand within the clause.
        asks: what the sentence must give besides: tried, the verb is only tried or wanted ("a bid to free him",
            "querían quitarle el preso a la Policía");
            from_state, whom it falls on is a prisoner or is taken "from" the state's hands;
            to_place, a place that "to" or "into" leads to ("ordered 300 soldiers to Tumaco").
        about: the topic that the report must have, anywhere (see `lexicon.topics`); "" where it may have any.
        not_about: the topic that the report must not have.
        loses: its subject did it not, but lost those counted or tells how many there are: "the gang lost eight men".
        side: side of those counted when their words do not tell.
        counted: which argument is counted; "agent" for "joined by 300 soldiers".
        alone: the noun tells of the dead by itself: "a double murder"; in a headline the bare singular tells of one.
        besides: it is read besides the rule that its words give otherwise: of who is "arrested with two guns" they are
            seized.
        late: it is read after all other rules of the sentence, of whom they have not counted.
        least: how many those counted must be at least.
        blames: its subject is who is blamed, by whoever speaks ("police led the robberies, the group said").
        weak: the word has other common meanings; without an argument of the right kind it yields nothing.
    """

    id: str
    event: str
    form: FormOfTrigger
    lemmas: tuple[str, ...]
    examples: tuple[Example, ...] = ()
    rejects: tuple[str, ...] = ()
    patient: Patient = "human"
    tally: str | None = None
    how: How | None = None
    status: Status = "occurred"
    agent: tuple[str, ...] = ()
    agent_not: tuple[str, ...] = ()
    near: tuple[str, ...] = ()
    heard: bool = False
    beside: tuple[str, ...] = ()
    not_near: tuple[str, ...] = ()
    asks: Asks = ""
    about: str = ""
    or_about: str = ""
    not_about: str = ""
    side: Side | None = None
    counted: Literal["patient", "agent"] = "patient"
    alone: bool = False
    weak: bool = False
    blames: bool = False
    besides: bool = False
    loses: bool = False
    late: bool = False
    least: int = 0

    @property
    def counts(self) -> str | None:
        """The tally that a figure feeds, or None."""
        return (self.tally or None) if self.tally is not None else event_of(self.event).tally


class _File(Table, frozen=True, kw_only=True):
    """The file: ``words`` are lists of words that rules share, each put in where a rule says "@" and its name.

    Words that differ little may be written once, with alternatives in braces (`alternatives`).
    """

    trigger: tuple[Trigger, ...]
    words: dict[str, tuple[str, ...]] = msgspec.field(default_factory=dict)


class Word(msgspec.Struct, frozen=True):
    """One surface form of a rule: its words in order and what the first can be.

    ``kinds`` holds forms of `inflect.Form`, or "noun" for nouns and adjectives.
    """

    trigger: Trigger
    words: tuple[frozenset[str], ...]
    gap: int
    kinds: frozenset[str]


class Begun(msgspec.Struct, frozen=True):
    """The rules that begin with one surface word, in the order of the file.

    ``lone`` are the rules of that word alone. ``alone`` and ``following`` hold positions in ``words``: of those rules,
    and of the others by each form of their second word. ``later`` are the forms of all words but the first.
    """

    words: tuple[Word, ...]
    lone: tuple[Word, ...]
    alone: tuple[int, ...]
    following: dict[str, tuple[int, ...]]
    later: frozenset[str]
    # What was found for the later words that a sentence has.
    _found: dict[frozenset[str], tuple[Word, ...]] = msgspec.field(default_factory=dict)

    @classmethod
    def of(cls, words: Sequence[Word]) -> Begun:
        """Return the rules with their second words looked up."""
        following: dict[str, list[int]] = {}
        for place, word in enumerate(words):
            for form in word.words[0] if word.words else ():
                following.setdefault(form, []).append(place)
        alone = tuple(place for place, word in enumerate(words) if not word.words)
        lone = tuple(words[place] for place in alone)
        later = frozenset(form for word in words for forms in word.words for form in forms)
        return cls(tuple(words), lone, alone, {form: tuple(places) for form, places in following.items()}, later)

    def among(self, present: Set[str]) -> Sequence[Word]:
        """Return the rules all of whose other words are ``present``."""
        if self.following.keys().isdisjoint(present):
            return self.lone
        going_on = self.later & present
        found = self._found.get(going_on)
        return self._with(going_on) if found is None else found

    def _with(self, present: frozenset[str]) -> tuple[Word, ...]:
        places = {place for form in self.following.keys() & present for place in self.following[form]}
        told = [self.words[place] for place in sorted(places.union(self.alone))]
        found = tuple(word for word in told if not any(map(present.isdisjoint, word.words[1:])))
        if len(self._found) >= _REMEMBERED:
            self._found.clear()
        self._found[present] = found
        return found


_REMEMBERED = 512  # sets of later words, of each first word
_NONE = Begun((), (), (), {}, frozenset())
_NOUN = frozenset({"noun"})


class _Going(NamedTuple):
    """One way in which a rule goes on after its first word: its place among all, the other words and their gap."""

    place: int
    rule: Trigger
    words: tuple[frozenset[str], ...]
    gap: int


class TriggerIndex:
    """Rules by the first surface word: as written, and folded for capitals and texts without accents.

    Most words of a lexicon are in no report that a process ever reads, so what a word begins is put together when it is
    asked for first. ``later`` are the forms of all words but the first.
    """

    def __init__(self, rules: Iterable[Trigger], language: Language) -> None:
        heads: dict[tuple[str, bool], list[_Going]] = {}
        told = [(rule, lemma) for rule in rules for lemma in rule.lemmas]
        for place, (rule, lemma) in enumerate(told):
            head, *rest = lemma.split()
            words = tuple(_any_form(word, language) for word in rest if word != "...")
            going = _Going(place, rule, words, gap=8 if "..." in rest else 2)
            heads.setdefault((head, _is_inflected(rule, head, language)), []).append(going)
        self.later = frozenset(
            form for each in heads.values() for going in each for forms in going.words for form in forms
        )
        self._begins: dict[str, list[tuple[frozenset[str], list[_Going]]]] = {}
        for (head, verb), each in heads.items():
            for form, kinds in _head_forms(head, language, verb=verb):
                self._begins.setdefault(form, []).append((kinds, each))
        self._alike: dict[str, list[str]] = {}
        for form in self._begins:
            self._alike.setdefault(fold(form), []).append(form)
        self._exact: dict[str, Begun] = {}
        self._folded: dict[str, Begun] = {}

    def __contains__(self, word: str) -> bool:
        """Tell whether a rule begins with ``word``, lower case, as written."""
        return word in self._begins

    def has_folded(self, folded: str) -> bool:
        """Tell whether a rule begins with a word that folds to ``folded``."""
        return folded in self._alike

    def at(self, word: str, *, plain: bool) -> tuple[Word, ...]:
        """Return the rules whose first word can be ``word``; ``plain`` texts carry no accents."""
        return self.begun(word, plain=plain).words

    def begun(self, word: str, *, plain: bool) -> Begun:
        """Return the same rules, to be asked which of them the words of a sentence can hold."""
        found = self._as_written(word.casefold().replace("’", "'"))
        return found or (self._as_folded(fold(word)) if plain or word.isupper() else None) or _NONE

    def loosely(self, form: str) -> Begun | None:
        """Return the rules that begin with ``form``, lower case: as written, else folded; None if there are none."""
        return self._as_written(form) or self._as_folded(form)

    def _as_written(self, form: str) -> Begun | None:
        found = self._exact.get(form)
        if found is None and form in self._begins:
            found = self._exact[form] = Begun.of(self._words(form))
        return found

    def _as_folded(self, folded: str) -> Begun | None:
        found = self._folded.get(folded)
        if found is None and (forms := self._alike.get(folded)):
            alone = self._as_written(forms[0]) if len(forms) == 1 else None
            found = self._folded[folded] = alone or Begun.of([word for form in forms for word in self._words(form)])
        return found

    def _words(self, form: str) -> list[Word]:
        """Return the rules that begin with ``form``, in the order of the file."""
        told = [(going, kinds) for kinds, each in self._begins[form] for going in each]
        told.sort(key=lambda one: one[0].place)
        return [Word(going.rule, going.words, going.gap, kinds) for going, kinds in told]


@cache
def triggers(language: Language) -> tuple[Trigger, ...]:
    """Return the rules of ``language`` in the order of its file.

    Raises:
        LexiconError: two rules share an id, a code is not in the codebook, a rule has no words or asks for no topic
            or no class of words that there is.
    """
    file = read_toml(language, "events.toml", _File)
    shared = {name: spelt_out(words) for name, words in file.words.items()}
    rules = tuple(with_shared(rule, shared, language) for rule in file.trigger)
    known = {topic.id for topic in topics(language)}
    seen: set[str] = set()
    for rule in rules:
        if unknown := {rule.about, rule.or_about, rule.not_about} - known - {""}:
            raise LexiconError(f"lexicon/{language}/events.toml: {rule.id}: no topic {unknown} in topics.toml")
        if rule.id in seen:
            raise LexiconError(f"lexicon/{language}/events.toml: two rules are called {rule.id}")
        if not rule.id.startswith(f"{language}.") or not rule.lemmas:
            raise LexiconError(
                f"lexicon/{language}/events.toml: {rule.id}: start the id with {language}. and give lemmas"
            )
        try:
            event_of(rule.event)
        except KeyError as error:
            raise LexiconError(f"lexicon/{language}/events.toml: {rule.id}: no event {rule.event}") from error
        seen.add(rule.id)
    return rules


def with_shared(rule: Trigger, shared: dict[str, tuple[str, ...]], language: Language) -> Trigger:
    """Return the rule with its alternatives spelt out and the words of each list that it names put in.

    What it forbids is not what it wants.

    Raises:
        LexiconError: there is no list of that name, or a brace stands alone.
    """
    lists = {"near": rule.near, "beside": rule.beside, "not_near": rule.not_near, "agent": rule.agent}
    lists |= {"agent_not": rule.agent_not, "lemmas": rule.lemmas}
    where = f"lexicon/{language}/events.toml: {rule.id}"
    if not any(sign in word for words in lists.values() for word in words for sign in "@{"):
        return rule
    try:
        full = {
            key: spelt_out((f"{{{word}}}" if word.startswith("@") else word for word in words), shared)
            for key, words in lists.items()
        }
    except KeyError as error:
        raise LexiconError(f"{where}: no list @{error.args[0]} under [words]") from error
    except ValueError as error:
        raise LexiconError(f"{where}: {error}") from error
    for key in ("near", "beside"):
        full[key] = tuple(word for word in full[key] if word not in full["not_near"])
    return msgspec.structs.replace(rule, **full)


@cache
def trigger_index(language: Language) -> TriggerIndex:
    """Return all rules of ``language`` by their surface forms."""
    return TriggerIndex(triggers(language), language)


def _is_inflected(rule: Trigger, head: str, language: Language) -> bool:
    """Tell whether a rule's first word is a verb."""
    if rule.form in ("transitive", "intransitive"):
        return True
    return rule.form in ("phrase", "onto") and _is_verb(head, language)


def _head_forms(head: str, language: Language, *, verb: bool) -> list[tuple[str, frozenset[str]]]:
    # "=word" is matched as it stands: no inflection.
    if head.startswith("="):
        return [(head[1:], _NOUN)]
    if verb:
        forms = verb_forms(head.removeprefix("to_"), language=language)
        return [(form, _kinds(kinds)) for form, kinds in forms.items()]
    return [(form, _NOUN) for form in noun_forms(head, language=language)]


@cache
def _kinds(of_form: frozenset[Form]) -> frozenset[str]:
    return frozenset[str](of_form)


def _is_verb(word: str, language: Language) -> bool:
    # In phrases a Spanish infinitive shows itself; an English verb is marked: "to claim responsibility".
    return word.endswith(("ar", "er", "ir", "ír")) if language == "es" else word.startswith("to_")


@cache
def _any_form(word: str, language: Language) -> frozenset[str]:
    if word.startswith("="):
        return frozenset({word[1:]})
    forms = set(noun_forms(word, language=language)) | {word}
    if _is_verb(word, language) or language == "en":
        forms |= set(verb_forms(word, language=language))
    return frozenset(forms)
