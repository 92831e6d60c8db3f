"""How two amounts of the same quantity relate: interval arithmetic with its reason in words."""

from __future__ import annotations

from factdiff.kinds.quantities.amounts import Amount
from factdiff.kinds.quantities.conversion import dimension_of, in_unit
from factdiff.kinds.quantities.intervals import Interval, interval_of, is_rounding, written_step
from factdiff.kinds.quantities.rarity import swapped_digits
from factdiff.kinds.quantities.value import Quantity
from factdiff.kinds.quantities.wording import in_words
from factdiff.model import Comparison, Verdict


def relate(left: Quantity, right: Quantity, *, twins: bool = False) -> Comparison:
    """The relation of two quantities that measure the same thing; symmetric.

    ``twins`` rules out rounding: the same sentence with another figure is a conflict.
    """
    if str(left) == str(right):
        return Comparison(Verdict.AGREE, f"Both say {in_words(left)}.")
    if dimension_of(left) != dimension_of(right):
        return Comparison(
            Verdict.COMPATIBLE,
            f"{in_words(left)} and {in_words(right)} measure different things.",
            0.5,
        )
    if left.unit != right.unit and not left.ordinal:
        return _converted(left, right)
    if left.ordinal or right.ordinal:
        return Comparison(
            Verdict.CONFLICT,
            f"{in_words(left)} against {in_words(right)}: both cannot be the rank.",
            0.8,
        )
    return _amounts(left, right, twins=twins)


def _amounts(left: Quantity, right: Quantity, *, twins: bool) -> Comparison:
    one, two = left.amount, right.amount
    if one.exact and two.exact and one.low == two.low and one.others == two.others:
        return Comparison(Verdict.AGREE, f"Both say {in_words(left)}.")
    first, second = interval_of(one), interval_of(two)
    if first is None or second is None:
        same = one.words and two.words and "-" in one.words + two.words
        if same:
            return Comparison(
                Verdict.CONFLICT,
                f"{in_words(left)} against {in_words(right)}: both cannot be right.",
            )
        return Comparison(
            Verdict.COMPATIBLE, f"{in_words(left)} and {in_words(right)}: too vague to differ.", 0.6
        )
    if twins and _same_form(one, two):
        return _conflict(left, right, "the same sentence gives another figure")
    return _between(left, right, first, second)


def _between(left: Quantity, right: Quantity, first: Interval, second: Interval) -> Comparison:
    one, two = left.amount, right.amount
    if _swapped(one, two):
        return _conflict(left, right, "the same bound with its digits in another order")
    if one.sign == two.sign == "<=" and left.unit in ("years", "months"):
        return _conflict(left, right, "one thing has one longest term")
    if _is_cut_short(one, two):
        reason = f"{in_words(left)} and {in_words(right)} may be one figure, told less exactly."
        return Comparison(Verdict.COMPATIBLE, reason, 0.7)
    if first.overlaps(second) and one.others == two.others:
        return Comparison(Verdict.COMPATIBLE, _overlap(left, right, first, second))
    return _rounded(left, right) or _conflict(left, right, _why(left, right))


def _swapped(one: Amount, two: Amount) -> bool:
    """``at least 765,000`` and ``756,000 or more``: true of one sum, and one of them mistyped."""
    if not one.sign or one.sign == "~" or one.sign != two.sign or one.low == two.low:
        return False
    if one.high is not None or two.high is not None:
        return False
    return swapped_digits(one.low, two.low) >= 3


def _is_cut_short(one: Amount, two: Amount) -> bool:
    """``more than 300,000`` and ``300,000``: a desk drops such words when it cuts."""
    if one.low is None or one.low != two.low or one.high is not None or two.high is not None:
        return False
    return "" in (one.sign, two.sign) and bool({one.sign, two.sign} & {">", "<"})


def _same_form(one: Amount, two: Amount) -> bool:
    """Equally exact and equally signed: nothing but the figure differs."""
    if one.low is None or two.low is None:
        return False
    return one.sign == two.sign and (one.high is None) == (two.high is None)


def _rounded(left: Quantity, right: Quantity) -> Comparison | None:
    one, two = left.amount, right.amount
    if one.low is None or two.low is None or one.high or two.high or one.others or two.others:
        return None
    if "~" not in (one.sign + two.sign) and (one.sign or two.sign):
        return None
    for rough, fine in ((left, right), (right, left)):
        low, other = rough.amount.low, fine.amount.low
        if low is not None and other is not None and is_rounding(low, other):
            return Comparison(
                Verdict.COMPATIBLE, f"{in_words(rough)} is {in_words(fine)} rounded.", 0.9
            )
    return None


def _overlap(left: Quantity, right: Quantity, first: Interval, second: Interval) -> str:
    if first.contains(second) and not second.contains(first):
        return f"{in_words(right)} lies within what {in_words(left)} allows."
    if second.contains(first) and not first.contains(second):
        return f"{in_words(left)} lies within what {in_words(right)} allows."
    return f"{in_words(left)} and {in_words(right)} can both be true."


def _why(left: Quantity, right: Quantity) -> str:
    for one, two in ((left, right), (right, left)):
        if one.amount.sign in (">=", ">", "<=", "<") and two.amount.exact:
            return f"{in_words(one)} rules out {in_words(two)}"
    return "both cannot be right"


def _conflict(left: Quantity, right: Quantity, why: str) -> Comparison:
    return Comparison(Verdict.CONFLICT, f"{in_words(left)} against {in_words(right)}: {why}.", 0.95)


def _converted(left: Quantity, right: Quantity) -> Comparison:
    """Equal after conversion and rounding: a variant. Else the intervals decide."""
    if {left.unit, right.unit} == {"tons", "tonnes"} and left.amount.low == right.amount.low:
        reason = f"{in_words(left)} and {in_words(right)}: both units are called tons."
        return Comparison(Verdict.VARIANT, reason, 0.8)
    other = in_unit(right, left.unit)
    back = in_unit(left, right.unit)
    if other is None or back is None:
        return Comparison(
            Verdict.COMPATIBLE, f"{in_words(left)} and {in_words(right)}: no common unit.", 0.5
        )
    if _equal_rounded(left.amount, other) or _equal_rounded(right.amount, back):
        return Comparison(
            Verdict.VARIANT, f"{in_words(left)} is {in_words(right)} in another unit.", 0.95
        )
    first, second = interval_of(left.amount), interval_of(other)
    if first is None or second is None or first.overlaps(second):
        return Comparison(
            Verdict.COMPATIBLE, f"{in_words(left)} and {in_words(right)} can both be true.", 0.8
        )
    shown = f"{in_words(left)} against {in_words(right)}"
    return Comparison(Verdict.CONFLICT, f"{shown}: not the same after conversion.", 0.85)


def _equal_rounded(one: Amount, two: Amount) -> bool:
    """Whether ``two`` is ``one`` within the last written digit of ``one`` (or five per cent)."""
    if one.low is None or two.low is None or one.sign != two.sign:
        return False
    if (one.high is None) != (two.high is None) or len(one.others) != len(two.others):
        return False
    pairs = [(one.low, two.low), *zip(one.others, two.others, strict=True)]
    if one.high is not None and two.high is not None:
        pairs.append((one.high, two.high))
    return all(abs(a - b) <= max(written_step(a) / 2, abs(a) / 20) for a, b in pairs)
