"""Names that are left alone because their source also writes them right.

An article that writes `Hailun` twice and `Hailu` once has two names, of which the other article
holds one. The odd one joins the group of the name it is a slip of, so that it is seen.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Protocol

from factdiff.kinds.names.clusters import SAME_WORD, Cluster
from factdiff.kinds.names.person import person
from factdiff.model import Evidence, Kind

Joined = list[tuple[tuple[int, ...], float]]


@dataclass(frozen=True, slots=True)
class Match:
    """How sure it is that two entities are one, and what spoke for and against it."""

    score: float
    evidence: tuple[Evidence, ...]


class Matches(Protocol):
    """Scores of pairs of clusters, and which clusters have anything to do with one another."""

    near: dict[int, set[int]]

    def of(self, left: int, right: int) -> Match:
        """The match of two clusters."""


def adopted(found: Sequence[Cluster], joined: Joined, matches: Matches, floor: float) -> Joined:
    """The groups, with the clusters that stand alone put into the group they belong to, if any."""
    groups = {members: sure for members, sure in joined if len(members) > 1}
    group_of = {at: members for members in groups for at in members}
    left_over: Joined = []
    for members, sure in joined:
        if len(members) > 1:
            continue
        at = members[0]
        home = _home(found, group_of, at, matches)
        if home is None or home[1] < floor:
            left_over.append((members, sure))
        else:
            groups[home[0]] = min(groups[home[0]], home[1])
            group_of[at] = home[0]
    grown: dict[tuple[int, ...], list[int]] = {members: [] for members in groups}
    for at, members in group_of.items():
        grown[members].append(at)
    return sorted(
        [*((tuple(sorted(grown[members])), sure) for members, sure in groups.items()), *left_over]
    )


def _home(
    found: Sequence[Cluster],
    group_of: dict[int, tuple[int, ...]],
    at: int,
    matches: Matches,
) -> tuple[tuple[int, ...], float] | None:
    best: tuple[tuple[int, ...], float] | None = None
    mine = found[at]
    for other in sorted(matches.near[at]):
        members = group_of.get(other)
        if members is None or other not in members:
            continue
        own = [found[i] for i in members if found[i].source == mine.source]
        scored = matches.of(at, other)
        if not own or (any(_two_persons(mine, one) for one in own) and not _in_place(mine, scored)):
            continue
        if _is_slip(found, at, other, scored) and (best is None or scored.score > best[1]):
            best = members, scored.score
    return best


def _is_slip(found: Sequence[Cluster], at: int, other: int, scored: Match) -> bool:
    """Whether the difference is a few letters, or one is the family name of the other."""
    features = {piece.feature.removeprefix("name.") for piece in scored.evidence}
    if "sentence" in features and features & {"typo", "typo_far", "short_form", "spacing"}:
        return True
    eastern = found[at].kind is Kind.PERSON and any(
        person(name).family_first for name in (*found[at].names, *found[other].names)
    )
    return bool(features & {"typo", *SAME_WORD}) and not eastern


def _in_place(mine: Cluster, scored: Match) -> bool:
    """Whether a country or body is a letter off where the other source has it right."""
    features = {piece.feature for piece in scored.evidence}
    return mine.kind is not Kind.PERSON and {"sentence", "name.typo"} <= features


def _two_persons(mine: Cluster, other: Cluster) -> bool:
    """Whether their source names both in full in one sentence."""
    full = [name for name in mine.names if " " in name or mine.kind is not Kind.PERSON]
    return any(name.casefold() in other.beside for name in full)
