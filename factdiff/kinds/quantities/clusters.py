"""One source's mentions of one quantity, gathered before the sources meet."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence

from factdiff.kinds.quantities.candidates import Cluster
from factdiff.kinds.quantities.conversion import dimension_of
from factdiff.kinds.quantities.families import kinship
from factdiff.kinds.quantities.pairing import Pairing
from factdiff.kinds.quantities.rarity import ODD, surprise
from factdiff.kinds.quantities.relations import relate
from factdiff.kinds.quantities.value import Quantity, quantity_of
from factdiff.kinds.quantities.weights import score_of
from factdiff.model import Claim, Kind, Verdict

TRIED = 12  # the last clusters of a value or state that a mention is held against
HEARD = 8  # mentions of a cluster that a further one must fit
REACH = 3 / 2  # `at least 31 dead` may be the `34 killed` of the same article, hardly its `88`


def clusters_of(claims: Sequence[Claim], pairing: Pairing) -> list[Cluster]:
    """Clusters in order of the sources and the text; every claim is in exactly one."""
    by_source: dict[str, list[Claim]] = defaultdict(list)
    for claim in sorted(claims, key=lambda claim: (claim.source, claim.start, claim.end)):
        by_source[claim.source].append(claim)
    return [
        tuple(cluster)
        for source in sorted(by_source)
        for cluster in _Gathering(pairing).of(by_source[source])
    ]


class _Gathering:
    """The clusters of one source so far, on shelves by what their mentions say."""

    def __init__(self, pairing: Pairing) -> None:
        self._pairing = pairing
        self._clusters: list[list[Claim]] = []
        self._shelves: dict[str, dict[int, list[Claim]]] = defaultdict(dict)
        self._homes: dict[tuple[object, ...], list[Claim]] = {}

    def of(self, claims: Sequence[Claim]) -> list[list[Claim]]:
        """Gather claims in the order of the text."""
        for claim in claims:
            said = _wording(claim)
            home = self._restated(claim) or self._homes.get(said) or self._home(claim)
            if home is None:
                home = []
                self._clusters.append(home)
            home.append(claim)
            self._homes.setdefault(said, home)
            for key in _keys(claim):
                shelf = self._shelves[key]
                shelf.pop(id(home), None)  # the last spoken of stands last
                shelf[id(home)] = home
        return self._clusters

    def _restated(self, claim: Claim) -> list[Claim] | None:
        """The cluster of ``58km`` for the ``36 miles`` in brackets after it."""
        if not quantity_of(claim).restates or not self._clusters:
            return None
        last = self._clusters[-1][-1]
        near = last.end <= claim.start and claim.start - last.end < 8
        return self._clusters[-1] if near else None

    def _home(self, claim: Claim) -> list[Claim] | None:
        for key in _keys(claim):
            for cluster in _last(self._shelves[key]):
                if all(same_in_source(claim, one, self._pairing) for one in cluster[:HEARD]):
                    return cluster
        return None


def _last(shelf: dict[int, list[Claim]]) -> Iterator[list[Claim]]:
    for _, cluster in zip(range(TRIED), reversed(shelf.values()), strict=False):
        yield cluster


def _wording(claim: Claim) -> tuple[object, ...]:
    """All that matching looks at: two claims alike in it are in one cluster, or in none."""
    around = claim.context
    return claim.value, around.lemmas, around.names, around.headline, claim.text


def _keys(claim: Claim) -> tuple[str, ...]:
    quantity = quantity_of(claim)
    keys = [f"value {quantity}"]
    if quantity.thing.state:
        keys.append(f"state {quantity.thing.state}")
    if quantity.thing.owner and quantity.unit.endswith(" old"):
        keys.append(f"owner {quantity.thing.owner}")
    return tuple(keys)


def same_in_source(left: Claim, right: Claim, pairing: Pairing) -> bool:
    """Whether two claims of one source are mentions of one quantity."""
    one, two = quantity_of(left), quantity_of(right)
    if dimension_of(one) != dimension_of(two) or not _within_reach(one, two):
        return False
    verdict = relate(one, two).verdict
    if verdict is Verdict.CONFLICT or one.thing.share != two.thing.share:
        return False
    if one.unit.endswith(" old") and one.thing.owner and one.thing.owner == two.thing.owner:
        return True
    same_state = bool(one.thing.state) and one.thing.state == two.thing.state
    told = verdict in (Verdict.AGREE, Verdict.VARIANT) or same_state
    if not told or not _alike(left, right, same_state=same_state):
        return False
    return score_of(pairing.weigh(left, right)) >= pairing.settings.quantity_match


def _alike(left: Claim, right: Claim, *, same_state: bool) -> bool:
    """Whether the nouns allow it; of a sum or share the parse only guesses what it is of."""
    one, two = quantity_of(left), quantity_of(right)
    near = kinship(one.thing.head, two.thing.head)
    if left.kind is not Kind.COUNT and not one.ordinal and surprise(one) >= ODD:
        return str(one) == str(two) or near >= 0.6
    return near >= 0.6 or (near == 0.5 and same_state)


def _within_reach(one: Quantity, two: Quantity) -> bool:
    low, high = one.amount.low, two.amount.low
    if low is None or high is None or one.unit != two.unit or low <= 0 or high <= 0:
        return True
    return float(max(low, high)) <= float(min(low, high)) * REACH
