"""Which clusters of different sources are worth weighing: those that share something."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from itertools import combinations

from factdiff.alignment import Alignment
from factdiff.kinds.quantities.concepts import concept
from factdiff.kinds.quantities.conversion import dimension_of
from factdiff.kinds.quantities.value import quantity_of
from factdiff.model import Claim

CROWD = 60  # a word that more clusters share tells nothing; leaving it out keeps the work linear

Cluster = tuple[Claim, ...]


def candidates(clusters: Sequence[Cluster], alignment: Alignment) -> Iterator[tuple[int, int]]:
    """Pairs of clusters of different sources that share a value, person, head, state or word."""
    shelves: dict[tuple[str, str, str], set[int]] = defaultdict(set)
    for at, cluster in enumerate(clusters):
        for key in _keys(cluster, alignment):
            shelves[key].add(at)
    seen: set[tuple[int, int]] = set()
    for members in shelves.values():
        if len(members) > CROWD:
            continue
        for i, j in combinations(sorted(members), 2):
            if clusters[i][0].source != clusters[j][0].source and (i, j) not in seen:
                seen.add((i, j))
                yield i, j


def _keys(cluster: Cluster, alignment: Alignment) -> Iterator[tuple[str, str, str]]:
    for claim in cluster:
        quantity = quantity_of(claim)
        dimension = dimension_of(quantity)
        yield dimension, "value", str(quantity.amount.low or quantity.amount)
        if quantity.thing.state:
            yield dimension, "state", quantity.thing.state
        if quantity.thing.owner:
            yield dimension, "owner", alignment.key(claim.source, quantity.thing.owner)
        if quantity.thing.head:
            yield dimension, "head", concept(quantity.thing.head)
        for word in claim.context.lemmas:
            yield dimension, "word", concept(word)
        for name in claim.context.names:
            yield dimension, "name", alignment.key(claim.source, name)
