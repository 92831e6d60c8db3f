"""The verdict on a group of dates, with a reason that names both and their weekdays."""

from __future__ import annotations

from factdiff.kinds.dates.edtf import days_of
from factdiff.kinds.dates.likeness import Sight, related
from factdiff.kinds.dates.relation import Relation
from factdiff.kinds.dates.value import DateValue, Event
from factdiff.kinds.dates.words import weekday_name
from factdiff.kinds.positions import judge_group
from factdiff.model import Alignment, Claim, Comparison, Group, Judgement, Verdict
from factdiff.settings import Settings

VERDICTS = {
    Relation.EQUAL: Verdict.AGREE,
    Relation.WITHIN: Verdict.COMPATIBLE,
    Relation.OPEN: Verdict.COMPATIBLE,
    Relation.UNLIKE: Verdict.COMPATIBLE,
    Relation.APART: Verdict.CONFLICT,
}


def judge(group: Group, alignment: Alignment, settings: Settings) -> Judgement:  # noqa: ARG001
    """Judge the dates of one event: equal agree, nested are compatible, apart conflict."""

    def compare(left: Claim, right: Claim) -> Comparison:
        return compared(left, right, alignment)

    return judge_group(group, compare, subject=subject_of(group), display=_display, pick="best")


def subject_of(group: Group) -> str:
    """What is dated, in a few words: ``quake``, ``troops arrive``."""
    for claim in group.claims:
        event = claim.value.event if isinstance(claim.value, DateValue) else Event()
        words = " ".join(word for word in (event.subject, event.predicate) if word)
        if words:
            return f"date: {words}"
    return f"date: {group.claims[0].text}"


def compared(left: Claim, right: Claim, alignment: Alignment) -> Comparison:
    """How the dates of two claims relate; the same whatever their order."""
    first, second = sorted((left, right), key=lambda claim: (str(claim.value), claim.text))
    one, two = Sight.of(first, alignment), Sight.of(second, alignment)
    relation = related(one, two)
    return Comparison(VERDICTS[relation], _reason(relation, first, second, one.core, two.core))


def _reason(relation: Relation, first: Claim, second: Claim, one: DateValue, two: DateValue) -> str:
    left, right = _told(first, one), _told(second, two)
    if relation is Relation.EQUAL:
        return f"Both give the same date, {left}."
    if relation in (Relation.OPEN, Relation.UNLIKE):
        return f"{left} and {right} may be the same time; nothing in the articles tells."
    if relation is Relation.WITHIN:
        return f"{left} and {right} can both be right: they differ in precision only."
    return f"The same event is dated {left} and {right}, which cannot both be right."


def _told(claim: Claim, value: DateValue) -> str:
    """``“Thursday” (2020-07-09)``, ``“July 9” (2020-07-09, a Thursday)``."""
    notes = [] if value.form.casefold() == claim.text.casefold() else [value.form]
    name = weekday_name(value.weekday)
    if value.weekday and days_of(value.edtf or "") and name.lower() not in claim.text.lower():
        notes.append(f"a {name}")
    return f"“{claim.text}”" + (f" ({', '.join(notes)})" if notes else "")


def _display(claim: Claim) -> str:
    return claim.text
