"""A person's name in the order in which it is said: registers put the family name first."""

from __future__ import annotations

import re

from factdiff.kinds.names.fold import fold
from factdiff.kinds.names.tables import word_list

_NICKNAME = re.compile(r"""(?<!\w)["“”«»(']{1,2}[^"“”«»()']{2,30}["“”«»)']{1,2}(?!\w)""")


def in_order(name: str) -> str:
    """The name as said: `Smith, John` and `KISHIDA Fumio` turned round, nicknames in marks out."""
    bare = _NICKNAME.sub(" ", name)
    name = bare if len(bare.split()) > 1 else name
    head, comma, tail = name.partition(",")
    if comma and tail.strip() and "," not in tail:
        if fold(tail).strip(". ") in word_list("suffix"):
            return f"{head} {tail}"
        return f"{tail.strip()} {head.strip()}"
    return _family_last(name)


def _family_last(name: str) -> str:
    """A name whose first words alone are in capitals, these put behind: `KISHIDA Fumio`."""
    found = name.split()
    size = next((at for at, word in enumerate(found) if not _shouted(word)), len(found))
    if not 0 < size < len(found) or any(_shouted(word) for word in found[size:]):
        return name
    return " ".join([*found[size:], *found[:size]])


def _shouted(word: str) -> bool:
    return word.isupper() and len(word) > 2 and "." not in word
