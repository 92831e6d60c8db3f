"""A path, an address or standard input to a source."""

from __future__ import annotations

import hashlib
import os
import re
import sys
from dataclasses import dataclass, replace
from pathlib import Path
from urllib.parse import urlsplit

from factdiff.errors import InputError
from factdiff.model import Source
from factdiff.read import html, markdown, plain
from factdiff.read.article import Article, source_of_article
from factdiff.read.decoding import decode
from factdiff.read.frontmatter import front_matter
from factdiff.read.web import fetch, is_address

STANDARD_INPUT = "-"
_MARKDOWN = frozenset({".md", ".markdown", ".mdown", ".mkd"})
_HTML = frozenset({".html", ".htm", ".xhtml"})

_PAGE = re.compile(r"\s*<(?:!doctype html|html)\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class _Opened:
    """What stands at a path: ``where`` is its name in messages, ``path`` as it was given."""

    data: bytes
    suffix: str
    name: str
    where: str
    path: str | None


def read_source(
    path: str | os.PathLike[str], *, published: str | None = None, name: str | None = None
) -> Source:
    """Read one article from a file, an http(s) address, or standard input (``-``).

    Plain text, Markdown (``.md``) and, with the ``html`` extra, HTML. ``published`` (an EDTF
    date) wins over what the article says of itself; ``name`` over the publisher and the file
    name. Raises ``InputError`` when the file cannot be read as text and ``UsageError`` when
    ``published`` is not a date.
    """
    opened = _opened(os.fspath(path))
    article = _article(opened)
    source = source_of_article(
        article,
        name=name or article.publisher or opened.name,
        sha256=hashlib.sha256(opened.data).hexdigest(),
        published=published,
    )
    return replace(source, path=opened.path)


def text_of(path: str | os.PathLike[str]) -> str:
    """The decoded text of a file, as ``Source.text`` has it; raises ``InputError``."""
    given = os.fspath(path)
    return decode(_bytes_of(given), _shown(given))[0]


def _opened(given: str) -> _Opened:
    if given == STANDARD_INPUT:
        return _Opened(_standard_input(), "", "stdin", "standard input", None)
    if is_address(given):
        data, is_page = fetch(given)
        parts = urlsplit(given)
        suffix = ".html" if is_page else Path(parts.path).suffix.lower()
        return _Opened(data, suffix, parts.hostname or given, given, given)
    path = Path(given)
    return _Opened(_bytes_of(given), path.suffix.lower(), path.name, _shown(given), given)


def _standard_input() -> bytes:
    stream = getattr(sys.stdin, "buffer", None)  # a notebook's standard input has none
    data: bytes = stream.read() if stream else sys.stdin.read().encode("utf-8")
    return data


def _shown(given: str) -> str:
    """A path as messages show it: control characters in it must not reach a terminal."""
    return given if given.isprintable() else repr(given)


def _bytes_of(given: str) -> bytes:
    where = _shown(given)
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
        raise InputError(f"{where} cannot be read: {reason}; check the path") from None


def _article(opened: _Opened) -> Article:
    text, encoding = decode(opened.data, opened.where)
    article = _read_as(opened.suffix, text, opened.where)
    if encoding is None:
        return article
    note = f"{opened.where} was read as {encoding}, not UTF-8"
    return replace(article, notes=(*article.notes, note))


def _read_as(suffix: str, text: str, where: str) -> Article:
    """Read by suffix; a text without one (standard input) by how it begins."""
    if suffix in _HTML or (not suffix and _PAGE.match(text)):
        return html.read(text, where)
    if suffix in _MARKDOWN or (not suffix and front_matter(text, where)):
        return markdown.read(text, where)
    return plain.read(text)
