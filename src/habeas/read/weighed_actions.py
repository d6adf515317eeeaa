"""Which actions stand, when the rules and the encoder have both read the text? What either proposes is weighed (deed_decisions)."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Final

from habeas.case.claim import Action, Custody, Quote
from habeas.case.vocabulary import ActionType, MentionForm, Realis
from habeas.languages.english import ENGLISH
from habeas.read.action_claims import action_of
from habeas.read.action_needs import Deed, answers_critics
from habeas.read.action_tellings import dated_together, headline_stop, merge_actions
from habeas.read.actions import asked_through_readers, cast_of, is_a_court_at_work
from habeas.read.at_large import is_a_thing
from habeas.read.authorship import authors_of
from habeas.read.bodies import actors_of, acts_unnamed, quoted_speaker
from habeas.read.case_people import taken_in
from habeas.read.cast import Cast
from habeas.read.deed_decisions import those_that_stand
from habeas.read.deed_signs import Hearing, Proposed
from habeas.read.grammar import words_of
from habeas.read.in_office import is_authority
from habeas.read.lists import find_item_lists
from habeas.read.meetings import receives_a_thing
from habeas.read.patterns import PLAINLY
from habeas.read.scene import Scene, UnitKind
from habeas.read.signals import Signals
from habeas.read.verb_groups import Voice, without_verb
from habeas.read.weighed_events import PERHAPS, Telling, hit_of, is_retold, tellings, tied, units_of


def weigh_actions(hearing: Hearing, by_rule: Sequence[Action], custody: Sequence[Custody]) -> tuple[Action, ...]:
    """What stands of the rules' actions and of the encoder's, each with its people."""
    told = sorted(those_that_stand(hearing, proposed_actions(hearing, by_rule, custody)), key=lambda a: a.trigger.start)
    dated = dated_together(hearing.scene, find_item_lists(hearing.scene), told) if told else told  # by rules and by the encoder
    return merge_actions(hearing.scene, asked_through_readers(hearing.scene, dated))


def proposed_actions(hearing: Hearing, by_rule: Sequence[Action], custody: Sequence[Custody]) -> list[Proposed[Action]]:
    """The rules' actions and those that only the encoder sees."""
    scene, signals, quotes = hearing.scene, hearing.signals, hearing.quotes
    head = headline_stop(scene)  # what it tells is one claim with what the text tells of it below
    told = [
        t
        for t in tellings(signals, "action", PERHAPS)
        if not any(
            is_retold(scene, a.type.value, a.trigger, t) or (t.span.stop <= head and a.type.value == t.type and _opens(a, head))
            for a in by_rule
        )
    ]
    cast = cast_of(scene, custody) if told else None
    own = [p for telling in told if cast is not None and (p := _own(cast, telling, signals, quotes)) is not None]
    dated = dated_together(scene, cast.lists, [p.claim for p in own]) if cast is not None else ()
    return [
        *(Proposed(a, is_sure=a.confidence >= PLAINLY) for a in by_rule),
        *(replace(p, claim=a) for p, a in zip(own, dated, strict=True)),
    ]


def _opens(action: Action, head: int) -> bool:
    """True for an action that the headline tells too."""
    return any(p.start < head for p in action.passages)


def _own(cast: Cast, telling: Telling, signals: Signals, quotes: Sequence[Quote]) -> Proposed[Action] | None:
    """An action that only the encoder sees, with its people and what speaks against it; None where nobody acts or is meant."""
    scene, type_ = cast.scene, ActionType(telling.type)
    units = units_of(scene, telling.span)
    if not units or type_ is ActionType.OTHER or (type_ is ActionType.MEETING and receives_a_thing(scene, units[-1])):
        return None
    realis = signals.realis_probabilities(telling.span)
    if max(realis, key=lambda r: realis[r]) == Realis.NEGATED.value:
        return None
    group = replace(without_verb(scene, units[0]), voice=Voice.ACTIVE)
    ours = _we_who_are_quoted(scene, units[0], quotes)
    by = ours or tied(scene, signals, "actor", telling.span) or (() if type_ is ActionType.SANCTION else actors_of(cast, group, quotes))
    actors = () if acts_unnamed(scene, group) and not authors_of(scene) else by  # "UN experts" are not the UN
    helped = tied(scene, signals, "beneficiary", telling.span, people_only=True)
    if type_ is ActionType.CONDEMN:
        helped = _judged_here(scene, units) or helped
        helped = tuple(h for h in helped if h in cast.held or not is_authority(scene, h)) or helped
    targets = tied(scene, signals, "target", telling.span) if type_ is ActionType.SANCTION else ()
    deed = Deed(hit_of(type_.value, "judging", units), type_, group)
    action = action_of(cast, deed, actors, helped, targets=targets, addressees=tied(scene, signals, "addressee", telling.span))
    if action is None or (type_ is ActionType.DEMAND_RELEASE and is_a_court_at_work(scene, action)):
        return None
    is_for_some = bool(helped or (by and (type_ is ActionType.CONDEMN or targets)))
    return Proposed(action, by_encoder=True, objection=_objection(cast, action, units, by) or ("" if is_for_some else "for nobody"))


def _we_who_are_quoted(scene: Scene, at: int, quotes: Sequence[Quote]) -> tuple[int, ...]:
    """Whose words "We are deeply concerned" are, in a quote whose speaker is known: "Obrian embassy in Varin: “We are …”" is not Varin."""
    before = scene.units[max(scene.bounds[scene.units[at].sentence][0], at - _NEAR_WE) : at + 1]
    if not any(u.low in ("we", "i") for u in before):
        return ()
    return quoted_speaker(scene, at, quotes)


_NEAR_WE: Final = 4  # units from "we" to what we do


def _objection(cast: Cast, action: Action, units: tuple[int, ...], by: Sequence[int]) -> str:
    """What speaks against an action that only the encoder sees; "" for nothing."""
    scene = cast.scene
    if action.type is ActionType.AWARD and not _speaks_of_honour(scene, units[0]):
        return "no prize"
    if action.type is ActionType.DEMAND_RELEASE and not _speaks_of_freeing(scene, units[0]):
        return "no word of freeing"
    if action.type is ActionType.CONDEMN:
        if scene.units[units[0]].low.startswith(_PRAISING):
            return "praise"
        if _is_of_a_crime(scene, units[-1]):
            return "what they did"
        if scene.units[units[0]].low in _SPEAKING:
            return "a mere word"
        if _is_to_a_term(scene, units[-1]):
            return "a sentence"
        if answers_critics(scene, units[-1] + 1, all(is_authority(scene, a) for a in by)):
            return "answers critics"
    return "a court at work" if is_a_court_at_work(scene, action) else ""


_SPEAKING: Final = frozenset({"spoke", "speak", "speaks", "speaking", "talked", "talks"})  # "spoke of “a farce”"
_PRAISING: Final = ("welcom", "hail", "applaud", "prais", "salut", "thank", "greet", "commend")


def _is_of_a_crime(scene: Scene, i: int) -> bool:
    """True for "called the crimes “heinous”", "condemned his acts": what the held did is judged, not what was done to them."""
    stop = scene.bounds[scene.units[i].sentence][1]
    behind = [w for u in scene.units[i + 1 : min(stop, i + 4)] for w in u.low.split()]
    return any(w in _CRIMES for w in behind[:2])


_CRIMES: Final = frozenset({"crime", "crimes", "offence", "offences", "offense", "offenses", "deeds", "misdeeds", "wrongdoing"})


def _speaks_of_honour(scene: Scene, i: int) -> bool:
    """True if the sentence has a prize or an honour: "hails his homecoming" gives none."""
    words = words_of(scene.language, "prize", "settings") | _HONOURS
    return any(w in words for u in scene.units[slice(*scene.bounds[scene.units[i].sentence])] for w in u.low.split())


_HONOURS: Final = ENGLISH.group("responses.honours") | ENGLISH.group("weighed_actions.honours")


def _is_to_a_term(scene: Scene, i: int) -> bool:
    """True for "condemned him to sixteen years": a court's sentence."""
    behind = scene.units[i + 1 : i + 6]
    at = next((k for k, u in enumerate(behind) if u.low == "to"), None)
    return at is not None and any(u.kind is UnitKind.TERM for u in behind[at:])


def _judged_here(scene: Scene, units: tuple[int, ...]) -> tuple[int, ...]:
    """Whose custody the sentence says is judged, whomever the encoder ties to the words: "concern over the arrest in Minsk of X"."""
    first, stop = scene.bounds[scene.units[units[0]].sentence]
    nouns = words_of(scene.language, "custody_noun", "person_nouns")
    if behind := taken_in(scene, units[-1] + 1, stop):
        return tuple(behind)
    speaks_of_it = any(scene.units[i].low in nouns for i in range(units[-1] + 1, min(stop, units[-1] + 6)))
    return tuple(taken_in(scene, first, units[0])) if speaks_of_it else ()


def _speaks_of_freeing(scene: Scene, i: int) -> bool:
    """True if a word of freeing stands in the sentence, or in the list that it opens: "urged the Union to act" asks for something else."""
    first, stop = scene.bounds[scene.units[i].sentence]
    if any(u.low == ":" for u in scene.units[max(first, stop - 4) : stop]):
        stop = min(stop + _OF_LIST, len(scene.units))
    return any(
        w in _FREEING and not _of_expression(scene, j) and not is_a_thing(scene, j + 1, stop) and not _ends_nothing(scene, j)
        for j in range(first, stop)
        if scene.units[j].form is not MentionForm.NAME  # Amnesty International, Freedom House
        for w in scene.units[j].low.split()
    )


_OF_LIST: Final = 12  # units of the list under the line that asks


def _ends_nothing(scene: Scene, i: int) -> bool:
    """True for "an end to them", "ended a visit": no word of custody says what is to end."""
    if scene.units[i].low.split()[-1] not in ("end", "ended"):
        return False
    nouns = words_of(scene.language, "custody_noun", "person_nouns")
    return not any(w in nouns for u in scene.units[i + 1 : i + 7] for w in u.low.split())


def _of_expression(scene: Scene, i: int) -> bool:
    """True for "freedom of expression", "freedom of assembly": a right, and nobody's release."""
    after = scene.units[i + 1 : i + 3]
    before = [u.low for u in scene.units[max(0, i - 2) : i]]
    if scene.units[i].low in ("freedom", "liberty") and (
        before[-1:] in (["press"], ["media"], ["religious"]) or before == ["deprivation", "of"]
    ):
        return True
    return scene.units[i].low in ("freedom", "liberty") and len(after) > 1 and after[0].low == "of" and after[1].low in _RIGHTS


_RIGHTS: Final = ENGLISH.group("weighed_actions.rights")


_FREEING: Final = ENGLISH.group("weighed_actions.freeing")
