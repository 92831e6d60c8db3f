"""Cardinals: ``235,000``, ``two hundred and fifty``, ``1.2 million``, ``two dozen``."""

from __future__ import annotations

import re
from collections.abc import Sequence
from decimal import Decimal
from fractions import Fraction

from factdiff.kinds.quantities.fractions_of import (
    decimal_of,
    figure_fraction,
    fraction_at,
    part_of,
    vulgar,
)
from factdiff.kinds.quantities.lexemes import Lexeme
from factdiff.kinds.quantities.looking import kind_at, lower_at, past_hyphen, word_at
from factdiff.kinds.quantities.numeral import Numeral

_SPACES = re.compile(r"\s")
NOTHING = Decimal("0E+30")  # adding it keeps the written precision of the other number
MAX_WORDS = 24  # no number takes more; a text that repeats `one` for ever costs no more


def cardinal_at(pieces: Sequence[Lexeme], at: int) -> Numeral | None:
    """The cardinal that starts at a piece: figures or number words."""
    piece = pieces[at]
    if piece.kind == "number":
        value = _figures(piece.text)
        if value is None:
            return None
        return grown(pieces, at, at + 1, value, digits=True)
    word = word_at(pieces, at)
    if word is None or word.kind not in ("unit", "ten", "hundred", "scale", "multiple"):
        return None
    if word.kind in ("hundred", "scale", "multiple"):
        return None if word.word in ("score", "m", "k") else grown(pieces, at, at, Decimal(1))
    return grown(pieces, at, at + 1, word.value)


def _figures(text: str) -> Decimal | None:
    text = _SPACES.sub("", text)
    if text.isascii():
        return Decimal(text.replace(",", ""))
    part = vulgar(text)
    return decimal_of(part) if part is not None else None


def grown(
    pieces: Sequence[Lexeme], start: int, at: int, value: Decimal, *, digits: bool = False
) -> Numeral:
    """Add to ``value`` what follows it: ``hundred and twenty``, ``-one``, ``million``, ``½``.

    ``total`` holds what is finished by a scale (``two thousand``), ``value`` what still grows.
    """
    total = NOTHING
    about = False
    room = _room(value) if not digits else Decimal(0)
    for _ in range(MAX_WORDS):
        nxt = _next_place(pieces, at)
        word = word_at(pieces, nxt)
        if word is None:
            break
        if word.kind == "unit" and 0 < word.value < room:
            value, room, at = value + word.value, Decimal(0), nxt + 1
        elif word.kind == "ten" and room >= 100:
            value, room, at = value + word.value, Decimal(10), nxt + 1
        elif word.kind == "ten" and _is_like_a_year(pieces, start, nxt, value):
            value, room, at = value * 100 + word.value, Decimal(10), nxt + 1
        elif word.kind == "hundred" and value < 100:
            value, room, at = value * word.value, Decimal(100), nxt + 1
        elif word.kind == "scale" and (total == 0 or word.value < _last_scale(total)):
            total, value, room, at = total + value * word.value, NOTHING, Decimal(1000), nxt + 1
        elif word.kind == "multiple" and total == 0:
            value, about, at = _whole(value * word.value), True, nxt + 1
            break
        else:
            break
    value = total + value
    if not digits:
        value, at = _and_figures(pieces, at, value, room)
    value, at = _and_decimals(pieces, at, value)
    value, at, extra = _and_a_part(pieces, at, value, digits=digits)
    return Numeral(start, at, value, about=about, digits=digits and not extra)


def _whole(number: Decimal) -> Decimal:
    """``6`` for the ``6.0`` of half a dozen."""
    return number.quantize(Decimal(1)) if number == number.to_integral_value() else number


def _is_like_a_year(pieces: Sequence[Lexeme], start: int, ten: int, value: Decimal) -> bool:
    """``nineteen eighty-four dollars``; not ``fifteen twenty-dollar bills``."""
    if not (13 <= value <= 19 and ten == start + 1):
        return False
    end = past_hyphen(pieces, ten + 1)
    end = end + 1 if kind_at(pieces, end) == "unit" else ten + 1
    return past_hyphen(pieces, end) == end


def _room(value: Decimal) -> Decimal:
    """How large a number may still be added: below ten to ``twenty``, nothing to ``seven``."""
    return Decimal(10) if 20 <= value < 100 and value % 10 == 0 else Decimal(0)


def _last_scale(total: Decimal) -> Decimal:
    return Decimal(1).scaleb(total.adjusted() - total.adjusted() % 3)


def _next_place(pieces: Sequence[Lexeme], at: int) -> int:
    """Past a hyphen, or past the ``and`` of ``two hundred and fifty``."""
    if lower_at(pieces, at) == "-" and pieces[at].glued:
        return at + 1
    before = kind_at(pieces, at - 1)
    if lower_at(pieces, at) == "and" and before in ("hundred", "scale"):
        return at + 1 if kind_at(pieces, at + 1) in ("unit", "ten") else at
    return at


def _and_figures(
    pieces: Sequence[Lexeme], at: int, value: Decimal, room: Decimal
) -> tuple[Decimal, int]:
    """``two hundred and 71``."""
    if room >= 100 and lower_at(pieces, at) == "and" and at + 1 < len(pieces):
        figures = pieces[at + 1].text
        if figures.isdigit() and figures.isascii() and Decimal(figures) < room:
            return value + Decimal(figures), at + 2
    return value, at


def _and_decimals(pieces: Sequence[Lexeme], at: int, value: Decimal) -> tuple[Decimal, int]:
    """``ninety-nine point nine``, ``two point five million``."""
    if lower_at(pieces, at) != "point" or kind_at(pieces, at - 1) not in ("unit", "ten", "hundred"):
        return value, at
    end, digits = at + 1, ""
    while len(digits) < MAX_WORDS and (word := word_at(pieces, end)) is not None:
        if word.kind != "unit" or word.value >= 10:
            break
        digits, end = digits + str(word.value), end + 1
    if not digits:
        return value, at
    value += Decimal(f"0.{digits}")
    scale = word_at(pieces, end)
    if scale is not None and scale.kind == "scale":
        return value * scale.value, end + 1
    return value, end


def _and_a_part(
    pieces: Sequence[Lexeme], at: int, value: Decimal, *, digits: bool
) -> tuple[Decimal, int, bool]:
    """``two and a half``, ``2 1/2``, ``2½``, ``two-and-a-half``, ``one and a half million``."""
    nxt = at
    joined = False
    if lower_at(pieces, nxt) == "-" and lower_at(pieces, nxt + 1) == "and":
        nxt += 1
    if lower_at(pieces, nxt) == "and":
        nxt, joined = past_hyphen(pieces, nxt + 1), True
    elif not digits or not (nxt < len(pieces) and pieces[nxt].kind == "number"):
        return value, at, False
    part = _joined_part(pieces, nxt) if joined else figure_fraction(pieces, nxt)
    if part is None or part.value is None or part.value >= 1 or value != value.to_integral_value():
        return value, at, False
    scale = word_at(pieces, part.end)
    if scale is not None and scale.kind == "scale" and value < 1000:
        return (value + part.value) * scale.value, part.end + 1, True
    before = word_at(pieces, at - 1)
    if before is not None and before.kind == "scale":  # `a million and a half`
        return value + part.value * before.value, part.end, True
    return value + part.value, part.end, True


def _joined_part(pieces: Sequence[Lexeme], at: int) -> Numeral | None:
    """The fraction after ``and``: ``a half``, ``a-half``, ``three-quarters``, ``1/2``."""
    if lower_at(pieces, at) in ("a", "one"):
        bottom_at = past_hyphen(pieces, at + 1)
        bottom = word_at(pieces, bottom_at)
        if bottom is not None and bottom.word in ("half", "quarter", "third"):
            part = Fraction(1, int(bottom.value))
            return part_of(at, bottom_at + 1, part)
    quarter_at = past_hyphen(pieces, at + 1)
    if lower_at(pieces, at) == "three" and lower_at(pieces, quarter_at) == "quarter":
        return part_of(at, quarter_at + 1, Fraction(3, 4))  # `two and three quarter miles`
    return fraction_at(pieces, at) if at < len(pieces) else None
