"""What a rule's own words say of people: those whom a participle stands for, the state in which somebody was left."""

from __future__ import annotations

from recuento.extract.nouns import of_state
from recuento.extract.phrases import fits, noun_of
from recuento.extract.triggers import Match
from recuento.extract.view import VERBAL, View

__all__ = [
    "counts_itself", "is_another", "is_state_word", "left_so", "names_the_dead", "state_in_aside", "told_beside",
]  # fmt: skip


def told_beside(view: View, state: int) -> tuple[int, ...]:
    """Return whoever is counted right before a Spanish state of several words, past a form of "be".

    "Tenemos a 43 de regreso", "da 43 personas a salvo", "43 están ya en sus casas".
    """
    at = state - 1
    while at > 0 and (view.tokens[at].pos == "ADV" or view.folded[at] in view.words.be):
        at -= 1
    if at < 0 or (view.numeral_at(at) is None and not view.children(at, "nummod")):
        return ()
    return (at,) if view.tokens[at].pos == "NUM" or fits(view, at, "person") else ()


def state_in_aside(view: View, match: Match) -> bool:
    """Tell whether a comma parts a Spanish verb from the state: "encontró, encerrados y con hambre, a 21 peones"."""
    return view.language == "es" and view.tokens[match.head + 1].text == ","


def left_so(view: View, match: Match) -> tuple[int, ...]:
    """Whom the rule's last word describes: the object of its verb where the noun beside it is of something else."""
    beside = of_state(view, match.last)
    if not view.headline or any(fits(view, i, "person") for i in beside):
        return beside
    return tuple(i for i in range(match.head + 1, match.last) if noun_of(view, i) is not None)[:1] or beside


def is_state_word(view: View, match: Match) -> bool:
    """Tell whether the rule's last word tells what became of the object before it: "left two soldiers wounded"."""
    token = view.tokens[match.last]
    passive = view.children(match.head, "aux:pass", "nsubj:pass")
    if view.tokens[match.last - 1].pos == "CCONJ":
        return False  # "shot and killed twelve"
    if token.head == match.head and _is_whither(view, match.head, match.last):
        return False
    return match.last - match.head > 1 and not passive and (token.pos in {"ADJ", "ADV"} or token.has("VerbForm=Part"))


def counts_itself(view: View, match: Match, word: int) -> bool:
    """Tell whether a number stands right before a participle: "four more wounded", "otros seis detenidos"."""
    participle = "participle" in match.kinds if word == match.head else word - match.head > 1
    alone = view.language == "en" and match.rule.counts == "freed" and view.tokens[word].pos == "ADJ"
    participle = participle or alone  # "33 free"
    if not participle or match.rule.form != "transitive" or _is_whither(view, match.head, word):
        return False
    if _describes_next(view, word):
        return False
    if word - match.head > 1 and view.folded[word - 1] in view.words.indefinite and _stands_alone(view, word):
        return True  # "deja dos muertos y un herido"
    for at in range(word - 1, max(-1, word - 3), -1):
        numeral = view.numeral_at(at)
        if numeral is not None:
            return numeral.sense == "number"
        if view.folded[at] not in view.words.more:
            return False
    return False


def _is_whither(view: View, verb: int, word: int) -> bool:
    """Tell whether an English verb's last word only says where to or with what: "brought 35 others home"."""
    token = view.tokens[word]
    return view.language == "en" and word > verb and token.pos in {"ADV", "ADP"}


def _describes_next(view: View, word: int) -> bool:
    """Tell whether an English participle describes the people behind it: "seven kidnapped drivers"."""
    following = word + 1 < len(view.tokens) and view.tokens[word + 1].pos == "NOUN"
    return view.language == "en" and following and noun_of(view, word + 1) is not None


def is_another(view: View, match: Match) -> bool:
    """Tell whether "another" stands for somebody before a participle: "a man was killed and another wounded"."""
    word = match.head
    if match.rule.form not in {"transitive", "state"} or view.tokens[word].pos not in VERBAL or match.last > word:
        return False
    joined = word > 1 and view.tokens[word - 2].pos in {"CCONJ", "PUNCT"}
    followed = word + 1 < len(view.tokens) and view.tokens[word + 1].pos in {"NOUN", "PROPN", "ADJ"}
    return joined and not followed and view.folded[word - 1] in view.words.another


def _stands_alone(view: View, word: int) -> bool:
    noun = noun_of(view, word)
    followed = word + 1 < len(view.tokens) and view.tokens[word + 1].pos in {"NOUN", "PROPN", "ADJ"}
    return noun is not None and noun.victim and not followed


def names_the_dead(view: View, match: Match) -> bool:
    """Tell whether the rule's own noun is who was found: "hallan cadáver", "encuentran encobijado"."""
    if (
        not view.headline
        or match.rule.event != "body_found"
        or match.rule.form != "transitive"
        or match.last == match.head
    ):
        return False
    if view.folded[match.last] in view.words.bodies:
        return True
    noun = noun_of(view, match.last)
    following = view.folded[match.last + 1] if match.last + 1 < len(view.tokens) else ""
    alone = following not in view.words.object_mark and not view.children(match.head, "obj", "obl:arg")
    return view.language == "es" and noun is not None and noun.victim and alone
