"""Who is "her husband"? Where the text calls her the widow of X, it is X."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from habeas.case.vocabulary import MentionForm
from habeas.languages.english import ENGLISH
from habeas.read.scene import Scene

_KIN: Final = ("husband", "wife", "son", "daughter", "brother", "sister", "father", "mother")
_INVERSE: Final[Mapping[str, frozenset[str]]] = {noun: ENGLISH.group(f"kinship.{noun}") for noun in _KIN}


def named_kin(scene: Scene, person: int) -> int:
    """The person whose relative the text names the other way round, for an unnamed "her husband"; else the same person."""
    entity = scene.entities[person]
    if entity.is_named:
        return person
    nouns = {m.text.lower().split()[-1] for m in entity.mentions if m.form is MentionForm.NOMINAL}
    inverse = frozenset().union(*(_INVERSE[n] for n in nouns if n in _INVERSE))
    named = {p for i in range(len(scene.units)) if (p := _whose(scene, i, inverse)) is not None and p != person}
    return named.pop() if len(named) == 1 else person


def _whose(scene: Scene, i: int, nouns: frozenset[str]) -> int | None:
    """Whose widow or mother the word at unit `i` is: "the widow of X", "X's mother"."""
    if scene.units[i].low.split()[-1] not in nouns:
        return None
    units = scene.units
    if i + 2 < len(units) and units[i + 1].low == "of" and units[i + 2].form is MentionForm.NAME and scene.is_person(units[i + 2]):
        return units[i + 2].of
    if i > 1 and units[i - 1].low in ("'s", "'") and units[i - 2].form is MentionForm.NAME and scene.is_person(units[i - 2]):
        return units[i - 2].of
    return None
