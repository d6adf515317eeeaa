"""Who is the subject of a verb, who its object, and is it said as active, passive or as a mere epithet?

Light rules over units, no parser: a verb gathers its auxiliaries to the left; the subject is the noun group before them,
once what commas, brackets and relative clauses interpose is left out; the object is the noun group after it.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import Final

from habeas.case.vocabulary import MentionForm
from habeas.read.grammar import verb_forms, words_of
from habeas.read.scene import Scene, Unit, UnitKind

_QUOTES = frozenset('“”"„«»‘')
_STRONG = frozenset({";", ":", "—", "–", "…"}) | _QUOTES


class Voice(StrEnum):
    ACTIVE = "active"
    PASSIVE = "passive"
    REDUCED = "reduced"  # a participle without its auxiliary: "X, arrested in May, …", "X and Y jailed for …"
    STATUS = "status"  # before its noun: "the jailed journalist"
    NOUN = "noun"


@dataclass(frozen=True, slots=True)
class VerbGroup:
    """A verb with its auxiliaries: `first` is where they begin, `governor` the word before "to", where it is an infinitive."""

    anchor: int
    first: int
    voice: Voice
    helpers: tuple[str, ...] = ()
    governor: int | None = None

    @property
    def is_infinitive(self) -> bool:
        return "to" in self.helpers


@dataclass(frozen=True, slots=True)
class NounGroup:
    """A noun group: units of its persons, of those that a preposition or "'s" subordinates, and its noun for persons, if any."""

    first: int
    stop: int
    heads: tuple[int, ...] = ()
    governed: tuple[int, ...] = ()
    possessors: tuple[int, ...] = ()
    noun: int | None = None

    @property
    def is_empty(self) -> bool:
        return not self.heads and self.noun is None


def find_verb_group(scene: Scene, anchor: int, verbs: tuple[str, ...], last: int | None = None) -> VerbGroup:
    """The group of the verb at `anchor`, and its voice; `last` is where its particle stands ("picked up")."""
    start, stop = scene.bounds[scene.units[anchor].sentence]
    helpers: list[str] = []
    i = anchor - 1
    while i >= start and _is_helper(scene, i, anchor):
        helpers.append(scene.units[i].low)
        i -= 1
        if helpers[-1] == "to":
            break
    first = i + 1
    if not helpers and (be := _distant_be(scene, anchor, start)) is not None:
        return find_verb_group_at(scene, anchor, be)
    governor = first - 1 if "to" in helpers and first > start else None
    voice = _voice(scene, anchor, anchor if last is None else last, first, verbs, tuple(helpers), stop)
    return VerbGroup(anchor, first, voice, tuple(helpers), governor)


def _distant_be(scene: Scene, anchor: int, start: int) -> int | None:
    """The "was" that a phrase parts from its participle: "was in the end acquitted", "were on Monday in Minsk sentenced"."""
    for j in range(anchor - 2, max(start - 1, anchor - 7), -1):
        unit = scene.units[j]
        if unit.low in ("was", "were", "is", "are", "been"):
            return j if scene.has(scene.units[j + 1], "preposition") and scene.units[j + 1].low != "as" else None
        if unit.kind is UnitKind.MARK or is_finite(scene, j) or scene.has(unit, "conjunction") or scene.has(unit, "relative"):
            return None
    return None


def find_verb_group_at(scene: Scene, anchor: int, be: int) -> VerbGroup:
    """The passive group whose auxiliary stands at `be`, apart from its participle."""
    start = scene.bounds[scene.units[anchor].sentence][0]
    helpers = [scene.units[be].low]
    i = be - 1
    while i >= start and _is_helper(scene, i, be):
        helpers.append(scene.units[i].low)
        i -= 1
    return VerbGroup(anchor, i + 1, Voice.PASSIVE, tuple(helpers))


def without_verb(scene: Scene, anchor: int) -> VerbGroup:
    """The group of a phrase that begins with no verb ("in custody since"), with the auxiliaries before it ("has been")."""
    start = scene.bounds[scene.units[anchor].sentence][0]
    first = anchor
    while first > start and _is_helper(scene, first - 1, anchor):
        first -= 1
    helpers = tuple(scene.units[i].low for i in range(anchor - 1, first - 1, -1))
    return VerbGroup(anchor, first, Voice.NOUN, helpers)


def as_deed(scene: Scene, group: VerbGroup) -> VerbGroup:
    """The group of a verb of speech or judgement ("called for", "condemns with energy"), which is active unless it says otherwise."""
    if group.voice in (Voice.ACTIVE, Voice.PASSIVE):
        return group
    stop = scene.bounds[scene.units[group.anchor].sentence][1]
    if group.anchor + 1 < stop and scene.units[group.anchor + 1].low == "by":
        return group
    if group.first > 0 and scene.units[group.first - 1].sentence == scene.units[group.anchor].sentence:
        before = scene.units[group.first - 1]
        nominal = scene.has(before, "determiner") or before.low in ("'s", "'") or (scene.has(before, "preposition") and before.low != "to")
        if nominal or (before.kind is UnitKind.WORD and _is_adjective(before.low) and not before.low.endswith("ent")):
            return VerbGroup(group.anchor, group.first, Voice.NOUN, group.helpers, group.governor)
    return VerbGroup(group.anchor, group.first, Voice.ACTIVE, group.helpers, group.governor)


def _is_helper(scene: Scene, i: int, anchor: int) -> bool:
    unit = scene.units[i]
    if unit.kind is UnitKind.DATE:  # "were yesterday detained"
        return i > 0 and (scene.has(scene.units[i - 1], "be") or scene.has(scene.units[i - 1], "have")) and unit.low.count(" ") <= 2
    if unit.kind is not UnitKind.WORD:
        return False
    if unit.low in ("'s", "s"):
        return i > 0 and scene.units[i - 1].low in ("he", "she", "it", "who", "that")
    if unit.low == "to":
        return True
    if unit.low in ("that", "so", "together", "once"):
        return False
    if unit.low.endswith("ly") and len(unit.low) > 4 and unit.low not in ("july", "family", "only", "assembly", "italy", "monthly"):
        return True
    return scene.has_any(unit, ("be", "get", "have", "do", "modal", "adverb")) or unit.low in ("not", "n't", "never")


def _voice(scene: Scene, anchor: int, last: int, first: int, verbs: tuple[str, ...], helpers: tuple[str, ...], stop: int) -> Voice:
    low = scene.units[anchor].low
    forms = [f for f in (verb_forms(scene.language, v) for v in verbs) if low in f.all]
    is_participle = any(low in f.participle for f in forms)
    is_past = any(low in f.past for f in forms)
    is_ing = any(low in f.ing for f in forms)
    passive = any(h in words_of(scene.language, "be") or h in words_of(scene.language, "get") for h in helpers)
    if is_participle and passive:
        return Voice.PASSIVE
    if is_ing:
        return Voice.NOUN if _follows_determiner(scene, first) and not passive else Voice.ACTIVE
    finite = any(h in words_of(scene.language, k) for h in helpers for k in ("modal", "do", "have")) or "to" in helpers
    has_object = starts_object(scene, last + 1, stop)
    if not (is_past or is_participle):  # base or third person: "arrest", "arrests"
        if finite:
            return Voice.ACTIVE
        third = any(low in f.third for f in forms)
        joined = first > 0 and (scene.has(scene.units[first - 1], "conjunction") or scene.units[first - 1].low in (",", "then"))
        if third and has_object and joined and _has_finite_before(scene, first - 1):
            return Voice.ACTIVE
        takes = has_object or last > anchor or (last + 1 < stop and scene.units[last + 1].kind is UnitKind.TERM)
        return Voice.ACTIVE if takes and _can_be_subject(scene, first - 1) else Voice.NOUN
    if (is_past and not is_participle) or finite:
        return Voice.ACTIVE
    if not has_object and is_object_relative(scene, first):
        return Voice.ACTIVE
    if not has_object:
        return Voice.STATUS if _follows_determiner(scene, first) else Voice.REDUCED
    if _can_be_subject(scene, first - 1) and not _follows_determiner(scene, first):
        return Voice.ACTIVE
    after = scene.units[last + 1]
    if scene.has(after, "determiner") or scene.has(after, "object_pronoun") or scene.has(after, "number_word") or after.low.isdigit():
        return Voice.ACTIVE
    if after.form is MentionForm.NAME and first > 0 and scene.units[first - 1].low in (",", ")", "—"):
        start = scene.bounds[scene.units[first].sentence][0]
        opening = skip_interposed(scene, first, start)
        if opening < first and _can_be_subject(scene, opening - 1):  # "the judge of the court, X, sentenced Y"
            return Voice.ACTIVE
    if first > 0 and scene.has(scene.units[first - 1], "conjunction") and _has_active_before(scene, first - 1):
        return Voice.ACTIVE
    return Voice.STATUS


def is_object_relative(scene: Scene, first: int) -> bool:
    """True before a verb whose object stands in front: "X, whom a court sentenced", "the film that she released"."""
    start = scene.bounds[scene.units[first].sentence][0]
    for j in range(first - 1, max(start, first - 8), -1):
        low = scene.units[j].low
        if low == "whom" or (low in ("that", "which") and not is_finite(scene, j - 1) and j < first - 1):
            return True
        if scene.units[j].kind is UnitKind.MARK or is_finite(scene, j):
            return False
    return False


def _follows_determiner(scene: Scene, first: int) -> bool:
    if first == 0:
        return False
    before = scene.units[first - 1]
    return scene.has(before, "determiner") or before.low in ("'s", "'")


def _can_be_subject(scene: Scene, i: int) -> bool:
    """True if the unit can end a noun group that a verb follows; a date in between ("the court on Monday found") does not count."""
    while i > 0 and scene.units[i].kind is UnitKind.DATE:
        i -= 1
        while i > 0 and (scene.has(scene.units[i], "preposition") or scene.units[i].low == ","):
            i -= 1
    if i < 0 or scene.units[i].kind is UnitKind.DATE:
        return False
    unit = scene.units[i]
    if unit.kind is UnitKind.MENTION:
        return True
    if unit.kind is not UnitKind.WORD or unit.low == "'s":
        return unit.low in (")", "”", '"')
    if unit.low in ("he", "she", "they", "who", "which", "it", "we"):
        return True
    if unit.low == "them" and i > 0 and scene.units[i - 1].low == "of":
        return True
    if i > 0 and scene.units[i - 1].low == "to":
        return False
    closed = ("preposition", "conjunction", "determiner", "be", "have", "modal", "negation", "adverb", "object_pronoun", "subordinator")
    return not scene.has_any(unit, closed) and not is_finite(scene, i) and not _is_adjective(unit.low)


def _is_adjective(low: str) -> bool:
    return low.endswith(("ian", "ish", "ese", "ous", "ive", "ent", "ical", "ful", "less")) and not low.endswith(
        ("resident", "president", "correspondent", "student", "agent", "government", "parliament")
    )


def _has_finite_before(scene: Scene, i: int) -> bool:
    start = scene.bounds[scene.units[i].sentence][0]
    return any(is_finite(scene, j) or (scene.units[j].low.endswith("s") and starts_object(scene, j + 1, i)) for j in range(start + 1, i))


def _has_active_before(scene: Scene, i: int) -> bool:
    """True if a finite verb with an object stands before `i` in the sentence."""
    start = scene.bounds[scene.units[i].sentence][0]
    for j in range(i - 1, start, -1):
        if scene.units[j].low == ";":
            return False
        if is_finite(scene, j) and scene.units[j].low not in words_of(scene.language, "be") and starts_object(scene, j + 1, i):
            return True
    return False


def starts_object(scene: Scene, i: int, stop: int) -> bool:
    """True if a noun group can begin at unit `i` as an object: a mention, a determiner, a number, a noun."""
    while i < stop and scene.units[i].low in _QUOTES:
        i += 1
    if i >= stop:
        return False
    unit = scene.units[i]
    if unit.kind is UnitKind.MENTION:
        return True
    if unit.kind is not UnitKind.WORD:
        return False
    if scene.has(unit, "object_pronoun") or scene.has(unit, "determiner") or scene.has(unit, "number_word") or unit.low.isdigit():
        return unit.low not in ("that",)
    closed = ("preposition", "conjunction", "be", "have", "do", "modal", "negation", "adverb", "subordinator", "relative", "pronoun", "get")
    return not scene.has_any(unit, closed) and not unit.low.endswith("ly") and not is_finite(scene, i) and unit.low not in ("'s",)


def is_finite(scene: Scene, i: int) -> bool:
    """True if the unit is, as far as words and spelling tell, a finite verb or its first auxiliary."""
    unit = scene.units[i]
    if unit.kind is not UnitKind.WORD:
        return False
    if unit.low in ("being", "been", "be", "'s", "having", "getting"):
        return False
    if scene.has_any(unit, ("be", "have", "do", "modal", "past_verb", "present_verb", "speech_verb")):
        return unit.low != "according"
    if unit.low.endswith("ed") and len(unit.low) > 4:
        before = scene.units[i - 1] if i else None
        return (
            before is not None
            and before.kind is not UnitKind.MARK
            and not scene.has_any(before, ("determiner", "preposition", "be", "adverb", "number_word"))
        )
    return False


def find_subject(scene: Scene, group: VerbGroup) -> NounGroup:
    """The noun group before the verb group; of a relative clause, what it stands by; of joined verbs, that of the first."""
    start = scene.bounds[scene.units[group.anchor].sentence][0]
    stop = skip_interposed(scene, group.first, start)
    if stop > start and (
        (scene.has(scene.units[stop - 1], "relative") and scene.units[stop - 1].low != "that") or _is_relative_that(scene, stop - 1)
    ):
        stop -= 1
        if stop > start and scene.units[stop - 1].low == ",":
            stop -= 1
        return _closest_group(scene, start, stop)
    stop = _skip_date(scene, stop, start)
    before = scene.units[stop - 1] if stop > start else None
    if before is not None and group.voice is Voice.REDUCED and before.low in ("—", "–", ":", "-"):
        listed = _subject_region(scene, start, stop - 1)  # "X, former mayor — released with four more"
        if any(scene.is_person(scene.units[i]) for i in listed.heads):
            return listed
    if (
        before is not None
        and ("having" in group.helpers or "being" in group.helpers)
        and (scene.has(before, "preposition") or scene.has(before, "subordinator"))
    ):
        return _joined_subject(scene, group, start, stop - 1)
    if before is not None and (scene.has(before, "conjunction") or before.low in (",", "then")):
        return _joined_subject(scene, group, start, stop - 1)
    found = _subject_region(scene, start, stop)
    if stop < group.first and not any(scene.units[i].form is MentionForm.NAME for i in found.heads):
        beside = _read_group(scene, stop + 1, group.first)  # "The main defendant, X, was …"
        if any(scene.units[i].form is MentionForm.NAME for i in beside.heads) and not scene.has(scene.units[stop + 1], "relative"):
            return NounGroup(found.first, group.first, beside.heads, beside.governed, found.possessors, found.noun)
    return found


def _is_relative_that(scene: Scene, i: int) -> bool:
    """True for "that" after a noun ("people that were held"), not after a verb ("said that")."""
    return scene.units[i].low == "that" and i > 0 and scene.units[i - 1].kind is UnitKind.WORD and is_person_noun(scene, scene.units[i - 1])


def _skip_date(scene: Scene, stop: int, start: int) -> int:
    """Where the words before "in March 2023 was sentenced" end, if they end in a conjunction."""
    i = stop
    while i > start and (scene.units[i - 1].kind is UnitKind.DATE or scene.has(scene.units[i - 1], "preposition")):
        i -= 1
    joins = i > start and (scene.has(scene.units[i - 1], "conjunction") or scene.units[i - 1].low == ",")
    return i if joins and i < stop else stop


def _joined_subject(scene: Scene, group: VerbGroup, start: int, at: int) -> NounGroup:
    """The subject of a verb after "and", "," or "then": of a participle beside a name that name, else of the verb before."""
    i = at
    while i > start and (scene.units[i].low in (",", "then", "and", "but", "later")):
        i -= 1
    beside = scene.units[i]
    if (
        group.voice is Voice.REDUCED
        and scene.units[at].low == ","
        and (scene.is_person(beside) or beside.low == ")" or is_person_noun(scene, beside))
    ):
        return _closest_group(scene, start, i + 1)
    for j in range(i, start - 1, -1):
        if scene.units[j].low == ";":
            return _subject_region(scene, j + 1, at)
        if is_finite(scene, j):
            first = j
            while first > start and _is_helper(scene, first - 1, j) and scene.units[first - 1].low != "to":
                first -= 1
            found = find_subject(scene, VerbGroup(j, first, Voice.ACTIVE))
            if not found.is_empty or found.governed:
                return found
    return _subject_region(scene, start, at)


def skip_interposed(scene: Scene, stop: int, start: int) -> int:
    """Where the noun group before `stop` ends, once ", who …," or "(…)" or "— … —" before it is left out."""
    while stop > start:
        low = scene.units[stop - 1].low
        if low == ",":
            opening = _opening_comma(scene, stop - 1, start)
        elif low in (")", "]"):
            opening = _back_to(scene, stop - 1, start, ("(", "["))
        elif low in ("—", "–"):
            opening = _back_to(scene, stop - 1, start, ("—", "–"))
        else:
            return stop
        if opening is None or opening <= start:
            return stop
        stop = opening
    return stop


def _back_to(scene: Scene, i: int, start: int, marks: tuple[str, ...]) -> int | None:
    for j in range(i - 1, start - 1, -1):
        if scene.units[j].low in marks:
            return j
    return None


def _opening_comma(scene: Scene, i: int, start: int) -> int | None:
    """The comma that opens what the comma at `i` closes: a relative clause, an apposition, a participle."""
    has_verb = False
    for j in range(i - 1, start - 1, -1):
        unit = scene.units[j]
        if unit.low == ",":
            begins = scene.units[j + 1]
            second = scene.units[min(j + 2, i)]
            if (
                scene.has(begins, "relative")
                or begins.low in ("where", "when")
                or (scene.has(begins, "preposition") and scene.has(second, "relative"))
            ):
                return j
            if not has_verb or begins.low.endswith("ing"):
                return j
        elif unit.low in (";", ":"):
            return None
        elif is_finite(scene, j):
            has_verb = True
    return None


def _subject_region(scene: Scene, start: int, stop: int) -> NounGroup:
    """The noun group that ends at `stop`, back to the last verb, strong mark or subordinator."""
    first = stop
    while first > start:
        i = first - 1
        unit = scene.units[i]
        if unit.low in _STRONG or unit.low in (
            "because",
            "although",
            "though",
            "while",
            "whereas",
            "when",
            "if",
            "unless",
            "after",
            "before",
        ):
            if unit.low in _QUOTES and not _is_sentence_end_inside(scene, i, stop):
                first -= 1
                continue
            break
        if unit.low in ("since", "as", "so") and i > start and scene.units[i - 1].low == ",":
            break
        if unit.low == "that" and i > start and (is_finite(scene, i - 1) or i + 1 < stop):
            break
        if is_finite(scene, i):
            jumped = _over_relative(scene, i, start)
            if jumped is not None:
                return _read_group(scene, _subject_region(scene, start, jumped).first, jumped)
            if _read_group(scene, first, stop).is_empty and unit.low.endswith("ed"):
                first -= 1
                continue
            break
        if scene.has(unit, "relative") and unit.low != "that":
            break
        if scene.has(unit, "conjunction") and i > start and scene.units[i - 1].low == "," and _is_whole_clause(scene, start, i, stop):
            break
        first -= 1
    return _read_group(scene, first, stop)


def _is_whole_clause(scene: Scene, start: int, i: int, stop: int) -> bool:
    """True if ", and" parts two clauses: a finite verb before it, a noun group of its own after it."""
    return any(is_finite(scene, j) for j in range(start, i)) and not _read_group(scene, i + 1, stop).is_empty


def _is_sentence_end_inside(scene: Scene, i: int, stop: int) -> bool:
    """True if the quote mark at `i` ends quoted speech: a comma or stop stands before it."""
    return i > 0 and scene.units[i - 1].low in (",", ".", "!", "?")


def _over_relative(scene: Scene, i: int, start: int) -> int | None:
    """Where the noun group before a relative clause ends, if the verb at `i` is that of "who/that/which …"; else None."""
    j = i
    while j > start and _is_helper(scene, j - 1, i):
        j -= 1
    if j > start and scene.units[j - 1].low in ("who", "which", "that") and not is_finite(scene, j - 2 if j > 1 else 0):
        return j - 1 if scene.units[j - 2].low != "," else j - 2
    return None


def _closest_group(scene: Scene, start: int, stop: int) -> NounGroup:
    """The noun group that ends right at `stop`: the names there and those joined to them, or the noun there."""
    found = _subject_region(scene, start, stop)
    if found.is_empty and stop > start and is_person_noun(scene, scene.units[stop - 1]):
        return NounGroup(found.first, stop, (), (), (), stop - 1)
    if not found.heads and not found.governed:
        return found
    persons = [i for i in (*found.heads, *found.governed) if scene.is_person(scene.units[i])]
    if not persons:
        return found
    last = max(persons)
    tail = range(last + 1, stop)
    if found.noun is not None and found.noun > last and not any(scene.units[i].low == "," for i in tail):
        return NounGroup(found.noun, stop, (), (), (), found.noun)
    chain = [last]
    for i in sorted(persons, reverse=True)[1:]:
        if not _is_joined(scene, i, chain[-1]):
            break
        chain.append(i)
    return NounGroup(min(chain), stop, tuple(sorted(chain)))


def _is_joined(scene: Scene, a: int, b: int) -> bool:
    """True if only "and" or "," and words of apposition stand between two mentions, and no sign that the second is another clause."""
    between = [scene.units[i] for i in range(a + 1, b)]
    return any(scene.has(u, "conjunction") for u in between) and not any(is_finite(scene, i) for i in range(a + 1, b))


_AFTER_THOSE: Final = frozenset(
    ["who", "detained", "held", "arrested", "jailed", "at", "in", "imprisoned", "behind", "convicted", "accused", "sentenced"]
)


def _is_the_detained(scene: Scene, i: int) -> bool:
    """True for "the detained" that stands for people, not before a noun of its own."""
    if i == 0 or not (scene.has(scene.units[i - 1], "determiner") or scene.units[i - 1].low in ("of", "all")):
        return False
    stop = scene.bounds[scene.units[i].sentence][1]
    return not starts_object(scene, i + 1, stop) or scene.has(scene.units[i + 1], "determiner")


def is_person_noun(scene: Scene, unit: Unit) -> bool:
    if unit.kind is UnitKind.MENTION:
        return scene.is_person(unit)
    if unit.low in ("he", "she", "they", "him", "them"):
        return True
    if unit.low.endswith("-year-old"):
        return True
    if unit.low == "those":
        nxt = scene.at(unit.span.stop)
        return any(u.low in _AFTER_THOSE for u in scene.units[nxt : nxt + 2])
    if unit.low in _AFTER_THOSE and unit.low.endswith("ed"):
        return _is_the_detained(scene, scene.at(unit.span.start))
    return any(unit.low in words_of(scene.language, k, "person_nouns") for k in ("one", "many", "kin")) or (
        unit.low in words_of(scene.language, "group_word")
    )


def _read_group(scene: Scene, first: int, stop: int) -> NounGroup:
    """The mentions of the units from `first` to `stop`, parted into heads, governed and possessors.

    A preposition governs the next mention, unless a noun of its own stands between ("Secretary of State X", "in Minsk X").
    """
    heads: list[int] = []
    governed: list[int] = []
    possessors: list[int] = []
    noun: int | None = None
    is_governed = was_governed = is_used_up = False
    for i in range(first, stop):
        unit = scene.units[i]
        if unit.kind is UnitKind.MENTION:
            if unit.form is MentionForm.NOMINAL and i > first and scene.units[i - 1].low == "as":
                is_governed = True
            owns = i + 1 < stop and scene.units[i + 1].low in ("'s", "'")
            under = is_governed and not (is_used_up and scene.is_person(unit))
            target = possessors if owns else governed if under else heads
            if not owns and not under and was_governed and _continues_list(scene, i, stop, governed):
                target = governed
            target.append(i)
            was_governed = target is governed
            is_governed = under and not scene.is_person(unit) and i + 1 < stop and is_person_noun(scene, scene.units[i + 1])
            is_used_up = False
        elif unit.low == "," or unit.kind is not UnitKind.WORD:
            is_governed = is_used_up = False
        elif scene.has(unit, "conjunction"):
            is_governed = was_governed and bool(governed) and governed[-1] == i - 1 and _is_person_next(scene, i + 1, stop)
        elif scene.has(unit, "preposition") and not scene.has(unit, "governs_not"):
            is_governed, is_used_up = True, False
        elif is_person_noun(scene, unit) or (unit.low == "her" and _is_her_alone(scene, i, stop)):
            named_as = i > first and scene.units[i - 1].low == "as"
            if noun is None and not named_as and (not is_governed or is_used_up or unit.low in ("he", "she", "they")):
                noun = i
            is_used_up = False
        elif is_governed and unit.kind is UnitKind.WORD and not scene.has(unit, "determiner") and not _is_adjective(unit.low):
            is_used_up = not unit.low.endswith("ed") and unit.low not in ("mr", "ms", "mrs", "dr", "sir", "lady")
    return NounGroup(first, stop, tuple(heads), tuple(governed), tuple(possessors), noun)


def _is_her_alone(scene: Scene, i: int, stop: int) -> bool:
    """True if "her" is the object ("gave her two years"), not "her lawyer"."""
    if i + 1 >= stop:
        return True
    after = scene.units[i + 1]
    return scene.has(after, "determiner") or scene.has(after, "number_word") or not starts_object(scene, i + 1, stop)


def _is_person_next(scene: Scene, i: int, stop: int) -> bool:
    return i < stop and scene.is_person(scene.units[i])


def _continues_list(scene: Scene, i: int, stop: int, governed: list[int]) -> bool:
    """True if the mention at `i` follows a governed one as ", X" of a list that ends in "and Y"."""
    if not governed or governed[-1] != i - 2 or scene.units[i - 1].low != ",":
        return False
    return any(scene.has(scene.units[j], "conjunction") for j in range(i + 1, min(stop, i + 8)))


def find_object(scene: Scene, after: int) -> NounGroup:
    """The noun group that begins at unit `after`, as the object of the verb before it."""
    end = scene.bounds[scene.units[after - 1].sentence][1]
    while after < end - 1 and (
        scene.units[after].low == "," or scene.units[after].kind is UnitKind.DATE or scene.units[after + 1].kind is UnitKind.DATE
    ):
        after += 1
    stop = _object_stop(scene, after)
    group = _read_group(scene, after, stop)
    return _without_next_subject(scene, group, stop)


_KEEPS = frozenset({"of", "from", "at", "with", "by", "as", "including", "like"})


def _object_stop(scene: Scene, after: int) -> int:
    """Where the object ends: at a verb, a strong mark, a relative clause, or a preposition that leads away from the persons."""
    end = scene.bounds[scene.units[after - 1].sentence][1]
    has_head = False
    for i in range(after, end):
        unit = scene.units[i]
        if unit.low in (":", "—", "–") and has_head:
            continue
        if unit.low in (";", ".", "?", "!") or unit.low in (":", "—", "–"):
            return i
        if unit.kind is UnitKind.MENTION or is_person_noun(scene, unit):
            has_head = True
        elif unit.kind in (UnitKind.DATE, UnitKind.TERM) or (
            is_finite(scene, i)
            or (scene.has(unit, "relative") and unit.low != "that")
            or scene.has(unit, "subordinator")
            or (scene.has(unit, "preposition") and unit.low not in _KEEPS)
            or (unit.low.endswith("ing") and i > after and scene.units[i - 1].low == ",")
        ):
            return i
    return end


def _without_next_subject(scene: Scene, group: NounGroup, stop: int) -> NounGroup:
    """The object without a mention that is in truth the subject of what follows: "detained X, her lawyer Y said"."""
    end = scene.bounds[scene.units[group.first - 1].sentence][1]
    if stop < end and is_finite(scene, stop) and group.heads and len(group.heads) > 1:
        last = group.heads[-1]
        commas = [i for i in range(group.heads[-2], last) if scene.units[i].low == ","]
        joined = any(scene.has(scene.units[i], "conjunction") for i in range(group.heads[-2], last))
        if commas and not joined:
            return NounGroup(group.first, commas[-1], group.heads[:-1], group.governed, group.possessors, group.noun)
    return group
