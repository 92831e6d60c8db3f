"""What a date's words are resolved against: the day of writing and the dates told before."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field, replace

from factdiff.kinds.dates.edtf import days_of
from factdiff.kinds.dates.frame import Frame
from factdiff.kinds.dates.patterns import Expression
from factdiff.kinds.dates.publication import Order
from factdiff.kinds.dates.value import DateValue
from factdiff.kinds.dates.wording import plain

NEAR = 300  # characters from which ``a year earlier`` still counts from a year told before


@dataclass(frozen=True, slots=True)
class Anchors:
    """The last day, month and year told of the past before a place in the text."""

    day: DateValue | None = None
    month: DateValue | None = None
    year: DateValue | None = None
    month_at: int = -NEAR
    year_at: int = -NEAR

    def after(self, value: DateValue, at: int) -> Anchors:
        """The anchors once a date that ends at ``at`` has been told."""
        days = days_of(value.edtf)
        dashes = value.edtf.count("-")
        single = "/" not in value.edtf
        found = self
        if value.weekday or (dashes == 2 and single):
            found = replace(found, day=value)
        if days is None or days.yearless or not single or "X" in value.edtf:
            return found
        if dashes == 1:
            found = replace(found, month=value, month_at=at)
        return replace(found, year=value, year_at=at)

    def for_unit(self, unit: str, at: int) -> DateValue | None:
        """What ``the previous month``, ``a year later`` at a place count from, if anything."""
        if unit in ("year", "decade"):
            return self.year if at - self.year_at <= NEAR else None
        if unit == "month" and self.month is not None and at - self.month_at <= NEAR:
            return self.month
        return self.day


@dataclass(frozen=True, slots=True)
class Setting:
    """All that an expression is resolved against.

    ``direction`` is -1 in a report of the past and 1 where the clause speaks of what will come;
    ``anchors`` are the dates that ``the next day`` counts from; ``order`` that of numeric dates.
    """

    text: str
    frame: Frame
    direction: int = -1
    anchors: Anchors = field(default_factory=Anchors)
    order: Order | None = None


Rule = Callable[[Expression, Setting], DateValue | None]


def words_of(expression: Expression, setting: Setting) -> str:
    """The expression's words as a normal form."""
    return plain(setting.text[expression.start : expression.end])
