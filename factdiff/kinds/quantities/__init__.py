"""The room of quantities."""

from factdiff.kinds.quantities.judge import judge
from factdiff.kinds.quantities.match import match

__all__ = ["judge", "match"]
