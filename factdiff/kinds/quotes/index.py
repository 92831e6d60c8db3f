"""Which quotations may be one utterance: found by the pairs of words they share.

An inverted index over neighbouring words keeps the cost near linear in the length of the text:
only quotations with a pair of words in common, and few others with that pair, are compared.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from itertools import pairwise

from factdiff.kinds.quotes.spellings import long_form
from factdiff.kinds.quotes.value import folded

COMMONEST = 40  # a pair of words in more quotations than this tells nothing
LONGEST = 2000  # words of one quotation that are indexed


def candidates(quotations: Sequence[str]) -> Iterator[tuple[int, int]]:
    """Pairs of indexes, the smaller first, each once, of quotations with two words in common."""
    postings: dict[tuple[str, str], list[int]] = defaultdict(list)
    for number, quotation in enumerate(quotations):
        words = long_form(folded(quotation))[:LONGEST]
        for pair in dict.fromkeys(pairwise(words)):
            postings[pair].append(number)
    seen: set[tuple[int, int]] = set()
    for numbers in postings.values():
        if len(numbers) > COMMONEST:
            continue
        for at, left in enumerate(numbers):
            for right in numbers[at + 1 :]:
                if (left, right) not in seen:
                    seen.add((left, right))
                    yield left, right
