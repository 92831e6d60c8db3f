"""One article's figures that cannot stand side by side."""

from __future__ import annotations

import pytest

from factdiff import Source, compare_sources

OTHER = "The parliament of Norland met on Monday. It will vote on the budget in June.\n"


def internal(nlp, text):
    sources = [
        Source.from_text(text, name="one.txt", published="2014-03-03"),
        Source.from_text(OTHER, name="two.txt"),
    ]
    return [f.message for f in compare_sources(sources, nlp=nlp).findings if f.internal]


@pytest.mark.parametrize(
    ("text", "told"),
    [
        (
            "A bus crash killed 12 people, five men and eight women, police said.",
            "“five men” and “eight women” are 13, more than “12 people”",
        ),
        (
            "The blast killed 12 people, including eight soldiers and five civilians.",
            "“eight soldiers” and “five civilians” are 13, more than “12 people”",
        ),
        (
            "Mayor Ann Hill, 43, who was born in 1960 in Telmar, resigned on Monday.",
            "born in 1960, Ann Hill was 53 or 54 in 2014, not 43 years old",
        ),
    ],
)
def test_what_cannot_be_is_told(nlp, text, told):
    [message] = internal(nlp, text)
    assert message.startswith("one.txt contradicts itself, ")
    assert told in message


@pytest.mark.parametrize(
    "text",
    [
        "A bus crash killed 13 people, five men and eight women, police said.",
        "A bus crash killed 14 people, five men and eight women, police said.",
        "A bus crash killed at least 12 people, five men and eight women.",
        "Police held 12 people, among them nine students and five farmers.",
        "Buried were nine women, seven men and three children.",
        "A crash killed 12 people. Five men and eight women were hurt.",
        "Mayor Ann Hill, 53, who was born in 1960 in Telmar, resigned on Monday.",
        "Ann Hill, then 20, who was born in 1960, was elected.",
    ],
)
def test_what_can_be_is_not(nlp, text):
    assert internal(nlp, text) == []
