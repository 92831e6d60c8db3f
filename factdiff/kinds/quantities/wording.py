"""A quantity in plain words, for the reasons that people read: ``at least 10``, ``1,800``."""

from __future__ import annotations

from decimal import Decimal

from factdiff.kinds.quantities.amounts import Amount, plain
from factdiff.kinds.quantities.value import Quantity, is_currency, one_of

SIGN_WORDS = {
    "": "",
    "~": "about ",
    ">=": "at least ",
    ">": "more than ",
    "<=": "at most ",
    "<": "less than ",
}


def in_words(quantity: Quantity) -> str:
    """The value as a sentence would give it; ``str(quantity)`` is the normal form."""
    if quantity.ordinal or (quantity.amount.low is None and not quantity.unit):
        return str(quantity)
    amount = quantity.amount
    number = amount.words if amount.low is None else _figures(amount)
    sign = SIGN_WORDS[amount.sign]
    if quantity.unit == "%":
        return f"{sign}{number}%"
    if is_currency(quantity.unit):
        return f"{sign}{quantity.unit} {number}"
    unit = one_of(quantity.unit) if amount.exact and amount.low == 1 else quantity.unit
    return f"{sign}{number} {unit} {quantity.more}".rstrip()


def _figures(amount: Amount) -> str:
    sides = " x ".join(_grouped(side) for side in (amount.low, *amount.others) if side is not None)
    return f"{sides} to {_grouped(amount.high)}" if amount.high is not None else sides


def _grouped(number: Decimal) -> str:
    """With commas between the thousands."""
    return plain(number) if number.adjusted() > 40 else f"{number:,f}"
