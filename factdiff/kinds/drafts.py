"""How a draft stands to its sources, whatever they say of one another."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from factdiff.model import Group, Judgement


def judge_draft(draft: str, group: Group, judge: Callable[[Group], Judgement]) -> Judgement:
    """The verdict between the draft and the source that stands farthest from it.

    The draft says ``several``, one source ``4`` and another ``5``: the sources conflict with each
    other and the draft with none of them. Positions and evidence are those of the whole group.
    """
    others = [source for source in group.sources if source != draft]
    whole = judge(group)
    if len(others) < 2:
        return whole
    pairs = (judge(_between(group, {draft, other})) for other in others)
    worst = min(pairs, key=lambda judged: judged.verdict.rank)
    return replace(whole, verdict=worst.verdict, reason=worst.reason, confidence=worst.confidence)


def _between(group: Group, sources: set[str]) -> Group:
    return replace(group, claims=tuple(c for c in group.claims if c.source in sources))
