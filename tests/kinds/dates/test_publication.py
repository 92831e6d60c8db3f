"""Publication dates out of datelines and metadata."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from factdiff.kinds.dates.publication import (
    find_date,
    numeric_order,
    parse_date,
    possible_years,
    weekday_number,
)
from tests.kinds.dates.conftest import table


@pytest.mark.parametrize(("text", "edtf"), table("publication"))
def test_a_string_that_is_a_date(text, edtf):
    assert parse_date(text) == (None if edtf == "-" else edtf)


def test_an_ambiguous_order_is_settled_from_outside():
    assert parse_date("07/09/2020", order="mdy") == "2020-07-09"
    assert parse_date("07/09/2020", order="dmy") == "2020-09-07"
    assert numeric_order(["on 29/2/2012 and 3/4/2012"]) == "dmy"
    assert numeric_order(["on 2/29/2012"]) == "mdy"
    assert numeric_order(["on 29/2/2012", "on 2/29/2012"]) is None


def test_a_date_in_a_dateline():
    found = find_date("KABUL, Afghanistan, Thursday, July 9 (AP) —")
    assert found is not None
    assert (found.edtf, found.weekday) == ("XXXX-07-09", 4)
    assert find_date("they may 5 times") is None


def test_a_weekday_restricts_the_year():
    assert possible_years(7, 9, 4, mentioned=[2016, 2017]) == [2020, 2026, 2037, 2043]
    assert all(date(y, 7, 9).isoweekday() == 4 for y in possible_years(7, 9, 4))
    assert possible_years(2, 29, mentioned=[2013])[0] == 2016
    assert possible_years(6, 31) == []


def test_weekdays_by_name():
    assert [weekday_number(w) for w in ("Thursday", "Thurs.", "sun", "day")] == [4, 4, 7, None]


@given(st.dates(date(1500, 1, 1), date(2099, 12, 31)))
@settings(deadline=None, max_examples=60)
def test_every_day_is_read_back(day):
    assert parse_date(day.isoformat()) == day.isoformat()
    assert parse_date(f"{day:%A}, {day:%B} {day.day}, {day:%Y}") == day.isoformat()
    assert parse_date(f"{day.day} {day:%b} {day:%Y}") == day.isoformat()


@given(st.text(max_size=80))
@settings(deadline=None, max_examples=150)
def test_no_text_raises(text):
    parse_date(text)
    find_date(text)
