"""Which events are told without their verb: "X followed the next month", "Y six years, Z four", "Detained in May. 21 years."?"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from habeas.case.dates import Term
from habeas.case.passage import Span
from habeas.case.vocabulary import MentionForm
from habeas.languages.english import ENGLISH
from habeas.read.cast import Cast, is_known_person, number_of_people
from habeas.read.lists import persons_in
from habeas.read.noun_groups import is_person_noun
from habeas.read.numbers import number_value
from habeas.read.scene import Scene, Unit, UnitKind
from habeas.read.verb_groups import is_finite

SO_WERE: Final = "so were they"  # "… got nine years; so did Y": one event of them all
_BEFORE_TERM: Final = frozenset({",", "—", "–", "-", ":", "(", "to", "for", "also", "each", "got", "gets", "received", "and"})
_OF_LIFE: Final = frozenset(
    {"old", "pregnant", "younger", "older", "ago", "later", "earlier", "before", "after", "of", "probation", "since"}
)


@dataclass(frozen=True, slots=True)
class Elliptic:
    """An event whose verb stands elsewhere or nowhere: where it is told, of whom (or of how many), with which term; `like` is the event it repeats."""

    unit: int
    persons: tuple[int, ...]
    term: Term | None
    like: int | None
    because: str
    count: int | None = None


def find_gapped(scene: Scene, sentences: Sequence[tuple[int, int]]) -> list[Elliptic]:
    """ "… gave X 21 years; Y 15 years; and Z 18": after a sentence with its term, other persons with theirs and no verb.

    `sentences` are the sentenced events read so far: their number, and the unit of their trigger.
    """
    out: list[Elliptic] = []
    for number, trigger in sentences:
        stop = scene.bounds[scene.units[trigger].sentence][1]
        base, like = _first_term(scene, trigger, stop)
        if like is None:
            continue
        out += _rows_behind(scene, number, scene.units[trigger].sentence, like)
        i = base + 1
        while i < stop:
            if is_finite(scene, i) or scene.units[i].low in ("who", "which", "while", "because", "after"):
                i = next((j for j in range(i, stop) if scene.units[j].low == ";"), stop)  # what is told of one person ends there
                continue
            if _is_named_here(scene, i, trigger):
                last = _behind_nickname(scene, end_of_chain(scene, i, stop), stop)
                found = _term_after(scene, last + 1, stop, like)
                if found is not None and not _goes_to_another(scene, found, stop):
                    persons = persons_in(scene, i, last + 1)
                    out.append(Elliptic(i, persons or (scene.units[i].of,), found, number, "gapped"))
                    i = last + 2
                    continue
            elif (counted := _counted_with_term(scene, i, stop, like)) is not None:
                count, last, term = counted
                out.append(Elliptic(i, (), term, number, "gapped", count))
                i = last + 2
                continue
            elif (given := _given_to(scene, i, stop, like)) is not None:
                term, persons = given
                out.append(Elliptic(i, persons, term, number, "gapped"))
                i += 2
                continue
            i += 1
    return out


def _counted_with_term(scene: Scene, i: int, stop: int, like: Term) -> tuple[int, int, Term] | None:
    """ "… and two women three years", "five more ten", "three got two years, five one year": so many people with a term and no verb; where they end."""
    words = scene.units[i].low.split()
    count = number_of_people(words[0]) if words[0] not in ("a", "an") else None
    before = scene.units[i - 1]
    if count is None or i + 1 >= stop or not (before.low in (",", ";", "and", "while", "—", "–", "but") or before.kind is UnitKind.DATE):
        return None
    last = i if len(words) > 1 else next((j for j in (i + 1, i + 2) if j < stop and _ends_people(scene, j)), i)
    if last == i and len(words) == 1 and scene.units[i + 1].kind is not UnitKind.TERM:
        return None
    if len(words) > 1 and not scene.is_person(scene.units[i]):
        return None
    term = _term_after(scene, last + 1, stop, like)
    return (count, last, term) if term is not None else None


def _ends_people(scene: Scene, i: int) -> bool:
    """True for "more", "others", "women" behind a numeral."""
    unit = scene.units[i]
    beside = scene.units[i - 1].kind is not UnitKind.MARK and unit.form is not MentionForm.NAME
    return beside and (unit.low in ("more", "others") or is_person_noun(scene, unit))


def _first_term(scene: Scene, trigger: int, stop: int) -> tuple[int, Term | None]:
    """The term of the verb, and where it stands: in full, or as a bare "to seven" behind others told in full."""
    written = next((i for i in range(trigger, stop) if scene.units[i].kind is UnitKind.TERM), None)
    if written is not None:
        return written, scene.terms[scene.units[written].place]
    before = range(trigger - 1, max(-1, trigger - _ABOVE), -1)
    like = next((scene.terms[scene.units[j].place] for j in before if scene.units[j].kind is UnitKind.TERM), None)
    bare = trigger + 2 if trigger + 2 < stop and scene.units[trigger + 1].low in ("to", "another", "only", "just") else trigger + 1
    if like is None or bare >= stop:
        return trigger, None
    return bare, bare_term(scene, bare, stop, like)


_ABOVE: Final = 80  # units in front of a bare number in which the one stands whose unit it borrows


def _is_named_here(scene: Scene, i: int, trigger: int) -> bool:
    """True for somebody else: not for "his" or "the printer of his book", said by way of the one whose verb it is."""
    unit = scene.units[i]
    first = scene.bounds[unit.sentence][0]
    if not is_known_person(scene, unit) or _is_of_a_deed(scene, i, first):
        return False
    return unit.form is MentionForm.NAME or all(u.of != unit.of for u in scene.units[first:trigger])


def _is_of_a_deed(scene: Scene, i: int, first: int) -> bool:
    """True for whom others wronged: Y in "for insulting President Y and two years for …"."""
    at = i - 1
    while at > first and scene.units[at].kind is UnitKind.WORD and i - at < _TITLES and not scene.units[at].low.endswith("ing"):
        at -= 1
    return scene.units[at].low.endswith("ing") and any(u.low in _FOR_WHAT for u in scene.units[max(first, at - 2) : at])


_TITLES: Final = 5  # units of titles between the verb and the name
_FOR_WHAT: Final = frozenset({"for", "of"})


def _rows_behind(scene: Scene, number: int, sentence: int, like: Term) -> list[Elliptic]:
    """ "X received 14 years. Y, 12. Z, ten; W, who was a minor, six.": sentences right behind that are a name and a figure each."""
    out: list[Elliptic] = []
    for first, stop in scene.bounds[sentence + 1 :]:
        marks = [i for i in range(first, stop) if scene.units[i].low == ";"]
        rows = [_row(scene, a, b, like) for a, b in zip([first, *(m + 1 for m in marks)], [*marks, stop], strict=True)]
        if any(row is None for row in rows):
            break
        out += [Elliptic(at, (scene.units[name].of,), term, number, "gapped row") for row in rows if row for name, at, term in [row]]
    return out


def _row(scene: Scene, first: int, stop: int, like: Term) -> tuple[int, int, Term] | None:
    """Who opens the part, and where the figure stands with which it ends: no age ("Y, 29, a baker"), no clause."""
    name = first + 1 if first < stop and scene.units[first].low == "and" else first
    if name + 2 >= stop or not scene.is_person(scene.units[name]) or scene.units[name].form is not MentionForm.NAME:
        return None
    commas = [j for j in range(name + 1, stop - 1) if scene.units[j].low in (",", ":", "—", "–")]
    for comma in reversed(commas):
        term = _term_right_at(scene, comma, stop, like)
        told = range(name + 1, comma)
        if term is None or _may_be_an_age(term, like) or (told and scene.units[name + 1].low != ","):
            continue
        behind = scene.units[min(comma + 2, stop - 1)]
        is_last = behind.low in (".", ";") or comma + 2 >= stop
        goes_on = behind.low == "," and comma + 3 < stop and scene.has(scene.units[comma + 3], "preposition")
        verbs = [j for j in (*told, *range(comma + 1, stop)) if is_finite(scene, j)]
        is_relative = bool(told) and scene.has(scene.units[name + 2], "relative") and all(j < comma for j in verbs)
        if (is_last or goes_on) and (not verbs or is_relative):
            return name, comma + 1, term
    return None


def _may_be_an_age(term: Term, like: Term) -> bool:
    """True for the figure of "Y, 40." below a shorter term: so old is rather Y."""
    years = [int(m[1]) if (m := re.match(r"P(\d+)Y", t.iso)) else 0 for t in (term, like)]
    return years[0] > max(_GROWN_UP - 1, years[1])


_GROWN_UP: Final = 18  # years: nobody younger is named with an age alone


def _behind_nickname(scene: Scene, last: int, stop: int) -> int:
    """The last unit of a nickname in marks behind the name that ends at `last`: of "X, “Z”", "X, known as “Z”", "X (“Z”)"; else `last`."""
    opens = next((j for j in range(last + 1, min(stop, last + 1 + _KNOWN_AS)) if scene.units[j].low in ("“", '"', "«", "‘")), None)
    if opens is None or any(u.low not in _CALLED for u in scene.units[last + 1 : opens]):
        return last
    closes = next((j for j in range(opens + 1, min(stop, opens + _NICKNAME)) if scene.units[j].low in ("”", '"', "»", "’")), None)
    if closes is None:
        return last
    return closes + 1 if closes + 1 < stop and scene.units[closes + 1].low == ")" else closes


_KNOWN_AS: Final = 6  # units from a name to its nickname
_NICKNAME: Final = 6  # units of a nickname and its marks
_CALLED: Final = ENGLISH.group("ellipsis.called")


def _goes_to_another(scene: Scene, term: Term, stop: int) -> bool:
    """True for "gave nine years to X and seven years to Y", "five years for X, three years for Y", of the second term behind X: it is Y's."""
    if term.span is None:
        return False
    behind = scene.at(term.span.stop)
    return behind + 1 < stop and _leads_to_somebody(scene, behind, stop)


def _leads_to_somebody(scene: Scene, preposition: int, stop: int) -> bool:
    """True for "to the lawyer Y", "for Y": not for what somebody did ("for insulting Y")."""
    end = min(stop, preposition + 1 + _RECIPIENT)
    if scene.units[preposition].low == "to":
        return bool(persons_in(scene, preposition + 1, end))
    if scene.units[preposition].low != "for":
        return False
    first = next((j for j in range(preposition + 1, end) if scene.is_person(scene.units[j])), end)
    return first < end and not any(u.low.endswith("ing") or scene.has(u, "preposition") for u in scene.units[preposition + 1 : first])


_RECIPIENT: Final = 6  # units in which the one who gets it is named


def _given_to(scene: Scene, i: int, stop: int, like: Term) -> tuple[Term, tuple[int, ...]] | None:
    """The term at unit `i` and those to whom it goes: "ten to his deputy, X", "four to the lawyer Y and the engineer Z"."""
    if i + 2 >= stop or scene.units[i + 1].low != "to":
        return None
    unit = scene.units[i]
    term = scene.terms[unit.place] if unit.kind is UnitKind.TERM else bare_term(scene, i, stop, like)
    end = next((j for j in range(i + 2, stop) if scene.units[j].low == ";" or is_finite(scene, j)), stop)
    persons = persons_in(scene, i + 2, end)
    return (term, persons) if term is not None and persons else None


def end_of_chain(scene: Scene, i: int, stop: int) -> int:
    """The last of the persons joined to the one at `i` by "and" or ","."""
    last = i
    for j in range(i + 1, min(stop, i + 12)):
        if scene.is_person(scene.units[j]) and scene.units[j - 1].low in ("and", ","):
            last = j
        elif scene.units[j].low not in ("and", ","):
            break
    return last


def _term_after(scene: Scene, first: int, stop: int, like: Term) -> Term | None:
    """The term right behind a name or its apposition: written out, or a bare number that borrows its unit from the term before."""
    found = None if _is_age(scene, first, stop) else _term_right_at(scene, first, stop, like)
    is_figure = (
        found is not None and first < stop and _is_number(scene.units[min(first + 1, stop - 1)].low)
    )  # perhaps an age: "Y, 26, to five"
    if (found is None or is_figure) and first < stop and scene.units[first].low == ",":
        comma = next((j for j in range(first + 1, min(stop, first + 10)) if scene.units[j].low in (",", ";")), None)
        between = range(first + 1, comma or first)
        if (
            comma is not None
            and scene.units[comma].low == ","
            and not any(scene.is_person(scene.units[j]) and scene.entities[scene.units[j].of].is_named for j in between)
        ):
            found = _term_right_at(scene, comma, stop, like) or found
    return found


def _is_age(scene: Scene, comma: int, stop: int) -> bool:
    """True for a bare number between commas before a verb, or a full term, or in a sentence that sets the age of another so: "X, 48, got 11 years; Y, 42, …"."""
    if not _is_between_commas(scene, comma, stop):
        return False
    first = scene.bounds[scene.units[comma].sentence][0]
    known = [i for i in range(first, comma + 1) if _is_between_commas(scene, i, stop)]
    return any(
        is_finite(scene, i + 3) or scene.units[i + 3].kind is UnitKind.TERM or scene.units[i + 3].low.split()[0] in _THEIRS for i in known
    )


_THEIRS: Final = ENGLISH.group("nominals.owners")  # "Y, 12, his son"


def stands_for_an_age(scene: Scene, i: int) -> bool:
    """True for the number in "Y, 26, is his son"."""
    return i > 1 and _is_age(scene, i - 1, scene.bounds[scene.units[i].sentence][1])


def _is_between_commas(scene: Scene, i: int, stop: int) -> bool:
    """True for "," at unit `i`, behind a person and in front of a bare number and one more comma."""
    if i + 3 >= stop or i == 0 or scene.units[i].low != "," or scene.units[i + 2].low != "," or not scene.is_person(scene.units[i - 1]):
        return False
    return scene.units[i + 1].kind is UnitKind.WORD and _is_number(scene.units[i + 1].low)


def _term_right_at(scene: Scene, first: int, stop: int, like: Term) -> Term | None:
    i = first
    while i < stop and scene.units[i].low in _BEFORE_TERM and i < first + 3:
        i += 1
    if i >= stop or (scene.units[i - 1].low == "(" and scene.units[i].kind is not UnitKind.TERM):
        return None  # "Y (40)" is an age
    unit = scene.units[i]
    after = scene.units[i + 1].low if i + 1 < stop else ""
    if unit.kind is UnitKind.TERM:
        is_other = after in _OF_LIFE and after != "probation" and not _is_of_punishment(scene, i + 1, stop)
        return None if is_other else scene.terms[unit.place]
    return bare_term(scene, i, stop, like)


def _is_of_punishment(scene: Scene, i: int, stop: int) -> bool:
    """True for "of probation", "of corrective labour", behind a length: "three years of marriage" is none."""
    return scene.units[i].low == "of" and any(w in _PUNISHMENTS for u in scene.units[i + 1 : min(stop, i + 4)] for w in u.low.split())


_PUNISHMENTS: Final = frozenset(
    "probation imprisonment prison jail detention custody arrest colony labour labor restriction restricted limitation service".split()
)


def bare_term(scene: Scene, i: int, stop: int, like: Term) -> Term | None:
    """The term that the number at unit `i` means where its unit is left out ("and Y five")."""
    unit = scene.units[i]
    value = number_value(unit.low) if unit.kind is UnitKind.WORD and unit.low not in ("a", "an") else None
    letter = next((c for c in "YM" if c in like.iso and like.iso.startswith("P")), None)
    if value is None or letter is None or value != int(value) or not 0 < value < 100:
        return None
    if letter == "Y" and [u.low for u in scene.units[i + 1 : min(stop, i + 4)]] == ["and", "a", "half"]:
        return Term(f"P{int(value)}Y6M", Span(unit.span.start, scene.units[i + 3].span.stop))
    after = scene.units[i + 1] if i + 1 < stop else None
    if after is not None and (after.kind is UnitKind.MENTION or (after.kind is UnitKind.WORD and not _ends_number(scene, after))):
        return None  # "sentenced 22 Kurdish activists": so many people
    if after is not None and after.low in ("to", "till", "or", "and") and i + 2 < stop and _is_number(scene.units[i + 2].low):
        return None  # "from three to 16 years"
    return Term(f"P{int(value)}{letter}", Span(unit.span.start, unit.span.stop))


def _is_number(low: str) -> bool:
    return low not in ("a", "an") and number_value(low) is not None


def _ends_number(scene: Scene, after: Unit) -> bool:
    """True for a word that may follow a number whose noun is left out: "five each", "three apiece", "ten and", "nine for"."""
    return scene.has_any(after, ("conjunction", "preposition", "shared_out"))


def in_relative(scene: Scene, j: int) -> bool:
    return any(scene.has(scene.units[k], "relative") for k in range(max(0, j - 3), j))


def find_listed_terms(cast: Cast) -> list[Elliptic]:
    """List items that name persons and a length of time but tell no event: "Selahattin X, former mayor — 42 years", "To nineteen: X, Y"."""
    scene = cast.scene
    out: list[Elliptic] = []
    for item_list in cast.lists:
        found: list[Elliptic] = []
        like: Term | None = None
        for number in item_list.items:
            like = like or _term_above(scene, number)
            if (item := _term_of_item(scene, number, like)) is not None:
                found.append(item)
                like = item.term
        if len(found) >= 2:
            out += found
    for first, stop in scene.bounds:
        out += _terms_in_sentence(scene, first, stop)
    return out


def _term_above(scene: Scene, number: int) -> Term | None:
    """The first length of time in the sentence, whose unit the rows below may leave out."""
    return next((scene.terms[u.place] for u in scene.units[slice(*scene.bounds[number])] if u.kind is UnitKind.TERM), None)


def find_lone_rows(cast: Cast) -> list[Elliptic]:
    """A sentence that is nothing but a name and a term: "Drummer Marthen Yoku – two years and two months.", "Viktor Chumak: 25 years"."""
    scene = cast.scene
    out: list[Elliptic] = []
    for first, stop in scene.bounds:
        i = next((i for i in range(first, stop) if scene.units[i].kind is UnitKind.TERM), None)
        if i is None and out and (bare := _bare_row(scene, out[-1], first, stop)) is not None:
            out.append(bare)
        if i is None or i == first or scene.units[i - 1].low not in ("—", "–", "-", ":", ",") or _goes_on(scene, i + 1, stop):
            continue
        if scene.units[i - 1].low == "," and "T" in scene.terms[scene.units[i].place].iso:
            continue  # "She sees him every spring, nine hours by train"
        end = next((j for j in range(i, stop) if scene.units[j].low == ";"), stop) if scene.units[i - 1].low == "," else i
        if any(is_finite(scene, j) and not in_relative(scene, j) for j in range(first, end)):
            continue  # "X, 34 years, was led off" tells an age
        persons = persons_in(scene, first, i)
        names = [j for j in range(first, i) if scene.units[j].of in persons]
        if persons and names[0] - first <= 8:
            out.append(Elliptic(i, persons, scene.terms[scene.units[i].place], None, "lone row"))
    return out


def _bare_row(scene: Scene, row: Elliptic, first: int, stop: int) -> Elliptic | None:
    """ "X: seventeen years. Y: thirteen.": a row right behind another, whose number leaves its unit out."""
    if row.term is None or scene.bounds[scene.units[row.unit].sentence][1] != first:
        return None
    mark = next((j for j in range(first + 1, min(stop, first + 9)) if scene.units[j].low in ("—", "–", ":")), stop)
    persons = persons_in(scene, first, mark) if mark + 1 < stop else ()
    term = bare_term(scene, mark + 1, stop, row.term) if persons else None
    return Elliptic(mark + 1, persons, term, None, "lone row") if term is not None else None


def find_after_colon(scene: Scene) -> list[Elliptic]:
    """ "X was convicted the next morning: seven years, for …", "X has his sentence at last: five years": the length behind a colon."""
    out: list[Elliptic] = []
    for first, stop in scene.bounds:
        colon = next((i for i in range(first + 1, stop - 1) if scene.units[i].low == ":"), None)
        if colon is None or scene.units[colon + 1].kind is not UnitKind.TERM:
            continue
        words = {u.low for u in scene.units[first:colon]}
        if not words.isdisjoint(_VERDICTS) and words.isdisjoint(_STILL_OPEN) and (shared := _lengths_to(scene, colon + 1, stop)):
            out += shared
            continue
        persons = persons_in(scene, first, colon)
        if len(persons) == 1 and not words.isdisjoint(_VERDICTS) and words.isdisjoint(_STILL_OPEN):
            out.append(Elliptic(colon + 1, persons, scene.terms[scene.units[colon + 1].place], None, "behind a colon"))
    return out


def _lengths_to(scene: Scene, first: int, stop: int) -> list[Elliptic]:
    """Each of "five years to X for contempt and disorder, nine to Y for contempt", with what goes to them; nothing where no name follows the first."""
    like = scene.terms[scene.units[first].place]
    out: list[Elliptic] = []
    for i in range(first, stop - 2):
        if scene.units[i + 1].low not in ("to", "for"):
            continue
        term = scene.terms[scene.units[i].place] if scene.units[i].kind is UnitKind.TERM else bare_term(scene, i, stop, like)
        if term is None or not _leads_to_somebody(scene, i + 1, stop):
            continue
        name = next(j for j in range(i + 2, stop) if scene.is_person(scene.units[j]))
        out.append(Elliptic(i, persons_in(scene, name, end_of_chain(scene, name, stop) + 1), term, None, "behind a colon"))
    return out if out and out[0].unit == first else []


_VERDICTS: Final = frozenset({"convicted", "guilty", "sentence", "verdict", "judgment", "judgement", "procedure"})
_STILL_OPEN: Final = frozenset(
    "faces face could may might would will if asked asks demanded sought seeks wants wanted prosecutor prosecutors not no".split()
)


def _goes_on(scene: Scene, i: int, stop: int) -> bool:
    """True if what follows the term makes it an age, a distance in time or part of a clause: "two years his junior", "25 years ago"."""
    if i >= stop:
        return False
    if scene.units[i].low in _OF_LIFE - {"of"}:
        return True
    end = next((j for j in range(i, stop) if scene.units[j].low in (";", ",", ".")), stop)
    return any(is_finite(scene, j) for j in range(i, end)) or (
        scene.units[i].kind is UnitKind.WORD and not scene.has(scene.units[i], "preposition")
    )


def _terms_in_sentence(scene: Scene, first: int, stop: int) -> list[Elliptic]:
    """ "X, leader of a party, ten years and five months; Y, five years; Z, three": a verdict list that runs on in one sentence."""
    marks = [i for i in range(first, stop) if scene.units[i].low == ";"]
    if len(marks) < 2 or any(is_finite(scene, i) for i in range(first, marks[0])):
        return []
    out: list[Elliptic] = []
    like: Term | None = None
    for begin, end in zip([first, *(m + 1 for m in marks)], [*marks, stop], strict=True):
        term = next((i for i in range(begin, end) if scene.units[i].kind is UnitKind.TERM), None)
        value = scene.terms[scene.units[term].place] if term is not None else None
        if value is None and like is not None:
            numbers = [(i, t) for i in range(begin, end) if (t := bare_term(scene, i, end, like)) is not None]
            term, value = numbers[-1] if numbers else (None, None)
        persons = persons_in(scene, begin, end)
        if term is not None and value is not None and persons:
            out.append(Elliptic(term, persons, value, None, "list of terms"))
            like = value
    return out if len(out) >= 2 else []


def _term_of_item(scene: Scene, number: int, like: Term | None) -> Elliptic | None:
    """The term of a row, and whose it is: the persons in front of it, or those behind its colon."""
    first, stop = scene.bounds[number]
    i = next((i for i in range(first, stop) if scene.units[i].kind is UnitKind.TERM), None)
    term = scene.terms[scene.units[i].place] if i is not None else None
    if i is None and like is not None:
        i, term = next(
            ((j, t) for j in _after_mark(scene, first, stop) if (t := bare_term(scene, j, stop, like)) is not None), (None, None)
        )
    if i is None or term is None or (i + 1 < stop and scene.units[i + 1].low in _OF_LIFE - {"of"}):
        return None
    persons = persons_in(scene, first, i)
    if not persons and (colon := next((j for j in range(i, min(stop, i + 5)) if scene.units[j].low in (":", "—", "–")), None)) is not None:
        persons = persons_in(scene, colon, _until_verb(scene, colon, stop))
        first = i
    if not persons or any(is_finite(scene, j) for j in range(first, i)):
        return None
    return Elliptic(i, persons, term, None, "list of terms")


def _after_mark(scene: Scene, first: int, stop: int) -> list[int]:
    """The units of a row at which a bare number can be its term: behind a dash, a colon or "to"."""
    return [j for j in range(first + 1, stop) if scene.units[j - 1].low in ("—", "–", "-", ":", "to")]


def _until_verb(scene: Scene, first: int, stop: int) -> int:
    return next((j for j in range(first, stop) if is_finite(scene, j) or scene.has(scene.units[j], "subordinator")), stop)


def find_term_fragments(cast: Cast, line_person: dict[int, tuple[int, ...]]) -> list[Elliptic]:
    """ "December 2021 — Five years for false news.", "… Ayni. 10 years.": a term alone, in a line about one person."""
    scene = cast.scene
    out: list[Elliptic] = []
    for number, (first, stop) in enumerate(scene.bounds):
        persons = line_person.get(number, ())
        i = _first_content(scene, first, stop)
        if not persons or i is None or scene.units[i].kind is not UnitKind.TERM or (first and scene.units[first - 1].low == "?"):
            continue  # "When are you back? Forty days."
        after = scene.units[i + 1] if i + 1 < stop else None
        if shared := _lengths_for(scene, i, stop):
            out += shared
            continue
        if after is None or after.low in ("for", "in", ".", ",", ";", "of", "under", "from"):
            if after is not None and after.low == "for" and i + 2 < stop and _counts_people(scene.units[i + 2]):
                continue  # "Five years for each of four reporters"
            if (
                after is not None
                and after.low == "of"
                and not any(w in scene.words(i, min(stop, i + 5)).lower() for w in ("prison", "jail", "colony", "imprisonment"))
            ):
                continue
            if any(is_finite(scene, j) or scene.units[j].low in ("if", "unless") for j in range(i, min(stop, i + 6))):
                continue
            if after is not None and after.low == "," and any(is_finite(scene, j) for j in range(i, stop)):
                continue  # "One day, he eats, and for several days he refuses to"
            out.append(Elliptic(i, persons, scene.terms[scene.units[i].place], None, "term alone"))
    return out


def _counts_people(unit: Unit) -> bool:
    """True for "each", "both", "all", "the two" and a numeral in front of people."""
    first = unit.low.split()[0]
    return first in ("each", "both", "all", "the") or _is_number(first)


def _lengths_for(scene: Scene, first: int, stop: int) -> list[Elliptic]:
    """Each of the headline "Five years for X, nine for Y", with his length; nothing where only one is named or a verb follows."""
    like = scene.terms[scene.units[first].place]
    if any(is_finite(scene, i) for i in range(first, stop)):
        return []
    found: list[tuple[int, Term]] = []
    for i in range(first, stop - 2):
        term = scene.terms[scene.units[i].place] if scene.units[i].kind is UnitKind.TERM else bare_term(scene, i, stop, like)
        leads = i + 1 + (scene.units[i + 1].low == "each")
        if term is not None and scene.units[leads].low == "for" and _leads_to_somebody(scene, leads, stop):
            found.append((i, term))
    if len(found) < 2:
        return []
    ends = [*(i for i, _ in found[1:]), stop]
    told = [Elliptic(i, persons_in(scene, i + 2, end), term, None, "term alone") for (i, term), end in zip(found, ends, strict=True)]
    return told if all(e.persons for e in told) else []


def _first_content(scene: Scene, first: int, stop: int) -> int | None:
    """The first unit that is no date, dash, number of the line, or court."""
    for i in range(first, stop):
        unit = scene.units[i]
        if unit.kind in (UnitKind.DATE, UnitKind.MARK) or unit.low.isdigit() or (unit.of >= 0 and not scene.is_person(unit)):
            continue
        if scene.has(unit, "preposition") and i + 1 < stop and scene.units[i + 1].kind is UnitKind.DATE:
            continue
        return i
    return None
