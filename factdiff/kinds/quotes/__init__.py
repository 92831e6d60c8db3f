"""The room of quotes."""

from factdiff.kinds.quotes.judge import judge
from factdiff.kinds.quotes.match import match

__all__ = ["judge", "match"]
