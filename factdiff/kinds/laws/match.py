"""Which laws of different sources are the same, or stand in each other's place.

Three steps. Where two sources say the same sentence with different laws in it, the two meet, and
with them every mention of the same pair. What is left of one law in one source is one thing; the
things of the sources are assigned to one another by title, number and part.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence

from factdiff.kinds.assign import assign
from factdiff.kinds.laws.likeness import (
    SAME_SENTENCE,
    law_of,
    sentence_likeness,
    similarity,
    stands_for,
)
from factdiff.kinds.laws.value import Law
from factdiff.model import Alignment, Claim, Evidence, Group, Kind
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
    groups = [_group(members, 0.9) for members in swapped]
    owners = [cluster[0].source for cluster in clusters]

    def score(left: int, right: int) -> float:
        return similarity(clusters[left], clusters[right])

    for members, weakest in assign(owners, score, FLOOR):
        groups.append(_group([claim for i in members for claim in clusters[i]], weakest))
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
    """Claims that stand at the same place of the same sentence but name different laws.

    ``fined under the Clean Air Act`` against ``fined under the Clean Water Act``. A law that the
    other source names in that sentence, or in one as like it, has its partner there.
    """
    by_sentence: dict[tuple[str, int], set[Key]] = defaultdict(set)
    for claim in claims:
        by_sentence[claim.source, claim.sentence.start].add(_key(claim))
    neighbours = [
        (left, right, likeness)
        for left, right in _neighbours(claims)
        if (likeness := sentence_likeness(left, right)) >= SAME_SENTENCE
    ]
    partner: dict[tuple[str, str], float] = defaultdict(float)
    for left, right, likeness in neighbours:
        if not stands_for(law_of(left), law_of(right)):
            for one, other in ((left, right), (right, left)):
                place = one.id, other.source
                partner[place] = max(partner[place], likeness)

    def lone(claim: Claim, other: Claim, likeness: float) -> bool:
        named = _key(claim) in by_sentence[other.source, other.sentence.start]
        return not named and partner[claim.id, other.source] < likeness

    pairs: dict[tuple[tuple[str, Key], ...], dict[str, Claim]] = defaultdict(dict)
    for left, right, likeness in neighbours:
        different = stands_for(law_of(left), law_of(right))
        if different and lone(left, right, likeness) and lone(right, left, likeness):
            ends = sorted([(left.source, _key(left)), (right.source, _key(right))])
            pairs[tuple(ends)].update({left.id: left, right.id: right})
    return _joined(list(pairs.values()))


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


def _group(members: Iterable[Claim], score: float) -> Group:
    claims = tuple(sorted(members, key=lambda claim: (claim.source, claim.start)))
    laws: list[Law] = [law_of(claim) for claim in claims]
    titles = sorted({str(law) for law in laws})
    evidence = (
        (Evidence("title or citation", score, " / ".join(titles)),) if len(claims) > 1 else ()
    )
    return Group(kind=Kind.LAW, claims=claims, score=round(score, 2), evidence=evidence)
