"""The scores of clusters of different sources, and which of them may be joined."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import combinations

from factdiff.kinds.quantities.candidates import Cluster, candidates
from factdiff.kinds.quantities.pairing import Pairing
from factdiff.kinds.quantities.weights import score_of
from factdiff.model import Claim, Evidence, Verdict

VOICES = 16  # mentions of one quantity that speak for it: a word said 10,000 times costs no more
TIED = 0.42  # likeness from which two figures that have only each other are one
EQUAL = 0.38  # the same where both give one number, and give it once
LOW = 0.4  # likeness from which another figure would do as well
WORDS = 0.25  # what of it the words around them must give
MARGIN = 0.1  # by so much a pair that would conflict must stand out among its like
BESIDE = 0.25  # the same where the other figure stands in the same sentence
SURE = frozenset({"same sentence", "person", "run"})  # what leaves no room for another partner


@dataclass(frozen=True, slots=True)
class Link:
    """The best pair of claims of two clusters: its score, 0 where it may not be joined, and why.

    It ``differs`` where both cannot be true, is ``equal`` where one number is given by each once,
    ``alone`` where the two may be joined on less if neither has another partner, and ``doubtful``
    where the two differ and others beside them fit as well.
    """

    score: float
    evidence: tuple[Evidence, ...]
    differs: bool
    equal: bool = False
    alone: bool = False
    doubtful: bool = False

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
    equal = any(e.feature == "one event" for e in evidence)
    alone = equal or pairing.may_be_tied(left, right)
    return Link(score, evidence, verdict is Verdict.CONFLICT, equal, alone)


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
        self._clusters = clusters
        self._owners = [cluster[0].source for cluster in clusters]
        self._by_cluster: dict[int, list[tuple[int, Link]]] = defaultdict(list)
        for (i, j), link in found.items():
            self._by_cluster[i].append((j, link))
            self._by_cluster[j].append((i, link))
        good = {pair: link for pair, link in found.items() if link.score >= floor}
        self._doubtful = {pair for pair, link in good.items() if self._is_doubtful(pair, link)}
        self._links = {pair: link for pair, link in good.items() if pair not in self._doubtful}
        for pair, link in found.items():
            if pair not in good and self._is_tied(pair, link):
                self._links[pair] = replace(link, score=max(floor, link.likeness))

    def _is_doubtful(self, pair: tuple[int, int], link: Link) -> bool:
        """Whether figures that would conflict have others beside them that are as good a match.

        One article sentences two brothers to 12 and eight years, the other a sister to five.
        """
        if not link.differs or any(e.feature in SURE for e in link.evidence):
            return False
        return any(
            other.likeness > link.likeness - self._margin(partner, rival)
            and self._is_best(rival, at, other)
            for at, partner in (pair, pair[::-1])
            for rival, other in self._rivals(at, partner)
        )

    def _margin(self, partner: int, rival: int) -> float:
        """``closed 2.7 percent higher after gaining 4 percent``: hard to tell apart."""
        one, two = self._clusters[partner][0], self._clusters[rival][0]
        return BESIDE if one.sentence == two.sentence else MARGIN

    def _is_tied(self, pair: tuple[int, int], link: Link) -> bool:
        """Whether figures in like words have no one but each other in two accounts of one event.

        ``ran 200 metres to the lock keeper's hut`` and ``had to run 400 metres … from the hut``.
        """
        if not link.alone or link.likeness < (EQUAL if link.equal else TIED):
            return False
        words = sum(e.weight for e in link.evidence if e.feature == "surroundings")
        if words < WORDS and not link.equal:
            return False
        return not any(
            other.likeness
            >= min(LOW, link.likeness - (self._margin(partner, rival) if link.differs else MARGIN))
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

    def of(self, at: int) -> list[tuple[int, Link]]:
        """All that was weighed for a cluster, each with the other cluster's index."""
        return [
            (other, replace(link, doubtful=(min(at, other), max(at, other)) in self._doubtful))
            for other, link in self._by_cluster[at]
        ]

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
