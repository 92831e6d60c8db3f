"""What every input format comes down to, and how a source is made of it."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass

from factdiff.errors import InputError
from factdiff.model import Skipped, Source, Span
from factdiff.read.dateline import find_dateline
from factdiff.read.decoding import unified
from factdiff.read.emphasis import plain_text_without
from factdiff.read.headline import find_headline
from factdiff.read.paragraphs import paragraphs_of
from factdiff.read.published import given_date, page_clock, publication
from factdiff.read.skipping import find_furniture, merged


@dataclass(frozen=True, slots=True)
class Article:
    """A decoded file and what its format says about it.

    ``skipped`` are stretches that the format itself sets aside: front matter, comments.
    """

    text: str
    title: str | None = None
    published: str | None = None
    publisher: str | None = None
    skipped: tuple[Skipped, ...] = ()
    notes: tuple[str, ...] = ()


def source_from_text(
    text: str, *, name: str = "text", published: str | None = None, title: str | None = None
) -> Source:
    """A source made of a string, with the rules of a plain-text file.

    Raises ``InputError`` when there is nothing but white space, ``UsageError`` when
    ``published`` is not an EDTF date.
    """
    text = unified(text)
    if not text.strip():
        raise InputError(f"{name} is empty; give the text of an article")
    sha256 = hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()
    return source_of_article(
        Article(plain_text_without(text), title), name=name, sha256=sha256, published=published
    )


def source_of_article(
    article: Article, *, name: str, sha256: str, published: str | None = None
) -> Source:
    """Look for headline, dateline, publication date and page furniture, and make the source."""
    text = article.text
    paragraphs = paragraphs_of(text, article.skipped)
    furniture = find_furniture(text, paragraphs)
    dateline = find_dateline(text, paragraphs, furniture)
    aside = sorted((*furniture, *([dateline.span] if dateline else [])), key=_start)
    headline = find_headline(paragraphs, aside, article.title)
    given = given_date(published) or article.published
    date = publication(text, paragraphs, furniture, dateline, given)
    skipped = (*article.skipped, *furniture, *page_clock(text, paragraphs, furniture))
    return Source(
        name=name,
        text=text,
        sha256=sha256,
        published=date.edtf,
        title=article.title or (_folded(text, headline) if headline else None),
        headline=headline,
        dateline=dateline.span if dateline else None,
        skipped=merged((*skipped, *(dateline.skipped if dateline else ()))),
        notes=(*article.notes, *date.notes),
    )


def _folded(text: str, span: Span) -> str:
    """The words of a headline, which a mail program may have wrapped."""
    return " ".join(text[span.start : span.end].split())


def _start(span: Span) -> int:
    return span.start
