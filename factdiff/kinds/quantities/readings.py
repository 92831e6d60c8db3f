"""What kind of quantity a number phrase is, from what is written right around it.

``reading_at`` tells money, percentages, ages, measures, sizes, ratios, scores and ranks from the
form alone; what stays is a count (if a noun follows: that is for the tree to say).
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from fractions import Fraction

from factdiff.kinds.quantities.amounts import Amount
from factdiff.kinds.quantities.lexemes import Lexeme
from factdiff.kinds.quantities.numerals import decimal_of, lower_at, numeral_at, ordinal_word
from factdiff.kinds.quantities.phrases import DASHES, Phrase, bound_at, currency_at, phrase_at
from factdiff.kinds.quantities.tables import Unit, rows, units
from factdiff.model import Kind

PERCENT = (("%",), ("percent",), ("per", "cent"), ("pct",), ("percents",), ("percentage",))
MAX_SCORE = 400
AWAY = frozenset({"away", "from", "north", "south", "east", "west", "off"})
QUAKES = frozenset(
    {"quake", "earthquake", "aftershock", "aftershocks", "tremor", "tremors", "quakes"}
)
COLD = frozenset({"temperature", "temperatures", "mercury", "thermometers", "lows", "highs"})


@dataclass(frozen=True, slots=True)
class Reading:
    """A quantity by its form: pieces ``start`` to ``end``, kind, amount and unit.

    ``number`` and ``number_end`` are the pieces of the number itself. ``bare`` says that nothing
    but the number is there, so that a noun has to be found; ``more`` is the second part of a measure
    in two units (``6 feet 2 inches``).
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


def reading_at(pieces: Sequence[Lexeme], at: int) -> Reading | None:
    """The quantity whose phrase starts at a piece, or None."""
    phrase = phrase_at(pieces, at)
    if phrase is None:
        return None
    phrase = _bound_after(pieces, phrase)
    for read in (_money, _percent, _ratio, _scale, _age, _size, _measure, _score, _fraction, _rank):
        reading = read(pieces, phrase)
        if reading is not None:
            return _with_bound_after(pieces, reading)
    return _count(phrase)


def _bound_after(pieces: Sequence[Lexeme], phrase: Phrase) -> Phrase:
    """``40 or more people``, ``10,000-plus``, ``50+``."""
    at = phrase.end
    hyphen = at + 1 if lower_at(pieces, at) in DASHES and pieces[at].glued else at
    for place, where in (("after", at), ("glued", hyphen)):
        bound = bound_at(pieces, where, place)
        if bound is None or (place == "glued" and not pieces[where].glued):
            continue
        if lower_at(pieces, where) == "at" and not _ends(pieces, where + len(bound.words)):
            continue  # `killed 10, at least 3 of them`: the bound is of the next number
        sign = phrase.sign or bound.sign
        return replace(phrase, end=where + len(bound.words), sign=sign)
    return phrase


def _with_bound_after(pieces: Sequence[Lexeme], reading: Reading) -> Reading:
    """``40 years or more``, ``$2 million or so``."""
    bound = bound_at(pieces, reading.end, "after")
    if bound is None or reading.amount.sign or reading.ordinal:
        return reading
    end = reading.end + len(bound.words)
    if lower_at(pieces, reading.end) == "at" and not _ends(pieces, end):
        return reading
    return replace(reading, end=end, amount=replace(reading.amount, sign=bound.sign))


def _ends(pieces: Sequence[Lexeme], at: int) -> bool:
    return lower_at(pieces, at) in ("", ".", ",", ";", "!", "?")


def _amount(phrase: Phrase, factor: Decimal = Decimal(1)) -> Amount:
    if phrase.low is None:
        return Amount(words=phrase.words, sign=phrase.sign)
    sign = phrase.sign or ("~" if phrase.first.about else "")
    high = phrase.high * factor if phrase.high is not None else None
    low = phrase.low * factor if factor != 1 else phrase.low
    return Amount(low=low, high=high, sign=sign)


def _reading(phrase: Phrase, end: int, kind: Kind, amount: Amount, unit: str) -> Reading:
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


def _past_hyphen(pieces: Sequence[Lexeme], at: int) -> int:
    glued = at < len(pieces) and pieces[at].glued
    return at + 1 if lower_at(pieces, at) in DASHES and glued else at


def _cardinal(phrase: Phrase) -> bool:
    return phrase.first.form in ("cardinal", "vague")


# --- money and percentages -------------------------------------------------------------------


def _money(pieces: Sequence[Lexeme], phrase: Phrase) -> Reading | None:
    if phrase.currency is not None:
        end = phrase.end
        doubled = currency_at(pieces, end, "after")
        if doubled is not None and doubled.code == phrase.currency.code:
            end += len(doubled.form)
        elif lower_at(pieces, end) in ("dollars", "dollar"):
            end += 1
        amount = _amount(phrase, phrase.currency.factor)
        return _reading(phrase, end, Kind.MONEY, amount, phrase.currency.code)
    if not _cardinal(phrase):
        return None
    at = _past_hyphen(pieces, phrase.end)
    at += lower_at(pieces, at) == "of" and phrase.low is None  # `millions of dollars`
    currency = currency_at(pieces, at, "after")
    if currency is None or not _is_money(pieces, at, phrase):
        return None
    amount = _amount(phrase, currency.factor)
    end = at + len(currency.form)
    if amount.low is not None and currency.factor == 1 and amount.high is None:
        end, cents = _cents(pieces, end)
        amount = replace(amount, low=amount.low + cents if cents else amount.low)
    return _reading(phrase, end, Kind.MONEY, amount, currency.code)


def _cents(pieces: Sequence[Lexeme], at: int) -> tuple[int, Decimal]:
    """``twenty dollars and 50 cents`` is one sum."""
    if lower_at(pieces, at) != "and" or at + 1 >= len(pieces):
        return at, Decimal(0)
    numeral = numeral_at(pieces, at + 1)
    if numeral is None or numeral.value is None or numeral.form != "cardinal":
        return at, Decimal(0)
    currency = currency_at(pieces, numeral.end, "after")
    if currency is None or currency.factor == 1 or numeral.value >= 100:
        return at, Decimal(0)
    return numeral.end + len(currency.form), numeral.value * currency.factor


def _is_money(pieces: Sequence[Lexeme], at: int, phrase: Phrase) -> bool:
    """``3 won medals`` and ``two real threats`` are no money; ``40 billion won`` is."""
    if pieces[at].lower in ("won", "real", "marks", "try", "php", "rs", "rand", "crowns", "franc"):
        return phrase.low is not None and (phrase.low >= 100 or phrase.first.digits)
    return True


def _percent(pieces: Sequence[Lexeme], phrase: Phrase) -> Reading | None:
    if not _cardinal(phrase) and phrase.first.form != "fraction":
        return None
    at = _past_hyphen(pieces, phrase.end)
    for words in PERCENT:
        if all(lower_at(pieces, at + n) == word for n, word in enumerate(words)):
            end = at + len(words)
            if words == ("percentage",) or lower_at(pieces, end) in ("point", "points"):
                if lower_at(pieces, end) not in ("point", "points"):
                    return None
                return _reading(phrase, end + 1, Kind.PERCENT, _amount(phrase), "percentage points")
            return _percent_range(pieces, phrase, end)
    return None


def _percent_range(pieces: Sequence[Lexeme], phrase: Phrase, end: int) -> Reading:
    """``40 percent to 50 percent``, ``40%-50%``."""
    amount = _amount(phrase)
    if lower_at(pieces, end) in ("to", *DASHES) and phrase.high is None:
        second = phrase_at(pieces, end + 1)
        known = second is not None and second.low is not None and phrase.low is not None
        if second is not None and known and lower_at(pieces, second.end) in ("%", "percent"):
            if second.low is not None and phrase.low is not None and phrase.low < second.low:
                end, amount = second.end + 1, replace(amount, high=second.low)
    return _reading(phrase, end, Kind.PERCENT, amount, "%")


def _ratio(pieces: Sequence[Lexeme], phrase: Phrase) -> Reading | None:
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
        if not 0 < phrase.low < second.value <= 1_000_000 or 1000 <= second.value <= 2100:
            return None
        if _unit_at(pieces, second.end, second.digits) is not None and words == ("in",):
            return None  # `one in 10 days`
        part = Fraction(phrase.low) / Fraction(second.value)
        amount = Amount(low=_hundredfold(part), sign=phrase.sign)
        return _reading(phrase, second.end, Kind.PERCENT, amount, "%")
    return None


def _fraction(pieces: Sequence[Lexeme], phrase: Phrase) -> Reading | None:
    """A fraction of a whole as a percentage: ``half of``, ``two-thirds``, ``one quarter the power``."""
    part = phrase.first.part
    if part is None or phrase.low is None:
        return None
    if not _is_share(pieces, phrase):
        return None
    high = None
    if phrase.high is not None:
        high = _hundredfold(Fraction(phrase.high).limit_denominator(100))
    amount = Amount(low=_hundredfold(part), high=high, sign=phrase.sign)
    return _reading(phrase, phrase.end, Kind.PERCENT, amount, "%")


def _is_share(pieces: Sequence[Lexeme], phrase: Phrase) -> bool:
    """``half`` alone may be half a match or half past two; other fractions say themselves."""
    after = lower_at(pieces, phrase.end)
    if pieces[phrase.number].lower not in ("half", "a"):
        return after not in ("place", "quarter")
    if phrase.sign or phrase.high is not None:
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
    return round(Decimal(exact.numerator) / Decimal(exact.denominator), 1)


# --- measures --------------------------------------------------------------------------------


def _scale(pieces: Sequence[Lexeme], phrase: Phrase) -> Reading | None:
    """Readings on a scale: ``6.1-magnitude``, ``magnitude 6.1``, ``Category 4``."""
    if not _cardinal(phrase) or phrase.low is None:
        return None
    at = _past_hyphen(pieces, phrase.end)
    for words, unit, place in _scales():
        if place == "after" and all(lower_at(pieces, at + n) == w for n, w in enumerate(words)):
            if words[-1] in ("quake", "earthquake", "temblor") and not _can_be_magnitude(phrase):
                continue
            keep = (
                0
                if len(words) == 1 and words[0] in ("quake", "earthquake", "temblor")
                else len(words)
            )
            return _reading(phrase, at + keep, Kind.MEASURE, _amount(phrase), unit)
        first = phrase.start - len(words)
        if place == "before" and first >= 0:
            if words[0] in ("force", "strength") and not _can_be_magnitude(phrase):
                continue
            if all(lower_at(pieces, first + n) == w for n, w in enumerate(words)):
                start = first if words[-1] in ("magnitude", "category", "-") else phrase.start
                reading = _reading(phrase, phrase.end, Kind.MEASURE, _amount(phrase), unit)
                return replace(reading, start=start)
    return _by_words_near(pieces, phrase)


def _by_words_near(pieces: Sequence[Lexeme], phrase: Phrase) -> Reading | None:
    """``aftershocks of around 4.0``, ``temperatures were minus 20``."""
    before = {piece.lower for piece in pieces[max(0, phrase.start - 6) : phrase.start]}
    bare = _unit_at(pieces, phrase.end, phrase.first.digits) is None
    if bare and before & QUAKES and _can_be_magnitude(phrase):
        return _reading(phrase, phrase.end, Kind.MEASURE, _amount(phrase), "magnitude")
    cold = phrase.low is not None and phrase.low < 0
    if bare and cold and before & COLD:
        return _reading(phrase, phrase.end, Kind.MEASURE, _amount(phrase), "degrees")
    return None


def _can_be_magnitude(phrase: Phrase) -> bool:
    exponent = phrase.low.as_tuple().exponent if phrase.low is not None else 0
    return exponent == -1 and phrase.low is not None and phrase.low < 10


def _scales() -> list[tuple[tuple[str, ...], str, str]]:
    return [(tuple(words.split()), unit, place) for words, unit, place, *_ in rows("scales.tsv")]


def _unit_at(pieces: Sequence[Lexeme], at: int, digits: bool) -> tuple[Unit, int] | None:
    """The unit at a piece (past a hyphen) and where it ends."""
    start = _past_hyphen(pieces, at)
    hyphen = start > at
    for unit in units().get(lower_at(pieces, start), ()):
        if unit.where in ("age", "scale"):
            continue
        if not all(lower_at(pieces, start + n) == w for n, w in enumerate(unit.form)):
            continue
        if unit.where == "glued" and not (digits and pieces[start].glued):
            continue
        if unit.where == "digits" and not digits:
            continue
        if unit.where == "hyphen" and not hyphen:
            continue
        return unit, start + len(unit.form)
    return None


def _age(pieces: Sequence[Lexeme], phrase: Phrase) -> Reading | None:
    """``61-year-old``, ``6 months old``, ``aged 61``, ``under age 40``, ``61 years of age``."""
    if not _cardinal(phrase):
        return None
    before = lower_at(pieces, phrase.start - 1)
    if phrase.low is not None and before in ("aged", "age", "ages"):
        start = phrase.start - 1
        sign = phrase.sign
        bound = lower_at(pieces, start - 1)
        if bound in ("under", "over") and not sign:
            start, sign = start - 1, "<" if bound == "under" else ">"
        reading = _reading(phrase, phrase.end, Kind.MEASURE, _amount(phrase), "years old")
        return replace(reading, start=start, amount=replace(reading.amount, sign=sign))
    found = _unit_at(pieces, phrase.end, phrase.first.digits)
    if found is None or found[0].dimension != "time":
        return None
    unit, at = found
    end = _age_end(pieces, at)
    if end is None:
        return None
    return _reading(phrase, end, Kind.MEASURE, _amount(phrase), f"{unit.display} old")


def _age_end(pieces: Sequence[Lexeme], at: int) -> int | None:
    after = _past_hyphen(pieces, at)
    if lower_at(pieces, after) in ("old", "olds"):
        return after + 1
    if lower_at(pieces, at) == "of" and lower_at(pieces, at + 1) == "age":
        return at + 2
    return None


def _size(pieces: Sequence[Lexeme], phrase: Phrase) -> Reading | None:
    """``8-by-12 feet``, ``5 inches by 11 inches``, ``10 x 20 m``."""
    if phrase.low is None or phrase.high is not None or phrase.first.form != "cardinal":
        return None
    sides = [phrase.low]
    unit = _unit_at(pieces, phrase.end, phrase.first.digits)
    at = unit[1] if unit else phrase.end
    while len(sides) < 4:
        link = _past_hyphen(pieces, at)
        if lower_at(pieces, link) not in ("by", "x", "×"):
            break
        numeral = numeral_at(pieces, min(_past_hyphen(pieces, link + 1), len(pieces) - 1))
        if numeral is None or numeral.form != "cardinal" or numeral.value is None:
            break
        sides.append(numeral.value)
        last = _unit_at(pieces, numeral.end, numeral.digits)
        unit, at = last or unit, last[1] if last else numeral.end
    if len(sides) < 2 or unit is None:
        return None
    amount = Amount(low=sides[0], sign=phrase.sign, others=tuple(sides[1:]))
    return _reading(phrase, at, Kind.MEASURE, amount, unit[0].display)


def _measure(pieces: Sequence[Lexeme], phrase: Phrase) -> Reading | None:
    if phrase.first.form == "ordinal" or (phrase.first.form == "fraction" and phrase.high):
        return None
    at = phrase.end
    if phrase.words and lower_at(pieces, at - 1) in units():
        return _reading(phrase, at, Kind.MEASURE, _amount(phrase), "")  # `decades`
    if phrase.first.form == "fraction":  # `half an hour`, `three quarters of a mile`
        at += lower_at(pieces, at) == "of"
        at += lower_at(pieces, at) in ("a", "an")
    elif phrase.low is None and lower_at(pieces, at) == "of":
        at += 1  # `dozens of miles`
    found = _unit_at(pieces, at, phrase.first.digits)
    if found is None:
        return None
    unit, end = found
    if _is_plain_noun(pieces, unit, end, phrase):
        return None
    factor, display = _written_as(unit)
    amount = _amount(phrase, factor if phrase.low is not None else Decimal(1))
    if phrase.low is None:
        display = unit.display
    reading = _reading(phrase, end, Kind.MEASURE, amount, display)
    if _is_crowd(pieces, phrase, unit):
        million = Decimal("1E+6")
        return _reading(phrase, end, Kind.COUNT, _amount(phrase, million), "")
    return _compound(pieces, reading, unit)


def _is_crowd(pieces: Sequence[Lexeme], phrase: Phrase, unit: Unit) -> bool:
    """``a population of 4.5m``: millions, not metres."""
    before = {piece.lower for piece in pieces[max(0, phrase.start - 5) : phrase.start]}
    return unit.form == ("m",) and bool(before & {"population", "people", "viewers", "users"})


def _is_plain_noun(pieces: Sequence[Lexeme], unit: Unit, end: int, phrase: Phrase) -> bool:
    """``two second chances``, ``5m people``: the unit is none."""
    if unit.where == "away" and lower_at(pieces, end) not in AWAY:
        return True
    if unit.form == ("second",) and phrase.low != 1 and not _is_hyphen(pieces, end - 2):
        return True
    if unit.form == ("times",) and phrase.low is None and not phrase.words.startswith("several"):
        return True
    return unit.form == ("m",) and lower_at(pieces, end).endswith(("people", "s"))


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
    if unit.form[0] in ("foot", "ft") and numeral is not None and lower_at(pieces, at - 1) == "-":
        if numeral.value is not None and numeral.value < 12:  # `5-foot-10`
            return replace(reading, end=numeral.end, more=f"{numeral.value} inches")
    if numeral is None or numeral.form != "cardinal" or numeral.value is None:
        return reading
    found = _unit_at(pieces, numeral.end, numeral.digits)
    if found is None or found[0].dimension != unit.dimension or unit.dimension == "score":
        return reading
    second, end = found
    if not second.factor * numeral.value < unit.factor:
        return reading
    return replace(reading, end=end, more=f"{numeral.value} {second.display}")


# --- scores and ranks ------------------------------------------------------------------------


def _score(pieces: Sequence[Lexeme], phrase: Phrase) -> Reading | None:
    """``3-1``, ``52 to 48``: two numbers of which the first is not the smaller."""
    if phrase.low is None or phrase.currency or phrase.first.form != "cardinal" or phrase.sign:
        return None
    at = phrase.end
    link = lower_at(pieces, at)
    if phrase.high is not None or link not in ("to", "-", "–"):
        return None
    second = numeral_at(pieces, at + 1) if at + 1 < len(pieces) else None
    if second is None or second.value is None or second.form != "cardinal":
        return None
    glued = link == "to" or (pieces[at].glued and pieces[at + 1].glued)
    whole = phrase.low == phrase.low.to_integral_value() and phrase.first.end == phrase.end
    if not (glued and whole and second.value <= phrase.low <= MAX_SCORE):
        return None
    amount = Amount(words=f"{phrase.low}-{second.value}")
    return _reading(phrase, second.end, Kind.MEASURE, amount, "")


def _rank(pieces: Sequence[Lexeme], phrase: Phrase) -> Reading | None:
    """``first``, ``third floor``, ``seventh straight day``."""
    value = phrase.first.value
    if phrase.first.form != "ordinal" or value is None or value != value.to_integral_value():
        return None
    amount = Amount(low=value)
    reading = _reading(phrase, phrase.end, Kind.MEASURE, amount, "")
    return replace(
        reading, start=phrase.number, ordinal=ordinal_word(int(value)), bare=True, share=""
    )


def _count(phrase: Phrase) -> Reading | None:
    if phrase.first.form not in ("cardinal", "vague"):
        return None
    return replace(_reading(phrase, phrase.end, Kind.COUNT, _amount(phrase), ""), bare=True)
