"""Slips of the hand in titles and numbers: a letter, a plural, digits in disorder, another year."""

from __future__ import annotations

import re

from factdiff.kinds.laws.value import Law, plain_title
from factdiff.similarity import distance


def misnumbered(left: Law, right: Law) -> bool:
    """Whether two numbers of one series, or sections of one law, are the same digits in disorder.

    ``H.R. 4271`` and ``H.R. 4217``: nobody means two bills by that.
    """
    if left.series is not None and left.series == right.series:
        pair = left.number or "", right.number or ""
    elif left.identity == right.identity:
        pair = left.section or "", right.section or ""
    else:
        return False
    digits = [[c for c in number if c.isdigit()] for number in pair]
    rests = ["".join(c for c in number if not c.isdigit()) for number in pair]
    same_digits = digits[0] != digits[1] and sorted(digits[0]) == sorted(digits[1])
    return same_digits and rests[0] == rests[1]


def misspelt(left: Law, right: Law) -> bool:
    """Whether the titles differ by a letter or two in a word: ``Magnitski``/``Magnitsky``."""
    ours, theirs = plain_title(left), plain_title(right)
    if len(ours) != len(theirs) or len(ours) < 2 or None not in (left.series, right.series):
        return False
    if left.entry is not None and right.entry is not None:
        return False
    changed = [(a, b) for a, b in zip(ours, theirs, strict=True) if a != b]
    if len(changed) != 1 or _digits(changed[0][0]) != _digits(changed[0][1]):
        return False
    a, b = changed[0]
    return min(len(a), len(b)) >= 5 and distance(a, b) <= 2


def _digits(word: str) -> str:
    return "".join(c for c in word if c.isdigit())


def plural_only(left: Law, right: Law) -> bool:
    """Whether the titles differ by a plural or possessive alone: ``Marine Mammal(s)``."""
    ours, theirs = (
        tuple(w.removesuffix("'s").removesuffix("s") for w in plain_title(x)) for x in (left, right)
    )
    return ours == theirs and plain_title(left) != plain_title(right)


def other_year(left: Law, right: Law) -> bool:
    """Whether the titles are one but for a digit of the year: ``Outer Space Treaty of 1966``.

    British acts are told apart by the year alone, American ones and treaties seldom are; and a
    title of one word before its head is that of many acts.
    """
    if left.year is None or right.year is None or left.year == right.year:
        return False
    wrong = sum(a != b for a, b in zip(str(left.year), str(right.year), strict=True))
    titles = [plain_title(law) for law in (left, right)]
    dated = all(re.search(rf"^{law.year} | of {law.year}", law.words) for law in (left, right))
    both_known = left.entry is not None and right.entry is not None and left.entry != right.entry
    return dated and wrong == 1 and titles[0] == titles[1] and len(titles[0]) > 2 and not both_known
