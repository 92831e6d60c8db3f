"""How two dates relate, whatever they date: equal, one within the other, or apart.

Days are compared as stretches, weekdays with the days they fall on, clock times with regard to
their zones, parts of the day by their hours. What nothing tells stays open.
"""

from __future__ import annotations

from enum import IntEnum
from functools import lru_cache

from factdiff.kinds.dates.edtf import LEAP_YEAR, Days, days_of
from factdiff.kinds.dates.value import DateValue
from factdiff.kinds.dates.words import rows

ROUND = 30  # minutes by which a time said with about, shortly after … may be off
LOOSE = 60  # minutes by which a clock time may lie outside a morning or night
WEEK = 7


class Relation(IntEnum):
    """How two dates relate; the greater, the farther apart."""

    EQUAL = 0  # the same
    WITHIN = 1  # one lies in the other, or both can be the same at different precision
    OPEN = 2  # nothing tells: ``yesterday`` against ``Thursday`` in articles without a date
    UNLIKE = 3  # nothing tells, and they differ in scale: ``last night`` against ``last summer``
    APART = 4  # they cannot both be right of one thing


def relate(left: DateValue, right: DateValue) -> Relation:
    """The relation of two values; symmetric. Their events play no part."""
    first, second = sorted((left, right), key=_order)
    return _relate(first, second)


def _order(value: DateValue) -> tuple[str, str, int, int]:
    return value.form, value.edtf, value.weekday, value.clock


@lru_cache(maxsize=65536)
def _relate(left: DateValue, right: DateValue) -> Relation:
    days = _days(left, right)
    hours = _hours(left, right)
    if hours is Relation.APART and left.clock >= 0 and right.clock >= 0:
        return hours  # whatever the day: about 10:40 is not about 2:40
    if days is Relation.APART:
        unsure = left.inferred or right.inferred or _neighbours(left, right)
        if unsure:
            return Relation.OPEN if scale(left) == scale(right) else Relation.UNLIKE
        return days
    if hours is Relation.APART:
        return hours
    if left.form.casefold() == right.form.casefold():
        return Relation.EQUAL
    return max(days, hours)


def _days(left: DateValue, right: DateValue) -> Relation:
    if left.edtf and right.edtf:
        return _stretches(left, right)
    if left.edtf or right.edtf:
        dated, other = (left, right) if left.edtf else (right, left)
        if other.weekday:
            return _weekday_in(dated, other.weekday)
    elif left.weekday and right.weekday:
        return Relation.EQUAL if left.weekday == right.weekday else Relation.APART
    if left.relative and left.relative == right.relative:
        return Relation.EQUAL
    return Relation.OPEN if scale(left) == scale(right) else Relation.UNLIKE


def _stretches(left: DateValue, right: DateValue) -> Relation:
    one, two = days_of(left.edtf), days_of(right.edtf)
    if one is None or two is None:
        return Relation.OPEN
    if one.yearless != two.yearless:
        return _yearless(one, two) if one.yearless else _yearless(two, one)
    if one == two:
        # ``Thursday, July 9`` against ``Friday, July 9``: one of them is wrong
        clash = left.weekday and right.weekday and left.weekday != right.weekday
        return Relation.APART if clash else Relation.EQUAL
    ranges = "/" in left.edtf and "/" in right.edtf
    if (one.contains(two) or two.contains(one)) and not ranges:
        return Relation.WITHIN
    if one.overlaps(two) and not ranges:
        return Relation.WITHIN
    return Relation.OPEN if _a_day_off(left, right, one, two) else Relation.APART


def _a_day_off(left: DateValue, right: DateValue, one: Days, two: Days) -> bool:
    """``today`` and ``yesterday`` of two papers may be one day off by their hour of printing."""
    pointed = left.relative.startswith("day:") or right.relative.startswith("day:")
    if not (pointed and one.single and two.single):
        return False
    return left.relative != right.relative and abs((one.single - two.single).days) == 1


def _yearless(pattern: Days, days: Days) -> Relation:
    """A month or day of an unknown year against days of a known one."""
    if days.start is None or days.end is None or (days.end - days.start).days > 1:
        long = days.start is None or days.end is None or (days.end - days.start).days > 300
        month = days.start.month if days.start else 0
        fits = long or (pattern.start is not None and pattern.start.month == month)
        return Relation.WITHIN if fits else Relation.APART
    try:
        day = days.start.replace(year=LEAP_YEAR)
    except ValueError:
        return Relation.OPEN
    inside = (pattern.start or day) <= day < (pattern.end or day)
    return Relation.WITHIN if inside else Relation.APART


def _weekday_in(dated: DateValue, weekday: int) -> Relation:
    """A weekday against a dated stretch: in it, or not."""
    if dated.weekday:
        return Relation.WITHIN if dated.weekday == weekday else Relation.APART
    if scale(dated) == "day":
        return Relation.OPEN  # the year is not known, and so not the weekday
    days = days_of(dated.edtf)
    if days is None or days.start is None or days.end is None or days.yearless:
        return Relation.WITHIN
    length = (days.end - days.start).days
    ahead = (weekday - days.start.isoweekday()) % WEEK
    return Relation.WITHIN if ahead < length else Relation.APART


def scale(value: DateValue) -> str:
    """How long a stretch a date means: ``day``, ``month``, ``year`` … or empty for other words."""
    if value.edtf:
        sizes = {0: "year", 1: "month", 2: "day"}
        plain = sizes.get(value.edtf.count("-"), "range")
        return "range" if "/" in value.edtf else plain
    if value.weekday or value.clock >= 0:
        return "day"
    sort, _, rest = value.relative.partition(":")
    if sort == "anchor":  # two days after, the next year
        unit = rest.split(":")[0]
        return "day" if unit in ("week", "fortnight") else unit
    return sort


def _hours(left: DateValue, right: DateValue) -> Relation:
    if left.clock >= 0 and right.clock >= 0:
        return _clocks(left, right)
    if left.clock >= 0 or right.clock >= 0:
        timed, other = (left, right) if left.clock >= 0 else (right, left)
        if not other.part or timed.zone != other.zone or timed.offset is not None:
            return Relation.WITHIN
        start, end = hours_of(other.part)
        times = (timed.clock, timed.clock + 24 * 60)
        return (
            Relation.WITHIN
            if any(start - LOOSE <= time <= end + LOOSE for time in times)
            else Relation.APART
        )
    if left.part == right.part:
        return Relation.EQUAL
    if not (left.part and right.part):
        return Relation.WITHIN
    one, two = hours_of(left.part), hours_of(right.part)
    return Relation.WITHIN if _meet(one, two) else Relation.APART


def _meet(one: tuple[int, int], two: tuple[int, int]) -> bool:
    return one[0] < two[1] and two[0] < one[1]


def _night_runs_on(left: DateValue, right: DateValue) -> bool:
    """``Friday night`` and ``early Saturday`` may be one moment: a night passes midnight."""
    if not (left.weekday and right.weekday):
        return False
    shift = {1: 24 * 60, 6: -24 * 60}.get((right.weekday - left.weekday) % 7)
    first, second = (left, right) if shift == 24 * 60 else (right, left)
    windows = _window(first), _window(second)
    if shift is None or windows[0] is None:
        return False
    if windows[1] is None:  # the night of May 3 runs into May 4
        return windows[0][1] > 24 * 60
    return _meet(windows[0], (windows[1][0] + 24 * 60, windows[1][1] + 24 * 60))


def _window(value: DateValue) -> tuple[int, int] | None:
    if value.clock >= 0:
        return value.clock, value.clock + 1
    return hours_of(value.part) if value.part else None


def _clocks(left: DateValue, right: DateValue) -> Relation:
    gap = abs(_universal(left) - _universal(right)) % (24 * 60)
    gap = min(gap, 24 * 60 - gap)
    if not _same_zone(left, right):
        return Relation.WITHIN if gap == 0 else Relation.OPEN
    if gap == 0:
        return Relation.EQUAL if left.about == right.about else Relation.WITHIN
    return Relation.WITHIN if gap <= ROUND and (left.about or right.about) else Relation.APART


def _universal(value: DateValue) -> int:
    return value.clock - (value.offset or 0)


def _same_zone(left: DateValue, right: DateValue) -> bool:
    if left.offset is not None and right.offset is not None:
        return True
    return left.offset is right.offset and left.zone == right.zone


def _neighbours(left: DateValue, right: DateValue) -> bool:
    """Whether two moments on neighbouring days can be one."""
    return _across_midnight(left, right) or _night_runs_on(left, right)


def _across_midnight(left: DateValue, right: DateValue) -> bool:
    """Whether different zones can make two times on neighbouring days one moment."""
    if left.clock < 0 or right.clock < 0 or left.offset is right.offset is None:
        return (left.clock >= 0 and right.clock >= 0) and left.zone != right.zone
    return left.offset != right.offset


@lru_cache(maxsize=256)
def hours_of(part: str) -> tuple[int, int]:
    """The minutes after midnight that a part of the day spans: ``early morning`` 5 to 10."""
    start, end = 0, 24 * 60
    table = {row[0]: row for row in rows("periods") if row[1] in ("part", "where")}
    for word in part.split():
        row = table.get(word)
        if row is not None:
            first, last = int(row[2]) * 60, int(row[3]) * 60
            start, end = max(start, first), last if end == 24 * 60 else min(end, last)
    return (start, end) if start < end else (0, 24 * 60)
