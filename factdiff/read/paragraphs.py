"""Where a text's paragraphs stand: one line each, or several lines where lines were wrapped."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from factdiff.model import Span

_END = re.compile(r"""[.!?…:]['"”’»)\]]*\s*$""")
_WRAP_AT = (45, 100)  # lines that an editor or a mail program wrapped are this long
_SENTENCE_WORDS = 6  # "Nobody was hurt, the mayor said." is the shortest body we bank on
_LONG = 40  # words: nothing but body is that long, ended or not


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A stretch of a text without the white space around it; ``words`` has single blanks."""

    start: int
    end: int
    words: str

    @property
    def span(self) -> Span:
        """Where it stands."""
        return Span(self.start, self.end)

    @property
    def is_sentence(self) -> bool:
        """Whether it reads as body text: long enough, and ended as sentences end."""
        count = self.words.count(" ") + 1
        return count >= _LONG or (count >= _SENTENCE_WORDS and bool(_END.search(self.words)))


def paragraphs_of(text: str, skipped: Sequence[Span] = ()) -> list[Paragraph]:
    """The paragraphs of a text in order, without those inside a skipped stretch.

    A line is a paragraph of its own, unless it goes on with a wrapped line before it:

        The mayor told reporters on Thursday that nobody was
        hurt in the blaze.
    """
    found: list[Paragraph] = []
    block: list[tuple[int, str]] = []
    for start, line in (*_lines(text), (len(text), "")):
        if line.strip():
            block.append((start, line))
        elif block:
            found += _paragraphs_of_block(block)
            block = []
    return [p for p in found if not is_inside(p.span, skipped)]


def is_inside(span: Span, stretches: Sequence[Span]) -> bool:
    """Whether ``span`` lies in one of the stretches, which are in order and do not overlap."""
    at = bisect_left(stretches, span.end, key=lambda stretch: stretch.start)
    return at > 0 and stretches[at - 1].contains(span)


def _lines(text: str) -> Iterable[tuple[int, str]]:
    start = 0
    for line in text.split("\n"):
        yield start, line
        start += len(line) + 1


def _paragraphs_of_block(block: list[tuple[int, str]]) -> Iterable[Paragraph]:
    wrapped = _is_wrapped([line for _, line in block])
    joined: list[tuple[int, str]] = []
    for start, line in block:
        if joined and (wrapped or _goes_on(joined[-1][1], line)):
            joined.append((start, line))
            continue
        if joined:
            yield _paragraph(joined)
        joined = [(start, line)]
    yield _paragraph(joined)


def _is_wrapped(lines: list[str]) -> bool:
    """Four lines or more, all but the last about as long, most of them cut within a sentence."""
    full = lines[:-1]
    return (
        len(full) >= 3
        and all(_WRAP_AT[0] <= len(line.rstrip()) <= _WRAP_AT[1] for line in full)
        and sum(not _END.search(line) for line in full) * 10 >= len(full) * 7
    )


def _goes_on(before: str, line: str) -> bool:
    length = len(before.rstrip())
    return (
        _WRAP_AT[0] <= length <= _WRAP_AT[1]
        and not _END.search(before)
        and line.lstrip()[:1].islower()
    )


def _paragraph(lines: list[tuple[int, str]]) -> Paragraph:
    first, last = lines[0], lines[-1]
    start = first[0] + len(first[1]) - len(first[1].lstrip())
    end = last[0] + len(last[1].rstrip())
    return Paragraph(start, end, " ".join(" ".join(line for _, line in lines).split()))
