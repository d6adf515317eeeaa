"""Which custody events does the encoder see that no phrase of the word list tells, and what speaks against them?

Paraphrases and calques ("assigned to him four years", "was home by evening") are beyond any list. What the encoder sees is proposed like what a phrase
tells, and weighed like it (custody_decisions); date, term, charge and court come by the same rules.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import Final

from habeas.case.passage import Span
from habeas.case.vocabulary import CustodyType, MentionForm
from habeas.read.cast import Cast, Who, is_never_held
from habeas.read.clauses import find_object, find_subject
from habeas.read.custody_candidates import Candidate, Proposal
from habeas.read.custody_strikes import OUTRIGHT, STRIKES, struck_by
from habeas.read.grammar import words_of
from habeas.read.left_out import left_out
from habeas.read.noun_groups import is_person_noun
from habeas.read.numbers import number_value
from habeas.read.persons_of_event import resolve_group
from habeas.read.realis import asked, decide_realis
from habeas.read.scene import Scene, UnitKind
from habeas.read.signals import Signals
from habeas.read.terms import is_time_served
from habeas.read.verb_groups import VerbGroup, Voice, without_verb
from habeas.read.weighed_events import hit_of, tied, units_of

SEEN: Final = 0.15  # a trigger at all; below it nothing has ever weighed enough
OF_CUSTODY: Final = 0.1  # trigger times the likeliest type of custody


def proposed_by_encoder(cast: Cast, by_phrases: Sequence[Proposal], signals: Signals) -> list[Proposal]:
    """The events that the encoder sees where no phrase proposes one of that type, each with its persons and what speaks against it."""
    scene = cast.scene
    told = [p.candidate for p in by_phrases]
    taken = {u for c in told for u in c.hit.units}
    found: list[Proposal] = []
    for marked in signals.trigger_spans(SEEN):
        units = units_of(scene, marked.span)
        name, probability = signals.likeliest_type("custody", marked.span)
        if not units or probability * marked.probability < OF_CUSTODY:
            continue
        type_ = CustodyType(name)
        if any(c.type is type_ and not set(c.hit.units).isdisjoint(units) for c in told):
            continue
        by_grammar = _by_grammar(cast, units)
        out = left_out(scene, scene.units[units[0]].sentence)
        persons = tuple(p for p in by_grammar or _persons(cast, signals, marked.span) if p not in out)
        how = "grammar" if by_grammar else "encoder" if persons else "nobody"
        group = without_verb(scene, units[0])
        seen = Candidate(hit_of(type_.value, "matter", units), type_, group, decide_realis(scene, group), Who(persons, None, how))
        objection = _objection(cast, seen, told) or ("another phrase" if not taken.isdisjoint(units) else "")
        found.append(Proposal(seen, marked.span, objection, by_encoder=True))
    return found


def _objection(cast: Cast, seen: Candidate, told: Sequence[Candidate]) -> str:
    """The name of the first rule that speaks against words that only the encoder takes for an event."""
    own = struck_by(OUTRIGHT, cast, seen) or next((name for name, speaks in AGAINST_ENCODER if speaks(cast, seen, told)), "")
    return own or struck_by(STRIKES, cast, seen)


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
    since = (
        first if scene.units[units[0]].low in _LENGTHENED else max(first, units[0] - 8)
    )  # "the term of the arrest of X, head of Y, has been extended"
    near = scene.units[since : min(stop, units[-1] + 8)]
    return all(_CUSTODY.isdisjoint(u.low.split()) for u in near)


_LENGTHENED: Final = frozenset({"extended", "prolonged", "renewed"})
_CUSTODY: Final = frozenset(
    "detention custody remand arrest imprisonment prison jail term sentence pre-trial pretrial measure days months isolator held".split()
)


def _is_read_as_more(seen: Candidate, told: Sequence[Candidate]) -> bool:
    """True for "sentenced to four months of pre-trial detention": the words behind make it a remand, whatever the verb alone says."""
    return any(
        c.type is not CustodyType(c.hit.phrase.type)
        and CustodyType(c.hit.phrase.type) is seen.type
        and not set(c.hit.units).isdisjoint(seen.hit.units)
        for c in told
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


def _tells_time_served(scene: Scene, units: tuple[int, ...]) -> bool:
    """True where the words begin with a length of time served."""
    unit = scene.units[units[0]]
    return unit.kind is UnitKind.TERM and is_time_served(scene.terms[unit.place])


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


def _is_no_trigger(scene: Scene, units: tuple[int, ...]) -> bool:
    """True for words that never tell an event: "pleaded guilty" is no conviction, and a "should not" alone is none."""
    if all(scene.has_any(scene.units[i], ("modal", "negation", "be", "have", "adverb")) for i in units):
        return True
    return any(scene.units[i].low in words_of(scene.language, "no_trigger", "settings") for i in units)


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


_Against = Callable[[Cast, Candidate, Sequence[Candidate]], bool]
# What speaks against words that only the encoder takes for an event, beside the rules that strike any; each says why.
AGAINST_ENCODER: Final[tuple[tuple[str, _Against], ...]] = (
    ("is_no_trigger", lambda cast, seen, _: _is_no_trigger(cast.scene, seen.hit.units)),
    ("is_of_unknown_name", lambda cast, seen, _: _is_of_unknown_name(cast.scene, seen.hit.first)),
    ("takes_a_thing", lambda cast, seen, _: _takes_a_thing(cast.scene, seen.hit.units, seen.who.persons)),
    ("is_time_served", lambda cast, seen, _: _tells_time_served(cast.scene, seen.hit.units)),
    ("is_of_a_number", lambda cast, seen, _: _is_of_a_number(cast.scene, seen.hit.units, seen.who.persons)),
    ("is_of_several", lambda cast, seen, _: _is_of_several(cast.scene, seen.hit.units, seen.who.persons)),
    ("befalls_their_side", lambda cast, seen, _: _befalls_their_side(cast.scene, seen.group)),
    (
        "continues_no_custody",
        lambda cast, seen, _: seen.type is CustodyType.DETENTION_EXTENDED and _continues_no_custody(cast.scene, seen.hit.units),
    ),
    ("is_read_as_more", lambda cast, seen, told: _is_read_as_more(seen, told)),
    ("is_part_of_another", lambda cast, seen, told: _is_part_of_another(cast.scene, seen.hit.units, told)),
    ("is_asked", lambda cast, seen, _: asked(cast.scene, replace(seen.group, voice=Voice.PASSIVE)) is not None),
)
