"""The headline: the first line that is neither page furniture nor body text."""

from __future__ import annotations

from collections.abc import Sequence

from factdiff.model import Span
from factdiff.read.paragraphs import Paragraph, is_inside
from factdiff.read.published import line_date

_FULL = 4  # words
_WORDS = (2, 25)  # "Ferry sinks" to a headline with its deck on one line


def find_headline(
    paragraphs: Sequence[Paragraph], aside: Sequence[Span], title: str | None
) -> Span | None:
    """Where the headline stands, or None if the text begins with its first paragraph.

    ``aside`` are furniture and dateline. A ``title`` that is known already is the headline if it
    stands in a paragraph before the body.
    """
    before = _before_body(paragraphs, aside)
    if title is not None:
        return next((_bare(p) for p in before if _same(p.words, title)), None)
    lines = [p for p in before if _is_headline(p)]
    # "The Valley Ledger" above the headline is too short to be one, if a longer line follows
    long = [p for p in lines if p.words.count(" ") + 1 >= _FULL]
    return next((_bare(p) for p in (*long, *lines)), None)


def _before_body(paragraphs: Sequence[Paragraph], aside: Sequence[Span]) -> list[Paragraph]:
    """What stands above the first body paragraph; nothing, if there is no body at all."""
    before: list[Paragraph] = []
    for paragraph in paragraphs:
        if is_inside(paragraph.span, aside):
            continue
        if paragraph.is_sentence:
            return before
        before.append(paragraph)
    return []


def _is_headline(paragraph: Paragraph) -> bool:
    words = paragraph.words
    count = words.count(" ") + 1
    return (
        _WORDS[0] <= count <= _WORDS[1]
        and not words.endswith((".", ":", ","))
        and line_date(words) is None
        and any(character.isalpha() for character in words)
    )


def _bare(paragraph: Paragraph) -> Span:
    """The paragraph without the marks of a Markdown heading."""
    marks = len(paragraph.words) - len(paragraph.words.lstrip("# "))
    return Span(paragraph.start + marks, paragraph.end)


def _same(words: str, title: str) -> bool:
    return " ".join(title.split()).casefold() == words.lstrip("# ").casefold()
