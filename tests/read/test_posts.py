"""Posts of a social network and answers of an interview: the layout says whose they are."""

from __future__ import annotations

from tests.read.marked_text import read

_THREAD = """Olga Kim @olgakim · 3 May

1/ They took my brother from the market this morning. He sells books.

2/ The officer told our mother: “Go home and wait.”

3/ Please share this.

12 replies · 40 reposts
Who to follow"""


def _said(text: str) -> list[tuple[str, str]]:
    result = read(text)
    return [(result.name_of(q.speaker) or "", " ".join(c.words(result.text) for c in q.content)) for q in result.quotes]


def test_each_numbered_post_is_one_quote_of_its_author() -> None:
    """And what a post quotes is a quote beside it; counts of replies are nobody's words."""
    said = _said(_THREAD)
    own = [words for who, words in said if who == "Olga Kim"]
    assert [w[:2] for w in own] == ["1/", "2/", "3/"]
    assert ("The officer", "Go home and wait.") in said
    assert not any("replies" in w for _, w in said)


def test_an_author_whose_name_no_list_knows_is_named_by_the_handle() -> None:
    """The head of a post makes its name a person's."""
    assert {who for who, _ in _said("Qwylo Brelk @qwylo · 3 May\n\nThey took my brother this morning.")} == {"Qwylo Brelk"}


def test_a_post_within_an_article_ends_in_its_author() -> None:
    """As outlets print embedded posts."""
    said = _said("The family wrote on Friday.\n\nHe is alive. We saw him today. — Olga Kim (@olgakim) May 3, 2024\n\nThe trial goes on.")
    assert said == [("Olga Kim", "He is alive. We saw him today.")]


def test_a_head_without_a_post_below_it_is_no_quote() -> None:
    """Two authors in a row, as where the words of the first were a picture."""
    said = _said("Olga Kim @olgakim · 3 May\n\nIvan Li @ivanli · 3 May\n\nThey took my brother from the market this morning.")
    assert said == [("Ivan Li", "They took my brother from the market this morning.")]


def test_a_signature_without_a_post_says_nothing() -> None:
    """What is left of a post that the page does not show is a name and a day, and nobody's words."""
    assert _said("— Olga Kim (@olgakim) June 20, 2024") == []


def test_counts_below_a_post_are_nobodys_words() -> None:
    """In capitals too, and with thousands."""
    said = _said(
        "Olga Kim @olgakim · 6:50 PM\nThey took my brother. #FreeHim\n\n3,104 Retweets  611 Quote Tweets  9.8K Likes\nWho to follow: Radio"
    )
    assert [words for _, words in said] == ["They took my brother. #FreeHim"]


_INTERVIEW = """Olga Kim defends Ivan Petrov, an editor. We met her on Monday.

– How is he?

Thinner. He reads a lot, and I bring him the books.

– The ministry says that nobody is held for words.

Then let them read the file. I have read it, and it is all words.

– What comes next?

An appeal. Ivan wants it, and so do I."""


def test_the_one_asked_is_not_the_one_the_answers_tell_of() -> None:
    """ "He" in question and answer is somebody else, here the client."""
    answers = [who for who, words in _said(_INTERVIEW) if words.startswith(("Thinner", "Then", "An appeal"))]
    assert answers == ["Olga Kim"] * 3


def test_questions_as_headings_are_no_interview() -> None:
    """An explainer has no one who answers."""
    text = "Ivan Petrov was jailed.\n\nWhat happened?\n\nA court gave him two years.\n\nWhat comes next?\n\nAn appeal is due in May."
    assert _said(text) == []


def test_who_asks_at_a_briefing_is_not_quoted() -> None:
    """Labels in front of questions are the outlets'; the spokesman's answers are his, whatever his name looks like."""
    text = (
        "Regular briefing\n\nRiver Times: A court jailed Li on Monday. What is your response?\n\nBrelk Qwylo: The case was handled by law."
        "\n\nRiver Times: Will his wife be let out?\n\nBrelk Qwylo: I am not aware of it."
    )
    assert _said(text) == [("Brelk Qwylo", "The case was handled by law."), ("Brelk Qwylo", "I am not aware of it.")]


def test_an_answer_goes_on_until_the_next_question() -> None:
    """Over its paragraphs, and without the "A:" in front; what follows the last answer is the text again."""
    text = (
        "Olga Kim, the wife of editor Ivan Petrov, talks about a year of waiting.\n\nWhen did you see him?\n\nIn April. I cried."
        "\n\nHe asked for socks.\n\nWhat does he need?\n\nLetters.\n\nKim will travel on Monday."
    )
    assert _said(text) == [("Olga Kim", "In April. I cried.\n\nHe asked for socks."), ("Olga Kim", "Letters.")]
    marked = "Olga Kim spoke to us.\n\nQ: Are you well?\n\nA: I am.\n\nQ: Will you appeal?\n\nA: Yes, we will."
    assert _said(marked) == [("Olga Kim", "I am."), ("Olga Kim", "Yes, we will.")]


def test_who_answers_is_told_by_the_layout_and_the_lead() -> None:
    """A dash of answers alone, both dashes, a label of an office, a byline, "A:" under a line that introduces the one asked."""
    dashed = "Anna Li teaches at a school. She spoke to us at the gate.\n\nHow did it start?\n\n– With shoes. I saw them.\n\nThe police say he fell.\n\n– He never fell.\n\nIs he well?\n\n– No."
    assert _said(dashed) == [("Anna Li", "With shoes. I saw them."), ("Anna Li", "He never fell."), ("Anna Li", "No.")]
    both = "Anna Li, doctor, left the colony in May.\n\n– Were you beaten?\n– Me no. Oleg, the nurse, yes: they beat him.\n\n– Did you admit it?\n– Admit what?\n\n– And now?\n– I work."
    assert [who for who, _ in _said(both)] == ["Anna Li"] * 3
    office = "Briefing on the case of Oleg Kim\n\nQ. Will he be let out?\nSPOKESPERSON: You have our statement.\nQ. He fell ill in June.\nSPOKESPERSON: We have raised that."
    assert _said(office) == [("SPOKESPERSON", "You have our statement."), ("SPOKESPERSON", "We have raised that.")]
    byline = "Anna Li defends the editor Oleg Kim. Interview by Maria Roe\n\nIs he well?\n\nHe is, I think.\n\nWill you appeal?\n\nWe will."
    assert {who for who, _ in _said(byline)} == {"Anna Li"}
    asked = "Oleg Kim is held. Kim is ill.\n\nPolice spokesman Ivan Petrov, at the weekly briefing:\n\nQ: Was Kim struck?\nA: Nobody was struck.\nQ: His mother saw it.\nA: Mothers see much."
    assert {who for who, _ in _said(asked)} == {"Ivan Petrov"}


def test_an_author_among_posts_may_stand_without_a_handle() -> None:
    """Their name, their office and the hour are enough where other posts have handles."""
    text = (
        "Amber Watch @amberwatch · 9:12 AM\nWe condemn the arrest of Anna Li.\n\n"
        "Oleg Kim, head of the press centre, replying · 11:55 AM\nShe was not arrested. Your post is false.\n"
    )
    result = read(text)
    said = {result.name_of(q.speaker): q.content[0].words(text) for q in result.quotes}
    assert said["Oleg Kim"] == "She was not arrested. Your post is false."
    assert said["Amber Watch"] == "We condemn the arrest of Anna Li."


def test_comments_below_a_post_are_their_authors() -> None:
    """One a line, under the counts of reactions."""
    text = "Anna Li is held in Osh.\n\n412 reactions  96 comments\nOleg Kim: He lives on nothing. Free him.\nMaria Sidorova: For what?\n"
    result = read(text)
    assert [(result.name_of(q.speaker), q.content[0].words(text)) for q in result.quotes] == [
        ("Oleg Kim", "He lives on nothing. Free him."),
        ("Maria Sidorova", "For what?"),
    ]


def test_a_page_that_begins_with_a_name_and_the_hour_is_one_post() -> None:
    """All of it up to the counts is the author's."""
    text = "Lawyer Anna Li | 21 December, 22:47\n\nI have just come out of the court.\n\nThey took him at five.\n\n18.4K views\n"
    result = read(text)
    assert [q.content[0].words(text) for q in result.quotes] == ["I have just come out of the court.\n\nThey took him at five."]


def test_posts_of_a_thread_are_numbered_like_a_list_too() -> None:
    """ "1." as well as "1/"; the head of a translated thread names its author behind "by", and what stands in brackets is the editor's."""
    own = ["1. They took my brother.", "2. He sells books.", "3. Bring him back."]
    posts = "\n\n".join(own)
    assert [words for _, words in _said(f"Olga Kim @olgakim\n\n{posts}\n\n12 replies")] == own
    page = f"[Thread, translated by the desk; posted by Olga Kim, sister]\n\n{posts}\n\n(Post 4 holds a photograph.)"
    assert _said(page) == [("Olga Kim", words) for words in own]


def test_each_paragraph_below_the_sign_of_a_thread_is_a_post() -> None:
    """Up to the counts of reactions."""
    page = "Olga Kim (lawyer), 22 Nov. 2021\n\n🧵 They took my brother.\n\nHe sells books.\n\n♥ 62 💬 4\n\nThe museum seeks guides."
    assert _said(page) == [("Olga Kim", "🧵 They took my brother."), ("Olga Kim", "He sells books.")]


def test_initials_in_front_of_an_answer_are_the_person_of_that_name() -> None:
    """With dots or without; who asks under initials says nothing."""
    page = "Questions to the lawyer Olga Kim\n\nInterviewed by Anna Petrosyan\n\n{0} Where is he?\n{1} He is at home.\n\n{0} Was he beaten?\n{1} Once."
    for marks in (("AP:", "OK:"), ("A.P.:", "O.K.:")):
        assert _said(page.format(*marks)) == [("Olga Kim", "He is at home."), ("Olga Kim", "Once.")]


def test_in_a_parliament_the_questions_are_words_too() -> None:
    """Members ask one another; no outlet does."""
    page = (
        "HOUSE OF COMMONS: URGENT QUESTION\n\nHugh Pember (Lab): Will the Minister ask for his release?\n\n"
        "Fiona Ash (Minister of State): I raised the case.\n\nHugh Pember: When did she raise it?\n\nFiona Ash: On Monday."
    )
    assert [who for who, _ in _said(page)] == ["Hugh Pember", "Fiona Ash", "Hugh Pember", "Fiona Ash"]


def test_the_one_whom_we_asked_answers() -> None:
    """And not the one whom the text is about, nor the one who signs as interviewer."""
    asked = "\n\nDid you see him?\n\nNo. I saw a photograph.\n\nWhat would you do now?\n\nStop being quiet. I have changed my mind."
    page = "Twenty years in a cell\n\nDavit Tekle was taken in 2001.\n\nWe asked Gunnar Stahl, once ambassador there, what was done."
    assert {who for who, _ in _said(page + asked)} == {"Gunnar Stahl"}
    assert {who for who, _ in _said("Olga Kim on the bus and the plane\n\nConversation: Anna Petrosyan" + asked)} == {"Olga Kim"}


def test_whom_a_briefing_is_asked_about_answers_nothing() -> None:
    """Only who is named above, or addressed, can be the one who answers."""
    page = "DAILY BRIEFING\n\nQ: Do you have a comment on the arrest of Ivan Petrov?\n\nA: We have seen it.\n\nQ: Will you ask for him?\n\nA: We will."
    assert _said(page) == []
    assert {who for who, _ in _said("Olga Kim briefs the press\n\n" + page)} == {"Olga Kim"}


def test_collected_posts_stand_below_their_author_with_day_and_hour() -> None:
    """As newsletters copy them; a register with days alone is none."""
    text = """Collected on 26 and 27 March

Mubina Zara, 26 March, 20:40
He is my colleague. We are not going home.

Anil Prakash Rao, 26 March, 23:05
Baba just called. He is well.

Olga Kim, lawyer, 27 March, 12:30
The court sat for nine minutes."""
    assert _said(text) == [
        ("Mubina Zara", "He is my colleague. We are not going home."),
        ("Anil Prakash Rao", "Baba just called. He is well."),
        ("Olga Kim", "The court sat for nine minutes."),
    ]
    assert not _said(text.replace(", 20:40", "").replace(", 23:05", "").replace(", 12:30", ""))


def test_what_stands_in_bold_asks_where_questions_do() -> None:
    """A remark of the one who asks has no question mark."""
    text = """Ida Grun spent six months in jail. We spoke at her kitchen table.

**You had been offered community service.**

Yes, cleaning doors. I said no.

**What was the worst?**

The light. It does not go out."""
    assert _said(text) == [("Ida Grun", "Yes, cleaning doors. I said no."), ("Ida Grun", "The light. It does not go out.")]
