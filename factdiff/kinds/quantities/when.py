"""The dates near a figure, as far as matching needs them: months, shared dates, other years."""

from __future__ import annotations

import re
from collections.abc import Sequence

_MONTH = re.compile(r"(\d{4})(?:-(\d{2}))?")


def month_of(edtf: str) -> int:
    """Months since year 0 of an EDTF date (its last month for a bare year); 0 if unknown."""
    match = _MONTH.match(edtf.lstrip("~"))
    if match is None:
        return 0
    month = int(match[2]) if match[2] else 12
    return int(match[1]) * 12 + month


def same_time(left: Sequence[str], right: Sequence[str]) -> bool:
    """Whether two sets of dates share a date or a month, or one names the other's year."""
    for one in left:
        for two in right:
            if one == two or (len(one) == len(two) == 10 and _yearless(one, two)):
                return True
            if one[:4].isdigit() and (one.startswith(two) or two.startswith(one)):
                return True
    return False


def other_years(left: Sequence[str], right: Sequence[str]) -> bool:
    """Whether both sets name years and share none: ``in 2003`` and ``in 1990``."""
    ours, theirs = ({t[:4] for t in times if t[:4].isdigit()} for times in (left, right))
    return bool(ours and theirs) and not ours & theirs


def _yearless(one: str, two: str) -> bool:
    """``Aug. 1`` of an unknown year and ``2021-08-01``."""
    return "XXXX" in (one[:4], two[:4]) and one[4:] == two[4:]
