"""What the figures themselves say: equal odd ones speak for one quantity, far ones against."""

from __future__ import annotations

import re
from decimal import Decimal

from factdiff.kinds.quantities.amounts import plain
from factdiff.kinds.quantities.conversion import in_unit
from factdiff.kinds.quantities.value import Quantity

_SCORE = re.compile(r"\d+-\d+")
MANY = 0.22  # weight of equal round counts
ODD = 0.3  # weight from which a figure is one of its own in a story
FAR = 10  # figures so many times apart are rarely of one thing
UNLIKE = 200  # and so many times apart never
SMALL = 12  # up to here figures are in every article


def surprise(quantity: Quantity) -> float:
    """Equal values weigh the more, the rarer the value: two 2s say little, two 235,000s much."""
    low = quantity.amount.low
    if _SCORE.fullmatch(quantity.amount.words):  # `58-40` is said of one vote, `2-1` of many games
        return 0.45 if len(quantity.amount.words) > 4 else 0.2
    if quantity.ordinal:
        return 0.25 if quantity.unit else 0.12
    if low is None:
        return 0.12
    digits = len(format(abs(low), "f").replace(".", "").strip("0"))
    if digits >= 3 or low != low.to_integral_value() or (digits == 2 and abs(low) >= 1000):
        return 0.45
    if abs(low) > SMALL:
        many = digits == 1 and abs(low) >= 100 and not quantity.unit
        return MANY if many else 0.36  # `1,000 people` is said of many crowds
    small = 0.2 if abs(low) > 3 else 0.12
    return 0.3 if quantity.unit == "%" or (is_open(quantity) and quantity.unit) else small


def times_apart(one: Quantity, two: Quantity) -> float:
    """How many times the larger figure is the smaller, in one unit; 1 where that is not known."""
    other = two.amount.low if one.unit == two.unit else _in(two, one.unit)
    low = one.amount.low
    if low is None or other is None or low <= 0 or other <= 0:
        return 1.0
    return float(max(low, other) / min(low, other))


def _in(quantity: Quantity, unit: str) -> Decimal | None:
    converted = in_unit(quantity, unit)
    return converted.low if converted is not None else None


def is_near(one: Quantity, two: Quantity) -> bool:
    """Two larger figures within a tenth of each other: ``nearly 9,000`` and ``about 8,900``.

    In a unit smaller ones may be, too: ``7.2 percent`` and ``more than 7 percent``.
    """
    low, high = one.amount.low, two.amount.low
    if low is None or high is None or low == high or one.unit != two.unit:
        return False
    if min(low, high) < (2 if one.unit else 20):
        return False
    return abs(low - high) * FAR <= max(low, high)


def is_open(quantity: Quantity) -> bool:
    """Whether the figure is a bound: ``at least seven`` admits 340 and any other."""
    return quantity.amount.sign in (">=", ">", "<=", "<")


def swapped_digits(one: Decimal | None, two: Decimal | None) -> int:
    """How many digits two numbers have that hold the same digits in another order; 0 if not so.

    ``765,000`` and ``756,000``, ``$2.3 billion`` and ``$3.2 billion``: the commonest slip there is.
    """
    if one is None or two is None or one == two or one.adjusted() != two.adjusted():
        return 0
    ours, theirs = (plain(number.normalize()).replace(".", "").strip("0") for number in (one, two))
    return len(ours) if sorted(ours) == sorted(theirs) and len(ours) > 1 else 0
