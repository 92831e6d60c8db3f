"""The words of the room: one reader for its tab-separated tables, and a view on each."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from functools import cache
from importlib.resources import files
from types import MappingProxyType

Row = tuple[str, ...]


@cache
def rows(table: str) -> tuple[Row, ...]:
    """The rows of ``<table>.tsv`` beside this module, as they stand there.

    Lines that are empty or start with ``#`` are left out; cells keep their spelling and case.
    """
    text = files(__package__).joinpath(f"{table}.tsv").read_text(encoding="utf-8")
    lines = (line for line in text.splitlines() if line and not line.startswith("#"))
    return tuple(tuple(line.split("\t")) for line in lines)


@cache
def numbers(table: str, kind: str) -> Mapping[str, int]:
    """Words of one kind and their number: ``numbers("calendar", "month")["may"]`` is 5."""
    return MappingProxyType({row[0]: int(row[2]) for row in rows(table) if row[1] == kind})


def months() -> Mapping[str, int]:
    """Month names and their abbreviations, lower case, to 1..12."""
    return numbers("calendar", "month")


def weekdays() -> Mapping[str, int]:
    """Weekday names and their abbreviations, lower case, to 1 (Monday) .. 7 (Sunday)."""
    return numbers("calendar", "weekday")


@cache
def capitalized() -> frozenset[str]:
    """Calendar words that mean something else in lower case: ``may``, ``march``, ``sat``."""
    return frozenset(row[0] for row in rows("calendar") if row[3] == "capital")


def alternatives(words: Iterable[str]) -> str:
    """A regular expression that matches any of the words, the longest first."""
    return "|".join(re.escape(word) for word in sorted(set(words), key=lambda w: (-len(w), w)))


@cache
def holidays() -> Mapping[str, int]:
    """Names of holidays, lower case, to the number of their row in ``holidays.tsv``."""
    return MappingProxyType({row[0].lower(): n for n, row in enumerate(rows("holidays"))})


def is_full_name(text: str) -> bool:
    """Whether the last word of a text is a month or weekday written out."""
    word = text.rpartition(" ")[2].strip().lower()
    long = word in ("may", "june", "july") or len(word) > 5 or word in ("march", "april")
    return long and (word in months() or word in weekdays())


def weekday_name(number: int) -> str:
    """``Monday`` for 1 to ``Sunday`` for 7; empty for 0."""
    names = [row[0] for row in rows("calendar") if row[1] == "weekday" and row[0].endswith("day")]
    return names[number - 1].capitalize() if number else ""
