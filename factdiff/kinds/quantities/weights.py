"""The scale of evidence: weights add up to a score from 0 to 1, and one veto ends it.

They were set by reading news pairs, so that what a checker takes for the same quantity comes out
above ``Settings.quantity_match``, and above ``Settings.quantity_conflict`` only where hardly
anything but the number could be meant.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from factdiff.model import Evidence

VETO = -1.0  # one of these and the two are never joined


def score_of(evidence: Sequence[Evidence]) -> float:
    """The sum of the weights between 0 and 1; 0 with a veto."""
    if is_barred(evidence):
        return 0.0
    return max(0.0, min(1.0, round(sum(e.weight for e in evidence), 3)))


def is_barred(evidence: Iterable[Evidence]) -> bool:
    """Whether a piece of the evidence forbids to join the two, whatever speaks for it."""
    return any(e.weight <= VETO for e in evidence)
