"""The room of dates."""

from factdiff.kinds.dates.judge import judge, wrong_weekday
from factdiff.kinds.dates.match import match

__all__ = ["judge", "match", "wrong_weekday"]
