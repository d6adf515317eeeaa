"""What must hold where a phrase stands, so that it tells an action?"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Final

from habeas.case.vocabulary import ActionType, EntityKind, MentionForm
from habeas.languages.english import ENGLISH
from habeas.read.authorship import is_in_marks
from habeas.read.bodies import actors_of, acts_unnamed, named_actors, speaker_beside
from habeas.read.case_people import tells_of_custody
from habeas.read.cast import Cast
from habeas.read.clauses import find_subject
from habeas.read.doers import subject_of_saying
from habeas.read.grammar import verb_forms, words_of
from habeas.read.in_office import is_authority
from habeas.read.noun_groups import is_person_noun, read_group
from habeas.read.patterns import SURE, Hit, verb_of
from habeas.read.scene import Scene, UnitKind
from habeas.read.spokespeople import NOBODYS, body_of, spoken_for
from habeas.read.verb_groups import VerbGroup, Voice, is_finite


@dataclass(frozen=True, slots=True)
class Deed:
    """A phrase that may tell an action, with its verb."""

    hit: Hit
    type: ActionType
    group: VerbGroup


def _after(cast: Cast, deed: Deed, reach: int = 14) -> range:
    stop = cast.scene.bounds[cast.scene.units[deed.hit.last].sentence][1]
    return range(deed.hit.last + 1, min(stop, deed.hit.last + reach))


def _lows(cast: Cast, units: Sequence[int]) -> list[str]:
    return [w for i in units for w in cast.scene.units[i].low.split()]


def answers_critics(scene: Scene, first: int, is_state: bool) -> bool:
    """True if what is condemned is what critics say ("condemned the remarks about the verdict"), or, by a state, the critics themselves."""
    nouns = words_of(scene.language, "custody_noun", "person_nouns")
    stop = scene.bounds[scene.units[first - 1].sentence][1]
    for unit in scene.units[first:stop]:
        low = unit.low.split()[-1]
        if low in _REMARKS or (is_state and (low in _CRITICS or low in _HONOURS)):
            return True
        if low in nouns:
            return False
    return False


_REMARKS: Final = ENGLISH.group("actions.remarks")
_CRITICS: Final = ENGLISH.group("actions.critics")
_HONOURS: Final = ENGLISH.group("responses.honours")


def _judges_custody(cast: Cast, deed: Deed) -> bool:
    """True if what is judged is an arrest, a verdict, a raid, a person in custody: not a statement of critics."""
    scene = cast.scene
    against = scene.units[deed.hit.first].low == "in" or scene.has(scene.units[deed.hit.last], "preposition")
    verb = deed.hit.last if against else deed.group.anchor  # "in protest against", "protested, in a note, against"
    units = range(verb + 1, min(scene.bounds[scene.units[deed.hit.last].sentence][1], verb + 13))
    words = words_of(scene.language, "custody_noun", "person_nouns")
    if (told := told_before(cast, deed)) is not None:
        return any(low in words for low in _lows(cast, told))
    if _is_the_verdict_above(cast, deed, words):
        return True
    lows = _lows(cast, units)
    spoken = words_of(scene.language, "answered", "settings") - words
    if any(
        scene.units[i].kind is UnitKind.TERM and "to" in [u.low for u in scene.units[i - 2 : i]] for i in units
    ):  # "condemned to two years"
        return False
    if deed.hit.phrase.frame == "calling":  # the judgement itself does not count: "calls the role “a life sentence”"
        words -= {"measure", "measures", "step"}  # what is so called is as often a sanction
        lows = lows[: next((k for k, low in enumerate(lows) if low in '“«"‘'), len(lows))]
    for low in lows:
        if low in _REMARKS:
            return False
        if low in words:
            return True
        if low in spoken:
            return False
    if deed.hit.phrase.frame == "calling":  # who calls a person something judges no act
        return False
    return any(scene.units[i].of in cast.held for i in units if scene.units[i].of >= 0)


def _is_the_verdict_above(cast: Cast, deed: Deed, words: frozenset[str]) -> bool:
    """True for "condemned it" behind a sentence that tells of a verdict."""
    scene = cast.scene
    start, stop = scene.bounds[scene.units[deed.hit.first].sentence]
    after = deed.hit.last + 1
    if after >= stop or scene.units[after].low not in ("it", "them", "this") or start == 0:
        return False
    above = range(scene.bounds[scene.units[start - 1].sentence][0], start)
    if deed.hit.phrase.frame == "calling" and any(scene.units[i].low in '“”"«»' or scene.has(scene.units[i], "speech_verb") for i in above):
        return False  # "called this nonsense": what somebody else had said
    return any(w in words for w in _lows(cast, above)) or tells_of_custody(scene, scene.units[start - 1].sentence)


def _relative_before(cast: Cast, deed: Deed) -> range | None:
    """Of "X, whose seven-year term UN experts had condemned", the units of "X, whose seven-year term"; of "a step which X slammed", "a step"."""
    scene = cast.scene
    start = scene.bounds[scene.units[deed.hit.first].sentence][0]
    near = range(max(start, deed.group.first - 9), deed.group.first)
    relative = next((i for i in reversed(near) if scene.units[i].low in ("whose", "which", "that")), None)
    if relative is None or any(scene.units[i].low == "," for i in range(relative, deed.group.first)):
        return None
    if scene.units[relative].low == "whose":
        return range(max(start, relative - 3), min(relative + 5, deed.group.first))
    is_object = any(scene.units[i].of >= 0 for i in range(relative + 1, deed.group.first))  # "which X slammed", not "which slammed X"
    is_judged = not is_person_noun(scene, scene.units[relative - 1]) and scene.units[relative - 1].of < 0
    nouns = words_of(scene.language, "custody_noun", "person_nouns")
    before = range(max(start, relative - 5), relative)
    return before if is_object and is_judged and any(scene.units[i].low in nouns for i in before) else None


def told_before(cast: Cast, deed: Deed) -> range | None:
    """The units of what is judged where they stand before the verb: "the verdict was condemned by X", "the arrests drew criticism from Y"."""
    if deed.group.voice not in (Voice.PASSIVE, Voice.REDUCED) and deed.hit.phrase.frame != "drawing":
        return _relative_before(cast, deed) if deed.hit.phrase.frame == "judging" and len(deed.hit.units) == 1 else None
    found = verb_of(cast.scene, deed.hit)
    if found is None or found[0] != deed.group.anchor:
        return range(deed.hit.first + 1, deed.hit.last)  # "condemnation of the verdict came from X"
    subject = find_subject(cast.scene, deed.group)
    return range(subject.first, subject.stop)


def _is_evaluated(cast: Cast, deed: Deed) -> bool:
    """True if a judging word or words in quote marks follow: "called the term 'disproportionate'"."""
    words = words_of(cast.scene.language, "evaluation", "settings")
    lows = _lows(cast, _after(cast, deed))
    if not _PRAISE.isdisjoint(lows):
        return False
    return any(w in words or w in '“”«»"‘' for w in lows) or _is_called_something(cast, deed)


def _is_called_something(cast: Cast, deed: Deed) -> bool:
    """True for "described the ruling as vengeful": a body that is no authority gives it a name of its own."""
    scene = cast.scene
    nouns = words_of(scene.language, "custody_noun", "person_nouns")
    units = _after(cast, deed, 9)
    noun = next((i for i in units if scene.units[i].low.split()[-1] in nouns), None)
    if noun is None or scene.units[deed.hit.first].low not in _NAMING or not any(scene.units[i].low == "as" for i in units if i > noun):
        return False
    actors = actors_of(cast, deed.group)
    return bool(actors) and not any(is_authority(scene, a) for a in actors)


_NAMING: Final = frozenset[str]().union(
    *(verb_forms("en", v).all for v in ("describe", "brand", "label", "term", "characterise", "characterize", "qualify"))
)


_PRAISE: Final = ENGLISH.group("actions.praise")


def _has_prize(cast: Cast, deed: Deed) -> bool:
    words = words_of(cast.scene.language, "prize", "settings")
    stop = cast.scene.bounds[cast.scene.units[deed.hit.last].sentence][1]
    units = range(deed.group.anchor + 1, min(stop, deed.hit.last + 14))
    return any(w in words for w in _lows(cast, units))


def _is_imperative(cast: Cast, deed: Deed) -> bool:
    """True for "Free X!" at the head of a sentence or quote."""
    scene = cast.scene
    i = deed.hit.first
    at = deed.hit.last if scene.units[i].low in ("freedom", "liberty") else i
    first, stop = scene.bounds[scene.units[i].sentence]
    opens = (
        i == first
        or scene.units[i - 1].kind is UnitKind.MARK
        or (i <= first + 2 and scene.units[first].low in ("i", "ii", "iii", "iv", "a", "b", "c"))
        or scene.units[i - 1].low in ("please", "and", "immediately")
    )
    return (
        opens
        and at + 1 < stop
        and (scene.is_person(scene.units[at + 1]) or scene.units[at + 1].low in ("him", "her", "them", "all", "our", "the"))
    )


def _has_body(cast: Cast, deed: Deed) -> bool:
    """True if a body or person acts; a mere wish or fear of nobody is none."""
    return bool(actors_of(cast, deed.group) or speaker_beside(cast.scene, deed.hit.first) or acts_unnamed(cast.scene, deed.group))


def _is_prized(cast: Cast, deed: Deed) -> bool:
    """True if a prize is the subject: "The Courage Prize was awarded to X"."""
    prize = words_of(cast.scene.language, "prize", "settings")
    subject = find_subject(cast.scene, deed.group)
    return deed.group.voice is Voice.PASSIVE and any(w in prize for w in _lows(cast, range(subject.first, subject.stop)))


def _meets_held(cast: Cast, deed: Deed) -> bool:
    if deed.group.voice is Voice.PASSIVE:
        return any(cast.scene.units[i].of in cast.held for i in find_subject(cast.scene, deed.group).heads)
    return any(cast.scene.units[i].of in cast.held for i in _after(cast, deed, 5) if cast.scene.units[i].of >= 0)


def _is_about_held(cast: Cast, deed: Deed) -> bool:
    """True if those who are to go home are persons in custody, or a group or pronoun: "that the three go home", "should be at home"."""
    scene = cast.scene
    start = scene.bounds[scene.units[deed.hit.first].sentence][0] if deed.hit.phrase.frame == "freed" else deed.hit.first
    return any(_may_be_held(cast, i) or _counts_the_rest(scene, i) for i in range(start, deed.hit.last))


def _counts_the_rest(scene: Scene, i: int) -> bool:
    """True for the number of "the remaining 54", "the other nine"."""
    is_number = scene.units[i].low.isdigit() or scene.has(scene.units[i], "number_word")
    return is_number and i > 0 and scene.units[i - 1].low in ("remaining", "other")


def _may_be_held(cast: Cast, i: int) -> bool:
    unit = cast.scene.units[i]
    if unit.of in cast.held and unit.of >= 0:
        return True
    if unit.low in ("he", "she", "him"):
        return True  # of whom it is asked is not who is to be freed
    if unit.form is MentionForm.NAME:
        return cast.scene.is_person(unit) and not is_authority(cast.scene, unit.of)
    return is_person_noun(cast.scene, unit) and not (unit.of >= 0 and is_authority(cast.scene, unit.of))


def _is_public(cast: Cast, deed: Deed) -> bool:
    """True for the judgement of a body or of a public figure: what lawyers, relatives and the held call a verdict is their word only."""
    actors = actors_of(cast, deed.group)
    return any(a not in cast.held and NOBODYS.isdisjoint(cast.scene.entities[a].roles) for a in actors)


def _is_of_private_bodies(cast: Cast, deed: Deed) -> bool:
    """True if bodies that are no authority act, or who speaks for one: a ministry that rejects a verdict answers it."""
    return _are_private(cast, actors_of(cast, deed.group))


def _are_private(cast: Cast, actors: Sequence[int]) -> bool:
    bodies = [(a, _body_behind(cast.scene, a)) for a in actors]
    return bool(bodies) and all(
        not is_authority(cast.scene, b) if b is not None else _is_of_a_body(cast.scene, a) and not is_authority(cast.scene, a)
        for a, b in bodies
    )


def _body_behind(scene: Scene, actor: int) -> int | None:
    """The body that acts, or for which the person speaks, be it the Bar for "the Bar's president", whom no name tells."""
    if scene.entities[actor].kind is not EntityKind.PERSON:
        return actor
    body = body_of(scene, actor)
    return body if body is not None else spoken_for(scene, actor)


def declared_by(cast: Cast, hit: Hit) -> tuple[int, ...]:
    """X of "For X, the verdict is “a new low”", "The verdict was “a blow”, X said", where no words in marks hold the verdict itself."""
    scene = cast.scene
    if is_in_marks(scene, hit.first):
        return ()
    first = scene.bounds[scene.units[hit.first].sentence][0]
    opening = next((o for o in _IN_THEIR_VIEW if scene.words(first, first + len(o.split())).lower() == o), None)
    comma = next((i for i in range(hit.first - 1, first, -1) if scene.units[i].low == ","), None)
    if opening is not None and comma is not None:
        return named_actors(cast, read_group(scene, first + len(opening.split()), comma))
    said = subject_of_saying(scene, hit.last)
    return named_actors(cast, said) if said is not None and said.first > hit.last else ()


_IN_THEIR_VIEW: Final = ("for", "to", "according to", "in the words of", "in the view of", "in the eyes of", "in the opinion of")


def _is_declared(cast: Cast, deed: Deed) -> bool:
    """True if a body that is no authority says of a verdict or custody, in a clause without marks around it, that it is something bad."""
    scene, be = cast.scene, deed.hit.last
    between = range(deed.hit.first + 1, be)
    if any(is_finite(scene, i) or scene.units[i].low in (",", *_OPEN) for i in between):
        return False
    lows = _lows(cast, _after(cast, deed, 9))
    if not _NOT.isdisjoint(lows) or not _PRAISE.isdisjoint(lows) or not _are_private(cast, declared_by(cast, deed.hit)):
        return False
    judges = not words_of(scene.language, "evaluation", "settings").isdisjoint(lows)
    return judges or _is_a_name_in_marks(scene, be + 1)


def _is_no_finding(cast: Cast, deed: Deed) -> bool:
    """False for "the Working Group found that the detention was arbitrary": who looks into cases finds so, and condemns nothing."""
    names = (cast.scene.entities[a].name.lower() for a in actors_of(cast, deed.group))
    return not any(word in name for name in names for word in _INQUIRING)


_INQUIRING: Final = ("working group", "wgad", "committee", "commission", "tribunal", "ombuds")


def _is_outright(cast: Cast, deed: Deed) -> bool:
    """True for "rejected the sentence", "objected to his arrest": the object itself is what a court or the police did; not "to his release"."""
    scene = cast.scene
    for i in _after(cast, deed, 5):
        unit = scene.units[i]
        if unit.low.split()[-1] in _OUTRIGHT:
            return True
        if unit.kind is UnitKind.MARK and unit.low not in _OPEN:
            return False
        if scene.has_any(unit, ("preposition", "conjunction", "relative")) or is_finite(scene, i):
            return False
    return False


_OUTRIGHT: Final = ENGLISH.group("actions.outright")
_OPEN: Final = frozenset('“«"‘')


def _is_predicated(cast: Cast, deed: Deed) -> bool:
    """True for "considers that the detention is arbitrary", "said the trial had been “a waste”": what is judged is a case, and the judgement is bad.

    A name in marks is one where no authority says so; what lawyers and relatives say is their word only.
    """
    scene, verb, be = cast.scene, deed.group.anchor, deed.hit.last
    subject = [u for u in scene.units[verb + 1 : be] if u.low != "that"]
    noun = next((k for k, u in enumerate(subject[:6]) if u.low.split()[-1] in _OUTRIGHT), None)
    if noun is None or any(scene.has_any(u, _NOT_HIS) for u in subject[:noun]):
        return False
    if any(is_finite(scene, i) or scene.units[i].low in _OPEN for i in range(verb + 1, be)):
        return False
    behind = _after(cast, deed, 7)
    lows = _lows(cast, behind)
    if scene.units[be].low in ("had", "has"):
        if lows[:1] != ["been"]:
            return False
        lows = lows[1:]
    if not _NOT.isdisjoint(lows) or not _PRAISE.isdisjoint(lows):
        return False
    actors = actors_of(cast, deed.group)
    judges = not words_of(scene.language, "evaluation", "settings").isdisjoint(lows)
    return _are_private(cast, actors) and (
        judges or _is_a_name_in_marks(scene, deed.hit.last + 1 + (scene.units[be].low in ("had", "has")))
    )


_NOT_HIS: Final = ("preposition", "conjunction", "relative", "modal", "speech_verb")  # in front of the noun: it is no subject of "is"


def _is_a_name_in_marks(scene: Scene, at: int) -> bool:
    """True for "“a shameful waste”", "“murder by another name”": three words or more; not for "“in its third week”", "“expected”", "“put off until May”"."""
    words = scene.units[at + 1 : at + 4] if at < len(scene.units) and scene.units[at].low in _OPEN else []
    if len(words) < 3 or any(u.kind is UnitKind.MARK for u in words):
        return False
    return (
        not scene.has(words[0], "preposition")
        and not is_finite(scene, at + 1)
        and words[0].low not in _STATES
        and not words[0].low.endswith("ed")
    )


_STATES: Final = ENGLISH.group("actions.states_of_a_trial")
_NOT: Final = frozenset({"not", "no", "never", "n't"})


def _is_for_persons(cast: Cast, deed: Deed) -> bool:
    """True if those in custody, or a noun for people, stand right behind the phrase: "pleaded for the pair"; not "appealed for calm"."""
    scene = cast.scene
    stop = scene.bounds[scene.units[deed.hit.last].sentence][1]
    for i in range(deed.hit.last + 1, min(stop, deed.hit.last + 4)):
        if scene.units[i].kind is UnitKind.MENTION or is_person_noun(scene, scene.units[i]):
            return _may_be_held(cast, i) or scene.units[i].low in ("him", "her", "them")
        is_title = scene.text[scene.units[i].span.start].isupper()  # "Mr", "Sheikh"
        if (
            not is_title
            and not scene.has_any(scene.units[i], ("determiner", "number_word", "group_word"))
            and scene.units[i].low not in ("both", "all", "other")
        ):
            return False
    return False


def _meets_people(cast: Cast, deed: Deed) -> bool:
    """True if people or bodies are met or received, and not a letter or a prize: a mention stands right behind, or is what was received."""
    scene = cast.scene
    if not cast.held or deed.group.voice is Voice.REDUCED:
        return False
    if deed.group.voice is Voice.PASSIVE:  # "was received by X"
        return any(scene.units[i].low == "by" for i in _after(cast, deed, 9))
    for i in _after(cast, deed, 9):
        unit = scene.units[i]
        if unit.of >= 0 and unit.form is not MentionForm.PRONOUN:
            return scene.entities[unit.of].kind is EntityKind.PERSON or is_authority(scene, unit.of)
        if unit.kind is UnitKind.MARK or scene.has(unit, "conjunction"):
            return False
    return False


def _names_officials(cast: Cast, deed: Deed) -> bool:
    """True if officials, judges or the like are the object: "added three of the judges to its list"; not "added a charge to the list"."""
    scene = cast.scene
    stop = scene.bounds[scene.units[deed.hit.last].sentence][1]
    units = scene.units[deed.group.anchor + 1 : min(stop, deed.hit.last + 6)]
    return any(u.low.split()[-1] in _STRUCK or (scene.is_person(u) and is_authority(scene, u.of)) for u in units)


_STRUCK: Final = ENGLISH.group("actions.struck")


def _is_a_laurel(cast: Cast, deed: Deed) -> bool:
    """True for "its Golden Pen": a name of its own behind "its" or "the", and no money or bail."""
    scene = cast.scene
    units = _after(cast, deed, 9)
    stop = scene.bounds[scene.units[deed.hit.last].sentence][1]
    given = range(deed.hit.first + 1, min(stop, deed.hit.last + 11))
    if any(w in _NO_LAURELS for w in _lows(cast, units)) or not any(scene.units[i].of in cast.held for i in given):
        return False
    return any(
        scene.units[i].low in ("its", "their", "the", "his", "her") and i + 1 < stop and scene.text[scene.units[i + 1].span.start].isupper()
        for i in (deed.hit.last, *units)
    )


_NO_LAURELS: Final = frozenset(
    "damages compensation costs euros dollars bail contract contracts custody term years tender land degree".split()
)


def _has_deadline(cast: Cast, deed: Deed) -> bool:
    """True if a stretch of time stands behind the verb: "gave the agency seven days to let him go"."""
    units = cast.scene.units[deed.hit.first + 1 : deed.hit.last]
    return any(u.kind is UnitKind.TERM or u.low.split()[-1] in _STRETCHES for u in units)


_STRETCHES: Final = frozenset({"hours", "days", "weeks", "week", "ultimatum", "deadline"})


def _is_penalty(cast: Cast, deed: Deed) -> bool:
    """True for the "sanction" that punishes; not for the consent of "the court sanctioned his arrest"."""
    return _AGREED_TO.isdisjoint(u.low for u in cast.scene.units[deed.group.anchor + 1 : deed.group.anchor + 6])


_AGREED_TO: Final = frozenset({"arrest", "detention", "custody", "remand", "search", "searches", "execution"})


def _is_not_refused(cast: Cast, deed: Deed) -> bool:
    """False for "refused to demand", "without asking", and for the noun of "claims of casualties", "requests of the family"."""
    scene, at = cast.scene, deed.group.anchor
    is_noun = scene.units[at].low.endswith("s") and at + 1 < len(scene.units) and scene.units[at + 1].low == "of"
    return not is_noun and _REFUSING.isdisjoint(deed.group.helpers)


_REFUSING: Final = frozenset({"refused", "without", "no"})


def _are_persons_near(cast: Cast, deed: Deed) -> bool:
    """True if those who may be in custody are named within the phrase or behind it: "put their names to a petition for X"."""
    return any(_may_be_held(cast, i) for i in (*_after(cast, deed, 8), *range(deed.hit.first + 1, deed.hit.last)))


def _is_worry_in_office(cast: Cast, deed: Deed) -> bool:
    """True if bodies worry, or persons in office: that of a neighbour or a friend is a feeling, and no judgement."""
    scene = cast.scene
    return all(
        scene.entities[a].kind is not EntityKind.PERSON
        or is_authority(scene, a)
        or body_of(scene, a) is not None
        or _is_of_a_body(scene, a)
        for a in actors_of(cast, deed.group)
    )


def _is_of_a_body(scene: Scene, person: int) -> bool:
    """True for "X of Amnesty International", "X, who speaks for the commissioner's office": not for a lawyer, a relative or who is held."""
    entity = scene.entities[person]
    if not NOBODYS.isdisjoint(entity.roles):
        return False
    for mention in [m for m in entity.mentions if m.form is MentionForm.NAME][:4]:
        at = scene.at(mention.span.start)
        behind = scene.units[at + 1 : min(scene.bounds[scene.units[at].sentence][1], at + 4)] if at < len(scene.units) else []
        lows = [u.low for u in behind]
        if lows[:2] == [",", "who"] and lows[2:3] and lows[2] in _LEADING:
            return True
        if lows[:1] in (["of"], ["from"]) and any(u.of >= 0 and scene.entities[u.of].kind is EntityKind.ORGANIZATION for u in behind[1:3]):
            return True
    return False


_LEADING: Final = frozenset({"speaks", "spoke", "heads", "chairs", "leads", "runs", "directs", "headed", "chaired"})


NEEDS: Final[dict[str, Callable[[Cast, Deed], bool]]] = {
    "persons": _is_for_persons,
    "near": _are_persons_near,
    "met": _meets_people,
    "laurel": _is_a_laurel,
    "deadline": _has_deadline,
    "officials": _names_officials,
    "held": _is_about_held,
    "between": lambda cast, d: any(_may_be_held(cast, i) for i in range(d.hit.first + 1, d.hit.last)),
    "public": _is_public,
    "private": _is_of_private_bodies,
    "outright": _is_outright,
    "declared": _is_declared,
    SURE: lambda _, __: True,
    "unruled": _is_no_finding,
    "predicated": _is_predicated,
    "judged": _judges_custody,
    "evaluated": _is_evaluated,
    "prize": _has_prize,
    "prized": _is_prized,
    "imperative": _is_imperative,
    "body": _has_body,
    "worried": _is_worry_in_office,
    "penalty": _is_penalty,
    "verbal": lambda _, d: d.group.voice not in (Voice.NOUN, Voice.STATUS),
    "detained": _meets_held,
    "notrefused": _is_not_refused,
}
