"""Words of stance: who says, how sure, whether it happened, how a figure is meant."""

from __future__ import annotations

from functools import cache

from recuento.lexicon.fold import fold
from recuento.lexicon.inflect import verb_forms
from recuento.lexicon.toml import Table, read_toml
from recuento.model.claim import SpeakerKind
from recuento.model.document import Language

__all__ = [
    "ScopeWords",
    "SpeakerWord",
    "Speech",
    "Stance",
    "saying_verbs",
    "scope_words",
    "speech",
    "stance",
    "verb_set",
]


class SpeakerWord(Table, frozen=True, kw_only=True):
    """Folded words that tell what kind of speaker a phrase names ("fiscalía": court? no: official)."""

    kind: SpeakerKind
    words: tuple[str, ...]


class Speech(Table, frozen=True, kw_only=True):
    """How the language attributes.

    Attributes:
        verbs: verbs of saying, dictionary forms ("say", "informar").
        reporting_verbs: verbs whose subject is an outlet or document ("report", "publicar").
        according: folded runs that introduce a speaker ("according to", "de acuerdo con", "segun").
        according_first: those that do so only where they open a clause ("para la Fiscalía los muertos son diez").
        happening: verbs that say when or where an event took place ("occur", "registrarse" without se).
        nouns: folded nouns for what speakers put out ("statement", "comunicado").
        pronouns: folded subjects that point back to the last speaker ("he", "she", "they").
        outlets: folded words that mark an outlet's name ("news", "times", "reuters", "diario").
        said_runs: folded runs that say as one verb does ("dio a conocer"), forms of the verb first.
        happening_phrases: phrases that do ("took place"), as said.
        needs_clause: verbs of saying that say nothing without a clause ("asegurar": also "seize").
        made_known: participles of what somebody has let be known ("disclosed").
        supposes: verbs that, in a relative clause, say nothing of the rest ("a gang that police believe is his").
        institutions: folded nouns that point back to an institution named before ("la dependencia", "the agency").
        holders: folded nouns that point back to a person in office ("la funcionaria", "the spokesman").
        wires: folded nouns that point back to an outlet ("la agencia", "the newspaper").
        bulletins: folded words at the top of a text that a body issues ("alerta", "comunicado").
        silent: runs before a verb of saying that leave it unsaid ("declined to", "haven't").
        counts_on: runs that begin as a verb of saying does and add to a figure ("on Monday, adding to the 42").
        tells: runs that say when something was told or shown, and no event ("gave its account").
        addressing: folded verbs of saying something to somebody, who stands behind them ("told reporters").
        issues: verbs by which its opening names that body ("denuncia", "hace un llamado").
        told: folded nouns for what is given out and counts ("balance", "cifra"); gives_told: verbs for giving it.
        speaker: kinds by word.
    """

    verbs: tuple[str, ...]
    reporting_verbs: tuple[str, ...] = ()
    according: tuple[str, ...]
    according_first: tuple[str, ...] = ()
    happening: tuple[str, ...] = ()
    addressing: tuple[str, ...] = ()
    happening_phrases: tuple[str, ...] = ()
    nouns: tuple[str, ...] = ()
    pronouns: tuple[str, ...] = ()
    outlets: tuple[str, ...] = ()
    said_runs: tuple[str, ...] = ()
    needs_clause: tuple[str, ...] = ()
    made_known: tuple[str, ...] = ()
    supposes: tuple[str, ...] = ()
    institutions: frozenset[str] = frozenset()
    holders: frozenset[str] = frozenset()
    wires: frozenset[str] = frozenset()
    bulletins: frozenset[str] = frozenset()
    issues: tuple[str, ...] = ()
    silent: tuple[str, ...] = ()
    tells: tuple[str, ...] = ()
    counts_on: tuple[str, ...] = ()
    told: frozenset[str] = frozenset()
    gives_told: tuple[str, ...] = ()
    speaker: tuple[SpeakerWord, ...]


class Stance(Table, frozen=True, kw_only=True):
    """Words that change whether something happened, and how sure the report is. All folded runs of words.

    Attributes:
        negation: "not", "no", "never", "sin", "nadie".
        bounds: negations that only begin a number's bound: "no fewer than", "no menos de".
        attempt: "attempt to", "tried to", "botched", "intento de", "fallido", "frustrado".
        purpose: what somebody did something for, before an infinitive ("con el fin de", "el objetivo era").
        plan: "plan to", "will", "would", "threatened to", "planea", "pretendía".
        deny: verbs and nouns of denial before a clause ("denied that", "desmintió", "retracted").
        condition: "if", "unless", "si", "en caso de".
        hedge: "allegedly", "suspected of", "presuntamente", "habría", "al parecer", "accused of".
        hypothetical_nouns: "drill", "simulacro", "film", "película".
        anniversary: "anniversary", "commemorate", "aniversario".
        earlier: words between a crime and one that came before it ("weeks after", "relacionado con").
        mourning: words for coming together over somebody's death, one each ("vigil", "velorio").
        scene_of: words before what a place has seen ("the scene of"),
        another_time: and words that say that it was at another time ("a day earlier", "hace un mes").
        habitual: "usually", "often", "every year", "suelen".
        achieving: verbs whose infinitive came about, dictionary forms ("manage", "lograr").
        undergoes: verbs whose subject has or receives what was done to it ("has injuries"), dictionary forms.
        leaves_bodies: verbs of those who get rid of the dead, dictionary forms.
        hands_over: verbs that give captives back to somebody, dictionary forms.
        comes_upon: verbs whose subject found or helped people and harmed nobody, dictionary forms.
        reject, rejected: verbs that deny the clause under them, and nouns between ("rejected reports that").
        wish: verbs of demanding and hoping, whose object has not happened, dictionary forms.
        orders: words right before an arrest or extradition that is only ordered or sought ("ordered the").
        put_off: verbs that put a step of the law off or set a day for it, dictionary forms.
        left_out: words before a gerund that was not done ("rather than"), in English.
        analysis: verbs by which a writer comments rather than reports, dictionary forms ("underscore", "evidenciar").
    """

    negation: tuple[str, ...]
    bounds: tuple[str, ...]
    attempt: tuple[str, ...]
    plan: tuple[str, ...]
    deny: tuple[str, ...]
    condition: tuple[str, ...]
    hedge: tuple[str, ...]
    hypothetical_nouns: tuple[str, ...] = ()
    anniversary: tuple[str, ...] = ()
    earlier: tuple[str, ...] = ()
    mourning: tuple[str, ...] = ()
    scene_of: tuple[str, ...] = ()
    another_time: tuple[str, ...] = ()
    habitual: tuple[str, ...] = ()
    analysis: tuple[str, ...] = ()
    comes_upon: tuple[str, ...] = ()
    undergoes: tuple[str, ...] = ()
    leaves_bodies: tuple[str, ...] = ()
    hands_over: tuple[str, ...] = ()
    reject: tuple[str, ...] = ()
    rejected: tuple[str, ...] = ()
    wish: tuple[str, ...] = ()
    orders: tuple[str, ...] = ()
    put_off: tuple[str, ...] = ()
    left_out: tuple[str, ...] = ()
    purpose: tuple[str, ...] = ()
    achieving: tuple[str, ...] = ()


class ScopeWords(Table, frozen=True, kw_only=True):
    """Words that tell how a figure relates to others. All folded runs of words.

    Attributes:
        total: "total", "in all", "so far", "toll", "rose to", "suman", "en total", "saldo", "hasta el momento".
        until_now: those of ``total`` that may close a sentence ("so far", "to date").
        increment: "another", "more", "additional", "adding to", "otros", "más", "adicionales".
        groups: what people told before are called when some of them are told apart, by tally ("any": whoever was told).
        includes: verbs by which they are ("the victims include two minors").
        part: "including", "among them", "of whom", "entre ellos", "de los cuales", "incluidos".
        aggregate: "this year", "since 2006", "in the last five years", "en lo que va del año", "drug war".
        crimes: nouns that count crimes, not people ("homicides"), in the plural.
        crimes_added: plurals of crimes over which a figure adds up ("in 17 shootings"); one that is not in ``crimes``
            needs a word of ``various`` beside it ("in separate attacks"): an attack in two places is one.
        across: the words before those plurals.
        various: words by which crimes are told apart.
        one_crime: one of the crimes that a figure adds up, behind ``one_of_them``: "nine were killed, including two in
            a shooting in Austin", "incluida una masacre".
        one_of_them: words that name some of what was counted. one: articles of something not told of yet.
        at_first, at_last: words for what was said first of all, and for what was said after it.
        before_that, had: words for what was said before, if in the pluperfect ("had earlier reported").
        of_one: plurals that mean one incident ("estos hechos").
        periods: words of a period; crimes counted in one are an aggregate ("168 homicides this year").
        mounting: words right before crimes that mount up in a place ("suman 90 asesinatos", "nears 900 murders").
        areas: words for a whole area; people counted in one on no day are an aggregate ("across the country").
        compared: words right before a period with which a figure is compared ("en igual periodo de 2023", Spanish).
        refers: words with which a sentence speaks of the figure before it ("that is up from").
        wars: names of violence at large; in a headline they only say of what kind an incident is.
        long_wars: what kills over years; whoever it has killed, when many, are no incident's ("the insurgency").
        several: words that make a headline's figure one of several incidents ("in different parts", "en 24 horas").
        retired: words by which a report withdraws a figure ("earlier reports had said", "initially put at").
        background: words that set older context ("last year", "previously", "en su momento").
        motive: words that introduce a motive ("in retaliation for", "en represalia por", "an act of revenge").
    """

    total: tuple[str, ...]
    until_now: tuple[str, ...]
    increment: tuple[str, ...]
    part: tuple[str, ...]
    aggregate: tuple[str, ...]
    groups: dict[str, tuple[str, ...]]
    includes: tuple[str, ...]
    crimes: tuple[str, ...] = ()
    crimes_added: tuple[str, ...] = ()
    across: tuple[str, ...] = ()
    various: tuple[str, ...] = ()
    one_crime: tuple[str, ...] = ()
    one_of_them: tuple[str, ...] = ()
    one: tuple[str, ...] = ()
    of_one: tuple[str, ...] = ()
    at_first: tuple[str, ...] = ()
    at_last: tuple[str, ...] = ()
    before_that: tuple[str, ...] = ()
    had: tuple[str, ...] = ()
    periods: tuple[str, ...] = ()
    mounting: tuple[str, ...] = ()
    areas: tuple[str, ...] = ()
    compared: tuple[str, ...] = ()
    refers: tuple[str, ...] = ()
    wars: tuple[str, ...] = ()
    long_wars: tuple[str, ...] = ()
    several: tuple[str, ...] = ()
    retired: tuple[str, ...] = ()
    background: tuple[str, ...] = ()
    motive: tuple[str, ...] = ()


@cache
def speech(language: Language) -> Speech:
    """Return ``speech.toml``."""
    return read_toml(language, "speech.toml", Speech)


@cache
def stance(language: Language) -> Stance:
    """Return ``stance.toml``."""
    return read_toml(language, "stance.toml", Stance)


@cache
def scope_words(language: Language) -> ScopeWords:
    """Return ``scope.toml``."""
    return read_toml(language, "scope.toml", ScopeWords)


@cache
def saying_verbs(language: Language) -> frozenset[str]:
    """Return all folded forms of verbs of saying and reporting."""
    table = speech(language)
    return verb_set((*table.verbs, *table.reporting_verbs), language)


@cache
def verb_set(lemmas: tuple[str, ...], language: Language) -> frozenset[str]:
    """Return all folded surface forms of these verbs."""
    return frozenset(fold(form) for lemma in lemmas for form in verb_forms(lemma, language=language))
