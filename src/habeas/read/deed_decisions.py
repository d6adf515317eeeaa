"""Which actions and answers stand, and who acts and is helped in each? What rules and encoder say is put on the scales, as for custody.

What a rule takes stands unless little else speaks for it; what only the encoder sees stands if much does. Who stands in it is whom the rules say, unless
others are far likelier.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from typing import Final, Generic

from habeas.case.claim import Action, Response
from habeas.case.vocabulary import ActionType, MentionForm
from habeas.languages.english import ENGLISH
from habeas.read.asked_in_general import asks_in_general, judges_in_general
from habeas.read.choices import Choice
from habeas.read.deed_signs import Deed, Hearing, Proposed, helped_by, kind_of, said_at, signs_of_deed
from habeas.read.document import OWNING
from habeas.read.genders import may_be
from habeas.read.grammar import words_of
from habeas.read.group_signs import Group
from habeas.read.in_office import is_authority
from habeas.read.noun_groups import is_as_well_as
from habeas.read.party_signs import parties_of, signs_of_party
from habeas.read.person_spoken_of import introduced_as
from habeas.read.scales import likelihood, likelihoods
from habeas.read.scene import Scene, UnitKind
from habeas.read.settled_signs import Settled, Told
from habeas.read.verb_groups import is_finite
from habeas.read.weighed_events import units_of
from habeas.read.whole_page import Asking
from habeas.read.whose_people import whose_people
from habeas.read.wording import Features, in_the_light_of_words, wording_of

FALLS: Final = 0.3  # below it what a rule takes for an action does not stand
RISES: Final = 0.6  # from here on what only the encoder sees does
ANSWERS: Final = 0.4  # from here on an answer stands, whoever proposes it
SAID: Final = 0.3  # so likely at least is one whose words themselves say no: "nobody was beaten", "will have none of it", which the trees may not know
BARELY: Final = 0.05  # so likely at least is an action whose words say nothing else
AGAINST: Final = frozenset({"nobody", "a court", "a private person", "no authority"})  # but where this speaks against it
DOUBTED: Final = frozenset(
    {"no word of freeing", "answers critics", "no prize", "a mere word", "what they did"}
)  # against which an action stands only if all else speaks for it
RATHER: Final = 0.1  # by so much likelier others must be than those whom the rules name
SURE: Final = 0.9  # from here on nobody else is asked about


def those_that_stand(hearing: Hearing, proposed: Sequence[Proposed[Deed]]) -> list[Deed]:
    """Of the proposed claims those that stand, with their people and how sure that is; a claim in which nobody is left does not.

    For whom an action is done is asked twice: the second time in the light of whom the other actions are for.
    """
    standing = stand_at_first(hearing, proposed)
    settled = settle(hearing, standing)
    return [_with_helped(hearing, one.claim, choice_again(hearing, settled, one)) for one in standing]


@dataclass(frozen=True, slots=True)
class FirstSight(Generic[Deed]):
    """A claim that stands, with who acts in it, and of an action for whom it may be, by itself."""

    claim: Deed
    helped: Choice | None


def stand_at_first(hearing: Hearing, proposed: Sequence[Proposed[Deed]]) -> list[FirstSight[Deed]]:
    """The claims that stand, as each looks by itself."""
    if not proposed:
        return []
    stand: list[FirstSight[Deed]] = []
    for proposal, share in zip(proposed, _likely(hearing, proposed), strict=True):
        if _stands(proposal, share):
            claim = replace(proposal.claim, confidence=max(share, SAID) if proposal.is_said or proposal.is_sure else share)
            claim = claim if proposal.is_said else _with_actors(hearing, claim)
            if not proposal.objection or claim.actors:
                stand.append(FirstSight(claim, _choice(hearing, claim, "helped", helped_by(claim)) if isinstance(claim, Action) else None))
    return stand


def _likely(hearing: Hearing, proposed: Sequence[Proposed[Deed]]) -> list[float]:
    """How likely each is told; of an answer in the light of its wording too."""
    kind = kind_of(proposed[0].claim)
    hearing.page.look(kind, [Asking((proposal.claim.trigger,)) for proposal in proposed])
    by_trees = likelihoods(kind, [signs_of_deed(hearing, proposal) for proposal in proposed])
    claims: list[Action | Response] = [proposal.claim for proposal in proposed]
    answers = [claim for claim in claims if isinstance(claim, Response)]
    return in_the_light_of_words(kind, by_trees, lambda i: wording_of_answer(hearing, answers[i])) if answers else by_trees


def _stands(proposal: Proposed[Deed], share: float) -> bool:
    if isinstance(proposal.claim, Response):
        return proposal.is_said or proposal.is_sure or share >= (RISES if proposal.objection in AGAINST else ANSWERS)
    if proposal.is_sure:
        return share >= BARELY
    if proposal.by_encoder and proposal.objection in DOUBTED:
        return share >= SURE
    return share >= (RISES if proposal.by_encoder else FALLS)


def wording_of_answer(hearing: Hearing, answer: Response) -> Features:
    """How the answer is worded: around its trigger, and what is said there."""
    said = said_at(hearing, answer.trigger)
    return wording_of(hearing.scene, units_of(hearing.scene, answer.trigger), answer.type.value, said.content if said is not None else ())


def settle(hearing: Hearing, standing: Sequence[FirstSight[Deed]]) -> Settled:
    """The actions of the text with whom they are for at first sight."""
    return Settled(hearing.scene, [_told(hearing, one.claim, one.helped.best(RATHER)[0]) for one in standing if one.helped is not None])


def _told(hearing: Hearing, claim: Action | Response, helped: Group) -> Told:
    return Told(hearing.at(claim.trigger), claim.type.value, helped)


def choice_again(hearing: Hearing, settled: Settled, one: FirstSight[Deed]) -> Choice | None:
    """For whom the action is, in the light of the others; as at first where that was sure."""
    claim, choice = one.claim, one.helped
    if choice is None:
        return None
    return choice.again(lambda asked: likelihoods("action helped again", signs_again(hearing, settled, claim, choice, asked)))


def signs_again(
    hearing: Hearing, settled: Settled, claim: Action | Response, choice: Choice, asked: Iterable[int]
) -> list[dict[str, float]]:
    """For each of these sets of people (by number) what speaks for and against it, by itself and beside the other actions."""
    surest = max(choice.shares)
    return [
        {
            **signs_of_party(hearing, claim, "helped", choice.options[0], choice.options[i]),
            **settled.signs(_told(hearing, claim, choice.options[i]), choice.shares[i], surest),
        }
        for i in asked
    ]


def _with_actors(hearing: Hearing, claim: Deed) -> Deed:
    """The claim with those who are likeliest to act in it."""
    if isinstance(claim, Action) and claim.type is ActionType.AWARD:
        return claim
    actors, share = _choice(hearing, claim, "actor", claim.actors).best(RATHER)
    return replace(claim, actors=_ids(hearing, actors, claim.actors), confidence=claim.confidence * share)


def _with_helped(hearing: Hearing, claim: Deed, choice: Choice | None) -> Deed:
    """The claim with those who are likeliest to be helped by it."""
    if not isinstance(claim, Action) or choice is None:
        return claim
    named = helped_by(claim)
    party, share = choice.best(RATHER)
    helped = _ids(hearing, party, named)
    claim = replace(claim, confidence=claim.confidence * share)
    if helped != named:
        struck = tuple(h for h in helped if h in claim.targets or (claim.type is ActionType.SANCTION and h not in claim.beneficiaries))
        claim = replace(claim, targets=struck, beneficiaries=tuple(h for h in helped if h not in struck))
    if claim.type in (ActionType.MEETING, ActionType.AWARD):
        return claim
    return replace(claim, beneficiaries=tuple(h for h in claim.beneficiaries if h not in claim.actors))  # nobody asks for their own release


def _choice(hearing: Hearing, claim: Action | Response, role: str, named: tuple[str, ...]) -> Choice:
    """Who may stand in the role: only those whom the claim names where that is sure."""
    if role == "helped" and (_is_in_general(hearing, claim) or _is_between_officials(hearing, claim)):
        return Choice(((),), (1.0,))
    if role == "helped" and (whose := _whose_friends_ask(hearing, claim)) is not None:
        return Choice(((whose,),), (1.0,))
    by_rule: Group = tuple(hearing.index[i] for i in named if i in hearing.index)
    question = f"{kind_of(claim)} {role}"
    surely = likelihood(question, signs_of_party(hearing, claim, role, by_rule, by_rule))
    is_struck = role == "helped" and claim.type == ActionType.SANCTION and bool(by_rule)  # these the rules know as well as the trees
    if surely > SURE or is_struck or (role == "helped" and _is_named_at_once(hearing, claim, by_rule)):
        return Choice((by_rule,), (surely,))
    others = parties_of(hearing, claim, role, by_rule)[1:]
    if role == "actor":
        owners = _owners(hearing, claim, by_rule)
        others = [party for party in others if owners.isdisjoint(party)]
    shares = likelihoods(question, [signs_of_party(hearing, claim, role, by_rule, party) for party in others])
    return Choice((by_rule, *others), (surely, *shares))


def _is_between_officials(hearing: Hearing, claim: Action | Response) -> bool:
    """True for "the envoy met the president": of two who meet, neither is whom it helps, unless it is said for whom."""
    if claim.type != ActionType.MEETING or len(claim.actors) <= 1:
        return False
    actors = [hearing.index[a] for a in claim.actors if a in hearing.index]
    return not any(a in hearing.held for a in actors) and not _is_talked_about(hearing, hearing.at(claim.trigger))


def _is_talked_about(hearing: Hearing, at: int) -> bool:
    """True for "met the ambassador to talk about Anna Li": the sentence says on whose account."""
    scene = hearing.scene
    first, stop = scene.bounds[scene.units[at].sentence]
    named = (i for i in range(at + 1, stop) if scene.units[i].form is MentionForm.NAME and scene.units[i].of in hearing.held)
    return any(not _ABOUT.isdisjoint(u.low for u in scene.units[max(first, i - 3) : i]) for i in named)


_ABOUT: Final = ENGLISH.group("deed_decisions.about")


def _owners(hearing: Hearing, claim: Action | Response, by_rule: Group) -> set[int]:
    """X in "X's lawyer called for his release", "lawyers for X asked", where the lawyer acts by the rules: the words say whose lawyer, not that X did it."""
    scene = hearing.scene
    first, stop = scene.bounds[scene.units[hearing.at(claim.trigger)].sentence]
    nouns = (i for i in range(first, stop) if scene.units[i].of in by_rule and scene.units[i].form is MentionForm.NOMINAL)
    return {person for i in nouns for person in whose_people(scene, i)}


def _whose_friends_ask(hearing: Hearing, claim: Action | Response) -> int | None:
    """X in "the wife of X called for his release", "lawyers for X asked the court to free him": whoever else the page is about."""
    if claim.type != ActionType.DEMAND_RELEASE:
        return None
    scene = hearing.scene
    stop = scene.bounds[scene.units[hearing.at(claim.trigger)].sentence][1]
    owners = _owners(hearing, claim, tuple(hearing.index[i] for i in claim.actors if i in hearing.index))
    if len(owners) != 1:
        return None
    (owner,) = owners
    behind = scene.units[hearing.at(claim.trigger) : stop]
    pronouns = [u.low for u in behind if u.low in _OF_ONE]
    named = {u.of for u in behind if u.form is MentionForm.NAME and scene.is_person(u)} - {owner}
    return owner if pronouns and not named and may_be(scene.entities[owner], pronouns[0]) else None


def _is_named_at_once(hearing: Hearing, claim: Action | Response, by_rule: Group) -> bool:
    """True for "freedom for the blogger X", "its prize to X and his wife": right behind the words of the deed these are told of, and nobody else.

    So are those of "the poet's release", "the blogger and the poet", if the text introduces one with each noun.
    """
    if claim.type == ActionType.MEETING:
        return False  # whom a minister meets is seldom whom it is about
    scene = hearing.scene
    if claim.type == ActionType.DEMAND_RELEASE and by_rule and set(by_rule) == _subject_that_must(scene, scene.at(claim.trigger.start)):
        return True
    at = scene.at(claim.trigger.stop - 1)
    stop = min(scene.bounds[scene.units[at].sentence][1], at + 1 + _AT_ONCE)
    end = next((i for i in range(at + 1, stop) if _parts(scene, i)), stop)
    behind = range(at + 1, end)
    owning = [i for i in behind if scene.units[i].low in OWNING]
    people = [u for u in scene.units[at + 1 : end] if scene.is_person(u) and u.form is not MentionForm.PRONOUN]
    if named := {u.of for u in people if u.form is MentionForm.NAME}:
        return not owning and set(by_rule) in (named, named | {u.of for u in people if scene.entities[u.of].is_named})
    called = {scene.units[i].of for i in behind if _is_called_so(scene, i)}
    return bool(called) and set(by_rule) == called and all(_is_of_custody(scene, i) for i in owning)


def _subject_that_must(scene: Scene, at: int) -> set[int]:
    """X of "X must be released", "X and Y should be freed"; nobody where other words stand in front."""
    i, first = at - 1, scene.bounds[scene.units[at].sentence][0]
    while i > first and (scene.has_any(scene.units[i], ("be", "modal", "adverb")) or scene.units[i].low.endswith("ly")):
        i -= 1
    if i == at - 1:
        return set()
    found: set[int] = set()
    while i >= first and (scene.units[i].form is MentionForm.NAME or (found and scene.units[i].low in (",", "and"))):
        if scene.units[i].form is MentionForm.NAME and scene.is_person(scene.units[i]):
            found.add(scene.units[i].of)
        elif scene.units[i].form is MentionForm.NAME:
            break
        i -= 1
    return found


def _is_called_so(scene: Scene, i: int) -> bool:
    """True for "the poet" where the text introduces one person, who is in no office, with this noun."""
    unit = scene.units[i]
    if unit.form is not MentionForm.NOMINAL or not scene.is_person(unit) or not unit.low.startswith("the ") or is_authority(scene, unit.of):
        return False
    noun = unit.low.split()[-1]
    return unit.of == introduced_as(scene, noun, i) == introduced_as(scene, noun, 0)


def _is_of_custody(scene: Scene, owning: int) -> bool:
    """True in "the poet's release", "the poet's two-year sentence", not in "the poet's lawyer"."""
    nouns = words_of(scene.language, "custody_noun", "person_nouns") | _RELEASE
    return any(w in nouns for u in scene.units[owning + 1 : owning + 4] for w in u.low.split())


_RELEASE: Final = frozenset({"release", "freedom", "liberation", "health", "life", "safety", "fate", "plight"})


def _parts(scene: Scene, i: int) -> bool:
    """True for a verb or mark that ends those told of, not for "to let X go" and the comma before "as well as Y"."""
    if scene.units[i].kind is UnitKind.MARK:
        return not (i + 1 < len(scene.units) and is_as_well_as(scene, i + 1))
    return is_finite(scene, i) and scene.units[i - 1].low != "to"


_AT_ONCE: Final = 9  # units from the words of the deed to the name
_OF_ONE: Final = frozenset({"he", "him", "his", "she", "her"})


def _is_in_general(hearing: Hearing, claim: Action | Response) -> bool:
    """True for a demand or a judgement about people in general, whoever else the text tells of."""
    at = hearing.at(claim.trigger)
    if claim.type == ActionType.DEMAND_RELEASE:
        return asks_in_general(hearing.scene, at, len(hearing.held))
    return claim.type == ActionType.CONDEMN and judges_in_general(hearing.scene, at)


def _ids(hearing: Hearing, party: Group, named: tuple[str, ...]) -> tuple[str, ...]:
    """The ids of these; as they are named where they are the same."""
    if party == tuple(hearing.index[i] for i in named if i in hearing.index):
        return named
    return tuple(hearing.scene.entities[i].id for i in party)
