"""Measures in units: ages, sizes, durations, distances and the like."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from decimal import Decimal

from factdiff.kinds.quantities.amounts import Amount
from factdiff.kinds.quantities.lexemes import Lexeme
from factdiff.kinds.quantities.looking import DASHES, lower_at, past_hyphen
from factdiff.kinds.quantities.numerals import numeral_at
from factdiff.kinds.quantities.phrases import Phrase, are_many
from factdiff.kinds.quantities.reading import Reading, amount_of, is_cardinal, reading_of
from factdiff.kinds.quantities.tables import Unit, units, word_set
from factdiff.kinds.quantities.unit_forms import unit_at
from factdiff.model import Kind

TABLE = "measure_words.tsv"
AGE_BOUNDS = {"under": "<", "below": "<", "over": ">", "above": ">"}
TALLEST = 8  # feet of a person: `5 foot 11`
HALVES = {"half": Decimal("0.5"), "quarter": Decimal("0.25")}


def age(pieces: Sequence[Lexeme], phrase: Phrase) -> Reading | None:
    """``61-year-old``, ``6 months old``, ``aged 61``, ``under age 40``, ``61 years of age``."""
    if not is_cardinal(phrase):
        return None
    before = lower_at(pieces, phrase.start - 1)
    if phrase.low is not None and before == "and" and lower_at(pieces, phrase.start - 3) == "aged":
        return reading_of(phrase, phrase.end, Kind.MEASURE, amount_of(phrase), "years old")
    start = phrase.start - 1 - (before == "of")
    if phrase.low is not None and lower_at(pieces, start) in ("aged", "age", "ages"):
        sign = phrase.sign
        the = lower_at(pieces, start - 1) == "the"  # `under the age of 12`
        bound = AGE_BOUNDS.get(lower_at(pieces, start - 1 - the))
        if bound and not sign:
            start, sign = start - 1 - the, bound
        reading = reading_of(phrase, phrase.end, Kind.MEASURE, amount_of(phrase), "years old")
        return replace(reading, start=start, amount=replace(reading.amount, sign=sign))
    found = unit_at(pieces, phrase.end, phrase.first.digits)
    if found is None or found[0].dimension != "time":
        return None
    unit, at = found
    at, part = _half_more(pieces, at, phrase)
    end = _age_end(pieces, at)
    if end is None:
        return None
    factor, display = _written_as(unit) if phrase.low is not None else (Decimal(1), unit.display)
    amount = amount_of(phrase, factor)
    reading = reading_of(phrase, end, Kind.MEASURE, amount, f"{display} old")
    if part and amount.low is not None:
        amount = replace(amount, low=amount.low + part * factor)
    return replace(reading, article=False, amount=amount)


def _half_more(pieces: Sequence[Lexeme], at: int, phrase: Phrase) -> tuple[int, Decimal]:
    """``a year and a half``, ``two hours and a quarter``."""
    if lower_at(pieces, at) != "and" or phrase.high is not None or phrase.low is None:
        return at, Decimal(0)
    part = HALVES.get(lower_at(pieces, at + 2))
    if lower_at(pieces, at + 1) not in ("a", "one") or part is None:
        return at, Decimal(0)
    return (at + 3, part) if phrase.low == phrase.low.to_integral_value() else (at, Decimal(0))


def _age_end(pieces: Sequence[Lexeme], at: int) -> int | None:
    after = past_hyphen(pieces, at)
    if lower_at(pieces, after) in ("old", "olds"):
        return after + 1
    if lower_at(pieces, at) == "of" and lower_at(pieces, at + 1) == "age":
        return at + 2
    return None


def size(pieces: Sequence[Lexeme], phrase: Phrase) -> Reading | None:
    """``8-by-12 feet``, ``5 inches by 11 inches``, ``10 x 20 m``."""
    if phrase.low is None or phrase.high is not None or phrase.first.form != "cardinal":
        return None
    sides = [phrase.low]
    unit = unit_at(pieces, phrase.end, phrase.first.digits)
    at = unit[1] if unit else phrase.end
    while len(sides) < 4:
        link = past_hyphen(pieces, at)
        if lower_at(pieces, link) not in ("by", "x", "×"):
            break
        numeral = numeral_at(pieces, min(past_hyphen(pieces, link + 1), len(pieces) - 1))
        if numeral is None or numeral.form != "cardinal" or numeral.value is None:
            break
        sides.append(numeral.value)
        last = unit_at(pieces, numeral.end, numeral.digits)
        unit, at = last or unit, last[1] if last else numeral.end
    if len(sides) < 2 or unit is None:
        return None
    amount = Amount(low=sides[0], sign=phrase.sign, others=tuple(sides[1:]))
    return reading_of(phrase, at, Kind.MEASURE, amount, unit[0].display)


def lasting_at(pieces: Sequence[Lexeme], at: int) -> Reading | None:
    """``weeklong``, ``the month-long siege``: one of the unit."""
    word = lower_at(pieces, at)
    end = at + 1
    if word.endswith("long"):
        word = word.removesuffix("long")
    elif [lower_at(pieces, at + n) for n in (1, 2)] == ["-", "long"]:
        end = at + 3
    else:
        return None
    if not any(unit.form == (word,) and unit.dimension == "time" for unit in units().get(word, ())):
        return None
    unit = units()[word][0]
    if word.endswith("s") or lower_at(pieces, at - 1) == "-":
        return None
    factor, display = _written_as(unit)
    return Reading(at, end, at, at + 1, Kind.MEASURE, Amount(low=factor), display)


def measure(pieces: Sequence[Lexeme], phrase: Phrase) -> Reading | None:
    """A number with a unit: ``58km``, ``half an hour``, ``two decades``, ``a few blocks away``."""
    if phrase.first.form == "ordinal" or (phrase.first.form == "fraction" and phrase.high):
        return None
    at = phrase.end
    if phrase.words and lower_at(pieces, at - 1) in units():
        return reading_of(phrase, at, Kind.MEASURE, amount_of(phrase), "")  # `decades`
    if phrase.first.form == "fraction":  # `half an hour`, `three quarters of a mile`
        at += lower_at(pieces, at) == "of"
        at += lower_at(pieces, at) in ("a", "an")
    elif phrase.low is None and lower_at(pieces, at) == "of":
        at += 1  # `dozens of miles`
    found = unit_at(pieces, at, phrase.first.digits)
    if found is None:
        return None
    unit, end = found
    if _is_plain_noun(pieces, unit, end, phrase):
        return None
    if unit.dimension == "time" and _is_during(pieces, phrase):
        phrase = replace(phrase, start=phrase.number, sign="")
    factor, display = _written_as(unit)
    amount = amount_of(phrase, factor if phrase.low is not None else Decimal(1))
    if phrase.low is None:
        display = unit.display
    end, part = _half_more(pieces, end, phrase)
    if part and amount.low is not None:
        amount = replace(amount, low=amount.low + part * factor)
        phrase = replace(phrase, first=replace(phrase.first, article=False))
    reading = reading_of(phrase, end, Kind.MEASURE, amount, display)
    if _is_crowd(pieces, phrase, unit):
        million = Decimal("1E+6")
        return reading_of(phrase, end, Kind.COUNT, amount_of(phrase, million), "")
    return _compound(pieces, reading, unit)


def _is_during(pieces: Sequence[Lexeme], phrase: Phrase) -> bool:
    """``8 percent over two years``: during them; ``for over two years`` is more than them."""
    if lower_at(pieces, phrase.start) != "over" or phrase.number != phrase.start + 1:
        return False
    return lower_at(pieces, phrase.start - 1) not in word_set(TABLE, "lasting")


def _is_crowd(pieces: Sequence[Lexeme], phrase: Phrase, unit: Unit) -> bool:
    """``a population of 4.5m``: millions, not metres."""
    before = {piece.lower for piece in pieces[max(0, phrase.start - 5) : phrase.start]}
    return unit.form == ("m",) and bool(before & {"population", "people", "viewers", "users"})


def _is_plain_noun(pieces: Sequence[Lexeme], unit: Unit, end: int, phrase: Phrase) -> bool:
    """``two second chances``, ``5m people``, ``a zero-day flaw``: the unit is none."""
    if phrase.low == 0 and unit.form == ("day",):
        return True
    if unit.where == "away" and lower_at(pieces, end) not in word_set(TABLE, "away"):
        return True
    if unit.form == ("second",) and phrase.low != 1 and not _is_hyphen(pieces, end - 2):
        return True
    if unit.form == ("times",) and phrase.low is None and not phrase.words.startswith("several"):
        return True
    return unit.form == ("m",) and are_many(pieces, end)


def _is_hyphen(pieces: Sequence[Lexeme], at: int) -> bool:
    return lower_at(pieces, at) in DASHES


def _written_as(unit: Unit) -> tuple[Decimal, str]:
    """``two decades`` is written as ``20 years``."""
    number, _, display = unit.where.partition(" ")
    return (Decimal(number), display) if display else (Decimal(1), unit.display)


def _compound(pieces: Sequence[Lexeme], reading: Reading, unit: Unit) -> Reading:
    """``6 feet 2 inches``, ``two hours and 15 minutes``: the second, smaller unit."""
    at = reading.end
    while at < reading.end + 2 and lower_at(pieces, at) in ("and", ",", "-"):
        at += 1
    numeral = numeral_at(pieces, at) if at < len(pieces) else None
    if numeral is None or numeral.form != "cardinal" or numeral.value is None:
        return reading
    beside = at == reading.end and reading.amount.exact and (reading.amount.low or 9) <= TALLEST
    tall = unit.form[0] in ("foot", "ft") and (lower_at(pieces, at - 1) == "-" or beside)
    if tall and numeral.value < 12:  # `5-foot-10`
        return replace(reading, end=numeral.end, more=f"{numeral.value} inches")
    found = unit_at(pieces, numeral.end, numeral.digits)
    if found is None or found[0].dimension != unit.dimension or unit.dimension == "score":
        return reading
    second, end = found
    if not second.factor * numeral.value < unit.factor:
        return reading
    return replace(reading, end=end, more=f"{numeral.value} {second.display}")
