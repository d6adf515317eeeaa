"""When, for how long, on what charge, by whom and where: what the text ties to one event rather than to its neighbour."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

from habeas.case.claim import Authority, Charge
from habeas.case.dates import Bound, DateValue, Term
from habeas.case.passage import Span
from habeas.case.vocabulary import CustodyType, EntityKind
from habeas.read.clauses import VerbGroup, Voice
from habeas.read.event_dates import clause_end
from habeas.read.scene import Scene, UnitKind

# Names of courts and of services that arrest and charge, as they are printed: capitalised words around the word that tells.
_COURT: Final = re.compile(
    r"(?:(?:[A-Z][\w’'.\-]*|of|the|de|la)\s){0,6}?(?:(?:[A-Z][\w’'\-]*[’']s\s)?(?:[A-Z][\w.’'\-]*\s){0,5}(?:Court|Tribunal|Collegium)"
    r"(?:\s(?:of|for|on|in)(?:\sthe)?(?:\s[A-Z][\w’'\-]+){1,4}(?:\sand\s[A-Z]\w+)?)?(?:\sNo\.\s?\d+)?)"
)
_SERVICE: Final = re.compile(
    r"(?:[A-Z][\w’'\-]*\s){0,4}(?:Prosecutor(?:[- ]General)?[’']?s?[’']?\sOffice|Investigative Committee|Security Service|Security Council|"
    r"State Security|Federal Security Service|KGB|FSB|SBU|GRU|Ministry of (?:National |State |Internal )?(?:Security|Affairs)|Revolutionary Guards?)"
)
DECIDED_BY_COURT: Final = frozenset(
    {
        CustodyType.REMANDED, CustodyType.DETENTION_EXTENDED, CustodyType.CONVICTED, CustodyType.ACQUITTED, CustodyType.SENTENCED,
        CustodyType.SENTENCE_REDUCED, CustodyType.APPEAL_REJECTED, CustodyType.HOUSE_ARREST, CustodyType.TRAVEL_BAN, CustodyType.BAILED,
        CustodyType.FINED, CustodyType.VERDICT_QUASHED,
    }
)  # fmt: skip
TERM_TYPES: Final = frozenset(
    {
        CustodyType.REMANDED, CustodyType.DETENTION_EXTENDED, CustodyType.SENTENCED, CustodyType.DETAINED, CustodyType.ARRESTED,
        CustodyType.HOUSE_ARREST, CustodyType.TRAVEL_BAN, CustodyType.SENTENCE_REDUCED, CustodyType.BANNED_FROM_OFFICE,
    }
)  # fmt: skip


def until_of(scene: Scene, last: int, others: Sequence[int]) -> DateValue | None:
    """The end that the text gives: "until March 5"."""
    for i in range(last + 1, clause_end(scene, last, others)):
        unit = scene.units[i]
        if unit.kind is UnitKind.DATE and scene.dates[unit.place].bound is Bound.BY:
            return scene.dates[unit.place]
    return None


def term_of(scene: Scene, first: int, last: int, others: Sequence[int], type_: CustodyType) -> Term | None:
    """The length of custody tied to the event: after its trigger in the clause, inside it, or right before it."""
    if type_ not in TERM_TYPES:
        return None
    stop = clause_end(scene, last, others)
    for i in range(first, stop):
        if i > last + 1 and scene.units[i].low in ("who", "which", "whose", "because", "when", "after", "while"):
            break
        if _is_term(scene, i, type_):
            return _summed(scene, i, stop)
    start = scene.bounds[scene.units[first].sentence][0]
    for i in range(first - 1, max(start - 1, first - 8), -1):
        if i in others or scene.units[i].low in (";", ","):
            return None
        if _is_term(scene, i, type_):
            return scene.terms[scene.units[i].place]
    return None


def _is_term(scene: Scene, i: int, type_: CustodyType) -> bool:
    unit = scene.units[i]
    if unit.kind is not UnitKind.TERM:
        return False
    before = scene.units[i - 1].low if i else ""
    after = scene.units[i + 1].low if i + 1 < len(scene.units) else ""
    if (
        before in ("than", "last", "past", "previous", "within", "over", "after", "every", "from", "of")
        and type_ is not CustodyType.SENTENCED
    ):
        return before == "of"
    return before not in ("last", "past", "previous", "within", "after", "every") and after not in (
        "probation",
        "before",
        "after",
        "later",
        "earlier",
    )


def _summed(scene: Scene, i: int, stop: int) -> Term:
    return scene.terms[scene.units[i].place]


# ----- charge ------------------------------------------------------------------------------------------------------------

_CHARGE_CUE: Final = re.compile(
    r"\b(?:on|under|over|of|facing|with)\s(?:(?:[\w\-]+\s){0,4}?)?(?:charges?|counts?|accusations?|suspicion|allegations?)\s(?:of|that|under|in|related to|relating to|including)\s(?:having\s)?|"
    r"\bcharges?\sof\s|"
    r"\b(?:accused|suspected|guilty|convicted|acquitted|cleared|suspicion)\sof\s(?:having\s)?|"
    r"\b(?:charged|charging\s[^.;,]{2,40}?|charged\s[^.;,]{2,60}?)\swith\s(?:having\s)?|"
    r"\b(?:convicted|indicted|wanted|tried)\s(?:on|for|over)\s(?:charges\sof\s)?",
)
_FOR: Final = re.compile(r"\b(?:for|over)\s(?:allegedly\s)?(?=[“\"«‘]?(?:[a-z\-]+ing\b|[a-z“\"«‘]))")
_CHARGE_END: Final = re.compile(
    r"[.;:\n]|,(?=\s(?:which|who|whose|where|when|while|after|before|but|an?\s|the\s|his|her|their|he|she|they|said|says|told|according|in\s|on\s|at\s|wrote|and\s(?:sentenced|given|jailed|ordered|placed|fined|was|were|is|had|has|could|face)|writes|reports|[A-Z]))"
    r"|\s(?:which|who|after|before|when|while|because|but|said|says|according|until|till|since|by the|by a)\b"
    r"|\s(?:and|or)\s(?=(?:sentenced|given|jailed|ordered|placed|fined|was|were|is|are|had|has|handed|sent|remanded|could|faces?|may|imprisoned|banned|denied|denies|pleaded|is|then|later|he|she|they|will|the court|a court)\b)"
    r"|\s(?:on|in)\s(?=(?:January|February|March|April|May|June|July|August|September|October|November|December|Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday|(?:19|20)\d\d|\d{1,2}\s[A-Z])\b)"
    r"|\sand\s(?=(?:sentenced|given)\b)|\s\((?=(?:Article|Art\.|Section))|\s(?=(?:under|in accordance with)\s(?:Article|Art|Section|part|Part|the))|$"
)
_NOT_A_CHARGE: Final = re.compile(
    r"(?:\d|an?\s(?:term|period|total|few|week|month|year|day|second|third)|the\s(?:first|second|third|last|past|time|same|rest|duration|next|sake)|(?:about|nearly|almost|more|over|up|at|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|months|years|days|life|trial|questioning|now|him|her|them|good|years|several|"
    r"interrogation|reasons|example|alleged\b\s?$|release|crimes\s(?:he|she|they)\s(?:did|had)\snot|[A-Z]))"
)


def charge_of(scene: Scene, first: int, last: int, others: Sequence[int], type_: CustodyType) -> Charge | None:
    """What the person is accused of, as the clause of the event says it; articles of the code as printed."""
    if type_ in (
        CustodyType.APPEAL_REJECTED, CustodyType.TRANSFERRED, CustodyType.HUNGER_STRIKE, CustodyType.ILL_TREATED, CustodyType.PARDONED,
        CustodyType.RELEASED, CustodyType.DIED, CustodyType.SENTENCE_REDUCED, CustodyType.DETENTION_EXTENDED,
    ):  # fmt: skip
        return None
    start = scene.units[first].span.start
    stop_unit = clause_end(scene, last, others)
    stop = scene.units[stop_unit - 1].span.stop
    text = scene.text
    cue = _CHARGE_CUE.search(text, start, stop)
    article = next((a for a in scene.articles if start <= a.span.start < stop), None)
    if cue is None and type_ in (
        CustodyType.ARRESTED,
        CustodyType.DETAINED,
        CustodyType.SENTENCED,
        CustodyType.CONVICTED,
        CustodyType.REMANDED,
        CustodyType.CHARGED,
        CustodyType.HOUSE_ARREST,
    ):
        cue = next((m for m in _FOR.finditer(text, start, stop) if not _NOT_A_CHARGE.match(text, m.end())), None)
    words = _charge_words(text, cue.end(), max(stop, _sentence_stop(scene, last))) if cue else None
    if words is None and article is not None:
        words = article.span
    if words is None:
        return None
    return Charge(words, article.article if article else None)


def _sentence_stop(scene: Scene, unit: int) -> int:
    return scene.document.sentences[scene.units[unit].sentence].span.stop


def _charge_words(text: str, start: int, stop: int) -> Span | None:
    end = _CHARGE_END.search(text, start, stop)
    finish = end.start() if end else stop
    while finish > start and text[finish - 1] in ' ,.;”"’»“«':
        finish -= 1
    while start < finish and text[start] in '“"«‘ ':
        start += 1
    return Span(start, finish) if finish - start > 2 else None


# ----- authority and place -----------------------------------------------------------------------------------------------


def find_authorities(text: str) -> tuple[Span, ...]:
    """Every named court, prosecutor's office or service, in order."""
    spans = [Span(*m.span()) for pattern in (_COURT, _SERVICE) for m in pattern.finditer(text)]
    return tuple(sorted(_without_article(text, s) for s in spans))


def _without_article(text: str, span: Span) -> Span:
    words = span.words(text)
    for lead in ("The ", "A ", "An ", "the ", "of ", "On ", "In ", "At "):
        if words.startswith(lead) and len(words) > len(lead) + 4:
            return Span(span.start + len(lead), span.stop)
    return span


def authority_of(
    scene: Scene, authorities: Sequence[Span], first: int, group: VerbGroup, others: Sequence[int], type_: CustodyType
) -> Authority | None:
    """The named court or service that acts: in the clause of the event, else, for what courts decide, the nearest named court."""
    sentence = scene.document.sentences[scene.units[first].sentence].span
    here = [a for a in authorities if sentence.holds(a)]
    court_type = type_ in DECIDED_BY_COURT
    for span in here:
        if court_type or _acts(scene, span, group):
            return Authority(_entity_at(scene, span), span)
    if not court_type or (not here and not authorities):
        return None
    paragraph = scene.document.sentences[scene.units[first].sentence].paragraph
    number = scene.units[first].sentence
    for near in (number - 1, number + 1, number - 2):
        if 0 <= near < len(scene.document.sentences) and abs(scene.document.sentences[near].paragraph - paragraph) <= 1:
            inside = [a for a in authorities if scene.document.sentences[near].span.holds(a)]
            if len(inside) == 1:
                return Authority(_entity_at(scene, inside[0]), inside[0])
    return None


def _acts(scene: Scene, span: Span, group: VerbGroup) -> bool:
    """True if the body at `span` is the subject of the active verb, or stands after "by"."""
    anchor = scene.units[group.anchor].span
    before = scene.text[max(0, span.start - 8) : span.start].lower()
    if group.voice is Voice.ACTIVE:
        return span.stop <= anchor.start
    return before.rstrip().endswith(("by", "by the"))


def _entity_at(scene: Scene, span: Span) -> str | None:
    for entity in scene.entities:
        if entity.kind is not EntityKind.PERSON and any(m.span.touches(span) for m in entity.mentions):
            return entity.id
    return None
