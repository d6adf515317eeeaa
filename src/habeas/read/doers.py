"""Who does a deed whose subject does not stand right before the verb?

"Parliament adopted a text that demands …", "the envoy, who for months had asked …", "the ministry found that she was beaten, and called on …".
"""

from __future__ import annotations

from typing import Final

from habeas.case.vocabulary import MentionForm
from habeas.languages.english import ENGLISH
from habeas.read.clauses import find_subject
from habeas.read.noun_groups import NounGroup, is_person_noun, read_group
from habeas.read.scene import Scene, UnitKind
from habeas.read.verb_groups import VerbGroup, Voice, finite_group, is_finite, is_helper

_PAPERS: Final = ENGLISH.group("doers.papers")
_TIMES: Final = ENGLISH.group("doers.times")
_SAYING: Final = frozenset(form for form, (_, _, flags) in ENGLISH.table("reporting").items() if not set(flags).isdisjoint("bt"))
_CLOSED: Final = ("preposition", "determiner", "adverb", "number_word")
_REACH: Final = 14  # units that may part a verb from its subject


def parted_subject(scene: Scene, group: VerbGroup) -> NounGroup | None:
    """The subject from which words of time or manner part the verb: "X one day before required", "X, who for months had asked"."""
    start = scene.bounds[scene.units[group.anchor].sentence][0]
    if (helper := _helper_apart(scene, group, start)) is not None:
        return find_subject(scene, VerbGroup(group.anchor, helper, Voice.ACTIVE))
    for i in range(group.first - 1, max(start, group.first - _REACH) - 1, -1):
        unit = scene.units[i]
        if unit.low in ("who", "which") or (unit.kind is UnitKind.MENTION and i < group.first - 1):
            found = find_subject(scene, VerbGroup(group.anchor, i + 1, Voice.ACTIVE))
            return None if found.is_empty and not found.governed else found
        if not _parts(scene, i):
            return None
    return None


def _helper_apart(scene: Scene, group: VerbGroup, start: int) -> int | None:
    """The "has" of "has, through her lawyer, denied", "has over the years denied"."""
    if group.first - 1 > start and not group.helpers and _parts(scene, group.first - 1) and scene.units[group.first - 1].low != ",":
        before = range(group.first - 1, max(start, group.first - _REACH), -1)
        apart = next((i for i in before if not _parts(scene, i) or scene.has(scene.units[i], "have")), start)
        return apart if scene.has(scene.units[apart], "have") else None
    if group.first - 1 <= start or scene.units[group.first - 1].low != ",":
        return None
    for i in range(group.first - 2, max(start, group.first - _REACH), -1):
        if scene.units[i].low == ",":
            return i - 1 if scene.has(scene.units[i - 1], "have") else None
        if is_finite(scene, i):
            return None
    return None


def _parts(scene: Scene, i: int) -> bool:
    """True for a unit of "in the evening of the same day", "last week", "had, …,": it names nobody and begins no clause."""
    unit = scene.units[i]
    if unit.kind is UnitKind.MARK:
        return unit.low in (",", "(", ")", "—", "–")
    if unit.kind is UnitKind.MENTION:
        return False
    return unit.kind is UnitKind.DATE or unit.low.isdigit() or unit.low in _TIMES or scene.has_any(unit, _CLOSED)


def paper_before(scene: Scene, group: VerbGroup) -> int | None:
    """The unit of "text", "letter", "communiqué" that is the verb's subject: "a text that demands", "a letter of nine editors asking"."""
    start = scene.bounds[scene.units[group.anchor].sentence][0]
    for i in range(group.first - 1, max(start, group.first - 8) - 1, -1):
        unit = scene.units[i]
        if unit.low.split()[-1] in _PAPERS:
            return i
        is_named = unit.kind is UnitKind.MENTION and unit.form is MentionForm.NAME and not _is_sent_through(scene, i)
        if unit.kind is UnitKind.MARK or is_finite(scene, i) or is_named:
            return None
    return None


def _is_sent_through(scene: Scene, i: int) -> bool:
    """True for X in "a statement through X calling for …", "a letter via the X demanding": no paper is theirs who pass it on."""
    before = i - 1 - scene.has(scene.units[i - 1], "determiner")
    return before > 0 and scene.units[before].low in ("through", "via", "to")


def subject_of_paper(scene: Scene, paper: int, stop: int) -> NounGroup | None:
    """Whose paper it is: those after "of" or "by", or before "'s", else who adopts, signs or reads it; None where none is told."""
    if paper + 1 < stop and scene.units[paper + 1].low in ("of", "by", "from"):
        owners = tuple(i for i in range(paper + 2, stop) if scene.units[i].kind is UnitKind.MENTION)
        return NounGroup(paper + 2, stop, owners)
    if paper > 1 and scene.units[paper - 1].low in ("'s", "'") and scene.units[paper - 2].kind is UnitKind.MENTION:
        return NounGroup(paper - 2, paper, (paper - 2,))
    if (whose := _whose_paper(scene, paper)) is not None:
        return whose
    return main_subject(scene, paper)


def _whose_paper(scene: Scene, paper: int) -> NounGroup | None:
    """Whom "its" means in "criticised the union for its statement calling for …": not the subject, which answers it."""
    start = scene.bounds[scene.units[paper].sentence][0]
    owner = next((i for i in range(paper - 1, max(start, paper - 4), -1) if scene.units[i].low in ("their", "its", "his", "her")), None)
    if owner is None or owner - 1 <= start or scene.units[owner - 1].low not in _OVER:
        return None
    leads = main_subject(scene, paper)
    leading = {scene.units[i].of for i in leads.heads} if leads is not None else set()
    if scene.units[owner].of >= 0 and scene.units[owner].of not in leading:
        return NounGroup(owner, owner + 1, (owner,))
    verb = next((i for i in range(owner - 1, start, -1) if is_finite(scene, i)), None)
    if verb is None:
        return None
    between = range(verb + 1, owner - 1)
    theirs = tuple(i for i in between if scene.units[i].kind is UnitKind.MENTION)
    return NounGroup(verb + 1, owner - 1, theirs) if theirs or any(is_person_noun(scene, scene.units[i]) for i in between) else None


_OVER: Final = frozenset("over about after following for on against because".split())


def subject_of_participle(scene: Scene, group: VerbGroup) -> NounGroup | None:
    """Whose deed a participle tells that no subject stands beside.

    "Accusing Y of …, X said", "X insisted in a note, denying that …", "X joined Y in demanding …".
    """
    start, stop = scene.bounds[scene.units[group.anchor].sentence]
    if not scene.units[group.anchor].low.endswith("ing") or group.first != group.anchor:
        return None
    before = scene.units[group.first - 1] if group.first > start else None
    if before is not None and before.low in ("in", "by", "those", "others", "voices"):
        joins = next((j for j in range(group.first - 1, start - 1, -1) if scene.units[j].low in _JOINING), None)
        return find_subject(scene, finite_group(scene, joins)) if joins is not None else None
    if before is None:
        comma = next((j for j in range(group.anchor + 1, stop) if scene.units[j].low == ","), stop)
        verb = next((j for j in range(comma + 1, stop) if is_finite(scene, j)), None)
        found = read_group(scene, comma + 1, finite_group(scene, verb).first) if verb is not None else None
        return found if found is not None and not found.is_empty else None
    if before.low != "," or group.first - 2 < start or scene.units[group.first - 2].kind is UnitKind.MENTION:
        return None
    found = main_subject(scene, group.first - 1)
    return None if found is None or found.is_empty else found


def subject_of_cited(scene: Scene, group: VerbGroup) -> NounGroup | None:
    """Whose statement asks, in "commenting on the statement by X, calling for …"; None for any other participle."""
    start, stop = scene.bounds[scene.units[group.anchor].sentence]
    asks = scene.units[group.anchor].low in _ASKING and group.anchor + 1 < stop and scene.units[group.anchor + 1].low in _WHAT_IS_ASKED
    if not asks or group.first <= start or scene.units[group.first - 1].low != ",":
        return None
    for i in range(group.first - 2, max(start, group.first - _REACH), -1):
        unit = scene.units[i]
        if unit.kind is UnitKind.MARK or is_finite(scene, i):
            return None
        if unit.low.split()[-1] in _PAPERS and scene.units[i + 1].low in ("by", "of", "from"):
            is_cited = i - 2 >= start and any(scene.units[j].low in ("on", "to", "about") for j in (i - 1, i - 2))
            return subject_of_paper(scene, i, group.first - 1) if is_cited else None
    return None


_ASKING: Final = frozenset({"calling", "urging", "demanding", "asking", "appealing"})
_WHAT_IS_ASKED: Final = frozenset({"for", "on", "upon", "to", "the", "his", "her", "their"})
_JOINING: Final = frozenset({"join", "joins", "joined", "joining"})


def body_before_which(scene: Scene, group: VerbGroup) -> NounGroup | None:
    """The body that "which" stands by, whoever is named before it: "X, of the Association for Rights, which demands …"."""
    start = scene.bounds[scene.units[group.anchor].sentence][0]
    which = next((j for j in range(group.first - 1, max(start, group.first - 5), -1) if scene.units[j].low == "which"), None)
    if which is None or any(is_finite(scene, j) for j in range(which + 1, group.first)):
        return None
    at = which - 1 if scene.units[which - 1].low != "," else which - 2
    if at < start or scene.units[at].kind is not UnitKind.MENTION or scene.is_person(scene.units[at]):
        return None
    if at - 2 >= start and scene.units[at - 1].low == "in" and scene.is_body(scene.units[at - 2]):
        at -= 2  # "the Foundation in Bremen, which gave"
    return NounGroup(at, at + 1, (at,))


def main_subject(scene: Scene, before: int) -> NounGroup | None:
    """The subject of the last finite verb before unit `before` in its sentence."""
    start = scene.bounds[scene.units[before].sentence][0]
    verb = next((j for j in range(before - 1, start, -1) if is_finite(scene, j)), None)
    return None if verb is None else find_subject(scene, finite_group(scene, verb))


def earlier_subjects(scene: Scene, group: VerbGroup) -> list[NounGroup]:
    """The subjects of the finite verbs before a joined verb, the nearest first: of "X found that she was beaten and called on …" also X."""
    start = scene.bounds[scene.units[group.anchor].sentence][0]
    before = scene.units[group.first - 1] if group.first > start else None
    if before is None or not (scene.has(before, "conjunction") or before.low == ","):
        return []
    semicolon = next((j for j in range(group.first - 1, start, -1) if scene.units[j].low == ";"), start)
    verbs = [j for j in range(group.first - 1, semicolon, -1) if is_finite(scene, j)]
    return [find_subject(scene, finite_group(scene, j)) for j in verbs]


def subject_of_sayer(scene: Scene, group: VerbGroup) -> NounGroup | None:
    """For a verb joined to a clause that somebody reports, who reports it: "X said the police acted well, and accused …" is about X."""
    start = scene.bounds[scene.units[group.anchor].sentence][0]
    before = scene.units[group.first - 1] if group.first > start else None
    if before is None or not scene.has(before, "conjunction"):
        return None
    for j in range(group.first - 2, start, -1):
        if scene.units[j].low == ";":
            return None
        if is_finite(scene, j):
            if _is_saying(scene, j):
                return None
            said = next((k for k in range(j - 1, start, -1) if _is_saying(scene, k) or scene.units[k].low == ";"), None)
            return find_subject(scene, finite_group(scene, said)) if said is not None and _is_saying(scene, said) else None
    return None


def subject_of_saying(scene: Scene, i: int) -> NounGroup | None:
    """Who says the clause in which unit `i` stands: the subject of the verb of saying before it ("X said that …"), or behind it (", X said")."""
    start, stop = scene.bounds[scene.units[i].sentence]
    before = next((j for j in range(i - 1, start, -1) if _is_saying(scene, j)), None)
    if before is not None and not any(is_finite(scene, j) for j in range(before + 1, i) if not is_helper(scene, j, i)):
        found = find_subject(scene, finite_group(scene, before))
        if not found.is_empty or found.governed:
            return found
    after = next((j for j in range(i + 1, stop) if _is_saying(scene, j)), None)
    comma = next((j for j in range(i + 1, after or i) if scene.units[j].low == ","), None)
    if after is None or comma is None:
        return None
    first = finite_group(scene, after).first
    owners = tuple(j for j in range(comma + 1, first) if scene.units[j].kind is UnitKind.MENTION)
    return read_group(scene, comma + 1, first) if owners else None


def _is_saying(scene: Scene, j: int) -> bool:
    return scene.units[j].kind is UnitKind.WORD and scene.units[j].low in _SAYING


def names_people(scene: Scene, group: NounGroup) -> bool:
    """True if a noun of people stands in the group: "nine editors"."""
    return any(is_person_noun(scene, u) for u in scene.units[group.first : group.stop])
