"""What speaks for and against two names being one, and what kind of difference each piece is.

The weights stand in ``weights.tsv``, on one screen, and add up to log-odds.
"""

from __future__ import annotations

import math
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache

from factdiff.kinds.names.tables import rows
from factdiff.model import Evidence, Verdict


@dataclass(frozen=True, slots=True)
class Feature:
    """One row of the table of weights."""

    weight: float
    verdict: Verdict
    reason: str


@dataclass(frozen=True, slots=True)
class Piece:
    """One piece of evidence about a pair of names, with the forms that decided."""

    feature: str
    weight: float
    verdict: Verdict
    reason: str

    @property
    def evidence(self) -> Evidence:
        """The piece as reports show it."""
        return Evidence(f"name.{self.feature}", round(self.weight, 2), self.reason)


@cache
def features() -> dict[str, Feature]:
    """The table of weights by feature."""
    return {
        row["feature"]: Feature(float(row["weight"]), Verdict(row["verdict"]), row["reason"])
        for row in rows("weights.tsv")
    }


def piece(  # noqa: PLR0913 (the forms and what is said of them)
    feature: str,
    left: str = "",
    right: str = "",
    *,
    why: str = "",
    part: str = "The names",
    share: float = 1.0,
) -> Piece:
    """A piece of evidence; ``share`` scales its weight (a word that tells little weighs little).

    The two forms are named in alphabetical order, so that a reason is the same both ways round.
    """
    row = features()[feature]
    if "stand" not in row.reason and "only one" not in row.reason and "short" not in row.reason:
        left, right = sorted((left, right))
    reason = row.reason.format(left=left, right=right, why=why, part=part)
    return Piece(feature, row.weight * share, row.verdict, reason)


def score(pieces: Iterable[Piece]) -> float:
    """The probability that the sum of the weights stands for, rounded to four digits."""
    total = max(-30.0, min(30.0, sum(p.weight for p in pieces)))
    return round(1 / (1 + math.exp(-total)), 4)


def weighed(pieces: Iterable[Piece]) -> tuple[Verdict, str]:
    """The worst verdict among the pieces, and the reason of the piece that weighs most there."""
    worst = min(pieces, key=lambda p: (p.verdict.rank, -abs(p.weight), p.reason))
    return worst.verdict, worst.reason
