"""Which words are somebody's."""

from __future__ import annotations

import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.read.marked_text import parse_marked, read


@pytest.mark.parametrize(
    "marked",
    [
        "{Anna Li} said that [the court had not listened].",
        "{Anna Li} told reporters [he was well].",
        "According to {Anna Li}, [he was beaten in the cell].",
        "[He was beaten in the cell], according to {Anna Li}.",
        "Ivan Petrov left. By {his} words, [the search lasted two hours].",
        "[Ivan Petrov is detained for 48 hours], informed journalists his lawyer {Anna Li}.",
        "[He will go home on Monday], {his lawyer} said.",
        "{The ministry} rejected the claim, saying [the courts are independent].",
        "{Anna Li} called the sentence “[a disgrace for us all]”.",
        "“[Free them now],” {Anna Li} said.",
        "«[Free them now]», — said {Anna Li}.",
        '{Anna Li}: "[Nothing was proved in this room.]"',
        "“[Nothing was proved in this room]” – {Anna Li}",
        "{The indictment} says that [he took money from abroad].",
        "{Anna Li} complained that “[the guards read my letters]”.",
        "RIGA: [He was beaten in the cell], {his lawyer} said.",
        "Riga, May 4, 2021—[He was beaten in the cell], {his lawyer} said.",
        "RIGA, May 4, 2021 -- (Amber Press) [He was beaten in the cell], {his lawyer} said.",
        "In a note smuggled out of the prison, {Anna Li} wrote, “[I read what I like in here.]”",
        "[The government must explain the long arrests of its critics], {Anna Li} said today.",
    ],
)
def test_content_is_what_is_said_and_no_more(marked: str) -> None:
    """Direct, partial and indirect words, whatever the marks and the order; neither marks nor "that" belong to them."""
    case = parse_marked(marked)
    quotes = read(case.text).quotes
    assert [q.content for q in quotes] == [tuple(case.quotes)]
    assert [q.speaker_mention for q in quotes] == case.speakers


@pytest.mark.parametrize(
    "text",
    [
        "He was held on charges of “hooliganism” and “contempt of court”.",
        "The so-called “foreign agents” law was passed.",
        "She won the “Golden Pen” award in the “Toplum case” year.",
        "The charges announced on Monday are new.",
        "Ivan Petrov is said to be ill.",
        "The court gave him nine years.",
        "Is he guilty? Nobody knows.",
    ],
)
def test_terms_and_titles_in_marks_are_no_quotes(text: str) -> None:
    """Words in marks that nobody is reported to say, and reporting verbs that report nothing, give no quote."""
    assert read(text).quotes == ()


def test_a_quote_split_by_its_reporting_clause_is_one() -> None:
    """“A,” X said. “B.” has one content in two parts."""
    text = "“We waited all night,” Anna Li told the crowd. “Nobody came.”"
    (quote,) = read(text).quotes
    assert [s.words(text) for s in quote.content] == ["We waited all night", "Nobody came."]


def test_answers_of_an_interview_are_the_answerers() -> None:
    """Paragraphs that follow questions are quotes of the one who is asked; the questions are nobody's."""
    text = "An interview with Anna Li\n– Were you held?\n– For two days. Then they let me go.\n– Will you appeal?\n– Of course.\n"
    result = read(text)
    assert [" ".join(s.words(text) for s in q.content) for q in result.quotes] == ["For two days. Then they let me go.", "Of course."]
    assert {result.name_of(q.speaker) for q in result.quotes} == {"Anna Li"}


def test_what_an_interviewer_says_without_asking_is_no_answer() -> None:
    """A short remark between two answers, a prompt, and whatever stands behind the sign of the questions are the interviewer's."""
    text = (
        "A talk with Anna Li\n\nTell me about the morning.\n\nThey came at six. I was asleep.\n\nWere you beaten?\n\nNo, never in my cell.\n\n"
        "And yet you are ill.\n\nThe lungs, I think. It was damp there.\n\nWill you appeal?\n\nOf course I will."
    )
    assert [q.content[0].words(text)[:9] for q in read(text).quotes] == ["They came", "No, never", "The lungs", "Of course"]
    signs = "Tamar Kobalia, 30, is an editor.\n\n■ Where were you?\n\nKobalia: On a bus.\n\n■ Your friends stayed.\n\nThey did, all of them.\n\n■ And now?\n\nKobalia: I bake."
    assert [q.content[0].words(signs) for q in read(signs).quotes] == ["On a bus.", "They did, all of them.", "I bake."]


def test_an_answer_ends_where_the_outlet_speaks_of_the_answerer() -> None:
    """A paragraph that calls the answerer "her" is the outlet's own."""
    text = "Tamar Kobalia, 30, is an editor.\n\n■ Where were you?\n\nKobalia: On a bus.\n\nHer friends call her the Editor.\n\n■ And now?\n\nKobalia: I bake."
    assert [q.content[0].words(text) for q in read(text).quotes] == ["On a bus.", "I bake."]


def test_a_headline_quote_is_given_to_the_one_who_says_it_below() -> None:
    """Words in a headline without a speaker are those of the person who says them in the text."""
    text = "“I am glad to be alive today”\nThe court freed Anna Li.\n“I am very glad to be alive today,” Li told us."
    result = read(text)
    assert {result.name_of(q.speaker) for q in result.quotes} == {"Anna Li"}


def test_the_outlet_that_was_told_is_via() -> None:
    """ "told Radio Free Europe" names the outlet spoken to."""
    result = read("Anna Li told Radio Free Europe that he was well.")
    assert result.name_of(result.quotes[0].via) == "Radio Free Europe"


_SCRAPS = st.sampled_from(
    ["“", "”", '"', "'", "’", "‘", "«", "»", "„", "‹", "(", ")", ":", ";", ",", ".", "?", "–", "\n", " ", "Anna Li", "said", "he", "told", "that",
     "according to", "she", "the lawyer", "called it", "was held", "X", "- ", "in her words", "and"]
)  # fmt: skip


@settings(max_examples=150)
@given(st.lists(_SCRAPS, max_size=60))
def test_no_input_of_marks_raises(scraps: list[str]) -> None:
    """However broken the marks, every content is cut from the text and is not empty."""
    text = " ".join(scraps)
    for quote in read(text).quotes:
        for span, passage in zip(quote.content, quote.passages, strict=True):
            assert passage.stands_in(text)
            assert span.words(text).strip()


@pytest.mark.parametrize(
    "scrap",
    [
        "“He said ",
        "” « said Anna Li ‘ ",
        "“Free him,” Anna Li said. ",
        "he said that she said ",
        "– Why?\n– So.\n",
        "According to Anna, it was. ",
    ],
)
def test_time_is_linear_in_the_text(scrap: str) -> None:
    """Four times the text takes about four times as long: far from the sixteen times of a quadratic step."""

    def seconds(times: int) -> float:
        text = scrap * times
        best = float("inf")
        for _ in range(2):
            start = time.process_time()
            read(text)
            best = min(best, time.process_time() - start)
        return best

    seconds(50)
    assert seconds(1600) < 9 * seconds(400) + 0.05


@pytest.mark.parametrize(
    "marked",
    [
        "{Anna Li} claimed [the count was a matter of hours, “not of days”].",
        "{Anna Li} said that [the trial had been “a trial in name only”].",
        "[The two were freed “on humanitarian grounds”], {the ministry} stated.",
        "Ivan Petrov spoke. [The road, {he} said, “was never closed”].",
        "{Anna Li} considers the case [politically biased].",
        "{Anna Li} believes [the verdict to be wrong]: the judge had slept.",
        "{The union} called the verdict [revenge] and demanded a new trial.",
        "{The union} calls the decision [needlessly cruel].",
        "{The delegation} called the speech [a collection of rumours] and left the hall.",
        "{The union} regards him as [a prisoner of conscience].",
        "{The union} described the decision as [overdue].",
        "{Anna Li} thinks [the fine too big].",
        "{The expert} found [nothing wrong with the book].",
        "{Anna Li} swears [she was never there].",
        "{Anna Li} told us [he was beaten in the cell].",
        "{The minister} said that [the courts are independent] and called on all to wait.",
        "When {Anna Li} says that [he was beaten], the judge laughs.",
        "{Ivan Petrov}, who argued that [the law is clear], met the press.",
        "Lawyer Ivan Petrov came. For {him}, [the file is empty].",
        "{The pair} say [they did nothing wrong].",
        "Her mother, {Olga Kim}, asked only [whether sandals are permitted].",
        "By the account of {Anna Li}, [he was moved to a cell].",
        "{The foreign ministry} in Minsk: [no political prisoners are held].",
    ],
)
def test_a_reported_clause_is_one_whole(marked: str) -> None:
    """With its subject and with the words in marks inside it, and no farther than the speaker's next deed or the main clause."""
    case = parse_marked(marked)
    quotes = read(case.text).quotes
    assert [(q.content[0].hull(q.content[-1])).words(case.text).strip("“”") for q in quotes] == [
        s.words(case.text).replace("{", "").replace("}", "").strip("“”") for s in case.quotes
    ]


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("She came in, says the lawyer, and had thought of ten years.", ["She came in", "and had thought of ten years"]),
        (
            "Ivan Petrov smiled. They wake us early, he says; when it is late, they knock.",
            ["They wake us early", "when it is late, they knock"],
        ),
        ("Some were mine, Anna Li admitted, but none that mattered.", ["Some were mine", "but none that mattered"]),
        ("“We went on,” Anna Li wrote on Monday; “nobody stopped us”.", ["We went on", "nobody stopped us"]),
        ("“We went on,” Qoa Zhemu wrote. “Nobody stopped us.”", ["We went on", "Nobody stopped us."]),
    ],
)
def test_both_halves_belong_to_one_quote(text: str, parts: list[str]) -> None:
    """A clause or a direct quote that the reporting words interrupt goes on behind them."""
    assert [[c.words(text) for c in q.content] for q in read(text).quotes] == [parts]


@pytest.mark.parametrize(
    "marked",
    [
        "{The German embassy} is “[deeply troubled]” by the sentence.",
        "The {Ministry of Justice} “[strongly disagrees]” with that account.",
    ],
)
def test_words_in_marks_say_how_the_subject_feels(marked: str) -> None:
    """No verb of saying is needed where the marks hold the subject's own state or deed."""
    case = parse_marked(marked)
    assert [(q.content, q.speaker_mention) for q in read(case.text).quotes] == [((case.quotes[0],), case.speakers[0])]


@pytest.mark.parametrize(
    "text",
    [
        "The embassy insists that he be released at once.",
        "The court found him guilty of “spreading false news”.",
        "The minister accused Ivan Petrov of “spreading false news”.",
        "They also promised him more if he came.",
        "He got six years in a colony for “spreading false news”.",
        "The group urged the ministry to say where he is and to let him go.",
        "Responding to the ruling of the court on Monday, Anna Li said:",
        "The union expressed concern over reports that he was ill.",
        "The government freed two guards who were investigating alleged abuses in the far south.",
        "The Senate met on Monday in what it called a “quiet hour”.",
        "The ministry declined to say whether more arrests would follow.",
        "He went on hunger strike, protesting the rules of the guards that were new.",
    ],
)
def test_demands_verdicts_and_accusations_are_no_quotes(text: str) -> None:
    """A demand is an action, an accusation a response, a verdict an event; and an object is no clause."""
    assert read(text).quotes == ()


@pytest.mark.parametrize(
    ("text", "who"),
    [
        ("Anna Li spoke. The ministry, which had called for calm, accused the embassies of “running a coup”.", "The ministry"),
        ("Olga Kim said that he was ill. “Nobody came to see him in the cell.”", "Olga Kim"),
        ("Maria Li was freed, in her own words, “for want of any further use”.", "Maria Li"),
        ("Lawyer Anna Li addressing the judges said, “I hope that you will hear us today.”", "Anna Li"),
        ("“We are watching them all,” a Baltic Rights Bureau spokesman said.", "spokesman"),
    ],
)
def test_words_in_marks_have_the_speaker_of_their_own_sentence(text: str, who: str) -> None:
    """The accuser, whoever spoke right before, the one whose own words they are."""
    result = read(text)
    assert [result.name_of(q.speaker) for q in result.quotes][-1] == who


def test_a_headline_in_marks_is_of_the_one_who_speaks_below() -> None:
    """Words that open the page without a name belong to the person who says most in the text."""
    result = read("“We will meet again”: a year in dates\nAnna Li was held in May. “I am well,” Anna Li said. She said that it was cold.")
    assert next((q.content[0].words(result.text), result.name_of(q.speaker)) for q in result.quotes) == ("We will meet again", "Anna Li")


@pytest.mark.parametrize(
    "marked",
    [
        "{Anna Li} conceded that [the page had been unclear] but denied that anyone was cheated.",
        "{The embassy}, saying [it was troubled by the ruling], called for his release.",
        "{Those} who stood beside him say that [he had read a poem].",
        "Anna Li was told by {the ministry} that [her brother had left].",
        "{The ministry}'s position is that [the arrest was lawful].",
        "According to {Anna Li}, his sister, [the guards took the letters away].",
        "{The group} counts [1,581 people arrested since May].",
        "{The ministry} said [it would appeal], calling the ruling too mild.",
        "{The ministry} said that [the agency was alarmed and had asked the embassy for a reply].",
        "{The ministry} explained that [the parts had come late], while the contractor accused the port.",
        "{Anna Li} told us that [nobody was held] and declined to comment on the rest.",
        "{Anna Li} says that [the letter was burnt], the agency's Baltic service reports.",
        "{Anna Li} said [his office respects the decision].",
        "[He took soup on Thursday evening], {Anna Li}, his sister, told our station.",
        "{The group} has documented [at least forty arrests].",
        "According to the poet's daughter, {Nino Kobalia}, [police searched the house but found nothing].",
        "{The lawyer} has deemed the decision [illegal] and plans to appeal.",
        "Later that day, {Anna Li} wrote that [the money was not hers].",
        "{Anna Li} said that [Ivan Petrov denies guilt].",
        "{The group} puts [the number of those held at more than sixty].",
        "{The deputy} asked the minister [how many papers are closed].",
        "{The experts} recalled that [under the treaty, which it has not signed, the state must protect them].",
        "[Oleg Kim was set free on Monday]. This was reported to the agency by his lawyer {Anna Li}.",
        "[Oleg Kim was set free on Monday]. About this his lawyer {Anna Li} informed.",
        "{Anna Li} said [the conditions amount to torture].",
        "{Olga Kim} called Ivan Petrov [the conscience of the town].",
        "{Olga Kim} called the appeal ruling [a partial win].",
        "A spokesman came. {A spokesman} for the ministry, speaking on Monday, said that [the case was closed].",
        "{Anna Li} is of the opinion that [the fourth volume was never opened].",
        "{The ministry} gave its word that [the law would be changed].",
        "Superintendent of Police {Ivan Petrov} defended it, saying that [officers were bound to act].",
        "The envoy, {Anna Li}, said [diplomats from seven countries were turned away at the door].",
        "For the {Press Union}, whose report came out on Friday, [the case is empty].",
        "{The embassy} said [the trial was unfair], while Ivan Petrov said nothing.",
        "{Rabat} called the letter “[an interference in its courts]”.",
        "[He got off with a warning], {Anna Li} said, “[and a bill for the lamp]”.",
        "[The guards took the books], her sister {Anna Li} told us, on Monday.",
    ],
)
def test_where_a_clause_ends_and_whose_it_is(marked: str) -> None:
    """The speaker's next deed, a main verb, an apposition end it; owners, hearers and counts tell whose it is."""
    case = parse_marked(marked)
    quotes = read(case.text).quotes
    assert [q.content for q in quotes] == [tuple(case.quotes)]
    assert [q.speaker_mention for q in quotes] == case.speakers


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("Anna Li said he was ill, adding that no doctor came.", ["he was ill", "no doctor came"]),
        ("Anna Li, according to the lawyers, was beaten.", ["Anna Li", "was beaten"]),
        ("Anna Li said that it was no trade: “We want nothing for it.”", ["it was no trade", "We want nothing for it."]),
        ("Anna Li opened the visit, citing their “long and warm friendship”.", ["long and warm friendship"]),
        ("Anna Li shouted “Freedom!” from the van.", ["Freedom!"]),
        ("Anna Li rejected the term “political prisoner”.", []),
        ("The ministry considers it necessary to state the following.", []),
        ("Anna Li, asked how he felt, only smiled.", []),
        ("Anna Li was stopped at the airport and told she may not leave.", []),
        ("The court has spoken, our correspondent reports.", []),
        ("Justice Anna Li held that the offences were light.", []),
        ("The court reasoned that there was no cause to change it.", []),
        ("Authorities in the region should immediately release Oleg Kim, Anna Li said.", []),
        ("The deputy, Anna Li, announced an appeal.", []),
        ("Police filed the charge sheet in January: “spreading rumours about the army”.", []),
        ("He was held for “undermining the state”, a charge that Anna Li considers absurd.", []),
        ("According to witnesses, men seized him and held him for two days.", ["men seized him and held him for two days"]),
        ("“It is dear,” said Anna Li, head of Law and Order. “We wait.”", ["It is dear", "We wait."]),
        ("Anna Li considers “peace” what they call", ["peace"]),
    ],
)
def test_what_counts_as_words_and_what_does_not(text: str, said: list[str]) -> None:
    """Each verb has words of its own; a hearer, a term, a participle and the outlet's own reporter have none."""
    result = read(text)
    assert [c.words(text) for q in result.quotes for c in q.content] == said


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("Her mother, who sells bread near the court, said she no longer understood it.", ["she no longer understood it"]),
        ("The Security Ministry says it respects the ruling.", ["it respects the ruling"]),
        (
            "A critic wrote that the play had been a cage, and the producer Ota Novak accused the jury of bias.",
            ["the play had been a cage"],
        ),
        (
            "The State Committee for Security said two days later that “he had confessed”, and the state television showed a video with him.",
            ["he had confessed"],
        ),
        ("Ivan Petrov said the decision showed that judges were free.", ["the decision showed that judges were free"]),
        (
            "According to a friend familiar with the matter, the first lawyer, Anna Li, was summoned and forced to quit.",
            ["the first lawyer, Anna Li, was summoned and forced to quit"],
        ),
        (
            "Ivan Petrov said the order in the driver's case “knocks out the foundation” of the charges.",
            ["the order in the driver's case “knocks out the foundation” of the charges"],
        ),
        (
            "The Rights Union found last month that the arrests had been arbitrary and recommended that the men be paid.",
            ["the arrests had been arbitrary"],
        ),
        ("The third accused, technician Said Omar, pleaded guilty early on and paid a fine.", []),
        ("The convict Petrov kept silent, the convict Kim admitted it partly and asked for mercy.", []),
        ("The lamp allowed Anna Li to write down 1,100 names in a notebook made of paper.", []),
        (
            "Prosecutor Ivan Petrov ordered him held overnight for “insulting the mayor”, according to his lawyer Anna Li.",
            ["Prosecutor Ivan Petrov ordered him held overnight for “insulting the mayor”"],
        ),
        (
            "“We changed the lid,” says Ivan Petrov, who runs the station. “She was sure of her way.”",
            ["We changed the lid", "She was sure of her way."],
        ),
        ("The file was thin; the prosecution’s reply was that he was seeking attention.", ["he was seeking attention"]),
        ("He was seized at dawn, according to Ivan Petrov, one of two lawyers in the room.", ["He was seized at dawn"]),
        (
            "On August 14 the Federal Court granted police 14 days to hold the pair while they investigate suspected “incitement to violence”.",
            [],
        ),
        ("“Nobody is above the law,” said Brig. Gen. Ivan Petrov of the 8th Division.", ["Nobody is above the law"]),
    ],
)
def test_a_reported_clause_has_its_own_borders(text: str, said: list[str]) -> None:
    """It ends where another subject speaks, begins with its own subject, and a verb with an object of its own reports nothing in front of it."""
    result = read(text)
    assert [c.words(text) for q in result.quotes for c in q.content] == said


@pytest.mark.parametrize(
    "marked",
    [
        "{The minister} accused “[certain partners]” of feeding rumours.",
        "{The union} accused the ministry of hiding behind “[the white coats of others]”.",
        "{The embassy} voiced its “[disappointment]”.",
        "{The governor} justified the move by “[reasons of space]”.",
        "The {Bakers’ Union} condemned the “[endless raids at dawn]”.",
        "{The agency} said it was “[gravely concerned]”.",
        "The verdict came after what {Anna Li} described as “[a winter without letters]”.",
        "{The union} condemned what it called “[an arrest with no ground at all]”.",
        "[The court considered the request about the writer Ivan Petrov], informed journalists his lawyer {Anna Li}.",
    ],
)
def test_a_few_words_in_marks_have_a_speaker(marked: str) -> None:
    """Who accuses, voices, justifies, feels, or calls a thing so; a charge by those who prosecute is none."""
    case = parse_marked(marked)
    result = read(case.text)
    assert [q.content for q in result.quotes] == [tuple(case.quotes)]
    speakers = {e.id: {m.span for m in e.mentions} for e in result.entities}
    assert case.speakers[0] in speakers[result.quotes[0].speaker or ""] | {result.quotes[0].speaker_mention}


def test_a_pronoun_behind_words_in_marks_is_the_one_who_said_them() -> None:
    """Even where somebody else was named last before."""
    text = (
        "The court convicted Ivan Petrov. “He named nobody at all,” said the lawyer Anna Li of Amber Law. She said an appeal would follow."
    )
    result = read(text)
    assert [result.name_of(q.speaker) for q in result.quotes] == ["Anna Li", "Anna Li"]
