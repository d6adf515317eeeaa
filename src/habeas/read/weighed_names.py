"""Which proper names stand, when the rules and the encoder have both read the text?

The rules know given names, surnames' endings and titles; the encoder knows what a name looks like where it stands. A person of the rules whom the encoder
does not see is what the encoder takes the words for, or nothing; a person whom only the encoder sees is one, where it is sure. Bodies that only the encoder sees were
tried too: no difference on the dev part, a point less on other texts.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Final

from habeas.case.passage import Span
from habeas.case.vocabulary import EntityKind
from habeas.read.lexicon import Lexicon
from habeas.read.name_runs import Name
from habeas.read.signals import Signals

SURE: Final = 0.7  # from here on the encoder's own people are people
UNSEEN: Final = 0.1  # below it the encoder does not see a person, or a name at all
OTHER: Final = 0.3  # and from here on it sees a name of another kind there
_EDGES: Final = " .,;:!?()[]“”\"«»‘’'"
_OWNING: Final = ("'s", "’s", "'", "’")


def weigh_names(names: Sequence[Name], text: str, signals: Signals, lexicon: Lexicon) -> list[Name]:
    """The names in order of the text, each of the kind that both readers together give it."""
    people = [m for m in signals.mention_spans() if m.label == EntityKind.PERSON.value and m.probability >= SURE]
    out = [judged for name in names if (judged := _judged(name, signals)) is not None]
    for marked in people:
        span = _bare(marked.span, text)
        if span is None or not _is_name(span.words(text), lexicon):
            continue
        here = [i for i, n in enumerate(out) if n.span.gap(span) <= 1]  # "King" in front of a name is its title
        if not here:
            out.append(Name(span, EntityKind.PERSON, tuple(span.words(text).split())))
        elif len(here) == 1 and (place := out[here[0]]).kind is EntityKind.PLACE and place.key is None and place.span == span:
            out[here[0]] = replace(place, kind=EntityKind.PERSON)
    return sorted(out, key=lambda n: n.span.start)


def _judged(name: Name, signals: Signals) -> Name | None:
    """A rule's person whom the encoder does not see is of the kind that it sees; None where it sees no name."""
    if name.kind is not EntityKind.PERSON or signals.share("mention", EntityKind.PERSON.value, name.span) >= UNSEEN:
        return name
    seen = {kind: signals.share("mention", kind.value, name.span) for kind in EntityKind if kind is not EntityKind.PERSON}
    likeliest = max(seen, key=lambda kind: seen[kind])
    if seen[likeliest] >= OTHER:
        return replace(name, kind=likeliest)
    return None if sum(seen.values()) < UNSEEN and signals.is_read(name.span) else name


def _is_name(words: str, lexicon: Lexicon) -> bool:
    """False for titles, nouns for people and other words of the language."""
    known = [lexicon.of(word) for word in words.split()]
    return len(words) > 1 and any(w.is_capital for w in known) and not all(w.is_plain or w.role or w.honorific for w in known)


def _bare(span: Span, text: str) -> Span | None:
    """The span without marks at its ends and without the ending of a possessive; None where nothing is left."""
    words = span.words(text)
    start, stop = span.start + len(words) - len(words.lstrip(_EDGES)), span.stop - (len(words) - len(words.rstrip(_EDGES)))
    for ending in _OWNING:
        if stop - len(ending) > start and text[stop - len(ending) : stop] == ending:
            stop -= len(ending)
            break
    return Span(start, stop) if start < stop else None
