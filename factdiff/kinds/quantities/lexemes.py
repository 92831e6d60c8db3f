"""The words, numbers and signs of a text, independent of any tokenizer.

A pipeline may keep ``58km``, ``6.1-magnitude`` or ``$35,000`` as one token or split them in
several ways; here they are always the same pieces.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

# every alternative is linear: no group can be matched in two ways
_SPACED = r"(?:(?: \d{3}){2,4}|(?:[\u00a0\u202f\u2009]\d{3}){1,4})"  # `3 000 000`
_PIECE = re.compile(
    r"(?P<number>(?<![\d.,])\d{1,3}" + _SPACED + r"(?![\d,.]\d)(?!\d)"
    r"|\d+(?:,\d{2,3}(?!\d))*(?:\.\d+)?|(?<![\w.])\.\d+)"
    r"|(?P<word>(?:(?![¼-¾⅐-⅞²³])[^\W\d_])+(?:['’][^\W\d_]+)?)"
    r"|(?P<sign>[^\s\w]|_|[^\W\d]|\S)"
)
_WEB = re.compile(r"(?:https?://|www\.)\S+|[\w.+-]{1,64}@[\w-]{1,64}\.[\w.]{1,64}|[@#]\w+")
MAX_DIGITS = 18  # longer rows of digits are identifiers


@dataclass(frozen=True, slots=True)
class Lexeme:
    """A piece of text: ``kind`` is ``number``, ``word`` or ``sign``; ``glued`` without a space."""

    text: str
    lower: str
    start: int
    end: int
    kind: str
    glued: bool


def lexemes_of(text: str) -> list[Lexeme]:
    """The pieces of a text in order; web and mail addresses and hashtags are left out."""
    web = [match.span() for match in _WEB.finditer(text)]
    pieces: list[Lexeme] = []
    last = -1
    at = 0
    for match in _PIECE.finditer(text):
        start, end = match.span()
        while at < len(web) and web[at][1] <= start:
            at += 1
        if at < len(web) and web[at][0] < end:
            continue
        kind = match.lastgroup or "sign"
        piece = match.group()
        if kind == "sign" and piece.isnumeric():
            kind = "number"
        if kind == "number" and sum(map(str.isdigit, piece)) > MAX_DIGITS:
            kind = "sign"
        pieces.append(
            Lexeme(piece, piece.lower().replace("’", "'"), start, end, kind, start == last)
        )
        last = end
    return pieces
