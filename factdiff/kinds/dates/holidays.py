"""Holidays: the day that a name and a year mean."""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import date, timedelta

from factdiff.kinds.dates.absolute import weekday_of
from factdiff.kinds.dates.edtf import write
from factdiff.kinds.dates.frame import NEAR, Frame
from factdiff.kinds.dates.value import DateValue
from factdiff.kinds.dates.wording import steps
from factdiff.kinds.dates.words import holidays, rows

_RULE = re.compile(r"(\d\d)-(?:(\d\d)|([1-5L])([WTF])(\d))")


def holiday_value(
    parts: Mapping[str, str], frame: Frame, direction: int, words: str
) -> DateValue | None:
    """``Christmas Day, 2008``; without a year the nearest one in the direction of the clause."""
    rule = rows("holidays")[holidays()[parts["holiday"]]][1]
    if rule[:4].isdigit():
        return day_value(rule, int(rule[:4]))
    yearly = steps(parts, "rel2")
    if "year" in parts:
        return day_value(rule, int(parts["year"]))
    if frame.dated and frame.today:
        if yearly is not None:
            return day_value(rule, frame.today.year + yearly)
        return day_value(rule, _year(rule, frame.today, steps(parts) or direction))
    fixed = re.fullmatch(r"(\d\d)-(\d\d)", rule)
    if fixed and yearly is None and "rel" not in parts:
        edtf = write(None, int(fixed[1]), int(fixed[2]))
        return DateValue(edtf, edtf)
    return DateValue(words, relative=f"holiday:{parts['holiday']}:{steps(parts)}")


def day_value(rule: str, year: int) -> DateValue | None:
    """The value of a rule in a year, None outside the Gregorian calendar."""
    day = day_of(rule, year)
    if day is None:
        return None
    edtf = write(day.year, day.month, day.day)
    return DateValue(edtf, edtf, weekday_of(edtf))


def _year(rule: str, today: date, direction: int) -> int:
    day = day_of(rule, today.year)
    if day is None:
        return today.year
    if direction > 0:
        return today.year + (day < today)
    return today.year - (day > today + timedelta(days=NEAR))


def day_of(rule: str, year: int) -> date | None:
    """The day of a rule of ``holidays.tsv`` in a year; None outside the Gregorian calendar."""
    if not 1583 <= year <= 9998:
        return None
    if len(rule) == len("2001-09-11"):
        return date.fromisoformat(rule)
    if rule.startswith("easter"):
        return easter(year) + timedelta(days=int(rule.removeprefix("easter")))
    match = _RULE.fullmatch(rule)
    if match is None:
        raise ValueError(f"holidays.tsv: no rule {rule!r}; say MM-DD, MM-nWd or easter+N")
    month = int(match[1])
    if match[2]:
        return date(year, month, int(match[2]))
    return _nth(year, month, match[3], match[4], int(match[5]))


def _nth(year: int, month: int, rank: str, sort: str, weekday: int) -> date:
    """The n-th weekday of a month; T: the Tuesday after its first Monday; F: the day after."""
    if rank == "L":
        last = date(year + month // 12, month % 12 + 1, 1) - timedelta(days=1)
        return last - timedelta(days=(last.isoweekday() - weekday) % 7)
    first = date(year, month, 1)
    if sort == "T":  # US Election Day: the Tuesday after the first Monday (2 U.S.C. 7)
        return first + timedelta(days=(1 - first.isoweekday()) % 7 + 1)
    day = first + timedelta(days=(weekday - first.isoweekday()) % 7 + 7 * (int(rank) - 1))
    return day + timedelta(days=1) if sort == "F" else day


def easter(year: int) -> date:
    """Easter Sunday of a Gregorian year (Meeus, Astronomical Algorithms, chapter 8)."""
    a, b, c = year % 19, year // 100, year % 100
    d, e, g = b // 4, b % 4, (8 * b + 13) // 25
    h = (19 * a + b - d - g + 15) % 30
    i, k = c // 4, c % 4
    lean = (32 + 2 * e + 2 * i - h - k) % 7
    m = (a + 11 * h + 19 * lean) // 433
    month = (h + lean - 7 * m + 90) // 25
    return date(year, month, (h + lean - 7 * m + 33 * month + 19) % 32)
