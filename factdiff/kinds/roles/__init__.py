"""The room of roles: offices, titles, occupations and relations of named persons."""

from factdiff.kinds.roles.judge import judge
from factdiff.kinds.roles.match import match

__all__ = ["judge", "match"]
