"""Forms that say the day, month or year themselves, made into values."""

from __future__ import annotations

from collections.abc import Mapping

from factdiff.kinds.dates.edtf import days_of, write
from factdiff.kinds.dates.frame import Frame, exists
from factdiff.kinds.dates.publication import Order
from factdiff.kinds.dates.value import DateValue
from factdiff.kinds.dates.wording import (
    month_number,
    ordinal,
    steps,
    weekday_number,
)
from factdiff.kinds.dates.words import numbers

THIS_CENTURY = 2000  # the 1900s are a century, the 2000s a decade
CENTURY_TURN = 30  # the '60s are the 1960s, the '10s the 2010s: decades from here on are old


def date_value(parts: Mapping[str, str], frame: Frame, direction: int) -> DateValue | None:
    """``Tuesday, July 2nd, 2013``, ``28 November``: a day; None where it does not exist."""
    month, day = month_number(parts), int(parts["day"])
    year = int(parts["year"]) if "year" in parts else None
    if month is None or not exists(month, day, year):
        return None
    if year is None:
        year = frame.year_of(month, day, direction)
    edtf = write(year, month, day)
    weekday = weekday_number(parts) or weekday_of(edtf) or frame.weekday_on(month, day)
    return DateValue(edtf, edtf, weekday, part=part_of(parts))


def numeric_value(parts: Mapping[str, str], order: Order | None, words: str) -> DateValue | None:
    """``2/29 / 2012``; a date that either order could be keeps its words and its year."""
    first, second, year = int(parts["first"]), int(parts["second"]), int(parts["year"])
    readings = [(first, second), (second, first)]
    possible = {(m, d) for m, d in readings if exists(m, d, year)}
    if len(possible) > 1 and order is not None:
        possible = {readings[0] if order == "mdy" else readings[1]}
    if not possible:
        return None
    if len(possible) > 1:
        return DateValue(words, str(year))
    month, day = possible.pop()
    edtf = write(year, month, day)
    return DateValue(edtf, edtf, weekday_of(edtf))


def dayrange_value(parts: Mapping[str, str], frame: Frame, direction: int) -> DateValue | None:
    """``July 9-12, 2020``."""
    first = date_value(parts, frame, direction)
    last = date_value({**parts, "day": parts["day2"]}, frame, direction)
    return between(first, last)


def between(first: DateValue | None, last: DateValue | None) -> DateValue | None:
    """The stretch from one value to another; None unless it runs forward."""
    if first is None or last is None or not (first.edtf and last.edtf):
        return None
    edtf = f"{first.edtf.split('/')[0]}/{last.edtf.split('/')[-1]}"
    return DateValue(edtf, edtf) if days_of(edtf) else None


def month_value(parts: Mapping[str, str], frame: Frame, direction: int) -> DateValue | None:
    """``December of 2017``, ``September this year``, ``last April``, ``early March``."""
    month, shift = month_number(parts), steps(parts)
    if month is None:
        return None
    year = int(parts["year"]) if "year" in parts else None
    if year is None and frame.dated and frame.today:
        if shift is not None and "yearly" in parts:
            year = frame.today.year + shift
        else:
            year = frame.year_of(month, None, shift or direction)
    if "day" in parts:
        return date_value({**parts, **({"year": str(year)} if year else {})}, frame, direction)
    edtf = write(year, month)
    return DateValue(edtf, edtf)


def year_value(year: int) -> DateValue:
    """``2016``."""
    edtf = write(year)
    return DateValue(edtf, edtf)


def yearrange_value(parts: Mapping[str, str], words: str) -> DateValue | None:
    """``2003-2005``, ``2016-18``; None where digits run backward (a telephone number).

    ``from 2016 to 2014`` is kept as it stands: somebody has to mend it.
    """
    first, word = int(parts["year"]), parts["year2"]
    last = int(word) if len(word) == 4 else first - first % 100 + int(word)
    if len(word) == 2 and last < first and first % 100 == 99:
        last += 100
    if first < last or any(c.isalpha() for c in words):
        return DateValue(f"{first}/{last}", f"{min(first, last)}/{max(first, last)}")
    return None


def yearbound_value(parts: Mapping[str, str]) -> DateValue:
    """``after 2012`` is ``2013/..``, ``before 1990`` ``../1989``."""
    year = int(parts["year"])
    edtf = f"{year + 1:04}/.." if parts["bound"] == "after" else f"../{year - 1:04}"
    return DateValue(edtf, edtf)


def decade_value(parts: Mapping[str, str]) -> DateValue:
    """``the late 1990s`` is ``199X``, ``the '60s`` ``196X``, ``the 1800s`` ``18XX``."""
    if "decade" in parts:
        century = parts["decade"].endswith("00") and int(parts["decade"]) < THIS_CENTURY
        edtf = f"{parts['decade'][:2]}XX" if century else f"{parts['decade'][:3]}X"
        return DateValue(edtf, edtf)
    if "tens" in parts:  # the twenties are those of the last century
        edtf = f"19{numbers('ordinals', 'tens')[parts['tens']] // 10}X"
        return DateValue(edtf, edtf)
    tens = int(parts["short"])
    edtf = f"{'19' if tens >= CENTURY_TURN else '20'}{tens // 10}X"
    return DateValue(edtf, edtf)


def full_year(short: int, frame: Frame) -> int:
    """The year of two digits that lies nearest to the year of writing: ``89`` is 1989."""
    now = frame.today.year if frame.dated and frame.today else 2000
    return min((century + short for century in (1800, 1900, 2000)), key=lambda y: abs(y - now))


def century_value(parts: Mapping[str, str]) -> DateValue | None:
    """``the 19th century`` is ``18XX``."""
    number = ordinal(parts["ordinal"])
    if number is None or not 1 < number < 99:
        return None
    edtf = f"{number - 1:02}XX"
    return DateValue(edtf, edtf)


def season_value(parts: Mapping[str, str], frame: Frame, words: str) -> DateValue | None:
    """``the summer of 2010`` is ``2010-22``; ``last summer`` needs the year of writing."""
    code = numbers("periods", "season")[parts["season"]]
    if "year" in parts:
        edtf = f"{parts['year']}-{code}"
        return DateValue(edtf, edtf)
    shift = steps(parts) or 0
    if not (frame.dated and frame.today):
        return DateValue(words, relative=f"{parts['season']}:{shift}")
    year, month = frame.today.year, frame.today.month
    if code == 24 and month < 3:  # January belongs to the winter that began in December
        year, month = year - 1, month + 12
    over = month > 3 * (code - 20) + 2  # the season of this year has passed
    begun = month >= 3 * (code - 20)
    if parts.get("rel") == "coming":
        begun = over
    year += {-1: 0 if over else -1, 0: 0, 1: 1 if begun else 0}[shift]
    edtf = f"{year:04}-{code}"
    return DateValue(edtf, edtf)


def fraction_value(parts: Mapping[str, str], year: int | None, words: str) -> DateValue | None:
    """``the second half of 2012`` is ``2012-07/2012-12``; quarters likewise."""
    number = ordinal(parts["ordinal"])
    length = 3 if parts.get("fraction", "quarter") == "quarter" else 6
    if number is None or not 1 <= number <= 12 // length:
        return None
    if year is None:
        return DateValue(words)
    first = (number - 1) * length + 1
    edtf = f"{write(year, first)}/{write(year, first + length - 1)}"
    return DateValue(edtf, edtf)


def part_of(parts: Mapping[str, str]) -> str:
    """``late night``, ``morning``, ``early``: where in the day, in the table's words."""
    return " ".join(parts[name] for name in ("where", "part") if name in parts)


def weekday_of(edtf: str) -> int:
    """The weekday (1 is Monday) of an EDTF day with a known year, else 0."""
    days = days_of(edtf)
    return days.single.isoweekday() if days and days.single else 0
