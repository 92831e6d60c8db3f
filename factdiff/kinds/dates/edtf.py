"""Calendar time as half-open intervals of days, and the EDTF that writes them.

The subset of EDTF (ISO 8601-2:2019, Library of Congress levels 0 to 2) that news needs: days,
months, years, decades (``199X``), centuries (``19XX``), seasons (``2010-21``), quarters and halves
(``2010-33``, ``2010-40``), clock times, intervals with open ends (``2013/..``), unknown years
(``XXXX-07-09``). A date is a stretch of days here, never an instant.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date, timedelta
from functools import lru_cache

LEAP_YEAR = 2000  # stands for an unknown year, so that 29 February exists
_POINT = re.compile(
    r"(?P<year>\d{4}|\d{3}X|\d{2}XX|XXXX)(?:-(?P<month>\d\d)(?:-(?P<day>\d\d))?)?"
    r"(?:T(?P<hour>\d\d):(?P<minute>\d\d)(?::\d\d)?(?P<zone>Z|[+-]\d\d:\d\d)?)?"
)
# months of EDTF's codes above 12: seasons of the northern year, quarters, quadrimesters, halves
_CODES = {
    **{21 + n: (3 + 3 * n, 3) for n in range(4)},
    **{33 + n: (1 + 3 * n, 3) for n in range(4)},
    **{37 + n: (1 + 4 * n, 4) for n in range(3)},
    **{40 + n: (1 + 6 * n, 6) for n in range(2)},
}


@dataclass(frozen=True, slots=True)
class Days:
    """The days from ``start`` up to and without ``end``; None is an open end.

    ``yearless`` days stand for the same days of any year and lie in the year 2000.
    """

    start: date | None
    end: date | None
    yearless: bool = False

    def __post_init__(self) -> None:
        if self.start and self.end and self.start >= self.end:
            raise ValueError(f"days must run forward, got {self.start}..{self.end}")

    @property
    def single(self) -> date | None:
        """The day, where it is one day of a known year."""
        one = self.start and self.end and (self.end - self.start).days == 1
        return self.start if one and not self.yearless else None

    def contains(self, other: Days) -> bool:
        """Whether ``other`` lies wholly in here; both or neither must be yearless."""
        return _begin(self) <= _begin(other) and _end(other) <= _end(self)

    def overlaps(self, other: Days) -> bool:
        """Whether they share a day; both or neither must be yearless."""
        return _begin(self) < _end(other) and _begin(other) < _end(self)


def _begin(days: Days) -> date:
    return days.start or date.min


def _end(days: Days) -> date:
    return days.end or date.max


@lru_cache(maxsize=4096)
def days_of(edtf: str) -> Days | None:
    """The days that an EDTF text covers, or None where it is not EDTF or no such day exists.

    A clock time and a leading ``~`` (the guide's sign for about) or EDTF's trailing ``~``, ``?``,
    ``%`` change nothing.
    """
    first, slash, last = edtf.strip().lstrip("~").rstrip("~?%").partition("/")
    if not slash:
        return _point(first)
    start, end = _point(first), _point(last)
    if (start is None and first not in ("", "..")) or (end is None and last not in ("", "..")):
        return None
    return _joined(start, end)


def _joined(start: Days | None, end: Days | None) -> Days | None:
    if start is None and end is None:
        return None
    yearless = bool((start and start.yearless) or (end and end.yearless))
    begin, close = start.start if start else None, end.end if end else None
    if begin and close and begin >= close:
        return None
    return Days(begin, close, yearless)


def _point(text: str) -> Days | None:
    match = _POINT.fullmatch(text.strip())
    if match is None:
        return None
    year, month, day = match["year"], match["month"], match["day"]
    if year == "0000" or (year == "XXXX" and month is None):
        return None
    if "X" in year and year != "XXXX":
        return None if month else _years(int(year.rstrip("X")), year.count("X"))
    number = LEAP_YEAR if year == "XXXX" else int(year)
    if day is not None:
        return _day(number, int(month), int(day), yearless=year == "XXXX")
    first, length = (1, 12) if month is None else _CODES.get(int(month), (int(month), 1))
    return _months(number, first, length, yearless=year == "XXXX")


def _day(year: int, month: int, day: int, *, yearless: bool) -> Days | None:
    try:
        only = date(year, month, day)
    except ValueError:
        return None
    return Days(only, _plus(only, 1), yearless)


def _years(stem: int, unknown: int) -> Days | None:
    first = max(1, stem * 10**unknown)
    last = stem * 10**unknown + 10**unknown - 1
    return Days(date(first, 1, 1), _plus(date(last, 12, 31), 1)) if last < date.max.year else None


def _months(year: int, first: int, length: int, *, yearless: bool) -> Days | None:
    if not 1 <= first <= 12:
        return None
    last = first + length  # winter (24) runs into the next year
    try:
        end = date(year + (last - 1) // 12, (last - 1) % 12 + 1, 1)
    except ValueError:
        return None
    return Days(date(year, first, 1), end, yearless)


def _plus(day: date, days: int) -> date | None:
    try:
        return day + timedelta(days=days)
    except OverflowError:
        return None


def clock_of(edtf: str) -> tuple[int, int | None] | None:
    """Minutes after midnight and minutes east of UTC (None: not said) of an EDTF clock time."""
    match = _POINT.fullmatch(edtf.strip().lstrip("~").rstrip("~?%"))
    if match is None or match["hour"] is None:
        return None
    zone = match["zone"]
    minutes = int(match["hour"]) * 60 + int(match["minute"])
    if zone is None or zone == "Z":
        return minutes, None if zone is None else 0
    sign = -1 if zone[0] == "-" else 1
    return minutes, sign * (int(zone[1:3]) * 60 + int(zone[4:6]))


def write(year: int | None, month: int | None = None, day: int | None = None) -> str:
    """EDTF of a day, month or year: ``2020-07-09``, ``XXXX-07``, ``2016``."""
    text = "XXXX" if year is None else f"{year:04}"
    if month is not None:
        text += f"-{month:02}"
    return text if day is None else f"{text}-{day:02}"


def write_zone(minutes: int) -> str:
    """EDTF of an offset: ``Z`` for 0, ``-05:00`` for -300."""
    sign = "-" if minutes < 0 else "+"
    return f"{sign}{abs(minutes) // 60:02}:{abs(minutes) % 60:02}" if minutes else "Z"
