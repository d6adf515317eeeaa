"""Does the text tell an event as a fact, or as denied, planned, possible, or only asked for?"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Final

from habeas.case.vocabulary import MentionForm, Realis
from habeas.languages.english import ENGLISH
from habeas.read.clauses import find_subject
from habeas.read.grammar import words_of
from habeas.read.noun_groups import is_person_noun
from habeas.read.scene import Scene, UnitKind, once_a_scene
from habeas.read.verb_groups import VerbGroup, Voice, find_verb_group, is_finite, starts_object


@dataclass(frozen=True, slots=True)
class Standing:
    """The realis of an event, and the rule that decided it."""

    realis: Realis
    because: str


@once_a_scene
def decide_realis(scene: Scene, group: VerbGroup) -> Standing:
    """How the text tells the event of this verb: the first rule that knows; otherwise as a fact."""
    for rule in REALIS_RULES:
        if (realis := rule(scene, group)) is not None:
            return Standing(realis, rule.__name__)
    return Standing(Realis.ASSERTED, "told_as_fact")


def _is(scene: Scene, word: str, kind: str) -> bool:
    return word in words_of(scene.language, kind, "realis")


def clause_before(scene: Scene, i: int) -> range:
    """The units of the clause before unit `i`: back to a strong mark, the start of the sentence, or "and" with a verb before it."""
    first = scene.bounds[scene.units[i].sentence][0]
    for j in range(i - 1, first - 1, -1):
        if scene.units[j].low in (";", ":", "—", "–", "“", "”", '"'):
            return range(j + 1, i)
    return range(first, i)


def negated_by_helper(scene: Scene, group: VerbGroup) -> Realis | None:
    """ "was not arrested", "has never been charged"; "was not only arrested but beaten" denies nothing."""
    denies = [k for k, h in enumerate(group.helpers) if h in ("not", "never", "n't") or h.endswith("n't")]
    return None if all(k > 0 and _is(scene, group.helpers[k - 1], "besides") for k in denies) else Realis.NEGATED


def negated_by_subject(scene: Scene, group: VerbGroup) -> Realis | None:
    """ "nobody was arrested", "no one has been charged", "none of them was freed"."""
    subject = find_subject(scene, group)
    for j in range(subject.first, min(subject.stop, subject.first + 5)):
        if _is(scene, scene.units[j].low.split()[0], "no_one") and not _denies_nothing(scene, j, subject.first):
            return Realis.NEGATED
    return None


def negated_by_not_among(scene: Scene, group: VerbGroup) -> Realis | None:
    """ "X was not among those pardoned", "is not one of the ten freed on Monday"."""
    first = scene.bounds[scene.units[group.anchor].sentence][0]
    before = [u.low for u in scene.units[max(first, group.first - _TO_AMONG) : group.first]]
    for k, low in enumerate(before):
        among = low == "among" or before[k : k + 2] == ["one", "of"]
        if among and not {"not", "n't", "n’t", "never"}.isdisjoint(before[max(0, k - 2) : k]) and not _STRONG.intersection(before[k:]):
            return Realis.NEGATED
    return None


_TO_AMONG: Final = 9  # units from "not among" to the verb
_STRONG: Final = frozenset({",", ";", ":", ".", "but"})


def _denies_nothing(scene: Scene, i: int, first: int) -> bool:
    """True for "no" in "no, the court …", "no fewer than 60", "City Court No 2", "no word", "officers with no warrant"."""
    before, after = scene.units[max(0, i - 1)], scene.units[i + 1 : i + 3]
    if not after or after[0].kind is UnitKind.MARK or scene.text[after[0].span.start].isdigit():
        return True
    if _is(scene, after[0].low, "untold") or (i > first and scene.has(before, "preposition")):
        return True
    return _is(scene, after[0].low.split()[0], "compared") and "than" in (after[0].low.split()[-1], after[-1].low.split()[0])


def _is_past(scene: Scene, group: VerbGroup) -> bool:
    """True for "charged", "was charged", "did not charge"."""
    verb = scene.units[group.anchor]
    helped = any(h in ("was", "were", "had", "did", "wasn't", "weren't", "hadn't", "didn't") for h in group.helpers)
    return helped or verb.low.endswith("ed") or scene.has_any(verb, ("past_verb", "participle"))


def done_at_last(scene: Scene, group: VerbGroup) -> Realis | None:
    """ "nobody charged her until August", "was not let out till 3 May": what was not done before that day was done on it."""
    if negated_by_helper(scene, group) is None and negated_by_subject(scene, group) is None:
        return None
    return Realis.ASSERTED if _is_past(scene, group) and not _goes_on(scene, group) and _until_when(scene, group.anchor) else None


def _goes_on(scene: Scene, group: VerbGroup) -> bool:
    """True for "has not been charged", "is not released", "will not be let out": that day is still to come."""
    return any(_is(scene, h, kind) for h in group.helpers for kind in ("future", "possible", "up_to_now"))


def _until_when(scene: Scene, verb: int) -> bool:
    """True if "until" and a date stand behind the verb in its clause."""
    stop = scene.bounds[scene.units[verb].sentence][1]
    for j in range(verb + 1, stop - 1):
        if scene.units[j].kind is UnitKind.MARK or is_finite(scene, j):
            return False
        if scene.units[j].low in ("until", "till"):
            behind = next((u for u in scene.units[j + 1 : stop] if u.low not in _PARTS_OF_A_DAY), None)
            return behind is not None and behind.kind is UnitKind.DATE
    return False


_PARTS_OF_A_DAY: Final = frozenset("late early the on of in morning afternoon evening night".split())  # "not let out until late on Friday"


def yet_to_come(scene: Scene, group: VerbGroup) -> Realis | None:
    """ "after they leave prison", "when he is freed", "until she is released": what waits for its time."""
    subject = find_subject(scene, group)
    before = scene.units[subject.first - 1].low if subject.first > 0 and not subject.is_empty else ""
    if any(scene.units[j].low == "," for j in range(subject.first, min(subject.heads, default=subject.first))):
        return None  # "two months before the end of his term, X is charged"
    present = (group.voice is Voice.ACTIVE and not group.helpers and not _is_past(scene, group)) or any(
        h in ("is", "are") for h in group.helpers
    )
    return Realis.POSSIBLE if present and before in ("after", "when", "until", "till", "once", "before", "if", "unless") else None


def negated_by_without(scene: Scene, group: VerbGroup) -> Realis | None:
    """ "without being charged", "denied having been beaten", "instead of being freed"."""
    low = scene.units[group.anchor].low
    gerund = low.endswith("ing") or "being" in group.helpers or "having" in group.helpers
    before = scene.units[group.first - 1].low if group.first else ""
    if gerund and before in ("without", "denied", "denies", "denying", "of", "from") and before != "of" and before != "from":
        return Realis.NEGATED
    return None


def taken_back(scene: Scene, group: VerbGroup) -> Realis | None:
    """ "Our paper wrote that X had been arrested. He has not been.": what the next sentence denies outright."""
    sentence = scene.units[group.anchor].sentence
    if sentence + 1 >= len(scene.bounds) or any(is_finite(scene, j) for j in range(group.anchor + 1, scene.bounds[sentence][1])):
        return None
    first, stop = scene.bounds[sentence + 1]
    words = [u.low for u in scene.units[first : min(stop, first + 6)]]
    if (
        len(words) < 4
        or words[0] not in ("he", "she", "they")
        or words[1] not in ("has", "had", "have", "was", "were")
        or words[2] != "not"
    ):
        return None
    behind = words[4 if words[3] == "been" else 3 :]
    is_all = behind[:1] in (["."], [";"], ["!"]) or behind[:2] in ([",", "and"], [",", "but"])  # "He had not, however, been told" goes on
    return Realis.NEGATED if is_all else None


def future_helper(scene: Scene, group: VerbGroup) -> Realis | None:
    """ "will be released"."""
    return Realis.PLANNED if any(_is(scene, h, "future") for h in group.helpers) else None


def deplored(scene: Scene, group: VerbGroup) -> Realis | None:
    """ "its dismay that X should have been caned", "regrets that he should be jailed": what grieves somebody has happened."""
    if "should" not in group.helpers:
        return None
    lows = [scene.units[j].low for j in clause_before(scene, group.first)]
    that = next((k for k in range(len(lows) - 1, 0, -1) if lows[k] == "that"), 0)
    return Realis.ASSERTED if any(_is(scene, low, "grieves") for low in lows[max(0, that - 4) : that]) else None


def modal_helper(scene: Scene, group: VerbGroup) -> Realis | None:
    """ "may be jailed", "must be freed", "would be sentenced"."""
    return Realis.POSSIBLE if any(_is(scene, h, "possible") for h in group.helpers) else None


def would_be(scene: Scene, group: VerbGroup) -> Realis | None:
    """ "Releasing X on bail would not be in the interests of justice": what is only thought of."""
    if not scene.units[group.anchor].low.endswith("ing") or group.helpers:
        return None
    stop = scene.bounds[scene.units[group.anchor].sentence][1]
    before = scene.units[group.first - 1].low if group.first > scene.bounds[scene.units[group.anchor].sentence][0] else ""
    main = next(
        (scene.units[i].low for i in range(group.anchor + 1, stop) if is_finite(scene, i) or scene.has(scene.units[i], "modal")), ""
    )
    opens = before in ("", "that", ",", "“", '"') or scene.has(scene.units[group.first - 1], "speech_verb")
    return Realis.POSSIBLE if opens and main in ("would", "could", "might", "may") else None


def infinitive(scene: Scene, group: VerbGroup) -> Realis | None:
    """ "to be freed" by its governor: ordered is a fact, refused is denied, due is planned, asked for is possible."""
    if not group.is_infinitive:
        return None
    if "be" in group.helpers and group.helpers[-1] == "to" and len(group.helpers) >= 2 and "have" not in group.helpers:
        at = group.first - 1
        if at >= 0 and scene.has(scene.units[at], "be"):
            return Realis.PLANNED
        if any(not _RANKED.isdisjoint(scene.units[j].low.split()) for j in range(max(0, at - 4), at + 1)):
            return Realis.ASSERTED  # "the first Russian to be convicted under this article"
    return _governed(scene, group) or Realis.POSSIBLE


def _governed(scene: Scene, group: VerbGroup) -> Realis | None:
    """How real what somebody asked, ordered, refused or needed time to do is; None where no such word stands before the infinitive."""
    first = scene.bounds[scene.units[group.anchor].sentence][0]
    if _takes_its_time(scene, group.first, first):
        return Realis.ASSERTED
    for j in range(group.first - 1, max(first - 1, group.first - 16), -1):
        unit = scene.units[j]
        if unit.kind is UnitKind.MARK and unit.low not in (",", "(", ")"):
            break
        if (decided := _decided(scene, j, first)) is not None:
            return decided
        for kind, realis in _GOVERNORS:
            if _is(scene, unit.low, kind):
                if realis is Realis.ASSERTED and _is_allowed_only(scene, j, first):
                    return Realis.POSSIBLE
                return Realis.NEGATED if realis is Realis.POSSIBLE and _is_turned_down(scene, unit.sentence + 1) else realis
        if is_finite(scene, j) and not scene.has(unit, "be"):
            break
    return None


def _decided(scene: Scene, asked: int, first: int) -> Realis | None:
    """What became of it, for "granted the petition to extend", "denied a request from police to hold her": None where nothing is told."""
    if scene.units[asked].low.split()[-1] not in _PLEAS:
        return None
    for unit in reversed(scene.units[max(first, asked - 6) : asked]):
        if unit.low in ("granted", "grants", "upheld", "approved", "satisfied", "accepted", "sustained"):
            return Realis.ASSERTED
        if _is(scene, unit.low, "turns_down"):
            return Realis.NEGATED
    return None


def _is_turned_down(scene: Scene, sentence: int) -> bool:
    """True for the sentence "The court rejected the motion", "The judge turned it down", behind one that tells what was asked."""
    if sentence >= len(scene.bounds):
        return False
    first, stop = scene.bounds[sentence]
    for i in range(first, stop - 1):
        lows = [u.low for u in scene.units[i + 1 : min(stop, i + 5)] if u.low != "down"]
        says_no = _is(scene, scene.units[i].low, "turns_down") or (scene.units[i].low == "turned" and scene.units[i + 1].low == "down")
        if says_no and _is_that_plea(scene, lows) and not find_verb_group(scene, i, ()).helpers:
            return True
    return False


def _is_that_plea(scene: Scene, lows: Sequence[str]) -> bool:
    """True for "it", "the motion", at the end of their clause: neither "his request for bail" nor "the motion of the defence", another's."""
    if lows[:1] == ["it"]:
        return len(lows) < 2 or not lows[1].isalpha() or lows[1] in ("and", "on", "as", "for")
    is_plea = len(lows) > 1 and lows[0] in ("the", "this", "that") and lows[1] in _PLEAS
    return is_plea and (len(lows) < 3 or lows[2] not in ("of", "for", "from", "by", "against"))


_PLEAS: Final = ENGLISH.group("realis.pleas") | ENGLISH.group("realis.pleas_of_the_accused")


def _takes_its_time(scene: Scene, verb: int, first: int) -> bool:
    """True for "it took the court two months to find them guilty", "needed eleven minutes on Wednesday to turn down the appeal"."""
    i = verb - 1
    while i > first and (scene.units[i].kind is UnitKind.DATE or scene.units[i].low in ("on", "in", "to", "only", "court")):
        i -= 1
    if scene.units[i].kind is not UnitKind.TERM and scene.units[i].low not in _TIMES:
        return False
    return any(u.low in ("took", "needed", "taken") for u in scene.units[max(first, i - 24) : i])


_TIMES: Final = frozenset({"minute", "minutes", "hour", "hours", "day", "days", "week", "weeks", "weekend", "month", "months", "years"})


def _is_allowed_only(scene: Scene, i: int, first: int) -> bool:
    """True for "ask that she be allowed to leave", "should be allowed to leave": wished, where "was allowed to leave" tells a fact."""
    return i > first and scene.units[i - 1].low == "be"


_RANKED: Final = frozenset({"first", "second", "third", "fourth", "fifth", "last", "latest", "only", "youngest", "oldest"})
_GOVERNORS: Final = (
    ("refused_by", Realis.NEGATED),
    ("asked_by", Realis.POSSIBLE),
    ("planned_by", Realis.PLANNED),
    ("ordered_by", Realis.ASSERTED),
    ("seems", Realis.ASSERTED),
)


def joined_to_infinitive(scene: Scene, group: VerbGroup) -> Realis | None:
    """ "asked for the arrest to be annulled or, failing that, replaced": a participle joined to an infinitive or modal before it."""
    first = scene.bounds[scene.units[group.anchor].sentence][0]
    if group.voice is not Voice.REDUCED or group.helpers or group.first == first:
        return None
    before = scene.units[group.first - 1]
    if before.low == "," and _is_aside(scene, group):
        return None  # "must disclose where X, arrested on July 10, is held"
    if not (scene.has(before, "conjunction") or before.low == ","):
        return None
    for j in range(group.first - 2, first, -1):
        if scene.units[j].kind is UnitKind.DATE:
            continue  # "detained in May and freed"
        if scene.units[j].low in ("be", "been") or _is(scene, scene.units[j].low, "future") or _is(scene, scene.units[j].low, "possible"):
            start = j
            while start > first and scene.units[start - 1].low in (
                "to",
                "be",
                "have",
                "not",
                "also",
                "would",
                "will",
                "should",
                "must",
                "may",
                "could",
            ):
                start -= 1
            helpers = tuple(scene.units[k].low for k in range(j, start - 1, -1))
            return decide_realis(scene, VerbGroup(j + 1, start, Voice.PASSIVE, helpers)).realis if "been" not in helpers else None
        if is_finite(scene, j):
            return None
    return None


def joined_to_modal(scene: Scene, group: VerbGroup) -> Realis | None:
    """ "must release X and let Y go home", "asked to drop the charges and set her free": a bare verb joined to one that only may happen."""
    low = scene.units[group.anchor].low
    bare = not low.endswith(("ed", "s", "ing")) and not scene.has_any(scene.units[group.anchor], ("past_verb", "participle"))
    if group.voice is not Voice.ACTIVE or group.helpers or not (bare or low in ("let", "set", "put")) or group.first == 0:
        return None
    if not scene.has(scene.units[group.first - 1], "conjunction"):
        return None
    first = scene.bounds[scene.units[group.anchor].sentence][0]
    for j in range(group.first - 2, first - 1, -1):
        word = scene.units[j].low
        if _is(scene, word, "future"):
            return Realis.PLANNED
        if _is(scene, word, "possible"):
            return Realis.POSSIBLE
        if word == "to" and _is_base(scene, j + 1):
            governed = _governed(scene, find_verb_group(scene, j + 1, ()))
            return governed or (Realis.POSSIBLE if bare else None)  # "met to hear the appeal and set him free" tells it
        if is_finite(scene, j) or word in (";", ":"):
            return None
    return None


def _is_base(scene: Scene, i: int) -> bool:
    """True for a verb as it stands behind "to": no "to her", "to the court", "to prison and"."""
    unit = scene.units[i]
    behind = scene.units[i + 1 : i + 2]
    closed = ("determiner", "pronoun", "preposition", "conjunction", "adverb", "number_word")
    if unit.kind is not UnitKind.WORD or unit.low.endswith(("ed", "ing")) or scene.has_any(unit, closed):
        return False
    return bool(behind) and (starts_object(scene, i + 1, scene.bounds[unit.sentence][1]) or behind[0].low in ("be", "have"))


def conditional(scene: Scene, group: VerbGroup) -> Realis | None:
    """ "if he is not freed", "unless they are released", "whether X was tortured"."""
    if _is_aside(scene, group):
        return None
    for j in reversed(clause_before(scene, group.first)):
        low = scene.units[j].low
        if low in (",",) and j < group.first - 6:
            return None
        if low in ("if", "unless", "whether", "lest"):
            return Realis.POSSIBLE
        if low == "that" and j > 0 and is_finite(scene, j - 1):
            return None  # "asked if they were hurt, he answers that X was beaten"
        if is_finite(scene, j) and j < group.first - 8:
            return None
    return None


def inverted_condition(scene: Scene, group: VerbGroup) -> Realis | None:
    """ "Had X been arrested, his lawyer would know", "should X be convicted": nothing says that it was so."""
    begins = (j for j in reversed(clause_before(scene, group.first)) if scene.units[j].low in ("had", "should"))
    is_one = any(_opens_clause(scene, j) and _has_no_other_verb(scene, j + 1, group) for j in begins)
    return Realis.POSSIBLE if is_one else None


def negated_by_inversion(scene: Scene, group: VerbGroup) -> Realis | None:
    """ "Not once had X been arrested", "at no time was he charged"."""
    for j in clause_before(scene, group.first):
        if scene.units[j].low in ("had", "has", "have", "was", "were") and _has_no_other_verb(scene, j + 1, group):
            before = [u.low for u in scene.units[max(scene.bounds[scene.units[j].sentence][0], j - 3) : j]]
            if before in (["not", "once"], ["never"]) or (before[-2:-1] == ["no"] and before[-1] in _OCCASIONS):
                return Realis.NEGATED
    return None


_OCCASIONS: Final = frozenset({"time", "point", "stage", "case", "occasion", "moment"})


def _opens_clause(scene: Scene, i: int) -> bool:
    first, stop = scene.bounds[scene.units[i].sentence]
    is_question = any(u.low == "?" for u in scene.units[i:stop])
    return not is_question and (i == first or scene.units[i - 1].low in ("“", '"', "‘", ";"))


def _has_no_other_verb(scene: Scene, i: int, group: VerbGroup) -> bool:
    """True if from here to the verb somebody is named, and nothing is told: "(Had) the editor X (been arrested)"."""
    before = range(i, group.first)
    return any(
        scene.units[j].low in _SUBJECTS or (scene.is_person(scene.units[j]) and scene.units[j].form is not MentionForm.PRONOUN)
        for j in before
    ) and not any(is_finite(scene, j) for j in before)


_SUBJECTS: Final = frozenset({"i", "he", "she", "we", "they", "you"})


def _is_aside(scene: Scene, group: VerbGroup) -> bool:
    """True for "whether X, sentenced in spring, was …", "if Y, who was jailed in May, …": what is told of them by the way is a fact."""
    first = scene.bounds[scene.units[group.anchor].sentence][0]
    if group.first <= first:
        return False
    before = scene.units[group.first - 1]
    if before.low == "who":
        return group.first - 2 > first and scene.units[group.first - 2].low == ","
    if group.voice is not Voice.REDUCED or group.helpers or scene.has(before, "pronoun"):
        return False
    return is_person_noun(scene, before) or (before.low == "," and is_person_noun(scene, scene.units[group.first - 2]))


def feared(scene: Scene, group: VerbGroup) -> Realis | None:
    """ "risk being arrested", "for fear of being jailed", "was not counting on being acquitted"."""
    if not (scene.units[group.anchor].low.endswith("ing") or "being" in group.helpers):
        return None
    near = [scene.units[j].low for j in range(max(0, group.first - 3), group.first)]
    return Realis.POSSIBLE if any(_is(scene, w, "risk") for w in near) else None


def asked_by_prosecutors(scene: Scene, group: VerbGroup) -> Realis | None:
    """ "prosecutors had asked for him to be sentenced", "the prosecution demanded that X be jailed"."""
    words = [scene.units[j].low for j in clause_before(scene, group.first)]
    for k, word in enumerate(words):
        if _is(scene, word, "prosecution") and any(_is(scene, w, "request_verb") for w in words[k + 1 : k + 5]):
            return Realis.POSSIBLE
    return None


def demanded(scene: Scene, group: VerbGroup) -> Realis | None:
    """ "demanded that the three be let go", "insists he be freed", "we demand that she is released", "demands that X release Y"."""
    if group.helpers in (("be",), ()) and scene.units[group.first].low == "be":
        return Realis.POSSIBLE
    if any(h not in ("be", "is", "are", "not", "only", "also", "immediately", "is") for h in group.helpers):
        return None
    before = [scene.units[j].low for j in clause_before(scene, group.first)][-16:]
    for k, word in enumerate(before):
        if (
            word in ("demand", "demands", "demanded", "demanding", "insist", "insists", "urge", "urges", "important", "essential")
            and "that" in before[k + 1 : k + 4]
        ):
            return Realis.POSSIBLE
    return None


def called_for(scene: Scene, group: VerbGroup) -> Realis | None:
    """ "its call that they go home", "to ensure that he regains his freedom", "see that she is out": what somebody wants to happen."""
    if group.voice is not Voice.ACTIVE or scene.units[group.anchor].low.endswith("ed") or scene.has(scene.units[group.anchor], "past_verb"):
        return None
    if any(not scene.has(scene.units[i], "adverb") for i in range(group.first, group.anchor)):
        return None
    before = [scene.units[j].low for j in clause_before(scene, group.first)][-14:]
    for k, word in enumerate(before):
        if (_is(scene, word, "asked_by") or word in ("ensure", "see", "calls", "call")) and "that" in before[k + 1 : k + 6]:
            return Realis.POSSIBLE
    return None


def let_do(scene: Scene, group: VerbGroup) -> Realis | None:
    """ "to let her go home": as real as the letting."""
    if group.helpers or group.voice is not Voice.ACTIVE:
        return None
    start = scene.bounds[scene.units[group.anchor].sentence][0]
    for j in range(group.first - 1, max(start - 1, group.first - 4), -1):
        if scene.units[j].low in ("let", "lets", "letting"):
            realis = decide_realis(scene, find_verb_group(scene, j, ("let",))).realis
            return realis if realis is not Realis.ASSERTED else None
        if scene.units[j].kind is UnitKind.MARK:
            return None
    return None


def of_no_one(scene: Scene, group: VerbGroup) -> Realis | None:
    """ "arrests no journalists"."""
    behind = scene.units[group.anchor + 1 : group.anchor + 3]
    if group.voice is not Voice.ACTIVE or len(behind) < 2 or behind[0].low != "no":
        return None
    return Realis.NEGATED if is_person_noun(scene, behind[1]) else None


_ASKING: Final = frozenset({"how", "why", "when", "where", "what"})
_INVERTED: Final = ("be", "have", "do", "modal")


def asked(scene: Scene, group: VerbGroup) -> Realis | None:
    """ "Were they pardoned?", "How was he arrested?": a question that the verb, "who" or "how" opens."""
    first, stop = scene.bounds[scene.units[group.anchor].sentence]
    if not any(u.low == "?" for u in scene.units[max(first, stop - 2) : stop]) or (
        _is_aside(scene, group) and scene.units[group.first - 1].low in (",", "who")
    ):
        return None
    label = next((i for i in range(first, min(stop, first + 4)) if scene.units[i].low == ":"), None)
    if label is not None and label < group.first:
        first = label + 1  # "Asia Ledger: Can you confirm that …?"
    words = [i for i in range(first, stop) if scene.units[i].kind is not UnitKind.MARK]
    if words and scene.units[words[0]].low in _ASKING and any(scene.has_any(scene.units[i], _INVERTED) for i in words[1:3]):
        return Realis.POSSIBLE if not any(scene.units[j].low in (".", ";", ",") for j in range(words[0], group.first)) else None
    opens = scene.units[words[0]] if words else None
    if opens is None or not (scene.has_any(opens, ("be", "have", "do", "modal")) or opens.low == "who"):
        return None
    return Realis.POSSIBLE if not any(scene.units[j].low in (".", ";") for j in range(first, group.first)) else None


def told_to_do(scene: Scene, group: VerbGroup) -> Realis | None:
    """ "(i) release X at once;", "Free them!": a bare verb that opens its sentence or quote commands."""
    verb = scene.units[group.anchor]
    if (
        group.voice is not Voice.ACTIVE
        or group.helpers
        or verb.low.endswith(("ed", "ing", "s"))
        or scene.has_any(verb, ("past_verb", "participle"))
    ):
        behind = scene.units[group.anchor + 1 : group.anchor + 2]
        lets = verb.low == "let" and any(scene.is_person(u) or scene.has(u, "object_pronoun") for u in behind)
        return None if not (verb.low == "set" or lets) or group.helpers else _opening(scene, group.first)
    return _opening(scene, group.first)


def _opening(scene: Scene, i: int) -> Realis | None:
    """POSSIBLE if nothing but marks, numbers and letters of a list stands before unit `i`, or a quote opens right there."""
    start = scene.bounds[scene.units[i].sentence][0]
    if i > start and scene.units[i - 1].low in ("“", "«", '"', "‘", ":"):
        return Realis.POSSIBLE
    content = [u for u in scene.units[start:i] if u.kind is not UnitKind.MARK and not u.low.isdigit() and len(u.low.strip("ivx")) > 0]
    return None if any(len(u.low) > 1 for u in content) else Realis.POSSIBLE


def wanted(scene: Scene, group: VerbGroup) -> Realis | None:
    """ "wants them freed", "appeal to the ombudsman to have X moved": a participle that somebody wishes for."""
    if group.helpers or group.voice not in (Voice.REDUCED, Voice.PASSIVE, Voice.STATUS):
        return None
    start = scene.bounds[scene.units[group.anchor].sentence][0]
    for j in range(group.first - 1, max(start - 1, group.first - 12), -1):
        low = scene.units[j].low
        if low in ("want", "wants", "wanted", "wanting") or (low in ("have", "get", "see") and scene.units[j - 1].low == "to"):
            return Realis.POSSIBLE
        if scene.units[j].low in (";", ":", ",") or (is_finite(scene, j) and low not in ("like",)):
            return None
    return None


def denied_outright(scene: Scene, group: VerbGroup) -> Realis | None:
    """ "denied that he had been tortured", "rejected reports that X was arrested"."""
    words = list(clause_before(scene, group.first))[-12:]
    lows = [scene.units[j].low for j in words]
    for k, low in enumerate(lows):
        if low in ("denied", "denies", "denying", "refuted", "disputed") and "that" in lows[k : k + 5] and not _told_beside(lows[k:]):
            return Realis.NEGATED
    return None


def found_untrue(scene: Scene, group: VerbGroup) -> Realis | None:
    """ "Rumours that X had been arrested proved untrue", "the report that she was freed was false"."""
    before = [scene.units[j].low for j in list(clause_before(scene, group.first))[-12:]]
    told = next((k for k in range(len(before) - 1) if before[k] in _TOLD_ABOUT and before[k + 1] == "that"), None)
    if told is None or _told_beside(before[told:]):
        return None
    stop = scene.bounds[scene.units[group.anchor].sentence][1]
    behind = scene.units[group.anchor + 1 : stop]
    return Realis.NEGATED if any(u.low in _UNTRUE for u in behind) else None


_TOLD_ABOUT: Final = frozenset("rumours rumors rumour rumor report reports claim claims news story stories allegation allegations".split())
_UNTRUE: Final = frozenset("untrue false unfounded baseless wrong incorrect hoax fabricated".split())


def _told_beside(lows: Sequence[str]) -> bool:
    """True for "(denies that it kept care from) X, who was …": the relative clause is told by whoever writes."""
    return any(mark == "," and word in ("who", "which", "whose", "where") for mark, word in pairwise(lows))


def called_alleged(scene: Scene, group: VerbGroup) -> Realis | None:
    """ "was allegedly beaten", "claims he was tortured"."""
    if any(h in ("allegedly", "reportedly", "purportedly", "supposedly") for h in group.helpers):
        return Realis.ALLEGED
    lows = [scene.units[j].low for j in list(clause_before(scene, group.first))[-10:]]
    opens = next((k for k in range(len(lows) - 1, 0, -1) if lows[k - 1] == "," and lows[k] in ("who", "which", "whose", "where")), 0)
    lows = lows[opens:]  # "says X, who was …, had allegedly left": what is claimed in front of it is no part of it
    if _is_of_closed_clause(lows):
        return None
    told = [w for before, w in zip(("", *lows), lows, strict=False) if not (w == "alleged" and before in _OF_A_NOUN)]
    return Realis.ALLEGED if any(w in ("alleged", "alleges", "claimed", "claims", "allegedly") for w in told) else None


def _is_of_closed_clause(lows: Sequence[str]) -> bool:
    """True for what stands in front of the verb in "X, (who was held) for allegedly insulting the flag, (has been granted …)": the doubt is the charge's."""
    return lows[-1:] == [","] and any(a in ("for", "of", "who", "which") and b == "allegedly" for a, b in pairwise(lows))


_OF_A_NOUN: Final = frozenset("the a an any his her their its of over about against for no".split())  # "protesting the alleged fraud"


_Rule = Callable[[Scene, VerbGroup], "Realis | None"]
REALIS_RULES: Final[tuple[_Rule, ...]] = (
    done_at_last,
    negated_by_helper,
    negated_by_subject,
    negated_by_without,
    negated_by_not_among,
    negated_by_inversion,
    inverted_condition,
    taken_back,
    future_helper,
    deplored,
    modal_helper,
    would_be,
    infinitive,
    joined_to_infinitive,
    joined_to_modal,
    yet_to_come,
    demanded,
    called_for,
    let_do,
    of_no_one,
    asked,
    told_to_do,
    wanted,
    conditional,
    feared,
    asked_by_prosecutors,
    denied_outright,
    found_untrue,
    called_alleged,
)


def is_epithet(group: VerbGroup) -> bool:
    """True where the word only describes ("the jailed journalist"): a status, never an event."""
    return group.voice is Voice.STATUS
