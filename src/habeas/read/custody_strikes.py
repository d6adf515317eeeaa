"""What strikes a custody event out, though its phrase stands there: nobody is meant, or something else?"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from itertools import pairwise
from typing import Final

from habeas.case.vocabulary import CustodyType, MentionForm
from habeas.languages.english import ENGLISH
from habeas.read.cast import ALL_BUT_SOME, Cast, is_never_held
from habeas.read.clauses import find_subject
from habeas.read.custody_candidates import RELIEF, Candidate
from habeas.read.custody_needs import speaks_of
from habeas.read.for_whose_sake import fast_in_freedom
from habeas.read.grammar import words_of
from habeas.read.noun_groups import is_person_noun
from habeas.read.numbers import number_value
from habeas.read.other_senses import (
    awaits_a_trial,
    befalls_an_image,
    ends_something_else,
    is_a_bail_plea,
    is_flown_out,
    is_no_blow,
    is_what_was_asked,
    keeps_a_measure,
    moves_by_oneself,
    strikes_a_judgment_down,
)
from habeas.read.roll_calls import heads_list, names_of_those
from habeas.read.scene import Scene, UnitKind, once_a_scene
from habeas.read.verb_groups import Voice, is_finite


def happens_to_a_thing(cast: Cast, candidate: Candidate) -> bool:
    """ "released a film", "arrests the slide", "freed up funds": a verb about people, and no person is meant."""
    return not candidate.who.is_someone


def befalls_a_nameless_relative(cast: Cast, candidate: Candidate) -> bool:
    """ "Her 27-year-old brother was detained": somebody's relative whom the text does not name, and no case of ours."""
    return candidate.who.how == "somebody's relative" and not candidate.who.persons


def befalls_somebody_of_theirs(cast: Cast, candidate: Candidate) -> bool:
    """ "A channel whose founder has been jailed": somebody whom the text does not name, whoever else is named there."""
    scene, group = cast.scene, candidate.group
    first = scene.bounds[scene.units[group.anchor].sentence][0]
    if group.voice is not Voice.PASSIVE:
        return False
    for i in range(group.first - 1, max(first, group.first - _OWNED) - 1, -1):
        unit = scene.units[i]
        if unit.low == "whose":
            return i < group.first - 1 and is_person_noun(scene, scene.units[group.first - 1])
        if unit.kind is UnitKind.MARK or is_finite(scene, i) or unit.form is MentionForm.NAME:
            return False
    return False


_OWNED: Final = 5  # units from "whose" to the verb


def fasts_in_freedom(cast: Cast, candidate: Candidate) -> bool:
    """ "The Unity Party began a hunger strike for X", "the mother of X": whoever fasts, it is not in custody."""
    return fast_in_freedom(cast.scene, candidate)


def goes_back_to_prison(scene: Scene, candidate: Candidate) -> bool:
    """True for "was returned to jail": from house arrest or a clinic back to a cell."""
    is_passive = not words_of(scene.language, "be").isdisjoint(candidate.group.helpers)
    return is_passive and scene.units[candidate.group.anchor].low == "returned" and goes_to_prison(scene, candidate)


def goes_to_prison(scene: Scene, candidate: Candidate) -> bool:
    """True for "was returned yesterday to preventive prison", "is back in custody": nobody is freed by that."""
    first = candidate.hit.first + 1
    stop = min(scene.bounds[scene.units[candidate.hit.first].sentence][1], first + _TO_PRISON)
    stop = next((i for i in range(first, stop) if scene.units[i].kind is UnitKind.MARK), stop)
    to = next((i for i in range(first, stop) if _leads_in(scene, i)), stop)
    for unit in scene.units[to + 1 : min(stop, to + 4)]:
        if not _LOCKED_UP.isdisjoint(unit.low.split()):
            return True
        if scene.has(unit, "preposition") or unit.low == "leave":
            return False
    return False


def _leads_in(scene: Scene, i: int) -> bool:
    """True for "to", "into", "behind" and for the "in" of "back in"."""
    return scene.units[i].low in ("to", "into", "behind") or (scene.units[i].low == "in" and scene.units[i - 1].low == "back")


_TO_PRISON: Final = 9  # units from the verb to the prison's noun
_LOCKED_UP: Final = ENGLISH.group("custody_strikes.locked_up")


def is_freed_of_charges(cast: Cast, candidate: Candidate) -> bool:
    """ "Freed of all charges": acquitted, which another phrase tells."""
    if candidate.type is not CustodyType.RELEASED:
        return False
    scene, stop = cast.scene, cast.scene.bounds[cast.scene.units[candidate.trigger].sentence][1]
    lows = [u.low for u in scene.units[candidate.hit.first + 1 : min(stop, candidate.hit.first + _OF_CHARGES)]]
    return any(
        a == "of" and b in ("all", "the", "any") and c in ("charges", "charge") for a, b, c in zip(lows, lows[1:], lows[2:], strict=False)
    )


_OF_CHARGES: Final = 9  # units from the verb on


def is_punished_in_prison(cast: Cast, candidate: Candidate) -> bool:
    """ "Guards sent X to a punishment cell", "spent ten days in solitary confinement": who is there is in prison already, and nobody takes or sentences him."""
    reach = _TO_THE_CELL.get(candidate.type)
    return reach is not None and names_punishment_cell(cast.scene, candidate, reach)


def names_punishment_cell(scene: Scene, candidate: Candidate, reach: int = 1) -> bool:
    """True if "punishment cell", "solitary confinement" or the like stands in the words of the event, or within so many units behind them."""
    stop = scene.bounds[scene.units[candidate.trigger].sentence][1]
    lows = [u.low for u in scene.units[candidate.hit.first : min(stop, candidate.hit.last + reach)]]
    return any(a in _OF_PUNISHMENT and b in _CELLS for a, b in pairwise(lows))


_TO_THE_CELL: Final = {  # units behind the phrase
    CustodyType.REMANDED: 9, CustodyType.SENTENCED: 9, CustodyType.HOUSE_ARREST: 9, CustodyType.DETAINED: 4,
}  # fmt: skip
_OF_PUNISHMENT: Final = ENGLISH.group("custody_strikes.of_punishment")
_CELLS: Final = ENGLISH.group("custody_strikes.cells")


def is_meted_out_by_jailers(cast: Cast, candidate: Candidate) -> bool:
    """ "Prison authorities meted out the same punishment to X": guards sentence nobody."""
    if candidate.type is not CustodyType.SENTENCED or candidate.group.voice is not Voice.ACTIVE:
        return False
    scene, subject = cast.scene, find_subject(cast.scene, candidate.group)
    words = [w for u in scene.units[subject.first : subject.stop] for w in u.low.split()]
    return not _JAILERS.isdisjoint(words) or any(a in _PRISONS and b in _OF_PRISONS for a, b in pairwise(words))


_JAILERS: Final = ENGLISH.group("custody_strikes.jailers")
_PRISONS: Final = frozenset({"prison", "jail", "colony"})
_OF_PRISONS: Final = ENGLISH.group("custody_strikes.of_prisons")


def is_not_let_out(cast: Cast, candidate: Candidate) -> bool:
    """ "Was released on house arrest", "released X into house arrest", "was returned to prison": nobody is free."""
    scene, last = cast.scene, candidate.hit.last
    if candidate.type is CustodyType.RELEASED and goes_back_to_prison(scene, candidate):
        return True
    stop = scene.bounds[scene.units[candidate.trigger].sentence][1]
    lows = [u.low for u in scene.units[last + 1 : min(stop, last + _TO_THE_HOUSE)]]
    places = [i for i, pair in enumerate(pairwise(lows)) if pair == ("house", "arrest")]
    return candidate.type is CustodyType.RELEASED and any(i and lows[i - 1] in ("on", "to", "into", "under") for i in places)


_TO_THE_HOUSE: Final = 6  # units behind the phrase: "released X on house arrest"


def is_where_a_fast_goes_on(cast: Cast, candidate: Candidate) -> bool:
    """ "On hunger strike in prison since Monday": the day is that of the fast, and no detention is told."""
    first = candidate.hit.first
    before = cast.scene.units[first - 1] if first > cast.scene.bounds[cast.scene.units[first].sentence][0] else None
    return candidate.type is CustodyType.DETAINED and before is not None and before.low in ("strike", "strikes", "fast")


def befalls_the_bench(cast: Cast, candidate: Candidate) -> bool:
    """A judge or prosecutor whom the words seem to meet: it is they who act."""
    roles = [set(cast.scene.entities[p].roles) for p in candidate.who.persons]
    if candidate.who.how in ("named", "mention", "pronoun") and candidate.group.voice is Voice.PASSIVE:
        return False  # "the former prosecutor X … She was arrested"
    return bool(roles) and all(r & {"judge", "prosecutor"} for r in roles) and not any("detainee" in r for r in roles)


def is_generic(cast: Cast, candidate: Candidate) -> bool:
    """ "all who were arbitrarily detained", "those arrested", "anyone convicted of": whoever it befell, not an event."""
    scene = cast.scene
    lows = [scene.units[j].low for j in range(max(0, candidate.group.first - 3), candidate.group.first)]
    relative = any(w in ("who", "that") for w in lows)
    first = candidate.hit.first
    if candidate.who.persons and (names_of_those(scene, first, candidate.hit.last) is not None or heads_list(scene, first)):
        return False  # "Among those detained is X"
    if candidate.who.count is not None and "of" in lows:
        return False  # "fifty-two of those held were released"
    some = [scene.units[j].low for j in range(max(0, candidate.group.first - 4), candidate.group.first)]
    if candidate.group.voice is Voice.REDUCED and "of" in some and any(w in ("many", "most", "some") for w in some):
        return True  # "100 prisoners, many of them jailed under the protest law"
    return any(w in ("anyone", "whoever", "everyone", "those", "people", "all", "everybody") for w in lows) and (
        relative or "those" in lows
    )


def is_only_a_status(cast: Cast, candidate: Candidate) -> bool:
    """ "Melia is charged with inciting violence": what somebody faces, not the charging, unless a day is given."""
    if candidate.type is not CustodyType.CHARGED or not candidate.group.helpers or not set(candidate.group.helpers) <= {"is", "are"}:
        return False
    scene, last = cast.scene, candidate.hit.last
    near = scene.units[candidate.group.first : last + 6]
    is_under = "under" in {scene.units[i].low for i in candidate.hit.units}
    return not is_under and not any(u.kind in (UnitKind.DATE, UnitKind.ARTICLE) for u in near)


def befalls_it(cast: Cast, candidate: Candidate) -> bool:
    """ "It was later released by a clerk": a thing; "it is appointed 17 years" is said of nobody."""
    scene, group = cast.scene, candidate.group
    if group.voice is Voice.ACTIVE and [u.low for u in scene.units[candidate.hit.last + 1 : candidate.hit.last + 2]] == ["it"]:
        return True  # "she freed it from debt"
    if group.voice is not Voice.PASSIVE or candidate.type is CustodyType.SENTENCED or group.first == 0:
        return False
    if candidate.hit.phrase.frame == "matter":
        return False  # "it was cut to four": the term
    before = scene.units[group.first - 1]
    return before.low == "it" and before.sentence == scene.units[group.anchor].sentence


def befalls_a_thing(cast: Cast, candidate: Candidate) -> bool:
    """ "Two jets were detained at the airport", "took away two motorbikes and a laptop": what stands right beside the verb is no person."""
    scene, group = cast.scene, candidate.group
    if group.voice is Voice.ACTIVE and candidate.type is CustodyType.DETAINED:
        return _takes_a_thing(scene, candidate.hit.last + 1)
    if group.voice not in (Voice.PASSIVE, Voice.REDUCED) or group.first == 0 or candidate.hit.phrase.frame == "matter":
        return False
    before = scene.units[group.first - 1]
    return before.sentence == scene.units[group.anchor].sentence and before.low in words_of(scene.language, "thing", "settings")


def is_made_public(cast: Cast, candidate: Candidate) -> bool:
    """ "In photos of the courtroom released Friday", "the report on X, released on Thursday": what is released stands before "of" and "on"."""
    scene, group = cast.scene, candidate.group
    if (
        candidate.type is not CustodyType.RELEASED
        or group.voice not in (Voice.PASSIVE, Voice.REDUCED)
        or scene.units[group.anchor].low != "released"
    ):
        return False
    issued, start = words_of(scene.language, "issued", "settings"), scene.bounds[scene.units[group.anchor].sentence][0]
    for i in range(group.first - 1, max(start, group.first - _NOUN_GROUP) - 1, -1):
        unit = scene.units[i]
        if unit.low in issued:
            return i + 1 == group.first or scene.units[i + 1].low in _ABOUT
        if is_finite(scene, i) or (unit.kind is UnitKind.MARK and not (unit.low == "," and i == group.first - 1)):
            return False
    return False


_ABOUT: Final = frozenset({"of", "on", "about", "by", "against", "from", "with", "showing", "in", ","})
_NOUN_GROUP: Final = 9  # units from a noun to the participle behind what it is of


def _takes_a_thing(scene: Scene, first: int) -> bool:
    """True if the object that begins at unit `first` is a thing, and no person stands before its noun."""
    things = words_of(scene.language, "thing", "settings")
    stop = scene.bounds[scene.units[first - 1].sentence][1]
    for i, unit in enumerate(scene.units[first : min(first + 5, stop)], first):
        if unit.low in things:
            return not any(is_person_noun(scene, u) for u in scene.units[i + 1 : min(i + 7, stop)])  # "took the laptop and her son"
        if unit.kind is not UnitKind.WORD or scene.has(unit, "preposition") or unit.low in ("him", "her", "them", "me", "us", "people"):
            return False
    return False


def is_of_nothing(cast: Cast, candidate: Candidate) -> bool:
    """ "Convicted of nothing", "charged with no crime"."""
    scene, last = cast.scene, candidate.hit.last
    behind = [u.low for u in scene.units[last + 1 : last + 3]]
    return behind[:2] == ["of", "nothing"] or (scene.units[last].low == "with" and behind[:1] in (["nothing"], ["no"]))


def is_kept_in_bed(cast: Cast, candidate: Candidate) -> bool:
    """ "Detained in hospital overnight": held by doctors."""
    behind = [u.low for u in cast.scene.units[candidate.hit.last + 1 : candidate.hit.last + 3]]
    return candidate.type is CustodyType.DETAINED and behind == ["in", "hospital"]


def is_dismissed_as(cast: Cast, candidate: Candidate) -> bool:
    """ "A spokesman dismissed their appeal as an attempt to interfere": an answer to critics, no ruling."""
    scene, last = cast.scene, candidate.hit.last
    if candidate.type is not CustodyType.APPEAL_REJECTED or candidate.group.voice is not Voice.ACTIVE:
        return False
    stop = min(scene.bounds[scene.units[last].sentence][1], last + 6)
    at = next((i for i in range(last + 1, stop) if scene.units[i].low == "as"), None)
    if at is None or at + 1 >= stop or _of_form(scene, at + 1):
        return False
    return at == last + 1 or scene.units[at + 1].low in ("a", "an", "another", "“", '"')


def is_a_sum(cast: Cast, candidate: Candidate) -> bool:
    """ "In all 31,400 people were arrested during the year": a sum; so many are only freed at once."""
    many = candidate.who.count is not None and candidate.who.count >= _SUM
    if "been" in candidate.group.helpers and any(
        u.low.split()[0] == "since" for u in cast.scene.units[candidate.hit.last + 1 : candidate.hit.last + 2]
    ):
        return False  # "10,000 people have been arrested since the coup"
    return many and candidate.type not in (CustodyType.RELEASED, CustodyType.PARDONED, CustodyType.SENTENCE_REDUCED)


_SUM: Final = 5000  # people: no single operation of which the press tells arrests so many


def keeps_an_acquittal(cast: Cast, candidate: Candidate) -> bool:
    """ "The court upheld the acquittal of X": the appeal was not theirs."""
    behind = cast.scene.units[candidate.hit.last + 1 : candidate.hit.last + 4]
    return candidate.type is CustodyType.APPEAL_REJECTED and any(u.low in ("acquittal", "acquittals") for u in behind)


def has_been_ever_since(cast: Cast, candidate: Candidate) -> bool:
    """ "She was arrested on 7 February. She has been in the city jail since": a state that the event before began, without a day of its own."""
    scene, last = cast.scene, candidate.hit.last
    if candidate.type is not CustodyType.DETAINED or scene.units[last].low != "since":
        return False
    stop = scene.bounds[scene.units[last].sentence][1]
    if last + 1 < stop and scene.units[last + 1].kind is not UnitKind.MARK:
        return False
    near = scene.units[candidate.trigger].sentence - 2
    return any(
        scene.units[place].sentence >= near and place < candidate.trigger and not set(persons).isdisjoint(candidate.who.persons)
        for place, persons in cast.events
    )


def is_refusal_to_do(cast: Cast, candidate: Candidate) -> bool:
    """ "The court refused to call a single witness and plans an appeal": what is refused is a deed, unless the phrase names it."""
    units, hit = cast.scene.units, candidate.hit
    if candidate.type is not CustodyType.APPEAL_REJECTED or hit.first + 1 in hit.units:
        return False
    if units[hit.first].low not in ("refuse", "refuses", "refused", "refusing"):
        return False
    hears = {u.low for u in units[hit.first + 2 : hit.first + 4]} & {
        "hear",
        "accept",
        "consider",
        "grant",
        "satisfy",
        "uphold",
        "examine",
        "review",
    }
    return [u.low for u in units[hit.first + 1 : hit.first + 2]] == ["to"] and not hears


def comes_home_from_elsewhere(cast: Cast, candidate: Candidate) -> bool:
    """ "Studied in the capital and came home": nothing had happened to that person yet, and the words around speak of no custody."""
    scene, at = cast.scene, candidate.trigger
    if candidate.type is not CustodyType.RELEASED or not candidate.hit.phrase.words.startswith(_HOMECOMING):
        return False
    if any(place < at and not set(persons).isdisjoint(candidate.who.persons) for place, persons in cast.events):
        return False
    words = words_of(scene.language, "custody", "settings") | words_of(scene.language, "court", "settings") | {"ruling", "verdict"}
    number = scene.units[at].sentence
    near = scene.bounds[max(0, number - 1) : number + 2]
    return not any(not words.isdisjoint(u.low.split()) for first, stop in near for u in scene.units[first:stop])


_HOMECOMING: Final = ("^come home", "^go home", "^return home")


def _of_form(scene: Scene, i: int) -> bool:
    """True for "as inadmissible", "as out of time": what a court says of an appeal."""
    return any(u.low in ("inadmissible", "unfounded", "groundless", "late", "baseless", "out") for u in scene.units[i : i + 4])


def is_a_remand_prison(cast: Cast, candidate: Candidate) -> bool:
    """ "In the city's remand prison": the kind of prison."""
    scene, last = cast.scene, candidate.hit.last
    words = words_of(scene.language, "facility", "settings") | {"hearing", "hearings", "order"}
    after = scene.units[last + 1 : last + 2]
    return scene.units[last].low == "remand" and any(not words.isdisjoint(u.low.split()) for u in after)


def is_a_sanction(cast: Cast, candidate: Candidate) -> bool:
    """ "The UK imposed travel bans and asset freezes on two judges": not custody but a sanction."""
    return candidate.type is CustodyType.TRAVEL_BAN and speaks_of("sanction")(cast, candidate)


def is_charged_aside(cast: Cast, candidate: Candidate) -> bool:
    """ "That, he charged, is interference": whoever says so charges critics, and nobody is charged."""
    scene, i = cast.scene, candidate.group.anchor
    first, stop = scene.bounds[scene.units[i].sentence]
    if scene.units[i].low != "charged" or i - 2 < first or i + 1 >= stop or candidate.group.helpers:
        return False
    is_aside = scene.units[i - 2].low == "," and scene.units[i + 1].low == ","
    return is_aside and scene.units[i - 1].low in ("he", "she", "they")


def is_as_charged(cast: Cast, candidate: Candidate) -> bool:
    """ "Guilty as charged", "had been in charge" tell no charging."""
    scene, first, anchor = cast.scene, candidate.group.first, candidate.group.anchor
    if candidate.type is not CustodyType.CHARGED:
        return False
    return (first > 0 and scene.units[first - 1].low == "as") or (anchor > 0 and scene.units[anchor - 1].low == "in")


def is_of_any(cast: Cast, candidate: Candidate) -> bool:
    """ "Abuses against persons detained in Iran": people of a kind, without article or number, whoever they are."""
    scene, group = cast.scene, candidate.group
    if group.voice is not Voice.REDUCED or group.helpers or candidate.who.how in ("named", "mention") or group.first < 2:
        return False
    before, noun = scene.units[group.first - 2 : group.first]
    return noun.low in words_of(scene.language, "many", "person_nouns") and scene.has(before, "preposition")


def befalls_nobody_in_particular(cast: Cast, candidate: Candidate) -> bool:
    """People without a name or number ("journalists were deprived of liberty"): told in full elsewhere, or about nobody.

    "Dozens of protesters", "several others" and "most of them" are somebody.
    """
    if candidate.who.persons or candidate.who.count is not None:
        return False
    all_but = candidate.who.how == ALL_BUT_SOME
    return not all_but and not (candidate.who.is_group and _is_quantified(cast.scene, candidate))


def _is_quantified(scene: Scene, candidate: Candidate) -> bool:
    """True if a word for an uncounted number stands in the noun group beside the verb, on the side where those are whom it befalls."""
    group, last = candidate.group, candidate.hit.last
    first, stop = scene.bounds[scene.units[candidate.trigger].sentence]
    beside = range(last + 1, min(stop, last + 5)) if group.voice is Voice.ACTIVE else range(max(first, group.first - 8), group.first)
    if candidate.who.how == "a group without names" and group.voice is Voice.REDUCED:
        beside = range(beside.start, min(stop, last + 5))  # "detained were some of the protesters"
    words = words_of(scene.language, "quantity", "person_nouns")
    return any(not words.isdisjoint(scene.units[i].low.split()) for i in beside)


def frees_another_than_its_subject(cast: Cast, candidate: Candidate) -> bool:
    """ "Her lawyer walked out of the court": whoever is spoken of is not freed where somebody else is the subject."""
    if candidate.type not in RELIEF or candidate.hit.phrase.frame != "agent" or candidate.who.how not in _NOT_ITS_SUBJECT:
        return False
    subject = find_subject(cast.scene, candidate.group)
    if len(subject.heads) == 1 and _is_by_another_word(cast.scene, subject.heads[0]):
        return False
    return bool(subject.heads) or subject.noun is not None


def _is_by_another_word(scene: Scene, i: int) -> bool:
    """True for "the media manager", "the poet": who is spoken of by what they are, and no lawyer or relative."""
    unit = scene.units[i]
    words = unit.low.split()
    if unit.form is not MentionForm.NOMINAL or words[0] != "the" or len(words) < 2:
        return False
    return not is_never_held(scene, unit.of) and words[-1] not in words_of(scene.language, "kin", "person_nouns")


_NOT_ITS_SUBJECT: Final = frozenset({"the person spoken of", "mention without a name"})


def comes_from_elsewhere(cast: Cast, candidate: Candidate) -> bool:
    """ "She came out of a shop", "was released from solitary into a shared cell": no way to freedom."""
    if candidate.type not in RELIEF:
        return False
    scene, last = cast.scene, candidate.hit.last
    behind = scene.units[last + 1 : min(scene.bounds[scene.units[last].sentence][1], last + 5)]
    words = {w for u in behind for w in u.low.split()}
    if behind and behind[0].low == "from" and not words.isdisjoint(_WITHIN):
        return True
    places = words_of(scene.language, "facility", "settings") | words_of(scene.language, "court", "settings")
    plain = len(behind) > 1 and behind[0].low == "of" and behind[1].low in ("a", "an")
    return plain and candidate.hit.phrase.frame == "agent" and words.isdisjoint(places)


_WITHIN: Final = frozenset({"solitary", "isolation", "punishment", "quarantine", "hospital", "handcuffs", "shackles"})


def is_only_dying(cast: Cast, candidate: Candidate) -> bool:
    """ "She is dying to go home", "he was dying of cancer": nobody has died, and a death wrongly told is the worst of errors."""
    return candidate.type is CustodyType.DIED and cast.scene.units[candidate.trigger].low == "dying"


def somebody_else_dies(cast: Cast, candidate: Candidate) -> bool:
    """ "A colleague wrote to her until, a sister said, he died": a pronoun tied to another than the one in custody whom the text is about."""
    if candidate.type is not CustodyType.DIED or candidate.who.how != "pronoun":
        return False
    heads = [cast.scene.units[i] for i in find_subject(cast.scene, candidate.group).heads]
    return any(u.of not in candidate.who.persons and cast.scene.is_person(u) and cast.scene.entities[u.of].is_named for u in heads)


def motion_in_passing(cast: Cast, candidate: Candidate) -> bool:
    """ "The judge refused every motion": what is asked in a trial is no appeal, unless the text says for whom release was asked."""
    words = [cast.scene.units[i].low for i in candidate.hit.units]
    passing = candidate.who.how == "the person spoken of" and candidate.type is CustodyType.APPEAL_REJECTED
    return passing and not words_of(cast.scene.language, "motion", "settings").isdisjoint(words)


def goes_to_no_prison_of_a_name(cast: Cast, candidate: Candidate) -> bool:
    """ "X sent to prison after brawl": no transfer, but the sentence or the remand, which is told elsewhere."""
    scene, hit = cast.scene, candidate.hit
    if candidate.type is not CustodyType.TRANSFERRED or scene.units[hit.first].low not in ("send", "sends", "sent"):
        return False
    behind = scene.units[hit.last + 1 : hit.last + 3]
    bare = bool(behind) and scene.units[hit.last].low == "to" and behind[0].low in ("prison", "jail")
    return bare and not any(u.of >= 0 for u in behind)


def is_about_bail(cast: Cast, candidate: Candidate) -> bool:
    """ "Turned down a bail petition", "a petition to free X on bail", "to change the measure of restraint": no appeal against a judgment."""
    if candidate.type is not CustodyType.APPEAL_REJECTED:
        return False
    scene, hit = cast.scene, candidate.hit
    first, stop = scene.bounds[scene.units[hit.first].sentence]
    words = {u.low for u in scene.units[max(first, hit.first - 1) : min(stop, hit.last + 5)]}
    asks = [u.low for u in scene.units[hit.last : min(stop, hit.last + 9)]]
    return not words.isdisjoint(("bail", "bond", "restraint")) or any(
        w in ("application", "applications", "request", "plea", "bid") and asks[n + 1 : n + 3] == ["for", "bail"]
        for n, w in enumerate(asks)
    )


def is_bail_approved(cast: Cast, candidate: Candidate) -> bool:
    """ "A court approved bail for a journalist arrested this week": let out, and not remanded."""
    between = (u.low for u in cast.scene.units[candidate.hit.first : candidate.hit.last])
    return candidate.type is CustodyType.REMANDED and candidate.group.voice is Voice.ACTIVE and "bail" in between and "no" not in between


def is_refused_by_no_court(cast: Cast, candidate: Candidate) -> bool:
    """ "Police refused to release the reporters": no court turned an appeal down."""
    if candidate.type is not CustodyType.APPEAL_REJECTED or not candidate.hit.phrase.words.startswith("^refuse to release"):
        return False
    subject = find_subject(cast.scene, candidate.group)
    words = {w for u in cast.scene.units[subject.first : subject.stop] for w in u.low.split()}
    return not words.isdisjoint(_KEEPERS)


_KEEPERS: Final = frozenset(
    "police authorities government officials officers guards military army soldiers militants rebels junta wardens".split()
)


def is_quashed_on_appeal(cast: Cast, candidate: Candidate) -> bool:
    """ "Had part of their sentences thrown out on appeal": the appeal was allowed."""
    behind = [u.low for u in cast.scene.units[candidate.hit.first : candidate.hit.last + 3]]
    stands = any(w.startswith(("upheld", "uphold", "confirm", "affirm")) for w in behind)  # "the verdict was upheld on appeal"
    return candidate.type is CustodyType.APPEAL_REJECTED and not stands and ("on", "appeal") in pairwise(behind)


def is_of_a_judgment(cast: Cast, candidate: Candidate) -> bool:
    """ "Condemned the sentencing of X to two years": what is condemned is the judgment."""
    if candidate.type is not CustodyType.SENTENCED or not candidate.hit.phrase.words.startswith("^condemn"):
        return False
    nouns = {"sentencing", "conviction", "jailing", "imprisonment", "arrest", "detention", "decision", "ruling", "verdict", "sentence"}
    return any(u.low in nouns for u in cast.scene.units[candidate.hit.first + 1 : candidate.hit.last])


def is_suspended_for_years(cast: Cast, candidate: Candidate) -> bool:
    """ "A 12-month sentence suspended for two years": the kind of sentence it was from the start."""
    units, last = cast.scene.units, candidate.hit.last
    if candidate.type is not CustodyType.SENTENCE_REDUCED or not units[last].low.startswith("suspend"):
        return False
    return last + 2 < len(units) and units[last + 1].low == "for" and units[last + 2].kind is UnitKind.TERM


def is_brought_to_a_state(cast: Cast, candidate: Candidate) -> bool:
    """ "Reduced to spending the day in bed", "was reduced to tears": what is reduced is a person, and no length stands in the sentence."""
    scene = cast.scene
    stop = scene.bounds[scene.units[candidate.trigger].sentence][1]
    if candidate.type is not CustodyType.SENTENCE_REDUCED or not scene.units[candidate.trigger].low.startswith("reduce"):
        return False
    behind = scene.units[candidate.trigger + 1 : min(stop, candidate.trigger + 6)]
    is_to = bool(behind) and behind[0].low == "to"
    return is_to and not any(u.kind is UnitKind.TERM or u.low[:1].isdigit() or u.low in _MEASURES for u in behind)


_MEASURES: Final = frozenset(
    "one two three four five six seven eight nine ten half time year years months month days life house fine".split()
)


def is_what_the_law_sets(cast: Cast, candidate: Candidate) -> bool:
    """ "An offence punished by one to three years", "a crime which is punishable by death": what the law threatens, nobody's sentence."""
    if candidate.type is not CustodyType.SENTENCED or not cast.scene.units[candidate.trigger].low.startswith("punish"):
        return False
    units = cast.scene.units[max(0, candidate.group.first - 3) : candidate.group.first]
    return any(u.low.split()[-1] in _OFFENCES for u in units)


_OFFENCES: Final = frozenset(
    "offence offense offences offenses crime crimes act acts deed deeds charge charges felony article articles".split()
)


def is_no_term(cast: Cast, candidate: Candidate) -> bool:
    """ "One day, he eats and then he refuses": a day of a tale, nobody's sentence."""
    scene, hit = cast.scene, candidate.hit
    if candidate.type is not CustodyType.SENTENCED or " ".join(scene.units[i].low for i in hit.units) != "one day":
        return False
    return any(u.low in (",", "he", "she", "they", "when") for u in scene.units[hit.last + 1 : hit.last + 2])


def takes_place(cast: Cast, candidate: Candidate) -> bool:
    """ "The detentions took place in raids": nobody is taken."""
    scene, at = cast.scene, candidate.hit.first
    stop = scene.bounds[scene.units[at].sentence][1]
    return (
        scene.units[at].low in ("take", "takes", "took", "taken", "taking")
        and at + 1 < stop
        and scene.units[at + 1].low in ("place", "part")
    )


def is_an_occasion(cast: Cast, candidate: Candidate) -> bool:
    """ "The hearing of the appeal of X and Y was held on Monday": the hearing, whoever it is about."""
    scene, group = cast.scene, candidate.group
    if scene.units[group.anchor].low != "held" or group.voice is not Voice.PASSIVE:
        return False
    for i in range(group.first - 1, scene.bounds[scene.units[group.anchor].sentence][0] - 1, -1):
        unit = scene.units[i]
        if unit.low == "and" and i + 1 < group.first and scene.is_person(scene.units[i + 1]):
            continue  # "the hearing of X and Y"
        if is_finite(scene, i) or unit.low in (";", ":", "and", "but", "who", "whose", "where"):
            return False
        if unit.form is not MentionForm.NAME and unit.low.split()[-1] in _OCCASIONS:
            behind = scene.units[i + 1].low if i + 1 < group.first else ""
            return i + 1 == group.first or behind in _OF_AN_OCCASION
    return False


_OCCASIONS: Final = ENGLISH.group("custody_strikes.occasions")
_OF_AN_OCCASION: Final = frozenset("of for on in against with between about over at into".split())


def is_out_of_danger(cast: Cast, candidate: Candidate) -> bool:
    """ "Was out of intensive care", "out of reach", "out of the country": no way to freedom."""
    scene, last = cast.scene, candidate.hit.last
    if candidate.type not in RELIEF or scene.units[last].low != "out":
        return False
    behind = [w for u in scene.units[last + 1 : min(scene.bounds[scene.units[last].sentence][1], last + 4)] for w in u.low.split()]
    return behind[:1] == ["of"] and not _NO_PRISON.isdisjoint(behind[1:4])


_NO_PRISON: Final = frozenset(
    "intensive hospital danger contact reach sight touch work order control country question date hand breath".split()
)


def is_only_judged(cast: Cast, candidate: Candidate) -> bool:
    """ "They should never have been arrested": what is judged so was done, and is told elsewhere."""
    helpers = candidate.group.helpers
    return "should" in helpers and "have" in helpers and any(h in ("not", "never") or h.endswith("n't") for h in helpers)


def orders_a_procedure(cast: Cast, candidate: Candidate) -> bool:
    """ "Quashed the conviction of X and ordered a new trial", "ordered an inquiry into the arrest": nobody is sent to prison by that."""
    scene, last = cast.scene, candidate.hit.last
    if candidate.type is not CustodyType.REMANDED or scene.units[candidate.trigger].low not in _ORDERS:
        return False
    stop = scene.bounds[scene.units[last].sentence][1]
    behind = [u.low for u in scene.units[candidate.trigger + 1 : min(stop, candidate.trigger + 1 + _OBJECT)]]
    return bool(behind) and behind[0] in ("a", "an", "the", "his", "her", "their") and not _PROCEDURES.isdisjoint(behind)


_ORDERS: Final = frozenset({"order", "orders", "ordered", "ordering"})
_OBJECT: Final = 4  # units from "ordered" to the noun: "a new trial"
_PROCEDURES: Final = frozenset(
    "trial retrial re-trial investigation inquiry probe review hearing rehearing re-examination reconsideration".split()
)


def is_what_one_is_accused_of(cast: Cast, candidate: Candidate) -> bool:
    """ "He was accused of kicking an officer", "on charges of beating": the deed of the accused."""
    scene, at = cast.scene, candidate.group.first
    if candidate.type is not CustodyType.ILL_TREATED or candidate.group.voice is not Voice.ACTIVE:
        return False
    first = scene.bounds[scene.units[candidate.trigger].sentence][0]
    before = [u.low for u in scene.units[max(first, at - 3) : at]]
    return before[-1:] in (["of"], ["with"], ["for"]) and not {
        "accused", "charge", "charges", "charged", "convicted", "guilty", "suspicion", "suspected", "case", "complaint", "sentenced",
        "jailed", "tried", "trial", "prosecuted", "wanted", "arrested", "detained", "fined",
    }.isdisjoint(before)  # fmt: skip


def is_the_noun_of_a_strike(cast: Cast, candidate: Candidate) -> bool:
    """ "Filed a report over their hunger strike": a noun, not the verb "to hunger"."""
    units, hit = cast.scene.units, candidate.hit
    after = units[hit.last + 1].low if hit.last + 1 < len(units) else ""
    return candidate.type is CustodyType.HUNGER_STRIKE and units[hit.first].low == "hunger" and after.startswith("strike")


def leaves_in_passing(cast: Cast, candidate: Candidate) -> bool:
    """ "On leaving the court she told the press": on the way out of a hearing, whoever may go."""
    units, hit = cast.scene.units, candidate.hit
    leaving = candidate.type is CustodyType.RELEASED and units[hit.first].low == "leaving"
    return leaving and hit.first > 0 and units[hit.first - 1].low in ("on", "upon", "while", "when", "before", "after")


def becomes_house_arrest(cast: Cast, candidate: Candidate) -> bool:
    """ "Replaced her imprisonment with house arrest": no shorter term, but another place."""
    if candidate.type is not CustodyType.SENTENCE_REDUCED:
        return False
    behind = [u.low for u in cast.scene.units[candidate.hit.first : candidate.hit.last + 4]]
    return ("house", "arrest") in pairwise(behind)


def is_annulled(cast: Cast, candidate: Candidate) -> bool:
    """ "The court overturned the sentence of six years passed on X": what is annulled is not told as passed."""
    scene, hit = cast.scene, candidate.hit
    if candidate.type is not CustodyType.SENTENCED or candidate.group.voice is not Voice.REDUCED:
        return False
    first = scene.bounds[scene.units[hit.first].sentence][0]
    before = {u.low for u in scene.units[max(first, candidate.group.first - 12) : candidate.group.first]}
    return not before.isdisjoint(("overturned", "quashed", "annulled", "cancelled", "overturns", "quashes", "annuls", "cancels"))


def is_still_prosecuted(cast: Cast, candidate: Candidate) -> bool:
    """ "The journalist was being prosecuted for a crime": what goes on, not the charging."""
    return (
        candidate.type is CustodyType.CHARGED
        and "being" in candidate.group.helpers
        and candidate.group.voice is Voice.PASSIVE
        and (not {"was", "is", "are", "were"}.isdisjoint(candidate.group.helpers))
    )


def is_in_and_out(cast: Cast, candidate: Candidate) -> bool:
    """ "Has been in and out of prison since 2009": many times, none of them told."""
    before = [u.low for u in cast.scene.units[max(0, candidate.hit.first - 4) : candidate.hit.last + 1]]
    return candidate.type in (CustodyType.DETAINED, CustodyType.RELEASED) and any(
        before[n : n + 3] == ["in", "and", "out"] for n in range(len(before))
    )


def is_only_played(cast: Cast, candidate: Candidate) -> bool:
    """ "Claire, played by X, is arrested at her desk": what befalls a part."""
    if not candidate.who.persons or not _has_parts(cast.scene):
        return False
    return all(_is_player(cast.scene, p) for p in candidate.who.persons)


@once_a_scene
def _has_parts(scene: Scene) -> bool:
    """True if the text tells of anybody who plays a part."""
    return any(words in scene.text for words in ("played by", " plays ", "starring"))


def _is_player(scene: Scene, person: int) -> bool:
    for i, unit in enumerate(scene.units):
        if unit.of != person or unit.form is not MentionForm.NAME:
            continue
        before = [u.low for u in scene.units[max(0, i - 2) : i]]
        after = [u.low for u in scene.units[i + 1 : i + 4]]
        if (
            after in ([",", "played", "by"], ["(", "played", "by"])
            or before == ["played", "by"]
            or before[-1:] == ["starring"]
            or (after[:1] == ["plays"] and after[1:2] in (["a"], ["an"], ["the"]))
        ):
            return True
    return False


_ASKING: Final = frozenset({"request", "requests", "appeal", "appeals", "plea", "pleas", "call", "calls", "demand", "demands"})


def is_asked_of_another(cast: Cast, candidate: Candidate) -> bool:
    """ "I passed on to him the request to stop the hunger strike": not what the subject of the sentence did."""
    scene, group = cast.scene, candidate.group
    if candidate.hit.phrase.frame != "agent" or not group.is_infinitive:
        return False
    start = scene.bounds[scene.units[group.anchor].sentence][0]
    return any(scene.units[i].low in _ASKING for i in range(max(start, group.first - 16), group.first))


def is_a_diplomat_called_in(cast: Cast, candidate: Candidate) -> bool:
    """ "The ministry summoned the ambassador over the arrest", "the envoy was summoned": between states, nobody is questioned."""
    if candidate.type is not CustodyType.SUMMONED:
        return False
    scene, group = cast.scene, candidate.group
    first, stop = scene.bounds[scene.units[candidate.trigger].sentence]
    lows = [w for u in scene.units[first:stop] for w in u.low.replace("’", "'").split()]
    if not _QUESTIONED.isdisjoint(lows):
        return False
    near = [w for u in scene.units[max(first, group.first - 10) : min(stop, candidate.hit.last + 14)] for w in u.low.split()]
    return any(w in _DIPLOMATS or w.startswith(("ambassador", "envoy", "diplomat")) for w in near) or any(
        pair in (("foreign", "ministry"), ("external", "affairs"), ("foreign", "office"), ("foreign", "affairs")) for pair in pairwise(near)
    )


_DIPLOMATS: Final = frozenset("chargé consul consul-general attaché".split())
_QUESTIONED: Final = frozenset(
    "questioning questioned interrogation interrogated interrogations witness suspect testify police court tribunal security intelligence "
    "investigative investigator investigators prosecutor prosecutor's prosecutors".split()
)


def is_a_long_detention(cast: Cast, candidate: Candidate) -> bool:
    """ "Suffers from prolonged detention", "an extended imprisonment": how long it lasts, and no decision to extend it."""
    scene, at = cast.scene, candidate.hit.first
    if candidate.type is not CustodyType.DETENTION_EXTENDED or scene.units[at].low not in (
        "prolonged",
        "extended",
        "continued",
        "continuing",
    ):
        return False
    stop = scene.bounds[scene.units[at].sentence][1]
    behind = [w for u in scene.units[at + 1 : min(stop, at + 4)] for w in u.low.split()]
    is_noun = not {"detention", "imprisonment", "custody", "incarceration", "confinement"}.isdisjoint(behind[:3])
    before = scene.units[at - 1] if at > scene.bounds[scene.units[at].sentence][0] else None
    is_verb = before is not None and (scene.has_any(before, ("be", "have")) or scene.is_person(before) or before.of >= 0)
    return is_noun and not is_verb and not {"the", "his", "her", "their", "a"} & set(behind[:1])


def comes_of_itself(cast: Cast, candidate: Candidate) -> bool:
    """ "Had shown up at a police station", "turned up at the court": nobody took them there."""
    scene, at = cast.scene, candidate.hit.first
    if candidate.type not in (CustodyType.DETAINED, CustodyType.ARRESTED) or scene.units[at].low not in _COMING:
        return False
    return at + 1 < len(scene.units) and scene.units[at + 1].low == "up"


_COMING: Final = frozenset({"show", "shows", "showed", "shown", "turn", "turns", "turned"})


def is_for_contempt(cast: Cast, candidate: Candidate) -> bool:
    """ "Committed to prison for four weeks for contempt", "sent to jail for a week when she refused to pay": a sentence, and no trial is awaited."""
    scene, last = cast.scene, candidate.hit.last
    if candidate.type is not CustodyType.REMANDED or not candidate.hit.phrase.words.startswith(("^send", "^commit")):
        return False
    behind = scene.units[last + 1 : scene.bounds[scene.units[last].sentence][1]]
    words = [u.low for u in behind]
    unpaid = any(w.startswith(("refus", "fail", "default")) for w in words) and any(w in ("pay", "paying", "payment") for w in words)
    is_tried = any(w in ("pending", "awaiting", "trial") or w.startswith(("investigat", "suspic", "charg")) for w in words)
    return ("contempt" in words or unpaid) and not is_tried and any(u.kind is UnitKind.TERM for u in behind[:4])


def comes_before_a_court(cast: Cast, candidate: Candidate) -> bool:
    """ "Was brought to the Military Court and granted bail", "was taken to court from the jail": a way to a hearing, to no other place of custody."""
    scene, last = cast.scene, candidate.hit.first
    if (
        candidate.type not in (CustodyType.DETAINED, CustodyType.ARRESTED, CustodyType.TRANSFERRED)
        or scene.units[last].low not in _BRINGING
    ):
        return False
    stop = min(scene.bounds[scene.units[last].sentence][1], last + 6)
    to = next((i for i in range(last + 1, stop - 1) if scene.units[i].low in ("to", "before")), None)
    if to is None:
        return False
    end = next((i for i in range(to + 1, stop) if scene.has(scene.units[i], "preposition")), stop)
    words = [w for u in scene.units[to + 1 : end] for w in u.low.split()]
    whither = next((w for w in words if w in _HEARINGS or w in words_of(scene.language, "facility", "settings")), None)
    return whither in _HEARINGS


_BRINGING: Final = ENGLISH.group("custody_strikes.bringing")
_HEARINGS: Final = ENGLISH.group("custody_strikes.hearings")


def is_what_prosecutors_asked(cast: Cast, candidate: Candidate) -> bool:
    """ "Rejected the motion of the investigators to detain X", "turned down a petition to hold him": no appeal of the accused was lost."""
    scene, hit = cast.scene, candidate.hit
    if candidate.type is not CustodyType.APPEAL_REJECTED:
        return False
    stop = scene.bounds[scene.units[hit.first].sentence][1]
    plea = next((i for i in hit.units if scene.units[i].low in _PLEAS), None)
    behind = range(plea + 1, min(stop, plea + 12)) if plea is not None else range(0)
    return any(
        scene.units[i].low in ("to", "for") and (scene.units[j].low in _LOCKING_UP or _keeps_somebody(scene, j))
        for i, j in pairwise(behind)
    )


def _keeps_somebody(scene: Scene, i: int) -> bool:
    """True for "to hold him", "to keep X"; not for "to hold the trial in public"."""
    return scene.units[i].low in ("hold", "keep", "place") and i + 1 < len(scene.units) and scene.is_person(scene.units[i + 1])


_PLEAS: Final = ENGLISH.group("realis.pleas")
_LOCKING_UP: Final = ENGLISH.group("custody_strikes.locking_up")


def brings_it_themselves(cast: Cast, candidate: Candidate) -> bool:
    """ "X lodged a case against the police": X accuses, and is not charged; nor does Y become a suspect by a complaint of X."""
    scene, group = cast.scene, candidate.group
    if candidate.type is not CustodyType.CHARGED or candidate.hit.phrase.frame != "matter" or group.voice is not Voice.ACTIVE:
        return False
    if scene.units[candidate.hit.last].low != "against":
        return False
    subject = [scene.units[i] for i in find_subject(scene, group).heads]
    return any(u.form is MentionForm.NAME and scene.is_person(u) and not is_never_held(scene, u.of) for u in subject)


def clears_of_some(cast: Cast, candidate: Candidate) -> bool:
    """ "Dismissed two of the five charges against X": X stands trial for the rest."""
    scene, hit = cast.scene, candidate.hit
    if candidate.type is not CustodyType.ACQUITTED:
        return False
    charge = next((i for i in hit.units if scene.units[i].low in ("charge", "charges")), None)
    if charge is None:
        return False
    first = max(scene.bounds[scene.units[charge].sentence][0], charge - 6)
    if hit.first < charge:
        first = max(first, hit.first + 1)
    words = [w for u in scene.units[first:charge] for w in u.low.split()]
    return any(w in _SOME_OF or number_value(w) is not None for w in words if w not in ("a", "an")) and words[:1] not in (["the"], ["all"])


_SOME_OF: Final = ENGLISH.group("custody_strikes.some_of")


def leaves_for_elsewhere(cast: Cast, candidate: Candidate) -> bool:
    """ "Was fined and left for Tbilisi": who leaves for a place was free to; "left for home" may be a release."""
    scene, last = cast.scene, candidate.hit.last
    if candidate.type is not CustodyType.RELEASED or scene.units[candidate.hit.first].low not in ("leave", "leaves", "left", "leaving"):
        return False
    behind = [u.low for u in scene.units[last + 1 : last + 3]]
    return last == candidate.hit.first and behind[:1] == ["for"] and behind[1:2] != ["home"]


def comes_home_a_visitor(cast: Cast, candidate: Candidate) -> bool:
    """ "The reporter Y came back from the camp", "his mother returned home": a release only of those to whom the text tells that something happened."""
    if candidate.type is not CustodyType.RELEASED or not candidate.hit.phrase.words.startswith(("^return home", "^return|^come back")):
        return False
    return candidate.hit.phrase.frame == "agent" and not all(p in cast.befallen for p in candidate.who.persons)


def is_let_out_for_a_while(cast: Cast, candidate: Candidate) -> bool:
    """ "Let him out of the cell to wash", "out into the yard": no release."""
    scene, hit = cast.scene, candidate.hit
    if candidate.type is not CustodyType.RELEASED or hit.phrase.words != "^let ... out":
        return False
    behind = [u.low for u in scene.units[hit.last + 1 : min(scene.bounds[scene.units[hit.last].sentence][1], hit.last + 5)]]
    return behind[:1] in (["into"], ["onto"], ["to"]) or (behind[:1] == ["of"] and not {"cell", "cells", "room"}.isdisjoint(behind))


def is_of_a_publication(cast: Cast, candidate: Candidate) -> bool:
    """ "Secured the release of the report on X": something is published."""
    scene, last = cast.scene, candidate.hit.last
    if candidate.type is not CustodyType.RELEASED or candidate.hit.phrase.frame != "matter" or scene.units[last].low != "of":
        return False
    behind = scene.units[last + 1 : min(scene.bounds[scene.units[last].sentence][1], last + 4)]
    return any(u.low in words_of(scene.language, "issued", "settings") for u in behind)


def is_only_kept(cast: Cast, candidate: Candidate) -> bool:
    """ "Police had kept her for seven hours in a cell": held, and no ill-treatment, unless the words say how."""
    scene, at = cast.scene, candidate.trigger
    if candidate.type is not CustodyType.ILL_TREATED or scene.units[at].low not in ("keep", "keeps", "kept", "hold", "holds", "held"):
        return False
    if candidate.hit.phrase.is_listed or not any(u.kind is UnitKind.TERM for u in scene.units[at + 1 : at + 5]):
        return False
    words = {w for u in scene.units[at + 1 : scene.bounds[scene.units[at].sentence][1]] for w in u.low.split()}
    return words.isdisjoint(_CRUELLY)


_CRUELLY: Final = ENGLISH.group("custody_strikes.cruelly")


def gets_so_many_of_a_thing(cast: Cast, candidate: Candidate) -> bool:
    """ "They had asked for hymn books. They got two.": a bare number is a sentence only where the text tells of a length of time."""
    scene, at = cast.scene, candidate.trigger
    stop = scene.bounds[scene.units[at].sentence][1]
    if candidate.type is not CustodyType.SENTENCED or at + 1 >= stop or number_value(scene.units[at + 1].low) is None:
        return False
    if scene.units[at].low not in ("get", "gets", "got") or scene.units[at + 1].low in ("a", "an"):
        return False
    return not any(u.kind is UnitKind.TERM or u.low in ("year", "years", "month", "months") for u in scene.units[:stop])


Strike = Callable[[Cast, Candidate], bool]
STRIKES: Final[tuple[Strike, ...]] = (
    is_freed_of_charges,
    happens_to_a_thing,
    befalls_a_nameless_relative,
    befalls_somebody_of_theirs,
    befalls_the_bench,
    is_generic,
    is_only_a_status,
    befalls_it,
    befalls_a_thing,
    is_of_nothing,
    is_kept_in_bed,
    is_dismissed_as,
    is_refusal_to_do,
    keeps_an_acquittal,
    is_a_sum,
    has_been_ever_since,
    comes_home_from_elsewhere,
    is_a_remand_prison,
    is_a_sanction,
    is_charged_aside,
    is_as_charged,
    is_of_any,
    befalls_nobody_in_particular,
    motion_in_passing,
    is_only_dying,
    somebody_else_dies,
    frees_another_than_its_subject,
    comes_from_elsewhere,
    goes_to_no_prison_of_a_name,
    is_about_bail,
    is_bail_approved,
    is_refused_by_no_court,
    is_quashed_on_appeal,
    is_of_a_judgment,
    is_suspended_for_years,
    is_what_one_is_accused_of,
    is_the_noun_of_a_strike,
    is_asked_of_another,
    leaves_in_passing,
    becomes_house_arrest,
    is_annulled,
    is_in_and_out,
    is_only_played,
    is_still_prosecuted,
)
# These hold for the words themselves, whatever else a phrase lacks: no weight of other signs speaks for it.
OUTRIGHT: Final[tuple[Strike, ...]] = (
    is_not_let_out,
    is_meted_out_by_jailers,
    is_punished_in_prison,
    is_where_a_fast_goes_on,
    fasts_in_freedom,
    is_made_public,
    is_brought_to_a_state,
    is_no_term,
    takes_place,
    is_an_occasion,
    is_out_of_danger,
    is_only_judged,
    orders_a_procedure,
    is_what_the_law_sets,
    is_a_diplomat_called_in,
    is_a_long_detention,
    comes_of_itself,
    comes_before_a_court,
    is_what_prosecutors_asked,
    leaves_for_elsewhere,
    comes_home_a_visitor,
    is_let_out_for_a_while,
    is_of_a_publication,
    clears_of_some,
    brings_it_themselves,
    is_only_kept,
    is_for_contempt,
    gets_so_many_of_a_thing,
    is_no_blow,
    befalls_an_image,
    ends_something_else,
    is_a_bail_plea,
    keeps_a_measure,
    strikes_a_judgment_down,
    awaits_a_trial,
    is_what_was_asked,
    is_flown_out,
    moves_by_oneself,
)


def struck_by(rules: Sequence[Strike], cast: Cast, candidate: Candidate) -> str:
    """The name of the first of the rules that strikes the candidate out; "" for none."""
    return next((rule.__name__ for rule in rules if rule(cast, candidate)), "")
