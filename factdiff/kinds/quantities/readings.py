"""What kind of quantity a number phrase is, from what is written right around it.

``reading_at`` tells money, percentages, ages, measures, sizes, ratios, scores and ranks from the
form alone; what stays is a count (if a noun follows: that is for the tree to say).
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from factdiff.kinds.quantities.amounts import Amount
from factdiff.kinds.quantities.joined import joined
from factdiff.kinds.quantities.lexemes import Lexeme
from factdiff.kinds.quantities.looking import DASHES, lower_at
from factdiff.kinds.quantities.measures import age, lasting_at, measure, size
from factdiff.kinds.quantities.money import money
from factdiff.kinds.quantities.numerals import numeral_at
from factdiff.kinds.quantities.ordinals import ordinal_word
from factdiff.kinds.quantities.phrases import Phrase, bound_at, phrase_at
from factdiff.kinds.quantities.reading import Reading, amount_of, reading_of
from factdiff.kinds.quantities.scales import scale
from factdiff.kinds.quantities.shares import fraction, percent, ratio
from factdiff.model import Kind

MAX_SCORE = 400  # no game and few votes end higher


def reading_at(pieces: Sequence[Lexeme], at: int) -> Reading | None:
    """The quantity whose phrase starts at a piece, or None."""
    reading = _alone_at(pieces, at) or lasting_at(pieces, at)
    return joined(pieces, reading, _alone_at) if reading is not None else None


def _alone_at(pieces: Sequence[Lexeme], at: int) -> Reading | None:
    phrase = phrase_at(pieces, at) if at < len(pieces) else None
    if phrase is None:
        return None
    phrase = _bound_after(pieces, phrase)
    for read in READERS:
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


def _score(pieces: Sequence[Lexeme], phrase: Phrase) -> Reading | None:
    """``3-1``, ``52 to 48``: two numbers of which the first is not the smaller."""
    if phrase.low is None or phrase.currency or phrase.first.form != "cardinal" or phrase.sign:
        return None
    at = phrase.end
    link = lower_at(pieces, at)
    if phrase.high is not None or link not in ("to", "-", "–"):
        return None
    if [lower_at(pieces, at + n) for n in (1, 2)] == ["to", "-"] and pieces[at + 1].glued:
        at += 2  # `a 3-to-1 margin`
    second = numeral_at(pieces, at + 1) if at + 1 < len(pieces) else None
    if second is None or second.value is None or second.form != "cardinal":
        return None
    glued = link == "to" or (pieces[at].glued and pieces[at + 1].glued)
    whole = phrase.low == phrase.low.to_integral_value() and phrase.first.end == phrase.end
    if not (glued and whole and second.value <= phrase.low <= MAX_SCORE):
        return None
    amount = Amount(words=f"{phrase.low}-{second.value}")
    return reading_of(phrase, second.end, Kind.MEASURE, amount, "")


def _rank(_: Sequence[Lexeme], phrase: Phrase) -> Reading | None:
    """``first``, ``third floor``, ``seventh straight day``."""
    value = phrase.first.value
    if phrase.first.form != "ordinal" or value is None or value != value.to_integral_value():
        return None
    amount = Amount(low=value)
    reading = reading_of(phrase, phrase.end, Kind.MEASURE, amount, "")
    return replace(
        reading, start=phrase.number, ordinal=ordinal_word(int(value)), bare=True, share=""
    )


def _count(phrase: Phrase) -> Reading | None:
    if phrase.first.form not in ("cardinal", "vague") or phrase.first.article:
        return None
    return replace(reading_of(phrase, phrase.end, Kind.COUNT, amount_of(phrase), ""), bare=True)


READERS = (money, percent, ratio, scale, age, size, measure, _score, fraction, _rank)
