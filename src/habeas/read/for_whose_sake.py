"""For whose sake does somebody fast, march or speak up? It befell those who do, not whom they name: "was fined for a rally in support of X"."""

from __future__ import annotations

from itertools import pairwise
from typing import Final

from habeas.case.vocabulary import CustodyType, EntityKind, MentionForm
from habeas.languages.english import ENGLISH
from habeas.read.clauses import find_subject
from habeas.read.custody_candidates import Candidate
from habeas.read.scene import Scene, UnitKind
from habeas.read.verb_groups import VerbGroup, Voice, finite_group, is_finite

_GATHERINGS: Final = ENGLISH.group("for_whose_sake.gatherings")
_SUPPORTING: Final = (
    *(("support", "of"), ("solidarity", "with"), ("sympathy", "with"), ("supporting",), ("backing",), ("defence", "of")),
    *((gathering, "for") for gathering in _GATHERINGS),
)
_FASTING_FOR: Final = (*_SUPPORTING, ("release", "of"), ("freedom", "of"), ("freedom", "for"), ("behalf", "of"), ("for",))


def named_as_cause(scene: Scene, candidate: Candidate) -> frozenset[int]:
    """X behind the words of the event in "declared a hunger strike in solidarity with X", "fined nine people for a rally supporting X and Y"."""
    words = _FASTING_FOR if candidate.type is CustodyType.HUNGER_STRIKE else _SUPPORTING
    first, stop = candidate.hit.last + 1, scene.bounds[scene.units[candidate.trigger].sentence][1]
    lows = [u.low for u in scene.units[first:stop]]
    for at in range(len(lows)):
        opening = next((w for w in words if tuple(lows[at : at + len(w)]) == w), None)
        if opening is not None and (named := _named_up_to_verb(scene, first + at + len(opening), stop)):
            return named
    return frozenset()


def _named_up_to_verb(scene: Scene, first: int, stop: int) -> frozenset[int]:
    """Who is named from unit `first` on, up to a verb or a relative clause."""
    out: set[int] = set()
    for unit_at in range(first, stop):
        unit = scene.units[unit_at]
        if is_finite(scene, unit_at) or scene.has(unit, "relative") or unit.low in (";", ":"):
            break
        if unit.form is MentionForm.NAME and scene.is_person(unit):
            out.add(unit.of)
    return frozenset(out)


def fast_in_freedom(scene: Scene, candidate: Candidate) -> bool:
    """True where a party or somebody's supporters or kin begin a fast, and no word says that they sit in prison: no event of custody."""
    if candidate.type is not CustodyType.HUNGER_STRIKE:
        return False
    subject = find_subject(scene, _who_fasts(scene, candidate))
    if subject.stop <= subject.first or candidate.hit.first < subject.stop:
        return False
    heads = [scene.units[i] for i in subject.heads]
    if any(u.form is not MentionForm.NOMINAL and scene.is_person(u) for u in heads):
        return False
    is_party = bool(heads) and all(u.form is MentionForm.NAME and scene.entities[u.of].kind is EntityKind.ORGANIZATION for u in heads)
    return (is_party or _are_theirs(scene, subject.first, subject.stop)) and not _sit_in_prison(scene, subject.stop, candidate)


def _who_fasts(scene: Scene, candidate: Candidate) -> VerbGroup:
    """The verb whose subject fasts: that of the phrase, or the one before the bare words "hunger strike"."""
    if candidate.group.voice is not Voice.NOUN:
        return candidate.group
    first = scene.bounds[scene.units[candidate.trigger].sentence][0]
    verb = next((i for i in range(candidate.hit.first - 1, first, -1) if is_finite(scene, i)), None)
    return candidate.group if verb is None else finite_group(scene, verb)


def _are_theirs(scene: Scene, first: int, stop: int) -> bool:
    """True for "the mother of X", "X's supporters" and "supporters of X"."""
    for i in range(first, stop):
        words = scene.units[i].low.split()
        if not words or words[-1] not in _THEIRS or scene.units[i].form is MentionForm.NAME:
            continue
        of = i + 1 < stop and scene.units[i + 1].low == "of"
        if of or words[0] in ("his", "her", "their") or (i > first and scene.units[i - 1].low in ("'s", "’s", "'")):
            return True
    return False


def _sit_in_prison(scene: Scene, first: int, candidate: Candidate) -> bool:
    """True if "in prison", "in custody" or "behind bars" stands between the subject and a few words behind the event."""
    near = scene.units[first : candidate.hit.last + _BESIDE]
    places = {w for u in near if u.kind is not UnitKind.MARK for w in u.low.split()}
    inside = [a.low for a, b in pairwise(near) if not _PRISON.isdisjoint(b.low.split())]
    return "bars" in places or any(low in ("in", "at", "inside", "from") for low in inside)


_BESIDE: Final = 5  # units behind the event
_THEIRS: Final = ENGLISH.group("for_whose_sake.theirs")
_PRISON: Final = ENGLISH.group("for_whose_sake.prison")
