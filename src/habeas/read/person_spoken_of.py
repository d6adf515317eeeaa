"""Which one person does a pronoun or a noun in the singular stand for ("he", "the archbishop"), or is the text speaking of?"""

from __future__ import annotations

from collections import Counter

from habeas.case.vocabulary import MentionForm
from habeas.read.cast import Cast, Who, is_known_person, is_never_held
from habeas.read.genders import may_be
from habeas.read.scene import Scene, UnitKind, once_a_scene
from habeas.read.verb_groups import is_finite


def introduced_as(scene: Scene, noun: str, at: int) -> int | None:
    """The last person before `at`, else the first after it, who is introduced with this noun ("blogger X", "X, a blogger")."""
    found: int | None = None
    for i, unit in enumerate(scene.units):
        if noun not in unit.low or i == at or (unit.form is MentionForm.NOMINAL and not _is_apposed_noun(scene, i, noun)):
            continue
        if noun.endswith("year-old") and i > 1 and at > 1 and scene.units[i - 2].low != scene.units[at - 2].low:
            continue  # another age
        if unit.form is MentionForm.NOMINAL:
            if i > at and found is not None:
                return found
            found = unit.of
            if i > at:
                return found
            continue
        if unit.low not in (noun, f"{noun}-in-chief"):
            if not (is_known_person(scene, unit) and noun in unit.low.split()):
                continue
            near: int | None = unit.of
        else:
            near = _name_beside(scene, i)
        if near is not None:
            if i > at and found is not None:
                return found
            found = near
            if i > at:
                return found
    return found


def _is_apposed_noun(scene: Scene, i: int, noun: str) -> bool:
    """True for the noun of "Chung Pui-kuen, the former editor-in-chief of …": that of the one named right before."""
    unit = scene.units[i]
    if unit.low.split()[-1] not in (noun, f"{noun}-in-chief") or i < 2 or scene.units[i - 1].low != ",":
        return False
    return scene.units[i - 2].of == unit.of and scene.units[i - 2].form is MentionForm.NAME


def _name_beside(scene: Scene, i: int) -> int | None:
    """The person named right after the noun at `i`, or right before its ", a(n)/the …"."""
    first, stop = scene.bounds[scene.units[i].sentence]
    for j in range(i + 1, min(stop, i + 3)):
        if is_known_person(scene, scene.units[j]):
            return scene.units[j].of
        if scene.units[j].kind is not UnitKind.WORD or scene.has(scene.units[j], "preposition") or scene.has(scene.units[j], "conjunction"):
            break
    for j in range(i - 1, max(first, i - 7), -1):
        if scene.units[j].low == "," and j > first and is_known_person(scene, scene.units[j - 1]):
            return scene.units[j - 1].of
        if scene.units[j].kind is UnitKind.MARK or scene.has(scene.units[j], "conjunction"):
            break
    return None


def resolve_singular_noun(cast: Cast, i: int, noun: str, *, is_definite: bool) -> Who:
    """Whom "the archbishop" at unit `i` stands for: the one named beside it, introduced with that noun, or spoken of."""
    scene = cast.scene
    if (
        is_definite
        and (beside := _name_beside(scene, i)) is not None
        and (not is_never_held(scene, beside) or _is_apposed(scene, i, beside))
    ):
        return Who((beside,), None, "introduced with this noun")  # "X, the diplomat sentenced in May"
    known = introduced_as(scene, noun, i)
    if known is not None and (is_definite or not is_never_held(scene, known)):
        return Who((known,), None, "introduced with this noun")
    if is_definite or scene.units[i].sentence < 2:
        focus = focus_person(cast, i)
        if focus in named_in_relative(scene, i):
            return Who(how="a person without a name", is_group=True)  # "the lawyer who defended X"
        is_new = not is_definite and any(u.of == focus and u.form is MentionForm.NAME for u in scene.units[:i])
        if focus is not None and not is_new:  # "a 22-year-old woman died": not the one whom the text has named before
            return Who((focus,), None, "the person spoken of")
    return Who(how="a person without a name", is_group=True)


def named_in_relative(scene: Scene, i: int) -> set[int]:
    """Whom the clause names that tells which one the noun at `i` means: X in "the officer who beat X"."""
    stop = scene.bounds[scene.units[i].sentence][1]
    if i + 1 >= stop or scene.units[i + 1].low not in ("who", "whom", "that"):
        return set()
    end = next((j for j in range(i + 2, stop) if scene.units[j].kind is UnitKind.MARK), stop)
    return {u.of for u in scene.units[i + 2 : end] if u.form is MentionForm.NAME}


def _is_apposed(scene: Scene, i: int, person: int) -> bool:
    """True for "X, the diplomat sentenced to 20 years": what is said of the noun is said of X, whatever the office."""
    return i > 2 and scene.units[i - 1].low == "the" and scene.units[i - 2].low == "," and scene.units[i - 3].of == person


def resolve_singular_pronoun(cast: Cast, i: int) -> Who:
    """Whom "he" at unit `i` stands for: the person spoken of."""
    focus = focus_person(cast, i)
    return Who((focus,), None, "pronoun") if focus is not None else Who(how="pronoun of nobody known", is_group=True)


def focus_person(cast: Cast, at: int, but: int = -1) -> int | None:
    """Who is spoken of at unit `at`: the person in custody named last in this or the two sentences before, else the last held one.

    In a headline or lede, where nobody has been named yet, the first person in custody that the text names. Never the person `but`.
    """
    scene = cast.scene
    sentence = scene.units[at].sentence
    likely = [p for p in cast.held if p != but and may_be(scene.entities[p], scene.units[at].low)]
    if not likely and len(cast.held) == 1 and cast.held[0] != but and not _may_be_another(cast, at):
        likely = list(cast.held)  # a given name alone tells no gender where nobody else can be meant
    for number in range(sentence, max(-1, sentence - 4), -1):
        first, stop = scene.bounds[number]
        before = [u for u in scene.units[first : min(stop, at)] if u.of != but]
        named = [u.of for u in before if is_known_person(scene, u) and not is_never_held(scene, u.of)]
        named = [p for p in named if p in likely] if cast.held else [p for p in named if not _speaks(scene, p, number)]
        if named:
            return named[0] if number < sentence else named[-1]
    for persons in cast.before(at):
        if len(persons) == 1 and persons[0] != but and may_be(scene.entities[persons[0]], scene.units[at].low):
            return persons[0]
    if not likely:
        known = _protagonist(scene, but)
        return known if known is not None and (sentence < 2 or is_named_before(scene, known, at)) else None
    counts = Counter(u.of for u in scene.units[:at] if u.of in likely and u.form is MentionForm.NAME)
    best = counts.most_common(2)
    if best and (len(best) == 1 or best[0][1] > best[1][1]):
        return best[0][0]
    if sentence >= 2 and not is_named_before(scene, likely[0], at):
        return None  # whom a later item of a digest is about
    return likely[0] if len(likely) == 1 or sentence < 2 else None


def _may_be_another(cast: Cast, at: int) -> bool:
    """True if somebody else was named before whom the pronoun fits."""
    scene = cast.scene
    others = {u.of for u in scene.units[:at] if u.of != cast.held[0] and u.form is MentionForm.NAME and is_known_person(scene, u)}
    return any(may_be(scene.entities[p], scene.units[at].low) for p in others)


def _protagonist(scene: Scene, but: int = -1) -> int | None:
    """The person whom the document names most, if no other is named as often and no office or side rules it out."""
    counts = Counter(u.of for u in scene.units if u.of != but and is_known_person(scene, u) and not is_never_held(scene, u.of))
    best = counts.most_common(2)
    return best[0][0] if best and (len(best) == 1 or best[0][1] > best[1][1]) else None


def may_suffer(cast: Cast, person: int) -> bool:
    """False for officials, lawyers and relatives, and for those whom the text quotes."""
    return not is_never_held(cast.scene, person) and not is_voice(cast, person)


def is_voice(cast: Cast, person: int) -> bool:
    """True for somebody whom the text quotes, or who takes turns in a talk, and of whom no custody is told."""
    scene = cast.scene
    if scene.entities[person].id in cast.speaking:
        return True
    return any(_speaks(scene, person, number) for number in dict.fromkeys(scene.units[i].sentence for i in scene.places.get(person, ())))


@once_a_scene
def _speaks(scene: Scene, person: int, sentence: int) -> bool:
    """True if the person's name stands beside a verb of speech in this sentence."""
    first, stop = scene.bounds[sentence]
    for i in range(first, stop):
        if scene.units[i].of == person:
            if i + 1 < stop and scene.has(scene.units[i + 1], "speech_verb"):
                return True
            told_of = i + 1 < stop and is_finite(scene, i + 1)  # "his brother said X has decided to go on"
            if i > first and scene.has(scene.units[i - 1], "speech_verb") and not told_of:
                return True
            if i + 1 < stop and scene.units[i + 1].low == "," and _speaks_behind_aside(scene, i + 1, stop):
                return True
    return False


def _speaks_behind_aside(scene: Scene, comma: int, stop: int) -> bool:
    """True for "X, who shared a cell with him, recalls": a verb of speech right behind what two commas set apart."""
    close = next((j for j in range(comma + 1, min(stop, comma + 20)) if scene.units[j].low == ","), None)
    return close is not None and close + 1 < stop and scene.has_any(scene.units[close + 1], ("speech_verb",))


def is_named_before(scene: Scene, person: int, at: int) -> bool:
    """True if the person's name stands before unit `at`."""
    return any(u.of == person and u.form is MentionForm.NAME for u in scene.units[:at])
