"""Whether two figures are each the word of another party, and so no error of either newspaper.

``Officials say 10`` against ``the rebels claim 40`` is who says what. ``Police said`` against
``a police spokesman said`` is one source differently named, and excuses nothing.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cache

from factdiff.alignment import Alignment
from factdiff.kinds.quantities.stems import stem
from factdiff.kinds.quantities.tables import rows
from factdiff.model import Claim, Kind

WORD = re.compile(r"[^\W\d_]+")
NAMED = tuple(f"{kind}:" for kind in (Kind.PERSON, Kind.ORGANIZATION))


def differently_credited(left: Claim, right: Claim, alignment: Alignment) -> str:
    """Who gives which figure, where the two are known to be different parties; else empty."""
    if not left.attribution or not right.attribution:
        return ""
    if not _are_two(left, right, alignment):
        return ""
    return " and ".join(sorted(f"{c.attribution} ({c.text})" for c in (left, right)))


def _are_two(left: Claim, right: Claim, alignment: Alignment) -> bool:
    said = (left.attribution or "", right.attribution or "")
    keys = [alignment.key(c.source, words) for c, words in zip((left, right), said, strict=True)]
    if keys[0] == keys[1]:
        return False
    sides = [side_of(words) for words in said]
    if all(sides):
        return sides[0] != sides[1]
    # two persons, or two bodies: of a person and a body one may speak for the other
    return any(all(key.startswith(kind) for key in keys) for kind in NAMED)


@cache
def _sides() -> Mapping[str, str]:
    found: dict[str, str] = {}
    for side, words, *_ in rows("credits.tsv"):
        for word in words.split("|"):
            found.setdefault(stem(word), side)
    return found


def side_of(words: str) -> str:
    """The side that a credit stands on; empty where no word of it tells."""
    said = {stem(word) for word in WORD.findall(words.lower())}
    return next((side for word, side in _sides().items() if word in said), "")
