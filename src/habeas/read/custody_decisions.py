"""Which of the proposed custody events stand, and whom did each befall? What rules and encoder say is put on the scales.

A phrase that every rule lets pass, one that a rule refuses, and words that only the encoder takes for an event are weighed alike, by signs whose weights
come from texts that neither has seen (docs/decisions/0028). The likeliest comes first; of two that stand in one place the likelier stands.
"""

from __future__ import annotations

from bisect import bisect_left, insort
from dataclasses import replace
from typing import Final

from habeas.case.vocabulary import TOLD, CustodyType, Realis
from habeas.read.cast import Who
from habeas.read.custody_candidates import RELIEF, Candidate, Proposal, stand_in_one_place
from habeas.read.custody_signs import Weighing, against, signs_of_event
from habeas.read.group_signs import borne_out
from habeas.read.scales import is_known, likelihood, likelihoods
from habeas.read.whom_signs import options_of, signs_of_whom

FALLS: Final = 0.15  # below it what the rules take does not stand; what stands below .5 goes to a person as a question
RISES: Final = 0.6  # from here on what they refuse does, and what only the encoder sees
TOGETHER: Final = 0.3  # of the event and those whom it befell, where no rule takes it
GRAVE: Final = 0.65  # an end of custody wrongly told leaves a person forgotten
# The gravest errors: for these a phrase of the list must stand in the text, and no rule against it.
NEVER: Final = frozenset({CustodyType.DIED, CustodyType.EXECUTED})
RATHER: Final = 0.2  # by so much likelier others must be than those whom the rules name
LIKELY: Final = 0.6  # and so likely at least: a wrong person is worse than none


def decide(weighing: Weighing) -> list[Candidate]:
    """The candidates that stand, in order of the text, each with its persons and its share.

    What the rules take for planned or possible stays that, unless it is likelier told as a fact; what they take for denied stays denied.
    """
    stand: list[Candidate] = []
    for proposal, share in _weighed(weighing):
        candidate = proposal.candidate
        if not _stands(proposal, share) and (candidate.standing.realis in TOLD or _is_doubted(proposal)):
            continue
        near = bisect_left(stand, candidate.hit.first - _WIDEST, key=_place)
        if any(stand_in_one_place(other, candidate) for other in stand[near : bisect_left(stand, candidate.hit.last + 1, key=_place)]):
            continue
        decided = _decided(weighing, proposal, share)
        if decided.who.is_someone and not (_is_doubted(proposal) and (decided.share or 0.0) < TOGETHER):
            insort(stand, decided, key=_place)
    return stand


_WIDEST: Final = 60  # units from the first word of a phrase to its last


def _place(candidate: Candidate) -> int:
    return candidate.hit.first


def _stands(proposal: Proposal, share: float) -> bool:
    """True if the proposal is told as an event: what rules take, unless little else speaks for it; the rest, if much does.

    What a rule says that the scales hardly know ("played by an actor") stands against any weight.
    """
    if proposal.objection and not is_known("custody", against(proposal.objection)):
        return False
    realis, type_ = proposal.candidate.standing.realis, proposal.candidate.type
    if not _is_doubted(proposal) and realis in TOLD:
        return share >= FALLS or type_ in NEVER  # too few deaths to weigh
    if realis is Realis.NEGATED or type_ in NEVER:
        return False
    return share >= (GRAVE if type_ in RELIEF else RISES)


def _is_doubted(proposal: Proposal) -> bool:
    """True where a rule speaks against the proposal, or no phrase for it."""
    return bool(proposal.objection) or proposal.by_encoder


def _weighed(weighing: Weighing) -> list[tuple[Proposal, float]]:
    """The proposals with the share of such proposals that are events, the likeliest first."""
    shares = likelihoods("custody", [signs_of_event(weighing, p) for p in weighing.proposals])
    return sorted(zip(weighing.proposals, shares, strict=True), key=lambda pair: -pair[1])


def _decided(weighing: Weighing, proposal: Proposal, share: float) -> Candidate:
    """The candidate with its persons; told as a fact, if the proposal stands."""
    who, of_them = _whom(weighing, proposal)
    candidate = replace(proposal.candidate, who=who, share=share * of_them)
    if candidate.standing.realis in TOLD:
        return candidate
    if not _stands(proposal, share):
        return replace(candidate, share=None)  # how likely it is told as a fact says nothing of a plan or a denial
    return replace(candidate, standing=replace(candidate.standing, realis=Realis.ASSERTED, because="weighed"))


def _whom(weighing: Weighing, proposal: Proposal) -> tuple[Who, float]:
    """Whom the rules say, unless others are likelier by `RATHER`; and how likely those are."""
    known, type_ = proposal.candidate.who, proposal.candidate.type
    surely = likelihood("custody whom", signs_of_whom(weighing, proposal, known.persons))
    if surely > 1.0 - RATHER or (known.persons and type_ in RELIEF | NEVER):  # an end of custody is not moved to somebody else
        return known, surely
    others = [persons for persons in options_of(weighing, proposal)[1:] if persons or known.is_group]
    shares = likelihoods("custody whom", [signs_of_whom(weighing, proposal, persons) for persons in others])
    share, persons = max(borne_out(others, shares), key=lambda pair: pair[0], default=(0.0, ()))
    if share < max(surely + RATHER, LIKELY):
        return known, surely
    return replace(known, persons=persons, how="weighed", is_group=not persons), share
