"""Which body or person acts or speaks here?"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import takewhile
from typing import Final

from habeas.case.claim import Quote
from habeas.case.vocabulary import EntityKind, MentionForm
from habeas.languages.english import ENGLISH
from habeas.read.at_large import is_plural
from habeas.read.authorship import (
    WE,
    authors_of,
    has_its_subject_above,
    heading_actors,
    is_in_marks,
    together_with,
    undersigned,
    we_before,
    who_signs,
    who_we_are,
)
from habeas.read.cast import Cast
from habeas.read.clauses import find_subject
from habeas.read.doers import (
    body_before_which,
    earlier_subjects,
    names_people,
    paper_before,
    parted_subject,
    subject_of_cited,
    subject_of_paper,
    subject_of_participle,
    subject_of_sayer,
    subject_of_saying,
)
from habeas.read.grammar import words_of
from habeas.read.in_office import ENVOYS
from habeas.read.noun_groups import NounGroup, is_person_noun, read_group
from habeas.read.persons_of_event import resolve_group, resolve_noun_words
from habeas.read.scene import Scene, UnitKind
from habeas.read.spokespeople import body_of, body_of_unnamed, is_spokesman
from habeas.read.verb_groups import VerbGroup, Voice, finite_group, is_finite

ACCUSED_NOUNS: Final = frozenset({"client", "defendant", "accused", "suspect", "prisoner", "detainee", "convict"})


def actors_of(cast: Cast, group: VerbGroup, quotes: Sequence[Quote] = (), *, outsiders: bool = True) -> tuple[int, ...]:
    """Who does what the verb says: its subject, active or after "by"; "we" in a quote is its speaker; else whoever the sentence says speaks.

    `outsiders`: the deed is one that others do for those in custody, so a subject before theirs is preferred.
    """
    scene = cast.scene
    quoted = quoted_speaker(scene, group.anchor, quotes)
    if not quoted and has_its_subject_above(scene, group) and (above := heading_actors(cast, group.anchor)):
        return above
    if group.voice in (Voice.PASSIVE, Voice.REDUCED):
        return _agent(scene, group.anchor) or quoted
    if other := _whose_call(scene, group.anchor) or _thanked(scene, group.anchor):
        return other
    group = _governing(scene, group)
    subject = (
        body_before_which(scene, group)
        or subject_of_cited(scene, group)
        or subject_of_participle(scene, group)
        or _behind_front(scene, find_subject(scene, group))
    )
    if (speaking := we_before(scene, group)) is not None:
        subject = speaking
    if any(u.low in WE and u.form is not MentionForm.NAME for u in scene.units[subject.first : subject.stop]):
        return _we_act(cast, group, subject, quoted)
    if (paper := paper_before(scene, group)) is not None and (author := subject_of_paper(scene, paper, group.first)) is not None:
        found = named_actors(cast, author)
        if found or names_people(scene, author):
            return found
    if (sayer := subject_of_sayer(scene, group)) is not None and (found := named_actors(cast, sayer)):
        return found
    if (signed := undersigned(cast, subject)) and not is_in_marks(scene, group.anchor):
        return signed
    found = named_actors(cast, subject)
    if not found and (parted := parted_subject(scene, group)) is not None:
        subject, found = parted, named_actors(cast, parted)
    if len(found) == 1 and not scene.entities[found[0]].is_named:
        found = (*found, *_named_among(scene, subject))
    if not found and subject.is_empty:
        found = heading_actors(cast, group.anchor)
    found = _not_the_held(cast, subject, _who_acted_before(cast, subject, found) or found)
    if outsiders and found and all(a in cast.held for a in found):
        found = next((f for e in earlier_subjects(scene, group) if (f := named_actors(cast, e)) and not set(f) & set(cast.held)), found)
    if (spoken := _spoken_for(cast, group, subject, found)) and not is_in_marks(scene, group.anchor):
        return spoken
    if not found and _has_words(scene, subject) and not is_in_marks(scene, group.anchor):
        return quoted  # somebody acts whom the text does not name: not whoever speaks nearby
    return found or quoted or speaker_beside(scene, group.anchor)


def _we_act(cast: Cast, group: VerbGroup, subject: NounGroup, quoted: tuple[int, ...]) -> tuple[int, ...]:
    """Who "we" or "I" is as the subject: the speaker of the quote, else who signs or opens the text, else whom the word was tied to."""
    scene = cast.scene
    tied = tuple(dict.fromkeys(u.of for u in scene.units[subject.first : subject.stop] if u.low in WE and u.of >= 0))
    is_one = any(u.low == "i" for u in scene.units[subject.first : subject.stop])
    ours = (tied or who_signs(scene) or authors_of(scene)) if is_one else (who_we_are(cast) or tied)
    said = quoted or (speaker_beside(scene, group.anchor) if is_in_marks(scene, group.anchor) else ours)
    if said or is_in_marks(scene, group.anchor):
        return (*_of_we(scene, said), *together_with(scene, group.first))
    return named_actors(cast, subject)  # "We, the heads of mission of Ireland and Sweden, have learned"


def _behind_front(scene: Scene, subject: NounGroup) -> NounGroup:
    """Of "Following the sentencing of X by a court, members condemn …" the members: a phrase that opens the sentence has no part in the subject."""
    commas = [i for i in range(subject.stop - 1, subject.first, -1) if scene.units[i].low == ","]
    comma = next((i for i in commas if not any(k > i and _is_title_behind(scene, k, subject.heads) for k in subject.heads)), None)
    if comma is None or not any(i > comma for i in subject.heads) or not any(i < comma for i in subject.heads):
        return subject
    first = scene.units[scene.openings[scene.units[comma].sentence]]  # behind its dateline
    opens = scene.has_any(first, ("preposition", "subordinator")) or first.low in _OPENERS
    if not opens or any(scene.has(scene.units[i], "conjunction") for i in range(comma + 1, subject.stop)):
        return subject
    return read_group(scene, comma + 1, subject.stop)


_OPENERS: Final = frozenset({"following", "citing", "amid", "given", "despite", "alongside", "according"})


def _spoken_for(cast: Cast, group: VerbGroup, subject: NounGroup, found: tuple[int, ...]) -> tuple[int, ...]:
    """Who "the agency" or "Brussels" is, in "A spokeswoman of UNHCR, X, said the agency was alarmed": the body, and who speaks for it."""
    scene = cast.scene
    if len(subject.heads) != 1 or len(found) > 1:
        return ()
    unit = scene.units[subject.heads[0]]
    is_body = unit.form is MentionForm.NOMINAL and unit.low.startswith("the ") and unit.low.split()[-1] in _ITSELF
    if not is_body and not (unit.of >= 0 and scene.entities[unit.of].kind is EntityKind.PLACE):
        return ()
    said = subject_of_saying(scene, group.anchor)
    speaking = named_actors(cast, said) if said is not None and said.stop <= subject.first else ()
    body = next((b for p in speaking if scene.entities[p].is_named and (b := body_of(scene, p)) is not None), None)
    return (*speaking, body) if body is not None and body not in speaking else ()


_ITSELF: Final = frozenset(
    {"agency", "organisation", "organization", "group", "body", "union", "mission", "office", "committee", "association", "watchdog"}
)


def _governing(scene: Scene, group: VerbGroup) -> VerbGroup:
    """For an infinitive, the finite verb that governs it, whose subject acts: "she has appealed to the Vatican to plead for …"."""
    if not group.is_infinitive:
        return group
    start = scene.bounds[scene.units[group.anchor].sentence][0]
    for j in range(group.first - 1, start, -1):
        if scene.units[j].kind is UnitKind.MARK and scene.units[j].low not in (",", '"', "“", "”"):
            break
        if is_finite(scene, j):
            return finite_group(scene, j)
    return group


def _of_we(scene: Scene, speakers: tuple[int, ...]) -> tuple[int, ...]:
    """Who "we" is in the mouth of a body's spokesman: the body, and then the one who speaks for it."""
    body = body_of(scene, speakers[0]) if len(speakers) == 1 else None
    return speakers if body is None else (body, *speakers)


def with_bodies(cast: Cast, actors: Sequence[int]) -> tuple[int, ...]:
    """The actors; beside a person in office, the body in whose name he or she acts."""
    if len(actors) != 1 or actors[0] in cast.held:
        return tuple(actors)
    body = body_of(cast.scene, actors[0])
    body = body_of_unnamed(cast.scene, actors[0]) if body is None else body
    return tuple(actors) if body is None else (actors[0], body)


def _has_words(scene: Scene, subject: NounGroup) -> bool:
    """True if a noun stands in the subject, be it one that no word list knows."""
    closed = ("preposition", "conjunction", "determiner", "adverb", "negation", "relative", "subordinator", "be", "have", "modal")
    return any(
        u.kind is UnitKind.WORD and not u.low.isdigit() and not scene.has_any(u, closed) and not u.low.endswith("ly")
        for u in scene.units[subject.first : subject.stop]
    )


def _not_the_held(cast: Cast, subject: NounGroup, found: tuple[int, ...]) -> tuple[int, ...]:
    """Who "he" is that asks for others' release: whoever spoke in the sentence before, rather than the person in custody."""
    scene = cast.scene
    pronouns = [i for i in subject.heads if scene.units[i].form is MentionForm.PRONOUN]
    if len(found) != 1 or found[0] not in cast.held or not pronouns:
        return found
    if any(u.low in ("himself", "herself") for u in scene.units[subject.first : subject.stop]):
        return found  # "She herself denies it": she, and not whoever spoke before
    number = scene.units[pronouns[0]].sentence
    speaker = _speaker_in(scene, number - 1) if number else None
    return (speaker,) if speaker is not None and speaker not in cast.held else found


def _who_acted_before(cast: Cast, subject: NounGroup, found: tuple[int, ...]) -> tuple[int, ...]:
    """Who "they" or "it" at the head of a sentence is: the subject of the sentence before, not somebody whom that one merely mentions."""
    scene = cast.scene
    at = subject.heads[0] if len(subject.heads) == 1 else subject.noun
    if at is None or scene.units[at].low not in ("they", "it"):
        return ()
    number = scene.units[at].sentence
    if number == 0 or at > scene.bounds[number][0] + 1:
        return ()
    first, stop = scene.bounds[number - 1]
    verb = next(
        (
            j
            for j in range(first + 1, stop)
            if is_finite(scene, j) or scene.has(scene.units[j], "speech_verb") or scene.units[j].low in _JUDGE
        ),
        None,
    )
    if verb is None or is_in_marks(scene, verb):
        return ()
    before = find_subject(scene, finite_group(scene, verb))
    acted = named_actors(cast, before)
    heads = [scene.units[i] for i in before.heads]
    is_plural = len(acted) > 1 or any(scene.is_person(u) and u.low.endswith("s") for u in heads)
    fits = is_plural if scene.units[at].low == "they" else not any(scene.is_person(u) for u in heads)
    return acted if fits and acted and not set(acted) & set(found) and not set(acted) & set(cast.held) else ()


_JUDGE: Final = frozenset({"expressed", "condemned", "denounced", "called", "demanded", "urged", "voiced", "issued"})


def named_actors(cast: Cast, subject: NounGroup) -> tuple[int, ...]:
    """The bodies and persons that head the noun group; a body that only stands before a person's name is left out."""
    scene = cast.scene
    heads = [i for i in subject.heads if scene.units[i].of >= 0 and scene.entities[scene.units[i].of].kind is not EntityKind.PLACE]
    heads = [i for i in heads if not _sends(scene, i)] or heads
    heads = [i for i in heads if not _is_bracketed(scene, i, subject.first)] or heads
    members = [i for i in subject.governed if scene.is_body(scene.units[i]) and not _is_where(scene, i)]
    noun = next((i for i in heads if scene.units[i].form is MentionForm.NOMINAL), None)
    if noun is not None and not scene.is_person(scene.units[noun]) and (states := _states_behind(scene, noun, subject.stop)):
        joined = [
            i for i in heads if i > states[-1] and scene.units[i].form is MentionForm.NAME
        ]  # "the governments of X and Y, and the UN"
        return tuple(dict.fromkeys(scene.units[i].of for i in (noun, *states, *joined)))
    if heads and noun is not None and not any(scene.entities[scene.units[i].of].is_named for i in heads if not _modifies(scene, i, noun)):
        called = scene.units[noun].low.split()[-1]
        if (owner := _owner_of_branch(scene, noun, subject)) is not None:
            return (owner,)
        is_state = called in words_of(scene.language, "state_noun", "settings")
        is_court = any(scene.entities[scene.units[i].of].kind is EntityKind.COURT for i in members)
        is_mouthpiece = is_spokesman(called) and not is_court  # "a spokesman for the court": no court answers by another's mouth
        members = [i for i in members if is_state or scene.entities[scene.units[i].of].kind is not EntityKind.PLACE]
        bodies = [*members[:1], *(i for i in heads if _modifies(scene, i, noun))]
        own = [i for i in heads if i not in bodies]
        if scene.is_person(scene.units[noun]) and own and not is_mouthpiece:
            return tuple(dict.fromkeys(scene.units[i].of for i in own))  # "the foreign ministers of X and Y", "a spokesman for the court"
        if bodies:  # "the government of Belgium" is Belgium too; "the editors of Kloop", "UN experts" speak for themselves
            return tuple(dict.fromkeys(scene.units[i].of for i in ((*own, *bodies) if is_state or is_mouthpiece else own or bodies)))
    if len(heads) == 1 and scene.units[heads[0]].form is MentionForm.NOMINAL and scene.units[heads[0]].low.split()[-1] in ACCUSED_NOUNS:
        return resolve_noun_words(cast, heads[0]).persons
    persons = [i for i in heads if scene.is_person(scene.units[i])]
    kept = [i for i in heads if i in persons or not any(_only_before(scene, i, p) for p in persons)]
    if (
        len(kept) == 1
        and kept[0] not in persons
        and (
            _is_of_office(scene, kept[0], subject.stop)
            or _is_of_many(scene, kept[0], subject.stop)
            or _are_members(scene, subject, kept[0])
        )
    ):
        return ()
    if len(kept) == 1 and (named := _beside_in_apposition(scene, kept[0]) or _owner_of_branch(scene, kept[0], subject)) is not None:
        return (named,)
    kept = [i for i in kept if not _is_office_of(scene, i, persons)]
    kept = [i for i in kept if not is_paper(scene, i) and not _is_title_behind(scene, i, kept)]
    if kept:
        joined = sorted({*kept, *_places_between(scene, subject, kept)})
        return tuple(dict.fromkeys(scene.units[i].of for i in (*_joined_places(scene, kept), *joined)))
    if members and not heads and not _are_members(scene, subject, members[0]):
        return (scene.units[members[0]].of,)  # "the human-rights subcommittee of the Parliament"
    if subject.noun is not None:
        return resolve_group(cast, subject).persons
    capitals = [
        i
        for i in subject.heads
        if scene.units[i].form is MentionForm.NAME
        and (not _has_words(scene, NounGroup(i + 1, subject.stop)) or _is_before_state(scene, i, subject.stop))
    ]
    joined = capitals[:1]  # "Copenhagen expects"; not "the US secretary of state"
    for i in capitals[1:]:
        if not all(u.low in (",", "the") or scene.has(u, "conjunction") for u in scene.units[joined[-1] + 1 : i]):
            break
        joined.append(i)  # "Norway and Iceland introduced"
    return tuple(dict.fromkeys(scene.units[i].of for i in joined))


def _is_bracketed(scene: Scene, i: int, first: int) -> bool:
    """True for "USA" of "The Troika (USA, UK, Norway)": a member of what is named before the bracket."""
    opens = next((k for k in range(i - 1, first, -1) if scene.units[k].low in ("(", ")")), None)
    if opens is None or scene.units[opens].low == ")":
        return False
    inside = takewhile(lambda u: u.low != ")", scene.units[opens + 1 : scene.bounds[scene.units[i].sentence][1]])
    return any(u.low == "," for u in inside)


def _sends(scene: Scene, i: int) -> bool:
    """True for each state of "the embassies of X, Y and Z", "the ambassadors of X and Y": their missions act together."""
    if scene.units[i].form is not MentionForm.NAME or scene.is_person(scene.units[i]):
        return False
    j = i - 1
    while j > 0 and (scene.units[j].low in (",", "the") or scene.has(scene.units[j], "conjunction") or _is_state(scene, j)):
        j -= 1
    return j > 0 and scene.units[j].low == "of" and scene.units[j - 1].low.split()[-1] in _SENT


def _is_state(scene: Scene, i: int) -> bool:
    unit = scene.units[i]
    return unit.form is MentionForm.NAME and scene.entities[unit.of].kind in (EntityKind.PLACE, EntityKind.GOVERNMENT)


_SENT: Final = frozenset({"embassies", "consulates", "missions", "ambassadors", "envoys", "diplomats", "delegations"})


def _are_members(scene: Scene, subject: NounGroup, body: int) -> bool:
    """True for "thirty-eight states of the OSCE", "nine members of the Council": some of a body, and not the body."""
    of = next((i for i in range(body - 1, subject.first, -1) if scene.units[i].low in ("of", "from", "in")), None)
    if of is None:
        return False
    noun = scene.units[of - 1]
    return noun.low in _MEMBERS or (is_plural(scene, noun) and is_person_noun(scene, noun))


_MEMBERS: Final = ENGLISH.group("bodies.members")


def _is_office_of(scene: Scene, i: int, persons: Sequence[int]) -> bool:
    """True for "the OSCE Representative on Freedom of the Media" in front of ", X,": X holds the office."""
    named = i + 2 < len(scene.units) and scene.units[i + 1].low == "," and i + 2 in persons
    return named and i not in persons and not ENVOYS.isdisjoint(scene.units[i].low.split())


def _named_among(scene: Scene, subject: NounGroup) -> tuple[int, ...]:
    """Those whom "four experts, among them the rapporteur X," names."""
    last = max((*subject.heads, subject.noun if subject.noun is not None else -1), default=-1)
    behind = scene.units[last + 1 : last + 5]
    at = next((i for i, u in enumerate(behind, last + 1) if u.low in ("among", "including")), None)
    if at is None or last < 0 or behind[0].low != ",":
        return ()
    stop = next((i for i in range(at + 1, min(at + 12, len(scene.units))) if scene.units[i].low == ","), at)
    return tuple(u.of for u in scene.units[at + 1 : stop] if u.form is MentionForm.NAME and scene.is_person(u))


def _is_before_state(scene: Scene, i: int, stop: int) -> bool:
    """True for a place right before "government" or "authorities": "the Hong Kong government"."""
    return i + 1 < stop and scene.units[i + 1].low in words_of(scene.language, "state_noun", "settings")


def is_paper(scene: Scene, i: int) -> bool:
    """True for a mention of a text, which is nobody: "a message", "the 19 May statement"."""
    return scene.units[i].form is MentionForm.NOMINAL and any(w in PAPERS for w in scene.units[i].low.split())


def _is_title_behind(scene: Scene, i: int, heads: Sequence[int]) -> bool:
    """True for the office in "X, Germany's foreign minister, …": it is X who holds it."""
    named = [k for k in heads if k < i and scene.is_person(scene.units[k]) and scene.units[k].form is MentionForm.NAME]
    joins = i + 1 < len(scene.units) and scene.has(scene.units[i + 1], "conjunction")
    if (
        not named
        or joins
        or scene.units[i].form is MentionForm.NAME
        or not scene.is_person(scene.units[i])
        or scene.units[i].low.endswith("s")
    ):
        return False
    between = scene.units[named[-1] + 1 : i]
    return bool(between) and between[0].low == "," and not any(scene.has(u, "conjunction") for u in between)


def _owner_of_branch(scene: Scene, i: int, subject: NounGroup) -> int | None:
    """Whose branch the unnamed mention at `i` is: "Amnesty's South Asia office", "the Amnesty office in Rome" speak as Amnesty.

    A state's mission speaks for itself.
    """
    if scene.units[i].form is not MentionForm.NOMINAL or scene.units[i].low.split()[-1] not in _BRANCHES:
        return None
    owners = [p for p in subject.possessors if p < i and scene.units[p].form is MentionForm.NAME]
    owner = next((scene.units[p].of for p in reversed(owners)), None)
    if owner is None and i > subject.first and scene.units[i - 1].form is MentionForm.NAME:
        owner = scene.units[i - 1].of
    return owner if owner is not None and scene.entities[owner].kind is EntityKind.ORGANIZATION else None


_BRANCHES: Final = ENGLISH.group("bodies.branches")


def _beside_in_apposition(scene: Scene, i: int) -> int | None:
    """Whose apposition the unnamed mention at `i` is: "X, a government spokesman,"."""
    if (
        i < 2
        or scene.units[i].form is not MentionForm.NOMINAL
        or scene.units[i - 1].low != ","
        or scene.entities[scene.units[i].of].is_named
    ):
        return None
    before = scene.units[i - 2]
    fits = before.form is MentionForm.NAME and scene.entities[before.of].kind is scene.entities[scene.units[i].of].kind
    return before.of if fits and before.sentence == scene.units[i].sentence else None


def _places_between(scene: Scene, subject: NounGroup, kept: Sequence[int]) -> list[int]:
    """The states among bodies that act together: "USA" in "The EU, USA and UN Human Rights Office"."""
    inside = (i for i in subject.heads if kept[0] < i < kept[-1] and scene.units[i].form is MentionForm.NAME and _is_state(scene, i))
    return [i for i in inside if scene.units[i - 1].low in (",", "and", "the") and scene.units[i + 1].low in (",", "and")]


def _joined_places(scene: Scene, heads: Sequence[int]) -> list[int]:
    """The states that only their place in a list shows to act: "Britain" in "Britain and Canada have called"."""
    first = heads[0]
    if (
        scene.entities[scene.units[first].of].kind not in (EntityKind.GOVERNMENT, EntityKind.ORGANIZATION)
        or scene.units[first].form is not MentionForm.NAME
    ):
        return []
    out: list[int] = []
    j = first - 1
    while j > 0 and (scene.units[j].low in (",", "the") or scene.has(scene.units[j], "conjunction")):
        before = scene.units[j - 1]
        if scene.units[j].low == "the" and before.form is MentionForm.NAME:
            break  # "In Strasbourg the Congress"
        if (
            before.sentence == scene.units[first].sentence
            and before.form is MentionForm.NAME
            and scene.entities[before.of].kind is EntityKind.PLACE
        ):
            out.insert(0, j - 1)
            j -= 1
        j -= 1
    return out


def _is_of_many(scene: Scene, body: int, stop: int) -> bool:
    """True for "Ruritanian rights groups", "EU governments": several bodies act, and none is named."""
    for i in range(body + 1, min(stop, body + 4)):
        if scene.units[i].kind is not UnitKind.WORD or scene.has_any(scene.units[i], ("preposition", "conjunction")):
            return False
        if scene.units[i].low in _MANY_BODIES:
            return True
    return False


def _is_of_office(scene: Scene, body: int, stop: int) -> bool:
    """True for "the UN special rapporteur": who holds the office acts, and is not named."""
    return any(u.low.split()[-1] in _MANDATES for u in scene.units[body + 1 : min(stop, body + 5)])


_MANDATES: Final = ENGLISH.group("bodies.mandates")
_OFFICES: Final = ENGLISH.group("bodies.offices")
_MANY_BODIES: Final = ENGLISH.group("nominals.many_bodies")
PAPERS: Final = ENGLISH.group("doers.papers")


def _states_behind(scene: Scene, noun: int, stop: int) -> list[int]:
    """The states or cities of "the authorities in Hong Kong and Beijing"."""
    if scene.units[noun].low.split()[-1] not in words_of(scene.language, "state_noun", "settings"):
        return []
    return [
        i
        for i in range(noun + 1, stop)
        if scene.units[i].form is MentionForm.NAME and scene.entities[scene.units[i].of].kind in (EntityKind.PLACE, EntityKind.GOVERNMENT)
    ]


def _is_where(scene: Scene, i: int) -> bool:
    """True for "in Minsk" behind "eleven embassies": where they are, not whose they are."""
    before = [scene.units[j].low for j in range(max(0, i - 2), i)]
    return "in" in before or "at" in before[-1:] or "outside" in before


def _modifies(scene: Scene, i: int, noun: int) -> bool:
    """True for the name of a body right before a noun: "UN" in "UN experts"."""
    return scene.is_body(scene.units[i]) and scene.units[i].form is MentionForm.NAME and i + 1 == noun


def _only_before(scene: Scene, body: int, person: int) -> bool:
    """True if nothing but words of one noun group stands from the body to the person: "US Secretary of State X"."""
    return body < person and not any(
        scene.units[j].kind is UnitKind.MARK or scene.has(scene.units[j], "conjunction") for j in range(body + 1, person)
    )


def _agent(scene: Scene, anchor: int) -> tuple[int, ...]:
    stop = scene.bounds[scene.units[anchor].sentence][1]
    for i in range(anchor + 1, min(stop, anchor + 12)):
        if scene.units[i].low == "by":
            for j in range(i + 1, min(stop, i + 8)):
                if scene.units[j].of >= 0 and not _owns_what_follows(scene, j, stop):
                    return (scene.units[j].of, *_joined_bodies(scene, j, stop))
    return ()


def _whose_call(scene: Scene, anchor: int) -> tuple[int, ...]:
    """X in "rejected calls by X to release her", "ignored an appeal from X and Y"."""
    stop = scene.bounds[scene.units[anchor].sentence][1]
    if scene.units[anchor].low not in _CALLS or anchor + 2 >= stop or scene.units[anchor + 1].low not in ("by", "from"):
        return ()
    for j in range(anchor + 2, min(stop, anchor + 2 + _TO_WHOSE)):
        if scene.units[j].of >= 0 and not _owns_what_follows(scene, j, stop):
            return (scene.units[j].of, *_joined_bodies(scene, j, stop))
    return ()


def _thanked(scene: Scene, anchor: int) -> tuple[int, ...]:
    """X in "she thanked X for calling for her release", "he attacked X and Y for demanding it"."""
    first = scene.bounds[scene.units[anchor].sentence][0]
    if anchor - 3 < first or scene.units[anchor - 1].low != "for" or not scene.units[anchor].low.endswith("ing"):
        return ()
    verb = next((i for i in range(anchor - 2, max(first, anchor - 2 - _TO_THANKS), -1) if scene.units[i].low in _THANKS), None)
    if verb is None:
        return ()
    return tuple(dict.fromkeys(u.of for u in scene.units[verb + 1 : anchor - 1] if u.of >= 0 and u.form is MentionForm.NAME))


_CALLS: Final = frozenset("call calls demand demands appeal appeals request requests plea pleas".split())
_THANKS: Final = ENGLISH.group("bodies.thanks")
_TO_WHOSE: Final = 6  # units from "by" to the name
_TO_THANKS: Final = 10  # units from the thanks to "for"


def _owns_what_follows(scene: Scene, i: int, stop: int) -> bool:
    """True for "the Union" in "by the Union's rapporteur, Grace Tembo": the one named next is meant."""
    after = scene.units[i + 1 : min(stop, i + 8)]
    return bool(after) and after[0].low in ("'s", "'") and any(u.of >= 0 and u.form is MentionForm.NAME for u in after)


def _joined_bodies(scene: Scene, i: int, stop: int) -> tuple[int, ...]:
    """Those joined to the body or person of unit `i`: "by X, Y and the Council of Z", "by A; Senators B and C; and watchdogs including D"."""
    out: list[int] = []
    inside = 0
    for j in range(i + 1, stop):
        unit = scene.units[j]
        inside += (unit.low == "(") - (unit.low == ")")
        if (
            inside
            or unit.low in _MANY_BODIES
            or unit.low in (",", ";", ".", "including", ")")
            or scene.has_any(unit, ("conjunction", "determiner"))
        ):
            continue
        if unit.form is MentionForm.NAME:
            is_title = j + 1 < stop and scene.units[j + 1].kind is UnitKind.WORD and _is_capital(scene, j + 1)  # "U.S. Sens. B"
            if not is_title:
                out.append(unit.of)
        elif not (unit.form is MentionForm.NOMINAL and scene.is_body(unit)) and not (unit.kind is UnitKind.WORD and _is_capital(scene, j)):
            break
    return tuple(out)


def _is_capital(scene: Scene, i: int) -> bool:
    return scene.text[scene.units[i].span.start].isupper()


def quoted_speaker(scene: Scene, i: int, quotes: Sequence[Quote]) -> tuple[int, ...]:
    """The speaker of the quote that holds unit `i`."""
    place = scene.units[i].span
    for quote in quotes:
        if quote.speaker is not None and any(c.holds(place) for c in quote.content):
            return tuple(n for n, e in enumerate(scene.entities) if e.id == quote.speaker)
    return ()


def sayers(cast: Cast, i: int, quotes: Sequence[Quote], *, nearby: bool = True) -> tuple[int, ...]:
    """Who says the clause that unit `i` stands in: the speaker of its quote, the subject of its verb of saying, else who speaks `nearby`."""
    scene = cast.scene
    quoted, subject = quoted_speaker(scene, i, quotes), subject_of_saying(scene, i)
    found = named_actors(cast, subject) if subject is not None else ()
    told = quoted or found if is_in_marks(scene, i) else found or quoted
    return told or (speaker_beside(scene, i) if nearby else ())


def speaker_beside(scene: Scene, i: int) -> tuple[int, ...]:
    """Who the sentence of unit `i`, or the one after or before it, says is speaking."""
    number = scene.units[i].sentence
    if _a_paper_speaks(scene, number):
        return ()
    for near in (number, number + 1, number - 1):
        if 0 <= near < len(scene.bounds) and (found := _speaker_in(scene, near)) is not None:
            return (found,)
    return ()


def _a_paper_speaks(scene: Scene, number: int) -> bool:
    """True for a sentence such as "The letter states: …": whoever is named in the next one is not who wrote it."""
    first, stop = scene.bounds[number]
    return any(scene.has(scene.units[i], "speech_verb") and scene.units[i - 1].low.split()[-1] in PAPERS for i in range(first + 1, stop))


def acts_unnamed(scene: Scene, group: VerbGroup) -> bool:
    """True if the subject is a noun of bodies or people in office that no mention stands for: "UN experts", "Western diplomats"."""
    if group.voice in (Voice.PASSIVE, Voice.REDUCED):
        return False
    subject = find_subject(scene, group)
    words = [u for u in scene.units[subject.first : subject.stop] if u.kind is UnitKind.WORD and not scene.has(u, "adverb")]
    return bool(words) and words[-1].low in _OFFICES | _MANY_BODIES


def _speaker_in(scene: Scene, number: int) -> int | None:
    first, stop = scene.bounds[number]
    for i in range(first, stop):
        if not scene.has(scene.units[i], "speech_verb"):
            continue
        for j in (i - 1, i + 1, i - 2, i + 2):
            if first <= j < stop and scene.units[j].of >= 0 and not is_paper(scene, j) and not _crosses_verb(scene, i, j):
                return scene.units[j].of
    return None


def _crosses_verb(scene: Scene, a: int, b: int) -> bool:
    return any(is_finite(scene, k) or scene.units[k].low == "," for k in range(min(a, b) + 1, max(a, b)))


def officeholder(scene: Scene, first: int, stop: int) -> tuple[int, ...]:
    """Who holds the office that the units name ("the Secretary of State"): the one person in front of whose name the text puts those words."""
    office = [w for u in scene.units[first:stop] for w in u.low.split() if w not in ("the", "a", "an")]
    if not office or words_of(scene.language, "authority", "settings").isdisjoint(office):
        return ()
    said = " ".join(office)
    found = {
        u.of
        for i, u in enumerate(scene.units)
        if scene.is_person(u)
        and u.form is MentionForm.NAME
        and scene.words(max(scene.bounds[u.sentence][0], i - 6), i).lower().endswith(said)
    }
    return tuple(found) if len(found) == 1 else ()
