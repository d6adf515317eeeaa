"""What must hold for a phrase to tell a custody event?"""

from __future__ import annotations

import re
from collections.abc import Callable
from itertools import pairwise
from typing import Final

from habeas.case.dates import Bound, Term
from habeas.case.vocabulary import CustodyType, EntityKind, MentionForm
from habeas.languages.english import ENGLISH
from habeas.read.cast import Cast
from habeas.read.clauses import find_object, find_subject
from habeas.read.custody_candidates import Candidate
from habeas.read.event_dates import day_before, days_after
from habeas.read.event_terms import term_of
from habeas.read.grammar import words_of
from habeas.read.line_heads import begins_line
from habeas.read.noun_groups import is_person_noun
from habeas.read.patterns import SURE
from habeas.read.penalties import bare_term_at, is_penal
from habeas.read.scene import Scene, UnitKind
from habeas.read.verb_groups import VerbGroup, Voice, is_finite

OBJECTS: Final = frozenset({"him", "her", "them", "me", "us"})
_ALL_OF_THEM: Final = frozenset({"both", "all"})


def _scope(cast: Cast, candidate: Candidate) -> range:
    scene = cast.scene
    first, stop = scene.bounds[scene.units[candidate.trigger].sentence]
    return range(max(first, candidate.group.first - 10), min(stop, candidate.hit.last + 16))


def _has_custody_word(cast: Cast, candidate: Candidate) -> bool:
    """True if the sentence speaks of prison or custody, or the person is one of those held."""
    if candidate.who.persons and all(p in cast.held for p in candidate.who.persons):
        return True
    words = words_of(cast.scene.language, "custody", "settings")
    return any(not words.isdisjoint(cast.scene.units[i].low.split()) for i in _scope(cast, candidate))


def _goes_to_facility(cast: Cast, candidate: Candidate) -> bool:
    words = words_of(cast.scene.language, "facility", "settings")
    scene = cast.scene
    stop = scene.bounds[scene.units[candidate.trigger].sentence][1]
    return any(not words.isdisjoint(scene.units[i].low.split()) for i in range(candidate.hit.last, min(stop, candidate.hit.last + 9)))


def _has_court(cast: Cast, candidate: Candidate) -> bool:
    words = words_of(cast.scene.language, "court", "settings")
    scene = cast.scene
    sentence = scene.units[candidate.trigger].sentence
    for number in (sentence, sentence - 1):
        if number >= 0 and any(not words.isdisjoint(scene.units[i].low.split()) for i in range(*scene.bounds[number])):
            return True
    return False


def _is_since(cast: Cast, candidate: Candidate) -> bool:
    scene = cast.scene
    stop = scene.bounds[scene.units[candidate.trigger].sentence][1]
    for i in range(candidate.hit.last, min(stop, candidate.hit.last + 12)):
        unit = scene.units[i]
        if unit.low == "since" or (unit.kind is UnitKind.DATE and scene.dates[unit.place].bound is Bound.SINCE):
            return True
        if unit.low in (",", ";"):
            return False
    return False


def _has_term(cast: Cast, candidate: Candidate) -> bool:
    return term_of(cast.scene, candidate.hit.first, candidate.hit.last, (), CustodyType.SENTENCED) is not None


def _words_after(cast: Cast, candidate: Candidate, reach: int) -> str:
    last = candidate.hit.last
    return " ".join(u.low for u in cast.scene.units[last : last + reach])


def _has_agents(cast: Cast, candidate: Candidate) -> bool:
    """True if police, agents or another service stands right before the verb."""
    words = words_of(cast.scene.language, "agent", "person_nouns")
    return any(cast.scene.units[i].low in words for i in range(max(0, candidate.group.first - 5), candidate.group.first))


def _acts_on_person(cast: Cast, candidate: Candidate) -> bool:
    """True if a person or a pronoun stands right behind the active verb: "charged her", "charged both"."""
    scene = cast.scene
    i = candidate.group.anchor + 1
    if candidate.group.voice is not Voice.ACTIVE or i >= scene.bounds[scene.units[i - 1].sentence][1]:
        return False
    return scene.is_person(scene.units[i]) or scene.units[i].low in OBJECTS | _ALL_OF_THEM


def _any_of(kind: str, reach: int) -> Callable[[Cast, Candidate], bool]:
    """A check that one of the words of a class follows the phrase."""

    def check(cast: Cast, candidate: Candidate) -> bool:
        words = words_of(cast.scene.language, kind, "settings")
        return not words.isdisjoint(_words_after(cast, candidate, reach).split())

    return check


def _is_passive(_: Cast, candidate: Candidate) -> bool:
    return candidate.group.voice in (Voice.PASSIVE, Voice.REDUCED)


def _sentence_words(cast: Cast, candidate: Candidate) -> frozenset[str]:
    units = cast.scene.units[slice(*cast.scene.bounds[cast.scene.units[candidate.trigger].sentence])]
    return frozenset(w for u in units for w in u.low.split())


def speaks_of(kind: str) -> Callable[[Cast, Candidate], bool]:
    """A check that the sentence has a word of a class."""
    return lambda cast, candidate: not words_of(cast.scene.language, kind, "settings").isdisjoint(_sentence_words(cast, candidate))


# People also die, are hurt, brought and taken where no prison is near: their words need one close by.
_ALSO_OF_LIFE: Final = frozenset({CustodyType.DIED, CustodyType.ILL_TREATED, CustodyType.TRANSFERRED, CustodyType.DETAINED})


def _is_captive(cast: Cast, candidate: Candidate) -> bool:
    """True if the persons are among those held, or the words around speak of custody: for words that tell of custody only there."""
    persons = candidate.who.persons
    known = cast.held if candidate.type is CustodyType.DIED else cast.befallen  # a death wrongly told is the worst of errors
    if persons and all(p in known for p in persons):
        return True
    if candidate.type is CustodyType.DIED and any(_is_in_office(cast, p) for p in persons):
        return False  # "after President X's death"
    if candidate.type is CustodyType.ILL_TREATED and _done_by_agents(cast, candidate):
        return True
    words, number = words_of(cast.scene.language, "custody", "settings"), cast.scene.units[candidate.trigger].sentence
    far = 1 if candidate.type in _ALSO_OF_LIFE else 2
    near = cast.scene.bounds[max(0, number - far) : number + far + 1]
    return any(not words.isdisjoint(u.low.split()) for first, stop in near for u in cast.scene.units[first:stop])


def _is_in_office(cast: Cast, person: int) -> bool:
    return "official" in cast.scene.entities[person].roles


def _done_by_agents(cast: Cast, candidate: Candidate) -> bool:
    """True for "was slapped by an officer", "guards kicked him": those who act hold people by their office."""
    scene, words = cast.scene, words_of(cast.scene.language, "agent", "person_nouns") - {"men"}
    if candidate.group.voice is Voice.ACTIVE:
        return _has_agents(cast, candidate)
    by = _by(scene, candidate.group, scene.bounds[scene.units[candidate.trigger].sentence][1])
    return by is not None and any(not words.isdisjoint(u.low.split()) for u in scene.units[by + 1 : by + 4])


def _is_seizing(cast: Cast, candidate: Candidate) -> bool:
    """True if those who seize people are in the sentence, or the person is held elsewhere in the text."""
    return speaks_of("outsiders")(cast, candidate) or _is_captive(cast, candidate)


def _is_dated(cast: Cast, candidate: Candidate) -> bool:
    """True if a date stands right behind the phrase: "was taken in May"."""
    scene, last = cast.scene, candidate.hit.last
    return any(u.kind is UnitKind.DATE for u in scene.units[last + 1 : last + 3] if u.sentence == scene.units[last].sentence)


def _has_been(_: Cast, candidate: Candidate) -> bool:
    return not {"been", "is", "was", "were", "are"}.isdisjoint(candidate.group.helpers)


def _is_accusing(cast: Cast, candidate: Candidate) -> bool:
    """True where "accused of" tells a formal charge: by investigators or "formally", on a day or under an article, of somebody held."""
    scene = cast.scene
    if not _is_captive(cast, candidate) or not candidate.who.persons:
        return False
    first, stop = scene.bounds[scene.units[candidate.trigger].sentence]
    if candidate.group.voice is Voice.ACTIVE:
        before = {scene.units[i].low for i in range(max(first, candidate.group.first - 5), candidate.group.first)}
        return not words_of(scene.language, "investigating", "settings").isdisjoint(before)
    if candidate.group.voice is not Voice.PASSIVE or not {"was", "were", "been"} & set(candidate.group.helpers):
        return False
    near = scene.units[max(first, candidate.group.first - 6) : min(stop, candidate.hit.last + 12)]
    crimes = words_of(scene.language, "crime", "settings")
    of_crime = any(u.low in crimes for u in scene.units[candidate.hit.last : min(stop, candidate.hit.last + 4)])
    formal = "formally" in candidate.group.helpers or any(u.kind in (UnitKind.DATE, UnitKind.ARTICLE) for u in near)
    return formal or (of_crime and all(p in cast.befallen for p in candidate.who.persons))


def _to_a_town(cast: Cast, candidate: Candidate) -> bool:
    """True if the phrase's "to" leads to a named place, and the person is held."""
    scene, i = cast.scene, candidate.hit.last + 1
    stop = scene.bounds[scene.units[candidate.trigger].sentence][1]
    if i + 1 < stop and scene.units[i].low == "the":
        i += 1
    if i >= stop or not candidate.who.persons:
        return False
    unit = scene.units[i]
    named = unit.of >= 0 and unit.form is MentionForm.NAME and not scene.is_person(unit)
    known = all(p in cast.befallen for p in candidate.who.persons) or (named and _is_captive(cast, candidate))
    return known and (named or scene.text[unit.span.start].isupper())


def _from_life(cast: Cast, candidate: Candidate) -> bool:
    """True unless the place that somebody is taken from is itself one of custody or care, or a list or post and no place."""
    units = cast.scene.units[candidate.hit.last + 1 : candidate.hit.last + 4]
    words = words_of(cast.scene.language, "facility", "settings") | words_of(cast.scene.language, "no_home", "settings")
    return all(words.isdisjoint(u.low.split()) for u in units)


def _took_him(cast: Cast, candidate: Candidate) -> bool:
    """True for "took him", "took her with them": a person as the object and nothing behind that says where or how."""
    scene, i = cast.scene, candidate.group.anchor + 1
    stop = scene.bounds[scene.units[candidate.trigger].sentence][1]
    if not _acts_on_person(cast, candidate) or (i + 1 < stop and scene.units[i + 1].low in ("'s", "'")):
        return False
    return i + 1 >= stop or scene.units[i + 1].kind in (UnitKind.MARK, UnitKind.DATE) or scene.units[i + 1].low in ("with", "from")


def _is_taken_by_them(cast: Cast, candidate: Candidate) -> bool:
    """True for "they took me and my cousin", "the men came for him at four": those who seize people, or "they", act on a person."""
    scene, group, last = cast.scene, candidate.group, candidate.hit.last
    first, stop = scene.bounds[scene.units[group.anchor].sentence]
    if group.voice is not Voice.ACTIVE or group.first == first or last + 1 >= stop or not set(group.helpers) <= {"had", "also", "then"}:
        return False
    words = words_of(scene.language, "outsiders", "settings")
    near = scene.units[max(first, group.first - 6) : group.first]
    takers = near[-1].low == "they" or any(not words.isdisjoint(u.low.split()) for u in near)
    whom = scene.units[last + 1]
    if not takers or not (scene.is_person(whom) or whom.low in OBJECTS | _ALL_OF_THEM):
        return False
    behind = scene.units[last + 2] if last + 2 < stop else None
    if behind is None or behind.kind in (UnitKind.MARK, UnitKind.DATE):
        return True
    if [u.low for u in scene.units[last + 2 : last + 4]] == ["to", "a"] or behind.low in (
        "to",
        "for",
        "into",
        "'s",
        "as",
        "off",
        "seriously",
    ):
        return False
    return candidate.hit.phrase.words.startswith("^come") or behind.low in _WHERE or scene.has(behind, "conjunction")


_WHERE: Final = frozenset({"in", "at", "from", "near", "outside", "with", "on", "by", "again", "away", "straight", "that", "one", "after"})


def _is_to_be_served(cast: Cast, candidate: Candidate) -> bool:
    """True for "will serve nine years", "is to spend seven months there": what a sentence brings, told as settled."""
    scene, helpers, last = cast.scene, candidate.group.helpers, candidate.hit.last
    settled = "will" in helpers or "must" in helpers or ("to" in helpers and candidate.standing.because == "infinitive")
    if not settled or "not" in helpers:
        return False
    stop = scene.bounds[scene.units[last].sentence][1]
    bare = last + 1 < stop and bare_term_at(scene, last + 1, stop) is not None
    return bare or term_of(scene, candidate.hit.first, last, (), CustodyType.SENTENCED) is not None


def _is_reduction(cast: Cast, candidate: Candidate) -> bool:
    """True if a length stands behind the phrase and a penalty in front of it: "one year, cut to eight months", "life, commuted to 20 years"."""
    scene, last = cast.scene, candidate.hit.last
    first, stop = scene.bounds[scene.units[candidate.trigger].sentence]
    behind = any(
        u.kind is UnitKind.TERM or bare_term_at(scene, i, stop) is not None
        for i, u in enumerate(scene.units[last + 1 : min(stop, last + 5)], last + 1)
    )
    penalty = words_of(scene.language, "penalty", "settings") - {"court", "years", "year", "months"}
    if any(u.low in ("it", "this", "that", "which") for u in scene.units[max(first, candidate.group.first - 2) : last + 1]):
        first = scene.bounds[max(0, scene.units[candidate.trigger].sentence - 1)][0]  # "… six years. It was cut to four"
    before = any(u.kind is UnitKind.TERM or u.low in penalty for u in scene.units[first : candidate.trigger])
    return behind and before


def _for_days(cast: Cast, candidate: Candidate) -> bool:
    """True if a length of hours or days is tied to the phrase: "was held for nine days"."""
    term = term_of(cast.scene, candidate.hit.first, candidate.hit.last, (), CustodyType.DETAINED)
    return term is not None and not {"Y", "M"} & set(term.iso.split("T")[0])


def _court_decides(cast: Cast, candidate: Candidate) -> bool:
    """True if a court or judge acts in the sentence, or the one before names it."""
    return court_acts(cast.scene, candidate.group) or _has_court(cast, candidate)


def _is_no_sentence(cast: Cast, candidate: Candidate) -> bool:
    """True unless years are named: those are a sentence, not custody before it."""
    term = term_of(cast.scene, candidate.hit.first, candidate.hit.last, (), CustodyType.SENTENCED)
    return term is None or is_short(term)


def is_short(term: Term) -> bool:
    """True for hours, days and up to four months: what courts order before a trial, not what they sentence to."""
    months = re.fullmatch(r"P(\d+)M(?:\d+D)?", term.iso)
    return int(months[1]) <= 4 if months else not {"Y", "M", "L"} & set(term.iso.split("T")[0])


def _is_appealing(cast: Cast, candidate: Candidate) -> bool:
    words = words_of(cast.scene.language, "appealing", "settings")
    return not words.isdisjoint(_words_after(cast, candidate, 8).replace(",", " ").split()) or not words.isdisjoint(
        _sentence_words(cast, candidate)
    )


def _stands_alone(cast: Cast, candidate: Candidate) -> bool:
    """True for "is out" or "is free" of somebody held, where nothing follows that would make it "is free to" or "is out of reach"."""
    scene, last = cast.scene, candidate.hit.last
    after = scene.units[last + 1] if last + 1 < scene.bounds[scene.units[last].sentence][1] else None
    known = candidate.who.how in ("named", "mention", "pronoun") and all(p in cast.befallen for p in candidate.who.persons)
    if not known or not candidate.who.persons:
        return False
    dated = after is not None and after.low in ("in", "by") and any(u.kind is UnitKind.DATE for u in scene.units[last + 2 : last + 3])
    stands = after is None or dated or after.kind in (UnitKind.MARK, UnitKind.DATE)
    return stands or (after is not None and after.low in words_of(scene.language, "after_out", "settings"))


def _until_a_day(cast: Cast, candidate: Candidate) -> bool:
    """True for "until 5 May", "until the next hearing", "until their trial": a day of the court, not "until he confesses"."""
    behind = cast.scene.units[candidate.hit.last + 1 : candidate.hit.last + 5]
    if behind and behind[0].kind is UnitKind.DATE:
        return True
    lows = [u.low for u in behind]
    return lows[:1] in (["the"], ["his"], ["her"], ["their"], ["a"], ["trial"]) and any(w in _DAYS_OF_COURT for w in lows[:4])


_DAYS_OF_COURT: Final = ENGLISH.group("custody_needs.days_of_court")


def _is_label(cast: Cast, candidate: Candidate) -> bool:
    """True for a row of a person's file: "Sentence: five years", "Arrest: 5 May 2021"."""
    scene, last = cast.scene, candidate.hit.last
    first, stop = scene.bounds[scene.units[last].sentence]
    wanted = UnitKind.TERM if candidate.type is CustodyType.SENTENCED else UnitKind.DATE
    if last + 2 >= stop or scene.units[last + 1].low not in (":", "–", "—"):
        return False
    opens = (
        candidate.hit.first == first or scene.units[candidate.hit.first - 1].kind is UnitKind.MARK or _says_when(scene, candidate.hit.first)
    )
    return opens and any(u.kind is wanted for u in scene.units[last + 2 : min(stop, last + _CELL)])


_CELL: Final = 5  # units of what stands behind the label: "Verdict: 2022; ten years"


def _says_when(scene: Scene, i: int) -> bool:
    """True behind "Date of", "Day of" at the head of a sentence."""
    return (
        i - 2 == scene.bounds[scene.units[i].sentence][0] and scene.units[i - 1].low == "of" and scene.units[i - 2].low in ("date", "day")
    )


def _is_of_a_thing(scene: Scene, i: int, stop: int) -> bool:
    """True for "of the report" behind "release"."""
    if i + 1 >= stop or scene.units[i].low != "of":
        return False
    return not any(scene.is_person(u) or is_person_noun(scene, u) for u in scene.units[i + 1 : min(stop, i + 5)])


def _is_step_of_a_day(cast: Cast, candidate: Candidate) -> bool:
    """True for a row of a chronology: "March 2021. Arrest of the ex-president.", "3 May 2022: release from prison"."""
    scene, at = cast.scene, candidate.hit.first
    first, stop = scene.bounds[scene.units[at].sentence]
    if any(is_finite(scene, i) for i in range(first, stop)) or _is_of_a_thing(scene, candidate.hit.last + 1, stop):
        return False
    while at > first and (scene.units[at - 1].kind is UnitKind.MARK or scene.units[at - 1].low in ("his", "her", "their", "the")):
        at -= 1
    if at > first:
        return scene.units[at - 1].kind is UnitKind.DATE and all(u.kind is UnitKind.MARK for u in scene.units[first : at - 1])
    before = scene.bounds[scene.units[first].sentence - 1] if scene.units[first].sentence else (0, 0)
    alone = [u for u in scene.units[slice(*before)] if u.kind is not UnitKind.MARK]
    return len(alone) == 1 and alone[0].kind is UnitKind.DATE and not begins_line(scene, scene.units[first].sentence)


def _did_not_come_back(cast: Cast, candidate: Candidate) -> bool:
    """True for "was called in for a talk and did not come home": who is not let out again is held."""
    scene, number = cast.scene, cast.scene.units[candidate.trigger].sentence
    if {"not", "never", "n't", "didn't"}.isdisjoint(candidate.group.helpers):
        return False
    words = words_of(scene.language, "called_in", "settings")
    return any(u.low in words for u in scene.units[scene.bounds[max(0, number - 1)][0] : candidate.trigger])


def _taken_away(cast: Cast, candidate: Candidate) -> bool:
    """True for "was taken at dawn", "was taken as well", not for "was taken to hospital", "ill", "aback"."""
    scene, first, last = cast.scene, candidate.group.first, candidate.hit.last
    stop = scene.bounds[scene.units[last].sentence][1]
    before = scene.units[first - 1] if first else None
    if before is None or not (is_person_noun(scene, before) or before.low in ("who", ",", ")", "all", "both")):
        return False  # "his things were taken"
    facility = words_of(scene.language, "facility", "settings")
    if any(not facility.isdisjoint(u.low.split()) for u in scene.units[last + 1 : min(stop, last + 10)]):
        return False  # "was taken in May from colony No. 15"
    after = scene.units[last + 1] if last + 1 < stop else None
    if after is None or after.kind in (UnitKind.MARK, UnitKind.DATE):
        return True
    behind = [u.low for u in scene.units[last + 1 : last + 3]]
    return after.low in words_of(scene.language, "taken_so", "settings") and behind != ["in", "for"] and behind != ["by", "surprise"]


def _leads_there(cast: Cast, candidate: Candidate) -> bool:
    """True for "the camp where they were brought", "the prison, to which she was moved"."""
    scene, first = cast.scene, candidate.group.first
    before = [u.low for u in scene.units[max(scene.bounds[scene.units[first].sentence][0], first - 4) : first]]
    return "where" in before or any(pair in (("to", "which"), ("into", "which")) for pair in pairwise(before))


def _is_inmate(cast: Cast, candidate: Candidate) -> bool:
    """True if the text has told of the person's custody before, or speaks of a prison right here: a free man is only taken ill."""
    scene, at = cast.scene, candidate.trigger
    if any(place < at and not set(persons).isdisjoint(candidate.who.persons) for place, persons in cast.events):
        return True
    words = words_of(scene.language, "custody", "settings") | words_of(scene.language, "status", "settings")
    number = scene.units[at].sentence
    first, stop = scene.bounds[max(0, number - 2)][0], scene.bounds[number][1]
    return any(not words.isdisjoint(u.low.split()) for u in scene.units[first:stop])


def _is_victim(cast: Cast, candidate: Candidate) -> bool:
    """True if the persons are among those to whom something happens in this text."""
    return bool(candidate.who.persons) and all(p in cast.befallen for p in candidate.who.persons)


def _is_row(cast: Cast, candidate: Candidate) -> bool:
    """True for the one word behind a name and a mark that is all a row says: "Pedro Caal: cleared.", "X — cleared"."""
    scene, first, last = cast.scene, candidate.hit.first, candidate.hit.last
    start, stop = scene.bounds[scene.units[first].sentence]
    if first == start or scene.units[first - 1].low not in (":", "—", "–", "-", "(", "|"):
        return False
    return last + 1 >= stop or scene.units[last + 1].kind in (UnitKind.MARK, UnitKind.DATE)


def _is_told_as_noun(cast: Cast, candidate: Candidate) -> bool:
    """True for "his arrest on 2 September", "the release of X, on 23 April": somebody's, on a day, and nobody asks for it."""
    scene, first, last = cast.scene, candidate.hit.first, candidate.hit.last
    start, stop = scene.bounds[scene.units[first].sentence]
    if scene.text[scene.units[last].span.stop : scene.units[last].span.stop + 1].isalpha() or not candidate.who.persons:
        return False
    wanted = words_of(scene.language, "asked_by", "realis") | words_of(scene.language, "planned_by", "realis")
    if any(u.low in wanted or u.low in ("if", "for", "no", "any", "without") for u in scene.units[max(start, first - 5) : first]):
        return False
    if day_before(scene, first, start) is not None or _is_of_a_court(candidate, scene, last, stop):
        return True
    near = last + 9 + 2 * max(0, len(candidate.who.persons) - 1)  # a list may stand between the noun and its day
    for i in range(last + 1, min(stop, near)):
        unit = scene.units[i]
        if unit.kind is UnitKind.DATE and scene.dates[unit.place].bound in (None, Bound.ON):
            return scene.units[i - 1].low in ("on", "in", "of", ",") or i == last + 1 or unit.low.startswith(("on ", "in "))
        if is_finite(scene, i) or unit.low in (";", ":"):
            return False
    return False


def _is_of_a_court(candidate: Candidate, scene: Scene, last: int, stop: int) -> bool:
    """True for "the conviction by a court in X of Y", "the sentencing of X to three years": who ruled, or to what, is told."""
    if candidate.type not in (CustodyType.CONVICTED, CustodyType.SENTENCED):
        return False
    courts = words_of(scene.language, "court", "settings")
    for i in range(last + 1, min(stop, last + 12)):
        unit = scene.units[i]
        if is_finite(scene, i) or unit.low in (",", ";", ":"):
            return False
        if unit.low == "by" and any(not courts.isdisjoint(u.low.split()) for u in scene.units[i + 1 : min(stop, i + 6)]):
            return True
        if candidate.type is CustodyType.SENTENCED and unit.kind is UnitKind.TERM and scene.units[i - 1].low == "to":
            return True
    return False


def _is_counted_from(cast: Cast, candidate: Candidate) -> bool:
    """True for "died on 14 May, five days after his arrest": a day is told from which the noun's can be counted."""
    scene, first = cast.scene, candidate.hit.first
    start = scene.bounds[scene.units[first].sentence][0]
    return days_after(scene, first, start) is not None and any(u.kind is UnitKind.DATE for u in scene.units[start:first])


def _has_strike_before(cast: Cast, candidate: Candidate) -> bool:
    """True for "began a hunger strike. She ended it on 7 November": the strike is told of in this sentence or the one before."""
    scene, first = cast.scene, candidate.hit.first
    start = scene.bounds[max(0, scene.units[first].sentence - 1)][0]
    return any(not _STRIKING.isdisjoint(u.low.split()) for u in scene.units[start:first])


_STRIKING: Final = frozenset({"strike", "fast", "hunger-strike", "eating", "food"})


def _is_withheld(_: Cast, candidate: Candidate) -> bool:
    """True for "has not been given her tablets": what is kept from somebody is told by its denial."""
    return any(h in ("not", "never", "n't") or h.endswith("n't") for h in candidate.group.helpers)


def _gives_to_detain(cast: Cast, candidate: Candidate) -> bool:
    """True for "the court gave police seven days to investigate him": time, given by a court to those who hold somebody."""
    scene, hit = cast.scene, candidate.hit
    inside = scene.units[hit.first + 1 : hit.last]
    agents = words_of(scene.language, "agent", "person_nouns")
    to_agents = any(not agents.isdisjoint(u.low.split()) for u in inside[:4])
    return court_acts(scene, candidate.group) and to_agents and any(u.kind is UnitKind.TERM for u in inside)


def _is_in_cells(cast: Cast, candidate: Candidate) -> bool:
    """True for "spent the night in a police cell", "at the port police post": not in a hotel near the police station, nor behind "was arrested and"."""
    scene, last = cast.scene, candidate.hit.last
    near = scene.units[candidate.trigger].sentence - 1
    for place, persons in cast.events:
        is_before = near <= scene.units[place].sentence and place < candidate.trigger
        if is_before and not set(persons).isdisjoint(candidate.who.persons):
            return False
    for unit in scene.units[last + 1 : min(scene.bounds[scene.units[last].sentence][1], last + 7)]:
        if not _CELLS.isdisjoint(unit.low.split()):
            return True
        if scene.has(unit, "preposition") or unit.kind is UnitKind.MARK:
            return False
    return False


_CELLS: Final = ENGLISH.group("custody_needs.cells")


def _is_not_fined(cast: Cast, candidate: Candidate) -> bool:
    """True unless it is "was let off with a fine", "let off the last eleven months": that is the sentence, or a part of it."""
    scene, last = cast.scene, candidate.hit.last
    behind = scene.units[last + 1 : min(scene.bounds[scene.units[last].sentence][1], last + 13)]
    if behind and (behind[0].low in ("the", "his", "her", "their") or behind[0].kind is UnitKind.TERM):
        return False
    return all(u.low not in ("fine", "fines", "fined") for u in behind)


def _goes_abroad(cast: Cast, candidate: Candidate) -> bool:
    """True for "is not allowed to leave the country", "Harare", "to travel": not for "to leave the house", "to go to the toilet"."""
    scene, last = cast.scene, candidate.hit.last
    stop = scene.bounds[scene.units[last].sentence][1]
    behind = scene.units[last + 1 : min(stop, last + 5)]
    verb = scene.units[last].low
    if verb.startswith("travel") and not any(u.low in ("with", "together", "by") for u in behind[:1]):
        return True
    limits = words_of(scene.language, "limits", "settings")
    for i, unit in enumerate(behind, last + 1):
        if unit.kind in (UnitKind.MARK, UnitKind.DATE, UnitKind.TERM) or is_finite(scene, i):
            return False
        if not limits.isdisjoint(unit.low.split()):
            return True
        if scene.text[unit.span.start].isupper() and not scene.is_person(unit):
            facility = words_of(scene.language, "facility_noun", "settings")
            return facility.isdisjoint(w for u in scene.units[i : i + 3] for w in u.low.split())  # "Harare", not "Harare Central Hospital"
    return False


def _ends_strike(cast: Cast, candidate: Candidate) -> bool:
    """True for "went on a hunger strike on 9 June, which he ended": the strike stands right before in the sentence."""
    scene, first = cast.scene, candidate.hit.first
    start = scene.bounds[scene.units[first].sentence][0]
    return any(scene.units[i].low in ("strike", "fast", "hunger-strike") for i in range(max(start, first - 8), first))


def _was_let_out(cast: Cast, candidate: Candidate) -> bool:
    """True for "was freed on 3 May; a week later he was back in prison": in this sentence, the two before or the next a release or bail is told."""
    scene, number = cast.scene, cast.scene.units[candidate.trigger].sentence
    near = cast.scene.bounds[max(0, number - 2) : number + 2]
    return any(not _LET_OUT.isdisjoint(u.low.split()) for first, stop in near for u in scene.units[first:stop])


_LET_OUT: Final = ENGLISH.group("custody_needs.let_out")


def _is_against_somebody(cast: Cast, candidate: Candidate) -> bool:
    """True for "opened a case against him", "a case was filed against X and Y": by powers, against a person; not against the police."""
    scene, last = cast.scene, candidate.hit.last
    stop = scene.bounds[scene.units[last].sentence][1]
    whom = find_object(scene, last + 1) if last + 1 < stop else None
    if whom is None or not any(scene.is_person(scene.units[i]) or scene.units[i].low in OBJECTS for i in whom.heads):
        return False
    if candidate.group.voice is not Voice.ACTIVE:
        return True
    powers = words_of(scene.language, "investigating", "settings") | words_of(scene.language, "agent", "person_nouns")
    before = scene.units[max(scene.bounds[scene.units[last].sentence][0], candidate.group.first - _SUBJECT) : candidate.group.first]
    return any(not powers.isdisjoint(w.removesuffix("'s").removesuffix("’s") for w in u.low.split()) for u in before) or court_acts(
        scene, candidate.group
    )


_SUBJECT: Final = 8  # units in front of a verb in which its subject stands
_FAST: Final = re.compile(r"hunger[- ]strik|\brefus\w+ (?:all |prison )?(?:food|meals)|\bstopped eating|\bfasting\b", re.IGNORECASE)

NEEDS: Final[dict[str, Callable[[Cast, Candidate], bool]]] = {
    "person": lambda _, c: c.who.is_someone,
    "passive": _is_passive,
    "active": lambda _, c: c.group.voice is Voice.ACTIVE,
    "verbal": lambda _, c: c.group.voice not in (Voice.NOUN, Voice.STATUS),
    "since": _is_since,
    "term": _has_term,
    "penal": is_penal,
    "court": _has_court,
    "custodial": _has_custody_word,
    "facility": _goes_to_facility,
    "toperson": _acts_on_person,
    "prisoner": lambda cast, c: _goes_to_facility(cast, c) or _has_custody_word(cast, c),
    "official": _has_agents,
    "negative": lambda _, c: any(h in ("not", "never") for h in c.group.helpers) or c.hit.phrase.words.startswith("^forbid"),
    "border": _any_of("border", 8),
    "bytaking": _any_of("bytaking", 6),
    "prisonword": speaks_of("custody"),
    "captive": _is_captive,
    "seizing": _is_seizing,
    "dated": _is_dated,
    "been": _has_been,
    "inmate": _is_inmate,
    "accusing": _is_accusing,
    "awaiting": speaks_of("awaiting"),
    "courtbefore": _court_decides,
    "courtacts": lambda cast, c: court_acts(cast.scene, c.group),
    "noterm": _is_no_sentence,
    "investigating": speaks_of("investigating"),
    "label": _is_label,
    "ofaday": _is_step_of_a_day,
    "town": _to_a_town,
    "days": _for_days,
    "reduction": _is_reduction,
    "ordered": lambda cast, c: _has_court(cast, c) and _until_a_day(cast, c),
    "tobeserved": _is_to_be_served,
    "fromlife": _from_life,
    "tookhim": _took_him,
    "takers": _is_taken_by_them,
    "appealing": _is_appealing,
    "outword": _stands_alone,
    "unreturned": _did_not_come_back,
    "takenaway": _taken_away,
    "victim": _is_victim,
    "whereto": _leads_there,
    "rowed": _is_row,
    "withheld": _is_withheld,
    "abroad": _goes_abroad,
    "unfined": _is_not_fined,
    "cells": _is_in_cells,
    "todetain": _gives_to_detain,
    "striking": _ends_strike,
    "told": _is_told_as_noun,
    "counted": _is_counted_from,
    "agents": _done_by_agents,
    "strikebefore": _has_strike_before,
    "against": _is_against_somebody,
    "ofcrime": speaks_of("crime"),
    "letout": _was_let_out,
    "being": lambda _, c: "being" in c.group.helpers,
    SURE: lambda _, __: True,
    "fasting": lambda cast, _: _FAST.search(cast.scene.text) is not None,
}


def _by(scene: Scene, group: VerbGroup, stop: int) -> int | None:
    """Where the "by" of a passive verb stands, before any other verb or strong mark."""
    for i in range(group.anchor + 1, min(stop, group.anchor + 9)):
        if scene.units[i].low == "by":
            return i
        if scene.units[i].low in (";", ",", ":") or is_finite(scene, i):
            return None
    return None


def court_acts(scene: Scene, group: VerbGroup) -> bool:
    """True if a court or judge stands before the active verb, or behind the "by" of a passive one."""
    words = words_of(scene.language, "court", "settings")
    first, stop = scene.bounds[scene.units[group.anchor].sentence]
    if group.voice in (Voice.PASSIVE, Voice.REDUCED):
        by = _by(scene, group, stop)
        return by is not None and any(not words.isdisjoint(u.low.split()) for u in scene.units[by + 1 : min(stop, by + 6)])
    if group.voice is not Voice.ACTIVE:
        return False
    near = range(max(first, group.first - 9), group.first)
    return any(not words.isdisjoint(scene.units[i].low.split()) for i in near) or _is_bench(scene, group)


def _is_bench(scene: Scene, group: VerbGroup) -> bool:
    """True for "Justice X, who took the application in chambers, ordered": the subject is a judge or a court."""
    heads = [scene.entities[scene.units[i].of] for i in find_subject(scene, group).heads]
    return any(e.kind is EntityKind.COURT or "judge" in e.roles for e in heads)
