"""Claims of two sources that stand in the same surroundings: copied sentences.

Agency copy and a draft's edited copy share whole sentences. Where such a sentence gives a person
another role, the role word was changed, whatever the two words mean by themselves.
"""

from __future__ import annotations

from collections.abc import Sequence

from factdiff.model import Claim

LEAST_WORDS = 3  # a sentence of fewer other words proves nothing
NEARLY_ALL = 0.8  # share of the sentences' words that must be common
MANY = 40  # claims of one person in one source beyond which only equal sentences are looked for


def are_twins(left: Claim, right: Claim) -> bool:
    """Whether the words around the two claims are nearly the same; symmetric."""
    mine, theirs = set(left.context.lemmas), set(right.context.lemmas)
    if min(len(mine), len(theirs)) < LEAST_WORDS:
        return False
    return len(mine & theirs) / len(mine | theirs) >= NEARLY_ALL


def twin_of(claim: Claim, others: Sequence[Claim]) -> Claim | None:
    """The claim of another source in the same surroundings, the nearest by place in the text."""
    if len(others) > MANY:
        others = [other for other in others if other.context.lemmas == claim.context.lemmas][:MANY]
    found = [other for other in others if are_twins(claim, other)]
    return min(found, key=lambda other: abs(other.start - claim.start), default=None)
