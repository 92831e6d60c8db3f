"""The normal form of a quotation: the words, and who is said to have spoken them."""

from __future__ import annotations

import re
from dataclasses import dataclass

# what a copy desk adds to or takes from the words of a speaker
INSERTION = re.compile(r"\[[^\[\]]{0,200}\]|\([^()]{0,200}\)")
ELLIPSIS = re.compile(r"(?:\.\s?){3,}|…|\*\s?\*\s?\*")
WORD = re.compile(r"\w+(?:['’]\w+)*")
MASKED = r"\b\w(?:[-–—]{2,}|\*+)\w*"  # `f---ing`, `s**t`
DOTTED = re.compile(r"\b(?:[A-Za-z]\.){2,}")  # `U.S.`, `a.m.`
THOUSANDS = re.compile(r"(?<=\d),(?=\d{3})")
SPOKEN = re.compile(rf"{MASKED}|{WORD.pattern}")
APOSTROPHE_SPACED = re.compile(r"(?<=\w) ['’] (?=(?:s|t|re|ve|ll|d|m)\b)")


@dataclass(frozen=True, slots=True)
class QuoteValue:
    """The quoted ``words`` (white space single, no comma at the end) and their speaker.

    ``speaker`` is the full name in the article, or the article's words for somebody unnamed;
    None where the article does not say. ``named`` is true where the speaker's own name stands
    beside the quotation, so that no pronoun had to be understood. ``person`` is true for a named
    person.
    """

    words: str
    speaker: str | None = None
    named: bool = False
    person: bool = False

    def __str__(self) -> str:
        return self.words


def parse(text: str) -> QuoteValue:
    """The quotation that stands in the marks: the inverse of ``str``, of what it keeps."""
    words = " ".join(APOSTROPHE_SPACED.sub("’", text).split())
    return QuoteValue(words.rstrip(",;").rstrip() or words)


def word_count(text: str) -> int:
    """How many words stand in a text."""
    return sum(1 for _ in WORD.finditer(APOSTROPHE_SPACED.sub("’", text)))


def folded(words: str) -> tuple[str, ...]:
    """The words for comparing: lower case, no punctuation, hyphens as spaces, `’` as `'`.

    ``U.S.`` is ``us``, ``1,000`` is ``1000`` and ``f---ing`` one word.
    """
    plain = THOUSANDS.sub("", DOTTED.sub(lambda m: m.group().replace(".", ""), words))
    return tuple(w.replace("’", "'") for w in SPOKEN.findall(plain.casefold()))


def is_masked(masked: str, word: str) -> bool:
    """Whether ``word`` is what a paper wrote as ``f---ing``."""
    first, rest = masked[:1], masked.rstrip("-–—*") == masked[:1]
    ending = "" if rest else re.split(r"[-–—*]+", masked)[-1]
    covered = re.search(r"[-–—]{2,}|\*+", masked) is not None
    return covered and word.startswith(first) and word.endswith(ending)


def pieces(words: str) -> list[tuple[str, ...]]:
    """The stretches between ellipses and bracketed insertions, folded; empty ones are left out."""
    bare = INSERTION.sub(" … ", words)
    found = (folded(part) for part in ELLIPSIS.split(bare))
    return [part for part in found if part]
