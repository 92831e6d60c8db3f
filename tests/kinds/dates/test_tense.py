"""Days behind the day of writing and days ahead, read with the bundled pipeline."""

from __future__ import annotations

import pytest

from factdiff import extract_claims
from factdiff.model import Kind, Source
from tests.kinds.dates.conftest import table


def days(nlp, text):
    source = Source.from_text(text, name="a", published="2014-09-15")
    return [str(c.value) for c in extract_claims(source, nlp=nlp) if c.kind is Kind.DATE]


@pytest.mark.parametrize(("sentence", "day"), table("tenses"))
def test_the_day_meant(nlp, sentence, day):
    assert days(nlp, sentence) == [day]


def test_a_time_is_not_on_the_day_of_a_term_that_follows(nlp):
    text = (
        "Voters queued on Saturday. Polls close at 6 pm, and the winner should be known by Sunday."
    )
    assert days(nlp, text) == ["2014-09-13", "2014-09-13T18:00", "2014-09-21"]
