"""Who asks for whose release? One reader for each way in which a demand is told."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from habeas.case.claim import Action, Custody, Quote
from habeas.case.vocabulary import EntityKind, MentionForm, Realis
from habeas.languages.english import ENGLISH
from habeas.read.action_claims import action_of
from habeas.read.action_needs import Deed
from habeas.read.at_large import is_a_thing
from habeas.read.authorship import WE, authors_of, document_author, is_in_marks, who_we_are
from habeas.read.bodies import actors_of, named_actors, quoted_speaker, sayers, speaker_beside
from habeas.read.cast import Cast
from habeas.read.clauses import find_object, find_subject
from habeas.read.document import OWNING
from habeas.read.grammar import words_of
from habeas.read.helped import freed_beside, freed_by_bare_noun, freed_persons, not_kin, resolve_case
from habeas.read.listed_demands import asks_readers
from habeas.read.noun_groups import NounGroup
from habeas.read.realis import decide_realis
from habeas.read.sanctions import is_by_a_court
from habeas.read.scene import Scene, UnitKind
from habeas.read.verb_groups import VerbGroup, Voice, is_finite


def freeing(cast: Cast, deed: Deed, custody: Sequence[Custody], quotes: Sequence[Quote]) -> Action | None:
    """ "called for the release of X", "urged the government to free X", "demanded that the three be let go"."""
    scene = cast.scene
    if deed.group.voice is Voice.STATUS or _is_refused(scene, deed) or _frees_nobody(scene, deed) or _is_in_court(scene, deed):
        return None
    if is_by_a_court(scene, deed.group) or _is_in_spite_of_it(scene, deed):
        return None
    if not _OUGHT.isdisjoint(deed.group.helpers):
        return owing(cast, deed, custody, quotes)  # "Ruritania must end this prosecution and release X"
    is_asked = _is_asked_above(cast, deed) or asks_readers(scene, deed.hit.first)
    actors = () if is_asked else actors_of(cast, deed.group, quotes) or _askers_behind(cast, deed)
    actors = _but_whom_they_address(scene, deed, actors)
    if deed.group.voice is Voice.NOUN and _is_nobodys(scene, deed) and not (actors := _askers_behind(cast, deed)):
        return None
    freed = not_kin(cast, freed_persons(cast, deed.hit, actors), deed.hit.last)
    if not freed.is_someone and any(scene.entities[a].kind is not EntityKind.PERSON for a in actors):
        freed = freed_by_bare_noun(cast, deed.hit.last)
    if not freed.is_someone or (not actors and _opens_clause(scene, deed.hit.first)):
        return None
    return action_of(cast, deed, actors, freed.persons, addressees=_addressees(cast, deed))


_OUGHT: Final = frozenset({"must", "should", "ought"})


def _is_in_spite_of_it(scene: Scene, deed: Deed) -> bool:
    """True for "held him for years despite an international call for his release": what many had asked, and who tells of it does not ask."""
    before = [u.low for u in scene.units[max(0, deed.hit.first - 5) : deed.hit.first]]
    is_noun = scene.units[deed.hit.first].low in _APPEALS and (
        scene.units[deed.hit.first - 1].low in _OF_MANY or deed.group.voice is Voice.NOUN
    )
    return is_noun and not _IN_SPITE.isdisjoint(before) and not _OF_MANY.isdisjoint(before)


_IN_SPITE: Final = frozenset({"despite", "amid", "amidst", "notwithstanding", "against"})
_OF_MANY: Final = frozenset({"international", "global", "worldwide", "growing", "repeated", "widespread", "many", "mounting", "numerous"})


def _is_in_court(scene: Scene, deed: Deed) -> bool:
    """True for "issued notice on a habeas corpus petition for the release of X": what a party asks of a court."""
    nouns = [i for i in deed.hit.units if scene.units[i].low in ("petition", "petitions", "plea", "writ")]
    return any("corpus" in u.low.split() for i in nouns for u in scene.units[max(0, i - 2) : i])


def _is_nobodys(scene: Scene, deed: Deed) -> bool:
    """True for "A petition for the pair has gathered 90,000 names": nobody stands before the noun, and no release is spoken of."""
    noun = deed.hit.first
    first = scene.bounds[scene.units[noun].sentence][0]
    if any(scene.units[i].low in _RELEASE for i in deed.hit.units):
        return False
    return scene.units[noun].low == "petition" and not any(u.kind is UnitKind.MENTION or u.low in WE for u in scene.units[first:noun])


def _frees_nobody(scene: Scene, deed: Deed) -> bool:
    """True for "let the family speak to him", "free growers from the levy", "asked for a comment about the release", "Have you asked for …?"."""
    first, stop = scene.bounds[scene.units[deed.hit.last].sentence]
    last = scene.units[deed.hit.last].low
    behind = scene.units[deed.hit.last + 1 : min(stop, deed.hit.last + 12)]
    if last == "let" and not any(u.low in _OUT for u in behind):
        return True
    if last == "free" and (out := next((k for k, u in enumerate(behind) if u.low == "from"), None)) is not None:
        of = [w for u in behind[out + 1 : out + 5] for w in u.low.split()]
        if _OUT_OF.isdisjoint(of) and not any(u.form is MentionForm.NAME for u in behind[out + 1 : out + 4]):
            return True
    if scene.units[deed.hit.first].low.startswith("ask") and scene.units[deed.hit.first + 1].low in _QUESTIONS:
        return True
    if not _WORDS_ONLY.isdisjoint(u.low for u in scene.units[deed.hit.first + 1 : deed.hit.last]):
        return True
    asks_somebody = deed.group.first > first and scene.units[deed.group.first - 1].low == "you"
    return asks_somebody and scene.units[stop - 1].low == "?"


_QUESTIONS: Final = frozenset(
    {"about", "whether", "if", "why", "how", "when", "what"}
)  # "asked about a letter that called for his release"
_WORDS_ONLY: Final = frozenset({"comment", "comments", "information", "details", "interview", "clarification"})
_OUT: Final = frozenset({"go", "out", "home", "free", "walk", "leave", "return", "goes", "come", "travel"})


_OUT_OF: Final = ENGLISH.group("actions.out_of")


def _but_whom_they_address(scene: Scene, deed: Deed, actors: tuple[int, ...]) -> tuple[int, ...]:
    """Those who ask, in "Mr President, relatives and friends ask you to let them go": not the one who is spoken to."""
    if len(actors) < 2 or not any(scene.units[i].low == "you" for i in range(deed.hit.first + 1, deed.hit.last)):
        return actors
    first = scene.bounds[scene.units[deed.hit.first].sentence][0]
    opens = (i for i in range(first, min(first + 2, deed.hit.first)) if scene.units[i].form is MentionForm.NAME)
    called = [scene.units[i].of for i in opens if scene.units[i + 1].low == ","]
    return tuple(a for a in actors if a not in called)


def _askers_behind(cast: Cast, deed: Deed) -> tuple[int, ...]:
    """Who asks, of "appeals for her release from X and Y", "a petition for his freedom, launched by X": those behind the noun."""
    scene = cast.scene
    if deed.group.voice is not Voice.NOUN and scene.units[deed.hit.first].low not in _APPEALS:
        return ()
    stop = scene.bounds[scene.units[deed.hit.last].sentence][1]
    for i in range(deed.hit.last + 1, min(stop - 1, deed.hit.last + 12)):
        if scene.units[i].low == "from" or (scene.units[i].low == "by" and scene.units[i - 1].low in _MADE):
            by = find_object(scene, i + 1)
            return tuple(dict.fromkeys(scene.units[k].of for k in by.heads if scene.is_body(scene.units[k]))) or named_actors(cast, by)
        if is_finite(scene, i) and scene.units[i].low not in _MADE:
            return ()
    return ()


_APPEALS: Final = frozenset("appeal appeals call calls plea pleas demand demands petition petitions request requests campaign".split())


_MADE: Final = frozenset("launched tabled signed made issued organised organized started backed supported led initiated filed".split())


def echoing(cast: Cast, deed: Deed, before: Action, quotes: Sequence[Quote]) -> Action | None:
    """ "The bar demanded the same", "CPJ joined the call": for those for whom it was asked right before."""
    index = {e.id: i for i, e in enumerate(cast.scene.entities)}
    actors = actors_of(cast, deed.group, quotes)
    if not actors or set(before.actors) & {cast.scene.entities[a].id for a in actors} or _is_refused(cast.scene, deed):
        return None
    return action_of(cast, deed, actors, tuple(index[b] for b in before.beneficiaries))


def demanded(cast: Cast, deed: Deed, custody: Sequence[Custody], quotes: Sequence[Quote]) -> Action | None:
    """ "Her release was demanded by X", "calls for his release came from X": who asks stands behind, who is to be freed beside "release"."""
    scene = cast.scene
    stop = scene.bounds[scene.units[deed.hit.last].sentence][1]
    if deed.hit.last + 1 >= stop:
        return None
    by = find_object(scene, deed.hit.last + 1)
    actors = _who_is_behind_by(cast, by)
    release = next((i for i in deed.hit.units if scene.units[i].low in _RELEASE), deed.hit.first)
    freed = not_kin(cast, freed_beside(cast, release, actors), release)
    return action_of(cast, deed, actors, freed.persons) if actors and freed.is_someone else None


def _who_is_behind_by(cast: Cast, by: NounGroup) -> tuple[int, ...]:
    """The bodies, states and people of "by Norway, the Guild and the rapporteur Y"; a body that only stands before a name is left out."""
    scene = cast.scene
    found = named_actors(cast, by)
    bodies = [scene.units[i].of for i in by.heads if scene.is_body(scene.units[i])]
    if any(scene.entities[a].kind is EntityKind.PERSON for a in found):
        states = {b for b in bodies if scene.entities[b].kind in (EntityKind.PLACE, EntityKind.GOVERNMENT)}
        return tuple(dict.fromkeys(scene.units[i].of for i in by.heads if scene.units[i].of in {*found, *states}))
    return tuple(dict.fromkeys(bodies)) if len(bodies) >= len(found) else found


_RELEASE: Final = frozenset({"release", "freedom", "liberation", "pardon"})


def _opens_clause(scene: Scene, i: int) -> bool:
    """True for the noun of "Calls to release convicts cannot be discussed": nothing stands before it in its clause."""
    start = scene.bounds[scene.units[i].sentence][0]
    return scene.units[i].low.endswith("s") and i > start and scene.units[i - 1].low == ","


def wanting(cast: Cast, deed: Deed, custody: Sequence[Custody], quotes: Sequence[Quote]) -> Action | None:
    """ "wants him home", "wants the two out before Lent"."""
    actors = actors_of(cast, deed.group, quotes)
    freed = resolve_case(cast, find_object(cast.scene, deed.group.anchor + 1), deed.group.anchor + 1, actors)
    if not freed.is_someone or deed.group.voice in (Voice.NOUN, Voice.STATUS):
        return None
    return action_of(cast, deed, actors, freed.persons)


def _is_refused(scene: Scene, deed: Deed) -> bool:
    if decide_realis(scene, deed.group).realis is Realis.NEGATED:
        return True
    return _is_turned_down(scene, deed.group.first) and scene.units[min(deed.hit.first + 1, len(scene.units) - 1)].low not in ("by", "from")


def _is_turned_down(scene: Scene, first: int) -> bool:
    """True for "rejected a request to release X", "denied requests for", "turned down the defence's plea": the noun is what somebody else had asked."""
    before = [u.low for u in scene.units[max(scene.bounds[scene.units[first].sentence][0], first - _REFUSED_NEAR) : first]]
    is_object = before[-1:] and (before[-1] in _ITS_NOUN or before[-1] in OWNING or before[-1] in _TURNED_DOWN)
    return bool(is_object) and not _TURNED_DOWN.isdisjoint(before)


_REFUSED_NEAR: Final = 6  # units from the verb that turns down to the noun


_ITS_NOUN: Final = frozenset({"a", "an", "the", "any", "all", "his", "her", "their", "its"})


_TURNED_DOWN: Final = frozenset("rejected rejects dismissed denied denies refused refuses declined turned ignored overruled".split())


def freed(cast: Cast, deed: Deed, custody: Sequence[Custody], quotes: Sequence[Quote]) -> Action | None:
    """ "X must be released": the subject is to be freed, and whoever says so asks for it."""
    scene = cast.scene
    subject = find_subject(scene, VerbGroup(deed.hit.first, deed.hit.first, Voice.PASSIVE))
    actors = sayers(cast, deed.hit.first, quotes)
    if not actors and not is_in_marks(scene, deed.hit.first):
        actors = who_we_are(cast) or _we_who_write(scene)
    who = resolve_case(cast, subject, deed.hit.first, actors)
    return action_of(cast, deed, actors, who.persons) if actors and who.is_someone else None


def _we_who_write(scene: Scene) -> tuple[int, ...]:
    """The authors of a statement that says "we" outside of quotes: "X and Y should be released immediately" is asked by them."""
    return tuple(i for i, e in enumerate(scene.entities) if e.id == "we")


def owing(cast: Cast, deed: Deed, custody: Sequence[Custody], quotes: Sequence[Quote]) -> Action | None:
    """ "The authorities should release X, the committee said": the subject is asked, and whoever says so asks."""
    scene = cast.scene
    asked = actors_of(cast, deed.group)
    said = sayers(cast, deed.hit.first, quotes)
    actors = tuple(a for a in said if a not in asked)
    who = not_kin(cast, freed_persons(cast, deed.hit, (*asked, *actors)), deed.hit.last)
    if not who.is_someone or _is_refused(scene, deed):
        return None
    return action_of(cast, deed, actors, who.persons, addressees=tuple(a for a in asked if a not in who.persons))


def imperative(cast: Cast, deed: Deed, custody: Sequence[Custody], quotes: Sequence[Quote]) -> Action | None:
    """ "Free X!"."""
    if is_a_thing(cast.scene, deed.hit.last + 1, cast.scene.bounds[cast.scene.units[deed.hit.last].sentence][1]):
        return None
    who = resolve_case(cast, find_object(cast.scene, deed.hit.first + 1), deed.hit.first)
    actors = quoted_speaker(cast.scene, deed.hit.first, quotes)
    if not actors and not _is_asked_above(cast, deed):
        actors = speaker_beside(cast.scene, deed.hit.first) or authors_of(cast.scene) or document_author(cast.scene)
        if not actors:
            return None
    return action_of(cast, deed, actors, who.persons)


def _is_asked_above(cast: Cast, deed: Deed) -> bool:
    """True for an item of a list whose heading asks: "Please write and ask them to: (i) release X"."""
    number = cast.scene.units[deed.hit.first].sentence
    asks = words_of(cast.scene.language, "asked_by", "realis")
    for item_list in cast.lists:
        if number in item_list.items and item_list.heading is not None:
            above = cast.scene.units[slice(*cast.scene.bounds[item_list.heading])]
            return above[0].low == "to" or any(u.low in asks for u in above)  # "to the President of X:", over what to write
    return False


def _addressees(cast: Cast, deed: Deed) -> tuple[int, ...]:
    """Of whom it is asked: between the verb and "to release", or after "on"."""
    scene = cast.scene
    for i in range(deed.hit.first + 1, deed.hit.last):
        unit = scene.units[i]
        if (
            unit.of >= 0
            and unit.low not in _OWNERS
            and not (scene.is_person(unit) and unit.of in cast.held)
            and "to" in [scene.units[j].low for j in range(i + 1, deed.hit.last + 1)]
        ):
            return (unit.of,)
    return ()


_OWNERS: Final = frozenset({"his", "her", "their", "its", "our", "my"})  # "renewed her call on the authorities"
