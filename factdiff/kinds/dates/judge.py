"""The verdict on a group of dates, with a reason that names both and their weekdays."""

from __future__ import annotations

import re
from dataclasses import replace

from factdiff.alignment import Alignment
from factdiff.kinds.dates.edtf import days_of
from factdiff.kinds.dates.parties import PRONOUNS
from factdiff.kinds.dates.relation import Relation
from factdiff.kinds.dates.sight import Sight, related
from factdiff.kinds.dates.value import DateValue, Event
from factdiff.kinds.dates.words import weekday_name
from factdiff.kinds.positions import judge_group
from factdiff.model import Claim, Comparison, Group, Judgement, Verdict
from factdiff.settings import Settings

LONGEST_SHORT = 4  # letters of a short name in capitals (NATO); longer ones are datelines' places
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

    judged = judge_group(group, compare, subject=subject_of(group), display=_display, pick="best")
    doubt = _doubt(group) if judged.verdict is Verdict.SINGLE else ""
    return replace(judged, reason=doubt) if doubt else judged


def _doubt(group: Group) -> str:
    """What is wrong with a date in itself. Empty if nothing is."""
    wrong = next(filter(None, map(wrong_weekday, group.claims)), "")
    return f"Only one source states it, and {wrong}." if wrong else ""


def wrong_weekday(claim: Claim) -> str:
    """``2020-07-10 is a Friday: “Thursday, July 10, 2020”``; empty where the weekday is right."""
    value = claim.value
    days = days_of(value.edtf) if isinstance(value, DateValue) else None
    if days is None or days.single is None or not isinstance(value, DateValue):
        return ""
    right = weekday_name(days.single.isoweekday())
    if value.weekday and weekday_name(value.weekday) != right and not value.inferred:
        return f"{value.edtf} is a {right}: “{claim.text}”"
    return ""


def subject_of(group: Group) -> str:
    """What is dated, in a few words: ``quake``, ``troops arrived``; what is told first leads."""
    events = [claim.value.event for claim in group.claims if isinstance(claim.value, DateValue)]
    named = [(_in_words(event.told), event) for event in events if not event.aside]
    named = [(words, event) for words, event in named if words]
    if not named:
        return min(claim.text for claim in group.claims)

    def key(one: tuple[str, Event]) -> tuple[int, bool, int, str]:
        words, event = one
        return _vague(words), event.reporting, event.position, words

    return min(named, key=key)[0]


def _in_words(told: str) -> str:
    """What is told, a place or agency in capitals (``LUSAKA voted``) left out."""
    kept = [word for word in told.split() if not (word.isupper() and len(word) > LONGEST_SHORT)]
    return " ".join(kept)


def _vague(words: str) -> int:
    """1 for ``it missed``, 2 for one word (``closed``): named doers go first."""
    first, *rest = words.split()
    return 2 if not rest else int(first.lower() in PRONOUNS)


def compared(left: Claim, right: Claim, alignment: Alignment) -> Comparison:
    """How the dates of two claims relate; the same whatever their order."""
    first, second = sorted((left, right), key=lambda claim: (str(claim.value), claim.text))
    one, two = Sight.of(first, alignment), Sight.of(second, alignment)
    relation = related(one, two)
    return Comparison(VERDICTS[relation], _reason(relation, first, second, one.core, two.core))


def _reason(relation: Relation, first: Claim, second: Claim, one: DateValue, two: DateValue) -> str:
    left, right = _told(first, one), _told(second, two)
    if relation is Relation.EQUAL:
        same = left if left == right else f"{left} and {right}"
        return f"Both give the same date: {same}."
    if relation is Relation.WITHIN:
        return f"{left} and {right} can both be right: {_fit(one, two)}."
    if relation is Relation.APART:
        return f"The same event is dated {left} and {right}; they cannot both be right."
    vague = [words for words, value in ((left, one), (right, two)) if not value.edtf]
    return f"{left} and {right} may be the same time: nothing dates {vague[0] if vague else left}."


def _fit(one: DateValue, two: DateValue) -> str:
    """Why two dates can be one."""
    alone = [value for value in (one, two) if value.weekday and not value.edtf]
    dated = [value for value in (one, two) if value.weekday and value.edtf]
    if len(alone) == len(dated) == 1 and one.weekday == two.weekday:
        return f"{dated[0].edtf} is a {weekday_name(one.weekday)}"
    return "they differ only in how exact they are"


def _told(claim: Claim, value: DateValue) -> str:
    """``“Thursday” (2020-07-09)``, ``“July 9” (2020-07-09, a Thursday)``."""
    notes = [] if value.form.casefold() == claim.text.casefold() else [value.form]
    name = weekday_name(value.weekday)
    if value.weekday and value.edtf and name.lower() not in claim.text.lower():
        notes.append(f"a {name}")
    return f"“{claim.text}”" + (f" ({', '.join(notes)})" if notes else "")


def _display(claim: Claim) -> str:
    """The words, with the date they were resolved to where they do not tell the year."""
    value = claim.value
    if not isinstance(value, DateValue) or not value.edtf:
        return claim.text
    return claim.text if re.search(r"\d{4}", claim.text) else f"{claim.text} ({value.form})"
