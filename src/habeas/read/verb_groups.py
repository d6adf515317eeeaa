"""Which auxiliaries has a verb, and is it said as active, passive or as a mere epithet?"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from habeas.case.vocabulary import MentionForm
from habeas.read.grammar import verb_forms, words_of
from habeas.read.numbers import number_value
from habeas.read.scene import Scene, UnitKind, once_a_scene

_QUOTES = frozenset('“”"„«»‘')


_NEAREST = frozenset({"last", "same", "this", "next", "earlier", "later", "early", "late"})


_IN_PERSON = frozenset({"himself", "herself", "themselves", "all", "both"})


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


@once_a_scene
def find_verb_group(scene: Scene, anchor: int, verbs: tuple[str, ...], last: int | None = None) -> VerbGroup:
    """The group of the verb at `anchor`, and its voice; `last` is where its particle stands ("picked up")."""
    start, stop = scene.bounds[scene.units[anchor].sentence]
    helpers: list[str] = []
    i = anchor - 1
    while i >= start and is_helper(scene, i, anchor):
        helpers.append(scene.units[i].low)
        i -= 1
        if helpers[-1] == "to":
            break
    first = i + 1
    adverbs_only = not any(
        scene.has_any(scene.units[j], ("be", "get", "have", "do", "modal")) or scene.units[j].low == "to" for j in range(first, anchor)
    )
    if adverbs_only and _is_participle(scene, anchor, verbs) and (be := _distant_be(scene, first, start)) is not None:
        return find_verb_group_at(scene, anchor, be)
    if not helpers and (apart := _auxiliary_before_aside(scene, first, start)) is not None:
        helpers, first = apart
    governor = first - 1 if "to" in helpers and first > start else None
    voice = _voice(scene, anchor, anchor if last is None else last, first, verbs, tuple(helpers), stop)
    return VerbGroup(anchor, first, voice, tuple(helpers), governor)


def _is_participle(scene: Scene, anchor: int, verbs: tuple[str, ...]) -> bool:
    """True for "jailed", not for "jail" of "is in the city jail"."""
    return any(scene.units[anchor].low in verb_forms(scene.language, v).participle for v in verbs)


def _auxiliary_before_aside(scene: Scene, first: int, start: int) -> tuple[list[str], int] | None:
    """The auxiliaries in front of what commas set apart, and where they begin: "has, on 3 May, sentenced", "was, in his absence, given"."""
    if first - 1 <= start or scene.units[first - 1].low != ",":
        return None
    opening = skip_interposed(scene, first, start)
    if opening >= first or opening <= start or not scene.has_any(scene.units[opening - 1], ("have", "be")):
        return None
    if any(is_finite(scene, j) for j in range(opening + 1, first - 1)):
        return None
    helpers: list[str] = []
    i = opening - 1
    while i >= start and is_helper(scene, i, opening):
        helpers.append(scene.units[i].low)
        i -= 1
    return helpers, i + 1


def _distant_be(scene: Scene, anchor: int, start: int) -> int | None:
    """The "was" that a phrase parts from its participle: "was in the end acquitted", "were on Monday in Minsk sentenced"."""
    for j in range(anchor - 2, max(start - 1, anchor - 7), -1):
        unit = scene.units[j]
        if unit.low in ("was", "were", "is", "are", "been"):
            after = scene.units[j + 1]
            if scene.units[anchor - 1].low == "," and starts_object(scene, anchor + 1, scene.bounds[scene.units[anchor].sentence][1]):
                return None  # "X, whose observers were in the room, condemned the verdict"
            return j if (scene.has(after, "preposition") and after.low != "as") or after.low in ("last", "this") else None
        if unit.kind is UnitKind.MARK or is_finite(scene, j) or scene.has(unit, "conjunction") or scene.has(unit, "relative"):
            return None
    return None


def find_verb_group_at(scene: Scene, anchor: int, be: int) -> VerbGroup:
    """The passive group whose auxiliary stands at `be`, apart from its participle."""
    start = scene.bounds[scene.units[anchor].sentence][0]
    helpers = [scene.units[be].low]
    i = be - 1
    while i >= start and is_helper(scene, i, be):
        helpers.append(scene.units[i].low)
        i -= 1
    return VerbGroup(anchor, i + 1, Voice.PASSIVE, tuple(helpers))


def without_verb(scene: Scene, anchor: int) -> VerbGroup:
    """The group of a phrase that begins with no verb ("in custody since"), with the auxiliaries before it ("has been")."""
    start = scene.bounds[scene.units[anchor].sentence][0]
    first = anchor
    while first > start and is_helper(scene, first - 1, anchor):
        first -= 1
    helpers = tuple(scene.units[i].low for i in range(anchor - 1, first - 1, -1))
    return VerbGroup(anchor, first, Voice.NOUN, helpers)


def finite_group(scene: Scene, verb: int) -> VerbGroup:
    """The active group of a finite verb, with the auxiliaries before it: to ask for its subject."""
    start = scene.bounds[scene.units[verb].sentence][0]
    first = verb
    while first > start and is_helper(scene, first - 1, verb) and scene.units[first - 1].low != "to":
        first -= 1
    return VerbGroup(verb, first, Voice.ACTIVE)


def as_deed(scene: Scene, group: VerbGroup) -> VerbGroup:
    """The group of a verb of speech or judgement ("called for", "condemns with energy"), which is active unless it says otherwise."""
    if group.voice in (Voice.ACTIVE, Voice.PASSIVE):
        return group
    stop = scene.bounds[scene.units[group.anchor].sentence][1]
    if group.anchor + 1 < stop and scene.units[group.anchor + 1].low == "by":
        return group
    if group.first > 0 and scene.units[group.first - 1].sentence == scene.units[group.anchor].sentence:
        before = scene.units[group.first - 1]
        nominal = (
            (scene.has(before, "determiner") and before.low != "both")
            or before.low in ("'s", "'")
            or (scene.has(before, "preposition") and before.low != "to")
        )
        if nominal or (before.kind is UnitKind.WORD and is_adjective(before.low) and not before.low.endswith("ent")):
            return VerbGroup(group.anchor, group.first, Voice.NOUN, group.helpers, group.governor)
    return VerbGroup(group.anchor, group.first, Voice.ACTIVE, group.helpers, group.governor)


def is_helper(scene: Scene, i: int, anchor: int) -> bool:
    unit = scene.units[i]
    if unit.kind is UnitKind.DATE:  # "were yesterday detained"
        return i > 0 and (scene.has(scene.units[i - 1], "be") or scene.has(scene.units[i - 1], "have")) and unit.low.count(" ") <= 2
    if unit.kind is not UnitKind.WORD:
        return False
    if unit.low in ("'s", "s"):
        return i > 0 and scene.units[i - 1].low in ("he", "she", "it", "who", "that")
    if unit.low == "to":
        return True
    if unit.low in ("once", "more", "again") and 0 < i < anchor:  # "once more demanded"
        beside = scene.units[i + 1].low if unit.low == "once" else scene.units[i - 1].low
        return beside in (("more", "again") if unit.low == "once" else ("once", "yet"))
    if unit.low in ("that", "so", "together", "once"):
        return False
    if unit.low in _IN_PERSON:
        return i > 0 and scene.has_any(scene.units[i - 1], ("be", "have", "modal"))  # "was himself detained", "should all be released"
    if _is_manner(unit.low):
        return True
    if unit.low in ("and", "or"):  # "should be immediately and unconditionally released": else the "should" is lost
        return 0 < i < anchor - 1 and _is_manner(scene.units[i - 1].low) and _is_manner(scene.units[i + 1].low)
    return scene.has_any(unit, ("be", "get", "have", "do", "modal", "adverb")) or unit.low in ("not", "n't", "never")


def _is_manner(low: str) -> bool:
    return low.endswith("ly") and len(low) > 4 and low not in ("july", "family", "only", "assembly", "italy", "monthly")


def _voice(scene: Scene, anchor: int, last: int, first: int, verbs: tuple[str, ...], helpers: tuple[str, ...], stop: int) -> Voice:
    low = scene.units[anchor].low
    forms = [f for f in (verb_forms(scene.language, v) for v in verbs) if low in f.all]
    is_participle = any(low in f.participle for f in forms)
    # At the head of a sentence nothing stands before: "Detained activist X …" under a headline.
    has_subject = first > scene.bounds[scene.units[first].sentence][0] and _can_be_subject(scene, first - 1)
    is_past = any(low in f.past for f in forms)
    is_ing = any(low in f.ing for f in forms)
    passive = any(h in words_of(scene.language, "be") or h in words_of(scene.language, "get") for h in helpers)
    if is_participle and passive:
        return Voice.PASSIVE
    if is_ing:
        of = last + 1 < stop and scene.units[last + 1].low == "of"
        return Voice.NOUN if (of or _follows_determiner(scene, first)) and not passive else Voice.ACTIVE
    finite = any(h in words_of(scene.language, k) for h in helpers for k in ("modal", "do", "have")) or "to" in helpers
    behind = _behind_its_day(scene, last + 1, stop)
    has_object = starts_object(scene, behind, stop)
    if not (is_past or is_participle):  # base or third person: "arrest", "arrests"
        if finite:
            return Voice.ACTIVE
        third = any(low in f.third for f in forms)
        joint = first - 2 if first > 1 and [u.low for u in scene.units[first - 2 : first]] == ["at", "once"] else first
        joined = joint > 0 and (scene.has(scene.units[joint - 1], "conjunction") or scene.units[joint - 1].low in (",", "then"))
        if third and has_object and joined and _has_finite_before(scene, first - 1):
            return Voice.ACTIVE
        if (
            last > anchor
            and has_object
            and joined
            and scene.has(scene.units[joint - 1], "conjunction")
            and scene.is_person(scene.units[last + 1])
        ):
            return Voice.ACTIVE  # "men get out of two vans and carry off X"
        takes = has_object or last > anchor or (last + 1 < stop and scene.units[last + 1].kind is UnitKind.TERM)
        behind_subject = has_subject or _stands_behind_aside(scene, first) or _is_everybody(scene, first - 1)
        return Voice.ACTIVE if takes and behind_subject else Voice.NOUN
    if (is_past and not is_participle) or finite:
        return Voice.ACTIVE
    if not has_object and _tells_that(scene, last + 1, stop) and has_subject:
        return Voice.ACTIVE  # "the court ordered that she be held"
    if not has_object and is_object_relative(scene, first):
        return Voice.ACTIVE
    gives = _stands_behind_relative(scene, first) or (behind > last + 1 and has_subject and low in _GIVING)
    if not has_object and behind < stop and scene.units[behind].kind is UnitKind.TERM and gives:
        return Voice.ACTIVE  # "The court, which never saw him, handed down eight years", "ordered on Tuesday three more months"
    if not has_object:
        tells = _is_everybody(scene, first - 1) or _tells_of_both(scene, first, last, stop)
        return Voice.STATUS if _follows_determiner(scene, first) and not tells else Voice.REDUCED
    if has_subject and not _follows_determiner(scene, first):
        return Voice.ACTIVE
    after = scene.units[last + 1]
    opens = after.low.split()[0]
    if any(opens in words_of(scene.language, kind) for kind in ("determiner", "object_pronoun", "number_word")) or opens.isdigit():
        return Voice.ACTIVE
    is_name = after.form is MentionForm.NAME or scene.is_person(after)
    named = is_name or (after.kind is UnitKind.WORD and last + 2 < stop and scene.is_person(scene.units[last + 2]))
    if named and first > 0 and scene.units[first - 1].low in (",", ")", "—"):
        start = scene.bounds[scene.units[first].sentence][0]
        opening = skip_interposed(scene, first, start)
        if opening < first and _can_be_subject(scene, opening - 1):  # "the judge of the court, X, sentenced Y"
            return Voice.ACTIVE
    if first > 0 and scene.has(scene.units[first - 1], "conjunction") and _has_active_before(scene, first - 1, scene.is_person(after)):
        return Voice.ACTIVE
    return Voice.STATUS


_GIVING = frozenset({"ordered", "imposed", "sanctioned", "granted", "added"})


def _behind_its_day(scene: Scene, i: int, stop: int) -> int:
    """Where an object may stand behind unit `i` - 1: behind the day of "imposed today restrictions", "acquitted on Wednesday the owner"."""
    if i < stop and scene.units[i].kind is UnitKind.DATE:
        return i + 1
    if i + 2 < stop and scene.units[i].low == "on" and scene.units[i + 1].kind is UnitKind.DATE:
        return i + 2
    return i


def _tells_that(scene: Scene, i: int, stop: int) -> bool:
    """True if "that" with a subject of its own stands at `i`."""
    if i + 2 >= stop or scene.units[i].low != "that":
        return False
    unit = scene.units[i + 1]
    return scene.is_person(unit) or unit.low in ("he", "she", "they", "both", "all") or scene.has(unit, "determiner")


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
    return not scene.has_any(unit, closed) and not is_finite(scene, i) and not is_adjective(unit.low)


def _is_everybody(scene: Scene, i: int) -> bool:
    """True for "both" or "all" that opens its sentence: "Both get two years"."""
    return i >= 0 and scene.units[i].low in ("both", "all") and i == scene.bounds[scene.units[i].sentence][0]


def _tells_of_both(scene: Scene, first: int, last: int, stop: int) -> bool:
    """True for "Both freed by nine.", where no verb follows: "Both detained must be let go" only says of whom it speaks. Of "All freed" few know who all are."""
    end = next((j for j in range(last + 1, stop) if scene.units[j].kind is UnitKind.MARK), stop)
    goes_on = any(is_finite(scene, j) or scene.has(scene.units[j], "relative") for j in range(last + 1, end))
    opens = first - 1 == scene.bounds[scene.units[first].sentence][0] and scene.units[first - 1].low == "both"
    return opens and last + 1 < end and not goes_on


def is_adjective(low: str) -> bool:
    return low.endswith(("ian", "ish", "ese", "ous", "ive", "ent", "ical", "ful", "less")) and not low.endswith(
        ("resident", "president", "correspondent", "student", "agent", "government", "parliament")
    )


def _has_finite_before(scene: Scene, i: int) -> bool:
    start = scene.bounds[scene.units[i].sentence][0]
    return any(is_finite(scene, j) or (scene.units[j].low.endswith("s") and starts_object(scene, j + 1, i)) for j in range(start + 1, i))


def _stands_behind_aside(scene: Scene, first: int) -> bool:
    """True if a noun group stands before what commas or brackets interpose: "X, the artist whom …, is home"."""
    if first == 0 or scene.units[first - 1].low not in (",", ")"):
        return False
    start = scene.bounds[scene.units[first].sentence][0]
    opening = skip_interposed(scene, first, start)
    return opening < first and _can_be_subject(scene, opening - 1)


def _stands_behind_relative(scene: Scene, first: int) -> bool:
    """True right behind the comma that ends a relative clause: "the court, which …, handed down"."""
    start = scene.bounds[scene.units[first].sentence][0]
    if first == start or scene.units[first - 1].low != ",":
        return False
    opening = skip_interposed(scene, first, start)
    return opening < first and scene.has_any(scene.units[opening + 1], ("relative",)) and _can_be_subject(scene, opening - 1)


def _has_active_before(scene: Scene, i: int, before_person: bool = False) -> bool:
    """True if a finite verb with an object stands before `i` in the sentence; before a person any active verb will do."""
    start = scene.bounds[scene.units[i].sentence][0]
    for j in range(i - 1, start, -1):
        if scene.units[j].low == ";":
            return False
        if is_finite(scene, j) and scene.units[j].low not in words_of(scene.language, "be"):
            passive = scene.has_any(scene.units[j - 1], ("be", "get"))
            if starts_object(scene, j + 1, i) or (before_person and not passive):
                return True
    return False


def starts_object(scene: Scene, i: int, stop: int) -> bool:
    """True if a noun group can begin at unit `i` as an object: a mention, a determiner, a number, a noun."""
    while i < stop and scene.units[i].low in _QUOTES:
        i += 1
    if i + 1 < stop and scene.units[i].low == "in" and scene.units[i + 1].low == "absentia":
        i += 2  # "sentenced in absentia his co-author"
    i = skip_about(scene, i, stop)
    if i >= stop:
        return False
    unit = scene.units[i]
    if unit.kind is UnitKind.MENTION:
        return True
    if unit.kind is not UnitKind.WORD or (unit.low in _NEAREST and i + 1 < stop and scene.has(scene.units[i + 1], "time_noun")):
        return False  # "convicted last year"
    if scene.has(unit, "determiner") and any(scene.has(u, "time_noun") for u in scene.units[i + 1 : min(stop, i + 3)]):
        return False  # "arrested the same evening", "detained the next day"
    if scene.has(unit, "object_pronoun") or scene.has(unit, "determiner") or scene.has(unit, "number_word") or unit.low.isdigit():
        return unit.low not in ("that",)
    closed = (
        "preposition", "conjunction", "be", "have", "do", "modal", "negation", "adverb", "subordinator", "relative", "pronoun", "get",
        "particle",
    )  # fmt: skip
    return not scene.has_any(unit, closed) and not unit.low.endswith("ly") and not is_finite(scene, i) and unit.low not in ("'s",)


def skip_about(scene: Scene, i: int, stop: int) -> int:
    """Where the number stands in "about 20 protesters", "up to a hundred people", if such words stand at unit `i`; else `i`."""
    pair = " ".join(u.low for u in scene.units[i : min(stop, i + 2)])
    words = 2 if pair in _UP_TO else 1 if i < stop and scene.units[i].low in _ABOUT else 0
    if not words:
        return i
    near = scene.units[i + words : min(stop, i + words + _COUNTED)]
    lows = [w for u in near if u.kind in (UnitKind.WORD, UnitKind.MENTION) for w in u.low.split()]
    number = lows[1:2] if lows[:1] == ["a"] else lows[:1]
    of_people = any(scene.is_person(u) or u.low in words_of(scene.language, "many", "person_nouns") for u in near)
    return i + words if of_people and number and number_value(number[0]) is not None else i


_COUNTED = 4  # units: "a dozen political prisoners"
_ABOUT = frozenset({"about", "around", "over", "under", "roughly"})
_UP_TO = frozenset({"up to", "close to", "at least", "at most"})


@once_a_scene
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


def _is_noun_with_relative(scene: Scene, i: int, stop: int) -> bool:
    """True for an apposition with a clause of its own: "the artist whom the court let wait"."""
    if not scene.has(scene.units[i], "determiner"):
        return False
    verb = next((j for j in range(i, stop) if is_finite(scene, j)), stop)
    return any(scene.has(scene.units[j], "relative") and scene.units[j].low != "that" for j in range(i + 1, verb))


def _is_place_with_clause(scene: Scene, i: int, stop: int) -> bool:
    """True for words of place or time with a clause of their own: "in a note sent while the five were away"."""
    if not scene.has(scene.units[i], "preposition"):
        return False
    return any(scene.units[j].low in ("while", "when", "after", "before", "because") for j in range(i + 1, stop))


def who_reports(scene: Scene, verb: int) -> frozenset[int]:
    """Y in "the woman, minister Y said, was arrested": who is named in the reporting clause right before the verb at unit `verb`."""
    start = scene.bounds[scene.units[verb].sentence][0]
    if verb - 1 <= start or scene.units[verb - 1].low != ",":
        return frozenset()
    opening = _opening_comma(scene, verb - 1, start)
    if opening is None or not _is_reporting_clause(scene, opening + 1, verb - 1):
        return frozenset()
    return frozenset(u.of for u in scene.units[opening + 1 : verb - 1] if u.of >= 0)


def _is_reporting_clause(scene: Scene, first: int, stop: int) -> bool:
    """True for who says so, set between commas: "X, minister Y said, was arrested", "X, Y told reporters on Monday, was arrested"."""
    verbs = [j for j in range(first, stop) if is_finite(scene, j)]
    opens = scene.units[first]
    if (
        not verbs
        or verbs[0] == first
        or scene.has_any(opens, ("conjunction", "subordinator", "relative", "preposition"))
        or opens.low == "as"
    ):
        return False
    return all(scene.has(scene.units[j], "speech_verb") or scene.has(scene.units[j], "have") for j in verbs)


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
            if (
                not has_verb
                or begins.low.endswith("ing")
                or _is_noun_with_relative(scene, j + 1, i)
                or _is_place_with_clause(scene, j + 1, i)
                or _is_reporting_clause(scene, j + 1, i)
            ):
                return j
        elif unit.low in (";", ":"):
            return None
        elif is_finite(scene, j):
            has_verb = True
    return None
