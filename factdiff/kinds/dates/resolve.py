"""From an expression to its value: which form is made into a value by which rule. No spaCy here."""

from __future__ import annotations

from dataclasses import replace

from factdiff.kinds.dates import absolute, clock
from factdiff.kinds.dates.calendrical import CALENDAR, PERIODS
from factdiff.kinds.dates.patterns import Expression
from factdiff.kinds.dates.pointing import POINTING, VAGUE
from factdiff.kinds.dates.setting import Rule, Setting
from factdiff.kinds.dates.value import DateValue
from factdiff.kinds.dates.wording import month_number, plain


def resolve(expression: Expression, setting: Setting) -> DateValue | None:
    """The value of an expression, or None where its words are no date after all (``June 31``)."""
    if expression.second is not None:
        return _range(expression, expression.second, setting)
    rule = _RULES.get(expression.form)
    return rule(expression, setting) if rule else None


def _range(first: Expression, last: Expression, setting: Setting) -> DateValue | None:
    alone = replace(first, second=None)
    start, end = _ends(alone, last, setting)
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


def _ends(
    first: Expression, last: Expression, setting: Setting
) -> tuple[DateValue | None, DateValue | None]:
    """Both ends of a range; a year or a direction that one lacks it has from the other."""
    if "year" in last.parts and "year" not in first.parts:
        first = replace(first, parts={**first.parts, "year": last.parts["year"]})
    start, end = resolve(first, setting), resolve(last, setting)
    if start is None or end is None or absolute.between(start, end) is not None:
        return start, end
    if "year" in first.parts and "year" not in last.parts:
        year = int(first.parts["year"]) + (_month(last) < _month(first))  # Nov. 2001 to March
        last = replace(last, parts={**last.parts, "year": str(year)})
        return start, resolve(last, setting)
    # "from November to March", "from Thursday to Saturday": the nearer end looks to the other
    ahead = replace(setting, direction=-setting.direction)
    other = resolve(first, ahead) if setting.direction > 0 else resolve(last, ahead)
    turned = (other, end) if setting.direction > 0 else (start, other)
    if absolute.between(*turned) is not None and not _months(first, last):
        return turned
    if end.edtf[:4].isdigit() and _months(first, last):
        year = int(end.edtf[:4]) - (_month(last) < _month(first))
        first = replace(first, parts={**first.parts, "year": str(year)})
        return resolve(first, setting), end
    return start, end


def _months(first: Expression, last: Expression) -> bool:
    return bool(_month(first) and _month(last)) and "rel" not in {**first.parts, **last.parts}


def _month(expression: Expression) -> int:
    return month_number(expression.parts) or 0


_RULES: dict[str, Rule] = {**CALENDAR, **PERIODS, **POINTING, **VAGUE}
