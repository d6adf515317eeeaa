"""Which words of custody mean something else where they stand: a charge that is slapped on somebody, an effigy strung up, work that ceases?"""

from __future__ import annotations

from itertools import pairwise
from typing import Final

from habeas.case.vocabulary import CustodyType
from habeas.languages.english import ENGLISH
from habeas.read.cast import Cast
from habeas.read.clauses import find_subject
from habeas.read.custody_candidates import Candidate
from habeas.read.custody_needs import OBJECTS
from habeas.read.grammar import words_of
from habeas.read.scene import Scene, UnitKind
from habeas.read.verb_groups import Voice


def is_no_blow(cast: Cast, candidate: Candidate) -> bool:
    """ "Was slapped with a treason charge", "sections 17 and 18 were slapped on him", "was hit with preventive detention": nobody is beaten."""
    scene, last = cast.scene, candidate.hit.first
    if candidate.type is not CustodyType.ILL_TREATED or scene.units[last].low not in _SLAPPING:
        return False
    stop = scene.bounds[scene.units[last].sentence][1]
    if last + 2 >= stop:
        return False
    how, what = scene.units[last + 1].low, scene.units[last + 2 : min(stop, last + 8)]
    if how == "with":
        legal = words_of(scene.language, "crime", "settings") | _LEGAL
        return any(u.kind is UnitKind.ARTICLE or not legal.isdisjoint(u.low.split()) for u in what)
    lands_on = how in ("on", "upon", "against") and (scene.is_person(what[0]) or what[0].low in OBJECTS)
    return lands_on and candidate.group.voice is Voice.PASSIVE


_SLAPPING: Final = ENGLISH.group("other_senses.slapping")
_LEGAL: Final = ENGLISH.group("other_senses.legal")


def befalls_an_image(cast: Cast, candidate: Candidate) -> bool:
    """ "An effigy of the president was strung up", "his portrait was burned": nobody is hurt."""
    scene, group = cast.scene, candidate.group
    if candidate.type is not CustodyType.ILL_TREATED:
        return False
    first = scene.bounds[scene.units[group.anchor].sentence][0]
    subject = find_subject(scene, group)
    near = scene.units[max(first, (subject.first if subject.first < subject.stop else group.first) - _IMAGE_OF) : group.first]
    return any(not _IMAGES.isdisjoint(u.low.split()) for u in near)


_IMAGE_OF: Final = 5  # units from "effigy" to the verb's subject
_IMAGES: Final = ENGLISH.group("other_senses.images")


def ends_something_else(cast: Cast, candidate: Candidate) -> bool:
    """ "The movement ceased its work", "ended her speech", "broke the silence": no fast."""
    scene, hit = cast.scene, candidate.hit
    if candidate.type is not CustodyType.HUNGER_STRIKE or any(not _OF_FASTS.isdisjoint(scene.units[i].low.split()) for i in hit.units):
        return False
    stop = scene.bounds[scene.units[hit.first].sentence][1]
    behind = scene.units[hit.first + 1 : min(stop, hit.last + 5)]
    if len(behind) < 2 or scene.units[hit.first].low not in _ENDING:
        return False
    if not (scene.has(behind[0], "determiner") or behind[0].low in ("its", "his", "her", "their")):
        return False
    return all(_OF_FASTS.isdisjoint(u.low.split()) for u in behind)


_ENDING: Final = ENGLISH.group("other_senses.ending")
_OF_FASTS: Final = ENGLISH.group("other_senses.of_fasts")


def is_a_bail_plea(cast: Cast, candidate: Candidate) -> bool:
    """ "She was bailed in May. The bench had turned down an earlier plea": bail was refused, and no appeal against a judgment."""
    scene, hit = cast.scene, candidate.hit
    if candidate.type is not CustodyType.APPEAL_REJECTED:
        return False
    number = scene.units[hit.first].sentence
    first, stop = scene.bounds[max(0, number - 1)][0], scene.bounds[number][1]
    words = {w for u in scene.units[hit.first : stop] for w in u.low.split()}
    if _PLEAS.isdisjoint(words) or not _APPEALS.isdisjoint(words):
        return False
    return any(u.low in ("bail", "bailed") for u in scene.units[first:stop])


_PLEAS: Final = ENGLISH.group("other_senses.pleas")
_APPEALS: Final = ENGLISH.group("other_senses.appeals")


def keeps_a_measure(cast: Cast, candidate: Candidate) -> bool:
    """ "The measure of restraint was left unchanged" by the court that judged: no appeal was heard."""
    scene, hit = cast.scene, candidate.hit
    if candidate.type is not CustodyType.APPEAL_REJECTED or not any(
        scene.units[i].low in ("leave", "leaves", "left", "leaving") for i in hit.units
    ):
        return False
    words = _words_of_sentence(scene, hit.first)
    return "restraint" in words and words.isdisjoint(_APPEALS | {"higher", "supreme", "city", "regional"})


def strikes_a_judgment_down(cast: Cast, candidate: Candidate) -> bool:
    """ "An appeal bench struck the sentence down", "set the verdict aside": what is rejected is the judgment, and not the appeal."""
    scene, hit = cast.scene, candidate.hit
    if candidate.type is not CustodyType.APPEAL_REJECTED:
        return False
    first, stop = scene.bounds[scene.units[hit.first].sentence]
    near = range(max(first, hit.first - 5), min(stop, hit.last + 4))
    verb = next((i for i in near if scene.units[i].low in ("struck", "strikes", "strike", "quashed", "annulled", "overturned")), None)
    if verb is None:
        return False
    what = [w for u in scene.units[verb + 1 : min(stop, verb + 5)] for w in u.low.split()]
    return any(w in _JUDGMENTS for w in what) and _APPEALS.isdisjoint(what)


_JUDGMENTS: Final = ENGLISH.group("other_senses.judgments")


def awaits_a_trial(cast: Cast, candidate: Candidate) -> bool:
    """ "A court jailed X pending trial": a remand, which another phrase tells, and no sentence."""
    scene, hit = cast.scene, candidate.hit
    if candidate.type is not CustodyType.SENTENCED or scene.units[hit.first].low not in _JAILING:
        return False
    stop = scene.bounds[scene.units[hit.first].sentence][1]
    behind = scene.units[hit.last + 1 : min(stop, hit.last + _TO_PENDING)]
    if any(u.kind is UnitKind.TERM for u in behind):
        return False
    return any(u.low in ("pending", "awaiting") and not _TRIALS.isdisjoint(v.low.split()) for u, v in pairwise(behind))


_JAILING: Final = ENGLISH.group("other_senses.jailing")
_TO_PENDING: Final = 14  # units
_TRIALS: Final = ENGLISH.group("other_senses.trials")


def is_what_was_asked(cast: Cast, candidate: Candidate) -> bool:
    """ "What the prosecutor had requested: X - 18 years, Y - 11": asked for, and no sentence; only of figures, whose verb is that one."""
    scene, at = cast.scene, candidate.hit.first
    if candidate.type is not CustodyType.SENTENCED or candidate.hit.phrase.is_listed:
        return False
    return is_asked_there(scene, at)


def is_asked_there(scene: Scene, at: int) -> bool:
    """True if prosecutors "asked", "requested" or "sought" right before the figures in whose row the unit stands."""
    first = scene.bounds[scene.units[at].sentence][0]
    before = [u.low.split()[-1] for u in scene.units[first:at]]
    asked = next((n for n in range(len(before) - 1, -1, -1) if before[n] in _ASKED), None)
    return asked is not None and not _PROSECUTORS.isdisjoint(before[:asked]) and ":" in before[asked:] and _RULED.isdisjoint(before[asked:])


_ASKED: Final = ENGLISH.group("other_senses.asked")
_PROSECUTORS: Final = ENGLISH.group("other_senses.prosecutors")
_RULED: Final = ENGLISH.group("other_senses.ruled")


def is_flown_out(cast: Cast, candidate: Candidate) -> bool:
    """ "Was set free and flown to Berlin": a way to freedom, to no other place of custody."""
    scene, at = cast.scene, candidate.hit.first
    if candidate.type is not CustodyType.TRANSFERRED or scene.units[at].low not in _FLYING:
        return False
    first = scene.bounds[scene.units[at].sentence][0]
    before = {w for u in scene.units[first:at] for w in u.low.split()}
    return not _FREED.isdisjoint(before)


_FLYING: Final = ENGLISH.group("other_senses.flying")
_FREED: Final = ENGLISH.group("other_senses.freed")


def moves_by_oneself(cast: Cast, candidate: Candidate) -> bool:
    """ "Emerged from the police station", "flew in from Xiamen": nobody took them."""
    if candidate.type not in (CustodyType.DETAINED, CustodyType.ARRESTED) or candidate.hit.phrase.is_listed:
        return False
    return cast.scene.units[candidate.hit.first].low in _MOVING


_MOVING: Final = ENGLISH.group("other_senses.moving")


def _words_of_sentence(scene: Scene, i: int) -> set[str]:
    return {w for u in scene.units[slice(*scene.bounds[scene.units[i].sentence])] for w in u.low.split()}
