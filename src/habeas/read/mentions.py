"""Which words stand for people and bodies: names, nouns and pronouns, each with the evidence that later steps lean on."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from habeas.case.passage import Span
from habeas.case.vocabulary import EntityKind, MentionForm
from habeas.languages.english import ENGLISH
from habeas.languages.language import Language
from habeas.read.document import Document
from habeas.read.lexicon import Lexicon, lexicon_of
from habeas.read.name_runs import Name
from habeas.read.nominals import Nominal, find_nominals
from habeas.read.proper_names import find_proper_names
from habeas.read.signals import Signals
from habeas.read.weighed_names import weigh_names


@dataclass(frozen=True, slots=True)
class Found:
    """Words that stand for somebody, where they stand.

    `words` are the words of a name or the noun of a phrase; `role`, `gender` and `number` are what the words say of the person;
    `key` is shared by all names of one known body or state; `owner` is the possessive in front of a noun ("his", "'s").
    """

    span: Span
    kind: EntityKind
    form: MentionForm
    words: tuple[str, ...]
    sentence: int
    role: str | None = None
    title: str = ""
    gender: str = "u"
    number: str = "s"
    key: str | None = None
    is_definite: bool = True
    owner: str = ""
    is_document: bool = False


def find_mentions(document: Document, language: Language, signals: Signals | None = None) -> tuple[Found, ...]:
    """Every mention of a person, body, court, government or place, in order of the text; `signals` is what the encoder sees."""
    lexicon = lexicon_of(language)
    names = find_proper_names(document, lexicon)
    if signals is not None:
        names = weigh_names(names, document.text, signals, lexicon)
    starts = [n.span.start for n in names]
    out: list[Found] = []
    for number, sentence in enumerate(document.sentences):
        here = names[bisect_left(starts, sentence.span.start) : bisect_left(starts, sentence.span.stop)]
        out += (_named(n, number, lexicon) for n in here)
        out += (_nominal(n, number) for n in find_nominals(sentence, [n.span for n in here], lexicon))
    return tuple(_apart(sorted(out, key=lambda f: (f.span.start, -f.span.stop))))


def _named(name: Name, sentence: int, lexicon: Lexicon) -> Found:
    role, gender = None, "u"
    if name.kind is EntityKind.PERSON:
        row = lexicon.roles.get(name.title) or lexicon.roles.get(name.title.split()[-1] if name.title else "")
        role = row[0] if row else None
        honorific = lexicon.of(name.title).honorific if name.title else None
        gender = honorific if honorific in ("m", "f") else row[1] if row and row[1] != "u" else gender_of_name(name.words, lexicon)
    return Found(name.span, name.kind, MentionForm.NAME, name.words, sentence, role, name.title, gender, "s", name.key)


def gender_of_name(words: tuple[str, ...], lexicon: Lexicon) -> str:
    """m or f as the given name, a surname's ending or a patronymic tells; u where none does."""
    sure = sure_gender_of_name(words, lexicon)
    if sure == "f":
        return "f"
    if len(words) > 2 and lexicon.of(words[1]).folded in ("thi", "van"):
        return "f" if lexicon.of(words[1]).folded == "thi" else "m"  # Nguyen Thi Lan, Tran Van Hieu
    given = lexicon.of(words[0]).given if len(words) > 1 or lexicon.of(words[0]).given else None
    if given in ("m", "f") and not (len(words) > 1 and lexicon.of(words[0]).folded in _FAMILY_NAMES_FIRST):
        return given
    return sure


def sure_gender_of_name(words: tuple[str, ...], lexicon: Lexicon) -> str:
    """m or f as a surname's ending or a patronymic tells, whatever the list of given names thinks."""
    last = lexicon.of(words[-1]).folded
    if last.endswith(_FEMALE_ENDINGS):
        return "f"
    told = next((t for w in words[1:] if (t := _telling(lexicon.of(w).folded)) is not None), None)
    return told or ("m" if last.endswith(_MALE_ENDINGS) and (len(words) > 1 or len(last) > _LONG_ENOUGH) else "u")


def _telling(word: str) -> str | None:
    """What a word behind the first tells: "binti", "Thi", a patronymic."""
    if word in _OF_WOMEN or word.endswith(("ovna", "evna", "ichna")):
        return "f"
    return "m" if word in _OF_MEN else None


_FEMALE_ENDINGS: Final = tuple(ENGLISH.group("mentions.female_endings"))
_MALE_ENDINGS: Final = tuple(ENGLISH.group("mentions.male_endings"))
_OF_WOMEN: Final = ENGLISH.group("mentions.names_of_women")
_OF_MEN: Final = ENGLISH.group("mentions.names_of_men")
_FAMILY_NAMES_FIRST: Final = ENGLISH.group("mentions.family_names_first")
_LONG_ENOUGH: Final = 4  # letters of a surname alone, so that "Lev" is none


def _nominal(found: Nominal, sentence: int) -> Found:
    form = MentionForm.PRONOUN if found.is_pronoun else MentionForm.NOMINAL
    return Found(
        found.span, found.kind, form, (found.head,), sentence, found.role, "", found.gender, found.number, None,
        found.is_definite, found.owner, found.is_document,
    )  # fmt: skip


def _apart(found: list[Found]) -> Iterator[Found]:
    """The mentions without any that starts inside an earlier one; possessive pronouns stay inside their phrase."""
    stop = -1
    for mention in found:
        if mention.form is MentionForm.PRONOUN or mention.span.start >= stop:
            yield mention
            if mention.form is not MentionForm.PRONOUN:
                stop = mention.span.stop
