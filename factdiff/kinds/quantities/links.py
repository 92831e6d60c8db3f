"""The scores of clusters of different sources, and which of them may be joined."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations

from factdiff.kinds.quantities.candidates import Cluster, candidates
from factdiff.kinds.quantities.pairing import Pairing
from factdiff.kinds.quantities.weights import score_of
from factdiff.model import Claim, Evidence, Verdict

VOICES = 16  # mentions of one quantity that speak for it: a word said 10,000 times costs no more
MARGIN = 0.1  # by so much a pair that would conflict must stand out among its like
SURE = frozenset({"same sentence", "person", "run"})  # what leaves no room for another partner


@dataclass(frozen=True, slots=True)
class Link:
    """The best pair of claims of two clusters: its score, 0 where it may not be joined, and why."""

    score: float
    evidence: tuple[Evidence, ...]
    differs: bool

    @property
    def likeness(self) -> float:
        """What the evidence adds up to, whether the two may be joined or not."""
        return score_of(self.evidence)


def links_between(clusters: Sequence[Cluster], pairing: Pairing) -> Links:
    """The links between every two clusters that share something."""
    voices = [_voices(cluster) for cluster in clusters]
    found: dict[tuple[int, int], Link] = {}
    for i, j in candidates(clusters, pairing.alignment):
        found[i, j] = max(
            (_link(pairing, a, b) for a in voices[i] for b in voices[j]),
            key=lambda link: (link.score, link.likeness),
        )
    return Links(clusters, found, pairing.settings.quantity_match)


def _link(pairing: Pairing, left: Claim, right: Claim) -> Link:
    score, evidence, verdict = pairing.score(left, right)
    return Link(score, evidence, verdict is Verdict.CONFLICT)


def _voices(cluster: Cluster) -> list[Claim]:
    """The claims that speak for a cluster: one of each wording, and not more than ``VOICES``."""
    said: dict[tuple[str, ...], Claim] = {}
    for claim in cluster:
        around = claim.context
        words = (str(claim.value), *around.lemmas, "", *around.clause, "", *around.names)
        said.setdefault(words, claim)
    return list(said.values())[:VOICES]


class Links:
    """Links between clusters by index; pairs that are not joined score 0."""

    def __init__(
        self, clusters: Sequence[Cluster], found: Mapping[tuple[int, int], Link], floor: float
    ) -> None:
        self._size = len(clusters)
        self._owners = [cluster[0].source for cluster in clusters]
        self.weighed = found
        self._by_cluster: dict[int, list[tuple[int, Link]]] = defaultdict(list)
        for (i, j), link in found.items():
            self._by_cluster[i].append((j, link))
            self._by_cluster[j].append((i, link))
        good = {pair: link for pair, link in found.items() if link.score >= floor}
        self._links = {
            pair: link for pair, link in good.items() if not self._is_doubtful(pair, link)
        }

    def _is_doubtful(self, pair: tuple[int, int], link: Link) -> bool:
        """Whether figures that would conflict have others beside them that are as good a match.

        One article sentences two brothers to 12 and eight years, the other a sister to five.
        """
        if not link.differs or any(e.feature in SURE for e in link.evidence):
            return False
        return any(
            other.likeness > link.likeness - MARGIN and self._is_best(rival, at, other)
            for at, partner in (pair, pair[::-1])
            for rival, other in self._rivals(at, partner)
        )

    def _rivals(self, at: int, partner: int) -> list[tuple[int, Link]]:
        """The links of a cluster with others of its partner's source."""
        owner = self._owners[partner]
        return [
            (other, link)
            for other, link in self._by_cluster[at]
            if other != partner and self._owners[other] == owner
        ]

    def _is_best(self, rival: int, at: int, link: Link) -> bool:
        """Whether a rival has no better partner of its own: `5.6` has the other paper's `5.6`."""
        others = (other for _, other in self._rivals(rival, at))
        return all(other.likeness <= link.likeness + MARGIN for other in others)

    def score(self, i: int, j: int) -> float:
        """The score of two clusters."""
        link = self._links.get((min(i, j), max(i, j)))
        return link.score if link is not None else 0.0

    def score_within(self, part: Sequence[int], i: int, j: int) -> float:
        """The score of two clusters by their places in a part."""
        return self.score(part[i], part[j])

    def evidence(self, members: Sequence[int]) -> tuple[Evidence, ...]:
        """The evidence of the strongest link among some clusters."""
        links = [self._links[p] for p in combinations(sorted(members), 2) if p in self._links]
        return max(links, key=lambda link: link.score).evidence if links else ()

    def components(self) -> list[list[int]]:
        """Clusters that any chain of scores joins, so that each part is assigned by itself."""
        root = list(range(self._size))

        def find(at: int) -> int:
            while root[at] != at:
                root[at] = root[root[at]]
                at = root[at]
            return at

        for i, j in self._links:
            root[find(i)] = find(j)
        parts: dict[int, list[int]] = defaultdict(list)
        for at in range(self._size):
            parts[find(at)].append(at)
        return sorted(parts.values())
