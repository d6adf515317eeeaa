"""Which actions and answers stand, and who acts and is helped in each? What rules and encoder say is put on the scales, as for custody.

What a rule takes stands unless little else speaks for it; what only the encoder sees stands if much does. Who stands in it is whom the rules say, unless
others are far likelier.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Final

from habeas.case.claim import Action, Response
from habeas.case.vocabulary import ActionType
from habeas.read.deed_signs import Deed, Hearing, Proposed, helped_by, signs_of_deed
from habeas.read.group_signs import Group
from habeas.read.party_signs import parties_of, signs_of_party
from habeas.read.scales import likelihood, likelihoods

FALLS: Final = 0.3  # below it what a rule takes does not stand
RISES: Final = 0.65  # from here on what only the encoder sees does
RATHER: Final = 0.1  # by so much likelier others must be than those whom the rules name


def those_that_stand(hearing: Hearing, proposed: Sequence[Proposed[Deed]]) -> list[Deed]:
    """Of the proposed claims those that stand, with their people and how sure that is; a claim in which nobody is left does not."""
    if not proposed:
        return []
    stand: list[Deed] = []
    shares = likelihoods(_kind(proposed[0].claim), [signs_of_deed(hearing, proposal) for proposal in proposed])
    for proposal, share in zip(proposed, shares, strict=True):
        if share >= (RISES if proposal.by_encoder else FALLS):
            claim = _with_its_people(hearing, replace(proposal.claim, confidence=share))
            if not proposal.objection or claim.actors:
                stand.append(claim)
    return stand


def _kind(claim: Action | Response) -> str:
    return "action" if isinstance(claim, Action) else "response"


def _with_its_people(hearing: Hearing, claim: Deed) -> Deed:
    """The claim with those who are likeliest to act in it and, of an action, to be helped by it."""
    if not (isinstance(claim, Action) and claim.type is ActionType.AWARD):
        actors, share = _likeliest(hearing, claim, "actor", claim.actors)
        claim = replace(claim, actors=actors, confidence=claim.confidence * share)
    if not isinstance(claim, Action):
        return claim
    named = helped_by(claim)
    helped, share = _likeliest(hearing, claim, "helped", named)
    claim = replace(claim, confidence=claim.confidence * share)
    if helped != named:
        struck = tuple(h for h in helped if h in claim.targets or (claim.type is ActionType.SANCTION and h not in claim.beneficiaries))
        claim = replace(claim, targets=struck, beneficiaries=tuple(h for h in helped if h not in struck))
    if claim.type in (ActionType.MEETING, ActionType.AWARD):
        return claim
    return replace(claim, beneficiaries=tuple(h for h in claim.beneficiaries if h not in claim.actors))  # nobody asks for their own release


def _likeliest(hearing: Hearing, claim: Action | Response, role: str, named: tuple[str, ...]) -> tuple[tuple[str, ...], float]:
    """The ids of those in the role, whom the claim names unless others are far likelier; and how likely they are."""
    by_rule: Group = tuple(hearing.index[i] for i in named if i in hearing.index)
    question = f"{_kind(claim)} {role}"
    surely = likelihood(question, signs_of_party(hearing, claim, role, by_rule, by_rule))
    if surely > 1.0 - RATHER:
        return named, surely
    others = parties_of(hearing, claim, role, by_rule)[1:]
    shares = likelihoods(question, [signs_of_party(hearing, claim, role, by_rule, party) for party in others])
    share, party = max(zip(shares, others, strict=True), key=lambda pair: pair[0], default=(0.0, by_rule))
    if share < surely + RATHER:
        return named, surely
    return tuple(hearing.scene.entities[i].id for i in party), share
