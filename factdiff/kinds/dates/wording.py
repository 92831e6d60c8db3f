"""A date's own words as a normal form, and the numbers in them."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cache

from factdiff.kinds.dates.words import months, numbers, rows, weekdays


def plain(text: str) -> str:
    """The words in one line, lower case but for the names of days, months and holidays.

    ``Late Saturday`` is ``late Saturday``, ``LAST MONTH`` ``last month``.
    """
    words = [_cased(word) for word in text.split()]
    line = " ".join(words).strip(" ,.(")
    for name, proper in _holiday_names():
        line = re.sub(rf"\b{re.escape(name)}\b", proper, line) if name in line else line
    return line


def _cased(word: str) -> str:
    low = word.lower()
    bare = re.sub(r"[^a-z]", "", low.split("'")[0])
    if bare in months() or bare.removesuffix("s") in weekdays():
        return low.capitalize()
    return low


@cache
def _holiday_names() -> tuple[tuple[str, str], ...]:
    names = [row[0] for row in rows("holidays")]
    ordered = sorted(names, key=lambda name: (-len(name), name))
    return tuple((name.lower(), name) for name in ordered)


def stem(word: str) -> str:
    """A word without the endings of its forms, so that an odd lemma costs no match.

    ``released``, ``release`` and ``releases`` are all ``releas``; short words stay as they are.
    """
    if not word[:1].isalpha():
        return word  # 1988 is no doubled 198
    for ending in ("ing", "ed", "es", "s", "e"):
        if word.endswith(ending) and len(word) - len(ending) >= 3:
            word = word.removesuffix(ending)
            break
    return word[:-1] if len(word) > 3 and word[-1] == word[-2] else word  # stopp, occurr


def cardinal(word: str) -> int | None:
    """``a`` 1, ``two`` 2, ``14`` 14; None for a vague or unknown one (``several``)."""
    if word.isdigit():
        return int(word)
    return numbers("ordinals", "cardinal").get(word)


def ordinal(word: str) -> int | None:
    """``second`` 2, ``19th`` 19; None for an unknown one."""
    digits = re.match(r"[0-9]{1,4}", word)
    return int(digits[0]) if digits else numbers("ordinals", "ordinal").get(word)


def month_number(parts: Mapping[str, str], name: str = "month") -> int | None:
    """The month among the parts: a name or a number."""
    word = parts.get(name, "")
    return int(word) if word.isdigit() else months().get(word)


def weekday_number(parts: Mapping[str, str], name: str = "weekday") -> int:
    """The weekday among the parts, 1 (Monday) to 7, or 0."""
    return weekdays().get(parts.get(name, ""), 0)


def steps(parts: Mapping[str, str], name: str = "rel") -> int | None:
    """-1 for ``last``, 0 for ``this``, 1 for ``next``; None where no such word is said."""
    return numbers("relatives", "rel").get(parts.get(name, ""))
