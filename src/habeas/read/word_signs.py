"""What do the words around a trigger say, and the words between it and somebody? Signs that custody events, actions and answers share."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Mapping, Sequence
from typing import Final

import numpy as np

from habeas.case.passage import Span
from habeas.case.vocabulary import MentionForm, Realis
from habeas.read.document import OWNING
from habeas.read.group_signs import Group, mean, share
from habeas.read.heads import TYPES
from habeas.read.numbers import number_value
from habeas.read.scales import all_log_odds, log_odds
from habeas.read.scene import Scene, UnitKind, once_a_scene
from habeas.read.signals import Signals

_SEEN: Final = (*(f"seen as {name}" for name in TYPES), *(f"seen {r.value}" for r in Realis))
_MARKS: Final = frozenset(',;:—–“”"')
_NOWHERE: Final = 99  # sentences back to somebody whom the text has not named yet
_UNTIED: Final = log_odds(0.0)


def types_seen(signals: Signals, span: Span) -> dict[str, float]:
    """How likely the encoder takes the words at `span` for each type of event, action and answer, and for each realis."""
    _, types, realis = signals.seen_at(span)
    return dict(zip(_SEEN, all_log_odds(np.concatenate([types, realis])), strict=True))


def words_around(scene: Scene, at: int, telling: frozenset[str]) -> dict[str, float]:
    """The word at unit `at`, those beside it, which of the `telling` words its sentence has, and where in sentence and text it stands."""
    first, stop = sentence_of(scene, at)
    here = scene.units[first:stop]
    words = telling & scene.vocabulary[scene.units[at].sentence]
    signs = {f"has {word}": 1.0 for word in words} | {f"word {word_at(scene, at)}": 1.0}
    if at > first:
        signs[f"previous {word_at(scene, at - 1)}"] = 1.0
    if at + 1 < stop:
        signs[f"next {word_at(scene, at + 1)}"] = 1.0
    return signs | {
        "place in text": at / len(scene.units),
        "units of text": float(len(scene.units)),
        "place in sentence": float(at - first),
        "units of sentence": float(stop - first),
        "people here": float(len({u.of for u in here if scene.is_person(u)})),
        "bodies here": float(len({u.of for u in here if scene.is_body(u)})),
    }


def known_by_text(scene: Scene, group: Group, at: int, tied: Mapping[int, float]) -> dict[str, float]:
    """Of a group that is somebody: how the encoder's ties rank them, how often and how far back from unit `at` the text speaks of them, their roles."""
    order = sorted(tied.values())
    number = scene.units[at].sentence
    places = [u for i in group for u in scene.places.get(i, ())]
    signs = {
        "rank": mean(float(len(order) - bisect_right(order, tied.get(i, 0.0))) for i in group),
        "second tie": log_odds(order[-2]) if len(order) > 1 else _UNTIED,
        "mentions": len(places) / len(group),
        "first in text": mean(scene.places[i][0] if scene.places.get(i) else len(scene.units) for i in group) / len(scene.units),
        "in headline": share(any(scene.units[u].sentence == 0 for u in scene.places.get(i, ())) for i in group),
        "sentences back": float(min((number - scene.units[u].sentence for u in places if u <= at), default=_NOWHERE)),
    }
    signs |= {f"role {role}": 1.0 for i in group for role in scene.entities[i].roles}
    return {**signs, **_by_paragraph(scene, group, at, places), **_between(scene, group, at, places)}


def _by_paragraph(scene: Scene, group: Group, at: int, places: Sequence[int]) -> dict[str, float]:
    """How many paragraphs back the text speaks of the group, whether it names them in the one of unit `at`, and how many others it has named since."""
    here = paragraph_of(scene, at)
    before = [u for u in places if u <= at]
    by_name = {scene.units[u].of for u in places if scene.units[u].form is MentionForm.NAME and paragraph_of(scene, u) == here}
    signs = {
        "paragraphs back": float(min((here - paragraph_of(scene, u) for u in before), default=_NOWHERE)),
        "named in this paragraph": len(by_name) / len(group),
    }
    if before:
        places, whose = _people_named(scene)
        since = whose[bisect_right(places, max(before)) : bisect_left(places, at)]
        signs["named since"] = float(len(set(since).difference(group)))
    return signs


@once_a_scene
def _people_named(scene: Scene) -> tuple[list[int], list[int]]:
    """The units that name a person, and whom each names."""
    places = [i for i, u in enumerate(scene.units) if u.form is MentionForm.NAME and scene.is_person(u)]
    return places, [scene.units[i].of for i in places]


def paragraph_of(scene: Scene, at: int) -> int:
    """The number of the paragraph of unit `at`."""
    return scene.document.sentences[scene.units[at].sentence].paragraph


def number_signs(scene: Scene, at: int, size: int) -> dict[str, float]:
    """Whether the words behind unit `at` speak of one, of several or of a number of people, and whether `size` is that many."""
    said = _said_behind(scene, at)
    if said is None:
        return {}
    fits = size == said if said != _SEVERAL else size > 1
    return {f"speaks of {min(3, said)}": 1.0, "as many": float(fits), f"as many as {min(3, said)}": float(fits)}


@once_a_scene
def _said_behind(scene: Scene, at: int) -> int | None:
    """How many people the words behind unit `at` speak of."""
    stop = sentence_of(scene, at)[1]
    return next((n for u in scene.units[at + 1 : min(stop, at + _OF_NUMBER)] if (n := _number(u.low)) is not None), None)


def _number(low: str) -> int | None:
    """How many a word says that people are: "him" and "her", "both", "the three", "them"."""
    words = low.split()
    if not words:
        return None
    if words[0] in ("him", "her", "his", "he", "she"):
        return 1
    if words[0] in ("them", "their", "they", "all"):
        return _SEVERAL
    if words[0] == "both":
        return 2
    value = number_value(words[-1] if words[0] in ("the", "all", "these", "those") else words[0])
    return int(value) if value is not None and words[0] not in ("a", "an") and 1 < value < _MANY else None


_OF_NUMBER: Final = 12  # units behind the trigger
_SEVERAL: Final = -1
_MANY: Final = 100


def _between(scene: Scene, group: Group, at: int, places: Iterable[int]) -> dict[str, float]:
    """What stands between the trigger at unit `at` and the nearest mention of the group in its sentence, and beside that mention."""
    first, stop = sentence_of(scene, at)
    near = min((u for u in places if first <= u < stop), key=lambda u: abs(u - at), default=None)
    if near is None:
        return {}
    between = scene.units[min(near, at) + 1 : max(near, at)]
    signs = {
        "others between": float(len({u.of for u in between if u.of >= 0}.difference(group))),
        "marks between": float(sum(u.low in _MARKS for u in between)),
        "helpers between": float(sum(scene.has_any(u, ("be", "have", "modal")) for u in between)),
        "units between": float(len(between) if near < at else -len(between)),
        "owns something": float(near + 1 < stop and scene.units[near + 1].low in OWNING),
        f"form {scene.units[near].form}": 1.0,
    }
    if near > first:
        signs[f"before them {word_at(scene, near - 1)}"] = 1.0
    if near + 1 < stop:
        signs[f"behind them {word_at(scene, near + 1)}"] = 1.0
    return signs


def word_at(scene: Scene, i: int) -> str:
    """The word of a unit; of a name, date, length or article only what it is: nobody's name is a sign."""
    unit = scene.units[i]
    if unit.form is MentionForm.NAME:
        return f"<{scene.entities[unit.of].kind.value}>"
    return unit.low if unit.kind in (UnitKind.WORD, UnitKind.MARK, UnitKind.MENTION) else f"<{unit.kind.value}>"


def sentence_of(scene: Scene, at: int) -> tuple[int, int]:
    """The units of the sentence of unit `at`."""
    return scene.bounds[scene.units[at].sentence]


def people_near(scene: Scene, at: int) -> list[Group]:
    """The people whom the text names in the sentence of unit `at`, in the one before, and in both."""
    number = scene.units[at].sentence
    here, before = (_named_in(scene, n) for n in (number, number - 1))
    return [group for group in (here, before, tuple(sorted({*here, *before}))) if len(group) > 1]


def _named_in(scene: Scene, number: int) -> Group:
    if number < 0:
        return ()
    first, stop = scene.bounds[number]
    return tuple(sorted({u.of for u in scene.units[first:stop] if scene.is_person(u) and u.form is MentionForm.NAME}))
