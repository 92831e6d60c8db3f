"""What the words of a date are resolved against: the day of writing and its calendar."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta

from factdiff.kinds.dates.edtf import LEAP_YEAR, days_of, write

MONTHS = 14  # a Friday the 13th comes at least once in so many
NEAR = 14  # days: a date without a year this close ahead is not the one of a year ago


@dataclass(frozen=True, slots=True)
class Frame:
    """The day of writing. ``today`` lies in the year 2000 where the year is not known.

    ``weekday`` (1 is Monday, 0 unknown) is the day of the week of writing; it follows from
    ``today`` where the year is known.
    """

    today: date | None = None
    yearless: bool = False
    weekday: int = 0

    @classmethod
    def of(cls, published: str | None) -> Frame:
        """The frame of an article published on an EDTF date; an empty one if that is no day."""
        days = days_of(published) if published else None
        if days is None or days.start is None or days.end is None:
            return cls()
        if (days.end - days.start).days != 1:
            return cls()
        weekday = 0 if days.yearless else days.start.isoweekday()
        return cls(days.start, days.yearless, weekday)

    @property
    def dated(self) -> bool:
        """Whether day and year of writing are known."""
        return self.today is not None and not self.yearless

    def day(self, shift: int) -> str:
        """EDTF of the day ``shift`` days from the day of writing; empty where that is unknown."""
        moved = shifted(self.today, shift) if self.today else None
        return self.write(moved) if moved else ""

    def write(self, day: date) -> str:
        """EDTF of a day in this frame: without its year where the year is not known."""
        return write(None if self.yearless else day.year, day.month, day.day)

    def weekday_on(self, month: int, day: int) -> int:
        """The weekday of a day of the (unknown) year of writing; 0 where it cannot be known.

        Only for days near the day of writing: a leap day farther off would shift it.
        """
        if not self.weekday or self.today is None or not exists(month, day, self.today.year):
            return 0
        apart = (date(self.today.year, month, day) - self.today).days
        return (self.weekday - 1 + apart) % 7 + 1 if abs(apart) <= NEAR else 0

    def weekday_shift(self, weekday: int, direction: int, *, strict: bool = False) -> int | None:
        """Days from the day of writing to the weekday meant; None where that is unknown.

        ``direction`` is -1 for the last one and 1 for the next; the day of writing itself counts
        unless ``strict`` (``last Thursday``, ``next Thursday``).
        """
        if not self.weekday or self.today is None:
            return None
        ahead = (weekday - self.weekday) % 7
        behind = (self.weekday - weekday) % 7
        if direction > 0:
            return ahead or (7 if strict else 0)
        return -(behind or (7 if strict else 0))

    def monthday(self, day: int, weekday: int, direction: int) -> str:
        """EDTF of the last (or next) day of that number, on a weekday if one is said; or empty."""
        if not self.dated or self.today is None:
            return ""
        first = self.today.replace(day=1)
        for step in range(MONTHS):
            found = month_shifted(first, direction * step)
            if found is None or not exists(found[1], day, found[0]):
                continue
            there = date(*found, day)
            ahead = (there - self.today).days * direction
            if ahead >= 0 and weekday in (0, there.isoweekday()):
                return self.write(there)
        return ""

    def year_of(self, month: int, day: int | None, direction: int) -> int | None:
        """The year of a month or day said without one; None where it cannot be known.

        In the past tense the last one before the day of writing, in the future tense the next.
        """
        if self.today is None or self.yearless:
            return None
        today = self.today
        years = [year for year in range(today.year - 6, today.year + 7) if 0 < year < date.max.year]
        fitting = [year for year in years if exists(month, day or 1, year)]
        reach = today + timedelta(days=NEAR) if today.year < date.max.year else today
        if direction > 0:
            first = today if day else today.replace(day=1)
            return min((y for y in fitting if date(y, month, day or 1) >= first), default=None)
        return max((y for y in fitting if date(y, month, day or 1) <= reach), default=None)


def shifted(day: date, days: int) -> date | None:
    """``days`` days on, or None beyond the calendar."""
    try:
        return day + timedelta(days=days)
    except OverflowError:
        return None


def month_shifted(day: date, months: int) -> tuple[int, int] | None:
    """Year and month that lie ``months`` months from a day, or None beyond the calendar."""
    number = day.year * 12 + day.month - 1 + months
    return (number // 12, number % 12 + 1) if 12 <= number < date.max.year * 12 else None


def exists(month: int, day: int, year: int | None = None) -> bool:
    """Whether there is such a day."""
    try:
        date(year or LEAP_YEAR, month, day)
    except ValueError:
        return False
    return True
