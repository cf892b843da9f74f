"""Who says so: the speakers of each sentence, nearest first."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache, lru_cache

from recuento.extract.closing import beside_verb
from recuento.extract.fronted import is_fronted, tells_event
from recuento.extract.given import covers_given, givings
from recuento.extract.naming import with_short_form
from recuento.extract.phrases import coordinated, is_thing, noun_of, phrase_span
from recuento.extract.triggers import find_triggers
from recuento.extract.view import NOMINAL, View
from recuento.lexicon.codebook import event_of
from recuento.lexicon.fold import fold
from recuento.lexicon.grammar import saying_verbs, speech, verb_set
from recuento.lexicon.people import things
from recuento.lexicon.runs import FirstRun
from recuento.model.claim import Speaker, SpeakerKind
from recuento.model.document import Language
from recuento.model.span import Span

__all__ = ["kind_of", "speaker_of_embed", "speakers_of"]

_LONGEST = 14
_POINTS_BACK = frozenset({"him", "her", "them"})
_LONGEST_SPEAKER = 120
# Who holds something for true where it is true "for" him.
_HOLDS = frozenset({"official", "security_force", "witness"})
_EMBED = re.compile(r"[—–-]\s*([^—–@(\n]{2,60}?)\s*\(@\w+\)")
_NAME_BEHIND = re.compile(
    r",\s(?P<name>(?:[a-záéíóúñ]{2,14}\.?\s){0,2}[A-ZÁÉÍÓÚÑ][\w'’-]+(?:\s(?:de\s|del\s|la\s)*[A-ZÁÉÍÓÚÑ][\w'’-]+){1,3})(?=[,.;:]|$)"
)
_POSTED = re.compile(r"\s*([^—–@(\n:]{2,60}?)\s*\(?@\w+\)?[^\n:]{0,40}:")


def speakers_of(view: View, *, last: Sequence[Speaker] = ()) -> tuple[Speaker, ...]:
    """Return who the sentence attributes its statements to, nearest speaker first; () if to nobody.

    A pronoun or a dropped subject ("he said", "agregó que") points back to ``last``, the speakers before.
    """
    given = givings(view)
    found: list[tuple[int, int, tuple[Speaker, ...]]] = [
        (-len(view.tokens), giving.verb, said) for giving in given if (said := _phrase_from(view, giving.start))
    ]
    taken = {verb for _, verb, _ in found}
    telling = _telling(view.language)
    giving = frozenset() if view.words.numbers.isdisjoint(view.folded) else view.words.gives_figures
    for index in [i for i, word in enumerate(view.folded) if (word in telling or word in giving) and i not in taken]:
        said = _after_according(view, index, tuple(last)) or _subject_of_saying(view, index, tuple(last))
        if not said and view.folded[index] in giving:
            said = _subject_of_giving(view, index)
        if said:
            found.append((-_depth(view, index), index, said))
    ordered = [speaker for _, _, said in sorted(found, key=lambda item: item[:2]) for speaker in said]
    if taken:
        ordered = [speaker for speaker in ordered if not covers_given(view, speaker)]
    unique: list[Speaker] = []
    for speaker in ordered:
        if not any(speaker.span.overlaps(kept.span) for kept in unique):
            unique.append(speaker)
    return tuple(unique[:3])


def _depth(view: View, index: int) -> int:
    """Clauses of saying above this one: "Reuters reported that police said" has police nearest."""
    verbs = saying_verbs(view.language)
    depth, below = 0, index
    for above in view.ancestors(index):
        # "X said, Y reported" at the end of a sentence stands in the right order already.
        leads = above < index and not any(view.tokens[i].pos == "VERB" for i in range(above))
        depth += view.folded[above] in verbs and view.tokens[below].dep == "ccomp" and leads
        below = above
    return depth


@cache
def _according(language: Language) -> dict[str, tuple[tuple[str, ...], ...]]:
    """Return the words that introduce a speaker by their first word, longest first."""
    table = speech(language)
    said = (*table.according, *table.according_first)
    runs = sorted((tuple(fold(run).split()) for run in said), key=len, reverse=True)
    return {first: tuple(run for run in runs if run[0] == first) for first, *_ in runs}


@cache
def _telling(language: Language) -> frozenset[str]:
    """Return the words with which one can begin to tell who says so."""
    said = {run[0] for run in _said_runs(language)}
    return frozenset(_according(language)) | saying_verbs(language) | said


def _after_according(view: View, index: int, last: tuple[Speaker, ...] = ()) -> tuple[Speaker, ...]:
    runs = _according(view.language).get(view.folded[index])
    if runs is None:
        return ()
    run = _run_at(view, index, runs)
    if run is None:
        return ()
    start = index + len(run)
    if run in _openings(view.language) and not _opens_for(view, index, start):
        return ()
    if view.language == "es" and view.words.relative & set(view.folded[start : start + 2]):
        return ()  # "una versión según la cual el jefe escapó"
    if view.language == "en" and last and start < len(view.tokens) and view.folded[start] in _POINTS_BACK:
        return last  # "according to him"
    end = _end_of_speaker(view, start)
    if index == 0 and view.language == "en":
        end = _past_no_comma(view, start, end)
    if end <= start or _all_numbers(view, start, end) or _is_stationed(view, run, view.span(start, end - 1)):
        return ()
    return (_speaker(view, view.span(start, end - 1)),)


def _past_no_comma(view: View, start: int, end: int) -> int:
    """Return the comma behind a document that opens a sentence: "According to the indictment, Arturo Noel and …"."""
    comma = next((i for i in range(start, end) if view.tokens[i].text == ","), end)
    document = comma > start and view.folded[comma - 1] in speech(view.language).nouns
    return comma if document else end


def _phrase_from(view: View, start: int) -> tuple[Speaker, ...]:
    """Return who is named from a token on, past when he spoke; () where nobody is who can speak."""
    while start < len(view.tokens) and any(d.span.overlaps(view.tokens[start].span) for d in view.dates):
        start += 1
    end = _end_of_speaker(view, start)
    return (
        (_speaker(view, view.span(start, end - 1)),) if end > start and _speaks(view, view.span(start, end - 1)) else ()
    )


def _end_of_speaker(view: View, start: int) -> int:
    """Return the token behind a phrase that names who speaks."""
    end = start
    while end < len(view.tokens) and end - start < _LONGEST and not _ends_speaker(view, start, end):
        end += 1
    while end > start and view.tokens[end - 1].pos in {"ADP", "CCONJ", "PUNCT", "DET"}:
        end -= 1
    return end


def _is_stationed(view: View, run: tuple[str, ...], said: Span) -> bool:
    """Tell whether a force has its base in a place: "soldados del 14 Batallón, con base en El Rosario"."""
    placed = any(place.locative and place.span.covers(said) for place in view.places)
    return view.language == "es" and run[-1] == "en" and placed


def _run_at(view: View, index: int, runs: Sequence[tuple[str, ...]]) -> tuple[str, ...] | None:
    for run in runs:
        if view.folded[index : index + len(run)] == run:
            return run
    return None


@cache
def _openings(language: Language) -> frozenset[tuple[str, ...]]:
    return frozenset(tuple(fold(run).split()) for run in speech(language).according_first)


def _opens_for(view: View, index: int, start: int) -> bool:
    """Tell whether a clause opens with for whom something is so: "Para la Policía los muertos son diez"."""
    opens = index == 0 or view.tokens[index - 1].text in {";", "“", '"'}
    return opens and start < len(view.tokens) and kind_of(view.tokens[start].text, view.language) in _HOLDS


def _all_numbers(view: View, start: int, end: int) -> bool:
    return all(view.tokens[i].pos in {"NUM", "DET", "ADP", "SYM"} for i in range(start, end))


def _ends_speaker(view: View, start: int, end: int) -> bool:
    token = view.tokens[end]
    if token.text == "," and end + 1 < len(view.tokens):
        # "según el fiscal, Juan Pérez, ..." keeps the name; anything else ends at the comma.
        following = view.tokens[end + 1]
        return not (following.pos == "PROPN" and view.names != () and any(
            n.kind == "person" and n.span.overlaps(following.span) for n in view.names) and end - start < 8
            and "," not in [t.text for t in view.tokens[start:end]])  # fmt: skip
    if token.pos in {"PUNCT", "SCONJ"} and token.text not in {"’", "'", "-", "'s", "’s", "“", "”", '"', "«", "»"}:
        return True
    if (
        token.pos == "CCONJ"
        and end + 1 < len(view.tokens)
        and view.tokens[end + 1].pos in {"VERB", "AUX", "PRON", "ADV"}
    ):
        return True
    if view.language == "es" and token.pos == "PRON" and view.folded[end] in view.words.reflexive:
        return True  # "según las autoridades se presume que"
    return token.pos in {"VERB", "AUX"} or view.folded[end] in view.words.ends_speaker


def _is_another_or_nobody(view: View, subject: int) -> bool:
    """Tell whether no one speaks: "No group has claimed it"; "la Fiscalía, cuyo parte hablaba de diez"."""
    if view.language == "en":
        return any(view.folded[i] in view.words.nobody for i in view.children(subject, "det"))
    return any(view.folded[i] in view.words.relative for i in view.children(subject, "det", "nmod"))


def _subject_of_saying(view: View, index: int, last: tuple[Speaker, ...]) -> tuple[Speaker, ...]:
    token = view.tokens[index]
    known = {"VERB", "AUX", "ADJ"} | ({"INTJ"} if view.language == "en" else set())  # "say"
    if token.pos not in known or not _says(view, index) or _is_verdict(view, index) or _is_aside(view, index):
        return ()
    beside = beside_verb(view, index)
    reports = _reports(view, index)
    closes = reports or _ends_sentence(view, index) or _is_known_speaker(view, beside)
    if beside is not None and _speaks(view, beside) and closes:
        points_back = fold(beside.of(view.text)) in speech(view.language).pronouns
        return (last or _named_before(view, index)) if points_back else (_speaker(view, beside),)
    set_apart = _inverted(view, index) or _cleft(view, index) or _quoted_as_saying(view, index)
    if set_apart is not None:
        return (_speaker(view, set_apart),)
    if (
        not reports
        or view.children(index, "aux:pass")
        or (view.language == "es" and token.has("VerbForm=Part") and not view.children(index, "aux"))
    ):
        return ()
    subjects = [i for i in view.children(index, "nsubj") if view.tokens[i].dep != "nsubj:pass"]
    if view.language == "es":  # "admiten el rapto de 69 personas"
        subjects = [i for i in subjects if not is_fronted(view, index, i) and (i < index or not tells_event(view, i))]
    if not subjects and view.language == "es":
        below = [index, *(i for i in view.children(index, "xcomp") if _begins_run(view, index))]
        after = [i for verb in below for i in view.children(verb, "obj", "obl")]
        bare = [
            i
            for i in after
            if i > index and not view.children(i, "case") and view.case_of(i) not in view.words.manner_of
        ]
        subjects = [i for i in bare if _can_speak(view, i) and _agrees(view, index, i) and not tells_event(view, i)]
    if not subjects and token.dep == "conj":
        subjects = [i for i in view.children(token.head, "nsubj") if view.tokens[i].dep != "nsubj:pass"]
    if not subjects:
        return last if view.language == "es" and token.has("Person=3") else ()
    subject = subjects[0]
    if _is_another_or_nobody(view, subject):
        return ()
    if view.language == "en" and view.folded[subject] in view.words.it and last and _is_person_in_office(last[0]):
        return ()  # "it alleged" is no official, but may be a ministry
    one_of = view.folded[subject] in view.words.one and bool(view.children(subject, "nmod"))  # "one of the masked men"
    if view.folded[subject] in speech(view.language).pronouns and not one_of:
        return last or _named_before(view, index)
    named = view.tokens[subject].pos in NOMINAL and view.tokens[subject].pos != "PRON"
    if not one_of and (not named or _is_mute(view, subject)):
        return ()
    return (_speaker(view, _whole_phrase(view, subject)),)


def _quoted_as_saying(view: View, index: int) -> Span | None:
    """Return who is quoted in the passive: "Survivors were quoted by a newspaper as saying that three had died"."""
    if view.language != "en" or view.folded[index] != "saying" or view.folded[index - 1] != "as":
        return None
    verb = next((i for i in view.ancestors(index) if view.children(i, "nsubj:pass")), None)
    who = view.children(verb, "nsubj:pass")[0] if verb is not None else None
    if who is None or view.folded[verb or 0] not in saying_verbs("en") or view.tokens[who].pos == "PRON":
        return None
    return _whole_phrase(view, who)


def _is_verdict(view: View, index: int) -> bool:
    """Tell whether a Spanish verb of saying is a court's own deed: "un jurado lo declaró culpable" tells nothing."""
    found = (m for ms in find_triggers(view) for m in ms[:1]) if view.language == "es" else ()
    return any(
        m.head < m.last and m.head <= index <= m.last and event_of(m.rule.event).family == "justice" for m in found
    )


def _is_aside(view: View, index: int) -> bool:
    """Tell whether an English word only doubts or supposes: "an alleged gunman", "a gang police believe is his"."""
    token = view.tokens[index]
    supposes = view.folded[index] in verb_set(speech(view.language).supposes, view.language)
    return view.language == "en" and (token.dep == "amod" or (supposes and token.dep == "acl:relcl"))


def _is_person_in_office(speaker: Speaker) -> bool:
    """Tell whether an English speaker is an official and no office: "Governor Ruiz", not "the prosecutor's office"."""
    words = fold(speaker.text).replace(",", " ").split()
    return speaker.kind == "official" and speech("en").institutions.isdisjoint(words)


def _is_known_speaker(view: View, beside: Span | None) -> bool:
    """Tell whether an English phrase beside a verb names a kind of speaker: ", Governor Ana Ruiz said in a video"."""
    return view.language == "en" and beside is not None and kind_of(beside.of(view.text), view.language) != "other"


def _subject_of_giving(view: View, index: int) -> tuple[Speaker, ...]:
    """Return who gives a figure: "prosecutors lowered to 13 the number of dead", "la fiscalía corrigió la cifra"."""
    if view.tokens[index].pos != "VERB":
        return ()
    if view.children(index, "aux:pass", "nsubj:pass"):
        return _by_whom(view, index)
    who = next((i for i in view.children(index, "nsubj") if i < index and view.tokens[i].pos in NOMINAL), None)
    if who is None or view.folded[who] in view.words.numbers or tells_event(view, who) or not _can_speak(view, who):
        return ()
    return () if view.tokens[who].pos == "PRON" or _is_mute(view, who) else (_speaker(view, _whole_phrase(view, who)),)


def _by_whom(view: View, index: int) -> tuple[Speaker, ...]:
    """Return who is said to have given a figure: "the total was raised to 55 by the governor, Ana Ruiz"."""
    given = (i for i in view.children(index, "obl") if view.case_of(i) in view.words.agent_case)
    who = (
        next((i for i in given if _can_speak(view, i) and not _is_mute(view, i)), None)
        if view.language == "en"
        else None
    )
    return (_speaker(view, _whole_phrase(view, who)),) if who is not None else ()


def _cleft(view: View, index: int) -> Span | None:
    """Return whom an English sentence sets apart as who said it: "It was the governor, Ana Ruiz, who announced it"."""
    opens = view.language == "en" and index > 3 and view.folded[0] in view.words.it and view.folded[1] in view.words.be
    if not opens or view.folded[index - 1] not in view.words.relative:
        return None
    last = index - 2 - (view.tokens[index - 2].text == ",")
    inside = range(2, last + 1)
    if last < 2 or any(view.tokens[i].pos in {"VERB", "AUX", "SCONJ"} for i in inside):
        return None
    return view.span(2, last) if _speaks(view, view.span(2, last)) else None


def _inverted(view: View, index: int) -> Span | None:
    """Return who speaks behind an English verb that closes a statement: "…, said the city's mayor, Ana Ruiz."."""
    before = view.tokens[index - 1].text if index else ""
    if view.language != "en" or before not in {",", "”", '"', "’"}:
        return None
    if (between := _between_commas(view, index)) is not None:
        return between
    subject = next((i for i in view.children(index, "nsubj", "obj", "ccomp") if i > index), None)
    if subject is None or view.tokens[subject].pos not in {"NOUN", "PROPN"} or not _can_speak(view, subject):
        return None
    plain = all(view.tokens[i].pos in {"DET", "ADJ", "NOUN", "PROPN", "PART"} for i in range(index + 1, subject))
    return _whole_phrase(view, subject) if plain else None


def _between_commas(view: View, index: int) -> Span | None:
    """Return who stands between a verb that a comma precedes and the next: "of the 60, said Governor Ana Ruiz, 42"."""
    end = next((i for i in range(index + 1, min(len(view.tokens), index + 8)) if view.tokens[i].text == ","), None)
    if end is None or end == index + 1 or view.tokens[end - 1].pos != "PROPN":
        return None
    plain = all(view.tokens[i].pos in {"DET", "ADJ", "NOUN", "PROPN", "PART"} for i in range(index + 1, end))
    span = view.span(index + 1, end - 1)
    return span if plain and _speaks(view, span) else None


@cache
def _said_runs(language: Language) -> tuple[tuple[str, ...], ...]:
    return tuple(tuple(run.split()) for run in speech(language).said_runs)


def _says(view: View, index: int) -> bool:
    """Tell whether a verb of saying, or a run of words that says ("dio a conocer"), begins at the token."""
    return view.folded[index] in saying_verbs(view.language) or _begins_run(view, index)


def _begins_run(view: View, index: int) -> bool:
    return any(view.folded[index : index + len(run)] == run for run in _said_runs(view.language))


def _speaks(view: View, span: Span) -> bool:
    heads = [
        i
        for i in view.inside(span)
        if view.tokens[i].pos in {"NOUN", "PROPN", "PRON"} or (view.tokens[i].pos == "ADJ" and noun_of(view, i))
    ]
    if not heads or tells_event(view, heads[0]):
        return False
    return view.tokens[heads[0]].pos == "PRON" or any(_can_speak(view, i) for i in heads)


def _agrees(view: View, verb: int, noun: int) -> bool:
    """Tell whether a noun after a Spanish verb can be its subject by number; two nouns together are several."""
    if not view.tokens[verb].has("Number=Plur") or not view.tokens[noun].has("Number=Sing"):
        return True
    return bool(view.children(noun, "conj"))


def _ends_sentence(view: View, index: int) -> bool:
    return all(token.pos == "PUNCT" for token in view.tokens[index + 1 :])


def _named_before(view: View, index: int) -> tuple[Speaker, ...]:
    """Return the one person whom the sentence names before the verb, for a pronoun that nobody else explains."""
    named = [n.span for n in view.names if n.kind == "person" and n.span.end <= view.tokens[index].span.start]
    return (_speaker(view, named[0]),) if len(named) == 1 else ()


def _can_speak(view: View, index: int) -> bool:
    known = (
        view.folded[index] in speech(view.language).institutions
        or noun_of(view, index) is not None
        or view.tokens[index].pos == "PROPN"
    )
    if known or kind_of(view.tokens[index].text, view.language) != "other":
        return True
    return not is_thing(view, index) and kind_of(phrase_span(view, index).of(view.text), view.language) != "other"


def _is_mute(view: View, subject: int) -> bool:
    """Things say nothing, unless they are documents or institutions."""
    named = kind_of(phrase_span(view, subject).of(view.text), view.language)
    one = any(view.tokens[i].has("Number=Sing") for i in (subject, view.tokens[subject].head))
    unit = named == "security_force" and one  # "la 24 Zona Militar informó"
    counted = (view.numeral_at(i) for i in (subject, *view.children(subject, "nummod")) if not unit)
    opens = view.sentence.span.start if view.language == "es" else -1
    if any(n is not None and (n.core.start == opens or not n.core.of(view.text)[:1].isupper()) for n in counted):
        return True  # "ocho personas continúan desaparecidas, reconoció el gobernador": those counted do not speak
    table = speech(view.language)
    speaks = view.folded[subject] in table.institutions or view.folded[subject] in table.nouns
    if tells_event(view, subject) and not speaks:
        return True  # "la muerte del soldado muestra a qué se exponen": what happened says nothing
    return named == "other" and not speaks and view.folded[subject] in things(view.language)


def _reports(view: View, index: int) -> bool:
    """Refuse verbs of saying that report nothing here ("the army secured the area", "said to be")."""
    word = view.folded[index]
    table = speech(view.language)
    if view.children(index, "ccomp", "parataxis") or _begins_run(view, index):
        return True
    if word in verb_set(table.needs_clause, view.language):
        return _closes_statement(view, index)
    if word in verb_set(table.reporting_verbs, view.language) and word not in verb_set(table.verbs, view.language):
        return any(_can_speak(view, i) for i in view.children(index, "nsubj"))
    following = view.folded[index + 1] if index + 1 < len(view.tokens) else "."
    if following in {"that", "que"} or view.tokens[index].dep in {"parataxis", "ROOT", "advcl", "conj"}:
        return following not in {"to"} or view.language == "es"
    return False


def _closes_statement(view: View, index: int) -> bool:
    """Tell whether a Spanish verb and whoever speaks close what is said: "…, aseguró la Armada."."""
    if view.language != "es" or view.tokens[index - 1].text not in {",", "”", '"', "»"} or index == 0:
        return False
    said = [i for i in view.children(index, "nsubj", "obj") if i > index]
    after = view.inside(phrase_span(view, said[0]))[-1] + 1 if len(said) == 1 and _can_speak(view, said[0]) else 0
    return 0 < after < len(view.tokens) and view.tokens[after].text in {".", ","} and not view.case_of(said[0])


def _whole_phrase(view: View, head: int) -> Span:
    """Return the subject with its title and apposed name ("el secretario de Seguridad, Gerardo Ruiz")."""
    span = phrase_span(view, head)
    for other in coordinated(view, head)[1:]:
        together = span.to(phrase_span(view, other))
        span = together if len(together) <= _LONGEST_SPEAKER else span
    for child in view.children(head, "appos", "flat", "nmod"):
        if any(d.span.overlaps(view.tokens[child].span) for d in view.dates):
            continue  # "prosecutors on Monday lowered the toll"
        extended = span.to(phrase_span(view, child))
        if len(extended) <= _LONGEST_SPEAKER:
            span = extended
    return span


def _speaker(view: View, span: Span) -> Speaker:
    inside = view.inside(span)
    if view.language == "en" and len(inside) > 1 and view.folded[inside[0]] in view.words.relative:
        span = view.span(inside[1], inside[-1])  # "which people here say is run by his sons"
    whole = with_short_form(view, _with_name_behind(view, span))
    return Speaker(text=whole.of(view.text), kind=kind_of(span.of(view.text), view.language), span=whole)


def _with_name_behind(view: View, span: Span) -> Span:
    """Return an official with the name that an aside gives him: "el jefe de la policía, general Óscar Ruiz"."""
    behind = _NAME_BEHIND.match(view.text, span.end, view.sentence.span.end)
    if behind is None or kind_of(span.of(view.text), view.language) == "other":
        return span
    name = Span(*behind.span("name"))
    named = any(n.kind == "person" and n.span.overlaps(name) for n in view.names)
    placed = any(p.span.overlaps(name) and p.locative for p in view.places)
    return span.to(name) if named and not placed and behind.end() - span.start <= _LONGEST_SPEAKER else span


@cache
def _kinds(language: Language) -> FirstRun[SpeakerKind]:
    entries = [(fold(word), entry.kind) for entry in speech(language).speaker for word in entry.words]
    return FirstRun(sorted(entries))


@cache
def _outlets(language: Language) -> FirstRun[SpeakerKind]:
    return FirstRun((fold(word), "outlet") for word in speech(language).outlets)


@lru_cache(maxsize=8192)
def kind_of(words: str, language: Language) -> SpeakerKind:
    """Return what kind of speaker the words name; the first telling word decides, "other" if there is none."""
    folded = fold(words)
    found = _kinds(language).find(folded) or _outlets(language).find(folded)
    return found[1] if found else "other"


def speaker_of_embed(text: str, paragraph: Span) -> Speaker | None:
    """Return who posted an embedded post: at its end ("— Reuters (@Reuters)") or its head ("Reuters @Reuters: …")."""
    match = _EMBED.search(text, paragraph.start, paragraph.end) or _POSTED.match(text, paragraph.start, paragraph.end)
    return Speaker(text=match[1], kind="outlet", span=Span(*match.span(1))) if match else None
