"""Which of the proposed custody events stand, and whom did each befall? What rules and encoder say is put on the scales.

A phrase that every rule lets pass, one that a rule refuses, and words that only the encoder takes for an event are weighed alike, by signs whose weights
come from texts that neither has seen (docs/decisions/0028). The likeliest comes first; of two that stand in one place the likelier stands.
"""

from __future__ import annotations

from bisect import bisect_left, insort
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from typing import Final

from habeas.case.vocabulary import TOLD, CustodyType, Realis
from habeas.languages.english import ENGLISH
from habeas.read.choices import Choice
from habeas.read.counted_again import with_those_counted_before
from habeas.read.custody_candidates import RELIEF, Candidate, Proposal, stand_in_one_place
from habeas.read.custody_signs import Weighing, against, signs_of_event
from habeas.read.custody_strikes import goes_back_to_prison, goes_to_prison, names_punishment_cell
from habeas.read.group_signs import Group
from habeas.read.realis import inverted_condition
from habeas.read.scales import is_known, likelihood, likelihoods
from habeas.read.scene import Scene
from habeas.read.settled_signs import Settled, Told
from habeas.read.weighed_events import units_of
from habeas.read.whom_signs import options_of, signs_of_whom
from habeas.read.wording import Features, in_the_light_of_words, wording_of

FALLS: Final = 0.3  # below it what the rules take does not stand; what stands below .5 goes to a person as a question
RISES: Final = 0.5  # from here on what they refuse does
SEEN: Final = 0.5  # and what only the encoder sees, where no rule speaks against it
TOGETHER: Final = 0.3  # of the event and those whom it befell, where no rule takes it
HARDLY: Final = 0.15  # and where one does: below it those who were found for want of others are not told of
GRAVE: Final = 0.6  # an end of custody wrongly told leaves a person forgotten
# The gravest errors: for these a phrase of the list must stand in the text, and no rule against it.
NEVER: Final = frozenset({CustodyType.DIED, CustodyType.EXECUTED})
# Few texts that teach the scales mark them, so they give the plainest of them ("the trial of X opened on 3 May") a share of a tenth.
HARDLY_LEARNED: Final = frozenset({CustodyType.TRIAL_OPENED})
OPENS: Final = 0.03  # from here on one that the rules take stands
RATHER: Final = 0.05  # by so much likelier others must be than those whom the rules name
ABOUT: Final = 0.05  # shares no further apart than this are about the same
GRAVELY: Final = 0.3  # and by so much where custody ends
SURE: Final = 0.9  # of those whom the rules name: from here on nobody else is asked about


def decide(weighing: Weighing) -> list[Candidate]:
    """The candidates that stand, in order of the text, each with its persons and its share.

    What the rules take for planned or possible stays that, unless it is likelier told as a fact; what they take for denied stays denied. Whom an event
    befell is asked twice: the second time in the light of whom the others befell.
    """
    standing = stand_at_first(weighing)
    settled = settle(weighing, standing)
    decided = (_decided(weighing, s.proposal, s.share, choice_again(weighing, settled, s)) for s in standing)
    told = [candidate for s, candidate in zip(standing, decided, strict=True) if _is_somebodys(weighing.scene, s.proposal, candidate)]
    return with_those_counted_before(weighing.scene, told)


def settle(weighing: Weighing, standing: Sequence[FirstSight]) -> Settled:
    """The events of the text with whom they befell at first sight."""
    return Settled(weighing.scene, [_told(s.candidate, s.candidate.who.persons) for s in standing])


def _told(candidate: Candidate, persons: Group) -> Told:
    return Told(candidate.trigger, candidate.type.value, persons)


def stand_at_first(weighing: Weighing) -> list[FirstSight]:
    """The proposals that stand, in order of the text, each with whom it befell at first sight."""
    stand: list[FirstSight] = []
    weighed = _weighed(weighing)
    barred = {(unit, p.candidate.type) for p, _ in weighed if p.objection in _BARS for unit in p.candidate.hit.units}
    for proposal, share in weighed:
        candidate = proposal.candidate
        if _place_of(proposal) in barred:
            continue
        if not _stands(weighing, proposal, share) and (candidate.standing.realis in TOLD or _is_doubted(proposal)):
            continue
        near = bisect_left(stand, candidate.hit.first - _WIDEST, key=_place)
        around = stand[near : bisect_left(stand, candidate.hit.last + 1, key=_place)]
        if any(stand_in_one_place(other.candidate, candidate) for other in around):
            continue
        choice = _choice(weighing, proposal)
        decided = _decided(weighing, proposal, share, choice)
        if _is_somebodys(weighing.scene, proposal, decided):
            insort(stand, FirstSight(proposal, share, decided, choice), key=_place)
    return stand


@dataclass(frozen=True, slots=True)
class FirstSight:
    """A proposal that stands, as it looks by itself: how likely it is an event, what it is decided to be so far, and whom it may have befallen."""

    proposal: Proposal
    share: float
    candidate: Candidate
    choice: Choice


# "Sentenced to four months of pre-trial detention": another phrase tells what that is. "In and out of prison since 2009" tells no event.
_BARRED: Final = frozenset({"is_read_as_more", "is_in_and_out", "is_freed_of_charges"})
# What a rule says against one phrase holds for every other that begins with one of its words: who "came out of a shop" is freed by none.
_BARS: Final = frozenset({"comes_from_elsewhere", "fasts_in_freedom"})


def _place_of(proposal: Proposal) -> tuple[int, CustodyType]:
    return proposal.candidate.hit.first, proposal.candidate.type


_WIDEST: Final = 60  # units from the first word of a phrase to its last


def _place(standing: FirstSight) -> int:
    return standing.candidate.hit.first


def _is_somebodys(scene: Scene, proposal: Proposal, decided: Candidate) -> bool:
    """True if it befell somebody, and surely enough: more so where no rule takes it."""
    share = decided.share or 0.0
    if _is_doubted(proposal):
        return decided.who.is_someone and share >= TOGETHER
    told = decided.standing.realis in TOLD and decided.type not in NEVER and not _is_hardly_learned(scene, decided)
    return decided.who.is_someone and not (told and decided.who.persons and share < HARDLY)


def _stands(weighing: Weighing, proposal: Proposal, share: float) -> bool:
    """True if the proposal is told as an event: what rules take, unless little else speaks for it; the rest, if much does.

    What a rule says that the scales hardly know ("played by an actor") stands against any weight.
    """
    if proposal.objection in _BARRED:
        return False
    if proposal.objection and not is_known("custody", against(proposal.objection), seen=weighing.page.is_seen):
        return False
    realis, type_ = proposal.candidate.standing.realis, proposal.candidate.type
    if not _is_doubted(proposal) and realis in TOLD:
        bar = OPENS if _is_hardly_learned(weighing.scene, proposal.candidate) else FALLS
        return share >= bar or type_ in NEVER or _is_sure(proposal.candidate)  # too few deaths to weigh
    if type_ in RELIEF and goes_to_prison(weighing.scene, proposal.candidate):
        return False
    if realis is Realis.NEGATED or type_ in NEVER or proposal.candidate.standing.because == inverted_condition.__name__:
        return False
    return share >= (GRAVE if type_ in RELIEF else RISES if proposal.objection else SEEN)


def _is_hardly_learned(scene: Scene, candidate: Candidate) -> bool:
    """True for what few texts that teach the scales mark: sure words, which are rare, the opening of a trial, the way to a punishment cell or back to prison."""
    if _is_sure(candidate):
        return True
    if candidate.type is CustodyType.TRANSFERRED:
        return names_punishment_cell(scene, candidate, 2) or goes_back_to_prison(scene, candidate)
    return candidate.type in HARDLY_LEARNED


def _is_doubted(proposal: Proposal) -> bool:
    """True where a rule speaks against the proposal, or no phrase for it."""
    return bool(proposal.objection) or proposal.by_encoder


def _weighed(weighing: Weighing) -> list[tuple[Proposal, float]]:
    """The proposals with the share of such proposals that are events: sure words first, then the likeliest; of two about as likely the one that names whom."""
    by_trees = likelihoods("custody", [signs_of_event(weighing, p) for p in weighing.proposals])
    shares = in_the_light_of_words("custody", by_trees, lambda i: wording_of_event(weighing.scene, weighing.proposals[i]))
    return sorted(zip(weighing.proposals, shares, strict=True), key=lambda pair: _order(*pair))


def _order(proposal: Proposal, share: float) -> tuple[bool, float]:
    """Who "was beaten to death" died, however surely "beaten" tells an ill-treatment."""
    return not (_is_sure(proposal.candidate) and not proposal.objection), -share - ABOUT * (proposal.candidate.who.how == "named")


def _is_sure(candidate: Candidate) -> bool:
    """True for words that mean nothing else, told as done: not "must be torn up"."""
    return candidate.hit.phrase.is_sure and _MAYBE.isdisjoint(candidate.group.helpers)


_MAYBE: Final = ENGLISH.group("custody_decisions.maybe")


def wording_of_event(scene: Scene, proposal: Proposal) -> Features:
    """How the proposal is worded."""
    return wording_of(scene, units_of(scene, proposal.span), proposal.candidate.type.value)


def _decided(weighing: Weighing, proposal: Proposal, share: float, choice: Choice) -> Candidate:
    """The candidate with its persons; told as a fact, if the proposal stands."""
    known = proposal.candidate.who
    persons, of_them = choice.best(GRAVELY if proposal.candidate.type in RELIEF and known.persons else RATHER)
    who = known if persons == known.persons else replace(known, persons=persons, how="weighed", is_group=not persons)
    candidate = replace(proposal.candidate, who=who, share=share * of_them)
    if candidate.standing.realis in TOLD:
        return candidate
    if not _stands(weighing, proposal, share):
        return replace(candidate, share=None)  # how likely it is told as a fact says nothing of a plan or a denial
    return replace(candidate, standing=replace(candidate.standing, realis=Realis.ASSERTED, because="weighed"))


# ----- whom it befell ----------------------------------------------------------------------------------------------------


def _choice(weighing: Weighing, proposal: Proposal) -> Choice:
    """The sets of people whom it may have befallen; only the rules' where those are sure."""
    known = proposal.candidate.who
    surely = likelihood("custody whom", signs_of_whom(weighing, proposal, known.persons))
    if surely > SURE or (known.persons and proposal.candidate.type in NEVER):
        return Choice((known.persons,), (surely,))
    others = [persons for persons in options_of(weighing, proposal)[1:] if persons or known.is_group]
    shares = likelihoods("custody whom", [signs_of_whom(weighing, proposal, persons) for persons in others])
    return Choice((known.persons, *others), (surely, *shares))


def choice_again(weighing: Weighing, settled: Settled, standing: FirstSight) -> Choice:
    """Whom it befell, in the light of whom the other events befell."""
    return standing.choice.again(lambda asked: likelihoods("custody whom again", signs_again(weighing, settled, standing, asked)))


def signs_again(weighing: Weighing, settled: Settled, standing: FirstSight, asked: Iterable[int]) -> list[dict[str, float]]:
    """For each of these sets of people (by number) what speaks for and against it, by itself and beside the other events."""
    options, shares = standing.choice.options, standing.choice.shares
    surest = max(shares)
    return [
        {
            **signs_of_whom(weighing, standing.proposal, options[i]),
            **settled.signs(_told(standing.candidate, options[i]), shares[i], surest),
        }
        for i in asked
    ]
