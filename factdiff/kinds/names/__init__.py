"""The room of names: persons, organizations, places, groups."""

from factdiff.kinds.names.compare import NameComparison, compare_names
from factdiff.kinds.names.judge import judge
from factdiff.kinds.names.match import match

__all__ = ["NameComparison", "compare_names", "judge", "match"]
