"""Forms that point from the day of writing or from another day in the text."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from datetime import date, timedelta

from factdiff.kinds.dates.absolute import part_of, weekday_of
from factdiff.kinds.dates.edtf import days_of, write
from factdiff.kinds.dates.frame import Frame, month_shifted, shifted
from factdiff.kinds.dates.value import DateValue
from factdiff.kinds.dates.wording import cardinal, steps, weekday_number
from factdiff.kinds.dates.words import numbers

LENGTHS = {"day": 1, "week": 7, "fortnight": 14}


def weekday_value(parts: Mapping[str, str], frame: Frame, direction: int, words: str) -> DateValue:
    """``Thursday``, ``last Thursday``, ``late Friday night``, ``Thursday of last week``."""
    weekday, shift = weekday_number(parts), steps(parts)
    if "rel2" in parts and frame.weekday:
        moved: int | None = weekday - frame.weekday + 7 * (steps(parts, "rel2") or 0)
    else:
        moved = frame.weekday_shift(weekday, shift or direction, strict=bool(shift))
    edtf = frame.day(moved) if moved is not None else ""
    if edtf:
        return DateValue(edtf, edtf, weekday, part=part_of(parts))
    if parts.get("where") in ("earlier", "later"):
        words = words.split(" ", 1)[1]
    return DateValue(words, weekday=weekday, part=part_of(parts))


def daywise_value(parts: Mapping[str, str], frame: Frame, words: str) -> DateValue:
    """``today``, ``yesterday morning``, ``later today``, ``tonight``."""
    shift = numbers("relatives", "deictic")[parts["deictic"]]
    part = part_of(parts) or ("night" if parts["deictic"] == "tonight" else "")
    return _day(shift, part, frame, words)


def nightly_value(parts: Mapping[str, str], frame: Frame, words: str) -> DateValue:
    """``last night``, ``early this morning``."""
    return _day(steps(parts) or 0, part_of(parts), frame, words)


def _day(shift: int, part: str, frame: Frame, words: str) -> DateValue:
    edtf = frame.day(shift)
    if edtf:
        weekday = weekday_of(edtf)
        return DateValue(edtf, edtf, weekday, part=part, relative=f"day:{shift}")
    return DateValue(words, part=part, relative=f"day:{shift}")


def relunit_value(parts: Mapping[str, str], frame: Frame, words: str) -> DateValue:
    """``last month``, ``this year``, ``earlier this week``; ``the past year`` keeps its words."""
    shift, unit = steps(parts) or 0, parts.get("unit", "hour")
    if "number" in parts or parts["rel"] == "past":
        return DateValue(words, relative=f"past:{shift}:{parts.get('number', '1')}:{unit}")
    return _unit(unit, shift, frame, words)


def weekend_value(parts: Mapping[str, str], frame: Frame, direction: int, words: str) -> DateValue:
    """``last weekend``, ``most of the weekend``: Saturday and Sunday, this week's to come.

    ``the weekend`` is the last one or the next, as the clause speaks.
    """
    shift = steps(parts)
    if not frame.dated or frame.today is None:
        return DateValue(words, relative="weekend:0")
    saturday = frame.today + timedelta(days=6 - frame.weekday)
    if shift is None and direction < 0 and saturday > frame.today:
        saturday -= timedelta(days=7)
    if shift is not None and shift < 0 and saturday > frame.today - timedelta(days=2):
        saturday -= timedelta(days=7)
    if shift is not None and shift > 0 and "rel" in parts and parts["rel"] == "next":
        saturday += timedelta(days=0 if frame.weekday < 6 else 7)
    edtf = f"{frame.write(saturday)}/{frame.write(saturday + timedelta(days=1))}"
    return DateValue(edtf, edtf, relative="weekend:0", inferred=shift is None)


def _unit(unit: str, shift: int, frame: Frame, words: str) -> DateValue:
    edtf = unit_at(unit, shift, frame)
    return DateValue(edtf, edtf) if edtf else DateValue(words, relative=f"{unit}:{shift}")


def unit_at(unit: str, shift: int, frame: Frame) -> str:
    """EDTF of the day, week, month … ``shift`` of them from the day of writing, or empty."""
    if frame.today is None or (frame.yearless and unit not in ("day", "week", "fortnight")):
        return ""
    if unit == "day":
        return frame.day(shift)
    if unit in ("week", "fortnight"):
        return _week(LENGTHS[unit] * shift, frame)
    return _calendar_unit(unit, shift, frame.today)


def _week(days: int, frame: Frame) -> str:
    """The week, Monday to Sunday, around the day ``days`` days off."""
    moved = shifted(frame.today, days) if frame.today and frame.weekday else None
    monday = shifted(moved, 1 - frame.weekday) if moved else None
    sunday = shifted(monday, 6) if monday else None
    return f"{frame.write(monday)}/{frame.write(sunday)}" if monday and sunday else ""


def _calendar_unit(unit: str, shift: int, today: date) -> str:
    if unit in ("month", "quarter"):
        length = 3 if unit == "quarter" else 1
        start = today.replace(day=1, month=(today.month - 1) // length * length + 1)
        found = month_shifted(start, shift * length)
        if found is None or unit == "month":
            return write(*found) if found else ""
        return f"{write(*found)}/{write(found[0], found[1] + 2)}"
    length = {"year": 1, "decade": 10, "century": 100}[unit]
    year = today.year + shift * length
    if not 100 <= year < date.max.year:
        return ""
    stem = f"{year:04}"
    return {"year": stem, "decade": stem[:3] + "X", "century": stem[:2] + "XX"}[unit]


def ago_value(parts: Mapping[str, str], frame: Frame, words: str) -> DateValue:
    """``two years ago``, ``a week ago``, ``about a fortnight ago``; vague ones keep their words."""
    count, unit, about = cardinal(parts["number"]), parts["unit"], "about" in parts
    edtf = "" if count is None or "half" in words else unit_at(unit, -count, frame)
    if "exact" in parts and edtf and unit == "year" and frame.today:
        edtf = _same_day(frame.today, int(edtf), numbers("relatives", "deictic")[parts["exact"]])
    if edtf:
        return DateValue(("~" if about else "") + edtf, edtf, weekday_of(edtf), about=about)
    if count is not None and unit == "fortnight":
        words = f"{'~' if about else ''}{14 * count} days ago"
    relative = f"{unit}:{-count}" if count is not None else ""
    return DateValue(words, relative=relative, about=about)


def _same_day(today: date, year: int, shift: int) -> str:
    """``20 years ago today``; only its year where that has no 29 February."""
    day = shifted(today, shift)
    try:
        moved = day.replace(year=year) if day else None
    except ValueError:
        moved = None
    return write(moved.year, moved.month, moved.day) if moved else write(year)


def weekswise_value(parts: Mapping[str, str], frame: Frame, words: str) -> DateValue:
    """``a week from Friday``, ``a week ago Tuesday``, ``two Fridays ago``, in EDTF."""
    count, weekday = cardinal(parts["number"]), weekday_number(parts)
    sign = 1 if parts["way"] == "from" else -1
    if count is None:
        return DateValue(words, weekday=weekday)
    if "exact" in parts:
        start: int | None = numbers("relatives", "deictic")[parts["exact"]]
    else:
        start = frame.weekday_shift(weekday, sign, strict=True)
        count -= "counted" in parts  # two Fridays ago is a week before the last one
    edtf = frame.day(start + 7 * sign * count) if start is not None else ""
    return DateValue(edtf or words, edtf, weekday_of(edtf) or weekday)


def shift_value(
    parts: Mapping[str, str], anchor: DateValue | None, frame: Frame, words: str, direction: int
) -> DateValue:
    """``two days later``, ``the next day``, ``the day before``, counted from ``anchor``.

    ``direction`` is where it points (-1 before, 0 the same, 1 after); without an anchor the
    words are kept.
    """
    unit = parts.get("unit", "day")
    count = cardinal(parts["number"]) if "number" in parts else 1
    part = part_of(parts)
    relative = f"anchor:{unit}:{direction * (count or 0)}"
    kept = DateValue(words, part=part, relative=relative)
    if count is None or "weekday" in parts or "half" in words:
        return kept
    if anchor is None:
        return _year_before(kept, frame, direction * count) if unit == "year" else kept
    if unit == "day" and not anchor.edtf and anchor.weekday:
        weekday = (anchor.weekday - 1 + direction * count) % 7 + 1
        return replace(kept, weekday=weekday, inferred=True)
    edtf = _shifted(anchor.edtf, unit, direction * count)
    if not edtf:
        return kept
    return DateValue(edtf, edtf, weekday_of(edtf), part=part, relative=relative, inferred=True)


def _year_before(kept: DateValue, frame: Frame, shift: int) -> DateValue:
    """``up from $4 million a year earlier`` in an article that dates nothing else."""
    edtf = unit_at("year", shift, frame) if shift < 0 else ""
    return replace(kept, form=edtf, edtf=edtf, inferred=True) if edtf else kept


def _shifted(edtf: str, unit: str, shift: int) -> str:
    """EDTF of what lies ``shift`` units from an EDTF day, month or year, or empty."""
    days = days_of(edtf)
    if days is None or days.start is None or "/" in edtf or "X" in edtf.removeprefix("XXXX"):
        return ""
    size = edtf.count("-")
    if unit in ("day", "week", "fortnight"):
        moved = shifted(days.start, LENGTHS[unit] * shift) if size == 2 else None
        if moved is None:
            return ""
        return write(None if days.yearless else moved.year, moved.month, moved.day)
    if days.yearless or (unit == "month" and size == 0) or unit in ("quarter", "century"):
        return ""
    return _calendar_unit(unit, shift, days.start)
