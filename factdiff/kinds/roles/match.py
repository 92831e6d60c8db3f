"""Which roles of different sources speak of one office of one person."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass

from factdiff.alignment import Alignment
from factdiff.kinds.assign import assign
from factdiff.kinds.roles.office import Tie, relate
from factdiff.kinds.roles.twins import (
    copied_pairs,
    is_contradicted,
    role,
    same_surroundings,
    twin_of,
)
from factdiff.model import Claim, Evidence, Group, Kind
from factdiff.settings import Settings

Copied = frozenset[tuple[str, str]]
SAME_SENTENCE = "same sentence"  # the evidence that only one word of a sentence was changed
CHANGED = 0.9  # score of a role in the same sentence with another word


@dataclass(slots=True)
class Cluster:
    """Mentions of one role of one person in one source; ``changed`` where a twin says otherwise."""

    source: str
    claims: list[Claim]
    changed: bool = False


def match(claims: Sequence[Claim], alignment: Alignment, settings: Settings) -> list[Group]:
    """Group the roles: by person, then each office with the likest of the other sources."""
    by_person: dict[str, list[Claim]] = defaultdict(list)
    for claim in sorted(claims, key=lambda c: (c.source, c.start, c.end)):
        by_person[person_of(claim, alignment)].append(claim)
    copied = copied_pairs(claims) | alignment.copied
    groups = []
    for person in sorted(by_person):
        groups += _of_person(by_person[person], alignment, settings, copied)
    return sorted(groups, key=lambda group: (group.claims[0].source, group.claims[0].start))


def person_of(claim: Claim, alignment: Alignment) -> str:
    """The person a role is given to, the same in all sources."""
    return alignment.key(claim.source, claim.subject or "")


def _of_person(
    claims: list[Claim], alignment: Alignment, settings: Settings, copied: Copied
) -> list[Group]:
    clusters = _clusters(claims, alignment, copied)
    owners = [cluster.source for cluster in clusters]

    def score(i: int, j: int) -> float:
        return _score(clusters[i], clusters[j], copied)

    found = assign(owners, score, settings.role_match)
    return [_group([clusters[i] for i in members], weakest) for members, weakest in found]


def _clusters(claims: list[Claim], alignment: Alignment, copied: Copied) -> list[Cluster]:
    by_source: dict[str, list[Claim]] = defaultdict(list)
    alike: dict[tuple[object, ...], list[Claim]] = defaultdict(list)
    for claim in claims:
        # a title said a thousand times in one sentence is looked at once
        same = alike[claim.source, claim.value, claim.context.lemmas]
        if not same:
            by_source[claim.source].append(claim)
        same.append(claim)
    clusters: list[Cluster] = []
    for source, own in by_source.items():
        others = [theirs for other, theirs in by_source.items() if other != source]
        mine: list[Cluster] = []
        for claim in own:
            _put(claim, _is_changed(claim, others, alignment, copied), mine)
        clusters += mine
    for cluster in clusters:
        cluster.claims = [
            same
            for claim in cluster.claims
            for same in alike[claim.source, claim.value, claim.context.lemmas]
        ]
    return clusters


def _is_changed(
    claim: Claim, others: list[list[Claim]], alignment: Alignment, copied: Copied
) -> bool:
    """Whether the same sentence of another source gives the person a different role."""
    for theirs in others:
        whole = (claim.source, theirs[0].source) in copied
        twin = twin_of(claim, theirs, copied=whole)
        if twin is not None and is_contradicted(claim, twin, alignment, copied=whole):
            return True
    return False


def _put(claim: Claim, changed: bool, clusters: list[Cluster]) -> None:
    for cluster in clusters:
        same = relate(role(claim), role(cluster.claims[0])).tie is Tie.SAME
        alone = changed and not same_surroundings(claim, cluster.claims[0])
        if same and cluster.changed == changed and not alone:
            cluster.claims.append(claim)
            return
    clusters.append(Cluster(claim.source, [claim], changed))


def _score(left: Cluster, right: Cluster, copied: Copied) -> float:
    relation = relate(role(left.claims[0]), role(right.claims[0]))
    whole = (left.source, right.source) in copied
    changed = left.changed and right.changed
    if changed and same_surroundings(left.claims[0], right.claims[0], copied=whole):
        return max(CHANGED, relation.score)
    # what a copied sentence changed is tied to its twin, not to a like role elsewhere
    return relation.score if not (left.changed or right.changed) else relation.score * 0.5


def _group(clusters: Sequence[Cluster], score: float) -> Group:
    claims = tuple(claim for cluster in clusters for claim in cluster.claims)
    if len(clusters) == 1:
        return Group(Kind.ROLE, claims)
    if all(cluster.changed for cluster in clusters):
        reason = "The words around both are the same: one of the two sentences was changed."
        return Group(Kind.ROLE, claims, score, (Evidence(SAME_SENTENCE, CHANGED, reason),))
    relation = relate(role(clusters[0].claims[0]), role(clusters[1].claims[0]))
    person = Evidence("person", 0.5, "The roles are given to the same person.")
    words = Evidence("role", round(relation.score, 2), f"{relation.reason.capitalize()}.")
    return Group(Kind.ROLE, claims, score, (person, words))
