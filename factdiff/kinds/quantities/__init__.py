"""The room of counts, money, percentages and measures."""

from factdiff.kinds.quantities.judge import judge
from factdiff.kinds.quantities.match import match
from factdiff.kinds.quantities.sums import contradictions

__all__ = ["contradictions", "judge", "match"]
