"""How dates relate, whatever they date."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from factdiff.kinds.dates.relation import Relation, hours_of, relate
from factdiff.kinds.dates.value import DateValue, Event, parse
from tests.kinds.dates.conftest import table

FORMS = st.sampled_from([*(row[1].removeprefix("on ") for row in table("relations")), "2016/2018"])


@pytest.mark.parametrize("row", table("relations"), ids=" ".join)
def test_relations(dates_in, row):
    *sides, expected = row
    values = []
    for published, words in (sides[:2], sides[2:]):
        (claim,) = dates_in(f"It ended {words}.", None if published == "-" else published)
        values.append(replace(claim.value, event=Event()))
    assert relate(*values).name.lower() == expected
    assert relate(*reversed(values)).name.lower() == expected


@given(FORMS, FORMS)
@settings(deadline=None, max_examples=150)
def test_relations_are_symmetric(left, right):
    one, two = parse(left), parse(right)
    assert relate(one, two) is relate(two, one)
    assert relate(one, one) is Relation.EQUAL


def test_parts_of_the_day():
    assert hours_of("late night") == (18 * 60, 30 * 60)
    assert hours_of("early morning") == (5 * 60, 10 * 60)
    assert hours_of("") == (0, 24 * 60)


def test_an_inferred_day_is_no_ground_for_a_conflict():
    sure, guessed = DateValue("a", weekday=4), DateValue("b", weekday=5, inferred=True)
    assert relate(sure, guessed) is Relation.OPEN
