"""Readings on a scale: ``6.1-magnitude``, ``Category 4``, ``temperatures were minus 20``."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from functools import cache

from factdiff.kinds.quantities.lexemes import Lexeme
from factdiff.kinds.quantities.looking import lower_at, past_hyphen
from factdiff.kinds.quantities.phrases import Phrase
from factdiff.kinds.quantities.reading import Reading, amount_of, is_cardinal, reading_of
from factdiff.kinds.quantities.tables import rows
from factdiff.kinds.quantities.unit_forms import unit_at
from factdiff.model import Kind

QUAKES = frozenset(
    {"quake", "quakes", "earthquake", "aftershock", "aftershocks", "tremor", "temblor"}
)
COLD = frozenset({"temperature", "temperatures", "mercury", "thermometers", "lows", "highs"})


def scale(pieces: Sequence[Lexeme], phrase: Phrase) -> Reading | None:
    """Readings on a scale: ``6.1-magnitude``, ``magnitude 6.1``, ``Category 4``."""
    if not is_cardinal(phrase) or phrase.low is None:
        return None
    at = past_hyphen(pieces, phrase.end)
    for words, unit, place in _scales():
        if place == "after" and all(lower_at(pieces, at + n) == w for n, w in enumerate(words)):
            if words[-1] in ("quake", "earthquake", "temblor") and not _can_be_magnitude(phrase):
                continue
            keep = (
                0
                if len(words) == 1 and words[0] in ("quake", "earthquake", "temblor")
                else len(words)
            )
            return reading_of(phrase, at + keep, Kind.MEASURE, amount_of(phrase), unit)
        first = phrase.start - len(words)
        if place == "before" and first >= 0:
            if words[0] in ("force", "strength") and not _can_be_magnitude(phrase):
                continue
            if all(lower_at(pieces, first + n) == w for n, w in enumerate(words)):
                start = first if words[-1] in ("magnitude", "category", "-") else phrase.start
                reading = reading_of(phrase, phrase.end, Kind.MEASURE, amount_of(phrase), unit)
                return replace(reading, start=start)
    return _by_words_near(pieces, phrase)


def _by_words_near(pieces: Sequence[Lexeme], phrase: Phrase) -> Reading | None:
    """``aftershocks of around 4.0``, ``temperatures were minus 20``."""
    before = {piece.lower for piece in pieces[max(0, phrase.start - 6) : phrase.start]}
    bare = unit_at(pieces, phrase.end, phrase.first.digits) is None
    if bare and before & QUAKES and _can_be_magnitude(phrase):
        return reading_of(phrase, phrase.end, Kind.MEASURE, amount_of(phrase), "magnitude")
    cold = phrase.low is not None and phrase.low < 0
    if bare and cold and before & COLD:
        return reading_of(phrase, phrase.end, Kind.MEASURE, amount_of(phrase), "degrees")
    return None


def _can_be_magnitude(phrase: Phrase) -> bool:
    exponent = phrase.low.as_tuple().exponent if phrase.low is not None else 0
    return exponent == -1 and phrase.low is not None and phrase.low < 10


@cache
def _scales() -> tuple[tuple[tuple[str, ...], str, str], ...]:
    table = rows("scales.tsv")
    return tuple((tuple(words.split()), unit, place) for words, unit, place, *_ in table)
