"""Two names that were taken for different kinds: a body and a place, a company and a man."""

from __future__ import annotations

from collections.abc import Sequence

from factdiff.kinds.names.body import body
from factdiff.kinds.names.clusters import Cluster
from factdiff.kinds.names.fold import words
from factdiff.kinds.names.tables import word_list
from factdiff.model import Evidence, Kind

NEAR = frozenset({Kind.ORGANIZATION, Kind.PLACE, Kind.GROUP})


def apart(
    left: Cluster, right: Cluster, equal: bool, around: Sequence[Evidence]
) -> Evidence | None:
    """What it costs that the two articles' names were taken for different kinds; None: too much."""
    if _named_after(left, right) or _named_after(right, left):
        return None
    if {left.kind, right.kind} <= NEAR:
        return Evidence("kind", -0.7, f"one is taken for {left.kind}, the other for {right.kind}")
    same_sentence = any(piece.feature == "sentence" for piece in around)
    equal = equal or _but_for_form(left, right)
    if not same_sentence and not (equal and len(words(left.names[0])) > 1):
        return None
    return Evidence("kind", -1.5, f"one is taken for {left.kind}, the other for {right.kind}")


def _but_for_form(left: Cluster, right: Cluster) -> bool:
    """`Greenleaf Heritage`, taken for a man, is the company `Greenleaf Heritage PLC`."""
    one, other = body(left.names[0]), body(right.names[0])
    return len(one.core) > 1 and one.core == other.core and bool(one.legal or other.legal)


def _named_after(long: Cluster, place: Cluster) -> bool:
    """`in New York` is no short form of `New York Stock Exchange`, nor Oslo of its university.

    What stands first in a name may be: `Barnard` for `Barnard College`.
    """
    if long.kind is not Kind.ORGANIZATION or place.kind is not Kind.PLACE:
        return False
    return any(
        _is_of_place(words(name), words(town)) for name in long.names for town in place.names
    )


def _is_of_place(name: tuple[str, ...], town: tuple[str, ...]) -> bool:
    rest = set(name) - set(town)
    if not town or len(name) == len(town) or not set(town) < set(name):
        return False
    behind = name[-len(town) - 1 :] == ("of", *town)
    return behind or len(town) > 1 or bool(rest & word_list("local_body"))
