"""A number phrase with its kind and unit: what the form alone tells of a quantity."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal

from factdiff.kinds.quantities.amounts import Amount
from factdiff.kinds.quantities.phrases import Phrase
from factdiff.model import Kind


@dataclass(frozen=True, slots=True)
class Reading:
    """A quantity by its form: pieces ``start`` to ``end``, kind, amount and unit.

    ``number`` and ``number_end`` are the pieces of the number itself. ``bare`` says that nothing
    but the number is there, so that a noun has to be found; ``more`` is the second part of a
    measure in two units (``6 feet 2 inches``). ``article`` marks ``an hour``, ``restates`` the
    second half of a dual statement (``58km (36 miles)``).
    """

    start: int
    end: int
    number: int
    number_end: int
    kind: Kind
    amount: Amount
    unit: str = ""
    ordinal: str = ""
    share: str = ""
    more: str = ""
    bare: bool = False
    article: bool = False
    restates: bool = False


def amount_of(phrase: Phrase, factor: Decimal = Decimal(1)) -> Amount:
    """The amount of a phrase, times a factor (0.01 for cents)."""
    if phrase.low is None:
        return Amount(words=phrase.words, sign=phrase.sign)
    sign = phrase.sign or ("~" if phrase.first.about else "")
    high = _times(phrase.high, factor) if phrase.high is not None else None
    low = _times(phrase.low, factor)
    return Amount(low=low, high=high, sign=sign)


def _times(number: Decimal, factor: Decimal) -> Decimal:
    """``25`` for a quarter of a hundred; without a factor the number as it was written."""
    product = number * factor
    if factor <= 1 or product != product.to_integral_value() or product.as_tuple().exponent == 0:
        return number if factor == 1 else product
    return product.quantize(Decimal(1)) if product < 1_000_000 else product


def reading_of(phrase: Phrase, end: int, kind: Kind, amount: Amount, unit: str) -> Reading:
    """A reading of the phrase that ends at piece ``end``."""
    return Reading(
        phrase.start,
        end,
        phrase.number,
        phrase.end,
        kind,
        amount,
        unit,
        share=phrase.share,
        article=phrase.first.article,
    )


def is_cardinal(phrase: Phrase) -> bool:
    """Whether the number is a cardinal or vague, not an ordinal or a fraction."""
    return phrase.first.form in ("cardinal", "vague")
