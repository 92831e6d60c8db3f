"""Reading one number: digits, words, mixtures, fractions, ordinals and vague amounts."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from decimal import Decimal

from factdiff.kinds.quantities.cardinals import cardinal_at, grown
from factdiff.kinds.quantities.fractions_of import fraction_at, is_group_of_half
from factdiff.kinds.quantities.lexemes import Lexeme
from factdiff.kinds.quantities.looking import kind_at, lower_at, past_hyphen
from factdiff.kinds.quantities.numeral import Numeral
from factdiff.kinds.quantities.ordinals import ordinal_at
from factdiff.kinds.quantities.tables import singular_currencies, units
from factdiff.kinds.quantities.vagueness import bare_time, vague_at


def numeral_at(pieces: Sequence[Lexeme], at: int) -> Numeral | None:
    """The longest number that starts at piece ``at``, or None."""
    if at >= len(pieces):
        return None
    for read in READERS:
        numeral = read(pieces, at)
        if numeral is not None:
            return numeral
    return None


def _article(pieces: Sequence[Lexeme], at: int) -> Numeral | None:
    """``a hundred``, ``a million``, ``half a dozen``, ``a couple of``, ``a pair of``."""
    word = lower_at(pieces, at)
    if word == "half":
        return _half_a(pieces, at)
    if word == "a" and lower_at(pieces, at + 1) == "half" and is_group_of_half(pieces, at + 2):
        rest = _half_a(pieces, at + 1)
        return None if rest is None else replace(rest, start=at)
    following = kind_at(pieces, at + 1)
    if word in ("couple", "a") and not following:
        return _couple(pieces, at, at + (word == "a"))
    grouped = word in ("a", "an") and following in ("hundred", "scale", "multiple")
    return grown(pieces, at, at + 1, Decimal(1)) if grouped else None


def _part_of_scale(pieces: Sequence[Lexeme], at: int) -> Numeral | None:
    """``a quarter of a million``, ``three quarters of a billion``: a number, not a share."""
    part = fraction_at(pieces, at)
    if part is None or part.value is None or lower_at(pieces, part.end) != "of":
        return None
    article = lower_at(pieces, part.end + 1) in ("a", "one")
    if not article or kind_at(pieces, part.end + 2) != "scale":
        return None
    return grown(pieces, at, part.end + 2, part.value)


def _couple(pieces: Sequence[Lexeme], at: int, noun: int) -> Numeral | None:
    """``a couple of hours``, ``a couple of hundred fans``, ``a couple thousand``."""
    of = lower_at(pieces, noun + 1) == "of"
    if lower_at(pieces, noun) == "couple":
        end = noun + 1 + of
        if kind_at(pieces, end) in ("hundred", "scale", "multiple"):
            return replace(grown(pieces, at, end, Decimal(2)), about=True)
        return Numeral(at, end, Decimal(2), about=True)
    if lower_at(pieces, noun) == "pair" and of and noun > at:
        return Numeral(at, noun + 2, Decimal(2))
    return None


def _single(pieces: Sequence[Lexeme], at: int) -> Numeral | None:
    """``an hour``, ``a week``, ``a mile and a half``, ``a dollar``: one unit."""
    if lower_at(pieces, at) not in ("a", "an") or lower_at(pieces, at + 1) == "second":
        return None
    dimensions = {unit.dimension for unit in units().get(lower_at(pieces, at + 1), ())}
    half = [lower_at(pieces, at + n) for n in (2, 3, 4)] == ["and", "a", "half"]
    one = "time" in dimensions or (dimensions and half)
    if not one and lower_at(pieces, at + 1) not in singular_currencies():
        return None
    return Numeral(at, at + 1, Decimal(1), article=True)


def _half_a(pieces: Sequence[Lexeme], at: int) -> Numeral | None:
    end = past_hyphen(pieces, at + 1)
    end += lower_at(pieces, end) in ("a", "an")
    if kind_at(pieces, end) not in ("multiple", "scale", "hundred"):
        return None
    return grown(pieces, at, end, Decimal("0.5"))


READERS = (
    bare_time,
    vague_at,
    _part_of_scale,
    fraction_at,
    ordinal_at,
    _article,
    cardinal_at,
    _single,
)
