"""One number as read from the pieces of a text."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction


@dataclass(frozen=True, slots=True)
class Numeral:
    """A number read from the pieces ``start`` to ``end`` (exclusive).

    ``form`` is ``cardinal``, ``ordinal``, ``fraction`` or ``vague`` (then ``words`` are its words);
    ``about`` says that the words leave it open (``two dozen``), ``digits`` that it is in figures,
    ``article`` that it is only an ``a`` before a unit of time (``an hour``). ``part`` is the exact
    value of a fraction.
    """

    start: int
    end: int
    value: Decimal | None
    form: str = "cardinal"
    words: str = ""
    about: bool = False
    digits: bool = False
    part: Fraction | None = None
    article: bool = False
