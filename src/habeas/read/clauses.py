"""Who is the subject of a verb, who its object, and is it said as active, passive or as a mere epithet?

Light rules over units, no parser: a verb gathers its auxiliaries to the left; the subject is the noun group before them,
once what commas, brackets and relative clauses interpose is left out; the object is the noun group after it.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Final

from habeas.case.passage import Span
from habeas.case.vocabulary import EntityKind, MentionForm
from habeas.languages.english import ENGLISH
from habeas.read.noun_groups import NounGroup, is_as_well_as, is_person_noun, read_group
from habeas.read.scene import Scene, UnitKind, once_a_scene
from habeas.read.verb_groups import VerbGroup, Voice, finite_group, is_finite, is_helper, skip_about, skip_interposed

_QUOTES = frozenset('“”"„«»‘')
_NOMINATIVE = frozenset({"he", "she", "they"})  # right before a verb, nothing else is its subject
_IN_PERSON = frozenset({"himself", "herself", "itself", "themselves"})
_MATTERS = frozenset({"claim", "claims", "charge", "charges", "accusation", "accusations", "allegation", "allegations"})
_STRONG = frozenset({";", ":", "—", "–", "…"}) | _QUOTES


@once_a_scene
def find_subject(scene: Scene, group: VerbGroup) -> NounGroup:
    """The noun group before the verb group; of a relative clause, what it stands by; of joined verbs, that of the first."""
    number = scene.units[group.anchor].sentence
    start = scene.openings[number] if scene.openings[number] <= group.first else scene.bounds[number][0]
    if (
        group.first > start
        and scene.units[group.first - 1].low in _NOMINATIVE
        and not scene.has(scene.units[max(start, group.first - 2)], "conjunction")
    ):
        return read_group(scene, group.first - 1, group.first)
    first = group.first
    if first - 1 > start and (scene.units[first - 1].low in _QUOTES or scene.units[first - 1].low in _IN_PERSON):
        first -= (
            _is_opening(scene, first - 1) or scene.units[first - 1].low in _IN_PERSON
        )  # "X himself denies", "X, in a note, “rejects” it"
    stop = skip_interposed(scene, first, start)
    if (told := _before_reporter(scene, stop, start)) is not None:
        stop = told  # "X, who his wife said was moved": X
    if stop > start and scene.has(scene.units[stop - 1], "be") and "to" in (scene.units[stop].low, *group.helpers):
        stop -= 1  # "X is to be held until May 11"
    if stop > start and (dated := _skip_date(scene, stop, start)) < stop and scene.has(scene.units[dated - 1], "relative"):
        stop = dated  # "X, who in May was …"
    if stop > start and (
        (scene.has(scene.units[stop - 1], "relative") and scene.units[stop - 1].low != "that") or _is_relative_that(scene, stop - 1)
    ):
        stop -= 1
        if stop > start and scene.has(scene.units[stop - 1], "conjunction") and scene.units[stop].low == "who":
            stop = _first_relative(scene, stop, start)
        if stop > start and scene.units[stop - 1].low == ",":
            stop -= 1
        closest = _closest_group(scene, start, stop)
        if "were" in group.helpers and (parted := _parted_by_semicolons(scene, _last_item(scene, start, stop), start)) is not None:
            return parted
        if len(closest.heads) > 1 and group.helpers[:1] and group.helpers[0] in _OF_ONE:
            return replace(closest, first=closest.heads[-1], heads=closest.heads[-1:])  # "X and Y, who was arrested": Y
        return closest
    stop = _parted_helper(scene, stop, start) or _skip_date(scene, stop, start)
    before = scene.units[stop - 1] if stop > start else None
    if before is not None and group.voice is Voice.REDUCED and before.low in ("—", "–", ":", "-", "(", "|"):
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
    if (opening := _in_custody_first(scene, group, start, stop)) is not None:
        return NounGroup(opening, opening + 1, (opening,))
    if (listed_names := _apposed_list(scene, group, start)) is not None:
        return listed_names
    found = _subject_region(scene, start, stop)
    if stop + 2 < group.first and scene.units[stop].low == "," and (is_as_well_as(scene, stop + 1) or _ends_a_list(scene, stop + 1)):
        joined = read_group(scene, stop + 1, group.first)  # "A, as well as B, called for …", "Four lawyers, A, B, and C, were …"
        return NounGroup(found.first, group.first, (*found.heads, *joined.heads), found.governed, found.possessors, found.noun)
    if (parted := _parted_by_semicolons(scene, found, start)) is not None:
        return parted
    if (name := _governed_name(scene, group, found, start)) is not None:
        return _closest_group(scene, start, name + 1)
    if stop < group.first and not any(scene.units[i].form is MentionForm.NAME for i in found.heads[-1:]):
        before_it = tuple(i for i in found.heads if scene.units[i].form is MentionForm.NAME)  # "A and the main defendant, X, were …"
        beside = read_group(scene, stop + 1, group.first)  # "The main defendant, X, was …"
        named = [scene.units[i] for i in beside.heads if scene.units[i].form is MentionForm.NAME]
        if any(scene.is_person(scene.units[i]) for i in found.heads):
            named = [u for u in named if scene.is_person(u)]  # "The two men, members of the youth movement Zubr, were"
        is_of_a_place = all(
            scene.entities[u.of].kind is EntityKind.PLACE for u in named
        )  # "activists in its second city, Almaty, expressed"
        if named and not is_of_a_place and not scene.has(scene.units[stop + 1], "relative"):
            return NounGroup(found.first, group.first, (*before_it, *beside.heads), beside.governed, found.possessors, found.noun)
        last = group.first - 2  # "an opponent of the regime, Chair of the Young Front X, was": a name right behind a body's
        if last - 1 > stop and scene.is_person(scene.units[last]) and scene.units[last].form is MentionForm.NAME:
            before = scene.units[last - 1]
            if before.form is MentionForm.NAME and not scene.is_person(before) and not before_it:
                return NounGroup(found.first, group.first, (last,), beside.governed, found.possessors, found.noun)
    relative = _relative_within(scene, group.first, start)
    within = relative is not None and (found.is_empty or min((*found.heads, found.noun or group.first)) > relative)
    return _closest_group(scene, start, relative) if relative is not None and within else found


def _relative_within(scene: Scene, verb: int, start: int) -> int | None:
    """Where the clause begins that no commas part from the subject: "men whom police beat were charged", "people who had fled were charged"."""
    for i in range(verb - 1, start, -1):
        unit = scene.units[i]
        if unit.kind is UnitKind.MARK:
            return None
        if unit.low in ("whom", "who") or _is_relative_that(scene, i):
            return i if any(is_finite(scene, j) for j in range(i + 1, verb)) else None
    return None


_OF_ONE: Final = frozenset({"was", "is", "has"})


def _in_custody_first(scene: Scene, group: VerbGroup, start: int, stop: int) -> int | None:
    """Who opens "A Tibetan monk held since last summer for owning a photograph of X died": nobody in the words of the participle is the subject."""
    first = next((i for i in range(start, stop) if scene.is_person(scene.units[i]) or is_finite(scene, i)), stop)
    if first + 2 >= stop or not scene.is_person(scene.units[first]) or group.voice is Voice.NOUN:
        return None
    if first > start and scene.units[first - 1].kind is UnitKind.WORD:  # only a dateline, a day or a mark stands before
        return None
    participle = scene.units[first + 1].low in _TAKEN_BEFORE
    within = scene.units[first + 2 : stop]
    is_whole = not any(u.kind is UnitKind.MARK or scene.has(u, "relative") or u.low == "that" for u in within)
    return first if participle and is_whole and not any(is_finite(scene, i) for i in range(first + 2, stop)) else None


_TAKEN_BEFORE: Final = ENGLISH.group("clauses.taken_before")


def _parted_by_semicolons(scene: Scene, found: NounGroup, start: int) -> NounGroup | None:
    """All of "A, head of the youth wing; the party's deputy B; and the activist C were …": those before the semicolons with the last."""
    last = [i for i in found.heads if scene.is_person(scene.units[i]) and scene.units[i].form is MentionForm.NAME]
    if not last:
        return None
    semicolons = [i for i in range(start, last[0]) if scene.units[i].low == ";"]
    if not semicolons or not any(scene.has(scene.units[i], "conjunction") for i in range(semicolons[-1] + 1, last[0])):
        return None
    heads: list[int] = []
    for first, stop in zip([start, *(i + 1 for i in semicolons)], semicolons, strict=False):
        name = next((i for i in range(first, stop) if scene.is_person(scene.units[i]) and scene.units[i].form is MentionForm.NAME), None)
        if name is None or any(is_finite(scene, i) for i in range(first, stop)):
            return None
        heads.append(name)
    return NounGroup(start, found.stop, (*heads, *found.heads), found.governed, found.possessors, found.noun)


def _last_item(scene: Scene, start: int, stop: int) -> NounGroup:
    """The words behind the last ";" before `stop`, with whom they name."""
    first = next((i + 1 for i in range(stop - 1, start, -1) if scene.units[i].low == ";"), start)
    return read_group(scene, first, stop)


def _ends_a_list(scene: Scene, i: int) -> bool:
    """True for "and" in front of the last name of a list: "A, B, and C, were released"."""
    return scene.has(scene.units[i], "conjunction") and scene.units[i + 1].form is MentionForm.NAME


def _governed_name(scene: Scene, group: VerbGroup, found: NounGroup, start: int) -> int | None:
    """Where X stands in "no news of X, a correspondent, arrested in June", "the case of X, convicted last week", "the same for X, in custody since"."""
    if group.voice in (Voice.ACTIVE, Voice.PASSIVE) or any(scene.is_person(scene.units[i]) for i in found.heads):
        return None
    if group.first - 2 < start or scene.units[group.first - 1].low != ",":
        return None
    comma = next((j for j in range(group.first - 2, max(start, group.first - 8), -1) if scene.units[j].low == ","), group.first)
    for name in (group.first - 2, comma - 1):
        unit = scene.units[name]
        if name >= start and scene.is_person(unit) and unit.form is MentionForm.NAME:
            return name
    return None


def _before_reporter(scene: Scene, stop: int, start: int) -> int | None:
    """Where "who" ends in "X, who police say was arrested": the relative clause, without those who report it."""
    if stop - 3 < start or not (
        scene.has(scene.units[stop - 1], "speech_verb") or scene.units[stop - 1].low in ("say", "believe", "fear", "claim")
    ):
        return None
    for j in range(stop - 2, max(start, stop - 8), -1):
        unit = scene.units[j]
        if unit.low in ("who", "whom"):
            return j + 1 if j < stop - 2 else None
        if is_finite(scene, j) or unit.kind is UnitKind.MARK:
            return None
    return None


def _first_relative(scene: Scene, stop: int, start: int) -> int:
    """Where the first of two joined relative clauses begins: "X, whose term was cut and who left prison"."""
    for j in range(stop - 2, start, -1):
        if scene.has(scene.units[j], "relative") and scene.units[j].low != "that":
            return j
        if scene.units[j].low == ";":
            break
    return stop


def _is_relative_that(scene: Scene, i: int) -> bool:
    """True for "that" after a noun ("people that were held"), not after a verb ("said that")."""
    return scene.units[i].low == "that" and i > 0 and scene.units[i - 1].kind is UnitKind.WORD and is_person_noun(scene, scene.units[i - 1])


def _parted_helper(scene: Scene, stop: int, start: int) -> int | None:
    """Where the helper stands that a day parts from its verb: "had on Friday demanded"; None where none does."""
    i = stop
    while i > start and (scene.units[i - 1].kind is UnitKind.DATE or scene.has(scene.units[i - 1], "preposition")):
        i -= 1
    is_parted = start < i < stop and scene.units[stop - 1].kind is UnitKind.DATE and scene.has(scene.units[i - 1], "have")
    return i - 1 if is_parted else None


def _skip_date(scene: Scene, stop: int, start: int) -> int:
    """Where the words before "in March 2023 was sentenced" end, if they end in a conjunction."""
    i = stop
    while i > start and (scene.units[i - 1].kind is UnitKind.DATE or scene.has(scene.units[i - 1], "preposition")):
        i -= 1
    joins = i > start and (scene.has_any(scene.units[i - 1], ("conjunction", "relative")) or scene.units[i - 1].low == ",")
    return i if joins and i < stop else stop


def _joined_subject(scene: Scene, group: VerbGroup, start: int, at: int) -> NounGroup:
    """The subject of a verb after "and", "," or "then": of a participle beside a name that name, else of the verb before."""
    i = at
    while i > start and (scene.units[i].low in (",", "then", "and", "but", "later")):
        i -= 1
    if scene.units[i].low in _QUOTES and (opening := _opening_of(scene, i, start)) is not None and opening > start + 1:
        i = at = opening  # "X said that they “had a fair trial” and rejects …": nobody in the quoted words
    if (opening := _closed_relative(scene, at, start)) is not None:
        i = at = opening
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
            if (sayer := _sayer_behind(scene, j, at, start)) is not None:
                return sayer
            found = find_subject(scene, finite_group(scene, j))
            if not found.is_empty or found.governed or any(u.low == "we" for u in scene.units[found.first : found.stop]):
                return found
    return _subject_region(scene, start, at)


def _sayer_behind(scene: Scene, verb: int, at: int, start: int) -> NounGroup | None:
    """X in "Y was moved, said X, the head of the service, but denied …": who is named behind the verb of saying goes on."""
    says = scene.has(scene.units[verb], "speech_verb") or scene.units[verb].low == "said"
    if not says or verb - 1 <= start or scene.units[verb - 1].low not in (",", "”", '"') or not scene.has(scene.units[at], "conjunction"):
        return None
    named = scene.units[verb + 1] if verb + 1 < at else None
    if named is None or named.form is not MentionForm.NAME or not scene.is_person(named) or scene.units[at - 1].low != ",":
        return None
    return NounGroup(verb + 1, verb + 2, (verb + 1,))


def _closed_relative(scene: Scene, at: int, start: int) -> int | None:
    """The comma that opens the relative clause which ends at "and": "froze the assets of X, who led the inquiry, and barred him"."""
    if not scene.has(scene.units[at], "conjunction") or at - 1 <= start or scene.units[at - 1].low != ",":
        return None
    comma = next((j for j in range(at - 2, start, -1) if scene.units[j].low in (",", ";")), None)
    if comma is None or scene.units[comma + 1].low not in ("who", "which", "whose"):
        return None
    return comma if any(is_finite(scene, j) for j in range(comma - 1, start, -1)) else None


def _is_opening(scene: Scene, i: int) -> bool:
    """True for a quote mark that opens: no space stands behind it."""
    unit = scene.units[i]
    return unit.low in "“«„" or (unit.low == '"' and not scene.text[unit.span.stop : unit.span.stop + 1].isspace())


def _opening_of(scene: Scene, i: int, start: int) -> int | None:
    """The mark that opens what the quote mark at `i` closes; None for a mark that opens."""
    if _is_opening(scene, i):
        return None
    return next((j for j in range(i - 1, start, -1) if scene.units[j].low in _QUOTES and _is_opening(scene, j)), None)


@once_a_scene
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
            "until",
            "till",
            "once",
        ):
            if unit.low in _QUOTES and not _is_sentence_end_inside(scene, i, stop):
                first -= 1
                continue
            if unit.low in ("after", "before") and _is_only_when(scene, i, stop):
                return _subject_region(scene, start, i)
            break
        if (
            unit.low == "since"
            and i + 1 < stop
            and (scene.has(scene.units[i + 1], "determiner") or is_person_noun(scene, scene.units[i + 1]))
        ):
            break  # "a case that we have followed since the five were arrested"
        if unit.low in ("since", "as", "so") and i > start and scene.units[i - 1].low == "," and not is_as_well_as(scene, i):
            break
        if unit.low == "that" and i > start and (is_finite(scene, i - 1) or i + 1 < stop):
            break
        if (
            unit.low in _MATTERS
            and first < stop
            and (scene.units[first].kind is UnitKind.MENTION or scene.has(scene.units[first], "determiner"))
        ):
            break  # "…, a claim the government denies"
        if is_finite(scene, i):
            jumped = _over_relative(scene, i, start)
            if jumped is not None:
                return read_group(scene, _subject_region(scene, start, jumped).first, jumped)
            if read_group(scene, first, stop).is_empty and unit.low.endswith("ed"):
                first -= 1
                continue
            break
        if scene.has(unit, "relative") and unit.low != "that":
            break
        if scene.has(unit, "conjunction") and i > start and scene.units[i - 1].low == "," and _is_whole_clause(scene, start, i, stop):
            break
        first -= 1
    return read_group(scene, first, stop)


def _is_only_when(scene: Scene, i: int, stop: int) -> bool:
    """True for "after interrogation" in "X and Y after interrogation were released": no subject is in it, and people stand before it."""
    if not read_group(scene, i + 1, stop).is_empty or stop - i > 6 or i == 0 or any(u.low == "," for u in scene.units[i:stop]):
        return False
    return is_person_noun(scene, scene.units[i - 1])


def _is_whole_clause(scene: Scene, start: int, i: int, stop: int) -> bool:
    """True if ", and" parts two clauses: a finite verb before it, a noun group of its own after it."""
    opens = next((j for j in range(i - 1, start - 1, -1) if scene.units[j].low in (";", ":")), start)
    return any(is_finite(scene, j) for j in range(opens, i)) and not read_group(scene, i + 1, stop).is_empty


def _is_sentence_end_inside(scene: Scene, i: int, stop: int) -> bool:
    """True if the quote mark at `i` ends quoted speech: a comma or stop stands before it, and it does not open a name."""
    return i > 0 and scene.units[i - 1].low in (",", ".", "!", "?") and scene.units[i].low not in ("“", "«", "„")


def _over_relative(scene: Scene, i: int, start: int) -> int | None:
    """Where the noun group before a relative clause ends, if the verb at `i` is that of "who/that/which …"; else None."""
    j = i
    while j > start and is_helper(scene, j - 1, i):
        j -= 1
    if j > start and scene.units[j - 1].low in ("who", "which", "that") and not is_finite(scene, j - 2 if j > 1 else 0):
        return j - 2 if scene.units[max(start, j - 2)].low == "," else j - 1
    return None


def _closest_group(scene: Scene, start: int, stop: int) -> NounGroup:
    """The noun group that ends right at `stop`: the names there and those joined to them, or the noun there."""
    found = _subject_region(scene, start, stop)
    if stop > start and scene.units[stop - 1].low == "others":  # "X and the others who were convicted": not X
        return NounGroup(stop - 1, stop, (), (), (), stop - 1)
    is_named = stop > start and scene.is_person(scene.units[stop - 1]) and scene.units[stop - 1].form is MentionForm.NAME
    if found.is_empty and is_named:  # "for the journalists X and Y, who were …"
        named = [i for i in range(stop - 1, start - 1, -1) if scene.is_person(scene.units[i]) and scene.units[i].form is MentionForm.NAME]
        chain = _chain_back(scene, named)
        return NounGroup(min(chain), stop, tuple(sorted(chain)))
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
    before = (i for i in range(start, last) if scene.is_person(scene.units[i]) and scene.units[i].form is MentionForm.NAME)
    chain = _chain_back(scene, sorted({*persons, *before}, reverse=True))
    return NounGroup(min(chain), stop, tuple(sorted(chain)))


def _chain_back(scene: Scene, persons: Sequence[int]) -> list[int]:
    """Of these mentions, the last first, those of the list that the last one ends: "X, Y and the reporter Z"."""
    chain = [persons[0]]
    for i in persons[1:]:
        if not _is_joined(scene, i, chain[-1]) and not (len(chain) > 1 and _is_listed(scene, i, chain[-1])):
            break
        chain.append(i)
    return chain


def _apposed_list(scene: Scene, group: VerbGroup, start: int) -> NounGroup | None:
    """ "Three journalists, X, Y and Z, were arrested", "Two groups, A and B, condemned": the names; None where no list stands behind people or bodies counted."""
    stop = group.first - 1
    if stop <= start or scene.units[stop].low != ",":
        return None
    last = next((i for i in range(stop - 1, start, -1) if scene.units[i].form is MentionForm.NAME), None)
    if last is None or any(not _is_of_a_list(scene, i) for i in range(last + 1, stop)):
        return None
    of_people = scene.is_person(scene.units[last])
    named = [i for i in range(last, start, -1) if scene.units[i].form is MentionForm.NAME and scene.is_person(scene.units[i]) == of_people]
    chain = _chain_back(scene, named)
    opening = next((i for i in range(min(chain) - 1, start, -1) if scene.units[i].low == ","), None)
    if len(chain) < 2 or opening is None or any(not _is_of_a_list(scene, i) for i in range(opening + 1, min(chain))):
        return None
    before = scene.units[opening - 1]
    is_kind = is_person_noun(scene, before) if of_people else before.low.endswith("s")
    is_group = before.form is MentionForm.NOMINAL and scene.is_person(before) == of_people and is_kind
    return NounGroup(opening - 1, group.first, tuple(sorted(chain))) if is_group else None


def _is_listed(scene: Scene, a: int, b: int) -> bool:
    """True for the first two of "X, Y and the reporter Z": names that a comma parts, over an age, a title or an outlet."""
    between = scene.units[a + 1 : b]
    named = scene.units[a].form is MentionForm.NAME and scene.units[b].form is MentionForm.NAME
    commas = sum(u.low == "," for u in between)
    has_ages = any(u.low.isdigit() for u in between)
    return named and 1 <= commas <= 1 + has_ages and len(between) <= _IN_LIST and all(_is_of_a_list(scene, i) for i in range(a + 1, b))


def _is_of_a_list(scene: Scene, i: int) -> bool:
    unit = scene.units[i]
    if unit.low in (",", "(", ")") or unit.low.isdigit():
        return True
    return not (
        unit.kind is UnitKind.MARK or is_finite(scene, i) or scene.has_any(unit, ("preposition", "relative", "conjunction", "subordinator"))
    )


_IN_LIST: Final = 7  # units between two names of a list


def _is_joined(scene: Scene, a: int, b: int) -> bool:
    """True if only "and" or "," and words of apposition stand between two mentions, and no sign that the second is another clause."""
    between = range(a + 1, b)
    if any(scene.units[i].low == ";" for i in between):
        return False  # "X, detained in May; and Y, detained in June"
    is_joined = any(scene.has(scene.units[i], "conjunction") or is_as_well_as(scene, i) for i in between)
    return is_joined and not any(is_finite(scene, i) for i in between)


@once_a_scene
def find_object(scene: Scene, after: int) -> NounGroup:
    """The noun group that begins at unit `after`, as the object of the verb before it."""
    end = scene.bounds[scene.units[after - 1].sentence][1]
    if after + 2 < end and scene.units[after].low == "in" and scene.units[after + 1].low == "absentia":
        after += 2
    while after < end - 1 and (
        scene.units[after].low == ","
        or scene.units[after].kind is UnitKind.DATE
        or (scene.units[after + 1].kind is UnitKind.DATE and scene.units[after].kind is not UnitKind.MENTION)
    ):
        after += 1
    after = skip_about(scene, after, end)
    stop = _object_stop(scene, after)
    group = read_group(scene, after, stop)
    if group.heads and group.noun is None and _is_thing_before(scene, after, group.heads[0]):
        return NounGroup(after, after)
    return _over_semicolons(scene, _without_next_subject(scene, group, stop), end)


def _over_semicolons(scene: Scene, group: NounGroup, end: int) -> NounGroup:
    """ "arrested X, a poet; Y, a lawyer; and Z, a student, on Monday": the group with the people of the items behind; no item has a verb.

    Not "gave X ten years; Y, three and a half": each has his own.
    """
    heads = list(group.heads)
    if not any(scene.is_person(scene.units[i]) and scene.units[i].form is MentionForm.NAME for i in heads):
        return group
    mark = _next_semicolon(scene, heads[-1] + 1, end)
    while mark is not None and not _tells_a_length(scene, heads[-1] + 1, mark):
        is_last = scene.has(scene.units[min(mark + 1, end - 1)], "conjunction")
        first = mark + 1 + is_last
        stop = _next_semicolon(scene, first, end) or end
        near = range(first, min(first + _IN_LIST, stop))
        name = next((i for i in near if scene.units[i].form is MentionForm.NAME and scene.is_person(scene.units[i])), None)
        if name is None:
            break
        ends = _end_of_item(scene, group.first, name, stop) if is_last and stop == end else stop
        if any(is_finite(scene, i) for i in range(first, ends)) or _tells_a_length(scene, name + 1, ends):
            break
        if any(scene.units[i].low == "," for i in range(first, name)):
            break
        heads.append(name)
        mark = stop if stop < end else None
    return group if len(heads) == len(group.heads) else replace(group, heads=tuple(heads))


def _end_of_item(scene: Scene, listed: int, name: int, stop: int) -> int:
    """Where the last item ends in "sentenced X, a poet; and Y, a printer, to two years", "the arrest of X, a poet; and Y, a printer, led to": at the comma.

    Behind a verb the list has no verb of its own: not "arrested X, a poet; and Y, a printer, was told".
    """
    commas = [i for i in range(name + 1, stop) if scene.units[i].low == ","]
    behind = commas[1] + 1 if len(commas) > 1 and commas[0] == name + 1 else stop
    goes_on = behind < stop and (
        scene.has(scene.units[behind], "preposition") or (scene.units[listed - 1].low == "of" and is_finite(scene, behind))
    )
    return behind - 1 if goes_on else stop


def _tells_a_length(scene: Scene, first: int, stop: int) -> bool:
    """True for a length or a number alone; not for the age of "X, 34, a poet"."""
    numbers = (i for i in range(first, stop) if scene.units[i].low.isdigit())
    is_alone = any([u.low for u in scene.units[i - 1 : i + 2 : 2]] != [",", ","] for i in numbers)
    return is_alone or any(u.kind is UnitKind.TERM or scene.has(u, "number_word") for u in scene.units[first:stop])


def _next_semicolon(scene: Scene, first: int, end: int) -> int | None:
    """The next ";" of a list; None behind a verb."""
    for i in range(first, end):
        if scene.units[i].low == ";":
            return i
        if is_finite(scene, i):
            return None
    return None


def _is_thing_before(scene: Scene, after: int, head: int) -> bool:
    """True if a thing is the object, and the person only follows behind a comma: "captures time itself, X remarked"."""
    comma = next((i for i in range(after, head) if scene.units[i].low == ","), None)
    if comma is None:
        return False
    words = [u for u in scene.units[after:comma] if u.kind is UnitKind.WORD]
    return any(
        not scene.has_any(u, ("determiner", "number_word", "group_word", "preposition", "adverb")) and u.low.isalpha() for u in words
    )


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
        elif is_as_well_as(scene, i) or (i == after and unit.low.endswith("ed")):
            continue  # "sentenced retired teacher X"
        elif unit.kind in (UnitKind.DATE, UnitKind.TERM) or (
            is_finite(scene, i)
            or (scene.has(unit, "relative") and unit.low != "that")
            or scene.has(unit, "subordinator")
            or unit.low == "according"
            or (scene.has(unit, "preposition") and unit.low not in _KEEPS and unit.low != "than")  # "more than a thousand people"
            or (unit.low.endswith("ing") and i > after and scene.units[i - 1].low == ",")
        ):
            return i
    return end


def _without_next_subject(scene: Scene, group: NounGroup, stop: int) -> NounGroup:
    """The object without a mention that is in truth the subject of what follows: "detained X, her lawyer Y said", "freed X, but Y was jailed"."""
    end = scene.bounds[scene.units[group.first - 1].sentence][1]
    if stop < end and is_finite(scene, stop) and group.heads and len(group.heads) > 1:
        last = group.heads[-1]
        but = next((i for i in range(last - 1, group.heads[0], -1) if scene.units[i].low == "but" and scene.units[i - 1].low == ","), None)
        if but is not None:
            return NounGroup(group.first, but - 1, tuple(h for h in group.heads if h < but), group.governed, group.possessors, group.noun)
        comma = next((i for i in range(last - 1, group.heads[0], -1) if scene.units[i].low == ","), None)
        if comma is not None and not any(scene.has(scene.units[i], "conjunction") for i in (*range(comma, last), *range(last + 1, stop))):
            kept = tuple(h for h in group.heads if h < comma)  # "her lawyer" and "Y" are two mentions of one subject
            return NounGroup(group.first, comma, kept, group.governed, group.possessors, group.noun)
    return group


def words_of_object(scene: Scene, first: int, stop: int) -> Span | None:
    """The words from unit `first` up to the end of their clause: what somebody rejects, deplores or asks for. None where there are none."""
    last = first
    is_quoted = False  # no verb within the marks ends the clause: the “disproportionate and politicized verdict”
    while (
        last < stop
        and scene.units[last].low not in (",", ";", ".", "as", "saying", "but")
        and not (is_finite(scene, last) and last > first + 3 and not is_quoted)
    ):
        is_quoted = scene.units[last].low == "“" or (is_quoted and scene.units[last].low != "”")
        last += 1
    while last > first and scene.units[last - 1].low in ("and", "or"):
        last -= 1
    return Span(scene.units[first].span.start, scene.units[last - 1].span.stop) if last > first else None
