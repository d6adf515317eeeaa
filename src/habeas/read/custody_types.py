"""Of which type is an event: what do the words around a phrase make of "arrested", "jailed" and "remanded"?"""

from __future__ import annotations

from itertools import pairwise
from typing import Final

from habeas.case.dates import Term
from habeas.case.vocabulary import CustodyType, EntityKind
from habeas.languages.english import ENGLISH
from habeas.read.custody_candidates import Candidate
from habeas.read.custody_needs import court_acts, is_short
from habeas.read.event_dates import clause_end
from habeas.read.event_terms import term_of
from habeas.read.grammar import words_of
from habeas.read.scene import Scene, UnitKind
from habeas.read.verb_groups import Voice, is_finite

_LONGEST_ADMINISTRATIVE: Final = 45  # days; whoever is "arrested for" longer awaits a trial


def decide_type(scene: Scene, candidate: Candidate) -> CustodyType:
    """The type that the words around give: "arrested for four months" is a remand, "for 30 days" an administrative sentence."""
    if candidate.type is CustodyType.REMANDED:
        return _of_remand(scene, candidate)
    if candidate.type is CustodyType.SENTENCE_REDUCED and _makes_it_real(scene, candidate):
        return CustodyType.SENTENCED
    is_handed_over = candidate.type is CustodyType.RELEASED and candidate.hit.phrase.words.startswith("^hand over")
    if is_handed_over and _goes_to_a_power(scene, candidate):
        return CustodyType.TRANSFERRED
    if candidate.hit.phrase.frame == "noun":
        return candidate.type  # "two weeks after her arrest; since July in pre-trial detention"
    if candidate.type is CustodyType.SENTENCED and (other := _of_jailing(scene, candidate)) is not None:
        return other
    if candidate.type in (CustodyType.ARRESTED, CustodyType.DETAINED, CustodyType.SENTENCED):
        return _of_arrest(scene, candidate)
    return candidate.type


def _of_remand(scene: Scene, candidate: Candidate) -> CustodyType:
    """ "Ordered 15 days of administrative arrest" is a sentence, "remanded for a further month" and "further remanded" an extension."""
    last = candidate.hit.last
    further = [u.low for u in scene.units[last + 1 : last + 4]]
    if scene.units[last].low in ("arrest", "detention") and last and scene.units[last - 1].low == "administrative":
        return CustodyType.SENTENCED
    if _is_by_decree(scene, candidate):
        return CustodyType.DETAINED
    more = further[:2] in (["for", "a"], ["for", "another"]) and any(w in ("further", "additional", "another") for w in further)
    more = more or _is_for_more(scene, candidate)
    more = more or any(u.low in ("further", "again") for u in scene.units[max(0, candidate.hit.first - 1) : candidate.hit.first])
    return CustodyType.DETENTION_EXTENDED if more else candidate.type


def _is_prolonged_later(scene: Scene, candidate: Candidate) -> bool:
    """True for "was given two months initially, and the term was prolonged by three": what a court extends is no sentence."""
    if not candidate.hit.phrase.words.startswith(("^give", "^hand")):
        return False
    term = term_of(scene, candidate.hit.first, candidate.hit.last, (), CustodyType.SENTENCED)
    behind = scene.units[candidate.hit.last + 1 : scene.bounds[scene.units[candidate.trigger].sentence][1]]
    prolonged = any(u.low in ("prolonged", "extended", "renewed") for u in behind)
    return prolonged and candidate.group.voice is Voice.PASSIVE and term is not None and is_short(term)


_UNTRIED: Final = (["without", "charge"], ["without", "charges"], ["without", "trial"])


def _is_for_more(scene: Scene, candidate: Candidate) -> bool:
    """True for "ordered on Tuesday three more months": a length that comes on top of another."""
    stop = scene.bounds[scene.units[candidate.trigger].sentence][1]
    term = next((u for u in scene.units[candidate.trigger + 1 : min(stop, candidate.trigger + 6)] if u.kind is UnitKind.TERM), None)
    return term is not None and not _MORE.isdisjoint(term.low.split()) and "Y" not in scene.terms[term.place].iso


_MORE: Final = ENGLISH.group("custody_types.more")


def _makes_it_real(scene: Scene, candidate: Candidate) -> bool:
    """True for "replaced the suspended term with a real one": no milder sentence, but the first that has to be served."""
    words = [u.low for u in scene.units[candidate.hit.first : candidate.hit.last + 7]]
    last = candidate.hit.last - candidate.hit.first
    return not _ONLY_ON_PAPER.isdisjoint(words[:last]) and not _TO_BE_SERVED.isdisjoint(words[last:])


_ONLY_ON_PAPER: Final = ENGLISH.group("custody_types.only_on_paper")
_TO_BE_SERVED: Final = ENGLISH.group("custody_types.to_be_served")


def _of_jailing(scene: Scene, candidate: Candidate) -> CustodyType | None:
    """What "jailed", "imprisoned" and "locked up" tell where they tell no sentence; None where they do."""
    behind = scene.units[candidate.hit.last + 1 : candidate.hit.last + 2]
    if any(u.low.split()[0] == "since" for u in behind):
        return CustodyType.DETAINED  # "jailed since 2019"
    if [u.low for u in scene.units[candidate.hit.last + 1 : candidate.hit.last + 3]] in _UNTRIED:
        return CustodyType.DETAINED  # "jailed without charge"
    if _is_let_out_again(scene, candidate):
        return CustodyType.DETAINED  # "jailed in 2019 and freed the next year"
    if _is_before_any_verdict(scene, candidate):
        return CustodyType.DETAINED  # "jailed in August on charges of incitement"
    if _is_held_without_trial(scene, candidate):
        return CustodyType.REMANDED  # "gave him six months without charge"
    if _is_only_locked_up(scene, candidate):
        return CustodyType.REMANDED if court_acts(scene, candidate.group) else CustodyType.DETAINED
    if _is_prolonged_later(scene, candidate):
        return CustodyType.REMANDED
    if candidate.hit.phrase.words.startswith(("^lock", "^put away")):
        short = term_of(scene, candidate.hit.first, candidate.hit.last, (), CustodyType.SENTENCED)
        if short is not None and "M" in short.iso and is_short(short):
            return CustodyType.REMANDED  # "locked up for two months"
    return None


def _is_held_without_trial(scene: Scene, candidate: Candidate) -> bool:
    """True for "six months without charge", "of administrative detention without trial": months that no judgment has given."""
    last = candidate.hit.last
    behind = scene.units[last + 1 : min(scene.bounds[scene.units[last].sentence][1], last + _CLAUSE)]
    term = next((i for i, u in enumerate(behind) if u.kind is UnitKind.TERM), None)
    if term is None or not scene.terms[behind[term].place].iso.endswith("M"):
        return False
    lows = [u.low for u in behind[term + 1 :]]
    without = any(pair in (("without", "charge"), ("without", "charges"), ("without", "trial")) for pair in pairwise(lows))
    return without or lows[:3] in (["of", "administrative", "detention"], ["in", "administrative", "detention"])


def _is_only_locked_up(scene: Scene, candidate: Candidate) -> bool:
    """True for "was jailed in March", "a judge jailed him the next day" below the headline, in a text that says of no length or verdict beside it."""
    last = candidate.hit.last
    sentence = scene.units[last].sentence
    if sentence == 0 or candidate.hit.phrase.words not in _JAILING:
        return False
    first, stop = scene.bounds[sentence]
    units = scene.units[first:stop]
    if any(u.kind is UnitKind.TERM or not _VERDICTS.isdisjoint(u.low.split()) for u in units):
        return False
    is_dated = any(u.kind is UnitKind.DATE for u in units)
    if candidate.group.voice is Voice.ACTIVE:
        return court_acts(scene, candidate.group) and all("Y" not in t.iso for t in scene.terms)
    return is_dated and candidate.group.voice in _DONE_TO


_CLAUSE: Final = 14  # units behind the verb
_JAILING: Final = ("^jail", "^jail for", "^imprison")
_VERDICTS: Final = ENGLISH.group("custody_types.verdicts")


def _of_arrest(scene: Scene, candidate: Candidate) -> CustodyType:
    """What "arrested", "detained" and "jailed" tell by who does it, for how long and until when."""
    type_, group = candidate.type, candidate.group
    nearby = _next_verbs(scene, candidate.hit.last)
    term = term_of(scene, candidate.hit.first, candidate.hit.last, nearby, type_)
    words = scene.words(candidate.hit.first, clause_end(scene, candidate.hit.last, nearby)).lower()
    by_court = court_acts(scene, group)
    if type_ is CustodyType.ARRESTED and by_court and group.voice is Voice.ACTIVE:
        return CustodyType.SENTENCED if term is not None and _is_of_days(term) else CustodyType.REMANDED
    if type_ is CustodyType.ARRESTED and by_court and (group.voice in _DONE_TO or "under" in candidate.hit.phrase.words):
        return CustodyType.REMANDED  # "was detained on Monday and arrested by the 5th Criminal Judgeship of Peace"
    if type_ is CustodyType.DETAINED and by_court and "into custody" in words:
        return CustodyType.REMANDED
    if any(w in words for w in ("pending", "pre-trial", "pretrial", "before trial")):
        return CustodyType.REMANDED if term or type_ is CustodyType.SENTENCED or "court" in words else type_
    if term is None or type_ is CustodyType.SENTENCED or "Y" in term.iso:
        return type_
    if type_ is CustodyType.ARRESTED and "T" in term.iso:
        return CustodyType.DETAINED
    if type_ is CustodyType.ARRESTED:
        is_short_term = _is_of_days(term) and int(term.iso[1:-1]) <= _LONGEST_ADMINISTRATIVE
        return CustodyType.SENTENCED if is_short_term else CustodyType.REMANDED
    lasts = "been" in group.helpers and not by_court  # "has been detained for seven months": no order
    return CustodyType.REMANDED if "M" in term.iso and not lasts else type_


_DONE_TO: Final = (Voice.PASSIVE, Voice.REDUCED)


def _is_of_days(term: Term) -> bool:
    """True for "arrested for 15 days": an administrative sentence."""
    return term.iso.endswith("D") and "M" not in term.iso


def _is_by_decree(scene: Scene, candidate: Candidate) -> bool:
    """True for "placed in preventive detention under the Public Safety Act": an order of the administration, no court's."""
    last = candidate.hit.last
    behind = [u.low for u in scene.units[last + 1 : last + 7]]
    acts = any(w in ("act", "ordinance") or w.endswith(" act") for w in behind)
    return "preventive" in {scene.units[i].low for i in candidate.hit.units} and behind[:1] == ["under"] and acts


def _is_before_any_verdict(scene: Scene, candidate: Candidate) -> bool:
    """True for "jailed on charges of", "imprisoned on suspicion of", where no length is told."""
    if not candidate.hit.phrase.words.startswith(("^jail", "^imprison")):
        return False
    last = candidate.hit.last
    behind = [u.low for u in scene.units[last + 1 : min(scene.bounds[scene.units[last].sentence][1], last + 7)]]
    accused = any(w in ("charges", "charge", "suspicion", "accusations") for w in behind) and "on" in behind
    return accused and term_of(scene, candidate.hit.first, last, (), CustodyType.SENTENCED) is None


def _goes_to_a_power(scene: Scene, candidate: Candidate) -> bool:
    """True for "handed over to Angola", "to the military": another holds them now; "to the Georgian side" and "to her family" is freedom."""
    last = candidate.hit.last
    stop = min(scene.bounds[scene.units[last].sentence][1], last + 4)
    words = words_of(scene.language, "agent", "person_nouns") | {"military", "army", "custody", "gendarmerie", "authorities"}
    if any(not words.isdisjoint(u.low.split()) for u in scene.units[last + 1 : stop]):
        return True
    after = scene.units[last + 1] if last + 1 < stop else None
    return after is not None and after.of >= 0 and scene.entities[after.of].kind in (EntityKind.PLACE, EntityKind.GOVERNMENT)


def _is_let_out_again(scene: Scene, candidate: Candidate) -> bool:
    """True for "jailed in 2019 for a sit-in, freed the next year": no length is told, and the same sentence tells the end."""
    if candidate.hit.phrase.words not in ("^jail", "^jail for", "^imprison"):
        return False
    last = candidate.hit.last
    stop = scene.bounds[scene.units[last].sentence][1]
    end = next((i for i in range(last + 1, stop) if scene.units[i].low in ("freed", "released", "pardoned", "bailed", "acquitted")), None)
    return end is not None and all(scene.units[i].kind is not UnitKind.TERM and scene.units[i].low != ";" for i in range(last + 1, end))


def _next_verbs(scene: Scene, last: int) -> list[int]:
    """Units after the trigger where another verb of the sentence begins."""
    stop = scene.bounds[scene.units[last].sentence][1]
    joined = [
        i
        for i in range(last + 2, stop)
        if (scene.units[i].low.endswith("ed") or scene.has(scene.units[i], "participle"))
        and any(scene.has(scene.units[j], "conjunction") or scene.units[j].low == "," for j in range(max(last + 1, i - 4), i))
    ]
    return joined + [i for i in range(last + 1, stop) if is_finite(scene, i)]
