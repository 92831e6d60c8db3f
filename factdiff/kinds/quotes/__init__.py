"""The room of quotes: direct speech, its words and its speaker."""

from factdiff.kinds.quotes.judge import judge
from factdiff.kinds.quotes.match import match

__all__ = ["judge", "match"]
