"""Whom may a custody event have befallen, and what speaks for and against each set of people?"""

from __future__ import annotations

import math
import re
from collections.abc import Callable, Sequence
from typing import Final

from habeas.case.vocabulary import CustodyType, MentionForm
from habeas.languages.english import ENGLISH
from habeas.read.cast import Cast, is_never_held
from habeas.read.clauses import find_object, find_subject
from habeas.read.custody_candidates import RELIEF, Candidate, Proposal
from habeas.read.custody_links import LISTED_UNDER, named_in_passing, whose_are_meant
from habeas.read.custody_signs import Weighing
from habeas.read.ellipsis import end_of_chain
from habeas.read.genders import may_be
from habeas.read.grammar import words_of
from habeas.read.group_signs import Group, is_between, last_named, mean, share, tie_signs
from habeas.read.left_out import rulers
from habeas.read.numbers import number_value
from habeas.read.person_spoken_of import named_in_relative
from habeas.read.scales import log_odds
from habeas.read.scene import Scene, Unit, UnitKind, once_a_scene
from habeas.read.verb_groups import Voice, is_finite
from habeas.read.weighed_events import LINKED, each_once, mentions_of
from habeas.read.word_signs import known_by_text, number_signs, words_around

_LATELY: Final = 80  # units before the sentence in which the last person named may be who is spoken of


def options_of(weighing: Weighing, proposal: Proposal) -> list[Group]:
    """The sets of people whom the event may have befallen: whom the rules say, whom the encoder ties, each person, each list, and nobody named."""
    tied, who, befallen = weighing.ties(proposal), proposal.candidate.who, weighing.patients(proposal)
    if who.how == LISTED_UNDER:
        return [who.persons]  # "Those freed this morning:"
    if who.how == "mention without a name" and _is_another_case(weighing.scene, proposal.candidate.trigger):
        return [who.persons]  # "In a separate case, a man in Grozny got three years"
    if who.how == "mention without a name" and proposal.candidate.type in RELIEF and proposal.candidate.group.voice is Voice.REDUCED:
        return [who.persons]  # "charged over a meeting with a colleague released from jail"
    if proposal.candidate.group.voice is Voice.REDUCED and who.how == "a group without names" and _is_anybody(weighing.scene, proposal):
        return [who.persons]  # "interviewed people arrested in May"
    sets = [
        who.persons,
        *((i,) for i in weighing.named),
        tuple(sorted(i for i, p in tied.items() if p >= LINKED)),
        befallen.taken if befallen is not None else (),
        *(e.persons for e in weighing.cast.enumerations if len(e.persons) > 1),
        (),
    ]
    others = _befalls_others(weighing.scene, proposal)
    sets = [who.persons, *(s for s in sets if not any(others(i) for i in s))]
    if who.is_group and who.count is not None:
        if _is_of_them(weighing.scene, proposal.candidate) or _are_others(weighing.scene, proposal.candidate):
            return [who.persons]  # "house arrest for four of them": which, nobody says; "two more got three years": none of those told of
        sets = [who.persons, *(s for s in sets if len(s) <= who.count and all(_may_be_held(weighing.cast, i) for i in s))]
        if who.count >= _MANY:
            sets = [s for s in sets if len(s) != 1 or _is_named_in_sentence(weighing.scene, s[0], proposal.candidate.trigger)]
    return each_once(sets)


def _is_anybody(scene: Scene, proposal: Proposal) -> bool:
    """True for "people", "journalists" right in front of the participle, with no word that says which, behind the verb of the sentence."""
    noun = proposal.candidate.group.first - 1
    unit = scene.units[noun]
    first = scene.bounds[unit.sentence][0]
    if not any(is_finite(scene, i) for i in range(first, noun)):
        return False  # the headline "Marchers jailed for years"
    before = scene.units[noun - 1].low
    words = unit.low.split()
    is_some = number_value(before) is None and number_value(words[0]) is None and _DEFINING.isdisjoint((before, *words))
    return is_some and words[-1] in words_of(scene.language, "many", "person_nouns")


def _is_of_them(scene: Scene, candidate: Candidate) -> bool:
    """True if "of them" stands near the words of the candidate, in its sentence."""
    first, stop = scene.bounds[scene.units[candidate.trigger].sentence]
    near = [u.low for u in scene.units[max(first, candidate.hit.first - _NEAR) : min(stop, candidate.hit.last + _NEAR)]]
    return any(near[i : i + 2] == ["of", "them"] for i in range(len(near) - 1))


_NEAR: Final = 8  # units


_MANY: Final = 3  # people: of so many one alone is meant only where the text names that one with them


def _is_named_in_sentence(scene: Scene, person: int, trigger: int) -> bool:
    """True if the sentence names the person."""
    first, stop = scene.bounds[scene.units[trigger].sentence]
    return any(first <= i < stop and scene.units[i].form is MentionForm.NAME for i in scene.places.get(person, ()))


def _are_others(scene: Scene, candidate: Candidate) -> bool:
    """True for "two more", "five others", "another 30 people" as the subject or the object: people beside those who are named."""
    group = candidate.group
    found = (
        find_object(scene, group.anchor + 1)
        if group.voice is Voice.ACTIVE and candidate.hit.phrase.frame != "agent"
        else find_subject(scene, group)
    )
    words = [w for u in scene.units[found.first : found.stop] for w in u.low.split()][:_NEAR]
    behind = words[1:2] if words and (number_value(words[0]) is not None or words[0] in _SO_MANY) else []
    if scene.units[candidate.trigger].sentence < _FIRST and behind != ["more"]:
        return False  # "acquitted two others" at the head: whom the text names below
    return behind in (["more"], ["others"], ["other"]) or (
        words[:1] == ["another"] and number_value(words[1] if words[1:] else "") is not None
    )


_FIRST: Final = 2  # sentences: the headline and the first


def _may_be_held(cast: Cast, person: int) -> bool:
    return person in cast.befallen or not is_never_held(cast.scene, person)


_WRONGING: Final = frozenset(
    "murdering killing attacking assaulting insulting defaming slandering beating threatening stabbing shooting poisoning".split()
)
_TITLE_REACH: Final = 4  # units between "murdering" and the name: "the service's officer"


def _befalls_others(scene: Scene, proposal: Proposal) -> Callable[[int], bool]:
    """Asks of a person whether the words around the event say that it befell others: whom they leave out, who does it, to whom the convicted did wrong."""
    candidate = proposal.candidate
    out = (
        named_in_passing(scene, candidate)
        | _wronged(scene, candidate)
        | {_acts_on_another(scene, candidate), _whose_it_was(scene, candidate), _whose_relative(scene, candidate)}
        | _told_before_another(scene, candidate)
        | _told_before_some(scene, candidate)
        | whose_are_meant(scene, candidate)
        | _met_meanwhile(scene, candidate)
        | _tells_which(scene, candidate)
        | _named_aside(scene, candidate)
        | _named_before_others(scene, candidate)
        | rulers(scene)
    )
    if candidate.type in RELIEF and candidate.who.is_group:
        out |= _still_held(scene)
    is_doubtful = candidate.type is CustodyType.ILL_TREATED and bool(proposal.objection)  # the officer who was slapped
    return lambda person: person in out or (is_doubtful and is_never_held(scene, person))


def _named_aside(scene: Scene, candidate: Candidate) -> set[int]:
    """Y in "X, arrested in May together with Y, was given two years": what commas set apart behind the one named tells of others."""
    group = candidate.group
    heads = find_subject(scene, group).heads
    edge = heads[-1] + 1 if len(heads) == 1 else group.first
    is_participle = group.voice is Voice.REDUCED and scene.units[group.first].low not in _GETS
    if is_participle or edge + 2 >= group.first or not scene.units[edge].low == scene.units[group.first - 1].low == ",":
        return set()
    subject, opens = scene.units[heads[-1]], scene.units[edge + 1]
    if subject.form is not MentionForm.NAME or opens.kind is not UnitKind.WORD or opens.low in _TOGETHER:
        return set()
    if scene.has_any(opens, ("conjunction", "determiner")):
        return set()
    aside = [u for u in scene.units[edge + 1 : group.first] if scene.is_person(u)]
    return {u.of for u in aside if u.form is MentionForm.NAME} - {subject.of}


_GETS: Final = frozenset("got gets received receives".split())
_TOGETHER: Final = frozenset("along alongside as including like together with".split())  # "X, along with Y, was jailed"


def _tells_which(scene: Scene, candidate: Candidate) -> set[int]:
    """X in "the officer who beat X was charged", where nobody else is named: by whom the text only tells which officer it was."""
    subject = find_subject(scene, candidate.group)
    nouns = {i for i in (*subject.heads, subject.noun) if i is not None}
    if any(scene.units[i].form is MentionForm.NAME for i in nouns):
        return set()
    return {person for i in nouns for person in named_in_relative(scene, i)}


def _named_before_others(scene: Scene, candidate: Candidate) -> frozenset[int]:
    """Whom the text names before "in March police detained about a dozen journalists", not only at its head: people who are first told of there are others."""
    if not _are_first_told_of(scene, candidate):
        return frozenset()
    here, stop = scene.bounds[scene.units[candidate.trigger].sentence]
    there = {person for person, first in _first_named(scene).items() if first < here}
    return frozenset(there - {u.of for u in scene.units[here:stop] if u.form is MentionForm.NAME})


@once_a_scene
def _first_named(scene: Scene) -> dict[int, int]:
    """The unit with which the text below its headlines first names each person."""
    out: dict[int, int] = {}
    for i in range(_body(scene), len(scene.units)):
        if scene.units[i].form is MentionForm.NAME and scene.is_person(scene.units[i]):
            out.setdefault(scene.units[i].of, i)
    return out


@once_a_scene
def _body(scene: Scene) -> int:
    """The unit with which the text begins below its headlines, which end without a full stop and may name whom the lede only counts."""
    spans = [s.span for s in scene.document.sentences]
    number = next((n for n, span in enumerate(spans) if scene.text[span.stop - 1] in ".!?”\"'’)"), 0)
    return scene.bounds[number][0] if spans else 0


def _are_first_told_of(scene: Scene, candidate: Candidate) -> bool:
    """True for "a dozen journalists", "at least three lawyers", "several students" whom the event befalls: so many, and no word says which."""
    group, who = candidate.group, candidate.who
    if not who.is_group or who.persons or who.how != "a group without names" or candidate.hit.phrase.frame != "patient":
        return False
    found = find_object(scene, group.anchor + 1) if group.voice is Voice.ACTIVE else find_subject(scene, group)
    noun = found.noun if found.noun is not None else next((i for i in found.heads if scene.units[i].form is MentionForm.NOMINAL), None)
    if noun is None:
        return False
    words = [w for u in scene.units[max(found.first, noun - _NEAR) : noun + 1] for w in u.low.split()]
    counted = any(number_value(w) is not None or w in _SO_MANY for w in words if w not in ("a", "an", "one"))
    return counted and _DEFINING.isdisjoint(w for w in words if w != "of")


_SO_MANY: Final = ENGLISH.group("whom_signs.so_many")


@once_a_scene
def _still_held(scene: Scene) -> frozenset[int]:
    """Whom sentences name of which they say that they are in prison: none of "30 people" whom the text tells to be freed without naming them."""
    out: set[int] = set()
    for number, (first, stop) in enumerate(scene.bounds):
        sentence = scene.document.sentences[number].span
        if _IN_PRISON.search(scene.text, sentence.start, sentence.stop) is not None:
            out.update(
                scene.units[i].of for i in range(first, stop) if scene.units[i].form is MentionForm.NAME and scene.is_person(scene.units[i])
            )
    return frozenset(out)


_IN_PRISON: Final = re.compile(
    r"\b(?:(?:are|is|remains?|still)\s(?:(?!\b(?:not|never|no)\b)[\w,-]+\s){0,5}?behind\sbars|still\s(?:in\s(?:prison|jail|custody|detention)|held|jailed|imprisoned|detained)"
    r"|remains?\s(?:in\s(?:prison|jail|custody|detention)|imprisoned|jailed|detained|incarcerated)|(?:is|are)\s(?:now\s)?serving)\b"
)


def _wronged(scene: Scene, candidate: Candidate) -> set[int]:
    """To whom others did wrong: X in "convicted of murdering X", "arrested two men over the killing of X"; not if that is what is told."""
    first, stop = scene.bounds[scene.units[candidate.trigger].sentence]
    out: set[int] = set()
    for i in range(first, stop):
        low = scene.units[i].low
        behind = low in _WRONGING and i > candidate.hit.last
        of = low in _WRONGS and i + 1 < stop and scene.units[i + 1].low in ("of", "on") and _is_another_wrong(scene, candidate, i)
        if behind or of:
            out |= _named_at_once(scene, i + 1 + of, min(stop, i + 1 + of + _TITLE_REACH))
    return out


def _met_meanwhile(scene: Scene, candidate: Candidate) -> set[int]:
    """Whom somebody was with when it befell him: X and Y in "was arrested while interviewing X, the mother of Y", up to the next verb."""
    first, stop = candidate.hit.last + 1, scene.bounds[scene.units[candidate.trigger].sentence][1]
    at = next((i for i in range(first, stop - 1) if scene.units[i].low in _MEANWHILE and _is_gerund(scene.units[i + 1])), None)
    if at is None or any(is_finite(scene, i) for i in range(first, at)):
        return set()
    end = next((i for i in range(at + 2, stop) if is_finite(scene, i) or scene.units[i].low in (";", ":")), stop)
    there = {u.of for u in scene.units[at + 2 : end] if u.form is MentionForm.NAME and scene.is_person(u)}
    return there - {u.of for u in scene.units[first:at] if scene.is_person(u)}


def _is_gerund(unit: Unit) -> bool:
    return unit.kind is UnitKind.WORD and unit.low.endswith("ing") and unit.low not in ("being", "having")


_MEANWHILE: Final = frozenset({"while", "when", "before"})


def _named_at_once(scene: Scene, first: int, stop: int) -> set[int]:
    """Who is named from here on, up to a mark or verb: "of the journalist X", with those joined to them: "X and Y"."""
    out: set[int] = set()
    for i in range(first, stop):
        if scene.units[i].kind is UnitKind.MARK or is_finite(scene, i):
            break
        if scene.is_person(scene.units[i]):
            end = scene.bounds[scene.units[i].sentence][1]
            out.update(scene.units[j].of for j in range(i, end_of_chain(scene, i, end) + 1) if scene.is_person(scene.units[j]))
    return out


def _is_another_wrong(scene: Scene, candidate: Candidate, noun: int) -> bool:
    """Whether the noun tells another wrong than the event: "arrested for the disappearance of X", not "the arrest and disappearance of X"."""
    if candidate.type in _OF_WRONGS:
        return False
    return noun < candidate.hit.first or any(scene.units[i].low in _FOR for i in range(candidate.hit.last + 1, noun))


_FOR: Final = frozenset("for over in with about after of to on".split())
_WRONGS: Final = ENGLISH.group("whom_signs.wrongs")
_OF_WRONGS: Final = frozenset({CustodyType.DIED, CustodyType.ILL_TREATED, CustodyType.EXECUTED})


def _whose_it_was(scene: Scene, candidate: Candidate) -> int | None:
    """X in "X's lawyer was also detained": it befell the lawyer."""
    if candidate.who.how != "mention without a name" or candidate.who.persons == ():
        return None
    for i in range(candidate.group.first - 1, scene.bounds[scene.units[candidate.group.anchor].sentence][0] + 1, -1):
        if scene.units[i].of in candidate.who.persons:
            is_owned = scene.units[i - 1].low in ("'s", "’s", "'") and scene.units[i - 2].form is MentionForm.NAME
            return scene.units[i - 2].of if is_owned else None
    return None


def _whose_relative(scene: Scene, candidate: Candidate) -> int | None:
    """Whom "his" means in "his wife was given a suspended sentence", "took his brother": it befell the wife."""
    noun = _noun_of(scene, candidate)
    if noun is None or _is_joined_or_speaks(scene, noun):
        return None
    start = scene.units[noun].span.start
    places = mentions_of(scene)
    owners = (places.starts == start) & (places.stops < scene.units[noun].span.stop)
    return next(iter(places.whose[owners].tolist()), None)


def _is_joined_or_speaks(scene: Scene, i: int) -> bool:
    """True for the noun of "X and her son were freed" and of "had been seized and, his wife said, hung by the wrists"."""
    behind = scene.units[i + 1] if i + 1 < len(scene.units) else None
    return (i > 0 and scene.has(scene.units[i - 1], "conjunction") and scene.units[i - 1].low in ("and", "&")) or (
        behind is not None and scene.has(behind, "speech_verb")
    )


def _told_before_another(scene: Scene, candidate: Candidate) -> set[int]:
    """All whom the text has named before "another man was set free", "a third accused got ten years", and below a lede before "a neighbour was beaten"."""
    unnamed = _noun_of(scene, candidate)
    if unnamed is None or candidate.who.how != "mention without a name":
        return set()
    words = scene.units[unnamed].low.split()
    is_new = words[0] in _OTHER or (words[0] == "a" and words[1:2] and words[1] in _OTHER)
    is_new = is_new or (words[0] == "the" and words[-1] not in words_of(scene.language, "kin", "person_nouns"))  # of "X, Y and a student"
    is_below = words[0] in ("a", "an") and scene.units[unnamed].sentence >= _LEDE and not _is_apposed_or_quoted(scene, unnamed)
    if not is_new and not is_below:
        return set()
    stop = unnamed if is_new else scene.bounds[scene.units[unnamed].sentence][0]
    return {scene.units[i].of for i in _names(scene) if i < stop}


@once_a_scene
def _names(scene: Scene) -> tuple[int, ...]:
    """The units that name a person."""
    return tuple(i for i, unit in enumerate(scene.units) if unit.form is MentionForm.NAME and scene.is_person(unit))


_LEDE: Final = 3  # sentences, the headline among them, whose "a monk" may be the one named elsewhere
_OTHER: Final = ENGLISH.group("whom_signs.other")


def _told_before_some(scene: Scene, candidate: Candidate) -> set[int]:
    """All whom the sentences before name, below a lede, where "two students were picked up", "police arrested nine marchers": these are others."""
    who, group = candidate.who, candidate.group
    sentence = scene.units[group.anchor].sentence
    if who.how != "a group without names" or who.count is None or sentence < _LEDE or candidate.hit.phrase.frame != "patient":
        return set()
    found = find_object(scene, group.anchor + 1) if group.voice is Voice.ACTIVE else find_subject(scene, group)
    noun = found.heads[0] if found.heads else found.noun
    if noun is None or not _is_some(scene, noun):
        return set()
    first, stop = scene.bounds[sentence]
    here = {scene.units[i].of for i in _names(scene) if first <= i < stop}
    return {scene.units[i].of for i in _names(scene) if i < first} - here


def _is_some(scene: Scene, noun: int) -> bool:
    """True for "two students", "nine women from Kumba"; not for "the two", "four of her colleagues", "all nine"."""
    first = scene.bounds[scene.units[noun].sentence][0]
    words = scene.units[noun].low.split()
    start = noun
    while len(words) < _GROUP and start > first and scene.units[start - 1].kind is UnitKind.WORD and not is_finite(scene, start - 1):
        start -= 1
        words = [*scene.units[start].low.split(), *words]
        if number_value(words[0]) is not None:
            break
    before = scene.units[start - 1].low.split()[-1] if start > first else ""
    return len(words) > 1 and number_value(words[0]) is not None and before not in _DEFINING and "of" not in words


_GROUP: Final = 5  # words
_DEFINING: Final = ENGLISH.group("whom_signs.defining")


def _is_apposed_or_quoted(scene: Scene, i: int) -> bool:
    """True for "a mediator" in "X, 58, a mediator who …, had been given 19 years" and in marks."""
    return i > 0 and scene.units[i - 1].kind is UnitKind.MARK


def _noun_of(scene: Scene, candidate: Candidate) -> int | None:
    """Where the noun stands, in the sentence of the candidate, that the rules take for the one it befell: "his wife", "a third accused"."""
    if candidate.who.how not in ("mention without a name", "mention") or len(candidate.who.persons) != 1:
        return None
    first, stop = scene.bounds[scene.units[candidate.group.anchor].sentence]
    places = [i for i in scene.places.get(candidate.who.persons[0], ()) if first <= i < stop]
    near = min(places, key=lambda i: abs(i - candidate.trigger), default=None)
    return near if near is not None and scene.units[near].form is MentionForm.NOMINAL else None


def _acts_on_another(scene: Scene, candidate: Candidate) -> int | None:
    """Who is named right before the verb in "it is reported that X slapped him": X does it to whoever stands behind."""
    first, last = candidate.hit.first, candidate.hit.last
    stop = scene.bounds[scene.units[first].sentence][1]
    behind = {u.low for u in scene.units[first + 1 : min(stop, last + 2)]}  # the encoder may take the pronoun into the trigger
    if first == 0 or scene.units[first - 1].form is not MentionForm.NAME or behind.isdisjoint(("him", "her", "them")):
        return None
    return scene.units[first - 1].of


def _is_another_case(scene: Scene, at: int) -> bool:
    """True for a sentence that turns to another case: "Separately, …", "In another case, …"."""
    first, stop = scene.bounds[scene.units[at].sentence]
    words = [w for u in scene.units[first : min(stop, first + 4)] for w in u.low.split()]
    return words[:1] in (["separately"], ["elsewhere"]) or (words[:1] == ["in"] and not _ANOTHER.isdisjoint(words) and "case" in words)


_ANOTHER: Final = frozenset({"separate", "another", "different", "similar", "unrelated"})


def signs_of_whom(weighing: Weighing, proposal: Proposal, persons: Group) -> dict[str, float]:
    """What speaks for and against these as the people whom the event befell."""
    who, tied = proposal.candidate.who, weighing.ties(proposal)
    signs = {f"persons {min(3, len(persons))}": 1.0, **number_signs(weighing.scene, proposal.candidate.trigger, len(persons))}
    if who.count is not None:
        signs["as many as counted"] = float(len(persons) == who.count)
    if set(persons) == set(who.persons):
        signs |= {"by rule": 1.0, f"by rule as {who.how}": 1.0, f"by rule, frame {proposal.candidate.hit.phrase.frame}": 1.0}
        signs |= {f"by rule, voice {proposal.candidate.group.voice.value}": 1.0, "by rule, group": float(who.is_group)}
    else:
        signs[f"not {'a group' if who.is_group and not who.persons else who.how}"] = 1.0
    signs |= weighing.once(proposal, _of_the_event)
    if (befallen := weighing.patients(proposal)) is not None:
        signs |= befallen.signs(persons)
    if not persons:
        return {
            **signs,
            "nobody": 1.0,
            "nobody, surest tie": log_odds(max(tied.values(), default=0.0)),
            "nobody of some": float(bool(weighing.named)),
        }
    return {
        **signs,
        **tie_signs(tied, persons),
        **_known(weighing, proposal.candidate, persons),
        **_standing(weighing, proposal.candidate, persons),
        **known_by_text(weighing.scene, persons, proposal.candidate.trigger, tied),
        **_beside(weighing, proposal.candidate, persons),
        **weighing.meant.signs("person", proposal.span, persons, people_only=True),
    }


def _of_the_event(weighing: Weighing, proposal: Proposal) -> dict[str, float]:
    """What the event itself says of whom it may have befallen: its type and words, whether its verb is of one or of several."""
    candidate, scene = proposal.candidate, weighing.scene
    helpers = set(candidate.group.helpers)
    return {
        **words_around(scene, candidate.trigger, _OF_PEOPLE),
        f"is {candidate.type.value}": 1.0,
        f"frame {candidate.hit.phrase.frame}": 1.0,
        f"voice {candidate.group.voice.value}": 1.0,
        f"found as {candidate.who.how}": 1.0,
        "trigger": log_odds(weighing.signals.seen_at(proposal.span)[0]),
        "named": float(len(weighing.named)),
        "of several": float(not helpers.isdisjoint(("were", "are", "have"))),
        "of one": float(not helpers.isdisjoint(("was", "is", "has"))),
        "refused": float(bool(proposal.objection)),
        "by encoder": float(proposal.by_encoder),
        "count": float(candidate.who.count or 0),
    }


_OF_PEOPLE: Final = ENGLISH.group("whom_signs.of_people")


def _beside(weighing: Weighing, candidate: Candidate, persons: Group) -> dict[str, float]:
    """Whether they are put side by side somewhere, and whom rules name for what is proposed beside it, and of this type elsewhere."""
    lists = [set(e.persons) for e in weighing.cast.enumerations]
    signs = {"of a list": float(any(set(persons) <= whole for whole in lists)), "a whole list": float(set(persons) in lists)}
    told = max(weighing.of_them[candidate.type, i].elsewhere(candidate.trigger)[1] for i in persons)
    near = [
        s
        for s in weighing.by_sentence[weighing.scene.units[candidate.trigger].sentence]
        if s.proposal.candidate.trigger != candidate.trigger and s.proposal.candidate.who.persons
    ]
    if told > -math.inf:
        signs["told of them elsewhere"] = told
    if near:
        surest = max(near, key=lambda s: s.seen)
        signs |= {"neighbour": surest.seen, "neighbour is theirs": float(set(surest.proposal.candidate.who.persons) == set(persons))}
    return signs


def _known(weighing: Weighing, candidate: Candidate, persons: Group) -> dict[str, float]:
    cast, scene = weighing.cast, weighing.scene
    says = cast.says(candidate.trigger)
    return {
        "known": share(i in cast.befallen for i in persons),
        "held": share(i in cast.held for i in persons),
        "often": mean([cast.befallen.get(i, 0) for i in persons]) ** 0.5,
        "never held": share(is_never_held(scene, i) for i in persons),
        "called a detainee": share("detainee" in scene.entities[i].roles for i in persons),
        "most told of": float(weighing.most_told_of in persons),
        "speaks": float(any(scene.entities[i].id == says for i in persons)),
        "another speaks": float(says is not None and all(scene.entities[i].id != says for i in persons)),
    }


def _standing(weighing: Weighing, candidate: Candidate, persons: Group) -> dict[str, float]:
    """Where the text speaks of them: in this sentence, before or behind the words, by name, in the sentence before."""
    scene, at = weighing.scene, candidate.trigger
    number = scene.units[at].sentence
    first, stop = scene.bounds[number]
    before = scene.bounds[number - 1][0] if number else first
    nearest = min(((abs(u - at), u >= at) for i in persons for u in scene.places.get(i, ()) if first <= u < stop), default=None)
    people = [scene.units[u] for u in range(first, stop) if scene.is_person(scene.units[u])]
    signs = {
        "here": share(is_between(scene, i, first, stop) for i in persons),
        "named here": share(is_between(scene, i, first, stop, by_name=True) for i in persons),
        "in the sentence before": share(is_between(scene, i, before, first) for i in persons),
        "named before": share(is_between(scene, i, 0, at, by_name=True) for i in persons),
        "first here": float(bool(people) and people[0].of in persons),
        "last named": float(last_named(scene, first - _LATELY, at, people_only=True) in persons),
    }
    if nearest is not None:
        signs |= {"near": 1.0 / (1.0 + nearest[0] / 4.0), "behind" if nearest[1] else "before": 1.0}
    pronoun = _pronoun(scene.units[first:stop])
    return signs if pronoun is None else {**signs, "of that gender": share(may_be(scene.entities[i], pronoun) for i in persons)}


def _pronoun(units: Sequence[Unit]) -> str | None:
    return next((u.low for u in units if u.form is MentionForm.PRONOUN and u.low in ("he", "him", "his", "she", "her")), None)
