"""Is a person spoken of as he or as she?"""

from __future__ import annotations

from functools import lru_cache

from habeas.case.person import Entity
from habeas.case.vocabulary import MentionForm
from habeas.languages.english import ENGLISH
from habeas.read.lexicon import lexicon_of
from habeas.read.mentions import gender_of_name
from habeas.read.nominals import PRONOUNS


@lru_cache(maxsize=4096)
def gender_of(entity: Entity) -> str:
    """m or f as the fullest name tells, else as the pronouns that stand for the person tell; u where nothing does."""
    names = [m.text for m in entity.mentions if m.form is MentionForm.NAME]
    if names and (told := gender_of_name(tuple(max(names, key=len).split()), lexicon_of(ENGLISH))) != "u":
        return told
    said = [PRONOUNS[m.text.lower()][0] for m in entity.mentions if m.form is MentionForm.PRONOUN and m.text.lower() in PRONOUNS]
    return "m" if said.count("m") > said.count("f") else "f" if "f" in said else "u"


def may_be(entity: Entity, pronoun: str) -> bool:
    """True unless the pronoun is of the other gender: "she" for a man."""
    asked = PRONOUNS.get(pronoun, ("u", "s"))[0]
    return asked not in ("m", "f") or gender_of(entity) in (asked, "u")
