"""Plain text: the file is the article."""

from __future__ import annotations

from factdiff.read.article import Article
from factdiff.read.emphasis import plain_text_without


def read(text: str) -> Article:
    """The whole text, with nothing known about it yet."""
    return Article(plain_text_without(text))
