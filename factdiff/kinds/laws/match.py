"""Which laws of different sources are the same, or stand in each other's place.

Three steps. Where two sources say the same sentence with different laws in it, the two meet, and
with them every mention of the same pair. What is left of one law in one source is one thing; the
things of the sources are assigned to one another by title, number and part.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence

from factdiff.alignment import Alignment
from factdiff.kinds.assign import assign
from factdiff.kinds.laws.evidence import evidence_of, rejected_for
from factdiff.kinds.laws.likeness import (
    LIKE_SENTENCE,
    SAME_SENTENCE,
    STRANGE_SENTENCE,
    law_of,
    near_title,
    same_title,
    sentence_likeness,
    similarity,
    stands_for,
)
from factdiff.model import Claim, Group, Kind
from factdiff.settings import Settings

FLOOR = 0.5  # below this two laws are two laws, and each source is alone with its own
Key = tuple[str, str, str]


def match(
    claims: Sequence[Claim],
    alignment: Alignment,  # noqa: ARG001
    settings: Settings,  # noqa: ARG001
) -> list[Group]:
    """Group the claims: each is in exactly one group, whatever the order of the sources."""
    swapped = _swapped(claims)
    placed = {claim.id for group in swapped for claim in group}
    rest = [claim for claim in claims if claim.id not in placed]
    clusters = _clusters(rest)
    wordings = list({(c.source, str(c.value)): c for c in claims}.values())
    groups = [_group(members, 0.9, wordings) for members in swapped]
    owners = [cluster[0].source for cluster in clusters]

    def score(left: int, right: int) -> float:
        return similarity(clusters[left], clusters[right])

    keys = [_key(cluster[0]) for cluster in clusters]
    for members, weakest in assign(owners, score, FLOOR, keys):
        groups.append(_group([claim for i in members for claim in clusters[i]], weakest, wordings))
    return groups


def _key(claim: Claim) -> Key:
    law = law_of(claim)
    return law.identity, law.section or "", str(law.year or "")


def _clusters(claims: Iterable[Claim]) -> list[list[Claim]]:
    """The claims of one source about one part of one law belong together."""
    clusters: dict[tuple[str, Key], list[Claim]] = defaultdict(list)
    for claim in claims:
        clusters[claim.source, _key(claim)].append(claim)
    return list(clusters.values())


def _swapped(claims: Sequence[Claim]) -> list[list[Claim]]:
    """Claims that stand at the same place of the same statement but name different laws.

    ``fined under the Clean Air Act`` against ``fined under the Clean Water Act``.
    """
    places = _Places(claims)
    rivals = [pair for pair in places.neighbours if places.are_rivals(*pair)]
    best: dict[tuple[str, str], float] = defaultdict(float)
    for left, right, likeness in rivals:
        for end in ((left.id, right.source), (right.id, left.source)):
            best[end] = max(best[end], likeness)
    pairs: dict[tuple[tuple[str, Key], ...], dict[str, Claim]] = defaultdict(dict)
    for left, right, likeness in rivals:
        if best[left.id, right.source] <= likeness >= best[right.id, left.source]:
            ends = sorted([(left.source, _key(left)), (right.source, _key(right))])
            pairs[tuple(ends)].update({left.id: left, right.id: right})
    return _joined(list(pairs.values()))


class _Places:
    """Where the sources name what, and which statements of two sources are alike."""

    def __init__(self, claims: Sequence[Claim]) -> None:
        self.sentences: dict[tuple[str, int], set[Key]] = defaultdict(set)
        self.articles: dict[str, set[str]] = defaultdict(set)
        for claim in claims:
            self.sentences[claim.source, claim.sentence.start].add(_key(claim))
            self.articles[claim.source].add(law_of(claim).identity)
        self.neighbours = [
            (left, right, likeness)
            for left, right in _neighbours(claims)
            if (likeness := sentence_likeness(left, right)) >= LIKE_SENTENCE
        ]
        self.partner: dict[tuple[str, str], float] = defaultdict(float)
        for left, right, likeness in self.neighbours:
            if not stands_for(law_of(left), law_of(right)):
                for end in ((left.id, right.source), (right.id, left.source)):
                    self.partner[end] = max(self.partner[end], likeness)

    def are_rivals(self, left: Claim, right: Claim, likeness: float) -> bool:
        """Whether each names at this place what the other does not name there."""
        ours, theirs = law_of(left), law_of(right)
        if not stands_for(ours, theirs) or likeness < self._enough(left, right):
            return False
        return self._is_lone(left, right, likeness) and self._is_lone(right, left, likeness)

    def _enough(self, left: Claim, right: Claim) -> float:
        """How alike the sentences must be: less, where neither article knows the other's law."""
        ours, theirs = law_of(left), law_of(right)
        if same_title(ours, theirs):
            return LIKE_SENTENCE
        strange = (
            ours.identity not in self.articles[right.source]
            and theirs.identity not in self.articles[left.source]
        )
        if strange and near_title(ours, theirs):
            return LIKE_SENTENCE
        return STRANGE_SENTENCE if strange else SAME_SENTENCE

    def _is_lone(self, claim: Claim, other: Claim, likeness: float) -> bool:
        """Whether the other source names the claim's law neither here nor in a likelier place."""
        named = _key(claim) in self.sentences[other.source, other.sentence.start]
        return not named and self.partner[claim.id, other.source] < likeness


def _neighbours(claims: Sequence[Claim]) -> Iterable[tuple[Claim, Claim]]:
    """Pairs of claims of different sources that share some word of their sentences."""
    by_word: dict[str, list[Claim]] = defaultdict(list)
    for claim in claims:
        for word in claim.context.lemmas:
            by_word[word].append(claim)
    shared: dict[tuple[str, str], int] = defaultdict(int)
    known = {claim.id: claim for claim in claims}
    for fellows in by_word.values():
        if len(fellows) > 200:
            continue  # a word of every sentence tells nothing, and would cost the square
        for n, left in enumerate(fellows):
            for right in fellows[n + 1 :]:
                if left.source != right.source:
                    shared[left.id, right.id] += 1
    for (left_id, right_id), count in shared.items():
        if count >= 2:
            yield known[left_id], known[right_id]


def _joined(groups: list[dict[str, Claim]]) -> list[list[Claim]]:
    """Groups that share a claim are one: three sources may name three laws at one place."""
    joined: list[dict[str, Claim]] = []
    for group in groups:
        merged = dict(group)
        for other in [known for known in joined if known.keys() & group.keys()]:
            joined.remove(other)
            merged.update(other)
        joined.append(merged)
    return [list(group.values()) for group in joined]


def _group(members: Iterable[Claim], score: float, others: Sequence[Claim]) -> Group:
    claims = tuple(sorted(members, key=lambda claim: (claim.source, claim.start)))
    evidence = evidence_of(claims)
    return Group(
        kind=Kind.LAW,
        claims=claims,
        score=round(score, 2),
        evidence=evidence,
        rejected=() if evidence else rejected_for(claims, others),
    )
