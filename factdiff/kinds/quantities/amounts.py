"""How much: a number as a newspaper writes it, with its sign, and the interval it allows."""

from __future__ import annotations

import re
from dataclasses import dataclass
from decimal import Decimal, InvalidOperation

SIGNS = ("", "~", ">=", ">", "<=", "<")
_WRITTEN = re.compile(
    r"(?P<sign>~|>=|<=|>|<)?(?P<low>-?\d+(?:\.\d+)?)(?:\.\.(?P<high>-?\d+(?:\.\d+)?))?"
)


@dataclass(frozen=True, slots=True)
class Amount:
    """A number or range with a sign, or the words of a vague one.

    ``low`` is the number (of a range the lower end, then ``high`` is the upper). The exponent of
    the decimals keeps the written precision: ``1.2 million`` is ``Decimal("1.2E+6")``. A vague
    amount (``several``, ``dozens``) has ``words`` and neither. ``others`` are the further sides of
    a size (``8-by-12 feet``). ``sign`` is one of ``SIGNS``.
    """

    low: Decimal | None = None
    high: Decimal | None = None
    sign: str = ""
    words: str = ""
    others: tuple[Decimal, ...] = ()

    def __post_init__(self) -> None:
        if self.sign not in SIGNS:
            raise ValueError(f"sign {self.sign!r} is none of {SIGNS}")
        if (self.low is None) == (not self.words):
            raise ValueError("an amount has either a number or words")

    def __str__(self) -> str:
        if self.low is None:
            return self.sign + self.words
        sides = " x ".join(plain(side) for side in (self.low, *self.others))
        return self.sign + sides + (f"..{plain(self.high)}" if self.high is not None else "")

    @property
    def exact(self) -> bool:
        """Whether it is one plain number, neither signed nor a range nor vague."""
        return self.low is not None and self.high is None and not self.sign


def plain(number: Decimal) -> str:
    """The digits without an exponent: ``1200000`` for ``1.2E+6``, ``6.0`` for ``6.0``."""
    if number.adjusted() > 40:  # a row of digits no newspaper prints: keep it short
        return str(number)
    return format(number, "f")


def parse_amount(text: str) -> Amount:
    """The inverse of ``str(amount)``. What is no number is taken for vague words.

    Raises ``ValueError`` for an empty text.
    """
    text = text.strip()
    match = _WRITTEN.fullmatch(text)
    if match is None:
        return _sides(text) or Amount(words=text)
    high = match["high"]
    return Amount(
        low=Decimal(match["low"]),
        high=Decimal(high) if high is not None else None,
        sign=match["sign"] or "",
    )


def _sides(text: str) -> Amount | None:
    """``5 x 11`` is a size."""
    parts = text.split(" x ")
    if len(parts) < 2:
        return None
    try:
        numbers = [Decimal(part) for part in parts]
    except InvalidOperation:
        return None
    return Amount(low=numbers[0], others=tuple(numbers[1:]))
