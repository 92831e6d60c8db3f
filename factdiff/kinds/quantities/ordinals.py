"""Ordinals: ``first``, ``twenty-first``, ``4th``, and how a rank is written."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal

from factdiff.kinds.quantities.lexemes import Lexeme
from factdiff.kinds.quantities.looking import past_hyphen, word_at
from factdiff.kinds.quantities.numeral import Numeral
from factdiff.kinds.quantities.tables import number_words

ORDINAL_ENDINGS = ("st", "nd", "rd", "th")


def ordinal_at(pieces: Sequence[Lexeme], at: int) -> Numeral | None:
    """``first``, ``twenty-first``, ``4th``."""
    piece = pieces[at]
    if piece.kind == "number" and piece.text.isdigit() and piece.text.isascii():
        after = pieces[at + 1] if at + 1 < len(pieces) else None
        if after is not None and after.glued and after.lower in ORDINAL_ENDINGS:
            return _rank(at, at + 2, Decimal(piece.text), digits=True)
        return None
    word = word_at(pieces, at)
    if word is None:
        return None
    if word.kind == "ordinal":
        return _rank(at, at + 1, word.value)
    second = word_at(pieces, past_hyphen(pieces, at + 1))
    if word.kind == "ten" and second is not None and second.kind == "ordinal" and second.value < 10:
        return _rank(at, past_hyphen(pieces, at + 1) + 1, word.value + second.value)
    return None


def _rank(start: int, end: int, value: Decimal, *, digits: bool = False) -> Numeral:
    return Numeral(start, end, value, "ordinal", digits=digits)


def ordinal_word(value: int) -> str:
    """``first`` for 1 … ``tenth``; ``11th``, ``21st`` above, as newspapers write them."""
    if value <= 10:
        for word in number_words().values():
            if word.kind == "ordinal" and word.value == value:
                return word.word
    ending = (
        "th" if value % 100 in (11, 12, 13) else {1: "st", 2: "nd", 3: "rd"}.get(value % 10, "th")
    )
    return f"{value}{ending}"
