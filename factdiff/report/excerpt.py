"""A claim in its sentence, cut to a length, with the claim and the differing words marked.

The marks are part of the text, so that they survive a pipe and do not lean on colour:
``… police chief [Zhu *Hailun*] and …``.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum
from itertools import pairwise

from factdiff.model import Claim, Source, Span
from factdiff.report.clean import clean

ELLIPSIS = "…"
# `… had been followed. "` where the next sentence is a quotation
_NEXT_QUOTE = re.compile(r"(?<=[.!?])\s+[\"“'‘]$")
AROUND = 40  # characters of a long quotation that stay on either side of a differing word


class Part(StrEnum):
    """What a piece of an excerpt is; the terminal's theme has a style for each."""

    AROUND = "around"
    CLAIM = "claim"
    DIFFERS = "differs"
    MARK = "mark"


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of an excerpt; its text is clean."""

    part: Part
    text: str


def excerpt(source: Source, claim: Claim, differs: Sequence[Span], width: int) -> tuple[Piece, ...]:
    """The claim's sentence, about ``width`` characters of it, as pieces in order.

    ``differs`` are stretches of ``claim.text``. A claim longer than ``width`` is cut between
    its differing words, never at one.
    """
    inner = _claim_pieces(claim.text, differs, width)
    room = max(0, width - sum(len(piece.text) for piece in inner))
    reach = 4 * width  # a sentence may be a megabyte long: no more of it is looked at
    begin, end = max(claim.sentence.start, claim.start - reach), claim.end + reach
    before = clean(source.text[begin : claim.start]).lstrip()
    after = clean(source.text[claim.end : min(end, claim.sentence.end)]).rstrip()
    after = _NEXT_QUOTE.sub("", after)
    left, right = _shares(len(before), len(after), room)
    return tuple(
        piece
        for piece in (
            Piece(Part.AROUND, _end_of(before, left)),
            *inner,
            Piece(Part.AROUND, _start_of(after, right)),
        )
        if piece.text
    )


def plain(pieces: Sequence[Piece]) -> str:
    """The excerpt as one string."""
    return "".join(piece.text for piece in pieces)


def _claim_pieces(text: str, differs: Sequence[Span], width: int) -> list[Piece]:
    """``[Zhu *Hailun*]``: shared and differing stretches by turns, between brackets."""
    cuts = [0, *(edge for span in differs for edge in (span.start, span.end)), len(text)]
    stretches = [clean(text[a:b]) for a, b in pairwise(cuts)]
    pieces = [Piece(Part.MARK, "[")]
    for number, words in enumerate(_shortened(stretches, width)):
        if number % 2:
            star = Piece(Part.MARK, "*")
            pieces += [star, Piece(Part.DIFFERS, words), star]
        elif words:
            pieces.append(Piece(Part.CLAIM, words))
    return [*pieces, Piece(Part.MARK, "]")]


def _shortened(stretches: Sequence[str], width: int) -> list[str]:
    """Stretches that fit about ``width`` together: the shared ones give way, at their far ends."""
    if sum(map(len, stretches)) <= width:
        return list(stretches)
    if len(stretches) == 1:
        return [_middle_out(stretches[0], max(width, 2 * AROUND))]
    *most, last = stretches
    inner = [
        _middle_out(words, 2 * AROUND if number % 2 == 0 else max(width, 2 * AROUND))
        for number, words in enumerate(most)
    ]
    return [_end_of(most[0], AROUND), *inner[1:], _start_of(last, AROUND)]


def _shares(left: int, right: int, room: int) -> tuple[int, int]:
    """Room for what stands before and behind: a third before, and what one side leaves over."""
    before = min(left, max(room // 3, room - right))
    return before, min(right, room - before)


def _start_of(text: str, length: int) -> str:
    """The first ``length`` characters, cut at a word, with an ellipsis where something is cut."""
    if len(text) <= max(length, 3):  # an ellipsis is no shorter
        return text
    cut = text[: max(0, length - 2)]
    whole = cut.rsplit(" ", 1)[0] if " " in cut else ""
    return f"{whole} {ELLIPSIS}"


def _end_of(text: str, length: int) -> str:
    if len(text) <= max(length, 3):  # an ellipsis is no shorter
        return text
    cut = text[len(text) - max(0, length - 2) :]
    whole = cut.split(" ", 1)[1] if " " in cut else ""
    return f"{ELLIPSIS} {whole}"


def _middle_out(text: str, length: int) -> str:
    if len(text) <= max(length, 3):  # an ellipsis is no shorter
        return text
    half = length // 2
    return _start_of(text, half) + _end_of(text, half).removeprefix(ELLIPSIS)
