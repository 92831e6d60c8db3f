"""Looking at single pieces of a text: the word there, its row in the table of number words."""

from __future__ import annotations

from collections.abc import Sequence

from factdiff.kinds.quantities.lexemes import Lexeme
from factdiff.kinds.quantities.tables import NumberWord, number_words

DASHES = ("-", "–", "—", "‑")


def word_at(pieces: Sequence[Lexeme], at: int) -> NumberWord | None:
    """The row of the number word at a piece, if it is one."""
    if not 0 <= at < len(pieces) or pieces[at].kind != "word":
        return None
    return number_words().get(pieces[at].lower)


def lower_at(pieces: Sequence[Lexeme], at: int) -> str:
    """The lower-case piece at a place, empty outside the text."""
    return pieces[at].lower if 0 <= at < len(pieces) else ""


def kind_at(pieces: Sequence[Lexeme], at: int) -> str:
    """The kind of the number word at a piece (``unit``, ``ten``, ``scale`` …), else empty."""
    word = word_at(pieces, at)
    return word.kind if word else ""


def past_hyphen(pieces: Sequence[Lexeme], at: int) -> int:
    """The place after a glued hyphen, or the place itself."""
    glued = at < len(pieces) and pieces[at].glued
    return at + 1 if lower_at(pieces, at) in DASHES and glued else at
