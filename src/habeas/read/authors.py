"""Who wrote the text itself?

"We" in a statement are its authors: a body of its own, called by the outlet that published it where that is known. The author of a
post of a social network stands at its head, beside the handle, and is named there whatever the name looks like.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from typing import Final

from habeas.case.passage import Span
from habeas.case.person import Entity, Mention
from habeas.case.source import Source
from habeas.case.vocabulary import EntityKind, MentionForm
from habeas.languages.english import ENGLISH
from habeas.read.posts import HEAD_LINE
from habeas.read.quotation_marks import quoted_stretches

_WE: Final = re.compile(
    r"(?:(?<=^)|(?<=[.!?:;,]\s)|(?<=\n)|(?<=[–—]\s)|(?<=\band ))[Ww]e\b(?=, [a-z\d]|,? the undersigned\b| (?:also |strongly |once again |therefore |hereby |call|urge|demand|condemn|deplore|express|are|ask|appeal|reject|insist|stand|recall|repeat|note|welcome|find|regret|believe|consider|remind|observe|state|declare|support|remain|renew|deny|share|hold|protest))",
    re.M,
)


def add_authors(entities: Sequence[Entity], source: Source) -> tuple[Entity, ...]:
    """The entities, and the authors of a text that itself asks or judges as "we" outside quotation marks and page furniture."""
    entities = (*entities, *_authors_of_posts(entities, source))
    entities = (*entities, *_speakers_of_turns(entities, source.text))
    places = [Span(*m.span()) for m in _WE.finditer(source.text)]
    if not places:
        return entities
    quoted = quoted_stretches(source.text)
    taken = [m.span for e in entities for m in e.mentions]
    own = [
        p for p in places if not source.is_boilerplate(p) and not any(q.touches(p) for q in quoted) and not any(t.touches(p) for t in taken)
    ]
    if not own:
        return entities
    mentions = tuple(Mention(p, p.words(source.text), MentionForm.PRONOUN) for p in own)
    if (body := _who_judges_above(entities, source.text, own[0].start)) is not None:
        return tuple(replace(e, mentions=tuple(sorted((*e.mentions, *mentions)))) if e is body else e for e in entities)
    return (*entities, Entity("we", EntityKind.ORGANIZATION, source.outlet or "the authors (“we”)", mentions))


def _who_judges_above(entities: Sequence[Entity], text: str, stop: int) -> Entity | None:
    """The body that in its own statement judges or asks in the present before it says "we": "The Ashgabat Circle condemns … We demand …"."""
    named = (
        (m.span.start, e)
        for e in entities
        if e.kind is EntityKind.ORGANIZATION
        for m in e.mentions
        if m.form is MentionForm.NAME and m.span.stop < stop and _JUDGES.match(text, m.span.stop)
    )
    return min(named, key=lambda found: found[0], default=(0, None))[1]


_JUDGES: Final = re.compile(
    r"(?: \([^()\n]{1,20}\))? (?:(?:strongly|firmly|utterly|again|hereby) )?(?:condemns|denounces|deplores|demands|protests|expresses|calls (?:on|upon|for)|urges"
    r"|is (?:(?:deeply|gravely|extremely|seriously|profoundly) )?(?:outraged|appalled|alarmed|concerned|shocked|dismayed|troubled))\b"
)


def _authors_of_posts(entities: Sequence[Entity], source: Source) -> tuple[Entity, ...]:
    """The people at the heads of posts whom nothing else in the text makes known as such."""
    if "@" not in source.text:
        return ()
    known = {m.span.start for e in entities for m in e.mentions}
    named: dict[str, list[Mention]] = {}
    for head in HEAD_LINE.finditer(source.text):
        name = head.group(1).strip()
        if _NAME.fullmatch(name) and _HEADS.isdisjoint(name.lower().split()) and head.start(1) not in known:
            named.setdefault(name, []).append(Mention(Span(head.start(1), head.start(1) + len(name)), name, MentionForm.NAME))
    return tuple(Entity(f"author{i}", EntityKind.PERSON, name, tuple(mentions)) for i, (name, mentions) in enumerate(named.items()))


def _speakers_of_turns(entities: Sequence[Entity], text: str) -> tuple[Entity, ...]:
    """Who stands as a label in front of questions and answers ("Anna Li: …"), where nothing else makes the name known."""
    if len(_ASKED.findall(text)) < 2:
        return ()
    known = {m.span.start for e in entities for m in e.mentions}
    labels: dict[str, list[Mention]] = {}
    for label in _LABEL.finditer(text):
        labels.setdefault(label[1], []).append(Mention(Span(*label.span(1)), label[1], MentionForm.NAME))
    for label in _ROLE_LABEL.finditer(text):
        labels.setdefault(label[1], []).append(Mention(Span(*label.span(1)), label[1], MentionForm.NOMINAL))
    return tuple(
        Entity(f"turn{i}", EntityKind.PERSON, name, tuple(mentions))
        for i, (name, mentions) in enumerate(labels.items())
        if len(mentions) > 1 and not any(m.span.start in known for m in mentions)
    )


_LABEL: Final = re.compile(r"^([A-ZÀ-Þ][\w’'.-]+(?:\s[A-ZÀ-Þ][\w’'.-]+){1,3}): (?=\S)", re.M)
_ROLES: Final = "Spokes(?:person|man|woman)|Minister|Ambassador|Official|Commissioner|Prosecutor|Lawyer|Director|Chair(?:man|woman)?|President|Chancellor"
_ROLE_LABEL: Final = re.compile(rf"^({_ROLES}|{_ROLES.upper()}): (?=\S)", re.M)
_ASKED: Final = re.compile(r"^(?:[A-ZÀ-Þ][\w’'., -]{1,40}: [^\n]*\?|Q[.:] [^\n]+)$", re.M)
_NAME: Final = re.compile(r"[A-ZÀ-Þ][\w’'.-]+(?:\s[A-ZÀ-Þ][\w’'.-]*){1,3}")
_HEADS: Final = frozenset(ENGLISH.table("body_heads"))
