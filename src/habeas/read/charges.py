"""What is a person accused of, as the words around an event say it, and under which articles of the code?"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

from habeas.case.claim import Charge
from habeas.case.passage import Span
from habeas.case.vocabulary import CustodyType
from habeas.read.articles import Article
from habeas.read.date_values import MONTH_NAMES
from habeas.read.event_dates import clause_end
from habeas.read.grammar import words_of
from habeas.read.numbers import NUMBER_WORDS
from habeas.read.scene import Scene, UnitKind
from habeas.read.verb_groups import VerbGroup, Voice

CHARGEABLE: Final = frozenset(
    {
        CustodyType.DETAINED, CustodyType.ARRESTED, CustodyType.CHARGED, CustodyType.REMANDED, CustodyType.CONVICTED, CustodyType.ACQUITTED,
        CustodyType.SENTENCED, CustodyType.HOUSE_ARREST,
    }
)  # fmt: skip
_CUE: Final = re.compile(
    r"\b(?:on|under|over|of|facing|with|face|faces|hears?|heard)\s(?:[\w\-]+\s){0,4}?(?:charges?|counts?|accusations?|suspicion|allegations?)(?:\s|,\s(?=including\b))"
    r"(?:of|(?:that|which)\s(?:include[sd]?|range[sd]?\sfrom)|that|under|in|related to|relating to|including)\s(?:having\s)?|"
    r"\b[Cc]harges?\s(?:of|was|were|is|are|includes?|included)\s(?!(?:brought|filed|dropped|laid|level?led|under|added|made|not|then|also|later|only|false|fabricated|politically)\b)|"
    r"\b(?:[Aa]ccused|[Ss]uspected|[Gg]uilty|[Cc]onvicted|[Aa]cquitted|[Cc]leared|[Ee]xonerated|suspicion)\s(?:of|from)\s(?:having\s)?|\b[Gg]uilty\sin\s(?!the\b|[A-Z]|\d)|"
    r"\b[Oo]n\sthe\s(?:charge|count)\sof\s|"
    r"\b[Ss]uspects?\s(?:him|her|them|both)\sof\s(?:having\s)?|"
    r"\baccus(?:ed|es|ing)\s(?:him|her|them|both|[A-Z][^.;,]{1,40}?)\sof\s(?:having\s)?|"
    r"\bcharg(?:ed|es|ing)\s(?:[^.;,]{2,60}?\s)??with\s(?:having\s)?|"
    r"\b(?:convicted|indicted|wanted|tried)\s(?:on|for|over)\s(?:(?:\w+\s){0,4}?(?:charges?|counts?)(?:\sof\s|,?\sincluding\s))?(?![A-Z\d])|"
    r"\b[Cc]harges?\s(?:was|were|have been|has been)\s(?:\w+\s)?(?:brought|filed|laid|level?led)\s(?:against|at)\s[^.;:\n]{2,50}?,?\s(?:including|among them|of)\s|"
    r"\b[Cc]harges?\b[^.;:\n]{0,30}:\s(?=[a-z“\"«A])",
)
_NAMED: Final = re.compile(
    r"\b(?:on|over)\s(?:(?:new|false|fabricated|trumped-up|separate|additional)\s)?(?P<what>(?!(?:politically|retaliatory|new|false|fabricated|trumped-up|separate|additional|these|those|such|various|other|the|all|serious|criminal|similar|his|her|their|two|three|four|five|many|several)\b)(?:[a-z][a-z\-]+\s){1,3})charges?\b(?!\s(?:of|that|under))"
)

_FOR: Final = re.compile(r"\bfor\s(?:allegedly\s)?(?P<having>having\s)?(?=(?P<mark>[“\"«‘])?(?P<word>[A-Za-z\-]+))")
_OPENING: Final = '“"«‘ '
_MONTH: Final = rf"Jan\b|Feb\b|Mar\b|Apr\b|Jun\b|Jul\b|Aug\b|Sept?\b|Oct\b|Nov\b|Dec\b|{MONTH_NAMES}"
_VERDICTS: Final = "clears|cleared|acquitted|subjected|imposed|fined|sentenced|given|jailed|ordered|placed|fined|was|were|is|are|had|has|handed|sent|remanded|awarded|received|released|freed|let|appointed|assigned|could|faces?|may|must|imprisoned|banned|denied|denies|pleaded|gave|got|then|later|he|she|they|will|the court|a court"
# "and aggravated assault": what is joined to a crime is another one, not what a court did besides.
_NO_VERB: Final = "aggravated|organi[sz]ed|armed|attempted|unauthori[sz]ed|unlicen[sc]ed|unsanctioned|prohibited|banned|alleged|so-called|related|need|seed|speed|deed|disgraced|protected|classified|united"
# Where and by what: "hurting religious feelings | in a song", "uttering seditious words | on Twitter", "incitement | for a one-woman march".
_OF_WHAT: Final = (
    r"(?<!ing)(?<!espionage)(?<!\bcalls)(?<!\bcall)(?<!appeals)(?<!appeal)(?<!money)(?<!funds)(?<!support)(?<!propaganda)(?<!\bwork)\s(?:for|at(?![^.;\n]{1,120},\s(?:and\s)?of\s))\s(?=(?:an?|the)\s(?!(?:benefit|foreign|banned|enemy|hostile|expense|government|purpose))[\w-]+)"
    r"|\sin\s(?=(?:(?:an?|his|her|their|the|several|two|three|some)\s)?(?:[a-z-]+\s)?(?:interviews?|articles?|posts?|sermons?|speech|speeches|videos?|books?|poems?|songs?|columns?|broadcasts?|tweets?|comments?|captions?|letters?|verses|lyrics|programmes?|podcasts?|cartoons?)\b)"
    r"|\son\s(?=(?:Twitter|Facebook|Instagram|YouTube|Telegram|TikTok|WhatsApp|social media|his|her|their|the (?:strength|basis|evidence|air)|account of)\b)"
)
_PAST: Final = "shown|driven|flown|thrown|taken|beaten|given|gave|meted|left|sent|put|set|took|told|held|made|kept|let|found|cut|threw|brought|went|came|lost|is|are|was|were|has|had|have"
_END: Final = re.compile(
    r"[;:\n—–]|\s-\s|\s-$|(?<!\bArt)(?<!\bart)(?<!\bNo)(?<!\bno)\.(?!\d)|(?<=[”\"»]),(?!\s[“\"«])"
    r"|,(?=\s(?:both|all|two|three|four|five|six|seven|eight|nine|ten|was|were|had|has|is|are|remains?|walked|left|freed|sentenced|from|and\son|and\sin|article|Article|Section)\b)"
    rf"|,(?=\s(?:which|who|whose|where|when|while|after|before|but|yet|an?\s|the\s|his|her|their|he|she|they|said|says|told|according|in\s|on\s|at\s|wrote|got\s|and\s(?:{_VERDICTS})\b|writes|reports|[A-Z]))"
    r"|,(?=\s(?:[a-z][\w-]*\s){1,4}(?:said|says|told|reported|reports)\b)"  # "…, local journalists told the agency"
    r"|,(?=\swith\s(?:[\w’'-]+\s){1,3}\w+ing\b)"  # "charged with two counts, with police claiming …"
    r"|,(?=\s(?:not|and\snot)\s(?:for|over|because)\b)"  # "detained on suspicion of fraud, not for his journalism"
    r"|,(?=\sas\s(?:[\w’'-]+\s){1,4}(?:documented|reported|noted|said|announced|has|have|had)\b)"  # "…, as the committee documented"
    r"|(?<=[”\"»])\s(?=(?:issued|posted|published|told|said|wrote|thanked|called|appealed|sent|gave)\s)"  # "convicted of “…” issued a letter"
    r"|,(?=\s\d{1,5}\s[a-z])"  # "convicted of subversion, 45 former legislators received …"
    rf"|\s(?:and|or)\s(?=(?:\d{{1,3}}|{NUMBER_WORDS})\s(?:years?|months?|weeks?|days?)\b)"  # "six years for secession and eight years for terror"
    r"|,?\sover\s(?=(?:an?|the|his|her|their)\s)|\sfor\s(?=(?:failing|allegedly|having)\s)"  # what the charge is about
    rf"|,\s(?=(?!{_NO_VERB})\w{{3,}}ed\s(?:him|her|them|it|the|his|their|an?|all|both)\b)"  # "for separatism, deprived her of her rights"
    r"|,?\s(?=(?:together|along)\swith\s|alongside\s)"
    r"|\s(?:which|who|after|before|when|while|because|but|said|says|according|until|till|since(?!\s(?:19|20)\d\d\s(?:against|for|to|with)\s)|by the|by a|for want|for lack|committed in)\b"
    rf"|\s(?:and|or)\s(?=(?:{_VERDICTS})\b)"
    rf"|\s(?:on|in)\s(?=(?:{_MONTH}|Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday|(?:19|20)\d\d)\b|\d{{1,2}}\s[A-Z])"
    r"|\sin\s(?=(?:an?|the)\s(?:[\w’'-]+\s){0,4}(?:trial|hearing|session|case)\b)|\s(?=\[|by\s(?:Branch|Judge|Justice)\b)"
    r"|\sfor\s(?=(?:his|her|their)\s(?:[a-z-]+\s)?(?:posts?|speech|speeches|articles?|remarks|comments|roles?|part|reporting|coverage|tweets?|videos?|interviews?|books?|statements?|poems?|songs?)\b)"
    rf"|,?\s(?:and|or|but)\s(?=(?:(?:also|then|later|subsequently)\s)?(?:(?!{_NO_VERB})\w{{2,}}ed|{_PAST})\s)"  # "of treason and also refused them bail"
    r"|,(?=\s(?:and|but)\s(?:an?|the|his|her|their|its|he|she|they|it|[A-Z]\w+)\s)"  # ", and a judge ordered …"
    r"|,(?=\s(?:imposing|sentencing|fining|ordering|giving|handing|adding|saying|ruling|jailing|found|convicted|sentenced|for|outside|shortest|to\s\d)\b)"
    rf"|\s(?:for|to)\s(?=(?:up\sto\s)?(?:\d{{1,3}}|an?|{NUMBER_WORDS})\s(?:\w+\s)?(?:days?|weeks?|months?|years?|hours?)\b)"
    r"|\sfrom\s(?=(?:a|the)\s(?:\w+\s){0,3}(?:court|tribunal|judge)\b)"
    r"|\sthat\s(?=(?:he|she|they)\s(?:calls?|den(?:y|ies)|rejects?|describes?|says?)\b)"
    r"|\s(?=(?:under|in accordance with)\s(?:Article|Art|Section|part|Part|the))"
    r"|,?\s(?=(?:contrary to|in (?:contravention|violation|breach) of|pursuant to|punishable|vide|during|over)\b)"
    r"|(?<!\bthat)(?<!\bwhich)(?<!\bwho)\s(?=(?:was|were|(?:has|have|had) been)\s)"  # "those convicted of treason were flown out"
    r"|,(?=\s(?:hours|days|weeks|months|minutes|then|than)\b)"  # "on charges of inciting violence, hours after …"
    rf"|\s(?:and|or)\s(?=one\sof\s)|{_OF_WHAT}|$"
)
_ARTICLE_BEHIND: Final = re.compile(r"\s?\((?:[Aa]rticles?|[Aa]rts?\.|[Ss]ections?|part|Part)\s[^()]{1,60}\)")


def charge_of(scene: Scene, first: int, last: int, others: Sequence[int], type_: CustodyType) -> Charge | None:
    """What the clause of the event says that the person is accused of; articles of the code as printed."""
    if type_ not in CHARGEABLE:
        return None
    stop = scene.units[clause_end(scene, last, others) - 1].span.stop
    is_seized = type_ in (CustodyType.ARRESTED, CustodyType.DETAINED)
    is_sentence = type_ is CustodyType.SENTENCED
    return _charge_in(
        scene, scene.units[first].span.start, stop, _sentence_stop(scene, last), first, last, is_seized=is_seized, is_sentence=is_sentence
    )


def charges_told(text: str) -> list[Span]:
    """What any sentence says that somebody is accused of, whoever it is."""
    told = [_charge_words(text, m.end(), min(len(text), m.end() + 2 * _LONGEST)) for m in _CUE.finditer(text)]
    told += [Span(m.start("what"), m.end("what") - 1) for m in _NAMED.finditer(text)]
    return [words for words in told if words is not None and words.stop - words.start < _LONGEST]


_ACCUSED: Final = re.compile(r"\b(?:(?:[Aa]ccused|[Ss]uspected)\sof|[Tt]ried\s(?:for|on\s(?:a\s)?charges?\sof))\s(?:having\s)?")


def charge_in_front(scene: Scene, group: VerbGroup) -> Charge | None:
    """ "X, accused of espionage, was arrested", "Accused of espionage, X was arrested", "was accused of espionage and arrested": of the verb's subject."""
    if group.voice not in (Voice.PASSIVE, Voice.REDUCED):
        return None
    start, verb = (scene.units[i].span.start for i in (scene.bounds[scene.units[group.anchor].sentence][0], group.first))
    for cue in _ACCUSED.finditer(scene.text, start, verb):
        words = _charge_words(scene.text, cue.end(), verb)
        if words is None:
            continue
        between = scene.units[scene.at(words.stop) : group.first]
        marks = [u.low for u in between if u.low not in _OPENING_MARKS]
        joins = marks in (["and"], [","], [",", "and"])
        opens = cue.start() == start and marks[:1] == [","] and "," not in marks[1:] and any(scene.is_person(u) for u in between)
        if joins or opens:
            return Charge(words)
    return None


_OPENING_MARKS: Final = frozenset({"”", '"', "»", "’"})


def charge_in_next_sentence(scene: Scene, unit: int) -> Charge | None:
    """ "X was detained. She is suspected under Article 206 …": the sentence behind, if it speaks of nothing but the accusation."""
    number = scene.units[unit].sentence + 1
    if number >= len(scene.bounds):
        return None
    first, stop = scene.bounds[number]
    lows = {u.low for u in scene.units[first:stop]}
    about = not lows.isdisjoint(("suspected", "charge", "charges"))
    denies = not lows.isdisjoint(("denies", "denied", "deny", "reject", "rejects", "rejected", "dropped", "face", "faces"))
    if "accused" in lows:
        about = _STANDS_ACCUSED.match(scene.text, scene.units[first].span.start) is not None
    if not about or denies or first == stop:
        return None
    return _charge_in(scene, scene.units[first].span.start, scene.units[stop - 1].span.stop, scene.units[stop - 1].span.stop, first, first)


_STANDS_ACCUSED: Final = re.compile(r"(?:He|She|They|(?:[A-Z][\w’'-]+\s){1,3}?)\s?(?:is|are|stands?|was|were)\s(?:also\s)?accused\sof\s")


def _sentence_stop(scene: Scene, unit: int) -> int:
    return scene.document.sentences[scene.units[unit].sentence].span.stop


def _charge_in(
    scene: Scene, start: int, stop: int, limit: int, first: int, last: int, *, is_seized: bool = False, is_sentence: bool = False
) -> Charge | None:
    articles = [a for a in scene.articles if start <= a.span.start < stop]
    cue = _CUE.search(scene.text, start, stop)
    named = None if cue else _NAMED.search(scene.text, start, stop)
    if named:
        return Charge(Span(named.start("what"), named.end("what") - 1), ", ".join(a.article for a in articles) or None)
    begin = (
        cue.end()
        if cue
        else _of_behind_person(scene, first, last, stop)
        or _for_a_crime(scene, start, stop, is_seized=is_seized)
        or (_behind_term(scene, first, stop) if is_sentence else None)
    )
    if begin is not None and not cue and any(a.span.start < begin < a.span.stop for a in articles):
        begin = None  # "under Article 278 (Calls for mass riots)": the name of the article
    words = _charge_words(scene.text, begin, max(stop, limit)) if begin else None
    under = _together(scene.text, articles)
    if words is None and under is None and (law := _UNDER_LAW.search(scene.text, start, stop)):
        words = Span(*law.span("law"))  # "arrested under the Electronic Transactions Law"
    if words is None and under is None:
        return None
    return Charge(words or under, ", ".join(a.article for a in articles) or None)


def _of_behind_person(scene: Scene, first: int, last: int, stop: int) -> int | None:
    """Where the charge begins in "convicted X, a producer, of …" and "found him guilty of …"."""
    convicts = ("convict", "found", "find", "acquit", "clear", "declar", "recogni")
    if not any(scene.units[i].low.startswith(convicts) for i in range(first, last + 1)):
        return None
    for i in range(last + 1, scene.bounds[scene.units[last].sentence][1]):
        unit, before = scene.units[i], scene.units[i - 1]
        if unit.span.start >= stop:
            return None
        behind = (
            scene.is_person(before)
            or before.kind is UnitKind.DATE
            or before.low in ("him", "her", "them", "both", "all", ",", ")", "guilty", "only")
        )
        if unit.low == "of" and (
            behind
            or _is_crime(scene, i + 1)
            or _is_crime(scene, i + 2)
            or (i + 1 < len(scene.units) and _opens_a_charge(scene.units[i + 1].low))
        ):
            return unit.span.stop + 1
    return None


def _opens_a_charge(word: str) -> bool:
    return word.endswith("ing") or word in _CLOSING


def _is_crime(scene: Scene, i: int) -> bool:
    return i < len(scene.units) and scene.units[i].low in words_of(scene.language, "crime", "settings")


def _for_a_crime(scene: Scene, start: int, stop: int, *, is_seized: bool) -> int | None:
    """Where the charge begins in "for spreading false news", "for treason", "for “baghi”": not "for ten years", "for his words".

    "Arrested for filming a march" tells what was done, not what the arrested are accused of; only a crime is a charge there.
    """
    crimes = words_of(scene.language, "crime", "settings")
    for match in _FOR.finditer(scene.text, start, stop):
        word = match["word"].lower()
        gerund = word.endswith("ing") and word not in ("questioning", "being", "reporting", "nothing", "hearing", "sentencing", "anything")
        if (
            match["mark"]
            or (match["having"] and not is_seized)
            or word in crimes
            or (gerund and not is_seized)
            or not crimes.isdisjoint(_next_words(scene.text, match.end("word")))
        ):
            return match.end()
    return None


_BEHIND_TERM: Final = re.compile(
    r"\s(?:for|over)\s(?:having\s)?(?=(?!(?:the\ssame|good|life|which|that|each|his|her|their|him|her|them|us)\b)[a-z“\"«])"
)


def _behind_term(scene: Scene, first: int, stop: int) -> int | None:
    """Where the charge begins in "two and a half years for two photographs", "jailed for 20 days over a post": behind the length."""
    term = next((u for u in scene.units[first : first + 24] if u.kind is UnitKind.TERM and u.span.stop < stop), None)
    if term is None:
        return None
    match = _BEHIND_TERM.search(scene.text, term.span.stop, stop)
    if match is None or any(u.kind is UnitKind.TERM and u.span.start == match.end() for u in scene.units[first : first + 60]):
        return None
    return match.end()


def _next_words(text: str, at: int) -> list[str]:
    """The two words behind `at`, in lower case letters, without a mark between."""
    match = re.compile(r"\s([a-z\-]+)(?:\s([a-z\-]+))?").match(text, at)
    return [w for w in match.groups() if w] if match else []


def _charge_words(text: str, start: int, stop: int) -> Span | None:
    end = _END.search(text, start, stop)
    is_clause = text[max(0, start - 5) : start] == "that "  # "on charges that his cartoons were insulting"
    while end is not None and (_OPEN_END.search(text, start, end.start()) or (is_clause and _AUXILIARY.match(text, end.end()) is not None)):
        end = _END.search(text, max(end.end(), end.start() + 1), stop)  # "a role in the 2013 protests": the year ends nothing
    finish = end.start() if end else stop
    if text[start : start + 1] in _CLOSING:  # a charge in marks ends with them, unless another in marks is joined
        finish = _end_of_marks(text, start, finish)
    if (bracket := text.rfind("(", start, finish)) > text.rfind(")", start, finish):
        finish = len(text[:bracket].rstrip())  # "(Article 228, Part 4 …": a comma within a bracket ends no charge, the bracket does
    behind = _ARTICLE_BEHIND.match(text, finish)
    while finish > start and text[finish - 1] in ' ,.;”"’»“«' and not behind:
        finish -= 1
    while start < finish and text[start] in _OPENING:
        start += 1
    if text[start:finish].endswith((" and", " or", " under", " of", " in")):  # the line is broken there
        finish = len(text[:finish].rsplit(None, 1)[0])
    if text.startswith(("the same charge", "the same count", "the charges"), start) or _SPOKEN_OF.match(text, start):
        return None
    if text[start:finish] in ("all counts", "all charges", "everything", "articles", "anything", "it"):
        return None
    if (opening := _CHARGE_OF.match(text, start, finish)) is not None:
        start = opening.end()
    if _COUNTS_ONLY.fullmatch(text, start, finish):
        return None
    if finish - start <= 2 or text[start].isdigit() or re.match(rf"(?:{_MONTH})\b", text[start:]):
        return None
    return Span(start, behind.end() if behind else finish)


def whole_charge(text: str, words: Span) -> Span | None:
    """The charge of which the encoder saw `words`: to the end of its marks or brackets, where it saw but the first of them; None for a bare mark."""
    if text[words.start] in '“«"':
        closing = _CLOSING[text[words.start]].search(text, words.start + 1)
        if closing is not None and words.stop <= closing.start() < words.start + _LONGEST:
            return Span(words.start + 1, closing.start())
    seen = words.words(text)
    if seen.rfind("(") > seen.rfind(")") and words.stop <= (bracket := text.find(")", words.stop)) < words.start + _LONGEST:
        return Span(words.start, bracket + 1)  # "Art. 206 (smuggling" of "Art. 206 (smuggling, by a group)"
    if _OPEN_END.search(seen) and (noun := _TO_ITS_NOUN.match(text, words.stop)) is not None:
        return Span(words.start, noun.end())  # "role in the" of "role in the 2013 protests"
    if _LIGHT.fullmatch(seen):
        return _charge_words(text, words.start, min(len(text), words.start + _LONGEST))
    length = len(_DANGLING.sub("", seen))
    return Span(words.start, words.start + length) if length > 2 else None


# "two other charges", "three remaining counts": how many there are, and not which.
_COUNTS_ONLY: Final = re.compile(
    rf"(?:(?:all|additional|both|criminal|further|his|her|more|new|other|remaining|separate|serious|several|similar|their|the|these|those|\d{{1,3}}|{NUMBER_WORDS})\s)+(?:charges?|counts?)"
)
_CHARGE_OF: Final = re.compile(r"(?:an?|the)\s(?:accusation|charge|count|crime|offence|offense)s?\sof\s(?=[a-z“])")
# What says nothing yet: "taking part in" of "taking part in a run".
_LIGHT: Final = re.compile(
    r"(?:taking|having|being|making|coming|going|giving|participating|membership|involvement)(?:\spart)?(?:\s(?:in|of|to))?\s?"
)
_AUXILIARY: Final = re.compile(r"(?:was|were|has been|have been|had been)\s")
_OPEN_END: Final = re.compile(r"\b(?:the|a|an|his|her|their|this|that|these|those)\s?$")
_TO_ITS_NOUN: Final = re.compile(r"(?:\s(?:\d{1,4}|[A-Z][\w’'-]*)){0,4}\s[a-z][a-z-]+")
_SPOKEN_OF: Final = re.compile(r"(?:are|were|is|was|have|has|carry|carries|could|can)\b")  # "on charges that are widely seen as political"
_DANGLING: Final = re.compile(r"(?:[\s,\-–—]|\s(?:and|or))+$")
_LONGEST: Final = 200  # characters of a charge in marks


_CLOSING: Final = {"“": re.compile("”"), "«": re.compile("»"), '"': re.compile('"'), "‘": re.compile(r"’(?!\w)")}


def _end_of_marks(text: str, start: int, finish: int) -> int:
    at = start
    while closing := _CLOSING[text[at]].search(text, at + 1):
        stop = closing.start()
        joined = _JOINED_IN_MARKS.match(text, stop + 1)
        if not joined:
            return _behind_marks(text, start, stop)
        at = joined.end()
    return finish


_JOINED_IN_MARKS: Final = re.compile(r"(?:\s\([^()\n]{2,40}\))?(?:[,;]|[,;]?\s(?:and|or|as well as))\s(?:(?:for|of|with)\s)?(?=[“«‘\"])")
# What goes on behind the marks: "“fakes” about the army", "“armed rebellion” and cooperation with groups".
_GOES_ON: Final = re.compile(
    r"[”»\"’]\s(?:about|against|out of|(?:\([^()\n]{2,40}\)\s)?and\s(?:(?:for|of|with)\s)?(?:[a-z-]+ing|[a-z-]+(?:tion|ship|ment)))\s"
)


def _behind_marks(text: str, start: int, closing: int) -> int:
    """Where a charge that begins in marks ends: at the marks, or with what they are about."""
    on = _GOES_ON.match(text, closing)
    if on is None or start == closing:
        return closing
    end = _END.search(text, on.end(), min(len(text), closing + _LONGEST))
    return end.start() if end is not None and end.start() - closing < _LONGEST else closing


_LAW: Final = r"(?:(?:[A-Z][\w’'\-]*|of|to|on|and|the|for|cyber\w*|(?:anti|counter)?-?terrorism|media|press|information|security|national|emergency|\([A-Z]\w+\)|criminal|penal|administrative|civil|code|law)\s)*?(?:[Cc]ode|Law|Act|Constitution|Ordinance|Decree|[Pp]roclamation)\b"
_OF_LAW: Final = re.compile(
    rf"(?:\sbis)?,?\sof\s(?:[Dd]ecree(?:-[Ll]aw)?\s(?:[Nn]o\.\s)?\d+|(?:the\s|its\s)?(?:\d{{4}}\s)?(?P<law>{_LAW}(?:\s(?:on|of|for)(?:\sthe)?(?:\s(?:[A-Z]\w+|of|and))+)?))"
)
_AND_LAW: Final = re.compile(rf"\sand\s(?:the\s)?(?=[A-Z]){_LAW}")  # "Section 112 and the Computer Crime Act"
_UNDER_LAW: Final = re.compile(rf"\bunder\s(?P<law>(?:the\s)(?:\d{{4}}\s)?(?=[A-Z]){_LAW})")


def _end_of_law(text: str, at: int) -> int:
    """Where "Article 2 of the Law on Misuse of Devices" ends, behind the article at `at`."""
    law = _OF_LAW.match(text, at)
    return law.end() if law else at


# "Article 274 of the Criminal Code (dissemination of knowingly false information)", "Article 278 «Mass riots»".
_GLOSS: Final = re.compile(r"\s\((?=[^()\n]*[a-z]{4})(?![^()\n]*\d{4})[^()\n]{8,140}\)|\s«[^«»\n]{4,100}»")


def _together(text: str, articles: Sequence[Article]) -> Span | None:
    """The stretch from the first to the last of the articles that stand side by side."""
    if not articles:
        return None
    span = Span(articles[0].span.start, _end_of_law(text, articles[0].span.stop))
    for article in articles[1:]:
        between = text[span.stop : article.span.start]
        if len(between) > 24 or "." in between.replace(". ", "") or ";" in between:
            break
        span = Span(span.start, _end_of_law(text, max(span.stop, article.span.stop)))
    if (law := _AND_LAW.match(text, span.stop)) is not None:
        span = Span(span.start, law.end())
    if (gloss := _GLOSS.match(text, span.stop)) is not None:
        span = Span(span.start, gloss.end())
    lead = re.search(r"(?:[Pp]arts?|[Pp]aragraph)\s[\d\w,. and]{1,16}\sof\s(?:the\s)?$", text[: span.start][-40:])
    return Span(span.start - len(lead[0]), span.stop) if lead else span
