"""How alike two events must be for their dates to be joined, by the way the dates relate."""

from __future__ import annotations

from factdiff.kinds.dates.edtf import days_of
from factdiff.kinds.dates.likeness import akin, particulars, same_deed
from factdiff.kinds.dates.parties import strangers_in, term
from factdiff.kinds.dates.relation import Relation, scale
from factdiff.kinds.dates.sight import Sight, states_year, told_apart
from factdiff.settings import Settings

# how much more (or less) than ``Settings.date_match`` the events must be alike, by relation
MARGINS = {
    Relation.EQUAL: -0.42,  # the same date in two articles on one story is seldom chance
    Relation.WITHIN: -0.32,  # Thursday / July 9
    Relation.OPEN: -0.22,  # yesterday / Thursday: the events alone must tell
    Relation.UNLIKE: 0.30,  # last night / last summer: only in a copied sentence
    Relation.APART: 0.12,  # Thursday / Friday: only where event and participants are the same
}
# days by which two articles may be apart on one event, by the scale on which they date it
FAR = {"day": 45, "month": 400, "year": 2000, "range": 400}
NEVER = 2.0  # likeness is at most 1
STRANGE = 0.12  # the same, at least, for articles of different stories
NEAR_MISS = 0.40  # likeness from which dates that were not joined are worth telling


def floor(
    left: Sight, right: Sight, relation: Relation, settings: Settings, *, unknown: bool = False
) -> float:
    """How alike two events must be for their dates to be joined; ``unknown`` of two stories."""
    if unknown:
        return settings.date_match + max(STRANGE, MARGINS[relation])
    if one_aside(left, right) and relation > Relation.WITHIN:
        return NEVER  # the day of writing is no loose guess at an event's
    bare = not (left.sentence or right.sentence)
    year = states_year(left)
    if relation is Relation.EQUAL and (is_exact(left) or bare or year == states_year(right) != ""):
        return 0.0
    if relation is Relation.OPEN and (scale(left.core) != "day" or _adrift(left, right)):
        return _unresolved_floor(left, right, settings)
    if relation is Relation.WITHIN:
        return settings.date_match + _nested(left, right)
    return settings.date_match + MARGINS[relation]


def _nested(left: Sight, right: Sight) -> float:
    """The margin of two dates of which one may lie in the other."""
    year, scales = states_year(left), {scale(left.core), scale(right.core)}
    if year and year == states_year(right):
        return MARGINS[Relation.EQUAL]  # 1987 / December 1987
    if left.core.edtf[4:] == right.core.edtf[4:] != "":
        return MARGINS[Relation.EQUAL]  # April of an unknown year / April 2005
    if scales == {"day", "year"}:
        return 0.0  # 2010 / Tuesday
    if not (left.core.edtf and right.core.edtf) and len(scales) > 1:
        return 0.0  # Saturday / 1998
    return MARGINS[Relation.WITHIN]


def _adrift(left: Sight, right: Sight) -> bool:
    """Whether one of the two counts from a day that is not known: ``two days before the vote``."""
    return any(s.core.relative.startswith("anchor:") and not s.core.edtf for s in (left, right))


def _unresolved_floor(left: Sight, right: Sight, settings: Settings) -> float:
    """``last year`` / ``2000``: the verbs must be alike too; never ``next year`` / ``2000``."""
    if left.value.event.ahead != right.value.event.ahead:
        return NEVER
    if left.claim.text.casefold() == right.claim.text.casefold():
        return settings.date_match + MARGINS[Relation.WITHIN]  # one article alone has a date
    if scale(left.core) == "year" and not (same_deed(left, right) or particulars(left, right)):
        return NEVER
    return settings.date_match


def one_aside(left: Sight, right: Sight) -> bool:
    """Whether one of the two is but the day of writing."""
    return left.value.event.aside != right.value.event.aside


def apart(left: Sight, right: Sight, alike: float) -> float:
    """How alike two events with different dates are, in view of what tells like events apart."""
    terms = term(left, right)
    alike += terms - told_apart(left, right) - (0.0 if terms else strangers_in(left, right))
    if not _comparable(left, right) or not (terms or akin(left, right)):
        return min(alike, NEAR_MISS)
    return alike


def _comparable(left: Sight, right: Sight) -> bool:
    """Whether two dates apart can be two statements about one event of two articles.

    Not where one is the day somebody spoke, where one is past and one to come, where they differ
    in scale (``1996`` and ``6:42 a.m.`` are of two quakes) or lie far apart: an event is misdated
    by days, not by years.
    """
    one, two = left.value.event, right.value.event
    if one.reporting or two.reporting or one.ahead != two.ahead:
        return False
    if scale(left.core) != scale(right.core):
        return False
    days = days_of(left.core.edtf), days_of(right.core.edtf)
    if days[0] is None or days[1] is None or not (days[0].start and days[1].start):
        return True
    apart = abs((days[0].start - days[1].start).days)
    return apart <= FAR[scale(left.core)] or _misprint(left.core.edtf, right.core.edtf)


def _misprint(one: str, two: str) -> bool:
    """Whether two years may be one with a digit mistaken or two swapped: ``1978`` and ``1987``."""
    if len(one) != 4 or len(two) != 4 or not (one + two).isdigit():
        return False
    wrong = [n for n in range(4) if one[n] != two[n]]
    swapped = len(wrong) == 2 and one[wrong[0]] == two[wrong[1]] and one[wrong[1]] == two[wrong[0]]
    return swapped or wrong in ([2], [3])


def is_exact(sight: Sight) -> bool:
    """A day with its hour or part (``Friday night``), a day of a month: equal ones are one."""
    value = sight.core
    if value.edtf.count("-") == 2 and any(c.isdigit() for c in sight.claim.text):
        return True
    return bool(value.edtf or value.weekday) and (value.clock >= 0 or bool(value.part))
