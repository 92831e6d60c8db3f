"""Placeholder."""

from __future__ import annotations

from dataclasses import dataclass

from factdiff.model import Verdict


@dataclass(frozen=True, slots=True)
class NameComparison:
    score: float
    verdict: Verdict
    reason: str


def compare_names(left: str, right: str, *, kind: str) -> NameComparison:
    return NameComparison(1.0, Verdict.AGREE, "")
