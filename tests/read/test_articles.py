"""Articles of a code: printed numbers, never articles of a newspaper or the group of that name."""

import pytest

from habeas.read.articles import find_articles


@pytest.mark.parametrize(
    ("text", "article"),
    [
        ("suspected under Art. 206.3.2 (contraband) of the Criminal Code", "206.3.2"),
        ("under Article 342, Part 1", "342"),
        ("Part 2 of Article 280.3", "280.3"),
        ("Articles 206.3.2, 213.1 and 193-1", "206.3.2, 213.1, 193-1"),
        ("three articles of the Criminal Code: 178.3.2 (fraud), 221.1 (hooliganism) and 127.2.3 (injury)", "178.3.2, 221.1, 127.2.3"),
        ("under section 66A of the act", "66A"),
        ("articles 220 (1) and 275", "220(1), 275"),
    ],
)
def test_numbers_as_printed(text: str, article: str) -> None:
    """The numbers are given as printed, joined by a comma."""
    assert [a.article for a in find_articles(text)] == [article]


@pytest.mark.parametrize(
    "text", ["an article of 2024 about prisons", "Article 19 said the verdict was unjust", "ARTICLE 19 condemns the arrest"]
)
def test_other_articles(text: str) -> None:
    """A newspaper's article and the rights group Article 19 are no law."""
    assert find_articles(text) == ()


def test_the_gloss_of_a_single_article() -> None:
    """What stands in brackets after the only number is what the article is about."""
    text = "charged under Article 206.3.2 (smuggling by a group)"
    (article,) = find_articles(text)
    assert article.gloss is not None
    assert article.gloss.words(text) == "smuggling by a group"
