"""What happened to whom: the custody events that a document asserts.

Candidates (phrases of the word list) meet rules that may strike them out; what is left is linked to its persons, its date, term,
charge and authority; tellings of one event become one claim with several passages.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import replace
from typing import Final

from habeas.case.claim import Custody
from habeas.case.dates import Term
from habeas.case.vocabulary import TOLD, CustodyType, Realis
from habeas.languages.english import ENGLISH
from habeas.read.authorities import find_authorities
from habeas.read.befell_others import find_again, find_followed, find_joined, find_other_days
from habeas.read.cast import Cast, Seen, Spoken, gather_cast, is_never_held
from habeas.read.custody_candidates import RELIEF, SEIZED, TOLD_BY_DENIAL, Candidate, Proposed, Refused, stand_in_one_place
from habeas.read.custody_decisions import decide
from habeas.read.custody_events import elliptic_event, event_of, fines_beside, share_out, with_those_alike, without_terms_of_others
from habeas.read.custody_links import line_persons, link_persons
from habeas.read.custody_needs import NEEDS
from habeas.read.custody_signs import Weighing
from habeas.read.custody_strikes import OUTRIGHT, STRIKES, struck_by
from habeas.read.custody_tellings import are_compatible, merge_tellings, without_charge_twice, without_summaries
from habeas.read.custody_types import decide_type
from habeas.read.ellipsis import (
    SO_WERE,
    Elliptic,
    find_after_colon,
    find_gapped,
    find_listed_terms,
    find_lone_rows,
    find_term_fragments,
    stands_for_an_age,
)
from habeas.read.grammar import words_of
from habeas.read.other_senses import is_asked_there
from habeas.read.patterns import Hit, find_phrases, load_phrases, verb_of
from habeas.read.realis import Standing, decide_realis, is_epithet
from habeas.read.roll_calls import find_roll_calls, heads_list, names_of_those
from habeas.read.scene import Scene, UnitKind, count_words
from habeas.read.signals import Signals
from habeas.read.terms import is_time_served
from habeas.read.terms_for_persons import find_terms_for_persons
from habeas.read.verb_groups import VerbGroup, Voice, find_verb_group, is_finite, without_verb
from habeas.read.verdict_scenes import share_verdict
from habeas.read.weighed_events import tellings


def read_custody(scene: Scene, signals: Signals | None = None, spoken: tuple[Spoken, ...] = ()) -> tuple[Custody, ...]:
    """The custody events of a scene. Two passes: whom the first finds in custody tells the second who "the four" are.

    With `signals`, events that no phrase tells are taken proposed by the encoder. `spoken` are the words that are
    quoted and who says them: "I" is the speaker, "he" rather somebody else.
    """
    if not (_names_powers(scene) if signals is None else _may_speak_of_them(scene, signals)):
        return ()
    proposed = propose(scene, spoken)
    cast, candidates = proposed.cast, decide(Weighing(proposed, signals)) if signals is not None else proposed.taken
    candidates = _without_places_of_serving(scene, _without_rows(cast, candidates))
    authorities = find_authorities(scene.text)
    events = [event_of(scene, c, candidates, authorities) for c in candidates]
    candidates, events = _without_nouns_of_verbs(candidates, events)
    unspoken = _elliptic(cast, candidates)
    elliptic = _without_verb(scene, unspoken, events)
    events = with_those_alike(scene, events, unspoken)
    shared = [event for c, e in zip(candidates, events, strict=True) for event in share_out(scene, c, e, candidates)]
    shared = without_terms_of_others(scene, shared, elliptic)
    told = share_verdict(scene, shared + elliptic + fines_beside(scene, shared), authorities, cast.lists)
    voiced = [replace(e, voice=cast.says(scene.at(e.trigger.start))) for e in told]
    return merge_tellings(scene, without_charge_twice(without_summaries(scene, voiced)))


def propose(scene: Scene, spoken: tuple[Spoken, ...] = ()) -> Proposed:
    """Every phrase of custody in the scene, linked to its persons and held against the rules."""
    tellings, epithets = _tellings(scene, find_phrases(scene, load_phrases(scene.language, "triggers")))
    held: tuple[int, ...] = ()
    seen = Seen()
    for _ in range(2):
        cast = gather_cast(scene, held, seen, spoken)
        taken, refused = _candidates(cast, tellings)
        without = tuple((e.unit, e.persons) for e in _elliptic(cast, taken))
        befallen = [p for persons in (*(c.who.persons for c in taken), *(p for _, p in without)) for p in persons]
        held = tuple(dict.fromkeys((*find_called_held(scene), *_named_in(taken), *(p for _, persons in without for p in persons))))
        seen = Seen(without, Counter((*befallen, *held)))
    return Proposed(cast, taken, refused, epithets)


def _without_verb(scene: Scene, unspoken: Sequence[Elliptic], events: Sequence[Custody]) -> list[Custody]:
    """The events told without a verb of their own, after the model of those they lean on."""
    apart = [e for e in unspoken if (e.persons or e.count) and e.because != SO_WERE and not _counts_what_is_served(scene, e.term)]
    apart = [e for e in apart if e.term is None or not is_asked_there(scene, e.unit)]
    return [elliptic_event(scene, e, events) for e in apart]


def _counts_what_is_served(scene: Scene, term: Term | None) -> bool:
    """True for "2 years, 3 months and 5 days", but for a row that ends in it: "29 April 2024, second rally: 2 years and 20 days"."""
    if term is None or term.span is None or not is_time_served(term):
        return False
    return not scene.text.endswith(": ", 0, term.span.start)


def _without_rows(cast: Cast, candidates: list[Candidate]) -> list[Candidate]:
    """The candidates without the encoder's sentences in rows that the rules read: "2) X – 16;" leaves out what 16 is, and the row above has it. Nor do ages tell."""
    without_verb = _elliptic(cast, candidates)
    told = {e.unit for e in without_verb if e.because in ("joined", "gapped row")}
    told |= {
        i
        for e in without_verb
        if e.because == "gapped" and e.term and e.term.span
        for i in range(e.unit, cast.scene.at(e.term.span.start) + 1)
    }
    candidates = [c for c in candidates if c.hit.phrase.is_listed or not (c.trigger in told or stands_for_an_age(cast.scene, c.trigger))]
    seen = {id(c) for c in candidates if c.type is CustodyType.SENTENCED and not c.hit.phrase.is_listed}
    if not seen:
        return candidates
    listed = [c for c in candidates if id(c) not in seen]
    rows = {cast.scene.units[e.unit].sentence for e in _elliptic(cast, listed) if e.term is not None and e.like is None}
    return [c for c in candidates if id(c) not in seen or cast.scene.units[c.trigger].sentence not in rows]


def _without_places_of_serving(scene: Scene, candidates: list[Candidate]) -> list[Candidate]:
    """The candidates without "was held in colony No. 6" of somebody whose sentence the text has told: where it is served, and no new detention."""
    sentenced: set[int] = set()
    kept: list[Candidate] = []
    for candidate in candidates:
        if candidate.type in (CustodyType.SENTENCED, CustodyType.CONVICTED) and candidate.standing.realis is Realis.ASSERTED:
            sentenced.update(candidate.who.persons)
        persons = set(candidate.who.persons)
        if candidate.type in RELIEF and candidate.standing.realis is Realis.ASSERTED:
            sentenced -= persons  # who is held after that is held anew
        if not (persons and persons <= sentenced and _is_held_somewhere(scene, candidate)):
            kept.append(candidate)
    return kept


def _is_held_somewhere(scene: Scene, candidate: Candidate) -> bool:
    """True for "has since been held in Mile 2", "is kept at the colony", without a day or a length."""
    group, last = candidate.group, candidate.group.anchor
    first, stop = scene.bounds[scene.units[last].sentence]
    if candidate.type is not CustodyType.DETAINED or group.voice is not Voice.PASSIVE or scene.units[last].low not in ("held", "kept"):
        return False
    end = next((i for i in range(last + 1, stop) if scene.units[i].kind is UnitKind.MARK or is_finite(scene, i)), stop)
    told = [*scene.units[first : group.first], *scene.units[last + 1 : end]]
    if any(u.kind in (UnitKind.DATE, UnitKind.TERM) or u.low in _FOR_A_TIME for u in told):
        return False
    return last + 1 < stop and scene.units[last + 1].low in ("in", "at")


_FOR_A_TIME: Final = ENGLISH.group("custody.for_a_time")


def _elliptic(cast: Cast, candidates: Sequence[Candidate]) -> list[Elliptic]:
    scene = cast.scene
    triggers = [c.trigger for c in candidates]
    sentenced = [
        (n, c.trigger) for n, c in enumerate(candidates) if c.type is CustodyType.SENTENCED and c.standing.realis is Realis.ASSERTED
    ]
    told = {scene.units[c.trigger].sentence for c in candidates if c.type in _TELL_TERMS}
    strikes = [(n, c.trigger) for n, c in enumerate(candidates) if c.type is CustodyType.HUNGER_STRIKE]
    seizures = [(n, c.trigger, c.who.persons) for n, c in enumerate(candidates) if c.type in SEIZED]
    freed = [c.trigger for c in candidates if c.type in RELIEF]
    others = [*find_followed(scene, triggers), *find_other_days(scene, triggers), *find_joined(scene, strikes, freed)]
    alike = [*others, *find_again(scene, seizures)]
    found = [*find_gapped(scene, sentenced), *(e for e in alike if e.like is None or candidates[e.like].standing.realis in TOLD)]
    if sentenced or _speaks_of_terms(scene):
        listed = find_listed_terms(cast)
        rows = {scene.units[e.unit].sentence for e in listed}
        listed += [e for e in find_lone_rows(cast) if scene.units[e.unit].sentence not in rows]
        listed += find_after_colon(scene)
        found += [e for e in listed if scene.units[e.unit].sentence not in told]
    found += find_terms_for_persons(scene, sentenced)
    found += [e for e in find_term_fragments(cast, line_persons(cast)) if scene.units[e.unit].sentence not in told]
    return found


_TELL_TERMS: Final = frozenset({CustodyType.SENTENCED, CustodyType.REMANDED, CustodyType.DETENTION_EXTENDED, CustodyType.DETAINED})


def _speaks_of_terms(scene: Scene) -> bool:
    """True if the text speaks of verdicts or sentences, so that a list of names with lengths of time means them."""
    words = {u.low for u in scene.units}
    return not words.isdisjoint(
        ("sentence", "sentences", "sentenced", "verdict", "verdicts", "convicted", "terms", "imprisonment", "colony")
    )


def speaks_of_authorities(scene: Scene) -> bool:
    """True if the text names any power that holds people, or those who stand against it; a match report does not."""
    return count_words(scene, "institution") > 0


# Units. A longer text with one word for a power ("the ministry", "a judge") and none for a prison or prosecutor is mostly about freed hostages or
# detained ships; a shorter one has no room to name more than one.
_LONG: Final = 150
_CERTAIN: Final = 0.65  # of one event: the encoder knows powers that no list has ("Lebanese military intelligence freed")
# Units of a text so short that the encoder is hardly ever certain of it, and in which nothing else can be meant.
_OF_A_FEW_WORDS: Final = 60
_RATHER_SURE: Final = 0.4


def _names_powers(scene: Scene) -> bool:
    """True for words of powers that hold people, enough of them for the length of the text."""
    powers = count_words(scene, "institution")
    return powers > 1 or (powers == 1 and (len(scene.units) < _LONG or count_words(scene, "prison_word") > 0))


def _may_speak_of_them(scene: Scene, signals: Signals) -> bool:
    """True for words of powers, in a few words for a prison; for words that a match report has too ("officers", "prison"), where the encoder sees an event;
    else where it is certain."""
    is_brief = len(scene.units) < _OF_A_FEW_WORDS
    if _names_powers(scene) or _tells_a_prison_term(scene) or (is_brief and count_words(scene, "prison_word")):
        return True
    is_perhaps = count_words(scene, "institution") == 0 and count_words(scene, "perhaps_institution") > 0
    certain = _RATHER_SURE if is_brief else 0.5 if is_perhaps else _CERTAIN
    return any(True for _ in tellings(signals, "custody", certain))


def _tells_a_prison_term(scene: Scene) -> bool:
    """True for "30 months in prison", "two years of imprisonment": no match report has that."""
    places = [i for i, unit in enumerate(scene.units) if unit.kind is UnitKind.TERM]
    return any(not _PRISON.isdisjoint(u.low for u in scene.units[i + 2 : i + 4]) and scene.units[i + 1].low in ("in", "of") for i in places)


_PRISON: Final = frozenset({"prison", "jail", "imprisonment", "detention", "custody", "colony"})


def _named_in(candidates: Sequence[Candidate]) -> list[int]:
    """The persons whom the events name themselves; only where none does, those found by other ways."""
    told = [c for c in candidates if c.standing.realis in TOLD]
    named = [p for c in told if c.who.how in ("named", "introduced with this noun") for p in c.who.persons]
    return named or [p for c in told for p in c.who.persons]


def find_called_held(scene: Scene) -> list[int]:
    """The persons whom the text calls jailed, detained or imprisoned right before their name."""
    words = words_of(scene.language, "status", "settings")
    out: list[int] = []
    for i, unit in enumerate(scene.units):
        if unit.low not in words:
            continue
        stop = scene.bounds[unit.sentence][1]
        for j in range(i + 1, min(stop, i + 8)):
            if scene.is_person(scene.units[j]) and scene.entities[scene.units[j].of].is_named:
                if not is_never_held(scene, scene.units[j].of):
                    out.append(scene.units[j].of)
                break
            if scene.units[j].low in ("'s", "'") or scene.units[j].low in words_of(scene.language, "kin", "person_nouns"):
                break
            if scene.units[j].low in ("lawyer", "lawyers", "attorney", "counsel", "advocate"):
                break
            if scene.units[j].kind is UnitKind.MARK or scene.has(scene.units[j], "preposition") or is_finite(scene, j):
                break
    return out


# ----- candidates --------------------------------------------------------------------------------------------------------


def _tellings(scene: Scene, hits: Sequence[Hit]) -> tuple[list[Candidate], list[Candidate]]:
    """What may tell an event, with its verb and how it is told, whomever it befalls; and apart, epithets and nouns ("the jailed journalist")."""
    tellings: list[Candidate] = []
    epithets: list[Candidate] = []
    for hit in _strongest(hits):
        anchor, verbs = verb_of(scene, hit) or (hit.first, ())
        group = find_verb_group(scene, anchor, verbs, _particle_end(scene, hit, anchor)) if verbs else without_verb(scene, anchor)
        if group.voice is Voice.STATUS and (names_of_those(scene, hit.first, hit.last) is not None or heads_list(scene, hit.first)):
            group = replace(group, voice=Voice.REDUCED)  # "Among those detained is X": said of X, and no mere epithet
        standing = decide_realis(scene, group)
        if _is_decided(scene, hit, group, standing):
            standing = replace(standing, realis=Realis.ASSERTED)
        into = epithets if verbs and _only_describes(hit, group) else tellings
        into.append(Candidate(hit, CustodyType(hit.phrase.type), group, standing))
    for hit in find_roll_calls(scene):
        group = VerbGroup(hit.first, hit.first, Voice.REDUCED)
        tellings.append(Candidate(hit, CustodyType(hit.phrase.type), group, decide_realis(scene, group)))
    return tellings, epithets


def _candidates(cast: Cast, told: Sequence[Candidate]) -> tuple[list[Candidate], list[Refused]]:
    """The tellings that stand up to the rules, linked to their persons, one for each trigger; and those that do not."""
    kept: list[Candidate] = []
    refused: list[Refused] = []
    for telling in told:
        candidate, objection = _consider(cast, telling)
        if objection:
            refused.append(Refused(candidate, objection))
            continue
        if _is_first_remand(cast, candidate, kept):
            candidate = replace(candidate, type=CustodyType.REMANDED)
        clash = next((k for k in kept if stand_in_one_place(k, candidate)), None)
        if clash is not None:
            loses = candidate if _rank(candidate) <= _rank(clash) else clash
            refused.append(Refused(loses, "another stands there"))
            if loses is candidate:
                continue
            kept.remove(clash)
        kept.append(candidate)
        cast.events.append((candidate.trigger, candidate.who.persons))
        if not candidate.who.persons and candidate.who.count is not None:
            cast.unnamed.append((candidate.trigger, candidate.who.count))
    since = {k.hit.last for k in kept if cast.scene.units[k.hit.last].low == "since"}
    states = [k for k in kept if k.hit.last in since and any(_is_since_it(k, told) for told in kept)]
    return [k for k in kept if k not in states], refused + [Refused(k, "since the event") for k in states]


_STAYS: Final = frozenset({"remain", "remains", "stay", "stays"})
_ORDERS: Final = frozenset({CustodyType.REMANDED, CustodyType.DETENTION_EXTENDED})


def _is_first_remand(cast: Cast, candidate: Candidate, known: Sequence[Candidate]) -> bool:
    """True for "ordered the pair to remain in custody", where the text told of no such order before: it is the first."""
    if candidate.type is not CustodyType.DETENTION_EXTENDED or candidate.hit.phrase.frame != "matter":
        return False
    if not any(cast.scene.units[i].low in _STAYS for i in candidate.hit.units):
        return False
    return not any(k.type in _ORDERS and not set(k.who.persons).isdisjoint(candidate.who.persons) for k in known)


def _is_since_it(status: Candidate, told: Candidate) -> bool:
    """True for "in custody since his arrest on 2 May": the arrest is the event."""
    return 0 < told.hit.first - status.hit.last <= 3 and "told" in told.hit.phrase.needs


_AKIN: Final = (
    frozenset({CustodyType.DETAINED, CustodyType.ARRESTED, CustodyType.REMANDED}),
    frozenset({CustodyType.SENTENCED, CustodyType.CONVICTED}),
    frozenset({CustodyType.RELEASED, CustodyType.BAILED, CustodyType.PARDONED}),
    frozenset({CustodyType.TRANSFERRED}),
)


def _without_nouns_of_verbs(candidates: Sequence[Candidate], events: Sequence[Custody]) -> tuple[list[Candidate], list[Custody]]:
    """Both without the nouns that tell again of what a verb tells; its event takes their day, if it has none."""
    told = list(events)
    of = {n: k for n in range(len(candidates)) if (k := _verb_of_noun(n, candidates, events)) is not None}
    for n, k in of.items():
        told[k] = replace(told[k], date=told[k].date or told[n].date)
    own = [n for n in range(len(candidates)) if n not in of]
    return [candidates[n] for n in own], [told[n] for n in own]


def _verb_of_noun(n: int, candidates: Sequence[Candidate], events: Sequence[Custody]) -> int | None:
    """For "since his arrest on 2 May", which other phrase tells of an event of that kind of the same person, on no other day."""
    noun = candidates[n]
    if "told" not in noun.hit.phrase.needs:
        return None
    akin = next((kin for kin in _AKIN if noun.type in kin), frozenset({noun.type}))
    persons, day = set(noun.who.persons), events[n].date
    for k, other in enumerate(candidates):
        if k != n and other.type in akin and not persons.isdisjoint(other.who.persons):
            theirs = events[k].date
            if day is None or theirs is None or are_compatible(day.edtf, theirs.edtf):
                return k
    return None


def _strongest(hits: Sequence[Hit]) -> list[Hit]:
    """The hits by place; of those with one anchor the longer phrases first."""
    return sorted(hits, key=lambda h: (h.first, -len(h.phrase.elements), -len(h.phrase.needs)))


_OVER: Final = {  # a type that says more than another where both are read at one place
    CustodyType.REMANDED: 3, CustodyType.HOUSE_ARREST: 4, CustodyType.DETENTION_EXTENDED: 5, CustodyType.APPEAL_REJECTED: 5,
    CustodyType.TRAVEL_BAN: 4, CustodyType.SENTENCED: 2, CustodyType.ACQUITTED: 4, CustodyType.BAILED: 3, CustodyType.SENTENCE_REDUCED: 5,
    CustodyType.HUNGER_STRIKE: 6, CustodyType.DIED: 4,
}  # fmt: skip


def _rank(candidate: Candidate) -> tuple[int, int]:
    told_by_denial = not _OVER_A_SENTENCE.isdisjoint(candidate.hit.phrase.needs)  # "has not been given her tablets": over a sentence denied
    return _OVER.get(candidate.type, 1) + 2 * told_by_denial, len(candidate.hit.phrase.elements)


# "Will serve nine years" tells the sentence, "is to be held until May 11, a court ruled" the remand.
_DECIDED: Final = TOLD_BY_DENIAL | {"tobeserved", "ordered"}
_OVER_A_SENTENCE: Final = frozenset({"withheld", "abroad"})


def _is_only_thought(scene: Scene, group: VerbGroup) -> bool:
    """True for "would not be allowed to leave", "must not be allowed to travel"."""
    return not words_of(scene.language, "possible", "realis").isdisjoint(group.helpers)


def _is_decided(scene: Scene, hit: Hit, group: VerbGroup, standing: Standing) -> bool:
    """True where what sounds planned, due or denied is told as a fact by the phrase that stands there."""
    if _DECIDED.isdisjoint(hit.phrase.needs):
        return False
    if not hit.phrase.needs.isdisjoint(TOLD_BY_DENIAL):
        return standing.realis is Realis.NEGATED and not _is_only_thought(scene, group)
    return standing.realis is Realis.PLANNED or (standing.realis is Realis.POSSIBLE and "must" in group.helpers)


def _consider(cast: Cast, telling: Candidate) -> tuple[Candidate, str]:
    """The telling linked to its persons; and the first need that its phrase lacks, or the first rule that strikes it out, "" for neither."""
    candidate = replace(telling, who=link_persons(cast, telling))
    if (struck := struck_by(OUTRIGHT, cast, candidate)) != "":
        return candidate, struck
    lacking = next((need for need in sorted(candidate.hit.phrase.needs) if not NEEDS[need](cast, candidate)), None)
    if lacking is not None:
        return candidate, "needs " + lacking
    candidate = replace(candidate, type=decide_type(cast.scene, candidate))
    return candidate, struck_by(STRIKES, cast, candidate)


def _only_describes(hit: Hit, group: VerbGroup) -> bool:
    """True where the verb is an epithet or a noun: "the jailed journalist", "a release"."""
    if hit.phrase.frame == "noun":
        return False
    if hit.phrase.frame == "agent":
        return group.voice is Voice.NOUN and not group.helpers
    return is_epithet(group) or group.voice is Voice.NOUN


def _particle_end(scene: Scene, hit: Hit, anchor: int) -> int:
    """The last unit of the phrase that stands right behind its verb without a break."""
    last = anchor
    while last + 1 in hit.units and not scene.has(scene.units[last + 1], "preposition"):
        last += 1
    return last
