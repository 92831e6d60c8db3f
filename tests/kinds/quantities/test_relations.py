"""How two amounts relate: interval arithmetic, its laws, and units."""

from __future__ import annotations

from decimal import Decimal
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from factdiff.kinds.quantities.amounts import SIGNS, Amount, parse_amount
from factdiff.kinds.quantities.intervals import Interval, interval_of, is_rounding, vague_interval
from factdiff.kinds.quantities.relations import relate
from factdiff.kinds.quantities.value import Quantity, parse
from factdiff.model import Verdict

CASES = Path(__file__).parents[2] / "cases" / "quantities" / "relations.tsv"


def cases():
    lines = CASES.read_text(encoding="utf-8").splitlines()
    return [line.split("\t") for line in lines if line and not line.startswith("#")]


def quantity(text, unit):
    if "E+" in text:
        return Quantity(Amount(Decimal(text)))
    value = parse(text)
    return value if unit == "-" else Quantity(value.amount, unit)


@pytest.mark.parametrize(("left", "right", "unit", "verdict"), cases())
def test_relation(left, right, unit, verdict):
    one, two = quantity(left, unit), quantity(right, unit)
    assert relate(one, two).verdict == verdict
    assert relate(two, one).verdict == verdict


def test_the_same_sentence_leaves_no_room_for_rounding():
    one, two = parse("1500"), parse("1487")
    assert relate(one, two).verdict is Verdict.COMPATIBLE
    assert relate(one, two, twins=True).verdict is Verdict.CONFLICT


@pytest.mark.parametrize(
    ("left", "right", "verdict"),
    [
        (("58", "km"), ("36", "miles"), Verdict.VARIANT),
        (("28", "°C"), ("82", "°F"), Verdict.VARIANT),
        (("58", "km"), ("63", "miles"), Verdict.CONFLICT),
        (("10", "m"), ("30", "feet"), Verdict.CONFLICT),
        (("2", "hours"), ("120", "minutes"), Verdict.VARIANT),
        (("6.1", "magnitude"), ("6.0", "magnitude"), Verdict.CONFLICT),
        (("10", "km"), ("10", "kg"), Verdict.COMPATIBLE),
        (("40", "stones"), ("40", "heads"), Verdict.COMPATIBLE),
    ],
)
def test_units(left, right, verdict):
    one, two = (Quantity(parse_amount(text), unit) for text, unit in (left, right))
    assert relate(one, two).verdict is verdict
    assert relate(two, one).verdict is verdict


@pytest.mark.parametrize(
    ("rough", "fine", "wanted"),
    [
        ("9.6E+6", "9583201", True),
        ("9.6E+6", "9483201", False),
        ("1500", "1482", True),
        ("1500", "1440", False),
        ("30", "31", False),
        ("6", "6.1", True),
        ("6.0", "6.1", False),
        ("0", "1", False),
    ],
)
def test_rounding(rough, fine, wanted):
    assert is_rounding(Decimal(rough), Decimal(fine)) is wanted


@pytest.mark.parametrize(
    ("words", "low", "high"),
    [
        ("several", 3, 15),
        ("dozens", 24, 200),
        ("tens of thousands", 20_000, 99_000),
        ("several hundred", 200, 1200),
        ("hundreds of millions", 200e6, 3000e6),
    ],
)
def test_vague_words(words, low, high):
    assert vague_interval(words) == Interval(low, high)


def test_unknown_words_have_no_interval():
    assert vague_interval("the bulk") is None


NUMBERS = st.decimals(
    min_value=0, max_value=10**9, allow_nan=False, allow_infinity=False, places=1
) | st.integers(0, 10**9).map(Decimal)


@st.composite
def amounts(draw):
    low = draw(NUMBERS)
    kind = draw(st.sampled_from(("plain", "range", "size")))
    if kind == "range":
        return Amount(low, low + 1 + draw(NUMBERS), draw(st.sampled_from(("", "~"))))
    if kind == "size":
        return Amount(low, others=(draw(NUMBERS),))
    return Amount(low, sign=draw(st.sampled_from(SIGNS)))


@settings(deadline=None, max_examples=200)
@given(amounts(), st.sampled_from(("", "%", "USD")))
def test_a_normal_form_reads_back(amount, unit):
    value = Quantity(amount, unit)
    if unit == "%" and amount.others:
        return
    assert str(parse(str(value))) == str(value)
    assert parse(str(value)).unit == unit


@settings(deadline=None, max_examples=200)
@given(amounts(), amounts())
def test_relation_is_symmetric_and_reflexive(left, right):
    one, two = Quantity(left), Quantity(right)
    assert relate(one, two) == relate(two, one) or (
        relate(one, two).verdict is relate(two, one).verdict
    )
    assert relate(one, one).verdict is Verdict.AGREE


@settings(deadline=None, max_examples=200)
@given(amounts(), amounts())
def test_intervals_overlap_both_ways(left, right):
    one, two = interval_of(left), interval_of(right)
    assert one is not None
    assert two is not None
    assert one.overlaps(one)
    assert one.contains(one)
    assert one.overlaps(two) == two.overlaps(one)
    if one.contains(two):
        assert one.overlaps(two)
    if relate(Quantity(left), Quantity(right)).verdict is Verdict.CONFLICT:
        assert not one.overlaps(two) or left.others != right.others


def test_an_amount_is_a_number_or_words():
    with pytest.raises(ValueError, match="either a number or words"):
        Amount()
    with pytest.raises(ValueError, match="sign"):
        Amount(Decimal(1), sign="!")
    with pytest.raises(ValueError, match="low <= high"):
        Interval(2, 1)
