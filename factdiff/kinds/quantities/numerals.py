"""Reading one number: digits, words, mixtures, fractions, ordinals and vague amounts.

``numeral_at(pieces, at)`` reads the longest number that starts at a piece. It knows nothing of
units or of what is counted.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction

from factdiff.kinds.quantities.lexemes import Lexeme
from factdiff.kinds.quantities.tables import NumberWord, number_words, units

SHORT_SCALES = {"k": Decimal("1E+3"), "m": Decimal("1E+6"), "b": Decimal("1E+9")}
ORDINAL_ENDINGS = ("st", "nd", "rd", "th")
NOTHING = Decimal("0E+30")  # adding it keeps the written precision of the other number
MAX_WORDS = 24  # no number takes more; a text that repeats `one` for ever costs no more


@dataclass(frozen=True, slots=True)
class Numeral:
    """A number read from the pieces ``start`` to ``end`` (exclusive).

    ``form`` is ``cardinal``, ``ordinal``, ``fraction`` or ``vague``; ``words`` are those of a vague one;
    ``about`` says that the words leave it open (``two dozen``); ``digits`` that it is in figures, ``article`` that it is only an ``a`` before a unit of time (``an hour``).
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


def numeral_at(pieces: Sequence[Lexeme], at: int) -> Numeral | None:
    """The longest number that starts at piece ``at``, or None."""
    for read in (_bare_time, _vague, _fraction, _ordinal, _article, _cardinal, _single):
        numeral = read(pieces, at)
        if numeral is not None:
            return numeral
    return None


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


def word_at(pieces: Sequence[Lexeme], at: int) -> NumberWord | None:
    """The row of the number word at a piece, if it is one."""
    if not 0 <= at < len(pieces) or pieces[at].kind != "word":
        return None
    return number_words().get(pieces[at].lower)


def lower_at(pieces: Sequence[Lexeme], at: int) -> str:
    """The lower-case piece at a place, empty outside the text."""
    return pieces[at].lower if 0 <= at < len(pieces) else ""


def _kind(pieces: Sequence[Lexeme], at: int) -> str:
    word = word_at(pieces, at)
    return word.kind if word else ""


def _past_hyphen(pieces: Sequence[Lexeme], at: int) -> int:
    return at + 1 if lower_at(pieces, at) == "-" else at


# --- vague amounts ---------------------------------------------------------------------------


def _vague(pieces: Sequence[Lexeme], at: int) -> Numeral | None:
    """``several``, ``several hundred``, ``a few``, ``a handful``, ``a number of``, ``tens of thousands``."""
    word = lower_at(pieces, at)
    kind = _kind(pieces, at)
    if word == "tens" and lower_at(pieces, at + 1) == "of" and _kind(pieces, at + 2) == "plural":
        return _vague_of(pieces, at, at + 3)
    if kind == "plural":
        end = at + 1
        if lower_at(pieces, end) == "of" and _kind(pieces, end + 1) == "plural":
            end += 2
        return _vague_of(pieces, at, end)
    if word == "several":
        return _vague_of(pieces, at, _scale_end(pieces, at + 1))
    if word in ("a", "the") and lower_at(pieces, at + 1) in ("few", "handful"):
        if word == "the" and lower_at(pieces, at + 1) == "few":
            return None
        return _vague_of(pieces, at, _scale_end(pieces, at + 2))
    if word == "a" and lower_at(pieces, at + 1) == "number" and lower_at(pieces, at + 2) == "of":
        return Numeral(at, at + 3, None, "vague", "several")
    if word == "few" and _scale_end(pieces, at + 1) > at + 1:
        return _vague_of(pieces, at, _scale_end(pieces, at + 1))
    return None


def _bare_time(pieces: Sequence[Lexeme], at: int) -> Numeral | None:
    """``minutes later``, ``in decades``: a vague span of time; the words are the unit itself."""
    word = lower_at(pieces, at)
    if not word.endswith("s") and word != "centuries":
        return None
    if not any(unit.dimension == "time" for unit in units().get(word, ())):
        return None
    later = lower_at(pieces, at + 1) in ("later", "earlier", "afterward", "afterwards")
    long = word in ("decades", "centuries", "generations")
    if later or (long and lower_at(pieces, at - 1) in ("in", "for", "over", "within", "after")):
        return Numeral(at, at + 1, None, "vague", word)
    return None


def _scale_end(pieces: Sequence[Lexeme], at: int) -> int:
    while _kind(pieces, at) in ("hundred", "scale", "multiple") and lower_at(pieces, at) != "score":
        at += 1
    return at


def _vague_of(pieces: Sequence[Lexeme], start: int, end: int) -> Numeral:
    words = " ".join(piece.lower for piece in pieces[start:end])
    return Numeral(start, end, None, "vague", words)


# --- fractions -------------------------------------------------------------------------------


def _fraction(pieces: Sequence[Lexeme], at: int) -> Numeral | None:
    """``half``, ``a third``, ``one-third``, ``two-thirds``, ``three quarters``, ``1/3``, ``½``."""
    piece = pieces[at]
    if piece.kind == "number":
        return _figure_fraction(pieces, at)
    if piece.lower == "half" and not _is_group_of_half(pieces, at + 1):
        return _part(at, at + 1, Fraction(1, 2))
    top = _top(pieces, at)
    if top is None:
        return None
    bottom_at = _past_hyphen(pieces, at + 1)
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
    if article and bottom.word != "half" and not _whole_follows(pieces, bottom_at + 1):
        return None  # `a third co-worker`, `a quarter`: a rank or a period
    if (top == 1 and singular) or (top > 1 and plural):
        if bottom.word == "half" and _is_group_of_half(pieces, bottom_at + 1):
            return None
        return _part(at, bottom_at + 1, Fraction(top, int(bottom.value)))
    return None


def _top(pieces: Sequence[Lexeme], at: int) -> int | None:
    word = word_at(pieces, at)
    if word is not None and word.kind == "unit" and word.value:
        return int(word.value)
    return 1 if lower_at(pieces, at) in ("a", "an") else None


def _is_group_of_half(pieces: Sequence[Lexeme], at: int) -> bool:
    """``half a million``, ``half-dozen``: a number, not a fraction of a whole."""
    at = _past_hyphen(pieces, at)
    at += lower_at(pieces, at) in ("a", "an")
    return _kind(pieces, at) in ("multiple", "scale", "hundred")


def _whole_follows(pieces: Sequence[Lexeme], at: int) -> bool:
    return lower_at(pieces, at) in ("of", "the", "its", "their", "his", "her", "as", "more", "less")


def _figure_fraction(pieces: Sequence[Lexeme], at: int) -> Numeral | None:
    """``1/3``, ``½``; ``9/11`` and ``24/7`` are none."""
    text = pieces[at].text
    if not text.isascii():
        part = _vulgar(text)
        return _part(at, at + 1, part) if part is not None and part < 1 else None
    if lower_at(pieces, at + 1) != "/" or at + 2 >= len(pieces):
        return None
    bottom = pieces[at + 2]
    if not (pieces[at + 1].glued and bottom.glued and bottom.kind == "number"):
        return None
    if not (text.isdigit() and bottom.text.isdigit() and text.isascii() and bottom.text.isascii()):
        return None
    part = _small_fraction(int(text), int(bottom.text))
    return _part(at, at + 3, part) if part is not None and part < 1 else None


def _small_fraction(top: int, bottom: int) -> Fraction | None:
    usual = bottom in (2, 3, 4, 5, 6, 8, 10, 16, 32, 64, 100)
    return Fraction(top, bottom) if usual and 0 < top < bottom else None


def _vulgar(text: str) -> Fraction | None:
    if len(text) != 1:
        return None
    value = unicodedata.numeric(text, None)
    if value is None or unicodedata.category(text) != "No":
        return None
    return Fraction(value).limit_denominator(100)


def _part(start: int, end: int, part: Fraction) -> Numeral:
    return Numeral(start, end, decimal_of(part), "fraction", part=part)


def decimal_of(part: Fraction) -> Decimal:
    """A fraction as a decimal of at most six places."""
    value = Decimal(part.numerator) / Decimal(part.denominator)
    return round(value, 6).normalize()


# --- ordinals --------------------------------------------------------------------------------


def _ordinal(pieces: Sequence[Lexeme], at: int) -> Numeral | None:
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
    second = word_at(pieces, _past_hyphen(pieces, at + 1))
    if word.kind == "ten" and second is not None and second.kind == "ordinal" and second.value < 10:
        return _rank(at, _past_hyphen(pieces, at + 1) + 1, word.value + second.value)
    return None


def _rank(start: int, end: int, value: Decimal, *, digits: bool = False) -> Numeral:
    return Numeral(start, end, value, "ordinal", digits=digits)


# --- cardinals -------------------------------------------------------------------------------


def _article(pieces: Sequence[Lexeme], at: int) -> Numeral | None:
    """``a hundred``, ``a million``, ``a dozen``, ``half a dozen``, ``a couple of``, ``a pair of``."""
    word = lower_at(pieces, at)
    if word == "half":
        return _half_a(pieces, at)
    if word == "a" and lower_at(pieces, at + 1) == "half" and _is_group_of_half(pieces, at + 2):
        rest = _half_a(pieces, at + 1)
        return None if rest is None else _from(rest, at)
    if word in ("couple", "pair", "a") and not _kind(pieces, at + 1):
        first = at + (word == "a")
        if lower_at(pieces, first) == "couple":
            end = first + 1 + (lower_at(pieces, first + 1) == "of")
            return Numeral(at, end, Decimal(2), about=True)
        if (
            word == "a"
            and lower_at(pieces, first) == "pair"
            and lower_at(pieces, first + 1) == "of"
        ):
            return Numeral(at, first + 2, Decimal(2))
        return None
    if word in ("a", "an") and _kind(pieces, at + 1) in ("hundred", "scale", "multiple"):
        return _grown(pieces, at, at + 1, Decimal(1))
    return None


def _single(pieces: Sequence[Lexeme], at: int) -> Numeral | None:
    """``an hour``, ``a week``: one unit of time."""
    if lower_at(pieces, at) not in ("a", "an") or lower_at(pieces, at + 1) == "second":
        return None
    if not any(unit.dimension == "time" for unit in units().get(lower_at(pieces, at + 1), ())):
        return None
    return Numeral(at, at + 1, Decimal(1), article=True)


def _half_a(pieces: Sequence[Lexeme], at: int) -> Numeral | None:
    end = _past_hyphen(pieces, at + 1)
    end += lower_at(pieces, end) in ("a", "an")
    if _kind(pieces, end) not in ("multiple", "scale", "hundred"):
        return None
    return _grown(pieces, at, end, Decimal("0.5"))


def _from(numeral: Numeral, start: int) -> Numeral:
    return Numeral(start, numeral.end, numeral.value, about=numeral.about)


def _cardinal(pieces: Sequence[Lexeme], at: int) -> Numeral | None:
    piece = pieces[at]
    if piece.kind == "number":
        value = _figures(piece.text)
        if value is None:
            return None
        return _grown(pieces, at, at + 1, value, digits=True)
    word = word_at(pieces, at)
    if word is None or word.kind not in ("unit", "ten", "hundred", "scale", "multiple"):
        return None
    if word.kind in ("hundred", "scale", "multiple"):
        return None if word.word in ("score", "m", "k") else _grown(pieces, at, at, Decimal(1))
    return _grown(pieces, at, at + 1, word.value)


def _figures(text: str) -> Decimal | None:
    if text.isascii():
        return Decimal(text.replace(",", ""))
    part = _vulgar(text)
    return decimal_of(part) if part is not None else None


def _grown(
    pieces: Sequence[Lexeme], start: int, at: int, value: Decimal, *, digits: bool = False
) -> Numeral:
    """Add to ``value`` what follows it: ``hundred and twenty``, ``-one``, ``million``, ``dozen``, ``½``.

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
        elif word.kind == "hundred" and value < 100:
            value, room, at = value * word.value, Decimal(100), nxt + 1
        elif word.kind == "scale" and (total == 0 or word.value < _last_scale(total)):
            total, value, room, at = total + value * word.value, NOTHING, Decimal(1000), nxt + 1
        elif word.kind == "multiple" and total == 0:
            value, about, at = value * word.value, True, nxt + 1
            break
        else:
            break
    value, at = _and_figures(pieces, at, total + value, room)
    value, at, extra = _and_a_part(pieces, at, value, digits=digits)
    return Numeral(start, at, value, about=about, digits=digits and not extra)


def _room(value: Decimal) -> Decimal:
    """How large a number may still be added: below ten to ``twenty``, below 100 to ``two hundred``."""
    return Decimal(10) if 20 <= value < 100 and value % 10 == 0 else Decimal(0)


def _last_scale(total: Decimal) -> Decimal:
    return Decimal(1).scaleb(total.adjusted() - total.adjusted() % 3)


def _next_place(pieces: Sequence[Lexeme], at: int) -> int:
    """Past a hyphen, or past the ``and`` of ``two hundred and fifty``."""
    if lower_at(pieces, at) == "-" and pieces[at].glued:
        return at + 1
    before = _kind(pieces, at - 1)
    if lower_at(pieces, at) == "and" and before in ("hundred", "scale"):
        return at + 1 if _kind(pieces, at + 1) in ("unit", "ten") else at
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


def _and_a_part(
    pieces: Sequence[Lexeme], at: int, value: Decimal, *, digits: bool
) -> tuple[Decimal, int, bool]:
    """``two and a half``, ``2 1/2``, ``2½``, ``two-and-a-half``, ``one and three quarters million``."""
    nxt = at
    joined = False
    if lower_at(pieces, nxt) == "-" and lower_at(pieces, nxt + 1) == "and":
        nxt += 1
    if lower_at(pieces, nxt) == "and":
        nxt, joined = _past_hyphen(pieces, nxt + 1), True
    elif not digits or not (nxt < len(pieces) and pieces[nxt].kind == "number"):
        return value, at, False
    part = _joined_part(pieces, nxt) if joined else _figure_fraction(pieces, nxt)
    if part is None or part.value is None or part.value >= 1 or value != value.to_integral_value():
        return value, at, False
    scale = word_at(pieces, part.end)
    if scale is not None and scale.kind == "scale" and value < 1000:
        return (value + part.value) * scale.value, part.end + 1, True
    return value + part.value, part.end, True


def _joined_part(pieces: Sequence[Lexeme], at: int) -> Numeral | None:
    """The fraction after ``and``: ``a half``, ``a-half``, ``three-quarters``, ``1/2``."""
    if lower_at(pieces, at) in ("a", "one"):
        bottom_at = _past_hyphen(pieces, at + 1)
        bottom = word_at(pieces, bottom_at)
        if bottom is not None and bottom.word in ("half", "quarter", "third"):
            part = Fraction(1, int(bottom.value))
            return _part(at, bottom_at + 1, part)
    return _fraction(pieces, at) if at < len(pieces) else None
