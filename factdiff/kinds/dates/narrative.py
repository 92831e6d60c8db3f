"""What the dates of one article tell about one another."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from factdiff.kinds.dates.clock import on_day
from factdiff.kinds.dates.frame import Frame
from factdiff.kinds.dates.patterns import Expression
from factdiff.kinds.dates.value import DateValue
from factdiff.kinds.dates.wording import month_number, weekday_number
from factdiff.model import Span

LEAD = 1000  # characters: the first weekday in here is the day of an agency report
AFTER = 6  # dates that follow a clock time and may give its day


@dataclass(frozen=True, slots=True)
class Told:
    """A date as found: where, what, in which sentence (its first token), in which form."""

    span: Span
    value: DateValue
    sentence: int
    form: str
    aside: bool = False  # the dateline or a line of the page: no event happens there


def told_frame(frame: Frame, groups: Sequence[tuple[Expression, ...]]) -> Frame:
    """The frame with the weekday of writing, where the article tells it but not its year.

    ``July 9 (UPI) -- … on Thursday``: agencies name the day of the report by its weekday, so
    the first weekday of the lead is that of July 9, unless the date itself is said with one.
    """
    if frame.weekday or frame.today is None:
        return frame
    days = [e for group in groups for e in group if "weekday" in e.parts and "rel" not in e.parts]
    for expression in days:
        same = month_number(expression.parts) == frame.today.month
        if same and expression.parts.get("day") == str(frame.today.day):
            return replace(frame, weekday=weekday_number(expression.parts))
    early = [e for e in days if e.form == "weekday" and e.start < LEAD]
    return replace(frame, weekday=weekday_number(early[0].parts)) if early else frame


def with_days(told: Sequence[Told]) -> list[Told]:
    """The dates, with clock times that name no day put on the day that is spoken of.

    That is a day in the same sentence (no term: ``by Sunday``), else the last event's day before
    it, else the next after it. Where that day is ``today`` and the day of writing is not known
    the time stands alone.
    """
    days = [n for n, one in enumerate(told) if _names_day(one.value) and not one.aside]
    filled = []
    for number, one in enumerate(told):
        if one.value.clock < 0 or one.value.edtf or one.value.weekday or one.value.relative:
            filled.append(one)
            continue
        day = _day_for(number, told, days)
        value = on_day(one.value, replace(day, part="")) if day else one.value
        filled.append(
            replace(one, value=replace(value, event=one.value.event, inferred=day is not None))
        )
    return filled


def _day_for(number: int, told: Sequence[Told], days: Sequence[int]) -> DateValue | None:
    sentence = told[number].sentence
    days = [n for n in days if not _is_term(n, number, told)]
    same = [n for n in days if abs(n - number) <= AFTER and told[n].sentence == sentence]
    ahead = told[number].value.event.ahead
    events = [n for n in days if not told[n].value.event.reporting]
    before = [n for n in events if number - 2 * AFTER <= n < number]
    after = [n for n in events if number < n <= number + AFTER]
    after = [n for n in after if told[n].value.event.ahead == ahead]
    chosen = same[:1] or before[-1:] or after[:1]
    day = told[chosen[0]].value if chosen else None
    return None if day is None or not (day.edtf or day.weekday) else day


def _is_term(day: int, clock: int, told: Sequence[Told]) -> bool:
    """``Polls close at 6 p.m., and the winner should be known by Sunday``: another day's term.

    ``Schools stay shut until Monday. Ten tremors were counted by noon``: nor is it for what was.
    """
    one, other = told[day].value.event, told[clock].value.event
    if one.preposition not in ("by", "until", "till", "before"):
        return False
    return day > clock or (
        one.ahead and not other.ahead and told[day].sentence != told[clock].sentence
    )


def _names_day(value: DateValue) -> bool:
    day = value.edtf.split("T")[0].count("-") == 2 and "/" not in value.edtf
    return day or bool(value.weekday) or value.relative.startswith("day:")
