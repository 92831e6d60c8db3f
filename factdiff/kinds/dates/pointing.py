"""Rules for forms that point from the day of writing or from a date told before. No spaCy here."""

from __future__ import annotations

import re
from dataclasses import replace

from factdiff.kinds.dates import relative
from factdiff.kinds.dates.patterns import Expression
from factdiff.kinds.dates.setting import Rule, Setting, words_of
from factdiff.kinds.dates.value import DateValue
from factdiff.kinds.dates.words import numbers


def _weekday(expression: Expression, setting: Setting) -> DateValue:
    words = words_of(expression, setting)
    return relative.weekday_value(expression.parts, setting.frame, setting.direction, words)


def _daywise(expression: Expression, setting: Setting) -> DateValue:
    return relative.daywise_value(expression.parts, setting.frame, words_of(expression, setting))


def _nightly(expression: Expression, setting: Setting) -> DateValue:
    return relative.nightly_value(expression.parts, setting.frame, words_of(expression, setting))


def _overnight(expression: Expression, setting: Setting) -> DateValue:
    """``Snow fell overnight``: the night that ended on the day of writing."""
    parts = {"part": "night", "rel": "this" if setting.direction > 0 else "last"}
    night = relative.nightly_value(parts, setting.frame, words_of(expression, setting))
    return replace(night, part="overnight", inferred=True)


def _relunit(expression: Expression, setting: Setting) -> DateValue:
    return relative.relunit_value(expression.parts, setting.frame, words_of(expression, setting))


def _weekend(expression: Expression, setting: Setting) -> DateValue:
    return relative.weekend_value(
        expression.parts, setting.frame, setting.direction, words_of(expression, setting)
    )


def _ago(expression: Expression, setting: Setting) -> DateValue:
    return relative.ago_value(expression.parts, setting.frame, words_of(expression, setting))


def _weekswise(expression: Expression, setting: Setting) -> DateValue:
    """``a week from Friday``, ``two Saturdays ago``."""
    return relative.weekswise_value(expression.parts, setting.frame, words_of(expression, setting))


def _shift(expression: Expression, setting: Setting) -> DateValue:
    parts = expression.parts
    word = parts.get("shift") or parts["anchor_word"]
    sign = {**numbers("relatives", "shift"), **numbers("relatives", "anaphor")}[word]
    # "two days after the quake" counts from the quake, whatever day was named last
    follows = setting.text[expression.end : expression.end + 2]
    hangs = word in ("after", "before") and re.match(r"\s\w", follows) is not None
    anchor = setting.anchors.for_unit(parts.get("unit", "day"), expression.start)
    words = words_of(expression, setting)
    return relative.shift_value(parts, None if hangs else anchor, setting.frame, words, sign)


def _anaphor(expression: Expression, setting: Setting) -> DateValue:
    parts = expression.parts
    if "part" in parts and "unit" not in parts:
        parts = {**parts, "unit": "day"}
    return _shift(replace(expression, parts={**parts, "anchor_word": parts["anaphor"]}), setting)


def _within(expression: Expression, setting: Setting) -> DateValue:
    """``later in the day``, ``early in the week``: of the one told last, else of this one."""
    unit, words = expression.parts["unit"], words_of(expression, setting)
    told = setting.anchors.for_unit(unit, expression.start)
    if told is not None and unit in ("day", "year"):
        return _shift(
            replace(expression, parts={**expression.parts, "anchor_word": "same"}), setting
        )
    edtf = relative.unit_at(unit, 0, setting.frame) if unit != "day" else ""
    return DateValue(edtf or words, edtf, relative=f"{unit}:0", inferred=True)


def _yearago(expression: Expression, setting: Setting) -> DateValue:
    """``the year-ago quarter``: the year before the one reported on."""
    words = words_of(expression, setting)
    return relative.ago_value({**expression.parts, "number": "one"}, setting.frame, words)


def _said(expression: Expression, setting: Setting) -> DateValue:
    """A stretch that nothing dates: ``recent weeks``, ``days later``, ``decades ago``."""
    words = words_of(expression, setting)
    return DateValue(words, relative=f"said:{words}")


def _set(expression: Expression, setting: Setting) -> DateValue:
    words = words_of(expression, setting)
    return DateValue(words, relative=f"set:{words}")


POINTING: dict[str, Rule] = {
    "weekday": _weekday,
    "daywise": _daywise,
    "nightly": _nightly,
    "overnight": _overnight,
    "relunit": _relunit,
    "weekend": _weekend,
    "ago": _ago,
    "weekswise": _weekswise,
    "anaphor": _anaphor,
    "shift": _shift,
    "within": _within,
    "yearago": _yearago,
}
VAGUE: dict[str, Rule] = {"said": _said, "set": _set}
