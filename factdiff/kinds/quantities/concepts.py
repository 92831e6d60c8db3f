"""Words near a figure by what they mean: ``expanded`` and ``grew`` are one word to matching."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache, lru_cache

from factdiff.kinds.quantities.stems import stem
from factdiff.kinds.quantities.tables import rows


@lru_cache(maxsize=8192)
def concept(word: str) -> str:
    """The stem that stands for a word or stem and its synonyms; its own stem where it has none."""
    root = stem(word)
    return _concepts().get(root) or _concepts().get(word) or root


@cache
def _concepts() -> Mapping[str, str]:
    found: dict[str, str] = {}
    for words, *_ in rows("concepts.tsv"):
        first, *others = words.split("|")
        for word in (first, *others):
            found.setdefault(stem(word), stem(first))
    return found


@cache
def state_words() -> frozenset[str]:
    """What befalls things, as concepts: two tolls share ``killed`` in any two stories."""
    roles = ("object", "subject", "noun", "adjective")
    return frozenset(
        concept(word)
        for words, _, role, *_ in rows("states.tsv")
        if role in roles
        for word in words.split("|")
    ) | {concept("people"), concept("official")}
