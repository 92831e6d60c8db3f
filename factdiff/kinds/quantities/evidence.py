"""What speaks for and against two claims measuring the same quantity: a visible, weighted list."""

from __future__ import annotations

from collections.abc import Iterator

from factdiff.alignment import Alignment
from factdiff.kinds.quantities.affinity import ONE_EVENT, SURE
from factdiff.kinds.quantities.apart import apart_evidence
from factdiff.kinds.quantities.company import company_evidence
from factdiff.kinds.quantities.conversion import dimension_of
from factdiff.kinds.quantities.happening import happening_evidence
from factdiff.kinds.quantities.meeting import Meeting
from factdiff.kinds.quantities.rarity import (
    FAR,
    MANY,
    ODD,
    SMALL,
    UNLIKE,
    is_near,
    is_open,
    surprise,
    swapped_digits,
    times_apart,
)
from factdiff.kinds.quantities.story import Story
from factdiff.kinds.quantities.things import thing_evidence
from factdiff.kinds.quantities.value import Quantity
from factdiff.kinds.quantities.weights import VETO, is_barred
from factdiff.model import Claim, Evidence, Kind, Verdict

PLAIN = frozenset({"time", "times", "age"})  # measures that any story gives many of


def weigh(left: Claim, right: Claim, alignment: Alignment, story: Story) -> tuple[Evidence, ...]:
    """All that speaks for or against the two; symmetric. A ``VETO`` ends it."""
    meeting = Meeting(left, right, alignment, story)
    one, two = meeting.quantities
    if left.kind is not right.kind or dimension_of(one) != dimension_of(two):
        return (Evidence("kind", VETO, f"{one} and {two} are different measures"),)
    told = (*thing_evidence(meeting), *happening_evidence(meeting), *apart_evidence(meeting))
    found = [e for e in told if e.weight]
    if is_barred(found):
        return tuple(found)
    found += [e for e in (*company_evidence(meeting), *_figures(meeting)) if e.weight]
    return tuple(found)


def _figures(meeting: Meeting) -> Iterator[Evidence]:
    yield _value(meeting)
    if meeting.is_only:
        yield from _alone(meeting)


def _value(meeting: Meeting) -> Evidence:
    one, two = meeting.quantities
    shown = " and ".join(sorted((str(one), str(two))))
    if meeting.verdict is Verdict.CONFLICT:
        swapped = swapped_digits(one.amount.low, two.amount.low) if one.unit == two.unit else 0
        if swapped:
            weight = 0.2 if swapped >= 3 else -0.06
            return Evidence("value", weight, f"{shown} differ in the order of their digits")
        return Evidence("value", _differing(one, two), f"{shown} differ")
    if meeting.verdict is Verdict.COMPATIBLE:
        found = _compatible(meeting, shown)
        if found is not None:
            return found
    return Evidence("value", surprise(one), f"both {one}" if str(one) == str(two) else shown)


def _compatible(meeting: Meeting, shown: str) -> Evidence | None:
    """What figures say that can both be true; None where they are as good as equal."""
    one, two = meeting.quantities
    if is_near(one, two):
        small = min(one.amount.low or 0, two.amount.low or 0) < SMALL
        return Evidence("value", 0.12 if small else 0.24, f"{shown} are near each other")
    if meeting.same_number and {one.amount.sign, two.amount.sign} & {">", "<"}:
        return Evidence("value", surprise(one) / 2, f"{shown} may be one figure")
    if one.amount.low != two.amount.low:
        return Evidence("value", _overlapping(one, two), f"{shown} can both be true")
    if one.unit == "" and surprise(one) == MANY:
        return Evidence("value", 0.1, shown)  # `up to 1,000 people` and `around 1,000`
    return None


def _differing(one: Quantity, two: Quantity) -> float:
    apart = times_apart(one, two)
    if apart >= UNLIKE:
        return VETO
    return -0.35 if apart >= FAR else -0.1


def _overlapping(one: Quantity, two: Quantity) -> float:
    """``at least seven`` admits 340 and ``dozens`` any: no sign that the two are the same."""
    if not is_open(one) and not is_open(two):
        return 0.1
    if one.unit != two.unit:
        return 0.0
    apart = times_apart(one, two)
    if apart <= 2:
        return 0.0
    return -0.1 if apart < FAR else -0.35


def _alone(meeting: Meeting) -> Iterator[Evidence]:
    """A value that each source gives once is hardly a coincidence, least in two accounts of one."""
    one, two = meeting.quantities
    low = one.amount.low or 0
    if low > 3 or one.amount.low is None:
        plain = meeting.left.kind is Kind.COUNT or dimension_of(one) in PLAIN
        shown = min(str(one), str(two), key=len)
        yield Evidence("only one", 0.1 if plain else 0.18, f"each gives {shown} once")
    if meeting.affinity >= ONE_EVENT:
        sure = meeting.affinity >= SURE
        if surprise(one) >= ODD:
            weight = 0.2 if sure else 0.12
        elif low > 3:
            weight = 0.12 if sure else 0.06
        else:
            weight = (0.06 if meeting.kin >= 0.6 else 0.04) if sure else 0.0
        yield Evidence("one event", weight, "two accounts of one event")
