"""What happened to whom. `{}` marks persons, `[]` bodies; see tests/read/told.py."""

from __future__ import annotations

import pytest

from habeas.case.passage import Span
from habeas.read.custody import read_custody
from tests.read.told import tell

EVENTS = [
    ("Police arrested {Anna Li} on Monday.", "arrested", {"Anna Li"}),
    ("{Anna Li}, a reporter with a small daily, was detained by police at dawn.", "detained", {"Anna Li"}),
    ("{Anna Li} and {Omar Said}, both activists, were detained by police.", "detained", {"Anna Li", "Omar Said"}),
    ("The main defendant, {Anna Li}, was sentenced by the court to nine years.", "sentenced", {"Anna Li"}),
    ("In May a court gave {Anna Li} eight years for spreading false news.", "sentenced", {"Anna Li"}),
    ("{Anna Li}, whom a court sentenced to two years, is a poet.", "sentenced", {"Anna Li"}),
    ("{Anna Li} received two years from the court.", "sentenced", {"Anna Li"}),
    ("The court has been told. {Anna Li} was arrested by the court for four months.", "remanded", {"Anna Li"}),
    ("A court arrested {Anna Li} for 30 days for petty hooliganism.", "sentenced", {"Anna Li"}),
    ("The activist {Anna Li} has been held in a prison since May 2023.", "detained", {"Anna Li"}),
    ("The court ordered four months of pre-trial detention for {Anna Li}.", "remanded", {"Anna Li"}),
    ("The court extended the arrest of {Anna Li} by two months.", "detention_extended", {"Anna Li"}),
    ("The appeals court upheld the verdict against {Anna Li}.", "appeal_rejected", {"Anna Li"}),
    ("The court of appeal left in force the arrest of {Anna Li}.", "appeal_rejected", {"Anna Li"}),
    ("The judge moved {Anna Li} to house arrest.", "house_arrest", {"Anna Li"}),
    ("The judge barred {Anna Li} and {Omar Said} from leaving the country.", "travel_ban", {"Anna Li", "Omar Said"}),
    ("The court found journalist {Anna Li}, who edits a daily, guilty of treason.", "convicted", {"Anna Li"}),
    ("{Anna Li} went on hunger strike in prison on Monday.", "hunger_strike", {"Anna Li"}),
    ("{Anna Li} has been refusing food in her cell, the court heard.", "hunger_strike", {"Anna Li"}),
    ("Prosecutors let {Anna Li} go in the evening.", "released", {"Anna Li"}),
    ("The president pardoned {Anna Li} and {Omar Said}.", "pardoned", {"Anna Li", "Omar Said"}),
    ("{Anna Li} died in prison on Friday, the ministry said.", "died", {"Anna Li"}),
    ("The court cut the sentence of {Anna Li} to three years.", "sentence_reduced", {"Anna Li"}),
    ("{Anna Li} was charged with treason by prosecutors.", "charged", {"Anna Li"}),
    ("A criminal case was opened against {Anna Li} over a post, [police] said.", "charged", {"Anna Li"}),
    ("[Prosecutors] initiated a criminal case against {Anna Li} in May.", "charged", {"Anna Li"}),
    ("Masked officers dragged {Anna Li} off a train, her lawyer said.", "detained", {"Anna Li"}),
    ("Police came through the crowd and led out {Anna Li} with two others.", "detained", {"Anna Li"}),
    ("The court assigned to {Anna Li} four years in a colony.", "sentenced", {"Anna Li"}),
    ("The court condemned to two years of prison the editor {Anna Li}.", "sentenced", {"Anna Li"}),
    ("The life sentence passed on {Anna Li} by the court drew criticism.", "sentenced", {"Anna Li"}),
    ("The two-year term which {Anna Li} received from the court is harsh.", "sentenced", {"Anna Li"}),
    ("Released by the court after three months in prison, {Anna Li} receives us at home.", "released", {"Anna Li"}),
    ("{Anna Li}, the artist whom the court let wait for a year in jail, is home.", "released", {"Anna Li"}),
    ("{Anna Li} may not leave the country, the court ruled.", "travel_ban", {"Anna Li"}),
    ("{Anna Li} has been confined to her flat by the court.", "house_arrest", {"Anna Li"}),
    ("{Anna Li} was hung by the wrists in the police station.", "ill_treated", {"Anna Li"}),
    ("{Anna Li} was denied insulin for two days in her cell, the lawyer said.", "ill_treated", {"Anna Li"}),
    ("The appeal court threw out the challenge of {Anna Li}.", "appeal_rejected", {"Anna Li"}),
    ("The court let stand the verdict against {Anna Li}.", "appeal_rejected", {"Anna Li"}),
    ("The court added sixty days to the custody of {Anna Li}.", "detention_extended", {"Anna Li"}),
    ("Officers took {Anna Li} from her flat to the police station.", "detained", {"Anna Li"}),
    ("{Anna Li} was held by police for nine days.", "detained", {"Anna Li"}),
    ("{Anna Li} will serve six years in a colony, the court decided.", "sentenced", {"Anna Li"}),
    ("The court took two years off the term of {Anna Li}.", "sentence_reduced", {"Anna Li"}),
    ("{Anna Li} is to be held until May 11, the court ruled.", "remanded", {"Anna Li"}),
    ("{Anna Li} was jailed pending trial by the court.", "remanded", {"Anna Li"}),
    ("{Anna Li}, the jailed editor, was a free woman when the court rose.", "released", {"Anna Li"}),
    ("In all {Anna Li} and {Omar Said} were freed by the court.", "released", {"Anna Li", "Omar Said"}),
]


@pytest.mark.parametrize(("marked", "type_", "persons"), EVENTS)
def test_event_with_its_persons(marked: str, type_: str, persons: set[str]) -> None:
    """Active or passive, before or behind the verb, in apposition or by a noun: the event is read with whom it befell."""
    assert (type_, persons) in tell(marked).events()


NO_EVENTS = [
    "The jailed journalist {Anna Li} spoke to the court through her lawyer.",
    "Police said that {Anna Li} was not arrested.",
    "{Anna Li} faces five to eight years in prison, the court said.",
    "Prosecutors asked the court to sentence {Anna Li} to nine years.",
    "The ministry urged the government to release {Anna Li}.",
    "{Anna Li} must be released, the ministry said.",
    "If {Anna Li} is arrested, her party will protest, the lawyer said.",
    "{Anna Li} will be released on Friday, the ministry said.",
    "The court is to hear the case of {Anna Li} on June 20.",
    "The film that {Anna Li} released last year was banned by the court.",
    "The lawyer feared that {Anna Li} might be arrested.",
    "Nobody was arrested, said {Anna Li}, the police chief.",
    "(i) release {Anna Li} at once, the lawyers write to the court;",
    "We demand that she is released, said {Anna Li} of the court of honour.",
    "The ministry wants {Anna Li} freed.",
    "We ask the court to have {Anna Li} moved to a hospital.",
    "{Anna Li} sat in silence. The judge refused every motion: to let in the public, to take off the handcuffs.",
    "In jail they receive three meals a day, {Anna Li} said.",
    "Was {Anna Li} arrested by the police?",
    "Asked whether {Anna Li} was detained, the police did not answer.",
    "{Anna Li}, the court said, was handed a letter.",
    "The government sanctioned {Anna Li}, who runs a prison.",
]


@pytest.mark.parametrize("marked", NO_EVENTS)
def test_no_event(marked: str) -> None:
    """An epithet, a denial, a threat of punishment, a request, a plan or a wish is no event."""
    assert tell(marked).events() == []


def test_no_event_where_no_power_is_named() -> None:
    """A match report with "arrested", "charged" and "released" tells nothing of custody."""
    assert tell("{Ali Can} arrested the slide with a late goal. The keeper {Bo Lund} was released by the club.").custody == ()


def test_joined_verbs_share_their_subject() -> None:
    """ "was arrested … and charged …": the subject of the first verb is that of the second."""
    assert tell("{Anna Li} was arrested by police on May 3 and charged with fraud.").events() == [
        ("arrested", {"Anna Li"}),
        ("charged", {"Anna Li"}),
    ]


def test_number_of_people_is_looked_up_in_the_lists() -> None:
    """ "All three" are the three that the text puts side by side."""
    told = tell("{Anna Li}, {Omar Said} and {Jan Novak} were detained by police. All three were released on Sunday.")
    assert ("released", {"Anna Li", "Omar Said", "Jan Novak"}) in told.events()


def test_number_of_people_may_look_ahead() -> None:
    """ "Four reporters were convicted" are the four named in the next sentence."""
    told = tell("Two reporters were convicted by a court. {Anna Li} and {Omar Said} deny everything.")
    assert ("convicted", {"Anna Li", "Omar Said"}) in told.events()


def test_items_of_a_list_under_a_heading() -> None:
    """A heading with the event, the persons as items below it."""
    told = tell("For two months arrested by the court are also:\n- editor {Anna Li};\n- {Omar Said} (assistant to the bishop).\n")
    assert ("remanded", {"Anna Li", "Omar Said"}) in told.events()


def test_event_without_its_verb() -> None:
    """ "Y followed the next month" repeats the event before for another person."""
    told = tell("{Anna Li} was arrested by police on March 17, 2024; {Omar Said} followed the next month.")
    assert ("arrested", {"Omar Said"}) in told.events()


def test_terms_without_a_verb() -> None:
    """ "… gave X 21 years; Y 15 years": each person with a term of their own."""
    told = tell("The court gave {Anna Li} 21 years; {Omar Said} 15 years; and {Jan Novak} 18.")
    terms = {next(iter(told.names(c.persons))): c.term.iso for c in told.custody if c.term}
    assert terms == {"Anna Li": "P21Y", "Omar Said": "P15Y", "Jan Novak": "P18Y"}


def test_a_length_of_probation_is_a_term_and_one_of_marriage_is_none() -> None:
    told = tell(
        "The court sentenced them on Monday. Director {Anna Li} was sentenced to five years in prison, editor {Omar Said} to three years of probation, "
        "{Jan Novak} to two years probation. {Vera Kim} was jailed for a year, {Can Demir} after three years of marriage left the country."
    )
    terms = {name: c.term.iso for c in told.custody if c.term for name in told.names(c.persons)}
    assert terms == {"Anna Li": "P5Y", "Omar Said": "P3Y", "Jan Novak": "P2Y", "Vera Kim": "P1Y"}


def test_one_event_told_twice_is_one_claim() -> None:
    """The headline and the lede tell one arrest: one claim, two passages."""
    told = tell("Police arrest editor {Anna Li}\n\nPolice arrested {Anna Li} in the capital on Monday, her lawyer said.\n")
    arrests = [c for c in told.custody if c.type == "arrested"]
    assert len(arrests) == 1
    assert len(arrests[0].passages) == 2


def test_passages_are_cut_from_the_text() -> None:
    """Every passage has exactly the words that stand there."""
    told = tell("Police arrested {Anna Li} on Monday. A court gave {Omar Said} two years.")
    assert told.custody
    assert all(p.stands_in(told.scene.text) for c in told.custody for p in c.passages)


@pytest.mark.parametrize("text", ["", "\n", "...", "was arrested", "“", "{X}", "arrested arrested arrested", "- \n- \n"])
def test_odd_texts_raise_nothing(text: str) -> None:
    """Fragments, marks and empty texts give no event and no error."""
    tell(text)


def test_summary_at_the_head_is_no_event_of_its_own() -> None:
    """ "A court sentenced two activists": each is told of by name below, so the summary adds nobody."""
    told = tell("A court sentenced two activists. {Anna Li} was sentenced to 11 years. {Omar Said} was sentenced to 10 years.")
    assert [p for _, p in told.events()] == [{"Anna Li"}, {"Omar Said"}]


def test_terms_are_shared_out_in_order() -> None:
    """ "A, B and C got ten, nine and seven years": each has their own term, in order."""
    told = tell("{Anna Li}, {Omar Said} and {Eva Stone} got ten, nine and seven years from the court.")
    terms = {next(iter(told.names(c.persons))): c.term.iso for c in told.custody if c.term}
    assert terms == {"Anna Li": "P10Y", "Omar Said": "P9Y", "Eva Stone": "P7Y"}


def test_terms_that_nobody_can_share_out_are_nobodys() -> None:
    """Three people and two terms: who has which is not ours to say."""
    told = tell("{Anna Li}, {Omar Said} and {Eva Stone} got ten and seven years from the court.")
    assert [(told.names(c.persons), c.term) for c in told.custody] == [({"Anna Li", "Omar Said", "Eva Stone"}, None)]


def test_his_deputies_are_not_he() -> None:
    """A possessive pronoun owns the noun behind it and is no member of the list."""
    told = tell("A court sentenced {Jan Vit} to ten years. His deputies {Anna Li} and {Omar Said} received nine and seven years.")
    assert ("sentenced", {"Anna Li"}) in told.events()
    assert ("sentenced", {"Omar Said"}) in told.events()


ROWS = [
    ("The court announced the verdict:\n- {Anna Li}, editor — six years in prison;\n- {Omar Said} — five years.\n", {"P6Y", "P5Y"}),
    ("The court announced the verdict:\n{Anna Li} — six years in prison;\n{Omar Said} — five years in prison;\n", {"P6Y", "P5Y"}),
    ("The court spoke its sentences:\n1 – To twenty years: {Anna Li}.\n2 – To nineteen: {Omar Said}.\n", {"P20Y", "P19Y"}),
    ("The court spoke its sentences.\n{Anna Li}: six years\n{Omar Said}: five years\n", {"P6Y", "P5Y"}),
    ("The court gave {Jan Vit} ten years; {Anna Li}, three and a half; {Omar Said}, two apiece.", {"P10Y", "P3Y6M", "P2Y"}),
]


@pytest.mark.parametrize(("marked", "terms"), ROWS)
def test_rows_with_names_and_terms(marked: str, terms: set[str]) -> None:
    """Lists with and without bullets, the term behind the name or in front of it, its unit said once."""
    assert {c.term.iso for c in tell(marked).custody if c.term and c.type == "sentenced"} == terms


GROUPS = [
    ("{Anna Li} and {Omar Said} were freed by police. {Jan Vit} and {Eva Stone} went north. Both had been jailed for life by a court.", {"Jan Vit", "Eva Stone"}),
    ("The court spoke. {Anna Li} got five years, {Omar Said} three. All were found guilty of treason.", {"Anna Li", "Omar Said"}),
    ("{Anna Li} walked out of the prison. For {Omar Said} and {Eva Stone} nothing changed. All three had been convicted by a court.", {"Anna Li", "Omar Said", "Eva Stone"}),
]  # fmt: skip


@pytest.mark.parametrize(("marked", "persons"), GROUPS)
def test_groups_by_their_number(marked: str, persons: set[str]) -> None:
    """ "Both" are the nearest two, "all" those told of one by one, "all three" whoever the text names, if they are three."""
    verdicts = [p for t, p in tell(marked).events() if t in ("sentenced", "convicted") and len(p) > 1]
    assert verdicts == [persons]


def test_a_pronoun_is_not_the_subject_of_its_verb() -> None:
    """ "X pardoned him": him is somebody else."""
    told = tell("{Omar Said} was sentenced by a court to two years. On Tuesday {Jan Vit} pardoned him.")
    assert ("pardoned", {"Omar Said"}) in told.events()


def test_words_that_tell_of_custody_only_of_those_held() -> None:
    """ "Was slapped" is ill-treatment of somebody in custody, and nothing of ours in a football report."""
    assert ("ill_treated", {"Anna Li"}) in tell("{Anna Li} was arrested by police. {Anna Li} was slapped twice in the van.").events()
    assert tell("{Anna Li} was slapped with a fish at the fair, where the police band played.").events() == []


def test_i_is_who_speaks() -> None:
    """In quoted words "I" is the speaker."""
    marked = "{Anna Li} is home. “I was arrested by police at noon,” {Anna Li} said."
    first = tell(marked)
    start = first.scene.text.index("I was")
    spoken = ((Span(start, start + 30), first.scene.entities[0].id),)
    assert [(str(c.type), first.names(c.persons)) for c in read_custody(first.scene, None, spoken) if c.type == "arrested"] == [
        ("arrested", {"Anna Li"})
    ]


def test_on_whose_word_it_is_told() -> None:
    """An event in what somebody says has their voice; one that the text tells itself as well has none."""
    first = tell("{Anna Li} was arrested by police. {Omar Said} said that {Anna Li} had been beaten and arrested.")
    at = first.scene.text.index("Anna Li had been")
    spoken = ((Span(at, at + 38), first.scene.entities[1].id),)
    voices = {str(c.type): c.voice for c in read_custody(first.scene, None, spoken)}
    assert voices == {"arrested": None, "ill_treated": first.scene.entities[1].id}


CHARGES = [
    ("Police accused {Anna Li} of drug trafficking on May 5 and arrested {Anna Li}.", "drug trafficking"),
    ("A court jailed {Anna Li} for two years on smuggling charges.", "smuggling"),
    ("The court acknowledged {Anna Li} guilty in financing of extremism.", "financing of extremism"),
    ("A court gave {Anna Li} two years for complicity in a murder.", "complicity in a murder"),
]


@pytest.mark.parametrize(("marked", "charge"), CHARGES)
def test_charge_by_ordinary_words(marked: str, charge: str) -> None:
    """Accused of, on such charges, guilty in, for complicity: the words that say it, and no more."""
    told = tell(marked)
    assert {c.charge.text.words(told.scene.text) for c in told.custody if c.charge and c.charge.text} == {charge}


def test_some_of_a_group_are_named_below() -> None:
    """ "Fifty were freed. Among the freed are X and Y": the event has its number and these two."""
    told = tell("Fifty prisoners were freed by the court. Among the freed are {Anna Li} and {Omar Said}.")
    assert [(c.person_count, told.names(c.persons)) for c in told.custody] == [(50, {"Anna Li", "Omar Said"})]


def test_her_husband_is_he_whose_widow_she_is() -> None:
    """Kinship told the other way round names the unnamed relative."""
    told = tell("{Eva Li} is the widow of {Jan Vit}. A court had sentenced him to life; her husband died in prison.")
    assert all(told.names(c.persons) <= {"Jan Vit"} for c in told.custody)


def test_what_is_taken_off_is_no_term() -> None:
    """ "Took two years off": how long the rest is, the text does not say."""
    assert [c.term for c in tell("The court took two years off the term of {Anna Li}.").custody] == [None]


def test_so_were_they() -> None:
    """ "X was detained. So were Y and Z": one event and its three persons."""
    told = tell("{Anna Li} was detained by police on May 5. So were {Omar Said} and {Jan Vit}.")
    assert told.events() == [("detained", {"Anna Li", "Omar Said", "Jan Vit"})]


def test_rows_of_a_persons_file() -> None:
    """ "Sentence: five years", "Arrested: 5 May 2021" under a name."""
    told = tell("{Anna Li}\nJournalist\nArrest: 5 May 2021\nSentence: five years in a colony\nPlace of detention: Colony No. 4\n")
    assert [(str(c.type), c.term.iso if c.term else None, told.names(c.persons)) for c in told.custody] == [
        ("arrested", None, {"Anna Li"}),
        ("sentenced", "P5Y", {"Anna Li"}),
    ]


def test_in_all() -> None:
    """ "In all 24 people were freed": a number of people is the subject."""
    assert [c.person_count for c in tell("In all 24 people were freed by the court.").custody] == [24]
