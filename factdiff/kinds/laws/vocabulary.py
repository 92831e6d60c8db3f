"""The word lists of this room: ``title_words.tsv`` and ``heads.tsv``."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from factdiff.kinds.laws.equivalents import read_rows


@dataclass(frozen=True, slots=True)
class TitleWords:
    """The word lists of ``title_words.tsv`` by their use."""

    connector: frozenset[str]
    stop: frozenset[str]
    never: frozenset[str]
    follow: frozenset[str]
    seat: frozenset[str]
    generic: frozenset[str]
    changes: frozenset[str]


@cache
def title_word_lists() -> TitleWords:
    """The word lists, read once."""
    rows = read_rows("title_words.tsv")
    uses = ("connector", "stop", "never", "follow", "seat", "generic", "changes")
    return TitleWords(*(frozenset(r["word"] for r in rows if r["use"] == use) for use in uses))


@cache
def word_list(use: str) -> frozenset[str]:
    """The words of one use, in lower case: for the uses that only one module asks for."""
    return frozenset(row["word"] for row in read_rows("title_words.tsv") if row["use"] == use)


@cache
def heads() -> dict[str, tuple[str, str]]:
    """Form and place of every head word."""
    return {row["head"]: (row["form"], row["place"]) for row in read_rows("heads.tsv")}
