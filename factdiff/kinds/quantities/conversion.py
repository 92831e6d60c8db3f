"""Values in comparable units: the same dimension, brought to its base unit."""

from __future__ import annotations

from decimal import Decimal

from factdiff.kinds.quantities.amounts import Amount
from factdiff.kinds.quantities.tables import Unit, unit_by_display
from factdiff.kinds.quantities.value import Quantity, is_currency


def dimension_of(quantity: Quantity) -> str:
    """What is measured: ``length``, ``age``, ``magnitude``, ``percent``, ``count``, a currency.

    A unit that no table knows is its own dimension.
    """
    unit = quantity.unit
    if quantity.ordinal:
        return f"rank {unit}".strip()
    if not unit:
        return "count"
    if unit == "%":
        return "percent"
    if is_currency(unit):
        return unit
    row = unit_by_display().get(unit)
    return row.dimension if row is not None else unit


def in_unit(quantity: Quantity, unit: str) -> Amount | None:
    """The amount expressed in another unit of its dimension; None where that is not known."""
    source, target = unit_by_display().get(quantity.unit), unit_by_display().get(unit)
    if source is None or target is None or source.dimension != target.dimension:
        return None
    amount = quantity.amount
    if amount.low is None:
        return None
    return Amount(
        low=_convert(amount.low, source, target),
        high=_convert(amount.high, source, target) if amount.high is not None else None,
        sign=amount.sign,
        others=tuple(_convert(side, source, target) for side in amount.others),
    )


def _convert(number: Decimal, source: Unit, target: Unit) -> Decimal:
    return (number * source.factor + source.offset - target.offset) / target.factor
