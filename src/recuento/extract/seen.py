"""Who acts in a report without a word of any rule: armed men who get out of a van, a patrol, a court."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Literal

from msgspec import Struct

from recuento.extract.naming import party_side, party_span
from recuento.extract.onward import armed_opening
from recuento.extract.phrases import fits, noun_of
from recuento.extract.sides import force_in
from recuento.extract.speakers import kind_of
from recuento.extract.triggers import find_triggers
from recuento.extract.view import View
from recuento.lexicon.grammar import saying_verbs, speech
from recuento.lexicon.people import lone_doers
from recuento.model.annotation import Sentence
from recuento.model.claim import Role, RoleName
from recuento.model.document import Language

__all__ = ["Actors", "Seen", "Sort"]

Sort = Literal["armed", "force", "court"]
# Where a force goes, and what it seizes, tells who is there for what follows: nothing befalls the verb's subject.
_GOING = frozenset({"deployment", "operation"})
_BEFALLS_NOBODY = _GOING | {"seizure"}


class Seen(Struct, frozen=True, kw_only=True):
    """Somebody as the subject of a verb, as the role that he would have, and his paragraph.

    ``here``: it is only of his own sentence that the words say that he did it. ``onward``: only of what follows in his
    own paragraph.
    """

    sort: Sort
    role: Role
    paragraph: int
    here: bool = False
    onward: bool = False


class Actors:
    """Those who act in a report, looked for where they are asked for: most events name their own."""

    def __init__(self, text: str, language: Language) -> None:
        self._text, self._language = text, language
        self._views: dict[int, list[View]] = {}
        self._unparsed: dict[int, list[Sentence]] = {}

    def add_unparsed(self, sentence: Sentence) -> None:
        """Take a sentence in that has no view, as no rule's word stands in it."""
        self._unparsed.setdefault(sentence.paragraph, []).append(sentence)

    def add(self, view: View) -> None:
        """Take a sentence in, after those before it."""
        self._views.setdefault(view.sentence.paragraph, []).append(view)

    def near(self, paragraph: int, *, within: int) -> Iterator[Seen]:
        """Yield who acts in a paragraph or up to ``within`` paragraphs before or after it, each kind in text order."""
        for number in range(paragraph - within, paragraph + within + 1):
            for view in self._views.get(number, ()):
                yield from view.once(_actors_in)
        for sentence in self._unparsed.get(paragraph, ()):
            span = armed_opening(self._text, sentence.span, self._language)
            if span is not None:
                role = Role(role="perpetrator", text=span.of(self._text), span=span, inherited=True)
                yield Seen(sort="armed", role=role, paragraph=paragraph, onward=True)


def _actors_in(view: View) -> tuple[Seen, ...]:
    """Return `actors_in` as a list that can be kept."""
    return tuple(actors_in(view))


def actors_in(view: View) -> Iterator[Seen]:
    """Yield the armed people, forces and courts that do something in the sentence.

    Those whom something befell are left out, and so are those who only speak, and groups by name: "the Cobos split from
    the Robles cartel" tells of no incident.
    """
    found = [match for matches in find_triggers(view) for match in matches]
    told = {match.head for match in found if match.rule.event not in _BEFALLS_NOBODY}
    # A verb of many trades befalls nobody by itself: gunmen who "bajaron de una camioneta" were not taken off it.
    going = {match.head for match in found if match.rule.event in _GOING}  # "raided" may be told of gunmen too
    others = [match for match in found if match.rule.event not in _BEFALLS_NOBODY and not match.rule.beside]
    taken = {match.head for match in found if match.rule.event == "seizure" and not _takes_people(view, match.head)}
    befell = {match.head for match in others if match.head not in going | taken}
    # Those of whom a verb inside the rule's words is told: "se dieron a la fuga", "se dio a la huida".
    befell |= {i for match in found if match.rule.event == "escape" for i in range(match.head, match.last + 1)}
    for token in view.tokens:
        if token.dep not in {"nsubj", "nsubj:pass"} or token.pos not in {"NOUN", "PROPN"}:
            continue
        acts = _acts(view, token.index, befell)
        if token.index in told or not (acts or _may_be_known(view, token.index)):
            continue
        sort = _sort(view, token.index)
        if sort is not None and (acts or _is_known_by_it(view, token.index, sort)):
            span = party_span(view, token.index)
            role: RoleName = "perpetrator" if sort == "armed" else "authority"
            named = Role(role=role, text=span.of(view.text), span=span, inherited=True)
            here = not acts and any(view.folded[i] in view.words.indefinite for i in view.children(token.index, "det"))
            yield Seen(sort=sort, role=named, paragraph=view.sentence.paragraph, here=here)


def _takes_people(view: View, verb: int) -> bool:
    """Tell whether a verb of seizing has people for its object: gunmen who "seized 40 villagers"."""
    return any(fits(view, i, "person") for i in view.children(verb, "obj", "nsubj:pass"))


def _acts(view: View, index: int, befell: set[int]) -> bool:
    token = view.tokens[index]
    speaks = view.folded[token.head] in saying_verbs(view.language)
    passive = token.dep == "nsubj:pass" or view.children(token.head, "aux:pass", "cop")
    return not passive and not speaks and token.head not in befell


def _may_be_known(view: View, index: int) -> bool:
    """Tell whether the word can be of those that `_is_known_by_it` asks about, before it is known of which sort."""
    return view.folded[index] in lone_doers(view.language) or kind_of(view.tokens[index].text, view.language) == "court"


def _is_known_by_it(view: View, index: int, sort: Sort) -> bool:
    """Tell whether the word alone says that they did it, whatever becomes of them: "the gunman died", "the judge said".

    Of armed people only one: where several "gunmen died" they fought others.
    """
    if sort == "court":
        return True
    one = not view.tokens[index].has("Number=Plur") and view.numeral_at(index) is None
    return sort == "armed" and one and view.folded[index] in lone_doers(view.language)


def _sort(view: View, index: int) -> Sort | None:
    if kind_of(view.tokens[index].text, view.language) == "court":
        return "court" if view.folded[index] not in speech(view.language).nouns else None
    noun = noun_of(view, index)
    side = party_side(view, index)
    of_state = side == "state" and bool(view.children(index, "compound"))  # "security forces"
    whole = view.tokens[index].pos == "PROPN" or of_state
    named = party_span(view, index) if whole else view.tokens[index].span
    if noun is None and kind_of(named.of(view.text), view.language) == "other":
        return None  # "la detención de los delincuentes" does nothing
    if side == "unknown" and noun is not None:
        side = noun.side
    words = party_span(view, index).of(view.text)
    if side == "armed_group":
        by_name = any(word[:1].isupper() for word in words.split()[1:])
        some = view.language == "es" and any(
            view.folded[i] in view.words.indefinite for i in view.children(index, "det")
        )
        unit = noun is not None and noun.side == "armed_group" and noun.unit and not some  # "un comando irrumpió" acts
        return None if by_name or unit else "armed"
    several = view.tokens[index].has("Number=Plur")  # "un coronel" speaks of what others did
    force = force_in(words, view.language) or (several and noun is not None and noun.force)
    return "force" if side == "state" and force else None
