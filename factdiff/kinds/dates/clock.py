"""Clock times, alone and on a day."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from factdiff.kinds.dates.edtf import write_zone
from factdiff.kinds.dates.value import DateValue
from factdiff.kinds.dates.wording import cardinal
from factdiff.kinds.dates.words import rows

NAMED = {"noon": 12 * 60, "midday": 12 * 60, "midnight": 0}


def clock_value(parts: Mapping[str, str]) -> DateValue | None:
    """``about 9:40 p.m. ET``, ``1353 (1023 GMT)``, ``noon``; None where there is no such time.

    Where a time is given twice the one with its zone counts.
    """
    minutes = _minutes(parts)
    if minutes is None:
        return None
    offset, zone = _zone(parts.get("zone", ""))
    until = -1
    if "hour3" in parts:  # 9-11 a.m., 11-1 p.m.
        until = minutes
        start = int(parts["hour3"]) % 12 * 60 + int(parts.get("minute3", "0"))
        minutes = start + (12 * 60 if until >= start + 12 * 60 else 0)
    value = DateValue(
        "",
        clock=minutes,
        until=until,
        offset=offset,
        zone=zone,
        part=parts.get("part", ""),
        about="about" in parts,
    )
    return replace(value, form=written(value))


def _minutes(parts: Mapping[str, str]) -> int | None:
    if "named" in parts:
        return NAMED[parts["named"]]
    if "number" in parts:  # five o'clock
        hour = cardinal(parts["number"])
        return hour * 60 if hour is not None and hour <= 24 else None
    twice = "hour2" in parts
    hour = int(parts["hour2" if twice else "hour"])
    minute = int(parts.get("minute2" if twice else "minute", "0"))
    if "ampm" in parts:
        hour = hour % 12 + (12 if parts["ampm"] == "p" else 0)
    return hour * 60 + minute


def _zone(word: str) -> tuple[int | None, str]:
    """Minutes east of UTC where the zone tells them, else None and its name."""
    for form, kind, number, *_ in rows("zones"):
        if form.lower() == word:
            return (int(number), "") if kind == "zone" else (None, "" if "local" in word else form)
    return None, ""


def written(value: DateValue) -> str:
    """The normal form of a clock time and its day.

    ``~2010-09-09T20:30``, ``2012-02-29T16:45-05:00``, ``Saturday, 01:40 ET``, ``~11:00``.
    """
    about = "~" if value.about else ""
    time = _time(value.clock)
    zone = write_zone(value.offset) if value.offset is not None else ""
    if value.edtf and "/" not in value.edtf:
        time = f"{value.edtf}T{time}{zone}"
        return about + (f"{time}/{_time(value.until)}{zone}" if value.until >= 0 else time)
    named = f" {value.zone}" if value.zone else ""
    end = f"/{_time(value.until)}{zone}" if value.until >= 0 else ""
    time = f"{about}{time}{zone}{end}{named}"
    day = value.form.split(",")[0]
    return f"{day}, {time}" if day else time


def _time(minutes: int) -> str:
    return f"{minutes // 60:02}:{minutes % 60:02}"


def on_day(clock: DateValue, day: DateValue) -> DateValue:
    """A clock time put on a day, which is a weekday, a date or a word such as ``today``."""
    part = clock.part or day.part
    form = bare_day(day)
    joined = replace(
        clock, form=form, edtf=day.edtf, weekday=day.weekday, part=part, relative=day.relative
    )
    return replace(joined, form=written(joined))


def bare_day(day: DateValue) -> str:
    """The day without its part: ``Wednesday`` of ``Wednesday night``."""
    words = day.form.split()
    if day.weekday and not day.edtf and not day.relative:
        return next((word for word in words if word[:1].isupper()), day.form)
    return day.form
