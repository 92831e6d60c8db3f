"""The room of roles."""

from factdiff.kinds.roles.judge import judge
from factdiff.kinds.roles.match import match

__all__ = ["judge", "match"]
