"""Plain text: the file is the article."""

from __future__ import annotations

from factdiff.read.article import Article


def read(text: str) -> Article:
    """The whole text, with nothing known about it yet."""
    return Article(text)
