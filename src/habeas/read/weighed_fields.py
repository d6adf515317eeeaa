"""Which date, length, charge and court does an event have? What rules and encoder say is put on the scales; of courts, gaps are filled.

Putting the encoder's words in place of the rules' by its tie alone cost two to nine points of charges, and filling places as much:
docs/decisions/0025.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import Final

from habeas.case.claim import Authority, Charge, Custody
from habeas.case.dates import Bound, DateValue, Term
from habeas.case.passage import Span
from habeas.case.vocabulary import TOLD, CustodyType, Phase
from habeas.read.authorities import is_court_below, is_still_to_hear
from habeas.read.custody_candidates import SEIZED
from habeas.read.custody_tellings import without_charge_of_another
from habeas.read.event_dates import counted_from, is_attributive, is_told_later, near_to_day
from habeas.read.event_terms import is_taken_off
from habeas.read.field_signs import Field, Fielding, charges_for, dates_for, signs_of_charges, signs_of_dates, signs_of_terms, terms_for
from habeas.read.items import is_elsewhere
from habeas.read.numbers import number_value
from habeas.read.scales import Signs, likelihoods
from habeas.read.scene import Scene
from habeas.read.signals import Signals
from habeas.read.terms import of_units
from habeas.read.verb_groups import without_verb
from habeas.read.verdict_scenes import OF_ONE_VERDICT

TIED: Final = 0.7  # from here on the encoder's tie fills a gap
RATHER: Final = 0.05  # by so much likelier another date, length or charge must be than the rules'
# As likely as this must be what the rules say, and anything else, or the event has none: about half of the F1 that is reached, and less for what
# rules say of words that the trees have hardly met (docs/decisions/0041).
BARS: Final = {"date": (0.35, 0.4), "term": (0.2, 0.3), "charge": (0.15, 0.3)}
OVER_NONE: Final = 3.0  # or so many times as likely as none at all
REACH: Final = 400  # characters between an event and its court


def fill_fields(scene: Scene, events: Sequence[Custody], signals: Signals) -> tuple[Custody, ...]:
    """The events, each with its likeliest date, length and charge, and with a court where the encoder is sure of one and the rules know none."""
    courts = [m.span for m in signals.spans("authority")]
    fielding = Fielding(scene, signals, tuple(events))
    filled = [_filled(fielding, event, courts) for event in events]
    told = _with_charge_behind_fine(scene, _on_one_day(scene, events, filled))
    return without_charge_of_another(_with_what_is_cut_at_once(scene, told))


def _with_what_is_cut_at_once(scene: Scene, events: Sequence[Custody]) -> list[Custody]:
    """The events; "four years, cut to two because she confessed" is one sentence of two years."""
    out = list(events)
    for cut in events:
        given = next((i for i, e in enumerate(out) if _is_cut_at_once(scene, e, cut)), None) if cut.term is not None else None
        if given is not None:
            out[given] = replace(out[given], term=cut.term)
            out.remove(cut)
    return out


def _is_cut_at_once(scene: Scene, given: Custody, cut: Custody) -> bool:
    """True if the court that gives the length says right behind it to what it cuts it, and tells why."""
    term = given.term.span if given.term is not None else None
    if (given.type, cut.type) != (CustodyType.SENTENCED, CustodyType.SENTENCE_REDUCED) or given.persons != cut.persons or term is None:
        return False
    is_behind = _BEFORE_CUT.fullmatch(scene.text, term.stop, cut.trigger.start) is not None if term.stop <= cut.trigger.start else False
    return is_behind and _WHY_CUT.match(scene.text, cut.trigger.stop) is not None


_BEFORE_CUT: Final = re.compile(
    r"(?:\s(?:in|of)\s(?:prison|jail|custody|detention|imprisonment))?,\s(?:at once\s|immediately\s|already\s)?"
)
_WHY_CUT: Final = re.compile(
    r"\sto\s[^.,;:\n]{1,40}?\s(?:because|as|since|for|owing|thanks|on account|due|after)\b(?![^.;\n]*\b(?:appeal|appeals|later|president)\b)",
    re.IGNORECASE,
)


def _on_one_day(scene: Scene, events: Sequence[Custody], filled: Sequence[tuple[Custody, float]]) -> list[Custody]:
    """What one sentence tells of one verdict ("convicted X and sentenced her") has one day: of several, the likeliest. What a rule says (`events`) stands."""
    told: dict[tuple[int, tuple[str, ...]], list[int]] = {}
    for i, (before, (event, _)) in enumerate(zip(events, filled, strict=True)):
        if event.type in OF_ONE_VERDICT and before.date is None and event.date is not None:
            told.setdefault((_sentence_of(scene, event), event.persons), []).append(i)
    out = [_with_day_of_joined(scene, before, event, filled) for before, (event, _) in zip(events, filled, strict=True)]
    for together in told.values():
        day = out[max(together, key=lambda i: filled[i][1])].date
        for i in together:
            out[i] = replace(out[i], date=day)
    return out


def _with_charge_behind_fine(scene: Scene, events: Sequence[Custody]) -> list[Custody]:
    """The events; the prison term of "two years in prison and a fine on charges of fraud" is for the fraud as well."""
    fined = {(_sentence_of(scene, e), e.persons): e.charge for e in events if e.type is CustodyType.FINED and e.charge}
    bare = [e.type is CustodyType.SENTENCED and e.charge is None for e in events]
    return [replace(e, charge=fined.get((_sentence_of(scene, e), e.persons))) if b else e for e, b in zip(events, bare, strict=True)]


def _sentence_of(scene: Scene, event: Custody) -> int:
    """The number of the sentence in which the event is told."""
    return scene.units[scene.nearest(event.trigger.start)].sentence


def _with_day_of_joined(scene: Scene, before: Custody, event: Custody, filled: Sequence[tuple[Custody, float]]) -> Custody:
    """The event with the day that the rules gave it, where what is told of the same people in its sentence has that day: "jailed for a year and fined on Sunday"."""
    day = before.date
    if day is None or day.span is None or event.date is not None:
        return event
    between = range(event.trigger.stop, day.span.start)
    sentence = _sentence_of(scene, event)
    joined = (e for e, _ in filled if e.persons == event.persons and _sentence_of(scene, e) == sentence)
    return replace(event, date=day) if any(e.date == day and e.trigger.start in between for e in joined) else event


def _filled(fielding: Fielding, event: Custody, courts: Sequence[Span]) -> tuple[Custody, float]:
    """The event with its fields, and how likely its date is."""
    here = _own_fields(fielding.scene, event)
    date, share = _likeliest(
        "date", fielding, here, _own(fielding, event, _told_of(fielding, here, dates_for(fielding, here))), signs_of_dates
    )
    term, _ = _likeliest(
        "term", fielding, here, _own(fielding, event, _left_to_serve(fielding.scene, here, terms_for(fielding, here))), signs_of_terms
    )
    term = term or _length_of_row(fielding.scene, event)
    charge, _ = _likeliest("charge", fielding, here, _own(fielding, event, charges_for(fielding, here)), signs_of_charges)
    court = _court(fielding, here, courts) if here.authority is None else None
    authority = Authority(text=court) if court is not None else here.authority
    return replace(event, date=date, term=term, charge=charge, authority=authority), share


def _left_to_serve(scene: Scene, event: Custody, options: Sequence[Term | None]) -> Sequence[Term | None]:
    """The options without what is taken off: "cut the sentence by four months"."""
    if event.type is not CustodyType.SENTENCE_REDUCED or event.term is not None:
        return options
    return [t for t in options if t is None or t.span is None or not is_taken_off(scene, scene.nearest(t.span.start))]


def _length_of_row(scene: Scene, event: Custody) -> Term | None:
    """Of "Zarechin – three years for a sandal. Leontovich, puppeteer – 2.5": two and a half years, in the unit of the row before."""
    number = number_value(event.trigger.words(scene.text))
    if event.type is not CustodyType.SENTENCED or number is None or _COUNTS.match(scene.text, event.trigger.stop):
        return None
    before = [t for t in scene.terms if t.span is not None and event.trigger.start - _ROWS < t.span.stop <= event.trigger.start]
    unit = re.search(r"[YMD]", before[-1].iso) if before else None
    return of_units(number, unit[0], event.trigger) if unit is not None else None


_COUNTS: Final = re.compile(r"\s?-?(?!and\b|for\b|in\b|on\b|each\b)[a-z]")  # "74 lashes"
_ROWS: Final = 250  # characters back to the row that says the unit


def _is_of_another_item(scene: Scene, event: Custody, span: Span | None) -> bool:
    sentence = _sentence_of(scene, event)
    return span is not None and is_elsewhere(scene, sentence, span.start)


def _own_fields(scene: Scene, event: Custody) -> Custody:
    """The event without what another item of a digest tells: its day, its length, its charge, its court."""
    date = None if event.date is not None and _is_of_another_item(scene, event, event.date.span) else event.date
    term = None if event.term is not None and _is_of_another_item(scene, event, event.term.span) else event.term
    charge = None if event.charge is not None and _is_of_another_item(scene, event, event.charge.text) else event.charge
    authority = None if event.authority is not None and _is_of_another_item(scene, event, event.authority.text) else event.authority
    return replace(event, date=date, term=term, charge=charge, authority=authority)


def _own(fielding: Fielding, event: Custody, options: Sequence[Field]) -> Sequence[Field]:
    """The options without those of other items."""
    return [options[0], *(o for o in options[1:] if o is None or not _is_of_another_item(fielding.scene, event, _place_of(o)))]


def _place_of(field: object) -> Span | None:
    if isinstance(field, Charge):
        return field.text
    return field.span if isinstance(field, DateValue | Term) else None


def _told_of(fielding: Fielding, event: Custody, options: Sequence[DateValue | None]) -> Sequence[DateValue | None]:
    """The options without days that cannot be the event's: those to come, where it is told as a fact ("while postponing the others to July 18"),
    the day behind the verb before ("was charged on Thursday and sent to jail"), the day in front of the joined one ("was arrested and on 8 July sentenced"),
    the first day of a fast whose end is told, the day from which one is counted ("on 10 May, weeks after she was arrested"),
    the time since which things befall people, when that was done for which somebody is held,
    what is told of another case, and when the ruling was given that is upheld.
    """
    published = fielding.scene.document.source.published
    as_fact = published if event.realis in TOLD else None
    kept = [
        date
        for date in options
        if date is None
        or not (
            (as_fact is not None and _is_behind(date, as_fact))
            or _is_of_verb_before(fielding, event, date)
            or _is_of_verb_behind(fielding, event, date)
            or _is_when_it_began(fielding, event, date)
            or _is_of_what_it_is_counted_from(fielding, event, date)
            or _is_since_a_time(fielding.scene, date)
            or _is_of_the_deed(fielding.scene, event, date)
            or _is_of_another_case(fielding, event, date)
            or _is_of_ruling_below(fielding.scene.text, event, date)
        )
    ]
    if len(kept) == len(options):
        return options
    return kept if kept[:1] == options[:1] else [None, *(date for date in kept if date is not None)]


def _is_of_verb_before(fielding: Fielding, event: Custody, date: DateValue) -> bool:
    scene, trigger = fielding.scene, event.trigger
    if date.span is None or date.span.start > trigger.start:
        return False
    first = scene.units[scene.bounds[scene.units[scene.nearest(trigger.start)].sentence][0]].span.start
    before = [e for e in fielding.events if first <= e.trigger.start < date.span.start and not set(e.persons).isdisjoint(event.persons)]
    if not before or event.type in _ON_THE_SPOT or (event.type in OF_ONE_VERDICT and any(e.type in OF_ONE_VERDICT for e in before)):
        return False
    joined = any(trigger.start - m.end() < _NEXT_VERB for m in _JOINS.finditer(scene.text, date.span.stop, trigger.start))
    return joined and _OPENS.search(scene.text, first, date.span.start) is None


def _is_of_verb_behind(fielding: Fielding, event: Custody, date: DateValue) -> bool:
    """True for 8 July in "was arrested and on 8 July sentenced": right behind the event's word "and", right in front of another's."""
    text = fielding.scene.text
    if date.span is None or date.span.start < event.trigger.stop or _AND_ON.fullmatch(text, event.trigger.stop, date.span.start) is None:
        return False
    starts = {e.trigger.start for e in fielding.events}
    return bool(starts & {date.span.stop + len(m[0]) for m in (_NEXT.match(text, date.span.stop),) if m is not None})


def _is_when_it_began(fielding: Fielding, event: Custody, date: DateValue) -> bool:
    """True for June 11 in "ended the hunger strike that he began on June 11"."""
    if event.phase is not Phase.END or date.span is None or date.span.start < event.trigger.stop:
        return False
    return _BEGAN.search(fielding.scene.text, event.trigger.stop, date.span.start) is not None


def _is_of_what_it_is_counted_from(fielding: Fielding, event: Custody, date: DateValue) -> bool:
    """True for a day told before "weeks after X was jailed" or "was freed weeks later", or behind "ahead of the vote on": but for the one counted from it, and one with which it is told elsewhere."""
    scene = fielding.scene
    if date.span is None or (date == event.date and all(date.edtf != d.edtf for span, d in fielding.dated if span == date.span)):
        return False
    trigger = scene.nearest(event.trigger.start)
    if (
        near_to_day(scene, scene.nearest(event.trigger.stop - 1), date) is not None
        and _sentence_of(scene, event) == scene.units[scene.nearest(date.span.start)].sentence
    ):
        return True
    others = [scene.nearest(e.trigger.start) for e in fielding.told_near(event.trigger) if e.trigger != event.trigger]
    apart = event.trigger.start if is_told_later(scene, trigger) else counted_from(scene, without_verb(scene, trigger).first, others)
    if apart is None or date.span.start > apart:
        return False
    return scene.units[scene.nearest(date.span.start)].sentence == scene.units[trigger].sentence or not fielding.is_in_passage(
        event, date.span
    )


def _is_since_a_time(scene: Scene, date: DateValue) -> bool:
    """True for "since the February 2021 coup": since when things befall people is the day of none of them."""
    return date.span is not None and date.bound is Bound.SINCE and is_attributive(scene, scene.nearest(date.span.start))


def _is_of_the_deed(scene: Scene, event: Custody, date: DateValue) -> bool:
    """True for "fined for leading a strike in 2018", "jailed over an article she published on 3 April": when that was done for which somebody is held."""
    if date.span is None or date.span.start < event.trigger.stop or date.span.start - event.trigger.stop > _DEED:
        return False
    between = scene.text[event.trigger.stop : date.span.start]
    if _DEED_NAMED.search(between) is not None and is_attributive(scene, scene.nearest(date.span.start)):
        return True  # "held for coming to the 19 September hearing"
    return _DEED_OF_A_YEAR.search(between) is not None if len(date.edtf) == len("2018") else _DEED_TOLD.search(between) is not None


def _is_of_ruling_below(text: str, event: Custody, date: DateValue) -> bool:
    """True for the March of "upheld the term given by the Leninsk Court in March", "upheld the verdict of 3 March"."""
    if event.type is not CustodyType.APPEAL_REJECTED or date.span is None or not 0 < date.span.start - event.trigger.stop < _DEED:
        return False
    return _RULED_BELOW.search(text[event.trigger.stop : date.span.start]) is not None


_RULED_BELOW: Final = re.compile(
    r"\b(?:given|handed down|handed to|passed|issued|imposed|delivered|pronounced)\b[^.;:\n]*$|\b(?:verdict|ruling|sentence|decision|judge?ment)s?\s(?:of|from)\s[^.;:,\n]*$"
)


def _is_of_another_case(fielding: Fielding, event: Custody, date: DateValue) -> bool:
    """True for the day of the sentence before "In another case, X was jailed", "Earlier, X was jailed", unless X's own case is told with it."""
    scene = fielding.scene
    if date.span is None or date.span.start > event.trigger.start or fielding.is_in_passage(event, date.span):
        return False
    sentence = scene.document.sentences[_sentence_of(scene, event)].span
    if date.span.start > sentence.start:
        return False
    stop = min(sentence.stop, event.trigger.stop + _DEED)
    return _TOLD_APART.match(scene.text, sentence.start) is not None or _ANOTHER_CASE.search(scene.text, sentence.start, stop) is not None


_TOLD_APART: Final = re.compile(r"(?:Separately|Elsewhere|Previously|Earlier|Last year|The year before)\b")
_ANOTHER_CASE: Final = re.compile(
    r"\b[Ii]n (?:another|a separate|a different|an earlier|an unrelated|a previous|a second) (?:case|trial|incident|court|hearing)\b|\bby another court\b"
)
_DEED: Final = 160  # characters in which the deed is told
_FOR_WHAT: Final = r"(?:^|\s)(?:for|over|about)\s(?:allegedly\s)?"
_DEED_OF_A_YEAR: Final = re.compile(
    _FOR_WHAT + r"(?:(?:having|\w+ing)|(?:an?|the|her|his|their)\s\w+)\s(?:(?!\b(?:and|after|when)\b)[^.;:\n])*\sin\s$"
)
_DEED_NAMED: Final = re.compile(_FOR_WHAT + r"(?:having\s)?\w+ing\s[^.;:,\n]*$")
_DEED_TOLD: Final = re.compile(
    _FOR_WHAT
    + r"(?:an?|the|two|three|several|some)?\s?(?:[\w-]+\s){1,4}?(?:(?:that|which)\s)?(?:he|she|they)\s(?:had\s|allegedly\s)?\w+(?:(?!\b(?:and|after|when)\b)[^.;:,\n])*\s(?:on|in)\s$"
)
_BEGAN: Final = re.compile(
    r"\b(?:he|she|they|which|that)\s(?:(?:had|has|first)\s)?(?:began|begun|started|launched|declared|announced|went on)\b[^,;.]{0,30}$"
)
_AND_ON: Final = re.compile(r",?\s(?:and|but)(?:\sthen)?,?\s(?:on|in|at|by)\s(?:the\s)?")
_NEXT: Final = re.compile(r",?\s(?:(?:was|were|also|again)\s)*")
# "was summoned on Monday and kept": on Monday, as thirty-four of forty-six texts to learn from have it; of what else is told second one in three is.
_ON_THE_SPOT: Final = SEIZED | {CustodyType.FINED, CustodyType.DEPORTED, CustodyType.SEARCHED, CustodyType.BANNED_FROM_OFFICE}
_JOINS: Final = re.compile(r";\s|\s(?:and|who)\s")
_NEXT_VERB: Final = 60  # characters from "and" to the verb that it joins, a name between them
_OPENS: Final = re.compile(
    r"(?:[,;(—–:]|\b(?:and|but|then|that|when|where|who))\s(?:(?:only|later|finally|already|again|then)\s)?(?:(?:on|in|at|since|by|early|late|the|of|night|morning|evening|from)\s)*$",
    re.IGNORECASE,
)


def _is_behind(date: DateValue, published: str) -> bool:
    """True if the date, as far as both are told, is later than the page by more than the day that an outlet's clock may be behind."""
    if not (_WHOLE.fullmatch(date.edtf) and _WHOLE.fullmatch(published)) or len(date.edtf) > len(published):
        return False
    if len(date.edtf) == len("2025-07-18"):
        return dt.date.fromisoformat(date.edtf) > dt.date.fromisoformat(published) + dt.timedelta(days=1)
    return date.edtf > published[: len(date.edtf)]


_WHOLE: Final = re.compile(r"[12]\d{3}(-\d\d(-\d\d)?)?")


def _likeliest(
    question: str,
    fielding: Fielding,
    event: Custody,
    options: Sequence[Field],
    signs_of: Callable[[Fielding, Custody, Sequence[Field]], Sequence[Signs]],
) -> tuple[Field, float]:
    """The likeliest of the options with its share, if it is as likely as its bar, or far likelier than none; the first, which is what the rules say, unless another is likelier by RATHER."""
    if len(options) == 1:
        return options[0], 1.0
    shares = likelihoods(question, signs_of(fielding, event, options))
    told = [i for i, option in enumerate(options) if option is not None]
    best = max(told, key=lambda i: shares[i])
    chosen = 0 if options[0] is not None and shares[best] < shares[0] + RATHER else best
    none = next(i for i, option in enumerate(options) if option is None)
    enough = shares[chosen] >= BARS[question][chosen > 0 or options[0] is None] or shares[chosen] >= OVER_NONE * shares[none]
    chosen = chosen if enough else none
    return options[chosen], shares[chosen]


def _court(fielding: Fielding, event: Custody, courts: Sequence[Span]) -> Span | None:
    """The court that the encoder ties to the event most surely, if that is sure enough."""
    text = fielding.scene.text
    near = [c for c in courts if c.gap(event.trigger) < REACH and not _is_of_another_item(fielding.scene, event, c)]
    near = [
        c for c in near if not is_still_to_hear(text, c) and not (event.type is CustodyType.APPEAL_REJECTED and is_court_below(text, c))
    ]
    if not near:
        return None
    scores = fielding.signals.pair_scores("authority", event.trigger, near)
    best = int(scores.argmax())
    if scores[best] < TIED or near[best].words(text).lower() in _NO_BODY:
        return None
    if (dangling := _DANGLING.search(near[best].words(text))) is not None:
        return Span(near[best].start, near[best].start + dangling.start())
    cut = _CUT_OFF.match(text, near[best].stop)
    return Span(near[best].start, cut.end()) if cut is not None and len(near[best].words(text).split()) < _FEW else near[best]


_DANGLING: Final = re.compile(r"(?<=\w)\s(?:in|of|for|on|at|and|the)$")
# What goes on naming a body of which the encoder saw two words: "the Maduro" of "the Maduro regime", "the Ankara" of "the Ankara Chief Prosecutor's Office".
_CUT_OFF: Final = re.compile(
    r"(?:\s(?!\w+day\b|(?:Jan|Febr)uary|March|April|May|June|July|August|(?:Septem|Octo|Novem|Decem)ber)[A-Z][\w\-]*(?:[’']s?)?)*(?:\s(?:regime|government|administration|authorities|court|tribunal|police|judge))?"
)
_FEW: Final = 3
_NO_BODY: Final = frozenset({"a", "an", "the", "another", "supreme", "high", "state"})  # the first word of a court's name, and nothing more
