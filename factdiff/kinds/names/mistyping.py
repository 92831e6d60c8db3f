"""Letters dropped, added, swapped or mistyped: how far a difference of two words is a slip."""

from __future__ import annotations

from functools import lru_cache

from factdiff.kinds.names.evidence import Piece, piece
from factdiff.kinds.names.geography import origin_of
from factdiff.kinds.names.tables import own_names
from factdiff.kinds.names.word import Word
from factdiff.similarity import distance, edits

_DIGITS = str.maketrans("0158", "olsb")
_VOWELS = frozenset("aeiouy")


@lru_cache(maxsize=65536)
def _distance(left: str, right: str) -> int:
    return distance(left, right)


def slip(left: Word, right: Word, *, person: bool, part: str = "The names") -> Piece | None:
    """One or two letters dropped, added, swapped or mistyped, weighed by length and place."""
    long = max(len(left.folded), len(right.folded))
    if abs(len(left.folded) - len(right.folded)) > 2 or long < 3:
        return None
    if any(c.isdigit() for c in left.folded + right.folded):
        return _misread(left, right, part) if person else None
    if origin_of(left.folded) and origin_of(right.folded):
        return None  # Iran is not Iraq misspelt
    wrong = _distance(left.folded, right.folded)
    feature = _slip_size(wrong, long)
    if feature is None and person and _alike_at_ends(left.folded, right.folded, wrong):
        feature = "typo_wide"
    if feature is None:
        return None
    if person and _own_names(left.folded, right.folded):
        feature = "typo_names"
    elif _gendered(left.folded, right.folded):
        feature = "typo_gender"
    elif left.folded[0] != right.folded[0] and feature == "typo" and wrong > 1:
        feature = "typo_far"
    # one letter of a long word is surely a slip: `Thessaloniki`, `Thesaloniki`
    share = 1.0 if feature != "typo" or wrong > 1 else min(2.0, max(1.0, long / 6))
    why = letters(left.folded, right.folded, wrong)
    return piece(feature, left.written, right.written, why=why, part=part, share=share)


def _misread(left: Word, right: Word, part: str) -> Piece | None:
    """Digits that a scanner took for letters: `Mad0ff`, `Wi1son`."""
    if left.folded.translate(_DIGITS) != right.folded.translate(_DIGITS):
        return None
    why = "a digit for a letter"
    return piece("typo", left.written, right.written, why=why, part=part)


def _slip_size(wrong: int, long: int) -> str | None:
    if (wrong == 1 and long >= 5) or (wrong == 2 and long >= 9):
        return "typo"
    if (wrong == 1 and long >= 3) or (wrong == 2 and long >= 8) or (wrong == 3 and long >= 10):
        return "typo_far"
    return None


def _alike_at_ends(left: str, right: str, wrong: int) -> bool:
    """`Morada`, `Moreida`: two letters of a short name, but its beginning and its end are kept."""
    return (
        wrong == 2
        and min(len(left), len(right)) >= 6
        and left[:3] == right[:3]
        and left[-2:] == right[-2:]
    )


def _own_names(left: str, right: str) -> bool:
    """Both are given names of their own: `Martin` is not `Marvin` misspelt.

    `Micheal` is a name too, but a vowel too many or out of its place inside a name is a slip.
    """
    return left in own_names() and right in own_names() and not _vowel_moved(left, right)


def _vowel_moved(left: str, right: str) -> bool:
    short, long = sorted((left, right), key=len)
    if len(short) < 6:
        return False
    at = next((i for i, (a, b) in enumerate(zip(short, long, strict=False)) if a != b), len(short))
    if at in (0, len(short)):
        return False
    if len(long) == len(short) + 1:
        return long[at] in _VOWELS and long[:at] + long[at + 1 :] == short
    moved = {short[at], long[at]} <= _VOWELS and at + 1 < len(short) - 1
    return moved and short == long[:at] + long[at + 1] + long[at] + long[at + 2 :]


def _gendered(left: str, right: str) -> bool:
    """`Alexander` / `Alexandra`, `Ivanov` / `Ivanova`, `Mario` / `Maria`."""
    short, long = sorted((left, right), key=len)
    if long == short + "a" and short[-2:] in ("ov", "ev", "in", "yn", "an", "el"):
        return True
    ends = {short[-2:], long[-2:]}
    pairs = ({"io", "ia"}, {"er", "ra"}, {"dr", "ra"}, {"ki", "ka"}, {"os", "as"}, {"co", "ca"})
    return short[:3] == long[:3] and ends in pairs


def letters(left: str, right: str, wrong: int) -> str:
    """The difference in words: ``one letter (n)``, ``two letters``."""
    count = {1: "one letter", 2: "two letters", 3: "three letters"}.get(wrong, f"{wrong} letters")
    changed = [row for row in edits(*sorted((left, right))) if row[0] != "equal"]
    return count if changed else "nothing"
