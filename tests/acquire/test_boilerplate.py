"""Page furniture is marked; the article is not."""

import pytest

from habeas.acquire.boilerplate import find_boilerplate

PROSE = "A court in Testville on Monday ordered the editor Anna Example held for two months, her lawyer said, and set the next hearing for March."


def marked(text: str) -> list[str]:
    return [b.span.words(text) for b in find_boilerplate(text)]


@pytest.mark.parametrize(
    "furniture",
    [
        "Leave a review\nFollow us on social networks",
        "See also\nCourt jails two for theft\nOpposition leader arrested for 30 days",
        "Tags: arrest, court",
        "Read more: Two sentenced over fuel theft",
        "USD 384.11 EUR 450.45 RUB 4.8838\nweather in Yerevan +24",
        "We use cookies to improve your experience. Accept all cookies",
        "© The Example 2025. All rights reserved.",
        "0 Comment\n\nLeave a comment\nYour email will not be published, required fields are marked *",
        "Listen to us on Example Radio. Call the studio: Mondays 10 to 12.",
        "👁 18.4K  💬 96\nForward · Boost this channel",
        "The Example is hiring: we seek a court reporter. Send a CV to jobs@example.org.",
    ],
)
def test_the_foot_of_a_page(furniture: str) -> None:
    """Notices, links and counters below the article are furniture, decoys included."""
    assert marked(f"Editor held\n\n{PROSE}\n\n{furniture}\n") == [furniture]


def test_menu_and_stamp_above_the_article() -> None:
    """What stands above is furniture too, but never the headline."""
    text = f"Home | News | Politics\n11 December 2024, 15:02\nEditor held for two months\n\n{PROSE}\n"
    assert marked(text) == ["Home | News | Politics\n11 December 2024, 15:02"]


@pytest.mark.parametrize(
    "article", [PROSE, f"BAKU, December 4. {PROSE}", f"Editor held\n\n{PROSE}\n\n- Anna Example, editor;\n- Ben Example, reporter."]
)
def test_an_article_has_no_furniture(article: str) -> None:
    """Prose, datelines and lists of people are article."""
    assert marked(article) == []


def test_news_below_an_agencys_closing_code_is_other_news() -> None:
    """The page stacks older items under the article; a digest whose every item has its code is read whole."""
    article = "The embassy called for the release of Olga Kim.-16D-"
    stacked = "Politics\n-\nOn 5 February the journalist Anna Li was arrested in Osh, and nearly all of the staff were questioned by the police for hours."
    assert marked(f"A call\n{article}\n{stacked}") == [stacked]
    assert find_boilerplate(f"A call\n{article}\nAnna Li was arrested in Osh on Monday, her colleagues said.-16D-") == ()


def test_rows_of_a_table_of_people_are_no_menu() -> None:
    """Numbered, or with items in small letters beside another such row; a bar of headings alone stays furniture."""
    table = "1. Anna LI / poet / held since 2017\n2. Omar KHAN / singer / eight years\nDaler Karim / lawyer / died in June"
    assert marked(f"Prisoners\n\n{PROSE}\n\n{table}\n\n{PROSE}\n\nTexts adopted | Previous | Next\n") == ["Texts adopted | Previous | Next"]


@pytest.mark.parametrize(
    "line",
    [
        "Visits: the children of the editor Anna Example saw her in November through glass, for ten minutes, and brought her a coat.",
        "Anna Example, a bakery worker who writes a neighbourhood newsletter, has been held in the county jail since the end of January.",
    ],
)
def test_a_word_of_furniture_in_prose(line: str) -> None:
    """ "Visits:" before a sentence counts nothing, and who writes a newsletter offers none."""
    assert marked(f"Editor held\n\n{PROSE}\n\n{line}\n\n{PROSE}\n") == []


@pytest.mark.parametrize("line", ["Visits: 1 204", "Subscribe to our weekly newsletter", "The Example Newsletter", "Newsletter sign-up"])
def test_counters_and_newsletters_are_furniture(line: str) -> None:
    """A counter with its number, and an offer."""
    assert marked(f"Editor held\n\n{PROSE}\n\n{line}\n") == [line]


@pytest.mark.parametrize(
    "prose",
    [
        "Anna Example, who edits a newsletter on prisons, was arrested on Monday.",
        "The newsletter Example Watch called the two “hostages of a map”.",
        "The two were forced to sign up for the army in exchange for a pardon.",
        "She asked followers to subscribe to the channel, the indictment says.",
        "The family must apply before the court for a review of her detention.",
        "We seek a fair trial for our colleague Anna Example.",
        "He was arrested after he had become a member of a banned party.",
        "The press said that the channel's crowdfunding account had been frozen.",
        "Press office of the Interior Ministry reported that Anna Example was detained.",
        "The editor does not admit guilt and says that the arrest is revenge.",
        "By the decision of judge Ben Example, the term was extended for two months.",
        "Wanted activist Anna Example was arrested on Monday.",
        "Wanted: Anna Example, on a charge of extremism.",
        "Police say Anna Example subscribed to a banned newsletter.",
        "Patreon supporters paid for the lawyer of Anna Example, the court heard.",
        "Copyright law was used to jail Anna Example in 2021, her lawyer said.",
        "Reproduction is a crime under the new law, said Anna Example.",
        "She broke the terms and conditions of her bail, the court said.",
    ],
)
def test_prose_that_only_mentions_what_notices_urge_to(prose: str) -> None:
    """A notice urges its reader; a sentence that tells of newsletters, donors or vacancies is article."""
    assert marked(f"Editor held\n\n{PROSE}\n\n{prose}\n\n{PROSE}\n") == []


@pytest.mark.parametrize(
    "notice",
    [
        "Get the weekly newsletter of the desk. Unsubscribe any time.",
        "Sign up for our newsletter",
        "Like this? Subscribe here.",
        "You receive this because you signed up at a fair.",
        "Support us: one coin a month.",
        "Patreon: one coin a month.",
        "Copyright: The Example, 2019.",
        "Reproduction is not allowed.",
        "We are looking for a part-time translator from Belarusian.",
    ],
)
def test_notices_urge_at_the_beginning_of_a_sentence(notice: str) -> None:
    """What a line urges to in any of its sentences makes it a notice."""
    assert marked(f"Editor held\n\n{PROSE}\n\n{notice}\n") == [notice]


@pytest.mark.parametrize(
    "link",
    [
        "PREVIOUS ARTICLE Poet Ben Example arrested in Testville",
        "Read | Poet Ben Example arrested",
        "Recommended Stories\nPoet Ben Example arrested in Testville",
        "Story continues below this advertisement",
        "Follow Example News on Google News",
        "(With inputs from agencies)",
        "Published in The Example, May 15th, 2024",
        '[responsivevoice_button voice="US English Female"]',
    ],
)
def test_links_and_notices_of_newspapers_in_asia(link: str) -> None:
    """Links to other news, and what pages say of themselves, are furniture below the article."""
    assert marked(f"Editor held\n\n{PROSE}\n\n{link}\n") == [link]
