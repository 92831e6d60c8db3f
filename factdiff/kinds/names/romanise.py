"""Whether two words are spellings of one word from another script, and by which scheme.

Each scheme of ``romanisation.tsv`` reduces a word to what all its romanisations share. A scheme is
asked only if some word of either name carries one of its cues, so that `Hall` and `Hell` are never
taken for Arabic.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache, lru_cache

from factdiff.kinds.names.tables import rows, word_list


@dataclass(frozen=True, slots=True)
class Scheme:
    """One language's rules in order, and the pattern that tells that a name may be of it."""

    name: str
    cue: re.Pattern[str]
    rules: tuple[tuple[re.Pattern[str], str], ...]

    def key(self, word: str) -> str:
        """What the word's romanisations have in common."""
        for find, put in self.rules:
            word = find.sub(put, word)
        return word


@cache
def schemes() -> tuple[Scheme, ...]:
    """All schemes, in the order of the table."""
    cues: dict[str, str] = {}
    rules: dict[str, list[tuple[re.Pattern[str], str]]] = {}
    for row in rows("romanisation.tsv"):
        if row["step"] == "cue":
            cues[row["scheme"]] = row["find"]
        else:
            put = row["put"] or ""
            rules.setdefault(row["scheme"], []).append((re.compile(row["find"]), put))
    return tuple(Scheme(name, re.compile(cue), tuple(rules[name])) for name, cue in cues.items())


@lru_cache(maxsize=4096)
def schemes_of(name: tuple[str, ...]) -> frozenset[str]:
    """The schemes that the words of a name give a cue for."""
    return frozenset(
        scheme.name for scheme in schemes() if any(scheme.cue.search(word) for word in name)
    )


def shared_schemes(left: tuple[str, ...], right: tuple[str, ...]) -> frozenset[str]:
    """The schemes that both names give a cue for: a slip in one of them is no cue.

    German is asked if either does: `Mueller` shows it, `Muller` no longer can.
    """
    ours, theirs = schemes_of(left), schemes_of(right)
    return (ours & theirs) | ((ours | theirs) & {"German"})


@lru_cache(maxsize=16384)
def _key(scheme: str, word: str) -> str:
    return next(s for s in schemes() if s.name == scheme).key(word)


def shared_scheme(left: str, right: str, allowed: frozenset[str]) -> str | None:
    """The first allowed scheme by which two different words are one, or None."""
    if min(len(left), len(right)) < 2:
        return None
    for scheme in schemes():
        if scheme.name in allowed and _key(scheme.name, left) == _key(scheme.name, right):
            return scheme.name
    return None


def looks_chinese(name: tuple[str, ...]) -> bool:
    """Whether the first of two or three words is a usual Chinese or Korean family name."""
    return 2 <= len(name) <= 3 and name[0] in word_list("chinese") | word_list("korean")
