"""EDTF as stretches of days."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from factdiff.kinds.dates.edtf import Days, clock_of, days_of, write, write_zone
from factdiff.kinds.dates.value import parse


@pytest.mark.parametrize(
    ("edtf", "start", "end"),
    [
        ("2020-07-09", "2020-07-09", "2020-07-10"),
        ("2020-12", "2020-12-01", "2021-01-01"),
        ("2016", "2016-01-01", "2017-01-01"),
        ("199X", "1990-01-01", "2000-01-01"),
        ("18XX", "1800-01-01", "1900-01-01"),
        ("2010-21", "2010-03-01", "2010-06-01"),
        ("2010-24", "2010-12-01", "2011-03-01"),
        ("2010-36", "2010-10-01", "2011-01-01"),
        ("2010-41", "2010-07-01", "2011-01-01"),
        ("2016/2018", "2016-01-01", "2019-01-01"),
        ("~2010-09-09T20:30", "2010-09-09", "2010-09-10"),
        ("2010~", "2010-01-01", "2011-01-01"),
    ],
)
def test_stretches(edtf, start, end):
    assert days_of(edtf) == Days(date.fromisoformat(start), date.fromisoformat(end))


def test_open_ends_and_unknown_years():
    assert days_of("2013/..") == Days(date(2013, 1, 1), None)
    assert days_of("../1989") == Days(None, date(1990, 1, 1))
    assert days_of("XXXX-02-29") == Days(date(2000, 2, 29), date(2000, 3, 1), yearless=True)


@pytest.mark.parametrize(
    "text", ["", "XXXX", "0000", "2013-02-29", "2013-13", "2018/2016", "../..", "Thursday", "20X0"]
)
def test_what_is_no_edtf(text):
    assert days_of(text) is None


def test_days_run_forward():
    with pytest.raises(ValueError, match="forward"):
        Days(date(2013, 1, 2), date(2013, 1, 2))


def test_clock_times():
    assert clock_of("2005-11-27T10:23Z") == (623, 0)
    assert clock_of("2012-02-29T16:45-05:00") == (1005, -300)
    assert clock_of("2012-02-29") is None
    assert [write_zone(n) for n in (0, -300, 330)] == ["Z", "-05:00", "+05:30"]


@given(st.dates(date(1, 1, 1), date(9999, 12, 31)))
@settings(deadline=None, max_examples=60)
def test_a_written_day_is_read_back(day):
    days = days_of(write(day.year, day.month, day.day))
    assert days is not None
    assert days.single == day


@given(st.text(max_size=40) | st.from_regex(r"[0-9X~]{1,4}(-[0-9]{2}){0,2}(/[0-9.]{0,7})?"))
@settings(deadline=None, max_examples=200)
def test_parse_keeps_every_form(text):
    value = parse(text)
    assert str(value) == " ".join(text.split())
    assert parse(str(value)) == value
