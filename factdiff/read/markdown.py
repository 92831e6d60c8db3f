"""Markdown: the file's text as it stands, front matter and comments set aside."""

from __future__ import annotations

from factdiff.errors import InputError
from factdiff.model import Skipped
from factdiff.read.article import Article
from factdiff.read.frontmatter import front_matter


def read(text: str, where: str) -> Article:
    """The article, with title, publisher and date from the front matter.

    Offsets are those of the file: front matter stays in the text and is skipped. Raises
    ``InputError`` when ``published`` is not a date.
    """
    found = front_matter(text, where)
    if found is None:
        return Article(text)
    return Article(
        text,
        title=found.title,
        published=_date(found.published, where),
        publisher=found.publisher,
        skipped=(Skipped(0, found.end, "front matter"),),
    )


def _date(words: str | None, where: str) -> str | None:
    from factdiff.kinds.dates.publication import parse_date

    if words is None:
        return None
    date = parse_date(words)
    if date is None:
        raise InputError(f"{where}: published: {words!r} is not a date; write it as 2020-07-09")
    return date
