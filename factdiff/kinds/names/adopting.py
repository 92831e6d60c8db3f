"""Names that are left alone because their source also writes them right.

An article that writes `Hailun` twice and `Hailu` once has two names, of which the other article
holds one. The odd one joins the group of the name it is a slip of, so that it is seen.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from factdiff.kinds.names.clusters import Cluster
from factdiff.kinds.names.person import person
from factdiff.model import Evidence, Kind

Joined = list[tuple[tuple[int, ...], float]]


@dataclass(frozen=True, slots=True)
class Match:
    """How sure it is that two entities are one, and what spoke for and against it."""

    score: float
    evidence: tuple[Evidence, ...]


def adopted(
    found: Sequence[Cluster],
    joined: Joined,
    match: Callable[[int, int], Match],
    floor: float,
) -> Joined:
    """The groups, with the clusters that stand alone put into the group they belong to, if any."""
    groups = {members: sure for members, sure in joined if len(members) > 1}
    alone = [members[0] for members, _ in joined if len(members) == 1]
    joining: dict[tuple[int, ...], list[tuple[int, float]]] = {}
    left_over: Joined = []
    for at in alone:
        home = _home(found, groups, at, match)
        if home is None or home[1] < floor:
            left_over.append(((at,), 1.0))
        else:
            joining.setdefault(home[0], []).append((at, home[1]))
    grown: Joined = []
    for members, sure in groups.items():
        more = joining.get(members, [])
        grown.append(
            (tuple(sorted((*members, *(at for at, _ in more)))), min([sure, *(s for _, s in more)]))
        )
    return sorted([*grown, *left_over])


def _home(
    found: Sequence[Cluster],
    groups: dict[tuple[int, ...], float],
    at: int,
    match: Callable[[int, int], Match],
) -> tuple[tuple[int, ...], float] | None:
    best: tuple[tuple[int, ...], float] | None = None
    mine = found[at]
    for members in groups:
        own = [found[i] for i in members if found[i].source == mine.source]
        if not own or any(_two_persons(mine, other) for other in own):
            continue
        scores = [
            scored.score
            for i in members
            if found[i].source != mine.source and _is_slip(found, at, i, scored := match(at, i))
        ]
        if scores and (best is None or max(scores) > best[1]):
            best = members, max(scores)
    return best


def _is_slip(found: Sequence[Cluster], at: int, other: int, scored: Match) -> bool:
    """Whether the difference is a few letters, or one is the family name of the other."""
    features = {piece.feature.removeprefix("name.") for piece in scored.evidence}
    if "sentence" in features and features & {"typo", "typo_far", "short_form", "spacing"}:
        return True
    eastern = found[at].kind is Kind.PERSON and any(
        person(name).family_first for name in (*found[at].names, *found[other].names)
    )
    return "typo" in features and not eastern


def _two_persons(mine: Cluster, other: Cluster) -> bool:
    """Whether their source names them side by side, or both in full."""
    return any(name.casefold() in other.beside for name in mine.names)
