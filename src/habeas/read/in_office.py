"""Is a body or person one of the authorities, or an envoy who speaks to them? By its kind, its role, and the office that stands beside it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from habeas.case.person import Mention
from habeas.case.vocabulary import EntityKind, MentionForm
from habeas.languages.english import ENGLISH
from habeas.read.grammar import words_of
from habeas.read.scene import Scene, UnitKind
from habeas.read.signatories import signature_lines
from habeas.read.verb_groups import is_finite


def is_authority(scene: Scene, entity: int) -> bool:
    """True for a government, a court, a body of the state, or a person whom the text presents as an official."""
    found = scene.entities[entity]
    if found.kind in (EntityKind.GOVERNMENT, EntityKind.COURT):
        return True
    if not words_of(scene.language, "authority_role", "settings").isdisjoint(found.roles):
        return not _was_in_office(scene, found.mentions)
    words = words_of(scene.language, "authority", "settings")
    if not found.is_named and any(_is_of_state(scene, scene.at(m.span.start), words) for m in found.mentions[:2]):
        return True
    if found.kind is not EntityKind.PERSON and any(_is_government(scene, scene.at(m.span.start)) for m in found.mentions[:3]):
        return True
    if found.kind is not EntityKind.PERSON and any(_rules(scene, scene.at(m.span.start)) for m in found.mentions[:3]):
        return True
    if any(w.isupper() and w.lower() in words for w in found.name.split()):  # "Malir SSP Irfan Khoso"
        return True
    if found.kind is not EntityKind.PERSON or not found.is_named:
        said = " ".join([found.name, *(m.text for m in found.mentions)]).lower().replace("’s", "").replace("'s", "").split()
        return not words.isdisjoint(w.strip("().,'’") for w in said)
    named = any(_has_office(scene, scene.at(m.span.start), words) for m in found.mentions[:3]) or _signs_in_office(scene, found.mentions)
    return named and not _was_in_office(scene, found.mentions)


def _signs_in_office(scene: Scene, mentions: Sequence[Mention]) -> bool:
    """True for the name in a line of its own over "Press Attaché, Embassy of X" that ends a letter."""
    at = scene.at(mentions[-1].span.start) if mentions else -1
    if at not in signature_lines(scene):
        return False
    last = scene.units[at].sentence
    below = {w for first, stop in scene.bounds[last + 1 : last + 2] for u in scene.units[first:stop] for w in u.low.split()}
    return not below.isdisjoint(words_of(scene.language, "authority", "settings") | ENVOYS)


def _was_in_office(scene: Scene, mentions: Sequence[Mention]) -> bool:
    """True for "the former chief of staff, X": he speaks for himself."""
    for mention in mentions[:3]:
        if mention.form is not MentionForm.NAME:
            continue
        at = scene.at(mention.span.start)
        first = scene.bounds[scene.units[at].sentence][0] if at < len(scene.units) else at
        for i in range(at - 1, max(first, at - 6) - 1, -1):
            unit = scene.units[i]
            if not _PAST.isdisjoint(unit.low.split()[:2]) or unit.low.startswith("ex-"):
                return True
            if (unit.kind is UnitKind.MARK and unit.low != ",") or scene.has(unit, "conjunction") or is_finite(scene, i):
                break
            if unit.of >= 0 and unit.form is MentionForm.NAME and scene.is_person(unit):
                break
    return False


_PAST: Final = frozenset({"former", "ex", "onetime", "one-time", "ousted", "deposed", "dismissed", "retired"})


def is_envoy(scene: Scene, entity: int) -> bool:
    """True for an ambassador, an envoy, a commissioner, a delegation: who meets others in the name of a state or a body of states."""
    found = scene.entities[entity]
    if any(not ENVOYS.isdisjoint(m.text.lower().split()) for m in found.mentions[:4]):
        return True
    return any(_has_office(scene, scene.at(m.span.start), ENVOYS) for m in found.mentions[:3])


ENVOYS: Final = ENGLISH.group("in_office.envoys")


def _rules(scene: Scene, i: int) -> bool:
    """True for "the ruling Homeland Party": a party in power speaks for the state."""
    return 0 < i < len(scene.units) and (
        scene.units[i - 1].low == "ruling" or scene.units[i].low.split()[:2] in (["ruling", "party"], ["the", "ruling"])
    )


def _is_government(scene: Scene, i: int) -> bool:
    """True for "HKSAR" in "the HKSAR government"."""
    at = i + 1 if i + 1 < len(scene.units) and scene.units[i + 1].low != ")" else i + 2
    is_next = at < len(scene.units) and scene.units[at].sentence == scene.units[i].sentence
    return is_next and scene.units[at].kind is UnitKind.WORD and scene.units[at].low in words_of(scene.language, "state_noun", "settings")


def _is_of_state(scene: Scene, i: int, words: frozenset[str]) -> bool:
    """True for "the prosecutor's office", "the SSP's office", "a source at the Foreign Ministry": the noun alone would not tell."""
    if i >= len(scene.units) or scene.units[i].low.split()[-1] not in _NOUNS_OF_STATE:
        return False
    first, stop = scene.bounds[scene.units[i].sentence]
    before = scene.units[max(first, i - 4) : i]
    if before and before[-1].low in ("'s", "'", "’s"):
        owner = before[-2] if len(before) > 1 else before[-1]
        if owner.form is not MentionForm.NAME or not words.isdisjoint(owner.low.split()):
            return True
        return scene.entities[owner.of].kind in (EntityKind.GOVERNMENT, EntityKind.COURT)
    if scene.units[i].low.split()[-1] == "delegation" and i + 2 < stop and scene.units[i + 1].low == "of":
        return scene.units[i + 2].of >= 0 and scene.entities[scene.units[i + 2].of].kind in (EntityKind.PLACE, EntityKind.GOVERNMENT)
    around = [w.strip("'’") for u in (*before[-2:], *scene.units[i : min(stop, i + 5)]) for w in u.low.split()]
    return not words.isdisjoint(w.removesuffix("'s") for w in around if w not in _NOUNS_OF_STATE)


_NOUNS_OF_STATE: Final = ENGLISH.group("in_office.of_state")


def _has_office(scene: Scene, i: int, words: frozenset[str]) -> bool:
    """True if an office stands beside the name: "spokesman X", "X, the foreign minister"."""
    if i >= len(scene.units):
        return False
    first, stop = scene.bounds[scene.units[i].sentence]
    before: list[str] = []
    for j in range(i - 1, max(first - 1, i - 6), -1):
        unit = scene.units[j]
        if (unit.low == "," and j >= i - 2) or (unit.low == "." and len(scene.units[j - 1].low) <= _RANK):
            continue  # "the service's spokesperson, Mrs X", "army spokesman Brig. X"
        if not before and unit.kind is UnitKind.WORD and unit.low in _TRADES:
            break  # "by a court of former editors X and Y"
        is_other = unit.form is MentionForm.NAME and scene.is_person(unit)  # "calls on President X to release Y"
        if is_other or unit.kind is UnitKind.MARK or is_finite(scene, j) or scene.has(unit, "conjunction"):
            break
        before += unit.low.split()
    if not words.isdisjoint(before):
        return True
    after: list[str] = []
    if i + 1 < stop and scene.units[i + 1].low == ",":
        for j in range(i + 2, min(stop, i + 6)):
            if is_finite(scene, j) or scene.units[j].kind is UnitKind.MARK or scene.has(scene.units[j], "relative"):
                break
            after += scene.units[j].low.split()
        if not after and i + 3 < stop and scene.units[i + 2].low == "who" and scene.units[i + 3].low in _LEADING:
            comma = next((j for j in range(i + 4, min(stop, i + 13)) if scene.units[j].kind is UnitKind.MARK), i + 4)
            led = {w for u in scene.units[i + 4 : comma] for w in u.low.split()}
            return not words.isdisjoint(led - _ANYBODYS)  # "X, who speaks for the justice ministry,"
    return not words.isdisjoint(after) or after[-2:] == ["ruling", "party"]


_LEADING: Final = frozenset({"heads", "chairs", "leads", "runs", "directs", "commands", "speaks", "spoke", "headed", "chaired"})
_ANYBODYS: Final = frozenset(
    {"committee", "council", "service", "chief", "commissioner", "president", "secretary", "department", "agency", "bureau"}
)


_TRADES: Final = frozenset(n for n, (role, *_) in ENGLISH.table("roles").items() if role in ("journalist", "activist", "detainee"))


_RANK: Final = 5  # letters of a rank that is cut short: "Brig."
