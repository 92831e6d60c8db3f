"""The open table of well-known laws: popular titles, acronyms and numbers that mean the same."""

from __future__ import annotations

import csv
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from factdiff.kinds.laws.value import Law, title_words


@dataclass(frozen=True, slots=True)
class Entry:
    """One law and the names it goes by. ``numbers`` are ``series:number`` pairs.

    ``acronyms`` stand for it anywhere; ``introduced`` only where the article spells it out too
    (``ESA`` is a space agency as well). ``source`` says where the row can be checked.
    """

    key: str
    form: str
    jurisdiction: str
    title: str
    year: int | None
    short: tuple[str, ...]
    nicknames: tuple[str, ...]
    acronyms: tuple[str, ...]
    introduced: tuple[str, ...]
    numbers: tuple[str, ...]
    source: str

    @property
    def names(self) -> Iterator[str]:
        """Every title that means this law wherever it stands."""
        yield from (self.title, *self.short, *self.nicknames, *self.acronyms)


def read_rows(name: str) -> list[dict[str, str]]:
    """The rows of a table of this room; lines that begin with ``#`` are comments."""
    text = files("factdiff.kinds.laws").joinpath(name).read_text(encoding="utf-8")
    lines = [line for line in text.splitlines() if line and not line.startswith("#")]
    return list(csv.DictReader(lines, delimiter="\t", quoting=csv.QUOTE_NONE))


@cache
def entries() -> tuple[Entry, ...]:
    """All rows of ``equivalents.tsv``."""
    return tuple(_entry(row) for row in read_rows("equivalents.tsv"))


def _entry(row: Mapping[str, str]) -> Entry:
    acronyms = _names(row["acronyms"])
    return Entry(
        key=row["key"],
        form=row["form"],
        jurisdiction=row["jurisdiction"],
        title=row["title"],
        year=int(row["year"]) if row["year"] else None,
        short=_names(row["short"]),
        nicknames=_names(row["nicknames"]),
        acronyms=tuple(name for name in acronyms if not name.endswith("?")),
        introduced=tuple(name[:-1] for name in acronyms if name.endswith("?")),
        numbers=_names(row["numbers"]),
        source=row["source"],
    )


def _names(cell: str) -> tuple[str, ...]:
    return tuple(name.strip() for name in cell.split("|") if name.strip())


@cache
def _by_key() -> dict[str, Entry]:
    return {entry.key: entry for entry in entries()}


@cache
def _by_name() -> dict[tuple[str, ...], Entry]:
    return {title_words(name): entry for entry in entries() for name in entry.names}


@cache
def _by_number() -> dict[str, Entry]:
    return {number: entry for entry in entries() for number in entry.numbers}


def entry_of(law: Law) -> Entry | None:
    """The row that a law was recognised as."""
    return _by_key().get(law.entry) if law.entry is not None else None


def entry_named(title: str) -> Entry | None:
    """The row with this title, short title, nickname or acronym."""
    return _by_name().get(title_words(title))


@cache
def _by_introduced() -> dict[str, Entry]:
    return {acronym: entry for entry in entries() for acronym in entry.introduced}


def entry_introduced(acronym: str) -> Entry | None:
    """The row whose acronym this is where the article must spell it out: ``ESA``, ``ECHR``."""
    return _by_introduced().get(acronym)


def entry_numbered(series: str, number: str) -> Entry | None:
    """The row with this number: ``us-public-law`` ``111-148``."""
    return _by_number().get(f"{series}:{number}")
