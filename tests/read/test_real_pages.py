"""What pages of the press and of rights groups taught: words in the right mouth, events on the right person. Texts are written for these tests."""

from __future__ import annotations

import pytest

from habeas.case.claim import Action, Custody, Quote, Response
from habeas.case.passage import Span
from habeas.case.reading import Reading
from habeas.case.source import Source
from habeas.read.charges import whole_charge
from habeas.read.reader import read_source
from tests.read.told import tell


def read(text: str, *, rules_only: bool = False) -> Reading:
    return read_source(Source("sha256:0", "page", text, published="2024-05-05"), rules_only=rules_only)


def custody(text: str) -> list[tuple[str, list[str]]]:
    reading = read(text)
    names = {e.id: e.name for e in reading.entities}
    return [(str(c.type), [names[p] for p in c.persons]) for c in reading.claims if isinstance(c, Custody)]


def spoken(text: str) -> list[tuple[str | None, str]]:
    reading = read(text)
    names: dict[str | None, str] = {e.id: e.name for e in reading.entities}
    return [(names.get(c.speaker), c.content[0].words(text)) for c in reading.claims if isinstance(c, Quote)]


def test_a_day_behind_a_name_is_no_part_of_it() -> None:
    """ "said spokesman Ahmed Zeid Sunday in a statement"."""
    reading = read("The charges were false, said Foreign Ministry spokesperson Ahmed Abu Zeid Sunday in a statement.")
    assert "Ahmed Abu Zeid" in [e.name for e in reading.entities]


def test_a_full_stop_without_its_space_ends_a_sentence() -> None:
    """ "the unfair ruling.France voiced concern": two sentences, two condemnations."""
    reading = read(
        "Police arrested John Smith on Monday. Amnesty International condemned the arrest.France expressed concern about the arrest."
    )
    assert [str(c.type) for c in reading.claims if isinstance(c, Action)] == ["condemn", "condemn"]


ENTRIES = """In recent weeks three prisoners went on hunger strike in various prisons.

Ramin Ahmadi: On February 21, this civil activist was arrested at his house and transferred to Evin Prison.

Farida Asadi: On February 27, this political prisoner went on hunger strike in Qarchak Prison."""


def test_an_entry_of_a_list_is_no_quote() -> None:
    """ "Farida Asadi: On February 27, this prisoner …" are the words of the list."""
    assert not [said for said in spoken(ENTRIES) if said[0] in ("Ramin Ahmadi", "Farida Asadi")]


def test_an_entry_befalls_whom_it_names() -> None:
    """ "This political prisoner" of an entry is the one who leads it, not the activist of the entry before."""
    assert ("hunger_strike", ["Farida Asadi"]) in custody(ENTRIES)
    assert ("hunger_strike", ["Ramin Ahmadi"]) not in custody(ENTRIES)


NOT_THEIRS = [
    (
        "Vu Van was sentenced to seven years at a trial held by a court in Hanoi on Monday for “distributing propaganda against the State”.",
        "Vu Van",
    ),
    ("Critics of President Ilham Aliyev's government say the authorities silence dissent. Police arrested Anna Li.", "government"),
    (
        "The seven were accused of publishing posts ahead of what authorities described as a “sensitive date”. Police arrested Anna Li.",
        "The seven",
    ),
    ("The US is “deeply concerned” by the conviction of Anna Li, the ministry said. Anna Li was jailed in May.", "Anna Li"),
]


@pytest.mark.parametrize(("text", "whose"), NOT_THEIRS)
def test_words_in_a_wrong_mouth(text: str, whose: str) -> None:
    """A charge is no word of the sentenced; critics of a government are not the government; "by the conviction of X" names no speaker."""
    assert whose not in [speaker for speaker, _ in spoken(text)]


def test_who_slaps_is_not_slapped() -> None:
    """ "It is reported that X slapped him": ill-treatment of X is not told."""
    text = "Mzia Orlova was detained on Sunday. She is accused of attacking the chief of police, Irakli Dolidze: it is reported that Orlova slapped him."
    assert [c for c in custody(text) if c[0] == "ill_treated"] == []


def test_a_case_for_beating_is_a_charge() -> None:
    """ "A criminal case for beating a passer-by": what somebody is accused of."""
    text = "A criminal case for beating a passer-by was opened against them. As a result, Zmitser Novik was sentenced to two years."
    assert custody(text) == [("sentenced", ["Zmitser Novik"])]


def test_four_of_them_are_not_the_one_named() -> None:
    """ "Ordered house arrest for four of them": nobody says for whom, until the next sentence does."""
    text = (
        "A court on Feb. 16 released six journalists, including Cihan Aydin of the Gazette, and ordered house arrest for four of them. "
        "Orhan Güney, Delal Akyüz, and Fatma Akbulut were placed under house arrest."
    )
    told = [persons for type_, persons in custody(text) if type_ == "house_arrest"]
    assert ["Orhan Güney", "Delal Akyüz", "Fatma Akbulut"] in told
    assert ["Cihan Aydin"] not in told


def test_a_court_that_sanctions_an_arrest_strikes_nobody() -> None:
    """ "The court sanctioned the preliminary arrest of X": X is remanded, and no sanction is told."""
    reading = read("The Khatai Court of Baku sanctioned the preliminary arrest for 3 months of journalist Nargiz Orlova.")
    assert [str(c.type) for c in reading.claims if isinstance(c, Action)] == []


def test_time_served_is_no_sentence() -> None:
    """ "X — 2 years, 10 months, and 23 days of imprisonment": counted to the day, it was served."""
    text = "Political prisoner Maksim Novik — 2 years, 10 months, and 23 days of imprisonment\n\nHe was sentenced to three and a half years in a penal colony."
    assert [type_ for type_, _ in custody(text)] == ["sentenced"]


def test_a_title_with_its_body_before_a_name() -> None:
    """ "An opponent of the regime, Chair of the Young Front X, was detained": X."""
    text = (
        "Aleh Hrynko, Ales Karpau and Zmitser Danilau were released as a result.\n\n"
        "Another active opponent of the regime, Chair of the Young Front Mikola Novik, was detained before the Election Day."
    )
    assert ("detained", ["Mikola Novik"]) in custody(text)


def actions(text: str) -> list[tuple[str, list[str], list[str]]]:
    reading = read(text)
    names = {e.id: e.name for e in reading.entities}
    return [
        (str(c.type), [names[a] for a in c.actors], [names[b] for b in c.beneficiaries]) for c in reading.claims if isinstance(c, Action)
    ]


def test_a_separate_case_is_not_that_of_the_one_told_of() -> None:
    """ "In a separate case, a man in Grozny was sentenced": not whom the text is about."""
    text = "Oleg Orlin was jailed for two years on Tuesday. In a separate case, a man in Grozny was sentenced to 3 1/2 years in prison for burning a book."
    assert [persons for type_, persons in custody(text) if type_ == "sentenced"] == [["Oleg Orlin"], ["a man"]]


def test_approved_bail_is_no_remand() -> None:
    """ "A court approved bail for a journalist arrested this week"."""
    text = "A court approved bail for a journalist arrested this week, his lawyer said. Matiullah Khan was granted bail by a court."
    assert "remanded" not in [type_ for type_, _ in custody(text)]


def test_police_that_refuse_to_release_reject_no_appeal() -> None:
    """ "Authorities have refused to release three journalists": nobody's appeal was turned down."""
    text = "Authorities have refused to release three journalists. Samuel Shume and Temesgen Dessie were granted bail by a court on Monday."
    assert "appeal_rejected" not in [type_ for type_, _ in custody(text)]


def test_a_name_that_is_also_a_month() -> None:
    """ "Urged the government to release Jan, while …": the man of that name, where the text knows him."""
    text = "Senior journalist Matiullah Jan was arrested by the police. Lawmaker Raza Rabbani urged the government to release Jan, while Senator Irfan Saleem said little."
    assert ("demand_release", ["Raza Rabbani"], ["Matiullah Jan"]) in actions(text)


def test_a_country_over_an_appeal_does_not_ask_itself() -> None:
    """The line with the country over "Calling on the authorities …" names nobody who acts."""
    text = (
        "SAUDI ARABIA\nRami Badri (m)\nAmnesty International has been informed that Rami Badri was sentenced on 7 May 2014 to 10 years in prison.\n"
        "Please write immediately in English or your own language:\n* Calling on them to release Rami Badri immediately and unconditionally."
    )
    assert all("SAUDI ARABIA" not in by for _, by, _ in actions(text))


HELD = "Police detained Abdulhadi Karim in Manama on 5 May. "


def test_all_that_should_be_released_are_not() -> None:
    """ "These men should all be immediately and unconditionally released": a demand, and no release."""
    reading = read(
        HELD
        + "“These 14 men should all be immediately and unconditionally released - but the court has adjourned their appeal,” Amnesty said."
    )
    told = [str(c.realis) for c in reading.claims if isinstance(c, Custody) and str(c.type) == "released"]
    assert "asserted" not in told


def test_a_request_turned_down_is_not_the_courts() -> None:
    """ "The court rejected a request to release the prisoners": the court asks for nothing."""
    assert (
        actions(
            HELD + "The Court of Cassation began to review the verdicts. The court rejected a request to release the prisoners on bail."
        )
        == []
    )


def test_what_befalls_a_lawyer_befalls_no_detainee() -> None:
    """ "His lawyers were denied access": he is not ill-treated by that."""
    assert "ill_treated" not in [
        t for t, _ in custody(HELD + "Reporters said his lawyers were denied access when trying to see him in jail.")
    ]


def test_a_wife_who_gives_no_interview_is_no_silent_authority() -> None:
    """ "Zhang, his wife, declined an interview request"."""
    reading = read(
        "Lawyer Lu Siming was arrested in Laos on July 28. Zhang Chunli, his wife, declined an interview request from reporters."
    )
    assert not [c for c in reading.claims if isinstance(c, Response)]


def test_who_says_that_another_is_well() -> None:
    """ "Yang is in stable health, he said": the official who spoke before, and not Yang."""
    text = (
        "Yang Jun was arrested on Friday by the State Security Bureau. The organ will handle the case in accordance with the laws, Geng Shuang said. "
        "Yang is in stable health, he said."
    )
    assert ("Geng Shuang", "Yang is in stable health") in spoken(text)


def test_praise_of_an_arrest_is_no_condemnation() -> None:
    """ "Called the operation to arrest X exemplary"."""
    text = "Police arrested Nika Melua on Tuesday. The chairman of the ruling party, Irakli Kobadze, called the operation to arrest Nika Melua exemplary."
    assert actions(text) == []


def test_a_court_that_finds_an_order_vague_condemns_nobody() -> None:
    """A court at work: "quashed his detention, deeming the order “vague”"."""
    text = "Sajad Lone, arrested in January, remains in prison even after the Kashmir High Court quashed his detention, deeming the detention order “vague.”"
    assert "condemn" not in [type_ for type_, *_ in actions(text)]


def test_the_death_of_a_stranger_is_not_that_of_the_one_told_of() -> None:
    """ "Protests sparked after a 22-year-old woman died in custody": not the man of 21 whom the text names."""
    text = (
        "21-year-old Milad Zohrabi was jailed on November 23rd in Hamadan. He joined last year’s demonstrations, "
        "which sparked after a 22-year-old woman died under police custody."
    )
    assert ("died", ["Milad Zohrabi"]) not in custody(text)


def test_whose_murder_one_is_convicted_of() -> None:
    """ "A defendant convicted of murdering X": X is convicted of nothing."""
    text = "Milad Zohrabi was executed on Thursday. A prosecutor spoke of a defendant convicted of murdering Ali Nazarian, a member of the service."
    assert ("convicted", ["Ali Nazarian"]) not in custody(text)


def test_a_crackdown_that_goes_on_extends_no_custody() -> None:
    """ "The crackdown has continued with one columnist sentenced to three years"."""
    text = "The junta’s media crackdown has continued with one columnist being sentenced to three years in jail. Sithu Aung was sentenced on October 5."
    assert "detention_extended" not in [type_ for type_, _ in custody(text)]


def test_a_headline_about_several_is_not_of_one() -> None:
    """ "Leaders of Testpress are arrested": not of the one of them who is told of last."""
    headline = "Leaders of Testpress are arrested"
    text = (
        f"{headline}\n\nThe district court of Minsk on November 21 chose for the director Anna Lisova measure of restraint "
        "in the form of arrest for the period of 4 months. The chief editor Vera Testova is arrested for 3 months and 29 days."
    )
    told = [c for c in read(text).claims if isinstance(c, Custody)]
    assert [c.persons for c in told if c.type == "arrested" and len(c.persons) == 1] == []
    assert not [c for c in told if c.trigger.start < len(headline) and len(c.persons) == 1]


@pytest.mark.parametrize(
    "opening", ["After police detained Anna Li", "In response to news reports that a court on Saturday jailed Anna Li for five years"]
)
def test_who_stands_in_an_opening_phrase_behind_a_dateline_does_not_act(opening: str) -> None:
    """ "Taipei, December 10, 2022 – After police detained X, Amnesty International called for X's release": X asks nothing, and is helped."""
    reading = read(f"Taipei, December 10, 2022 – {opening}, Amnesty International condemned this and called for Li’s immediate release.")
    names = {e.id: e.name for e in reading.entities}
    asked = [c for c in reading.claims if isinstance(c, Action) and str(c.type) == "demand_release"]
    assert [([names[a] for a in c.actors], [names[b] for b in c.beneficiaries]) for c in asked] == [
        (["Amnesty International"], ["Anna Li"])
    ]


def test_a_length_behind_a_relative_clause_is_of_whom_it_follows() -> None:
    """ "sentenced X, a reporter who wrote for Y and Z, to 15 years": the clause about X parts nothing."""
    reading = read(
        "A court in Testville sentenced Anna Li, a reporter who wrote for the local agency and the Times, to 15 years in prison."
    )
    assert [(str(c.type), c.term.iso) for c in reading.claims if isinstance(c, Custody) and c.term] == [("sentenced", "P15Y")]


@pytest.mark.parametrize("opening", ["", "GENEVA, March 4, 2024 – "])
def test_we_behind_a_dateline_are_the_authors(opening: str) -> None:
    """ "GENEVA, March 4 – We are deeply concerned": as without the dateline, whoever wrote it is concerned."""
    reading = read(
        f"{opening}We are deeply concerned by the arrest of the editor Anna Li in Osh on Monday. Police took her from her office."
    )
    concerned = [c for c in reading.claims if isinstance(c, Action) and str(c.type) == "condemn"]
    assert [[e.name for e in reading.entities if e.id in c.actors] for c in concerned] == [["the authors (“we”)"]]


def test_what_is_made_public_is_nobody_released() -> None:
    """ "Photos of the courtroom released Friday", "the report on X, released on Thursday"."""
    text = (
        "A court in Minsk sentenced Ales Marozau to nine years on Monday.\n\nIn photos of the courtroom released Friday by the state agency, "
        "Marozau looked calm. The report on Marozau, released on Thursday, lists forty others."
    )
    assert [type_ for type_, _ in custody(text)] == ["sentenced"]
    assert ("released", ["Ales Marozau"]) in custody(text + " Marozau, released on Saturday, thanked his lawyer.")


def test_a_sentence_that_is_imposed() -> None:
    """ "A sentence of 15 days' imprisonment was imposed" on whoever was just told of."""
    text = (
        "The student Ales Marozau was detained on 24 April. An administrative sentence of 15 days' imprisonment was subsequently imposed."
    )
    assert ("sentenced", ["Ales Marozau"]) in custody(text)


def test_what_they_belong_to_does_not_stand_for_them() -> None:
    """ "The two men, members of Georgia's movement Zubr, were detained": the two, not nobody."""
    text = (
        "Lado Tsintsa and Gio Kandela were detained on 24 August in Minsk.\n\nThe two men, members of the youth movement Zubr, were sentenced "
        "to ten days on Tuesday."
    )
    assert ("sentenced", ["Lado Tsintsa", "Gio Kandela"]) in custody(text)


def test_one_of_those_detained() -> None:
    """ "Among those detained is X": said of X."""
    text = "Police in Izmir detained the reporters Semra Turen and Delal Akyuz on Monday.\n\nAmong those sentenced to two years was the poet Ali Karaca."
    assert ("sentenced", ["Ali Karaca"]) in custody(text)


def test_what_lay_before_is_no_length_of_what_followed() -> None:
    """ "Imprisoned following three days in detention"."""
    reading = read("The mayor Hama Amadi was imprisoned on Monday, following three days in detention, the prosecution service said.")
    assert [c.term for c in reading.claims if isinstance(c, Custody)] == [None]


def test_imprisoned_again() -> None:
    text = "The poet Akbar Ganjavi was sentenced in 2001 to six years. He was re-imprisoned on March 11 after a short leave."
    assert ("arrested", ["Akbar Ganjavi"]) in custody(text)


@pytest.mark.parametrize(
    ("text", "said"),
    [
        (
            "Ihar Tsin was jailed. Tsin has begun a hunger strike and demands a doctor, his wife was quoted as saying Monday.",
            ("his wife", "Tsin has begun a hunger strike and demands a doctor"),
        ),
        (
            "Ihar Tsin was jailed. He was beaten in the cell, the lawyer Olga Kim was quoted by the agency Belta as saying.",
            ("Olga Kim", "He was beaten in the cell"),
        ),
    ],
)
def test_who_is_quoted_as_saying(text: str, said: tuple[str, str]) -> None:
    """ "…, his wife was quoted as saying": hers, whoever else is named in what she says."""
    assert said in spoken(text)


def test_a_day_to_come_is_none_of_what_has_happened() -> None:
    """ "Acquitted X while postponing the trials of others to July 18"."""
    reading = read("A court has acquitted the reporter Semra Turen while postponing the trials of two others to July 18.")
    assert [(str(c.type), c.date) for c in reading.claims if isinstance(c, Custody)] == [("acquitted", None)]


def terms(text: str) -> list[tuple[list[str], str | None]]:
    reading = read(text)
    names = {e.id: e.name for e in reading.entities}
    return [
        ([names[p] for p in c.persons], c.term.iso if c.term else None)
        for c in reading.claims
        if isinstance(c, Custody) and str(c.type) == "sentenced"
    ]


def test_a_length_goes_to_whom_it_is_given() -> None:
    """ "Nine years to X and seven years to Y": the seven are none of X's."""
    text = "A court in Minsk gave nine years to Stefan Kavalou and seven years to Uladz Labko."
    assert terms(text) == [(["Stefan Kavalou"], "P9Y"), (["Uladz Labko"], "P7Y")]


def test_a_decade_behind_bars() -> None:
    told = tell("{Benny Tanaka} received a decade behind bars from a court in Minsk. A decade ago he was a minister.")
    assert [c.term.iso for c in told.custody if c.term is not None] == ["P10Y"]


@pytest.mark.parametrize("words", ["except Ales Marozau", "with the exception of Ales Marozau", "excluding Ales Marozau"])
def test_whoever_is_left_out_is_not_freed(words: str) -> None:
    """ "All of them, except X, were released": X is still held."""
    text = f"A court in Minsk jailed Ales Marozau, Stefan Kavalou and Uladz Labko for ten years.\n\nAll of them, {words}, were released on Friday."
    freed = [persons for type_, persons in custody(text) if type_ == "released"]
    assert all("Ales Marozau" not in persons for persons in freed)


def test_a_list_of_those_left_out() -> None:
    """ "All except X, Y, and his sister Z, a journalist, were released": none of the three."""
    text = (
        "Police in Yerevan detained Davit Kiramyan, Sargis Gevorian and Ani Gevorian on Monday.\n\nAll detainees except Kiramyan, Sargis Gevorian, and his "
        "sister Ani were released later that day."
    )
    assert not [persons for type_, persons in custody(text) if type_ == "released" and persons]


def test_she_is_quoted_as_saying() -> None:
    text = "Maria Zakharina spoke on Monday. “It is all false,” the agency quoted her as saying."
    assert ("Maria Zakharina", "It is all false") in spoken(text)


def test_sums_of_money_are_nobody() -> None:
    reading = read("The judge granted the officials Tsh20,000 bail each. Freeman Mbawe was jailed on Monday.")
    assert "Tsh20" not in {e.name for e in reading.entities}


def test_a_release_of_today() -> None:
    """ "Today's conditional release of X" tells that X is out."""
    reading = read("Today’s conditional release of Leyla Yunusova from prison is a step, Amnesty International said.", rules_only=True)
    names = {e.id: e.name for e in reading.entities}
    assert [[names[p] for p in c.persons] for c in reading.claims if isinstance(c, Custody) and c.type == "released"] == [
        ["Leyla Yunusova"]
    ]


def test_charges_that_are_called_names() -> None:
    """ "On trumped-up charges" names no charge; one that a broken line cuts ends before "and"."""
    reading = read("King Obrado was arrested by the police on trumped-up charges on Monday. He was charged with sedition and\nincitement.")
    charges = {c.charge.text.words(reading.source.text) for c in reading.claims if isinstance(c, Custody) and c.charge and c.charge.text}
    assert charges <= {"sedition"}


def test_a_release_is_granted() -> None:
    assert ("released", ["Malek Adlan"]) in custody(
        "The lawyer Malek Adlan was arrested in March. On Thursday the court granted him a release."
    )


def test_charges_that_are_levelled() -> None:
    """The charge is what is charged, not that it was levelled."""
    reading = read(
        "Charges were leveled against the lawyer Malek Adlan including “working to overthrow the regime”. He was arrested on Monday."
    )
    charges = [c.charge.text.words(reading.source.text) for c in reading.claims if isinstance(c, Custody) and c.charge and c.charge.text]
    assert "working to overthrow the regime" in charges


def test_a_charge_ends_where_others_begin() -> None:
    reading = read(
        "Convicted of conspiring to commit subversion, 45 former legislators and activists were jailed, the scholar Benny Tanaka among them."
    )
    charges = {c.charge.text.words(reading.source.text) for c in reading.claims if isinstance(c, Custody) and c.charge and c.charge.text}
    assert charges <= {"conspiring to commit subversion"}


def test_somebody_of_theirs_is_nobody_named() -> None:
    """ "A channel whose founder has been jailed"."""
    text = "Udi Mussawi was arrested on 10 April. Mussawi works for a channel whose founder was detained in March."
    assert [persons for _, persons in custody(text)] == [["Udi Mussawi"]]


def test_an_officer_is_no_part_of_a_body() -> None:
    """ "OSCE Representative on Freedom of the Media X": the body and the person, however seldom X is seen as one."""
    reading = read(
        "VIENNA – OSCE Representative on Freedom of the Media Harlem Dasír welcomed the release of Ihar Tsin. The OSCE Representative on Freedom of the "
        "Media, Harlem Dasír, said so. “I am glad,” Dasír said."
    )
    assert {"Harlem Dasír", "OSCE Representative on Freedom of the Media"} <= {e.name for e in reading.entities}


@pytest.mark.parametrize(
    ("text", "held"),
    [
        (
            "The term of the arrest of the head of the Internet TV “Kanal 13” Aziz Orudj has been extended by the court for another month - until March 27.",
            ["Aziz Orudj"],
        ),
        (
            "In separate hearings the court was told that the detention periods of Aynur Ganbar, Nurlan Gahraman and Aytaj Ahmad were extended by three months.",
            ["Aynur Ganbar", "Nurlan Gahraman", "Aytaj Ahmad"],
        ),
    ],
)
def test_terms_and_periods_that_are_extended(text: str, held: list[str]) -> None:
    """However long the way from "term" to "extended", and of everybody named on it."""
    assert ("detention_extended", held) in custody(text)


def test_sentenced_to_pretrial_detention_is_remanded() -> None:
    text = "Police detained Aynur Ganbar in Baku on Monday. The court sentenced her to four months of pre-trial detention."
    assert "sentenced" not in [type_ for type_, _ in custody(text)]


def test_rows_with_ages_are_people() -> None:
    """A list of "Name, age" rows is whole: a name that no list knows has an age too."""
    text = "A court has jailed four people for two years.\n\nThose sentenced include:\nAndro Chincha, 29\nJano Archaya, 50\nRuslan Sivak, 27\nGiorgi Terish, 54"
    assert {"Andro Chincha", "Jano Archaya", "Ruslan Sivak", "Giorgi Terish"} <= {e.name for e in read(text).entities}


def test_the_activist_is_whoever_was_just_named() -> None:
    text = (
        "A court jailed the protester Saba Jikishvil for four years on 10 April.\n\nA rally was held in his support that day.\n\nThe city court sentenced "
        "25-year-old Anzor Kvarats to three years. The activist was detained on December 5."
    )
    assert ("detained", ["Anzor Kvarats"]) in custody(text)


ANSWERS = "A court in Siem Reap jailed the potter Chan Darath for two years on Monday. Amnesty International condemned the verdict.\n\n"


@pytest.mark.parametrize(
    ("answer", "who", "type_"),
    [
        (
            "Deputy prosecutor Um Channarith could not be reached, while the Interior Ministry declined to comment.",
            "Interior Ministry",
            "no_comment",
        ),
        (
            "Amnesty wrote to the Ministry of Justice on 1 April. No reply had been received at the time of publication.",
            "Ministry of Justice",
            "no_comment",
        ),
        ("The Security Bureau said that it is inappropriate to comment on pending cases.", "Security Bureau", "no_comment"),
        ("The Interior Ministry has not acknowledged holding the potter.", "Interior Ministry", "reject"),
    ],
)
def test_quiet_answers(answer: str, who: str, type_: str) -> None:
    assert (type_, [who]) in actors(ANSWERS + answer, rules_only=True)


def actors(text: str, *, rules_only: bool = False) -> list[tuple[str, list[str]]]:
    reading = read(text, rules_only=rules_only)
    names = {e.id: e.name for e in reading.entities}
    return [(str(c.type), [names[a] for a in c.actors]) for c in reading.claims if isinstance(c, Action | Response)]


@pytest.mark.parametrize("when", ["On Friday ", "In March ", "Last Friday "])
def test_the_day_in_front_of_a_body_is_none_of_its_name(when: str) -> None:
    told = read(f"Police arrested John Smith in February. {when}Amnesty International condemned the arrest.")
    assert "Amnesty International" in [e.name for e in told.entities]


def test_a_paper_keeps_its_day() -> None:
    assert "Sunday Times" in [e.name for e in read("Police arrested John Smith, the Sunday Times reported.").entities]


def test_whoever_reproaches_detains_nobody() -> None:
    """ "Human Rights Watch criticized the government for arbitrarily detaining X": not the authority that detains."""
    told = read(
        "Police arrested John Smith in May. Human Rights Watch criticized the authorities for arbitrarily detaining Smith in violation of the law."
    )
    acting = [c.authority.text.words(told.source.text) for c in told.claims if isinstance(c, Custody) and c.authority and c.authority.text]
    assert "Human Rights Watch" not in acting


def test_a_charge_is_not_what_is_said_of_it() -> None:
    """ "on charges that are widely believed to be political" names no charge; a dash ends one; marks hold one together."""
    charges = {
        "A court sentenced John Smith to two years in prison on charges that are widely believed to be political.": None,
        "Police arrested John Smith on charges of insulting the army - a crime in Ruritania.": "insulting the army",
        "John Smith was arrested in May and charged with ‘distributed and disseminated leaflets with the aim of opposing the state’.": (
            "distributed and disseminated leaflets with the aim of opposing the state"
        ),
    }
    for text, expected in charges.items():
        told = read(text)
        found = [c.charge.text.words(text) if c.charge and c.charge.text else None for c in told.claims if isinstance(c, Custody)]
        assert found[-1] == expected


def test_an_alleged_matter_makes_no_event_alleged() -> None:
    told = read("John Smith was arrested at a rally against the alleged corruption of the mayor and was fined 200 dollars on Monday.")
    assert {str(c.realis) for c in told.claims if isinstance(c, Custody)} == {"asserted"}


def test_a_surname_goes_on_with_whoever_is_told_of() -> None:
    """ "X Rahman was arrested, said officer Y Rahman. A magistrate let police detain Rahman": X."""
    text = (
        "Mahbub Rahman of a weekly was arrested in a raid on his office, said police official Masud Rahman.\n\n"
        "A magistrate ruled later on Thursday that police could detain Rahman for up to 13 days for questioning."
    )
    assert all(who == ["Mahbub Rahman"] for _, who in custody(text))


def test_who_asks_for_a_comment_demands_nothing() -> None:
    text = "John Smith was freed on Monday. The ministry did not reply to an email from the agency Blick asking for a comment about the release of Smith."
    assert not [told for told in actors(text) if told[0] == "demand_release"]


def test_a_claim_that_somebody_denies() -> None:
    """ "according to the party, a claim the government denies": the government alone."""
    text = "John Smith and Ivan Petrov died in prison this year after being tortured, according to the Civic Party, a claim the government denies."
    assert ("reject", ["the government"]) in actors(text)


def test_far_from_a_place_is_not_there() -> None:
    text = "Maria Silva was arrested in May and is detained in a penal colony far from Moscow."
    places = [c.place.words(text) for c in read(text).claims if isinstance(c, Custody) and c.place]
    assert "Moscow" not in places


def test_a_court_has_a_number_and_says_no_no() -> None:
    """ "City court No 2 found him guilty"."""
    told = read("City Court No 2 in Aktau found Serik Zhuman guilty of incitement on Monday and sentenced him to two years in prison.")
    assert {str(c.type) for c in told.claims if isinstance(c, Custody) and str(c.realis) == "asserted"} >= {"convicted", "sentenced"}


@pytest.mark.parametrize(
    "text",
    [
        "“Ana Obrazec should never have been arrested,” said Jan Kovac of the Open Pen Club.",
        "Ana Obrazec, weak from hunger, is reduced to spending most of the day lying down in her cell.",
        "Ana Obrazec, a poet, is on trial for spreading rumours, an offence punished by one to three years, her lawyer said.",
    ],
)
def test_what_is_judged_threatened_or_suffered_is_no_event(text: str) -> None:
    """A sentence that the law only threatens, a term that nobody cut, an arrest that somebody regrets."""
    held = "Police detained the poet Ana Obrazec on 2 May in Riga. "
    kinds = [kind for kind, _ in custody(held + text)]
    assert not {"sentenced", "sentence_reduced"} & set(kinds)
    assert kinds.count("arrested") + kinds.count("detained") == 1


def test_somebodys_lawyer_is_not_that_person() -> None:
    """ "X's lawyer was also briefly detained"."""
    told = custody("The poet Ana Obrazec was sentenced to two years on Monday. Ana Obrazec's lawyer was also briefly detained.")
    assert ("detained", ["Ana Obrazec"]) not in told


@pytest.mark.parametrize(
    "text",
    [
        "Amnesty International, as well as PEN, called for the immediate release of the jailed poet Ana Obrazec.",
        "Amnesty International as well as PEN called for the immediate release of the jailed poet Ana Obrazec.",
        "Amnesty International, together with PEN, called for the immediate release of the jailed poet Ana Obrazec.",
        "Yesterday Amnesty International and PEN called for the immediate release of the jailed poet Ana Obrazec.",
    ],
)
def test_bodies_that_act_together(text: str) -> None:
    """Each has its own name, and each acts."""
    reading = read(text)
    names = {e.id: e.name for e in reading.entities}
    asked = [c for c in reading.claims if isinstance(c, Action) and str(c.type) == "demand_release"]
    assert [{names[a] for a in c.actors} for c in asked] == [{"Amnesty International", "PEN"}]


@pytest.mark.parametrize(
    "text",
    [
        "Police arrested Tomas Ribeka as well as Ida Gruen.",
        "Police arrested Tomas Ribeka along with Ida Gruen on Tuesday.",
        "Tomas Ribeka, along with Ida Gruen, was arrested on Tuesday.",
        "Tomas Ribeka was arrested along with Ida Gruen on Tuesday.",
    ],
)
def test_who_is_taken_along(text: str) -> None:
    """ "As well as" and "along with" join as "and" does."""
    assert custody(text) == [("arrested", ["Tomas Ribeka", "Ida Gruen"])]


def test_an_aside_about_the_speaker_stands_between_the_words_and_the_verb() -> None:
    """ "“…,” X, who was arrested in May, told reporters": X says it, and no reporter."""
    said = spoken("“I have nothing to hide,” Tomas Ribeka, who was arrested last month, told reporters outside the court in Riga.")
    assert said == [("Tomas Ribeka", "I have nothing to hide")]


def test_judgements_that_and_joins_are_each_a_quote() -> None:
    """ "Rejected it as “biased” and “unacceptable”"."""
    said = spoken("Police arrested Ana Obrazec. The foreign minister, Jan Kovac, rejected the EU statement as “biased” and “unacceptable”.")
    assert {words for who, words in said if who == "Jan Kovac"} == {"biased", "unacceptable"}


def test_a_state_speaks_behind_an_aside() -> None:
    """ "Washington, whose fleet is based there, said it was “following the cases”"."""
    said = spoken(
        "Police arrested Ana Obrazec on Monday. Washington, whose fleet is based in the kingdom, said it was “following the case closely”."
    )
    assert ("Washington", "following the case closely") in said


def test_the_latter_is_the_one_named_last() -> None:
    """ "X and Y were there. The latter deplores …"."""
    said = spoken(
        "The lawyer Ida Gruen visited the jailed poet Petr Valk and the editor Tomas Ribeka. The latter deplored “a trial without a file”."
    )
    assert ("Tomas Ribeka", "a trial without a file") in said


RELATIVE = (
    "Mubashir Gondal and Faizan Saleem, bloggers, were released on Saturday. Mr Gondal's brother told reporters he is “in one piece”."
)


def test_a_relative_tells_of_the_one_held() -> None:
    """In "X's brother told reporters he is in one piece" he is X, and the brother is mentioned by his noun alone."""
    reading = read(RELATIVE)
    held = next(e for e in reading.entities if e.name == "Mubashir Gondal")
    brother = next(e for e in reading.entities if e.name.endswith("brother"))
    assert "he" in [m.text for m in held.mentions]
    assert [m.text for m in brother.mentions] == ["brother"]
    assert "Gondal's brother" in [who for who, _ in spoken(RELATIVE)]
    assert "Gondal" in brother.name


INTERVIEW = """“A cell is also a workplace”

{lead}

How were you arrested?
At a toll booth, in March. They had a photograph of me from a football match.

What did they accuse you of?
Of being a spy. I said they had the wrong shirt.

Are you afraid?
I look under the car every morning. My cousin does too."""


@pytest.mark.parametrize(
    ("lead", "who"),
    [
        ("Nidia Arbole, organiser of palm workers, was freed in May after a year on remand. We met her in Bucaramanga.", "Nidia Arbole"),
        ("Parviz Gulbakho, son of the imprisoned historian Davlat Nazarzo, answers our questions.", "Parviz Gulbakho"),
    ],
)
def test_who_answers_in_an_interview(lead: str, who: str) -> None:
    """No group, and not the father whose son answers."""
    assert [name for name, _ in spoken(INTERVIEW.format(lead=lead))][-3:] == [who, who, who]


def test_a_charge_ends_where_somebody_reports_it() -> None:
    """ "Sentenced for insulting X, local journalists told the agency"."""
    text = "A court in Riga sentenced Ana Obrazec to two years on Friday for insulting the mayor, local journalists told the agency."
    charges = [c.charge.text for c in read(text).claims if isinstance(c, Custody) and c.charge is not None and c.charge.text is not None]
    assert [span.words(text) for span in charges if span is not None] == ["insulting the mayor"]


def test_no_month_is_part_of_a_courts_name() -> None:
    """ "The district court in Minsk May 16 declared her guilty"."""
    text = "The Zavodskoi District Court in Minsk May 16 sentenced Ana Obrazec to two years in prison."
    found = next(c for c in read(text).claims if isinstance(c, Custody))
    assert found.authority is not None
    assert found.authority.text is not None
    assert found.authority.text.words(text).endswith("District Court in Minsk")


DIGEST = """June 14, 2024

Morocco: Casablanca court sentences editor to a year in prison

A one-year jail sentence has been imposed by a Casablanca court on Rachid Obrazi, the editor of a daily, at the end of a short trial.

June 6, 2024

Rwanda: exiled editor sentenced for “insulting” the president

The Supreme Court of Rwanda sentenced the online editor Jean Bosco Gasan, on Friday to two years and six months in prison.

May 16, 2024

Belarus: poet handed a suspended term

The Zavodskoi District Court found Irina Klem guilty of organising a riot and gave her a suspended term."""


def test_what_one_item_of_a_digest_tells_is_its_own() -> None:
    """Neither people nor terms nor courts of one item belong to the next."""
    reading = read(DIGEST)
    names = {e.id: e.name for e in reading.entities}
    terms: dict[str, set[str]] = {}
    for claim in reading.claims:
        if isinstance(claim, Custody) and claim.term is not None:
            for person in claim.persons:
                terms.setdefault(names[person], set()).add(claim.term.iso)
    assert terms == {"Rachid Obrazi": {"P1Y"}, "Jean Bosco Gasan": {"P2Y6M"}}


def test_a_list_about_one_person_has_no_items_of_others() -> None:
    """A case sheet: its rows are all about the one who is named in the first."""
    told = custody(
        "• Name: Ana Obrazec\n• Arrested: 2 May 2024, at home\n• Charged on 4 May with sedition\n• Sentenced on 20 May to two years"
    )
    assert {persons[0] for _, persons in told if persons} <= {"Ana Obrazec"}


def test_a_headline_does_not_lead_the_sentence_below() -> None:
    """ "Detained activist X's wife, Y, denied …": Y is not detained, and nobody detains anybody."""
    told = custody(
        "Jailed Activist's Wife Denies Ending of Strike\n\nDetained activist Ahmed Dumari's wife, Nour Hefzari, denied the report on Saturday."
    )
    assert not [persons for kind, persons in told if "Nour Hefzari" in persons]


@pytest.mark.parametrize(
    "text",
    [
        "The state news agency reported that Ganjavi was out of intensive care.",
        '"One day, he eats and then for several days he refuses to do so," the prosecutor, Saeed Mortazi, said of Ganjavi.',
    ],
)
def test_what_is_no_release_and_no_sentence(text: str) -> None:
    """Out of danger, and "one day" of a tale."""
    told = custody("The journalist Akbar Ganjavi was detained on 2 May in Tehran and began a hunger strike in prison. " + text)
    assert not {"released", "sentenced"} & {kind for kind, _ in told}


def test_earlier_this_month_is_no_distance() -> None:
    """ "Jailed for 11 years earlier this month": this month, not 11 years before."""
    told = read("A court in Riga jailed the lawyer Ana Obrazec for 11 years earlier this month.")
    found = next(c for c in told.claims if isinstance(c, Custody))
    assert found.date is not None
    assert found.date.edtf == "2024-05"


@pytest.mark.parametrize("head", ["WASHINGTON (Wire - 26th April, 2024) ", "TEHRAN (Wire) -"])
def test_a_dateline_is_no_part_of_what_is_said(head: str) -> None:
    """In brackets, with or without a dash and a space behind."""
    said = spoken(head + "The poet Ana Obrazec has ended a lengthy hunger strike and is in good health, her wife confirmed to the agency.")
    assert [words for _, words in said] == ["The poet Ana Obrazec has ended a lengthy hunger strike and is in good health"]


def test_whom_a_court_arrests_is_remanded() -> None:
    """ "Was detained on 9 January and arrested by a court four days later"."""
    told = custody("Journalist Ruken Elbek was detained on January 9 in Diyarbakir and arrested by a court four days later.")
    assert ("remanded", ["Ruken Elbek"]) in told


def test_a_colleague_who_was_released_is_somebody_else() -> None:
    """ "The charges hinged on him meeting a colleague released from jail"."""
    told = custody(
        "Leanid Sudal was sentenced to three years in prison. He has written that the charges hinged on him meeting a colleague released from jail."
    )
    assert ("released", ["Leanid Sudal"]) not in told


def test_what_would_be_is_no_event() -> None:
    """ "Releasing X on bail would not be in the interests of justice"."""
    reading = read(
        "Activist Mcebo Dlamo was arrested on Sunday. Magistrate Al Roux said releasing Dlamo on bail would not be in the interests of justice."
    )
    told = [str(c.type) for c in reading.claims if isinstance(c, Custody) and str(c.realis) == "asserted"]
    assert not {"bailed", "released"} & set(told)


def test_a_state_between_bodies_acts_with_them() -> None:
    """ "The EU, USA and UN Human Rights Office condemned"."""
    reading = read("Leanid Sudal was sentenced to three years. The EU, USA and UN Human Rights Office condemned the trial as unfair.")
    names = {e.id: e.name for e in reading.entities}
    judged = next(c for c in reading.claims if isinstance(c, Action) and str(c.type) == "condemn")
    assert {names[a] for a in judged.actors} == {"EU", "USA", "UN Human Rights Office"}


def test_an_article_in_front_of_the_marks_is_nobodys_word() -> None:
    """ "Condemned the ruling as a "travesty of justice""."""
    said = spoken(
        'Two activists were denied bail. The Open Campaign condemned the ruling as a "travesty of justice", saying they pose no danger to society.'
    )
    assert "travesty of justice" in [words for _, words in said]


def test_the_last_of_a_list_is_one_of_them() -> None:
    """ "Four lawyers, A, B, C, and D, were released"."""
    told = custody(
        "Four lawyers, Mustafa Senal, Bunyamin Sekerog, Berdan Acunlu, and Halise Dakal, were released after giving statements to the prosecutors."
    )
    assert told == [("released", ["Mustafa Senal", "Bunyamin Sekerog", "Berdan Acunlu", "Halise Dakal"])]


def test_who_rules_is_not_held() -> None:
    """ "The prisoners of the dictatorship of X and Y … were released"."""
    told = custody(
        "Some 17 countries celebrate the release of 222 prisoners of conscience of the dictatorship of Daniel Orlan and Rosa Murilo and deplore "
        "the stripping of this group of their nationality. Although these prisoners have been released, the government has stripped them of all rights."
    )
    assert not [persons for _, persons in told if {"Daniel Orlan", "Rosa Murilo"} & set(persons)]


def test_numbers_without_their_hyphen() -> None:
    """ "Twenty one lawyers" are 21."""
    reading = read("Twenty one lawyers were detained on Friday in Riga.")
    assert [c.person_count for c in reading.claims if isinstance(c, Custody)] == [21]


def test_what_takes_place_takes_nobody() -> None:
    """ "Most of the detentions took place in raids"."""
    told = custody(
        "The poets Ana Obrazec and Petr Valk were charged on Monday. Most of the detentions took place in raids early on Tuesday."
    )
    assert [kind for kind, _ in told] == ["charged"]


def test_a_diplomat_called_in_is_questioned_by_nobody() -> None:
    """ "The ministry summoned the ambassador over the verdict on X"."""
    told = custody(
        "Ivan Petrak was jailed in Minsk on Monday. The Foreign Ministry on Tuesday summoned the German ambassador over the verdict on Ivan Petrak."
    )
    assert "summoned" not in [kind for kind, _ in told]


@pytest.mark.parametrize(
    "text",
    [
        "Ivan Petrak was jailed in Minsk. It was stated to Ambassador Georg Endrik that the verdict cannot be questioned by any institution.",
        "Ivan Petrak was jailed in Minsk. Georg Endrik was called in and told that the remarks were an interference.",
    ],
)
def test_who_is_told_says_nothing(text: str) -> None:
    """ "It was stated to X that", "X was called in and told that"."""
    assert "Georg Endrik" not in [who for who, _ in spoken(text)]


def test_a_statement_reads_as_its_issuer_says() -> None:
    """ "The ministry released a statement … “…,” the statement read"."""
    said = spoken(
        "The Interior Ministry released a statement objecting to the remarks of the embassy on the arrest of Ivan Petrak. "
        "“We take strong objection to the remarks,” the statement read."
    )
    assert ("Interior Ministry", "We take strong objection to the remarks") in said


def test_a_party_with_two_words_in_its_name() -> None:
    """ "Turkey's ruling Justice and Development Party" is one body and no judge."""
    reading = read("Omer Celak, a spokesman for the country's ruling Justice and Reform Party, said the court was free.")
    assert "Justice and Reform Party" in [e.name for e in reading.entities]


def test_a_year_ends_no_charge() -> None:
    """ "for an alleged role in the 2013 protests", of which the encoder saw "role in the"."""
    text = "He has been held for an alleged role in the 2013 protests."
    start = text.index("role")
    whole = whole_charge(text, Span(start, start + len("role in the")))
    assert whole is not None
    assert whole.words(text) == "role in the 2013 protests"


def test_a_list_that_semicolons_part() -> None:
    """ "A, head of the youth wing; the party's deputy B; and the activist C were charged"."""
    told = custody(
        "Ahad Mamedov, deputy head of the party's youth wing; Popular Front Deputy Chairman Sahib Karamov; and activist Babak Hasanev "
        "were charged with hooliganism."
    )
    assert told == [("charged", ["Ahad Mamedov", "Sahib Karamov", "Babak Hasanev"])]


def test_who_reports_a_transfer_denies_for_himself() -> None:
    """ "X was moved, said Y, head of the service, but denied reports of a strike": Y denies."""
    reading = read(
        "Platon Ledev, who had been sentenced to nine years, was moved to an isolation cell, said Yury Kalin, the head of the Federal "
        "Penitentiary Service, but denied reports of a hunger strike."
    )
    names = {e.id: e.name for e in reading.entities}
    answers = [({names[a] for a in c.actors}, str(c.type)) for c in reading.claims if isinstance(c, Response)]
    assert [("Yury Kalin" in who, "Platon Ledev" in who, kind) for who, kind in answers] == [(True, False, "reject")]


def test_care_that_is_denied_denies_nothing() -> None:
    """ "The state denies medical treatment to X"."""
    reading = read("Turkey denies medical treatment to jailed politician Selo Demirci, his lawyer says.")
    assert not [c for c in reading.claims if isinstance(c, Response)]


def test_his_lawyer_behind_a_comma_is_somebody_else() -> None:
    """ "The court jailed X, his lawyer said": X is no lawyer, and says nothing."""
    reading = read("The court jailed Selo Demirci for two years on Monday, his lawyer said.")
    held = next(e for e in reading.entities if e.name == "Selo Demirci")
    assert "lawyer" not in held.roles
    assert held.id not in [c.speaker for c in reading.claims if isinstance(c, Quote)]
    assert ("sentenced", ["Selo Demirci"]) in custody("The court jailed Selo Demirci for two years on Monday, his lawyer said.")


def test_a_granted_petition_is_done() -> None:
    """ "The court granted the petition to extend", "denied a request to extend"."""
    done = read("The court on Friday granted the petitions and the submission to extend the detention of Anna Liskova for three months.")
    assert [str(c.realis) for c in done.claims if isinstance(c, Custody)] == ["asserted"]
    denied = read("The court denied a request from police to extend the detention of Anna Liskova for 12 more days.")
    assert [str(c.realis) for c in denied.claims if isinstance(c, Custody)] == ["negated"]


def test_a_relative_clause_is_not_denied() -> None:
    """ "The service denies that it kept care from X, who was detained in May": the detention stands."""
    reading = read("The prison service denies that it kept treatment from Anna Liskova, who was detained in March.")
    assert [str(c.realis) for c in reading.claims if isinstance(c, Custody)] == ["asserted"]


def test_a_day_behind_the_verb_is_not_said() -> None:
    """ "A court said Tuesday it would release them"."""
    said = spoken("A military court said Tuesday it will release 14 student activists from detention.")
    assert [words for _, words in said] == ["it will release 14 student activists from detention"]


def test_the_reported_clause_goes_past_a_shortened_month() -> None:
    """ "said X received care on Nov. 26, after …"."""
    said = spoken("The prosecutor's office said Anna Liskova received care on Nov. 26, after she had fainted in her cell.")
    assert [words.startswith("Anna Liskova received care on Nov. 26") for _, words in said] == [True]


def test_a_crime_in_a_headline_is_nobody() -> None:
    """ "Man Jailed Over Lese-Majeste"."""
    reading = read("Thailand Arrests 5 Students; Sentences Man to Prison Over Lese-Majeste\n\nThailand arrested five students on Monday.")
    assert "Lese-Majeste" not in [e.name for e in reading.entities]


def test_a_chief_executive_without_the_company() -> None:
    """ "Former Obrazneft CEO X"."""
    reading = read("Former Obrazneft CEO Mikhail Khodar began a hunger strike on Friday.")
    assert [e.name for e in reading.entities if str(e.kind) == "person"] == ["Mikhail Khodar"]


def test_who_is_told_is_not_who_tells() -> None:
    """ "…, X, of Lawyers for Rights, told Reuters": X."""
    said = spoken("He was charged with violating a ban on protests, Anna Liskova, of Lawyers for Rights, told Reuters.")
    assert [who for who, _ in said] == ["Anna Liskova"]


def test_a_bare_family_name_is_whom_the_text_tells_of() -> None:
    """ "His sister and lawyer Aygul X said. X was taken to a hospital": him."""
    told = custody(
        "Selo Demirci, who has been jailed since March, fainted in his cell, his sister and lawyer Aygun Demirci said on Monday.\n\n"
        "The prosecutor's office said Demirci was transferred to a hospital on Monday."
    )
    assert ("transferred", ["Selo Demirci"]) in told


def test_who_heads_the_court_is_not_sentenced() -> None:
    """ "The court, headed by Judge X, sentenced him. He was charged with …": not X."""
    told = custody(
        "Emad Shargin was arrested in March. On April 30 the Revolutionary Court, headed by Judge Salavand, sentenced him to ten years in prison. "
        "He was charged with espionage."
    )
    assert ("charged", ["Emad Shargin"]) in told
    assert not [kind for kind, persons in told if "Salavand" in persons]


def test_a_verdict_upheld_on_appeal() -> None:
    """ "The verdict was upheld on appeal"."""
    told = custody("Reza Ghalandi was sentenced to five years in prison in March. The verdict was upheld on appeal.")
    assert ("appeal_rejected", ["Reza Ghalandi"]) in told


def test_a_prolonged_detention_is_no_extension() -> None:
    """ "Suffer from prolonged detention"."""
    told = custody(
        "Marie Lawlin called on the authorities to release Ali Karvan and Omar Lindar, who are suffering from prolonged detention."
    )
    assert "detention_extended" not in [kind for kind, _ in told]


def test_a_body_of_the_united_nations_is_not_the_united_nations() -> None:
    """ "The United Nations", "the United Nations Working Group on Arbitrary Detention": two bodies."""
    reading = read(
        "The United Nations condemned the detention of Ali Karvan. The United Nations Working Group on Arbitrary Detention called it arbitrary."
    )
    names = [e.name for e in reading.entities]
    assert {"United Nations", "United Nations Working Group on Arbitrary Detention"} <= set(names)


def test_what_is_told_of_a_source_is_not_what_it_says() -> None:
    """ "According to Obraz, the news agency of …, the family has …"."""
    said = spoken(
        "According to HRANA, the news agency of Human Rights Activists, the family of Emad Shargin has voiced concern about his health."
    )
    assert ("HRANA", "the family of Emad Shargin has voiced concern about his health") in said


def test_a_charge_ends_where_a_source_is_named() -> None:
    """ "For alleged incitement to violence, as the committee documented at the time"."""
    text = "Belay Menaye was arrested on March 5 for alleged incitement to violence, as the committee documented at the time."
    charges = [
        c.charge.text.words(text)
        for c in read(text).claims
        if isinstance(c, Custody) and c.charge is not None and c.charge.text is not None
    ]
    assert charges == ["alleged incitement to violence"]


def test_who_is_criticised_for_a_statement_made_it() -> None:
    """ "The ministry criticised X for its statement calling for the release of Y": X calls."""
    reading = read(
        "Osman Kavan was jailed in March. The ministry criticised Amnesty International for its statement calling for the release of Osman Kavan.",
        rules_only=True,
    )
    names = {e.id: e.name for e in reading.entities}
    calls = [[names[a] for a in c.actors] for c in reading.claims if isinstance(c, Action)]
    assert ["Amnesty International"] in calls


def test_who_shows_up_was_not_taken() -> None:
    """ "Had shown up at a local police station": nobody detained them."""
    assert not [
        e
        for e in custody("Muster, who lived in Quincy, had shown up at a local police station the morning after.")
        if e[0] in ("detained", "arrested")
    ]


def test_what_a_court_denies_is_no_denial() -> None:
    """ "The court denied the motions of X": a ruling, and nobody's answer."""
    reading = read("Lawyers for Anna Obrazec and Boris Muster asked for house arrest. The court denied the motions. Obrazec is ill.")
    assert not [c for c in reading.claims if isinstance(c, Response)]


def test_who_is_named_below_a_lede_is_meant_in_it() -> None:
    """ "A Tibetan monk … died": he whom the next paragraph names first, with his age; not whom it only quotes."""
    text = (
        "BEIJING, Feb 13 - A Tibetan monk held since last summer died on Sunday in a prison hospital, a campaign group said.\n\n"
        "Yonten Obrazec, 38, had been caught at a checkpoint in Garze. His sister Lhamo Obrazec, 30, said the family was told by telephone."
    )
    reading = read(text)
    names = {e.id: e.name for e in reading.entities}
    monk = next(e for e in reading.entities if any(m.text == "A Tibetan monk" for m in e.mentions))
    assert monk.name == "Yonten Obrazec"
    assert ("died", ["Yonten Obrazec"]) in [(c.type.value, [names[p] for p in c.persons]) for c in reading.claims if isinstance(c, Custody)]


def test_a_witness_of_a_lede_stays_without_a_name() -> None:
    """ "…, a relative said": a voice is not the one whom the next paragraph tells of."""
    text = (
        "MINSK, May 3 - Police in Minsk detained a poet at her home on Friday, a relative said.\n\n"
        "Dora Probe, 41, was led away in handcuffs."
    )
    names = {m.text: e.name for e in read(text).entities for m in e.mentions}
    assert names["a poet"] == "Dora Probe"
    assert names["a relative"] != "Dora Probe"
