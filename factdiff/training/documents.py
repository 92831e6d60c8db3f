"""Runs of sentences, as an article has them, and the spaces between their tokens."""

from __future__ import annotations

import random
from collections.abc import Iterable, Iterator
from itertools import groupby

from factdiff.training.corpus import Sentence

_NO_SPACE_BEFORE = {
    ",",
    ".",
    ";",
    ":",
    "?",
    "!",
    ")",
    "]",
    "%",
    "'s",
    "\u2019s",
    "n't",
    "\u201d",
    "''",
}
_NO_SPACE_AFTER = {"(", "[", "$", "\u201c", "``", "\u00a3", "\u20ac"}


def spaces(tokens: Iterable[str]) -> list[bool]:
    """Which tokens a space follows, where the source does not say."""
    words = list(tokens)
    result = [True] * len(words)
    for i, word in enumerate(words):
        following = words[i + 1] if i + 1 < len(words) else ""
        if word in _NO_SPACE_AFTER or following in _NO_SPACE_BEFORE:
            result[i] = False
        if word == "-" and 0 < i < len(words) - 1:
            result[i] = result[i - 1] = False
    return result


def group(
    sentences: list[Sentence], rng: random.Random, sizes: list[int]
) -> Iterator[list[Sentence]]:
    """Runs of sentences of one document, their lengths drawn from `sizes`."""
    for _, run in groupby(sentences, key=lambda sentence: sentence.doc):
        left = list(run)
        while left:
            size = rng.choice(sizes)
            yield left[:size]
            left = left[size:]
