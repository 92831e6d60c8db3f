"""A number with all that bounds it: signs, approximators, ranges, a currency sign before it.

``phrase_at`` reads ``at least 10``, ``between half and two-thirds``, ``$5 to $10 million``,
``24- to 30`` (of ``24- to 30-foot``), ``minus 20``; what is counted is none of its business.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from decimal import Decimal

from factdiff.kinds.quantities.lexemes import Lexeme
from factdiff.kinds.quantities.looking import DASHES, lower_at, word_at
from factdiff.kinds.quantities.numeral import Numeral
from factdiff.kinds.quantities.numerals import numeral_at
from factdiff.kinds.quantities.tables import Bound, Currency, bounds, currencies, word_set

SHORT_SCALES = {"k": Decimal("1E+3"), "m": Decimal("1E+6"), "b": Decimal("1E+9")}
MAX_BOUNDS = 3  # `an additional some at least 10`: nobody stacks more


@dataclass(frozen=True, slots=True)
class Phrase:
    """A number phrase over the pieces ``start`` to ``end``; ``number`` is where the figures begin.

    ``high`` is the upper end of a range. ``share`` is what the bound says of the set (``other``,
    ``total``). ``hyphen`` tells that a hyphen follows that binds a unit or noun.
    """

    start: int
    number: int
    end: int
    first: Numeral
    low: Decimal | None
    high: Decimal | None = None
    sign: str = ""
    share: str = ""
    currency: Currency | None = None
    joined: str = ""

    @property
    def words(self) -> str:
        """The words of a vague number."""
        return self.first.words


def phrase_at(pieces: Sequence[Lexeme], at: int) -> Phrase | None:
    """The number phrase that starts at a piece, or None."""
    start, sign, share, at = _bounds_before(pieces, at)
    between = lower_at(pieces, at) == "between"
    at += between
    first = _signed(pieces, at)
    if first is None:
        return None
    phrase = replace(first, start=start, sign=sign, share=share)
    phrase = _ranged(pieces, phrase, between=between)
    if between and phrase.high is None:
        phrase = replace(phrase, start=phrase.number)
    return phrase


def _bounds_before(pieces: Sequence[Lexeme], at: int) -> tuple[int, str, str, int]:
    start, sign, share = at, "", ""
    for _ in range(MAX_BOUNDS):
        bound = bound_at(pieces, at, "before")
        if bound is None:
            break
        at += len(bound.words)
        sign = sign or bound.sign
        share = share or bound.share
    return start, sign, share, at


def bound_at(pieces: Sequence[Lexeme], at: int, place: str) -> Bound | None:
    """The longest bound of a place that starts at a piece."""
    for bound in bounds(place).get(lower_at(pieces, at), ()):
        if all(lower_at(pieces, at + n) == word for n, word in enumerate(bound.words)):
            return bound
    return None


def _signed(pieces: Sequence[Lexeme], at: int) -> Phrase | None:
    """A number with what stands glued before it: a minus, a currency."""
    currency = currency_at(pieces, at, "before")
    number = at + (len(currency.form) if currency else 0)
    negative = currency is None and _is_minus(pieces, at)
    number += negative
    if number >= len(pieces):
        return None
    numeral = numeral_at(pieces, number)
    if numeral is None or (currency and numeral.form not in ("cardinal", "vague")):
        return None
    if currency and lower_at(pieces, number) in ("a", "an"):
        return None
    if negative and (numeral.form != "cardinal" or numeral.value is None):
        return None
    numeral = _short_scale(pieces, numeral, money=currency is not None)
    value = numeral.value
    if negative and value is not None:
        value = -value
    return Phrase(at, number, numeral.end, numeral, value, currency=currency)


def _is_minus(pieces: Sequence[Lexeme], at: int) -> bool:
    word = lower_at(pieces, at)
    if word in ("minus", "negative"):
        return True
    following = pieces[at + 1] if at + 1 < len(pieces) else None
    glued = following is not None and following.glued and following.kind == "number"
    return word in ("-", "−", "–") and glued and not pieces[at].glued


def currency_at(pieces: Sequence[Lexeme], at: int, place: str) -> Currency | None:
    """The longest currency form of a place that starts at a piece."""
    for currency in currencies(place).get(lower_at(pieces, at), ()):
        same = all(lower_at(pieces, at + n) == word for n, word in enumerate(currency.form))
        rest = pieces[at + 1 : at + len(currency.form)]
        if not same or (currency.glued and not all(piece.glued for piece in rest)):
            continue
        if "code" in currency.where and not pieces[at].text.isupper():
            continue
        if "glued" in currency.where and not _after_digits(pieces, at):
            continue
        return currency
    return None


def _after_digits(pieces: Sequence[Lexeme], at: int) -> bool:
    return pieces[at].glued and at > 0 and pieces[at - 1].kind == "number"


def _short_scale(pieces: Sequence[Lexeme], numeral: Numeral, *, money: bool) -> Numeral:
    """``$2m``, ``2m euros``, ``2.5m copies``, ``40k``: one letter that multiplies.

    ``5m`` without money or things to be counted is a length.
    """
    letter = lower_at(pieces, numeral.end)
    if letter not in SHORT_SCALES or not numeral.digits or numeral.value is None:
        return numeral
    money = money or currency_at(pieces, numeral.end + 1, "after") is not None
    many = money or (letter == "m" and are_many(pieces, numeral.end + 1))
    if not pieces[numeral.end].glued or (letter != "k" and not many):
        return numeral
    return replace(numeral, end=numeral.end + 1, value=numeral.value * SHORT_SCALES[letter])


def are_many(pieces: Sequence[Lexeme], at: int) -> bool:
    """``2.5m copies``, ``4m people``; not ``400m hurdles`` or ``10m waves``."""
    noun = lower_at(pieces, at)
    plural = noun == "people" or (noun.endswith("s") and len(noun) > 3)
    return plural and noun not in word_set("not_counted.tsv", "metres")


def _ranged(pieces: Sequence[Lexeme], phrase: Phrase, *, between: bool) -> Phrase:
    """Add the upper end of a range, if one follows and is the larger."""
    link, joined = _link(pieces, phrase.end, between=between)
    if link is None or phrase.low is None or phrase.first.form == "ordinal":
        return phrase
    currency = currency_at(pieces, link, "before")
    if currency is not None and phrase.currency is None:
        return phrase
    second = numeral_at(pieces, link + (len(currency.form) if currency else 0))
    if second is None or second.value is None or second.form == "ordinal":
        return phrase
    if joined == "to" and is_moved(pieces, phrase.start):
        return phrase
    if joined == "or" and not _is_next(phrase.low, second.value):
        return phrase
    second = _short_scale(pieces, second, money=phrase.currency is not None)
    return _with_high(pieces, phrase, second, joined)


def _is_next(low: Decimal, high: Decimal) -> bool:
    """``five or six``, ``15 or 20``, ``70 or 80``: one guess in two numbers."""
    step = high - low
    return (step == 1 and low <= 20) or (step in (5, 10, 50, 100) and low % step == 0 < low)


def is_moved(pieces: Sequence[Lexeme], start: int) -> bool:
    """``fell 12 cents to $3.40``, ``up 2 to 40``: two figures, no range."""
    near = {piece.lower for piece in pieces[max(0, start - 2) : start]}
    return bool(near & word_set("not_counted.tsv", "move"))


def _link(pieces: Sequence[Lexeme], at: int, *, between: bool) -> tuple[int | None, str]:
    """Where the second number of a range starts, and by which word it is joined."""
    word = lower_at(pieces, at)
    if between:
        return (at + 1, "and") if word in ("and", "to") else (None, "")
    if word in DASHES:
        if lower_at(pieces, at + 1) in ("to", "or"):
            return at + 2, lower_at(pieces, at + 1)
        glued = at + 1 < len(pieces) and pieces[at + 1].glued
        return (at + 1, "-") if pieces[at].glued and glued else (None, "")
    if word in ("to", "or"):
        return at + 1, word
    return None, ""


def _with_high(pieces: Sequence[Lexeme], phrase: Phrase, second: Numeral, joined: str) -> Phrase:
    low, high = phrase.low, second.value
    if low is None or high is None:
        return phrase
    if phrase.first.form != second.form and low >= 1:
        return phrase
    scale = scale_of(pieces, second)
    if scale is not None and low < 1000 and scale_of(pieces, phrase.first) is None:
        low = low * scale  # `10 to 12 million`
    last = word_at(pieces, second.end - 1)
    if last is not None and last.kind == "multiple" and not phrase.first.about:
        low = low * last.value  # `two to three dozen`
        phrase = replace(phrase, first=second)
    if low >= high:
        return phrase
    return replace(phrase, low=low, high=high, end=second.end, joined=joined)


def scale_of(pieces: Sequence[Lexeme], numeral: Numeral) -> Decimal | None:
    """What the last word or letter of a number multiplies by: a million for ``1.2 million``."""
    last = word_at(pieces, numeral.end - 1)
    if last is not None and last.kind == "scale":
        return last.value
    letter = lower_at(pieces, numeral.end - 1)
    return SHORT_SCALES.get(letter) if numeral.digits else None
