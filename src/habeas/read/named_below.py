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
    if not _is_introduced(document, first):
        return None
    taken = {id(c) for c in joined.values()}
    below = [c for c in named if c.starts[0] > first.span.start and id(c) not in taken]
    fits = [c for c in below if _may_be(document, c, first) and agrees(c, first) and agrees(nameless, c.found[0])]
    same = [c for c in fits if first.words[0] in c.nouns]
    if len(same) == 1:
        return same[0]
    if joined or len(below) < len(named) or same or not fits or fits[0] is not below[0]:
        return None  # somebody else is joined already, or named above it, or another before those who fit
    return fits[0] if _is_first_told_of(document, fits[0]) and not _is_beside_another(document, first) else None


def _is_introduced(document: Document, found: Found) -> bool:
    """True for "a Tibetan monk", in the lede, who is no voice and holds no office."""
    if found.form is not MentionForm.NOMINAL or found.number != "s" or found.is_definite or found.owner or found.sentence >= _LEDE:
        return False
    behind = document.text[found.span.stop : found.span.stop + 20].split()
    return found.role not in _TAKES_NO_NAME and not (behind and (behind[0] in _SAYS or behind[0] in ("'s", "’s")))


def _may_be(document: Document, person: Cluster, found: Found) -> bool:
    """True for a person of no other calling, who is first named in a later paragraph."""
    name = _first_name(person)
    is_later = document.sentences[name.sentence].paragraph > document.sentences[found.sentence].paragraph
    return is_later and set(person.roles) <= {"other", "detainee", found.role or "other"}


def _is_beside_another(document: Document, found: Found) -> bool:
    """True for "a folklorist was given two years, while a bookseller was cleared": the lede tells of somebody else first."""
    return _BESIDE.search(document.text, document.sentences[found.sentence].span.start, found.span.start) is not None


def _is_first_told_of(document: Document, person: Cluster) -> bool:
    """True for a name that heads its sentence, with an age or a verb of what befell behind it: "Yonten Gyamtsang, 38, had been"."""
    name = _first_name(person)
    start = document.sentences[name.sentence].span.start
    if name.span.start - start > _FIRST_WORDS:
        return False
    return _AGE.match(document.text, name.span.stop) is not None or _ALSO_TELLS.match(document.text, name.span.stop) is not None


def _first_name(person: Cluster) -> Found:
    return min((f for f in person.found if f.form is MentionForm.NAME), key=lambda f: f.span)
