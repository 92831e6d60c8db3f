"""How alike two strings are: the only door to rapidfuzz.

rapidfuzz normalises nothing by itself; callers fold case and diacritics before they come here.
"""

from __future__ import annotations

from collections.abc import Sequence

from rapidfuzz import fuzz
from rapidfuzz.distance import DamerauLevenshtein, Indel, Levenshtein


def ratio(left: str, right: str) -> float:
    """Normalised indel similarity, 0 to 1."""
    return fuzz.ratio(left, right) / 100


def distance(left: str, right: str) -> int:
    """Letters dropped, added, replaced or swapped with their neighbour (optimal alignment)."""
    return DamerauLevenshtein.distance(left, right)


def edits(left: str, right: str) -> list[tuple[str, int, int, int, int]]:
    """What turns ``left`` into ``right``: rows of tag (equal, replace, insert, delete), places."""
    return [
        (op.tag, op.src_start, op.src_end, op.dest_start, op.dest_end)
        for op in Levenshtein.opcodes(left, right)
    ]


def word_similarity(left: Sequence[str], right: Sequence[str]) -> float:
    """Normalised indel similarity over words instead of letters, 0 to 1."""
    return Indel.normalized_similarity(left, right)


def word_edits(left: Sequence[str], right: Sequence[str]) -> list[tuple[str, int, int, int, int]]:
    """What turns the words of ``left`` into those of ``right``; rows as in ``edits``."""
    return [
        (op.tag, op.src_start, op.src_end, op.dest_start, op.dest_end)
        for op in Levenshtein.opcodes(left, right)
    ]
