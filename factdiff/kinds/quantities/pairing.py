"""The score of two claims or clusters, computed once for each pair that can belong together."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from itertools import combinations

from factdiff.alignment import Alignment
from factdiff.kinds.quantities.concepts import concept
from factdiff.kinds.quantities.conversion import dimension_of
from factdiff.kinds.quantities.evidence import quantity_of, score_of, weigh
from factdiff.kinds.quantities.families import kinship
from factdiff.kinds.quantities.relations import relate
from factdiff.kinds.quantities.story import Story
from factdiff.kinds.quantities.value import Quantity
from factdiff.model import Claim, Evidence, Kind, Verdict
from factdiff.settings import Settings

# what a conflict needs at least one of, from which weight on
SHARED = {
    "surroundings": 0.1,
    "names": 0.01,
    "same sentence": 0.1,
    "person": 0.1,
    "same partner": 0.1,
    "same date": 0.1,
    "run": 0.1,
}
VOICES = 16  # mentions of one quantity that speak for it: a word said 10,000 times costs no more
CROWD = 60  # a word that more clusters share tells nothing; leaving it out keeps the work linear


class Pairing:
    """Scores of pairs of claims, under one alignment and one policy."""

    def __init__(self, story: Story, alignment: Alignment, settings: Settings) -> None:
        self.story = story
        self.alignment = alignment
        self.settings = settings

    def weigh(self, left: Claim, right: Claim) -> tuple[Evidence, ...]:
        """The evidence on two claims."""
        return weigh(left, right, self.alignment, self.story)

    def score(self, left: Claim, right: Claim) -> tuple[float, tuple[Evidence, ...]]:
        """How surely two claims measure the same; 0 if they would conflict on thin evidence."""
        evidence = self.weigh(left, right)
        score = score_of(evidence)
        verdict = relate(quantity_of(left), quantity_of(right)).verdict
        if verdict is Verdict.CONFLICT and not self._is_sure(left, right, evidence):
            return 0.0, evidence
        loose = any(e.feature == "value" and e.weight <= 0 for e in evidence)
        if loose and verdict is Verdict.COMPATIBLE and not _is_shared(evidence):
            return 0.0, evidence
        return score, evidence

    def _is_sure(self, left: Claim, right: Claim, evidence: Sequence[Evidence]) -> bool:
        """Whether the evidence bears a conflict: enough of it, and things of one family.

        Two tolls of people killed are not yet the same toll: something around them must be shared.
        """
        one, two = quantity_of(left).thing, quantity_of(right).thing
        near = kinship(one.head, two.head)
        alike = near >= 0.6 or (near == 0.5 and bool(one.state)) or left.kind is not Kind.COUNT
        return (
            alike and _is_shared(evidence) and score_of(evidence) >= self.settings.quantity_conflict
        )

    def between(self, clusters: Sequence[tuple[Claim, ...]]) -> ClusterScores:
        """The best score between every two clusters that share something."""
        scores: dict[tuple[int, int], tuple[float, tuple[Evidence, ...]]] = {}
        voices = [_voices(cluster) for cluster in clusters]
        for i, j in candidates(clusters, self.alignment):
            best = max(
                (self.score(a, b) for a in voices[i] for b in voices[j]),
                key=lambda scored: scored[0],
            )
            if best[0] >= self.settings.quantity_match:
                scores[i, j] = best
        return ClusterScores(len(clusters), scores)


def _is_shared(evidence: Sequence[Evidence]) -> bool:
    return any(e.feature in SHARED and e.weight >= SHARED[e.feature] for e in evidence)


class ClusterScores:
    """Scores between clusters by index; pairs that are not in it score 0."""

    def __init__(
        self, size: int, scores: dict[tuple[int, int], tuple[float, tuple[Evidence, ...]]]
    ) -> None:
        self._size = size
        self._scores = scores

    def score(self, i: int, j: int) -> float:
        """The score of two clusters."""
        return self._scores.get((min(i, j), max(i, j)), (0.0, ()))[0]

    def score_within(self, part: Sequence[int], i: int, j: int) -> float:
        """The score of two clusters by their places in a part."""
        return self.score(part[i], part[j])

    def evidence(self, members: Sequence[int]) -> tuple[Evidence, ...]:
        """The evidence of the strongest link among some clusters."""
        links = [self._scores[p] for p in combinations(sorted(members), 2) if p in self._scores]
        return max(links, key=lambda link: link[0])[1] if links else ()

    def components(self) -> list[list[int]]:
        """Clusters that any chain of scores joins, so that each part is assigned by itself."""
        root = list(range(self._size))

        def find(at: int) -> int:
            while root[at] != at:
                root[at] = root[root[at]]
                at = root[at]
            return at

        for i, j in self._scores:
            root[find(i)] = find(j)
        parts: dict[int, list[int]] = defaultdict(list)
        for at in range(self._size):
            parts[find(at)].append(at)
        return sorted(parts.values())


def _voices(cluster: tuple[Claim, ...]) -> list[Claim]:
    """The claims that speak for a cluster: one of each wording, and not more than ``VOICES``."""
    said: dict[tuple[str, ...], Claim] = {}
    for claim in cluster:
        around = claim.context
        words = (str(claim.value), *around.lemmas, "", *around.clause, "", *around.names)
        said.setdefault(words, claim)
    return list(said.values())[:VOICES]


def candidates(
    clusters: Sequence[tuple[Claim, ...]], alignment: Alignment
) -> Iterator[tuple[int, int]]:
    """Pairs of clusters of different sources that share a value, person, head, state or word."""
    shelves: dict[tuple[str, str], set[int]] = defaultdict(set)
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


def _keys(cluster: tuple[Claim, ...], alignment: Alignment) -> Iterator[tuple[str, str]]:
    for claim in cluster:
        quantity = quantity_of(claim)
        yield "value", str(quantity)
        if quantity.thing.state:
            yield "state", quantity.thing.state
        if quantity.thing.owner:
            yield "owner", alignment.key(claim.source, quantity.thing.owner)
        if quantity.thing.head:
            yield "head", concept(quantity.thing.head)
        for word in claim.context.lemmas:
            yield "word", word


def _within_reach(one: Quantity, two: Quantity) -> bool:
    """``at least 31 dead`` may be the ``34 killed`` of the same article, hardly its ``88``."""
    low, high = one.amount.low, two.amount.low
    if low is None or high is None or one.unit != two.unit or low <= 0 or high <= 0:
        return True
    return max(low, high) <= min(low, high) * 3 / 2


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
    alike = kinship(one.thing.head, two.thing.head) >= 0.6
    told = verdict in (Verdict.AGREE, Verdict.VARIANT) or (
        bool(one.thing.state) and one.thing.state == two.thing.state
    )
    sure = score_of(pairing.weigh(left, right)) >= pairing.settings.quantity_match
    return alike and told and sure
