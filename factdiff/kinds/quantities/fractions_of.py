"""Fractions: ``half``, ``two-thirds``, ``1/3``, ``½``."""

from __future__ import annotations

import unicodedata
from collections.abc import Sequence
from decimal import Decimal
from fractions import Fraction

from factdiff.kinds.quantities.lexemes import Lexeme
from factdiff.kinds.quantities.looking import kind_at, lower_at, past_hyphen, word_at
from factdiff.kinds.quantities.numeral import Numeral
from factdiff.kinds.quantities.tables import NumberWord, units

DENOMINATORS = frozenset({2, 3, 4, 5, 6, 8, 10, 16, 32, 64, 100})


def fraction_at(pieces: Sequence[Lexeme], at: int) -> Numeral | None:
    """``half``, ``a third``, ``one-third``, ``two-thirds``, ``three quarters``, ``1/3``, ``½``."""
    piece = pieces[at]
    if piece.kind == "number":
        return figure_fraction(pieces, at)
    if piece.lower == "half" and not is_group_of_half(pieces, at + 1):
        return part_of(at, at + 1, Fraction(1, 2))
    top = _top(pieces, at)
    if top is None:
        return None
    bottom_at = past_hyphen(pieces, at + 1)
    bottom = word_at(pieces, bottom_at)
    if bottom is None:
        return None
    return _word_fraction(pieces, at, top, bottom_at, bottom)


def _word_fraction(
    pieces: Sequence[Lexeme], at: int, top: int, bottom_at: int, bottom: NumberWord
) -> Numeral | None:
    singular = bottom.kind == "ordinal" or bottom.word in ("half", "quarter")
    plural = bottom.kind == "fraction" and not singular
    if bottom.kind == "ordinal" and bottom.word in ("first", "second"):
        return None
    article = pieces[at].lower in ("a", "an")
    by = lower_at(pieces, at - 1) == "by"  # `cut deaths by a third`
    whole = _whole_follows(pieces, bottom_at + 1) or _is_quarter_unit(pieces, bottom_at, bottom)
    if article and bottom.word != "half" and not (by or whole):
        return None  # `a third co-worker`, `a quarter`: a rank or a period
    if (top == 1 and singular) or (top > 1 and plural):
        if bottom.word == "half" and is_group_of_half(pieces, bottom_at + 1):
            return None
        return part_of(at, bottom_at + 1, Fraction(top, int(bottom.value)))
    return None


def _is_quarter_unit(pieces: Sequence[Lexeme], at: int, bottom: NumberWord) -> bool:
    """``a quarter-mile track``, ``a quarter century``; not ``a third day``."""
    after = lower_at(pieces, past_hyphen(pieces, at + 1))
    return bottom.word == "quarter" and after in units()


def _top(pieces: Sequence[Lexeme], at: int) -> int | None:
    word = word_at(pieces, at)
    if word is not None and word.kind == "unit" and word.value:
        return int(word.value)
    return 1 if lower_at(pieces, at) in ("a", "an") else None


def is_group_of_half(pieces: Sequence[Lexeme], at: int) -> bool:
    """``half a million``, ``half-dozen``: a number, not a fraction of a whole."""
    at = past_hyphen(pieces, at)
    at += lower_at(pieces, at) in ("a", "an")
    return kind_at(pieces, at) in ("multiple", "scale", "hundred")


def _whole_follows(pieces: Sequence[Lexeme], at: int) -> bool:
    return lower_at(pieces, at) in ("of", "the", "its", "their", "his", "her", "as", "more", "less")


def figure_fraction(pieces: Sequence[Lexeme], at: int) -> Numeral | None:
    """``1/3``, ``½``; ``9/11`` and ``24/7`` are none."""
    text = pieces[at].text
    if not text.isascii():
        part = vulgar(text)
        return part_of(at, at + 1, part) if part is not None and part < 1 else None
    if lower_at(pieces, at + 1) != "/" or at + 2 >= len(pieces):
        return None
    bottom = pieces[at + 2]
    if not (pieces[at + 1].glued and bottom.glued and bottom.kind == "number"):
        return None
    if not is_plain_fraction(text, bottom.text):
        return None
    return part_of(at, at + 3, Fraction(int(text), int(bottom.text)))


def is_plain_fraction(top: str, bottom: str) -> bool:
    """Whether ``top/bottom`` is a fraction that people write: ``1/2``, ``3/16``; never ``9/11``."""
    if not (top + bottom).isascii() or not (top.isdigit() and bottom.isdigit()):
        return False
    return int(bottom) in DENOMINATORS and 0 < int(top) < int(bottom)


def vulgar(text: str) -> Fraction | None:
    """The value of a single fraction sign such as ``½``."""
    if len(text) != 1:
        return None
    value = unicodedata.numeric(text, None)
    if value is None or unicodedata.category(text) != "No":
        return None
    return Fraction(value).limit_denominator(100)


def part_of(start: int, end: int, part: Fraction) -> Numeral:
    """A fraction as a numeral over the pieces ``start`` to ``end``."""
    return Numeral(start, end, decimal_of(part), "fraction", part=part)


def decimal_of(part: Fraction) -> Decimal:
    """A fraction as a decimal of at most six places."""
    value = Decimal(part.numerator) / Decimal(part.denominator)
    return round(value, 6).normalize()
