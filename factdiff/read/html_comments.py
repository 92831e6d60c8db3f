"""Comments that speak to factdiff survive the extraction of an article from its page.

What finds the article in a page drops every comment. So each ``<!-- factdiff: … -->`` leaves a
marker in the words that it stands on or above, and where a marker comes out of the extraction the
comment is put back, on a line of its own above the words, as it would stand in a Markdown draft.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from html.parser import HTMLParser

from factdiff.model import Skipped

_COMMENT = re.compile(r"<!--[ \t]*factdiff:")
# a comment behind words of these stands in the paragraph around them
_INLINE = frozenset({"a", "b", "cite", "em", "i", "mark", "q", "small", "span", "strong", "u"})
_NO_ARTICLE = frozenset({"head", "script", "style", "template", "noscript"})


@dataclass(frozen=True, slots=True)
class Marked:
    """A page with markers in it, and the comments that they stand for."""

    markup: str
    mark: str
    comments: tuple[str, ...]

    def put_back(self, text: str) -> tuple[str, tuple[Skipped, ...], tuple[str, ...]]:
        """The extracted text with its comments, where they stand, and a remark on each lost one."""
        if not self.comments:
            return text, (), ()
        lines, skipped, found = [], list[Skipped](), set[int]()
        length = 0
        for line in text.split("\n"):
            numbers = [int(number) for number in self._pattern().findall(line)]
            found.update(numbers)
            for words in (self.comments[number] for number in numbers):
                skipped.append(Skipped(length, length + len(words), "comment"))
                lines.append(words)
                length += len(words) + 1
            lines.append(self.without(line))
            length += len(lines[-1]) + 1
        lost = [words for n, words in enumerate(self.comments) if n not in found]
        notes = (f"no part of the article stands at the comment {words}" for words in lost)
        return "\n".join(lines), tuple(skipped), tuple(notes)

    def without(self, words: str) -> str:
        """Words without markers."""
        return self._pattern().sub("", words)

    def _pattern(self) -> re.Pattern[str]:
        return re.compile(rf"{re.escape(self.mark)}(\d+)⟧")


def marked(markup: str) -> Marked:
    """The page with a marker for each comment that speaks to factdiff."""
    if _COMMENT.search(markup) is None:
        return Marked(markup, "", ())
    mark = "⟦factdiff"
    while mark in markup:
        mark += "-"
    finder = _Finder(markup)
    finder.feed(markup)
    finder.close()
    comments = [words for _, words in finder.found]
    pieces, last = [], 0
    for number, (at, _) in enumerate(finder.found):
        pieces += [markup[last:at], f"{mark}{number}⟧"]
        last = at
    return Marked("".join([*pieces, markup[last:]]), mark, tuple(comments))


class _Finder(HTMLParser):
    """Finds for each comment the place in the words that it stands on or above."""

    def __init__(self, markup: str) -> None:
        super().__init__()
        self.found: list[tuple[int, str]] = []
        self._markup = markup
        self._lines = [0, *(found.end() for found in re.finditer("\n", markup))]
        self._waiting: list[str] = []
        self._in_words = False  # whether the element that is open has words already
        self._outside = 0

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        del attrs
        self._outside += tag in _NO_ARTICLE
        self._in_words = self._in_words and tag in _INLINE

    def handle_endtag(self, tag: str) -> None:
        self._outside = max(0, self._outside - (tag in _NO_ARTICLE))
        self._in_words = self._in_words and tag in _INLINE

    def handle_comment(self, data: str) -> None:
        words = f"<!-- {' '.join(data.split())} -->" if data.strip() else ""
        if not words or _COMMENT.match(words) is None:
            return
        if self._in_words:
            self.found.append((self._offset(), words))
        else:
            self._waiting.append(words)

    def handle_data(self, data: str) -> None:
        if self._outside or not data.strip():
            return
        self._in_words = True
        at = self._offset()
        while self._markup[at : at + 1].isspace():
            at += 1
        self.found += [(at, words) for words in self._waiting]
        self._waiting = []

    def close(self) -> None:
        super().close()
        self.found += [(len(self._markup), words) for words in self._waiting]

    def _offset(self) -> int:
        line, column = self.getpos()
        return self._lines[line - 1] + column
