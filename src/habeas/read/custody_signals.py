"""Which custody events does the encoder see that no phrase of the word list tells?

Paraphrases and calques ("assigned to him four years", "was home by evening") are beyond any list. Where the encoder is sure of the words, the type and
the person, and no phrase stands there, its event becomes a candidate like the others; date, term, charge and court come by the same rules.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Final

from habeas.case.passage import Span
from habeas.case.vocabulary import TOLD, CustodyType, MentionForm
from habeas.read.cast import Cast, Who, is_never_held
from habeas.read.clauses import find_object, find_subject
from habeas.read.custody_candidates import RELIEF, Candidate
from habeas.read.custody_strikes import STRIKES
from habeas.read.genders import may_be
from habeas.read.grammar import words_of
from habeas.read.noun_groups import is_person_noun
from habeas.read.numbers import number_value
from habeas.read.patterns import telling_unit
from habeas.read.persons_of_event import resolve_group
from habeas.read.realis import asked, decide_realis
from habeas.read.scene import Scene, Unit, UnitKind
from habeas.read.signals import Signals
from habeas.read.verb_groups import VerbGroup, Voice, without_verb
from habeas.read.weighed_events import LINKED, NEAR, hit_of, tied, ties, units_of

LIKELY: Final = 0.2  # from here on what the text says besides can make it sure
SURE: Final = 0.5  # trigger times type: best on corpus/dev and practice together
RELIEVED: Final = 0.6  # an end of custody wrongly told is grave: the encoder must be surer, and the sentence speak of the person
# The gravest errors: for these a phrase of the list must stand in the text.
NEVER: Final = frozenset({CustodyType.DIED, CustodyType.EXECUTED})


def find_signalled(cast: Cast, candidates: Sequence[Candidate], phrases: Sequence[Candidate], signals: Signals) -> list[Candidate]:
    """The encoder's own events, each with its persons; none at the rules' events, nor where one of the `phrases` asks, denies or plans."""
    scene = cast.scene
    told_not = [p for p in phrases if p.standing.realis not in TOLD]
    taken = {u for c in (*candidates, *told_not) for u in c.hit.units}
    found: list[Candidate] = []
    for marked in signals.trigger_spans(0.25):
        units = units_of(scene, marked.span)
        if (
            not units
            or not taken.isdisjoint(units)
            or _is_no_trigger(scene, units)
            or (likely := _type_of(signals, marked.span, marked.probability)) is None
            or _is_of_unknown_name(scene, units[0])
        ):
            continue
        type_, sure = likely
        by_grammar = _by_grammar(cast, units)
        persons = by_grammar or _persons(cast, signals, marked.span)
        if sure < SURE and not (
            _is_corroborated(cast, units, type_, by_grammar, candidates)
            or (type_ in _TOLD_ANYHOW and _are_known_here(cast, units, type_, persons))
        ):
            continue
        if type_ in RELIEF and not _are_spoken_of(scene, units, persons):
            continue
        group = without_verb(scene, units[0])
        standing = decide_realis(scene, group)
        if (
            not persons
            or _takes_a_thing(scene, units, persons)
            or _is_of_a_number(scene, units, persons)
            or _is_of_several(scene, units, persons)
            or _acts_on_another(scene, units, persons)
            or _befalls_their_side(scene, group)
            or (type_ is CustodyType.DETENTION_EXTENDED and _continues_no_custody(scene, units))
            or standing.realis not in TOLD
            or _is_part_of_another(scene, units, candidates)
            or asked(scene, replace(group, voice=Voice.PASSIVE)) is not None
            or any(_is_told(scene, c, type_, persons, marked.span) for c in (*candidates, *found))
        ):
            continue
        seen = Candidate(hit_of(type_.value, "matter", units), type_, group, standing, Who(persons, None, "encoder"))
        if not any(rule(cast, seen) for rule in STRIKES):
            found.append(seen)
    return found


# Not "pronoun": whom it means is grammar's, and the encoder gave "She" to whoever stood nearest.
GUESSED: Final = frozenset({"the person spoken of", "mention without a name"})
SURER: Final = 0.3  # by so much the encoder's own tie must be stronger: over the corpus it is then right about four times as often
UNSEEN: Final = 0.12  # below it the encoder sees no custody at a rule's trigger: corpus/dev and train, all their near misses


def as_tied(cast: Cast, candidates: Sequence[Candidate], signals: Signals) -> list[Candidate]:
    """The candidates; where the rules only guess who is meant, and the encoder ties another person, that one."""
    return [
        _as_tied(cast, c, signals) if c.who.how in GUESSED and len(c.who.persons) == 1 and c.who.count is None else c for c in candidates
    ]


def _as_tied(cast: Cast, candidate: Candidate, signals: Signals) -> Candidate:
    scene = cast.scene
    if candidate.who.how == "mention without a name" and "relative" in scene.entities[candidate.who.persons[0]].roles:
        return candidate  # "my brother got six years"
    if candidate.who.how == "mention without a name" and _is_another_case(scene, candidate.trigger):
        return candidate  # "In a separate case, a man in Grozny got three years"
    if candidate.type in NEVER | RELIEF:
        return candidate  # "friends went home at night": an end of custody is not moved to somebody else
    trigger = scene.units[candidate.trigger].span
    scores = ties(scene, signals, "person", trigger, people_only=True, may_be_inside=True)
    best = max(scores, key=lambda i: scores[i], default=None)
    known = candidate.who.persons[0]
    if best is None or best == known or scores[best] < max(LINKED, scores.get(known, 0.0) + SURER):
        return candidate
    pronoun = scene.units[max(0, candidate.group.first - 1)].low
    if not _is_named_by(scene, best, candidate.trigger) and _is_named_by(scene, known, candidate.trigger):
        return candidate  # whom a later sentence brings in is not who is told of here
    if (is_never_held(scene, best) and best not in cast.befallen) or not may_be(scene.entities[best], pronoun):
        return candidate
    return replace(candidate, who=replace(candidate.who, persons=(best,), how="encoder"))


def _is_another_case(scene: Scene, at: int) -> bool:
    """True for a sentence that turns to another case: "Separately, …", "In another case, …"."""
    first, stop = scene.bounds[scene.units[at].sentence]
    words = [w for u in scene.units[first : min(stop, first + 4)] for w in u.low.split()]
    return words[:1] in (["separately"], ["elsewhere"]) or (words[:1] == ["in"] and not _ANOTHER.isdisjoint(words) and "case" in words)


_ANOTHER: Final = frozenset({"separate", "another", "different", "similar", "unrelated"})


# Types that one verb may tell ("arrested for two months", "taken to the prison"), and which the sentence around it decides.
_CONFUSED: Final = (
    frozenset({CustodyType.ARRESTED, CustodyType.DETAINED, CustodyType.REMANDED}),
    frozenset({CustodyType.SENTENCED, CustodyType.REMANDED}),
    frozenset({CustodyType.TRANSFERRED, CustodyType.REMANDED, CustodyType.DETAINED}),
    frozenset({CustodyType.REMANDED, CustodyType.DETENTION_EXTENDED}),
)
TYPED: Final = 0.6  # from here on the encoder's type goes before the rules'
UNTYPED: Final = 0.1  # if it sees theirs less than this


def of_the_type_seen(scene: Scene, candidates: Sequence[Candidate], signals: Signals) -> list[Candidate]:
    """The candidates; those of a type that is easily taken for another with the type that the encoder sees, where it is sure."""
    return [_of_the_type_seen(scene, c, signals) for c in candidates]


def _of_the_type_seen(scene: Scene, candidate: Candidate, signals: Signals) -> Candidate:
    others = {t for kin in _CONFUSED if candidate.type in kin for t in kin} - {candidate.type}
    if not others:
        return candidate
    span = scene.units[telling_unit(scene, candidate.hit)].span
    types = signals.trigger_probabilities(span)
    best = max(types, key=lambda t: types[t])
    if types[best] * signals.probability("trigger", span) < TYPED or types.get(f"custody:{candidate.type.value}", 0.0) >= UNTYPED:
        return candidate
    seen = next((t for t in others if best == f"custody:{t.value}"), None)
    return replace(candidate, type=seen) if seen is not None else candidate


def _is_named_by(scene: Scene, person: int, at: int) -> bool:
    """True if the text has named the person by the end of the sentence of unit `at`."""
    stop = scene.bounds[scene.units[at].sentence][1]
    return any(u.of == person and u.form is MentionForm.NAME for u in scene.units[:stop])


def _takes_a_thing(scene: Scene, units: tuple[int, ...], persons: tuple[int, ...]) -> bool:
    """True for "police removed the cordon", where none of the `persons` is spoken of in the sentence: the verb has another object."""
    first, stop = scene.bounds[scene.units[units[0]].sentence]
    behind = scene.units[units[-1] + 1 : min(stop, units[-1] + 7)]
    if (
        len(units) > 1
        or not behind
        or not scene.has(behind[0], "determiner")
        or any(scene.is_person(u) or is_person_noun(scene, u) for u in behind)
    ):
        return False
    return not any(u.of in persons for u in scene.units[first:stop])


def _continues_no_custody(scene: Scene, units: tuple[int, ...]) -> bool:
    """True for "the crackdown has continued": what goes on is no custody."""
    first, stop = scene.bounds[scene.units[units[0]].sentence]
    near = scene.units[max(first, units[0] - 8) : min(stop, units[-1] + 8)]
    return all(_CUSTODY.isdisjoint(u.low.split()) for u in near)


_CUSTODY: Final = frozenset(
    "detention custody remand arrest imprisonment prison jail term sentence pre-trial pretrial measure days months isolator held".split()
)


def _befalls_their_side(scene: Scene, group: VerbGroup) -> bool:
    """True for "his lawyers were denied access": what befalls a lawyer or relative befalls nobody in custody."""
    if not group.helpers or group.first == 0:
        return False
    before = scene.units[group.first - 1]
    return before.form is not MentionForm.NAME and before.low.split()[-1] in _THEIR_SIDE


_THEIR_SIDE: Final = frozenset(
    "lawyer lawyers attorney attorneys counsel relatives family families wife husband mother father parents son daughter sister brother".split()
)


def _acts_on_another(scene: Scene, units: tuple[int, ...], persons: tuple[int, ...]) -> bool:
    """True for "it is reported that X slapped him": X, named right before the verb, does it to whoever stands behind."""
    before, stop = scene.units[units[0] - 1], scene.bounds[scene.units[units[0]].sentence][1]
    acts = units[0] > 0 and before.form is MentionForm.NAME and persons == (before.of,)
    behind = {u.low for u in scene.units[units[0] + 1 : min(stop, units[-1] + 2)]}  # the encoder may take the pronoun into the trigger
    return acts and not behind.isdisjoint(("him", "her", "them"))


def _is_of_a_number(scene: Scene, units: tuple[int, ...], persons: tuple[int, ...]) -> bool:
    """True for "the arrest of 16 journalists" in a sentence that names none of the `persons`: which of those told of, nobody says."""
    first, stop = scene.bounds[scene.units[units[0]].sentence]
    behind = [w for u in scene.units[units[-1] + 1 : min(stop, units[-1] + 3)] for w in u.low.split()]
    if behind[:1] != ["of"] or len(behind) < 2 or not (behind[1].isdigit() or number_value(behind[1])):
        return False
    return not any(u.of in persons for u in scene.units[first:stop])


def _is_of_several(scene: Scene, units: tuple[int, ...], persons: tuple[int, ...]) -> bool:
    """True for "Leaders of a news site are arrested" of one person whom the sentence does not speak of: a plural verb is of more than one."""
    first, stop = scene.bounds[scene.units[units[0]].sentence]
    before = {u.low for u in scene.units[max(first, units[0] - 2) : units[0]]}
    return len(persons) == 1 and not before.isdisjoint(("are", "were")) and not any(u.of in persons for u in scene.units[first:stop])


_PART: Final = 6  # units: "left unchanged the arrest of the human rights defender"


def _is_part_of_another(scene: Scene, units: tuple[int, ...], candidates: Sequence[Candidate]) -> bool:
    """True for the noun in "left unchanged the arrest of X", "extended his detention": what is decided about, told by the verb before."""
    at, noun = units[0], scene.units[units[0]]
    if noun.low not in words_of(scene.language, "custody_noun", "person_nouns"):
        return False
    return any(0 < at - max(c.hit.last, c.group.anchor) <= _PART and scene.units[c.trigger].sentence == noun.sentence for c in candidates)


def are_all_unseen(scene: Scene, candidates: Sequence[Candidate], signals: Signals) -> bool:
    """True if the encoder sees custody at none of the triggers: a match report or a film review that speaks in our verbs."""
    return all(_custody_at(signals, scene.units[c.trigger].span) < UNSEEN for c in candidates)


def _custody_at(signals: Signals, span: Span) -> float:
    types = signals.trigger_probabilities(span)
    return signals.probability("trigger", span) * sum(p for t, p in types.items() if t.startswith("custody:"))


def _is_no_trigger(scene: Scene, units: tuple[int, ...]) -> bool:
    """True for words that never tell an event: "pleaded guilty" is no conviction, and a "should not" alone is none."""
    if all(scene.has_any(scene.units[i], ("modal", "negation", "be", "have", "adverb")) for i in units):
        return True
    return any(scene.units[i].low in words_of(scene.language, "no_trigger", "settings") for i in units)


def _type_of(signals: Signals, span: Span, probability: float) -> tuple[CustodyType, float] | None:
    """The likeliest type and how sure it is, if it is one of custody, told as a fact, and likely enough."""
    types = signals.trigger_probabilities(span)
    best = max(types, key=lambda t: types[t])
    realis = signals.realis_probabilities(span)
    if not best.startswith("custody:") or types[best] * probability < LIKELY or max(realis, key=lambda r: realis[r]) not in TOLD:
        return None
    type_ = CustodyType(best.removeprefix("custody:"))
    sure = types[best] * probability
    return None if type_ in NEVER or (type_ in RELIEF and sure < RELIEVED) else (type_, sure)


_WITH_TERM: Final = frozenset({CustodyType.SENTENCED, CustodyType.REMANDED, CustodyType.DETENTION_EXTENDED})
_TOLD_ANYHOW: Final = frozenset(  # in more words than any list has, and seldom of somebody who is not held
    {CustodyType.ILL_TREATED, CustodyType.HUNGER_STRIKE, CustodyType.SENTENCE_REDUCED, CustodyType.HOUSE_ARREST}
)
_OF_HUNGER: Final = frozenset(
    "strike strikes hunger hunger-strike food meals eat eating eats fast fasting fasts starving drink drinking".split()
)
_HAVE_TERM: Final = _WITH_TERM | {CustodyType.APPEAL_REJECTED, CustodyType.SENTENCE_REDUCED}
_BY_AGENTS: Final = frozenset({CustodyType.DETAINED, CustodyType.ARRESTED, CustodyType.ILL_TREATED, CustodyType.TRANSFERRED})


def _is_corroborated(
    cast: Cast, units: tuple[int, ...], type_: CustodyType, persons: tuple[int, ...], candidates: Sequence[Candidate]
) -> bool:
    """True where the text itself speaks for an event of which the encoder is less than sure.

    A length that no other event has, right behind the words; or those who hold people as the doers, and somebody in custody to whom it is done.
    """
    scene = cast.scene
    first, stop = scene.bounds[scene.units[units[0]].sentence]
    if type_ in _WITH_TERM:
        near = range(units[0], min(stop, units[-1] + 8))
        asks = scene.units[units[0]].low in words_of(scene.language, "request_verb", "realis")
        return (
            not asks
            and any(scene.units[i].kind is UnitKind.TERM for i in near)
            and not any(first <= c.trigger < stop and c.type in _HAVE_TERM for c in candidates)
        )
    if type_ in _BY_AGENTS:
        words = words_of(scene.language, "outsiders", "settings")
        doers = any(not words.isdisjoint(scene.units[i].low.split()) for i in range(first, units[0]))
        return doers and bool(persons) and all(p in cast.befallen for p in persons)
    return False


def _is_of_unknown_name(scene: Scene, first: int) -> bool:
    """True for "Orwin was convicted" where nothing tells who Orwin is: it befell none of those whom the text knows."""
    i = first - 1
    start = scene.bounds[scene.units[first].sentence][0]
    while i > start and scene.has_any(scene.units[i], ("be", "have", "get", "adverb")):
        i -= 1
    unit = scene.units[i]
    if (
        i != start
        or i == first - 1
        or unit.kind is not UnitKind.WORD
        or not unit.low.isalpha()
        or not scene.text[unit.span.start].isupper()
    ):
        return False
    closed = ("pronoun", "determiner", "conjunction", "adverb", "number_word", "relative", "subordinator", "preposition")
    return not scene.has_any(unit, closed) and not is_person_noun(scene, unit)


def _by_grammar(cast: Cast, units: tuple[int, ...]) -> tuple[int, ...]:
    """The named subject of a passive, or the object right behind the trigger: surer than the encoder's links."""
    scene = cast.scene
    group = without_verb(scene, units[0])
    stop = scene.bounds[scene.units[units[0]].sentence][1]
    if scene.has_any(scene.units[units[0] - 1], ("be", "get")) and group.first < units[0]:
        return resolve_group(cast, find_subject(scene, replace(group, voice=Voice.PASSIVE))).persons
    if units[-1] + 1 < stop and scene.is_person(scene.units[units[-1] + 1]):
        return resolve_group(cast, find_object(scene, units[-1] + 1)).persons
    return ()


def _persons(cast: Cast, signals: Signals, span: Span) -> tuple[int, ...]:
    """The person whom the encoder ties to the trigger most surely, and those whom the text puts side by side with that one."""
    found = [
        i
        for i in tied(cast.scene, signals, "person", span, people_only=True, may_be_inside=True)
        if i in cast.befallen or not is_never_held(cast.scene, i)
    ]
    beside = {p for e in cast.enumerations if found and found[0] in e.persons for p in e.persons}
    return tuple(p for p in found if p == found[0] or p in beside)


def _two_sentences(scene: Scene, i: int) -> tuple[Unit, ...]:
    """The units of the sentence of unit `i` and of the one before."""
    number = scene.units[i].sentence
    return scene.units[scene.bounds[max(0, number - 1)][0] : scene.bounds[number][1]]


def _are_known_here(cast: Cast, units: tuple[int, ...], type_: CustodyType, persons: tuple[int, ...]) -> bool:
    """True if something else befalls each of the persons in this text, and the sentence speaks of them; of a strike, if it speaks of food."""
    if type_ is CustodyType.HUNGER_STRIKE and all(_OF_HUNGER.isdisjoint(u.low.split()) for u in _two_sentences(cast.scene, units[0])):
        return False
    return all(p in cast.befallen for p in persons) and _are_spoken_of(cast.scene, units, persons)


def _are_spoken_of(scene: Scene, units: tuple[int, ...], persons: tuple[int, ...]) -> bool:
    """True if the sentence of the words speaks of each of the persons: an end of custody is given to nobody from afar."""
    first, stop = scene.bounds[scene.units[units[0]].sentence]
    here = {u.of for u in scene.units[first:stop]}
    return here.issuperset(persons)


def _is_told(scene: Scene, known: Candidate, type_: CustodyType, persons: tuple[int, ...], span: Span) -> bool:
    """True if a candidate of the same type is near, or is about one of the same persons."""
    if known.type is not type_:
        return False
    return scene.units[known.trigger].span.gap(span) <= NEAR or not set(known.who.persons).isdisjoint(persons)
