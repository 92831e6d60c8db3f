"""Which stretches stand in single marks, as British papers set speech.

The mark is also the apostrophe, so it opens only before a word and closes only after one:
``the players' bus`` and ``'twas`` must pass. A quotation in single marks ends with its line.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence

from factdiff.kinds.quotes.marks import Quoted
from factdiff.model import Span

OPENING = re.compile(
    r"(?:(?<=[\s(\[“\"—–-])|^)(?:['‘`‹](?=\w)(?!(?:em|til|tis|twas|cause|n|\d0s)\b))", re.M | re.I
)
CLOSING = re.compile(r"(?:(?<=\S)|(?<=\S ))['’›](?=$|[\s.,;:!?)\]”\"—–])", re.M)
STRONG = frozenset(",.?!…")  # a closing mark after these is no apostrophe
REACH = 50  # closing marks looked at for one opening mark: bounds the cost


def single_stretches(text: str, double: Sequence[Quoted]) -> list[Quoted]:
    """What stands in single marks outside ``double``, or around whole stretches of it."""
    closings = [match.start() for match in CLOSING.finditer(text)]
    openings = [match.start() for match in OPENING.finditer(text)]
    found: list[Quoted] = []
    end = 0
    for opening in openings:
        if opening < end:
            continue
        closing = _closing_of(text, opening + 1, closings, openings)
        if closing is None:
            continue
        quoted = _quoted(text, opening, closing)
        if quoted is not None and _fits(quoted, double):
            found.append(quoted)
            end = closing + 1
    return found


def _closing_of(text: str, start: int, closings: list[int], openings: list[int]) -> int | None:
    """The first mark that surely closes, else the last possessive-like one of the line.

    One before which another quotation opens closes that one: ``‘many warnings’ and ‘some help.’``
    """
    line_end = text.find("\n", start)
    first = bisect_right(closings, start)
    last: int | None = None
    for at in closings[first : first + REACH]:
        if 0 <= line_end < at or (last is not None and _opens_between(openings, last, at)):
            break
        if text[at - 1] in STRONG or text[at - 1].casefold() != "s":
            return at
        if text[at + 1 : at + 2] in STRONG:
            return at  # `the best of times', she said`
        last = at
    return last


def _opens_between(openings: list[int], start: int, end: int) -> bool:
    return bisect_right(openings, start) < bisect_right(openings, end - 1)


def _quoted(text: str, opening: int, closing: int) -> Quoted | None:
    inside = text[opening + 1 : closing]
    start = opening + 1 + len(inside) - len(inside.lstrip())
    end = opening + 1 + len(inside.rstrip())
    return Quoted(Span(start, end), Span(opening, closing + 1)) if start < end else None


def _fits(quoted: Quoted, double: Sequence[Quoted]) -> bool:
    """Whether no double-marked stretch holds or cuts this one; whole ones inside are nested."""
    at = bisect_right(double, quoted.outer.start, key=lambda other: other.outer.start)
    near = double[max(0, at - 1) : at + REACH]
    return all(
        quoted.span.contains(other.outer) or not quoted.outer.overlaps(other.outer)
        for other in near
    )
