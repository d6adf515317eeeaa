"""Which paragraphs tell each of somebody else: the items of a digest, the cases of a list, several articles on one page?

What an item tells befell those whom it names, or whom the text names outside of all items; its dates, lengths and courts are its own.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from typing import Final

from habeas.case.vocabulary import MentionForm
from habeas.read.cast import is_never_held
from habeas.read.scene import Scene, once_a_scene

_FEWEST: Final = 3  # items, or two articles: two paragraphs behind a dash make no list
_OWN: Final = 0.6  # of the items name somebody first: a list about one person has "arrest", "trial", "sentence" as items
_SIGNS: Final = (
    re.compile(r"\s*[-–—•▪*·■►]\s?(?=\w)"),
    re.compile(r"\s*(?:\(?\d{1,2}[.)]|#\d+)\s"),
    re.compile(r"\s*[A-ZÀ-Þ][A-ZÀ-Þ’'-]{2,}(?:[ -][A-ZÀ-Þ’'-]{2,}){0,3}(?:[.:]\s|\s[–—-]\s|,\s)(?=\S)"),  # "KOREA. Union president …"
)
_DATELINE: Final = re.compile(
    r"\s*[A-ZÀ-Þ][\w’' ]{2,24}(?:, [A-ZÀ-Þ][\w. ]{1,20})?, (?:\d{1,2} )?[A-Z][a-z]{2,8}\.? (?:\d{1,2}, )?(?:19|20)\d\d ?(?:[—–-]|--)"
)
_DAY_ALONE: Final = re.compile(r"\s*(?:[A-Z][a-z]{2,8}\.? \d{1,2}, (?:19|20)\d\d|\d{1,2} [A-Z][a-z]{2,8}\.? (?:19|20)\d\d)\s*")


def people_elsewhere(scene: Scene, sentence: int) -> frozenset[int]:
    """Who is named in other items only than the one of the sentence; nobody where it belongs to none."""
    items = items_of(scene)
    if items[sentence] is None:
        return frozenset()
    return frozenset(p for p, named in _named_in(scene).items() if None not in named and items[sentence] not in named)


def is_elsewhere(scene: Scene, sentence: int, start: int) -> bool:
    """True for a place in the text, by its first character, in another item than that of the sentence."""
    items = items_of(scene)
    there = items[scene.units[scene.nearest(start)].sentence]
    return items[sentence] is not None and there is not None and there != items[sentence]


@once_a_scene
def items_of(scene: Scene) -> tuple[int | None, ...]:
    """For each sentence the number of its item; None for what belongs to the whole text."""
    sentences = scene.document.sentences
    starts: dict[int, int] = {}
    for sentence in sentences:
        starts.setdefault(sentence.paragraph, sentence.span.start)
    words = {p: scene.text[start : start + _HEAD] for p, start in starts.items()}
    numbers = _articles(scene, words) or _marked(words)
    out = tuple(numbers.get(s.paragraph) for s in sentences)
    return out if numbers and _tells_of_many(scene, out) else (None,) * len(sentences)


_HEAD: Final = 120  # characters of a paragraph that tell how it opens


@once_a_scene
def _named_in(scene: Scene) -> dict[int, set[int | None]]:
    """In which items each person is named, None for outside of all."""
    items = items_of(scene)
    out: dict[int, set[int | None]] = {}
    for unit in scene.units:
        if unit.form is MentionForm.NAME and scene.is_person(unit):
            out.setdefault(unit.of, set()).add(items[unit.sentence])
    return out


def _marked(words: dict[int, str]) -> dict[int, int]:
    """The paragraphs that open with the sign that most of them share, each an item."""
    kinds = {p: next((n for n, sign in enumerate(_SIGNS) if sign.match(w)), None) for p, w in words.items()}
    counts = Counter(k for k in kinds.values() if k is not None)
    if not counts or counts.most_common(1)[0][1] < _FEWEST:
        return {}
    kind = counts.most_common(1)[0][0]
    return {p: p for p, k in kinds.items() if k == kind}


def _articles(scene: Scene, words: dict[int, str]) -> dict[int, int]:
    """Several articles on one page: each begins with its dateline, or the headline above, or a day on a line of its own."""
    order = list(words)
    opens = [i for i, p in enumerate(order) if _DATELINE.match(words[p])]
    opens = [i - 1 if i and _is_headline(scene, order[i - 1]) else i for i in opens]
    if len(opens) < 2:
        opens = [i for i, p in enumerate(order) if _DAY_ALONE.fullmatch(words[p].split("\n")[0])]
    if len(opens) < 2:
        return {}
    return {p: max((i for i in opens if i <= at), default=-1) for at, p in enumerate(order)}


def _is_headline(scene: Scene, paragraph: int) -> bool:
    spans = [s.span for s in scene.document.sentences if s.paragraph == paragraph]
    words = scene.text[spans[0].start : spans[-1].stop].rstrip()
    return len(words) < _LONGEST_HEADLINE and not words.endswith((".", "!", ":", "…"))


_LONGEST_HEADLINE: Final = 160  # characters


def _tells_of_many(scene: Scene, items: Sequence[int | None]) -> bool:
    """True if most items name somebody whom no item before them names; judges and lawyers, who come with every step of one case, do not count."""
    first: dict[int, int | None] = {}
    for unit in scene.units:
        if unit.form is MentionForm.NAME and scene.is_person(unit) and not is_never_held(scene, unit.of):
            first.setdefault(unit.of, items[unit.sentence])
    numbers = {i for i in items if i is not None}
    return len(numbers) > 1 and len({i for i in first.values() if i is not None}) >= _OWN * len(numbers)
