"""Which events are told without their verb: "X followed the next month", "Y six years, Z four", "Detained in May. 21 years."?"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from habeas.case.dates import Term
from habeas.case.passage import Span
from habeas.case.vocabulary import MentionForm
from habeas.read.cast import Cast
from habeas.read.lists import persons_in
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
    """An event whose verb stands elsewhere or nowhere: where it is told, of whom, with which term; `like` is the event it repeats."""

    unit: int
    persons: tuple[int, ...]
    term: Term | None
    like: int | None
    because: str


def find_gapped(scene: Scene, sentences: Sequence[tuple[int, int]]) -> list[Elliptic]:
    """ "… gave X 21 years; Y 15 years; and Z 18": after a sentence with its term, other persons with theirs and no verb.

    `sentences` are the sentenced events read so far: their number, and the unit of their trigger.
    """
    out: list[Elliptic] = []
    for number, trigger in sentences:
        stop = scene.bounds[scene.units[trigger].sentence][1]
        base = next((i for i in range(trigger, stop) if scene.units[i].kind is UnitKind.TERM), None)
        if base is None:
            continue
        i = base + 1
        while i < stop:
            if is_finite(scene, i) or scene.units[i].low in ("who", "which", "while", "because", "after"):
                i = next((j for j in range(i, stop) if scene.units[j].low == ";"), stop)  # what is told of one person ends there
                continue
            if scene.is_person(scene.units[i]) and scene.entities[scene.units[i].of].is_named:
                last = _end_of_chain(scene, i, stop)
                found = _term_after(scene, last + 1, stop, scene.terms[scene.units[base].place])
                if found is not None and not _goes_to_another(scene, found, stop):
                    persons = persons_in(scene, i, last + 1)
                    out.append(Elliptic(i, persons or (scene.units[i].of,), found, number, "gapped"))
                    i = last + 2
                    continue
            elif (given := _given_to(scene, i, stop, scene.terms[scene.units[base].place])) is not None:
                term, persons = given
                out.append(Elliptic(i, persons, term, number, "gapped"))
                i += 2
                continue
            i += 1
    return out


def _goes_to_another(scene: Scene, term: Term, stop: int) -> bool:
    """True for "gave nine years to X and seven years to Y", of the seven years behind X: they are Y's."""
    if term.span is None:
        return False
    behind = scene.at(term.span.stop)
    return behind + 1 < stop and scene.units[behind].low == "to" and bool(persons_in(scene, behind + 1, min(stop, behind + 1 + _RECIPIENT)))


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


def _end_of_chain(scene: Scene, i: int, stop: int) -> int:
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
    found = _term_right_at(scene, first, stop, like)
    if found is None and first < stop and scene.units[first].low == ",":
        comma = next((j for j in range(first + 1, min(stop, first + 10)) if scene.units[j].low in (",", ";")), None)
        between = range(first + 1, comma or first)
        if (
            comma is not None
            and scene.units[comma].low == ","
            and not any(scene.is_person(scene.units[j]) and scene.entities[scene.units[j].of].is_named for j in between)
        ):
            found = _term_right_at(scene, comma, stop, like)
    return found


def _term_right_at(scene: Scene, first: int, stop: int, like: Term) -> Term | None:
    i = first
    while i < stop and scene.units[i].low in _BEFORE_TERM and i < first + 3:
        i += 1
    if i >= stop:
        return None
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
    if after is not None and after.kind is UnitKind.WORD and not _ends_number(scene, after):
        return None
    if after is not None and after.low in ("to", "till", "or", "and") and i + 2 < stop and _is_number(scene.units[i + 2].low):
        return None  # "from three to 16 years"
    return Term(f"P{int(value)}{letter}", Span(unit.span.start, unit.span.stop))


def _is_number(low: str) -> bool:
    return low not in ("a", "an") and number_value(low) is not None


def _ends_number(scene: Scene, after: Unit) -> bool:
    """True for a word that may follow a number whose noun is left out: "five each", "three apiece", "ten and", "nine for"."""
    return scene.has_any(after, ("conjunction", "preposition", "shared_out"))


def find_followed(scene: Scene, triggers: Sequence[int]) -> list[Elliptic]:
    """ "Y followed the next month", "as was Z", "so were Y and Z": persons whom the event before befell as well."""
    out: list[Elliptic] = []
    for i, unit in enumerate(scene.units):
        if unit.low not in ("followed", "was", "were", "did"):
            continue
        first, stop = scene.bounds[unit.sentence]
        like = next(
            (n for n in range(len(triggers) - 1, -1, -1) if triggers[n] < i and scene.units[triggers[n]].sentence >= unit.sentence - 1),
            None,
        )
        if like is None:
            continue
        if unit.low == "followed" and any(u.kind is UnitKind.DATE for u in scene.units[i + 1 : min(stop, i + 3)]):
            persons = _persons_before(scene, i, max(first, triggers[like] + 1))
            if persons:
                out.append(Elliptic(i, persons, None, like, "followed"))
        elif (
            unit.low in ("was", "were", "did")
            and i > first
            and scene.units[i - 1].low in ("so", "as")
            and i + 1 < stop
            and _names_next(scene, i + 1)
        ):
            last = _end_of_chain(scene, i + 1, stop)
            out.append(Elliptic(i, persons_in(scene, i + 1, last + 1), None, like, SO_WERE))
    return out


def find_other_days(scene: Scene, triggers: Sequence[int]) -> list[Elliptic]:
    """ "X was arrested on 30 July, Y on 5 August", "picked up in May, and Z in June": the same of others, on a day of theirs."""
    out: list[Elliptic] = []
    for number, trigger in enumerate(triggers):
        stop = scene.bounds[scene.units[trigger].sentence][1]
        i = next((i for i in range(trigger + 1, stop) if scene.units[i].kind is UnitKind.DATE), stop) + 1
        while i + 1 < stop and scene.units[i].low in (",", "and", ";"):
            i += 1
        if i + 1 >= stop or not _names_next(scene, i) or any(trigger < t < i for t in triggers):
            continue
        last = _end_of_chain(scene, i, stop)
        day = last + 2 if last + 1 < stop and scene.units[last + 1].low in ("on", "in") else last + 1
        if scene.units[last].form is not MentionForm.NAME or day >= stop or scene.units[day].kind is not UnitKind.DATE:
            continue
        if not any(is_finite(scene, j) for j in range(day + 1, min(stop, day + 5))):
            out.append(Elliptic(last, persons_in(scene, i, last + 1), None, number, "followed"))
    return out


def _names_next(scene: Scene, i: int) -> bool:
    return scene.is_person(scene.units[i]) and scene.entities[scene.units[i].of].is_named


def _persons_before(scene: Scene, i: int, first: int) -> tuple[int, ...]:
    """The persons of the clause before unit `i`: back to ";" or the event before."""
    for j in range(i - 1, first - 1, -1):
        if scene.units[j].low in (";", ".") or (is_finite(scene, j) and not _in_relative(scene, j)):
            return persons_in(scene, j + 1, i)
    return persons_in(scene, first, i)


def _in_relative(scene: Scene, j: int) -> bool:
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
        end = next((j for j in range(i, stop) if scene.units[j].low == ";"), stop) if scene.units[i - 1].low == "," else i
        if any(is_finite(scene, j) and not _in_relative(scene, j) for j in range(first, end)):
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
        persons = persons_in(scene, first, colon)
        if len(persons) == 1 and not words.isdisjoint(_VERDICTS) and words.isdisjoint(_STILL_OPEN):
            out.append(Elliptic(colon + 1, persons, scene.terms[scene.units[colon + 1].place], None, "behind a colon"))
    return out


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
        if not persons or i is None or scene.units[i].kind is not UnitKind.TERM:
            continue
        after = scene.units[i + 1] if i + 1 < stop else None
        if after is None or after.low in ("for", "in", ".", ",", ";", "of", "under", "from"):
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
