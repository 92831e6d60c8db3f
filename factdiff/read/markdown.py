"""Markdown: the file's text as it stands; front matter, links and comments are set aside."""

from __future__ import annotations

import re
from collections.abc import Iterator

from factdiff.errors import InputError
from factdiff.model import Skipped
from factdiff.read.article import Article
from factdiff.read.emphasis import markdown_without
from factdiff.read.frontmatter import FrontMatter, front_matter
from factdiff.read.published import stated_date

# What a reader of the rendered page does not see, or sees as a picture. The order decides
# where two begin at one place; none reaches over the end of what it stands in.
_MARKUP: tuple[tuple[str, re.Pattern[str]], ...] = (
    ("code", re.compile(r"^(```|~~~)[^\n]*\n(?:(?!\1)[^\n]*\n)*+\1[^\n]*$", re.MULTILINE)),
    ("image", re.compile(r"!\[[^\[\]\n]{0,300}\]\([^()\n]{0,500}\)")),
    ("link target", re.compile(r"(?<=\])\([^()\s]{1,500}(?: \"[^\"\n]{0,200}\")?\)")),
    ("link target", re.compile(r"^ {0,3}\[[^\[\]\n]{1,100}\]:[ \t]+\S[^\n]*$", re.MULTILINE)),
    ("markup", re.compile(r"</?[a-zA-Z][^<>\n]{0,200}>")),
)
_HEADING = re.compile(r"^#[ \t]+(\S[^\n]*?)(?:[ \t]+#+)?[ \t]*$", re.MULTILINE)


def read(text: str, where: str) -> Article:
    """The article, with title, publisher and date from the front matter.

    Offsets are those of the file: front matter and markup stay in the text (marks of emphasis
    as spaces), and no claim is
    taken from front matter, comments, code, pictures and link targets. Without a ``title`` the
    first heading is the title. Raises ``InputError`` when ``published`` is not a date.
    """
    found = front_matter(text, where) or FrontMatter(end=0)
    text = text[: found.end] + markdown_without(text[found.end :])
    heading = _HEADING.search(text, found.end)
    return Article(
        text,
        title=found.title or (heading[1].strip() if heading else None),
        published=_date(found.published, where),
        publisher=found.publisher,
        skipped=tuple(_aside(text, found.end)),
    )


def _aside(text: str, body: int) -> Iterator[Skipped]:
    """Front matter and markup, in order, none overlapping another."""
    stretches = [Skipped(0, body, "front matter")] if body else []
    stretches += _comments(text, body)
    for reason, pattern in _MARKUP:
        stretches += [Skipped(*m.span(), reason) for m in pattern.finditer(text, body)]
    end = 0
    for stretch in sorted(stretches, key=lambda s: (s.start, -s.end)):
        if stretch.start >= end:
            end = stretch.end
            yield stretch


def _comments(text: str, start: int) -> Iterator[Skipped]:
    """Comments that are closed; by ``find``, for a pattern would look for every end anew."""
    while (start := text.find("<!--", start)) >= 0:
        end = text.find("-->", start + 4)
        if end < 0:
            return
        yield Skipped(start, end + 3, "comment")
        start = end + 3


def _date(words: str | None, where: str) -> str | None:
    if words is None:
        return None
    date = stated_date(words)
    if date is None:
        raise InputError(f"{where}: published: {words!r} is not a date; write it as 2020-07-09")
    return date
