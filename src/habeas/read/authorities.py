"""Which court, prosecutor or service acted in an event?"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

from habeas.case.claim import Authority
from habeas.case.passage import Span
from habeas.case.vocabulary import CustodyType, EntityKind, MentionForm
from habeas.languages.english import ENGLISH
from habeas.read.clauses import find_subject
from habeas.read.date_values import MONTH_NAMES, WEEKDAYS
from habeas.read.grammar import words_of
from habeas.read.scene import Scene, UnitKind
from habeas.read.verb_groups import VerbGroup, Voice, is_finite

# Names of courts and of services that arrest and charge, as they are printed: capitalised words around the word that tells. Each begins by asking
# for a letter that can begin one: that spares all else at four of five places.
_COURT: Final = re.compile(
    r"(?=[A-Z]|(?<!\w)[a-z])(?:(?:[A-Z][\w.’'\-]*\s(?:&\s(?:[A-Z][\w-]+\sand\s)?(?=[A-Z])|\d{1,2}(?:st|nd|rd|th)\s)?){0,6}(?:[Cc]ity |[Dd]istrict |[Rr]egional |[Mm]ilitary |[Ss]upreme |[Rr]evolutionary )?(?:Court|Tribunal|(?<=[a-z] )court(?=\sof\s[A-Z]))"
    rf"(?:\s(?:of|for|on|in)(?:\sthe)?(?!\s(?:{MONTH_NAMES}|\w+day)\b)(?:\s(?!(?:{MONTH_NAMES}|\w+day)\s?\d)[A-Z][\w’'\-]+(?<![’']s)(?![\w’'])){{1,4}}(?:\sand\s[A-Z]\w+)?)?(?:\sNo\.\s?\d+)?"
    r"|(?:[A-Z][\w’'\-]*\s){1,4}(?:city|district|regional|military|garrison|county|criminal|appeals?|supreme|revolutionary|divisional)\s(?:\w+\s)?court\b"
    r"|(?<=[Tt]he )(?:[a-z\-]+ ){1,3}court of [A-Z][\w’'\-]+"  # "the specialized administrative court of Uralsk"
    r"|(?<=[Tt]he )(?:[A-Z][\w’'\-]*\s){1,3}court\b(?:\sof\s[A-Z][\w’'\-]+)?"  # "the Isfahan court": the definite one, not "a Minsk court"
    r"|(?<=[Tt]he )(?:city |district |regional |military |criminal )?court of (?:first instance|appeals?|cassation|[A-Z][\w’'\-]+)(?:\sof\s[A-Z][\w’'\-]+)*)"
)
# Words that make a name in capitals that of a service, and what such a name ends with.
_FORCE: Final = r"Police|Gendarmerie|Guards?|Carabinieri"
_FIELD: Final = r"Intelligence|Security|Investigations?|Investigative|Immigration|Crimes?|Cybercrime|Anti-Corruption|Counter-?[Tt]errorism|Anti-[Tt]errorism|Border|State|Secret"
_BODY: Final = (
    r"Agency|Services?|Directorate|Department|Bureau|Sub-bureau|Committee|Council|Division|Branch|Unit|Command|Prosecution|Centre|Center"
)
_SERVICE: Final = re.compile(
    rf"(?=[A-Z])(?:[A-Z][\w’'\-]*\s){{0,4}}(?:Prosecutor(?:[- ]General)?[’']?s?[’']?\sOffice|Attorney[- ]General(?:[’']?s?[’']?\sOffice)?|State Security|Ministry of Justice|"
    rf"State Committee (?:for|of) (?:National|State) Security|KGB|FSB|SBU|GRU|GKNB|UKMK|KNB|SNB|DSS|NCCA|CTD|SEBIN|DGCIM|SNR|ANR|NISA|NISS|ISI|IRGC|RAB|Asayish|Mukhabarat|GUBOP\w*|OMON|"
    rf"(?:{_FIELD})(?:\s(?:and|of|for)\s[A-Z]\w+|\s[A-Z][\w\-]+){{0,3}}?\s(?:{_BODY})|(?:Agency|Department|Directorate|Ministry|Presidency) of (?:State Services|(?:National |State |Internal |Public )?(?:Security|Affairs|Intelligence))|"
    rf"(?<=[A-Z]\w\w )(?:Police(?:\s(?:Force|Department|Service))?|{_FORCE})|(?:Federal|National|Civil|Military|State|Security|Secret|Judicial)\s(?:[Pp]olice|[Gg]endarmerie)\b|Public Ministry|"
    rf"Revolutionary Guards?|Gendarmerie|Intelligence Ministry)(?:\sof\s[A-Z]\w+)?(?:\s\([A-Z]{{2,8}}\))?"
)
_MONTHS: Final = MONTH_NAMES.split("|")
_LEADS: Final = (
    "The ",
    "A ",
    "An ",
    "On ",
    "In ",
    "At ",
    "By ",
    "Yesterday ",
    "Today ",
    *(f"{w} " for w in (*_MONTHS, *map(str.capitalize, WEEKDAYS))),
)
DECIDED_BY_COURT: Final = frozenset(
    {
        CustodyType.REMANDED, CustodyType.DETENTION_EXTENDED, CustodyType.CONVICTED, CustodyType.ACQUITTED, CustodyType.SENTENCED,
        CustodyType.SENTENCE_REDUCED, CustodyType.APPEAL_REJECTED, CustodyType.HOUSE_ARREST, CustodyType.TRAVEL_BAN, CustodyType.BAILED,
        CustodyType.FINED, CustodyType.VERDICT_QUASHED,
    }
)  # fmt: skip


def is_court(text: str, span: Span) -> bool:
    return "ourt" in span.words(text) or "Tribunal" in span.words(text)


_RULING: Final = r"(?:decision|ruling|verdict|sentence|judge?ment|order|conviction|term|resolution)s?"
_RULED_BY: Final = re.compile(
    rf"\b(?:{_RULING}\s(?:of|by|from)|(?:given|handed down|passed|issued|imposed|made|delivered|pronounced|taken)\sby)\s(?:the\s|an?\s)?$"
)
_ITS_RULING: Final = re.compile(rf"[’']s?\s(?:\w+\s){{0,2}}?{_RULING}\b")
_REACH: Final = 40  # characters before a court that tell what it did


def is_court_below(text: str, span: Span) -> bool:
    """True for the court of "upheld the verdict of the Leninsk Court", "upheld the term given by the Leninsk Court", "upheld the Leninsk Court's ruling"."""
    return _RULED_BY.search(text, max(0, span.start - _REACH), span.start) is not None or _ITS_RULING.match(text, span.stop) is not None


_TO_HEAR: Final = re.compile(
    r"\b(?:pending|ahead of|before|until|awaiting)\s(?:an?\s|the\s|his\s|her\s|their\s)?(?:[\w-]+\s){0,3}(?:hearing|trial|appeal|session|ruling|decision|verdict)\s(?:at|by|before|in|of|to)\s(?:the\s|an?\s)?$"
)


def is_still_to_hear(text: str, span: Span) -> bool:
    """True for the court of "granted him bail pending a hearing at the Cyber Tribunal"."""
    return _TO_HEAR.search(text, max(0, span.start - 2 * _REACH), span.start) is not None


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
    """The named court or service that acts; for what courts decide, any court that the sentence of the event names."""
    number = scene.units[first].sentence
    sentence = scene.document.sentences[number].span
    by_court = type_ in DECIDED_BY_COURT
    if type_ is CustodyType.PARDONED:
        return _by_president(scene, group)
    if type_ is CustodyType.RELEASED and (freed_by := _by_president(scene, group)) is not None and _holds_office(scene, freed_by):
        return freed_by
    here = [a for a in authorities if sentence.holds(a) and not (type_ is CustodyType.APPEAL_REJECTED and is_court_below(scene.text, a))]
    if acting := [a for a in here if _acts(scene, a, group)]:
        return _nearest(scene, acting, first)
    if not by_court:
        return _brought_before(scene, here, group) if type_ is CustodyType.CHARGED else _by_body(scene, group, type_)
    if (judge := _by_judge(scene, group)) is not None:
        return judge
    if (court := _by_court(scene, group)) is not None:
        return Authority(entity_at(scene, court), court)
    courts = [
        a for a in here if is_court(scene.text, a) and not is_still_to_hear(scene.text, a) and _is_in_clause(scene, a, group)
    ] or _alone_behind(scene, number, authorities)
    return _nearest(scene, courts, first) if courts else None


def _brought_before(scene: Scene, here: Sequence[Span], group: VerbGroup) -> Authority | None:
    """The court of "was brought before the High Court and charged", "was charged before a magistrate's court"; else the body that charges."""
    for span in here:
        at = scene.at(span.start)
        before = [u.low for u in scene.units[max(0, at - 3) : at]]
        if is_court(scene.text, span) and "before" in before:
            return Authority(entity_at(scene, span), span)
    return _by_body(scene, group, CustodyType.CHARGED)


_SEIZING: Final = frozenset({CustodyType.DETAINED, CustodyType.ARRESTED, CustodyType.CHARGED})


def _by_body(scene: Scene, group: VerbGroup, type_: CustodyType) -> Authority | None:
    """The named body that seizes or charges: "The Comrat Police Inspectorate detained her", "was arrested by the NIA"."""
    if type_ not in _SEIZING or _is_reproached(scene, group):
        return None
    if group.voice is Voice.ACTIVE:
        units = [i for i in find_subject(scene, group).heads if i < group.first]
    else:
        stop = scene.bounds[scene.units[group.anchor].sentence][1]
        by = next((i for i in range(group.anchor + 1, min(stop, group.anchor + _FAR)) if scene.units[i].low == "by"), None)
        units = [i for i in range(by + 1, min(stop, by + 6)) if scene.units[i].kind is UnitKind.MENTION][:1] if by is not None else []
    for i in units:
        unit = scene.units[i]
        kind = scene.entities[unit.of].kind
        if unit.form is MentionForm.NAME and kind in (EntityKind.ORGANIZATION, EntityKind.GOVERNMENT) and _is_body_of_state(scene, i):
            return Authority(scene.entities[unit.of].id, _with_article(scene.text, unit.span))
    return None


def _is_reproached(scene: Scene, group: VerbGroup) -> bool:
    """True in "X criticised the government for arbitrarily detaining Y": X detains nobody."""
    before = [u.low for u in scene.units[max(0, group.anchor - 3) : group.anchor]]
    is_gerund = scene.units[group.anchor].low.endswith("ing")
    return is_gerund and next((word for word in reversed(before) if not word.endswith("ly")), "") == "for"


def _is_body_of_state(scene: Scene, i: int) -> bool:
    """True for a name of several words or an abbreviation; a country or "police" acts by somebody."""
    name = scene.units[i].span.words(scene.text)
    return name not in ENGLISH.table("states") and (
        " " in name.removeprefix("the ").removeprefix("The ") or (name.isupper() and len(name) > 2)
    )


def _alone_behind(scene: Scene, number: int, authorities: Sequence[Span]) -> list[Span]:
    """The court that is all that the next sentence of the line says, as in rows of lists: "… to nine years. Testville City Court."."""
    sentences = scene.document.sentences
    if number + 1 >= len(sentences) or sentences[number + 1].paragraph != sentences[number].paragraph:
        return []
    behind = sentences[number + 1].span
    return [a for a in authorities if behind.holds(a) and is_court(scene.text, a) and len(behind) - len(a) <= 1]


def _nearest(scene: Scene, spans: Sequence[Span], first: int) -> Authority:
    nearest = min(spans, key=lambda a: a.gap(scene.units[first].span))
    return Authority(entity_at(scene, nearest), _with_article(scene.text, nearest))


_SHORT: Final = 5  # letters of an abbreviation that is given with its article: "the KGB"


def _with_article(text: str, span: Span) -> Span:
    if span.stop - span.start <= _SHORT and text[max(0, span.start - 4) : span.start].lower() == "the ":
        return Span(span.start - 4, span.stop)
    return span


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
        if unit.low.split()[-1] in _SOVEREIGNS and (i + 1 == len(scene.units) or not scene.is_person(scene.units[i + 1])):
            first = i - 1 if i > start and scene.units[i - 1].low == "the" and " " not in unit.low else i
            return Authority(None, scene.units[first].span.hull(unit.span))
        if scene.is_person(unit) and unit.form is MentionForm.NAME:
            titled = i > start and scene.units[i - 1].low == "president"
            return Authority(scene.entities[unit.of].id, scene.units[i - 1].span.hull(unit.span) if titled else unit.span)
    return None


_SOVEREIGNS: Final = frozenset({"president", "king", "emir", "sultan", "monarch", "shah"})


def _holds_office(scene: Scene, authority: Authority) -> bool:
    """True for an official or a judge, or who is called president: those who can let people go."""
    roles = next((e.roles for e in scene.entities if e.id == authority.entity), ())
    return not {"official", "judge"}.isdisjoint(roles)


_BENCHES: Final = frozenset({"court", "tribunal"})
_JUDGES: Final = frozenset({"judge", "magistrate", "panel", "chamber", "circuit", "judgeship", "bench", "collegium"})
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
        if scene.units[i].low.split()[-1] in _BENCHES or (scene.units[i].low.split()[-1] in _JUDGES and _is_no_name_behind(scene, i, stop)):
            return _court_group(scene, i, start, stop)
        if is_finite(scene, i) or scene.units[i].low in (";", ":"):
            return None
    return None


def _is_no_name_behind(scene: Scene, i: int, stop: int) -> bool:
    """True for "an investigating judge", "a panel of the court"; not for "judge X"."""
    return i + 1 >= stop or scene.units[i + 1].form is not MentionForm.NAME or not scene.is_person(scene.units[i + 1])


def _court_group(scene: Scene, i: int, start: int, stop: int) -> Span | None:
    """The noun group around the court at unit `i`, if anything in it tells which court is meant."""
    first = i
    determiners = words_of(scene.language, "determiner")
    while first > start and scene.units[first].low.split()[0] not in determiners and _qualifies(scene, first - 1):
        first -= 1
    last = i
    while last + 2 < stop and scene.units[last + 1].low in ("of", "in", "for", "at", "inside") and last < i + 5:
        named = last + 3 if scene.units[last + 2].low == "the" and last + 3 < stop else last + 2
        if not scene.text[scene.units[named].span.start].isupper() or scene.units[named].kind is UnitKind.DATE:
            break
        last = named
        while (
            last + 1 < stop
            and scene.units[last + 1].kind is UnitKind.WORD
            and (scene.text[scene.units[last + 1].span.start].isupper() or scene.units[last + 1].low in ("court", "prison"))
        ):
            last += 1
    placed = last > i
    if scene.units[first].low.split()[0] in ("a", "an", "another", "any") and not placed and not _is_kind_of_court(scene, first + 1, i):
        return None
    words = [w for u in scene.units[first : i + 1] for w in u.low.split() if w not in determiners]
    return scene.units[first].span.hull(scene.units[last].span) if len(words) > 1 or last > i else None


def _is_kind_of_court(scene: Scene, first: int, i: int) -> bool:
    """True for "a military court", "a higher court"; not for "a court", "a Minsk court", which could be any."""
    return first < i and all(scene.text[scene.units[j].span.start].islower() for j in range(first, i))


def _qualifies(scene: Scene, i: int) -> bool:
    """True for a word that can stand before "court" in its noun group."""
    unit = scene.units[i]
    closed = ("preposition", "conjunction", "subordinator", "relative", "adverb", "be", "have", "modal")
    return unit.kind in (UnitKind.WORD, UnitKind.MENTION) and not scene.has_any(unit, closed) and not is_finite(scene, i)


def _shares_subject(scene: Scene, behind: int, group: VerbGroup) -> bool:
    """True if the subject that ends before unit `behind` is that of the verb: no other verb between, or one that "and" joins to it."""
    if not any(is_finite(scene, j) for j in range(behind, group.first)):
        return True
    before = scene.units[group.first - 1]
    return before.low == "," or scene.has_any(before, ("conjunction", "adverb"))


def _is_in_clause(scene: Scene, span: Span, group: VerbGroup) -> bool:
    """True for a court that is told of in the clause of the event: no other verb stands between them, unless it is joined."""
    at = scene.at(span.start)
    if at < group.first:
        return _shares_subject(scene, scene.at(span.stop - 1) + 1, group)
    return not any(is_finite(scene, j) for j in range(group.anchor + 1, at))


_MEMBERS: Final = frozenset(
    "agents agent officers officer operatives members men forces personnel employees investigators of the a an by plainclothes".split()
)


def _acts(scene: Scene, span: Span, group: VerbGroup) -> bool:
    """True if the body at `span` stands before the active verb, or after "by" (or "by officers of"), with no other verb between."""
    at = scene.at(span.start)
    if group.voice is Voice.ACTIVE:
        return span.stop <= scene.units[group.anchor].span.start and _shares_subject(scene, scene.at(span.stop - 1) + 1, group)
    i = at - 1
    while i > group.anchor and scene.units[i].low in _MEMBERS and scene.units[i].low != "by":
        i -= 1
    return i > group.anchor and scene.units[i].low == "by" and not any(is_finite(scene, j) for j in range(group.anchor + 1, i))


def entity_at(scene: Scene, span: Span) -> str | None:
    """The id of the body that the words name, if it is one of the text's."""
    for entity in scene.entities:
        if entity.kind is not EntityKind.PERSON and any(m.span.touches(span) for m in entity.mentions):
            return entity.id
    return None
