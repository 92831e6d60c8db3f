"""From comparisons of two claims to the verdict on a group: the same way for every room.

A room says how two claims relate (``Compare``); here the claims of a group are gathered into
positions, every two sources are held against each other, and the worst pair decides.
"""

from __future__ import annotations

from collections.abc import Callable
from itertools import combinations, product
from typing import Literal

from factdiff.model import Claim, Comparison, Group, Judgement, Position, Verdict

Compare = Callable[[Claim, Claim], Comparison]
Display = Callable[[Claim], str]


def positions_of(group: Group, display: Display) -> tuple[Position, ...]:
    """The different things said, in the order of the sources, each with all who say it."""
    said: dict[str, list[Claim]] = {}
    for claim in sorted(group.claims, key=lambda c: (c.source, c.start)):
        said.setdefault(display(claim), []).append(claim)
    return tuple(
        Position(
            display=words,
            sources=tuple(dict.fromkeys(claim.source for claim in claims)),
            claims=tuple(claim.id for claim in claims),
        )
        for words, claims in said.items()
    )


def worst_pair(
    group: Group, compare: Compare, pick: Literal["best", "worst"]
) -> tuple[Claim, Claim, Comparison] | None:
    """The comparison that decides, with its claims; None for a group of one source.

    A source may say a thing twice (``several``, later ``four``). With ``pick="best"`` two
    sources stand as their closest two claims do; with ``"worst"`` as their farthest two.
    """
    rank = _nearest if pick == "best" else _farthest
    deciding = []
    for left, right in combinations(sorted(group.sources), 2):
        pairs = [
            (a, b, compare(a, b))
            for a, b in product(_distinct(group, left), _distinct(group, right))
        ]
        deciding.append(min(pairs, key=rank))
    return min(deciding, key=_farthest) if deciding else None


def _nearest(pair: tuple[Claim, Claim, Comparison]) -> tuple[int, int, str]:
    left, right, comparison = pair
    # ties are broken by what is the same in whatever order the sources are given
    return -comparison.verdict.rank, left.start + right.start, comparison.reason


def _farthest(pair: tuple[Claim, Claim, Comparison]) -> tuple[int, int, str]:
    left, right, comparison = pair
    return comparison.verdict.rank, left.start + right.start, comparison.reason


def _distinct(group: Group, source: str) -> list[Claim]:
    """The first claim of each wording: a name said a hundred times is compared once."""
    said: dict[tuple[str, str], Claim] = {}
    for claim in sorted(group.claims, key=lambda c: c.start):
        if claim.source == source:
            said.setdefault((str(claim.value), claim.text), claim)
    return list(said.values())


def judge_group(
    group: Group,
    compare: Compare,
    *,
    subject: str,
    display: Display,
    pick: Literal["best", "worst"] = "best",
) -> Judgement:
    """The verdict on a group: ``single`` for one source, else what the worst pair says."""
    decided = worst_pair(group, compare, pick)
    positions = positions_of(group, display)
    if decided is None:
        comparison = Comparison(Verdict.SINGLE, "Only one source states it.", group.score)
    else:
        comparison = decided[2]
    return Judgement(
        verdict=comparison.verdict,
        subject=subject,
        reason=comparison.reason,
        confidence=round(min(group.score, comparison.confidence), 2),
        positions=positions,
        evidence=group.evidence,
    )
