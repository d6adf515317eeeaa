"""Who is the person without a name of a lede? Agencies tell of "a Tibetan monk" first and name him in the paragraph below: "Yonten Gyamtsang, 38, had been …"."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

from habeas.case.vocabulary import EntityKind, MentionForm
from habeas.languages.english import ENGLISH
from habeas.read.document import Document
from habeas.read.mentions import Found
from habeas.read.name_clusters import Cluster
from habeas.read.pronouns import agrees

_LEDE: Final = 3  # sentences, the headline among them, in which somebody is introduced
_FIRST_WORDS: Final = 30  # characters before the name at the head of its sentence: "Rev. ", "Student leader "
_AGE: Final = re.compile(r",? (?:who is )?\(?(?:aged? )?\d\d\)?(?=[,;) ]|$)|, (?:who|whose|a|an)\b")
_ALSO_TELLS: Final = re.compile(r" (?:had|has|have|was|were|is|will|who|went|came|left|walked)\b")
_BESIDE: Final = re.compile(r"\b(?:while|but|whereas|though)\b")
_TAKES_NO_NAME: Final = frozenset({"lawyer", "judge", "prosecutor", "official", "relative", "police", "witness", "source"})
_SAYS: Final = ENGLISH.group("named_below.says")


def join_those_named_below(document: Document, clusters: Sequence[Cluster]) -> list[Cluster]:
    """The clusters, those of a lede's persons without a name joined to the persons who turn out to be meant."""
    people = [c for c in clusters if c.kind is EntityKind.PERSON and c.found]
    named = sorted((c for c in people if c.is_named), key=lambda c: c.starts[0])
    joined: dict[int, Cluster] = {}
    for nameless in sorted((c for c in people if not c.is_named), key=lambda c: c.starts[0]):
        if (person := _named_below(document, nameless, named, joined)) is not None:
            joined[id(nameless)] = person
    for nameless in people:
        if (into := joined.get(id(nameless))) is not None:
            for found in nameless.found:
                into.add(found)
    return [c for c in clusters if id(c) not in joined]


def _named_below(document: Document, nameless: Cluster, named: Sequence[Cluster], joined: dict[int, Cluster]) -> Cluster | None:
    """The person who is first named below the lede that tells of the nameless one, by the same noun or as the first of all."""
    first = min(nameless.found, key=lambda f: f.span)
    if not _may_be_introduced(document, first):
        return None
    taken = {id(c) for c in joined.values()}
    below = [c for c in named if c.starts[0] > first.span.start and id(c) not in taken]
    agreeing = [c for c in below if agrees(c, first) and agrees(nameless, c.found[0])]
    called = [c for c in agreeing if _is_called(document, c, first)]
    if len(called) == 1 and (first.owner or _is_introduced(document, first)):
        return called[0]
    if not _is_introduced(document, first):
        return None
    fits = [c for c in agreeing if _may_be(document, c, first)]
    same = [c for c in fits if first.words[0] in c.nouns]
    if len(same) == 1:
        return same[0]
    if _ANOTHER.match(first.span.words(document.text)):
        told = [c for c in fits if _is_first_told_of(document, c)]
        return told[0] if joined and len(told) == 1 and not same else None
    is_first = bool(fits) and all(fits[0].starts[0] <= c.starts[0] for c in (*below, *joined.values()))
    if same or not is_first or any(c.starts[0] < first.span.start and id(c) not in taken for c in named):
        return None  # somebody is named above it, or another before those who fit
    return fits[0] if _is_first_told_of(document, fits[0]) and not _is_beside_another(document, first) else None


def _may_be_introduced(document: Document, found: Found) -> bool:
    """True for "a Tibetan monk" and "his manager", in the lede, who is no voice and holds no office."""
    if found.form is not MentionForm.NOMINAL or found.number != "s" or found.sentence >= _LEDE:
        return False
    behind = document.text[found.span.stop : found.span.stop + 20].split()
    was = _FORMER.search(found.span.words(document.text)) is not None  # "a former minister" is as a rule the one held
    if found.role in _TAKES_NO_NAME and not (was and found.role == "official"):
        return False
    return not (behind and (behind[0].strip(",.;") in _SAYS or behind[0] in ("'s", "’s")))


_FORMER: Final = re.compile(r"\b(?:former|retired)\b|\bex-")
_ANOTHER: Final = re.compile(r"(?:another|a (?:second|third|further))\b")


def _is_introduced(document: Document, found: Found) -> bool:
    """True for "a Tibetan monk" and "the owner of a bakery": somebody new; not for "the monk", "his manager"."""
    if found.owner:
        return False
    return not found.is_definite or _OF_A.match(document.text, found.span.stop) is not None


_OF_A: Final = re.compile(r" of an? ")


def _may_be(document: Document, person: Cluster, found: Found) -> bool:
    """True for a person of no other calling, who is first named in a later paragraph."""
    return _is_named_later(document, person, found) and set(person.roles) <= {"other", "detainee", found.role or "other"}


def _is_called(document: Document, person: Cluster, found: Found) -> bool:
    """True for "The bookseller, X" in a later paragraph: no counsel and no official, whatever else they are called."""
    if not _is_named_later(document, person, found) or not (set(person.roles) - {found.role}).isdisjoint(_TAKES_NO_NAME):
        return False
    nouns = [
        f
        for f in person.found
        if f.form is MentionForm.NOMINAL and f.words[0] == found.words[0] and f.span.start > found.span.start and _is_subject(document, f)
    ]
    names = {f.span.start for f in person.found if f.form is MentionForm.NAME}
    return any(f.span.stop + len(", ") in names and document.text.startswith(", ", f.span.stop) for f in nouns)


def _is_subject(document: Document, found: Found) -> bool:
    """True for "The bookseller, X, is" at the head of a clause; not for "a singer arrested with the mayor, X, died"."""
    before = document.text[document.sentences[found.sentence].span.start : found.span.start].rstrip()
    return not before or before.endswith(_OPENS_CLAUSE)


_OPENS_CLAUSE: Final = (";", ":", "—", "–", " and", " but", " while", " whereas")


def _is_named_later(document: Document, person: Cluster, found: Found) -> bool:
    name = _first_name(person)
    return document.sentences[name.sentence].paragraph > document.sentences[found.sentence].paragraph


def _is_beside_another(document: Document, found: Found) -> bool:
    """True for "a folklorist was given two years, while a bookseller was cleared": the lede tells of somebody else first."""
    return _BESIDE.search(document.text, document.sentences[found.sentence].span.start, found.span.start) is not None


def _is_first_told_of(document: Document, person: Cluster) -> bool:
    """True for a name that heads its sentence, with an age or a verb of what befell behind it: "Yonten Gyamtsang, 38, had been"."""
    name = _first_name(person)
    start = document.sentences[name.sentence].span.start
    if name.span.start - start > _FIRST_WORDS and _BEHIND_SAID.search(document.text, start, name.span.start) is None:
        return False
    return _AGE.match(document.text, name.span.stop) is not None or _ALSO_TELLS.match(document.text, name.span.stop) is not None


_BEHIND_SAID: Final = re.compile(r"\b(?:said|says)(?: that)? (?:[A-Z]\w*\.? )?$")  # "Police said Yonten Gyamtsang, 38, had been"


def _first_name(person: Cluster) -> Found:
    return min((f for f in person.found if f.form is MentionForm.NAME), key=lambda f: f.span)
