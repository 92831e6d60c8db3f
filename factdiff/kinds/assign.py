"""One assignment over all things at once: which things of different sources are the same.

Between every two sources the best one-to-one assignment is found (Hungarian method); what it
joins forms groups over all sources. Where a group would hold two things of one source, its
weakest links are cut until it does not. The result does not depend on the order of the sources.
"""

from __future__ import annotations

from collections.abc import Callable, Hashable, Sequence
from dataclasses import dataclass
from itertools import combinations

CROWD = 100  # things of one source: beyond that, to weigh each against each costs too much


@dataclass(frozen=True, slots=True)
class Link:
    """Two things (by index) that are taken to be the same, and how surely (0 to 1)."""

    left: int
    right: int
    score: float


def assign(
    owners: Sequence[str],
    score: Callable[[int, int], float],
    floor: float,
    keys: Sequence[Hashable] = (),
) -> list[tuple[tuple[int, ...], float]]:
    """Group the things ``0..len(owners)-1``, at most one of each owner to a group.

    ``owners[i]`` is the source of thing ``i``; ``score(i, j)`` is symmetric, 0 to 1; pairs below
    ``floor`` are never joined. Returns groups of indexes in ascending order, each with its
    weakest link's score (1.0 for a thing alone); every thing is in exactly one group.

    ``keys[i]``, where given, is what thing ``i`` is called: where two sources have very many
    things, those called alike are joined first, and only what is left is weighed pair by pair.
    """
    things: dict[str, list[int]] = {owner: [] for owner in sorted(set(owners))}
    for i, owner in enumerate(owners):
        things[owner].append(i)
    links: list[Link] = []
    for rows, columns in combinations(things.values(), 2):
        twins: list[Link] = []
        if keys and min(len(rows), len(columns)) > CROWD:
            twins = _twins(rows, columns, score, floor, keys)
        taken = {i for link in twins for i in (link.left, link.right)}
        links += twins
        links += _best_pairs(
            [i for i in rows if i not in taken],
            [i for i in columns if i not in taken],
            score,
            floor,
        )
    return _components(owners, links)


def _twins(
    rows: list[int],
    columns: list[int],
    score: Callable[[int, int], float],
    floor: float,
    keys: Sequence[Hashable],
) -> list[Link]:
    """The first thing of each source that is called so, where the two may be joined at all."""
    first, second = ({keys[i]: i for i in reversed(part)} for part in (rows, columns))
    links = [
        Link(i, second[key], score(i, second[key])) for key, i in first.items() if key in second
    ]
    return [link for link in links if link.score >= floor]


def _best_pairs(
    rows: list[int], columns: list[int], score: Callable[[int, int], float], floor: float
) -> list[Link]:
    if not rows or not columns:
        return []
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
