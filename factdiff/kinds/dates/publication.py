"""The date an article was published, from its dateline, front matter or metadata. No spaCy here.

``parse_date`` reads a string that is a date; ``find_date`` finds one in a line of text;
``possible_years`` tells which years a dateline without a year can mean.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from functools import cache
from typing import Literal

from factdiff.kinds.dates.words import alternatives, capitalized, months, weekdays

Order = Literal["mdy", "dmy"]

FIRST_YEAR = 1990  # the first year of news on the web: older articles name their year
SPAN_OF_YEARS = 28  # weekdays of dates repeat after 28 years: each date and weekday occurs 4 times
UNKNOWN_YEAR = "XXXX"
LONGEST = 200  # characters; metadata longer than this is no date


@dataclass(frozen=True, slots=True)
class StatedDate:
    """A date as it stands in a line: EDTF, the weekday said with it (1 is Monday), and where."""

    edtf: str
    weekday: int | None
    start: int
    end: int


def parse_date(text: str, *, order: Order | None = None) -> str | None:
    """The EDTF day or month that a dateline or metadata string means, or None.

    ``July 9`` is ``XXXX-07-09``, ``Tuesday, July 2nd, 2013`` ``2013-07-02``. A clock time beside
    the date is left out. Numbers alone (``07/09/2020``) are read in ``order``; without it only
    where one order alone makes a date (``2/29/2012``), else the answer is None. A weekday
    that contradicts the date, words that belong to no date, and a text that holds two dates
    make None. ``2020`` and ``2020-07`` are kept as they are; ``July 2020`` is ``2020-07``.
    """
    bare = text.strip()
    if re.fullmatch(r"(?:1[5-9]|20)\d\d(?:-(?:0[1-9]|1[0-2]))?", bare):
        return bare
    if len(bare) > LONGEST:
        return None
    found = list(_stated(bare, order))
    if not found:
        return _month_of_year(bare)
    if len({stated.edtf for stated in found}) != 1:
        return None
    rest = bare
    for stated in reversed(found):
        rest = rest[: stated.start] + " " + rest[stated.end :]
    return found[0].edtf if _CLOCK_AND_MARKS.fullmatch(rest) else None


def find_date(text: str, *, order: Order | None = None) -> StatedDate | None:
    """The first date (with at least a day) that stands in a line of text, or None.

    Meant for datelines and bylines: ``WASHINGTON, July 9 (UPI) --``, ``Friday, Sep 10,2010``.
    """
    return next(_stated(text, order), None)


def numeric_order(texts: Iterable[str]) -> Order | None:
    """The order of day and month that the numeric dates in ``texts`` prove, or None.

    ``2/29/2012`` proves month first, ``29/2/2012`` day first; both together prove nothing.
    """
    seen: set[Order] = set()
    for text in texts:
        for match in _patterns()["numeric"].finditer(text):
            first, second = int(match["first"]), int(match["second"])
            if first > 12 >= second:
                seen.add("dmy")
            elif second > 12 >= first:
                seen.add("mdy")
    return seen.pop() if len(seen) == 1 else None


def possible_years(
    month: int, day: int, weekday: int | None = None, *, mentioned: Iterable[int] = ()
) -> list[int]:
    """The years in which the day exists and falls on ``weekday`` (1 is Monday), ascending.

    ``mentioned`` are the years that the article names for things past: none of the answers is
    before the last of them. Looks at 28 years from there (from 1990 if none is known): no
    clock is asked, so that a report never depends on the day it is made. A day that does not
    exist (31 June) gives an empty list.
    """
    first = max(mentioned, default=FIRST_YEAR)
    return [
        year
        for year in range(max(first, 1), min(first + SPAN_OF_YEARS, date.max.year))
        if (found := _day(year, month, day)) and weekday in (None, found.isoweekday())
    ]


def weekday_number(word: str) -> int | None:
    """1 for ``Monday`` or ``Mon.`` to 7 for Sunday; None for any other word."""
    return weekdays().get(word.strip().rstrip(".").lower())


@cache
def _patterns() -> dict[str, re.Pattern[str]]:
    month = rf"(?P<month>{alternatives(months())})\b\.?"
    weekday = rf"(?:(?P<weekday>{alternatives(weekdays())})\b\.?,?\s+)?"
    day = r"(?P<day>[0-3]?\d)(?!\d)(?:st|nd|rd|th)?"
    year = r"(?P<year>(?:1[5-9]|20)\d\d)(?!\d)"
    texts = {
        "iso": r"(?<![\d-])(?P<year>(?:1[5-9]|20)\d\d)-?(?P<month>0[1-9]|1[0-2])-?"
        r"(?P<day>[0-3]\d)(?![\d-])(?:T[\d:.]{2,16}(?:Z|[+-]\d\d:?\d\d)?)?",
        "month_first": rf"\b{weekday}{month}\s+{day}\b(?:(?:,\s*|\s+){year})?",
        "day_first": rf"\b{weekday}(?:the\s+)?(?<!\d){day}\s+(?:of\s+)?{month}(?:,?\s*{year})?",
        "numeric": r"(?<![\d/.-])(?P<first>[0-3]?\d)\s?(?P<mark>[/.-])\s?(?P<second>[0-3]?\d)\s?"
        r"(?P=mark)\s?(?P<year>(?:1[5-9]|20)\d\d)(?![\d/-])",
        "slashed": r"(?<![\d/.-])(?P<year>(?:1[5-9]|20)\d\d)/(?P<month>[01]?\d)/(?P<day>[0-3]?\d)"
        r"(?![\d/-])",
    }
    return {name: re.compile(text, re.IGNORECASE) for name, text in texts.items()}


_CLOCK = (
    r"(?:\b(?:at|on|posted|published|updated|first|last|date|dated|released?)\b:?"
    r"|\d{1,2}[:.]\d\d(?::\d\d(?:\.\d{1,9})?)?|\d{1,2}(?=\s?[ap]\.?\s?m)|[ap]\.?\s?m\b\.?"
    r"|\b[A-Z]{1,2}[SD]?T\b|\b(?:UTC|GMT|Z)\b|[+-]\d\d:?\d\d\b|[\s,;:|()\[\]–—.-])"
)
_CLOCK_AND_MARKS = re.compile(rf"{_CLOCK}*", re.IGNORECASE)


def _stated(text: str, order: Order | None) -> Iterator[StatedDate]:
    """Every date in the text that exists, in order, the longest reading of each place."""
    matches = [m for pattern in _patterns().values() for m in pattern.finditer(text)]
    taken = 0
    for match in sorted(matches, key=lambda m: (m.start(), -m.end())):
        edtf = _edtf(match, order)
        if match.start() < taken or edtf is None:
            continue
        taken = match.end()
        yield StatedDate(edtf, _weekday(match), match.start(), match.end())


def _month_of_year(text: str) -> str | None:
    """``July 2020`` or ``July of 2020`` as ``2020-07``, or None."""
    match = re.fullmatch(r"([A-Za-z]{3,9})\.?,?\s+(?:of\s+)?((?:1[5-9]|20)\d\d)", text)
    month = months().get(match[1].lower()) if match else None
    return f"{match[2]}-{month:02}" if match and month else None


def _edtf(match: re.Match[str], order: Order | None) -> str | None:
    """The date that a match means, or None where there is no such day."""
    parts = match.groupdict()
    year = int(parts["year"]) if parts.get("year") else None
    if "first" in parts:
        month, day = _ordered(int(parts["first"]), int(parts["second"]), order)
    else:
        word = parts["month"]
        if word in capitalized():
            return None
        month, day = months().get(word.lower()) or int(word), int(parts["day"])
    found = _day(year or 2000, month, day)  # a leap year: 29 February may exist
    if found is None or (year and _weekday(match) not in (None, found.isoweekday())):
        return None
    return f"{year if year else UNKNOWN_YEAR}-{month:02}-{day:02}"


def _ordered(first: int, second: int, order: Order | None) -> tuple[int, int]:
    """Month and day of two numbers; (0, 0) where nothing decides which is which."""
    if first > 12 or (order == "dmy" and second <= 12):
        return second, first
    if second > 12 or order == "mdy" or first == second:
        return first, second
    return 0, 0


def _weekday(match: re.Match[str]) -> int | None:
    word = match.groupdict().get("weekday")
    return weekday_number(word) if word else None


def _day(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None
