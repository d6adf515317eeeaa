"""Who did what about a case. `{}` marks persons, `[]` bodies; see tests/read/told.py."""

from __future__ import annotations

import pytest

from habeas.case.claim import Action
from habeas.case.source import Source
from habeas.read.actions import read_actions
from habeas.read.listed_demands import asks_readers
from habeas.read.reader import read_source
from habeas.read.scene import set_scene
from tests.read.marked_text import read
from tests.read.told import tell

ACTIONS = [
    ("[The ministry] called for the release of {Anna Li}.", "demand_release", {"The ministry"}, {"Anna Li"}),
    (
        "A court jailed {Anna Li}. The government should release {Anna Li} and let reporters work, [the Committee] said Friday.",
        "demand_release",
        {"the Committee"},
        {"Anna Li"},
    ),
    (
        "A court jailed {Anna Li}. {Bo Lund} said that the state must end this prosecution and release {Anna Li}.",
        "demand_release",
        {"Bo Lund"},
        {"Anna Li"},
    ),
    ("[Amnesty] urged the government to free {Anna Li} and {Omar Said}.", "demand_release", {"Amnesty"}, {"Anna Li", "Omar Said"}),
    ("[Amnesty] demanded that {Anna Li} be released at once.", "demand_release", {"Amnesty"}, {"Anna Li"}),
    ("{Anna Li} was arrested by police. [Amnesty] demanded her immediate release.", "demand_release", {"Amnesty"}, {"Anna Li"}),
    ("{Anna Li} and {Omar Said} were arrested by police. [RSF] condemned these arrests.", "condemn", {"RSF"}, {"Anna Li", "Omar Said"}),
    ("[The embassy] voiced concern over the arrest of {Anna Li}.", "condemn", {"The embassy"}, {"Anna Li"}),
    ("[RSF] called the verdict against {Anna Li} “a disgrace”.", "condemn", {"RSF"}, {"Anna Li"}),
    ("[The Parliament] gave its 2025 freedom prize to {Anna Li}.", "award", {"The Parliament"}, {"Anna Li"}),
    ("The rights defender {Anna Li} was awarded the freedom prize in absentia.", "award", set(), {"Anna Li"}),
    ("[The Treasury] sanctioned the judge {Bo Lund} over the trial.", "sanction", {"The Treasury"}, set()),
    (
        "Police arrested {Anna Li}. The arrest of {Anna Li} was condemned by [PEN] and [the Council].",
        "condemn",
        {"PEN", "the Council"},
        {"Anna Li"},
    ),
    ("Police arrested {Anna Li}. The arrest drew criticism from [PEN] and [the Council].", "condemn", {"PEN", "the Council"}, {"Anna Li"}),
    ("Police arrested {Anna Li}. Condemnation of the arrest came from [PEN].", "condemn", {"PEN"}, {"Anna Li"}),
    ("A court jailed {Anna Li}. [PEN] said it was “deeply troubled”.", "condemn", {"PEN"}, {"Anna Li"}),
    ("A court jailed {Anna Li}. [PEN] hit out at the sentence.", "condemn", {"PEN"}, {"Anna Li"}),
    ("A court jailed {Anna Li}. [PEN] described the trial of {Anna Li} as a warning to everybody.", "condemn", {"PEN"}, {"Anna Li"}),
    ("A court jailed {Anna Li}. UN experts condemned the verdict against {Anna Li}.", "condemn", set(), {"Anna Li"}),
    ("Police arrested {Anna Li}. Calls for the release of {Anna Li} came from [PEN].", "demand_release", {"PEN"}, {"Anna Li"}),
    ("Police arrested {Anna Li}. The release of {Anna Li} was demanded by [PEN] last year.", "demand_release", {"PEN"}, {"Anna Li"}),
    ("Police arrested {Anna Li}. [PEN] launched a campaign for the release of {Anna Li}.", "demand_release", {"PEN"}, {"Anna Li"}),
    ("{Bo Lund} @bolund. Police arrested {Anna Li}. Release {Anna Li}!", "demand_release", {"Bo Lund"}, {"Anna Li"}),
    ("Police arrested {Anna Li}. The Courage Prize was awarded to {Anna Li} in 2021.", "award", set(), {"Anna Li"}),
    ("Police arrested {Anna Li}. The medal was conferred on {Anna Li} by [PEN].", "award", {"PEN"}, {"Anna Li"}),
    ("The judge jailed {Anna Li} and {Omar Said}. {Anna Li} shared the prize with {Omar Said}.", "award", set(), {"Anna Li", "Omar Said"}),
]


@pytest.mark.parametrize(
    "marked",
    [
        "A court jailed {Anna Li}. [PEN] urged [the Union] to impose sanctions on {Bo Lund}.",
        "A court freed {Anna Li}. [PEN] called the verdict “a relief”.",
        "A court jailed {Anna Li}. At present, calls to release persons convicted cannot be discussed.",
    ],
)
def test_not_an_action(marked: str) -> None:
    """A sanction only asked for, praise, and calls that nobody makes are none."""
    assert not [a for a in tell(marked).actions if a.type != "demand_release" or not a.actors]


@pytest.mark.parametrize(("marked", "type_", "actors", "helped"), ACTIONS)
def test_action_with_its_actors(marked: str, type_: str, actors: set[str], helped: set[str]) -> None:
    """The subject acts; those named after it, or meant by "these arrests" or "her", are helped."""
    told = tell(marked)
    found = [(str(a.type), told.names(a.actors), told.names(a.beneficiaries)) for a in told.actions]
    assert (type_, actors, helped) in found


@pytest.mark.parametrize("whom", ["all political prisoners", "thousands still held in the country", "those unjustly detained"])
def test_prisoners_at_large_are_nobody_named(whom: str) -> None:
    """A demand for prisoners in general helps none of the persons that the text happens to name."""
    told = tell(f"Police arrested {{Anna Li}} and {{Omar Said}} on Monday. [The Parliament] called for the release of {whom}.")
    assert [(told.names(a.actors), a.beneficiaries) for a in told.actions] == [({"The Parliament"}, ())]


def test_political_prisoners_with_names() -> None:
    """Names added to the group are helped."""
    told = tell("{Anna Li} was arrested by police. [The Parliament] demanded the release of political prisoners including {Anna Li}.")
    assert told.names(told.actions[0].beneficiaries) == {"Anna Li"}


def test_sanctioned_person_is_a_target() -> None:
    """Whom a sanction strikes is its target, not its beneficiary."""
    told = tell("[The Treasury] sanctioned the judge {Bo Lund} over the trial.")
    assert told.names(told.actions[0].targets) == {"Bo Lund"}


def test_addressee_of_a_demand() -> None:
    """ "urged the government to …": of whom it is asked."""
    told = tell("[Amnesty] urged [the Belarusian government] to free {Anna Li}.")
    assert told.names(told.actions[0].addressees) == {"the Belarusian government"}


@pytest.mark.parametrize(
    "marked",
    [
        "[The ministry] condemned the remarks of the envoys.",
        "A court condemned {Anna Li} to two years in prison.",
        "Exporters appealed to the government about the fruit.",
    ],
)
def test_no_action(marked: str) -> None:
    """What judges critics is a response; "condemned to" is a sentence; an appeal about goods frees nobody."""
    assert tell(marked).actions == ()


def test_headline_and_text_are_one_action() -> None:
    """A demand named in the headline and told in the text is one claim."""
    told = tell("[Amnesty] calls for release of {Anna Li}\n\n[Amnesty] called for the release of {Anna Li} on Monday.\n")
    assert len(told.actions) == 1
    assert len(told.actions[0].passages) == 2


def test_the_countries_of_embassies_do_not_act_themselves() -> None:
    """Behind "the embassies of" a country says whose they are; behind "the government of" it is the one that acts."""
    for subject, actor in (("The embassies of Belgium and Ireland", "The embassies"), ("The government of Belgium", "Belgium")):
        found = read(f"{subject} called for the release of Anna Li, a blogger whom a court in Minsk jailed on Monday.")
        (action,) = read_actions(set_scene(found.document, found.entities, (), (), ()))
        assert {e.name for e in found.entities if e.id in action.actors and e.name != "The government"} == {actor}


SPOKEN_FOR = [
    ("[RSF] director {Jane Smith} denounced the verdict against {Anna Li}.", {"RSF", "Jane Smith"}),
    ("{Jane Smith}, who chairs [the Committee], condemned the arrest of {Anna Li}.", {"the Committee", "Jane Smith"}),
    ("{Jane Smith} condemned the arrest of {Anna Li}.", {"Jane Smith"}),
]


@pytest.mark.parametrize(("marked", "actors"), SPOKEN_FOR)
def test_who_holds_an_office_acts_for_its_body(marked: str, actors: set[str]) -> None:
    """The body stands beside the person in whose name the office speaks; without an office the person acts alone."""
    told = tell(marked)
    assert [told.names(a.actors) for a in told.actions if a.type == "condemn"] == [actors]


MORE_DEMANDS = [
    "{Anna Li} was arrested by police. [The ministry] demanded that {Anna Li} be returned home without delay.",
    "{Anna Li} was arrested by police. [The guild] collects signatures for the release of {Anna Li}.",
    "{Anna Li} was arrested by police. [The embassy] demanded the liberation without conditions of {Anna Li}.",
    "{Anna Li} was arrested by police. [The union] wants {Anna Li} home before Easter.",
    "{Anna Li} was arrested by police. [The union] called for {Anna Li} to be freed.",
]


@pytest.mark.parametrize("marked", MORE_DEMANDS)
def test_ways_to_ask_for_freedom(marked: str) -> None:
    """Freedom is asked for in many words: going home, being returned, a petition, "wants her home"."""
    told = tell(marked)
    assert [told.names(a.beneficiaries) for a in told.actions if a.type == "demand_release"] == [{"Anna Li"}]


def test_a_judgement_ends_with_its_clause() -> None:
    """Whoever is appealed to behind "and" is not the one about whom it is judged."""
    told = tell("{Anna Li} was arrested by police. [RSF] condemned the arrest of {Anna Li} and appeals to {Bo Lund} to act.")
    assert told.names(told.actions[0].beneficiaries) == {"Anna Li"}


def test_a_prize_has_its_words_its_giver_and_its_place() -> None:
    """The prize behind the verb, whose prize it is, and the town of its sentence or of the one before that speaks of the honour."""
    told = tell(
        "{Anna Li} and {Omar Said} were to be honoured in Oslo. {Anna Li} was awarded the Free Voice prize in absentia, while {Omar Said} "
        "received [the Guild]'s Courage award. A court had jailed both."
    )
    first, second = (a for a in told.actions if a.type.value == "award")
    text = told.scene.text
    assert [a.what and a.what.words(text) for a in (first, second)] == ["the Free Voice prize", "the Guild's Courage award"]
    assert [told.names(a.actors) for a in (first, second)] == [set(), {"the Guild"}]
    assert [a.subtype for a in (first, second)] == ["in absentia", None]
    assert {a.place and a.place.words(text) for a in (first, second)} == {"Oslo"}


HELD = "{Anna Li} was arrested by police. "
PARTED = [
    ("{Emil Marks}, who for months had demanded her release, thanked his colleague.", {"Emil Marks"}),
    ("[The council], which in July sent a letter, pressed for {Anna Li} to be let go.", {"The council"}),
    ("[Amnesty] one day before required the authorities to release {Anna Li}.", {"Amnesty"}),
    ("[The Board] had, in the evening of the same day, appealed to the president to release {Anna Li}.", {"The Board"}),
    ("[The committee] found that she had been beaten and called on the government to release {Anna Li}.", {"The committee"}),
    ("[Stockholm] says the consul was turned away and demands that {Anna Li} be released.", {"Stockholm"}),
]


@pytest.mark.parametrize(("sentence", "actors"), PARTED)
def test_a_subject_that_stands_apart_from_its_verb(sentence: str, actors: set[str]) -> None:
    """Words of time, a relative clause or a clause with a subject of its own part nobody from what they ask."""
    told = tell(HELD + sentence)
    assert [told.names(a.actors) for a in told.actions if a.type == "demand_release"] == [actors]


PAPERS = [
    ("On Thursday [the Parliament] adopted a text that demands the release of {Anna Li}.", {"the Parliament"}),
    ("{Hind Abbas} read a communiqué that demanded the release of {Anna Li}.", {"Hind Abbas"}),
    ("{Bo Lund} scoffed at a letter of nine editors asking for the release of {Anna Li}.", set()),
]


@pytest.mark.parametrize(("sentence", "actors"), PAPERS)
def test_a_paper_asks_for_whoever_issues_it(sentence: str, actors: set[str]) -> None:
    """A letter or resolution demands for those who adopt, read or wrote it; not for who speaks about it."""
    told = tell(HELD + sentence)
    assert [told.names(a.actors) for a in told.actions if a.type == "demand_release"] == [actors]


SAID = [
    "On Monday [the guild] deplored the ruling and said {Anna Li} should be released.",
    "{Anna Li} must be released, [the guild] has repeatedly stated.",
    "[The guild] maintains that {Anna Li} must be freed.",
]


@pytest.mark.parametrize("sentence", SAID)
def test_who_says_that_somebody_must_go_free(sentence: str) -> None:
    """The subject of the verb of saying asks, before the clause or behind it."""
    told = tell(HELD + sentence)
    assert [{n.lower() for n in told.names(a.actors)} for a in told.actions if a.type == "demand_release"] == [{"the guild"}]


FREED = [
    "[The union] wants {Anna Li} freed on health grounds.",
    "[The union] demanded that she be set free.",
    "[The union] urges the authorities to set {Anna Li} free immediately.",
    "[The union] recommended that she be let go.",
    "[The union] asked the minister for her release.",
    "[The union] pressed the ambassador to have {Anna Li} let out.",
    "[The union] has petitioned the president for clemency for {Anna Li}.",
    "[The union] expects {Anna Li} to be freed today.",
    "[The union] asked that {Anna Li} be reunited with her family.",
    "[The union] asked the state to put an end to the detention of {Anna Li}.",
    "[The union] called on the government to open the gates for {Anna Li}.",
]


@pytest.mark.parametrize("sentence", FREED)
def test_more_ways_to_ask_for_freedom(sentence: str) -> None:
    """Set free, let go, let out, reunited, an end of the detention, open gates; asked of somebody or for somebody."""
    told = tell(HELD + sentence)
    found = [(told.names(a.actors), told.names(a.beneficiaries)) for a in told.actions if a.type == "demand_release"]
    assert found == [({"The union"}, {"Anna Li"})]


def test_a_pronoun_means_whose_case_it_is() -> None:
    """ "Her release", asked for by an outsider, is that of the person in custody, not of the expert named in between."""
    told = tell(
        "{Anna Li} was arrested by police. The expert {Mary Law} is worried. [Amnesty] pointed out that {Anna Li} had no lawyer and told "
        "the authorities to let her go."
    )
    assert [told.names(a.beneficiaries) for a in told.actions if a.type == "demand_release"] == [{"Anna Li"}]


def test_those_who_ask_are_not_asked_for() -> None:
    """ "X, who had claimed his release" is about another."""
    told = tell("{Omar Said} was arrested by police. {Emil Marks}, who for months had demanded his release, thanked his colleague.")
    assert [(told.names(a.actors), told.names(a.beneficiaries)) for a in told.actions] == [({"Emil Marks"}, {"Omar Said"})]


def test_the_verdict_is_that_of_whom_the_text_tells() -> None:
    """ "The ruling" is the main person's, though another was sentenced last in the text."""
    told = tell(
        "A court sentenced {Anna Li} to five years on Monday. {Li} had run a news site. {Li} denies the charge. A court had sentenced "
        "{Omar Said}, a colleague, to two years in 2023. [RSF] condemned the ruling."
    )
    assert [told.names(a.beneficiaries) for a in told.actions if a.type == "condemn"] == [{"Anna Li"}]


def test_concern_without_an_object_is_about_the_case() -> None:
    """ "Voiced concern, and asked …" is about the person of whom the text tells."""
    told = tell("{Anna Li} was arrested by police. [The council] voiced concern, and recalled that speech is free.")
    assert [told.names(a.beneficiaries) for a in told.actions if a.type == "condemn"] == [{"Anna Li"}]


def test_the_trial_of_a_crowd_is_about_nobody_named() -> None:
    """ "The trial of 84 people" does not fall back on whoever was named last."""
    told = tell("{Anna Li} was sentenced by a court. [RSF] condemned the trial of 84 people.")
    assert [a.beneficiaries for a in told.actions if a.type == "condemn"] == [()]


def test_marks_of_a_quote_part_no_phrase() -> None:
    """ "Is “troubled” by the arrest" is concern."""
    told = tell("[The mission] is “troubled” by the arrest of {Anna Li}.")
    assert [(told.names(a.actors), told.names(a.beneficiaries)) for a in told.actions] == [({"The mission"}, {"Anna Li"})]


def test_who_holds_an_office_of_a_body_is_not_the_body() -> None:
    """ "The UN special rapporteur" asks, whom the text does not name: not the UN."""
    told = tell(HELD + "The [UN] special rapporteur on defenders called for the release of {Anna Li}.")
    assert [a.actors for a in told.actions if a.type == "demand_release"] == [()]


STANDING_APART = [
    ("{Bo Lund}, of [the Association for Rights], which demands the release of {Anna Li}, spoke first.", {"the Association for Rights"}),
    ("[The Guild] joined others in demanding the release of {Anna Li}.", {"The Guild"}),
    ("The order follows appeals for the release of {Anna Li} from [the Guild].", {"the Guild"}),
    ("A petition for the release of {Anna Li}, launched by [the Guild], has many signatures.", {"the Guild"}),
    ("[The Guild] gave the police three days to release {Anna Li}.", {"The Guild"}),
    ("[The Guild] sent the president a plea that {Anna Li} be let go.", {"The Guild"}),
    ("Two lawyers and [the Guild] pleaded for {Anna Li}.", {"the Guild"}),
]


@pytest.mark.parametrize(("sentence", "actors"), STANDING_APART)
def test_who_asks_from_where_they_stand(sentence: str, actors: set[str]) -> None:
    """Which, joined in, a branch's body, from and by behind the noun, an ultimatum, a plea sent."""
    told = tell(HELD + sentence)
    assert [told.names(a.actors) for a in told.actions if a.type == "demand_release"] == [actors]


def test_the_same_is_asked_for_the_same_person() -> None:
    """ "Demanded the same", "joined the call": the persons are those of the demand right before."""
    told = tell(HELD + "[Amnesty] called for the release of {Anna Li}. [The Guild] has demanded the same.")
    found = [(told.names(a.actors), told.names(a.beneficiaries)) for a in told.actions]
    assert found == [({"Amnesty"}, {"Anna Li"}), ({"The Guild"}, {"Anna Li"})]


def test_concern_without_a_preposition() -> None:
    """ "Was “deeply concerned”" ends there."""
    told = tell(HELD + "[The embassy] was “deeply concerned”.")
    assert [(told.names(a.actors), told.names(a.beneficiaries)) for a in told.actions] == [({"The embassy"}, {"Anna Li"})]


def test_a_growing_number_is_nobodys() -> None:
    """ "The growing number of arrests" is judged for nobody in particular."""
    told = tell(HELD + "[The embassy] voiced concern at the growing number of arrests.")
    assert [a.beneficiaries for a in told.actions if a.type == "condemn"] == [()]


GROUPS = [
    "[Amnesty] called for the release of all those detained.",
    "[Amnesty] called for the release of the three.",
]


@pytest.mark.parametrize("sentence", GROUPS)
def test_whom_a_group_means(sentence: str) -> None:
    """Everyone detained, and a number of which the text names all but one."""
    told = tell("Police arrested {Anna Li} and {Omar Said}. " + sentence)
    assert [told.names(a.beneficiaries) for a in told.actions] == [{"Anna Li", "Omar Said"}]


def test_judges_put_on_a_list_are_sanctioned() -> None:
    """ "Added the judge X to its list"; nobody sanctions by adding a charge."""
    told = tell(HELD + "[Canada] added the judge {Bo Lund} to its list. [The court] added a charge to the list.")
    assert [(str(a.type), told.names(a.actors), told.names(a.targets)) for a in told.actions] == [("sanction", {"Canada"}, {"Bo Lund"})]


def test_the_branch_of_a_body_speaks_as_the_body() -> None:
    """ "Amnesty International's South Asia office" is Amnesty; a state's mission speaks for itself."""
    text = "Police arrested the editor Anna Orlova on Monday. Amnesty International's South Asia office wants Orlova freed."
    reading = read_source(Source("sha256:0", "t", text))
    names = {e.id: e.name for e in reading.entities}
    assert [[names[a] for a in c.actors] for c in reading.claims if isinstance(c, Action)] == [["Amnesty International"]]


JUDGED_BEFORE = [
    "A court sentenced {Anna Li} to two years. [RSF] deplored the verdict against {Anna Li}. [PEN] condemned it too.",
    "A court sentenced {Anna Li} to two years. [RSF] deplored the verdict against {Anna Li}. {Anna Li}, whose sentence [PEN] has condemned, is 40.",
]


@pytest.mark.parametrize("marked", JUDGED_BEFORE)
def test_what_is_judged_stands_before(marked: str) -> None:
    """ "Condemned it too" and "whose sentence PEN has condemned" are about the verdict told before."""
    told = tell(marked)
    found = [(told.names(a.actors), told.names(a.beneficiaries)) for a in told.actions if a.type == "condemn"]
    assert ({"PEN"}, {"Anna Li"}) in found


def test_we_are_those_named_behind_it() -> None:
    """ "We, the Guild, …": the body beside "we" speaks."""
    told = tell(HELD + "We, [the Guild], demand the release of {Anna Li}.")
    assert [told.names(a.actors) for a in told.actions if a.type == "demand_release"] == [{"the Guild"}]


NEW_FORMS = [
    ("Police arrested {Anna Li}. [PEN] asked that {Anna Li} be granted bail.", "demand_release", {"PEN"}, {"Anna Li"}),
    ("Police arrested {Anna Li}. [PEN] called on the region to hand over {Anna Li} at once.", "demand_release", {"PEN"}, {"Anna Li"}),
    (
        "Police arrested {Anna Li}. [PEN] urged the ministry to say where she is and to let {Anna Li} go.",
        "demand_release",
        {"PEN"},
        {"Anna Li"},
    ),
    (
        "Police arrested {Anna Li} and {Omar Said}. [PEN] demanded that the court let {Anna Li} and {Omar Said} go.",
        "demand_release",
        {"PEN"},
        {"Anna Li", "Omar Said"},
    ),
    ("[The ministry] imposed today visa restrictions on eleven officials.", "sanction", {"The ministry"}, set()),
    ("[The ministry] has banned from entry the judge {Bo Lund}.", "sanction", {"The ministry"}, set()),
    ("Police arrested {Anna Li}. [PEN] repudiated the arrest of {Anna Li}.", "condemn", {"PEN"}, {"Anna Li"}),
    ("Police arrested {Anna Li}. Ambassador {Bo Lund} met Minister {Ed Berg} on Friday.", "meeting", {"Bo Lund", "Ed Berg"}, set()),
    ("Police arrested {Anna Li}. The Minister, {Ed Berg}, received Ambassador {Bo Lund}.", "meeting", {"Bo Lund", "Ed Berg"}, set()),
]


@pytest.mark.parametrize(("marked", "type_", "actors", "helped"), NEW_FORMS)
def test_more_forms_of_actions(marked: str, type_: str, actors: set[str], helped: set[str]) -> None:
    """Bail, handing over, a day behind the verb, a ban from entry, and meetings of those in office."""
    told = tell(marked)
    assert (type_, actors, helped) in [(str(a.type), told.names(a.actors), told.names(a.beneficiaries)) for a in told.actions]


@pytest.mark.parametrize(
    "marked",
    [
        "Police arrested {Anna Li}. The Minister, {Ed Berg}, receiving Ambassador {Bo Lund}, spoke of fish.",
        "Police arrested {Anna Li}. Her lawyer {Ed Berg} met {Bo Lund} on Friday.",
        "Police arrested {Anna Li}. Minister {Ed Berg} received a letter from {Bo Lund}.",
    ],
)
def test_no_meeting(marked: str) -> None:
    """What happens in passing, the visits of lawyers and letters are no meetings."""
    assert [a for a in tell(marked).actions if a.type == "meeting"] == []


@pytest.mark.parametrize(
    "asked",
    [
        "to free all 31 of them",
        "to free every citizen it holds",
        "to free, likewise, all those jailed in connection with the strike of May",
    ],
)
def test_more_than_the_text_names(asked: str) -> None:
    """A number larger than those named, "every" and "all those" are nobody in particular."""
    told = tell(f"Police arrested {{Anna Li}} and {{Omar Said}}. [PEN] counts 31 prisoners and urged the government {asked}.")
    assert [a.beneficiaries for a in told.actions if a.type == "demand_release"] == [()]


def test_the_decision_is_the_one_just_told() -> None:
    """ "The decision" behind a sentence that tells of one is that one, whoever else was in custody before."""
    told = tell(
        "A court sentenced {Anna Li} to five years. {Li} is a poet. {Li} denies it. A court ordered two months of detention for {Omar Said}. "
        "[PEN] condemned the decision."
    )
    assert [told.names(a.beneficiaries) for a in told.actions if a.type == "condemn"] == [{"Omar Said"}]


def test_numbered_persons() -> None:
    """Numbers mean the items that bear them, in whichever list they stand."""
    told = tell(
        "Sentenced\n1. {Anna Li}, poet, arrested in May\n2. {Omar Said}, arrested in June\nOut\n3. {Bo Lund}, released in July\n4. {Ed Berg}, released\n\n"
        "[PEN] calls upon the government to free the persons under Nos. 1 to 2."
    )
    assert [told.names(a.beneficiaries) for a in told.actions if a.type == "demand_release"] == [{"Anna Li", "Omar Said"}]


@pytest.mark.parametrize(
    "asked",
    [
        "release the investigation file to the lawyer of {Anna Li}",
        "end its pressure on freedom of expression",
        "drop the fees",
    ],
)
def test_things_are_not_freed(asked: str) -> None:
    """A file, a right and a fee are nobody who could be released."""
    told = tell(f"Police arrested {{Anna Li}}. [PEN] urged the government to {asked}.")
    assert [a for a in told.actions if a.type == "demand_release"] == []


def test_all_that_stand_behind_by() -> None:
    """Semicolons, titles and "watchdogs including" part those who judge, and end no list."""
    told = tell(
        "A court jailed {Anna Li}. The verdict against {Anna Li} was condemned by [the Ministry]; Senators {Bo Lund} and {Ed Berg}; "
        "and watchdogs including [PEN] and [the Council]."
    )
    assert told.names(told.actions[0].actors) == {"the Ministry", "Bo Lund", "Ed Berg", "PEN", "the Council"}


def test_the_united_nations_are_one_body() -> None:
    """ "The United Nations", "the U.N." and "the UN" are one, though the first opens its sentence."""
    text = "The United Nations condemned the arrest of the writer Karim Saleh by police. On Tuesday the U.N. called for his release."
    reading = read_source(Source("sha256:0", "t", text), rules_only=True)
    assert len({c.actors for c in reading.claims if isinstance(c, Action)}) == 1


LATER_FORMS = [
    (
        "Police arrested {Anna Li}. [PEN], whose observers were in the room, condemned the arrest of {Anna Li}.",
        "condemn",
        {"PEN"},
        {"Anna Li"},
    ),
    ("A court jailed {Anna Li}. [PEN] condemned the sanction imposed by the court on {Anna Li}.", "condemn", {"PEN"}, {"Anna Li"}),
    (
        "A court jailed {Anna Li}. Lawyers went home. [The bar] went on strike in protest against the jailing of {Anna Li}.",
        "condemn",
        {"The bar"},
        {"Anna Li"},
    ),
    ("A court sentenced {Anna Li} to five years. [PEN] called it “a day of shame”.", "condemn", {"PEN"}, {"Anna Li"}),
    (
        "A court jailed {Anna Li}. The verdict is “a law made for boys”, [PEN] said and urged the court to free {Anna Li}.",
        "demand_release",
        {"PEN"},
        {"Anna Li"},
    ),
    (
        "Police arrested {Anna Li}. [PEN] called on the authorities in September, at a session in Oslo, to free {Anna Li}.",
        "demand_release",
        {"PEN"},
        {"Anna Li"},
    ),
    ("Police arrested {Anna Li}. [The Guild] awarded {Anna Li} its Golden Pen.", "award", {"The Guild"}, {"Anna Li"}),
    ("Police arrested {Anna Li}. The authorities need to release {Anna Li} now, [PEN] said.", "demand_release", {"PEN"}, {"Anna Li"}),
]


@pytest.mark.parametrize(("marked", "type_", "actors", "helped"), LATER_FORMS)
def test_later_forms_of_actions(marked: str, type_: str, actors: set[str], helped: set[str]) -> None:
    """Clauses and participles in between, "in protest", "called it", a prize by its own name, "need to"."""
    told = tell(marked)
    assert (type_, actors, helped) in [(str(a.type), told.names(a.actors), told.names(a.beneficiaries)) for a in told.actions]


@pytest.mark.parametrize("whom", ["all three", "all who are still held"])
def test_those_still_held(whom: str) -> None:
    """Whoever was released is not to be freed once more."""
    told = tell(
        "Police arrested {Anna Li}, {Omar Said} and {Bo Lund} in May. {Bo Lund} was released on Friday. "
        f"[PEN] demanded the release of {whom}."
    )
    assert [told.names(a.beneficiaries) for a in told.actions] == [{"Anna Li", "Omar Said"}]


@pytest.mark.parametrize(
    "marked",
    [
        "Police arrested {Anna Li}. [PEN] demanded that {Ed Berg}'s regime release all political prisoners.",
        "Police arrested {Anna Li}. The judge, {Bo Lund}, turned down a petition to free {Anna Li}.",
        "Police arrested {Anna Li}. The judge, {Bo Lund}, refused his request to free {Anna Li}.",
        "Police arrested {Anna Li}. [The guild] called on the government to free growers from the levy.",
        "Police arrested {Anna Li}. Reporters must be able to work without fear, [PEN] said.",
    ],
)
def test_nobody_is_asked_to_be_freed(marked: str) -> None:
    """Whose regime holds prisoners, a petition that is refused, a levy and a right are no demand for anybody named."""
    told = tell(marked)
    assert not [a for a in told.actions if a.type == "demand_release" and (a.beneficiaries or not a.actors)]


def test_we_judge_what_others_did() -> None:
    """ "We are alarmed that they have held her, and consider it an outrage": the second verb is ours too."""
    told = tell(
        "Police arrested {Anna Li}. “We are alarmed that [the authorities] have jailed {Anna Li}, and consider the charges against {Anna Li} a farce,” "
        "said {Bo Lund}, director of [PEN]."
    )
    assert "the authorities" not in {n for a in told.actions for n in told.names(a.actors)}


@pytest.mark.parametrize("number", ["²", "1,000,000,000", "9" * 30])
def test_odd_numbers_break_nothing(number: str) -> None:
    """A raised figure or a number without end before "them" or behind "Nos." is read like any other word."""
    told = tell(
        f"Police arrested {{Anna Li}}. All {number} of them are held. [PEN] demanded the release of them and of Nos. 1 to {number}."
    )
    assert [told.names(a.actors) for a in told.actions] == [{"PEN"}]


@pytest.mark.parametrize(
    ("line", "is_asked"),
    [
        ("Please write to the president, asking him to free her.", True),
        ("{Bo Lund} and friends write to him, asking him to free her.", False),
    ],
)
def test_readers_are_asked(line: str, *, is_asked: bool) -> None:
    """ "Please write" asks the reader; those who write themselves do the asking."""
    scene = tell(line).scene
    assert asks_readers(scene, len(scene.units) - 1) is is_asked


@pytest.mark.parametrize("text", ["Western diplomats condemned the verdict.", "UN experts condemned the arrests of a writer."])
def test_a_text_without_any_name(text: str) -> None:
    """Bodies that no mention names may judge in a text that names nobody at all."""
    assert [str(a.type) for a in tell(text).actions] == ["condemn"]


@pytest.mark.parametrize(
    ("text", "what"),
    [
        (
            "The missions condemned the “disproportionate and politicized verdict” and called for her release.",
            "the “disproportionate and politicized verdict”",
        ),
        ("The union condemned the arrest of {Ana Obrazec} and called for her release.", "the arrest of Ana Obrazec"),
    ],
)
def test_what_is_judged_ends_with_its_clause(text: str, what: str) -> None:
    told = tell(
        "Police detained {Ana Obrazec} in May. " + text.replace("The missions", "[The missions]").replace("The union", "[The union]")
    )
    (judged,) = (a for a in told.actions if a.type == "condemn")
    assert judged.what is not None
    assert judged.what.words(told.scene.text) == what


DECLARED = [
    "For [Amnesty], the verdict is “a new low”.",
    "The ruling was “another blow to justice”, [Amnesty] said.",
    "According to [Amnesty], the sentence is “an attack on the press”.",
    "A court gave {Anna Li} six years, a verdict which [Amnesty] slammed.",
    "[Amnesty] dismissed the trial of {Anna Li} as “a farce”.",
    "[Amnesty] named the conviction “unjust”.",
    "[Amnesty] pronounced itself “deeply concerned” at the arrest.",
]


@pytest.mark.parametrize("sentence", DECLARED)
def test_a_verdict_of_which_somebody_speaks(sentence: str) -> None:
    """Who says what a verdict is may stand in front, behind, or in a clause about it: they judge it, for whom it was given."""
    told = tell("{Anna Li} was arrested by police and sentenced to six years. " + sentence)
    assert [(str(a.type), told.names(a.actors), told.names(a.beneficiaries)) for a in told.actions] == [
        ("condemn", {"Amnesty"}, {"Anna Li"})
    ]


@pytest.mark.parametrize(
    "sentence",
    [
        "The verdict was fair, [Amnesty] said.",
        "The lawyer {Bo Lund} called for witnesses. The trial was “about to begin in May”, he said.",
        "[The Working Group on Detention] found the detention unlawful.",
        "The judge gave [the Security Service] 24 hours to free {Anna Li}.",
        "The magistrate {Bo Lund} ordered that {Anna Li} be released.",
        "They kept {Anna Li} for years despite an international call for her release.",
        "[Parliament] called on [the Council], should nothing change in the weeks to come, to impose sanctions on {Bo Lund}.",
        "[Parliament] calls on [the Council] to consider adding {Bo Lund} to its sanctions list.",
    ],
)
def test_findings_and_orders_are_no_judgements(sentence: str) -> None:
    """Praise, what an inquiry finds, what a judge orders, what many had asked and what is only asked for are no such actions."""
    told = tell("{Anna Li} was arrested by police and sentenced to six years. " + sentence)
    assert told.actions == ()


@pytest.mark.parametrize(
    ("whom", "helped"),
    [
        ("every other journalist held in the country", set()),
        ("all of the journalists who remain behind bars in the country", set()),
        ("thousands", set()),
        ("{Anna Li}", {"Anna Li"}),
    ],
)
def test_others_than_those_told_of(whom: str, helped: set[str]) -> None:
    """Every other journalist in prison is nobody of whom the text tells."""
    reading = read_source(
        Source(
            "sha256:0",
            "text",
            f"Police arrested Anna Li on Monday. Amnesty called for the release of {whom}.".replace("{", "").replace("}", ""),
        )
    )
    names = {e.id: e.name for e in reading.entities}
    (demand,) = [c for c in reading.claims if isinstance(c, Action)]
    assert {names[b] for b in demand.beneficiaries} == helped


def test_officials_who_meet_are_for_nobody() -> None:
    """An envoy who meets a minister meets no prisoner, whoever the page is about."""
    text = "Police arrested Anna Li on Monday and charged her. US envoy Bo Lund met Foreign Minister Karl Ode in Varin on Tuesday to speak of her case."
    reading = read_source(Source("sha256:0", "text", text))
    assert all(c.beneficiaries == () for c in reading.claims if isinstance(c, Action) and c.type == "meeting")


def test_the_organisation_of_who_spoke() -> None:
    """ "The organization" right behind the words of somebody of a body is that body."""
    text = (
        "Police arrested Anna Li on Monday.\n\n“This is a sham,” said Maria Soto of the Obria Guild. The organization demanded her release."
    )
    reading = read_source(Source("sha256:0", "text", text))
    names = {e.id: e.name for e in reading.entities}
    (demand,) = [c for c in reading.claims if isinstance(c, Action) and c.type == "demand_release"]
    assert {names[a] for a in demand.actors} == {"Obria Guild"}
