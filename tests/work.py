"""How much work something takes, told without a clock: the same on a busy machine and an idle one.

What a regular expression does inside is not seen; `tests/benchmarks/odd.py` shows the time.
"""

import sys
from collections.abc import Callable
from types import FrameType
from typing import Any


def calls_of(deed: Callable[[], object]) -> int:
    """How many functions are called while `deed` runs, those written in C among them."""
    count = 0

    def tally(frame: FrameType, event: str, arg: Any) -> None:
        nonlocal count
        count += event in {"call", "c_call"}

    before = sys.getprofile()
    sys.setprofile(tally)
    try:
        deed()
    finally:
        sys.setprofile(before)
    return count
