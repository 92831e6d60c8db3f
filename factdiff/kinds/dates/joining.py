"""Neighbouring expressions that are one date: a time and its day, the two ends of a range.

``4:45 p.m. EST`` ``today``, ``the night of`` ``July 9``, ``May 2008`` to ``June 2009``.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import replace

from factdiff.kinds.dates.patterns import Expression

DAYS = frozenset({"date", "weekday", "daywise", "nightly", "iso", "numeric", "holiday"})
SPANNED = frozenset({"date", "weekday", "month", "clock", "iso", "numeric"})
_TIME_THEN_DAY = re.compile(r"\)?,?\s(?:on\s|of\s)?")
_DAY_THEN_TIME = re.compile(r",?\s(?:at\s|by\s|from\s|@\s)?|,")
_DASH = re.compile(r"\s?[-–—]\s?|\s(?:through|thru)\s")
_WORD = re.compile(r"\s(?:to|until|till)\s")
# "postponed from Monday to Tuesday" names two days, not the days between
_MOVED = re.compile(
    r"(?:postpon|mov|delay|chang|push|reschedul|shift)\w*\s[^.\n]{0,40}$", re.IGNORECASE
)


def joined(expressions: Iterable[Expression], text: str) -> list[tuple[Expression, ...]]:
    """The expressions by place, those that are one date together (a time first, then its day).

    A range is one expression with a ``second``. Parts of the day that no day follows are left out.
    """
    groups: list[tuple[Expression, ...]] = []
    for expression in _ranges(expressions, text):
        last = groups[-1] if groups else ()
        if len(last) == 1 and _one(last[0], expression, text):
            groups[-1] = _ordered(last[0], expression)
        else:
            groups.append((expression,))
    return [group for group in groups if group[0].form != "partof" or len(group) > 1]


def _one(first: Expression, second: Expression, text: str) -> bool:
    between = text[first.end : second.start]
    if second.second or (first.second and first.form != "clock"):
        return False
    if first.form == "partof":
        return second.form in DAYS and between.isspace()
    if first.form == "clock" and second.form in DAYS:
        return _TIME_THEN_DAY.fullmatch(between) is not None
    if second.form == "clock" and first.form in DAYS:
        return _DAY_THEN_TIME.fullmatch(between) is not None
    return False


def _ordered(first: Expression, second: Expression) -> tuple[Expression, ...]:
    return (second, first) if second.form == "clock" else (first, second)


def _ranges(expressions: Iterable[Expression], text: str) -> list[Expression]:
    found: list[Expression] = []
    for expression in expressions:
        if found and _is_range(found[-1], expression, text):
            found[-1] = replace(found[-1], end=expression.end, second=expression)
        else:
            found.append(expression)
    return found


def _is_range(first: Expression, second: Expression, text: str) -> bool:
    if first.form != second.form or first.form not in SPANNED or first.second:
        return False
    glue = text[first.end : second.start]
    if _DASH.fullmatch(glue):
        return True
    before = text[max(0, first.start - 60) : first.start]
    if _WORD.fullmatch(glue) and first.form == "clock":
        return True
    if _WORD.fullmatch(glue):
        return before.lower().endswith("from ") and not _MOVED.search(before)
    return glue.strip() == "and" and before.lower().endswith("between ")
