"""Which dates date the same event: one assignment over all mentions, then mentions gathered."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import combinations

from factdiff.alignment import Alignment
from factdiff.kinds.assign import assign
from factdiff.kinds.dates.gather import Part, gathered
from factdiff.kinds.dates.kinship import entities_of
from factdiff.kinds.dates.likeness import evidence_of, likeness
from factdiff.kinds.dates.links import Links, links_between
from factdiff.kinds.dates.sight import Sight
from factdiff.model import Claim, Evidence, Group
from factdiff.settings import Settings

LOOKED_AT = 40  # mentions of a group that are held against one another for its evidence


def match(claims: Sequence[Claim], alignment: Alignment, settings: Settings) -> list[Group]:
    """Every claim in exactly one group; dates of one event together, in any number of sources.

    Mentions that say the same in the same words count as one. The order of the claims and of
    the sources changes nothing.
    """
    ordered = sorted(claims, key=lambda claim: (claim.source, claim.start, claim.end))
    mentions: dict[object, list[Sight]] = {}
    for claim in ordered:
        sight = Sight.of(claim, alignment)
        mentions.setdefault(sight.key, []).append(sight)
    said = list(mentions.values())
    sights = [same[0] for same in said]
    entities = entities_of(alignment, {claim.source for claim in ordered})
    links = links_between(sights, entities, settings)
    parts = gathered(_assigned(sights, links), sights)
    return [_group(part, said, links) for part in parts]


def _assigned(sights: Sequence[Sight], links: Links) -> list[Part]:
    """The best assignment, worked out apart for mentions that nothing links."""
    parts: list[Part] = []
    for island in _islands(len(sights), links):
        owners = [sights[n].source for n in island]

        def score(i: int, j: int, island: Sequence[int] = island) -> float:
            one, two = island[i], island[j]
            return links.scores.get((min(one, two), max(one, two)), 0.0)

        parts += [
            (tuple(island[n] for n in members), s) for members, s in assign(owners, score, 0.01)
        ]
    return parts


def _islands(count: int, links: Links) -> list[list[int]]:
    """Mentions that are linked, directly or through others; ascending."""
    root = list(range(count))

    def top(n: int) -> int:
        while root[n] != n:
            root[n] = root[root[n]]
            n = root[n]
        return n

    for i, j in links.scores:
        root[max(top(i), top(j))] = min(top(i), top(j))
    islands: dict[int, list[int]] = {}
    for n in range(count):
        islands.setdefault(top(n), []).append(n)
    return list(islands.values())


def _group(part: Part, said: Sequence[Sequence[Sight]], links: Links) -> Group:
    members, score = part
    claims = [sight.claim for n in members for sight in said[n]]
    alone = len({claim.source for claim in claims}) == 1
    misses = [links.misses[n] for n in members if n in links.misses] if alone else []
    return Group(
        kind=claims[0].kind,
        claims=tuple(sorted(claims, key=lambda claim: (claim.source, claim.start, claim.end))),
        score=score,
        evidence=_evidence([said[n][0] for n in members]),
        rejected=tuple(sorted(set(misses), key=lambda miss: (-miss.weight, miss.reason)))[:3],
    )


def _evidence(sights: Sequence[Sight]) -> tuple[Evidence, ...]:
    """What spoke for the surest pair of different sources."""
    pairs = [
        (likeness(left, right), n, left, right)
        for n, (left, right) in enumerate(combinations(sights[:LOOKED_AT], 2))
        if left.source != right.source
    ]
    if not pairs:
        return ()
    _, _, left, right = max(pairs, key=lambda pair: (pair[0], -pair[1]))
    return evidence_of(left, right)
