"""One assignment over all things at once: which things of different sources are the same.

Between every two sources the best one-to-one assignment is found (Hungarian method); what it
joins forms groups over all sources. Where a group would hold two things of one source, its
weakest links are cut until it does not. The result does not depend on the order of the sources.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from itertools import combinations


@dataclass(frozen=True, slots=True)
class Link:
    """Two things (by index) that are taken to be the same, and how surely (0 to 1)."""

    left: int
    right: int
    score: float


def assign(
    owners: Sequence[str], score: Callable[[int, int], float], floor: float
) -> list[tuple[tuple[int, ...], float]]:
    """Group the things ``0..len(owners)-1``, at most one of each owner to a group.

    ``owners[i]`` is the source of thing ``i``; ``score(i, j)`` is symmetric, 0 to 1; pairs below
    ``floor`` are never joined. Returns groups of indexes in ascending order, each with its
    weakest link's score (1.0 for a thing alone); every thing is in exactly one group.
    """
    links: list[Link] = []
    for left, right in combinations(sorted(set(owners)), 2):
        links += _best_pairs(
            [i for i, owner in enumerate(owners) if owner == left],
            [i for i, owner in enumerate(owners) if owner == right],
            score,
            floor,
        )
    return _components(owners, links)


def _best_pairs(
    rows: list[int], columns: list[int], score: Callable[[int, int], float], floor: float
) -> list[Link]:
    # scipy.optimize takes as long to import as spaCy does: only who has something to assign pays
    import numpy as np
    from scipy.optimize import linear_sum_assignment

    scores = np.array([[score(i, j) for j in columns] for i in rows], dtype=float)
    # pairs below the floor are worth nothing, so that they never displace a good one
    worth = np.where(scores >= floor, scores, 0.0)
    chosen = zip(*linear_sum_assignment(worth, maximize=True), strict=True)
    return [
        Link(rows[i], columns[j], float(scores[i, j])) for i, j in chosen if scores[i, j] >= floor
    ]


def _components(owners: Sequence[str], links: list[Link]) -> list[tuple[tuple[int, ...], float]]:
    group = {i: {i} for i in range(len(owners))}
    weakest = dict.fromkeys(range(len(owners)), 1.0)
    # strongest first; ties by index, so that the outcome is the same on every machine
    for link in sorted(links, key=lambda k: (-k.score, k.left, k.right)):
        left, right = group[link.left], group[link.right]
        if left is right or {owners[i] for i in left} & {owners[i] for i in right}:
            continue
        left |= right
        weak = min(link.score, weakest[link.left], weakest[link.right])
        for i in left:
            group[i] = left
            weakest[i] = weak
    seen = {min(members): members for members in group.values()}
    return [(tuple(sorted(seen[i])), weakest[i]) for i in sorted(seen)]
