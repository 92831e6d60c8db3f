"""Words for one kind of event: ``strike`` and ``hit``, ``quake`` and ``earthquake``."""

from __future__ import annotations

from functools import cache

from factdiff.kinds.dates.wording import stem
from factdiff.kinds.dates.words import rows


def family(predicate: str) -> str | None:
    """The family of a stemmed verb or noun, or None."""
    return _families().get(predicate)


def kind_of(word: str) -> str:
    """The family of a stemmed word, marked as one, or the word itself."""
    found = family(word)
    return f"{found}…" if found else word


@cache
def _families() -> dict[str, str]:
    """Stems of words for one kind of event, and the family's name."""
    return {
        " ".join(stem(part) for part in word.split()): name for word, name, *_ in rows("families")
    }
