"""The reasons for a comparison, in words that a documentation officer can check by eye."""

from __future__ import annotations

from habeas.resolve.evidence import ALIKE, Evidence, Likeness
from habeas.resolve.parse import Name, parse_name
from habeas.resolve.words import Kind, Word

_SOUND_NAMES = {
    "J": "j",
    "C": "ch",
    "S": "sh",
    "Z": "zh",
    "T": "ts",
    "x": "kh",
    "H": "h",
    "G": "gh",
    "Y": "y",
    "A": "ə",
    "O": "ö",
    "U": "ü",
    "y": "ı",
}


def _spell(sounds: str) -> str:
    return "".join(_SOUND_NAMES.get(c, c) for c in sounds)


def _match_reason(x: Word, y: Word, cell: Likeness) -> str:
    if Kind.INITIAL in (x.kind, y.kind):
        return f"the initial {x.raw if x.kind is Kind.INITIAL else y.raw!s} fits"
    if x.raw == y.raw:
        return f"{x.raw} is the same"
    if x.throat != y.throat and len(x.throat) == len(y.throat) and not x.given == y.given >= 0:
        return f"{x.raw} and {y.raw} are alike, but one has kh where the other has k, g or q"
    if x.given == y.given >= 0 and x.main.sounds != y.main.sounds:
        return f"{x.raw} and {y.raw} are forms of one given name"
    if cell.sounds == 1.0:
        return f"{x.raw} and {y.raw} sound the same"
    if cell.classes == 1.0:
        return f"{x.raw} and {y.raw} are spellings of the same sounds ({_spell(x.main.sounds)}, {_spell(y.main.sounds)})"
    if cell.bones == 1.0:
        return f"{x.raw} and {y.raw} have the same consonants"
    return f"{x.raw} is like {y.raw} ({cell.whole:.2f})"


def tell_reasons(a: Name, b: Name, evidence: Evidence) -> tuple[str, ...]:
    """Why two names got their score: each answer, each contradiction, and what stands in one only."""
    good = [(i, j, cell) for i, j, cell in evidence.answers if cell.whole >= ALIKE]
    reasons = [_match_reason(a.words[i], b.words[j], cell) for i, j, cell in good]
    left_a = [w for i, w in enumerate(a.words) if i not in {i for i, _, _ in good}]
    left_b = [w for j, w in enumerate(b.words) if j not in {j for _, j, _ in good}]
    if left_a and left_b:
        reasons.append(f"{' '.join(w.raw for w in left_a)} is not {' '.join(w.raw for w in left_b)}")
    elif left_a or left_b:
        what = (
            "father's name"
            if any(a.fathers[a.words.index(w)] for w in left_a) or any(b.fathers[b.words.index(w)] for w in left_b)
            else "word"
        )
        reasons.append(f"{what} in one only: {' '.join(w.raw for w in left_a or left_b)}")
    reasons += _contradictions(a, b)
    return tuple(reasons)


def _contradictions(a: Name, b: Name) -> list[str]:
    out = []
    given_a, given_b = [w for w in a.words if w.given >= 0], [w for w in b.words if w.given >= 0]
    if given_a and given_b and not {w.given for w in given_a} & {w.given for w in given_b}:
        out.append(f"two given names: {given_a[0].raw}, {given_b[0].raw}")
    gender_a, gender_b = {w.gender for w in a.words if w.gender}, {w.gender for w in b.words if w.gender}
    if gender_a and gender_b and not gender_a & gender_b:
        out.append("one is a woman's name, the other a man's")
    if a.words and b.words and a.words[-1].ending * b.words[-1].ending < 0:
        out.append("the family name has a woman's form in one and a man's in the other (or a case ending)")
    if a.words and b.words and a.gender and b.gender and a.gender != b.gender:
        out.append("the titles are of different genders")
    return out


def explain_name(text: str) -> list[tuple[str, ...]]:
    """How a name is read, part by part: as written, alphabet, what it is, sounds, other reading, without ending, consonants."""
    name = parse_name(text)
    rows = [(w, _what_it_is(w, place, name)) for place, w in enumerate(name.words)]
    rows += [(w, "other name, in brackets") for w in name.others]
    return [
        (
            w.raw, w.script.name.title(), what, _spell(w.main.sounds), _spell(w.other.sounds) if w.other else "",
            _spell(w.stem.sounds) if w.stem else "", w.main.bones,
        )
        for w, what in rows
    ]  # fmt: skip


def _what_it_is(word: Word, place: int, name: Name) -> str:
    if word.kind is Kind.INITIAL:
        return "initial"
    if name.fathers[place]:
        return "father's name"
    gender = {1: ", a woman's", -1: ", a man's"}.get(word.gender, "")
    if word.given >= 0:
        return f"given name{gender}"
    if place == len(name.words) - 1 and place:
        return "family name" + {1: ", a woman's form", -1: ", a man's form"}.get(word.ending, "")
    return "name"
