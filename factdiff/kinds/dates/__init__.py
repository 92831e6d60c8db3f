"""The room of dates."""

from factdiff.kinds.dates.judge import judge
from factdiff.kinds.dates.match import match

__all__ = ["judge", "match"]
