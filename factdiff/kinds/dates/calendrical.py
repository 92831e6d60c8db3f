"""Rules for forms that name the calendar's own stretches: days, months, years, quarters."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from factdiff.kinds.dates import absolute, clock, relative
from factdiff.kinds.dates.edtf import write
from factdiff.kinds.dates.holidays import day_value, holiday_value
from factdiff.kinds.dates.patterns import Expression
from factdiff.kinds.dates.setting import Rule, Setting, words_of
from factdiff.kinds.dates.value import DateValue
from factdiff.kinds.dates.wording import (
    cardinal,
    month_number,
    ordinal,
    steps,
    weekday_number,
)

RECENT = 4  # months into a year in which a year end of the past is that of the year before


def _date(expression: Expression, setting: Setting) -> DateValue | None:
    parts = expression.parts
    if "ordinal" in parts:  # the first of May
        day = ordinal(parts["ordinal"])
        if day is None or day > 31 or parts["ordinal"] == "final":
            return None
        parts = {**parts, "day": str(day)}
    return absolute.date_value(parts, setting.frame, setting.direction)


def _numeric(expression: Expression, setting: Setting) -> DateValue | None:
    parts = expression.parts
    if len(parts["year"]) == 2:
        parts = {**parts, "year": str(absolute.full_year(int(parts["year"]), setting.frame))}
    return absolute.numeric_value(parts, setting.order, words_of(expression, setting))


def _dayrange(expression: Expression, setting: Setting) -> DateValue | None:
    return absolute.dayrange_value(expression.parts, setting.frame, setting.direction)


def _daylist(expression: Expression, setting: Setting) -> DateValue | None:
    """``Aug. 3 and 4``: two days, a stretch where they are neighbours."""
    first = absolute.date_value(expression.parts, setting.frame, setting.direction)
    parts = {**expression.parts, "day": expression.parts["day2"]}
    last = absolute.date_value(parts, setting.frame, setting.direction)
    if first is None or last is None:
        return first or last
    both = absolute.between(first, last) or first
    neighbours = int(parts["day"]) == int(expression.parts["day"]) + 1
    return both if neighbours else replace(both, form=f"{{{first.form},{last.form}}}")


def _monthday(expression: Expression, setting: Setting) -> DateValue | None:
    """``on the 15th``, ``Friday the 13th``: the last such day, or the next."""
    day = ordinal(expression.parts["ordinal"])
    if day is None or not 1 <= day <= 31:
        return None
    weekday = weekday_number(expression.parts)
    edtf = setting.frame.monthday(day, weekday, setting.direction)
    weekday = weekday or absolute.weekday_of(edtf)
    return DateValue(edtf or words_of(expression, setting), edtf, weekday)


def _month(expression: Expression, setting: Setting) -> DateValue | None:
    if month_number(expression.parts) is None:
        return None
    return absolute.month_value(expression.parts, setting.frame, setting.direction)


def _nth(expression: Expression, setting: Setting) -> DateValue | None:
    """``the first Monday of October``; without a year to be found it keeps its words."""
    parts = expression.parts
    month, rank = month_number(parts), 5 if "lastly" in parts else ordinal(parts["ordinal"])
    if month is None or rank is None or not 1 <= rank <= 5:
        return None
    year = int(parts["year"]) if "year" in parts else None
    year = year or setting.frame.year_of(month, None, setting.direction)
    if year is None:
        return DateValue(words_of(expression, setting), weekday=weekday_number(parts))
    return day_value(f"{month:02}-{'L' if rank == 5 else rank}W{weekday_number(parts)}", year)


def _holiday(expression: Expression, setting: Setting) -> DateValue | None:
    words = words_of(expression, setting)
    return holiday_value(expression.parts, setting.frame, setting.direction, words)


def _clock(expression: Expression, _: Setting) -> DateValue | None:
    return clock.clock_value(expression.parts)


def _year(expression: Expression, setting: Setting) -> DateValue:
    return absolute.year_value(int(_in_full(expression, setting)["year"]))


def _in_full(expression: Expression, setting: Setting) -> Mapping[str, str]:
    """The parts with a year of four digits: ``'68`` is 1968."""
    parts = expression.parts
    if "short" not in parts:
        return parts
    return {**parts, "year": str(absolute.full_year(int(parts["short"]), setting.frame))}


def _yearrange(expression: Expression, setting: Setting) -> DateValue | None:
    return absolute.yearrange_value(expression.parts, words_of(expression, setting))


def _yearbound(expression: Expression, _: Setting) -> DateValue:
    return absolute.yearbound_value(expression.parts)


def _decade(expression: Expression, _: Setting) -> DateValue:
    return absolute.decade_value(expression.parts)


def _century(expression: Expression, _: Setting) -> DateValue | None:
    return absolute.century_value(expression.parts)


def _season(expression: Expression, setting: Setting) -> DateValue | None:
    words = words_of(expression, setting)
    return absolute.season_value(_in_full(expression, setting), setting.frame, words)


def _inseason(expression: Expression, setting: Setting) -> DateValue | None:
    """``in the fall``: the one to come or the last one."""
    parts, words = expression.parts, words_of(expression, setting)
    if not setting.frame.dated:
        return DateValue(words.removeprefix("the "), relative=f"{parts['season']}:in")
    shift = "coming" if setting.direction > 0 else "last"
    return absolute.season_value({**parts, "rel": shift}, setting.frame, words)


def _fraction(expression: Expression, setting: Setting) -> DateValue | None:
    parts, today = expression.parts, setting.frame.today
    year = int(parts["year"]) if "year" in parts else None
    if year is None and setting.frame.dated and today:
        year = today.year + (steps(parts) or 0)
        if "rel" not in parts:  # results come after their quarter, plans before it
            halves = parts.get("fraction") == "half"
            now = (today.month + 5) // 6 if halves else (today.month + 2) // 3
            number = ordinal(parts["ordinal"]) or now
            year += (setting.direction > 0 > number - now) - (setting.direction < 0 <= number - now)
    return absolute.fraction_value(parts, year, words_of(expression, setting))


def _fiscal(expression: Expression, setting: Setting) -> DateValue:
    """``fiscal 2012``, ``FY12``; ``the current fiscal year`` is taken for the calendar's."""
    parts = expression.parts
    if "rel" in parts:
        edtf = relative.unit_at("year", steps(parts) or 0, setting.frame)
        words = words_of(expression, setting)
        return DateValue(edtf or words, edtf, relative=f"fiscal:{steps(parts)}", inferred=True)
    year = parts.get("year") or parts["fy"]
    return absolute.year_value(int(year) + (2000 if len(year) == 2 else 0))


def _stretch(expression: Expression, setting: Setting) -> DateValue | None:
    """``the first nine months of 2008``, ``the first three months of this year``."""
    parts = expression.parts
    count = cardinal(parts["number"])
    if count is None or not 1 <= count <= 12:
        return None
    if "year" not in parts and not (setting.frame.dated and setting.frame.today):
        return DateValue(words_of(expression, setting))
    today = setting.frame.today
    year = int(parts["year"]) if "year" in parts else today.year if today else 0
    year += 0 if "year" in parts else steps(parts) or 0
    first, last = (1, count) if parts["edge"] == "first" else (13 - count, 12)
    edtf = f"{write(year, first)}/{write(year, last)}"
    return DateValue(edtf, edtf) if count > 1 else absolute.year_value(year)


def _edge(expression: Expression, setting: Setting) -> DateValue | None:
    """``the end of 2012``, ``the beginning of March``, ``the end of the year``, ``year end``."""
    parts, words = expression.parts, words_of(expression, setting)
    if "month" in parts:
        return absolute.month_value(parts, setting.frame, setting.direction)
    if "year" in parts:
        return absolute.year_value(int(parts["year"]))
    unit, shift, today = parts["unit"], steps(parts), setting.frame.today
    if shift is None:  # in February "the year end" of what was is that of last year
        passed = "ended" in parts and setting.direction < 0 and today is not None
        shift = -1 if passed and unit == "year" and today and today.month <= RECENT else 0
    edtf = relative.unit_at(unit, shift, setting.frame)
    return DateValue(
        edtf or words, edtf, relative="" if edtf else f"{parts.get('edge', 'end')}:{unit}:{shift}"
    )


CALENDAR: dict[str, Rule] = {
    "iso": _date,
    "date": _date,
    "numeric": _numeric,
    "dayrange": _dayrange,
    "daylist": _daylist,
    "monthday": _monthday,
    "month": _month,
    "nth": _nth,
    "holiday": _holiday,
    "clock": _clock,
}
PERIODS: dict[str, Rule] = {
    "year": _year,
    "yearrange": _yearrange,
    "yearbound": _yearbound,
    "decade": _decade,
    "century": _century,
    "season": _season,
    "inseason": _inseason,
    "fraction": _fraction,
    "fiscal": _fiscal,
    "stretch": _stretch,
    "edge": _edge,
}
