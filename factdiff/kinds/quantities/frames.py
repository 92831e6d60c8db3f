"""What a figure is beside the others of its sentence: an earlier value, a part, and whose."""

from __future__ import annotations

from functools import cache

from factdiff.kinds.context import sentence_of
from factdiff.kinds.quantities.article import NAMES, Article
from factdiff.kinds.quantities.reading import Reading
from factdiff.kinds.quantities.tables import rows
from factdiff.model import Kind, Span

GAP = 5  # words between `including` and the part
REACH = 120  # code points from a figure back to the name it belongs to


def frame_of(article: Article, reading: Reading) -> str:
    """``earlier`` for the second figure of ``5 percent, up from 4``, ``part`` for an included one.

    Only of sums and shares: ``12 people from six villages`` says neither.
    """
    if reading.kind not in (Kind.MONEY, Kind.PERCENT):
        return ""
    before = [article.piece(at) for at in range(reading.start - GAP - 2, reading.start)]
    after = [article.piece(at) for at in range(reading.end, reading.end + GAP + 1)]
    for words, where, frame in frames():
        if where == "before" and tuple(before[-len(words) :]) == words:
            return "" if "to" in after[:3] else frame
        follows = after[1:] if after[0] == "," else after
        if where == "after" and tuple(follows[: len(words)]) == words:
            return frame
        if where == "part" and _includes(before, words):
            return frame
    return ""


@cache
def frames() -> tuple[tuple[tuple[str, ...], str, str], ...]:
    """The words of ``frames.tsv``, where they stand, and what they make of the figure."""
    return tuple(
        (tuple(words.split()), where, frame) for words, where, frame, *_ in rows("frames.tsv")
    )


def _includes(before: list[str], words: tuple[str, ...]) -> bool:
    for at in range(len(before) - len(words) + 1):
        rest = before[at + len(words) :]
        if tuple(before[at : at + len(words)]) == words:
            return not any(piece in (",", ".", ";", "and") or piece[:1].isdigit() for piece in rest)
    return False


def party_of(article: Article, reading: Reading) -> str:
    """The name nearest before a figure in its sentence: ``Ann`` of ``Ann took 40, Bill 30``."""
    start = article.pieces[reading.start].start
    first = sentence_of(article.doc, Span(start, start + 1)).start
    low = max(first, start - REACH)
    names = [claim for kind in NAMES for claim in article.near_claims(low, start, kind)]
    last = max(names, key=lambda claim: claim.start, default=None)
    return str(last.value) if last is not None else ""
