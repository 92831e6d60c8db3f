"""One source's mentions of one quantity, gathered before the sources meet."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence

from factdiff.kinds.quantities.evidence import quantity_of
from factdiff.kinds.quantities.pairing import CROWD, Pairing, same_in_source
from factdiff.model import Claim


def clusters_of(claims: Sequence[Claim], pairing: Pairing) -> list[tuple[Claim, ...]]:
    """Clusters in order of the sources and the text; every claim is in exactly one."""
    by_source: dict[str, list[Claim]] = defaultdict(list)
    for claim in sorted(claims, key=lambda claim: (claim.source, claim.start, claim.end)):
        by_source[claim.source].append(claim)
    clusters: list[tuple[Claim, ...]] = []
    for source in sorted(by_source):
        clusters += _of_one_source(by_source[source], pairing)
    return clusters


def _of_one_source(claims: list[Claim], pairing: Pairing) -> list[tuple[Claim, ...]]:
    clusters: list[list[Claim]] = []
    shelves: dict[str, list[list[Claim]]] = defaultdict(list)
    for claim in claims:
        home = _restated(claim, clusters) or _home(claim, shelves, pairing)
        if home is None:
            home = []
            clusters.append(home)
        home.append(claim)
        for key in _keys(claim):
            if home not in shelves[key][-CROWD:]:
                shelves[key].append(home)
    return [tuple(cluster) for cluster in clusters]


def _restated(claim: Claim, clusters: list[list[Claim]]) -> list[Claim] | None:
    """The cluster of ``58km`` for the ``36 miles`` in brackets after it."""
    if not quantity_of(claim).restates or not clusters:
        return None
    last = clusters[-1][-1]
    return clusters[-1] if last.end <= claim.start and claim.start - last.end < 8 else None


def _home(
    claim: Claim, shelves: dict[str, list[list[Claim]]], pairing: Pairing
) -> list[Claim] | None:
    for key in _keys(claim):
        for cluster in shelves[key][-CROWD:]:
            if all(same_in_source(claim, member, pairing) for member in cluster[:8]):
                return cluster
    return None


def _keys(claim: Claim) -> tuple[str, ...]:
    quantity = quantity_of(claim)
    keys = [f"value {quantity}"]
    if quantity.thing.state:
        keys.append(f"state {quantity.thing.state}")
    if quantity.thing.owner and quantity.unit.endswith(" old"):
        keys.append(f"owner {quantity.thing.owner}")
    return tuple(keys)
