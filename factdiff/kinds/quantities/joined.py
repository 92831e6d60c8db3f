"""Two quantities that one phrase joins: ``between 3 km and 5 km``, ``from 5 to 10 percent``."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace

from factdiff.kinds.quantities.lexemes import Lexeme
from factdiff.kinds.quantities.looking import DASHES, lower_at
from factdiff.kinds.quantities.phrases import is_moved, phrase_at, scale_of
from factdiff.kinds.quantities.reading import Reading
from factdiff.model import Kind

Read = Callable[[Sequence[Lexeme], int], Reading | None]


def joined(pieces: Sequence[Lexeme], reading: Reading, read: Read) -> Reading:
    """The reading made a range, or given the unit of the number it is joined to; else as it is.

    ``read`` reads the quantity that starts at a piece, without joining it to another.
    """
    if reading.amount.low is None or reading.amount.high is not None or reading.ordinal:
        return reading
    before, link = lower_at(pieces, reading.start - 1), lower_at(pieces, reading.end)
    if reading.kind is Kind.COUNT:
        alone = reading.bare and before == "from" and link == "to"
        second = read(pieces, reading.end + 1) if alone else None
        return _as_second(pieces, reading, second) if second is not None else reading
    if reading.bare or reading.more or reading.amount.others or not reading.unit:
        return reading
    if before == "between" and link == "and":
        return _range(reading, read(pieces, reading.end + 1), reading.start - 1)
    dash = link in DASHES and pieces[reading.end].glued
    if before == "from" or not (link == "to" or dash):
        return reading  # `from 5% to 10%`: what was and what is
    spanned = _range(reading, read(pieces, reading.end + 1), reading.start)
    return reading if is_moved(pieces, reading.start) and not _is_near(spanned) else spanned


def _is_near(reading: Reading) -> bool:
    """``lost 40% to 45%`` is a range, ``rose 5% to 40%`` none."""
    low, high = reading.amount.low, reading.amount.high
    return low is not None and high is not None and high < 2 * low and reading.unit == "%"


def _range(low: Reading, high: Reading | None, start: int) -> Reading:
    if high is None or high.kind is not low.kind or high.unit != low.unit or high.bare:
        return low
    top, bottom = high.amount.low, low.amount.low
    if top is None or bottom is None or not bottom < top or high.amount.high or high.amount.sign:
        return low
    return replace(low, start=start, end=high.end, amount=replace(low.amount, high=top))


def _as_second(pieces: Sequence[Lexeme], reading: Reading, second: Reading) -> Reading:
    """``from 5 to 10 percent``: five per cent, too; ``from 1.2 to 1.5 million``: millions."""
    phrase, low = phrase_at(pieces, second.start), reading.amount.low
    if phrase is None or not phrase.low or second.amount.low is None or low is None:
        return reading
    if second.ordinal or second.more or phrase.number != second.start or second.amount.others:
        return reading
    factor = second.amount.low / phrase.low  # 0.01 for cents
    scale = scale_of(pieces, phrase.first)
    if scale is not None and low < 1000 and reading.number_end == reading.number + 1:
        factor *= scale
    if factor != 1:
        reading = replace(reading, amount=replace(reading.amount, low=low * factor))
    if second.bare:
        return reading
    return replace(reading, kind=second.kind, unit=second.unit, bare=False)
