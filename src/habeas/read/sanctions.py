"""Who is struck by whose sanctions?"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from habeas.case.claim import Action, Custody, Quote
from habeas.case.vocabulary import EntityKind, MentionForm
from habeas.languages.english import ENGLISH
from habeas.read.action_claims import action_of
from habeas.read.action_needs import Deed
from habeas.read.bodies import (
    actors_of,
)
from habeas.read.cast import Cast
from habeas.read.clauses import find_subject
from habeas.read.custody_links import listed_under
from habeas.read.grammar import words_of
from habeas.read.persons_of_event import resolve_group
from habeas.read.scene import Scene
from habeas.read.verb_groups import VerbGroup, Voice, is_finite


def striking(cast: Cast, deed: Deed, custody: Sequence[Custody], quotes: Sequence[Quote]) -> Action | None:
    """ "sanctioned eight officials", "imposed visa restrictions on X"; not "urged the Union to impose sanctions"."""
    scene = cast.scene
    if deed.group.voice in (Voice.NOUN, Voice.STATUS) or _is_only_asked(scene, deed.group) or _is_declared_held(scene, deed):
        return None
    if deed.group.voice in (Voice.PASSIVE, Voice.REDUCED):
        targets = resolve_group(cast, find_subject(scene, deed.group)).persons
    else:
        targets = _struck(cast, deed)
    if _is_a_noun(scene, deed):
        return None
    if any(t in cast.held for t in targets):
        return None  # "were sanctioned with 20 days of arrest": a punishment of those held
    if is_by_a_court(scene, deed.group):
        return None
    actors = actors_of(cast, deed.group, quotes)
    targets = tuple(t for t in targets if t not in actors)
    return action_of(cast, deed, actors, (), targets=targets) if actors or targets else None


def is_by_a_court(scene: Scene, group: VerbGroup) -> bool:
    """True for "the magistrate imposed a travel ban", "the court froze his assets": a measure against the accused, and no sanction."""
    subject = find_subject(scene, group)
    heads = [scene.units[i] for i in (*subject.heads, *(() if subject.noun is None else (subject.noun,)))]
    heads = heads or list(scene.units[max(subject.first, subject.stop - 1) : subject.stop])  # "the judge", whom no mention names
    courts = words_of(scene.language, "court", "settings")
    return any(u.low.split()[-1] in courts or (u.of >= 0 and scene.entities[u.of].kind is EntityKind.COURT) for u in heads)


def _is_a_noun(scene: Scene, deed: Deed) -> bool:
    """True for "the so-called sanctions": what looks like a verb is the noun, where no body stands right before it."""
    i = deed.hit.first
    first = scene.bounds[scene.units[i].sentence][0]
    before = scene.units[i - 1] if i > first else None
    governed = any(
        u.low in ("by", "under", "of", "from", "new", "to") for u in scene.units[max(first, i - 4) : i]
    )  # "targeted by new EU sanctions"
    is_owned = before is not None and before.low in ("its", "his", "her", "their", "our")
    stands_alone = before is None or (before.of < 0 and not scene.has(before, "adverb"))
    return scene.units[i].low == "sanctions" and (stands_alone or governed or is_owned)


def _is_declared_held(scene: Scene, deed: Deed) -> bool:
    """True for "designated him as “wrongfully detained”", "designated X a prisoner of conscience": no sanction."""
    if not scene.units[deed.hit.first].low.startswith("designat"):
        return False
    stop = scene.bounds[scene.units[deed.hit.last].sentence][1]
    behind = {w for u in scene.units[deed.hit.last + 1 : min(stop, deed.hit.last + 12)] for w in u.low.split()}
    return not behind.isdisjoint(("detained", "held", "imprisoned", "prisoner", "prisoners", "hostage", "hostages"))


def _is_only_asked(scene: Scene, group: VerbGroup) -> bool:
    """True for an infinitive that a verb of asking governs, and "to consider adding": nobody has done the deed."""
    if not group.is_infinitive and scene.units[group.first - 1].low not in ("consider", "contemplate", "start", "begin"):
        return False
    start = scene.bounds[scene.units[group.anchor].sentence][0]
    asks = words_of(scene.language, "asked_by", "realis")
    for j in range(group.first - 1, max(start, group.first - _ASKED_BEFORE) - 1, -1):
        if scene.units[j].low in asks:
            return True
        if scene.units[j].low == ";":
            break
    return False


_ASKED_BEFORE: Final = 20  # units that may part the verb of asking from what is asked


def _struck(cast: Cast, deed: Deed) -> tuple[int, ...]:
    """The persons named as targets: the object, or those after "on" or "against"."""
    scene = cast.scene
    stop = scene.bounds[scene.units[deed.hit.last].sentence][1]
    struck: list[int] = []
    for i in range(deed.group.anchor + 1, stop):
        if scene.units[i].low in (";", "who", "that", "which", "for", "over", "after") or is_finite(scene, i):
            break
        lows = [u.low for u in scene.units[deed.hit.first : i]]
        if "list" in lows and "of" in lows[lows.index("list") :] and scene.units[i].form is not MentionForm.NAME:
            continue  # "added to the list of officials"
        if scene.is_person(scene.units[i]) and scene.units[i].low not in ("others", "many") and not _is_whose_jailer(scene, i, struck):
            struck.append(i)
    called = [i for i in struck if not _is_named_beside(scene, i, struck)]
    persons = tuple(dict.fromkeys(scene.units[i].of for i in called))
    if not any(scene.entities[p].is_named for p in persons):
        persons = tuple(dict.fromkeys((*persons, *_named_behind(scene, deed.group.anchor + 1, stop))))
    listed = listed_under(cast, scene.units[deed.hit.first].sentence) or _listed_below(cast, deed.hit.first)
    is_named = any(scene.entities[p].is_named for p in persons)
    return persons if is_named or not listed else listed  # "three officials. They are: …"


def _is_whose_jailer(scene: Scene, i: int, struck: Sequence[int]) -> bool:
    """True for X and Y in "the jailers of X and Y", "the judge in the case of X": not for X in "the assets of X"."""
    joined = {"and", "or", "&"}
    while scene.units[i - 1].low in joined and scene.is_person(scene.units[i - 2]) and i - 2 not in struck:
        i -= 2
    return scene.units[i - 1].low == "of" and not set(scene.units[i - 2].low.split()) & _HELD_BY


def _is_named_beside(scene: Scene, i: int, struck: Sequence[int]) -> bool:
    """True for "two judges" in "two judges, X and Y", "the warden" in "X, the warden": who is named right beside it is meant."""
    if scene.units[i].form is MentionForm.NAME:
        return False
    at = struck.index(i)
    before, after = struck[at - 1 : at] if at else [], struck[at + 1 : at + 2]
    return any(
        scene.units[other].form is MentionForm.NAME and _are_beside(scene, min(i, other), max(i, other)) for other in (*before, *after)
    )


def _are_beside(scene: Scene, first: int, second: int) -> bool:
    """True where a comma, dash or colon parts the two, and at most an article more."""
    between = [u.low for u in scene.units[first + 1 : second]]
    return bool(between) and between[0] in _PARTING and set(between[1:]) <= {"the", "a", "an"}


_PARTING: Final = frozenset({",", "–", "—", "-", ":", "("})
# What somebody has that sanctions take: "the assets of X".
_HELD_BY: Final = ENGLISH.group("sanctions.held_by")


def _named_behind(scene: Scene, first: int, stop: int) -> list[int]:
    """X and Y in "sanctions on three officials for what it called repression, naming X and Y"; those of "over the arrest of many, including Z" are not struck."""
    naming = next((i for i in range(first, stop) if scene.units[i].low == "naming" and scene.units[i - 1].low == ","), stop)
    end = next((i for i in range(naming + 1, stop) if scene.units[i].low in (";", "who", "whom") or is_finite(scene, i)), stop)
    return [u.of for u in scene.units[naming:end] if u.form is MentionForm.NAME and scene.is_person(u)]


def _listed_below(cast: Cast, at: int) -> tuple[int, ...]:
    """The persons of a list further below that says whom it lists: "The following are listed:"."""
    scene = cast.scene
    for item_list in cast.lists:
        if item_list.heading is None or scene.bounds[item_list.heading][0] < at:
            continue
        if not _LISTED.isdisjoint(u.low for u in scene.units[slice(*scene.bounds[item_list.heading])]):
            return next((e.persons for e in cast.enumerations if e.first == scene.bounds[item_list.items[0]][0]), ())
    return ()


_LISTED: Final = frozenset({"listed", "sanctioned", "designated", "blacklisted", "sanctions", "measures"})
