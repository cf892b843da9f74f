"""Function words: what the grammar of a language needs beside its events and people."""

from __future__ import annotations

from functools import cache

from recuento.lexicon.toml import Table, read_toml
from recuento.model.document import Language

__all__ = ["Syntax", "syntax"]


class Syntax(Table, frozen=True, kw_only=True):
    """Closed word classes of one language, folded.

    Attributes:
        be: forms of the passive auxiliaries.
        have: forms of the perfect auxiliary.
        light: verbs that only carry a state ("diez resultaron lesionadas", "were feared dead").
        relative: relative pronouns.
        agent_case: prepositions before an agent.
        patient_case: prepositions before whoever suffers a noun's event.
        causes: nouns after "by" that name a cause, no agent ("by gunfire", "por el delito de").
        orders: nouns after "by" for what somebody orders: he is the agent ("por orden de", "by order of").
        orders_that: English verbs of those who have others sent ("announced the deployment of").
        indefinite: articles that count one.
        definite: determiners that point back.
        definite_plural: determiners of a whole before a figure ("18 of the 25").
        nobody: determiners and pronouns that count none.
        possessive: possessives that make kin part of a list ("the mayor and his driver").
        numbers: nouns that hold a figure said elsewhere in the clause ("the number of dead").
        reached: words right before that figure ("rose to 58").
        presumed: adjectives of doubt that stand between a number and its noun.
        measures: nouns that only measure what follows ("a group of 12 people").
        bodies: what is left of people: "the bodies of four men" counts men.
        comprises: verbs that say what a count consists of ("Seizures comprised 31 guns").
        fillers: words that are no part of a unit's name.
        reflexive: reflexive and dative pronouns, never whoever is counted.
        begins_item: articles with which an item of a list begins.
        joints: words and marks between the items of a list.
        of: prepositions between a measure and what it measures.
        distributive: determiners of talk about every such event ("each attack deepens the doubt").
        modal: modal verbs; an event that is the subject of one is talked about, not told.
        clitics: object pronouns that take up an object before its verb ("a 14 los entregaron").
        just: forms of "acabar", whose infinitive behind "de" has just happened.
        lets_go: verbs that free whom a pronoun before them means ("los soltaron", "las halló").
        still: words that make those held a remainder.
        exists: verbs that say there is something, denied by "no" before them.
        carries_out: verbs that carry out what their noun names ("launched an attack", "perpetrado por").
        adds_to: verbs before "a" and an earlier figure to which a sentence adds its own ("se suman a las 42 de ayer").
        sums: verbs right before a running total ("con lo que suman 58").
        would: conditional auxiliaries.
        more: words between a number and a participle ("four more wounded").
        after_headline: what follows a headline's participle ("Three officers killed in ambush").
        ends_speaker: words that end a speaker's name.
        leaves_party: prepositions that lead away from whom a phrase names ("gunmen on a motorcycle").
        gives_figures: verbs whose subject only gives a number ("the ministry put at 52 the number of hostages").
        since: words before the day since when something holds ("held since 12 May").
        after: words between a span of time and the event that it is counted from ("two days after the attack").
        following: prepositions before a fight at whose end somebody was caught ("following a gunfight").
        ahead: words between a span of time and the event that it is counted to ("two days before the attack").
        unknown: adjectives for a way that nobody knows ("huyeron con rumbo desconocido").
        moved_by: words before the number by which a toll moved, and
        moved_to: before the one to which it did ("rose by two to 19").
        answered_for: words between whom the law holds and the verb for what he did ("jailed for killing two").
        wounds: nouns for what somebody hurt has.
        hurt: words for people who are hurt, dead or not.
        victims, victims_of: "victims" and the words before it that say of what ("two other shooting victims").
        turns_to_another: words at the head of a sentence that tells of another event ("Separately", "En otro hecho").
        whose: relative words for what belongs to somebody ("whose bodies were found").
        pronouns: pronouns of a clause that mean who the clause above is about ("died when they attacked").
        into: prepositions that lead to a place.
        areas: nouns for where forces are sent.
        subordinates: words that open a clause as often as a phrase ("after a jury found him guilty").
        works: nouns for what somebody did ("the attack was the work of a gang").
        numbers_verbs: verbs that tell how many ("those freed number 46").
        aim_verbs, aim_nouns: words for trying or wanting to do something ("sought to free", "their goal was to").
        aim_case: prepositions between such a noun and a gerund ("an attempt at freeing").
        fails: forms that say that what is tried fails ("tried and failed to free").
        prisoners: words for people whom the state holds ("inmate", "jailed").
        force_units: of those the nouns for a body of people: two companies are not few.
        before_party: words before the one that tells the side, where armed people open a sentence that was not parsed.
        force_nouns: nouns that name a force's people only beside a word for the force ("special forces", "army teams").
        so_many_more: words that make those counted so many more ("another eight are missing"), not all who are left.
        particles: particles that stand between a verb of ``brings`` and its object ("rushed in 200 soldiers").
        brings: those verbs, dictionary forms.
        generals: offices whose second word is "general".
        beside: words for a country that lies next to this one, which taggers take for verbs.
        halves: first halves of compounds for a force's people ("special operations troops").
        taken: participles of those who were taken captive ("the abducted drivers").
        taken_by: participles before "by" and those who took them ("19 people held by gangs").
        suspected: nouns for those whom the law is after, who are nobody's captives.
        custody: nouns for the hands in which the state has somebody ("custody", "prison").
        away_from: words that lead away from whoever holds them.
        also: words for something told besides ("They also arrested 12").
        of_the_dead: words that make a total one of the dead ("bringing the death toll to 14").
        anybody_held: words for anybody who is held or tried, of whom one can be the seventh.
        takes_time: verbs for the time that something done took ("took two hours to find him guilty").
        belongs_to: prepositions before the force or group that people belong to ("soldiers from the Mexican Army").
        before_court: prepositions before a court ("en un tribunal de San Diego").
        opponent_case: prepositions before a side of a clash ("between soldiers and gunmen").
        impersonal: pronouns that stand for no people.
        one: words that count one without a noun ("uno más en Iguala").
        manner_of: words before what somebody is called ("named him as the leader").
        where_case: prepositions before a place.
        address: words between the number and the street of an address ("the 1500 block of South Trumbull").
        quarter: nouns behind the name of a part of a town ("the Park Manor neighborhood").
        upon: words before an infinitive or gerund that came about ("después de salir de prisión").
        oneself: reflexive pronouns of one person, who did it and suffered it ("shot himself").
        fatally: adverbs by which some of those hit died ("three were shot, one fatally").
        follow_on: verbs behind a figure that say the one before of it ("and 12 more followed on Tuesday").
        pro_verbs: verbs that stand for the one before ("en Palmira lo fueron otras nueve").
        among: prepositions before a group of which some are told ("entre los heridos", "among the dead").
        there_are: verbs that tell who is among them ("entre los muertos figuran dos menores").
        staged_case: prepositions before a drill or a film in which something is only played.
        bearing: prepositions before a wound that somebody bears ("with a gunshot wound").
        company: prepositions before those who share a fate ("junto con otras cinco personas").
        multiples: adjectives that tell how many died ("double murder": 2).
        many: adjectives that tell of several dead and not how many ("multiple homicide").
        then: adverbs with which a headline's clause goes on ("he escaped--then executed").
        shot: verbs for shooting that leave open who died of it ("gunned down four; two died").
        to_death: words with which such a verb tells of death ("shot dead").
        identifies: verbs with which some of the dead are identified ("one of the two murdered").
        of_bodies: nouns before which a word for a body is no body ("body parts", "body bags").
        masses: nouns for the killing of many; a name after one is its place ("la masacre de Villa Serena").
        finds: verbs that tell of a body or somebody found ("murdered, they find a man").
        no: the word that denies a verb, where it stands before one of being there ("no hubo heridos").
        nor: words that hand a denial on to the next noun ("ni muertos ni heridos").
        presence: nouns and adverbs of who looks on ("in front of his wife and son", "frente a su esposa e hijo").
        operations: what those who free captives die in, on the day on which they free them ("killed in the raid").
        in_prison: participles that say where somebody is, not that he was arrested now ("the jailed boss").
        columns: vehicles on the road together, which hold nobody and seize nothing.
        condition: words for how the wounded are, whose day is not that of the wound ("stable on Monday").
        put_out: participles of what somebody made known, whose day is that of a claim ("a video posted on Monday").
        raising: participles that give a sum to which what is told adds ("bringing to 12 the number killed").
        ranks: words beside superlatives that say how rare something is ("the third such raid this month").
        signed_by: words between a message and whose it is ("banners signed by the gang").
        was_held: forms before "detenidos" that tell of a state, no arrest ("estaban detenidos por robo").
        old: the last word of an age that stands for a person ("12-year-old killed").
        dies_alone: verbs that tell of one death where a headline leaves the subject out ("Dies after attack").
        one_is: forms of a verb that has one subject ("was").
        parents_of: words for a parent behind which a number is of children ("mother of three").
        parents: words for both parents; those of one person are two.
        has_come: forms of the present perfect's auxiliary, where it tells of all so far ("han vuelto").
        same: words that point back to who was named before ("el mismo medio").
        nickname: words before somebody's other name ("alias").
        leaves: verbs that leave somebody in a state named right behind them ("dejó muertos a dos").
        they: the subject of a headline's verb that says nobody ("they find a man").
        happenings: English nouns for what happened, which open a sentence ("in a separate incident").
        them: the same behind a preposition ("nine of them").
        another: words for one more person, before a participle ("and another wounded").
        one_person: pronouns for one person; they count one in a headline, which nothing comes before.
        he, she: those of them that take up a man or a woman told of before.
        object_mark: prepositions that mark a person as the object ("matan a un joven"); none in English.
        manner: nouns for how somebody is killed, which stand between the verb and its object ("a balazos").
        including: words before some of those counted ("nine, including two in Guaymas").
        municipality_of: what stands between a town and the municipality that it lies in ("X, municipio de Y").
        filmed: phrases for a recording, in which a place is nobody else's.
        that: what opens the clause that somebody says.
        it: pronouns that stand for an institution named before.
        authors: words for whoever answers for an event ("mastermind", "responsible").
        object_pronouns, object_they: pronouns for those whom a verb befalls, and that for several of them.
        answers_only: words beside those that make somebody answer for what others did ("morally responsible").
        author_case: prepositions beside "of" between those and the event.
        hands: words for the hands that somebody falls into ("en poder de").
        given_up_to: prepositions before a force to which people give themselves up.
        strangers: words for people whom an attack "of" them is by ("un ataque de sujetos encapuchados").
        at_once: words that open a clause of the same time ("died when gunmen fired", "murió al pisar una mina").
        amounts, carriers: units of weight and volume, and what carries so much of them ("un camión de 8 toneladas").
        several_areas: nouns for wide areas of which an event in several has no one scene ("en cinco estados").
        is_about: forms of a verb that says who or what it is ("se trata de dos mujeres asesinadas").
        lies, lying, situated: forms and participles of verbs of finding that only say where something is ("se encuentra
            en", "una bodega localizada en"), and those participles that never say more ("ubicada").
        where: relative words for a place.
        behind: prepositions that alone say so ("the gang was behind the attack").
        members: words that tie people to a group ("members of", "pertenecientes a").
        to_group: prepositions beside "of" that lead from them to the group.
        said_to_be: words between people and those, which only say how sure it is ("believed to be").
        identified: participles that give people's names ("identified").
        as_whom: what stands between those and the names.
        adds_up: words before a bare number that opens a sentence and is the sum of those told of (Spanish).
        courts: words for courts and offices that act as people do (Spanish).
        returns: nouns that tell with "de" that somebody is back ("de regreso", Spanish).
        deeds: nouns for what a side does ("la respuesta de los agentes").
        strikes: verbs of an event that are news of it ("narcobloqueos paralizan el puerto").
        amounts_to: forms of verbs by which those whom a state names are so many ("los detenidos son 14", Spanish).
        before_amount: words between such a form and the number ("ascienden ya a unos 14").
        leads_to: nouns for what leads "to" a place, which is nobody ("la vía a Mocache", Spanish).
        rather: words before what holds where a number is denied ("no son cuatro sino seis", Spanish).
        charged: words between an arrest and the crime it is for ("arrested in connection with the killing").
        whom: relative words for those to whom a verb is done ("the 17 people whom police freed").
        persons: pronouns that stand for people alone ("captured him").
        until: words before what has not happened yet ("until police were behind it").
        wanted: words for those whom the law seeks for a crime ("wanted in connection with the murder").
        ground: prepositions that give a crime as the ground of an arrest ("arrested in Friday's killing").
    """

    be: frozenset[str]
    have: frozenset[str]
    light: frozenset[str]
    relative: frozenset[str]
    agent_case: frozenset[str]
    patient_case: frozenset[str]
    causes: frozenset[str]
    orders: frozenset[str]
    orders_that: frozenset[str] = frozenset()
    indefinite: frozenset[str]
    definite: frozenset[str]
    definite_plural: frozenset[str]
    nobody: frozenset[str]
    possessive: frozenset[str]
    numbers: frozenset[str]
    reached: frozenset[str]
    presumed: frozenset[str]
    measures: frozenset[str]
    bodies: frozenset[str]
    comprises: frozenset[str]
    fillers: frozenset[str]
    reflexive: frozenset[str]
    begins_item: frozenset[str]
    joints: frozenset[str]
    of: frozenset[str]
    distributive: frozenset[str]
    modal: frozenset[str]
    clitics: frozenset[str]
    just: frozenset[str] = frozenset()
    lets_go: frozenset[str] = frozenset()
    still: frozenset[str]
    exists: frozenset[str]
    carries_out: frozenset[str]
    adds_to: frozenset[str] = frozenset()
    sums: frozenset[str]
    would: frozenset[str]
    more: frozenset[str]
    after_headline: frozenset[str]
    many: frozenset[str]
    identifies: frozenset[str]
    shot: frozenset[str]
    to_death: frozenset[str]
    masses: frozenset[str]
    then: frozenset[str] = frozenset()
    presence: frozenset[str] = frozenset()
    was_held: frozenset[str] = frozenset()
    in_prison: frozenset[str] = frozenset()
    operations: frozenset[str] = frozenset()
    columns: frozenset[str] = frozenset()
    condition: frozenset[str] = frozenset()
    put_out: frozenset[str] = frozenset()
    signed_by: tuple[str, ...] = ()
    ranks: frozenset[str] = frozenset()
    raising: frozenset[str] = frozenset()
    no: str = ""
    nor: frozenset[str] = frozenset()
    finds: frozenset[str] = frozenset()
    of_bodies: frozenset[str] = frozenset()
    old: frozenset[str] = frozenset()
    dies_alone: frozenset[str] = frozenset()
    they: frozenset[str] = frozenset()
    them: frozenset[str] = frozenset()
    happenings: frozenset[str] = frozenset()
    parents: frozenset[str] = frozenset()
    leaves: tuple[str, ...] = ()
    nickname: frozenset[str] = frozenset()
    same: frozenset[str] = frozenset()
    has_come: frozenset[str] = frozenset()
    parents_of: frozenset[str] = frozenset()
    one_is: frozenset[str] = frozenset()
    adds_up: frozenset[str] = frozenset()
    amounts_to: frozenset[str] = frozenset()
    deeds: frozenset[str] = frozenset()
    returns: frozenset[str] = frozenset()
    courts: frozenset[str] = frozenset()
    strikes: frozenset[str] = frozenset()
    before_amount: frozenset[str] = frozenset()
    rather: frozenset[str] = frozenset()
    leads_to: frozenset[str] = frozenset()
    ends_speaker: frozenset[str]
    leaves_party: frozenset[str]
    opponent_case: frozenset[str]
    belongs_to: frozenset[str]
    gives_figures: frozenset[str]
    since: frozenset[str]
    after: frozenset[str]
    ahead: frozenset[str]
    following: frozenset[str]
    of_the_dead: frozenset[str]
    also: frozenset[str]
    whose: frozenset[str]
    unknown: frozenset[str]
    moved_by: frozenset[str]
    moved_to: frozenset[str]
    answered_for: frozenset[str]
    wounds: frozenset[str]
    hurt: frozenset[str]
    turns_to_another: frozenset[str]
    anybody_held: frozenset[str]
    takes_time: frozenset[str]
    before_court: frozenset[str]
    impersonal: frozenset[str]
    one: frozenset[str]
    manner_of: frozenset[str]
    where_case: frozenset[str]
    upon: frozenset[str]
    oneself: frozenset[str]
    fatally: frozenset[str]
    follow_on: frozenset[str]
    pro_verbs: frozenset[str]
    among: frozenset[str]
    there_are: frozenset[str]
    bearing: frozenset[str]
    company: frozenset[str]
    multiples: dict[str, int]
    another: frozenset[str]
    one_person: frozenset[str]
    he: frozenset[str]
    she: frozenset[str]
    object_mark: frozenset[str]
    manner: frozenset[str]
    charged: frozenset[str]
    ground: frozenset[str]
    wanted: frozenset[str]
    whom: frozenset[str]
    persons: frozenset[str]
    until: frozenset[str]
    it: frozenset[str]
    authors: frozenset[str]
    answers_only: frozenset[str] = frozenset()
    object_pronouns: frozenset[str] = frozenset()
    object_they: frozenset[str] = frozenset()
    author_case: frozenset[str]
    behind: frozenset[str]
    hands: frozenset[str]
    where: frozenset[str]
    at_once: frozenset[str]
    strangers: frozenset[str]
    given_up_to: frozenset[str]
    members: frozenset[str]
    to_group: frozenset[str]
    said_to_be: frozenset[str]
    identified: frozenset[str]
    as_whom: frozenset[str]
    that: frozenset[str]
    including: frozenset[str]
    municipality_of: frozenset[str] = frozenset()
    filmed: frozenset[str]
    staged_case: frozenset[str]
    address: frozenset[str] = frozenset()
    quarter: frozenset[str] = frozenset()
    victims: frozenset[str] = frozenset()
    victims_of: frozenset[str] = frozenset()
    works: frozenset[str] = frozenset()
    subordinates: frozenset[str] = frozenset()
    into: frozenset[str] = frozenset()
    areas: frozenset[str] = frozenset()
    pronouns: frozenset[str] = frozenset()
    numbers_verbs: frozenset[str] = frozenset()
    aim_verbs: frozenset[str] = frozenset()
    aim_nouns: frozenset[str] = frozenset()
    aim_case: frozenset[str] = frozenset()
    fails: frozenset[str] = frozenset()
    prisoners: frozenset[str] = frozenset()
    force_nouns: frozenset[str] = frozenset()
    force_units: frozenset[str] = frozenset()
    before_party: frozenset[str] = frozenset()
    taken: frozenset[str] = frozenset()
    so_many_more: frozenset[str] = frozenset()
    particles: frozenset[str] = frozenset()
    brings: frozenset[str] = frozenset()
    halves: frozenset[str] = frozenset()
    beside: frozenset[str] = frozenset()
    generals: frozenset[str] = frozenset()
    taken_by: frozenset[str] = frozenset()
    suspected: frozenset[str] = frozenset()
    custody: frozenset[str] = frozenset()
    away_from: frozenset[str] = frozenset()
    is_about: frozenset[str] = frozenset()
    several_areas: frozenset[str] = frozenset()
    amounts: frozenset[str] = frozenset()
    carriers: frozenset[str] = frozenset()
    lies: frozenset[str] = frozenset()
    lying: frozenset[str] = frozenset()
    situated: frozenset[str] = frozenset()


@cache
def syntax(language: Language) -> Syntax:
    """Return ``syntax.toml`` of ``language``."""
    return read_toml(language, "syntax.toml", Syntax)
