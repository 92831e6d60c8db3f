"""Words for one kind of event: ``strike`` and ``hit``, ``quake`` and ``earthquake``."""

from __future__ import annotations

from functools import cache

from factdiff.kinds.dates.wording import stem
from factdiff.kinds.dates.words import rows


def families(predicate: str) -> frozenset[str]:
    """The families of a stemmed verb or noun: none, one, or several (``win`` a match, a prize)."""
    return _families().get(predicate, frozenset())


def one_kind(left: str, right: str) -> bool:
    """Whether two stemmed words are of one family."""
    return not families(left).isdisjoint(families(right))


def kind_of(word: str) -> str:
    """The families of a stemmed word, marked as such, or the word itself.

    A thing (``ferry``) has the family of its kind (``ship…``).
    """
    found = _things().get(word) or families(word)
    return f"{'/'.join(sorted(found))}…" if found else word


@cache
def _families() -> dict[str, frozenset[str]]:
    """Stems of words for one kind of event, and the families' names."""
    return _table("families")


def is_thing(word: str) -> bool:
    """Whether a stemmed word names a kind of thing or person, and so no one of them alone."""
    return word in _things()


@cache
def _things() -> dict[str, frozenset[str]]:
    return _table("things")


def _table(name_of_table: str) -> dict[str, frozenset[str]]:
    found: dict[str, set[str]] = {}
    for word, name, *_ in rows(name_of_table):
        stemmed = " ".join(stem(part) for part in word.split())
        found.setdefault(stemmed, set()).add(name)
    return {word: frozenset(names) for word, names in found.items()}
