"""The room of laws."""

from factdiff.kinds.laws.judge import judge
from factdiff.kinds.laws.match import match

__all__ = ["judge", "match"]
