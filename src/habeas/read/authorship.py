"""Who is "we" in a text, and who acts where no subject stands beside the verb? Its signatories, those who open it, the body above its items."""

from __future__ import annotations

from collections import Counter
from typing import Final

from habeas.case.vocabulary import EntityKind, MentionForm
from habeas.languages.english import ENGLISH
from habeas.read.cast import Cast
from habeas.read.noun_groups import NounGroup
from habeas.read.scene import Scene, UnitKind
from habeas.read.signatories import AUTHOR, signature_lines
from habeas.read.verb_groups import VerbGroup, is_finite

WE: Final = frozenset({"we", "i", "us", "our"})
_MANY_BODIES: Final = ENGLISH.group("nominals.many_bodies")


def we_before(scene: Scene, group: VerbGroup) -> NounGroup | None:
    """The "we" of "We are alarmed that they have held X, and consider it an outrage": a bare verb behind a clause of others is ours."""
    first = scene.bounds[scene.units[group.anchor].sentence][0]
    at = group.first - 1
    verb = scene.units[group.anchor]
    if at <= first or not scene.has(scene.units[at], "conjunction") or group.helpers or verb.low.endswith(("s", "ed", "ing")):
        return None
    we = next((i for i in range(first, at) if scene.units[i].low == "we"), None)
    that = next((i for i in range(first if we is None else we, at) if scene.units[i].low == "that"), None)
    past = that is not None and any(scene.units[i].low in ("has", "had", "have", "was", "were") for i in range(that, at))
    return NounGroup(we, we + 1, (we,)) if we is not None and past else None


def has_its_subject_above(scene: Scene, group: VerbGroup) -> bool:
    """True for the verbs of "2. Condemns the imprisonment of X and demands …", which opens with a verb, but not of a clause within it."""
    first = scene.bounds[scene.units[group.anchor].sentence][0]
    opens = next((i for i in range(first, min(first + 5, group.anchor + 1)) if scene.units[i].low in _RESOLVES), None)
    if opens is None or any(scene.units[i].of >= 0 for i in range(first, opens)):
        return False
    inside = range(opens + 1, group.first)
    return not any(scene.has(scene.units[i], "relative") or scene.units[i].low in ("by", "that", "whereas", ";") for i in inside)


_RESOLVES: Final = ENGLISH.group("authorship.resolves")


def authors_of(scene: Scene) -> tuple[int, ...]:
    """Who signs or adopts the text (signatories.py)."""
    return tuple(i for i, e in enumerate(scene.entities) if AUTHOR in e.roles)


def undersigned(cast: Cast, subject: NounGroup) -> tuple[int, ...]:
    """Who signs the text, where "the undersigned", "the organisations signed below" or "our organisations" act."""
    words = [w for u in cast.scene.units[subject.first : subject.stop] for w in u.low.split()]
    signs = not _SIGNING.isdisjoint(words) or (words[:1] in (["the"], ["these"], ["our"]) and words[-1] in _MANY_BODIES)
    return authors_of(cast.scene) if signs else ()


_SIGNING: Final = frozenset({"undersigned", "signed", "signatories", "signatory"})


def together_with(scene: Scene, stop: int) -> tuple[int, ...]:
    """Who joins "we" in "Together with Sweden and the Netherlands we urge", "Jointly with X, we …"."""
    first = scene.bounds[scene.units[stop].sentence][0]
    at = next((i for i in range(first, stop - 1) if scene.units[i].low in _JOINTLY and scene.units[i + 1].low == "with"), None)
    named = scene.units[at + 2 : stop] if at is not None else ()
    return tuple(dict.fromkeys(u.of for u in named if u.form is MentionForm.NAME and not scene.is_person(u)))


_JOINTLY: Final = frozenset({"together", "jointly", "along", "alongside"})


def _heads_of_mission(scene: Scene) -> tuple[int, ...]:
    """Those of "We, the heads of mission of X, Y and Z, mark …", "The ambassadors of X and Y express …"."""
    for first, stop in scene.bounds[:4]:
        if stop - first > 4 and _opens_with_missions(scene, first):
            named: list[int] = []
            for i, unit in enumerate(scene.units[first + 2 : stop], first + 2):
                if unit.form is MentionForm.NAME and not scene.is_person(unit) and (named or _is_of(scene, i)):
                    named.append(unit.of)
                elif unit.kind is UnitKind.MARK and not named:
                    break  # "We, editors of nine newspapers, turn to you because X of the paper Y …"
                elif named and unit.low not in (",", "the", "of", "for", "in") and not scene.has(unit, "conjunction"):
                    break
            return tuple(dict.fromkeys(named))
    return ()


def _opens_with_missions(scene: Scene, first: int) -> bool:
    """True for "We, …", and for "The heads of mission of …" at the head of a sentence."""
    if scene.units[first].low == "we" and scene.units[first + 1].low == ",":
        return True
    words = [w for u in scene.units[first : first + 3] for w in u.low.split()]
    return words[:1] == ["the"] and not _MISSION_HEADS.isdisjoint(words[1:2])


_MISSION_HEADS: Final = frozenset({"heads", "ambassadors", "embassies"})


def _is_of(scene: Scene, i: int) -> bool:
    """True for the first name of "of X", "of the Y"; not of "that work in the Y"."""
    return scene.units[i - 1].low == "of" or (scene.units[i - 1].low == "the" and scene.units[i - 2].low == "of")


def who_signs(scene: Scene) -> tuple[int, ...]:
    """Who "I" is in a letter or a post: the person whose name is a line of its own at its end."""
    return tuple(scene.units[i].of for i in signature_lines(scene)[-1:])


def who_we_are(cast: Cast) -> tuple[int, ...]:
    """Who "we" are in "Joint statement by the embassies of X and Y", "The Embassies of X and Y have followed …": those who open the text."""
    scene = cast.scene
    if signed := authors_of(scene):
        return signed
    if opening := _heads_of_mission(scene):
        return opening
    for first, stop in scene.bounds[:3]:
        for i in range(first, min(stop, first + 8)):
            unit = scene.units[i]
            if unit.form is not MentionForm.NOMINAL or not scene.is_body(unit) or unit.low.split()[-1] not in _MISSIONS:
                continue
            before = scene.units[i - 1].low if i > first else "by"
            if before in ("by", "of", "from") and i + 1 < stop and scene.units[i + 1].low == "of":
                end = next((j for j in range(i + 2, stop) if is_finite(scene, j)), stop)
                states = [j for j in range(i + 2, end) if scene.units[j].of >= 0 and not scene.is_person(scene.units[j])]
                return tuple(dict.fromkeys(scene.units[j].of for j in (i, *states)))
    return ()


_MISSIONS: Final = frozenset({"embassies", "missions", "embassy", "mission", "delegations", "governments"})


def is_in_marks(scene: Scene, i: int) -> bool:
    """True if a quote mark of the same line is open at unit `i`."""
    start = scene.units[i].span.start
    before = scene.text[scene.text.rfind("\n", 0, start) + 1 : start]
    curly = sum(before.count(c) for c in "“«„") - sum(before.count(c) for c in "”»")
    return curly > 0 or before.count('"') % 2 == 1


def heading_actors(cast: Cast, i: int) -> tuple[int, ...]:
    """For an item of a list, the body named last above it: "Parliament / 1. strongly condemns …"."""
    scene = cast.scene
    number = scene.units[i].sentence
    for item_list in cast.lists:
        if number in item_list.items and item_list.heading is not None:
            if authors := authors_of(scene):
                return authors
            if (opening := _opening_body(scene, number - 1)) is not None:
                return (opening,)
            if (we := _we_in(scene, item_list.heading)) is not None:
                return we
            for above in (*range(item_list.heading, -1, -1), *range(min(3, item_list.heading))):
                first, stop = scene.bounds[above]
                bodies = [u.of for u in scene.units[first:stop] if scene.is_body(u) and scene.entities[u.of].is_named]
                if bodies and stop - first == 1 and scene.entities[bodies[0]].kind in (EntityKind.PLACE, EntityKind.GOVERNMENT):
                    continue  # "SAUDI ARABIA": which country the appeal is about
                if bodies and (stop - first <= 6 or above < 3):
                    return (bodies[0],)
    return ()


def _we_in(scene: Scene, heading: int) -> tuple[int, ...] | None:
    """Who "we" is in the line above the items: "We therefore …"; None for a line without it."""
    first, stop = scene.bounds[heading]
    we = [u for i, u in enumerate(scene.units[first:stop], first) if u.low == "we" and not is_in_marks(scene, i)]
    if not we:
        return None
    return (we[0].of,) if we[0].of >= 0 else document_author(scene) or None


def _opening_body(scene: Scene, heading: int) -> int | None:
    """The body of a line of its own above a resolution's items: "The Assembly,", whatever "having regard to …" stands in between."""
    for above in range(heading, -1, -1):
        first, stop = scene.bounds[above]
        bodies = [u.of for u in scene.units[first:stop] if scene.is_body(u) and scene.entities[u.of].kind is not EntityKind.PLACE]
        if bodies and stop - first <= 6 and scene.units[stop - 1].low in (",", ":"):
            return _in_full(scene, bodies[0], above)
    return None


def _in_full(scene: Scene, body: int, before: int) -> int:
    """The body that a line above names in full: "The African Commission on Rights, meeting in …" over "The Commission:"."""
    name = scene.entities[body].name.lower()
    for first, stop in scene.bounds[:before]:
        for unit in scene.units[first : min(stop, first + 3)]:
            if scene.is_body(unit) and unit.of != body and name in scene.entities[unit.of].name.lower().split():
                return unit.of
    return body


def document_author(scene: Scene) -> tuple[int, ...]:
    """Who writes the whole text: the body of its title ("Statement of the Ministry of X"), whose handle follows the name
    that begins a post, else who says "I", "my" or "we" outside of quotes."""
    if scene.units and scene.is_person(scene.units[0]) and scene.text[scene.units[0].span.stop :].lstrip(" ,(").startswith("@"):
        return (scene.units[0].of,)
    for first, stop in scene.bounds[:2]:
        for i in range(first, min(stop, first + 6)):
            if scene.has(scene.units[i], "preposition"):
                break  # "asked about the statements of the US"
            if scene.units[i].low in _TITLES and i + 1 < stop and scene.units[i + 1].low in ("of", "by", "from"):
                return tuple(u.of for u in scene.units[i + 2 : min(stop, i + 8)] if scene.is_body(u))[:1]
    said = Counter(
        u.of
        for i, u in enumerate(scene.units)
        if u.of >= 0 and u.low in _FIRST_PERSON and u.form is not MentionForm.NAME and not is_in_marks(scene, i)  # "US" is not "us"
    )
    return (said.most_common(1)[0][0],) if said else ()


_TITLES: Final = ENGLISH.group("authorship.titles")


_FIRST_PERSON: Final = WE | {"my"}
