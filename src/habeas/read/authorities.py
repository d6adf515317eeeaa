"""Which court, prosecutor or service acted in an event?"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

from habeas.case.claim import Authority
from habeas.case.passage import Span
from habeas.case.vocabulary import CustodyType, EntityKind, MentionForm
from habeas.read.grammar import words_of
from habeas.read.scene import Scene, UnitKind
from habeas.read.verb_groups import VerbGroup, Voice, is_finite

# Names of courts and of services that arrest and charge, as they are printed: capitalised words around the word that tells.
_COURT: Final = re.compile(
    r"(?:[A-Z][\w.’'\-]*\s){0,6}(?:[Cc]ity |[Dd]istrict |[Rr]egional |[Mm]ilitary |[Ss]upreme |[Rr]evolutionary )?(?:Court|Tribunal|(?<=[a-z] )court(?=\sof\s[A-Z]))"
    r"(?:\s(?:of|for|on|in)(?:\sthe)?(?:\s[A-Z][\w’'\-]+){1,4}(?:\sand\s[A-Z]\w+)?)?(?:\sNo\.\s?\d+)?"
    r"|(?:[A-Z][\w’'\-]*\s){1,4}(?:city|district|regional|military|garrison|county|criminal|appeals?|supreme|revolutionary|divisional)\s(?:\w+\s)?court\b"
    r"|(?<=[Tt]he )(?:[a-z\-]+ ){1,3}court of [A-Z][\w’'\-]+"  # "the specialized administrative court of Uralsk"
    r"|(?<=[Tt]he )(?:[A-Z][\w’'\-]*\s){1,3}court\b(?:\sof\s[A-Z][\w’'\-]+)?"  # "the Isfahan court": the definite one, not "a Minsk court"
    r"|(?<=[Tt]he )(?:city |district |regional |military |criminal )?court of (?:first instance|appeals?|cassation|[A-Z][\w’'\-]+)(?:\sof\s[A-Z][\w’'\-]+)*"
)
_SERVICE: Final = re.compile(
    r"(?:[A-Z][\w’'\-]*\s){0,4}(?:Prosecutor(?:[- ]General)?[’']?s?[’']?\sOffice|Investigative Committee|Security Service|Security Council|"
    r"State Security(?: Prosecution)?|State Committee (?:for|of) (?:National|State) Security|Federal Security Service|KGB|FSB|SBU|GRU|GKNB|UKMK|DSS|NCCA|CTD|"
    r"(?:Agency|Department|Directorate|Ministry) of (?:State Services|Intelligence)|Intelligence (?:Service|Agency|Ministry|Directorate)|"
    r"(?:Crimes?|Security|Investigation|Anti-Corruption|Counter-?[Tt]errorism) (?:Agency|Directorate|Bureau|Department)|Ministry of (?:National |State |Internal )?(?:Security|Affairs)|Revolutionary Guards?)"
)
_MONTHS: Final = "January February March April May June July August September October November December".split()
_DAYS: Final = "Monday Tuesday Wednesday Thursday Friday Saturday Sunday".split()
_LEADS: Final = ("The ", "A ", "An ", "On ", "In ", "At ", "By ", "Yesterday ", "Today ", *(f"{w} " for w in (*_MONTHS, *_DAYS)))
DECIDED_BY_COURT: Final = frozenset(
    {
        CustodyType.REMANDED, CustodyType.DETENTION_EXTENDED, CustodyType.CONVICTED, CustodyType.ACQUITTED, CustodyType.SENTENCED,
        CustodyType.SENTENCE_REDUCED, CustodyType.APPEAL_REJECTED, CustodyType.HOUSE_ARREST, CustodyType.TRAVEL_BAN, CustodyType.BAILED,
        CustodyType.FINED, CustodyType.VERDICT_QUASHED,
    }
)  # fmt: skip


def is_court(text: str, span: Span) -> bool:
    return "ourt" in span.words(text) or "Tribunal" in span.words(text)


def find_authorities(text: str) -> tuple[Span, ...]:
    """Every named court, prosecutor's office or service, in order."""
    spans = [Span(*m.span()) for pattern in (_COURT, _SERVICE) for m in pattern.finditer(text)]
    return tuple(sorted(s for s in (_without_lead(text, s) for s in spans) if s.words(text) not in ("Court", "Tribunal")))


def _without_lead(text: str, span: Span) -> Span:
    words = span.words(text)
    for lead in _LEADS:
        if words.startswith(lead) and len(words) > len(lead) + 1:
            return Span(span.start + len(lead), span.stop)
    return span


def authority_of(scene: Scene, authorities: Sequence[Span], first: int, group: VerbGroup, type_: CustodyType) -> Authority | None:
    """The named court or service that acts: in the sentence of the event, else, for what courts decide, the one in a sentence beside it."""
    number = scene.units[first].sentence
    sentence = scene.document.sentences[number].span
    by_court = type_ in DECIDED_BY_COURT
    if type_ is CustodyType.PARDONED:
        return _by_president(scene, group)
    if type_ is CustodyType.RELEASED and (freed_by := _by_president(scene, group)) is not None and _holds_office(scene, freed_by):
        return freed_by
    here = [a for a in authorities if sentence.holds(a) and ((by_court and is_court(scene.text, a)) or _acts(scene, a, group))]
    if here:
        nearest = min(here, key=lambda a: a.gap(scene.units[first].span))
        return Authority(_entity_at(scene, nearest), nearest)
    if by_court and (judge := _by_judge(scene, group)) is not None:
        return judge
    if by_court and (court := _by_court(scene, group)) is not None:
        return Authority(_entity_at(scene, court), court)
    if not by_court or names_another_court(scene, number):
        return None
    paragraph = scene.document.sentences[number].paragraph
    for near in (number - 1, number + 1, number - 2):
        if 0 <= near < len(scene.document.sentences) and abs(scene.document.sentences[near].paragraph - paragraph) <= 1:
            inside = [a for a in authorities if scene.document.sentences[near].span.holds(a) and is_court(scene.text, a)]
            if len(inside) == 1:
                return Authority(_entity_at(scene, inside[0]), inside[0])
    return None


def _by_judge(scene: Scene, group: VerbGroup) -> Authority | None:
    """The named judge who is the subject of the active verb, or stands behind "by"."""
    start, stop = scene.bounds[scene.units[group.anchor].sentence]
    behind = [i for i in range(group.anchor + 1, min(stop, group.anchor + 10)) if scene.units[i].low == "by"]
    near = (
        range(group.first - 1, max(start - 1, group.first - 9), -1)
        if group.voice is Voice.ACTIVE
        else range(behind[0], stop)
        if behind
        else ()
    )
    for i in near:
        unit = scene.units[i]
        if unit.form is MentionForm.NAME and "judge" in scene.entities[unit.of].roles:
            return Authority(scene.entities[unit.of].id, unit.span)
        if i != group.first - 1 and is_finite(scene, i):
            return None
    return None


def names_another_court(scene: Scene, number: int) -> bool:
    """True for "another court", "a court in Minsk", "the top court": not the one told of before."""
    first, stop = scene.bounds[number]
    courts = words_of(scene.language, "court", "settings") - {"justice", "prosecutor", "prosecutors", "appeal", "appeals"}
    for i in range(first, stop):
        if not courts.isdisjoint(scene.units[i].low.split()):
            before = scene.units[i - 1].low if i > first else ""
            if scene.units[i].low.split()[0] != "the" and before != "the":
                return True
    return False


def _by_president(scene: Scene, group: VerbGroup) -> Authority | None:
    """Who pardons: the person who is the subject of the active verb, or stands after "by"."""
    start, stop = scene.bounds[scene.units[group.anchor].sentence]
    if group.voice is Voice.ACTIVE:
        near = range(group.first - 1, max(start - 1, group.first - 5), -1)
    else:
        near = range(group.anchor + 1, min(stop, group.anchor + 6))
        if not any(scene.units[i].low == "by" for i in near):
            return None
    for i in near:
        unit = scene.units[i]
        if scene.is_person(unit) and unit.form is MentionForm.NAME:
            titled = i > start and scene.units[i - 1].low == "president"
            return Authority(scene.entities[unit.of].id, scene.units[i - 1].span.hull(unit.span) if titled else unit.span)
    return None


def _holds_office(scene: Scene, authority: Authority) -> bool:
    """True for an official or a judge, or who is called president: those who can let people go."""
    roles = next((e.roles for e in scene.entities if e.id == authority.entity), ())
    return not {"official", "judge"}.isdisjoint(roles)


_BENCHES: Final = frozenset({"court", "tribunal"})
_FAR: Final = 12  # units between a verb and the court that is its subject


def _by_court(scene: Scene, group: VerbGroup) -> Span | None:
    """The court without a name of its own that acts: "the terrorism court in Riyadh", "the same court", not "a Minsk court"."""
    start, stop = scene.bounds[scene.units[group.anchor].sentence]
    if group.voice is Voice.ACTIVE:
        near = range(group.first - 1, max(start - 1, group.first - _FAR), -1)
    else:
        by = next((i for i in range(group.anchor + 1, min(stop, group.anchor + _FAR)) if scene.units[i].low == "by"), None)
        near = range(by + 1, min(stop, by + 8)) if by is not None else range(0)
    for i in near:
        if scene.units[i].low.split()[-1] in _BENCHES:
            return _court_group(scene, i, start, stop)
        if is_finite(scene, i) or scene.units[i].low in (";", ":"):
            return None
    return None


def _court_group(scene: Scene, i: int, start: int, stop: int) -> Span | None:
    """The noun group around the court at unit `i`, if anything in it tells which court is meant."""
    first = i
    determiners = words_of(scene.language, "determiner")
    while first > start and scene.units[first].low.split()[0] not in determiners and _qualifies(scene, first - 1):
        first -= 1
    if scene.units[first].low.split()[0] in ("a", "an", "another", "any"):
        return None
    last = i
    if i + 2 < stop and scene.units[i + 1].low in ("of", "in", "for") and scene.text[scene.units[i + 2].span.start].isupper():
        last = i + 2
    words = [w for u in scene.units[first : i + 1] for w in u.low.split() if w not in determiners]
    return scene.units[first].span.hull(scene.units[last].span) if len(words) > 1 or last > i else None


def _qualifies(scene: Scene, i: int) -> bool:
    """True for a word that can stand before "court" in its noun group."""
    unit = scene.units[i]
    closed = ("preposition", "conjunction", "subordinator", "relative", "adverb", "be", "have", "modal")
    return unit.kind in (UnitKind.WORD, UnitKind.MENTION) and not scene.has_any(unit, closed) and not is_finite(scene, i)


def _acts(scene: Scene, span: Span, group: VerbGroup) -> bool:
    """True if the body at `span` stands before the active verb, or after "by"."""
    if group.voice is Voice.ACTIVE:
        return span.stop <= scene.units[group.anchor].span.start
    return scene.text[max(0, span.start - 8) : span.start].lower().rstrip().endswith(("by", "by the"))


def _entity_at(scene: Scene, span: Span) -> str | None:
    for entity in scene.entities:
        if entity.kind is not EntityKind.PERSON and any(m.span.touches(span) for m in entity.mentions):
            return entity.id
    return None
