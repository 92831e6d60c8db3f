"""Vague amounts: ``several``, ``a few hundred``, ``tens of thousands``, ``decades``."""

from __future__ import annotations

from collections.abc import Sequence

from factdiff.kinds.quantities.lexemes import Lexeme
from factdiff.kinds.quantities.looking import kind_at, lower_at
from factdiff.kinds.quantities.numeral import Numeral
from factdiff.kinds.quantities.tables import units

LONG = ("decades", "centuries", "generations")


def vague_at(pieces: Sequence[Lexeme], at: int) -> Numeral | None:
    """``several``, ``a few hundred``, ``a handful``, ``a number of``, ``tens of thousands``."""
    word, following = lower_at(pieces, at), lower_at(pieces, at + 1)
    if word == "a" and following == "number" and lower_at(pieces, at + 2) == "of":
        return Numeral(at, at + 3, None, "vague", "several")
    end = _plural_end(pieces, at)
    if end is None and word == "several":
        end = _scale_end(pieces, at + 1)
    elif end is None and (word, following) in (("a", "few"), ("a", "handful"), ("the", "handful")):
        end = _scale_end(pieces, at + 2)
    elif end is None and word == "few" and _scale_end(pieces, at + 1) > at + 1:
        end = _scale_end(pieces, at + 1)
    return _vague_of(pieces, at, end) if end is not None else None


def _plural_end(pieces: Sequence[Lexeme], at: int) -> int | None:
    """Where ``dozens``, ``hundreds of millions`` or ``tens of thousands`` ends."""
    more = lower_at(pieces, at + 1) == "of" and kind_at(pieces, at + 2) == "plural"
    if kind_at(pieces, at) == "plural":
        return at + 3 if more else at + 1
    return at + 3 if more and lower_at(pieces, at) == "tens" else None


def bare_time(pieces: Sequence[Lexeme], at: int) -> Numeral | None:
    """``minutes later``, ``in decades``: a vague span of time; the words are the unit itself."""
    word = lower_at(pieces, at)
    if not word.endswith("s") and word != "centuries":
        return None
    if not any(unit.dimension == "time" for unit in units().get(word, ())):
        return None
    later = lower_at(pieces, at + 1) in ("later", "earlier", "afterward", "afterwards")
    before = lower_at(pieces, at - 1)
    lasting = before in ("for", "within") or (before in ("in", "over", "after") and word in LONG)
    if later or lasting:
        return Numeral(at, at + 1, None, "vague", word)
    return None


def _scale_end(pieces: Sequence[Lexeme], at: int) -> int:
    while (
        kind_at(pieces, at) in ("hundred", "scale", "multiple") and lower_at(pieces, at) != "score"
    ):
        at += 1
    return at


def _vague_of(pieces: Sequence[Lexeme], start: int, end: int) -> Numeral:
    words = " ".join(piece.lower for piece in pieces[start:end])
    return Numeral(start, end, None, "vague", words)
