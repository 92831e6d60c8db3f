"""What a name's letters tell of its kind: capitals inside it, an ending with a slip in it."""

from __future__ import annotations

import re
from functools import cache

from factdiff.kinds.names.mentions import plain
from factdiff.kinds.names.tables import body_words, clues, own_names, word_list
from factdiff.model import Kind
from factdiff.similarity import distance

SHORTEST = 7  # letters: a shorter ending is too near to family names (`Parker`, `Park`)
_CAMEL = re.compile(r"([A-Z][a-z]+)[A-Z][a-z]{2,}(?:[A-Z][a-z]+)*")


def is_camel(word: str) -> bool:
    """`CityMarkt`; not `McAllen`, `DiMarco`, `LuAnn`, whose first capital begins a particle."""
    found = _CAMEL.fullmatch(word)
    return (
        found is not None
        and plain(found[1]) not in word_list("camel_particle")
        and plain(found[1]) not in own_names()
    )


def misspelt_ending(word: str) -> Kind | None:
    """The kind that the last word of a name tells once its one slip is mended: `Horpital`."""
    known = plain(word)
    if len(known) < SHORTEST or known in _endings() or known in body_words():
        return None
    near = {
        kind
        for ending, kind in _endings().items()
        if len(ending) >= SHORTEST
        and ending[0] == known[0]
        and abs(len(ending) - len(known)) <= 1
        and not ending.startswith(known)
        and not known.startswith(ending)
        and distance(ending, known) == 1
    }
    return near.pop() if len(near) == 1 else None


@cache
def _endings() -> dict[str, Kind]:
    return {
        word: Kind(clue.kind)
        for clue in clues()
        if clue.where == "last" and clue.kind != "none"
        for word in clue.words
    }
