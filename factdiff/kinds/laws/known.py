"""Laws known by name from the table of equivalents: ``Obamacare``, ``RICO``, ``Magna Carta``."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from factdiff.kinds.laws.equivalents import Entry, entries
from factdiff.kinds.laws.value import Law, split_year
from factdiff.kinds.laws.vocabulary import title_word_lists

CAPITAL = re.compile(r"(?<![\w.-])(?:[A-Z][\w.]*\w?|(?:19|20)\d\d(?=\s[A-Z]))")
FIRST = re.compile(r"[\w.]*\w")


@cache
def _by_first_word() -> dict[str, tuple[tuple[str, Entry], ...]]:
    """Names by their first word, longest first."""
    table: dict[str, list[tuple[str, Entry]]] = {}
    for entry in entries():
        for name in entry.names:
            table.setdefault(_first(name), []).append((name, entry))
    return {
        word: tuple(sorted(names, key=lambda pair: (-len(pair[0]), pair[0])))
        for word, names in table.items()
    }


def _first(name: str) -> str:
    found = FIRST.match(name)
    return found[0] if found else name


# the body of basic law of the country the story is about; a newspaper or a ship has more words
CONSTITUTION = re.compile(r"(?<=\b[Tt]he )Constitution\b(?! (?:[A-Z]|of))")


def find_constitution(text: str) -> Iterator[tuple[int, int, Law]]:
    """Every plain ``the Constitution``: start, end and the law."""
    for found in CONSTITUTION.finditer(text):
        yield found.start(), found.end(), Law("Constitution", "constitution", title="Constitution")


def find_known(text: str) -> Iterator[tuple[int, int, Law]]:
    """Every name of the table in a text, in its capitals: start, end and the law."""
    table = _by_first_word()
    for word in CAPITAL.finditer(text):
        for name, entry in table.get(_first(word[0]), ()):
            end = word.start() + len(name)
            if _says(text, word.start(), end, name):
                yield word.start(), end, known_law(text[word.start() : end], entry)
                break


def _says(text: str, start: int, end: int, name: str) -> bool:
    if text[start:end].replace("’", "'") != name:
        return False
    following = re.match(r" ([A-Za-z]+)", text[end : end + 20])
    if following is not None and following[1].lower() in title_word_lists().follow:
        return False  # the North Atlantic Treaty Organization
    # Title IX, but neither Title IXX nor ``RICO-style``
    return not re.match(r"[\w]|-\w|/\d", text[end : end + 2])


def known_law(words: str, entry: Entry) -> Law:
    """The law of a row, under the words an article uses for it."""
    title, year = split_year(words)
    part = re.match(r"(Section|Article|Title) (\d+|[IVX]+)\b", words)
    return Law(
        words=words,
        form=entry.form,
        title=title,
        year=year,
        section=part[2] if part else None,
        unit=part[1].lower() if part else None,
        jurisdiction=entry.jurisdiction,
        entry=entry.key,
    )
