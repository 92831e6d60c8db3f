"""From an expression to its value: which form is made into a value by which rule. No spaCy here."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, replace

from factdiff.kinds.dates import absolute, clock, relative
from factdiff.kinds.dates.edtf import write
from factdiff.kinds.dates.frame import Frame
from factdiff.kinds.dates.holidays import day_value, holiday_value
from factdiff.kinds.dates.patterns import Expression
from factdiff.kinds.dates.publication import Order
from factdiff.kinds.dates.value import DateValue
from factdiff.kinds.dates.wording import (
    cardinal,
    month_number,
    ordinal,
    plain,
    steps,
    weekday_number,
)
from factdiff.kinds.dates.words import numbers


@dataclass(frozen=True, slots=True)
class Setting:
    """All that an expression is resolved against.

    ``direction`` is -1 in a report of the past and 1 where the clause speaks of what will come;
    ``anchor`` is the day that ``the next day`` counts from; ``order`` that of numeric dates.
    """

    text: str
    frame: Frame
    direction: int = -1
    anchor: DateValue | None = None
    order: Order | None = None


Rule = Callable[[Expression, Setting], DateValue | None]


def resolve(expression: Expression, setting: Setting) -> DateValue | None:
    """The value of an expression, or None where its words are no date after all (``June 31``)."""
    if expression.second is not None:
        return _range(expression, expression.second, setting)
    rule = _RULES.get(expression.form)
    return rule(expression, setting) if rule else None


def words_of(expression: Expression, setting: Setting) -> str:
    """The expression's words as a normal form."""
    return plain(setting.text[expression.start : expression.end])


def _range(first: Expression, last: Expression, setting: Setting) -> DateValue | None:
    alone = replace(first, second=None)
    if "year" in last.parts and "year" not in alone.parts:
        alone = replace(alone, parts={**alone.parts, "year": last.parts["year"]})
    start, end = resolve(alone, setting), resolve(last, setting)
    if start is None or end is None:
        return start or end
    if start.clock >= 0 and end.clock >= 0:
        both = replace(start, until=end.clock, zone=end.zone, offset=end.offset)
        return replace(both, form=clock.written(replace(both, form="")))
    joined = absolute.between(start, end)
    if joined is not None:
        return joined
    whole = plain(setting.text[first.start : last.end])
    return DateValue(whole, part="", relative=f"range:{start.form}:{end.form}")


def _fraction(expression: Expression, setting: Setting) -> DateValue | None:
    parts, today = expression.parts, setting.frame.today
    year = int(parts["year"]) if "year" in parts else None
    if year is None and setting.frame.dated and today:
        year = today.year + (steps(parts) or 0)
        if "rel" not in parts:  # results come after their quarter, plans before it
            quarter = (today.month + 2) // 3
            number = ordinal(parts["ordinal"]) or quarter
            year += (setting.direction > 0 > number - quarter) - (
                setting.direction < 0 <= number - quarter
            )
    return absolute.fraction_value(parts, year, words_of(expression, setting))


def _fiscal(expression: Expression, _: Setting) -> DateValue:
    year = expression.parts.get("year") or expression.parts["fy"]
    return absolute.year_value(int(year) + (2000 if len(year) == 2 else 0))


def _stretch(expression: Expression, _: Setting) -> DateValue | None:
    """``the first nine months of 2008``."""
    count, year = cardinal(expression.parts["number"]), int(expression.parts["year"])
    if count is None or not 1 <= count <= 12:
        return None
    first, last = (1, count) if expression.parts["edge"] == "first" else (13 - count, 12)
    edtf = f"{write(year, first)}/{write(year, last)}"
    return DateValue(edtf, edtf) if count > 1 else absolute.year_value(year)


def _edge(expression: Expression, setting: Setting) -> DateValue | None:
    """``the end of 2012``, ``the beginning of March``, ``the end of the year``."""
    parts, words = expression.parts, words_of(expression, setting)
    if "month" in parts:
        return absolute.month_value(parts, setting.frame, setting.direction)
    if "year" in parts:
        return absolute.year_value(int(parts["year"]))
    unit, shift = parts["unit"], steps(parts) or 0
    edtf = relative.unit_at(unit, shift, setting.frame)
    return DateValue(
        edtf or words, edtf, relative="" if edtf else f"{parts['edge']}:{unit}:{shift}"
    )


def _shift(expression: Expression, setting: Setting) -> DateValue:
    parts = expression.parts
    word = parts.get("shift") or parts["anchor_word"]
    sign = {**numbers("relatives", "shift"), **numbers("relatives", "anaphor")}[word]
    # "two days after the quake" counts from the quake, whatever day was named last
    follows = setting.text[expression.end : expression.end + 2]
    hangs = word in ("after", "before") and re.match(r"\s\w", follows) is not None
    anchor = None if hangs else setting.anchor
    return relative.shift_value(parts, anchor, setting.frame, words_of(expression, setting), sign)


def _anaphor(expression: Expression, setting: Setting) -> DateValue:
    parts = expression.parts
    if "part" in parts and "unit" not in parts:
        parts = {**parts, "unit": "day"}
    return _shift(replace(expression, parts={**parts, "anchor_word": parts["anaphor"]}), setting)


def _yearago(expression: Expression, setting: Setting) -> DateValue:
    """``the year-ago quarter``: the year before the one reported on."""
    words = words_of(expression, setting)
    return relative.ago_value({**expression.parts, "number": "one"}, setting.frame, words)


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


def _inseason(expression: Expression, setting: Setting) -> DateValue | None:
    """``in the fall``: the one to come or the last one."""
    parts, words = expression.parts, words_of(expression, setting)
    if not setting.frame.dated:
        return DateValue(words.removeprefix("the "), relative=f"{parts['season']}:in")
    shift = "next" if setting.direction > 0 else "last"
    return absolute.season_value({**parts, "rel": shift}, setting.frame, words)


def _set(expression: Expression, setting: Setting) -> DateValue:
    words = words_of(expression, setting)
    return DateValue(words, relative=f"set:{words}")


def _month(expression: Expression, setting: Setting) -> DateValue | None:
    if month_number(expression.parts) is None:
        return None
    return absolute.month_value(expression.parts, setting.frame, setting.direction)


_RULES: dict[str, Rule] = {
    "iso": lambda e, s: absolute.date_value(e.parts, s.frame, s.direction),
    "date": lambda e, s: absolute.date_value(e.parts, s.frame, s.direction),
    "numeric": lambda e, s: absolute.numeric_value(e.parts, s.order, words_of(e, s)),
    "dayrange": lambda e, s: absolute.dayrange_value(e.parts, s.frame, s.direction),
    "month": _month,
    "weekday": lambda e, s: relative.weekday_value(e.parts, s.frame, s.direction, words_of(e, s)),
    "yearrange": lambda e, s: absolute.yearrange_value(e.parts, words_of(e, s)),
    "yearbound": lambda e, _: absolute.yearbound_value(e.parts),
    "year": lambda e, _: absolute.year_value(int(e.parts["year"])),
    "decade": lambda e, _: absolute.decade_value(e.parts),
    "century": lambda e, _: absolute.century_value(e.parts),
    "season": lambda e, s: absolute.season_value(e.parts, s.frame, words_of(e, s)),
    "fraction": _fraction,
    "fiscal": _fiscal,
    "stretch": _stretch,
    "daywise": lambda e, s: relative.daywise_value(e.parts, s.frame, words_of(e, s)),
    "nightly": lambda e, s: relative.nightly_value(e.parts, s.frame, words_of(e, s)),
    "relunit": lambda e, s: relative.relunit_value(e.parts, s.frame, words_of(e, s)),
    "weekend": lambda e, s: relative.weekend_value(e.parts, s.frame, words_of(e, s)),
    "ago": lambda e, s: relative.ago_value(e.parts, s.frame, words_of(e, s)),
    "anaphor": _anaphor,
    "shift": _shift,
    "clock": lambda e, _: clock.clock_value(e.parts),
    "holiday": lambda e, s: holiday_value(e.parts, s.frame, s.direction, words_of(e, s)),
    "set": _set,
    "edge": _edge,
    "nth": _nth,
    "daylist": _daylist,
    "inseason": _inseason,
    "yearago": _yearago,
}
