"""Front matter: the few lines of ``key: value`` between ``---`` at the top of a Markdown file.

Read is the part of YAML that articles use: a scalar, plain or quoted, and a list of scalars in
either notation. Keys that are not known may hold anything and are passed over.
"""

from __future__ import annotations

import os
import re
from dataclasses import dataclass
from pathlib import Path

from factdiff.errors import InputError

_OPEN = re.compile(r"---[ \t]*\n")
_CLOSE = re.compile(r"^(?:---|\.\.\.)[ \t]*$", re.MULTILINE)
_PAIR = re.compile(r"([A-Za-z_][\w-]*)[ \t]*:(?:[ \t]+(.*))?$")
_ITEM = re.compile(r"[ \t]*-[ \t]+(.+)$")
_COMMENT = re.compile(r"(?<!\S)#.*$")
_QUOTED = re.compile(r"""("(?:[^"\\]|\\.)*"|'(?:[^']|'')*')\s*(?:#.*)?$""")


@dataclass(frozen=True, slots=True)
class FrontMatter:
    """The known keys of a front matter and where it ends: the offset of the first body line."""

    end: int
    title: str | None = None
    published: str | None = None
    publisher: str | None = None
    sources: tuple[str, ...] = ()


def front_matter(text: str, where: str) -> FrontMatter | None:
    """The front matter that ``text`` begins with, or None.

    A ``---`` that nothing closes, or that no key follows, is a rule of the page and no front
    matter. Raises ``InputError`` when a known key holds what it cannot: a list for a title.
    """
    opening = _OPEN.match(text)
    closing = _CLOSE.search(text, opening.end()) if opening else None
    if opening is None or closing is None:
        return None
    values = _values(text[opening.end() : closing.start()].split("\n"))
    if not values:
        return None
    return FrontMatter(
        end=min(closing.end() + 1, len(text)),
        title=_scalar(values, "title", where),
        published=_scalar(values, "published", where),
        publisher=_scalar(values, "publisher", where),
        sources=_list(values, "sources"),
    )


def named_sources(path: str | os.PathLike[str]) -> tuple[str, ...]:
    """The files that a draft's front matter lists under ``sources``, as paths beside the draft.

    Addresses stay as they are. Empty when there are none. Raises ``InputError`` like
    ``read_source``.
    """
    from factdiff.read.files import text_of
    from factdiff.read.web import is_address

    given = Path(path)
    found = front_matter(text_of(given), os.fspath(path))
    return tuple(
        source if is_address(source) else os.fspath(given.parent / source)
        for source in (found.sources if found else ())
    )


def _values(lines: list[str]) -> dict[str, str | list[str]]:
    """Top-level keys with their scalar or list; what is indented below a scalar is passed over."""
    values: dict[str, str | list[str]] = {}
    key = ""
    for line in lines:
        if pair := _PAIR.match(line):
            key = pair[1].lower()
            values[key] = _value(_uncommented(pair[2] or ""))
        elif (item := _ITEM.match(line)) and values.get(key) in ("", None) and key:
            values[key] = [_unquoted(_uncommented(item[1]))]
        elif item and isinstance(values.get(key), list):
            values[key] = [*values[key], _unquoted(_uncommented(item[1]))]
    return values


def _uncommented(words: str) -> str:
    """The words without a comment; inside quotes ``#`` begins none."""
    quoted = _QUOTED.match(words.strip())
    return quoted[1] if quoted else _COMMENT.sub("", words).strip()


def _value(words: str) -> str | list[str]:
    if words.startswith("[") and words.endswith("]"):
        return [_unquoted(part.strip()) for part in words[1:-1].split(",") if part.strip()]
    return _unquoted(words)


def _unquoted(words: str) -> str:
    if len(words) >= 2 and words[0] == words[-1] and words[0] in "'\"":
        inner = words[1:-1]
        return inner.replace("''", "'") if words[0] == "'" else inner.replace('\\"', '"')
    return words


def _scalar(values: dict[str, str | list[str]], key: str, where: str) -> str | None:
    value = values.get(key, "")
    if isinstance(value, list):
        raise InputError(f"{where}: {key} in the front matter is a list; write one value")
    return value or None


def _list(values: dict[str, str | list[str]], key: str) -> tuple[str, ...]:
    value = values.get(key, "")
    return tuple(value) if isinstance(value, list) else (value,) if value else ()
