"""Is an event told as a fact, or as denied, planned, possible or asked for?"""

from __future__ import annotations

import pytest

from tests.read.told import tell


@pytest.mark.parametrize(
    ("marked", "realis"),
    [
        ("Police arrested {Anna Li}.", "asserted"),
        ("{Anna Li} was not arrested by police.", "negated"),
        ("None of the five, among them {Anna Li}, was arrested by police.", "negated"),
        ("{Anna Li} will be released by the court on Friday.", "planned"),
        ("{Anna Li} may be arrested by police.", "possible"),
        ("The lawyer asked the court for {Anna Li} to be released.", "possible"),
        ("The court ordered {Anna Li} to be released.", "asserted"),
        ("If {Anna Li} is arrested, police will pay.", "possible"),
        ("{Anna Li} was allegedly beaten by police.", "alleged"),
        ("She denied that police had arrested {Anna Li}.", "negated"),
        ("The lawyer demanded that {Anna Li} be released by the court.", "possible"),
    ],
)
def test_realis(marked: str, realis: str) -> None:
    """The verb's helpers, its governor and its clause decide; the first rule that knows."""
    told = tell(marked)
    assert [str(c.realis) for c in told.custody if c.persons] == [realis]
