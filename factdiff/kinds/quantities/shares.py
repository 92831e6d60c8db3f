"""Shares of a whole: ``40 percent``, ``two-thirds of homes``, ``one in five``."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from decimal import Decimal
from fractions import Fraction

from factdiff.kinds.quantities.amounts import Amount
from factdiff.kinds.quantities.fractions_of import decimal_of
from factdiff.kinds.quantities.lexemes import Lexeme
from factdiff.kinds.quantities.looking import lower_at, past_hyphen
from factdiff.kinds.quantities.numerals import numeral_at
from factdiff.kinds.quantities.phrases import Phrase
from factdiff.kinds.quantities.reading import Reading, amount_of, is_cardinal, reading_of
from factdiff.kinds.quantities.unit_forms import unit_at
from factdiff.model import Kind

PERCENT = (("%",), ("percent",), ("per", "cent"), ("pct",), ("percents",), ("percentage",))


def percent(pieces: Sequence[Lexeme], phrase: Phrase) -> Reading | None:
    """``40 percent``, ``40%-50%``, ``two percentage points``."""
    if not is_cardinal(phrase) and phrase.first.form != "fraction":
        return None
    at = past_hyphen(pieces, phrase.end)
    if phrase.first.form == "fraction":  # `half a percent`, `a quarter of a percentage point`
        at += lower_at(pieces, at) == "of"
        at += lower_at(pieces, at) in ("a", "one")
    for words in PERCENT:
        if all(lower_at(pieces, at + n) == word for n, word in enumerate(words)):
            end = at + len(words)
            if words == ("percentage",) or lower_at(pieces, end) in ("point", "points"):
                if lower_at(pieces, end) not in ("point", "points"):
                    return None
                return reading_of(
                    phrase, end + 1, Kind.PERCENT, amount_of(phrase), "percentage points"
                )
            return _all_but(pieces, reading_of(phrase, end, Kind.PERCENT, amount_of(phrase), "%"))
    return None


def _all_but(pieces: Sequence[Lexeme], reading: Reading) -> Reading:
    """``all but 3 per cent of ballots`` are 97 per cent of them."""
    before = [lower_at(pieces, reading.start - n) for n in (2, 1)]
    low = reading.amount.low
    if before != ["all", "but"] or low is None or not reading.amount.exact or not 0 < low < 100:
        return reading
    return replace(reading, start=reading.start - 2, amount=replace(reading.amount, low=100 - low))


def ratio(pieces: Sequence[Lexeme], phrase: Phrase) -> Reading | None:
    """``one in five``, ``nine out of 10``, ``two of every three``: a share."""
    if phrase.low is None or phrase.high is not None or phrase.first.form != "cardinal":
        return None
    links = (("in",), ("out", "of"), ("in", "every"), ("out", "of", "every"), ("of", "every"))
    for words in sorted(links, key=len, reverse=True):
        if not all(lower_at(pieces, phrase.end + n) == word for n, word in enumerate(words)):
            continue
        second = numeral_at(pieces, phrase.end + len(words))
        if second is None or second.form != "cardinal" or second.value is None:
            return None
        whole = phrase.low == phrase.low.to_integral_value()  # not `two point five out of ten`
        if not (whole and 0 < phrase.low < second.value <= 1_000_000) or is_year(second.value):
            return None
        if unit_at(pieces, second.end, second.digits) is not None and words == ("in",):
            return None  # `one in 10 days`
        part = Fraction(phrase.low) / Fraction(second.value)
        amount = Amount(low=_hundredfold(part), sign=phrase.sign)
        return reading_of(phrase, second.end, Kind.PERCENT, amount, "%")
    return None


def is_year(number: Decimal) -> bool:
    """Whether a number is likelier a year than the size of a set: ``one in 1998``."""
    return 1000 <= number <= 2100


def fraction(pieces: Sequence[Lexeme], phrase: Phrase) -> Reading | None:
    """A fraction of a whole: ``half of``, ``two-thirds``, ``one quarter the power``."""
    part = phrase.first.part
    if part is None or phrase.low is None:
        return None
    if not _is_share(pieces, phrase):
        return None
    high = None
    if phrase.high is not None:
        high = _hundredfold(Fraction(phrase.high).limit_denominator(100))
    amount = Amount(low=_hundredfold(part), high=high, sign=phrase.sign)
    return reading_of(phrase, phrase.end, Kind.PERCENT, amount, "%")


def _is_share(pieces: Sequence[Lexeme], phrase: Phrase) -> bool:
    """``half`` alone may be half a match or half past two; other fractions say themselves."""
    after = lower_at(pieces, phrase.end)
    if pieces[phrase.number].lower not in ("half", "a"):
        return after not in ("place", "quarter")
    if phrase.sign or phrase.high is not None or lower_at(pieces, phrase.start - 1) == "by":
        return True
    if lower_at(pieces, phrase.start - 1) in ("first", "second", "other", "better"):
        return False
    return after in (
        "of",
        "the",
        "its",
        "their",
        "his",
        "her",
        "our",
        "all",
        "those",
        "these",
        "as",
    )


def _hundredfold(part: Fraction) -> Decimal:
    """A fraction in per cent: exact up to two decimals, else rounded to one."""
    exact = part * 100
    if (exact * 100).denominator == 1:
        return decimal_of(exact) + 0
    value = Decimal(exact.numerator) / Decimal(exact.denominator)
    return round(value, 1) if value >= 1 else round(value, 1 - value.adjusted())
