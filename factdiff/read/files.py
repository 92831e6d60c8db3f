"""A path or standard input to a source."""

from __future__ import annotations

import hashlib
import os
import re
import sys
from dataclasses import replace
from pathlib import Path

from factdiff.errors import InputError
from factdiff.model import Source
from factdiff.read import html, markdown, plain
from factdiff.read.article import Article, source_of_article
from factdiff.read.decoding import decode
from factdiff.read.frontmatter import front_matter

STANDARD_INPUT = "-"
_MARKDOWN = frozenset({".md", ".markdown", ".mdown", ".mkd"})
_HTML = frozenset({".html", ".htm", ".xhtml"})

_PAGE = re.compile(r"\s*<(?:!doctype html|html)\b", re.IGNORECASE)


def read_source(
    path: str | os.PathLike[str], *, published: str | None = None, name: str | None = None
) -> Source:
    """Read one article from a file, or from standard input when ``path`` is ``-``.

    Plain text, Markdown (``.md``) and, with the ``html`` extra, HTML. ``published`` (an EDTF
    date) wins over what the article says of itself; ``name`` over the publisher and the file
    name. Raises ``InputError`` when the file cannot be read as text and ``UsageError`` when
    ``published`` is not a date.
    """
    given = os.fspath(path)
    where = "standard input" if given == STANDARD_INPUT else given
    data = _bytes_of(given, where)
    article = _article(data, _suffix(given), where)
    source = source_of_article(
        article,
        name=name
        or article.publisher
        or ("stdin" if given == STANDARD_INPUT else Path(given).name),
        sha256=hashlib.sha256(data).hexdigest(),
        published=published,
    )
    return replace(source, path=None if given == STANDARD_INPUT else given)


def text_of(path: str | os.PathLike[str]) -> str:
    """The decoded text of a file, as ``Source.text`` has it; raises ``InputError``."""
    given = os.fspath(path)
    return decode(_bytes_of(given, given), given)[0]


def _suffix(given: str) -> str:
    return Path(given).suffix.lower()


def _bytes_of(given: str, where: str) -> bytes:
    if given == STANDARD_INPUT:
        stream = getattr(sys.stdin, "buffer", None)  # a notebook's standard input has none
        data: bytes = stream.read() if stream else sys.stdin.read().encode("utf-8")
        return data
    try:
        return Path(given).read_bytes()
    except FileNotFoundError:
        raise InputError(f"{where}: no such file; check the path") from None
    except IsADirectoryError:
        raise InputError(f"{where} is a directory; name the files in it") from None
    except PermissionError:
        raise InputError(f"{where}: permission denied; make the file readable") from None
    except (OSError, ValueError) as error:  # ValueError: a null byte inside the path
        reason = getattr(error, "strerror", None) or str(error)
        raise InputError(f"{where!r} cannot be read: {reason}; check the path") from None


def _article(data: bytes, suffix: str, where: str) -> Article:
    text, encoding = decode(data, where)
    article = _read_as(suffix, text, where)
    if encoding is None:
        return article
    return replace(article, notes=(*article.notes, f"{where} was read as {encoding}, not UTF-8"))


def _read_as(suffix: str, text: str, where: str) -> Article:
    """Read by suffix; a text without one (standard input) by how it begins."""
    if suffix in _HTML or (not suffix and _PAGE.match(text)):
        return html.read(text, where)
    if suffix in _MARKDOWN or (not suffix and front_matter(text, where)):
        return markdown.read(text, where)
    return plain.read(text)
