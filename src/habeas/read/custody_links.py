"""Whom does a custody event befall? For each frame an ordered tuple of rules; the first that knows decides and says how."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace
from typing import Final

from habeas.case.vocabulary import CustodyType, MentionForm
from habeas.languages.english import ENGLISH
from habeas.read.cast import Cast, Who, is_never_held
from habeas.read.clauses import find_object, find_subject
from habeas.read.companions import with_companions
from habeas.read.custody_candidates import Candidate
from habeas.read.custody_needs import court_acts
from habeas.read.for_whose_sake import named_as_cause
from habeas.read.items import people_elsewhere
from habeas.read.left_out import left_out, rulers
from habeas.read.line_heads import begins_line, find_openers
from habeas.read.noun_groups import NounGroup, is_person_noun, read_group
from habeas.read.numbers import number_value
from habeas.read.penalties import is_penal, penalty_before
from habeas.read.person_spoken_of import focus_person
from habeas.read.persons_of_event import resolve_group, resolve_noun
from habeas.read.roll_calls import heads_list, names_of_those
from habeas.read.scene import Scene, UnitKind
from habeas.read.verb_groups import VerbGroup, Voice, is_finite, who_reports
from habeas.read.whose_people import whose_people


def link_persons(cast: Cast, candidate: Candidate) -> Who:
    """Whom the event befalls: the first linking rule of its frame that knows."""
    out = named_in_passing(cast.scene, candidate)
    their_rulers = rulers(cast.scene)
    for rule in LINKS[candidate.hit.phrase.frame]:
        who = rule(cast, candidate)
        if not who.is_someone:
            continue
        if who.how != "named" and not their_rulers.isdisjoint(who.persons):
            who = replace(who, persons=tuple(p for p in who.persons if p not in their_rulers))
        others = out if who.how == "named" else out | whose_are_meant(cast.scene, candidate)
        if others and not others.isdisjoint(who.persons):
            who = replace(who, persons=tuple(p for p in who.persons if p not in others))
        if who.is_someone:
            return who
    return Who()


def named_in_passing(scene: Scene, candidate: Candidate) -> frozenset[int]:
    """Whom the sentence of the event names, and it befell others: who is left out, is elsewhere, only reports it, or for whose sake it was."""
    sentence = scene.units[candidate.trigger].sentence
    there = left_out(scene, sentence) | people_elsewhere(scene, sentence)
    return there | who_reports(scene, candidate.group.first) | named_as_cause(scene, candidate)


def whose_are_meant(scene: Scene, candidate: Candidate) -> frozenset[int]:
    """X in "the killers of X were sentenced", "Y arrested X's brother", and Y: whoever it befell, it was neither."""
    group = candidate.group
    if candidate.hit.phrase.frame != "patient":
        return frozenset()
    found = find_object(scene, group.anchor + 1) if group.voice is Voice.ACTIVE else find_subject(scene, group)
    nouns = [i for i in (*found.heads, found.noun) if i is not None and scene.units[i].form is MentionForm.NOMINAL]
    theirs = frozenset(p for i in nouns for p in whose_people(scene, i))
    if not theirs or group.voice is not Voice.ACTIVE:
        return theirs
    return theirs | {scene.units[i].of for i in find_subject(scene, group).heads if scene.is_person(scene.units[i])}


def one_of_those(cast: Cast, candidate: Candidate) -> Who:
    """ "Among those detained is X", "The released journalists are X and Y"."""
    names = names_of_those(cast.scene, candidate.hit.first, candidate.hit.last)
    return Who() if names is None else resolve_group(cast, find_object(cast.scene, names))


def heads_a_list(cast: Cast, candidate: Candidate) -> Who:
    """ "Among those freed this morning:", "The arrested:" over a list of names: all whom the list names."""
    scene, first = cast.scene, candidate.hit.first
    if not heads_list(scene, first):
        return Who()
    listed = listed_under(cast, scene.units[first].sentence)
    return Who(listed, None, LISTED_UNDER, is_group=True) if listed else Who()


LISTED_UNDER: Final = "the list under it"


def object_of_active(cast: Cast, candidate: Candidate) -> Who:
    """ "Police arrested X", "gave him eight years"."""
    group = candidate.group
    if group.voice is not Voice.ACTIVE or _of_whom(cast.scene, group) is not None:
        return Who()
    found = find_object(cast.scene, group.anchor + 1)
    who = resolve_group(cast, found)
    if who.is_someone:
        return _another_than_subject(cast, group, who)
    if len(candidate.hit.units) > 1:
        who = resolve_group(cast, find_object(cast.scene, candidate.hit.last + 1))
    if who.is_someone:
        return who
    return _number_alone(cast.scene, candidate.hit.last + 1) or _object_of_both(cast, candidate)


def _number_alone(scene: Scene, i: int) -> Who | None:
    """ "acquitted 12.", "freed 30 more", "arrested tens of thousands": so many people, without a noun."""
    stop = scene.bounds[scene.units[i - 1].sentence][1]
    if _is_crowd_alone(scene, i, stop):
        return Who((), None, "a group without names", is_group=True)
    count = number_value(scene.units[i].low) if i < stop and scene.units[i].kind is UnitKind.WORD else None
    if count is None or count != int(count) or scene.units[i].low in ("a", "an"):
        return None
    after = scene.units[i + 1] if i + 1 < stop else None
    alone = after is None or after.kind is UnitKind.MARK or after.low in ("more", "others", "other", "and", "on", "of")
    return Who((), int(count), "a group without names", True) if alone else None


def _is_crowd_alone(scene: Scene, i: int, stop: int) -> bool:
    """True for "dozens", "hundreds more" and "tens of thousands" at the end of their clause; not for "hundreds of books"."""
    last = i + 2 if i + 2 < stop and scene.units[i].low == "tens" and scene.units[i + 1].low == "of" else i
    if last >= stop or scene.units[last].low not in _CROWDS:
        return False
    if last + 1 >= stop or scene.units[last + 1].kind in (UnitKind.MARK, UnitKind.DATE):
        return True
    return scene.units[last + 1].low in ("more", "others", "and", "on", "in", "during", "after")


_CROWDS: Final = ENGLISH.group("custody_links.crowds")


def _object_of_both(cast: Cast, candidate: Candidate) -> Who:
    """ "pardoned and freed X": two joined verbs have one object."""
    scene, joint = cast.scene, candidate.hit.last + 1
    stop = scene.bounds[scene.units[candidate.trigger].sentence][1]
    if joint + 2 >= stop or not scene.has(scene.units[joint], "conjunction") or not is_finite(scene, joint + 1):
        return Who()
    return resolve_group(cast, find_object(scene, joint + 2))


def _another_than_subject(cast: Cast, group: VerbGroup, who: Who) -> Who:
    """ "X pardoned him": not X; the person in custody who was named last instead."""
    scene = cast.scene
    if who.how not in ("mention", "pronoun") or len(who.persons) != 1:
        return who
    subject = find_subject(scene, group)
    if subject.stop != group.first or {scene.units[i].of for i in subject.heads} != set(who.persons):
        return who
    focus = focus_person(cast, group.anchor, but=who.persons[0])
    if focus is not None:
        return Who((focus,), None, "pronoun")
    return Who() if any(cast.scene.units[i].form is MentionForm.NAME for i in subject.heads) else who  # "X slapped him": not X


def _of_whom(scene: Scene, group: VerbGroup) -> int | None:
    """Where "whom" stands before a verb whose object it is: what stands behind "X, whom agents arrested over a poem, but Y" is another's."""
    start = scene.bounds[scene.units[group.anchor].sentence][0]
    for j in range(group.first - 1, max(start, group.first - 9), -1):
        if scene.units[j].low == "whom":
            return None if j > start and scene.has(scene.units[j - 1], "preposition") else j
        if scene.units[j].kind is UnitKind.MARK or is_finite(scene, j):
            return None
    return None


def antecedent_of_whom(cast: Cast, candidate: Candidate) -> Who:
    """ "X, whom the court sentenced to"."""
    scene = cast.scene
    if candidate.group.voice is not Voice.ACTIVE:
        return Who()
    start = scene.bounds[scene.units[candidate.trigger].sentence][0]
    for j in range(candidate.group.first - 1, max(start, candidate.group.first - 9), -1):
        if scene.units[j].low in ("whom", "that", "which"):
            return resolve_group(cast, find_subject(scene, VerbGroup(j + 1, j + 1, Voice.PASSIVE)))
    return Who()


def subject_of_passive(cast: Cast, candidate: Candidate) -> Who:
    """ "X was arrested", "X, arrested in May", "X jailed for five years"."""
    if candidate.group.voice not in (Voice.PASSIVE, Voice.REDUCED):
        return Who()
    found = find_subject(cast.scene, candidate.group)
    who = resolve_group(cast, found)
    if "being" in candidate.group.helpers and who.persons and all(is_never_held(cast.scene, p) for p in who.persons):
        return _client(cast, candidate, who.persons)
    if not who.persons and (some := _some_of_many(cast.scene, candidate.group)) is not None:
        return Who((), some, "a group without names", is_group=True)
    if not who.is_someone and (counted := _counted_before(cast.scene, candidate.group)) is not None:
        return counted
    if who.is_someone or not found.possessors:
        return with_companions(cast.scene, candidate, who)
    return Who()


def named_behind_colon(cast: Cast, candidate: Candidate) -> Who:
    """ "Two of them were detained: X, who later got 20 days, and Y, who …", "one of the protesters was held: the student X": as many as are counted."""
    scene, last = cast.scene, candidate.hit.last
    if candidate.group.voice is not Voice.PASSIVE:
        return Who()
    stop = scene.bounds[scene.units[last].sentence][1]
    colon = next((i for i in range(last + 1, min(stop, last + _TO_THE_COLON)) if scene.units[i].low in (":", "—", "–")), None)
    if colon is None or any(is_finite(scene, i) for i in range(last + 1, colon)):
        return Who()
    counted = Who(how="nobody")
    for who in (resolve_group(cast, find_subject(scene, candidate.group)), _counted_before(scene, candidate.group) or Who()):
        counted = who if who.count is not None and not who.persons else counted
    named = _heads_of_list(scene, colon + 1, stop)
    return Who(named, counted.count, "named", is_group=True) if counted.count == len(named) > 0 else Who()


_TO_THE_COLON: Final = 9  # units: "were detained on Monday in the centre of Minsk:"


def _heads_of_list(scene: Scene, first: int, stop: int) -> tuple[int, ...]:
    """Who opens each part of a list: X and Y of "X, who was beaten by Z, and the student Y, 20"."""
    out: list[int] = []
    opens = True  # a part begins, and nothing but what introduces the person has stood in it
    for i in range(first, stop):
        unit = scene.units[i]
        if unit.low in (";", ",", "and", ")"):
            opens = (
                opens or unit.low in (";", "and") or not out or not (scene.has(scene.units[i + 1], "relative") if i + 1 < stop else False)
            )
        elif scene.is_person(unit) and unit.form is MentionForm.NAME:
            if opens:
                out.append(unit.of)
            opens = False
        elif scene.has_any(unit, ("preposition", "relative", "be", "have", "subordinator")) or is_finite(scene, i):
            opens = False
    return tuple(dict.fromkeys(out))


def _counted_before(scene: Scene, group: VerbGroup) -> Who | None:
    """ "Another 222 were released", "one was acquitted", "some 30 were freed": so many people, without a noun, right before the verb."""
    i, first = group.first - 1, scene.bounds[scene.units[group.anchor].sentence][0]
    if group.voice is not Voice.PASSIVE or i < first:
        return None
    low = scene.units[i].low
    count = number_value(low) if scene.units[i].kind is UnitKind.WORD else None
    if low == "another" and (i == first or scene.units[i - 1].kind is UnitKind.MARK):
        return Who((), 1, "a group without names", is_group=True)
    if count is None or count != int(count) or (count == 1) != (low == "one"):
        return None
    while i > first and (scene.units[i - 1].low in _ABOUT or number_value(scene.units[i - 1].low) is not None):
        i -= 1
    begins = i == first or scene.units[i - 1].kind in (UnitKind.MARK, UnitKind.DATE) or scene.has(scene.units[i - 1], "conjunction")
    return Who((), int(count), "a group without names", is_group=True) if begins else None


_ABOUT: Final = frozenset(
    "another some about around nearly almost over roughly further more than at least a hundred and all only just".split()
)


def _some_of_many(scene: Scene, group: VerbGroup) -> int | None:
    """How many were freed of "127 of the 553 prisoners promised to the Vatican had been freed", where nobody else stands before the verb."""
    if group.voice is not Voice.PASSIVE:
        return None
    first = scene.bounds[scene.units[group.anchor].sentence][0]
    for i in range(group.first - 1, first, -1):
        unit = scene.units[i]
        if unit.low in (";", ":", ".", "“", "”", '"') or unit.form is MentionForm.PRONOUN or scene.has(unit, "speech_verb"):
            return None
        if scene.is_person(unit) and unit.form is MentionForm.NAME:
            return None
        if unit.low.split()[0] == "of" and _is_of_group(scene, i):
            count = number_value(scene.units[i - 1].low)
            if count is not None and count == int(count):
                return int(count)
    return None


def _is_of_group(scene: Scene, of: int) -> bool:
    """True for "of the …", "of those …", "of them"."""
    behind = scene.units[of + 1].low.split()[0] if of + 1 < len(scene.units) else ""
    return behind in ("the", "those", "them", "these", "its", "their", "his", "her")


def _client(cast: Cast, candidate: Candidate, speaking: tuple[int, ...]) -> Who:
    """ "Since being charged, her lawyer said, she …": not the lawyer, but who is spoken of."""
    focus = focus_person(cast, candidate.trigger, but=speaking[0])
    return Who((focus,), None, "the person spoken of") if focus is not None else Who()


def after_inverted_verb(cast: Cast, candidate: Candidate) -> Who:
    """ "For two months arrested are also his associates: …", "yesterday were detained also X and Y"."""
    scene = cast.scene
    if candidate.group.voice not in (Voice.PASSIVE, Voice.REDUCED):
        return Who()
    i = candidate.hit.last + 1
    stop = scene.bounds[scene.units[i - 1].sentence][1]
    while i < stop and (scene.has_any(scene.units[i], ("be", "adverb")) or scene.units[i].low in (",", ":")):
        i += 1
    listed = listed_under(cast, scene.units[candidate.trigger].sentence)
    if listed:
        return Who(listed, None, "the items of the list", is_group=True)
    if i + 1 < stop and scene.units[i].low in ("of", "for") and scene.units[i + 1].low.endswith("ing"):
        return Who()  # "a defendant convicted of murdering X"
    return resolve_group(cast, find_object(scene, i)) if i < stop else Who()


def subject_of_active(cast: Cast, candidate: Candidate) -> Who:
    """ "X went on hunger strike", "X received two years"."""
    return resolve_group(cast, find_subject(cast.scene, candidate.group))


def beside_the_noun(cast: Cast, candidate: Candidate) -> Who:
    """ "the detention of X", "X's sentence", "the verdict against X", "his arrest": persons tied to the noun of the phrase."""
    scene = cast.scene
    first, last = candidate.hit.first, candidate.hit.last
    stop = scene.bounds[scene.units[first].sentence][1]
    for i in range(first, min(stop, last + 1)):  # "extended X's detention", "upheld his sentence"
        unit = scene.units[i]
        if (i + 1 < stop and scene.units[i + 1].low in ("'s", "'")) and scene.is_person(unit):
            return resolve_group(cast, NounGroup(i, i + 1, (i,)))
        if unit.low in ("his", "her", "their") and unit.kind is UnitKind.WORD:
            return resolve_noun(cast, i)
        if unit.low == "my" and (mine := resolve_noun(cast, i)).is_someone:
            return mine
        if unit.low in ("his", "her", "their") and scene.is_person(unit):
            return resolve_group(cast, NounGroup(i, i + 1, (i,)))
    if "told" in candidate.hit.phrase.needs and (who := _owner_before(cast, first)).is_someone:
        return who
    for i in _without_dates(scene, first, last, min(stop, last + 13)):
        if i + 1 < stop and scene.units[i + 1].kind is UnitKind.DATE:
            continue
        if scene.units[i].low in ("of", "against", "for", "on", "by", "to") and i > first:
            found = find_object(scene, i + 1)
            who = resolve_group(cast, found) if not found.is_empty else Who()
            is_of_them = i + 3 < stop and scene.units[i + 2].low == "of" and scene.units[i + 3].low == "them"  # "for four of them"
            is_of = i == last + 1 and (scene.units[i].low == "of" or is_of_them)
            if who.persons or (who.is_group and is_of and who.how == "a group without names"):
                return who
        if i > last and scene.units[i].low in (";", ","):
            break
    return _owner_before(cast, first)


def _without_dates(scene: Scene, first: int, last: int, stop: int) -> list[int]:
    """The units from `first` on, without the date that two commas set apart: "the release, on 14 May, of X"."""
    out: list[int] = []
    skip = -1
    for i in range(first, stop):
        if i > last and i > skip and scene.units[i].low == ",":
            close = next((j for j in range(i + 1, min(stop, i + 5)) if scene.units[j].low == ","), None)
            if close is not None and any(u.kind is UnitKind.DATE for u in scene.units[i + 1 : close]):
                skip = close
        if i > skip and (len(out) < last - first + 9):
            out.append(i)
    return out


def _owner_before(cast: Cast, first: int) -> Who:
    """ "X's appeal was rejected", "his arrest": whose the noun is."""
    scene = cast.scene
    start = scene.bounds[scene.units[first].sentence][0]
    for i in range(first - 1, max(start - 1, first - 7), -1):  # "X's appeal was rejected"
        unit = scene.units[i]
        if i < first - 3 and (unit.kind is not UnitKind.WORD or is_finite(scene, i) or scene.has(unit, "preposition")) and unit.low != "-":
            break
        if unit.low == "whose":  # "X, the satirist whose detention was prolonged"
            return resolve_group(cast, find_subject(scene, VerbGroup(i + 1, i + 1, Voice.PASSIVE)))
        if unit.low == "'s" and i > start and scene.is_person(scene.units[i - 1]):
            return resolve_group(cast, NounGroup(i - 1, i, (i - 1,)))
        if unit.low in ("his", "her", "their"):
            return resolve_noun(cast, i) if unit.kind is UnitKind.WORD else resolve_group(cast, NounGroup(i, i + 1, (i,)))
    return Who()


def passive_person(cast: Cast, candidate: Candidate) -> Who:
    """ "X was ordered held", "X had his sentence cut": a person as the subject; "two more charges were brought" counts no people."""
    if candidate.group.voice in (Voice.PASSIVE, Voice.REDUCED):
        subject = find_subject(cast.scene, candidate.group)
        is_the_noun = any(i in range(subject.first, candidate.group.first) for i in candidate.hit.units)
        who = resolve_group(cast, subject)
        return who if who.persons or not is_the_noun else Who()
    scene = cast.scene
    start = scene.bounds[scene.units[candidate.trigger].sentence][0]
    for j in range(candidate.trigger - 1, max(start, candidate.trigger - 6), -1):
        if scene.has(scene.units[j], "have"):
            return resolve_group(cast, find_subject(scene, VerbGroup(j, j, Voice.ACTIVE)))
    return Who()


def elliptic_subject(cast: Cast, candidate: Candidate) -> Who:
    """ "2006 — Arrested with bloggers", "Detained May 17": no subject stands there; the line is about somebody."""
    scene = cast.scene
    group = candidate.group
    if group.voice is Voice.ACTIVE and candidate.hit.phrase.frame == "patient":
        return Who()
    start = scene.bounds[scene.units[group.anchor].sentence][0]
    subjectless = _opens_with_participle(scene, start)
    for i in range(group.first - 1, start - 1, -1):
        unit = scene.units[i]
        if unit.low == ";":
            break
        if (
            not subjectless
            and unit.kind is UnitKind.WORD
            and not unit.low.isdigit()
            and not scene.has(unit, "preposition")
            and not scene.has(unit, "conjunction")
        ):
            return Who()
        if unit.of >= 0 and scene.is_person(unit):
            return Who()
    persons = line_persons(cast).get(scene.units[group.anchor].sentence, ())
    return Who(persons, None, "the person of the line") if persons else Who()


def _opens_with_participle(scene: Scene, start: int) -> bool:
    """True for "Taken in on Tuesday, released the same night": nobody stands before the first verb, so all are said of one."""
    unit = scene.units[start]
    return unit.kind is UnitKind.WORD and (scene.has_any(unit, ("participle",)) or (unit.low.endswith("ed") and len(unit.low) > 5))


def subject_behind(cast: Cast, candidate: Candidate) -> Who:
    """ "Released on 21 August after three months, the blogger X receives us": a participle that opens the sentence is said of what follows."""
    scene, group = cast.scene, candidate.group
    start, stop = scene.bounds[scene.units[group.anchor].sentence]
    opens = all(u.kind in (UnitKind.MARK, UnitKind.DATE) or u.low.isdigit() for u in scene.units[start : group.first])
    if group.voice is not Voice.REDUCED or not (opens or (group.first > start and scene.units[group.first - 1].low == ":")):
        return Who()
    commas = [i for i in range(candidate.hit.last + 1, stop) if scene.units[i].low == ","]
    for comma in commas:
        verb = next((j for j in range(comma + 1, min(stop, comma + 9)) if is_finite(scene, j)), None)
        if verb is None or verb == comma + 1 or scene.units[comma + 1].kind is UnitKind.DATE:
            continue
        who = resolve_group(cast, read_group(scene, comma + 1, verb))
        if who.is_someone:
            return who
    return Who()


def of_the_verb_before(cast: Cast, candidate: Candidate) -> Who:
    """ "Convicted on July 19 and sentenced to 16 years": a joined participle befalls whom the event before it befell."""
    scene = cast.scene
    group = candidate.group
    each = scene.units[candidate.hit.last + 1 : candidate.hit.last + 2]
    if group.first == 0 or (group.voice is Voice.ACTIVE and candidate.hit.phrase.frame == "patient" and [u.low for u in each] != ["each"]):
        return Who()
    before = scene.units[_before_time(scene, group.first) - 1]
    if before.sentence != scene.units[group.anchor].sentence or not (scene.has(before, "conjunction") or before.low in (",", ";", "then")):
        return Who()
    earlier = [
        (place, persons) for place, persons in cast.events if place < candidate.trigger and scene.units[place].sentence == before.sentence
    ]
    return Who(max(earlier)[1], None, "the event before") if earlier and max(earlier)[1] else Who()


def _before_time(scene: Scene, i: int) -> int:
    """Where the words before "in three hours", "in May" or "later" end, if "and" or a comma stands there."""
    j = i
    while j > 0 and (
        scene.units[j - 1].kind in (UnitKind.DATE, UnitKind.TERM)
        or scene.has_any(scene.units[j - 1], ("preposition", "number_word"))
        or scene.units[j - 1].low in ("hours", "days", "weeks", "months", "minutes", "evening", "later")
    ):
        j -= 1
    joined = j > 0 and (scene.has(scene.units[j - 1], "conjunction") or scene.units[j - 1].low in (",", ";", "then"))
    return j if joined else i


def unknown_subject(cast: Cast, candidate: Candidate) -> Who:
    """ "The proprietor of the Electric Networks was arrested": a definite person that no word list knows is the one spoken of."""
    scene = cast.scene
    is_agent = candidate.hit.phrase.frame == "agent" and candidate.type in (CustodyType.RELEASED, CustodyType.HUNGER_STRIKE)
    if not is_agent and (candidate.group.voice is not Voice.PASSIVE or candidate.type not in _ONLY_OF_PERSONS):
        return Who()
    subject = find_subject(scene, candidate.group)
    opens = [scene.units[i].low for i in range(subject.first, min(subject.stop, subject.first + 3))]
    if subject.heads or subject.noun is not None or not any(w in ("the", "this", "our") for w in opens):
        return Who()
    if subject.stop > subject.first and re.search(r"[^s']s$", scene.units[subject.stop - 1].low):
        return Who()  # "the strangers went home": several, whoever they are
    focus = focus_person(cast, candidate.trigger)
    return Who((focus,), None, "the person spoken of") if focus is not None else Who()


def unknown_object(cast: Cast, candidate: Candidate) -> Who:
    """ "A court jails a street-food vendor": whom a court convicts or sentences is a person, also one that no word list knows."""
    scene, group = cast.scene, candidate.group
    if group.voice is not Voice.ACTIVE or candidate.type not in (CustodyType.SENTENCED, CustodyType.CONVICTED, CustodyType.ACQUITTED):
        return Who()
    i, stop = group.anchor + 1, scene.bounds[scene.units[group.anchor].sentence][1]
    if scene.units[group.anchor].sentence > 1 or i + 1 >= stop or scene.units[i].kind is not UnitKind.WORD or not court_acts(scene, group):
        return Who()
    if scene.units[i].low in ("a", "an") or (
        candidate.hit.phrase.words.startswith(("^sentence", "^jail")) and scene.units[i].low.isalpha()
    ):
        focus = focus_person(cast, candidate.trigger)
        return Who((focus,), None, "the person spoken of") if focus is not None else Who()
    return Who()


def unnamed_recipient(cast: Cast, candidate: Candidate) -> Who:
    """ "A criminal court hands down 15 years": no recipient is named; it is the person of the line, or the one spoken of."""
    if "penal" not in candidate.hit.phrase.needs or candidate.group.voice is not Voice.ACTIVE:
        return Who()
    if not is_penal(cast, candidate):
        return Who()
    persons = line_persons(cast).get(cast.scene.units[candidate.trigger].sentence, ())
    return Who(persons, None, "the person of the line") if persons else Who()


def granted_to(cast: Cast, candidate: Candidate) -> Who:
    """ "Granted amnesty to 268 people", "granted his pardon, on 29 July, to 1,512 persons": those behind "to"."""
    if not candidate.hit.phrase.words.startswith("^grant"):
        return Who()
    scene, i = cast.scene, candidate.hit.last + 1
    stop = scene.bounds[scene.units[candidate.hit.last].sentence][1]
    while i < stop and (scene.units[i].low in (",", "on") or scene.units[i].kind is UnitKind.DATE):
        i += 1
    return resolve_group(cast, find_object(scene, i + 1)) if i + 1 < stop and scene.units[i].low == "to" else Who()


def recipient_behind(cast: Cast, candidate: Candidate) -> Who:
    """ "assigned to X four years", "gave five years to X", "condemned to two years of prison the bishop X": the person behind the penalty."""
    scene = cast.scene
    if "penal" not in candidate.hit.phrase.needs or candidate.group.voice is Voice.PASSIVE or not is_penal(cast, candidate):
        return Who()
    stop = scene.bounds[scene.units[candidate.trigger].sentence][1]
    for i in range(candidate.hit.first + 1, stop):
        unit = scene.units[i]
        if unit.low in (";", ":") or (is_finite(scene, i) and i > candidate.hit.last + 1):
            return Who()
        if unit.low in ("former", "latter") and is_person_noun(scene, unit):
            return resolve_noun(cast, i)
        if scene.is_person(unit) and scene.units[i - 1].low not in ("by", "of", "with", "from"):
            return resolve_group(cast, find_object(scene, i))
    return Who()


def holder_of_penalty(cast: Cast, candidate: Candidate) -> Who:
    """ "X: 25 years, imposed in April", "for X the judges let stand the five years that the court imposed": whose penalty it is."""
    scene = cast.scene
    whole = "reduction" in candidate.hit.phrase.needs
    if not whole and ("penal" not in candidate.hit.phrase.needs or not penalty_before(scene, candidate)):
        return Who()
    first = scene.bounds[scene.units[candidate.trigger].sentence][0]
    named = [u.of for u in scene.units[first : candidate.group.first] if u.form is MentionForm.NAME and scene.is_person(u)]
    named = [p for p in named if not is_never_held(scene, p)]
    return Who((named[-1],), None, "the person spoken of") if named else Who()


def subject_of_order(cast: Cast, candidate: Candidate) -> Who:
    """ "Ordered that they be held in pre-trial detention": the subject of what is ordered."""
    scene, that = cast.scene, candidate.group.anchor + 1
    stop = scene.bounds[scene.units[candidate.trigger].sentence][1]
    if candidate.group.voice is not Voice.ACTIVE or that + 1 >= stop or scene.units[that].low != "that":
        return Who()
    verb = next(
        (j for j in range(that + 1, min(stop, that + 12)) if is_finite(scene, j) or scene.units[j].low in ("be", "remain", "stay")), None
    )
    return resolve_group(cast, read_group(scene, that + 1, verb)) if verb is not None else Who()


def of_the_clause_before(cast: Cast, candidate: Candidate) -> Who:
    """ "X was remanded for 12 days; the order was renewed", "a judge gave them 50 years; the appeal was dismissed": whom the sentence told of."""
    scene = cast.scene
    first = scene.bounds[scene.units[candidate.trigger].sentence][0]
    told = [(place, persons) for place, persons in cast.events if first <= place < candidate.group.first and persons]
    if not told:
        return Who()
    place, persons = max(told)
    between = scene.units[place + 1 : candidate.group.first]
    if any(u.form is MentionForm.NAME and scene.is_person(u) and u.of not in persons for u in between):
        return Who()
    return Who(persons, None, "the event before")


def spoken_of(cast: Cast, candidate: Candidate) -> Who:
    """Nobody is named with the event: those for whom the sentence before asks, else the person that the text is speaking of."""
    scene = cast.scene
    number = scene.units[candidate.trigger].sentence
    if candidate.type is CustodyType.APPEAL_REJECTED and number:
        first, stop = scene.bounds[number - 1]
        asks = any(
            scene.units[i].low in ("asked", "appealed", "appeal", "motion", "petition", "complaint", "requested", "sought")
            for i in range(first, stop)
        )
        asked = [u.of for u in scene.units[first:stop] if scene.is_person(u) and scene.entities[u.of].is_named]
        asked = [p for p in dict.fromkeys(asked) if not is_never_held(scene, p)]
        if asks and asked:
            return Who(tuple(asked), None, "those for whom it was asked")
    if (unnamed := _unnamed_in_sentence(cast, candidate)) is not None:
        return unnamed
    if (several := _all_told_before(cast, candidate)).is_someone:
        return several
    acting = [scene.units[i].of for i in find_subject(scene, candidate.group).heads]
    focus = focus_person(cast, candidate.trigger, but=acting[0] if acting else -1)
    return Who((focus,), None, "the person spoken of") if focus is not None else Who()


def _unnamed_in_sentence(cast: Cast, candidate: Candidate) -> Who | None:
    """ "The other five were freed after signing pledges": those of the same sentence, whom nobody names."""
    scene = cast.scene
    first = scene.bounds[scene.units[candidate.trigger].sentence][0]
    here = [(place, count) for place, count in cast.unnamed if first <= place < candidate.hit.first]
    if not here or any(max(here)[0] < place < candidate.hit.first for place, persons in cast.events if persons):
        return None
    return Who((), max(here)[1], "a group without names", is_group=True)


_JUDGED: Final = frozenset({"judgment", "judgement", "verdict", "verdicts", "ruling", "sentences", "convictions", "charges", "terms"})


def _all_told_before(cast: Cast, candidate: Candidate) -> Who:
    """ "The court found all four guilty. The Court of Appeal upheld the judgment": those whom it judged, within two sentences."""
    scene, number = cast.scene, cast.scene.units[candidate.trigger].sentence
    if not any(scene.units[i].low in _JUDGED for i in candidate.hit.units):
        return Who()
    near = [(p, persons) for p, persons in cast.events if p < candidate.trigger and number - scene.units[p].sentence <= 2 and persons]
    if not near or len(max(near)[1]) < 2:
        return Who()
    return Who(max(near)[1], None, "the event before")


def whose_file(cast: Cast, candidate: Candidate) -> Who:
    """ "Sentence: five years" in a file about one person."""
    if candidate.hit.phrase.needs.isdisjoint(("label", "ofaday")):
        return Who()
    who = elliptic_subject(cast, candidate)
    return who if who.is_someone else spoken_of(cast, candidate)


def noun_of_a_day(cast: Cast, candidate: Candidate) -> Who:
    """ "The detention of 6 May was his third": of whom the text tells, where nothing else stands by the noun."""
    scene, last = cast.scene, candidate.hit.last
    behind = scene.units[last + 1 : last + 3]
    first = candidate.hit.first
    if "told" not in candidate.hit.phrase.needs or not first or scene.units[first - 1].low != "the":
        return Who()
    if [u.low for u in behind[:1]] not in (["of"], ["on"]) or len(behind) < 2 or behind[1].kind is not UnitKind.DATE:
        return Who()
    focus = focus_person(cast, candidate.trigger)
    return Who((focus,), None, "the person spoken of") if focus is not None else Who()


_ONLY_OF_PERSONS: Final = frozenset(
    {CustodyType.DETAINED, CustodyType.ARRESTED, CustodyType.REMANDED, CustodyType.SENTENCED, CustodyType.CONVICTED, CustodyType.PARDONED}
)
_Link = Callable[[Cast, Candidate], Who]
LINKS: Final[dict[str, tuple[_Link, ...]]] = {
    "patient": (
        one_of_those,
        heads_a_list,
        granted_to,
        object_of_active,
        antecedent_of_whom,
        named_behind_colon,
        subject_of_passive,
        subject_behind,
        after_inverted_verb,
        recipient_behind,
        of_the_verb_before,
        elliptic_subject,
        unknown_subject,
        unknown_object,
        holder_of_penalty,
        unnamed_recipient,
    ),
    "agent": (subject_of_active, of_the_verb_before, elliptic_subject, unknown_subject),
    "noun": (beside_the_noun, whose_file, noun_of_a_day),
    "matter": (
        subject_of_order,
        beside_the_noun,
        holder_of_penalty,
        object_of_active,
        passive_person,
        of_the_clause_before,
        spoken_of,
    ),
}


def listed_under(cast: Cast, sentence: int) -> tuple[int, ...]:
    """The persons of the list that stands under this sentence or under the next one ("Among them:")."""
    scene = cast.scene
    if any(sentence in item_list.items for item_list in cast.lists):
        return ()
    for item_list in cast.lists:
        if item_list.heading is not None and sentence <= item_list.heading <= sentence + 1:
            found = next((e for e in cast.enumerations if e.first == scene.bounds[item_list.items[0]][0]), None)
            if found is not None:
                return found.persons
    return ()


def _told_most_of(cast: Cast) -> int | None:
    """Whom the text speaks of at its head; of several in custody the one whom it names most, the first of them unless it names them side by side."""
    scene = cast.scene
    named = {p: [i for i in scene.places.get(p, ()) if scene.units[i].form is MentionForm.NAME] for p in cast.held}
    told = [p for p, places in named.items() if places and not is_never_held(scene, p)]
    if len(told) < 2:
        return focus_person(cast, 0)
    first, second = sorted(told, key=lambda p: (-len(named[p]), named[p][0]))[:2]
    is_beside = any(first in e.persons and second in e.persons for e in cast.enumerations)
    return focus_person(cast, 0) if is_beside and len(named[first]) == len(named[second]) else first


def line_persons(cast: Cast) -> dict[int, tuple[int, ...]]:
    """For lines without a subject of their own, whom they are about: who opens the line, else whose entry it stands in, else the protagonist.

    In a text whose lines are opened by several people nobody else is meant where it is not clear whose line it is.
    """
    scene = cast.scene
    openers = find_openers(scene)
    whole = _told_most_of(cast) if scene.units else None
    is_roll = len({persons for persons, _ in openers.values()}) > 2
    out: dict[int, tuple[int, ...]] = {}
    here: tuple[tuple[int, ...], bool] | None = None
    for number in range(len(scene.bounds)):
        if number in openers:
            here = openers[number]
        elif here is not None and not here[1] and begins_line(scene, number):
            here = None
        if here is not None:
            out[number] = here[0]
        elif whole is not None and not is_roll:
            out[number] = (whole,)
    return out
