"""Whose case do outsiders speak of, in a document or with a pronoun in it?"""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection
from typing import Final

from habeas.case.vocabulary import EntityKind, MentionForm
from habeas.read.cast import Cast, is_never_held
from habeas.read.genders import may_be
from habeas.read.grammar import words_of
from habeas.read.in_office import is_authority
from habeas.read.person_spoken_of import focus_person
from habeas.read.scene import Scene, UnitKind
from habeas.read.verb_groups import is_finite

_ONE: Final = frozenset({"he", "him", "his", "she", "her", "hers"})


def is_one(scene: Scene, i: int) -> bool:
    """True for a pronoun of one person."""
    return scene.units[i].low in _ONE


def meant_by_pronoun(cast: Cast, i: int, actors: Collection[int] = ()) -> int | None:
    """Whom "her" means to who asks for her release: a person named in the sentence, a held one first; else whom the case is about.

    Never those who ask, and nobody of the other gender. Whom the pronoun was tied to counts if the sentence before names them.
    """
    scene, unit = cast.scene, cast.scene.units[i]
    first, _ = scene.bounds[unit.sentence]
    if here := _fit(cast, first, i, unit.low, actors):
        taken = [p for p in taken_in(scene, first, i) if p in here]
        return next((p for p in reversed(here) if p in cast.held), (taken or here)[-1])
    before = _fit(cast, scene.bounds[unit.sentence - 1][0], first, unit.low, actors) if unit.sentence else []
    if unit.of in before and (unit.of in cast.held or tells_of_custody(scene, unit.sentence - 1)):
        return unit.of
    if unit.of in cast.out and len(set(before)) == 1 and before[0] in cast.held and before[0] not in cast.out:
        return before[0]  # nobody asks for the release of the dead or the free
    if unit.of < 0 and len(set(before)) == 1 and tells_of_custody(scene, unit.sentence - 1):
        return before[0]
    told = Counter({p: n for p, n in _names_of_the_held(cast).items() if p not in actors})
    likely = [p for p, _ in told.most_common() if may_be(scene.entities[p], unit.low)]  # of those told of as often, the first
    if likely:
        return likely[0]
    if unit.of >= 0 and unit.of not in actors and scene.entities[unit.of].is_named:
        return unit.of
    focus = focus_person(cast, i)
    return None if focus in actors else focus


def tells_of_custody(scene: Scene, number: int) -> bool:
    """True for a sentence that speaks of somebody's custody, whether or not an event was read in it."""
    nouns = words_of(scene.language, "custody_noun", "person_nouns")
    return any(u.low.split()[-1] in nouns or u.low in _TAKEN for u in scene.units[slice(*scene.bounds[number])])


_TAKEN: Final = frozenset(
    "seized taken held detained arrested missing vanished disappeared sentenced jailed convicted charged imprisoned".split()
)


def taken_in(scene: Scene, first: int, stop: int) -> list[int]:
    """The persons whose custody a noun tells between these units: "the sentencing of the journalist X", "the arrest in Minsk of X and Y"."""
    nouns = words_of(scene.language, "custody_noun", "person_nouns")
    out: list[int] = []
    for i in range(first, stop - 1):
        if scene.units[i].low.split()[-1] not in nouns or (of := _of_whom(scene, i + 1, stop)) is None:
            continue
        for j in range(of + 1, stop):
            unit = scene.units[j]
            if is_finite(scene, j) or unit.low in _ENDS or (unit.kind is UnitKind.MARK and unit.low != ","):
                break
            is_owner = j + 1 < stop and scene.units[j + 1].low in ("'s", "'")
            if scene.is_person(unit) and unit.form is MentionForm.NAME and not is_owner and unit.of not in out:
                out.append(unit.of)
    return out


def _of_whom(scene: Scene, i: int, stop: int) -> int | None:
    """The "of" that belongs to the noun before unit `i`, be a place or a day between them."""
    for j in range(i, min(stop, i + _BETWEEN)):
        low = scene.units[j].low
        if low in ("of", "against"):
            return j
        is_place = scene.units[j].of >= 0 and scene.entities[scene.units[j].of].kind is EntityKind.PLACE
        if low not in ("in", "on", "last", "”", '"') and not is_place and scene.units[j].kind is not UnitKind.DATE:
            return None
    return None


_BETWEEN: Final = 6  # units of place and day that may stand between "arrest" and "of"
_ENDS: Final = frozenset("for by on in after over who whose which while because as to with where when before during".split())


def _fit(cast: Cast, first: int, stop: int, pronoun: str, actors: Collection[int]) -> list[int]:
    """The persons named from `first` to `stop` whose case the pronoun can mean."""
    scene = cast.scene
    named = [u.of for u in scene.units[first:stop] if u.form is MentionForm.NAME and scene.is_person(u) and u.of not in actors]
    return [
        p
        for p in named
        if may_be(scene.entities[p], pronoun) and (p in cast.held or not (is_never_held(scene, p) or is_authority(scene, p)))
    ]


def case_people(cast: Cast, at: int) -> tuple[int, ...]:
    """Everyone whose case the text is about: those in custody, else whoever is named before `at` and holds no office and speaks for nobody."""
    if cast.held:
        return cast.held
    scene = cast.scene
    named = [u.of for u in scene.units[:at] if scene.is_person(u) and scene.entities[u.of].is_named]
    speaking = _speakers(scene)
    return tuple(dict.fromkeys(p for p in named if p not in speaking and not is_never_held(scene, p) and not is_authority(scene, p)))


def most_told(cast: Cast, at: int, count: int) -> tuple[int, ...]:
    """The `count` persons of whom the text tells most before `at`, those in custody first; nobody where it is not clear who they are."""
    scene = cast.scene
    speaking = _speakers(scene)
    told = Counter(u.of for u in scene.units[:at] if scene.is_person(u) and scene.entities[u.of].is_named)
    fit = [p for p in told if p in cast.held or (p not in speaking and not is_never_held(scene, p) and not is_authority(scene, p))]
    ranked = sorted(fit, key=lambda p: (p not in cast.held, -told[p]))
    if 2 * len(ranked) < count or not ranked:
        return ()
    return tuple(sorted(ranked[:count], key=list(told).index))


def _speakers(scene: Scene) -> set[int]:
    """Whose name stands beside a verb of speech anywhere in the text."""
    out: set[int] = set()
    for i, unit in enumerate(scene.units):
        if scene.has(unit, "speech_verb"):
            out |= {scene.units[j].of for j in (i - 1, i + 1) if 0 <= j < len(scene.units) and scene.units[j].of >= 0}
    return out


def case_person(cast: Cast, at: int) -> int | None:
    """Whose case an outsider speaks of at unit `at`: a held person named in the same sentence, else the one of whom the document tells most.

    What bodies and governments say is about the case that the text is about, not about whoever happened to be named last.
    """
    scene = cast.scene
    first, _ = scene.bounds[scene.units[at].sentence]
    here = [u.of for u in scene.units[first:at] if u.of in cast.held and u.form is MentionForm.NAME]
    if here:
        return here[-1]
    best = _names_of_the_held(cast).most_common(2)
    if best and (len(best) == 1 or best[0][1] > best[1][1]):
        return best[0][0]
    return focus_person(cast, at)


def the_one(cast: Cast, persons: tuple[int, ...], at: int) -> tuple[int, ...]:
    """The persons; for one whom no name tells ("the jailing of a scholar", "gave the union leader its prize"), whose case the text is about."""
    scene = cast.scene
    if len(persons) != 1 or persons[0] in cast.held or scene.entities[persons[0]].is_named:
        return persons
    called = scene.entities[persons[0]].name.lower().split()
    if not called or called[0] not in _ONE_OF or called[-1] in words_of(scene.language, "many", "person_nouns"):
        return persons
    main = case_person(cast, at)
    return persons if main is None or main not in cast.held else (main,)


_ONE_OF: Final = frozenset({"a", "an", "the", "this"})


def case_of_all(cast: Cast, at: int) -> tuple[int, ...]:
    """Those whose one case the text is about: the person of whom it tells most, with all to whom an event befell together with that person."""
    main = case_person(cast, at)
    if main is None or main not in cast.held:
        return ()
    return tuple(dict.fromkeys((main, *(p for _, persons in sorted(cast.events) if main in persons for p in persons))))


def _names_of_the_held(cast: Cast) -> Counter[int]:
    """How often each person in custody is named, in the order in which the text first names them."""
    named = {p: [i for i in cast.scene.places.get(p, ()) if cast.scene.units[i].form is MentionForm.NAME] for p in cast.held}
    return Counter({p: len(units) for p, units in sorted(named.items(), key=lambda n: n[1][:1]) if units})
