"""What an amount allows: an interval, with the room that rounding and vague words leave."""

from __future__ import annotations

import math
from dataclasses import dataclass
from decimal import Decimal
from functools import cache

from factdiff.kinds.quantities.amounts import Amount
from factdiff.kinds.quantities.tables import NumberWord, number_words, rows

ABOUT = 0.10  # `about 100` still allows 90 to 110
ROUNDING = 0.02  # a round number of figures (`1,500`) may stand for one that is this near


@dataclass(frozen=True, slots=True)
class Interval:
    """The numbers from ``low`` to ``high``; an end is left out if open. Never empty."""

    low: float
    high: float
    open_low: bool = False
    open_high: bool = False

    def __post_init__(self) -> None:
        if not self.low <= self.high:
            raise ValueError(f"an interval needs low <= high, got {self.low} and {self.high}")

    def overlaps(self, other: Interval) -> bool:
        """Whether some number lies in both."""
        return self._reaches(other) and other._reaches(self)

    def _reaches(self, other: Interval) -> bool:
        """Whether this one's upper end is not below the other's lower end."""
        if self.high == other.low:
            return not (self.open_high or other.open_low)
        return self.high > other.low

    def contains(self, other: Interval) -> bool:
        """Whether every number of ``other`` is in this one."""
        low = self.low < other.low or (
            self.low == other.low and (not self.open_low or other.open_low)
        )
        high = self.high > other.high or (
            self.high == other.high and (not self.open_high or other.open_high)
        )
        return low and high


def interval_of(amount: Amount) -> Interval | None:
    """The interval an amount allows, or None for words that say no number."""
    if amount.low is None:
        return vague_interval(amount.words)
    low = float(amount.low)
    if amount.high is not None:
        return _widened(Interval(low, float(amount.high)), amount)
    signed = {
        ">=": Interval(low, math.inf),
        ">": Interval(low, math.inf, open_low=True),
        "<=": Interval(-math.inf, low),
        "<": Interval(-math.inf, low, open_high=True),
    }
    return signed.get(amount.sign) or _widened(Interval(low, low), amount)


def _widened(interval: Interval, amount: Amount) -> Interval:
    if amount.sign != "~" or amount.low is None:
        return interval
    step = float(written_step(amount.low)) / 2
    room = max(ABOUT * max(abs(interval.low), abs(interval.high)), step)
    return Interval(interval.low - room, interval.high + room)


def written_step(number: Decimal) -> Decimal:
    """The unit of the last written digit: 100,000 for ``1.2 million``, 0.1 for ``6.0``."""
    exponent = number.as_tuple().exponent
    return Decimal(1).scaleb(exponent) if isinstance(exponent, int) else Decimal(1)


@cache
def vague_interval(words: str) -> Interval | None:
    """The interval of ``several``, ``dozens``, ``tens of thousands``, ``several hundred``."""
    for row in rows("vague.tsv"):
        if row[0] == words:
            return Interval(float(row[1]), float(row[2]))
    low = high = 1.0
    known = False
    for word in words.split():
        row_of = number_words().get(word)
        if word == "tens":
            low, high, known = low * 20, high * 99, True
        elif word in ("several", "few"):
            low, high, known = low * 2, high * 12, True
        elif row_of is not None and row_of.high is not None:
            low, high = (
                _times(low, high, row_of) if known else (float(row_of.value), float(row_of.high))
            )
            known = True
        elif row_of is not None:
            low, high = low * float(row_of.value), high * float(row_of.value)
    return Interval(low, high) if known else None


def _times(low: float, high: float, plural: NumberWord) -> tuple[float, float]:
    """``tens of thousands``: after a multiplier a plural counts as one of itself."""
    single = number_words().get(plural.word.removesuffix("s"))
    scale = float(single.value) if single is not None else 1.0
    return low * scale, high * scale


def is_rounding(rough: Decimal, fine: Decimal) -> bool:
    """Whether ``rough`` is what ``fine`` becomes when it is written less exactly.

    ``9.6 million`` is ``9,583,201``; ``1,500`` is ``1,482``; ``30`` is not ``31``.
    """
    step = max(
        written_step(rough), Decimal(1).scaleb(_zeros(rough)) if rough >= 100 else Decimal(0)
    )
    whole = fine == fine.to_integral_value() and written_step(fine) >= 1
    own = max(written_step(fine), Decimal(1).scaleb(_zeros(fine)) if whole else Decimal(0))
    if step <= own or not rough or not fine:
        return False
    near = abs(fine - rough) <= step / 2
    explicit = written_step(rough) == step
    return near and (explicit or abs(fine - rough) <= abs(rough) * Decimal(str(ROUNDING)))


def _zeros(number: Decimal) -> int:
    """How many zeros a whole number ends with."""
    if not number or number != number.to_integral_value():
        return 0
    digits = format(number, "f").partition(".")[0]
    return len(digits) - len(digits.rstrip("0"))
