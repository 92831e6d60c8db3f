"""Days that have a name."""

from __future__ import annotations

from datetime import date

import pytest

from factdiff.kinds.dates.holidays import day_of, easter
from factdiff.kinds.dates.words import rows


@pytest.mark.parametrize(
    ("year", "month", "day"), [(1961, 4, 2), (2000, 4, 23), (2013, 3, 31), (2024, 3, 31)]
)
def test_easter(year, month, day):
    assert easter(year) == date(year, month, day)


@pytest.mark.parametrize(
    ("name", "year", "day"),
    [
        ("Thanksgiving", 2008, "2008-11-27"),
        ("Memorial Day", 2021, "2021-05-31"),
        ("Labor Day", 2012, "2012-09-03"),
        ("Election Day", 2016, "2016-11-08"),
        ("Election Day", 2022, "2022-11-08"),
        ("Black Friday", 2019, "2019-11-29"),
        ("Good Friday", 2013, "2013-03-29"),
        ("9/11", 2013, "2001-09-11"),
    ],
)
def test_computed_days(name, year, day):
    rule = next(row[1] for row in rows("holidays") if row[0] == name)
    assert day_of(rule, year) == date.fromisoformat(day)


@pytest.mark.parametrize("row", rows("holidays"), ids=lambda row: row[0])
def test_every_rule_makes_a_day_every_year(row):
    assert row[0] in row[2]
    assert all(day_of(row[1], year) is not None for year in range(1900, 2100))


def test_a_rule_that_is_none_says_so():
    with pytest.raises(ValueError, match="say MM-DD"):
        day_of("tomorrow", 2013)
